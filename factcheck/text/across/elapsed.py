"""So many years from one event to the next: "Work began in 1994.  The bridge opened in 2019, 25 years later"; "The club was founded in
1904.  It marked its 110th anniversary in 2014"; 大桥1994年动工。25年后的2019年，大桥通车.

The year stands right beside the span, and the one before it, in its sentence or the one before, is where it begins.  A claim is made if one
of the years before is so far away, or if there is only one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING
from .items import Sentence, claim

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from .words import Vocabulary

BACK = 60                                # characters between two sentences of one paragraph
ROOM = 1                                 # years: from January to December, or the other way


def link(document: Document, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of spans and anniversaries."""
    text = document.text
    for n, sentence in enumerate(sentences):
        vocabulary = words[sentence.lang]
        if "elapsed_later" not in vocabulary.words or not any(q.kind == "year" for q in sentence.quantities.values()):
            continue
        for q in sentence.quantities.values():
            if q.is_range or q.hedge not in ("=", "about") or q.printed_low < 2:
                continue
            if q.dimension == "[time]" and q.unit == "year":
                yield from _later(text, sentences, n, q, vocabulary)
            if q.kind == "ordinal" or q.dimension == "[time]" and q.unit == "year":
                yield from _anniversary(text, sentences, n, q, vocabulary)


def _years(sentence: Sentence) -> list[Quantity]:
    """The years of a sentence in the order of the text."""
    years = [q for q in sentence.quantities.values() if q.kind == "year" and not q.is_range and q.hedge == "="]
    return sorted(years, key=lambda q: q.start)


def _before(text: str, sentences: Sequence[Sentence], n: int, year: Quantity) -> list[Quantity]:
    """The years before one in its sentence; if there are none, those of the sentence before in its paragraph."""
    here = [q for q in _years(sentences[n]) if q.start < year.start]
    if here or not n or sentences[n].start - sentences[n - 1].end > BACK or "\n\n" in text[sentences[n - 1].end : sentences[n].start]:
        return here
    return _years(sentences[n - 1])


def _later(text: str, sentences: Sequence[Sentence], n: int, span: Quantity, words: Vocabulary) -> Iterator[Claim]:
    sentence = sentences[n]
    if any(span in c.quantities and len(c.roles) > 1 for c in sentence.claims):
        return
    for way, pattern in ((1, words.elapsed_later), (-1, words.elapsed_earlier)):
        cue = pattern.match(text, span.end, sentence.end)
        if cue is None:
            continue
        ended = cue.lastgroup or words.elapsed_ends.match(text, cue.end(), sentence.end)      # not "freed in 2010, 3 years later he"
        beside = [q for q in _years(sentence)
                  if (words.elapsed_behind.fullmatch(text, cue.end(), q.start) if q.start >= cue.end()
                      else ended and words.elapsed_led.fullmatch(text, q.end, span.start))]
        if len(beside) != 1:
            continue
        year = beside[0]
        bases = [q for q in _before(text, sentences, n, year) if (year.printed_low - q.printed_low) * way > 0]
        fitting = [q for q in bases if abs((year.printed_low - q.printed_low) * way - span.printed_low) <= ROOM]
        if fitting or len(bases) == 1:
            base = (fitting or bases)[-1]
            first, last = (base, year) if way > 0 else (year, base)
            yield claim("timespan", [("start", first), ("end", last), ("duration", span)], f"{words.code}.across.elapsed", words.code,
                        severity="warning")


def _anniversary(text: str, sentences: Sequence[Sentence], n: int, count: Quantity, words: Vocabulary) -> Iterator[Claim]:
    sentence = sentences[n]
    here = _years(sentence)
    told = words.elapsed_anniversary.match(text, count.end, sentence.end) if len(here) == 1 else None
    its = words.elapsed_its.search(text, sentence.start, count.start) if told is not None else None
    if its is None:
        return
    bases = _before(text, sentences, n, here[0])
    if len(bases) != 1 or bases[0].start > sentence.start or bases[0].printed_low >= here[0].printed_low:
        return
    first, led = sentences[n - 1], words.periods.sub(" ", text[sentence.start : its.start()])
    if words.elapsed_founded.search(text, first.start, first.end) and words.names(led) <= words.names(text[first.start : first.end]):
        roles = [("start", bases[0]), ("end", here[0]), ("count", count)]
        yield claim("anniversary", roles, f"{words.code}.across.anniversary", words.code, severity="warning")
