"""Two ends, and the time between them told in a sentence of its own: "The fair began on 3 May and closed on 14 June.  It had lasted 52
days"; "Born in 1921, she died in 2007. … her death at the age of 76"; "They married in 1951.  In 2011 they marked their 50th wedding
anniversary".

Both ends must be told by their words (began, ended; born, died; married), be the only ones, and no other person may come in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING, Any
from ...values import YEAR_SECONDS
from .elapsed import tens, year_alone
from .items import Sentence, claim

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from .words import Vocabulary

BACK = 250                               # characters between the last end and the sentence that tells the time
LONGEST = 125                            # years of a life
LEAST = 1000
APART = 2                                # years that an anniversary may not be off: one may be counted otherwise
ISO = 10                                 # characters of a date with its year
DAYS = ("day", "week", "month")


def link(document: Document, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of days, lives and weddings that their own sentences do not tell whole."""
    text = document.text
    for n, sentence in enumerate(sentences):
        vocabulary = words[sentence.lang]
        if "ends_signs" not in vocabulary.words:
            continue
        near = [sentence]
        for other in sentences[n + 1 : n + 3]:
            if other.lang == sentence.lang and "\n\n" not in text[near[-1].end : other.start] and other.start - near[-1].end < BACK:
                near.append(other)
        yield from _days(text, near, vocabulary)
        yield from _life(text, near, vocabulary)
        yield from _wedding(text, near, vocabulary)


def _dates(sentence: Sentence) -> list[tuple[Quantity, str]]:
    """The dates of a sentence, each with its ISO form."""
    return [(c.quantities[0], c.options["date"]) for c in sentence.claims if c.relation == "date" and "date" in c.options]


def _days(text: str, near: Sequence[Sentence], words: Vocabulary) -> Iterator[Claim]:
    """Something that began on one date and ended on another, and how long it had lasted then."""
    dates = _dates(near[0])
    last = 0
    if len(dates) == 1 and len(near) > 1:
        dates += _dates(near[1])
        last = 1
    if len(dates) != 2 or not words.ends_began.search(text, near[0].start, dates[0][0].start):
        return
    (first, start), (second, end) = dates
    if not words.ends_ended.search(text, first.end, second.start) or words.ends_not.search(text, first.end, near[last].end):
        return
    for sentence in near[last : last + 2]:
        for q in sentence.quantities.values():
            if q.start < second.end or q.dimension != "[time]" or q.unit not in DAYS or q.is_range or q.hedge not in ("=", "about"):
                continue
            led = (words.ends_lasted if sentence is not near[last] else words.ends_after).search(
                text, max(sentence.start, second.end), q.start)
            if led and _of_it(text[near[0].start : second.end], led, words) and words.ends_behind.match(text, q.end, sentence.end) \
                    and not any(c.relation == "days" and q in c.quantities for c in sentence.claims):
                begun, ended = _same_year(start, end)
                yield claim("days", [("duration", q)], f"{words.code}.across.lasted", words.code, severity="warning",
                            **{"from": begun, "until": ended})
            return


def _of_it(before: str, led: Any, words: Vocabulary) -> bool:
    """Whether what lasted is what began and ended: it, a thing that was named before, or an event."""
    noun = led.groupdict().get("noun")
    return not noun or noun.lower() in before.lower() or noun.lower() in words.words["ends_events"]


def _same_year(start: str, end: str) -> tuple[str, str]:
    """Two dates of which one prints the year: the other is of the same one, or of the one beside it."""
    if len(start) == len(end):
        return start, end
    known, bare = (start, end) if len(start) == ISO else (end, start)
    later = bare.removeprefix("--") > known[5:]
    year = int(known[:4]) + (0 if later == (bare == end) else 1 if bare == end else -1)
    full = f"{year:04d}-{bare.removeprefix('--')}"
    return (start, full) if bare == end else (full, end)


def _life(text: str, near: Sequence[Sentence], words: Vocabulary) -> Iterator[Claim]:
    """A birth and a death in one sentence, and the age at death in one of the next."""
    first = near[0]
    years = [q for q in first.quantities.values() if q.kind == "year"]
    if len(years) == 1 and years[0].is_range and words.ends_life.search(text, years[0].start - 1, years[0].end + 1):
        q = years[0]                                          # (1921–2007)
        ends = [replace(q, printed_low=year, printed_high=year, low=year, high=year) for year in (q.printed_low, q.printed_high)]
        bracketed = True
    elif len(years) == 2 and all(map(year_alone, years)):
        ends, bracketed = years, False
        if not words.birth.search(text, max(first.start, years[0].start - 80), years[0].start) \
                or not words.death.search(text, years[0].end, years[1].start):
            return
    else:
        return
    born, died = ends
    if not LEAST < born.printed_low < died.printed_low < born.printed_low + LONGEST or words.ends_kin.search(text, first.start, first.end):
        return
    for sentence in near[1:]:
        for q in sentence.quantities.values():
            if q.kind in ("age", "quantity") and q.unit in ("", "year") and q.hedge == "=" and 0 < q.printed_low < LONGEST \
                    and words.ends_died.search(text, sentence.start, q.start):
                told = any(len(c.roles) > 1 and q in c.quantities for c in sentence.claims)
                if told or words.ends_kin.search(text, sentence.start, q.start):
                    return
                if bracketed and not tens(q, died.printed_low - born.printed_low):
                    return                                    # it may be that of a reign
                age = replace(q, unit="year", kind="age", dimension="[time]", factor=YEAR_SECONDS)
                roles = [("start", born), ("end", died), ("duration", age)]
                yield claim("timespan", roles, f"{words.code}.across.age_at_death", words.code, severity="warning")
                return


def _wedding(text: str, near: Sequence[Sentence], words: Vocabulary) -> Iterator[Claim]:
    """A wedding and its anniversary, in one sentence or two."""
    first = near[0]
    wed = [q for q in first.quantities.values() if year_alone(q) and words.ends_wed.search(text, max(first.start, q.start - 100), q.start)]
    if len(wed) != 1 or words.ends_kin.search(text, first.start, wed[0].start) or words.ends_again.search(text, wed[0].end, first.end):
        return
    for sentence in near[:2]:
        for count in sentence.quantities.values():
            told = words.ends_wedding.match(text, count.end, sentence.end) if count.kind == "ordinal" and count.start > wed[0].end else None
            its = told and words.ends_their.search(text, sentence.start, count.start)
            if not its or words.ends_kin.search(text, sentence.start, count.start):
                continue
            ends = [q for q in sentence.quantities.values() if year_alone(q) and q is not wed[0]]
            if len(ends) != 1:
                return
            between = ends[0].printed_low - wed[0].printed_low
            theirs = words.ends_couple.search(text, sentence.start, its.end()) is not None
            if sentence is first or theirs or words.ends_couple.match(text, first.start) or _named(text, first, sentence, its.end(), words):
                roles = [("start", wed[0]), ("end", ends[0]), ("count", count)]
                sure = sentence is first or theirs
                if between > 0 and (abs(between - count.printed_low) >= APART if sure else tens(count, between)):
                    yield claim("anniversary", roles, f"{words.code}.across.wedding", words.code, severity="warning")
            return


def _named(text: str, first: Sentence, second: Sentence, end: int, words: Vocabulary) -> bool:
    """Whether a name of the first sentence stands in the second, before a place."""
    names = set(words.ends_name.findall(text, first.start + 1, first.end))
    return not names.isdisjoint(words.ends_name.findall(text, second.start, end))
