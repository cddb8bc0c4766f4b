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
    from types import CodeType

    Kept = tuple[str, str, int, int, bool, int, int]    # source, compiled file, size and time, is it a package, place of the code

NAME = "modules"
PACKAGE = __name__.partition(".")[0]
SIZE = 4                                        # bytes of a length
_held: dict[str, Kept] = {}
_codes = memoryview(b"")                        # of all that is held


class Loader(SourceFileLoader):
    """Python's own, but for where the code comes from."""

    def get_code(self, fullname: str) -> CodeType | None:
        begin, end = _held[fullname][5:]
        code: CodeType = loads(_codes[begin:end])       # noqa: S302 - out of our own cache
        return code


class Finder:
    """Finds the modules that are held."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        del path, target
        if name not in _held:
            return None
        source, compiled, _, _, is_package, _, _ = _held[name]
        spec = ModuleSpec(name, Loader(name, source), origin=source, is_package=is_package)
        spec.has_location, spec.cached = True, compiled
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        return spec


def install() -> None:
    """Import what is held from memory, and see to it that what is not will be held the next time."""
    import atexit

    global _codes
    kept: dict[str, Kept]
    kept, _codes = resources.read(NAME, _key(), _parts, ({}, _codes))
    for name, row in kept.items():
        try:
            status = os.stat(row[0])
        except OSError:
            continue
        if (status.st_size, status.st_mtime_ns) == row[2:4]:
            _held[name] = row
    if _held:
        sys.meta_path.insert(0, Finder)
    atexit.register(keep)


def _parts(entry: memoryview) -> tuple[dict[str, Kept], memoryview]:
    """What ``keep`` wrote: the length of the table, the table, and the codes one behind the other."""
    size = SIZE + int.from_bytes(entry[:SIZE], "little")
    table: dict[str, Kept] = loads(entry[SIZE:size])    # noqa: S302 - out of our own cache
    if max(end for *_, end in table.values()) != len(entry) - size:
        raise ValueError("cut off")
    return table, entry[size:]


def keep() -> None:
    """Put what was imported as always with what is held."""
    from marshal import dumps

    fresh = dict(_imported())
    if not fresh:
        return
    codes = {name: (row, bytes(_codes[row[5] : row[6]])) for name, row in _held.items()} | fresh
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
