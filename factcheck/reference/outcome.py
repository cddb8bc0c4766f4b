"""A decision told as the match that is reported."""

from __future__ import annotations

import math

from ..frozen import Frozen
from ..interval import INF, Interval
from ..typed import TYPE_CHECKING
from . import periods
from .match import Candidate, Decision, ReferenceMatch
from .rows import reference
from .scale import repair
from .understanding import TIMELESS
from .wording import fact_words

if TYPE_CHECKING:
    from ..values import Quantity
    from .context import Reading
    from .rows import Metric
    from .table import Table

LAG = 1.0                                           # years by which a figure may trail its year without a word: publication, fiscal years


class Figure(Frozen):
    """A quantity in base units, and in what dimension; ``exchanged`` tells that money was converted at a yearly mean."""

    interval: Interval
    dimension: str
    exchanged: str = ""


def years(reading: Reading, metric: Metric, dateline: str) -> Interval:
    """The years that the figure is about; without a word, the year of the article and the two before it."""
    if metric.kind in TIMELESS:
        return Interval(-INF, INF)
    if reading.period:
        return periods.span(reading.period)
    if dateline:
        now = periods.point(dateline)[1]
        return Interval(math.floor(now) - 2.0, now)
    return Interval(-INF, INF)


def _slip(row: Candidate, metric: Metric, figure: Figure) -> str:
    """The slip that would explain the figure; of a rate only a misplaced point, and then the rate must be met."""
    if metric.kind in ("rate", "fall"):
        found = repair(figure.interval, row.fits)
        return found if found in ("scale:10", "scale:0.1") else ""
    return repair(figure.interval, row.near, figure.dimension)


def result(decision: Decision, figure: Figure, quantity: Quantity, reading: Reading, table: Table, when: Interval) -> ReferenceMatch | None:
    """The match as it is reported."""
    if decision.row is None:
        return None
    row = decision.row.row
    severity, code = "", ""
    slip = ""
    if decision.verdict == "contradicted":
        severity, code = "error", "REF804" if decision.reason == "date" else "REF801"
        slip = _slip(decision.row, reading.metric, figure)
    elif decision.reason == "intraday":
        severity, code = "note", "REF803"
    elif decision.verdict == "outdated" and reading.period and not reading.missing and not figure.exchanged:
        apart = max(row.start - when.high, when.low - row.end, 0.0) if decision.reason == "period" else INF
        if apart >= LAG:
            severity, code = "note" if decision.reason == "superseded" else "warning", "REF802"
    scale = quantity.factor if figure.dimension == quantity.dimension else 1.0
    fits = Interval(decision.row.fits.low / scale, decision.row.fits.high / scale)
    missing = reading.missing if decision.verdict == "no_reference" else ()
    return ReferenceMatch(
        decision.verdict, reference(row, table.source(row.source), "en"), fits,
        lambda lang: fact_words(decision, figure.interval, quantity, reading, table, lang, slip, figure.exchanged),
        severity, code, reading.metric.id, reading.entity, reading.period, missing, decision.reason, slip, row.note_zh)
