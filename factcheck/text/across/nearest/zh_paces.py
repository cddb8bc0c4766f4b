"""A rate that is so many points faster than another one, told before it: 全县投资增长6.2%。其中，民间投资增长9.7%，增速比全县投资快3.5个百分点.

The other rate is the one whose sentence holds the name that the figure is compared with.  As with the other links of ``nearest``: a claim
is made if the figures fit as printed, or would but for a slip of the pen in one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....typed import TYPE_CHECKING
from ...fitting import difference, directed, only_slip, stated
from ...misprints import retyped, swaps
from ..items import Item, claim, plain
from .window import FAR, Near
from .zh_leads import based, stepped

if TYPE_CHECKING:
    from ....values import Claim

NEAR = 3                                 # clauses from a rate to the points
FINE = 0.06                              # half of the last digit of a rate with a decimal


def faster(near: Near, k: int) -> Iterator[Claim]:
    """The claim of the points at k, if they part the last rate from one before it."""
    item, words = near.inside[k], near.words
    hit = words.paces_over.search(item.label)
    own = next((one for one in reversed(near.inside[:k]) if one.q.unit == "percent"), item)
    if hit is None or own is item or item.number - own.number > NEAR or not _rate(own, near):
        return
    direction = "down" if words.paces_slower.search(hit[0]) else "up"
    equation = directed(difference, direction)
    others = [one for one in near.around if one.q.start < own.q.start and one.q.unit == "percent" and _rate(one, near)]
    others = [one for one in others if len({based(one, words), based(own, words)} - {""}) < 2]
    fitting = [one for one in others if equation(stated(one.q), stated(own.q), stated(item.q))]
    if not fitting:
        named = [one for one in others if _named(hit["name"], near.text[one.begin : one.q.start])]
        some, slips = (named, retyped) if named else (others, swaps)
        if len(some) == 1 and only_slip(equation, (some[0].q, own.q, item.q), slips, FAR, stated):
            fitting = some
    if fitting:
        roles = [("old", fitting[-1].q), ("new", own.q), ("points", item.q)]
        yield claim("change", roles, f"{words.code}.across.faster", words.code, direction=direction, severity="warning")


def _rate(item: Item, near: Near) -> bool:
    """Whether a percentage with a decimal tells of a rise."""
    return plain(item.q) and item.q.half < FINE and stepped(item, near.words) and near.words.falling.search(item.label) is None


def _named(name: str, told: Sequence[str]) -> bool:
    """Whether most pairs of neighbouring characters of a name stand in what is told."""
    pairs = [a + b for a, b in pairwise(name)]
    return len(pairs) > 0 and 2 * sum(pair in told for pair in pairs) >= len(pairs)
