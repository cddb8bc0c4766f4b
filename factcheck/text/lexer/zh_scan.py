"""Where a Chinese word, figure or mark may begin: one pattern, searched at C speed, and what to do at each place.

A word of several characters is looked for by its first two.  First characters are dealt into groups, each with the second characters of
its words; the pattern is one pair of character classes a group, so that it is wrong a few times in a hundred and never misses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from ...patterns import re
from ...typed import TYPE_CHECKING, Any, NamedTuple
from ..numerals import zh_words as chars
from . import DECOY, FULL_WIDTH, MARKS

if TYPE_CHECKING:
    from ..language import Language
    from ..lexicon import Entry

GROUPS = 12
DIGITS = "0123456789０１２３４５６７８９"
ALL_MARKS = MARKS | {char: MARKS[FULL_WIDTH[ord(char)]] for char in map(chr, FULL_WIDTH) if FULL_WIDTH[ord(char)] in MARKS}
# What is done where something begins: it is one token; it is passed over; it is a word that is a figure; the reader looks closer.
TOKEN, PASS, FACTOR, LETTER, MARK, NUMERAL, DIGIT, HALF, WORD = range(9)


MOST = 20_000                                   # places that are remembered


class Place(NamedTuple):
    """What the first two characters of a place say of it."""

    act: int
    char: str                                   # type of the token
    entry: Entry | None                         # the longest known word, as far as these characters go
    size: int                                   # its length
    longer: tuple[tuple[str, Place], ...] = ()  # longer words that begin like this, longest first


class Scan:
    """What depends on the vocabulary alone, and is packed with it."""

    def __init__(self, pattern: Any, words: dict[str, str], looked_at: frozenset[str]) -> None:
        self.pattern = pattern
        self.words = words                      # first two characters → the known words that begin with them, longest first
        self.looked_at = looked_at              # first characters of words behind which more may stand


def scan(words: Mapping[str, Entry], half_words: Mapping[str, str], discounts: Iterable[str]) -> Scan:
    """What there is to scan for, given these words and words for half a unit."""
    by_start: dict[str, str] = {}
    single = set(chars.NUMERAL_CHARS) | set(ALL_MARKS) | set(DIGITS)
    firsts: list[set[str]] = [set() for _ in range(GROUPS)]
    seconds: list[set[str]] = [set() for _ in range(GROUPS)]
    halves = [char + (unit if unit in discounts else chars.HALF) for char, unit in half_words.items()]
    for word in sorted(words, key=len, reverse=True):
        if len(word) > 1:
            by_start[word[:2]] = f"{by_start[word[:2]]}\t{word}" if word[:2] in by_start else word
    for word in (*words, *halves):
        if word[0] < "\u0250":
            continue
        if len(word) == 1:
            single.add(word)
        else:
            firsts[ord(word[0]) % GROUPS].add(word[0])
            seconds[ord(word[0]) % GROUPS].add(word[1])
    pairs = [f"{_class(a)}{_class(b)}" for a, b in zip(firsts, seconds, strict=True) if a]
    tails = [f"{char}[{chars.ONES}]" for char, unit in half_words.items() if unit == char]                       # 米八
    pattern = re.compile("|".join(["[A-Za-z\u00c0-\u024f]", _class(single), *pairs, *tails]))
    return Scan(pattern, by_start, frozenset(word[0] for word, entry in words.items() if entry.groups & {"per_before", "fan_verb"}))


class Places(dict[str, Place]):
    """The place of two characters, or of one, made when it is first met."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.entries, self.scan = language.lexicon.words, language.scan
        self.acts: dict[str, int] = {chr(c): LETTER for c in range(0x250) if chr(c).isalpha()}
        self.acts |= dict.fromkeys(ALL_MARKS, MARK) | dict.fromkeys(chars.NUMERAL_CHARS, NUMERAL) | dict.fromkeys(DIGITS, DIGIT)
        self.acts |= dict.fromkeys(language.settings.get("half_words", ()), HALF) | dict.fromkeys(self.scan.looked_at, WORD)

    def __missing__(self, start: str) -> Place:
        place = self.place(start)
        if len(self) < MOST:
            self[start] = place
        return place

    def place(self, start: str) -> Place:
        if start in self.entries:
            place = self.word(start)
        elif len(start) > 1:
            place = self[start[0]]
        else:
            act = self.acts.get(start, PASS)
            place = Place(TOKEN if act == MARK and start not in ".．—-" else act, ALL_MARKS.get(start, ""), None, 0)
        known = self.scan.words.get(start)
        if known is None or len(start) < 2:
            return place
        return place._replace(longer=tuple((word, self.word(word)) for word in known.split("\t") if len(word) > 2))

    def word(self, word: str) -> Place:
        entry = self.entries[word]
        own = PASS if entry.groups == DECOY else FACTOR if entry.factor or entry.period else TOKEN
        return Place(self.acts.get(word[0], own), entry.char, entry, len(word))


@lru_cache(maxsize=8)
def places(language: Language) -> Places:
    """The places of a language, as far as they have been met."""
    return Places(language)


def _class(chars: set[str]) -> str:
    return "[" + "".join(re.escape(char) for char in sorted(chars)) + "]"
