"""Wording: hedges that contradict each other."""
# ruff: noqa: ARG002 - hooks take what some relation needs

from __future__ import annotations

from typing import ClassVar

from ..interval import Interval
from ._base import NEVER, Case, Figures, Problem, Relation, Values


class Hedges(Relation):
    """Two hedges on one figure contradict each other.

    Why: 近 says a little less, 多 a little more; 至少 and 以上 say the same twice. A reader cannot tell what is meant.
    Bad: 近300多人参加。
    Good: 近300人参加。
    Bad: Nearly more than 300 people came.
    Good: More than 300 people came.
    """

    relation = "hedges"
    code = "HED701"
    name = "hedges-contradict"
    severity = "warning"
    roles = ("figure",)
    target = "figure"
    movable = ("none",)
    message = {
        "en": "\"{words}\" says two things at once: keep one of the hedges.",
        "zh": "“{words}”前后矛盾或重复：只留其一。",
    }
    UNDER: ClassVar[frozenset[str]] = frozenset({"below", "at_most"})
    OVER: ClassVar[frozenset[str]] = frozenset({"above", "at_least", "bounded"})

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and bool(f.options.get("first")) and bool(f.options.get("second"))

    def contradict(self, f: Figures) -> bool:
        first, second = f.options["first"], f.options["second"]
        return (first in self.UNDER) != (second in self.UNDER) and (first in self.OVER) != (second in self.OVER) \
            or {first, second} in ({"at_least", "above"}, {"at_most", "below"}) or first == second == "at_least"

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return (Case(lambda v: NEVER if self.contradict(f) else v["figure"], ""),)

    def values(self, f: Figures, problem: Problem, reading: str) -> Values:
        return {"figure": Interval(1, 1)}

    def point(self, values: Values, problem: Problem, case: Case) -> float | None:
        return None

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        return f"{f.options['first']} + {f.options['second']}"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"words": f.options.get("words") or f.claim.text or f.keys["figure"].text.strip()}
