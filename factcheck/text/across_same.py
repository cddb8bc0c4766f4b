"""One quantity, given twice: headline and body, one paragraph and another; and a life in years.

Two figures are of one thing only if unit, time and the words around them are the same; and even then only a slip of the pen is reported
(digits swapped, one digit changed, a scale word): other differences usually are of other things.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ..frozen import replace
from ..readings import rounded
from ..values import Claim, Quantity
from .across_items import Item, Sentence, claim, frame, mistyped

if TYPE_CHECKING:
    from ..values import Document
    from .across_words import Vocabulary

LEAD = 40                                # figures of the body that a headline is held against
LONGEST = 200                            # characters of a headline
YEAR = 31_557_600.0


def link(document: Document, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of figures given twice."""
    end, body = title(document, words)
    if end:
        top = [item for item in found if item.q.start < end]
        rest = [item for item in found if item.q.start >= body][:LEAD]
        if top and rest:
            yield from _headline(document.text[:end], top, rest, words)
    yield from _repeated(found, words)
    yield from _lives(document.text, sentences, words)


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
    if not text.startswith("#", start) and document.lang == "en" and not text[end + 1 : end + 2].isspace():
        return 0, 0                                           # the first line of a paragraph that is broken into lines
    return end, end


def _touch(a: Quantity, b: Quantity) -> bool:
    """Whether two figures may be one, rounded."""
    x, y = rounded(a), rounded(b)
    return x.low * a.factor <= y.high * b.factor and y.low * b.factor <= x.high * a.factor


def _headline(heading: str, top: Sequence[Item], rest: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    for item in top:
        q = item.q
        vocabulary = words[q.lang]
        if q.kind == "share" and vocabulary.change.search(item.clause):
            yield from _cut(heading, item, rest, vocabulary)
        if q.kind not in ("quantity", "share") or not q.dimension or q.is_range:
            continue
        others = [other for other in rest if other.q.dimension == q.dimension and other.q.kind == q.kind and other.q.per == q.per]
        if any(_touch(q, other.q) for other in others):
            continue
        names = vocabulary.names(heading)
        for other in others:
            if other.q.lang != q.lang or other.q.unit != q.unit or not mistyped(q, other.q):
                continue
            if len(names & vocabulary.names(other.clause)) >= vocabulary.alike + 2 * (q.figures < 3):
                yield claim("same", [("a", q), ("b", other.q)], f"{q.lang}.across.headline", q.lang, severity="warning")
                break


def _cut(heading: str, item: Item, rest: Sequence[Item], words: Vocabulary) -> Iterator[Claim]:
    """"Cut in troops by 50%" above "to 100,000 troops from 146,000"."""
    if any(other.q.kind == "share" and _touch(item.q, other.q) for other in rest):
        return
    for a, b in pairwise(rest):
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


def _repeated(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """The same words before a figure of the same unit and time, elsewhere in the text, and two figures that look alike."""
    seen: dict[tuple[str, str, str, frozenset[str]], Item] = {}
    for item in found:
        q = item.q
        if q.kind != "quantity" or not q.dimension or q.is_range or q.dimension == "[time]":
            continue
        vocabulary = words[q.lang]
        if len(item.label) < vocabulary.long_name:
            continue
        label = frame(item, vocabulary)
        if len(label) < vocabulary.long_name or vocabulary.among.search(item.clause):
            continue
        if vocabulary.change.search(label) or vocabulary.share.search(label):
            continue
        key = (label, q.unit, q.per, item.periods(vocabulary))
        first = seen.setdefault(key, item)
        if first.paragraph != item.paragraph and not item.adjusted(vocabulary) and mistyped(first.q, q) and not _touch(first.q, q):
            yield claim("same", [("a", first.q), ("b", q)], f"{q.lang}.across.repeated", q.lang, severity="warning")


def _lives(text: str, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """One birth, one death and one age at death in the whole text."""
    births: list[Quantity] = []
    deaths: list[tuple[Quantity, Quantity]] = []
    dated = [(s, words[s.lang], years) for s in sentences if (years := [q for q in s.quantities.values() if q.kind == "year"])]
    for sentence, vocabulary, years in dated:
        births += [q for q in years if vocabulary.birth.search(text[max(sentence.start, q.start - 80) : q.start])
                   or vocabulary.birth_after.match(text, q.end, sentence.end)]
    if len({q.printed_low for q in births}) != 1:
        return
    born = births[0]
    for sentence, vocabulary, years in dated:
        place = (text, sentence.start, sentence.end)
        if len(years) == 1 and vocabulary.death.search(*place) and not vocabulary.kin.search(*place):
            ages = [q for q in sentence.quantities.values() if q.kind in ("age", "quantity") and q.hedge == "="
                    and vocabulary.age.search(text[max(sentence.start, q.start - 24) : q.start])]
            deaths += [(years[0], age) for age in ages if 0 < age.printed_low < 125]
    if len(deaths) == 1:
        died, age = deaths[0]
        if 1000 < born.printed_low < died.printed_low < born.printed_low + 125:
            age = replace(age, unit="year", kind="age", dimension="[time]", factor=YEAR)
            roles = [("start", born), ("end", died), ("duration", age)]
            yield claim("timespan", roles, f"{born.lang}.across.life", born.lang, severity="warning")
