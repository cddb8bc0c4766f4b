"""The mean of a whole lies between the means of what it is made of."""

from __future__ import annotations

from ..interval import Interval
from . import _show as show
from ._base import Case, Figures, Problem, Relation, comparable

FEWEST = 2                                      # parts


class Between(Relation):
    """The mean or rate of a whole is above, or below, those of all its parts.

    Why: whatever their sizes, 71.4 for the boys and 76.8 for the girls make something between the two, and not 78.2.
    Silent: for growth, where people may have moved from one part to the other, and when there may be a third part.
    Bad: Boys scored 71.4 on average and girls 76.8, giving an overall average of 78.2.
    Good: Boys scored 71.4 on average and girls 76.8, giving an overall average of 74.2.
    Bad: 男生平均分78.4分，女生平均分82.6分，全班平均分为84.1分。
    Good: 男生平均分78.4分，女生平均分82.6分，全班平均分为80.1分。
    """

    relation = "between"
    code = "SUM336"
    name = "mean-outside-its-parts"
    severity = "warning"
    roles = ("mean", "part")
    target = "mean"
    alike = (("mean", "part"),)
    implies = False
    movable = ("none",)
    message = {
        "en": "{stated} cannot be that of the whole: it lies between those of the parts.",
        "zh": "整体不可能是{stated}：它必在各部分之间。",
    }

    def applies(self, f: Figures) -> bool:
        figures = list(f.keys.values())
        return super().applies(f) and len(f.all("part")) >= FEWEST and comparable(figures) and not any(q.is_range for q in figures)

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        parts = f.all("part")
        case = Case(lambda v: Interval(min(v[k].low for k in parts), max(v[k].high for k in parts)), "…")
        return (Problem("mean", ("mean", *parts), (case,)),)

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        shown = show.operands(f.keys, problem.keys)
        low, *_, high = sorted(f.all("part"), key=lambda k: f.keys[k].printed_low)
        return f"{shown[low]} ≤ {shown['mean']} ≤ {shown[high]}?"
