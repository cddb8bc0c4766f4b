"""So many years from one event to the next, anniversaries and ages: "Work began in 1994.  The bridge opened in 2019, 25 years later";
大桥1994年动工。25年后的2019年，大桥通车; "The club was founded in 1904.  It marked its 110th anniversary in 2014"; "Born in 1931, she wrote
it in 1958, when she was 27".

Each span is read once, by what tells its ends.  If a sentence or two have only two years and one span or age, and words say that it lies
between them, it is that; a claim is made only if two digits exchanged, or one ten more or less, keep the three apart: what is off by a year
or two may have been counted otherwise.  Else the year right beside the span is where it ends, and the one before it, in its sentence or the
one before, where it begins; a claim is made if one of the years before is so far away, or if there is only one.
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

BACK = 60                                # characters between two sentences of one paragraph
ROOM = 1                                 # years: from January to December, or the other way
LEAST = 10                               # years that a span has, in which two digits can be exchanged
OLDEST = 110                             # years of an age
LONGEST = 1000
TEN, HUNDRED = 10.0, 100.0
REACH = 60                               # characters before and behind a span that tell what it is


def link(document: Document, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of spans, ages and anniversaries that no rule has read."""
    text = document.text
    told = [made for n, sentence in enumerate(sentences) for made in _only(text, sentences, n, words[sentence.lang])]
    yield from told
    if any(vocabulary.mentions("elapsed_signs", text) for vocabulary in words.values()):
        read = frozenset(q.start for made in told for q in made.all("duration"))
        for n, sentence in enumerate(sentences):
            yield from _beside(text, sentences, n, words[sentence.lang], read)


def year_alone(q: Quantity) -> bool:
    """Whether a figure is one year, told exactly."""
    return q.kind == "year" and not q.is_range and q.hedge == "="


def _follows(text: str, sentences: Sequence[Sentence], n: int) -> bool:
    """Whether a sentence is in one paragraph with the one before."""
    return n > 0 and "\n\n" not in text[sentences[n - 1].end : sentences[n].start]


def _only(text: str, sentences: Sequence[Sentence], n: int, words: Vocabulary) -> Iterator[Claim]:
    """The only span between the only two years of a sentence, or of it and the one before."""
    if "spans_told" not in words.words or not any(year_alone(q) and q.printed_low > LONGEST for q in sentences[n].quantities.values()):
        return
    made = list(_read(text, sentences[n : n + 1], words))
    if not made and _follows(text, sentences, n) and sentences[n - 1].lang == sentences[n].lang:
        made = list(_read(text, sentences[n - 1 : n + 1], words))
    yield from made


def _read(text: str, some: Sequence[Sentence], words: Vocabulary) -> Iterator[Claim]:
    inside = [q for one in some for q in one.quantities.values()]
    years = [q for q in inside if year_alone(q) and q.printed_low > LONGEST]
    if len(years) != 2 or any(q.kind == "year" and q not in years for q in inside) or years[0].printed_low == years[1].printed_low:
        return
    if any(c.relation in ("timespan", "anniversary", "ago", "days") for one in some for c in one.claims):
        return
    start, end = sorted(years, key=lambda q: q.printed_low)
    told = [q for q in inside if q not in years and _told(text, q, start, some, words)]
    if any(q.printed_low == end.printed_low - start.printed_low for q in inside if q not in told):
        return                                                # "at 41. … Holmes, born in 1958, was 14 in 1972"
    if len(told) != 1 or words.spans_not.search(text, some[0].start, some[-1].end):
        return
    q, between = told[0], end.printed_low - start.printed_low
    if q.printed_low >= LEAST and abs(q.printed_low - between) > 1 and tens(q, between):
        years_long = q if q.dimension == "[time]" else replace(q, unit="year", dimension="[time]")
        roles = [("start", start), ("end", end), ("duration", years_long)]
        yield claim("timespan", roles, f"{words.code}.across.span", words.code, severity="warning")


def tens(q: Quantity, between: float) -> bool:
    """Whether two digits exchanged, or one ten or hundred more or less, part a figure from what it should be."""
    return between in swaps(replace(q, factor=1.0)) or abs(q.printed_low - between) in (TEN, HUNDRED)


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


def _beside(text: str, sentences: Sequence[Sentence], n: int, words: Vocabulary, read: frozenset[int]) -> Iterator[Claim]:
    """Spans and anniversaries with a year beside them; ``read``: where the spans begin that need no other reading."""
    quantities = sentences[n].quantities.values()
    if "elapsed_later" not in words.words or not any(q.kind == "year" for q in quantities):
        return
    for q in quantities:
        if q.is_range or q.hedge not in ("=", "about") or q.printed_low < 2:
            continue
        span = q.dimension == "[time]" and q.unit == "year"
        if span and q.start not in read:
            yield from _later(text, sentences, n, q, words)
        if q.kind == "ordinal" or span:
            yield from _anniversary(text, sentences, n, q, words)


def _years(sentence: Sentence) -> list[Quantity]:
    """The years of a sentence in the order of the text."""
    return sorted((q for q in sentence.quantities.values() if year_alone(q)), key=lambda q: q.start)


def _before(text: str, sentences: Sequence[Sentence], n: int, year: Quantity) -> list[Quantity]:
    """The years before one in its sentence; if there are none, those of the sentence before in its paragraph."""
    here = [q for q in _years(sentences[n]) if q.start < year.start]
    if here or not _follows(text, sentences, n) or sentences[n].start - sentences[n - 1].end > BACK:
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
