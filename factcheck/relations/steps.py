"""Steps: a difference and its percentage, with the one level that is printed beside them."""

from __future__ import annotations

from ..interval import INF, Interval
from ._base import Case, Figures, Reading, Relation, Values, pennies
from .change import down, positive

ONE = Interval(1, 1)


def _fall_to(v: Values) -> Interval:
    """The percentage of a fall by the difference, to the new figure."""
    return ONE.over(v["new"].over(v["difference"]).plus(1)).times(100)


def _plain_step(f: Figures) -> bool:
    """Whether the difference is in a unit of its levels: no points, no degrees (five degrees more are not 278 kelvins)."""
    q = f.keys["difference"]
    return q.dimension not in ("percent", "percent_point") and not q.offset and not pennies(f.keys, ("old", "new", "difference"))


class StepOverNew(Relation):
    """A difference, a percentage and the level reached do not fit together.

    Why: "up 72p, or 8%, at 972p" starts from 972 − 72; the percentage is of that base.
    Silent: when any rounding fits, and when the base is not the level before the step.
    Bad: The shares were up 27 pence, or 8%, at 972 pence.
    Good: The shares were up 72 pence, or 8%, at 972 pence.
    Bad: 收入33.88亿元，比上年增加8.03亿元，增长10.0%。
    Good: 收入33.88亿元，比上年增加3.08亿元，增长10.0%。
    """

    relation = "change"
    code = "CHG205"
    name = "step-mismatch"
    roles = ("difference", "new", "percent")
    target = "percent"
    above = 100.0
    alike = (("difference", "new"),)
    solve = {
        "percent": lambda v: ONE.over(v["new"].over(v["difference"]).minus(1)).times(100),
        "difference": lambda v: v["new"].over(ONE.over(v["percent"].over(100)).plus(1)),
        "new": lambda v: v["difference"].times(ONE.over(v["percent"].over(100)).plus(1)),
    }
    working = {
        "percent": "{difference} ÷ ({new} − {difference})",
        "difference": "{new} × {percent} ÷ (1 + {percent})",
        "new": "{difference} × (1 + 1 ÷ {percent})",
    }
    mistakes = {
        "wrong_base": lambda v: v["difference"].over(v["new"]).times(100),
        "sign": lambda v: ONE.over(v["new"].over(-v["difference"]).minus(1)).times(-100),
    }
    message = {
        "en": "{difference} on the way to {new} is {expected}, not {stated}.",
        "zh": "变动{difference}后为{new}，幅度是{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and "old" not in f.keys and _plain_step(f)

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        positive(values, "new")
        signed = f.direction == "down" and f.keys["percent"].printed_high < 0       # "fell 40 points (-2.1%)"
        if f.keys["difference"].printed_low <= 0 or f.keys["percent"].printed_low <= 0 and not signed:
            raise ValueError("signs are printed; the wording is not understood")
        if down(f, "difference") or down(f, "percent"):
            values["difference"], values["percent"] = -values["difference"], values["percent"] if signed else -values["percent"]
        if values["difference"].high >= values["new"].low:
            raise ValueError("no base is left")

    def cases(self, f: Figures) -> tuple[Case, ...]:
        cases: tuple[Case, ...] = (Case(self.solve["percent"], self.working["percent"]),)
        if not f.direction and not f.keys["difference"].direction:
            cases += (Case(_fall_to, "{difference} ÷ ({new} + {difference})"),)
        return cases


class StepPastNew(StepOverNew):
    """A rise is larger than the level that it reached, and a slip of the pen explains it.

    Why: what grew by 16.2 % to 65.22 grew by 9.09, so that 907 lacks its decimal point.
    Silent: when no slip explains it: what was below zero may rise by more than it comes to.
    Bad: Visits grew by 907 million, or 16.2%, to 65.22 million.
    Good: Visits grew by 9.07 million, or 16.2%, to 65.22 million.
    Bad: 出游人次65.22亿，比上年增加907亿，增长16.2%。
    Good: 出游人次65.22亿，比上年增加9.07亿，增长16.2%。
    """

    code = "CHG207"
    name = "step-past-level"
    target = "difference"
    mistakes = {}
    message = {
        "en": "A rise of {percent} to {new} is one of {expected}, not {stated}.",
        "zh": "增长{percent}后为{new}，增加的是{expected}，不是{stated}。",
    }

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        positive(values, "new")
        if down(f, "difference") or down(f, "percent") or values["percent"].low <= 0 or values["difference"].low <= values["new"].high:
            raise ValueError("no rise, or one that the level holds")

    def apart(self, f: Figures, expected: Interval, stated: Interval) -> float:
        return INF                                      # whoever has made no slip is not understood

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return (Case(self.solve["difference"], self.working["difference"]),)


class StepOverOld(Relation):
    """A difference is not the stated percentage of the level it started from.

    Why: the step divided by the old figure is the percentage.
    Silent: when any rounding fits.
    Bad: From a base of 500 staff, it hired 60 more, an increase of 15%.
    Good: From a base of 500 staff, it hired 60 more, an increase of 12%.
    Bad: 原有职工500人，新招60人，增加15%。
    Good: 原有职工500人，新招60人，增加12%。
    """

    relation = "change"
    code = "CHG206"
    name = "step-of-base-mismatch"
    roles = ("difference", "old", "percent")
    target = "percent"
    above = 100.0
    alike = (("difference", "old"),)
    solve = {
        "percent": lambda v: v["difference"].over(v["old"]).times(100),
        "difference": lambda v: v["old"].times(v["percent"].over(100)),
        "old": lambda v: v["difference"].over(v["percent"].over(100)),
    }
    working = {"percent": "{difference} ÷ {old}", "difference": "{old} × {percent}", "old": "{difference} ÷ {percent}"}
    mistakes = {"wrong_base": lambda v: ONE.over(v["old"].over(v["difference"]).plus(1)).times(100)}
    message = {
        "en": "{difference} on a base of {old} is {expected}, not {stated}.",
        "zh": "{difference}占基数{old}的{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and "new" not in f.keys and _plain_step(f)

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        positive(values, "old")
