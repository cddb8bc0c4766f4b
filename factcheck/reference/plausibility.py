"""Plausibility: a figure outside everything ever recorded for its metric, and the scale word that would bring it home.

Only where the metric and its owner are certain, and only when one power of ten or one unit repairs the figure: a figure that is merely odd
is left alone.
"""

from __future__ import annotations

import math

from ..interval import Interval
from ..typed import TYPE_CHECKING
from . import periods
from .match import ReferenceMatch
from .rows import Fact, reference
from .understanding import KINDS, only_part, readings, sure_unit
from .wording import band_words

if TYPE_CHECKING:
    from ..values import Quantity
    from .context import Reading, Sentence
    from .table import Table

WORDS = (1e3, 1e-3, 1e6, 1e-6, 1e4, 1e-4, 1e8, 1e-8, 1e9, 1e-9)       # thousand, million, 万, 亿 …
POINTS = (1e1, 1e-1, 1e2, 1e-2)                     # a misplaced point
DRIFT, ROUND = 1.5, 1.2                             # times by which a figure may differ from the years beside, once repaired
BESIDE = 3.0                                        # years
ROOM = 3.0                                          # times beyond the lowest and highest on record that is still thinkable


def lookup_band(sentence: Sentence, quantity: Quantity, offset: int = 0, dateline: str = "", mood: str = "stated") -> ReferenceMatch | None:
    """A finding for an impossible figure, else None."""
    if quantity.kind not in KINDS or mood not in ("stated", "quoted") or quantity.hidden or quantity.per or quantity.low <= 0:
        return None
    at = (quantity.start - offset, quantity.end - offset)
    for reading in readings(sentence, quantity, at, dateline):
        if set(reading.missing) & {"entity", "metric"} or reading.metric.kind not in ("level", "flow"):
            continue
        if not reading.period and not sentence.says("present", at):
            continue                                # it may be of long ago
        if not sure_unit(quantity, quantity.dimension, reading, sentence.table):
            continue
        stated = Interval(quantity.low * quantity.factor, quantity.high * quantity.factor)
        found = band(reading, quantity.dimension or reading.metric.dimension, sentence.table)
        if found is None:
            continue
        limits, facts = found
        if stated.touches(limits) or (stated.high < limits.low and only_part(reading, sentence.table)):
            return None
        slip = slip_of(stated, reading, facts)
        if not slip or math.isinf(quantity.high):
            return None
        return _match(stated, quantity, reading, limits, facts, sentence.table, slip)
    return None


def _match(stated: Interval, quantity: Quantity, reading: Reading, limits: Interval, facts: list[Fact], table: Table,
           slip: str) -> ReferenceMatch:
    row = facts[-1]
    return ReferenceMatch(
        "contradicted", reference(row, table.source(row.source), "en"), limits,
        lambda lang: band_words(stated, quantity, reading, record(facts), row, table, lang, slip),
        "warning", "PLA901", reading.metric.id, reading.entity, reading.period, reason="scale", slip=slip, note_zh=row.note_zh)


def band(reading: Reading, dimension: str, table: Table) -> tuple[Interval, list[Fact]] | None:
    """From a third of the lowest to three times the highest on record for this owner, in base units, and the rows, the latest last."""
    facts = [f for f in table.facts(reading.metric.id, reading.entity) if f.dimension == dimension and f.value > 0 and not f.definition]
    if len(facts) < 3 or (reading.period and periods.span(reading.period).low < min(f.start for f in facts)):
        return None
    known = record(facts)
    return (Interval(known.low / ROOM, known.high * ROOM), facts) if known.low > 0 else None


def record(facts: list[Fact]) -> Interval:
    """From the lowest to the highest of these rows, in base units."""
    return Interval(min(f.low * f.factor for f in facts), max(f.high * f.factor for f in facts))


def slip_of(stated: Interval, reading: Reading, facts: list[Fact]) -> str:
    """The scale word or the point that would bring a figure to where the owner's rows of those years are; "" if none would."""
    when = periods.span(reading.period) if reading.period else Interval(facts[-1].start, facts[-1].end)
    beside = [f for f in facts if f.start < when.high + BESIDE and f.end > when.low - BESIDE] or facts[-1:]
    near = record(beside)
    for room, scales in ((DRIFT, WORDS), (ROUND, POINTS)):
        found = next((s for s in scales if stated.times(s).touches(Interval(near.low / room, near.high * room))), 0.0)
        if found:
            return f"scale:{found:g}"
    return ""
