"""The door of the reference room: one figure, or one growth claim, against the table.

A :class:`~factcheck.reference.context.Sentence` is made once for a sentence and shared by its figures; making it costs one look-up of the
sentence's words, and a sentence that names nothing of the table ends there.
"""

from __future__ import annotations

from ..interval import Interval
from ..typed import TYPE_CHECKING
from .changes import lookup_change
from .context import Sentence
from .growth import lookup_growth
from .levels import lookup_level
from .match import ReferenceMatch
from .plausibility import lookup_band
from .rows import Trend, reference
from .wording import step_words

if TYPE_CHECKING:
    from ..values import Claim, Quantity
    from .table import Table

__all__ = ["Sentence", "match", "match_claim"]


def match(quantity: Quantity, sentence: Sentence, offset: int = 0, dateline: str = "", mood: str = "stated") -> ReferenceMatch | None:
    """What the table says of one figure, or None: a level, a change between two years, a step, an impossible size.

    ``offset`` is where the sentence begins in the text that the quantity's span counts in; ``dateline`` is an ISO date or "".
    """
    if not sentence.hits:
        return None
    found = lookup_level(sentence, quantity, offset, dateline, mood) or lookup_change(sentence, quantity, offset, mood)
    found = found or lookup_step(sentence, quantity, offset)
    if found is None or found.verdict == "no_reference":
        found = lookup_band(sentence, quantity, offset, dateline, mood) or found
    return found


def match_claim(claim: Claim, text: str, start: int, dateline: str, table: Table) -> ReferenceMatch | None:
    """What the table says of a growth claim whose sentence is ``text`` and begins at ``start``; None for other relations."""
    if claim.relation != "growth" or claim.factor_per_year is None or claim.verdict in ("inconsistent", "ambiguous"):
        return None
    at = (claim.start - start, claim.end - start)
    return lookup_growth(text, claim.lang, Interval(*claim.factor_per_year), claim.period, dateline, table, at, claim.mood)


def lookup_step(sentence: Sentence, quantity: Quantity, offset: int = 0) -> ReferenceMatch | None:
    """A multiplier with the very ends of a step that lies in the past: a note if it is told as something to come."""
    if quantity.kind != "multiplier" or quantity.hidden:
        return None
    at = (quantity.start - offset, quantity.end - offset)
    for words, _ in sentence.metrics(at):
        for row in sentence.table.trends(sentence.table.family(words.target)):
            if row.kind == "step" and _same_ends(row, quantity):
                ahead = sentence.says("silence", at)
                return _step(row, quantity, sentence.table, ahead)
    return None


def _step(row: Trend, quantity: Quantity, table: Table, ahead: bool) -> ReferenceMatch:
    verdict, severity, code = ("outdated", "note", "REF802") if ahead else ("supported", "", "")
    return ReferenceMatch(
        verdict, reference(row, table.source(row.source), "en"), Interval(quantity.printed_low, quantity.printed_high),
        lambda lang: step_words(row, quantity, table, lang, ahead),
        severity, code, row.metric, period=row.period, reason="past", note_zh=row.note_zh)


def _same_ends(row: Trend, quantity: Quantity) -> bool:
    return (row.floor, row.ceiling) == (quantity.printed_low, quantity.printed_high) and quantity.is_range
