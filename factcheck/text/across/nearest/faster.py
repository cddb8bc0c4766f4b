"""A rate that is so many points faster than another one, told before it, in whichever language.

The other rate is the one whose sentence holds the name that the points are reckoned from.  As with the other links of ``nearest``: a
claim is made if the figures fit as printed, or would but for a slip of the pen; where it holds only some of the name, two digits exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....frozen import replace
from ....typed import TYPE_CHECKING
from ...fitting import difference, directed, only_slip, stated
from ...misprints import retyped, swaps
from ..items import Item, claim, plain
from .window import FAR, POINTS, Near

if TYPE_CHECKING:
    from ....values import Claim

REACH = 3                                # clauses from a rate to the points
FINE = 0.06                              # half of the last digit of a rate with a decimal


def told(item: Item) -> bool:
    """Whether a figure is a percentage with a decimal, as it is told."""
    return item.q.unit == "percent" and plain(item.q) and item.q.half < FINE


def faster(near: Near, item: Item, own: Item, others: Sequence[tuple[Item, float]], direction: str) -> Iterator[Claim]:
    """The claim that a rate is so many points above (``direction`` "up") or below another: each of the others with what part of the name of
    what it is compared with its sentence holds.
    """
    equation = directed(difference, direction)
    points = item.q if item.q.dimension == POINTS else replace(item.q, unit=POINTS, dimension=POINTS, kind=POINTS)
    alike = [(one, part) for one, part in others if part > 0]
    fitting = [one for one, _ in alike if equation(stated(one.q), stated(own.q), stated(points))]
    named = [one for one, part in alike if 2 * part >= 1]
    some, slips = (named, retyped) if named else ([one for one, _ in alike], swaps)
    if not fitting and len(some) == 1 and only_slip(equation, (some[0].q, own.q, points), slips, FAR, stated):
        fitting = some
    if fitting:
        roles = [("old", fitting[-1].q), ("new", own.q), ("points", points)]
        yield claim("change", roles, f"{near.words.code}.across.faster", near.words.code, direction=direction, named="yes",
                    severity="warning")
