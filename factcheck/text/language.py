"""One language, compiled: vocabulary, shapes of typed-out numbers, units by place, rules.

Built from ``rules/`` and ``data/units.toml`` once and kept in the cache, keyed by their content.  A language is unpacked when a sentence in
it is met, each of its patterns when it is first used.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from .. import packing, patterns, resources, units
from ..typed import TYPE_CHECKING, Any, NamedTuple
from . import lexicon as lexicons

if TYPE_CHECKING:
    from .lexer import Figure
    from .lexer.en_pieces import Piece
    from .lexer.zh_scan import Scan
    from .lexicon import Lexicon
    from .rules import Compiled

UnitMatch = units.UnitPhrase

LANGUAGES = ("en", "zh")
REMEMBERED = 10_000                                  # beginnings of what follows figures
VERB_REACH = 8                            # characters behind 升到 in which the unit may be printed again
COMPILING = ("lexer", "numerals", "conditions")      # rooms beside this file whose values or checks go into a pack


class Shape(NamedTuple):
    """A number that is known by its shape: see ``rules/common/shapes.toml``."""

    order: int
    pattern: Any
    kind: str
    value: str
    behind: str
    digits: int
    most: int


QUOTES = "\"”'’"
LINE = 300  # characters before a quotation mark in which its partner is looked for


def closes(text: str, at: int) -> bool:
    """Whether the mark at ``at`` closes a quotation, and is no inch or foot."""
    before = text[text.rfind("\n", max(0, at - LINE), at) + 1 if "\n" in text[max(0, at - LINE) : at] else max(0, at - LINE) : at]
    mark = text[at]
    if mark == '"':
        return before.count('"') % 2 == 1
    opening = "“" if mark == "”" else "‘"
    if mark == "'":
        return before.count(" '") > before.count("' ")
    return before.rfind(opening) > before.rfind(mark)


class Language:
    """What the lexer and the readers need of one language; ``building`` makes it."""

    code: str
    lexicon: Lexicon
    compiled: Compiled
    settings: dict[str, Any]
    sets: dict[str, frozenset[str]]                  # those settings that are lists
    uncounted: frozenset[str]
    least: dict[str, float]
    calendar: dict[str, str]
    minus: frozenset[str]                            # types of words
    joining: dict[str, frozenset[str]]               # types of words that make one figure of two
    bounded_marks: frozenset[str]
    glued_scales: frozenset[str]
    counted: frozenset[str]
    pieces: dict[str, Piece]                         # of English: what is known of a word, which phrases begin where
    openings: frozenset[str]
    tails: dict[str, str]
    ordinary: Any                                    # a pattern: digits with nothing behind them that needs a closer look
    odd: tuple[str, ...]                             # behind digits: "-odd", "-plus "
    plus: tuple[str, ...]
    scan: Scan                                       # of Chinese: where to look
    token: Any
    number: Any
    shapes: list[Shape]
    shape_then: dict[str, tuple[Shape, ...]]         # by the character behind the first digits
    shape_rest: tuple[Shape, ...]
    phrases: dict[str, UnitMatch]                    # units: all, those before a figure, those behind one
    prefixes: dict[str, UnitMatch]
    suffixes: dict[str, UnitMatch]
    percent: UnitMatch | None
    before: tuple[str, ...]
    before_only: tuple[str, ...]
    prefix_ends: dict[str, tuple[int, ...]]          # last character → lengths
    unit_sizes: dict[str, tuple[int, ...]]           # first characters → lengths, longest first
    unit_words: frozenset[str]
    money_words: frozenset[str]
    no_per: tuple[str, ...]
    per_words: tuple[str, ...]
    sizes_at: dict[str, tuple[int, ...]]

    def place(self, phrases: dict[str, UnitMatch]) -> None:
        """The unit phrases by where they may stand."""
        self.phrases = phrases
        self.prefixes = {phrase: phrases[phrase] for phrase in self.before}
        self.suffixes = phrases.copy()
        for phrase in self.before_only:
            del self.suffixes[phrase]
        self.percent = phrases.get("%")

    def __getstate__(self) -> dict[str, Any]:
        """Without the unit phrases, which are packed once for both languages."""
        return {name: value for name, value in vars(self).items() if name not in ("phrases", "prefixes", "suffixes", "percent")}

    # -- units by place ---------------------------------------------------------------------------------------------------------

    def unit_at(self, text: str, pos: int, end: int, figure: Figure | None) -> tuple[UnitMatch, int] | None:
        """The longest unit phrase at ``pos`` (one space or hyphen before it allowed), with its end; else a count noun."""
        if pos >= end:
            return None
        at = pos
        if text[at] in " \u00a0-\u2009\u202f‑\n":
            at += 1
            if at < end and text[at] == " ":
                at += 1
            if at >= end:
                return None
        first = text[at : at + 3]
        for size in self.sizes_at.get(first) or self._sizes(first):
            stop = at + size
            if stop > end:
                continue
            piece = text[at:stop]
            unit = self.suffixes.get(piece) or (self.suffixes.get(piece.lower()) if size > 1 else None)      # 600 S Mill Road
            if unit is None:
                continue
            last = piece[-1]
            if stop + 1 < end and text[stop] in "'’" and text[stop + 1] == "t":
                continue  # 2004 won't
            if at > pos and text[pos] in "-‑" and "prefix" in unit.flags and not last.isalpha():
                continue  # $10-$20
            if last.isascii() and last.isalpha() and stop < end and text[stop].isascii() and (text[stop].isalnum() or text[stop] == "_"):
                continue
            if figure is not None and not self.admits(unit, text, at, stop, pos, end, figure):
                continue
            return unit, stop
        return None

    def _sizes(self, first: str) -> tuple[int, ...]:
        """The lengths, longest first, of phrases that may begin with these three characters; remembered."""
        known = self.unit_sizes
        if first[0].isascii():
            low = first.lower()
            sizes = known.get(low, ())
            if len(low) > 1:
                sizes += known.get(low[:2], ()) if len(low) > 2 else ()
                sizes += known.get(low[0], ())
        else:
            sizes = known.get(first[:2]) or known.get(first[0], ())
        if len(self.sizes_at) > REMEMBERED:
            self.sizes_at.clear()
        self.sizes_at[first] = sizes
        return sizes

    def countable(self, text: str, at: int, stop: int, pos: int, figure: Figure) -> bool:
        """Whether a noun may be what is counted: "six car lines" are lines, "9 can perform" are no cans."""
        if figure.high <= 1 or text[stop - 1] in "sS" or not text[at].isascii():
            return True
        if text[pos] not in " \u00a0" or text[stop : stop + 1] != " ":
            return True
        return not text[stop + 1 : stop + 2].islower() or text[at:stop].lower() in self.uncounted

    def admits(self, unit: UnitMatch, text: str, at: int, stop: int, pos: int, end: int, figure: Figure) -> bool:
        """Whether a phrase that is also a common word or letter is a unit here."""
        flags = unit.flags
        if text[at] in QUOTES and (closes(text, at) or text[stop : stop + 1].isalpha()
                                   or at > pos and text[stop : stop + 1].isdecimal()) or unit.name == "FLOP" and figure.high < 1e6:
            return False
        if unit.dimension[:6] == "count:" and text[at].isupper() and text[stop : stop + 1] == " " and text[stop + 1 : stop + 2].isdigit():
            return False  # 63,150 Model 3s
        if text[stop : stop + 1] == "-" and text[at - 1] == " " and text[at:stop] in self.sets.get("ordinal_units", ()):
            return False  # two second-hand cars
        if text[at : stop + 1] in self.sets.get("unit_verbs", ()) and text[at:stop] not in text[stop : min(end, stop + VERB_REACH)]:
            return False  # 从8.2升到8.4, but 3升到5升
        if "after_digit" in flags and figure.words or unit.dimension == "[time]" and text[at:stop] in self.sets.get("no_units", ()):
            return False
        if unit.dimension[:6] == "count:" and not self.countable(text, at, stop, pos, figure):
            return False
        if text[pos] in "-‑" and text[stop : stop + 1] == text[pos] and text[stop + 1 : stop + 2].isdecimal() and \
                "ambiguous" in flags and stop - at <= 2:
            return False  # 4-in-10
        if "ambiguous" in flags and figure.scale == 1 and figure.high < self.least.get(text[at:stop], 0):
            return False
        if "ambiguous" in flags and stop - at <= 2:
            glued = at == pos
            closed = stop >= end or not (text[stop] == " " and stop + 1 < end and (text[stop + 1].isalnum()))
            return glued or closed
        return True

    def per_at(self, text: str, pos: int, end: int, unit: UnitMatch) -> tuple[str, int]:
        """A rate's denominator ("a barrel", "per day", "/平方米") and its end; ("", pos) if there is none."""
        at = pos
        while at < end and text[at] == " ":
            at += 1
        if not text.startswith(self.per_words, at):
            return "", pos
        for word in self.per_words:
            stop = at + len(word)
            if text.startswith(word, at) and stop < end:
                if word[-1].isascii() and word[-1].isalpha():
                    if text[stop] not in " -" or at == pos:
                        continue
                    stop += 1
                found = self.unit_at(text, stop, end, None)
                if found is not None and found[0].dimension not in ("percent", "times", "percent_point", unit.dimension):
                    if self.no_per and found[0].dimension == "[time]" and text.startswith(self.no_per, found[1] + 1):
                        break                                 # "$40 million a year ago"
                    return found[0].name, found[1]
        return "", pos


_LOADED: dict[tuple[str, ...], Languages] = {}


class Languages(dict[str, Language]):
    """Languages by code; each is read from the cache, or built, when it is asked for.  ``key`` is "" where there is no cache."""

    def __init__(self, key: str, folders: tuple[str, ...]) -> None:
        super().__init__()
        self.key, self.folders = key, folders
        self.phrases: dict[str, UnitMatch] = {}

    def build(self, name: str) -> bytes:
        """A part, packed, and kept for the next time."""
        if name in LANGUAGES:
            from .building import build  # not on the path of a check

            packed = packing.pack(build(name, self.folders, bool(self.key)))
        else:
            table = units.load(bool(self.key))
            packed = packing.pack(table.en if name == "units" else table.zh)
        if self.key:
            resources.store(f"language.{name}", self.key, None, packed)
        return packed

    def part(self, name: str) -> Any:
        found = resources.read(f"language.{name}", self.key, packing.unpack, None) if self.key else None
        return packing.unpack(self.build(name)) if found is None else found

    def __missing__(self, code: str) -> Language:
        language: Language = self.part(code)
        self.phrases = self.phrases or self.part("units")
        language.place(self.phrases | self.part("units_zh") if code == "zh" else self.phrases)
        self[code] = language
        return language


def load(rules: Iterable[str] = (), use_cache: bool = True) -> Languages:
    """Both languages, compiled: from memory, from the cache, or built."""
    extra = tuple(rules)
    found = _LOADED.get(extra)
    if found is None:
        folders = lexicons.default_folders(extra)
        found = _LOADED[extra] = Languages(_key(folders) if use_cache else "", folders)
        for code in LANGUAGES if extra else ():      # what is wrong in rules of one's own is told, whatever the article's language
            found[code]
    return found


def _key(folders: tuple[str, ...]) -> str:
    """What the packs hang on: the rules, the units, and the modules whose values are in them."""
    shipped = f"{resources.looked_at[folders[0]]}-{patterns.version()}" if len(folders) == 1 and folders[0] in resources.looked_at else ""
    if shipped and (known := resources.entry("languages", shipped, "")):
        return str(known)
    data, here = resources.data_dir(), os.path.dirname(__file__)
    rooms = [here, *(os.path.join(here, room) for room in COMPILING)]
    sources = [os.path.join(room, name) for room in rooms for name in sorted(os.listdir(room)) if name.endswith(".py")]
    tables = [os.path.join(data, name) for name in ("units.toml", "units_pint.txt")]
    key = resources.files_key(
        [*rule_files(folders), *tables, *sources, units.__file__, packing.__file__, patterns.__file__], patterns.version()
    )
    if shipped:
        resources.store("languages", shipped, key)
    return key


def rule_files(folders: Iterable[str]) -> list[str]:
    """Every TOML file of the rules folders, in reading order."""
    found = []
    for folder in folders:
        for room, _, names in sorted(os.walk(folder)):
            found += [os.path.join(room, name) for name in sorted(names) if name.endswith(".toml")]
    return found
