"""Single figures ("a population of 1.4 billion", 国内生产总值达到121万亿元) against levels, series, constants and milestones.

A figure is held against the table when its metric, its owner, its period and its unit are read from the words around it
(:mod:`context`).  Rows of the same period come first, then other publishers, other definitions and other years; what the closest of them
says is part of every verdict.
"""

from __future__ import annotations

import math

from ..frozen import replace
from ..interval import INF, Interval
from ..readings import rounded
from ..typed import TYPE_CHECKING
from .context import Reading, Sentence
from .match import IN_PERIOD, OTHER_PERIOD, RESOLVED, Candidate, Decision, ReferenceMatch, decide, standing
from .milestones import MILESTONE, milestone
from .outcome import Figure, result, years
from .rows import Fact
from .scale import repair
from .understanding import COUNTS, KINDS, TIMELESS, only_part, readings, sure_unit, whole

if TYPE_CHECKING:
    from ..values import Quantity
    from .rows import Metric
    from .table import Table

BESIDE = 2.0                                        # years around the period in which a rate may have been meant for another year
STEEP = 0.5                                         # of a rate, on top of the gap: a year has months, and high rates swing more
CALM = 1.3                                          # the highest over the lowest of three years that are alike
SCANT = 1.25                                        # "just over" reaches no further
CURRENCY_SWING = 0.06                               # of an exchange rate about its yearly mean
SURE_FIGURES = 2                                    # printed ones from which on a figure that fits is hardly there by chance
DISPUTE = 5.0                                       # gaps between publishers beyond which no dispute about a stock reaches
HALF, QUARTER = 0.5, 0.25                           # of the lowest year on record: below, a figure may be of some of them
OPEN = ("above", "below", "at_least", "at_most", "bounded")         # hedges that any later, or any earlier, year fits


def lookup_level(
    sentence: Sentence, quantity: Quantity, offset: int = 0, dateline: str = "", mood: str = "stated"
) -> ReferenceMatch | None:
    """The table's verdict on one figure, or None if it names nothing that the table holds.

    ``offset`` is where the sentence begins in the text that the quantity's span counts in.  Forecasts and negations are left alone.
    """
    if quantity.kind not in KINDS or mood not in ("stated", "quoted") or quantity.hidden:
        return None
    quantity = whole(quantity)
    if quantity.per:
        return None
    at = (quantity.start - offset, quantity.end - offset)
    if quantity.high == INF and quantity.low > 0 and sentence.table.cue("scant", sentence.lang).end(sentence.text[: at[0]]):
        quantity = replace(quantity, high=quantity.printed_low * SCANT)        # "just over a million"
    best: ReferenceMatch | None = None
    for reading in readings(sentence, quantity, at, dateline):
        found = _judge(sentence, quantity, reading, at, dateline)
        if found is not None and (best is None or _strength(found) > _strength(best)):
            best = found
        if best is not None and best.verdict in ("supported", "contradicted"):
            break
    return best


def _strength(match: ReferenceMatch) -> int:
    return {"supported": 3, "outdated": 2, "contradicted": 2, "no_reference": 1}[match.verdict]


def _judge(sentence: Sentence, quantity: Quantity, reading: Reading, at: tuple[int, int], dateline: str) -> ReferenceMatch | None:
    table, metric = sentence.table, reading.metric
    stated = Interval(quantity.low * quantity.factor + quantity.offset, quantity.high * quantity.factor + quantity.offset)
    if metric.kind == "fall" and metric.parent:
        parent = table.metric(metric.parent)
        if parent is None:
            return None
        metric, stated = parent, -stated
    facts = [f for name in _names(metric, table) for f in table.facts(name, reading.entity)]
    if not facts:
        return None
    if metric.kind == "quote" and not metric.unit:
        quantity = replace(quantity, dimension=f"{quantity.dimension} / money:USD")
    if metric.dimension == "" and quantity.dimension.startswith(COUNTS):
        quantity = replace(quantity, dimension="")
    when = years(reading, metric, dateline)
    figure = _exchange(stated, quantity.dimension, facts, when, table)
    facts = [
        f for f in facts if f.dimension == figure.dimension or (figure.dimension == "" and f.dimension.startswith((COUNTS, "money:CNY")))
    ]
    facts = [f for f in facts if f.definition != "forecast"]
    if not facts:
        return None
    if any(f.definition.startswith(MILESTONE) for f in facts):
        return milestone(sentence, quantity, reading, facts, figure, at, dateline)
    if metric.kind in ("rate", "fall", "price", "quote"):            # such figures return again and again: only the years beside are told
        facts = [f for f in facts if f.start < when.high + BESIDE and f.end > when.low - BESIDE]
    calm = metric.kind in ("rate", "fall") and _calm(facts, when)
    candidates = [_candidate(f, metric, when, reading, table, dateline, calm) for f in facts]
    if metric.kind in TIMELESS and len(candidates) > 1:     # a pound was 240 pence, and is 100: the nearer one is told
        candidates = [replace(c, rank=c.rank + _apart(c.fits, figure.interval)) for c in candidates]
    decision = _decision(sentence, quantity, reading, at, figure, candidates, metric)
    return result(decision, figure, quantity, reading, table, when)


def _decision(sentence: Sentence, quantity: Quantity, reading: Reading, at: tuple[int, int], figure: Figure, candidates: list[Candidate],
              metric: Metric) -> Decision:
    """What the rows say of the figure, less whatever the words around it leave in doubt."""
    table = sentence.table
    resolved = RESOLVED - set(reading.missing)
    if figure.exchanged or not sure_unit(quantity, figure.dimension, reading, table):
        resolved -= {"unit"}
    decision = decide(figure.interval, candidates, resolved)
    if decision.reason == "near" and metric is reading.metric and not figure.exchanged:
        kinder = decide(rounded(quantity).times(quantity.factor), candidates, resolved)         # $77,000 for 77,074
        decision = kinder if kinder.verdict == "supported" else decision
    if decision.reason == "unresolved" and metric.kind == "level" and not metric.parent:
        decision = _beyond_dispute(decision, figure, candidates, metric, resolved)
    if decision.reason == "period" and quantity.hedge in OPEN:
        decision = Decision("no_reference", decision.row, "unresolved")
    vague = quantity.hedge in OPEN or quantity.figures < SURE_FIGURES
    if decision.verdict == "supported" and vague and {"entity", "metric"} & set(reading.missing):
        decision = Decision("no_reference", decision.row, "unresolved")        # "more than a billion" fits many a thing
    if "definition" in reading.missing and decision.verdict in ("supported", "outdated"):
        decision = Decision("no_reference", decision.row, "definition")        # a day's price may be any year's mean
    part = only_part(reading, table) and not (reading.period and sentence.ends(at, reading.words))
    partly = decision.row is not None and figure.interval.low < decision.row.near.low and part
    if decision.verdict == "contradicted" and (partly or _unsure_scale(decision, figure, candidates, reading, part)):
        decision = Decision("no_reference", decision.row, "unresolved")
    return decision


def _beyond_dispute(
    decision: Decision, figure: Figure, candidates: list[Candidate], metric: Metric, resolved: frozenset[str]
) -> Decision:
    """Where every row of the period is contested, only what lies far beyond any dispute about a stock is contradicted."""
    disputed = [c for c in candidates if c.period == IN_PERIOD and c.same]
    if not disputed or any(c.standing != "contested" for c in disputed):
        return decision
    wide = [replace(c, standing="current", near=near(c.row, metric, DISPUTE)) for c in disputed if isinstance(c.row, Fact)]
    found = decide(figure.interval, [*wide, *(c for c in candidates if c not in disputed)], resolved)
    return found if found.verdict == "contradicted" else decision


def _names(metric: Metric, table: Table) -> list[str]:
    return [metric.id, *(n for n in table.family(metric.id) if n != metric.id)]


def _apart(row: Interval, stated: Interval) -> float:
    """From 0 to 0.2: how far two intervals lie apart."""
    a, b = abs(row.mid), abs(stated.mid)
    return min(abs(math.log(a / b)), 2.0) / 10 if 0 < a < INF and 0 < b < INF else 0.2


def _exchange(stated: Interval, dimension: str, facts: list[Fact], when: Interval, table: Table) -> Figure:
    """Money in another currency than every row, at the mean rate of its year give or take its usual swing."""
    if not dimension.startswith("money:") or any(f.dimension == dimension for f in facts) or when.low == -INF:
        return Figure(stated, dimension)
    rates = [r for r in table.rates(f"{dimension[6:]}/USD") if r.start < when.high and r.end > when.low]
    if not rates or not any(f.dimension == "money:USD" for f in facts):
        return Figure(stated, dimension)
    low, high = min(r.value for r in rates) * (1 - CURRENCY_SWING), max(r.value for r in rates) * (1 + CURRENCY_SWING)
    return Figure(stated.over(Interval(low, high)), "money:USD", rates[-1].id)


def _candidate(fact: Fact, metric: Metric, when: Interval, reading: Reading, table: Table, dateline: str,
               calm: bool = False) -> Candidate:
    replaced = table.fact(fact.superseded_by) if fact.superseded_by else None
    inside = when.low < fact.end and when.high > fact.start
    away = 0.0 if inside else max(fact.start - when.high, when.low - fact.end, 0.0) + 1.0
    if not inside and not reading.period and fact.start >= when.high:
        away += 100.0                               # it lay in the future when the article was written
    same = metric.id in (fact.metric, "") or table.metric(fact.metric) is None or fact.dimension != metric.dimension
    recent = -fact.start / 1e5 if not reading.period and math.isfinite(fact.start) else 0.0
    return Candidate(
        fact,
        fact.interval,
        near(fact, metric, calm=calm) if inside else fact.interval,
        IN_PERIOD if inside else OTHER_PERIOD,
        standing(fact, replaced, dateline),
        same,
        away + recent + (0.0 if fact.metric == metric.id else 0.3),
    )


def _calm(facts: list[Fact], when: Interval) -> bool:
    """Whether a rate hardly moved from the year before to the year after: then no month of that year lay far away either."""
    rates = [f.value for f in facts if f.start < when.high + 1 and f.end > when.low - 1]
    return len(rates) > 2 and min(rates) > 0 and max(rates) < min(rates) * CALM


def near(fact: Fact, metric: Metric, gaps: float = 1.0, calm: bool = False) -> Interval:
    """What a careful publisher may print instead, in base units: the metric's gap, relative but for rates."""
    base = fact.interval
    if gaps != 1.0:
        return Interval(base.low * (1 - gaps * metric.gap), base.high * (1 + gaps * metric.gap))
    if metric.kind in ("rate", "fall", "index"):
        room = metric.gap * fact.factor + (STEEP / 2 if calm else STEEP) * max(abs(base.low), abs(base.high))
        return Interval(base.low - room, base.high + room)
    return Interval(base.low - abs(base.low) * metric.gap, base.high + abs(base.high) * metric.gap)


def _unsure_scale(decision: Decision, figure: Figure, candidates: list[Candidate], reading: Reading, part: bool) -> bool:
    """A figure far below every year of a metric may be a part of it (one city, one month): only a clean scale slip is spoken of.

    What an object measures has no such parts, and a stock has none that are large without being named.
    """
    low = min(c.near.low for c in candidates)
    if decision.row is None or figure.interval.high >= low * HALF or figure.interval.low <= 0:
        return False
    timeless = reading.metric.kind in (*TIMELESS, "quote") and reading.words.alias != ""
    known = timeless or (reading.metric.kind in (*TIMELESS, "level") and figure.interval.high >= low * QUARTER)
    if known and not part:
        return False
    return not repair(figure.interval, decision.row.near, figure.dimension)


