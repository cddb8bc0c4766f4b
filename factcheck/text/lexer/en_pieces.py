"""English sentences in pieces: how they are split, and what is known of a piece before anything is read.

Both happen at C speed: one split, one look-up for each piece.  Only pieces that are known are then looked at one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...patterns import re
from ...typed import TYPE_CHECKING, Any, NamedTuple
from ..numerals import en as numerals_en
from ..numerals.en_words import GOES_ON, SCALE_HEADS
from . import MARKS

if TYPE_CHECKING:
    from ..lexicon import Entry

    Tails = Mapping[str, list[str]]      # first word of every known word or phrase → what else phrases are made of, longest first

SPLIT = re.compile(r"([a-z]\.(?:[a-z]\.)++|[^\W\d_]++(?:['’][^\W\d_]++)?+|\S)")
SPLIT_ASCII = re.compile(r"([a-z]\.(?:[a-z]\.)++|[a-z]++(?:'[a-z]++)?+|\S)")            # the same for ASCII, in half the time
# What a piece is.  PLAIN is one token and no more; HEAD too, unless what is behind it opens a phrase; ARTICLE unless a number follows it.
PLAIN, HEAD, ARTICLE, POINT, DIGIT, WORD, MARK = range(7)
KEY = 3                                  # characters behind the head of a phrase that say whether to look for one
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
DIGITS = "0123456789０１２３４５６７８９"
_FIRST = re.compile(r"[a-z]+")
_LAST = re.compile(r"[^\W\d_]+$")


class Piece(NamedTuple):
    """What is known of a piece: its kind, its type and entry as one token."""

    kind: int
    char: str
    entry: Entry | None


def table(words: Mapping[str, Entry], tails: Tails, openers: Iterable[str]) -> dict[str, Piece]:
    """Every piece that is more than an unknown word."""
    openers = frozenset(openers)
    found: dict[str, Piece] = {}
    for word in {*tails, *openers, *MARKS}:
        entry, rests = words.get(word), tails.get(word, ())
        if not word[0].isalpha():
            plain = word in MARKS and not rests and word not in ".．"
            found[word] = Piece(POINT if word == "." and not rests else PLAIN if plain else MARK, MARKS.get(word, ""), entry)
            continue
        kind = WORD
        if entry is not None and entry.plain and not any(len(tail) < KEY for tail in rests):
            if word in ("a", "an"):
                kind = ARTICLE
            elif word not in openers and word not in numerals_en.STARTERS:
                kind = HEAD if rests else PLAIN
        found[word] = Piece(kind, entry.char if entry is not None else "", entry)
    found |= dict.fromkeys(VULGAR + "．", Piece(MARK, "", None)) | dict.fromkeys(DIGITS, Piece(DIGIT, "", None))
    return found


def phrases(tails: Tails) -> tuple[frozenset[str], dict[str, str]]:
    """Heads with the KEY characters behind them that may open a phrase, and with two, to the tails of those phrases, longest first."""
    openings = frozenset(head + tail[:KEY] for head, listed in tails.items() for tail in listed)
    found: dict[str, str] = {}
    for head, listed in tails.items():
        for tail in listed:
            for begin in (tail[:2],) if len(tail) > 1 or tail.isalnum() else (tail, *(tail + char for char in " 0123456789")):      # >= 5
                found[head + begin] = f"{found[head + begin]}\t{tail}" if head + begin in found else tail
    return openings, found


def ordinary(clock_words: Iterable[str]) -> Any:
    """Digits with nothing behind them that could make them more than a plain number (a date, clock, ratio, exponent, scale in words).

    Groups: the number; the sign or the word behind it.
    """
    clock = "|".join(clock_words) or "(?!)"
    return re.compile(
        r"([0-9]++(?:,[0-9]{3})*+(?:\.[0-9]++)?+)(?:"
        r"(?=(%(?![ -]p|\sand\s))|[%;\]]|\)(?!\s?[0-9])|[,.](?:\s|$)|$)"
        rf"|(?=\s(?!{SCALE_HEADS}|(?:{clock})\b|{GOES_ON}|[ap]\.?m\b|x|(?-i:Cent)\b"
        r")[a-z])(?= ([a-z]++)(?=[\s,.;:)!?]|$))?)",
        re.IGNORECASE)


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The first run of letters of each phrase that begins with a letter."""
    return frozenset(run.group() for phrase in phrases if (run := _FIRST.match(phrase.lower())) is not None)


def last_words(phrases: Iterable[str]) -> frozenset[str]:
    """The last run of letters of each phrase that ends with a letter."""
    return frozenset(run.group() for phrase in phrases if (run := _LAST.search(phrase.lower())) is not None)
