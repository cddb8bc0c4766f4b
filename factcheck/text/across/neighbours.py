"""Points with the only two percentages that they can lie between, and a mean with the only total and count near it:
接待游客5000万人次。…收入400亿元，人均消费800元.

As with the shares and steps of ``nearest``: a claim is made if the figures fit as printed, or would but for a slip of the pen in one.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...frozen import replace
from ...typed import TYPE_CHECKING
from ..fitting import compounded, counted, difference, directed, growth, mean, only_slip, share, stated, step_to
from ..misprints import meant
from .items import Item, amount, claim, kin, size

if TYPE_CHECKING:
    from ...values import Claim
    from .nearest import Near

POINTS = "percent_point"
FAR = 4.0                                # times what rounding may do, that a slip must do more
DIGITS = 2                               # of a percentage, that tells of one step only
NOUN = 4                                 # characters between a count and what is counted
COARSE = 0.5                             # half of the last digit of whole percents
NEAR = 4                                 # clauses from the percentages to their points
LONGEST = 60                             # years of a rate
LONG = 40                                # characters before a percentage that may tell its time


def points(near: Near, k: int, base: str) -> Iterator[Claim]:
    """出口率为62.5%，去年为58.1%，提高4.4个百分点."""
    item = near.inside[k]
    over = near.words.nearest_over.search(item.label.strip()) is not None
    shares = [one for one in (near.inside if over else near.inside[:k]) if one.q.unit == "percent"]
    if len(shares) != 2 or not over and not all(level(one, near) for one in shares) or item.number - shares[1].number > NEAR:
        return
    between = near.text[shares[0].q.end : item.q.start]
    if any(one.q.dimension == POINTS for one in near.inside if one is not item) or "；" in between or ";" in between:
        return
    if any(one.q.half >= COARSE for one in shares):
        return
    times = [near.words.nearest_dated.search(near.text, max(one.begin, one.q.start - LONG), one.q.start) is not None for one in shares]
    if base and not any(times):
        return
    falls = near.words.falling.search(item.label) is not None
    pairs = [shares, shares[::-1]] if not over else [sorted(shares, key=lambda one: one.q.printed_low)]
    for a, b in pairs:
        if only_slip(directed(difference, "down" if falls else "up"), (a.q, b.q, item.q), meant, FAR, stated):
            roles = [("old", a.q), ("new", b.q), ("points", item.q)]
            yield claim("change", roles, f"{near.words.code}.across.nearest_points", near.words.code, direction="down" if falls else "up",
                        severity="warning")
            return


def stepped(near: Near, k: int) -> Iterator[Claim]:
    """较去年同期的250人减少60人、24.0%: an amount of change and its percentage side by side, of the only level that fits."""
    item, step = near.inside[k], near.inside[k - 1] if k else near.inside[k]
    changes = near.words.nearest_changes
    if step is item or not amount(step.q) or not changes.search(step.label) or item.number - step.number > 1 or item.q.figures < DIGITS:
        return
    levels = [one for one in near.inside[max(0, k - DIGITS - 1) : k - 1] if amount(one.q) and kin(one.q, step.q)]
    levels = [one for one in levels if not changes.search(one.label)]
    direction = "down" if near.words.falling.search(step.label) else "up"
    found = []
    for one in levels:
        was = near.words.nearest_was.search(one.label) is not None
        equation = share if was else step_to(direction)
        three = (step.q, one.q, item.q) if was else (one.q, step.q, item.q)
        if only_slip(equation, three, meant, FAR, counted):
            found.append([("old" if was else "new", one.q), ("difference", step.q), ("percent", item.q)])
    if len(found) == 1:
        yield claim("change", found[0], f"{near.words.code}.across.nearest_step", near.words.code, direction=direction, severity="warning")


def level(item: Item, near: Near) -> bool:
    q = item.q
    return not q.is_range and q.printed_low > 0 and q.hedge in ("=", "about") and not q.direction \
        and near.words.nearest_step.fullmatch(item.label.strip()) is None


def means(near: Near, k: int) -> Iterator[Claim]:
    """人均, 户均, 日均: the total in its unit and the number of heads, households or days."""
    each = near.inside[k]
    hit = near.words.nearest_mean.search(each.label)
    if hit is None or not amount(each.q) or not each.q.dimension or each.q.figures < 2:
        return
    around = [item for item in (*near.before, *near.inside[:k]) if amount(item.q) and not near.words.nearest_changes.search(item.label)]
    totals = [item.q for item in around if kin(item.q, each.q) and item.q.per in ("", each.q.per) and size(item.q) > size(each.q)
              and not near.words.nearest_mean.search(item.label)]
    if hit.lastgroup == "noun":                               # 五个试点村共有村民6240人，平均每村1248人
        counts = [item.q for item in around if not kin(item.q, each.q) and hit["noun"] in near.text[item.q.end : item.q.end + NOUN]]
    else:
        heads = getattr(near.words, f"nearest_unit_{hit.lastgroup}")
        counts = [item.q for item in around if not kin(item.q, each.q) and heads.search(item.q.text)]
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


def gap(near: Near, k: int) -> Iterator[Claim]:
    """基金收入860亿元，支出742亿元，当年结余118亿元: the difference of the only two amounts before it."""
    item = near.inside[k]
    levels = [one for one in near.inside[:k] if amount(one.q) and kin(one.q, item.q) and not near.words.nearest_changes.search(one.label)]
    if len(levels) != 2 or not item.q.dimension or item.number - levels[1].number > NEAR or item.depth != levels[0].depth:
        return
    left = near.words.nearest_left.search(item.label) is not None
    if len({one.q.per for one in (*levels, item)}) > 1 or not left and "；" in near.text[levels[1].q.end : item.q.start]:
        return
    for low, high in (levels, levels[::-1]):
        if only_slip(directed(difference, "up"), (low.q, high.q, item.q), meant, FAR, counted):
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


def yearly(near: Near, k: int) -> Iterator[Claim]:
    """2021年为36亿元。预计2026年达到65亿元，年均复合增长率为12.5%: the only two amounts, each with a year before it."""
    rate = near.inside[k]
    last = [one for one in near.before if one.sentence == rate.sentence - 1]
    around = [one for one in (*last, *near.inside) if amount(one.q) and not near.words.nearest_added.fullmatch(one.label.strip())]
    around = [one for one in around if kin(one.q, around[-1].q)]
    if len(around) != 2 or around[1].sentence != rate.sentence or not around[0].q.dimension or around[0].q.per != around[1].q.per:
        return
    dated = [list(near.words.nearest_year.finditer(near.text, one.begin, one.q.start)) for one in around]
    if around[0].sentence == around[1].sentence:
        dated[1] = [hit for hit in dated[1] if hit.start() > around[0].q.end]
    if any(len(some) != 1 for some in dated) or near.words.falling.search(rate.label):
        return
    first, second = (near.years.get(some[0].start(1)) for some in dated)
    if first is None or second is None or not 1 < second.printed_low - first.printed_low < LONGEST:
        return
    if only_slip(compounded(second.printed_low - first.printed_low), (around[0].q, around[1].q, rate.q), meant, FAR, stated):
        roles = [("old", around[0].q), ("start", first), ("new", around[1].q), ("end", second), ("percent", rate.q)]
        yield claim("growth", roles, f"{near.words.code}.across.nearest_rate", near.words.code, severity="warning")
