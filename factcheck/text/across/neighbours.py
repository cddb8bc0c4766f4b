"""Points with the only two percentages that they can lie between, and a mean with the only total and count near it:
接待游客5000万人次。…收入400亿元，人均消费800元.

As with the shares and steps of ``nearest``: a claim is made if the figures fit as printed, or would but for a slip of the pen in one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING
from ..fitting import Printed, counted, mean, only_slip, stated
from ..misprints import meant
from .items import Item, claim, kin
from .portions import amount, size

if TYPE_CHECKING:
    from ...values import Claim, Quantity
    from ..fitting import Equation
    from .nearest import Near

POINTS = "percent_point"
FAR = 4.0                                # times what rounding may do, that a slip must do more
NEAR = 4                                 # clauses from the percentages to their points
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
    times = [near.words.nearest_dated.search(near.text, max(one.begin, one.q.start - LONG), one.q.start) is not None for one in shares]
    if base and not any(times):
        return
    falls = near.words.falling.search(item.label) is not None
    pairs = [shares, shares[::-1]] if not over else [sorted(shares, key=lambda one: one.q.printed_low)]
    for a, b in pairs:
        if only_slip(_apart(falls), (a.q, b.q, item.q), meant, FAR, stated):
            roles = [("old", a.q), ("new", b.q), ("points", item.q)]
            yield claim("change", roles, f"{near.words.code}.across.nearest_points", near.words.code, direction="down" if falls else "up",
                        severity="warning")
            return


def level(item: Item, near: Near) -> bool:
    q = item.q
    return not q.is_range and q.printed_low > 0 and q.hedge in ("=", "about") and not q.direction \
        and near.words.nearest_step.fullmatch(item.label.strip()) is None


def _apart(falls: bool) -> Equation:
    def fits(old: Printed, new: Printed, step: Printed) -> bool:
        gap = old.value - new.value if falls else new.value - old.value
        return abs(gap - step.value) <= old.room + new.room + step.room + 1e-9

    return fits


def means(near: Near, k: int) -> Iterator[Claim]:
    """人均, 户均, 日均: the total in its unit and the number of heads, households or days."""
    each = near.inside[k]
    hit = near.words.nearest_mean.search(each.label)
    if hit is None or not amount(each.q) or not each.q.dimension or each.q.figures < 2:
        return
    around = [item for item in (*near.before, *near.inside[:k]) if amount(item.q) and not near.words.nearest_changes.search(item.label)]
    totals = [item.q for item in around if kin(item.q, each.q) and item.q.per == each.q.per and size(item.q) > size(each.q)
              and not near.words.nearest_mean.search(item.label)]
    counts: Sequence[Quantity] = [item.q for item in around if near.words.nearest_heads.search(item.q.text) and not kin(item.q, each.q)]
    if hit.lastgroup == "day" and near.words.days_told.search(near.text, near.sentence.start, near.sentence.end):
        return                                                # as ``named`` reads it
    if hit.lastgroup in ("day", "year"):
        ends = ("天", "日") if hit.lastgroup == "day" else ("年",)
        counts = [replace(q, factor=1.0, unit="", dimension="count:days") for q in near.sentence.quantities.values()
                  if q.dimension == "[time]" and any(end in q.text for end in ends) and not q.is_range and q.printed_low > 1]
    else:
        wanted = {"head": "人名位", "house": "户戶", "share": "股", "land": "亩畝"}[hit.lastgroup or "head"]
        counts = [q for q in counts if any(sign in q.text for sign in wanted)]
    if len({size(q) for q in totals}) != 1 or len({size(q) for q in counts}) != 1:
        return
    if only_slip(mean, (totals[-1], counts[-1], each.q), meant, FAR, counted):
        roles = [("total", totals[-1]), ("count", counts[-1]), ("mean", each.q)]
        yield claim("mean", roles, f"{near.words.code}.across.nearest_mean", near.words.code, severity="warning")
