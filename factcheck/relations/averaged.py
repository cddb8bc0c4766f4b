"""The mean of figures that are all told: "aged 19, 23, 26 and 32, had an average age of 25"."""

from __future__ import annotations

from ..interval import Interval
from ..typed import TYPE_CHECKING
from ._base import Case, Figures, Problem, Reading, Relation, Values
from .totals import summed

if TYPE_CHECKING:
    from ..values import Quantity

FEWEST = 3                                      # figures of which a mean is told; of two it is the middle
YEAR = 1.0                                      # somebody of 23 may be nearly 24


class Averaged(Relation):
    """The mean is not that of the figures beside it.

    Why: the mean is the sum of the figures divided by how many they are.
    Silent: if any rounding fits; for ages, if it is that of people up to a year older; if more are counted than are listed.
    Bad: The four potters, aged 20, 24, 28 and 32, have an average age of 29.
    Good: The four potters, aged 20, 24, 28 and 32, have an average age of 26.
    Bad: 四名陶工分别为20岁、24岁、28岁和32岁，平均年龄29岁。
    Good: 四名陶工分别为20岁、24岁、28岁和32岁，平均年龄26岁。
    """

    relation = "averaged"
    code = "SUM323"
    name = "listed-mean-mismatch"
    severity = "warning"
    roles = ("part", "mean")
    target = "mean"
    above = 0.0
    message = {
        "en": "The mean of the figures listed is {expected}, not {stated}.",
        "zh": "所列各数的平均数是{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        parts = f.all("part")
        if not super().applies(f) or len(parts) < FEWEST or any(q.is_range or q.hedge != "=" or q.per for q in map(f.keys.get, parts) if q):
            return False
        units = {q.unit for k, q in f.keys.items() if k != "count" and q.unit}
        told = f.keys.get("count")
        return len(units) < 2 and (told is None or told.printed_low == told.printed_high == len(parts))

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        parts = f.all("part")
        room = YEAR if self.aged(f) else 0.0

        def mean(v: Values) -> Interval:
            total = summed(v, parts)
            return Interval(total.low / len(parts), total.high / len(parts) + room)

        return (Problem("mean", ("mean", *parts), (Case(mean, "÷"),)),)

    @staticmethod
    def aged(f: Figures) -> bool:
        """Whether the figures are ages, in whole years that are over."""
        return any(q.kind == "age" for k, q in f.keys.items() if k != "count")

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        """In the unit that is printed: a bare figure has that of the others."""
        values = {k: Interval(f.keys[k].printed_low, f.keys[k].printed_high) for k in problem.keys[1:]}
        mean = f.keys["mean"]
        if reading == "printed":
            values["mean"] = Interval(mean.printed_low, mean.printed_high)
        elif mean.hedge == "=":
            values["mean"] = Interval(mean.printed_low - mean.half, mean.printed_high + 2 * mean.half)      # rounded or cut
        else:
            values["mean"] = Interval(mean.low, mean.high)
        return values

    def point(self, values: Values, problem: Problem, case: Case) -> float | None:
        return summed(values, problem.keys[1:]).mid / (len(problem.keys) - 1)

    def base(self, target: Quantity, value: float) -> float:
        return value * target.factor

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        figures = [f"{f.keys[k].printed_low:g}" for k in problem.keys[1:]]
        return f"({' + '.join(figures)}) ÷ {len(figures)}"
