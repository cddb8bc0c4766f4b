"""One quantity, given twice: headline and body, one paragraph and another.

Two figures are of one thing only if unit, time and the words around them are the same; and even then only a slip of the pen is reported
(digits swapped, one digit changed, a scale word): other differences usually are of other things.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from ...frozen import replace
from ...readings import rounded
from ...typed import TYPE_CHECKING
from ...values import Claim, Quantity
from ..fitting import step_or_slip
from ..misprints import mistyped, variants
from .items import Item, by_sentence, claim, frame, kin, size

if TYPE_CHECKING:
    from ...values import Document
    from .words import Vocabulary

NEXT = 2                                 # sentences between a count and what refers to it
LEAD = 40                                # figures of the body that a headline is held against
ADDED = 6                                # figures of a sentence that may be added up
OPENING = 3                              # figures of the body among which those of the headline's step are
LONGEST = 200                            # characters of a headline
WIDER = 2                                # times the length of a headline that the line below it has at least
STEM = 4                                 # letters of a word that its endings leave alone
OPEN = 1.1                               # how far "more than" and "up to" reach, at most


def link(document: Document, found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of figures given twice."""
    end, body = title(document, words)
    if end:
        top = [item for item in found if item.q.start < end]
        rest = [item for item in found if item.q.start >= body]
        if top and rest:
            yield from _headline(document.text[:end], top, rest, words)
    yield from _repeated(found, words)
    yield from _referred(found, words)


def title(document: Document, words: Mapping[str, Vocabulary]) -> tuple[int, int]:
    """Where the headline ends and where the body begins; 0 if there is none."""
    text = document.text
    for vocabulary in words.values() if any(sign in text[:LONGEST] for sign in "[［【") else ():
        mark = vocabulary.body.search(text, 0, LONGEST)
        if mark is not None:
            return mark.start(), mark.end()
    start = next((block.end for block in document.blocks if block.kind == "code" and block.start <= 1), 0)
    while start < len(text) and text[start].isspace():
        start += 1
    end = text.find("\n", start)
    if end < 0 or end - start > LONGEST or text[start:end].rstrip().endswith((".", "。", "；", ";", ",", "，", ":", "：")):
        return 0, 0
    if not text.startswith("#", start) and document.lang == "en" and not text[end + 1 : end + 2].isspace() and _broken(text, start, end):
        return 0, 0
    return end, end


def _broken(text: str, start: int, end: int) -> bool:
    """Whether a first line may be that of a paragraph that is broken into lines: the next one is no sentence, or not much longer, so that
    its first words may have had no room.
    """
    stop = text.find("\n", end + 1)
    line = text[end + 1 : stop if stop >= 0 else len(text)].rstrip()
    return not line[:1].isupper() or not line.endswith((".", "”", '"', "…")) or len(line) < WIDER * (end - start)


def _touch(a: Quantity, b: Quantity) -> bool:
    """Whether two figures may be one, rounded.  "More than 80" is not said of 120, and two that are hedged alike are as good as exact.

    A payment of -477 is one of 477: the sign says who pays.
    """
    if a.printed_low < 0 < b.printed_low or b.printed_low < 0 < a.printed_low:
        a, b = (replace(q, printed_low=abs(q.printed_low), printed_high=abs(q.printed_low), low=abs(q.low), high=abs(q.low))
                for q in (a, b))
    a, b = _alike_hedged(a, b)
    x, y = rounded(a), rounded(b)
    low = [max(i.low, q.printed_low / OPEN) * q.factor for i, q in ((x, a), (y, b))]
    high = [min(i.high, q.printed_high * OPEN) * q.factor for i, q in ((x, a), (y, b))]
    return low[0] <= high[1] and low[1] <= high[0]


def _alike_hedged(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Two figures that are hedged in the same way, without their hedges."""
    if a.hedge != b.hedge or a.hedge not in ("at_least", "above", "at_most", "below"):
        return a, b
    return _plain(a), _plain(b)


def _plain(q: Quantity) -> Quantity:
    return replace(q, hedge="=", low=q.printed_low - q.half, high=q.printed_high + q.half)


def _headline(heading: str, top: Sequence[Item], rest: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    limit = rest[min(len(rest), LEAD) - 1].q.start
    for item in top:
        q = item.q
        vocabulary = words[q.lang]
        if q.kind == "share" and vocabulary.change.search(item.clause):
            yield from _cut(heading, item, rest, vocabulary)
            if "levels_was" in vocabulary.words and len(top) == 1 and q.unit == "percent" and not q.is_range:
                yield from _told_below(heading, item, rest, vocabulary)
        if q.kind not in ("quantity", "share") or q.is_range:
            continue
        others = [other for other in rest if other.q.lang == q.lang and other.q.kind == q.kind and _comparable(q, other.q)]
        names = vocabulary.names(heading)
        if any(_touch(q, other.q) for other in others):
            yield from _dropped(item, others, names, vocabulary)
            continue
        if _summed(q, others):
            continue
        for other in others:
            if other.q.start > limit or not mistyped(q, other.q, short=True) or other.q.per != q.per:
                continue
            least = vocabulary.alike - 1 + (other.q.unit != q.unit) + 2 * (q.figures < 3)
            common = _common(names, other, vocabulary)
            if common >= least or common > 1 and 2 * common >= len(names):
                first, second = _alike_hedged(q, other.q)
                yield claim("same", [("a", first), ("b", second)], f"{q.lang}.across.headline", q.lang, severity="warning")
                break


def _summed(q: Quantity, others: Sequence[Item]) -> bool:
    """Whether two or three figures of a sentence make that of the headline: twelve miners and nine rescuers are 21."""
    for _, some in by_sentence(others[:LEAD]):
        sizes = [size(other.q) for other in some[:ADDED]]
        if any(abs(sum(part) - size(q)) <= q.half * q.factor for many in (2, 3) for part in combinations(sizes, many)):
            return True
    return False


def _common(names: frozenset[str], item: Item, words: Vocabulary) -> int:
    """How many words of the headline stand in the sentence of a figure, whatever their endings: raises, raised."""
    stems = {name[:STEM] for name in words.names(item.text[item.begin : item.end])}
    return sum(name[:STEM] in stems for name in names)


def _dropped(item: Item, others: Sequence[Item], names: frozenset[str], words: Vocabulary) -> Iterator[Claim]:
    """A figure that the text hedges wherever it gives it, and the headline does not."""
    q = item.q
    given = [other for other in others if other.q.printed_low * other.q.factor == q.printed_low * q.factor and other.q.per == q.per]
    if q.hedge == "=" and given and all(other.q.hedge != "=" for other in given):
        first = given[0]
        common = _common(names, first, words)
        if common > 1 and 2 * common >= len(names):
            yield claim("dropped_hedge", [("headline", q), ("body", first.q)], f"{q.lang}.across.dropped_hedge", q.lang, severity="note")


def _comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two figures may be of one thing: of one dimension, or both counts."""
    counts = [not q.dimension or q.dimension.startswith("count") for q in (a, b)]
    return all(counts) if any(counts) else a.dimension == b.dimension


def _cut(heading: str, item: Item, rest: Sequence[Item], words: Vocabulary) -> Iterator[Claim]:
    """"Cut in troops by 50%" above "to 100,000 troops from 146,000"."""
    if any(other.q.kind == "share" and _touch(item.q, other.q) for other in rest):
        return
    for a, b in pairwise(rest[:LEAD]):
        if a.q.kind != "quantity" or b.q.kind != "quantity" or a.number != b.number or "percent" in (a.q.unit, b.q.unit):
            continue
        ends = {words.source.search(a.label) is not None: a.q, words.source.search(b.label) is not None: b.q}
        goals = [words.goal.search(x.label) is not None for x in (a, b)]
        if len(ends) != 2 or sum(goals) != 1 or ends[False] is not (a.q if goals[0] else b.q):
            continue
        named = words.names(heading) & words.names(f"{a.q.text} {b.q.text}")
        if named and (a.q.dimension == b.q.dimension or not a.q.dimension or not b.q.dimension):
            old, new = ends[True], ends[False]
            falling = new.printed_low < old.printed_low
            if falling == (words.falling.search(item.clause) is not None):
                yield claim("change", [("old", old), ("new", new), ("percent", item.q)], f"{words.code}.across.headline_change", words.code,
                            direction="down" if falling else "up", severity="warning")
            return


def _told_below(heading: str, item: Item, rest: Sequence[Item], words: Vocabulary) -> Iterator[Claim]:
    """"Ferry fares to rise 15%" above "fares will go up from £20 to £23": the two levels of a sentence that has no other figures, near the
    top, if the words are the same and the figures fit or would but for a slip of the pen.
    """
    names = words.names(heading)
    for n in dict.fromkeys(other.sentence for other in rest[:OPENING]):
        levels = [other for other in rest[: 2 * OPENING] if other.sentence == n]
        if len(levels) != 2 or not all(other.q.kind == "quantity" and not other.q.is_range and other.q.printed_low > 0 for other in levels):
            continue
        first, second = levels
        was = [words.levels_was.search(other.text, other.begin, other.q.start) is not None for other in levels]
        was[1] = words.levels_was.search(first.text, first.q.end, second.q.start) is not None
        if words.told_others.search(first.text, second.q.end, first.end):
            return                                            # "for lorries from £200 to £320, while those for cars rise less"
        if was[0] == was[1] or not kin(first.q, second.q) or first.q.per != second.q.per or first.adjusted(words):
            continue
        old, new = (first.q, second.q) if was[0] else (second.q, first.q)
        direction = "down" if words.falling.search(item.clause) else "up"
        if _common(names, first, words) > 1 and step_or_slip(old, new, item.q, direction, variants):
            yield claim("change", [("old", old), ("new", new), ("percent", item.q)], f"{words.code}.across.told_below", words.code,
                        direction=direction, severity="warning")
        return


def _repeated(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """The same words before a figure of the same unit and time, elsewhere in the text, and two figures that look alike."""
    found = [item for item in found if _told(item, words)]
    if not _lookalikes(found):
        return
    seen: dict[tuple[str, str, str, frozenset[str]], Item] = {}
    for item in found:
        q = item.q
        vocabulary = words[q.lang]
        label = frame(item, vocabulary)
        if len(label) < vocabulary.long_name or vocabulary.among.search(item.clause):
            continue
        if vocabulary.change.search(label) or vocabulary.share.search(label):
            continue
        key = (label, q.unit, q.per, item.periods(vocabulary))
        first = seen.setdefault(key, item)
        if first.paragraph != item.paragraph and not item.adjusted(vocabulary) and mistyped(first.q, q) and not _touch(first.q, q):
            yield claim("same", [("a", first.q), ("b", q)], f"{q.lang}.across.repeated", q.lang, severity="warning")


def _told(item: Item, words: Mapping[str, Vocabulary]) -> bool:
    """Whether a figure is an amount of something, behind words enough to say of what."""
    q = item.q
    if q.kind != "quantity" or not q.dimension or q.dimension == "[time]" or q.printed_low != q.printed_high:
        return False
    return len(item.label) >= words[q.lang].long_name


def _referred(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """"1,507 homes lost power. All 1,057 homes had it again": what "all" and "these" refer to was counted before."""
    last: dict[str, Item] = {}
    for item in found:
        q = item.q
        if q.kind != "quantity" or not q.dimension.startswith("count:") or q.is_range or q.hedge != "=":
            continue
        before = last.get(q.unit)
        if before is not None and 0 < item.sentence - before.sentence <= NEXT and words[q.lang].referring.search(item.label) \
                and mistyped(before.q, q) and not _touch(before.q, q):
            yield claim("same", [("a", before.q), ("b", q)], f"{q.lang}.across.referred", q.lang, severity="warning")
        last[q.unit] = item


def _lookalikes(found: Sequence[Item]) -> bool:
    """Whether two figures of one unit are of the same digits and not the same: one may be the other, mistyped."""
    first: dict[tuple[str, str, str], str] = {}
    for item in found:
        q = item.q
        value = f"{q.printed_low:.12g}"
        digits = "".join(sorted(value)).lstrip("+-.0")
        if first.setdefault((q.unit, q.per, digits), value) != value:
            return True
    return False
