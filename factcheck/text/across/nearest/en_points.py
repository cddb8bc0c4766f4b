"""Points that no rule has read, and the nearest percentages that they can be between, in English: "Labour took 41.3%, against 36.8% for the
Tories.  The gap was 4.5 points".
"""

from __future__ import annotations

from collections.abc import Iterator

from ....frozen import replace
from ....typed import TYPE_CHECKING
from ...fitting import difference, directed, stated
from ..items import Item, claim, plain
from ..levels import step
from .en_leads import headed, lead, level
from .en_steps import NEXT, goes_on, holds, older
from .window import COARSE, POINTS, Near

if TYPE_CHECKING:
    from ....values import Claim


def points(near: Near, k: int) -> Iterator[Claim]:
    """"Labour took 41.3%, against 36.8% for the Tories.  The gap was 4.5 points": the only two percentages of both sentences."""
    item, words, text = near.inside[k], near.words, near.text
    some = [*near.last(2 if headed(near, item) and len(near.last()) == 1 else 1), *near.inside]
    shares = [one for one in some if one.q.unit == "percent"]
    if len(shares) != 2 or any(not plain(one.q) or not level(near, one) or one.depth for one in shares) or item.adjusted(words):
        return
    known = _points_told(near, item)
    if sum(one.q.dimension in (POINTS, "count:points") for one in some) > 1:
        return
    if shares[1].sentence < near.n and not known and not goes_on(near):
        return
    if any(one.q.half >= COARSE for one in shares):
        return
    first, second = shares
    start, end = lead(near, item)
    falls = words.falling.search(text, start, item.q.end + NEXT) is not None
    if words.nearest_gap.search(text, start, end):
        direction, old = "", first
    elif second.q.start > item.q.end and words.nearest_than_old.fullmatch(text, item.q.end, second.q.start):
        direction, old = "down" if words.nearest_under.match(text, item.q.end, second.q.start) else "up", second
    elif words.nearest_points.search(text, start, end) and words.nearest_points_end.match(text, item.q.end, item.end):
        direction, found = "down" if falls else "up", older(near, first, second)
        direction = "" if words.nearest_either.search(text, start, end) else direction
        if found is None:
            return
        old = found
    elif known and (found := older(near, first, second)) is not None:
        direction, old = known, found
    else:
        return
    new = second if old is first else first
    gap = item.q if item.q.dimension == POINTS else replace(item.q, unit=POINTS, dimension=POINTS, kind=POINTS)
    if holds(directed(difference, direction), old.q, new.q, gap, stated):
        if not direction:
            old, new, direction = *sorted((old, new), key=lambda one: one.q.printed_low), "up"
        roles = [("old", old.q), ("new", new.q), ("points", gap)]
        yield claim("change", roles, f"{words.code}.across.nearby_points", words.code, direction=direction, named="yes", severity="warning")


def _points_told(near: Near, item: Item) -> str:
    """"The 490 basis point increase": the way that points go which a sentence begins with as known; "" if it does not."""
    words, text = near.words, near.text
    noun = words.nearest_points_noun.match(text, item.q.end, item.end)
    if noun is None or words.nearest_points_head.match(text, near.sentence.start, item.q.start) is None:
        return ""
    return str(noun.lastgroup)


def points_back(near: Near) -> Iterator[Claim]:
    """"The rate fell by 0.2 points to 3.5%.  In August it was 3.7%": points told before one of the levels, the only percentages of both."""
    here, last, words, text = near.inside, near.last(), near.words, near.text
    if not here or here[0].q.unit != "percent" or len(last) != 2 or sum(one.q.unit == "percent" for one in here) > 1:
        return
    first = near.sentences[near.n - 1]
    gaps = [one for one in last if one.q.dimension in (POINTS, "count:points") and one.q.start not in near.held]
    levels = [one for one in last if one.q.unit == "percent"]
    told = step(first, gaps[0], words) if len(gaps) == len(levels) == 1 else None
    if told is None or not told.direction or not all(plain(one.q) and not one.depth for one in (here[0], *last)):
        return
    head = words.nearest_back.match(text, near.sentence.start, here[0].q.start)
    month = words.nearest_back_month.match(text, near.sentence.start, here[0].q.start)
    if not (head or month and words.nearest_yearly.search(text, first.start, first.end) is None) or last[0].adjusted(words):
        return
    gap = gaps[0].q if gaps[0].q.dimension == POINTS else replace(gaps[0].q, unit=POINTS, dimension=POINTS, kind=POINTS)
    if step(first, levels[0], words) is None and holds(directed(difference, told.direction), here[0].q, levels[0].q, gap, stated):
        roles = [("old", here[0].q), ("new", levels[0].q), ("points", gap)]
        yield claim("change", roles, f"{words.code}.across.nearby_points", words.code, direction=told.direction, named="yes",
                    severity="warning")
