"""Whether another figure of the sentence fits where a claim has one that does not.

"$2,400 a year, $200 a month, or 40% of the $6,000": the share is right of the first amount, and what a rule took for the part says it once
more.  A share or a step that is right of another amount beside it is no evidence of an error: whose it is only a reader can tell.
"""

from __future__ import annotations

from bisect import bisect_left

from .frozen import replace
from .judge import judge
from .typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .values import Claim, Quantity

PLACES = {"share": ("part", "whole"), "change": ("old", "new")}      # roles in which a sentence may have more than one candidate
NEAR = 12                                        # figures before a claim's last one that may be meant
AMOUNTS = frozenset({"quantity", "share"})


def candidates(quantities: Iterable[Quantity]) -> list[Quantity]:
    """The exact amounts of a sentence, as they stand in it."""
    return [q for q in quantities if q.kind in AMOUNTS and not q.hidden and q.hedge == "="]


def fits(claim: Claim, amounts: list[Quantity]) -> bool:
    """Whether the claim holds with another amount that stands before its share or step in the place of one of its own."""
    names = PLACES.get(claim.relation, ())
    places = [n for n, (role, _) in enumerate(claim.roles) if role in names]
    steps = [q for role, q in claim.roles if role not in names]
    if not places or not steps or len({role for role, _ in claim.roles}) < len(claim.roles):     # parts that repeat are a list
        return False
    step = steps[-1]
    by_size = step.unit != "percent" and step.kind != "fraction"         # a difference says little if it is coarser than the levels
    own = {(q.start, q.end) for q in claim.quantities}
    stop = bisect_left(amounts, step.start, key=lambda q: q.start)
    others = [q for q in amounts[max(0, stop - NEAR) : stop] if (q.start, q.end) not in own]
    for n in places:
        role, taken = claim.roles[n]
        for q in others:
            if q.dimension and taken.dimension and q.dimension != taken.dimension:
                continue
            if by_size and q.half * q.factor != step.half * step.factor:
                continue
            if (q.printed_low, q.factor) != (taken.printed_low, taken.factor):
                roles = (*claim.roles[:n], (role, q), *claim.roles[n + 1 :])
                if judge(replace(claim, roles=roles)).verdict == "consistent":
                    return True
    return False
