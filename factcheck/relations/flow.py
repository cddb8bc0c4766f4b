"""Rates over a stretch of time: litres a second over a day, megawatts over hours, a packet a day over a year."""

from __future__ import annotations

from ..interval import Interval
from ..typed import TYPE_CHECKING
from ..values import YEAR_SECONDS
from ._base import Case, Figures, Problem, Relation, comparable
from .interval import DAY, OPEN, SPANS
from .product import PER

if TYPE_CHECKING:
    from ..values import Quantity

HOUR = 3600.0
MONTH, YEAR = 2_629_800.0, YEAR_SECONDS         # seconds of the units, whose days differ
POWER, ENERGY = "[length] ** 2 * [mass] / [time] ** 3", "[length] ** 2 * [mass] / [time] ** 2"
OVER_TIME = " / [time]"


class Flow(Relation):
    """A rate over a stretch of time does not make as much as is stated.

    Why: a day has 86,400 seconds, 30 days have 720 hours; 50 megawatts over 1,200 hours are 60 million kilowatt-hours.
    How: the rate, times the stretch, in one unit of time; where something goes on for days, it may rest at night.
    Silent: for top speeds, when the rate may not hold all the time, and when any rounding of the figures fits.
    Bad: At 50 cubic metres a second, the river carries 432,000 cubic metres past the weir each day.
    Good: At 50 cubic metres a second, the river carries 4.32 million cubic metres past the weir each day.
    Bad: 该电站装机50兆瓦，年利用1200小时，年发电量600万千瓦时。
    Good: 该电站装机50兆瓦，年利用1200小时，年发电量6000万千瓦时。
    """

    relation = "flow"
    code = "SUM328"
    name = "rate-over-time-mismatch"
    severity = "warning"
    options = {"span": tuple(SPANS), "per": ("second", "minute", "hour", "day"), "steady": ("yes",),
               "long": ("yes",)}                   # a day at least: of hours, products tell
    roles = ("rate", "total")
    target = "total"
    above = 0.0
    message = {
        "en": "{rate} over {stretch} makes {expected}, not {stated}.",
        "zh": "{rate}，经过{stretch}是{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or _span(f) is None or not _once(f):
            return False
        rate, total = f.keys["rate"], f.keys["total"]
        if not (f.options.get("per") or "span" in f.keys) and _once(f) >= DAY:
            return False                        # so much a day, so much a year: products know of working days
        if "long" in f.options and "span" in f.keys and f.keys["span"].printed_low * f.keys["span"].factor < DAY:
            return False
        if rate.is_range or rate.printed_low <= 0 or total.per not in ("", _named(f)):
            return False
        if rate.dimension == POWER or rate.dimension.endswith(OVER_TIME):
            return total.dimension == (ENERGY if rate.dimension == POWER else rate.dimension.removesuffix(OVER_TIME))
        return comparable([rate, total]) and rate.dimension not in ("percent", "percent_point", "times", "[time]")

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        span, once = _span(f) or Interval(1, 1), _once(f)
        stretch = Interval(span.low / once, span.high / once)
        whole = Case(lambda v: v["rate"].times(stretch), "")
        rests = once < DAY <= span.low and f.keys["rate"].dimension != POWER and "steady" not in f.options
        cases = (whole, Case(lambda v: whole.solve(v).hull(whole.solve(v).times(OPEN)), "")) if rests else (whole,)
        return (Problem("total", self.roles, cases),)

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        span, once = _span(f) or Interval(1, 1), _once(f)
        return f"{f.keys['rate'].text.strip()} × {span.mid / once:.6g}"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        told = f.keys.get("span") or f.keys.get("hours")
        name = _named(f)
        named = {"en": f"a {name}", "zh": {"day": "一天", "week": "一周", "month": "一个月", "year": "一年"}.get(name, name)}[lang]
        return {"stretch": named if told is None else told.text.strip()}


def _once(f: Figures) -> float:
    """The seconds in which the rate comes once; 1 of one that is so much a second by its unit, 0 if it is not said."""
    rate, every = f.keys["rate"], f.keys.get("every")
    if rate.dimension == POWER or rate.dimension.endswith(OVER_TIME):
        return 1.0
    if every is not None:
        return every.factor if every.dimension == "[time]" and every.printed_low == every.printed_high == 1 else 0.0
    per = rate.per if rate.per in PER else "" if rate.per and rate.per != "boxes" else f.options.get("per", "")
    return PER[per] * YEAR_SECONDS if per in PER else 0.0


def _named(f: Figures) -> str:
    """The unit of time over which the rate holds, if no figure says how long."""
    return f.options.get("span", "") or f.keys["total"].per


def _span(f: Figures) -> Interval | None:
    """The seconds over which the rate holds."""
    hours, span = f.keys.get("hours"), f.keys.get("span")
    if hours is not None:
        return Interval(hours.low * HOUR, hours.high * HOUR) if not hours.dimension else None
    if span is not None:
        return _seconds(span) if span.dimension == "[time]" and span.low > 0 else None
    name = _named(f)
    return Interval(*SPANS[name]) if name in SPANS else None


def _seconds(q: Quantity) -> Interval:
    """Those of a stretch: whole days, hours and months are what they are, and months and years have more or fewer days."""
    told = Interval(q.printed_low, q.printed_high) if q.hedge == "=" and q.printed_high < 100 * q.half else Interval(q.low, q.high)
    low, high = (28 * DAY, 31 * DAY) if q.factor == MONTH else (365 * DAY, 366 * DAY) if q.factor == YEAR else (q.factor, q.factor)
    return Interval(told.low * low, told.high * high)
