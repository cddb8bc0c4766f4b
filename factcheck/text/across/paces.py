"""A multiple in some time and a rate, the only ones of a sentence or two, whatever their order: "Output is growing 5% a year.  At that
pace it will double in 14 years"; "With prices falling by half every three years, the yearly decline is 21%".

All that stands between the two must be words of pace or words that were said before.  A claim is made if the two fit as printed, or would
but for a slip of the pen in one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ...frozen import replace
from ...typed import TYPE_CHECKING, NamedTuple
from ...values import YEAR_SECONDS
from ..fitting import or_slip
from ..misprints import meant
from .items import Sentence, claim, plain

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from ..fitting import Equation, Printed
    from .words import Vocabulary

BESIDE = 3                                # characters between a rate and its time
REACH = 40                                # characters behind a rate in which its time is named
MOST = 3                                  # figures that are none of these
HALF = 0.5
STEM = 4                                  # characters in which two words are alike
LEAST = 0.7                               # of a span that is told in whole years, months or days, that it may be off


class Pace(NamedTuple):
    factor: Quantity
    span: Quantity
    rate: Quantity
    period: Quantity | None               # a year, if a rate is called annual


def link(document: Document, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of the rates that nothing else has read."""
    text = document.text
    for n, sentence in enumerate(sentences):
        vocabulary = words[sentence.lang]
        if "paces_said" not in vocabulary.words:
            continue
        both = [sentence] if n == 0 else [sentences[n - 1], sentence]
        if _made(both[-1:]):
            continue
        if _factors(text, both[-1:], vocabulary) and any(q.unit == "percent" for q in sentence.quantities.values()):
            yield from _read(text, [sentence], vocabulary)
        elif n and sentences[n - 1].lang == sentence.lang and vocabulary.paces_refers.match(text, sentence.start, sentence.end) \
                and _factors(text, both, vocabulary) and not _made(both) and "\n\n" not in text[sentences[n - 1].end : sentence.start]:
            yield from _read(text, both, vocabulary)


def _made(some: Sequence[Sentence]) -> bool:
    """Whether a rule has read a multiple and a rate there."""
    return any(c.relation == "growth" and c.role("factor") and c.role("percent") for one in some for c in one.claims)


def _factors(text: str, some: Sequence[Sentence], words: Vocabulary) -> list[Quantity]:
    found = [q for one in some for q in one.quantities.values() if q.kind in {"multiplier", "fraction"}]
    return [q for q in found if q.kind == "multiplier" or q.printed_low == HALF and words.paces_by.search(text, q.start - BESIDE, q.start)]


def _read(text: str, some: Sequence[Sentence], words: Vocabulary) -> Iterator[Claim]:
    start, end = some[0].start, some[-1].end
    factors, inside = _factors(text, some, words), [q for one in some for q in one.quantities.values()]
    rates = [q for q in inside if q.unit == "percent"]
    others = [q for q in inside if q not in factors and q.unit != "percent" and q.dimension != "[time]" and q.kind != "year"]
    if len(factors) != 1 or len(rates) != 1 or len(others) > MOST or words.paces_not.search(text, start, end):
        return
    pace = _pace(text, factors[0], rates[0], [q for q in inside if q.dimension == "[time]"], words)
    if pace is None or not _beside(text, start, pace, words):
        return
    factor, span, rate, period = pace
    if factor.kind == "fraction":
        factor = replace(factor, kind="multiplier", unit="x", dimension="times", hidden=True)
    if not plain(rate) or span.is_range or span.printed_low <= 0 or rate.figures < 1 or factor.is_range:
        return
    falls = factor.printed_low < 1
    years = period.factor * period.printed_low if period is not None else YEAR_SECONDS
    low, high = sorted((factor, rate), key=lambda q: q.start)
    sure = words.paces_sure.search(text, low.end, high.start) is not None
    sure = sure and (not falls or words.falling.search(text, start, end) is not None)
    if not sure and not or_slip(_compounded(factor.printed_low, years, falls), (span, rate), meant):
        return
    if falls and not rate.direction:
        rate = replace(rate, direction="down")
    own = [("period", period)] if period is not None else []
    roles = [("factor", factor), ("every", span), ("percent", rate), *own]
    yield claim("growth", roles, f"{words.code}.across.pace", words.code, severity="warning")


def _pace(text: str, factor: Quantity, rate: Quantity, times: Sequence[Quantity], words: Vocabulary) -> Pace | None:
    """What each of the two times is of: one of a unit beside the rate, and one other."""
    own = [q for q in times if q.printed_low == q.printed_high == 1.0 and q.hidden and _named(text, rate, q, words)]
    if not own and words.paces_yearly.match(text, rate.end, rate.end + REACH) is None:
        return None
    period = min(own, key=lambda q: max(q.start - rate.end, rate.start - q.end)) if own else None
    spans = [q for q in times if q not in own and not (q.hidden and period is not None and q.unit == period.unit)]
    spans = [q for q in spans if words.paces_time.search(text, max(q.start - REACH, 0), q.start)]
    if len({(q.printed_low, q.unit) for q in spans}) != 1:
        return None
    return Pace(factor, spans[0], rate, period)


def _named(text: str, rate: Quantity, q: Quantity, words: Vocabulary) -> bool:
    if q.start >= rate.end:
        return words.paces_per.fullmatch(text, rate.end, q.start) is not None
    return words.paces_led.fullmatch(text, q.end, rate.start) is not None


def _beside(text: str, start: int, pace: Pace, words: Vocabulary) -> bool:
    """Whether the multiple and the rate are told of one thing: what stands between them says nothing new."""
    first, second = sorted((pace.factor, pace.rate), key=lambda q: q.start)
    marks = sorted((q.start, q.end) for q in pace if q is not None and first.end <= q.start and q.end <= second.start)
    own = pace.span if first is pace.factor else pace.period
    begin = own.end if own is not None and first.end <= own.start and own.end <= second.start and words.paces_stop.search(
        text, first.end, own.start) is None else first.end        # "tripled savers' money in nine years"
    edges = [(begin, begin), *(mark for mark in marks if mark[0] >= begin), (second.start, second.end)]
    between = " ".join(text[a[1] : b[0]] for a, b in pairwise(edges))
    if words.paces_same.search(between):
        return True                                           # "at that rate a pack falls in price by"
    said = {word[:STEM] for word in words.paces_word.findall(text[start : begin].lower())}
    left = words.paces_said.sub(" ", between)
    return all(word[:STEM] in said for word in words.paces_word.findall(left.lower()))


def _compounded(factor: float, unit: float, falls: bool) -> Equation:
    """Whether a rate in a unit of time makes the multiple in the span."""

    def told(span: Printed, rate: Printed) -> bool:
        steps = (max(span.value - span.room, LEAST * span.value) / unit, (span.value + span.room) / unit)
        sign = -1 if falls else 1
        made = sorted(100 * sign * (factor ** (1 / n) - 1) for n in steps)
        return bool(made[0] <= rate.value + rate.room and rate.value - rate.room <= made[1])

    return told

