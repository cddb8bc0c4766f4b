"""A yearly rate that names its years, the level that it leads to, and the level of the first year in another paragraph, in Chinese:
截至2014年底，行业收入超过3500亿元。…到2020年行业收入有望达到8020亿元，2014—2020年年均复合增速15%.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....frozen import replace
from ....typed import TYPE_CHECKING
from ...fitting import compounded, only_slip, printed
from ...misprints import retyped
from ..items import Item, kin
from ..items import claim as claim_of
from .window import FAR, Near
from .zh_leads import stepped

if TYPE_CHECKING:
    from ....values import Claim, Quantity
    from ..words import Vocabulary

NAMED = 4                                # characters by which a level is known again
LEAST, LONGEST = 1, 60                   # years of a rate
MORE = 1.1                               # times a level that it is more than
LEVELS = ("=", "about", "above")         # hedges of a level: one that is more than said makes the rate smaller


def yearly(near: Near, k: int) -> Iterator[Claim]:
    """Claims of such rates."""
    rate, words = near.inside[k], near.words
    years = words.multiples_years.match(rate.label.strip("，, "))
    if years is None or rate.q.is_range or words.falling.search(rate.label):
        return
    first, last = int(years[1]), int(years[2])
    news = [one for one in near.inside[:k] if _level(one, words)]
    if len(news) != 1 or not LEAST < last - first < LONGEST or not _of(near, news[0], last):
        return
    new = news[0]
    name = _name(new, words)
    before = [one for some in near.earlier for one in some if one.sentence != near.n]
    olds = [one for one in before if _level(one, words) and kin(one.q, new.q) and one.q.per == new.q.per and _of(near, one, first)]
    olds = [one for one in olds if len(name) >= NAMED <= len(_name(one, words)) and _alike(_name(one, words), name)]
    if len(olds) == 1 and olds[0].q.hedge == "above":         # 超过3500亿元 is not much more
        q = olds[0].q
        olds = [olds[0]._replace(q=replace(q, hedge="about", high=MORE * q.printed_high))]
    if len(olds) == 1 and only_slip(compounded(last - first), (olds[0].q, new.q, rate.q), retyped, FAR, printed):
        ends = [_year(near, olds[0], first), _year(near, new, last)]
        if ends[0] is not None and ends[1] is not None:
            roles = [("old", olds[0].q), ("start", ends[0]), ("new", new.q), ("end", ends[1]), ("percent", rate.q)]
            yield claim_of("growth", roles, f"{words.code}.across.nearest_rate", words.code, severity="warning")


def _level(item: Item, words: Vocabulary) -> bool:
    q = item.q
    return q.kind == "quantity" and q.dimension.startswith("money:") and q.hedge in LEVELS and not q.is_range and not stepped(item, words)


def _of(near: Near, item: Item, year: int) -> bool:
    """Whether that year, and no other, stands before a level in its sentence."""
    return {int(told) for told in near.words.nearest_year.findall(near.text, item.begin, item.q.start)} == {year}


def _year(near: Near, item: Item, year: int) -> Quantity | None:
    """The year as it is printed there."""
    inside = near.sentences[item.sentence].quantities.values()
    return next((q for q in inside if q.kind == "year" and q.printed_low == q.printed_high == year), None)


def _name(item: Item, words: Vocabulary) -> str:
    """What leads to a level, without words of time and of what it may come to."""
    name: str = words.nearest_will.sub("", words.periods.sub("", item.label))
    bare: str = words.nearest_more.sub("", "".join(name.split()))
    return bare.strip(words.edges)


def _alike(a: str, b: str) -> bool:
    """Whether two names end in the same words: 行业收入, 物业管理服务行业收入."""
    short, long = sorted((a, b), key=len)
    return long.endswith(short) or short[-NAMED:] == long[-NAMED:]
