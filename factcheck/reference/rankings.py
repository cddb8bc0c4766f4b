"""Ranks from a table: "the world's second-largest economy", "ranks third in the world by population", 世界第二大经济体, 人口居世界第三位.

Words that rank are data (``data/rankings.csv``): the metric, who contends, and how far down the table knows every contender.  A rank is
read only where known words alone join it to its owner; that it is of the world must be said.
"""

from __future__ import annotations

import math

from ..frozen import Frozen
from ..interval import Interval
from ..typed import TYPE_CHECKING
from ..values import Quantity
from . import periods
from .context import STOPS, Sentence
from .match import ReferenceMatch
from .rows import Fact, reference
from .wording import rank_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..patterns import re
    from .aliases import Hit
    from .rank_patterns import Patterns
    from .rows import Ranking
    from .table import Table

class Found(Frozen):
    """A rank as printed: ``text[start:end]``, the place it gives, of what, and whose."""

    start: int
    end: int
    place: int
    ranking: str
    owner: str
    present: bool                                   # told in the present tense


def find(sentence: Sentence, patterns: Patterns) -> Iterator[Found]:
    """Every rank of a sentence whose owner is certain."""
    text, seen = sentence.text, list[tuple[int, int]]()
    for pattern in (patterns.noun, patterns.turned, patterns.verb):
        for m in pattern.finditer(text):
            if any(low <= m.start() < high for low, high in seen):
                continue
            groups = m.groupdict()
            if patterns.says_world and not groups.get("world") and not groups.get("after"):
                continue                            # of a continent, of a club of states, of the provinces
            if not groups["place"] and not patterns.superlative.search(m[0]):
                continue
            owner = _before(sentence, patterns, m.start(), pattern is patterns.verb)
            if owner is None and pattern is not patterns.verb:
                owner = _behind(sentence, patterns, m.start(), m.end())
            if owner is not None and patterns.next.match(text, m.end()):
                rank = _found(patterns, m, groups, owner, text[min(owner.end, m.start()) : max(owner.start, m.end())])
                seen += [m.span()]
                yield from [rank] if rank is not None else []
    for m in patterns.by.finditer(text):
        who = [h for h in sentence.hits if h.kind == "entity" and (h.start, h.end) == m.span("owner")]
        if who and m["world"]:
            rank = _found(patterns, m, m.groupdict(), who[0], m[0])
            yield from [rank] if rank is not None else []


def _found(patterns: Patterns, m: re.Match[str], groups: dict[str, str | None], owner: Hit, told: str) -> Found | None:
    what = _plain(groups["what"] or "") + (f" by {_plain(by)}" if (by := groups.get("by")) else "")
    ranking = patterns.ranking.get(what)
    if ranking is None:
        return None
    return Found(m.start(), m.end(), _place(groups.get("place"), patterns), ranking, owner.target, patterns.present.inside(told))


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _place(word: str | None, patterns: Patterns) -> int:
    if not word:
        return 1
    digits = "".join(c for c in word if c.isdigit())
    return int(digits) if digits else patterns.ordinals[_plain(word)]


def _before(sentence: Sentence, patterns: Patterns, start: int, verb: bool) -> Hit | None:
    """The owner right before a rank: "China is …", "China, …", 中国是…, 中国的人口居…."""
    owners = [h for h in sentence.hits if h.kind == "entity" and h.end <= start]
    if not owners:
        return None
    owner = max(owners, key=lambda h: h.end)
    text, between = sentence.text, sentence.text[owner.end : start]
    opens = patterns.opening.search(text[: owner.start]) is not None
    if verb and patterns.verb_between is not None:
        return owner if opens and patterns.verb_between.fullmatch(between) else None
    if not patterns.between.fullmatch(between) or not (patterns.touching or between.strip()):
        return None
    if patterns.apposed.fullmatch(between):
        return None if patterns.listed.search(text[: owner.start]) else owner
    return owner if opens else None


def _behind(sentence: Sentence, patterns: Patterns, start: int, end: int) -> Hit | None:
    """The owner right after it: "the world's third-largest economy was Japan", "…, China, …", 作为…，中国; 世界第二大经济体中国."""
    owners = [h for h in sentence.hits if h.kind == "entity" and h.start >= end]
    if not owners:
        return None
    owner = min(owners, key=lambda h: h.start)
    text, between = sentence.text, sentence.text[end : owner.start]
    rest = text[owner.end :]
    if patterns.genitive.match(rest):
        return None
    opens = patterns.as_opening.search(text[:start]) is not None
    if not between:
        return None if patterns.touching else owner
    if patterns.comma.fullmatch(between):
        return owner if opens or patterns.closing.match(rest) else None
    ends = not rest.strip() or rest.lstrip()[:1] in ".,;:!?)"
    return owner if patterns.behind.fullmatch(between) and ends and patterns.opening.search(text[:start]) else None


def lookup(sentence: Sentence, patterns: Patterns, dateline: str = "") -> list[tuple[Quantity, ReferenceMatch]]:
    """The table's verdict on every rank of a sentence, each with the place as a figure.

    Without a year, those of the article and the two before it are meant; then only the present tense is contradicted.
    """
    found = []
    for rank in find(sentence, patterns):
        verdict = _judge(sentence, rank, dateline)
        if verdict is not None:
            place = float(rank.place)
            words = sentence.text[rank.start : rank.end]
            figure = Quantity(words, rank.start, rank.end, place, place, place, place, kind="ordinal", half=0.0, lang=sentence.lang)
            found.append((figure, verdict))
    return found


def _judge(sentence: Sentence, rank: Found, dateline: str) -> ReferenceMatch | None:
    table, at = sentence.table, (rank.start, rank.end)
    rule = table.ranking(rank.ranking)
    metric = table.metric(rule.metric) if rule is not None else None
    owner = table.entity(rank.owner)
    if rule is None or metric is None or owner is None or rank.place > rule.limit or owner.kind not in rule.kinds.split("|"):
        return None
    around = _clauses(sentence, at)
    doubts = [table.cue("silence", sentence.lang), table.cue("elsewhen", sentence.lang), table.unless(metric.id, sentence.lang)]
    if any(words.inside(piece) for words in doubts for piece in around):
        return None
    timeless = metric.kind == "constant"
    named = {f.period for f in sentence.years}
    if len(named) > 1 or any(".." in p for p in named) or not (named or dateline or timeless):
        return None
    period = "" if timeless else named.pop() if named else ""
    ranks = _ranks(table, rule, rank.owner, period, dateline, timeless)
    if not ranks:
        return None
    fits = [year for year, (place, _, _) in ranks.items() if place == rank.place]
    sure = all(not best <= rank.place <= worst for _, (best, worst), _ in ranks.values())
    sure = sure and (rank.present or timeless or bool(period))
    verdict = "supported" if fits else "contradicted" if sure else "no_reference"
    year = fits[-1] if fits else max(ranks)
    place, _, row = ranks[year]
    severity, code = ("error", "REF801") if verdict == "contradicted" else ("", "")
    return ReferenceMatch(
        verdict, reference(row, table.source(row.source), "en"), Interval(place, place),
        lambda lang: rank_words(row, metric, rank.owner, rank.place, place, year, table, lang, verdict),
        severity, code, rule.metric, rank.owner, period, reason="near" if verdict == "no_reference" else "")


def _clauses(sentence: Sentence, at: tuple[int, int]) -> list[str]:
    """What stands around a rank between two stops, its own words and all owners left out."""
    start, end = sentence.part(at, STOPS)
    return sentence.pieces(start, end, at)


def _ranks(
    table: Table, rule: Ranking, owner: str, period: str, dateline: str, timeless: bool
) -> dict[int, tuple[int, tuple[int, int], Fact]]:
    """For each year in question: the owner's place, the best and worst that publishers' differences leave open, and its row."""
    if timeless:
        found = _rank(table, rule, owner, table.of(rule.metric))
        return {0: found} if found else {}
    when = periods.span(period) if period else Interval(math.floor(periods.point(dateline)[0]) - 2.0, periods.point(dateline)[1])
    years = range(int(when.low), math.ceil(when.high))
    return {year: found for year in years if (found := _rank(table, rule, owner, table.year(rule.metric, year)))}


def _rank(table: Table, rule: Ranking, owner: str, facts: list[Fact]) -> tuple[int, tuple[int, int], Fact] | None:
    metric, kinds = table.metric(rule.metric), rule.kinds.split("|")
    rows = [r for r in facts if (e := table.entity(r.entity)) and e.kind in kinds]
    own = next((r for r in rows if r.entity == owner), None)
    if own is None or metric is None:
        return None
    gap = metric.gap
    others = [r for r in rows if r is not own]
    above = sum(r.value > own.value for r in others)
    best = sum(r.low * (1 - gap) > own.high * (1 + gap) for r in others) + 1
    worst = sum(r.high * (1 + gap) > own.low * (1 - gap) for r in others) + 1
    return above + 1, (best, worst), own
