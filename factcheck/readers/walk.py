"""From the paths of a command line to files: folders are walked in order, hidden and vendored folders left out, no file read twice."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator

from ..errors import ReadError
from . import READERS, STDIN

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "site-packages", "venv"})
Wanted = Callable[[str], bool]


def find(paths: Iterable[str], wanted: Wanted | None = None) -> Iterator[str | ReadError]:
    """Every file to read.  A path that leads nowhere is given as its error, so that the others are still read.

    A file named on the command line is read whatever its suffix; in a folder ``wanted`` decides, by default the known suffixes.
    """
    seen: set[str] = set()
    for path in paths:
        if path == STDIN:
            files: Iterable[str] = (path,)
        elif os.path.isdir(path):
            files = _walk(path, wanted or has_known_suffix)
        else:
            files = (path,)
        none = True
        for file in files:
            none = False
            key = STDIN if file == STDIN else os.path.realpath(file)
            if key not in seen:
                seen.add(key)
                yield file
        if none:
            yield ReadError(path, f"no articles in this folder (looked for {' '.join(READERS)})")


def has_known_suffix(path: str) -> bool:
    return os.path.splitext(path)[1].lower() in READERS


def _walk(folder: str, wanted: Wanted) -> Iterator[str]:
    # Links to folders are not followed: a link that leads back up would never end, and what it leads to has a path of its own.
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS)
        for name in sorted(files):
            file = os.path.normpath(os.path.join(here, name))
            if not name.startswith(".") and wanted(file) and not _waits(file):
                yield file


def _waits(file: str) -> bool:
    """Whether it is a pipe or a socket, which nobody may ever write to; one that is named on the command line is read."""
    try:
        mode = os.stat(file).st_mode
    except OSError:                             # reading it will say what is wrong
        return False
    return not stat.S_ISREG(mode)
