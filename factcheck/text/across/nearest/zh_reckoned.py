"""What is reckoned from figures that stand apart: a total from a price and a number (以每股7.25元的价格买入160万股，耗资1160万元), and one
measure in another unit (以每秒15米的速度…，换算成时速为54公里).

The price and the number, or the measure, are the only ones before it in its sentence.  A product is claimed if the figures fit as printed,
or would but for a slip of the pen; what is said to be converted, is.
"""

from __future__ import annotations

from collections.abc import Iterator

from .... import units
from ....frozen import replace
from ....typed import TYPE_CHECKING
from ...fitting import Printed, counted, equal, exact, only_slip, stated
from ...misprints import meant, retyped, swaps
from ..items import Item, amount, claim, plain
from .window import FAR, Near
from .zh_leads import stepped

if TYPE_CHECKING:
    from ....values import Claim, Quantity

HOUR, SECOND = 3600.0, 1.0
SPEED = "[length] / [time]"
AREA, DENSITY = "[length] ** 2", "1 / [length] ** 2"
MONEY, COUNTED = "money:", "count:"
CHAIN = 3                                # figures that make a total: how many, how much of each, at how much
NUMERAL = "0123456789.,，"
NEAR = 4                                 # clauses from a price and a number to what they come to
RATED = 3                                # clauses from a rate of exchange to what it makes
FEW, FINE = 2, 3                                  # digits of a total: coarser ones fit too much


def totals(near: Near, k: int) -> Iterator[Claim]:
    """Claims of what so many at such a price come to."""
    item = near.inside[k]
    if item.q.per or item.q.figures < FEW or not amount(item.q):
        return
    before = [one for one in near.inside[:k] if item.number - one.number <= NEAR]
    prices = [one for one in before if amount(one.q) and one.q.dimension == item.q.dimension]
    counts = [one for one in before if amount(one.q) and one not in prices and one.q.dimension and one.q.printed_low != 1]
    if len(prices) == 1 and prices[0].q.per and not counts:   # 共计500万股。…以每股8元的价格，总计4000万元
        counts = [one for one in near.last() if one.sentence < item.sentence and amount(one.q) and one.q.unit == prices[0].q.per]
    if len(prices) != 1 or len(counts) != 1 or prices[0].depth != item.depth or counts[0].depth != item.depth:
        return
    if near.words.reckoned_paid.search(item.label) is None:
        return
    price, count = prices[0].q, counts[0].q
    if not price.per:
        price = replace(price, per=count.unit) if _priced(near, prices[0], count) else price
    if price.per != count.unit or near.words.reckoned_not.search(near.text, near.sentence.start, item.q.start):
        return

    def product(rate: Printed, number: Printed, total: Printed) -> bool:
        by = count.factor if count.dimension[:6] != COUNTED else 1.0
        low = (rate.value - rate.room) * (number.value - number.room) / by
        return low <= total.value + total.room and total.value - total.room <= (rate.value + rate.room) * (number.value + number.room) / by

    if only_slip(product, (price, count, item.q), meant, FAR, counted):
        roles = [("rate", price), ("count", count), ("total", item.q)]
        yield claim("product", roles, f"{near.words.code}.across.reckoned", near.words.code, severity="warning")


def priced(near: Near, k: int) -> Iterator[Claim]:
    """进口8803万吨，金额380.6亿美元。均价为432.3美元/吨: the price, of the only money, which may be told without its unit, and the
    only number before it.
    """
    item, words = near.inside[k], near.words
    each = words.reckoned_mean_each.search(item.label)        # 平均每吨5260元
    if item.q.figures < FINE or not amount(item.q) or each is None and not (item.q.per and words.reckoned_mean.search(item.label)):
        return
    before = [one for one in (*near.before, *near.inside[:k]) if amount(one.q) and not stepped(one, words)]
    totals = [one for one in before if not one.q.per and (one.q.dimension == item.q.dimension
                                                          or not one.q.dimension and words.reckoned_sum.search(one.label))]
    counts = [one for one in before if one.q.dimension and (one.q.unit == item.q.per
                                                            or each is not None and one.q.text.strip().endswith(each["each"]))]
    if len(totals) != 1 or len(counts) != 1 or totals[0].sentence != counts[0].sentence or not item.q.dimension.startswith(MONEY):
        return
    rate, count, total = item.q, counts[0].q, totals[0].q
    by = count.factor if count.dimension[:6] != COUNTED else 1.0
    if not total.dimension:
        total = replace(total, unit=rate.unit, dimension=rate.dimension, factor=rate.factor)

    def product(rate: Printed, number: Printed, total: Printed) -> bool:
        low, high = ((rate.value + sign * rate.room) * (number.value + sign * number.room) / by for sign in (-1, 1))
        return low <= total.value + total.room and total.value - total.room <= high

    if only_slip(product, (rate, count, total), meant, FAR, counted):
        roles = [("rate", rate), ("count", count), ("total", total)]
        yield claim("product", roles, f"{near.words.code}.across.reckoned", near.words.code, severity="warning")


def chained(near: Near, k: int) -> Iterator[Claim]:
    """26亩大棚，亩产9000斤，每斤2元，收入46.8万元: so much of each, at so much, of so many."""
    item, words = near.inside[k], near.words
    if not item.q.dimension.startswith(MONEY) or item.q.per or not amount(item.q) or words.reckoned_paid.search(item.label) is None:
        return
    before = [one for one in near.inside[:k] if item.number - one.number <= NEAR and plain(one.q) and one.q.unit != "percent"]
    if len(before) != CHAIN or before[-1].q.dimension != item.q.dimension or any(one.depth != item.depth for one in before):
        return
    price, yields = before[-1], [(one, hit) for one in before[:-1] if (hit := words.reckoned_of_each.search(one.label)) is not None]
    sold = words.reckoned_of_each.search(price.label)
    if sold is None or len(yields) != 1 or words.reckoned_chain_not.search(near.text, near.sentence.start, item.q.start):
        return
    (some, each), (count,) = yields[0], [one for one in before[:-1] if one is not yields[0][0]]
    land = each["each"] or words.words["reckoned_land"]
    if not some.q.text.strip().endswith(sold["each"] or " ") or not count.q.text.strip().endswith(tuple(land)):
        return

    def product(a: Printed, b: Printed, rate: Printed, total: Printed) -> bool:
        low, high = ((a.value + sign * a.room) * (b.value + sign * b.room) * (rate.value + sign * rate.room) / by for sign in (-1, 1))
        return low <= total.value + total.room and total.value - total.room <= high

    a, b = count.q, some.q
    by = a.factor * b.factor
    if only_slip(product, (a, b, price.q, item.q), swaps, FAR, _as_said):
        made, half = a.printed_low * b.printed_low, a.half * b.printed_low + b.half * a.printed_low
        both = replace(b, text=f"{a.text.strip()} × {b.text.strip()}", start=min(a.start, b.start), end=max(a.end, b.end), low=made - half,
                       high=made + half, printed_low=made, printed_high=made, half=half, unit="", dimension="", factor=1.0, per="")
        roles = [("rate", price.q), ("count", both), ("total", item.q)]
        yield claim("product", roles, f"{words.code}.across.chained", words.code, severity="warning")


def _as_said(q: Quantity) -> Printed:
    """A figure as one reckons with it: 每斤3元 are three."""
    return exact(q) if q.hedge == "=" and "." not in q.text else stated(q)


def _priced(near: Near, item: Item, count: Quantity) -> bool:
    """Whether what leads to a price names what is counted: 每股作价3.5元 with 1.2亿股."""
    hit = near.words.reckoned_each.search(item.label)
    if near.words.reckoned_price.search(item.label) is not None:
        return True
    if hit is None:
        return False                                          # 每班45名，24个班
    return count.text.strip().endswith(hit["each"]) or near.text.startswith(hit["each"], count.end)


def converted(near: Near, k: int) -> Iterator[Claim]:
    """Claims of what a measure is in another unit."""
    item = near.inside[k]
    if not _measured(item.q) or item.q.dimension[:6] in ("", MONEY, COUNTED) or item.q.dimension != near.inside[k - 1].q.dimension:
        return
    hit = near.words.reckoned_converted.search(item.label)
    if hit is None or near.words.reckoned_ends.match(near.text, item.q.end, item.end) is None:
        return
    named, own = hit["unit"] or "", item.q.text.strip().lstrip(NUMERAL)
    if named != own and own and named.endswith(own) and not item.q.offset:
        return                                                # 换算成英尺约6尺
    b = _speed(item.q, HOUR) if hit["hour"] else item.q
    before = [one for one in near.inside[:k] if _measured(one.q) and one.q.dimension == item.q.dimension]
    if len(before) != 1 or item.number - before[0].number > 1 or before[0].depth != item.depth or near.inside[k - 1] is not before[0]:
        return
    a = _speed(before[0].q, SECOND) if before[0].q.per == "second" else before[0].q
    if a.dimension == b.dimension and a.per == b.per and a.unit != b.unit:
        yield claim("conversion", [("a", a), ("b", b)], f"{near.words.code}.across.converted", near.words.code, severity="warning")


def exchanged(near: Near, k: int) -> Iterator[Claim]:
    """总值为8.4亿元，按平均汇率6.90折算，约合1.22亿美元: a bare rate, the first money behind it and the nearest before that."""
    rate, words = near.inside[k], near.words
    if rate.q.dimension or rate.q.figures < FINE or not amount(rate.q) or words.reckoned_rate.search(rate.label) is None:
        return
    behind = [one for one in near.inside[k + 1 :] if one.q.dimension.startswith(MONEY) and amount(one.q) and not one.q.per]
    if not behind or behind[0].number - rate.number > RATED or words.reckoned_into.search(behind[0].label) is None:
        return
    b, at = behind[0], near.inside.index(behind[0])
    others = [one for one in near.inside[:at] if one.q.dimension.startswith(MONEY) and amount(one.q) and not stepped(one, words)]
    if not others or others[-1].q.dimension == b.q.dimension or others[-1].q.per or near.text.find("；", others[-1].q.end, b.q.start) > 0:
        return
    a = others[-1].q

    def product(rate: Printed, number: Printed, total: Printed) -> bool:
        low, high = ((rate.value + sign * rate.room) * (number.value + sign * number.room) for sign in (-1, 1))
        return low <= total.value + total.room and total.value - total.room <= high

    for total, count in ((a, b.q), (b.q, a)):
        priced = replace(rate.q, unit=total.unit, dimension=total.dimension)
        if only_slip(product, (rate.q, count, total), retyped, FAR, stated):
            roles = [("rate", priced), ("count", count), ("total", total)]
            yield claim("product", roles, f"{words.code}.across.exchanged", words.code, severity="warning")
            return


def densities(near: Near, k: int) -> Iterator[Claim]:
    """人口密度为每平方英里162人（每平方公里63人）: so many on an area, and in brackets on another."""
    a, b = near.inside[k - 1].q, near.inside[k].q
    if not a.per or not b.per or a.per == b.per or a.unit != b.unit or not (amount(a) and amount(b)):
        return
    if near.words.reckoned_beside.fullmatch(near.text, a.end, b.start) is None:
        return
    one, other = _density(a), _density(b)
    if one is not None and other is not None and only_slip(equal, (one, other), meant, FAR, stated):
        yield claim("conversion", [("a", one), ("b", other)], f"{near.words.code}.across.densities", near.words.code, severity="warning")


def _density(q: Quantity) -> Quantity | None:
    """So many on an area, as a measure that others can be held against."""
    area = units.load().units.get(q.per)
    if area is None or area.dimension != AREA:
        return None
    return replace(q, dimension=DENSITY, factor=q.factor / area.factor, unit=f"{q.unit} {q.per}", per="")


def _speed(q: Quantity, seconds: float) -> Quantity:
    """So far in a second or an hour."""
    return replace(q, dimension=SPEED, per="", factor=q.factor / seconds) if q.dimension == "[length]" else q


def _measured(q: Quantity) -> bool:
    """Whether a figure is one measure, be it of degrees below zero."""
    return q.kind == "quantity" and q.hedge in ("=", "about") and not q.is_range
