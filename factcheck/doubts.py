"""Claims that do not hold and of which nothing is told, because the figures beside them say what they are of.

A step that follows from two levels is no step between others, and a share that is right of its own part and whole is no share of other
figures.  The judge knows one claim; this is what the others of its sentence say of it.
"""

from __future__ import annotations

from bisect import bisect_right

from . import rivals
from .frozen import replace
from .typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .engine import Sentence
    from .values import Claim, Finding, Quantity

STEPS = frozenset({"percent", "points", "difference", "factor"})
LINKED = frozenset({"share", "change"})          # relations of links whose figures may be others of their sentence
SETTLING = {"change": ("old", "new"), "growth": ("old", "new"), "share": ("part", "whole")}      # what a step or a share follows from


def drop(judged: list[Claim], first: int, findings: list[Finding], told: int, quantities: Mapping[int, Quantity],
         near: Sequence[Quantity]) -> None:
    """Take back what is told of a sentence that other figures of it, or wholes ``near`` it, explain; its claims and findings begin at
    ``first`` and ``told``.
    """
    wrong = [k for k in range(first, len(judged)) if judged[k].verdict == "inconsistent"]
    if not wrong:
        return
    settled = _settled(judged[first:])
    explained = {k for k in wrong if judged[k].relation in SETTLING and _has_step(judged[k], settled)}
    if len(findings) > told:
        amounts = rivals.candidates(quantities.values())
        explained |= {k for k in wrong if k not in explained and rivals.fits(judged[k], amounts, settled)}
        levels = {q.start for c in judged[first:] for role, q in c.roles if role in ("old", "new") and q.unit == "percent"}
        steps = [q for q in amounts if q.start not in levels]
        explained |= {k for k in wrong if k not in explained and rivals.in_turn(judged[k], steps)}
        explained |= {k for k in wrong if k not in explained and rivals.repeated(judged[k], quantities.values())}
        explained |= {k for k in wrong if judged[k].relation == "implied_whole" and _of_other_parts(judged[k], judged[first:])}
        explained |= {k for k in wrong if judged[k].relation == "shares_whole" and rivals.of_a_part(judged[k], near)}
        explained |= {k for k in wrong if judged[k].relation == "implied_whole" and rivals.own_wholes(judged[k], rivals.candidates(near))}
    dropped = {(judged[k].rule, judged[k].start) for k in explained}
    for k in explained:
        judged[k] = replace(judged[k], verdict="not_checked")
    findings[told:] = [f for f in findings[told:] if f.claim is None or (f.claim.rule, f.claim.start) not in dropped]


def complete(judged: list[Claim], findings: list[Finding]) -> None:
    """Take back what is told of some parts of a total that all of them make, with one that other words tell of; and of a sum of what came,
    what went and what is left.
    """
    if not any(f.claim is not None and f.claim.relation == "total" for f in findings):
        return
    stocks = [{q.start for _, q in c.roles} for c in judged if c.relation == "stock" and c.verdict != "not_checked"]
    if stocks:
        findings[:] = [f for f in findings if not _is_sum_of(f.claim, stocks)]
    made = [_totalled(c) for c in judged if c.relation == "total" and c.verdict.startswith("consistent")]
    some = {_totalled(c) for c in judged if c.relation == "total" and c.verdict == "inconsistent"}
    short = {(total, parts) for total, parts in some if any(total == other and parts < more for other, more in made)}
    if short:
        findings[:] = [f for f in findings if f.claim is None or f.claim.relation != "total" or _totalled(f.claim) not in short]
        judged[:] = [replace(c, verdict="not_checked") if c.relation == "total" and _totalled(c) in short else c for c in judged]


def _is_sum_of(claim: Claim | None, stocks: list[set[int]]) -> bool:
    return claim is not None and claim.relation == "total" and any(stock.issuperset(q.start for _, q in claim.roles) for stock in stocks)


def _totalled(claim: Claim) -> tuple[frozenset[int], frozenset[int]]:
    """Where a total and its parts stand."""
    total, parts = (frozenset(q.start for role, q in claim.roles if role == name) for name in ("total", "part"))
    return total, parts


def of_one_whole(doubtful: Sequence[Finding], judged: Sequence[Claim]) -> Iterator[Finding]:
    """A list of shares is of the whole that it seems to be of, if one of them fits it, or none of them for the same slip: in the whole."""
    fits = {claim.rule for claim in judged if claim.verdict.startswith("consistent")}
    for rule in dict.fromkeys(finding.claim.rule for finding in doubtful if finding.claim is not None):
        listed = [finding for finding in doubtful if finding.claim is not None and finding.claim.rule == rule]
        if rule in fits:
            yield from listed
        elif len(listed) > 1 and listed[0].slip and len({finding.slip for finding in listed}) == 1:
            yield listed[0]


class Linked:
    """The same for claims that links have made of figures of one sentence; what they need is gathered once."""

    def __init__(self, read_sentences: list[Sentence], judged: Iterable[Claim]) -> None:
        self.sentences, self.judged = read_sentences, list(judged)
        self.settled: set[tuple[int, int]] | None = None
        self.amounts: dict[int, list[Quantity]] = {}

    def explain(self, claim: Claim) -> bool:
        """Whether other figures of its sentence say what a claim that does not hold is of."""
        if claim.relation not in LINKED:
            return False
        at = bisect_right(self.sentences, claim.start, key=lambda s: s.start) - 1
        if self.sentences[at].end < claim.end:
            return False
        if self.settled is None:
            self.settled = _settled(self.judged)
        if at not in self.amounts:
            self.amounts[at] = rivals.candidates(self.sentences[at].quantities.values())
        return rivals.fits(claim, self.amounts[at], self.settled)


def _settled(claims: Iterable[Claim]) -> set[tuple[int, int]]:
    """Where the steps and shares stand that follow from the figures they are told of."""
    return {(q.start, q.end) for c in claims if c.verdict == "consistent" and all(map(c.role, SETTLING.get(c.relation, ("",))))
            for role, q in c.roles if role in STEPS and (role == "percent" or c.relation != "growth")}


def _of_other_parts(claim: Claim, judged: Iterable[Claim]) -> bool:
    """"37, or 50% of them, 27, or 36%, 2, or 3%": a share that is right of the part before it is none of the part behind it."""
    right = {q.start: part.start for c in judged if c.relation == "share" and c.verdict == "consistent"
             for role, q in c.roles if role == "percent" and (part := c.role("part")) is not None}
    shares, parts = ([q.start for role, q in claim.roles if role == name] for name in ("percent", "part"))
    return any(right.get(share, part) != part for share, part in zip(shares, parts, strict=False))


def _has_step(claim: Claim, settled: set[tuple[int, int]]) -> bool:
    return any((q.start, q.end) in settled for role, q in claim.roles if role in STEPS)
