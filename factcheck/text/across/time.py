"""So many years ago, by the date of the article; a lead and the margin of error that another sentence gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING
from .. import document as documents
from .items import Item, Sentence, claim

if TYPE_CHECKING:
    from ...values import Claim, Document
    from .words import Vocabulary

HEAD = 200                               # characters at the head of a text in which a full date is that of the article
NEAR = 40                                # characters between a year and how long ago it was
MOST_LEAD = 20
REACH = 6                                # sentences between a lead and the margin of error


def link(document: Document, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """What the article's date says of its years, and what a margin of error says of a lead."""
    today = dated(document)
    if today:
        yield from _ago(document.text, today, sentences, words)
    yield from _leads(document.text, sentences, found, words)


def dated(document: Document) -> str:
    """The year of the article, if that is sure: it was given, or a full date stands at the head of the text."""
    if not document.date or document.date == documents.dateline(document.text) != documents.dateline(document.text[:HEAD]):
        return ""
    return document.date[:4]


def _ago(text: str, today: str, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """"Founded twenty years ago, in 1990", "founded in 1990, twenty years ago"."""
    for sentence in sentences:
        vocabulary = words[sentence.lang]
        quantities = list(sentence.quantities.values())
        years = [q for q in quantities if q.kind == "year" and not q.is_range and q.hedge == "=" and 1000 < q.printed_low < float(today)]
        if len(years) != 1:
            continue
        year = years[0]
        for q in quantities:
            if q.dimension != "[time]" or q.unit not in ("year", "decade", "century") or q.is_range or not q.printed_low:
                continue
            ago = vocabulary.ago.match(text, q.end, sentence.end)
            if ago is None:
                continue
            between = text[ago.end() : year.start] if q.end <= year.start else text[year.end : q.start]
            joined = vocabulary.ago_year if q.end <= year.start else vocabulary.year_ago
            ended = q.end <= year.start or vocabulary.ago_ends.match(text, ago.end(), sentence.end) is not None
            if ended and len(between) <= NEAR and joined.fullmatch(between):
                yield claim("ago", [("year", year), ("duration", q)], f"{sentence.lang}.across.ago", sentence.lang, today=today)


def _leads(text: str, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """A lead in points, and a margin of error in one of the sentences behind it."""
    margins = [item for item in found if words[item.q.lang].margin.search(item.label) and _points(item)]
    if len({(item.q.printed_low, item.q.unit) for item in margins}) != 1:
        return
    margin = margins[0]
    for at, item in enumerate(found):
        vocabulary = words[item.q.lang]
        if item.q.lang != margin.q.lang or not _points(item) or not 0 <= margin.sentence - item.sentence <= REACH \
                or item is margin or item.number == margin.number:
            continue
        if vocabulary.leads.search(text[item.start : item.q.start]) and not vocabulary.tied.search(text, item.begin, margin.end):
            lead, margin_of = item.q, margin.q
            other = found[at + 1] if at + 1 < len(found) else margin
            if lead.unit == other.q.unit == "percent" and other.number == item.number and vocabulary.versus.fullmatch(other.label):
                roles = [("first", lead), ("second", other.q), ("margin", margin_of)]
                yield claim("lead", roles, f"{item.q.lang}.across.lead", item.q.lang)
                continue
            if lead.unit == "percent" and lead.printed_low > MOST_LEAD:
                continue                                      # a share, not a lead
            if {q.start for q in (lead, margin_of)} <= _paired(sentences[item.sentence]):
                continue
            yield claim("lead", [("lead", lead), ("margin", margin_of)], f"{item.q.lang}.across.lead", item.q.lang)


def _paired(sentence: Sentence) -> set[int]:
    return {q.start for c in sentence.claims if c.relation == "lead" for q in c.quantities}


def _points(item: Item) -> bool:
    """Whether a figure may be one of points."""
    q = item.q
    return q.hedge == "=" and not q.is_range and (q.dimension in ("percent_point", "count:points", "count:point") or q.unit == "percent")
