"""Intervals: one every so many minutes, and how many that makes in a year."""

from __future__ import annotations

from ..interval import Interval
from ..typed import TYPE_CHECKING
from ..values import YEAR_SECONDS
from ._base import Case, Figures, Problem, Reading, Relation, Values
from .product import PER

if TYPE_CHECKING:
    from ..values import Quantity

DAY = 86_400.0
SPANS = {                                       # seconds, from the shortest to the longest
    "year": (365 * DAY, 366 * DAY), "month": (28 * DAY, 31 * DAY), "week": (7 * DAY, 7 * DAY), "day": (DAY, DAY),
}
MOST = 0.5                                      # of the whole time: what comes so seldom is no matter of minutes


class Frequency(Relation):
    """One every so often does not make as many in the whole time as is stated.

    Why: a year has 525,600 minutes; of 105,120 alarms in a year one comes every five minutes.
    Silent: for opening hours, seasons and times that are not told, and when any rounding of the figures fits.
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
    NAMES = {"year": "年", "month": "个月", "week": "周", "day": "天", "hour": "小时"}

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
        if "each" in f.keys:
            return (Case(lambda v: span.times(v["each"]).over(v["count"]), ""),)
        return (Case(lambda v: span.over(v["count"]), ""),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = super().values(f, problem, reading)
        each = f.keys.get("each")
        if each is not None and each.printed_low == each.printed_high <= 2 and each.hedge in ("=", "about"):
            values["each"] = Interval(each.printed_low, each.printed_low)       # one is one, not half to one and a half
        return values

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        span, each = _named(f), f.keys.get("each")
        times = f" × {each.text.strip()}" if each is not None and each.printed_low != 1 else ""
        return f"{ {'en': 'a ' + span, 'zh': '一' + self.NAMES.get(span, span)}[lang]}{times} ÷ {f.keys['count'].text.strip()}"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        span = _named(f)
        return {"span": self.NAMES.get(span, span) if lang == "zh" else span, "count": _bare(f.keys["count"])}


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
    for word in (" a ", " per ", " each ", " every "):
        head, found, _ = q.text.strip().rpartition(word)
        if found:
            return head
    return q.text.strip()
