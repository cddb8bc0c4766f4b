"""What a printed row may stand for: bounds of its figure, and growth of every kind as one factor per year."""

from __future__ import annotations

import math

from ..interval import INF, Interval
from ..patterns import re

_NUMBER = re.compile(r"[-+]?(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?")
# How many there are in one year.
YEARS = {"year": 1.0, "month": 12.0, "week": 52.1775, "day": 365.2425, "hour": 8765.82, "minute": 525949.2, "second": 31556952.0}


def half_digit(text: str) -> float:
    """Half of the last printed digit: "3.4" → 0.05, "1.97e20" → 5e17, "20" → 0.5.  ValueError if it is no number."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None or not (match[1] or match[2]):
        raise ValueError(f"{text!r} is not a number")
    return float(0.5 * 10.0 ** (int(match[3] or 0) - len(match[2] or "")))


def fact_bounds(value: str, low: str, high: str) -> tuple[float, float]:
    """The interval of a row: its published bounds, else half of its last digit."""
    middle, half = float(value), half_digit(value)
    return (float(low) if low else middle - half), (float(high) if high else middle + half)


def factor_per_year(kind: str, unit: str, value: str, low: str, high: str, years: tuple[float, float]) -> tuple[float, float]:
    """Growth as a factor per year.  ``years`` is the period of the row, needed for a total.  ValueError for what cannot be."""
    a, b = fact_bounds(value, low, high)
    if a <= 0 and kind != "annual_rate":
        raise ValueError(f"a {kind} of {a:g} is not positive")
    printed = Interval(a, b)
    if kind in ("doubling_time", "halving_time"):
        base = 2.0 if kind == "doubling_time" else 0.5
        return _pair(printed.map(lambda t: base ** (_per_year(unit) / t)))
    if kind == "annual_factor":
        return _pair(printed)
    if kind == "annual_rate":
        return _pair(printed.map(lambda p: 1 + p / 100))
    if kind == "total_factor":
        length = _length(years)
        return _pair(printed.map(lambda f: f ** (1 / length))) if length else (0.0, INF)
    if kind in ("learning_rate", "step"):
        return 0.0, INF
    raise ValueError(f"unknown kind {kind!r}")


def _pair(interval: Interval) -> tuple[float, float]:
    return interval.low, interval.high


def _per_year(unit: str) -> float:
    try:
        return YEARS[unit]
    except KeyError:
        raise ValueError(f"{unit!r} is not a unit of time; use {', '.join(YEARS)}") from None


def _length(years: tuple[float, float]) -> float:
    """From one year to another: both are named by a year, so that 2012 to 2018 is six."""
    length = years[1] - years[0] - 1
    return length if math.isfinite(length) and length > 0 else max(years[1] - years[0], 0.0) if math.isfinite(years[1] - years[0]) else 0.0
