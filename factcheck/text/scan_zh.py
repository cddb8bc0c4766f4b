"""Where a Chinese word, figure or mark may begin: one pattern, searched at C speed, and what to do at each place.

A word of several characters is looked for by its first two.  First characters are dealt into groups, each with the second characters of
its words; the pattern is one pair of character classes a group, so that it is wrong a few times in a hundred and never misses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ..patterns import re
from .lexer import DECOY, FULL_WIDTH, MARKS
from .numerals_zh import NUMERAL_CHARS

if TYPE_CHECKING:
    from .lexicon import Entry

GROUPS = 24
DIGITS = "0123456789０１２３４５６７８９"
ALL_MARKS = MARKS | {char: MARKS[FULL_WIDTH[ord(char)]] for char in map(chr, FULL_WIDTH) if FULL_WIDTH[ord(char)] in MARKS}
# What is done where something begins: it is one token; it is passed over; it is a word that is a figure; the reader looks closer.
TOKEN, PASS, FACTOR, LETTER, MARK, NUMERAL, DIGIT, HALF, WORD = range(9)


class Place(NamedTuple):
    """What the first two characters of a place, or its first one, say of it."""

    act: int
    char: str                                   # type of the token
    entry: Entry | None                         # the longest known word, as far as these characters go
    size: int                                   # its length
    longer: tuple[tuple[str, Place], ...] = ()  # longer words that begin like this, longest first


class Scan:
    """What depends on the vocabulary alone, and is packed with it."""

    def __init__(self, pattern: Any, places: dict[str, Place]) -> None:
        self.pattern = pattern
        self.places = places                    # by the first two characters, else by the first


def scan(words: Mapping[str, Entry], half_words: Iterable[str]) -> Scan:
    """What there is to scan for, given these words and words for half a unit."""
    single = set(NUMERAL_CHARS) | set(ALL_MARKS) | set(DIGITS)
    firsts: list[set[str]] = [set() for _ in range(GROUPS)]
    seconds: list[set[str]] = [set() for _ in range(GROUPS)]
    half_words = tuple(half_words)
    for word in (*words, *(char + half for char in half_words for half in "半折")):
        if word[0] < "\u0250":
            continue
        if len(word) == 1:
            single.add(word)
        else:
            firsts[ord(word[0]) % GROUPS].add(word[0])
            seconds[ord(word[0]) % GROUPS].add(word[1])
    pairs = [f"{_class(a)}{_class(b)}" for a, b in zip(firsts, seconds, strict=True) if a]
    pattern = re.compile("|".join(["[A-Za-z\u00c0-\u024f]", _class(single), *pairs]))
    return Scan(pattern, _places(words, _acts(words, half_words)))


def _acts(words: Mapping[str, Entry], half_words: Iterable[str]) -> dict[str, int]:
    """First characters behind which more may stand than a word of the lexicon."""
    acts = {chr(c): LETTER for c in range(0x250) if chr(c).isalpha()}
    acts |= dict.fromkeys(ALL_MARKS, MARK) | dict.fromkeys(NUMERAL_CHARS, NUMERAL) | dict.fromkeys(DIGITS, DIGIT)
    acts |= dict.fromkeys(half_words, HALF)
    return acts | {word[0]: WORD for word, entry in words.items() if entry.groups & {"per_before", "fan_verb"}}


def _places(words: Mapping[str, Entry], acts: Mapping[str, int]) -> dict[str, Place]:
    alone = {
        char: Place(TOKEN if act == MARK and char not in ".．—" else act, ALL_MARKS.get(char, ""), None, 0) for char, act in acts.items()
    }
    by_start: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        if len(word) == 1:
            alone[word] = _place(word, words[word], acts)
        else:
            by_start.setdefault(word[:2], []).append(word)
    found = dict(alone)
    for start, known in by_start.items():
        place = _place(start, words[start], acts) if start in words else alone.get(start[0], Place(PASS, "", None, 0))
        found[start] = place._replace(longer=tuple((word, _place(word, words[word], acts)) for word in known if len(word) > 2))
    same: dict[Place, Place] = {}
    return {start: same.setdefault(place, place) for start, place in found.items()}


def _place(word: str, entry: Entry, acts: Mapping[str, int]) -> Place:
    own = PASS if entry.groups == DECOY else FACTOR if entry.factor or entry.period else TOKEN
    return Place(acts.get(word[0], own), entry.char, entry, len(word))


def _class(chars: set[str]) -> str:
    return "[" + "".join(re.escape(char) for char in sorted(chars)) + "]"
