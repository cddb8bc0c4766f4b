"""The days from one date to another."""

from __future__ import annotations

from ..interval import Interval
from ..typed import TYPE_CHECKING
from ..values import MONTH_DAYS
from ._base import FAILURES, Case, Figures, Problem, Reading, Relation, Values, read
from .timespan import MONTHS, days_in, parse

if TYPE_CHECKING:
    from ..values import Quantity

HOUR, DAY = 3600.0, 86_400.0
YEAR_DAYS = sum(MONTH_DAYS)
LONGEST = 400                                   # days: what lasts longer is told in years


class Days(Relation):
    """The dates do not lie as many days, weeks or months apart as is stated.

    Why: from 3 to 24 May is three weeks; a date was moved, and the length of the show was not.
    Silent: whether both ends are counted or not, for months of any length, and for working days.
    Bad: The show ran from 3 May to 14 May, three weeks in all.
    Good: The show ran from 3 May to 24 May, three weeks in all.
    Bad: 展览从5月3日持续到5月14日，为期三周。
    Good: 展览从5月3日持续到5月24日，为期三周。
    """

    relation = "days"
    code = "TIM506"
    name = "days-mismatch"
    severity = "warning"
    options = {"from": (), "until": ()}
    roles = ("duration",)
    target = "duration"
    rounds = False
    movable = ("none",)
    message = {
        "en": "From {start} to {end} is {expected}, not {stated}.",
        "zh": "{start}至{end}是{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        days = self.between(f) if super().applies(f) and f.keys["duration"].dimension == "[time]" else None
        return days is not None and 0 < days.low <= LONGEST and _in_days(f.keys["duration"])

    def between(self, f: Figures) -> Interval | None:
        """The days from the first date to the second, without and with both ends; None if one of them is no date.

        Of dates without a year the second is the next of its name, and there may be a 29 February between them.
        """
        first, last = (parse(f.options.get(end, "")) for end in ("from", "until"))
        if first is None or last is None or not all(1 <= m <= 12 and 1 <= d <= days_in(y, m) for y, m, d in (first, last)):
            return None
        if bool(first[0]) != bool(last[0]):
            return None
        low, high = (_ordinal(*last, leap) - _ordinal(*first, leap) for leap in (False, True))
        if low < 0 and not (first[0] and last[0]):
            low, high = low + YEAR_DAYS, high + YEAR_DAYS + 1
        return Interval(min(low, high), max(low, high) + 1)

    def cases(self, f: Figures) -> tuple[Case, ...]:
        days = self.between(f) or Interval(0, 0)
        return (Case(lambda _: days, ""),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        told = read(f.keys["duration"], reading)
        return {"duration": Interval(told.low / DAY, told.high / DAY)}

    def point(self, values: Values, problem: Problem, case: Case) -> float | None:
        try:
            return case.solve(values).low
        except FAILURES:
            return None

    def base(self, target: Quantity, value: float) -> float:
        return value * DAY

    def restated(self, target: Quantity, value: float) -> str:
        one = round(value) == 1
        return f"{value:.0f}" + {"en": " day" if one else " days", "zh": "天"}[target.lang]

    def result(self, target: Quantity, value: float, united: bool = False) -> str:
        return self.restated(target, value)

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        both = {"en": " (one more with both ends)", "zh": "（首尾都算多一天）"}[lang]
        return f"{_named(f.options['until'], lang)} − {_named(f.options['from'], lang)}{both}"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"start": _named(f.options["from"], lang), "end": _named(f.options["until"], lang)}


def _in_days(told: Quantity) -> bool:
    """Whether a span is told in days, weeks or months, or in the hours of two days or more: 72 hours."""
    whole = told.printed_low * told.factor / DAY
    return DAY <= told.factor < YEAR_DAYS * DAY or told.factor == HOUR and whole >= 2 and whole % 1 == 0


def _ordinal(year: int, month: int, day: int, leap: bool) -> int:
    """Days since the year 0; ``leap`` decides of a year that is not known."""
    past = year - (month < 3)                   # the last year whose 29 February has passed
    leaps = past // 4 - past // 100 + past // 400 if year else int(leap and month > 2)
    return YEAR_DAYS * year + leaps + sum(MONTH_DAYS[: month - 1]) + day


def _named(date: str, lang: str) -> str:
    year, month, day = parse(date) or (0, 0, 0)
    zh = {"zh": f"{year}年{month}月{day}日" if year else f"{month}月{day}日"}
    return {"en": f"{day} {MONTHS[month - 1]} {year or ''}".strip(), **zh}[lang]
