"""Single figures ("a population of 1.4 billion", 国内生产总值达到121万亿元) against levels, series, constants and milestones.

A figure is held against the table when its metric, its owner, its period and its unit are read from the words around it
(:mod:`context`).  Rows of the same period come first, then other publishers, other definitions and other years; what the closest of them
says is part of every verdict.
"""

from __future__ import annotations

import math

from ..frozen import Frozen
from ..interval import INF, Interval
from ..typed import TYPE_CHECKING
from . import periods
from .context import Reading, Sentence
from .match import IN_PERIOD, OTHER_PERIOD, RESOLVED, Candidate, Decision, ReferenceMatch, decide, standing
from .rows import Fact, reference
from .scale import repair
from .wording import fact_words

if TYPE_CHECKING:
    from ..values import Quantity
    from .rows import Metric
    from .table import Table

KINDS = frozenset({"quantity", "share", "age", "duration"})
TIMELESS = ("constant",)                            # kinds of metrics that know no period
COUNTS = "count:"                                   # a bare number may be a count of what the metric counts
BESIDE = 2.0                                        # years around the period in which a rate may have been meant for another year
STEEP = 0.5                                         # of a rate, on top of the gap: a year has months, and high rates swing more
BEHIND = 5                                          # characters between a figure and a metric named after it: "8,849 m high"
LAG = 1.0                                           # years by which a figure may trail its year without a word: publication, fiscal years
CURRENCY_SWING = 0.06                               # of an exchange rate about its yearly mean
MILESTONE, INTRADAY = "milestone", "milestone: intraday"
SURE_FIGURES = 2                                    # printed ones from which on a figure that fits is hardly there by chance
BARE = 1e5                                          # a number without a unit that is smaller may be a column "in thousands"
OPEN = ("above", "below", "at_least", "at_most", "bounded")         # hedges that any later, or any earlier, year fits


class Figure(Frozen):
    """A quantity in base units, and in what dimension; ``exchanged`` tells that money was converted at a yearly mean."""

    interval: Interval
    dimension: str
    exchanged: str = ""


def lookup_level(
    sentence: Sentence, quantity: Quantity, offset: int = 0, dateline: str = "", mood: str = "stated"
) -> ReferenceMatch | None:
    """The table's verdict on one figure, or None if it names nothing that the table holds.

    ``offset`` is where the sentence begins in the text that the quantity's span counts in.  Forecasts and negations are left alone.
    """
    if quantity.kind not in KINDS or mood not in ("stated", "quoted") or quantity.hidden or quantity.per:
        return None
    at = (quantity.start - offset, quantity.end - offset)
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


def readings(sentence: Sentence, quantity: Quantity, at: tuple[int, int], dateline: str) -> list[Reading]:
    """The ways to understand a figure, at most one per metric named nearest to it."""
    if (at, dateline) not in sentence.kept:
        sentence.kept[at, dateline] = _readings(sentence, quantity, at, dateline)
    return sentence.kept[at, dateline]


def _readings(sentence: Sentence, quantity: Quantity, at: tuple[int, int], dateline: str) -> list[Reading]:
    table = sentence.table
    found: list[Reading] = []
    for words, own in sentence.metrics(at):
        metric = table.metric(words.target)
        if metric is None or metric.kind in ("growth", "index", "date", "any"):
            continue
        if not _fits_kind(metric, quantity, table):
            if own and words.end <= at[0]:
                break                               # the nearest name before the figure is of another kind: the figure is not ours
            continue
        if own and words.start - at[1] > BEHIND:
            continue
        if sentence.departs(words, at):
            continue
        moved = quantity.direction or sentence.direction(at, after_too=False)
        if moved and metric.kind not in ("rate", "fall") and not sentence.arrives(at[0]):
            continue
        if sentence.silenced(metric, words, at):
            return []
        entity, sure = sentence.entity(metric, words, at)
        if metric.applies and not entity:
            if own and words.end <= at[0]:
                break                               # a length, but of something that the table does not know
            continue
        missing = [] if sure else ["entity"]
        missing += [] if own else ["metric"]
        period, certain = sentence.period(at)
        if metric.kind in TIMELESS:
            missing += ["period"] if period else []     # "was 300 m tall in 1889"
            period = ""
        elif ".." in period:
            return []                               # a span of years: a change, or an average
        elif period and _ahead(period, dateline):
            return []
        elif not period or not certain:
            now = dateline and certain and metric.kind == "level" and sentence.says("present", at)
            missing += [] if now else ["period"]
        found.append(Reading(metric, entity, period, words, tuple(missing)))
        if own:
            break
    return found


def _fits_kind(metric: Metric, quantity: Quantity, table: Table) -> bool:
    """Whether the figure may be of the metric at all, by dimension."""
    wanted = table.dimensions(metric)
    if quantity.dimension in wanted:
        return True
    if quantity.dimension == "" and quantity.kind == "quantity":
        bare = ("money:CNY",) if quantity.lang == "zh" and abs(quantity.printed_low) >= 1e6 else ()
        return any(d == "" or d.startswith(COUNTS) or d in bare for d in wanted)
    return quantity.dimension.startswith("money:") and "money:USD" in wanted


def _ahead(period: str, dateline: str) -> bool:
    return bool(dateline) and periods.span(period).low >= periods.point(dateline)[1]


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
    when = _when(reading, metric, dateline)
    figure = _exchange(stated, quantity.dimension, facts, when, table)
    facts = [
        f for f in facts if f.dimension == figure.dimension or (figure.dimension == "" and f.dimension.startswith((COUNTS, "money:CNY")))
    ]
    facts = [f for f in facts if f.definition != "forecast"]
    if not facts:
        return None
    if any(f.definition.startswith(MILESTONE) for f in facts):
        return _milestone(sentence, quantity, reading, facts, figure, at, dateline)
    if metric.kind in ("rate", "fall", "price"):            # such figures return again and again: only the years beside are told
        facts = [f for f in facts if f.start < when.high + BESIDE and f.end > when.low - BESIDE]
    candidates = [_candidate(f, metric, when, reading, table, dateline) for f in facts]
    resolved = RESOLVED - set(reading.missing)
    if figure.exchanged or not sure_unit(quantity, figure.dimension, reading, table):
        resolved -= {"unit"}
    decision = decide(figure.interval, candidates, resolved)
    if decision.reason == "period" and quantity.hedge in OPEN:
        decision = Decision("no_reference", decision.row, "unresolved")
    vague = quantity.hedge in OPEN or quantity.figures < SURE_FIGURES
    if decision.verdict == "supported" and vague and {"entity", "metric"} & set(reading.missing):
        decision = Decision("no_reference", decision.row, "unresolved")        # "more than a billion" fits many a thing
    if decision.verdict == "contradicted" and _unsure_scale(decision, figure, candidates):
        decision = Decision("no_reference", decision.row, "unresolved")
    return result(decision, figure, quantity, reading, table, when)


def _names(metric: Metric, table: Table) -> list[str]:
    return [metric.id, *(n for n in table.family(metric.id) if n != metric.id)]


def _when(reading: Reading, metric: Metric, dateline: str) -> Interval:
    """The years that the figure is about; without a word, the year of the article and the two before it."""
    if metric.kind in TIMELESS:
        return Interval(-INF, INF)
    if reading.period:
        return periods.span(reading.period)
    if dateline:
        now = periods.point(dateline)[1]
        return Interval(math.floor(now) - 2.0, now)
    return Interval(-INF, INF)


def _exchange(stated: Interval, dimension: str, facts: list[Fact], when: Interval, table: Table) -> Figure:
    """Money in another currency than every row, at the mean rate of its year give or take its usual swing."""
    if not dimension.startswith("money:") or any(f.dimension == dimension for f in facts) or when.low == -INF:
        return Figure(stated, dimension)
    rates = [r for r in table.rates(f"{dimension[6:]}/USD") if r.start < when.high and r.end > when.low]
    if not rates or not any(f.dimension == "money:USD" for f in facts):
        return Figure(stated, dimension)
    low, high = min(r.value for r in rates) * (1 - CURRENCY_SWING), max(r.value for r in rates) * (1 + CURRENCY_SWING)
    return Figure(stated.over(Interval(low, high)), "money:USD", rates[-1].id)


def sure_unit(quantity: Quantity, dimension: str, reading: Reading, table: Table) -> bool:
    """Whether the unit is printed: a bare number may count thousands or another money, and many countries write $ for their own."""
    if dimension == "":
        return abs(quantity.printed_low) >= BARE and not reading.metric.dimension.startswith("money:")
    if dimension != "money:USD" or any(mark in quantity.text for mark in ("US", "U.S", "美", "American")):
        return True
    codes = {f.unit.partition("/")[0] for f in table.facts("fx.usd", reading.entity)}
    return not any(table.cue("dollar", "en").inside(code) for code in codes)


def _candidate(fact: Fact, metric: Metric, when: Interval, reading: Reading, table: Table, dateline: str) -> Candidate:
    replaced = table.fact(fact.superseded_by) if fact.superseded_by else None
    inside = when.low < fact.end and when.high > fact.start
    away = 0.0 if inside else max(fact.start - when.high, when.low - fact.end, 0.0) + 1.0
    if not inside and not reading.period and fact.start >= when.high:
        away += 100.0                               # it lay in the future when the article was written
    own = fact.metric in (metric.id, metric.parent) or metric.id == "" or table.metric(fact.metric) is None
    same = own or fact.dimension != metric.dimension or fact.metric in table.ancestors(metric.id)
    recent = -fact.start / 1e5 if not reading.period and math.isfinite(fact.start) else 0.0
    return Candidate(
        fact,
        fact.interval,
        near(fact, metric) if inside else fact.interval,
        IN_PERIOD if inside else OTHER_PERIOD,
        standing(fact, replaced, dateline),
        same,
        away + recent + (0.0 if fact.metric == metric.id else 0.3),
    )


def near(fact: Fact, metric: Metric) -> Interval:
    """What a careful publisher may print instead, in base units: the metric's gap, relative but for rates."""
    base = fact.interval
    if metric.kind in ("rate", "fall", "index"):
        room = metric.gap * fact.factor + STEEP * max(abs(base.low), abs(base.high))
        return Interval(base.low - room, base.high + room)
    return Interval(base.low - abs(base.low) * metric.gap, base.high + abs(base.high) * metric.gap)


def _unsure_scale(decision: Decision, figure: Figure, candidates: list[Candidate]) -> bool:
    """A figure far below every year of a metric may be a part of it (one city, one month): only a clean scale slip is spoken of."""
    low = min(c.near.low for c in candidates)
    if decision.row is None or figure.interval.high >= low * 0.5 or figure.interval.low <= 0:
        return False
    return not repair(figure.interval, decision.row.near, figure.dimension)


def _milestone(sentence: Sentence, quantity: Quantity, reading: Reading, facts: list[Fact], figure: Figure, at: tuple[int, int],
               dateline: str) -> ReferenceMatch | None:
    """A threshold that was passed: the rows tell the day, at the close or in the course of the day."""
    printed = quantity.printed_low * quantity.factor
    closing = sentence.says("close", at)
    passed = sentence.says("surpass", at)
    when = _when(reading, reading.metric, dateline)
    of_level = [f for f in facts if f.definition.startswith(MILESTONE) and abs(f.value * f.factor - printed) <= 0.04 * printed]
    rows = [f for f in of_level if not closing or "close" in f.definition] if passed else []
    if not rows:
        rows = [f for f in facts if not f.definition.startswith(MILESTONE) and reading.period.count("-") == 2]
        rows = [f for f in rows if f.period == reading.period and figure.interval.touches(f.interval)]
        if not rows:
            return None
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
    words = {lang: fact_words(decision, figure.interval, quantity, reading, table, lang, slip, figure.exchanged) for lang in ("en", "zh")}
    scale = quantity.factor if figure.dimension == quantity.dimension else 1.0
    fits = Interval(decision.row.fits.low / scale, decision.row.fits.high / scale)
    missing = reading.missing if decision.verdict == "no_reference" else ()
    return ReferenceMatch(
        decision.verdict, reference(row, table.source(row.source), "en"), fits, words["en"].message, words["zh"].message,
        words["en"].derivation, words["zh"].derivation, severity, code, reading.metric.id, reading.entity, reading.period, missing,
        decision.reason, slip, words["en"].suggestion, words["zh"].suggestion, row.note_zh)
