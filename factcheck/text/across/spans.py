"""The only two years and the only span or age of a sentence or two that nothing has read: "It opened in 1937.  Now, 88 years later, in
2025, it needs new cables"; "Born in 1931, she wrote it in 1958, when she was 27".

Words must say that the span lies between two years, or that the age is that of one who was born in the first.  A claim is made only if two
digits exchanged, or one ten more or less, keep the three apart: what is off by a year or two may have been counted otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING
from ..misprints import swaps
from .items import Sentence, claim

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from .words import Vocabulary

LEAST = 10                                # years that a span has, in which two digits can be exchanged
OLDEST = 110                              # years of an age
LONGEST = 1000
TEN, HUNDRED = 10.0, 100.0
REACH = 60                                # characters before and behind a span that tell what it is


def link(document: Document, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of spans that nothing else has read."""
    text = document.text
    for n, sentence in enumerate(sentences):
        vocabulary = words[sentence.lang]
        if "spans_told" not in vocabulary.words or not any(_year(q) for q in sentence.quantities.values()):
            continue
        made = list(_read(text, [sentence], vocabulary))
        if not made and n and sentences[n - 1].lang == sentence.lang and "\n\n" not in text[sentences[n - 1].end : sentence.start]:
            made = list(_read(text, [sentences[n - 1], sentence], vocabulary))
        yield from made


def _year(q: Quantity) -> bool:
    return q.kind == "year" and not q.is_range and q.hedge == "=" and q.printed_low > LONGEST


def _read(text: str, some: Sequence[Sentence], words: Vocabulary) -> Iterator[Claim]:
    inside = [q for one in some for q in one.quantities.values()]
    years = [q for q in inside if _year(q)]
    if len(years) != 2 or any(q.kind == "year" and q not in years for q in inside) or years[0].printed_low == years[1].printed_low:
        return
    if any(c.relation in ("timespan", "anniversary", "ago", "days") for one in some for c in one.claims):
        return
    start, end = sorted(years, key=lambda q: q.printed_low)
    told = [q for q in inside if q not in years and _told(text, q, start, some, words)]
    if len(told) != 1 or words.spans_not.search(text, some[0].start, some[-1].end):
        return
    q, between = told[0], end.printed_low - start.printed_low
    if q.printed_low >= LEAST and abs(q.printed_low - between) > 1 and (between in swaps(replace(q, factor=1.0)) or _tens(q, between)):
        years_long = q if q.dimension == "[time]" else replace(q, unit="year", dimension="[time]")
        roles = [("start", start), ("end", end), ("duration", years_long)]
        yield claim("timespan", roles, f"{words.code}.across.span", words.code, severity="warning")


def _tens(q: Quantity, between: float) -> bool:
    return abs(q.printed_low - between) in (TEN, HUNDRED)


def _told(text: str, q: Quantity, start: Quantity, some: Sequence[Sentence], words: Vocabulary) -> bool:
    """Whether a figure is a span between the years, or an age since the first."""
    if q.is_range or q.hidden or q.hedge not in ("=", "about") or q.printed_low != int(q.printed_low):
        return False
    before = max(some[0].start, q.start - REACH)
    led = words.spans_age.search(text, before, q.start)
    if q.kind == "age" or not q.dimension and led is not None:
        born = words.spans_born.search(text, max(some[0].start, start.start - REACH), start.start) is not None
        return born and q.printed_low < OLDEST
    if q.unit != "year" or q.dimension != "[time]" or q.kind == "age":
        return False
    if words.spans_behind.match(text, q.end, some[-1].end) is not None:
        return True
    return words.spans_told.search(text, before, q.start) is not None and words.spans_end.match(text, q.end, some[-1].end) is not None
