"""``re`` and ``regex`` for modules that are on the path of every start: patterns are compiled when they are first used, and only once ever.

    from .patterns import re, regex

and then as always: ``re.compile(…)`` gives what can be used like a pattern.  Compiling is most of what a pattern costs, and for ``regex``
the import of the compiler costs more than starting Python.  What a compiler made is kept in the user's cache; the part of either engine
that matches takes it from there.  Where the cache cannot be used, or holds what this interpreter does not take, the pattern is compiled.
"""

from __future__ import annotations

import sys
from marshal import loads

from . import resources
from .typed import Any

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re as re  # noqa: PLC0414 - for type checkers the names are the modules
    from collections.abc import Iterable
    from types import ModuleType

    import regex as regex  # noqa: PLC0414

MOST = 1000                                     # patterns that are kept; beyond that, those of the latest run


_SPECIAL = {ord(char): "\\" + char for char in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}        # as re.escape has them; either engine reads it


class Lazy:
    """A pattern that is made when it is first used.  Its methods are then found on the instance itself.

    ``packed`` is source, flags and what the compiler made, as :func:`pack` has them: of most patterns nothing of it is ever read.
    """

    def __init__(self, engine: str, source: str = "", flags: int = 0, made: bytes = b"", packed: bytes | memoryview = b"") -> None:
        self._recipe = (engine, source, flags)
        self._made = made
        self._packed = packed

    def _unpack(self) -> None:
        if self._packed:
            source, flags, self._made = loads(self._packed)      # noqa: S302 - out of our own cache
            self._recipe, self._packed = (self._recipe[0], source, flags), b""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(self._pattern(), name)
        setattr(self, name, value)
        return value

    def _pattern(self) -> Any:
        pattern = self.__dict__.get("_compiled")
        if pattern is None:
            self._unpack()
            pattern = self._compiled = (_made(self._recipe, self._made) or _compile(self._recipe)) if self._made else _kept(self._recipe)
        return pattern

    def __reduce__(self) -> tuple[Any, ...]:
        self._unpack()
        return Lazy, (*self._recipe, self._made or data(self._recipe[0], _compile(self._recipe)))

    def __repr__(self) -> str:
        self._unpack()
        return f"{self._recipe[0]}.compile({self._recipe[1]!r}, {self._recipe[2]})"


class _Engine:
    """The module of this name, with a ``compile`` that waits; anything else is the module's own."""

    I = IGNORECASE = 2  # noqa: E741 - its name
    M = MULTILINE = 8
    S = DOTALL = 16
    X = VERBOSE = 64

    def __init__(self, name: str) -> None:
        self._name = name
        self._known: dict[tuple[str, int], Lazy] = {}

    def compile(self, source: str, flags: int = 0) -> Lazy:
        key = source, int(flags)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = Lazy(self._name, *key)
        return found

    def escape(self, text: str) -> str:
        return text.translate(_SPECIAL)

    def __getattr__(self, name: str) -> Any:
        from importlib import import_module

        return getattr(import_module(self._name), name)


if not TYPE_CHECKING:
    re, regex = _Engine("re"), _Engine("regex")


def trie(words: Iterable[str]) -> str:
    """A pattern that finds any of the words, and reads no letter twice; of a word that begins with another, only the other."""
    tree: dict[str, list[str]] = {}
    for word in words:
        if word:
            tree.setdefault(word[0], []).append(word[1:])
    branches = [first.translate(_SPECIAL) + ("" if "" in rest else trie(rest)) for first, rest in sorted(tree.items())]
    return branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"


# -- what compilers made -----------------------------------------------------------------------------------------------------------

Recipe = tuple[str, str, int]


def _compile(recipe: Recipe) -> Any:
    from importlib import import_module

    engine, source, flags = recipe
    return import_module(engine).compile(source, flags)


def data(engine: str, pattern: Any) -> bytes:
    """The form it is kept in: what makes the pattern again without a compiler; b"" if this version of the engine does not tell."""
    from marshal import dumps

    try:
        if engine == "regex":
            return dumps(pattern._pickled_data)  # noqa: SLF001 - what it pickles itself by
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(pattern.pattern, pattern.flags)
        state, names = parsed.state, [None] * parsed.state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        code = [int(word) for word in _compiler._code(parsed, pattern.flags)]  # noqa: SLF001
        return dumps((pattern.pattern, pattern.flags | state.flags, code, state.groups - 1, state.groupdict, tuple(names)))
    except (ImportError, AttributeError, TypeError, ValueError):
        return b""


def pack(engine: str, pattern: Any) -> bytes:
    """What a :class:`Lazy` of this pattern needs, in one piece."""
    from marshal import dumps

    return dumps((pattern.pattern, int(pattern.flags), data(engine, pattern)))


def _made(recipe: Recipe, kept: bytes) -> Any:
    """The pattern, without a compiler; None if the engine does not take what was kept."""
    try:
        arguments = loads(kept)                 # noqa: S302 - out of our own cache
        if recipe[0] == "regex":
            return _matcher().compile(*arguments)
        import _sre  # type: ignore[import-not-found]

        return _sre.compile(*arguments)
    except Exception:                           # noqa: BLE001 - of another version of the engine
        return None


def _matcher() -> ModuleType:
    """The half of ``regex`` that matches, without the half that compiles; an ``import regex`` later on finds it in its place."""
    name = "regex._regex"
    if name not in sys.modules:
        from importlib.machinery import PathFinder

        package = PathFinder.find_spec("regex")
        spec = PathFinder.find_spec(name, package.submodule_search_locations) if package is not None else None
        if spec is None or spec.loader is None:
            from importlib import import_module

            return import_module(name)
        module = spec.loader.create_module(spec)
        if module is None:                      # no extension module
            raise ImportError(name)
        module.__spec__ = spec
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


# -- the patterns of modules, kept from run to run ---------------------------------------------------------------------------------

_store: dict[Recipe, bytes] | None = None
_new: dict[Recipe, bytes] = {}


def _kept(recipe: Recipe) -> Any:
    """The pattern as kept; else it is compiled, and kept at the end of the run."""
    global _store  # noqa: PLW0603 - read once
    if _store is None:
        _store = resources.entry("patterns", version(), {})
    kept = _store.get(recipe)
    pattern = _made(recipe, kept) if kept else None
    if pattern is not None:
        return pattern
    pattern = _compile(recipe)
    if not _new:
        import atexit

        atexit.register(_keep)
    _new[recipe] = data(recipe[0], pattern)
    return pattern


def _keep() -> None:
    known = resources.entry("patterns", version(), {})
    resources.store("patterns", version(), {**known, **_new} if len(known) + len(_new) <= MOST else _new)


def version() -> str:
    """What compiled forms hang on besides the interpreter, which the cache tells apart by itself."""
    import _sre
    import os

    try:
        status = os.stat(_matcher().__file__ or "")
        return f"{_sre.MAGIC}-{status.st_size:x}-{int(status.st_mtime):x}"
    except (ImportError, OSError):
        return f"{_sre.MAGIC}"
