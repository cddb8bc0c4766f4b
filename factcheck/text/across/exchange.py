"""Sums that an article converts between two currencies, and the rates they make: "$31.8m (£16.8m) … $30.5m (£16.1m) … $9.5m (£9.4m)".

The rate of the pairs is that of the middle one.  One that a slip of the pen keeps from the rate of two others, or of another in its
sentence, is claimed to be converted like them, and one that is far from that of three; so is one that agrees.  Rates change: one that is
slightly other is of another day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING, NamedTuple
from ..fitting import Printed, only_slip, stated
from ..misprints import meant
from .items import Sentence, amount, claim

if TYPE_CHECKING:
    from ...values import Claim, Quantity

MONEY = "money:"
DATED = frozenset({"year", "date"})
NEAR = 0.2                               # of a rate, that it may be off without being another
AGREE, MANY = 2, 3                       # pairs that make a rate
FAR = 4.0                                # times what rounding may do, that a slip does more


class Pair(NamedTuple):
    """One sum in two currencies, as the text has them, and the second for one of the first, by the names of the currencies."""

    a: Quantity
    b: Quantity
    rate: float
    room: float                          # of the rate, as a part of it
    dated: bool
    code: str
    sentence: int                        # where it begins

    def meets(self, other: Pair) -> bool:
        return abs(self.rate / other.rate - 1) <= self.room + other.room


def link(sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """Claims of pairs with one that shows the rate of the others."""
    yield from _ends(sentences)
    groups: dict[tuple[str, str], list[Pair]] = {}
    for key, pair in _pairs(sentences):
        groups.setdefault(key, []).append(pair)
    for pairs in groups.values():
        if len(pairs) > 1:
            yield from _compared(pairs)


def _ends(sentences: Iterable[Sentence]) -> Iterator[Claim]:
    """Pairs of ranges whose ends are not converted alike: 100—200日元（约合6—21元）."""
    for sentence in sentences:
        for c in sentence.claims:
            a, b = (c.role("a"), c.role("b")) if c.relation == "conversion" else (None, None)
            if a is None or b is None or not all(_spans(q) for q in (a, b)) or a.dimension == b.dimension:
                continue
            if abs(b.printed_low * a.printed_high / (a.printed_low * b.printed_high) - 1) > NEAR:
                (low, high), (c_low, d_high) = _ends_of(a), _ends_of(b)
                roles = [("a", low), ("b", c_low), ("c", high), ("d", d_high)]
                yield claim("exchange", roles, f"{sentence.lang}.across.exchange_ends", sentence.lang, severity="warning")


def _spans(q: Quantity) -> bool:
    """Whether a figure is a range of money from one amount to another."""
    return q.dimension.startswith(MONEY) and not q.per and q.is_range and 0 < q.printed_low < q.printed_high


def _ends_of(q: Quantity) -> tuple[Quantity, Quantity]:
    """The two ends of a range, each as a figure of its own."""
    return tuple(replace(q, printed_low=at, printed_high=at, low=at - q.half, high=at + q.half)          # type: ignore[return-value]
                 for at in (q.printed_low, q.printed_high))


def _pairs(sentences: Iterable[Sentence]) -> Iterator[tuple[tuple[str, str], Pair]]:
    for sentence in sentences:
        for c in sentence.claims:
            if c.relation != "conversion":
                continue
            a, b = c.role("a"), c.role("b")
            if a is None or b is None or not all(amount(q) and q.dimension.startswith(MONEY) and not q.per for q in (a, b)):
                continue
            if a.dimension == b.dimension:
                continue
            first, second = (a, b) if a.dimension < b.dimension else (b, a)
            dated = any(q.kind in DATED or q.dimension == "[time]" for q in sentence.quantities.values())
            rate = second.printed_low * second.factor / (first.printed_low * first.factor)
            room = sum(stated(q).room / stated(q).value for q in (a, b))
            yield (first.dimension, second.dimension), Pair(a, b, rate, room, dated, sentence.lang, sentence.start)


def _compared(pairs: Sequence[Pair]) -> Iterator[Claim]:
    middle = sorted(pairs, key=lambda pair: pair.rate)[(len(pairs) - 1) // 2] if len(pairs) > AGREE else pairs[0]
    agreeing = sum(pair.meets(middle) for pair in pairs)
    for pair in pairs:
        if pair is middle:
            continue
        together = len(pairs) == AGREE and pair.sentence == middle.sentence
        slipped = (agreeing >= AGREE or together) and not pair.dated
        slipped = slipped and only_slip(_one_rate, (pair.a, pair.b, *_along(pair, middle)), meant, FAR, stated)
        other = agreeing >= MANY and not pair.dated and abs(pair.rate / middle.rate - 1) > NEAR
        if pair.meets(middle) or slipped or other:
            c, d = _along(pair, middle)
            roles = [("a", pair.a), ("b", pair.b), ("c", c), ("d", d)]
            yield claim("exchange", roles, f"{pair.code}.across.exchange", pair.code, severity="warning")


def _along(pair: Pair, middle: Pair) -> tuple[Quantity, Quantity]:
    """The figures of the other pair in the order of this one's currencies."""
    return (middle.a, middle.b) if middle.a.dimension == pair.a.dimension else (middle.b, middle.a)


def _one_rate(a: Printed, b: Printed, c: Printed, d: Printed) -> bool:
    """Whether b for a is what d is for c."""
    low, high = ((b.value + s * b.room) * (c.value + s * c.room) - (a.value - s * a.room) * (d.value - s * d.room) for s in (-1, 1))
    return low <= 0 <= high
