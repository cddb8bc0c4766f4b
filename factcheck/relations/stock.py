"""Stocks: what there was at the start, what came, what went, and what there is at the end."""

from __future__ import annotations

from ..interval import Interval
from ..typed import TYPE_CHECKING
from ._base import Case, Figures, Problem, Relation, Solver, Values, comparable
from ._show import operands
from .totals import summed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROLES = ("start", "came", "went", "end")


class Stock(Relation):
    """What there is at the end is not what there was, with what came and without what went.

    Why: 1,860 farms, 215 new ones and 97 given up leave 1,978; whoever adds both arrives at 2,172.
    Silent: when any rounding fits; when a figure beside them is neither start nor end and neither came nor went.
    Bad: The register began the year with 1,860 farms, added 215 and struck off 97, leaving 2,172 in December.
    Good: The register began the year with 1,860 farms, added 215 and struck off 97, leaving 1,978 in December.
    Bad: 全县年初有农户1860户，全年新登记215户，注销97户，年底有2172户。
    Good: 全县年初有农户1860户，全年新登记215户，注销97户，年底有1978户。
    """

    relation = "stock"
    code = "SUM333"
    name = "stock-mismatch"
    severity = "warning"
    roles = ("start", "end")
    target = "end"
    above = 0.0
    alike = (ROLES,)
    counts = ROLES
    message = {
        "en": "With what came and without what went, {start} are {expected}, not {stated}.",
        "zh": "{start}加上增加的、减去减少的，应为{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        flows = len(f.all("came")) + len(f.all("went"))
        figures = [q for k, q in f.keys.items() if k.partition(".")[0] in ROLES]
        return super().applies(f) and flows > 0 and comparable(figures) and not any(q.is_range or q.per for q in figures)

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        came, went = f.all("came"), f.all("went")
        return (Problem("end", ("end", "start", *came, *went), (Case(_end(came, went), ""),)),)

    def point(self, values: Values, problem: Problem, case: Case) -> float | None:
        return case.solve({key: Interval(i.mid, i.mid) for key, i in values.items()}).mid

    def inverses(self, f: Figures, problem: Problem) -> Mapping[str, Solver]:
        came, went = f.all("came"), f.all("went")
        return {"start": lambda v: v["end"].plus(summed(v, went)).minus(summed(v, came))}

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        shown = operands(f.keys, problem.keys)
        signed = [("+ " if key.startswith("came") else "− ") + shown[key] for key in problem.keys[2:]]
        return " ".join([shown["start"], *signed])


def _end(came: Sequence[str], went: Sequence[str]) -> Solver:
    return lambda v: v["start"].plus(summed(v, came)).minus(summed(v, went))
