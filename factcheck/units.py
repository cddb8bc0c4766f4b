"""Unit phrases and what they measure.

``data/units.toml`` lists the phrases, pint says what they are worth, once; the result is a plain dict from phrase to ``UnitPhrase`` that is
cached by content, so that a check never imports pint.

A phrase is looked up as it is printed and then in lower case: words are listed in lower case, symbols as printed ("MW" is not "mW") and,
where no other symbol is in the way, in lower case too ("kwh").  Flags of a phrase:

prefix        may stand before the number: "$", "USD", "人民币"
suffix        may stand after the number
after_digit   as a suffix only straight after digits (a space may be between): "5 m", "80 g", "6'"
measure       a Chinese measure word: the noun, if any, follows ("3家公司")
ambiguous     often something else: has other readings in ``alternatives``, or is a common word ("second", "won")
"""

from __future__ import annotations

import os

from .errors import FactcheckError
from .resources import cached, content_key, data_dir
from .typed import TYPE_CHECKING, Any, NamedTuple
from .values import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pint import UnitRegistry

LANGS = ("en", "zh")
# Keys of an entry that list phrases → (languages, flags).
WORDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (("en",), ("suffix",)),
    "zh": (("zh",), ("suffix",)),
    "measure": (("zh",), ("suffix", "measure")),
    "abbr": (LANGS, ("suffix",)),
    "symbol": (LANGS, ("suffix",)),
    "letter": (LANGS, ("suffix", "after_digit")),
    "letter_en": (("en",), ("suffix", "after_digit")),
    "letter_zh": (("zh",), ("suffix", "after_digit")),
    "code": (LANGS, ("prefix", "suffix")),
    "sign": (LANGS, ("prefix", "suffix", "after_digit")),
    "sign_en": (("en",), ("prefix", "suffix", "after_digit")),
    "sign_zh": (("zh",), ("prefix", "suffix", "after_digit")),
    "before": (LANGS, ("prefix",)),
    "both_zh": (("zh",), ("prefix", "suffix")),
}
BRACKETS = frozenset("[]()|")
LOWERED = frozenset({"en", "zh", "measure", "abbr", "both_zh"})         # words; the rest is case-sensitive
LISTS = frozenset(WORDS) | {"also", "ambiguous"}
KEYS = LISTS | {"pint", "dimension", "name", "kind"}
KINDS = frozenset({"quantity", "duration", "age", "share", "percent_point", "basis_point", "multiplier"})
SECTION_KINDS = {"time": "duration", "ratio": "share"}
OWN_DIMENSION = frozenset({"money", "count"})                   # sections whose entries are each a dimension: "money:USD"
ECONOMY, CONSUMPTION = frozenset({"mpg", "us_mpg", "imperial_mpg"}), frozenset({"l_per_100km"})      # for pint an area, which they are not
OWN = "own__"                                                   # marks such dimensions inside pint


class UnitError(FactcheckError):
    """A mistake in the unit files: says where, what and the remedy."""

    def __init__(self, path: str, line: int, problem: str, remedy: str) -> None:
        super().__init__(f"{path}:{line}: {problem}. {remedy}")
        self.path, self.line, self.problem, self.remedy = path, line, problem, remedy


class UnitPhrase(NamedTuple):
    """``value * factor + offset`` is in the base unit of ``dimension``."""

    name: str
    dimension: str
    factor: float
    offset: float
    kind: str
    flags: frozenset[str]
    alternatives: tuple[UnitPhrase, ...] = ()

    @property
    def unit(self) -> Unit:
        return Unit(self.name, self.dimension, self.factor, self.offset)


class UnitTable(NamedTuple):
    en: dict[str, UnitPhrase]
    zh: dict[str, UnitPhrase]
    units: dict[str, UnitPhrase]                                # by canonical name, no flags

    def phrases(self, lang: str) -> dict[str, UnitPhrase]:
        return self.zh if lang == "zh" else self.en

    def find(self, phrase: str, lang: str = "en") -> UnitPhrase | None:
        """The unit a phrase stands for, as printed or else in lower case."""
        phrases = self.phrases(lang)
        return phrases.get(phrase) or phrases.get(phrase.lower())

    def convert(self, value: float, source: str, target: str, difference: bool = False) -> float:
        """``value`` from one unit to another, by canonical name or phrase; a ``difference`` of temperatures has no offset."""
        a, b = self._named(source), self._named(target)
        if a.dimension != b.dimension:
            raise ValueError(f"{source} is {a.dimension}, {target} is {b.dimension}")
        if difference:
            return value * a.factor / b.factor
        return (value * a.factor + a.offset - b.offset) / b.factor

    def _named(self, name: str) -> UnitPhrase:
        found = self.units.get(name) or self.find(name) or self.find(name, "zh")
        if found is None:
            raise ValueError(f"no unit {name!r}")
        return found


_loaded: dict[str, UnitTable] = {}
_registries: dict[str, UnitRegistry[Any]] = {}                  # by the content of units_pint.txt


def load(use_cache: bool = True, folder: str | None = None) -> UnitTable:
    """The unit table: from memory, from the cache, or built with pint."""
    folder = folder or data_dir()
    if use_cache and (known := _loaded.get(folder)):
        return known
    key = content_key([os.path.join(folder, "units.toml"), os.path.join(folder, "units_pint.txt"), __file__])
    table = cached("units", key, lambda: build_table(folder), use_cache)
    _loaded[folder] = table
    return table


def convert(value: float, source: str, target: str, difference: bool = False) -> float:
    return load().convert(value, source, target, difference)


# Building.  Nothing below runs when the cache is warm.


class _Entry(NamedTuple):
    section: str
    key: str
    fields: dict[str, Any]

    @property
    def is_base(self) -> bool:
        return "pint" not in self.fields


class _Source:
    """The TOML file, checked, with its lines for messages."""

    def __init__(self, path: str) -> None:
        import tomllib

        self.path = path
        with open(path, encoding="utf-8") as stream:
            self.text = stream.read()
        try:
            data = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            import re

            line = re.search(r"line (\d+)", str(error))
            last = self.text.count("\n") + 1
            raise UnitError(path, int(line[1]) if line else last, f"not TOML: {error}", "Mend the syntax of this line.") from None
        pairs = data.pop("traditional", "").split()
        self.traditional = str.maketrans(dict(pairs))
        self.entries: list[_Entry] = []
        for section, table in data.items():
            if not isinstance(table, dict):
                raise self.error("", section, f"{section!r} is not in a section", "Put entries under a heading such as [length].")
            for key, fields in table.items():
                if not isinstance(fields, dict):
                    raise self.error(section, key, f"{key!r} is not a table", 'Write  km = { pint = "kilometer", en = ["km"] }.')
                entry = _Entry(section, key, fields)
                self._check(entry)
                self.entries.append(entry)

    def _check(self, entry: _Entry) -> None:
        for key, value in entry.fields.items():
            if key not in KEYS:
                raise self.error(entry.section, entry.key, f"unknown key {key!r}", f"The keys are {', '.join(sorted(KEYS))}.")
            if key in LISTS:
                if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
                    raise self.error(entry.section, entry.key, f"{key!r} is not a list of phrases", f'Write  {key} = ["…", "…"].')
            elif not isinstance(value, str):
                raise self.error(entry.section, entry.key, f"{key!r} is not a string", f'Write  {key} = "…".')
        if "pint" in entry.fields and "dimension" in entry.fields:
            raise self.error(entry.section, entry.key, "both 'pint' and 'dimension'", "Leave out 'dimension': pint knows it.")
        if entry.fields.get("kind", "quantity") not in KINDS:
            kinds = ", ".join(sorted(KINDS))
            raise self.error(entry.section, entry.key, f"unknown kind {entry.fields['kind']!r}", f"The kinds are {kinds}.")

    @property
    def bases(self) -> list[tuple[str, str]]:
        """(pint name, dimension) of the entries that pint does not know; a counted noun is "count_people" there."""
        return [("count_" * (e.section == "count") + e.key, _own_dimension(e)) for e in self.entries if e.is_base]

    def line(self, section: str, key: str, phrase: str = "") -> int:
        """The line of an entry, or of a phrase in it."""
        here, start = "", 0
        for number, line in enumerate(self.text.splitlines(), 1):
            stripped = line.strip()
            if stripped.startswith("["):
                here = stripped.strip("[] ") if not start else here
            name = stripped.split("=", 1)[0].strip().strip("\"'")
            if not start and here == section and "=" in stripped and name == key:
                start = number
            if start and (not phrase or f'"{phrase}"' in line or f"'{phrase}'" in line):
                return number
        return start or 1

    def error(self, section: str, key: str, problem: str, remedy: str, phrase: str = "") -> UnitError:
        where = f"[{section}] {key}: " if section else ""
        return UnitError(self.path, self.line(section, key, phrase), where + problem, remedy)


def expand(phrase: str) -> Iterator[str]:
    """``[x]`` is optional, ``(a|b)`` is either: "kilomet(re|er)[s]"."""
    for opening, closing in (("[", "]"), ("(", ")")):
        start = phrase.find(opening)
        end = phrase.find(closing, start)
        if 0 <= start < end:
            inner = phrase[start + 1 : end]
            for choice in (*inner.split("|"), *("",) * (opening == "[")):
                yield from expand(phrase[:start] + choice + phrase[end + 1 :])
            return
    yield phrase


def registry(folder: str, bases: Iterable[tuple[str, str]]) -> UnitRegistry[Any]:
    """pint with ``units_pint.txt`` and one unit for each (name, dimension): a base entry of ``units.toml``."""
    from copy import deepcopy

    units = deepcopy(_unextended(folder))                       # a fifth of the time that reading pint's own list takes
    define(units, bases)
    return units


def define(units: UnitRegistry[Any], bases: Iterable[tuple[str, str]]) -> None:
    """Units with dimensions of their own; one of pint's with this name goes."""
    for key, dimension in bases:
        units.define(f"{key} = [{OWN}{dimension.replace(':', '__')}]")


def _unextended(folder: str) -> UnitRegistry[Any]:
    """pint with ``units_pint.txt``, read once: a first run needs it for the unit table and for the table of facts."""
    import pint

    own = os.path.join(folder, "units_pint.txt")
    key = content_key([own])
    if key not in _registries:
        units: UnitRegistry[Any] = pint.UnitRegistry(None, on_redefinition="ignore", system="mks")
        units.load_definitions(os.path.join(os.path.dirname(pint.__file__), "default_en.txt"))
        units.load_definitions(own)
        _registries[key] = units
    return _registries[key]


def build_table(folder: str | None = None) -> UnitTable:
    """Read the files and resolve every entry through pint."""
    folder = folder or data_dir()
    source = _Source(os.path.join(folder, "units.toml"))
    return _Builder(source, registry(folder, source.bases)).build()


def _own_dimension(entry: _Entry) -> str:
    own: str = entry.fields.get("dimension", "")
    return own or (f"{entry.section}:{entry.key}" if entry.section in OWN_DIMENSION else entry.key)


class _Builder:
    def __init__(self, source: _Source, units: UnitRegistry[Any]) -> None:
        self.source, self.units = source, units
        self.owner: dict[tuple[str, str], _Entry] = {}          # (lang, phrase) → the entry that lists it
        self.variants: list[tuple[str, str, UnitPhrase]] = []   # (lang, other spelling, unit): a listed phrase wins over it
        self.flags: dict[frozenset[str], frozenset[str]] = {}
        self.table = UnitTable({}, {}, {})

    def build(self) -> UnitTable:
        resolved = [(entry, self.resolve(entry)) for entry in self.source.entries]
        for entry, unit in resolved:
            self.table.units.setdefault(unit.name, unit)
            self.add_phrases(entry, unit)
        for lang, phrase, unit in self.variants:
            known = self.table.phrases(lang).setdefault(phrase, unit)
            if known.name != unit.name and (lang, phrase) not in self.owner:        # two symbols that differ in case only: neither
                self.table.phrases(lang)[phrase] = known._replace(name="")
        for phrases in (self.table.en, self.table.zh):
            for phrase in [p for p, u in phrases.items() if not u.name]:
                del phrases[phrase]
        for entry, unit in resolved:
            self.add_readings(entry, unit)
        return self.table

    def resolve(self, entry: _Entry) -> UnitPhrase:
        fields = entry.fields
        kind = fields.get("kind", SECTION_KINDS.get(entry.section, "quantity"))
        name = fields.get("name", entry.key)
        if entry.is_base:
            return UnitPhrase(name, _own_dimension(entry), 1.0, 0.0, kind, frozenset())
        try:
            factor, offset, dimension = resolve(self.units, fields["pint"])
        except Exception as error:                              # noqa: BLE001 - pint raises whatever the expression breaks
            remedy = "Define the unit in units_pint.txt, or leave out 'pint' for a unit with a dimension of its own."
            raise self.source.error(entry.section, entry.key, f"pint cannot read {fields['pint']!r}: {error}", remedy) from None
        return UnitPhrase(name, dimension, factor, offset, kind, frozenset())

    def add_phrases(self, entry: _Entry, unit: UnitPhrase) -> None:
        made: dict[frozenset[str], UnitPhrase] = {}             # phrases and sets of flags that are equal are one object: a small pickle
        listed: set[str] = set()
        unsure = {p for word in entry.fields.get("ambiguous", ()) for p in expand(word)}
        for key, (langs, flags) in WORDS.items():
            for written in entry.fields.get(key, ()):
                for phrase in expand(written):
                    if not BRACKETS.isdisjoint(phrase):
                        problem = f"{written!r} has brackets inside brackets, or one that is left open"
                        raise self.source.error(entry.section, entry.key, problem, "Write two phrases.", written)
                    mine = frozenset({*flags, "ambiguous"} if phrase in unsure else flags)
                    mine = self.flags.setdefault(mine, mine)
                    flagged = made.setdefault(mine, unit._replace(flags=mine))
                    for lang in langs:
                        self.add(entry, lang, phrase.lower() if key in LOWERED else phrase, written, flagged)
                        self.variants += ((lang, v, flagged) for v in self.spellings(lang, key, phrase))
                    listed.add(phrase)
        for phrase in sorted(unsure - listed):
            problem = f"ambiguous phrase {phrase!r} is not listed"
            raise self.source.error(entry.section, entry.key, problem, "List it in this entry.", phrase)

    def add(self, entry: _Entry, lang: str, phrase: str, written: str, unit: UnitPhrase) -> None:
        phrases = self.table.phrases(lang)
        other = self.owner.get((lang, phrase))
        if other is entry and phrases[phrase].flags != unit.flags:                  # "Mach 2", "2 mach"
            unit = unit._replace(flags=unit.flags | phrases[phrase].flags)
        elif other:
            problem = f"{phrase!r} is listed twice ({lang}), first in [{other.section}] {other.key}"
            raise self.source.error(entry.section, entry.key, problem, "Keep one, and list it under 'also' in the other entry.", written)
        self.owner[lang, phrase] = entry
        phrases[phrase] = unit

    def spellings(self, lang: str, key: str, phrase: str) -> Iterator[str]:
        """Other ways to write a phrase that need no listing: hyphens, traditional characters, symbols in lower case."""
        if key in ("en", "symbol"):
            for old, new in (" -", "- "):
                if old in phrase:
                    yield phrase.replace(old, new).lower()
        if key == "symbol" and len(phrase) > 1 and phrase != phrase.lower():
            yield phrase.lower()
        if lang == "zh" and (other := phrase.translate(self.source.traditional)) != phrase:
            yield other

    def add_readings(self, entry: _Entry, unit: UnitPhrase) -> None:
        for written in entry.fields.get("also", ()):
            found = False
            for phrase in {v for p in expand(written) for v in (p, p.lower(), p.translate(self.source.traditional))}:
                for phrases in (self.table.en, self.table.zh):
                    if first := phrases.get(phrase):
                        found = True
                        if first.name != unit.name:
                            more = (*first.alternatives, unit)
                            phrases[phrase] = first._replace(flags=first.flags | {"ambiguous"}, alternatives=more)
            if not found:
                problem = f"{written!r} under 'also' is nobody's first reading"
                raise self.source.error(entry.section, entry.key, problem, "List it in the entry it usually means.", written)


def reciprocal(one: str, other: str) -> bool:
    """Whether two units say the same upside down: miles to the gallon, litres to the hundred kilometres."""
    return one in ECONOMY and other in CONSUMPTION or one in CONSUMPTION and other in ECONOMY


def resolve(units: UnitRegistry[Any], expression: str) -> tuple[float, float, str]:
    """Factor, offset and dimension of a pint expression."""
    unit: Any = units.parse_expression(expression)
    if isinstance(unit, (int, float)):
        return float(unit), 0.0, ""
    zero: Any = units.Quantity(0.0, unit.units).to_base_units()
    if zero.magnitude:                                          # a thermometer scale
        one: Any = units.Quantity(1.0, f"delta_{expression}").to_base_units()
        return float(one.magnitude), float(zero.magnitude), dimension_name(one.dimensionality)
    base: Any = unit.to_base_units()
    return float(base.magnitude), 0.0, dimension_name(base.dimensionality)


def dimension_name(dimensionality: Any) -> str:
    """pint's dimensionality as one string: "[length] / [time]", "money:USD", "temperature"."""
    above: list[str] = []
    below: list[str] = []
    for name, power in sorted(dimensionality.items()):
        size = abs(power)
        text = _dimension(name) + (f" ** {size:g}" if size != 1 else "")
        (above if power > 0 else below).append(text)
    return " / ".join([" * ".join(above) or "1", *below]) if above or below else ""


def _dimension(name: str) -> str:
    bare = name[1:-1]
    if bare.startswith(OWN):
        return bare.removeprefix(OWN).replace("__", ":")
    return bare if bare == "temperature" else name
