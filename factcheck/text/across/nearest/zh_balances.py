"""Exports, imports and the balance between them, told in paragraphs apart, in Chinese: 前五月出口320.5亿美元。…前五月进口280.2亿美元。
出、进口相抵，前五月出超40.3亿美元.

Each is the only one of its kind near by that is told of the same time.  A claim is made if the three fit, or would but for a slip of
the pen.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....typed import TYPE_CHECKING, Any
from ...fitting import counted, difference, directed, only_slip
from ...misprints import meant
from ..items import Item, amount, claim, kin, size
from .window import FAR, FARTHER, Near
from .zh_leads import level

if TYPE_CHECKING:
    from ....values import Claim


def balance(near: Near, k: int) -> Iterator[Claim]:
    """The balance, by the words that lead to it."""
    gap, words = near.inside[k], near.words
    if words.balance_led.search(gap.label) is None or not amount(gap.q) or not gap.q.dimension.startswith("money:"):
        return
    time = _time(near, gap)
    if not time:
        return
    around = [one for some in near.earlier for one in some if near.n - one.sentence <= FARTHER]
    flows = [_flows(near, [*around, *near.inside[:k]], gap, time, led) for led in (words.balance_out, words.balance_in)]
    if not all(len({size(one.q) for one in some}) == 1 for some in flows):
        return
    low, high = sorted((some[-1].q for some in flows), key=lambda q: q.printed_low * q.factor)
    if only_slip(directed(difference, "up"), (low, high, gap.q), meant, FAR, counted):
        roles = [("old", low), ("new", high), ("difference", gap.q)]
        yield claim("change", roles, f"{words.code}.across.nearest_balance", words.code, direction="up", named="yes", severity="warning")


def _flows(near: Near, around: list[Item], gap: Item, time: str, led: Any) -> list[Item]:
    """The levels of one direction that are of that time."""
    return [one for one in around if amount(one.q) and kin(one.q, gap.q) and led.search(one.label) and level(one, near.words)
            and _time(near, one) == time]


def _time(near: Near, item: Item) -> str:
    """The last word of time before a figure in its sentence; "" if there is none."""
    found: list[str] = near.words.balance_time.findall(near.text, item.begin, item.q.start)
    return found[-1] if found else ""
