"""Intervals: one every so many minutes, or so many a day, and how many that makes in a year."""

from __future__ import annotations

from ..interval import Interval
from ..typed import TYPE_CHECKING, ClassVar
from ..values import YEAR_SECONDS
from ._base import Case, Figures, Problem, Reading, Relation, Values
from .product import PER

if TYPE_CHECKING:
    from ..values import Quantity

DAY = 86_400.0
SPANS = {                                       # seconds, from the shortest to the longest
    "year": (365 * DAY, 366 * DAY), "month": (28 * DAY, 31 * DAY), "week": (7 * DAY, 7 * DAY), "day": (DAY, DAY),
}
OPEN = 0.22                                     # of all hours those of a shop that is open on five days, or of somebody awake
SCHOOL = 0.5                                    # of all days those of a school, or fewer than those of work
MOST = 0.5                                      # of the whole time: what comes so seldom is no matter of minutes


class Frequency(Relation):
    """One every so often does not make as many in the whole time as is stated.

    Why: a year has 525,600 minutes; of 105,120 alarms in a year one comes every five minutes.
    Silent: if they may come in waking or opening hours only, for seasons, and when any rounding of the figures fits.
    Bad: The brigade had 105,120 calls last year, or one every 50 minutes.
    Good: The brigade had 105,120 calls last year, or one every five minutes.
    """

    relation = "interval"
    code = "SUM325"
    name = "interval-mismatch"
    severity = "warning"
    options = {"span": tuple(SPANS)}
    roles = ("count", "every")
    target = "every"
    above = 0.0
    message = {
        "en": "{count} a {span} is one every {expected}, not every {stated}.",
        "zh": "一{span}{count}，每{expected}一次，不是每{stated}一次。",
    }
    NAMES: ClassVar[dict[str, dict[str, str]]] = {
        "en": {}, "zh": {"year": "年", "month": "个月", "week": "周", "day": "天", "hour": "小时"},
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or f.keys["every"].dimension != "[time]" or not f.keys["count"].printed_low > 1:
            return False
        counted = [f.keys[role] for role in ("count", "each") if role in f.keys]
        if not all(q.dimension[:6] in ("", "count:", "times") or q.per for q in counted):
            return False
        span = _span(f)
        return span is not None and f.keys["every"].high * f.keys["every"].factor < MOST * span.low

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        keys = ("count", "each", "every") if "each" in f.keys else ("count", "every")
        return (Problem("every", keys, self.cases(f)),)

    def cases(self, f: Figures) -> tuple[Case, ...]:
        span = _span(f) or Interval(0, 0)
        each = "each" in f.keys
        whole = Case(lambda v: (span.times(v["each"]) if each else span).over(v["count"]), "")
        return (whole, Case(lambda v: whole.solve(v).hull(whole.solve(v).times(OPEN)), ""))

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = super().values(f, problem, reading)
        each = f.keys.get("each")
        if each is not None and each.printed_low == each.printed_high <= 2 and each.hedge in ("=", "about"):
            values["each"] = Interval(each.printed_low, each.printed_low)       # one is one, not half to one and a half
        return values

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        span, each = _named(f), f.keys.get("each")
        times = f" × {each.text.strip()}" if each is not None and each.printed_low != 1 else ""
        whole = {"en": f"a {span}", "zh": f"一{self.NAMES['zh'].get(span, span)}"}[lang]
        return f"{whole}{times} ÷ {f.keys['count'].text.strip()}"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        span = _named(f)
        return {"span": self.NAMES[lang].get(span, span), "count": _bare(f.keys["count"])}


class Regular(Relation):
    """So many a day do not make as many in the whole time as is stated.

    Why: 36,500 in a year are 100 a day.
    Silent: if they may come on working days or in some hours only, and when any rounding of the figures fits.
    Bad: The line took 36,500 calls last year, or about 10 a day.
    Good: The line took 36,500 calls last year, or about 100 a day.
    """

    relation = "regular"
    code = "SUM326"
    name = "so-many-a-day-mismatch"
    severity = "warning"
    options = {"span": tuple(SPANS)}
    roles = ("count", "rate")
    target = "rate"
    alike = (("count", "rate"),)
    above = 0.0
    message = {
        "en": "{count} a {span} is {expected} {every}, not {stated}.",
        "zh": "一{span}{count}，{every}是{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or f.keys["count"].per not in ("", "year", "month") \
                or f.keys["count"].printed_low <= f.keys["rate"].printed_low:
            return False
        span, once = _span(f), _once(f)
        return span is not None and 0 < once < MOST * span.low

    def cases(self, f: Figures) -> tuple[Case, ...]:
        span, once = _span(f) or Interval(1, 1), _once(f)
        whole = Case(lambda v: v["count"].times(once).over(span), "")
        idle = OPEN if once < DAY else SCHOOL if once == DAY else 1.0
        return (whole, Case(lambda v: whole.solve(v).hull(whole.solve(v).over(idle)), "")) if idle < 1 else (whole,)

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        return (Problem("rate", ("count", "rate"), self.cases(f)),)

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        days = (_span(f) or Interval(1, 1)).low / _once(f)
        return f"{f.keys['count'].text.strip()} ÷ {days:.4g}"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        span, every, rate = _named(f), f.keys.get("every"), f.keys["rate"]
        names = Frequency.NAMES[lang]
        once = {"en": f"a {rate.per}", "zh": f"每{names.get(rate.per, rate.per)}"}[lang] if every is None else every.text.strip()
        return {"span": names.get(span, span), "every": once, "count": _bare(f.keys["count"])}


def _once(f: Figures) -> float:
    """The seconds of the day, week or month in which so many come; 0 if that is not said."""
    every, per = f.keys.get("every"), f.keys["rate"].per
    if every is None:
        return PER[per] * YEAR_SECONDS if per in PER else 0.0
    once = every.dimension == "[time]" and every.printed_low == every.printed_high == 1 and not per
    return every.factor if once else 0.0


def _span(f: Figures) -> Interval | None:
    """The seconds in which so many come; None if that is not said."""
    name = _named(f)
    if name in SPANS:
        return Interval(*SPANS[name])
    return Interval(PER[name] * YEAR_SECONDS, PER[name] * YEAR_SECONDS) if name in ("hour", "minute") else None


def _named(f: Figures) -> str:
    """The unit of time in which so many come: of the figure, beside it, or in the words of the rule; "" if it is more than one of them."""
    span = f.keys.get("span")
    if span is not None:
        return span.unit if span.printed_low == span.printed_high == 1 else ""
    return f.keys["count"].per or f.options.get("span", "")


def _bare(q: Quantity) -> str:
    """A figure without the time that it is of: "720 cars a day" is told as "720 cars"."""
    words = q.text.split()
    return " ".join(words[:-2]) if q.per and len(words) > 2 and words[-1] == q.per else q.text.strip()
