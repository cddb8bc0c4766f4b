"""Interval arithmetic: what a printed number may stand for, carried through an equation.

An :class:`Interval` is closed; an open side is infinite.  Each operation returns the exact image of its operands when every
variable occurs once in the equation, so the relations write ``new / old - 1`` and never ``(new - old) / old``.
Source: Moore, Kearfott & Cloud, *Introduction to Interval Analysis*, SIAM 2009, chapters 2 and 5.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from .typed import NamedTuple

INF = math.inf


class Interval(NamedTuple):
    """A closed interval ``low … high`` of floats; ``low <= high``; either side may be infinite."""

    low: float
    high: float

    @property
    def mid(self) -> float:
        """The midpoint, or the finite end when one side is open."""
        if math.isinf(self.low):
            return 0.0 if math.isinf(self.high) else self.high
        return self.low if math.isinf(self.high) else self.low + (self.high - self.low) / 2

    @property
    def width(self) -> float:
        return self.high - self.low

    @property
    def bounded(self) -> bool:
        return math.isfinite(self.low) and math.isfinite(self.high)

    def touches(self, other: Interval) -> bool:
        """Whether the two share a point; ends count, and a rounding error of the machine does not separate them."""
        a, b = self
        c, d = other
        if a <= d and c <= b:
            return True
        slack = 1e-9 * max([abs(x) for x in (a, b, c, d) if -INF < x < INF], default=0.0) + 1e-21
        return a <= d + slack and c <= b + slack

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def widened(self, by: float) -> Interval:
        """As much more room on either side."""
        return Interval(self.low - by, self.high + by)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def plus(self, other: Interval | float) -> Interval:
        if not isinstance(other, Interval):
            return Interval(self.low + other, self.high + other)
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: Interval | float) -> Interval:
        if not isinstance(other, Interval):
            return Interval(self.low - other, self.high - other)
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, other: Interval | float) -> Interval:
        a, b = self
        if not isinstance(other, Interval):
            low, high = _product(a, other), _product(b, other)
            return Interval(low, high) if low <= high else Interval(high, low)
        c, d = other
        if a > 0 and c > 0:
            return Interval(a * c, b * d)
        ends = (_product(a, c), _product(a, d), _product(b, c), _product(b, d))
        return Interval(min(ends), max(ends))

    def over(self, other: Interval | float) -> Interval:
        """The quotient; raises ZeroDivisionError when the divisor may be zero."""
        low, high = other if isinstance(other, Interval) else (other, other)
        if low <= 0 <= high:
            raise ZeroDivisionError("the divisor's interval holds zero")
        return self.times(Interval(1 / high, 1 / low))

    def map(self, function: Callable[[float], float]) -> Interval:
        """The image under a monotone function, rising or falling."""
        a, b = function(self.low), function(self.high)
        return Interval(min(a, b), max(a, b))

    def power(self, exponent: Interval | float) -> Interval:
        """``self ** exponent`` for a positive base; raises ValueError for a base that may be zero or less."""
        e = as_interval(exponent)
        if self.low <= 0:
            raise ValueError("the base's interval is not positive")
        return self.map(math.log).times(e).map(_exp)

    def __str__(self) -> str:
        return f"{self.low:.6g} … {self.high:.6g}"


def as_interval(value: Interval | float) -> Interval:
    return value if isinstance(value, Interval) else Interval(float(value), float(value))


def _product(a: float, b: float) -> float:
    return 0.0 if a == 0 or b == 0 else a * b


def _exp(x: float) -> float:
    try:
        return math.exp(x)
    except OverflowError:
        return INF
