"""Forecasts in ranges, in Chinese: 预计净利润1.35亿元至1.55亿元，与上年同期相比增加0.48亿元至0.68亿元，同比增长55.2%至78.2%.

The lower ends go together, and the upper ones; of a fall they may be crossed.  One pair has to fit as printed, the other but for a slip of
the pen in one figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....frozen import replace
from ....typed import TYPE_CHECKING
from ...fitting import counted, directed, growth, only_slip, step_to
from ...misprints import meant
from ..items import Item, claim, kin
from .window import FAR, Near

if TYPE_CHECKING:
    from ....values import Claim, Quantity
    from ...fitting import Equation

FEW = 2                                  # digits of a percentage
BACK = 6                                 # figures before it that are looked at

Ends = Sequence["Quantity"]


def forecast(near: Near, k: int) -> Iterator[Claim]:
    """Claims of a percentage that is a range, and of the two or three ranges before it."""
    item, words = near.inside[k], near.words
    told = _ends(near, k)
    if told is None or item.q.unit != "percent" or item.q.figures < FEW or words.then_added.fullmatch(item.label.strip()) is None:
        return
    before: list[tuple[Item, Ends]] = []
    at = max(0, k - BACK)
    while at < k:
        ends = _ends(near, at)
        if ends is not None and near.inside[at].q.unit != "percent":
            before.append((near.inside[at], ends))
        at += 1 + (ends is not None and not near.inside[at].q.is_range)
    steps = [ends for one, ends in before if words.then_added.fullmatch(one.label.strip()) is not None]
    levels = [(one, ends) for one, ends in before if words.then_added.fullmatch(one.label.strip()) is None]
    if len(levels) != 1 or len(steps) != 1 or item.adjusted(words) or not kin(levels[0][1][0], steps[0][0]):
        return
    down = words.falling.search(item.label) is not None
    equation = step_to("down" if down else "up")
    yield from _pairs(near, levels[0][1], steps[0], told, equation, "down" if down else "up")


def _pairs(near: Near, new: Ends, step: Ends, told: Ends, equation: Equation, direction: str) -> Iterator[Claim]:
    levels = new if direction == "up" else new[::-1]          # the less is left, the more it fell
    triples = list(zip(levels, step, told, strict=True))
    fit = [equation(*map(counted, three)) for three in triples]
    if not any(fit) or not all(only_slip(equation, three, meant, FAR, counted) for three in triples):
        return
    for level, difference, percent in triples:
        roles = [("new", level), ("difference", difference), ("percent", percent)]
        yield claim("change", roles, f"{near.words.code}.across.ranged", near.words.code, direction=direction, severity="warning")


def _ends(near: Near, k: int) -> Ends | None:
    """The two ends of a range that is read as one figure, or as two with a word between them."""
    q = near.inside[k].q
    if q.is_range:
        hit = near.words.ranged_to.search(q.text)
        if hit is None or q.printed_low <= 0:
            return None
        half = q.half
        low = replace(q, text=q.text[: hit.start()], end=q.start + hit.start(), low=q.printed_low - half, high=q.printed_low + half,
                      printed_high=q.printed_low)
        high = replace(q, text=q.text[hit.end() :], start=q.start + hit.end(), low=q.printed_high - half, high=q.printed_high + half,
                       printed_low=q.printed_high)
        return low, high
    after = near.inside[k + 1 : k + 2]
    if not after or after[0].q.is_range or not kin(q, after[0].q):
        return None
    if near.words.ranged_to.fullmatch(near.text, q.end, after[0].q.start) is None:
        return None
    return (q, after[0].q) if 0 < q.printed_low < after[0].q.printed_low else None


def levels(near: Near, k: int) -> Iterator[Claim]:
    """上年同期为0.87亿元 beside a range of levels: a percentage that is a range, between one level and the ends of another."""
    item, words = near.inside[k], near.words
    told = _ends(near, k)
    if told is None or item.q.unit != "percent" or item.q.figures < FEW or words.then_added.fullmatch(item.label.strip()) is None:
        return
    around = [one for one in near.inside[max(0, k - BACK) : k + 2] if one.q.kind == "quantity" and one is not item]
    news = [ends for n, one in enumerate(near.inside[:k]) if one in around and one.q.is_range and (ends := _ends(near, n)) is not None]
    olds = [one for one in around if not one.q.is_range and words.then_was.search(one.clause[: one.q.start - one.start])]
    if len(news) != 1 or len(olds) != 1 or len(around) != 2 or not kin(news[0][0], olds[0].q) or item.adjusted(words):
        return
    down = words.falling.search(item.label) is not None
    direction = "down" if down else "up"
    equation = directed(growth, direction)
    triples = [(olds[0].q, new, percent) for new, percent in zip(news[0], told[::-1] if down else told, strict=True)]
    fit = [equation(*map(counted, three)) for three in triples]
    if any(fit) and all(only_slip(equation, three, meant, FAR, counted) for three in triples):
        for old, new, percent in triples:
            roles = [("old", old), ("new", new), ("percent", percent)]
            yield claim("change", roles, f"{words.code}.across.ranged", words.code, direction=direction, severity="warning")
