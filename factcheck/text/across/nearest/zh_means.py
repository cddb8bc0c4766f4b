"""Means and differences that no rule has read, and the only figures near them that they can be of, in Chinese: 接待游客5000万人次。
…收入400亿元，人均消费800元; 基金收入860亿元，支出742亿元，当年结余118亿元.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....frozen import replace
from ....typed import TYPE_CHECKING
from ...fitting import counted, difference, directed, growth, mean, only_slip
from ...misprints import meant
from ..items import Item, amount, claim, kin, size
from .window import FAR, Near
from .zh_leads import level, stepped

if TYPE_CHECKING:
    from ....values import Claim

NOUN = 4                                 # characters between a count and what is counted
LARGE = 1e4                              # what a bare figure needs to be an amount of money
NEAR = 4                                 # clauses from two amounts to their difference


def means(near: Near, k: int) -> Iterator[Claim]:
    """人均, 户均, 日均: the total in its unit and the number of heads, households or days."""
    each = near.inside[k]
    hit = near.words.nearest_mean.search(each.label)
    if hit is None or not amount(each.q) or not each.q.dimension or each.q.figures < 2:
        return
    around = [item for item in (*near.before, *near.inside[:k]) if amount(item.q) and not stepped(item, near.words)]
    if each.q.dimension.startswith("money:"):                 # 总价2199亿，平均每吨5260元
        around = [_as_money(near, item, each) for item in around]
    totals = [item.q for item in around if kin(item.q, each.q) and item.q.per in ("", each.q.per) and size(item.q) > size(each.q)
              and not near.words.nearest_mean.search(item.label)]
    if hit.lastgroup == "noun":                               # 五个试点村共有村民6240人，平均每村1248人
        counts = [item.q for item in around if not kin(item.q, each.q) and hit["noun"] in near.text[item.q.end : item.q.end + NOUN]]
    elif hit.lastgroup == "unit":
        counts = [item.q for item in around if not kin(item.q, each.q) and item.q.text.strip().endswith(hit["unit"])]
    else:
        heads = getattr(near.words, f"nearest_unit_{hit.lastgroup}")
        counts = [item.q for item in around if not kin(item.q, each.q) and heads.search(item.q.text)]
    if hit.lastgroup == "ticket":                             # 观影人次1.2亿
        counts += [item.q for item in around if not item.q.dimension and near.words.nearest_heads.search(item.label)]
    counts = [q if q.dimension[:6] in ("", "count:") else replace(q, factor=1.0, unit="", dimension="") for q in counts]
    if hit.lastgroup in ("day", "year"):
        if near.words.days_told.search(near.text, near.sentence.start, near.sentence.end):
            return                                            # as ``named`` reads it
        counts = [replace(q, factor=1.0, unit="", dimension="count:days") for q in near.sentence.quantities.values()
                  if q.dimension == "[time]" and heads.search(q.text) and not q.is_range and q.printed_low > 1]
    if len({size(q) for q in totals}) != 1 or len({size(q) for q in counts}) != 1:
        return
    if only_slip(mean, (totals[-1], counts[-1], each.q), meant, FAR, counted):
        roles = [("total", totals[-1]), ("count", counts[-1]), ("mean", each.q)]
        yield claim("mean", roles, f"{near.words.code}.across.nearest_mean", near.words.code, severity="warning")


def _as_money(near: Near, item: Item, each: Item) -> Item:
    """A bare figure with a scale word behind a word for money, in the currency of what is told of each."""
    if item.q.dimension or size(item.q) < LARGE or near.words.nearest_money.search(item.label.strip()) is None:
        return item
    return item._replace(q=replace(item.q, unit=each.q.unit, dimension=each.q.dimension, kind="quantity"))


def gap(near: Near, k: int) -> Iterator[Claim]:
    """基金收入860亿元，支出742亿元，当年结余118亿元: the difference of the only two amounts before it."""
    item = near.inside[k]
    levels = [one for one in near.inside[:k] if amount(one.q) and kin(one.q, item.q) and level(one, near.words)]
    if near.words.balance_of.search(item.label):
        return                                                # with one partner: 对美顺差
    if len(levels) != 2 or not item.q.dimension or item.number - levels[1].number > NEAR or item.depth != levels[0].depth:
        return
    left = near.words.nearest_left.search(item.label) is not None
    if len({one.q.per for one in (*levels, item)}) > 1 or not left and "；" in near.text[levels[1].q.end : item.q.start]:
        return
    rise = directed(difference, "up")
    right = rise(*(counted(one.q) for one in (levels[1], levels[0], item)))     # that way round it needs no slip
    for low, high in (levels[::-1], levels) if right else (levels, levels[::-1]):
        if only_slip(rise, (low.q, high.q, item.q), meant, FAR, counted):
            roles = [("old", low.q), ("new", high.q), ("difference", item.q)]
            yield claim("change", roles, f"{near.words.code}.across.nearest_gap", near.words.code, direction="up", severity="warning")
            yield from _gained(near, k, low, high)
            return


def _gained(near: Near, k: int, low: Item, high: Item) -> Iterator[Claim]:
    """账面获利120万元，或40%: the gain or loss in percent, too, of what it was bought for."""
    item, told = near.inside[k], near.inside[min(k + 1, len(near.inside) - 1)]
    if told.q.unit != "percent" or told.q.is_range or told.number - item.number > 1:
        return
    if near.words.nearest_or.fullmatch(told.label.strip()) is None:
        return
    lost = near.words.falling.search(item.label) is not None or near.words.nearest_lost.search(item.label) is not None
    old, new, direction = (high, low, "down") if lost else (low, high, "up")
    if only_slip(directed(growth, direction), (old.q, new.q, told.q), meant, FAR, counted):
        roles = [("old", old.q), ("new", new.q), ("percent", told.q)]
        yield claim("change", roles, f"{near.words.code}.across.nearest_gap", near.words.code, direction=direction, severity="warning")
