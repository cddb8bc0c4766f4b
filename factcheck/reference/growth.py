"""Growth claims ("doubles every six months", 每年10倍) against the trends of the table.

The metric is the longest alias in the claim's clause, else in what goes before; the period is what the claim, its clause or an era named
there says ("since 2012", 深度学习出现之前; 之后 is the era after the one named last).  A pace without a period is held against today's rows
and never contradicted.
"""

from __future__ import annotations

import math

from ..frozen import Frozen
from ..interval import INF, Interval
from ..typed import TYPE_CHECKING
from . import periods
from .binding import bound
from .bounds import factor_per_year
from .context import WORLD, Sentence
from .match import IN_PERIOD, NO_PERIOD, OTHER_PERIOD, RESOLVED, Candidate, Decision, ReferenceMatch, decide, standing
from .rows import Trend, reference
from .table import Table
from .wording import growth_words

if TYPE_CHECKING:
    from .aliases import Hit

BREAKS = ";；。.!！?？\n"                             # of clauses, as far as eras and metrics are concerned
LAST = 2.0                                          # years after a row's end in which a claim about "now" may still lean on it
OLD = 5.0                                           # years after a row's end in which a pace without a period may still lean on it
SHARE = 0.5                                         # of the claim's period that a row must cover
BUT_FIRST_YEARS = 3.0                               # … or it begins with it, give or take


class Context(Frozen):
    """What a clause says about a claim in it."""

    metric: str
    period: str
    entities: tuple[str, ...]
    sure: bool = True                               # known words alone tie the pace to the metric …
    loose: bool = False                             # … or something unknown stands between them


def lookup_growth(sentence: str, lang: str, stated: Interval, period: str = "", dateline: str = "",
                  table: Table | None = None, at: tuple[int, int] | None = None, mood: str = "stated") -> ReferenceMatch | None:
    """The table's verdict on a pace of growth, or None if the sentence names no metric of it.

    ``stated`` is a factor per year, the hull of every form of the claim (3–4 months, or 10x: 8 … 16).  ``at`` is the claim's place in
    ``sentence``; without it the whole sentence is its clause.  Forecasts, targets and negations are not checked.
    """
    if mood not in ("stated", "quoted"):
        return None
    table = table if table is not None else Table()
    context = read(sentence, lang, period, table, at)
    if context is None:
        return None
    rows = table.trends(table.family(context.metric))
    rows = [r for r in rows if r.high < INF and r.kind != "total_factor"]
    rows = [r for r in rows if not r.entity or not context.entities or r.entity in context.entities]
    candidates = [_candidate(r, stated, context, dateline, table) for r in rows]
    if not candidates:
        return None
    resolved = RESOLVED if context.period else RESOLVED - {"period"}
    decision = decide(stated, candidates, resolved if context.sure else resolved - {"metric"})
    if decision.verdict == "outdated" and context.loose:
        decision = Decision("no_reference", decision.row, "unresolved")
    return _match(decision, stated, context, table)


def read(sentence: str, lang: str, period: str, table: Table, at: tuple[int, int] | None = None) -> Context | None:
    """Metric, period and entities of the clause at ``at``; None without a metric."""
    hits = table.hits(sentence, lang)
    start, end = clause(sentence, at)
    words = _metric(hits, start, end, at)
    if words is None:
        return None
    words = _narrowed(sentence, lang, words, table, at)
    metric = words.target
    sure, loose = True, False
    if at is not None:
        around = Sentence(sentence, lang, table, hits=hits)
        low, high = around.segment(at)
        owner = next((h for h in hits if h.kind == "entity" and low <= h.start < high), None)
        near = low <= words.start < high
        sure = near and bound(around, at, words, owner) and (owner is None or _may_own(table, owner.target, metric))
        loose = near and not sure
    inside = tuple(dict.fromkeys(h.target for h in hits if h.kind == "entity" and start <= h.start < end))
    return Context(metric, _period(sentence, lang, period, table, hits, (start, end), at), inside, sure, loose)


def _may_own(table: Table, owner: str, metric: str) -> bool:
    """Whether a pace of the metric may be this owner's: the world's, or one that a row is of; a firm's own compute is another thing."""
    return owner == WORLD or any(row.entity == owner for row in table.trends(table.family(metric)))


def _narrowed(sentence: str, lang: str, words: Hit, table: Table, at: tuple[int, int] | None) -> Hit:
    """The name as that of the part which words beside it tell: 头部…算力, "the training compute of the biggest models"."""
    parts = table.parts(words.target)
    if not parts:
        return words
    around = Sentence(sentence, lang, table, hits=[words])
    low, high = around.segment((words.start, words.end))
    if at is not None and words.end <= at[0] < high:
        high = at[0]
    pieces = (around.text[low : words.start], around.text[words.end : high], words.alias)
    for part in parts:
        if any(table.narrow(part, lang).inside(piece) for piece in pieces):
            return words._replace(target=part.id)
    return words


def clause(text: str, at: tuple[int, int] | None) -> tuple[int, int]:
    """The clause around a place: between semicolons and full stops.  A point inside a number or name is no stop."""
    if at is None:
        return 0, len(text)
    start, end = at
    while start > 0 and not _stops(text, start - 1):
        start -= 1
    while end < len(text) and not _stops(text, end):
        end += 1
    return start, end


def _stops(text: str, i: int) -> bool:
    return text[i] in BREAKS and (text[i] != "." or i + 1 == len(text) or text[i + 1].isspace())


def _metric(hits: list[Hit], start: int, end: int, at: tuple[int, int] | None) -> Hit | None:
    """The longest alias before the claim in its clause; else after it; else the nearest in the clauses before."""
    metrics = [h for h in hits if h.kind == "metric"]
    place = at[0] if at else end
    for some in ([h for h in metrics if start <= h.start < place], [h for h in metrics if place <= h.start < end]):
        if some:
            return max(some, key=lambda h: (h.end - h.start, h.start))
    before = [h for h in metrics if h.end <= start]
    return before[-1] if before else None


def _period(sentence: str, lang: str, stated: str, table: Table, hits: list[Hit], inside: tuple[int, int],
            at: tuple[int, int] | None) -> str:
    """The claim's own period, else the era or years nearest before the claim in its clause, else after it; "" if none."""
    if stated:
        return stated
    start, end = inside
    place = at[0] if at else end
    if lang == "zh":
        sentence = sentence.translate(table.characters())
    found: list[tuple[int, str]] = []
    last = ""
    for h in sorted(h for h in hits if h.kind == "era" and h.start < end):
        era = table.era(h.target)
        if era is not None and not era.period:                                  # a word such as "since then"
            former = table.era(last) if last else None
            era = table.era(former.next) if former and former.next else None
        if era is None:
            continue
        last = era.id
        if h.start >= start:
            found.append((h.start, era.period))
    found += ((start + f.start, f.period) for f in periods.find(sentence[start:end], table.period_words(lang)) if f.words)
    before = [f for f in found if f[0] < place]
    return max(before)[1] if before else min(found)[1] if found else ""


def _candidate(row: Trend, stated: Interval, context: Context, dateline: str, table: Table) -> Candidate:
    metric = table.metric(row.metric)
    gap = 1.0 + (metric.gap if metric else 0.0)
    replaced = table.trend(row.superseded_by) if row.superseded_by else None
    state = standing(row, replaced, dateline)
    relation, far = _relation(Interval(row.start, row.end), context.period, dateline)
    past = {IN_PERIOD: _over(row, context.period, dateline), NO_PERIOD: _old(row, dateline)}
    if state == "current" and past.get(relation):
        state = "superseded"
    near = Interval(row.low / gap, row.high * gap) if relation != OTHER_PERIOD else row.interval
    later = 0.3 if dateline and row.published[:10] > dateline else 0.0          # it cannot have been the source
    apart = abs(math.log(_printed(row) / math.sqrt(max(stated.low, 1e-9) * min(max(stated.high, 1e-9), 1e9))))
    return Candidate(row, row.interval, near, relation, state, _same(row.metric, context.metric, table), far + later + min(apart, 1.0))


def _same(row: str, claimed: str, table: Table) -> bool:
    """Whether a row's metric is the claimed one, a part of it, or the whole that it is a part of; sisters are other definitions."""
    return row == claimed or claimed in table.ancestors(row)[:1] or row in table.ancestors(claimed)


def _printed(row: Trend) -> float:
    return Interval(*factor_per_year(row.kind, row.unit, row.value, "", "", (row.start, row.end))).mid


def _relation(row: Interval, period: str, dateline: str) -> tuple[str, float]:
    """How a row's period lies to the claim's, and how far apart they begin and end (for the order of rows)."""
    if not period:
        recent = periods.until(row, dateline)
        return NO_PERIOD, 0.0 if recent.high == INF else 1 / (1 + max(recent.high, 1.0))
    claim = periods.until(periods.span(period), dateline)
    shared = periods.overlap(row, claim)
    length = claim.high - claim.low
    begins = abs(row.low - claim.low) if math.isfinite(row.low) and math.isfinite(claim.low) else abs(row.high - claim.high)
    far = min(begins, 99.0) / 100
    if shared <= 0:
        return OTHER_PERIOD, 1 + far
    long_enough = shared >= SHARE * length if math.isfinite(length) else shared > 1.0
    return (IN_PERIOD if long_enough or begins <= BUT_FIRST_YEARS else OTHER_PERIOD), far


def _over(row: Trend, period: str, dateline: str) -> bool:
    """Whether a claim that runs until now outlives the row by more than :data:`LAST` years."""
    claim = periods.span(period)
    if claim.high != INF:
        return False
    now = periods.point(dateline)[1] if dateline else INF
    return INF not in (row.end, now) and now - row.end > LAST


def _old(row: Trend, dateline: str) -> bool:
    """Whether a row ended so long ago that it says nothing of a pace that is told without a period."""
    return bool(dateline) and periods.point(dateline)[1] - row.end > OLD


def _match(decision: Decision, stated: Interval, context: Context, table: Table) -> ReferenceMatch:
    row = decision.row.row if decision.row else None
    severity = {"contradicted": "error", "outdated": "note"}.get(decision.verdict, "")
    missing = () if context.period or decision.verdict != "no_reference" else ("period",)
    return ReferenceMatch(
        decision.verdict, reference(row, table.source(row.source), "en") if row else None,
        decision.row.fits if decision.row else Interval(0.0, INF),
        lambda lang: growth_words(decision, stated, context.metric, context.period, table, lang),
        severity, {"contradicted": "REF801", "outdated": "REF802"}.get(decision.verdict, ""), context.metric,
        context.entities[0] if context.entities else "", context.period, missing, decision.reason, note_zh=row.note_zh if row else "")
