"""Sums that are printed as such: 128+46+90=264元, "128 + 46 + 90 = 264 crowns".

Signs join figures in whichever language; a unit may stand behind the last alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...frozen import replace
from ...patterns import regex
from ...typed import TYPE_CHECKING
from .items import Item, amount, by_sentence, claim, kin

if TYPE_CHECKING:
    from ...values import Claim, Quantity

_PLUS, _EQUALS = regex.compile(r"\s{0,2}[+＋]\s{0,2}"), regex.compile(r"\s{0,2}[=＝]\s{0,2}")
_BEFORE, _BEHIND = regex.compile(r"[-−–+＋*×x/÷=(（^]\s{0,2}$"), regex.compile(r"\s{0,2}[-−–+＋*×/÷=^]")
FEWEST = 2                               # parts of a sum
AHEAD = 3                                # characters before the first part


def link(found: Sequence[Item]) -> Iterator[Claim]:
    """Claims of such sums."""
    for _, inside in by_sentence(found):
        begin = 0
        for k in range(1, len(inside)):
            between = inside[k].text[inside[k - 1].q.end : inside[k].q.start]
            if _PLUS.fullmatch(between) is not None:
                continue
            if _EQUALS.fullmatch(between) is not None and k - begin >= FEWEST:
                yield from _sum(inside[begin:k], inside[k])
            begin = k


def _sum(parts: Sequence[Item], total: Item) -> Iterator[Claim]:
    text, first = total.text, parts[0].q.start
    if _BEFORE.search(text, max(0, first - AHEAD), first) is not None or _BEHIND.match(text, total.q.end) is not None:
        return                                                # 2×(128+46)=348
    whole, told = total.q, [_bare(one.q) for one in parts]
    if not whole.unit or not all(map(amount, (whole, *told))) or not all(kin(q, whole) or not q.unit for q in told):
        return                                                # 2+2=5 is a game
    told = [q if q.unit else replace(q, unit=whole.unit, dimension=whole.dimension, factor=whole.factor) for q in told]
    roles = [("total", whole), *(("part", q) for q in told)]
    yield claim("total", roles, f"{whole.lang}.across.printed_sum", whole.lang)


def _bare(q: Quantity) -> Quantity:
    """The figure without the plus behind it, that is read as "and more": $12.50 +."""
    ends = {"low": q.printed_low - q.half, "high": q.printed_high + q.half}
    return replace(q, hedge="=", **ends) if q.hedge == "above" else q
