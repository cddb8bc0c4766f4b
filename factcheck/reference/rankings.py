"""Ranks from a series: "the world's second-largest economy", 第二大经济体.

The words that rank are data (``data/rankings.csv``) with the metric, the order and how far down the table knows every contender.
"""

from __future__ import annotations

import math

from ..interval import Interval
from ..typed import TYPE_CHECKING
from . import periods
from .match import ReferenceMatch
from .rows import Fact, reference
from .wording import rank_words

if TYPE_CHECKING:
    from ..values import Quantity
    from .aliases import Hit
    from .context import Sentence
    from .table import Table

CLOSE = 12                                          # characters that may lie between the ordinal and the words of the rank
CONTENDERS = ("country", "economy")
SCOPE = 24                                          # characters beside the rank in which "the world's" stands


def lookup_rank(sentence: Sentence, quantity: Quantity, offset: int = 0, dateline: str = "", mood: str = "stated") -> ReferenceMatch | None:
    """The table's verdict on an ordinal that ranks a country, or None.  Without a year: those of the article and the two before."""
    if quantity.kind != "ordinal" or mood not in ("stated", "quoted"):
        return None
    at = (quantity.start - offset, quantity.end - offset)
    words = _words(sentence, at)
    if words is None:
        return None
    rule = sentence.table.ranking(words.target)
    rank = round(quantity.printed_low)
    if rule is None or not 1 <= rank <= rule.limit or sentence.silenced_by(("silence",), at):
        return None
    around = sentence.text[max(0, at[0] - SCOPE) : min(at[0], words.start)], sentence.text[max(at[1], words.end) :][:SCOPE]
    world = sentence.table.cue("world", sentence.lang)
    if not (world.end(around[0]) or world.begin(around[1])):
        return None                                 # of a continent, of a club of states, of the provinces
    metric = sentence.table.metric(rule.metric)
    owners = {h.target for h in sentence.entities("|".join(CONTENDERS), *sentence.clause(at), at)}
    period, certain = sentence.period(at)
    if metric is None or len(owners) != 1 or not certain or ".." in period or not (period or dateline):
        return None
    owner = owners.pop()
    when = periods.span(period) if period else Interval(math.floor(periods.point(dateline)[0]) - 2.0, periods.point(dateline)[1])
    ranks = {year: _rank(sentence.table, rule.metric, owner, year) for year in range(int(when.low), math.ceil(when.high))}
    known = {year: r for year, r in ranks.items() if r is not None}
    if not known:
        return None
    fits = [year for year, (place, _, _) in known.items() if place == rank]
    sure = all(not best <= rank <= worst for _, (best, worst), _ in known.values())
    verdict = "supported" if fits else "contradicted" if sure else "no_reference"
    year = fits[-1] if fits else max(known)
    place, _, row = known[year]
    told = {lang: rank_words(row, metric, owner, rank, place, year, sentence.table, lang, verdict) for lang in ("en", "zh")}
    wrong = verdict == "contradicted"
    return ReferenceMatch(
        verdict,
        reference(row, sentence.table.source(row.source), "en"),
        Interval(place, place),
        told["en"].message,
        told["zh"].message,
        told["en"].derivation,
        told["zh"].derivation,
        "error" if wrong else "",
        "REF801" if wrong else "",
        rule.metric,
        owner,
        period,
        (),
        "near" if verdict == "no_reference" else "",
    )


def _words(sentence: Sentence, at: tuple[int, int]) -> Hit | None:
    """The words of a rank right after the ordinal, or holding it (第二大经济体)."""
    ranks = [h for h in sentence.hits if h.kind == "ranking" and -CLOSE < h.start - at[1] < CLOSE]
    return min(ranks, key=lambda h: abs(h.start - at[1])) if ranks else None


def _rank(table: Table, metric: str, owner: str, year: int) -> tuple[int, tuple[int, int], Fact] | None:
    """Place, the best and worst place that the gap between publishers leaves open, and the owner's row."""
    found = table.metric(metric)
    rows = [r for r in table.year(metric, year) if (e := table.entity(r.entity)) and e.kind in CONTENDERS]
    own = next((r for r in rows if r.entity == owner), None)
    if own is None or found is None:
        return None
    above = [r for r in rows if r.value > own.value]
    others = [r.value for r in rows if r is not own]
    best = sum(v * (1 - found.gap) > own.value * (1 + found.gap) for v in others) + 1
    worst = sum(v * (1 + found.gap) > own.value * (1 - found.gap) for v in others) + 1
    return len(above) + 1, (best, worst), own
