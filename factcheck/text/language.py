"""One language, compiled: vocabulary, shapes of typed-out numbers, units by place, rules.

Built from ``rules/`` and ``data/units.toml`` once and kept in the cache, keyed by their content.  A language is unpacked when a sentence in
it is met, each of its patterns when it is first used.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from .. import packing, patterns, resources, units
from ..patterns import re, regex
from ..typed import Any, NamedTuple
from . import lexicon as lexicons
from . import numerals_en, pieces_en, scan_zh
from .grammar import RuleError, compile_rules, literals, read_rules
from .lexer import Figure
from .phrases_en import Phrases

UnitMatch = units.UnitPhrase

# The lexer's inner loop: `re`, since its matches are made four times as fast as those of `regex`.
TOKEN = {
    "en": r"\s*+(?:(?P<word>[A-Za-z]\.(?:[A-Za-z]\.)++|[A-Za-zÀ-ɏ]++(?:['’][A-Za-z]++)?+)|(?P<digit>[0-9０-９])|(?P<other>\S))",
    "zh": r"\s*+(?:(?P<word>[A-Za-zÀ-ɏ]++)|(?P<digit>[0-9０-９])|(?P<other>\S))",
}
NUMBER = (
    r"(?:[0-9０-９]++(?:[,，][0-9０-９]{2,3})*+(?:[\u00a0\u2009\u202f][0-9]{3}(?![0-9])|[ ][0-9]{3}(?![0-9.,]*[0-9]))*+)?+"
    r"(?:[.．](?=[0-9０-９])[0-9０-９]++)?+"
    r"(?:[eE][-+]?[0-9]{1,2}(?![0-9A-Za-z]))?+(?:\s?[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])?+"
)
LANGUAGES = ("en", "zh")
REMEMBERED = 10_000                                  # beginnings of what follows figures
PARTS = ("en", "zh", "units", "units_zh")            # what is packed, each by itself


class Shape(NamedTuple):
    """A number that is known by its shape: see ``rules/common/shapes.toml``."""

    order: int
    pattern: Any
    kind: str
    value: str
    behind: str
    digits: int


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


JOINING = {"range": ("and", "range", "range_up"), "part": ("out_of",), "bound": ("bound_low", "bound_high", "end_high")}


class Language:
    """What the lexer and the readers need of one language."""

    def __init__(self, code: str, folders: Iterable[str], use_cache: bool = True) -> None:
        folders = tuple(folders)
        self.code = code
        self.lexicon = lexicons.read(code, folders)
        rules = read_rules(code, folders)
        for word in literals(rules):
            self.lexicon.add(word, "=" + word)
        self.lexicon.freeze()
        self.settings: dict[str, Any] = self.lexicon.settings
        self.uncounted: frozenset[str] = frozenset(self.settings.get("plural_as_singular", ()))
        self.least: dict[str, float] = self.settings.get("least", {})
        self.minus = frozenset(self.lexicon.chars.get("minus", ""))
        self.joining = {              # types of words that make one figure of two
            name: frozenset("".join(self.lexicon.chars.get(group, "") for group in groups))
            for name, groups in JOINING.items()
        }
        tails = self._tails()
        self.pieces = pieces_en.table(self.lexicon.words if code == "en" else {}, tails, Phrases.OPENERS)
        self.openings, self.tails = pieces_en.phrases(tails)
        self.counted = frozenset(
            word for name in ("article_units", "article_compounds", "article_pairs") for word in self.settings.get(name, ())
        )
        self.sets: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in self.settings.items() if isinstance(words, list)}
        self.token = re.compile(TOKEN[code])
        self.number = regex.compile(NUMBER)
        self.shapes: list[Shape] = []
        self.shape_then: dict[str, tuple[Shape, ...]] = {}
        self.shape_rest: tuple[Shape, ...] = ()
        self._shapes(folders)
        table = units.load(use_cache)
        self._units(table)
        self.glued_scales = frozenset(word for word, entry in self.lexicon.words.items() if entry.scale)
        self.calendar: dict[str, str] = self.settings.get("calendar", {})
        self.bounded_marks = frozenset(self.settings.get("bounded_marks", ()))
        self.scan = scan_zh.scan(self.lexicon.words if code == "zh" else {}, self.settings.get("half_words", ()))
        self.compiled = compile_rules(rules, self.lexicon)

    def _tails(self) -> dict[str, list[str]]:
        """First word of every known word or phrase → the rests of phrases, longest first.  For English."""
        if self.code != "en":
            return {}
        tails: dict[str, list[str]] = {word: [] for word in numerals_en.STARTERS}
        token = re.compile(TOKEN["en"])
        for word in sorted(self.lexicon.words, key=lambda word: -len(word)):
            found = token.match(word)
            if found is None or found.lastgroup is None:
                continue
            listed = tails.setdefault(found.group(found.lastgroup), [])
            if found.end() < len(word):
                listed.append(word[found.end() :])
        return tails

    def _shapes(self, folders: tuple[str, ...]) -> None:
        """Read the shapes and sort them by the character that may follow the first digits; the order of the files is kept."""
        import tomllib

        from regex import compile as compile_now
        from regex import error as wrong

        then: list[str] = []
        point: list[str] = []
        for folder in folders:
            for room in ("common", self.code):
                path = os.path.join(folder, room, "shapes.toml")
                if not os.path.exists(path):
                    continue
                try:
                    with open(path, "rb") as file:
                        rows = tomllib.load(file).get("shape", [])
                except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
                    raise RuleError(path, 0, f"not a shapes file: {error}") from error
                for row in rows:
                    try:
                        shape = Shape(
                            len(self.shapes),
                            compile_now(row["pattern"]),
                            row["kind"],
                            row.get("value", ""),
                            row.get("behind", ""),
                            row.get("digits", 1),
                        )
                    except (KeyError, wrong) as error:
                        raise RuleError(path, 0, f"a shape needs kind and a valid pattern: {error}") from error
                    self.shapes.append(shape)
                    then.append(row.get("then", ""))
                    point.append(row.get("point", ""))
        self.shape_rest = tuple(shape for shape, chars in zip(self.shapes, then, strict=True) if not chars)
        pointed = [
            (shape, chars, "." in follow)
            for shape, follow, chars in zip(self.shapes, then, point, strict=True)
            if "." in follow or not follow
        ]
        for char in {"", *"".join(point)}:
            self.shape_then["#" + char] = tuple(shape for shape, chars, _ in pointed if not chars or char in chars and char)
        for char in set("".join(then)):
            self.shape_then[char] = tuple(shape for shape, chars in zip(self.shapes, then, strict=True) if not chars or char in chars)

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

    def _units(self, table: units.UnitTable) -> None:
        phrases = table.en | table.zh if self.code == "zh" else table.en
        self.before = tuple(phrase for phrase, unit in phrases.items() if "prefix" in unit.flags)
        self.before_only = tuple(phrase for phrase in self.before if "suffix" not in phrases[phrase].flags)
        self.place(phrases)
        ends: dict[str, set[int]] = {}
        for phrase in self.prefixes:
            for last in {phrase[-1], phrase[-1].lower()}:
                ends.setdefault(last, set()).add(len(phrase))
        self.money_words = pieces_en.last_words(self.prefixes)
        self.prefix_ends = {last: tuple(sorted(found, reverse=True)) for last, found in ends.items()}  # last character → lengths
        self.unit_words = pieces_en.first_words((*self.suffixes, *(word for word, entry in self.lexicon.words.items() if entry.scale)))
        sizes: dict[str, set[int]] = {}
        for phrase in self.suffixes:
            sizes.setdefault(phrase[:3].lower() if phrase[0].isascii() else phrase[:2], set()).add(len(phrase))
        for key, found in sizes.items():
            if len(key) == 2 and not key[0].isascii() and key[0] in sizes:
                found.add(1)
        self.unit_sizes = {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}
        self.sizes_at: dict[str, tuple[int, ...]] = {}
        self.per_words = tuple(sorted(self.settings.get("per", ()), key=len, reverse=True))

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
            unit = self.suffixes.get(piece) or self.suffixes.get(piece.lower())
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
        if text[at] in QUOTES and (closes(text, at) or text[stop : stop + 1].isalpha()) or unit.name == "FLOP" and figure.high < 1e6:
            return False
        if unit.dimension[:6] == "count:" and text[at].isupper() and text[stop : stop + 1] == " " and text[stop + 1 : stop + 2].isdigit():
            return False  # 63,150 Model 3s
        if "after_digit" in flags and figure.words:
            return False
        if unit.dimension[:6] == "count:" and not self.countable(text, at, stop, pos, figure):
            return False
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
                    return found[0].name, found[1]
        return "", pos


_LOADED: dict[tuple[str, ...], Languages] = {}


class Languages(dict[str, Language]):
    """Languages by code; each is read from the cache, or unpacked, when it is asked for.  ``key`` is "" where there is no cache."""

    def __init__(self, key: str, folders: tuple[str, ...]) -> None:
        super().__init__()
        self.key = key
        self.packed: dict[str, bytes] = {}
        self.phrases: dict[str, UnitMatch] = {}
        if not key or not all(resources.has_entry(f"language.{part}", key) for part in PARTS):
            self.build(folders)
        self.folders = folders

    def build(self, folders: tuple[str, ...]) -> None:
        table = units.load(bool(self.key))
        self.packed = {code: packing.pack(Language(code, folders, bool(self.key))) for code in LANGUAGES}
        self.packed |= {"units": packing.pack(table.en), "units_zh": packing.pack(table.zh)}
        for part, packed in self.packed.items() if self.key else ():
            resources.store(f"language.{part}", self.key, None, packed)

    def part(self, name: str) -> Any:
        found = None if self.packed else resources.read(f"language.{name}", self.key, packing.unpack, None)
        if found is None:                           # it has gone, or is broken
            if not self.packed:
                self.build(self.folders)
            found = packing.unpack(self.packed[name])
        return found

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
    return found


def _key(folders: tuple[str, ...]) -> str:
    """What the packs hang on: the rules, the units, and the modules whose values are in them."""
    data, here = resources.data_dir(), os.path.dirname(__file__)
    sources = [os.path.join(here, name) for name in sorted(os.listdir(here)) if name.endswith(".py")]
    tables = [os.path.join(data, name) for name in ("units.toml", "units_pint.txt")]
    return resources.files_key(
        [*rule_files(folders), *tables, *sources, units.__file__, packing.__file__, patterns.__file__], patterns.version()
    )


def rule_files(folders: Iterable[str]) -> list[str]:
    """Every TOML file of the rules folders, in reading order."""
    found = []
    for folder in folders:
        for room, _, names in sorted(os.walk(folder)):
            found += [os.path.join(room, name) for name in sorted(names) if name.endswith(".toml")]
    return found
