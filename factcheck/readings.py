"""What a printed figure stands for: strict, hedged, rounded, truncated.

``bounds``     printed ends, half of the last digit and hedge → the interval of the strict reading (the reader of numbers calls it)
``strict``     that interval of a Quantity
``rounded``    the interval if the author rounded to two significant figures: 12,000 is 11,500 … 12,500
``truncated``  the interval if the author cut the last digit off instead of rounding it: 33 % is 33 … 34

The numbers of the hedges are in ``data/hedges.toml``.
"""

from __future__ import annotations

import math

from . import resources
from .interval import INF, Interval
from .values import Quantity

Policy = dict[str, tuple[float, ...]]

_policy: Policy = {}
_before: list[str] = []


def policy() -> Policy:
    """Widening of each hedge by the number of significant figures, from ``data/hedges.toml``; read once."""
    if not _policy:
        widening, words = resources.from_toml("hedges.toml", "2", lambda tables: (
            {name: tuple(map(float, table["widen"])) for name, table in tables.items()},
            [word for table in tables.values() for word in table.get("before", ())],
        ))
        _policy.update(widening)
        _before[:] = words
    return _policy


def words_before() -> list[str]:
    """The hedges that may stand before a figure inside its text: "about ", 约 …"""
    policy()
    return _before


def bounds(printed_low: float, printed_high: float, half: float, hedge: str = "=") -> tuple[float, float]:
    """The ends of the strict reading: the printed ends, half of the last digit each way, and what the hedge allows.

    A stated range keeps its ends (3–4 is 3 … 4).  A negative figure is hedged by its size: "a loss of over 5" is −∞ … −5.
    """
    if hedge == "=":
        return (printed_low - half, printed_high + half) if printed_low == printed_high else (printed_low, printed_high)
    if printed_high < 0:
        low, high = bounds(-printed_high, -printed_low, half, hedge)
        return -high, -low
    if printed_low != printed_high:
        half = 0.0
    low, high = printed_low - half, printed_high + half
    if hedge == "about":
        under, over = _widening("about", printed_low, half), _widening("about", printed_high, half)
        return min(low, printed_low - under), max(high, printed_high + over)
    if hedge == "below":
        return min(low, printed_low - _widening("below", printed_low, half)), high
    if hedge == "above":
        reach = _widening("above", printed_high, half)
        return low, max(high, printed_high + reach) if reach else INF
    if hedge == "at_least":
        return low, INF
    if hedge == "at_most":
        return min(0.0, low), high
    if hedge == "bounded":
        return printed_low, max(high, printed_high + last_place(printed_high, half))
    return low, high


def figures(value: float, half: float) -> int:
    """Significant figures of a printed value, trailing zeros before the point not counted: 12,000 has two, 3.50 has three."""
    value = abs(value)
    if value == 0 or not math.isfinite(value):
        return 1
    step = 2 * half
    if step <= 0 or step > value:                       # an exact word: what a printer would need
        return len(f"{value:.12g}".replace(".", "").strip("0").partition("e")[0]) or 1
    units = round(value / step)
    count = len(str(units))
    if _whole(half):                                    # only then may trailing zeros be mere place holders
        while units % 10 == 0 and units:
            units //= 10
            count -= 1
    return max(count, 1)


def last_place(value: float, half: float) -> float:
    """One unit in the place of the last digit that is not a place holder: 1000 for 3000, 10 for 20, 0.1 for 1.2."""
    if value <= 0 or not math.isfinite(value):
        return 2 * half
    places = math.floor(math.log10(value) + 1e-12) + 1 - figures(value, half)
    return float(10.0**places)


def strict(q: Quantity) -> Interval:
    """The strict reading: printed, half of the last digit either way, hedge applied."""
    return Interval(q.low, q.high)


def rounded(q: Quantity) -> Interval:
    """The reading of a figure that was rounded to two significant figures; the strict one where that cannot be.

    Only figures that end in place-holder zeros can have been rounded further than they show: 200, 12,000, 1,580,000.  A figure with three
    or more figures left is taken as rounded at the last of them.
    """
    value = abs(q.printed_low)
    if value < 100 * q.half or q.half <= 0 or q.is_range or q.hedge in ("several", "bounded"):
        return strict(q)                                # the most usual case: no room for place holders
    magnitude = math.floor(math.log10(value) + 1e-12)
    half = 10.0 ** (magnitude + 1 - max(q.figures, 2)) / 2
    if half <= q.half * 1.0001:
        return strict(q)
    return Interval(min(q.low, q.printed_low - half), max(q.high, q.printed_high + half))


def truncated(q: Quantity) -> Interval:
    """The reading of a figure whose last digit was cut off, not rounded; the strict reading is included."""
    if q.is_range or q.half <= 0 or q.hedge != "=":
        return strict(q)
    if q.printed_low < 0:
        return Interval(min(q.low, q.printed_low - 2 * q.half), q.high)
    return Interval(q.low, max(q.high, q.printed_high + 2 * q.half))


def _whole(half: float) -> bool:
    """Whether the last printed digit is a whole unit or more, so that zeros before it may be place holders (half is 0.5, 5, 5e5 …)."""
    return half >= 0.5


def _widening(hedge: str, value: float, half: float) -> float:
    by_figures = policy()[hedge]
    return abs(value) * by_figures[min(figures(value, half), len(by_figures)) - 1]
