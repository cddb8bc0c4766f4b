"""Whose figures they are: a quoted speaker's, a story's, or the author's own; and whether the text says that they overlap."""

from __future__ import annotations

from functools import lru_cache

from ..patterns import regex
from ..typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..values import Claim
    from .language import Language

MARK = '"'
FAR = 1200                               # characters of a paragraph before a claim in which a quotation may have begun
NEAR = 200                               # characters around a claim in which a word may say that it is a story's
NEIGHBOURHOOD = 600                      # characters around shares in which a note may say that they overlap
SUMMED = frozenset({"shares_whole", "complement", "total"})
PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("«", "»"))


def mood(text: str, start: int, end: int, sentence: tuple[int, int], language: Language) -> str:
    """"quoted" or "fiction" if the claim at these places is one, else ""."""
    if quoted(text, start, end):
        return "quoted"
    begin, stop = max(sentence[0], start - NEAR), min(sentence[1], end + NEAR)
    return "fiction" if _fiction(language).search(text, begin, stop) is not None else ""


def disowned(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the text asks about the figures at these places, or says itself that they are wrong: it reports somebody's slip."""
    begin, stop = max(0, start - NEAR), min(len(text), end + NEAR)
    around = language.settings["around"]
    return any(hit is not None for hit in (
        _pattern(around["asked"]).match(text, end, stop), _pattern(around["misreported"]).search(text, begin, start),
        _pattern(around["refuted"]).match(text, end, stop)))


def quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation that began before in the paragraph ends behind."""
    begin = max(text.rfind("\n", max(0, start - FAR), start) + 1, start - FAR, 0)
    stop = text.find("\n", end, end + FAR)
    stop = min(len(text), end + FAR) if stop < 0 else stop
    for opening, closing in PAIRS:
        at = text.rfind(opening, begin, start)
        if at >= 0 and text.find(closing, at, start) < 0 and text.find(closing, end, stop) >= 0:
            return True
    marks = [k for k in range(begin, start) if text[k] == MARK and not text[k - 1 : k].isdigit()] if MARK in text[begin:start] else []
    return len(marks) % 2 == 1 and text.find('"', end, stop) >= 0 and text.find('"', start, end) < 0


def overlap(text: str, claim: Claim, language: Language) -> bool:
    """Whether the text near a claim of shares or parts says that they overlap: several answers, sums beyond a hundred."""
    if claim.relation not in SUMMED:
        return False
    begin, stop = max(0, claim.start - NEIGHBOURHOOD), min(len(text), claim.end + NEIGHBOURHOOD)
    return _several(language).search(text, begin, stop) is not None


@lru_cache(maxsize=16)
def _pattern(source: str) -> Any:
    return regex.compile(source, regex.I)


@lru_cache(maxsize=8)
def _several(language: Language) -> Any:
    return regex.compile(language.settings["around"]["several"], regex.I)


@lru_cache(maxsize=8)
def _fiction(language: Language) -> Any:
    return regex.compile(language.settings["around"]["fiction"], regex.I)
