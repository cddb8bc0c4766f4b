"""Years, dates and ages: which stand where, and in what order."""

from __future__ import annotations

from ...interval import Interval
from ...values import YEAR_SECONDS
from ..extras import month_of
from ..fitting import compounded, compounded_later, stated
from .around import month_before
from .registry import NUMBER, ROLE, ROLES, condition
from .seen import CLAUSE_ENDS, Seen, clause

FAR = 100                                # tokens behind a match in which a year may be told of its rate
PAIR, HUNDRED = 2, 100.0
HOUR = 3600.0                            # seconds


@condition(NUMBER)
def years(s: Seen) -> bool:
    """So many years and dates stand in the sentence before the last figure."""
    return sum(t.char in "Yd" for t in s.tokens[: s.places[-1][1]]) == float(s.value)


@condition(("years",), "start", "end")
def ascending(s: Seen) -> bool:
    """The start is before the end."""
    return s.of("start").printed_low < s.of("end").printed_low


@condition(("any", "next"), "new", "start")
def later(s: Seen) -> bool:
    """The last year in the sentence before the new figure is after the start; "next": by one."""
    years = [s.quantities[k].printed_low for k in range(s.at["new"]) if s.tokens[k].char == "Y" and k in s.quantities]
    gap = years[-1] - s.of("start").printed_low if years else 0
    return gap == 1 if s.value == "next" else gap > 0


@condition(("first", "last"))
def latest(s: Seen) -> bool:
    """Of the two years in the match the first is the later one; "last": the second."""
    places = [k for _, k in s.places]
    years = [figure.low for token in s.tokens[min(places) : max(places)] if (figure := token.figure) is not None and figure.kind == "year"]
    return len(years) == 2 and (years[0] > years[1] if s.value == "first" else years[0] < years[1])


@condition(ROLE, "start", "end")
def overrun(s: Seen) -> bool:
    """The age or year of the start and that many years come to more than the end: what is over by now may have been over for long."""
    start, end, span = s.of("start"), s.of("end"), s.figure
    return start.printed_low + span.printed_low * span.factor / YEAR_SECONDS > end.printed_high + 1


@condition(ROLE, "years")
def outlasts(s: Seen) -> bool:
    """That many years are more than those of the range in the role "years", with both ends and one more."""
    span, years = s.figure, s.of("years")
    return years.is_range and span.printed_low * span.factor / YEAR_SECONDS > years.printed_high - years.printed_low + 2


@condition(ROLE, "start", "end", "old", "new")
def own_years(s: Seen) -> bool:
    """The years by that figure are those of the match: else it is of another time than the levels.  A rate from the year after the first
    level on ("a CAGR of 9% from 2025 to 2030", and a level of 2024) is told of if it cannot be that of the levels, whatever that year was.
    """
    start, end = s.of("start").printed_low, s.of("end").printed_low
    last = max((k for _, k in s.places if k < s.place), default=-1)
    first = next((k for k in range(s.place - 1, last, -1) if s.tokens[k].char in CLAUSE_ENDS), last)
    places = {place for _, place in s.places}
    amounts = (k for k, q in s.quantities.items() if k > s.place and q.kind in ("quantity", "share") and k not in places)
    beyond = min(amounts, default=s.last + FAR)
    by = [q for k, q in s.quantities.items() if first < k < beyond and q.kind == "year" and k not in places]
    other = {year for q in by for year in (q.printed_low, q.printed_high)} - {start, end}
    if other == {start + 1}:
        figures = [stated(q) for q in (s.of("old"), s.of("new"), s.quantities[s.place])]
        return compounded(end - start)(*figures) or not compounded_later(end - start - 1)(*figures)
    return not other


@condition(ROLE)
def not_simple(s: Seen) -> bool:
    """Of two rises, one a year and one over years, the larger is not the smaller times the years: people add up, too, what compounds."""
    rises, spans = s.every(s.value), [q for q in s.figures if q.dimension == "[time]"]
    if len(rises) != PAIR or not spans:
        return False
    yearly, total = sorted((Interval(q.low, q.high).times(HUNDRED if q.kind == "fraction" else 1.0) for q in rises), key=lambda i: i.low)
    return not yearly.times(max(q.printed_low * q.factor for q in spans) / YEAR_SECONDS).touches(total)


@condition(ROLE, "start")
def next_year(s: Seen) -> bool:
    """That year is the one after the start."""
    return s.figure.printed_low == s.of("start").printed_low + 1


@condition(ROLE, "old")
def month_after(s: Seen) -> bool:
    """The month that stands before that figure is the one after the month before the old one."""
    return month_before(s, s.at["old"]) % 12 + 1 == month_before(s, s.place)


@condition(ROLE, "start")
def year_after(s: Seen) -> bool:
    """The year that stands before that figure, if one does, is the one after the start."""
    return _year_before(s) in (None, s.of("start").printed_low + 1)


@condition(ROLE, "start")
def started(s: Seen) -> bool:
    """The year that stands before that figure, if one does, is after the start."""
    return (_year_before(s) or float("inf")) > s.of("start").printed_low


@condition(ROLE, "base")
def year_of(s: Seen) -> bool:
    """The year in the role "base" is the one that stands before that figure, if one does."""
    return _year_before(s) in (None, s.of("base").printed_low)


@condition(ROLE, "start")
def begun(s: Seen) -> bool:
    """The year in the role "start" is the last one that stands before that figure in its clause, if one does."""
    return _year_before(s) in (None, s.of("start").printed_low)


@condition(ROLES)
def dated(s: Seen) -> bool:
    """These dates print their years and months."""
    return all(month_of(s.quantities[k], s.language) for role, k in s.places if role in s.value.split())


@condition(ROLES)
def ages(s: Seen) -> bool:
    """Bare numbers in these roles are ages or years (joined at 21, left at 30); they are taken for that."""
    return all(q.dimension in ("", "[time]") for role, k in s.places if role in s.value.split() for q in (s.quantities[k],))


@condition(ROLE)
def brief(s: Seen) -> bool:
    """That duration is told in hours or less: over days nobody drives on."""
    return s.figure.dimension == "[time]" and s.figure.factor <= HOUR


@condition(ROLE)
def counted(s: Seen) -> bool:
    """That figure counts anniversaries (60周年)."""
    return s.figure.text.endswith(tuple(s.language.settings.get("anniversaries", ())))


def _year_before(s: Seen) -> float | None:
    """The year that stands before the figure, in its clause."""
    first, _ = clause(s.place, s.tokens)
    for k in range(s.place - 1, first - 1, -1):
        if s.tokens[k].char == "Y":
            return s.quantities[k].printed_low if k in s.quantities else None
    return None
