"""So many times the figure of another year, which stands apart (1990年产值仅640万元。…2019年产值达86.4亿元，是1990年的1350倍), and the
yearly rate of what grew so many times, or by so many percent, since a year (是2012年的1.84倍，年均增长10.7%).

As with the other figures near: a claim is made if the figures fit as printed, or would but for a slip of the pen in one.
"""

from __future__ import annotations

from collections.abc import Iterator

from .... import units
from ....typed import TYPE_CHECKING, Any
from ....values import Quantity
from ...fitting import Printed, compounded, counted, only_slip, share, stated
from ...misprints import meant
from ..items import Item, amount, claim, frame, kin, size
from .window import FAR, Near
from .zh_leads import stepped
from .zh_steps import LONGEST, NEAR, year_at

if TYPE_CHECKING:
    from ....values import Claim
    from ...fitting import Equation

TIMES = "multiplier"
ONE = Printed(1.0, 0.0)
DECADE = 10
NAMED = 4                                # characters of a name that tell it from another
CLAUSES = 2                              # from a level to how many times another it is


def of_year(near: Near, k: int) -> Iterator[Claim]:
    """是1990年的1350倍, 相当于1990年的85%: of the only amount of that year, with the same name as far as names are told."""
    item = near.inside[k]
    hit = near.words.multiples_of.search(item.label)
    levels = [one for one in near.inside[:k] if _level(near, one) and one.q.dimension]
    if hit is None or not levels or not _ratio(item.q) or item.number - levels[-1].number > CLAUSES:
        return
    new = levels[-1]
    olds = [one for one in (*near.before, *near.inside[:k]) if one is not new and _level(near, one) and kin(one.q, new.q)
            and one.q.per == new.q.per and _year(near, one) == hit[1] and _one_name(near, one, new, 0.5)]
    olds = [one for one in olds if _one_name(near, one, new, 1.0)] or olds
    if len({size(one.q) for one in olds}) != 1:
        return
    if not only_slip(_times(1.0 if item.q.unit == "percent" else 100.0), (olds[-1].q, new.q, item.q), meant, FAR, counted):
        return
    rule = f"{near.words.code}.across.multiple"
    if item.q.unit == "percent":
        yield claim("share", [("whole", olds[-1].q), ("part", new.q), ("percent", item.q)], rule, near.words.code, severity="warning")
    else:
        roles = [("old", olds[-1].q), ("new", new.q), ("factor", item.q)]
        yield claim("change", roles, rule, near.words.code, reading="of", severity="warning")


def named(near: Near, k: int) -> Iterator[Claim]:
    """韩国只有0.72，我国是1.02，是韩国的1.42倍: of the one of the only two figures before it that is called so."""
    item = near.inside[k]
    hit = near.words.multiples_named.search(item.label)
    levels = [one for one in near.inside[:k] if _level(near, one)]
    if hit is None or len(levels) != 2 or len(near.inside[:k]) != 2 or not _ratio(item.q) or item.number - levels[1].number > CLAUSES:
        return
    if near.words.then_light.sub("", item.label[: hit.start()]):
        return                                                # 而老龄化速度是韩国的1.24倍
    called = [hit["name"] in near.text[one.start : one.q.start] for one in levels]
    if sum(called) != 1 or not kin(levels[0].q, levels[1].q) or levels[0].q.per != levels[1].q.per or item.q.kind != TIMES:
        return
    old, new = levels if called[0] else levels[::-1]
    if only_slip(_times(100.0), (old.q, new.q, item.q), meant, FAR, counted):
        roles = [("old", old.q), ("new", new.q), ("factor", item.q)]
        yield claim("change", roles, f"{near.words.code}.across.multiple", near.words.code, reading="of", severity="warning")


def yearly(near: Near, k: int) -> Iterator[Claim]:
    """比2012年增长84.2%，年均增长7.0%: what grew since a year, and its yearly rate."""
    rate, total = near.inside[k], near.inside[k - 1]
    if rate.number - total.number > 1 or not _ratio(total.q) or near.words.adjusted.search(near.text, total.q.end, rate.q.start):
        return
    times = total.q.kind == TIMES
    own = near.words.multiples_years.match(rate.label)        # 2013—2020年年均增长; 近三年年均增长 is of other years
    led = rate.label[own.end() :] if own is not None else rate.label
    if not times and total.q.unit != "percent" or near.words.nearest_yearly.match(led.strip()) is None:
        return
    census = near.words.multiples_census.search(near.text, rate.begin, total.q.start) if not times and own is None else None
    if census is not None:
        yield from _of_a_decade(near, total, rate, census)
        return
    hit = (near.words.multiples_of if times else near.words.multiples_since).search(total.label)
    start = year_at(near, total.q.start - len(total.label) + hit.start(1)) if hit is not None else None
    ends = [q for q in _told_years(near) if start is not None and q.start < start.start]
    if start is None or not ends:
        return
    if own is not None and (int(own[1]) - start.printed_low not in (0, 1) or int(own[2]) != ends[-1].printed_low):
        return
    if near.words.falling.search(total.label + rate.label):
        return
    years = ends[-1].printed_low - start.printed_low
    if 1 < years < LONGEST and only_slip(_grown(years, times), (total.q, rate.q), meant, FAR, stated):
        roles = [("end", ends[-1]), ("start", start), ("factor" if times else "percent", total.q), ("percent", rate.q)]
        yield claim("growth", roles, f"{near.words.code}.across.multiple_rate", near.words.code, reading="of", severity="warning")


def ranged(near: Near, k: int) -> Iterator[Claim]:
    """2012年至2021年，总额从3.04万亿元增长到5.30万亿元，2013年至2021年年均增长6.4%: levels of the ends of one span, a rate of its years."""
    rate = near.inside[k]
    own = near.words.multiples_years.match(rate.label)
    levels = [one for one in near.inside[:k] if _level(near, one) and near.words.nearest_added.fullmatch(one.label.strip()) is None]
    if own is None and near.words.multiples_nominal.search(rate.label) is None or len(levels) != 2:
        return
    if near.words.nearest_yearly.match(rate.label[own.end() if own is not None else 0 :].strip()) is None:
        return
    old, new = levels
    span = near.words.multiples_years.search(near.text, old.begin, old.q.start)
    if span is None or not kin(old.q, new.q):
        return
    if own is not None and (int(span[2]) != int(own[2]) or int(own[1]) - int(span[1]) not in (0, 1)):
        return
    years = int(span[2]) - int(span[1])
    if not 1 < years < LONGEST or not old.q.dimension or old.q.per != new.q.per or near.words.falling.search(rate.label):
        return
    if only_slip(compounded(years), (old.q, new.q, rate.q), meant, FAR, stated):
        roles = [("period", _years(span, years, rate)), ("old", old.q), ("new", new.q), ("percent", rate.q)]
        yield claim("growth", roles, f"{near.words.code}.across.multiple_rate", near.words.code, severity="warning")


def _years(hit: Any, years: int, rate: Item) -> Quantity:
    span, year = (float(years),) * 4, units.load().units["year"].factor
    return Quantity(hit[0], hit.start(), hit.end(), *span, "year", "quantity", half=0.0, dimension="[time]", factor=year, lang=rate.q.lang)


def _of_a_decade(near: Near, total: Item, rate: Item, census: Any) -> Iterator[Claim]:
    """与第六次全国人口普查相比，增加8.4万人，增长5.12%，年平均增长率为0.50%: from one census to the next are ten years."""
    falls = near.words.falling.search(total.label + rate.label)
    if falls is None and only_slip(_grown(DECADE, times=False), (total.q, rate.q), meant, FAR, stated):
        roles = [("period", _years(census, DECADE, rate)), ("percent", total.q), ("percent", rate.q)]
        yield claim("growth", roles, f"{near.words.code}.across.multiple_rate", near.words.code, severity="warning")


def _times(by: float) -> Equation:
    """Whether the new is so many times the old; ``by``: percent that one of what is told is."""

    def fits(old: Printed, new: Printed, told: Printed) -> bool:
        return share(new, old, Printed(by * told.value, by * told.room))

    return fits


def _grown(years: float, times: bool) -> Equation:
    """Whether what is now so many times what it was, or has grown by so many percent, has had that percentage a year."""
    fits = compounded(years)

    def grown(told: Printed, rate: Printed) -> bool:
        return fits(ONE, told if times else Printed(1.0 + told.value / 100, told.room / 100), rate)

    return grown


def _told_years(near: Near) -> list[Quantity]:
    """The years of this sentence and the one before."""
    both = [q for sentence in near.sentences[max(0, near.n - 1) : near.n + 1] for q in sentence.quantities.values()]
    return [q for q in both if q.kind == "year" and not q.is_range]


def _level(near: Near, item: Item) -> bool:
    return amount(item.q) and not stepped(item, near.words)


def _ratio(q: Quantity) -> bool:
    """Whether a figure is one multiple or percentage in digits, and no bound."""
    return (q.kind == TIMES or q.unit == "percent") and q.text[:1].isdecimal() and not q.is_range and q.hedge in ("=", "about")


def _year(near: Near, item: Item) -> str:
    """The last year before a figure in its sentence."""
    hits: list[Any] = list(near.words.nearest_year.finditer(near.text, max(item.begin, item.q.start - NEAR * LONGEST), item.q.start))
    return hits[-1][1] if hits else ""


def _one_name(near: Near, old: Item, new: Item, least: float) -> bool:
    """Whether nothing says that two figures are of different things: the later one has no name, or one with so many of its characters
    before the other.
    """
    name, before = frame(new, near.words)[:NAMED], near.text[old.start : old.q.start]
    if not name or near.words.multiples_product.search(name) and near.words.multiples_product.search(before):
        return True
    return len(set(name) & set(before)) >= least * len(set(name))
