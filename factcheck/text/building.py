"""A language compiled from ``rules/`` and the unit table: its words, shapes, units by place, and rules.  Needed only when they changed."""

from __future__ import annotations

import os
import sys

from .. import units
from ..errors import toml_problem
from ..patterns import re, regex
from . import lexicon as lexicons
from .grammar import RuleError, compile_rules, literals, read_rules
from .language import Language, Shape
from .lexer import en_pieces, zh_scan
from .lexer.en_phrases import Phrases
from .numerals import en as numerals_en

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
JOINING = {"range": ("and", "range", "range_up"), "part": ("out_of", "versus"), "bound": ("bound_low", "bound_high", "end_high")}


def build(code: str, folders: tuple[str, ...], use_cache: bool = True) -> Language:
    """The language of this code out of these folders.  RuleError, LexiconError if one of their files cannot be used."""
    language = Language()
    language.code = code
    language.lexicon = lexicons.read(code, folders)
    rules = read_rules(code, folders)
    for word in literals(rules):
        language.lexicon.add(word, "=" + word)
    language.lexicon.freeze()
    language.settings = language.lexicon.settings
    language.uncounted = frozenset(language.settings.get("plural_as_singular", ()))
    language.least = language.settings.get("least", {})
    language.minus = frozenset(language.lexicon.chars.get("minus", ""))
    language.joining = {              # types of words that make one figure of two
        name: frozenset("".join(language.lexicon.chars.get(group, "") for group in groups))
        for name, groups in JOINING.items()
    }
    tails = _tails(language) if code == "en" else {}
    language.pieces = en_pieces.table(language.lexicon.words, tails, Phrases.OPENERS) if code == "en" else {}
    language.openings, language.tails = en_pieces.phrases(tails)
    language.counted = frozenset(
        word for name in ("article_units", "article_compounds", "article_pairs", "pairs_alone") for word in language.settings.get(name, ())
    )
    language.sets = {name: frozenset(words) for name, words in language.settings.items() if isinstance(words, list)}
    language.token = re.compile(TOKEN[code])
    language.number = regex.compile(NUMBER)
    language.shapes = []
    language.shape_then = {}
    language.shape_rest = ()
    _shapes(language, folders)
    table = units.load(use_cache)
    _units(language, table)
    language.glued_scales = frozenset(word for word, entry in language.lexicon.words.items() if entry.scale)
    language.calendar = language.settings.get("calendar", {})
    language.bounded_marks = frozenset(language.settings.get("bounded_marks", ()))
    if code == "zh":
        settings = language.settings
        language.scan = zh_scan.scan(language.lexicon.words, settings.get("half_words", {}), settings.get("discounts", ()))
    language.ordinary = en_pieces.ordinary((*language.settings.get("clock_after", ()), *language.settings.get("shape_words", ())))
    language.odd = tuple(mark for word in language.settings.get("odd_words", ()) for mark in (f"-{word}", f" {word} "))
    language.plus = ("+ ", *(f"-{word}" for word in language.settings.get("plus_words", ())))
    language.compiled = compile_rules(rules, language.lexicon)
    return language


def _tails(language: Language) -> dict[str, list[str]]:
    """First word of every known word or phrase → the rests of phrases, longest first."""
    tails: dict[str, list[str]] = {word: [] for word in numerals_en.STARTERS}
    token = re.compile(TOKEN["en"])
    for word in sorted(language.lexicon.words, key=lambda word: -len(word)):
        found = token.match(word)
        if found is None or found.lastgroup is None:
            continue
        listed = tails.setdefault(found.group(found.lastgroup), [])
        if found.end() < len(word):
            listed.append(word[found.end() :])
    return tails


def _shapes(language: Language, folders: tuple[str, ...]) -> None:
    """Read the shapes and sort them by the character that may follow the first digits; the order of the files is kept."""
    import tomllib

    from regex import compile as compile_now
    from regex import error as wrong

    then: list[str] = []
    point: list[str] = []
    for folder in folders:
        for room in ("common", language.code):
            path = os.path.join(folder, room, "shapes.toml")
            if not os.path.exists(path):
                continue
            try:
                with open(path, "rb") as file:
                    rows = tomllib.load(file).get("shape", [])
            except OSError as error:
                raise RuleError(path, 0, f"cannot be read: {error.strerror or error}") from error
            except (ValueError, RecursionError) as error:
                raise RuleError(path, 0, toml_problem(error)) from error
            for row in rows:
                try:
                    shape = Shape(
                        len(language.shapes),
                        compile_now(row["pattern"]),
                        row["kind"],
                        row.get("value", ""),
                        row.get("behind", ""),
                        row.get("digits", 1),
                        row.get("most", sys.maxsize),
                    )
                except (KeyError, wrong) as error:
                    raise RuleError(path, 0, f"a shape needs kind and a valid pattern: {error}") from error
                language.shapes.append(shape)
                then.append(row.get("then", ""))
                point.append(row.get("point", ""))
    language.shape_rest = tuple(shape for shape, chars in zip(language.shapes, then, strict=True) if not chars)
    pointed = [
        (shape, chars, "." in follow)
        for shape, follow, chars in zip(language.shapes, then, point, strict=True)
        if "." in follow or not follow
    ]
    for char in {"", *"".join(point)}:
        language.shape_then["#" + char] = tuple(shape for shape, chars, _ in pointed if not chars or char in chars and char)
    for char in set("".join(then)):
        language.shape_then[char] = tuple(shape for shape, chars in zip(language.shapes, then, strict=True) if not chars or char in chars)


def _units(language: Language, table: units.UnitTable) -> None:
    phrases = table.en | table.zh if language.code == "zh" else table.en
    language.before = tuple(phrase for phrase, unit in phrases.items() if "prefix" in unit.flags)
    language.before_only = tuple(phrase for phrase in language.before if "suffix" not in phrases[phrase].flags)
    language.place(phrases)
    ends: dict[str, set[int]] = {}
    for phrase in language.prefixes:
        for last in {phrase[-1], phrase[-1].lower()}:
            ends.setdefault(last, set()).add(len(phrase))
    language.money_words = en_pieces.last_words(language.prefixes)
    language.prefix_ends = {last: tuple(sorted(found, reverse=True)) for last, found in ends.items()}  # last character → lengths
    scales = (word for word, entry in language.lexicon.words.items() if entry.scale)
    language.unit_words = en_pieces.first_words((*language.suffixes, *scales)) | language.sets.get("followers", frozenset())
    sizes: dict[str, set[int]] = {}
    for phrase in language.suffixes:
        sizes.setdefault(phrase[:3].lower() if phrase[0].isascii() else phrase[:2], set()).add(len(phrase))
    for key, found in sizes.items():
        if len(key) == 2 and not key[0].isascii() and key[0] in sizes:
            found.add(1)
    language.unit_sizes = {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}
    language.sizes_at = {}
    language.no_per = tuple(language.settings.get("no_per", ()))
    language.per_words = tuple(sorted(language.settings.get("per", ()), key=len, reverse=True))
