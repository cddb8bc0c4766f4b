"""Multiples: times, fold, 倍, 番, and the percentage beside them."""

from __future__ import annotations

from ..interval import Interval
from ..typed import TYPE_CHECKING
from . import _show as show
from ._base import Case, Figures, Reading, Relation, Solver, Values, as_printed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..values import Quantity
    from ._base import Problem

RATIO = Case(lambda v: v["new"].over(v["old"]), "{new} ÷ {old}", says="of")
INCREASE = Case(lambda v: v["new"].over(v["old"]).minus(1), "{new} ÷ {old} − 1", says="by")
CUT_TO = Case(lambda v: v["old"].over(v["new"]), "{old} ÷ {new}", says="of")
LEAST_CUT = 2                                   # 少一倍 is meant as half
BEYOND = {"above": True, "at_least": True, "below": False}
CUT_BY = Case(lambda v: v["old"].over(v["new"]).minus(1), "{old} ÷ {new} − 1", says="by")


def reading_of(f: Figures) -> str:
    """"by" (增长3倍), "to"/"of" (增长到3倍, three times as many), "both" (three times more, rose threefold, 翻3倍)."""
    said = f.options.get("reading", "")
    if said:
        return said
    q = f.keys["factor"]
    if q.hidden or not show.numeral(q.text) or show.in_doublings(q):    # doubled, tripled, 翻番, 翻4番
        return "of"
    return "both"


def loosely(case: Case) -> Case:
    return case._replace(loose=True)


class ChangeFactor(Relation):
    """A stated multiple does not follow from the two figures.

    Why: 增长3倍 means four times the old figure, 增长到3倍 and 是…的3倍 three times; 翻两番 is four times, not three. English "three times
    as many" is the ratio; "three times more" is used of the ratio and of the increase, and is taken as meant.
    Silent: when a reading that careful people grant fits; a warning when only the looser one does.
    Bad: 产能从50万吨增加到200万吨，翻了三番。
    Good: 产能从50万吨增加到200万吨，翻了两番。
    Bad: Output quadrupled, from 50 tonnes to 150 tonnes.
    Good: Output tripled, from 50 tonnes to 150 tonnes.
    """

    relation = "change"
    code = "CHG211"
    name = "multiple-mismatch"
    options = {"reading": ("of", "to", "by", "both"), "either": ("yes",)}
    roles = ("old", "new", "factor")
    target = "factor"
    above = 0.0
    alike = (("old", "new"),)
    solve = {
        "factor": RATIO.solve,
        "new": lambda v: v["old"].times(v["factor"]),
        "old": lambda v: v["new"].over(v["factor"]),
    }
    working = {"factor": "{new} ÷ {old}", "new": "{old} × {factor}", "old": "{new} ÷ {factor}"}
    message = {
        "en": "From {old} to {new} is {expected}, not {stated}.",
        "zh": "从{old}到{new}是{expected}，不是{stated}。",
    }

    SLACK = 0.08                                # of a multiple in a word
    CUT = 0.75                                  # how much of one a whole multiple may have lost: 2.9 is no 2

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        if values["old"].low <= 0 or values["new"].low <= 0:
            raise ValueError("a multiple needs figures above zero")
        q = f.keys["factor"]
        if reading == "rounded" and q.hedge == "=" and q.half == 0.5:
            values["factor"] = values["factor"]._replace(high=min(values["factor"].high, q.printed_high + self.CUT))
        if q.printed_high < 1 and q.hedge in BEYOND and show.numeral(q.text) is None:       # "more than halved": to less than half
            values["factor"] = Interval(0, q.printed_high) if BEYOND[q.hedge] else Interval(q.printed_low, 2 * q.printed_low - q.low)
        elif reading == "rounded" and q.half == 0 and q.hedge == "=" and show.numeral(q.text) is None:  # "doubled": 1.9, 2.1
            coarse = sum(values[role].width / values[role].mid for role in ("old", "new")) / 4
            slack = max(0.0, self.SLACK - coarse)             # a word is loose or its figures are, not both: from 4m to 6m is not doubled
            values["factor"] = values["factor"].hull(values["factor"].times(1 - slack)).hull(values["factor"].times(1 + slack))

    def cases(self, f: Figures) -> tuple[Case, ...]:
        reading = reading_of(f)
        if f.direction == "down":
            small = f.keys["factor"].printed_high < 1
            return (RATIO, loosely(INCREASE)) if small else (CUT_TO, CUT_BY)
        if f.options.get("either"):             # "twice as likely (6% against 12%)": whose is which is not told
            return (RATIO, CUT_TO) if reading == "of" else (RATIO, CUT_TO, INCREASE, CUT_BY)
        if reading == "by":
            return (INCREASE, loosely(RATIO))
        if reading in ("to", "of"):
            return (RATIO,)
        return (RATIO, INCREASE)

    def mistakes_for(self, f: Figures, problem: Problem) -> Mapping[str, Solver]:
        found: dict[str, Solver] = {}
        if show.in_doublings(f.keys["factor"]):
            found["doublings_for_times"] = _doublings
        if not any(case.says == "by" for case in problem.cases):
            found["increase_for_ratio"] = INCREASE.solve
        return found


def _doublings(v: Values) -> Interval:
    """翻三番 printed for three times: the factor that the 番 would spell."""
    return Interval(2, 2).power(v["new"].over(v["old"]))


class FactorPercent(Relation):
    """A multiple and a percentage for the same growth disagree.

    Why: to quadruple is to grow by 300 percent; 400 percent growth is five times.
    Silent: when the percentage is said of the level ("rose to 200% of").
    Bad: Output quadrupled, up 400%.
    Good: Output quadrupled, up 300%.
    Bad: 产量翻一番，增长200%。
    Good: 产量翻一番，增长100%。
    """

    relation = "change"
    code = "CHG212"
    name = "multiple-percent-mismatch"
    roles = ("factor", "percent")
    target = "percent"
    solve = {
        "percent": lambda v: v["factor"].minus(1).times(100),
        "factor": lambda v: v["percent"].over(100).plus(1),
    }
    working = {"percent": "({factor} − 1) × 100", "factor": "1 + {percent} ÷ 100"}
    mistakes = {"ratio_for_increase": lambda v: v["factor"].times(100)}
    message = {
        "en": "{factor} is an increase of {expected}, not {stated}.",
        "zh": "{factor}即增长{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and not ("old" in f.keys and "new" in f.keys) and f.keys["percent"].unit == "percent"

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        if f.direction == "down" and values["percent"].low > 0 and values["factor"].high < 1:
            values["percent"] = -values["percent"]

    def cases(self, f: Figures) -> tuple[Case, ...]:
        increase = Case(self.solve["percent"], "({factor} − 1) × 100", says="of")
        same = Case(lambda v: v["factor"].times(100), "{factor} × 100", says="by")
        if f.options.get("percent_reading") in ("to", "of"):
            return (same,)
        if f.direction == "down" and f.keys["factor"].printed_low > 1:         # "cut fourfold, by 75%"
            return (Case(lambda v: (-Interval(1, 1).over(v["factor"])).plus(1).times(100), "(1 − 1 ÷ {factor}) × 100"),)
        reading = reading_of(f)
        if reading == "by":
            return (same,)
        return (increase,) if reading in ("to", "of") else (increase, same)


class TimesLess(Relation):
    """"Three times less" has no agreed meaning.

    Why: nothing can fall by more than the whole of itself; "a third of" says what is meant. In Chinese 减少、下降、便宜 do not go with 倍.
    Silent: when the figures themselves are printed and are clear.
    Bad: The new chip draws three times less power.
    Good: The new chip draws a third of the power.
    Bad: 成本减少了3倍。
    Good: 成本减少了三分之二。
    """

    relation = "usage"
    code = "USE701"
    name = "times-less"
    severity = "warning"
    options = {"cue": ("times_less",)}
    roles = ("factor",)
    target = "factor"
    movable = ("none",)
    rounds = False
    message = {
        "en": "\"{stated}\" less is unclear: write that it is {expected} of what it was.",
        "zh": "“{stated}”不能用于减少：宜写“降至原来的{expected}”。",
    }

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and f.keys["factor"].printed_low >= 1 and f.options.get("cue", "times_less") == "times_less"

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return (Case(lambda _: Interval(0, 0.99), "1 ÷ {factor}"),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        q = f.keys["factor"]
        return {"factor": as_printed(q)}

    def point(self, values: Values, problem: Problem, case: Case) -> float | None:
        return 1 / max(values["factor"].mid, LEAST_CUT)

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        return f"1 ÷ {max(sum(as_printed(f.keys['factor'])) / 2, LEAST_CUT):g}"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        q = f.keys["factor"]
        ends = [self.restated(q, 1 / max(end, LEAST_CUT)) for end in (q.printed_high, q.printed_low)]
        return {"expected": {"en": " to ", "zh": "至"}[q.lang].join(dict.fromkeys(ends))} if q.is_range else {}

    def result(self, target: Quantity, value: float, united: bool = False) -> str:
        return f"{value:.3g}"

    def restated(self, target: Quantity, value: float) -> str:
        whole = round(1 / value)
        if abs(1 / value - whole) < 1e-6:
            return {"en": f"1/{whole}", "zh": f"{show.HAN[whole] if whole < len(show.HAN) else whole}分之一"}[target.lang]
        return f"{value:.2g}"
