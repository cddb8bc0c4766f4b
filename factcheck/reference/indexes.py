"""Where the index of a layer lies: in the user's cache, keyed by the hash of its contents.

So that a table of a million rows is not hashed at every start, a stamp (path, size and time of each file) remembers the hash.  ``sqlite3``
is imported at the first look-up.
"""

from __future__ import annotations

import os

from .. import resources
from ..resources import cache_dir, content_key, data_dir
from ..typed import TYPE_CHECKING, Any
from .layer import files

if TYPE_CHECKING:
    import sqlite3

VERSION = "21"                                           # of the schema; a new one rebuilds
SETTLED = 2_000_000_000                                 # nanoseconds after which a file's time tells of every change
ABANDONED = 3600                                        # seconds after which a half-built index belongs to nobody
KEPT = 16                                               # indexes of former contents that stay in the cache


def connect(path: str, use_cache: bool = True) -> sqlite3.Connection:
    """The index of a layer, built if need be: in the cache, or in memory where there is none.  TableError if the table is broken."""
    connect_to = _driver()
    if use_cache and (file := index_file(path)):
        found: sqlite3.Connection = connect_to(f"file:{_quoted(file)}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        return found
    from .build import fill

    made: sqlite3.Connection = connect_to(":memory:", check_same_thread=False)
    try:
        fill(made, path)
    except BaseException:
        made.close()
        raise
    return made


def _driver() -> Any:
    """``sqlite3.connect``, without the date adapters that cost as much as the rest of the module."""
    try:
        from _sqlite3 import connect as connect_to
    except ImportError:                                 # another interpreter
        from sqlite3 import connect as connect_to
    return connect_to


def index_file(path: str) -> str:
    """The file of the layer's index, built now if its contents are new; "" if the cache cannot be used."""
    folder = cache_dir()
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError:
        return ""
    if not os.access(folder, os.W_OK):
        return ""
    shipped = resources.looked_at.get(path, "")
    names = [] if shipped else files(path)
    stamp_name, settled = (f"{VERSION}-{shipped}", True) if shipped else _stamp(names)
    stamp_file = os.path.join(folder, f"reference.{stamp_name}.stamp")
    if settled and (known := _read(stamp_file)):
        index = os.path.join(folder, f"reference.{known}.sqlite")
        if _is_whole(index):
            return index
    key = content_key(names or files(path), VERSION, *_unit_salt())
    index = os.path.join(folder, f"reference.{key}.sqlite")
    if not _is_whole(index):
        from .build import build

        try:
            build(path, index)
        except OSError:
            return ""
        _tidy(folder)
    if settled:
        _write(stamp_file, key)
    return index


def _is_whole(index: str) -> bool:
    """Whether this is a database as long as it says it is: what somebody cut short is built again."""
    try:
        with open(index, "rb") as stream:
            head = stream.read(32)
            size = os.fstat(stream.fileno()).st_size
    except OSError:
        return False
    page, pages = int.from_bytes(head[16:18], "big"), int.from_bytes(head[28:32], "big")
    return head.startswith(b"SQLite format 3\0") and size == (page if page > 1 else 65536) * pages


def _unit_salt() -> list[str]:
    return [content_key([os.path.join(data_dir(), name) for name in ("units.toml", "units_pint.txt", "metrics.csv")])]


def _stamp(names: list[str]) -> tuple[str, bool]:
    """A name for the files as they lie there, and whether they have lain long enough for their times to be trusted."""
    import time

    parts, newest = [VERSION], 0
    units = [os.path.join(data_dir(), name) for name in ("units.toml", "units_pint.txt", "metrics.csv")]
    for name in (*names, *units):
        try:
            status = os.stat(name)
        except OSError:
            continue
        parts.append(f"{os.path.abspath(name)}\0{status.st_size}\0{status.st_mtime_ns}\0{status.st_ino}")
        newest = max(newest, status.st_mtime_ns)
    return content_key([], *parts), time.time_ns() - newest > SETTLED


def _read(path: str) -> str:
    try:
        with open(path, "rb") as stream:
            return stream.read(64).decode()
    except (OSError, ValueError):
        return ""


def _write(path: str, text: str) -> None:
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        with open(temporary, "w", encoding="ascii") as stream:
            stream.write(text)
        os.replace(temporary, path)
    except OSError:
        return


def _tidy(folder: str) -> None:
    """Former indexes and stamps go; a few stay, for other checkouts and tables.  What a killed build left goes after an hour."""
    import time

    for name in os.listdir(folder):
        if name.startswith("reference.") and name.endswith(".tmp"):
            try:
                if time.time() - os.stat(os.path.join(folder, name)).st_mtime > ABANDONED:
                    os.unlink(os.path.join(folder, name))
            except OSError:
                continue
    for ending, kept in ((".sqlite", KEPT), (".stamp", 2 * KEPT)):
        old = []
        for name in os.listdir(folder):
            if name.startswith("reference.") and name.endswith(ending):
                try:
                    old.append((os.stat(os.path.join(folder, name)).st_mtime_ns, name))
                except OSError:
                    continue
        for _, name in sorted(old, reverse=True)[kept:]:
            try:
                os.unlink(os.path.join(folder, name))
            except OSError:
                continue


def _quoted(path: str) -> str:
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
