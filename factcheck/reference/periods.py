"""Periods: ISO spans as fractional years, and the years that a text gives.

The words around a year ("since", "between … and", 年后) are data: ``data/periods.csv``; the names of eras are aliases in ``data/eras.csv``.
"""

from __future__ import annotations

from ..frozen import Frozen
from ..interval import INF, Interval
from ..patterns import re

_YEAR = re.compile(r"(?<![\d.])(?<!\d,)(1[5-9]\d\d|20\d\d|2100)(?![\d]|[.,]\d)")
_ISO = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d\d)(?:-(\d\d))?))?")
_SPACE = " \t\u3000\u00a0"


class PeriodWords(Frozen):
    """What may stand before, between and after the years of a period, by length: longest first."""

    pairs: tuple[tuple[str, str, str, str], ...]        # before, between, after, period
    singles: tuple[tuple[str, str, str], ...]           # before, after, period


class Found(Frozen):
    """A period in a text; ``words`` tells how much of it was words: a bare year in a list is weaker than "since 2012"."""

    start: int
    end: int
    period: str
    words: int


def point(iso: str) -> tuple[float, float]:
    """The first and last moment of an ISO year, quarter, month or day, in years: ("2012",) → 2012.0, 2013.0.  ValueError if it is none."""
    match = _ISO.fullmatch(iso)
    if match is None:
        raise ValueError(f"{iso!r} is not a year, quarter, month or day")
    year, quarter, month, day = int(match[1]), match[2], match[3], match[4]
    if quarter:
        start = year + (int(quarter) - 1) / 4
        return start, start + 0.25
    if month is None:
        return float(year), year + 1.0
    if not 1 <= int(month) <= 12:
        raise ValueError(f"{iso!r} has no such month")
    start = year + (int(month) - 1) / 12
    if day is None:
        return start, start + 1 / 12
    if not 1 <= int(day) <= 31:
        raise ValueError(f"{iso!r} has no such day")
    start += (int(day) - 1) / 372
    return start, start + 1 / 372


def span(period: str) -> Interval:
    """``"2012"``, ``"2012.."``, ``"..2010"``, ``"2012..2018-05"`` in years; empty is everything.  ValueError if malformed."""
    if not period:
        return Interval(-INF, INF)
    first, dots, last = period.partition("..")
    if not dots:
        return Interval(*point(period))
    start = point(first)[0] if first else -INF
    end = point(last)[1] if last else INF
    if start > end:
        raise ValueError(f"{period!r} ends before it begins")
    return Interval(start, end)


def until(period: Interval, date: str) -> Interval:
    """An open end stops at the dateline, if there is one."""
    if period.high != INF or not date:
        return period
    now = point(date)[1]
    return Interval(min(period.low, now), now)


def overlap(a: Interval, b: Interval) -> float:
    """The years that two periods share; negative is the gap between them."""
    return min(a.high, b.high) - max(a.low, b.low)


def find(text: str, words: PeriodWords) -> list[Found]:
    """The periods that a text gives in years, in order; pairs ("between 2005 and 2010") before single years."""
    years = list(_YEAR.finditer(text))
    found: list[Found] = []
    i = 0
    while i < len(years):
        a = years[i]
        b = years[i + 1] if i + 1 < len(years) else None
        pair = _pair(text, a, b, words) if b is not None else None
        if pair is not None:
            found.append(pair)
            i += 2
            continue
        single = _single(text, a, words)
        if single is not None:
            found.append(single)
        i += 1
    return found


def _pair(text: str, a: re.Match[str], b: re.Match[str], words: PeriodWords) -> Found | None:
    middle = text[a.end() : b.start()].strip(_SPACE).lower()
    if len(middle) > 12 or a[1] > b[1]:
        return None
    before, after = text[: a.start()].rstrip(_SPACE).lower(), text[b.end() :].lstrip(_SPACE).lower()
    for first, between, last, period in words.pairs:
        if middle == between and _ends(before, first) and after.startswith(last):
            return Found(a.start(), b.end(), period.format(a=a[1], b=b[1]), len(first) + len(last) + len(between))
    return None


def _single(text: str, a: re.Match[str], words: PeriodWords) -> Found | None:
    before, after = text[: a.start()].rstrip(_SPACE).lower(), text[a.end() :].lstrip(_SPACE).lower()
    for first, last, period in words.singles:
        if _ends(before, first) and after.startswith(last):
            return Found(a.start(), a.end(), period.format(a=a[1]), len(first) + len(last))
    return None


def _ends(text: str, word: str) -> bool:
    if not text.endswith(word):
        return False
    return not word or not (word[0].isascii() and word[0].isalpha()) or len(text) == len(word) or not text[-len(word) - 1].isalpha()
