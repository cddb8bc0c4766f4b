"""Whether a claim that does not hold is of other figures of its sentence than a rule took for it.

"$2,400 a year, $200 a month, or 40% of the $6,000": the share is right of the first amount, and what a rule took for the part says it once
more.  A share, a step or a span that is right of other figures beside it, and a list that adds up without its first items, are no evidence
of an error: what belongs together only a reader can tell.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import combinations

from .frozen import replace
from .judge import judge
from .text import fitting
from .typed import TYPE_CHECKING
from .values import YEAR_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .values import Claim, Quantity

PLACES = {"share": ("part", "whole"), "change": ("old", "new")}      # roles in which a sentence may have more than one candidate
LISTS = {"total": "part", "complement": "share", "shares_whole": "share"}
SPANS = frozenset({"timespan", "anniversary"})
NEAR = 12                                        # figures near a claim that may be meant
ENOUGH = 1e-9                                    # of a total: what its binary form may be off
AMOUNTS = frozenset({"quantity", "share", "year"})


def candidates(quantities: Iterable[Quantity]) -> list[Quantity]:
    """The exact amounts of a sentence, as they stand in it."""
    return [q for q in quantities if q.kind in AMOUNTS and not q.hidden and q.hedge == "="]


def fits(claim: Claim, amounts: list[Quantity]) -> bool:
    """Whether the claim holds of other figures of its sentence, which are given, or without the first of those it lists."""
    if claim.relation in LISTS:
        return _tail(claim)
    if claim.relation in SPANS:
        return _other_years(claim, amounts)
    if claim.relation == "growth":
        return _other_years(claim, amounts) or _other_time(claim, amounts)
    names = PLACES.get(claim.relation, ())
    steps = [q for role, q in claim.roles if role not in names]
    if not names or not steps or len({role for role, _ in claim.roles}) < len(claim.roles):      # parts that repeat are a list
        return False
    if claim.relation == "share" and _part_of_part(claim, amounts):
        return True
    stepped = "percent" if claim.relation == "change" else ""
    return any(_other(claim, n, steps[-1], amounts) for n, (role, _) in enumerate(claim.roles) if role in (*names, stepped))


def _part_of_part(claim: Claim, amounts: list[Quantity]) -> bool:
    """"Of 80, 20 (25%) …, and in the other group 30 of 150 (20%)": what was taken for the part is the whole of a part before it."""
    part, whole = claim.role("part"), claim.role("whole")
    at = bisect_left(amounts, part.start, key=lambda q: q.start) if part is not None else 0
    if part is None or whole is None or not at or amounts[at - 1].kind != "quantity" or amounts[at - 1] is whole:
        return False
    rest = tuple((role, q) for role, q in claim.roles if role not in ("part", "whole"))
    return _holds(claim, (("part", amounts[at - 1]), ("whole", part), *rest))


def _other(claim: Claim, n: int, step: Quantity, amounts: list[Quantity]) -> bool:
    """Whether another figure than the one at place ``n`` fits there: an amount before the share or the step, or the step of the levels."""
    taken = claim.roles[n][1]
    by_size = step.unit != "percent" and step.kind != "fraction"         # a difference says little if it is coarser than the levels
    stop = bisect_left(amounts, step.start, key=lambda q: q.start)
    near = amounts[max(0, stop - NEAR) : stop + NEAR if taken is step else stop]
    own = {(q.start, q.end) for q in claim.quantities}
    for q in near:
        if (q.start, q.end) in own or q.kind != taken.kind or q.dimension and taken.dimension and q.dimension != taken.dimension:
            continue
        if by_size and q.half * q.factor != step.half * step.factor or (q.printed_low, q.factor) == (taken.printed_low, taken.factor):
            continue
        if _holds(claim, (*claim.roles[:n], (claim.roles[n][0], q), *claim.roles[n + 1 :])):
            return True
    return False


def _other_years(claim: Claim, amounts: list[Quantity]) -> bool:
    """"1425 to 1435, and built in 1962 it had its 50th birthday in 2012": it is right of two other years."""
    at = bisect_left(amounts, claim.start, key=lambda q: q.start)
    years = [q for q in amounts[max(0, at - NEAR) : at + NEAR] if q.kind == "year" and not q.is_range]
    if not {"start", "end"} <= {role for role, _ in claim.roles}:
        return False
    rest = tuple((role, q) for role, q in claim.roles if role not in ("start", "end"))
    if not rest:                                 # only which of them is first
        return False
    pairs = [tuple(sorted(pair, key=lambda q: q.printed_low)) for pair in combinations(years, 2)]
    return any(_holds(claim, (("start", a), ("end", b), *rest)) for a, b in pairs)


def _other_time(claim: Claim, amounts: list[Quantity]) -> bool:
    """"Between 2003 and 2008 …, and from 1 to 2 million over ten years, 7.2% a year": the growth took the time that is told beside."""
    start, end = claim.role("start"), claim.role("end")
    if start is None or end is None:
        return False
    at = bisect_left(amounts, claim.start, key=lambda q: q.start)
    for q in amounts[max(0, at - NEAR) : at + NEAR]:
        if q.dimension == "[time]" and q.factor >= YEAR_SECONDS and q.printed_low == q.printed_high:
            until = start.printed_low + q.printed_low * q.factor / YEAR_SECONDS
            then = replace(end, low=until, high=until, printed_low=until, printed_high=until)
            if _holds(claim, tuple((role, then if role == "end" else other) for role, other in claim.roles)):
                return True
    return False


def _tail(claim: Claim) -> bool:
    """Whether a list makes its total, or a hundred, without its first items, which are of another one."""
    listed = [fitting.printed(q) for role, q in claim.roles if role == LISTS[claim.relation]][-NEAR:]
    total = claim.role("total")
    goal = fitting.printed(total) if total is not None else fitting.Printed(100.0, 0.0)
    for first in range(1, len(listed) - 1):
        made = fitting.together(listed[first:])
        if abs(made.value - goal.value) <= (made.room if total is None else ENOUGH * goal.value):
            return True
    return False


def _holds(claim: Claim, roles: tuple[tuple[str, Quantity], ...]) -> bool:
    return judge(replace(claim, roles=roles)).verdict == "consistent"
