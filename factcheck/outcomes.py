"""What checks came to, remembered: an article that has not changed, checked as before, is not checked again.

An outcome hangs on the bytes of the article and its path, on everything that the engine is told, on the user's rules and tables, and on
what this tool is made of: its modules, rules and data, the packages beside it, the interpreter.  All of that is in the key.  Rules, tables
and modules are known by their contents, which are hashed again when a file has another size, time or place than before; while one of them
is so new that its time may not tell of the next change, or when one changes during a run, nothing is remembered.

Kept are the findings and what a summary counts, which is all that most reports need; one that lists claims goes past this room.
"""

from __future__ import annotations

import os
import sys
from marshal import dumps, loads

from . import resources
from .errors import FactcheckError
from .readers import Source
from .reports.model import Checked, Counts
from .typed import TYPE_CHECKING, Any, NamedTuple
from .values import Block, Claim, Document, Finding, Quantity, Reference, Report, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Place = tuple[str, str]                     # where an outcome is kept, and its key
    State = tuple[int, int, int, int]           # size, times of the last changes, place on the disk; zeros for what is missing

ROOM = "outcomes"                               # of the cache
MOST, BYTES = 4000, 32_000_000                  # that it may hold
LARGEST = 500_000                               # bytes of one outcome
WAITING = 200                                   # outcomes that are written together
TRIMMED = 64                                    # the room is trimmed at one in so many outcomes
SETTLED = 2_000_000_000                         # nanoseconds after which a file's times tell of every change
SUFFIXES = (".py", ".pyc", ".toml", ".csv", ".txt")
_KINDS: tuple[type, ...] = (tuple, Finding, Span, Claim, Quantity, Reference, Block)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}


class Outcome(NamedTuple):
    """An article checked; and of the tables that it was held against, path and when their sources were last read."""

    checked: Checked
    sources: tuple[tuple[str, str], ...] = ()


class Memory:
    """The outcomes that a run finds and leaves behind."""

    def __init__(self) -> None:
        self._contents: dict[Any, _Content] = {}            # of this tool, and of each set of rules and tables
        self._waiting: list[tuple[Place, bytes]] = []

    def place(self, source: Source, told: Mapping[str, Any]) -> Place:
        """One place for each article and way of checking it; the key is "" if nothing may be kept there."""
        keys = []
        for rules, tables in dict.fromkeys((((), ()), (told["rules"], told["reference"]))):
            content = self._contents.get((rules, tables))
            if content is None:
                content = self._contents[rules, tables] = _of_user(rules, tables) if rules or tables else _of_this_tool()
            keys.append(content.key)
        name = resources.bytes_key("outcome", os.path.abspath(source.path), source.path, repr(sorted(told.items())))
        return name, resources.bytes_key(name, *keys, source.raw) if all(keys) else ""

    def find(self, place: Place, source: Source) -> Outcome | None:
        """What the article came to when it was last checked, if everything is as it was then."""
        kept = resources.latest(ROOM, *place) if place[1] else b""
        try:
            lang, date, blocks, findings, figures, verdicts, sources = map(_made, loads(kept))      # noqa: S302 - out of our own cache
        except (ValueError, TypeError, EOFError, IndexError):
            return None
        report = Report(Document(source.prose, blocks, lang, date, source.path), (), (), findings, _not_kept)
        return Outcome(Checked(source.path, source.text, report, source.raw, source.encoding, Counts(figures, verdicts)), sources)

    def add(self, place: Place, outcome: Outcome) -> None:
        """Remember an outcome, from the end of the run on."""
        report, counts = outcome.checked.report, outcome.checked.counts
        document = report.document
        values = (document.lang, document.date, document.blocks, report.findings, counts.figures, counts.verdicts, outcome.sources)
        try:
            kept = dumps([_plain(value) for value in values])
        except ValueError:                      # something in it is not of the kinds that are kept
            return
        if place[1] and len(kept) <= LARGEST:
            self._waiting.append((place, kept))
        if len(self._waiting) >= WAITING:
            self.flush()

    def flush(self) -> None:
        """Write what waits, if what it hangs on is still what it was."""
        if self._waiting and all(content.is_unchanged() for content in self._contents.values()):
            for place, kept in self._waiting:
                resources.keep(ROOM, *place, kept)
            if any(int(key[:4], 16) % TRIMMED == 0 for (_, key), _ in self._waiting):
                resources.trim(ROOM, MOST, BYTES)
        self._waiting.clear()


class _Content:
    """Files and folders, known by what they contain.  ``key`` is "" if one of them is too new for its times to be trusted."""

    def __init__(self, seen: dict[str, State], name: str, beside: Iterable[str] = ()) -> None:
        from time import time_ns

        self._seen, self.key = seen, ""
        sizes, *times, places = zip(*seen.values(), strict=True)
        if max(map(max, times)) < time_ns() - SETTLED:
            salt = sys.version, str(sys.flags.optimize)
            numbers = dumps((sizes, *times, places), 2)             # a form in which the same is always written alike
            place, stamp = resources.bytes_key("content", name, *salt), resources.bytes_key("\n".join(seen), numbers, *salt)
            self.key = resources.latest(ROOM, place, stamp).decode("ascii", "replace")
            if not self.key:
                self.key = resources.content_key(seen, *seen, *salt, *_installed(beside))
                resources.keep(ROOM, place, stamp, self.key.encode())

    def is_unchanged(self) -> bool:
        return all(_state(path) == state for path, state in self._seen.items())


def _of_this_tool() -> _Content:
    folders = os.path.dirname(os.path.abspath(__file__)), resources.rules_dir(), resources.data_dir()
    beside = [folder for folder in sys.path if os.path.basename(folder) in ("site-packages", "dist-packages")]
    content = _Content(_inside(folders, SUFFIXES) | {folder: _state(folder) for folder in beside}, repr((folders, beside)), beside)
    if content.key:
        resources.looked_at |= dict.fromkeys(folders[1:], content.key)
    return content


def _of_user(rules: tuple[str, ...], tables: tuple[str, ...]) -> _Content:
    """The user's own rules and tables."""
    from .reference.layer import files

    rules, tables = tuple(map(os.path.abspath, rules)), tuple(map(os.path.abspath, tables))
    seen = _inside(rules, (".toml",))
    for table in tables:
        try:
            found = files(table)
        except FactcheckError:                  # the check will say what is wrong with it
            found = []
        seen |= {path: _state(path) for path in (table, os.path.join(table, "series"), *found)}
    return _Content(seen, repr((rules, tables)))


def _inside(folders: Iterable[str], suffixes: tuple[str, ...]) -> dict[str, State]:
    """The folders, and the files and folders in them, if they have one of these suffixes; links that lead back are not followed."""
    seen: dict[str, State] = {}
    waiting, linked = list(folders), set[str]()
    while waiting:
        folder = waiting.pop()
        seen[folder] = _state(folder)           # its times tell of what is added or renamed
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.endswith(suffixes):
                        seen[entry.path] = _state(entry.path)
                    elif entry.is_dir() and entry.name != "__pycache__":
                        if not entry.is_symlink():
                            waiting.append(entry.path)
                        elif (real := os.path.realpath(entry.path)) not in linked:
                            linked.add(real)
                            waiting.append(entry.path)
        except OSError:                         # the check will say so, if it matters
            continue
    return dict(sorted(seen.items()))


def _state(path: str) -> State:
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0, 0, 0
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _installed(folders: Iterable[str]) -> Iterator[str]:
    """The packages in folders, with their versions: some of them have a part in what is found."""
    for folder in folders:
        try:
            yield from sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))
        except OSError:
            continue


def _plain(value: Any) -> Any:
    """Values of this tool as tuples that begin with the number of their kind; nothing but plain values comes out of the cache."""
    number = _NUMBERS.get(type(value))
    return value if number is None else (number, *map(_plain, tuple.__iter__(value)))


def _made(value: Any) -> Any:
    if type(value) is not tuple:
        return value
    number, *parts = value
    return tuple.__new__(_KINDS[number], map(_made, parts))


def _not_kept() -> list[Claim]:
    raise LookupError("claims are not remembered: a report that lists them is not brief")
