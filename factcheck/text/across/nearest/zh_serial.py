"""A level of one year, and the same thing's level of the year before told in another sentence or beyond a semicolon, in Chinese:
2023年茶饮收入为150亿元，比2022年增长7%。2024年，茶饮收入将增长7%至160亿元.

The two are one thing if what stands between the year and the figure is the same in both.  A claim is made if level, base and percentage
fit as printed, or would but for a slip of the pen in one of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....typed import TYPE_CHECKING, NamedTuple
from ...fitting import counted, directed, growth, only_slip
from ...misprints import meant
from ..items import Item, amount, claim, kin
from .window import FAR, Near
from .zh_leads import BREAKS, CLOSED, based, stepped
from .zh_then import real

if TYPE_CHECKING:
    from ....values import Claim

CLAUSES = 2                              # from a level to the step behind it
ENOUGH = 3                               # digits of a step whose base stands in another paragraph
LEAST, WHOLE = 2, 4                      # characters of a name; shorter than that, it is told with all that goes before it


class Told(NamedTuple):
    """What leads to a level."""

    year: int
    name: str
    spans: frozenset[str]


def year_before(near: Near, k: int) -> Iterator[Claim]:
    """The claim of the step in percent at k, with its level and the one of the year before."""
    item, words = near.inside[k], near.words
    if item.adjusted(words) or item.q.hedge not in ("=", "about") or based(item, words) == "m":
        return
    new, last = _level(near, k)
    told = _told(near, last, item) if new is not None else None
    if new is None or told is None:
        return
    found: dict[float, Item] = {}
    far = near.far if item.q.figures >= ENOUGH else []
    for one in (*far, *near.before, *near.inside[:k]):
        if one is new or not amount(one.q) or one.depth or not kin(one.q, new.q) or one.q.per != new.q.per or stepped(one, words):
            continue
        before = _told(near, one, one)
        if before is not None and before.year == told.year - 1 and before.name == told.name and before.spans == told.spans \
                and not words.then_future.search(near.text, one.start, one.q.start):
            found[one.q.printed_low * one.q.factor] = one
    if len(found) != 1:
        return
    (old,) = found.values()
    if real(near, old.sentence):
        return
    direction = "down" if words.falling.search(item.label) else "up"
    if only_slip(directed(growth, direction), (old.q, new.q, item.q), meant, FAR, counted):
        roles = [("old", old.q), ("new", new.q), ("percent", item.q)]
        yield claim("change", roles, f"{words.code}.across.year_before", words.code, direction=direction, severity="warning")


def _level(near: Near, k: int) -> tuple[Item | None, Item]:
    """The level that a step led to, and which of the two figures the words for both lead to."""
    item, words = near.inside[k], near.words
    after = near.inside[k + 1] if k + 1 < len(near.inside) else None
    if after is not None and after.number - item.number < CLAUSES and words.serial_reach.fullmatch(after.label.strip()) \
            and stepped(item, words) and amount(after.q):
        return after, item
    before = near.inside[k - 1] if k else None
    if before is not None and amount(before.q) and words.nearest_step.fullmatch(item.label.strip()) and not stepped(before, words) \
            and item.number - before.number < CLAUSES + 1:
        return before, before
    return None, item


def _told(near: Near, item: Item, step: Item) -> Told | None:
    """The one year before a figure, and what stands between them."""
    text, words = near.text, near.words
    begin = max(item.begin, *(text.rfind(sign, item.begin, item.q.start) + 1 for sign in BREAKS))
    lead = CLOSED.sub("", text[begin : item.q.start])
    years = list(words.nearest_year.finditer(lead))
    if not years or any(sign in lead[years[-1].end() :] for sign in BREAKS):
        return None
    name = lead[years[-1].end() :]
    if step.q.unit == "percent":                              # 茶饮收入将增长
        name = words.serial_step.sub("", name)
    name = words.serial_light.sub("", name)
    if len(name) < WHOLE:
        name = words.serial_light.sub("", lead[: years[-1].start()]) + name
    if len(name) < LEAST or any(c.isdigit() for c in name):
        return None
    return Told(int(years[-1][1]), name, frozenset(words.then_spans.findall(lead)))
