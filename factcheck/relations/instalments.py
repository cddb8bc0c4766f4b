"""Instalments: a deposit and so many payments of so much each."""

from __future__ import annotations

from ..interval import Interval
from ._base import Case, Figures, Problem, Reading, Relation, Values, as_printed, comparable, to_base


class Instalments(Relation):
    """A deposit and the payments after it do not make the stated total.

    Why: £500 down and 24 times £80 are £2,420; a forgotten deposit or another number of months shows in the sum.
    Silent: where a fee, interest or a last payment comes in, and when any rounding fits.
    Bad: Buyers pay a deposit of £500 and 24 monthly instalments of £80, a total of £2,240.
    Good: Buyers pay a deposit of £500 and 24 monthly instalments of £80, a total of £2,420.
    Bad: 首付30万元，余款分120期，每期支付5000元，总计80万元。
    Good: 首付30万元，余款分120期，每期支付5000元，总计90万元。
    """

    relation = "instalments"
    code = "SUM329"
    name = "instalments-mismatch"
    severity = "warning"
    roles = ("deposit", "count", "rate", "total")
    target = "total"
    above = 0.0
    alike = (("deposit", "rate", "total"),)
    mistakes = {"left_out": lambda v: v["rate"].times(v["count"])}
    message = {
        "en": "{deposit} and {count} of {rate} make {expected}, not {stated}.",
        "zh": "{deposit}加上{count}、每期{rate}，共{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or f.keys["count"].is_range or not f.keys["count"].printed_low > 1:
            return False
        count = f.keys["count"]
        timed = count.dimension == "[time]"
        if timed and f.keys["rate"].per not in ("", count.unit) or count.dimension[:6] not in ("", "count:", "[time]"):
            return False
        return comparable([f.keys["deposit"], f.keys["total"]]) and f.keys["total"].dimension[:6] == "money:"

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return (Case(lambda v: v["deposit"].plus(v["rate"].times(v["count"])), "{deposit} + {rate} × {count}"),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = super().values(f, problem, reading)
        for key in ("deposit", "rate"):
            if f.keys[key].hedge == "=":        # what a contract says is exact
                values[key] = to_base(f.keys[key], as_printed(f.keys[key]))
        values["count"] = Interval(f.keys["count"].printed_low, f.keys["count"].printed_high)
        return values
