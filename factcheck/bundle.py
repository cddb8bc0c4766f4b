"""The modules of a run in one file of the user's cache, so that a start opens one file instead of a hundred.

Finding, opening and checking a compiled module takes as long as running it.  ``keep`` puts the code of every module of this package that
a run has imported into one entry of the cache; ``install`` takes it from there the next time.  A module whose source has another size or
time than when it was kept is imported as always.  Only the console script does this; ``import factcheck`` elsewhere imports as Python does.
"""

from __future__ import annotations

import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader
from marshal import loads

from . import resources

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import FileIO
    from types import CodeType

    Kept = tuple[str, str, int, int, bool, int, int]    # source, compiled file, size and time, is it a package, place of the code

NAME = "modules"
PACKAGE = __name__.partition(".")[0]
SIZE = 4                                        # bytes of a length
_held: dict[str, Kept] = {}
_files: list[FileIO] = []                       # the one with the codes of all that is held, each read when it is needed


class Loader(SourceFileLoader):
    """Python's own, but for where the code comes from."""

    def get_code(self, fullname: str) -> CodeType | None:
        code: CodeType = loads(_code(_held[fullname]))   # noqa: S302 - out of our own cache
        return code


class Finder:
    """Finds the modules that are held."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        del path, target
        if name not in _held:
            return None
        source, compiled, size, time, is_package, _, _ = _held[name]
        try:
            status = os.stat(source)
        except OSError:
            status = None
        if status is None or (status.st_size, status.st_mtime_ns) != (size, time):
            del _held[name]                     # it will be imported as always, and kept as it is now
            return None
        spec = ModuleSpec(name, Loader(name, source), origin=source, is_package=is_package)
        spec.has_location, spec.cached = True, compiled
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        return spec


def install() -> None:
    """Import what is held from memory, and see to it that what is not will be held the next time."""
    import atexit

    entry = resources.opened(NAME, _key())
    if entry is not None:
        _files.append(entry)
        try:
            _held.update(_table(entry))
            sys.meta_path.insert(0, Finder)
        except (OSError, ValueError, TypeError, EOFError):      # broken, or cut off
            pass
    atexit.register(keep)


def _table(entry: FileIO) -> dict[str, Kept]:
    """What ``keep`` wrote first: the length of the table, and the table; the codes follow one behind the other."""
    size = int.from_bytes(entry.read(SIZE), "little")
    table: dict[str, Kept] = loads(entry.read(size))    # noqa: S302 - out of our own cache
    begin = entry.tell()
    if max(end for *_, end in table.values()) != os.fstat(entry.fileno()).st_size - begin:
        raise ValueError("cut off")
    return {name: (*row[:5], begin + row[5], begin + row[6]) for name, row in table.items()}


def _code(row: Kept) -> bytes:
    _files[0].seek(row[5])
    return _files[0].read(row[6] - row[5])


def keep() -> None:
    """Put what was imported as always with what is held."""
    from marshal import dumps

    fresh = dict(_imported())
    codes = {name: (row, _code(row)) for name, row in _held.items()} | fresh if fresh else {}
    for file in _files:                         # before another takes its place
        file.close()
    if not codes:
        return
    table, at = {}, 0
    for name, (row, code) in codes.items():
        table[name] = (*row[:5], at, at + len(code))
        at += len(code)
    head = dumps(table)
    resources.store(NAME, _key(), None, b"".join((len(head).to_bytes(SIZE, "little"), head, *(code for _, code in codes.values()))))


def _imported() -> Iterator[tuple[str, tuple[Kept, bytes]]]:
    """The modules of this package that Python's own loader loaded."""
    from marshal import dumps

    for name, module in list(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        if name in _held or spec is None or type(spec.loader) is not SourceFileLoader or name.partition(".")[0] != PACKAGE:
            continue
        try:
            status, code = os.stat(spec.origin), spec.loader.get_code(name)
        except (OSError, ImportError):
            continue
        row = spec.origin, spec.cached or "", status.st_size, status.st_mtime_ns, spec.submodule_search_locations is not None, 0, 0
        yield name, (row, dumps(code))


def _key() -> str:
    """Another checkout, interpreter or degree of optimisation has modules of its own."""
    return resources.content_key((), os.path.dirname(__file__), MAGIC_NUMBER.hex(), str(sys.flags.optimize))
