"""Thresholds that were passed on a day ("worth more than $1 trillion on 30 May 2023"), at the close or in the course of the day."""

from __future__ import annotations

import math

from ..interval import INF, Interval
from ..typed import TYPE_CHECKING
from .match import IN_PERIOD, OTHER_PERIOD, Candidate, Decision, ReferenceMatch, decide
from .outcome import Figure, result, years
from .rows import Fact
from .scale import repair

if TYPE_CHECKING:
    from ..values import Quantity
    from .context import Reading, Sentence
    from .table import Table

MILESTONE, INTRADAY = "milestone", "milestone: intraday"
WORDS_OF_SCALE = ("scale:1000", "scale:0.001", "scale:1e+06", "scale:1e-06", "scale:10000", "scale:0.0001")


def milestone(sentence: Sentence, quantity: Quantity, reading: Reading, facts: list[Fact], figure: Figure, at: tuple[int, int],
               dateline: str) -> ReferenceMatch | None:
    """A threshold that was passed: the rows tell the day, at the close or in the course of the day."""
    printed = quantity.printed_low * quantity.factor
    closing = sentence.says("close", at)
    passed = sentence.says("surpass", at)
    when = years(reading, reading.metric, dateline)
    of_level = [f for f in facts if f.definition.startswith(MILESTONE) and abs(f.value * f.factor - printed) <= 0.04 * printed]
    rows = [f for f in of_level if not closing or "close" in f.definition] if passed else []
    if not rows:
        rows = [f for f in facts if not f.definition.startswith(MILESTONE) and reading.period.count("-") == 2]
        rows = [f for f in rows if f.period == reading.period and figure.interval.touches(f.interval)]
        if not rows:
            return _wrong_scale(quantity, reading, facts, figure, sentence.table, when) if passed else None
    table = sentence.table
    candidates = [
        Candidate(
            f,
            f.interval.hull(Interval(printed, printed)),
            f.interval,
            IN_PERIOD if when.low < f.end and when.high > f.start else OTHER_PERIOD,
            f.status,
            True,
            abs(f.start - when.low) if math.isfinite(when.low) else f.start,
        )
        for f in rows
    ]
    decision = decide(Interval(printed, printed), candidates, event=True)
    first = min(f.start for f in of_level) if of_level else -INF
    if decision.verdict == "outdated" and not (
        reading.period and (when.high <= first or sentence.says("first", at)) and not reading.missing
    ):
        decision = Decision("no_reference", decision.row, "unresolved")
    elif decision.verdict == "outdated":
        decision = Decision("contradicted", decision.row, "date")
    row = decision.row.row if decision.row else None
    if decision.verdict == "supported" and isinstance(row, Fact) and row.definition == INTRADAY and not sentence.says("intraday", at):
        decision = Decision("supported", decision.row, "intraday")
    return result(decision, Figure(Interval(printed, printed), figure.dimension), quantity, reading, table, when)


def _wrong_scale(
    quantity: Quantity, reading: Reading, facts: list[Fact], figure: Figure, table: Table, when: Interval
) -> ReferenceMatch | None:
    """A threshold of that very year but for thousand, million or 万: "passed $1 billion on 2 August 2018"."""
    if reading.missing or ".." in reading.period:
        return None
    for f in facts:
        of_year = f.definition.startswith(MILESTONE) and when.low < f.end and when.high > f.start
        if of_year and repair(figure.interval, f.interval) in WORDS_OF_SCALE:
            row = Candidate(f, f.interval, f.interval)
            return result(Decision("contradicted", row), figure, quantity, reading, table, when)
    return None
