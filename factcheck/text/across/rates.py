"""A yearly rate with the only two amounts, and the only two years or the only span, that its sentence has, whatever their order:
"From 2015 to 2020, tuition climbed at an average annual rate of 5.9%, from $9,000 to $12,000".

The words are patterns of the language; one without them has no such links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING
from ...values import YEAR_SECONDS
from ..fitting import compounded, or_slip, printed
from ..misprints import meant
from .items import Item, Sentence, claim, kin, neighbours

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from .words import Vocabulary

LARGEST = 60.0                           # times: amounts farther apart are of one thing only if a scale word is wrong
SCALES = (1e3, 1e6, 1e-3, 1e-6)
LONGEST = 200                            # years


def link(document: Document, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of rates that no rule has read."""
    text = document.text
    for n, inside, before in neighbours(found):
        vocabulary = words[sentences[n].lang]
        if "rates_told" in vocabulary.words:
            if len(inside) == 3:
                yield from _sentence(text, sentences[n], inside, vocabulary)
            elif before and len(before) + len(inside) == 3 and vocabulary.rates_resumes.match(text, sentences[n].start, sentences[n].end):
                yield from _sentence(text, sentences[n], [*before, *inside], vocabulary, sentences[n - 1])


def _sentence(text: str, sentence: Sentence, inside: Sequence[Item], words: Vocabulary, earlier: Sentence | None = None) -> Iterator[Claim]:
    rates = [item.q for item in inside if item.q.unit == "percent"]
    levels = [item.q for item in inside if item.q.kind == "quantity" and not item.q.per and not item.q.offset]
    if len(rates) != 1 or len(levels) != 2 or not kin(*levels) or any(q.is_range or q.printed_low <= 0 for q in (*rates, *levels)):
        return
    rate = rates[0]
    first, second = levels
    if rate.start < first.start:                              # "at 5.9% a year, from 9,000 to 12,000"
        begin, apposed = sentence.start, words.rates_from.search(text, rate.end, first.start) is not None \
            and words.rates_to.fullmatch(text, first.end, second.start) is not None
    else:
        begin = max(second.end, sentence.start, *(text.rfind(sign, second.end, rate.start) + 1 for sign in ",;:(-–—"))
        apposed = rate.start > second.end and words.rates_lead.fullmatch(text[begin : rate.start].strip()) is not None
    told = words.rates_told.search(text, begin, rate.start) or words.rates_behind.match(text, rate.end, sentence.end) if apposed else None
    if told is None or words.rates_not.search(text, sentence.start, sentence.end) or inside[0].adjusted(words):
        return
    if any(c.relation == "growth" and c.role("old") is not None for c in sentence.claims):
        return
    around = [q for one in (earlier, sentence) if one is not None for q in one.quantities.values()]
    others = [q for q in around if q not in (rate, *levels) and q.start != rate.start]
    times = _times(others, rate)
    if times is None:
        return
    if earlier is not None and not or_slip(compounded(_span(times)), (first, second, rate), meant, read=printed):
        return
    old, new = (second, first) if words.rates_from.search(text, first.end, second.start) else (first, second)
    growth = new.printed_low * new.factor / (old.printed_low * old.factor)
    if not 1 / LARGEST <= growth <= LARGEST and not any(1 / LARGEST <= growth * by <= LARGEST for by in SCALES):
        return
    if words.falling.search(text, sentence.start, sentence.end):
        return
    yield claim("growth", [("old", old), ("new", new), *times, ("percent", rate)], f"{words.code}.across.rate", words.code,
                severity="warning")


def _times(others: Sequence[Quantity], rate: Quantity) -> list[tuple[str, Quantity]] | None:
    """The only two years, or the only span; None if there are others."""
    years = [q for q in others if q.kind == "year"]
    if any(q.kind != "year" and q.dimension != "[time]" for q in others if not q.hidden):
        return None
    spans = [q for q in others if q.dimension == "[time]" and not (q.start - rate.end < 3 or q.hidden)]
    if len(years) == 1 and years[0].is_range:
        q = years[0]
        low, high = (replace(q, printed_low=y, printed_high=y, low=y, high=y) for y in (q.printed_low, q.printed_high))
        return [("start", low), ("end", high)] if not spans else None
    if len(years) == 2 and not any(q.is_range for q in years):
        a, b = sorted(years, key=lambda q: q.printed_low)
        return [("start", a), ("end", b)] if 0 < b.printed_low - a.printed_low < LONGEST and not spans else None
    if len(years) < 2 and spans and len({(q.printed_low, q.factor) for q in spans}) == 1 and spans[0].unit in ("year", "decade"):
        return [("span", spans[0])] if not spans[0].is_range and spans[0].printed_low * spans[0].factor > YEAR_SECONDS else None
    return None


def _span(times: Sequence[tuple[str, Quantity]]) -> float:
    """How many years lie between, or are told."""
    if len(times) == 2:
        return times[1][1].printed_low - times[0][1].printed_low
    return times[0][1].printed_low * times[0][1].factor / YEAR_SECONDS
