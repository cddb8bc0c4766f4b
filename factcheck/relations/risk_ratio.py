"""Ratios of two risks, and the percentage that is said to be the step between them."""

from __future__ import annotations

from ..typed import TYPE_CHECKING
from ._base import Case, Figures, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._base import Problem, Solver


class RiskRatio(Relation):
    """A stated change of a risk is not that of the ratio printed beside it.

    Why: a relative risk, odds or hazard ratio of 0.86 is a risk that is 14 percent lower; 1.46 is 46 percent higher.
    Silent: for ratios on the other side of one, which may be those of the other group, and when any rounding fits.
    Bad: The drink cut the risk of colds by 42% (RR 0.78; 95% CI 0.70-0.87).
    Good: The drink cut the risk of colds by 22% (RR 0.78; 95% CI 0.70-0.87).
    Bad: 该饮料使感冒风险降低42%（RR=0.78，95%CI：0.70-0.87）。
    Good: 该饮料使感冒风险降低22%（RR=0.78，95%CI：0.70-0.87）。
    """

    relation = "risk_ratio"
    code = "STA905"
    name = "risk-ratio-mismatch"
    options = {"direction": ("up", "down")}
    roles = ("ratio", "percent")
    target = "percent"
    above = 0.0
    solve = {
        "percent": lambda v: v["ratio"].minus(1).times(100),
        "ratio": lambda v: v["percent"].over(100).plus(1),
    }
    working = {"percent": "({ratio} − 1) × 100", "ratio": "1 + {percent} ÷ 100"}
    message = {
        "en": "A ratio of {ratio} is a change of {expected}, not {stated}.",
        "zh": "比值{ratio}相当于变动{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f):
            return False
        ratio = f.keys["ratio"]
        if ratio.is_range or ratio.dimension or f.keys["percent"].unit != "percent":
            return False
        return 0 < ratio.printed_low < 1 if f.direction == "down" else 1 < ratio.printed_low < 100

    def cases(self, f: Figures) -> tuple[Case, ...]:
        if f.direction == "down":
            return (Case(lambda v: (-v["ratio"]).plus(1).times(100), "(1 − {ratio}) × 100"),)
        return super().cases(f)

    def inverses(self, f: Figures, problem: Problem) -> Mapping[str, Solver]:
        if f.direction == "down":
            return {"ratio": lambda v: (-v["percent"]).over(100).plus(1)}
        return super().inverses(f, problem)
