"""A rate that is so many points faster than another one, in Chinese: 全县投资增长6.2%。民间投资增长9.7%，增速比全县投资快3.5个百分点."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ....typed import TYPE_CHECKING
from . import faster as rates
from .zh_leads import based, stepped

if TYPE_CHECKING:
    from ....values import Claim
    from ..items import Item
    from .window import Near

WHOLE = 0.8                              # part of a name that a rate in another paragraph holds


def faster(near: Near, k: int) -> Iterator[Claim]:
    """The claim of the points at k, if they part the last rate from one before it."""
    item, words = near.inside[k], near.words
    hit = words.faster_over.search(item.label)
    own = next((one for one in reversed(near.inside[:k]) if one.q.unit == "percent"), item)
    if hit is None or own is item or item.number - own.number > rates.REACH or not _rate(own, near):
        return
    others = [one for one in near.around if one.q.start < own.q.start and _rate(one, near)]
    others = [one for one in others if len({based(one, words), based(own, words)} - {""}) < 2]
    alike = [(one, _held(near.text[one.begin : one.q.start], hit["name"])) for one in others]
    if all(part < WHOLE for _, part in alike):                # 全县中小企业营收增长26.1%, in the paragraph before
        far = [(one, _held(near.text[one.begin : one.q.start], hit["name"])) for one in near.far if _rate(one, near)]
        alike = [(one, part) for one, part in far if part >= WHOLE] or alike
    yield from rates.faster(near, item, own, alike, "down" if words.faster_slower.search(hit[0]) else "up")


def _rate(item: Item, near: Near) -> bool:
    """Whether a percentage tells of a rise."""
    return rates.told(item) and stepped(item, near.words) and near.words.falling.search(item.label) is None


def _held(text: str, name: str) -> float:
    """What part of the pairs of neighbouring characters of a name stands in a text."""
    pairs = [a + b for a, b in pairwise(name)]
    return sum(pair in text for pair in pairs) / len(pairs)
