"""Days of the week beside their dates, in one passage: "opens on Tuesday, September 3, and closes on Friday, September 12".

The year need not be known: how many days lie between two dates of one year is, but for a 29 February.  Each day is held against the one
before it in the text.  Of three the one that fits neither is told.  Two of which one is known to be of another year are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ...typed import TYPE_CHECKING, Any, NamedTuple
from ...values import MONTH_DAYS, Quantity
from ..lexer import FULL_WIDTH
from .items import Sentence, claim

if TYPE_CHECKING:
    from ...values import Claim, Document
    from .words import Vocabulary

REACH = 500                              # characters between two days of one passage
BEFORE = 24                              # characters before a day that tell whether it is one of several
BEHIND = 20                              # characters behind the second that may name its year
YEAR_DAYS = 365
LONGEST = 150                            # days between them: of what lies further apart the year may be another
A_MONTH = 31
LETTERS = 3                              # of a name that tell it from the others


class Day(NamedTuple):
    """A day of the week with its date; the month or year 0 if it is not told."""

    q: Quantity
    start: int
    end: int
    weekday: int
    year: int
    month: int
    day: int
    date: str


def link(document: Document, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of two such days, for each that the one before does not fit."""
    for code, vocabulary in words.items():
        text = document.text
        if "weekdays_signs" not in vocabulary.words \
                or len(vocabulary.weekdays_worth.findall(text)) < 2 and not vocabulary.mentions("weekdays_short", text):
            continue
        days = [day for day in _days(document.text, vocabulary) if any(s.start <= day.start < s.end and s.lang == code for s in sentences)]
        days = _with_months(document.text, days, sentences, vocabulary)
        yield from _pairs(document.text, days, vocabulary)


@lru_cache(maxsize=4)
def _patterns(words: Vocabulary) -> list[Any]:
    from ...patterns import regex

    return [regex.compile(pattern, regex.I) for pattern in words.words["weekdays_dated"]]


def _days(text: str, words: Vocabulary) -> list[Day]:
    """Every day of the week that has a date, in the order of the text; what two patterns find is the first one's."""
    plain = text.translate(FULL_WIDTH).replace("\n", " ")
    found: dict[int, Day] = {}
    for pattern in _patterns(words):
        for hit in pattern.finditer(plain):
            start, end = hit.span("date")
            if any(day.q.start < end and start < day.q.end or day.start <= hit.start("wd") < day.end for day in found.values()):
                continue
            if not words.weekdays_listed.search(plain, max(0, hit.start() - BEFORE), hit.start()):
                found[hit.start()] = _day(text, hit, words)
    return [day for _, day in sorted(found.items()) if 1 <= day.day <= 31 and day.month <= 12]


def _day(text: str, hit: Any, words: Vocabulary) -> Day:
    start, end = hit.span("date")
    number = int(hit["d"])
    groups = hit.groupdict()
    told, month = hit["wd"].lower(), groups.get("m") or ""
    names, months = words.words["weekdays_names"], words.words["weekdays_months"]
    weekday = names.index(told[:LETTERS] if months else told[-1]) % 7
    at = int(month) if month.isdecimal() else 1 + months.index(month.lower()[:LETTERS]) if month else 0
    start, end = min(start, hit.start("wd")), max(end, hit.end("wd"))
    q = Quantity(text[start:end], start, end, number, number, number, number, "", "date", half=0.0, lang=words.code)
    return Day(q, hit.start(), hit.end(), 1 + weekday, int(groups.get("y") or 0), at, number, hit["date"])


def _with_months(text: str, days: list[Day], sentences: Sequence[Sentence], words: Vocabulary) -> list[Day]:
    """The days with the months that their neighbours tell; those that none tells are left out, unless they are of one month."""
    kept: list[Day] = []
    for n, day in enumerate(days):
        month = day.month
        if not month and words.code == "zh":
            begin = next((s.start for s in sentences if s.start <= day.start < s.end), day.start)
            before = words.weekdays_month.findall(text[begin : day.start].translate(FULL_WIDTH))
            month = int(before[-1]) if before else 0
        elif not month and n + 1 < len(days) and days[n + 1].month and words.weekdays_joined.fullmatch(text, day.end, days[n + 1].start):
            month = days[n + 1].month if day.day < days[n + 1].day else (days[n + 1].month - 2) % 12 + 1
        elif not month and kept and _one_sentence(sentences, kept[-1], day):
            nth = not day.date.isdecimal() or words.weekdays_joined.fullmatch(text, kept[-1].end, day.start)
            month = kept[-1].month + (day.day < kept[-1].day) if nth else 0
            month = 1 if month > 12 else month
        if month or _of_this_month(text, day, words):
            kept.append(day._replace(month=month))
    return kept


def _of_this_month(text: str, day: Day, words: Vocabulary) -> bool:
    """Whether a day without a month is said to be of the month that is spoken of: the 12th, 本月12日."""
    return words.weekdays_of_month.search(text, max(0, day.start - len(day.date)), day.end) is not None


def _one_sentence(sentences: Sequence[Sentence], a: Day, b: Day) -> bool:
    return any(s.start <= a.start and b.start < s.end for s in sentences)


def _pairs(text: str, days: Sequence[Day], words: Vocabulary) -> Iterator[Claim]:
    """Each day and the one before it; of three the one that neither of the others fits is the second of its pair."""
    accused = -1
    for n in range(1, len(days)):
        a, b = days[n - 1], days[n]
        if accused == n - 1 and n > 1:
            a = days[n - 2]
        between = _between(a, b)
        if not between or not _one_passage(text, a, b, words):
            continue
        if not _fits(a, b, between):
            following = days[n + 1] if n + 1 < len(days) and _one_passage(text, b, days[n + 1], words) else None
            if following is not None and n == 1 and _agree(b, following) and not _agree(a, following):
                a, b = b, a
                between = _between(a, b)
            else:
                accused = n
        options = {"apart": " ".join(map(str, between)), "day": str(a.weekday), "said": str(b.weekday), "from": a.date, "until": b.date}
        yield claim("weekdays", [("first", a.q), ("second", b.q)], f"{words.code}.across.weekdays", words.code, **options)


def _agree(a: Day, b: Day) -> bool:
    between = _between(a, b)
    return not between or _fits(a, b, between)


def _fits(a: Day, b: Day, between: Sequence[int]) -> bool:
    return any((b.weekday - a.weekday - days) % 7 == 0 for days in between)


def _between(a: Day, b: Day) -> list[int]:
    """The days from one to the other, both with and without a 29 February where there may be one; none if they lie too far apart."""
    if not a.month or not b.month:
        return [b.day - a.day] if a.month == b.month and a.day < b.day else []
    if a.year and b.year or (a.month, a.day) == (b.month, b.day):
        return []
    if not all(day.day <= MONTH_DAYS[day.month - 1] and (not day.year or _by_calendar(day) == day.weekday) for day in (a, b)):
        return []                                             # of that year another day: it is told of for itself
    low, year = _ordinal(b) - _ordinal(a), a.year or b.year
    undated = b if a.year else a
    if year and abs(low) > A_MONTH and any(_by_calendar(undated._replace(year=y)) == undated.weekday for y in (year - 1, year + 1)):
        return []                                             # a day of the year before or after
    if abs(low) <= YEAR_DAYS / 2:
        return _leaping(a, b, low, year) if abs(low) <= LONGEST else []
    near = low - YEAR_DAYS if low > 0 else low + YEAR_DAYS                # from December to January, or back
    if abs(near) > LONGEST or year and not 0 < near <= A_MONTH:
        return []
    return [*_leaping(a, b, near, 0), *([] if 0 < near <= A_MONTH else _leaping(a, b, low, 0))]


def _leaping(a: Day, b: Day, days: int, year: int) -> list[int]:
    """So many days, and one more if a 29 February lies between them, or may."""
    first, last = (a, b) if days > 0 else (b, a)
    if last.month <= 2 or 2 < first.month < last.month or first.month == last.month and abs(days) < A_MONTH:
        return [days]
    more = days + (1 if days > 0 else -1)
    return ([more] if _leap(year) else [days]) if year else [days, more]


def _by_calendar(day: Day) -> int:
    """1 for Monday … 7 for Sunday."""
    past = day.year - 1
    return (YEAR_DAYS * past + past // 4 - past // 100 + past // 400 + _ordinal(day) + (day.month > 2 and _leap(day.year)) - 1) % 7 + 1


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _ordinal(day: Day) -> int:
    return sum(MONTH_DAYS[: day.month - 1]) + day.day


def _one_passage(text: str, a: Day, b: Day, words: Vocabulary) -> bool:
    """Whether two days are told together, and nothing between or beside them says that they are of two years."""
    if not 0 <= b.start - a.end <= REACH:
        return False
    end = b.start if b.year else b.end + BEHIND
    return words.weekdays_not.search(text, a.end, end) is None
