"""Votes and the part of all that they must be: two thirds, three fifths, a quarter of the electorate."""

from __future__ import annotations

from ..interval import INF, Interval
from ..typed import TYPE_CHECKING
from ._base import Case, Figures, Problem, Reading, Relation, Values, is_count, read

if TYPE_CHECKING:
    from ..values import Quantity

HUNDRED = 100.0
HALF = 0.5
ROOM = 0.5                                      # votes: parts of one are rounded
MORE = 1.0                                      # votes that more than two thirds may be beyond two thirds
LEAST = 0.05                                    # of all: a smaller part is no threshold
LESS = {"en": ("less", "more"), "zh": ("不到", "超过")}


class Votes(Relation):
    """Base: counts of votes are exact unless they are hedged."""

    severity = "warning"
    rounds = False
    movable = ("none",)

    def applies(self, f: Figures) -> bool:
        counts = [q for key, q in f.keys.items() if key != "threshold"]
        return super().applies(f) and all(q.dimension[:6] in ("", "count:") and q.printed_low >= 1 for q in counts) \
            and LEAST <= self.part(f) < 1

    def part(self, f: Figures) -> float:
        """What part of all it must be; more than half if no other is told."""
        q = f.keys.get("threshold")
        return HALF if q is None else q.printed_low / HUNDRED if q.unit == "percent" else q.printed_low

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        return {key: Interval(q.printed_low, q.printed_high) if is_count(q) else read(q, reading)
                for key, q in f.keys.items() if key in problem.keys}

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        return (Problem(self.target, tuple(key for key in f.keys if key != "threshold"), self.cases(f)),)


class Threshold(Votes):
    """Votes are too few for the majority that they are said to have reached, or enough for one that they are said to have missed.

    Why: 57 of 100 votes are less than two thirds; a majority of those present or of all members would need more votes still.
    How: what was reached against the votes for and against alone; what was missed against the largest whole that is told.
    Silent: half a vote off; for a miss, when members are not told who may not have voted.
    Bad: The motion won 57 votes to 43, clearing the two-thirds threshold.
    Good: The motion won 70 votes to 30, clearing the two-thirds threshold.
    Bad: 议案以57票赞成、43票反对，超过法定的三分之二门槛。
    Good: 议案以70票赞成、30票反对，超过法定的三分之二门槛。
    """

    relation = "threshold"
    code = "SHR320"
    name = "threshold-mismatch"
    options = {"outcome": ("reached", "missed")}
    roles = ("yes",)
    target = "yes"
    implies = False
    message = {
        "en": "{yes} of {cast} is {share}, {less} than {required}.",
        "zh": "{yes}占{cast}的{share}，{less}{required}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or f.options.get("outcome") not in self.options["outcome"]:
            return False
        return f.keys["whole"].printed_high >= f.keys["yes"].printed_low if "whole" in f.keys else "no" in f.keys

    def cases(self, f: Figures) -> tuple[Case, ...]:
        part, reached = self.part(f), f.options["outcome"] == "reached"

        def bound(v: Values) -> Interval:
            cast = v["whole"] if "whole" in v else Interval(sum(i.low for i in v.values()), sum(i.high for i in v.values()))
            return Interval(part * cast.low - ROOM, INF) if reached else Interval(-INF, part * cast.high + ROOM)

        return (Case(bound, ""),)

    def cast(self, f: Figures) -> float:
        """All votes that are told, or all who might have voted."""
        return f.keys["whole"].printed_low if "whole" in f.keys else sum(q.printed_low for key, q in f.keys.items() if key != "threshold")

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        return f"{self.part(f):.3g} × {self.cast(f):,.0f}"

    def result(self, target: Quantity, value: float, united: bool = False) -> str:
        return f"{value:,.1f}"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        share, part = f.keys["yes"].printed_low / self.cast(f), self.part(f)
        told = f.keys.get("threshold")
        required = {"en": "half", "zh": "半数"}[lang] if told is None else told.text.strip()
        return {
            "share": f"{HUNDRED * share:.1f}%", "less": LESS[lang][share > part], "required": required,
            "cast": f"{self.cast(f):,.0f}",
        }


class Needed(Votes):
    """So many votes are not the part of all members that is said to be needed.

    Why: two thirds of 100 members are 67.
    Silent: for the whole numbers on either side of the exact part, and one more where more than it is needed.
    Bad: The change needs a two-thirds vote of the 100 members, or 60 votes.
    Good: The change needs a two-thirds vote of the 100 members, or 67 votes.
    Bad: 修正案须经全体100名议员三分之二以上同意，即至少60票。
    Good: 修正案须经全体100名议员三分之二以上同意，即至少67票。
    """

    relation = "needed"
    code = "SHR321"
    name = "votes-needed-mismatch"
    roles = ("needed", "whole", "threshold")
    target = "needed"
    message = {
        "en": "{required} of {whole} is {expected}, not {stated}.",
        "zh": "{whole}的{required}是{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and f.keys["needed"].printed_high < f.keys["whole"].printed_low

    def cases(self, f: Figures) -> tuple[Case, ...]:
        part = self.part(f)
        return (Case(lambda v: Interval(part * v["whole"].low - MORE, part * v["whole"].high + MORE), f"{part:.3g} × {{whole}}"),)

    def point(self, values: Values, problem: Problem, case: Case) -> float | None:
        return float(-(-self_part(case, values) // 1))

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"required": f.keys["threshold"].text.strip(), "whole": f"{f.keys['whole'].printed_low:,.0f}"}


def self_part(case: Case, values: Values) -> float:
    """The exact part of all, rounding errors of the last digits aside."""
    return round(case.solve(values).mid, 6)
