"""A claim against the table: which rows speak of the same thing, and what they say of the figure.

:func:`decide` is the only place that reaches a verdict.  It sees candidate rows as intervals in the claim's own terms, each with how it
relates to the claim (period, standing at the dateline, definition), and what of the claim is resolved:

==================================================  =============
a current row of the period touches the figure      supported
only a superseded row of the period does            outdated
only a contested row, or another definition, does   no_reference
none does, but a row of the period is near          no_reference
only a row of another period does, and one was due  outdated
none does, none is near, everything is resolved     contradicted
none does otherwise                                 no_reference
==================================================  =============

"Touches" is :meth:`Interval.touches`; there is no tolerance.  "Near" widens a row by the gap that its metric's publishers are known to
leave between them, and only ever silences.
"""

from __future__ import annotations

from ..frozen import Frozen
from ..typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..interval import Interval
    from ..values import Reference
    from .rows import Fact, Trend
    from .wording import Wording

RESOLVED = frozenset({"metric", "entity", "period", "unit", "definition"})
IN_PERIOD, OTHER_PERIOD, NO_PERIOD = "in", "other", "none"


class ReferenceMatch(Frozen):
    """The verdict of the table on one figure, ready to become a finding.

    ``fits`` is what the row says, in the terms of the claim (a factor per year; the base unit of the figure's dimension); ``missing`` names
    what was not resolved when the verdict is ``no_reference``; ``code`` is the finding that it makes, "" when it makes none.
    """

    verdict: str                                    # supported, outdated, contradicted, no_reference
    row: Reference | None
    fits: Interval
    told: Callable[[str], Wording]                  # in a language; worded only if somebody asks
    severity: str = ""                              # of the finding: error, warning, note; "" for none
    code: str = ""
    metric: str = ""
    entity: str = ""
    period: str = ""
    missing: tuple[str, ...] = ()
    reason: str = ""                                # period, superseded, definition, contested, near, scale, date
    slip: str = ""
    note_zh: str = ""                               # of the row; its English note is in ``row``


class Candidate(Frozen):
    """A row that speaks of the claim's metric."""

    row: Trend | Fact
    fits: Interval                                  # in the terms of the claim
    near: Interval                                  # the same, widened by the gap between publishers
    period: str = IN_PERIOD
    standing: str = "current"                       # at the dateline: current, superseded, contested
    same: bool = True                               # the same definition
    rank: float = 0.0                               # the smaller, the closer to what the claim speaks of


class Decision(Frozen):
    verdict: str
    row: Candidate | None
    reason: str = ""


def decide(stated: Interval, candidates: Sequence[Candidate], resolved: frozenset[str] = RESOLVED, event: bool = False) -> Decision:
    """The verdict of the rows on a figure.  ``resolved`` names what is known of the claim, out of :data:`RESOLVED`.

    A row of another period speaks only if the claim's own period is on record too, or if it is of an ``event``, which happened once.
    """
    ordered = sorted(candidates, key=lambda c: c.rank)
    fitting = [c for c in ordered if stated.touches(c.fits)]
    now = [c for c in fitting if c.same and c.period != OTHER_PERIOD]
    for state, verdict, reason in (
        ("current", "supported", ""),
        ("superseded", "outdated", "superseded"),
        ("contested", "no_reference", "contested"),
    ):
        if row := next((c for c in now if c.standing == state), None):
            return Decision(verdict, row, reason)
    if row := next((c for c in fitting if c.period != OTHER_PERIOD), None):
        return Decision("no_reference", row, "definition")
    near = [c for c in ordered if stated.touches(c.near)]
    if row := next((c for c in near if c.period != OTHER_PERIOD), None):
        return Decision("no_reference", row, "near")
    basis = [c for c in ordered if c.period == IN_PERIOD and c.standing == "current" and c.same]
    if (basis or event) and (row := next((c for c in fitting if c.same and c.standing != "contested"), None)):
        return Decision("outdated", row, "period")
    if near or fitting:
        return Decision("no_reference", (fitting or near)[0], "near")
    if resolved >= RESOLVED and basis:
        return Decision("contradicted", basis[0], "")
    return Decision("no_reference", ordered[0] if ordered else None, "unresolved" if ordered else "")


def standing(row: Trend | Fact, replaced: Trend | Fact | None, date: str) -> str:
    """How a row stood on a day: what superseded it later had not yet been published."""
    if row.status != "superseded":
        return row.status
    if date and replaced is not None and replaced.published and replaced.published[:10] > date:
        return "current"
    return "superseded"
