"""Where a Chinese word, figure or mark may begin: one pattern, searched at C speed, and the lengths of the words by first character.

A word of several characters is looked for by its first two.  First characters are dealt into groups, each with the second characters of
its words; the pattern is one pair of character classes a group, so that it is wrong a few times in a hundred and never misses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..patterns import re
from .lexer import FULL_WIDTH, MARKS
from .numerals_zh import NUMERAL_CHARS

if TYPE_CHECKING:
    from .language import Language
    from .lexicon import Entry

GROUPS = 24
DIGITS = "0123456789０１２３４５６７８９"
Search = Callable[[str, int, int], Any]
ALL_MARKS = MARKS | {char: MARKS[FULL_WIDTH[ord(char)]] for char in map(chr, FULL_WIDTH) if FULL_WIDTH[ord(char)] in MARKS}


class Scan:
    """What depends on the vocabulary alone, and is packed with it."""

    def __init__(self, pattern: Any, sizes: dict[str, tuple[int, ...]], looked_at: frozenset[str]) -> None:
        self.pattern = pattern
        self.sizes = sizes                      # first two characters → lengths of the known words, longest first
        self.looked_at = looked_at              # first characters of words behind which more may stand


def scan(words: Mapping[str, Entry], half_words: Iterable[str]) -> Scan:
    """What there is to scan for, given these words and words for half a unit."""
    sizes: dict[str, set[int]] = {}
    single = set(NUMERAL_CHARS) | set(ALL_MARKS) | set(DIGITS)
    firsts: list[set[str]] = [set() for _ in range(GROUPS)]
    seconds: list[set[str]] = [set() for _ in range(GROUPS)]
    halves = [char + half for char in half_words for half in "半折"]
    for word in (*words, *halves):
        if word not in halves:
            sizes.setdefault(word[:2], set()).add(len(word))
        if word[0] < "\u0250":
            continue
        if len(word) == 1:
            single.add(word)
        else:
            firsts[ord(word[0]) % GROUPS].add(word[0])
            seconds[ord(word[0]) % GROUPS].add(word[1])
    for pair, found in sizes.items():
        if pair[0] in sizes:
            found.add(1)
    pairs = [f"{_class(a)}{_class(b)}" for a, b in zip(firsts, seconds, strict=True) if a]
    pattern = re.compile("|".join(["[A-Za-z\u00c0-\u024f]", _class(single), *pairs]))
    return Scan(pattern, {pair: tuple(sorted(found, reverse=True)) for pair, found in sizes.items()},
                frozenset(word[0] for word, entry in words.items() if entry.groups & {"per_before", "fan_verb"}))


@lru_cache(maxsize=8)
def scanner(language: Language, reader: Any) -> tuple[Search, dict[str, tuple[int, ...]], dict[str, Any]]:
    """The search for the next place worth a look; first two characters → lengths of the known words, longest first; and first
    character → the method of the reader that looks closer, where a word of the lexicon is not all there can be.
    """
    known = language.scan
    kinds: dict[str, Any] = {chr(c): reader.at_letter for c in range(0x250) if chr(c).isalpha()}
    kinds |= dict.fromkeys(ALL_MARKS, reader.at_mark) | dict.fromkeys(NUMERAL_CHARS, reader.at_numeral)
    kinds |= dict.fromkeys(DIGITS, reader.at_digit) | dict.fromkeys(language.settings.get("half_words", ()), reader.at_half)
    kinds |= dict.fromkeys(known.looked_at, reader.at_word)
    return known.pattern.search, known.sizes, kinds


def _class(chars: set[str]) -> str:
    return "[" + "".join(re.escape(char) for char in sorted(chars)) + "]"
