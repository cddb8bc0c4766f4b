"""Whether a share, a step or a rate is that of the figures beside it: as they are printed, or but for a slip of the pen in one of them.

Conditions and links ask it where nothing but the figures says that they belong together.  It accuses nobody: the judge decides over what is
linked.  A printed figure is its value and half of its last digit, in base units; shares, steps and points are in percent.
"""

from __future__ import annotations

import math

from ..typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..values import Quantity

    Equation = Callable[..., bool]
    Slips = Callable[[Quantity], Iterable[float]]

POINTS = frozenset({"percent_point", "count:points", "count:point"})
ENOUGH = 1e-9                            # of a figure: what its binary form may be off
HALF = 0.5                               # of the last digit of a whole number
VAGUE = 2.5                              # points that "a third" may be off


class Printed(NamedTuple):
    value: float
    room: float


def printed(q: Quantity) -> Printed:
    """What a figure says, by its size."""
    if q.kind == "fraction":
        return Printed(100 * q.printed_high, VAGUE)
    by = q.factor or 1.0
    return Printed(abs(q.printed_high * by), q.half * by)


def stated(q: Quantity) -> Printed:
    """The same with what its hedge allows, on the wider side."""
    by = q.factor or 1.0
    return Printed(abs(q.printed_high * by), max(q.high - q.printed_high, q.printed_low - q.low) * by)


def together(some: Iterable[Printed]) -> Printed:
    """Several figures as one."""
    values = tuple(some)
    return Printed(sum(p.value for p in values), sum(p.room for p in values))


def share(part: Printed, whole: Printed, percent: Printed) -> bool:
    """Whether a part is so many percent of the whole."""
    low = 100 * (part.value - part.room) / (whole.value + whole.room)
    high = 100 * (part.value + part.room) / (whole.value - whole.room) if whole.value > whole.room else float("inf")
    return _meets(low, high, percent)


def share_of_both(part: Printed, rest: Printed, percent: Printed) -> bool:
    """Whether a part is so many percent of it and the rest."""
    return share(part, Printed(part.value + rest.value, rest.room), percent)


def one_whole(part: Printed, percent: Printed, other: Printed, its: Printed) -> bool:
    """Whether two parts and their shares are of one whole."""
    if percent.value <= percent.room or its.value <= its.room:
        return False
    pairs = ((part, percent), (other, its))
    (low, high), (least, most) = (((p.value - p.room) / (s.value + s.room), (p.value + p.room) / (s.value - s.room)) for p, s in pairs)
    return low <= most and least <= high


def growth(old: Printed, new: Printed, percent: Printed) -> bool:
    """Whether the new is so many percent more than the old; of a fall the percentage is negative."""
    if old.value <= old.room:
        return False
    low = 100 * ((new.value - new.room) / (old.value + old.room) - 1)
    return _meets(low, 100 * ((new.value + new.room) / (old.value - old.room) - 1), percent)


def mean(total: Printed, count: Printed, each: Printed) -> bool:
    """Whether so many make a total of so much for each."""
    low = (total.value - total.room) / (count.value + count.room)
    return _meets(low, (total.value + total.room) / (count.value - count.room) if count.value > count.room else float("inf"), each)


def difference(old: Printed, new: Printed, step: Printed) -> bool:
    """Whether the new is so much more than the old; of a fall the step is negative."""
    room = old.room + new.room
    return _meets(new.value - old.value - room, new.value - old.value + room, step)


def apart(old: Printed, new: Printed, step: Printed) -> bool:
    """Whether two levels are so far apart, whichever is the larger."""
    return difference(old, new, step) or difference(new, old, step)


def equal(a: Printed, b: Printed) -> bool:
    """Whether two figures are one."""
    return abs(a.value - b.value) <= (a.room + b.room) * (1 + ENOUGH)


def total(whole: Printed, *parts: Printed) -> bool:
    """Whether the parts make the whole."""
    return equal(together(parts), whole)


def step_to(direction: str) -> Equation:
    """Whether a step, up or down, that led to the new level is so many percent of the old one."""
    way = 1 if direction == "down" else -1

    def told(new: Printed, step: Printed, percent: Printed) -> bool:
        old = Printed(new.value + way * step.value, new.room + step.room)
        if old.value <= old.room:
            return False
        low, high = (step.value - step.room) / (old.value + old.room), (step.value + step.room) / (old.value - old.room)
        return _meets(100 * low, 100 * high, percent)

    return told


def compounded(years: float) -> Equation:
    """Whether the new is the old grown by so many percent in each of the years."""

    def told(old: Printed, new: Printed, rate: Printed) -> bool:
        if old.value <= old.room or new.value <= new.room:
            return False
        low, high = (new.value - new.room) / (old.value + old.room), (new.value + new.room) / (old.value - old.room)
        return _meets(100 * (low ** (1 / years) - 1), 100 * (high ** (1 / years) - 1), rate)

    return told


def compounded_later(years: float) -> Equation:
    """Whether the new is the old after one year of which nothing is known, and so many of the rate: a level of 2024, and a rate from 2025
    on.  The first year may have brought anything from nothing to twice the rate.
    """

    def told(old: Printed, new: Printed, rate: Printed) -> bool:
        if old.value <= old.room or rate.value <= rate.room:
            return False
        least, most = 1 + (rate.value - rate.room) / 100, 1 + (rate.value + rate.room) / 100
        low, high = math.pow(least, years), (2 * most - 1) * math.pow(most, years)
        return low <= (new.value + new.room) / (old.value - old.room) and (new.value - new.room) / (old.value + old.room) <= high

    return told


def _meets(low: float, high: float, told: Printed) -> bool:
    room = told.room + ENOUGH * abs(told.value)
    return low <= told.value + room and told.value - room <= high


def exact(q: Quantity) -> Printed:
    """A count that nobody rounded."""
    return printed(q)._replace(room=0.0)


def counted(q: Quantity) -> Printed:
    """What a figure says with its hedge; a whole number of things or people, without one, is exact."""
    whole = q.kind == "quantity" and q.half <= HALF and (q.factor or 1.0) == 1.0 and q.dimension[:6] in ("", "count:") and "." not in q.text
    return exact(q) if whole and q.hedge == "=" else stated(q)


def or_slip(equation: Equation, quantities: Sequence[Quantity], slips: Slips, only: Sequence[int] = (),
            read: Callable[[Quantity], Printed] = printed) -> bool:
    """Whether the equation holds of the figures, or with one of them, of those at the places ``only`` if some are given, as a slip of the
    pen may have made it; ``slips`` gives what a figure may have been meant to be, in its base unit.
    """
    figures = [read(q) for q in quantities]
    if equation(*figures):
        return True
    for k in only or range(len(figures)):
        by = 100 if quantities[k].kind == "fraction" else 1
        if any(equation(*figures[:k], _retold(figures[k], by * meant), *figures[k + 1 :]) for meant in slips(quantities[k])):
            return True
    return False


def _retold(figure: Printed, value: float) -> Printed:
    """A figure as it may have been meant: with a smaller scale word its last digit is smaller, too."""
    places = math.log10(value / figure.value) if value > 0 < figure.value else 0.0
    smaller = places < -HALF and abs(places - round(places)) < ENOUGH
    return Printed(value, figure.room * value / figure.value if smaller else figure.room)


def only_slip(equation: Equation, quantities: Sequence[Quantity], slips: Slips, far: float, read: Callable[[Quantity], Printed]) -> bool:
    """The same, of figures that nothing else links: one that is off by no more than ``far`` times what rounding may do is no slip, but told
    of something slightly other.
    """
    return equation(*map(read, quantities)) \
        or not nearly(equation, quantities, far, read) and or_slip(equation, quantities, slips, read=read)


def nearly(equation: Equation, quantities: Sequence[Quantity], far: float, read: Callable[[Quantity], Printed]) -> bool:
    """Whether the equation would hold if roundings were some times what they are."""
    figures = [read(q) for q in quantities]
    wide = [p._replace(room=max(p.room, far * min(p.room, printed(q).room))) for p, q in zip(figures, quantities, strict=True)]
    return equation(*wide)


def directed(equation: Equation, direction: str) -> Equation:
    """The equation of a step that is told by its size: "up", "down", or "" for the way that the levels go."""

    def told(old: Printed, new: Printed, step: Printed) -> bool:
        falls = direction == "down" or not direction and new.value < old.value
        return equation(old, new, step._replace(value=-step.value) if falls else step)

    return told


def step_or_slip(old: Quantity, new: Quantity, step: Quantity, direction: str, slips: Slips) -> bool:
    """Whether a step in percent, or in points between percentages, is that of the levels."""
    return or_slip(directed(difference if step.dimension in POINTS else growth, direction), (old, new, step), slips)
