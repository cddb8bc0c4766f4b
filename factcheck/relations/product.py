"""Products: a rate and a count make a total; a mean and a number make a sum."""

from __future__ import annotations

from .. import units
from ..readings import truncated
from ..typed import TYPE_CHECKING
from ..values import NUMBER, YEAR_SECONDS
from . import _show as show
from ._base import UNSCALED, Case, Figures, Problem, Reading, Relation, Values, as_printed, comparable, to_base
from .growth import YEARS

if TYPE_CHECKING:
    from ..interval import Interval
    from ..values import Quantity

PER = {**YEARS, "hour": 1 / 8766, "minute": 1 / 525_960, "second": 1 / YEAR_SECONDS}
WORKING_DAYS = 5 / 7
LOST, NEAR = (1e3, 1e6), 0.25                   # scale words that are forgotten in a division, and how well the rest of it is done


class Product(Relation):
    """A rate times a count is not the stated total.

    Why: 1.7 million a day is about 155 million a quarter, not 68; 40 dollars a share times 3 million shares is 120 million.
    Silent: when working days or any rounding explain the gap, and when the units of the three do not go together.
    Bad: It makes 1.7m chips a day, or 68m a quarter.
    Good: It makes 1.7m chips a day, or 155m a quarter.
    Bad: Saffron sells for $6 a gram, so a 4-kilogram sack would cost $2,000.
    Good: Saffron sells for $6 a gram, so a 4-kilogram sack would cost $24,000.
    Bad: 6,350户共有18,415人，户均9.2人。
    Good: 6,350户共有18,415人，户均2.9人。
    """

    relation = "product"
    code = "SUM321"
    name = "product-mismatch"
    options = {"span": ("month", "quarter", "year"), "days": NUMBER, "near": NUMBER, "charged": ("yes",), "converted": ("yes",),
               "fixed": ("yes",)}                  # a coin is worth what it says
    roles = ("rate", "count", "total")
    target = "total"
    above = 0.0
    counts = ("count", "total")
    solve = {
        "total": lambda v: v["rate"].times(v["count"]),
        "rate": lambda v: v["total"].over(v["count"]),
        "count": lambda v: v["total"].over(v["rate"]),
    }
    working = {"total": "{rate} × {count}", "rate": "{total} ÷ {count}", "count": "{total} ÷ {rate}"}
    message = {
        "en": "{rate} and {count} do not make {total}: {stated} should be {expected}.",
        "zh": "{rate}、{count}与{total}对不上：{stated}应为{expected}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f):
            return False
        rate, count, total = (f.keys[r] for r in self.roles)
        if rate.unit == "percent":              # a percentage of a whole is a share
            return False
        if rate.dimension.startswith("money:") and rate.dimension != total.dimension:
            return False                        # a price makes money; "65 cents, 5.95 mln Minora" are two things
        if total.per and total.per != rate.per and not (total.per == "occasions" and rate.per and rate.per not in PER):
            return False                        # "$20 a share" is a price itself; a dose, so much a kilogram, is told of each time
        if self.timed(f):
            return comparable([rate, total])
        if rate.per and (measured(count) or f.options.get("converted")) and "/" not in rate.dimension and not lot_of(f):
            return False                        # dollars a tonne, and kilograms or buyers
        if rate.dimension == f"1 / {count.dimension}":                      # people per square mile
            return total.dimension[:6] in ("", "count:")
        if "/" in rate.dimension:               # km/h × h = km: base units take care of it
            return count.dimension == "[time]" and rate.dimension.startswith(total.dimension + " /") and rate.dimension.endswith("[time]")
        return comparable([rate, total]) and count.dimension not in ("percent", "percent_point", "times")

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = super().values(f, problem, reading)
        if reading == "rounded" and f.keys["total"].hedge == "=":           # 40.569 is told as 40.56 as well
            values["total"] = values["total"].hull(to_base(f.keys["total"], truncated(f.keys["total"])))
        if "fixed" in f.options:
            values["rate"] = to_base(f.keys["rate"], as_printed(f.keys["rate"]))
        return values

    def timed(self, f: Figures) -> bool:
        """So much a day, over a number of days or months."""
        return f.keys["rate"].per in PER and f.keys["count"].dimension == "[time]"

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        if self.timed(f):
            q = f.keys["count"]
            i = values["count"]
            if reading == "strict" and q.hedge == "=" and q.half <= 0.5:
                i = i._replace(low=q.printed_low * q.factor, high=q.printed_high * q.factor)
            values["count"] = i.over(YEAR_SECONDS * PER[f.keys["rate"].per])
        elif measured(f.keys["count"]) and "/" not in f.keys["rate"].dimension:
            values["count"] = values["count"].over(lot_of(f) or f.keys["count"].factor)      # dollars a tonne: tonnes are counted

    def cases(self, f: Figures) -> tuple[Case, ...]:
        case = Case(self.solve["total"], self.working["total"])
        least = f.options.get("days", "")       # of the days of a year some may be idle
        if self.timed(f) and f.keys["rate"].per == "day" and (least or f.keys["count"].unit != "day"):
            cases = (case, Case(_workdays, "{rate} × {count} × 5 ÷ 7"))
            return (*cases, Case(lambda v: case.solve(v).hull(case.solve(v).times(float(least))), "")) if least else cases
        return (case,)

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        rate, count = f.keys["rate"], f.keys["count"]
        if not self.timed(f) and (not measured(count) or rate.per == count.unit):
            return super().work(f, problem, case, lang)
        shown = {role: f.keys[role].text.strip() for role in self.roles}
        span = show.numeral(count.text)
        if self.timed(f) and span is not None and show.plain(count) != count.printed_low:      # a year that is told by its number
            shown["count"] = f"{count.printed_low * count.factor / YEAR_SECONDS / PER[rate.per]:g}"
        return case.working.format_map(shown)


def lot_of(f: Figures) -> float:
    """What the price is for, in base units of the count: its own unit, or another where the text converts; 0 if neither."""
    rate, count = f.keys["rate"], f.keys["count"]
    if rate.per == count.unit or not f.options.get("converted"):
        return count.factor if rate.per == count.unit else 0.0
    lot = units.load().units.get(rate.per)
    return lot.factor if lot is not None and lot.dimension == count.dimension else 0.0


def measured(q: Quantity) -> bool:
    """Whether a figure is of a measure: tonnes, acres, barrels; not a count and not a time."""
    return q.dimension[:6] not in ("", "count:", "[time]") and not q.dimension.startswith("money:")


def _workdays(v: Values) -> Interval:
    """The total where the days of a month or a year are working days."""
    return v["rate"].times(v["count"]).times(WORKING_DAYS)


class Mean(Relation):
    """A per-head figure does not follow from the total and the number of heads.

    Why: the mean of a total is the total divided by the number.
    Silent: when any rounding of the three figures fits.
    Bad: The 40 staff earned $3m between them, $95,000 each.
    Good: The 40 staff earned $3m between them, $75,000 each.
    """

    relation = "mean"
    code = "SUM322"
    name = "mean-mismatch"
    options = {"shared": ("yes",), "lapse": ("yes",)}     # lapse: the count is one of days, weeks … as it is printed
    roles = ("total", "count", "mean")
    target = "mean"
    above = 0.0
    alike = (("total", "mean"),)
    counts = ("count", "total")
    solve = {
        "mean": lambda v: v["total"].over(v["count"]),
        "total": lambda v: v["mean"].times(v["count"]),
        "count": lambda v: v["total"].over(v["mean"]),
    }
    working = {"mean": "{total} ÷ {count}", "total": "{mean} × {count}", "count": "{total} ÷ {mean}"}
    message = {
        "en": "{total} over {count} is {expected}, not {stated}.",
        "zh": "{total}除以{count}是{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f):
            return False
        total, count, mean = (f.keys[r] for r in self.roles)
        counted = total.dimension[:6] == mean.dimension[:6] == "count:"
        if counted and total.unit != mean.unit:
            return False                        # matches, and goals per match
        return not (mean.per and count.dimension[:6] == "count:" and mean.per not in (count.unit, count.unit.rstrip("s"), "people"))

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        f.memo[UNSCALED] = True                 # a mean may well be a millionth of the total
        values = super().values(f, problem, reading)
        if f.options.get("lapse") and f.keys["count"].factor:
            values["count"] = values["count"].over(f.keys["count"].factor)
        return values

    def apart(self, f: Figures, expected: Interval, stated: Interval) -> float:
        """Whoever shares $500 million out among 300 million people and forgets the second million errs a millionfold, and is understood."""
        times = super().apart(f, expected, stated)
        near = [times / lost for lost in LOST if NEAR < times / lost < 1 / NEAR] if f.options.get("shared") else []
        return near[0] if near else times

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        return super().problems(f) if f.keys["count"].dimension not in ("percent", "times", "percent_point") else ()
