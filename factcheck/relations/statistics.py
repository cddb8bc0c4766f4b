"""Test statistics: the p-value that follows from a statistic and its degrees of freedom."""

from __future__ import annotations

import math

from ..interval import Interval
from ..typed import TYPE_CHECKING
from ._base import Case, Figures, Problem, Reading, Relation, Values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ._base import Solver

STEPS, TINY, CLOSE = 300, 1e-300, 1e-12


class PValue(Relation):
    """A p-value is far below what follows from its statistic.

    Why: t(97) = 1.23 has a two-tailed p of .22; a p of .02 belongs to another statistic, or a digit of one of them is wrong.
    Silent: when half of the recomputed p fits (a one-tailed test), for larger p-values (they may have been corrected for several tests),
    and when the text speaks of a correction.
    Bad: The groups differed, t(97) = 1.23, p = .02.
    Good: The groups differed, t(97) = 2.31, p = .02.
    """

    relation = "p_value"
    code = "STA901"
    name = "p-value-mismatch"
    severity = "warning"
    options = {"test": ("t", "f", "r", "chi2", "z")}
    roles = ("statistic", "p")
    target = "p"
    movable = ("none",)
    message = {
        "en": "The p of this statistic is {expected}, not {stated}.",
        "zh": "该统计量的p值应为{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        test = f.options.get("test", "")
        degrees = [f.keys[key] for key in ("df", "df2") if key in f.keys]
        ready = super().applies(f) and test in TAILS and len(degrees) == DEGREES[test] and not any(q.is_range for q in f.keys.values())
        return ready and all(q.printed_low > 0 and not q.dimension for q in degrees) and f.keys["p"].printed_high <= 1

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        keys = tuple(key for key in ("statistic", "df", "df2", "p") if key in f.keys)
        tail = TAILS[f.options["test"]]

        def least(v: Values) -> Interval:
            i = v["statistic"]
            far = max(abs(i.low), abs(i.high))
            near = 0.0 if i.low <= 0 <= i.high else min(abs(i.low), abs(i.high))
            degrees = [v[key].mid for key in ("df", "df2") if key in v]
            printed = i.low == i.high
            return Interval(tail(far, *degrees) / (1 if printed else 2), tail(near, *degrees) if printed else math.inf)

        return (Problem("p", keys, (Case(least, "p"),)),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = super().values(f, problem, reading)
        for key in ("df", "df2"):
            if key in values:
                values[key] = Interval(f.keys[key].printed_low, f.keys[key].printed_low)
        return values

    def inverses(self, f: Figures, problem: Problem) -> Mapping[str, Solver]:
        return {}


def _beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(1 - x, b, a)
    front = math.exp(a * math.log(x) + b * math.log(1 - x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)) / a
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    total = d
    for m in range(1, STEPS):
        for step in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            c, d = _away(1 + step / c), 1 / _away(1 + step * d)
            total *= c * d
        if abs(c * d - 1) < CLOSE:
            break
    return front * total


def _away(x: float) -> float:
    return x if abs(x) > TINY else TINY


def _gamma(a: float, x: float) -> float:
    """The regularised upper incomplete gamma function."""
    if x <= 0:
        return 1.0
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1:
        term = total = 1 / a
        for n in range(1, STEPS):
            term *= x / (a + n)
            total += term
        return 1 - front * total
    b = x + 1 - a
    c, d = 1 / TINY, 1 / b
    total = d
    for n in range(1, STEPS):
        step = -n * (n - a)
        b += 2
        d, c = 1 / _away(step * d + b), _away(b + step / c)
        total *= c * d
    return front * total


def _student(t: float, df: float) -> float:
    return _beta(df / (df + t * t), df / 2, 0.5)


def _correlated(r: float, df: float) -> float:
    return 0.0 if r >= 1 else _student(r / math.sqrt((1 - r * r) / df), df)


TAILS: dict[str, Callable[..., float]] = {                # p of a statistic, two-tailed where it has two tails
    "t": _student,
    "r": _correlated,
    "f": lambda v, a, b: _beta(b / (b + a * v), b / 2, a / 2),
    "chi2": lambda v, df: _gamma(df / 2, v / 2),
    "z": lambda v: math.erfc(v / math.sqrt(2)),
}
DEGREES = {"t": 1, "r": 1, "f": 2, "chi2": 1, "z": 0}
