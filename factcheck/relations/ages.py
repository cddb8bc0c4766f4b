"""Ages: how old somebody was in one year and is in another."""

from __future__ import annotations

from ..interval import Interval
from ..typed import TYPE_CHECKING
from ._base import Case, Figures, Problem, Reading, Relation, Values, as_printed
from .growth import years_of

if TYPE_CHECKING:
    from ..values import Quantity

OLDEST = 120.0                                  # years
WHOLE = 0.5                                     # half of a year: ages are told in whole ones
FULL = 1000.0                                   # a year with its century


class TwoAges(Relation):
    """Somebody is older, or younger, than an age in another year allows.

    Why: who was six in 1966 was born in 1959 or 1960, and is 47 or 48 in 2008.
    How: ages in whole years; the second year is the one told, or that of the article's date ("now 38").
    Silent: for one year more or less, since birthdays fall within the year; when neither year nor date says when now is.
    Bad: The weaver was nine in 1955 and 58 in 1999.
    Good: The weaver was nine in 1955 and 53 in 1999.
    Bad: 1955年他9岁，1999年已58岁。
    Good: 1955年他9岁，1999年已53岁。
    """

    relation = "ages"
    code = "TIM507"
    name = "ages-mismatch"
    severity = "warning"
    options = {"today": ()}
    roles = ("young", "start", "age")
    target = "age"
    movable = ("none",)
    message = {
        "en": "Whoever was {young} in {start} is {expected} in {today}, not {stated}.",
        "zh": "{start}年{young}，{today}年应为{expected}，不是{stated}。",
    }

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        found = super().problems(f)
        return tuple(p._replace(keys=(*p.keys, "end")) if "end" in f.keys and "end" not in p.keys else p for p in found)

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or f.keys["start"].kind != "year" or f.keys["start"].is_range or not self.now(f):
            return False
        ages = [f.keys[role] for role in ("young", "age")]
        whole = all(q.printed_high <= OLDEST and q.half >= WHOLE and years_of(q) == 1 for q in ages)
        return whole and FULL < f.keys["start"].printed_low < self.now(f)

    @staticmethod
    def now(f: Figures) -> float:
        """The year of the second age; 0 if nothing says it."""
        if "end" in f.keys:
            return f.keys["end"].printed_low if f.keys["end"].kind == "year" and not f.keys["end"].is_range else 0.0
        today = f.options.get("today", "")
        return float(today) if today.isdecimal() else 0.0

    def cases(self, f: Figures) -> tuple[Case, ...]:
        passed = self.now(f) - f.keys["start"].printed_low
        return (Case(lambda v: Interval(v["young"].low + passed - 1, v["young"].high + passed + 1),
                     f"{{young}} + {self.now(f):.0f} − {{start}}"),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        return {key: as_printed(f.keys[key]) if f.keys[key].hedge == "=" else Interval(f.keys[key].low, f.keys[key].high)
                for key in problem.keys}

    def base(self, target: Quantity, value: float) -> float:
        return value * target.factor

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"today": f"{self.now(f):.0f}", "start": f"{f.keys['start'].printed_low:.0f}"}
