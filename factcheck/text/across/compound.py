"""A compound annual growth rate, and the two dated levels near it: "It was worth $4bn in 2019.  It will reach $8bn by 2026, a CAGR of
10%"; 2019年为40亿元，预计将以10%的年复合增长率增长，到2026年达到80亿元.

The levels are the only two amounts of one unit, in the sentence of the rate and one beside it, each with its year; another year by the
rate says that it is of another time.  Levels of two sentences must be of one thing: the second goes on about it, or the rate has their
years.  A rate that is many times that of the levels is of something else, unless a slip of the pen explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING, NamedTuple
from ..fitting import compounded, compounded_later, or_slip, stated
from ..misprints import meant
from .items import Item, Sentence, amount, by_sentence, claim, kin, plain, size

if TYPE_CHECKING:
    from ...values import Claim, Quantity
    from .words import Vocabulary

LONG = 60                                # characters on either side of a rate in which it is called compound, and in which its years stand
FAR = 110                                # characters from a level to its year
TIMES = 3.0                              # that the rate of the levels may be of the one told, and no other thing
YEARS = 60                               # that a rate may be told of
MOST = 6                                 # years near a level


class Level(NamedTuple):
    item: Item
    year: Quantity


def link(sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of compound rates that no rule has read."""
    some = dict(by_sentence(found))
    for n, inside in some.items():
        vocabulary = words[sentences[n].lang]
        if not any(item.q.unit == "percent" for item in inside) or "compound_rate" not in vocabulary.words:
            continue
        rates = [item for item in inside if _rate(item, vocabulary)]
        read = {q.start for sentence in sentences[max(0, n - 1) : n + 1] for c in sentence.claims if len(c.roles) > 2 for _, q in c.roles}
        if len(rates) == 1 and rates[0].q.start not in read:
            told = list(_told(sentences, some, n, rates[0], vocabulary))
            yield from told or _labelled(sentences, n, rates[0], vocabulary)


def _rate(item: Item, words: Vocabulary) -> bool:
    return item.q.unit == "percent" and plain(item.q) and words.compound_rate.search(
        item.text, max(item.begin, item.q.start - LONG), min(item.end, item.q.end + LONG)) is not None


def _told(sentences: Sequence[Sentence], some: Mapping[int, Sequence[Item]], n: int, rate: Item, words: Vocabulary) -> Iterator[Claim]:
    beside = {m: [item for item in some.get(m, ()) if item.paragraph == rate.paragraph] for m in (n - 1, n, n + 1)}
    last = _last(sentences, beside[n - 1], beside[n], rate)
    if last is not None:
        beside[n - 1] = [last.item]
    for parts in ((n,), (n - 1, n), (n, n + 1)):
        items = [item for m in parts for item in beside[m]]
        if any(_rate(item, words) for item in items if item is not rate):
            continue
        amounts = [item for item in items if item.q.kind == "quantity" and item.q.dimension]
        amounts = [item for item in amounts if kin(item.q, amounts[-1].q)]
        if len(amounts) != 2 or any(not amount(item.q) or item.depth or item.q.per != amounts[0].q.per for item in amounts):
            continue
        first, second = amounts
        if second.sentence < n and words.compound_head.match(rate.text, rate.begin, rate.q.start) is None:
            continue
        levels = _dated(sentences, first, second)
        if last is not None and first is last.item and len(levels) == len(amounts):
            levels = [last, levels[1]]
        apart = first.sentence != second.sentence
        begin = max([rate.begin, *(item.q.end for item in items if item.q.end <= rate.q.start)])
        if words.compound_another.search(rate.text, begin, rate.q.start) or words.compound_not.search(rate.text, rate.begin, rate.end):
            return                                            # "with Asia growing at 9%"; what is told in real terms
        led = words.compound_dull.sub(" ", words.periods.sub(" ", rate.text[begin : rate.q.start]))
        if not words.names(led) <= words.names(rate.text[first.begin : max(second.q.end, begin)]):
            return                                            # "and earnings per share at a CAGR of 9%"
        behind = words.compound_behind.match(rate.text, rate.q.end, rate.end) is not None
        if rate.q.start < first.q.start and not behind:
            return                                            # 年均增长12%，企业从2015年的100家增至2020年的150家: of something before
        if len(levels) == len(amounts):
            levels.sort(key=lambda level: level.year.printed_low)
            yield from _between(sentences, rate, levels[0], levels[1], apart, words)
        elif len(levels) == 1 and levels[0].item is first:
            yield from _ahead(sentences, rate, first, second, apart, words)
        return


def _labelled(sentences: Sequence[Sentence], n: int, rate: Item, words: Vocabulary) -> Iterator[Claim]:
    """"Growth of 50% in 2018–2022 (400 → 600 members)\n- CAGR: 10.7%": a line that is a rate, and the step of the line before."""
    if n == 0 or words.compound_label.fullmatch(rate.text, rate.begin, rate.q.start) is None:
        return
    last = sentences[n - 1]
    if rate.text[last.end : rate.begin].strip(" \n*-•"):
        return
    steps = [(old, new) for c in last.claims if c.relation == "change" and (old := c.role("old")) and (new := c.role("new"))]
    years = sorted((q for q in last.quantities.values() if q.kind == "year" and not q.is_range), key=lambda q: q.printed_low)
    if len(steps) != 1 or len(years) != 2:
        return
    (old, new), (start, end) = steps[0], years
    if all(q.kind == "quantity" and plain(q) for q in (old, new)) and _fits(old, new, rate, end.printed_low - start.printed_low, words):
        roles = [("old", old), ("start", start), ("new", new), ("end", end), ("percent", rate.q)]
        yield claim("growth", roles, f"{words.code}.across.compound", words.code, severity="warning")


def _last(sentences: Sequence[Sentence], before: Sequence[Item], inside: Sequence[Item], rate: Item) -> Level | None:
    """The later of the two dated levels that the sentence before tells, if this one tells the next: "It grew from $38bn in 2021 to $41bn in
    2022 at a CAGR of 7%.  It will reach $62bn in 2026 at a CAGR of 11%".  A rate that is right from the earlier one on is left alone.
    """
    amounts = [item for item in before if item.q.kind == "quantity" and item.q.dimension]
    nexts = [item for item in inside if item.q.kind == "quantity" and item.q.dimension]
    levels = _dated(sentences, *amounts) if len(amounts) == 2 and len(nexts) == 1 and kin(amounts[0].q, amounts[1].q) else []
    if len(levels) < 2 or not kin(amounts[0].q, nexts[0].q) or levels[0].year.printed_low > levels[1].year.printed_low:
        return None
    ends = [year.printed_low for year in sentences[nexts[0].sentence].quantities.values() if year.kind == "year" and not year.is_range]
    if not ends or max(ends) <= levels[1].year.printed_low:
        return None
    whole = compounded(max(ends) - levels[0].year.printed_low)(*(stated(q) for q in (levels[0].item.q, nexts[0].q, rate.q)))
    return None if whole else levels[1]


def _dated(sentences: Sequence[Sentence], first: Item, second: Item) -> list[Level]:
    """Two levels, each with the year nearest to it in its sentence: two years that differ if there are, else the one that has one."""
    years = [_years(sentences, one, other) for one, other in ((first, second), (second, first))]
    pairs = [(d1 + d2, y1, y2) for d1, y1 in years[0] for d2, y2 in years[1] if y1.printed_low != y2.printed_low]
    if pairs:
        _, y1, y2 = min(pairs, key=lambda pair: pair[0])
        return [Level(first, y1), Level(second, y2)]
    return [Level(item, some[0][1]) for item, some in ((first, years[0]), (second, years[1])) if len(some) == 1]


def _years(sentences: Sequence[Sentence], level: Item, other: Item) -> list[tuple[int, Quantity]]:
    """The years near a level in its sentence, and how far each stands from it; none beyond the other level."""
    q, found = level.q, []
    for year in sentences[level.sentence].quantities.values():
        if year.kind != "year" or year.is_range:
            continue
        low, high = (year.end, q.start) if year.start < q.start else (q.end, year.start)
        if high - low <= FAR and not low <= other.q.start < high:
            found.append((high - low, year))
    return found[:MOST]


def _between(sentences: Sequence[Sentence], rate: Item, old: Level, new: Level, apart: bool, words: Vocabulary) -> Iterator[Claim]:
    """From a level of one year to that of another."""
    window, told = _window(sentences, rate), {old.year.printed_low, new.year.printed_low}
    years = new.year.printed_low - old.year.printed_low
    if window - told:                                         # "from 2025 to 2030", and the level of 2024
        figures = [stated(q) for q in (old.item.q, new.item.q, rate.q)]
        if window - told != {old.year.printed_low + 1}:
            return
        if compounded_later(years - 1)(*figures) and not compounded(years)(*figures):
            return
    first, second = sorted((old.item, new.item), key=lambda item: item.q.start)
    if apart and window != told and not _goes_on(first, second, words):
        return
    if _fits(old.item.q, new.item.q, rate, years, words):
        roles = [("old", old.item.q), ("start", old.year), ("new", new.item.q), ("end", new.year), ("percent", rate.q)]
        yield claim("growth", roles, f"{words.code}.across.compound", words.code, severity="warning")


def _ahead(sentences: Sequence[Sentence], rate: Item, old: Item, new: Item, apart: bool, words: Vocabulary) -> Iterator[Claim]:
    """From a level to what it will be in so many years: 预计未来五年将以10%的年复合增长率增长至80亿元."""
    spans = [q for q in sentences[new.sentence].quantities.values() if q.dimension == "[time]"]
    ahead = len(spans) == 1 and spans[0].unit == "year" and words.compound_ahead.search(new.text, new.begin, spans[0].end) is not None
    if not ahead or _window(sentences, rate) - {q.printed_low for q in sentences[old.sentence].quantities.values() if q.kind == "year"}:
        return
    if apart and not _goes_on(old, new, words):
        return
    if _fits(old.q, new.q, rate, spans[0].printed_low, words):
        roles = [("old", old.q), ("duration", spans[0]), ("new", new.q), ("percent", rate.q)]
        yield claim("growth", roles, f"{words.code}.across.compound", words.code, severity="warning")


def _goes_on(first: Item, second: Item, words: Vocabulary) -> bool:
    """Whether the sentence of a level is about that of the one before: it begins so, and names nothing else before its level."""
    if words.compound_goes_on.match(second.text, second.begin, second.q.start) is None:
        return False
    led = words.compound_dull.sub(" ", words.periods.sub(" ", second.text[second.begin : second.q.start]))
    return words.names(led) <= words.names(first.text[first.begin : first.end])


def _fits(old: Quantity, new: Quantity, rate: Item, years: float, words: Vocabulary) -> bool:
    """Whether levels so many years apart may be those of a rate: it is theirs, or not far from it, or would be but for a slip."""
    if not 1 < years < YEARS or (size(new) > size(old)) == (words.falling.search(rate.label) is not None):
        return False
    implied = 100 * ((size(new) / size(old)) ** (1 / years) - 1)
    near = 1 / TIMES < abs(implied) / rate.q.printed_low < TIMES
    return near or or_slip(compounded(years), (old, new, rate.q), meant, read=stated)


def _window(sentences: Sequence[Sentence], rate: Item) -> set[float]:
    """The years that stand near a rate in its sentence."""
    years = [q for q in sentences[rate.sentence].quantities.values() if q.kind == "year"]
    near = [q for q in years if -LONG < q.start - rate.q.end < LONG or -LONG < rate.q.start - q.end < LONG]
    return {end for q in near for end in (q.printed_low, q.printed_high)}
