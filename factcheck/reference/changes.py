"""Changes between two years of a series ("GDP doubled between 2005 and 2010", 失业率上升3个百分点) against the two rows.

The factor, or the difference in points, is worked out from both rows as intervals; every other definition of the metric and the years
beside are tried before the table contradicts.
"""

from __future__ import annotations

from ..frozen import replace
from ..interval import Interval
from ..typed import TYPE_CHECKING
from . import periods
from .match import IN_PERIOD, OTHER_PERIOD, RESOLVED, Candidate, ReferenceMatch, decide
from .rows import reference
from .wording import change_words

if TYPE_CHECKING:
    from ..values import Quantity
    from .context import Sentence
    from .rows import Fact, Metric

KINDS = frozenset({"multiplier", "share", "percent_point", "fraction"})
SERIES = ("level", "flow", "rate", "fall")           # kinds of metrics that have a value every year
BESIDE = ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, -1))       # years by which both ends may be off, the claimed ones first


def lookup_change(sentence: Sentence, quantity: Quantity, offset: int = 0, mood: str = "stated") -> ReferenceMatch | None:
    """The table's verdict on a change between two years that the sentence names, or None."""
    if quantity.kind not in KINDS or mood not in ("stated", "quoted") or not sentence.spans_years:
        return None
    at = (quantity.start - offset, quantity.end - offset)
    if quantity.per or sentence.says("yearly", at):
        return None
    period, certain = sentence.period(at)
    years = periods.span(period)
    if ".." not in period or not certain or not (years.width < 500 and years.width > 1):
        return None
    named = [words for words, own in sentence.metrics(at) if own and words.alias]
    words = next((w for w in named if (m := sentence.table.metric(w.target)) and m.kind in SERIES), None)
    if words is None:
        return None
    metric = sentence.table.metric(words.target)
    if metric is not None and metric.kind in ("rate", "fall") and quantity.kind != "percent_point":
        metric = sentence.table.metric(metric.parent) if metric.parent else None            # GDP growth over years is growth of GDP
    if metric is None or metric.kind not in ("level", "flow", "rate") or sentence.silenced(metric, words, at, ("silence",)):
        return None
    folds = sentence.table.cue("fold", sentence.lang).begin(quantity.text)
    readings = change(quantity, "fold" if folds else sentence.direction(at), metric)
    entity, sure = sentence.entity(metric, words, at)
    if not readings or (metric.applies and not entity):
        return None
    first, last = int(years.low), int(years.high - 1e-9)
    candidates = _candidates(sentence, metric, entity, first, last, quantity.kind == "percent_point")
    if not any(c.period == IN_PERIOD for c in candidates):
        return None
    resolved = RESOLVED if sure else RESOLVED - {"entity"}
    decisions = [(decide(r, candidates, resolved), r) for r in readings]
    order = ("supported", "outdated", "no_reference", "contradicted")
    decision, stated = min(decisions, key=lambda d: order.index(d[0].verdict))
    if decision.row is None:
        return None
    row = decision.row.row
    cited = reference(row, sentence.table.source(row.source), "en")
    cited = replace(cited, period=f"{first}..{last}")
    severity, code = ("error", "REF801") if decision.verdict == "contradicted" else ("", "")
    return ReferenceMatch(
        decision.verdict, cited, decision.row.fits,
        lambda lang: change_words(decision, stated, quantity, metric, entity, (first, last), sentence.table, lang),
        severity, code, metric.id, entity, period, missing=() if sure else ("entity",), reason=decision.reason)


def change(quantity: Quantity, direction: str, metric: Metric) -> list[Interval]:
    """The factors, or the differences in points, that the wording may mean; none if its direction is not told."""
    stated = Interval(quantity.low, quantity.high)
    if quantity.kind == "multiplier":
        if quantity.hidden or direction in ("", "fold"):
            return [stated] if quantity.hidden or direction == "fold" else []
        return [stated, stated.plus(1.0)] if direction == "up" else []
    if direction in ("", "fold"):
        return []
    if quantity.kind == "fraction":
        return [stated.plus(1.0) if direction == "up" else (-stated).plus(1.0)] if metric.kind != "rate" else []
    signed = stated if direction == "up" else -stated
    if quantity.kind == "percent_point":
        return [signed] if metric.kind == "rate" else []
    return [] if metric.kind == "rate" else [signed.times(0.01).plus(1.0)]


def _candidates(sentence: Sentence, metric: Metric, entity: str, first: int, last: int, points: bool) -> list[Candidate]:
    found: list[Candidate] = []
    family = [m for name in (metric.id, *sentence.table.family(metric.id)) if (m := sentence.table.metric(name)) is not None]
    for name in dict.fromkeys(m.id for m in family if (m.kind in ("rate", "fall")) == points):      # a rate's rise is no growth of a level
        by_year = {f.period: f for f in sentence.table.facts(name, entity)}
        for rank, (a, b) in enumerate(BESIDE):
            old, new = by_year.get(str(first + a)), by_year.get(str(last + b))
            if old is None or new is None or old is new or old.dimension != new.dimension:
                continue
            fits = _fits(old, new, points)
            if fits is not None:
                gap = metric.gap * new.factor if points else abs(fits.high) * metric.gap
                period = OTHER_PERIOD if a or b else IN_PERIOD
                near = Interval(fits.low - gap, fits.high + gap)
                found.append(Candidate(new, fits, near, period, "current", True, rank + (0.0 if name == metric.id else 0.5)))
    return found


def _fits(old: Fact, new: Fact, points: bool) -> Interval | None:
    a, b = old.interval, new.interval
    if points:
        return b.minus(a)
    return b.over(a) if a.low > 0 else None
