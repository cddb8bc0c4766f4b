"""A mean a day, the days that a sentence before counts or dates, and the total: 1月1日至7日共有旅客14万人，日均2万人.

A claim is made if total ÷ days is the mean, or if two digits swapped in one figure keep it from that: the days may be others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING, Any
from ...values import Quantity
from ..misprints import swaps
from .items import Item, claim
from .parts import changes

if TYPE_CHECKING:
    from ...values import Claim
    from .words import Vocabulary

REACH, BACK, EARLIER = 8, 2, 90          # figures, sentences and characters looked back
LENGTHS = (31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)      # of months; of February it depends
DAY = 86400.0
FEWEST = 3                               # digits of a mean that proves something


def link(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    for at, item in enumerate(found):
        vocabulary = words[item.q.lang]
        if "daily_said" not in vocabulary.words or item.q.kind != "quantity" or item.q.is_range or item.q.hedge not in ("=", "about"):
            continue
        if vocabulary.daily_said.search(item.label) is None or sum(c.isdigit() for c in item.q.text) < FEWEST:
            continue
        total = _total(found, at, vocabulary)
        count = _days(item, total, vocabulary) if total is not None else None
        if total is not None and count is not None and _meant(item.q, count, total.q):
            rate = replace(item.q, per="day")
            roles = [("count", count), ("total", total.q), ("rate", rate)]
            yield claim("product", roles, f"{vocabulary.code}.across.daily", vocabulary.code, severity="warning")


def _total(found: Sequence[Item], at: int, words: Vocabulary) -> Item | None:
    """The nearest figure before that counts the same and is no change and no mean."""
    mean = found[at]
    for k in range(at - 1, max(at - REACH, -1), -1):
        item = found[k]
        if item.paragraph != mean.paragraph or mean.sentence - item.sentence >= BACK:
            return None
        if item.q.dimension != mean.q.dimension or item.q.kind != "quantity" or changes(item.label, words):
            continue
        plain = item.q.hedge in ("=", "about") and not item.q.is_range and not item.q.per and words.averages.search(item.label) is None
        return item if plain and item.q.printed_low * item.q.factor > mean.q.printed_low * mean.q.factor else None
    return None


def _days(at: Item, total: Item, words: Vocabulary) -> Quantity | None:
    """The one number of days told, or dated, before the mean."""
    start = max(total.begin - EARLIER, 0)
    start = max(start, at.text.rfind("\n", start, at.q.start))
    dated = [_between(hit, at) for hit in words.days_dated.finditer(at.text, start, at.q.start)]
    if any(q is None for q in dated):
        return None
    told = [_counted(hit, int(hit["n"]), at) for hit in words.days_told.finditer(at.text, start, at.q.start)]
    counts = {q.printed_low: q for q in (*dated, *told) if q is not None}
    return next(iter(counts.values())) if len(counts) == 1 else None


def _counted(hit: Any, days: int, mean: Item) -> Quantity:
    ends = (float(days), float(days), float(days), float(days))
    return Quantity(hit[0], hit.start(), hit.end(), *ends, "day", "quantity", half=0.0, dimension="[time]", factor=DAY, lang=mean.q.lang)


def _between(hit: Any, mean: Item) -> Quantity | None:
    """The days from one date to another, both counted."""
    first = int(hit["month"] or hit["to"] or 1)
    last = int(hit["to"] or first)
    days = int(hit["end"]) - int(hit["start"]) + 1
    if not 1 <= first <= 12 or last not in (first, first + 1) or last > 12 or last != first and not LENGTHS[first - 1]:
        return None
    days += LENGTHS[first - 1] if last != first else 0
    return _counted(hit, days, mean) if days > 1 else None


def _meant(rate: Quantity, count: Quantity, total: Quantity) -> bool:
    days, room = count.printed_low, total.half * total.factor
    a, b, c = total.printed_low * total.factor, rate.printed_low * rate.factor, rate.half * rate.factor
    slack = (0.05 * a if total.hedge == "about" else room) / days + (0.05 * b if rate.hedge == "about" else c)
    if abs(a / days - b) <= slack * 1.001:
        return True
    return any(abs(a / days - x) <= slack for x in swaps(rate)) or any(abs(x / days - b) <= slack for x in swaps(total))
