"""Lists of several lines: as long as announced, and the total that one of their items gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...patterns import re, regex
from ...typed import TYPE_CHECKING, NamedTuple
from ..misprints import misprint
from ..numerals.zh_words import TALLY
from .items import Item, Sentence, claim

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from .words import Vocabulary

_ITEM = regex.compile(
    r"(?m)^([ \t\u3000]*+)(?:(?P<sign>[-*+•·●◦])[ \t]++|(?P<number>\d{1,2})(?:[.)][ \t]++|[、．]\s*+)"
    r"|[（(]?(?P<han>[" + TALLY + r"]{1,3})[)）、]\s*+)(?=\S)")
# The same by `re`, which finds the beginning of a line quickly.
_OPENS = re.compile(r"\n[ \t\u3000]*(?:[-*+•·●◦][ \t]|\d{1,2}[.)、．]|[（(]?[" + TALLY + r"]{1,3}[)）、])")
LONGEST = 40


class Line(NamedTuple):
    """One item: ``start`` of its words, ``end`` of its line, ``sign`` by which it is told from items of another level."""

    start: int
    end: int
    indent: int
    sign: str
    number: int


def link(document: Document, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """What the lists of a document claim."""
    text = document.text
    lists = list(_lists(text))
    if not lists:
        return
    announcing = {_line_end(text, s.end): s for s in sentences}
    at = 0
    for begin, lines in lists:
        before = announcing.get(begin)
        if before is not None:
            yield from _announced(text, before, lines, words[before.lang])
        while at < len(found) and found[at].q.start < lines[0].start:
            at += 1
        inside = at
        while inside < len(found) and found[inside].q.start < lines[-1].end:
            inside += 1
        yield from _total(lines, found[at:inside], words)


def _line_end(text: str, at: int) -> int:
    close = text.find("\n", max(at - 1, 0))
    return len(text) if close < 0 else close


def _lists(text: str) -> Iterator[tuple[int, list[Line]]]:
    """Every list of one level: where the line before it ends, and its items."""
    run: list[Line] = []
    begin = 0
    if _OPENS.search(text) is None:                           # a list has a second item, which no text begins with
        return
    for hit in _ITEM.finditer(text):
        end = _line_end(text, hit.end())
        sign = hit["sign"] or ("1" if hit["number"] else TALLY[0])
        line = Line(hit.end(), end, len(hit[1].expandtabs(4)), sign, int(hit["number"] or 0))
        if run and line.indent > run[0].indent and _follows(text, run[-1].end, hit.start()):
            run[-1] = run[-1]._replace(end=end)               # of a lower level
            continue
        if not run or sign != run[0].sign or line.indent != run[0].indent or not _follows(text, run[-1].end, hit.start()):
            if len(run) > 1:
                yield begin, run
            run, begin = [], _above(text, hit.start())
        run.append(line)
    if len(run) > 1:
        yield begin, run


def _follows(text: str, end: int, start: int) -> bool:
    """Whether nothing but blank lines stands between."""
    return start - end < 8 and not text[end:start].strip()


def _above(text: str, start: int) -> int:
    """The end of the last line with words above."""
    while start > 0 and text[start - 1].isspace():
        start -= 1
    return _line_end(text, start)


def _announced(text: str, sentence: Sentence, lines: Sequence[Line], words: Vocabulary) -> Iterator[Claim]:
    """"Four aims:" and the items below."""
    tail = text[sentence.start : sentence.end].rstrip(" *_\r\n\t")
    counts = [q for q in sentence.quantities.values() if q.kind == "quantity" and not q.hidden]
    if not tail.endswith((":", "：")) or len(counts) != 1 or len(lines) > LONGEST:
        return
    q = counts[0]
    if q.hedge != "=" or q.is_range or not 2 <= q.printed_low <= 20 or q.printed_low != int(q.printed_low) or "." in q.text:
        return
    rest = text[q.end : sentence.start + len(tail)]
    hit = words.listed.match(text, q.start, sentence.end)
    if hit is None or words.some.search(text, sentence.start, sentence.end) or any(sign in rest for sign in ",，;；(（"):
        return
    if lines[0].number and [line.number for line in lines] != list(range(1, len(lines) + 1)):
        return
    yield claim("count", [("count", q)], f"{words.code}.across.list", words.code, items=str(len(lines)), severity="warning")


def _total(lines: Sequence[Line], inside: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """One item of the list is the total of the others."""
    if len(lines) < 3 or not inside:
        return
    figures: list[Quantity] = []
    labels = []
    if len(inside) < len(lines):
        return
    at = 0
    for line in lines:
        while at < len(inside) and inside[at].q.start < line.start:
            at += 1
        own, more = inside[at : at + 1], inside[at + 1 : at + 2]
        if not own or own[0].q.start >= line.end or more and more[0].q.start < line.end:
            return                                            # none, or several
        if own[0].q.kind != "quantity" or own[0].q.hedge != "=" or own[0].q.is_range:
            return
        figures.append(own[0].q)
        labels.append(own[0].text[line.start : own[0].q.start].strip(" *_:：\t").lower())
    vocabulary = words[figures[0].lang]
    marks = [k for k, label in enumerate(labels) if label in vocabulary.words["table"]["total"] or label in vocabulary.totals]
    if len(marks) != 1 or marks[0] not in (0, len(lines) - 1) or len({q.unit for q in figures}) > 1:
        return
    total = figures[marks[0]]
    parts = [q for q in figures if q is not total]
    added = sum(q.printed_low * q.factor for q in parts) / total.factor
    sure = misprint(f"{added:.10g}", f"{total.printed_low:.10g}") or abs(added - total.printed_low) <= total.half
    yield claim("total", [("total", total), *(("part", q) for q in parts)], f"{vocabulary.code}.across.list_total", vocabulary.code,
                **({} if sure else {"severity": "warning"}))
