"""A mean a day, the days that a sentence before counts or dates, and the total: 1月1日至7日共有旅客14万人，日均2万人.

A claim is made if total ÷ days is the mean, or if two digits swapped in one figure keep it from that: the days may be others.  Of what goes
on every day (a hotline, an airport), and has its mean right behind its total, they are all days.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ... import units
from ...frozen import replace
from ...typed import TYPE_CHECKING, Any
from ...values import MONTH_DAYS, Quantity
from ..fitting import Printed, mean, or_slip, stated
from ..misprints import meant, swaps
from .items import Item, claim
from .parts import changes

if TYPE_CHECKING:
    from ...values import Claim
    from .words import Vocabulary

REACH, BACK, EARLIER = 8, 2, 90          # figures, sentences and characters looked back
FEAST, LEAD = 600, 16                    # characters looked back for the dates of holidays, and before the dates for their name
FEBRUARY = 2                             # whose length depends on the year
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
        if total is not None and count is not None and (_open(item, total, vocabulary) or _meant(total.q, count, item.q)):
            rate = replace(item.q, per="day")
            roles = [("count", count), ("total", total.q), ("rate", rate)]
            yield claim("product", roles, f"{vocabulary.code}.across.daily", vocabulary.code, severity="warning")


def _open(each: Item, total: Item, words: Vocabulary) -> bool:
    """Whether the mean stands right behind the total of something that goes on every day: the days are all there are."""
    if "days_open" not in words.words or words.days_fewer.search(each.text, total.begin, each.q.start) is not None:
        return False
    at_once = words.days_at_once.fullmatch(each.text, total.q.end, each.q.start)
    return at_once is not None and words.days_open.search(each.text, total.begin, total.q.start) is not None


def _total(found: Sequence[Item], at: int, words: Vocabulary) -> Item | None:
    """The nearest figure before that counts the same and is no change and no mean."""
    each = found[at]
    for k in range(at - 1, max(at - REACH, -1), -1):
        item = found[k]
        if item.paragraph != each.paragraph or each.sentence - item.sentence >= BACK:
            return None
        if item.q.dimension != each.q.dimension or item.q.kind != "quantity" or changes(item.label, words):
            continue
        plain = item.q.hedge in ("=", "about") and not item.q.is_range and not item.q.per and words.averages.search(item.label) is None
        return item if plain and item.q.printed_low * item.q.factor > each.q.printed_low * each.q.factor else None
    return None


def _days(at: Item, total: Item, words: Vocabulary) -> Quantity | None:
    """The one number of days told, or dated, before the mean."""
    start = max(total.begin - EARLIER, 0)
    start = max(start, at.text.rfind("\n", start, at.q.start))
    dated = [_between(hit, at) for hit in words.days_dated.finditer(at.text, start, at.q.start)]
    if any(q is None for q in dated):
        return None
    dated = dated or _of_feast(at, total, start, words)
    if any(q is None for q in dated):
        return None
    told = [_counted(hit, int(hit["n"]), at) for hit in words.days_told.finditer(at.text, start, at.q.start)]
    counts = {q.printed_low: q for q in (*dated, *told) if q is not None}
    if not counts:
        spans = {hit[0]: hit for hit in words.days_spans.finditer(at.text, total.begin, at.q.start)}
        named = [_spanned(hit, at) for hit in spans.values()]
        return named[0] if len(named) == 1 else None
    return next(iter(counts.values())) if len(counts) == 1 else None


def _of_feast(at: Item, total: Item, start: int, words: Vocabulary) -> list[Quantity | None]:
    """国庆假期（10月1日至8日）…。国庆假期共有旅客16万人次，日均2万人次: the days of holidays dated where first told of."""
    if "days_named" not in words.words:
        return []
    named = set(words.days_named.findall(at.text, total.begin, at.q.start))
    hits = words.days_dated.finditer(at.text, max(0, start - FEAST), total.begin) if named else ()
    return [_between(hit, at) for hit in hits if named & set(words.days_named.findall(at.text, max(0, hit.start() - LEAD), hit.start()))]


def _spanned(hit: Any, at: Item) -> Quantity | None:
    """The days of a half of the year, a quarter or a month: the name of the group that found it tells how many, 181 or 182."""
    if hit["month"] is not None:
        month = int(hit["month"])
        return _counted(hit, MONTH_DAYS[month - 1], at, MONTH_DAYS[month - 1] + (month == FEBRUARY)) if 1 <= month <= 12 else None
    least, _, most = str(hit.lastgroup).removeprefix("d").partition("_")
    return _counted(hit, int(least), at, int(most or least))


def _counted(hit: Any, days: int, at: Item, most: int = 0) -> Quantity:
    low, high = float(days), float(most or days)
    ends, day = (low, high, low, high), units.load().units["day"].factor
    return Quantity(hit[0], hit.start(), hit.end(), *ends, "day", "quantity", half=0.0, dimension="[time]", factor=day, lang=at.q.lang)


def _between(hit: Any, at: Item) -> Quantity | None:
    """The days from one date to another, both counted."""
    first = int(hit["month"] or hit["to"] or 1)
    last = int(hit["to"] or first)
    days = int(hit["end"]) - int(hit["start"]) + 1
    if not 1 <= first <= 12 or last not in (first, first + 1) or last > 12 or last != first == FEBRUARY:
        return None
    days += MONTH_DAYS[first - 1] if last != first else 0
    return _counted(hit, days, at) if days > 1 else None


def _meant(total: Quantity, count: Quantity, rate: Quantity) -> bool:
    """Whether total ÷ days is the mean, or would be with two digits of either swapped; of a mean of four digits any slip will do."""
    days = Printed((count.printed_low + count.printed_high) / 2, (count.printed_high - count.printed_low) / 2)
    return or_slip(lambda a, b: mean(a, days, b), (total, rate), meant if rate.figures > FEWEST else swaps, read=stated)
