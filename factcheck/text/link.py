"""Claims that say the same thing twice: linked by 即, i.e., "that is", "or", or brackets, in one sentence.

No coreference: two growth claims are linked only when a link word or a bracket stands between them and no third claim does.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from ..frozen import replace
from ..values import Claim
from .lexer import Token

LINKABLE = frozenset({"growth"})
START = attrgetter("start")


def apposed(claims: list[Claim], tokens: list[Token], text: str) -> list[Claim]:
    """The claims, each linked neighbour pair merged into one that holds the roles of both."""
    result: list[Claim] = []
    for claim in claims:
        before = result[-1] if result else None
        if (
            before is not None
            and claim.relation in LINKABLE
            and before.relation == claim.relation
            and "linked" not in before.options
            and claim.start >= before.end
            and _link_between(before, claim, tokens, _two_rates(before, claim))
        ):
            options = {**before.options, **claim.options, "linked": "yes"}
            result[-1] = replace(
                before, end=claim.end, text=text[before.start : claim.end], roles=before.roles + claim.roles, options=options
            )
        else:
            result.append(claim)
    return result


def _two_rates(a: Claim, b: Claim) -> bool:
    """Whether both are so many percent in one period: in a bracket that is another rate ("-0.4% a year (it had risen 0.4% a year)")."""
    if any({role for role, _ in claim.roles} != {"percent", "period"} for claim in (a, b)):
        return False
    first, second = a.role("period"), b.role("period")
    return first is not None and second is not None and first.printed_low * first.factor == second.printed_low * second.factor


def _link_between(a: Claim, b: Claim, tokens: list[Token], worded: bool) -> bool:
    stops = 0
    linked = False
    for k in range(bisect_left(tokens, a.end, key=START), len(tokens)):
        token = tokens[k]
        if token.start >= b.start and not (token.entry is not None and "link" in token.entry.groups):
            break
        if token.entry is not None and "link" in token.entry.groups or token.char == "(" and not worded:
            linked = True
        stops += token.char == ";"
    return linked and not stops
