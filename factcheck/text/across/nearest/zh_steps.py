"""Steps in percent, yearly rates and points that no rule has read, and the levels near them that they can be between, in Chinese:
与上年相比，受理增加160件，上升9.8%; 出口率为62.5%，去年为58.1%，提高4.4个百分点.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....typed import TYPE_CHECKING
from ...fitting import compounded, counted, difference, directed, growth, only_slip, share, stated, step_to
from ...misprints import meant
from ..items import Item, amount, claim, kin
from .window import BEHIND, COARSE, FAR, POINTS, Near
from .zh_leads import BREAKS, based, level, stepped
from .zh_then import real

if TYPE_CHECKING:
    from ....values import Claim, Quantity
    from ..words import Vocabulary

AHEAD = 4                                # figures behind a step that may be what it led to
ENOUGH = 3                               # digits of a step whose level stands in another sentence
DIGITS = 2                               # of a percentage, that tells of one step only
NEAR = 4                                 # clauses from the percentages to their points
LONGEST = 60                             # years of a rate
LONG = 40                                # characters before a percentage that may tell its time


def percent(near: Near, k: int) -> Iterator[Claim]:
    """A step in percent with the level it led to and either the level before or the step itself."""
    item = near.inside[k]
    if item.adjusted(near.words):
        return
    begin = max(near.text.rfind(sign, near.sentence.start, item.q.start) for sign in BREAKS)
    stops = [at for sign in BREAKS if (at := near.text.find(sign, item.q.end, item.end)) >= 0]
    end = min(stops, default=item.end)
    around = [one for one in near.inside[max(0, k - BEHIND) : k + AHEAD] if begin < one.q.start < end]
    alone = [one for one in around if one.q.unit == "percent" and near.words.nearest_step.fullmatch(one.label.strip())]
    levels = [one for one in around if amount(one.q) and one.q.start < item.q.start and level(one, near.words)]
    if not levels:
        yield from _alone(near, k)
    if len(alone) != 1 or not levels or any(one.depth != item.depth for one in levels):
        return
    direction = "down" if near.words.falling.search(item.label) else "up"
    steps = [one for one in around if amount(one.q) and kin(one.q, levels[-1].q) and _by(one, levels[-1], near.words)]
    if len(steps) == 1:
        step, new = steps[0], levels[-1]
        was = new.q.start < step.q.start and near.words.nearest_was.search(new.label)           # 较上年7月的720万吨增加27万吨
        if was or near.words.nearest_compared.match(new.text, new.q.end, new.end):              # 与2010年的72.5万人相比，增加2.6万人
            if item.q.figures > 1 and only_slip(share, (step.q, new.q, item.q), meant, FAR, counted):
                roles = [("old", new.q), ("difference", step.q), ("percent", item.q)]
                yield claim("change", roles, f"{near.words.code}.across.nearest_step", near.words.code, direction=direction,
                            severity="warning")
            return
        ends = max(step.q.start, item.q.start)
        other = [one for one in around if new.q.end < one.q.start < ends and level(one, near.words)]
        if not other and new.q.start < step.q.start and _one_way(step, item, near.words) and _explained(new, step, item, direction):
            yield _led_to(near, new, step, item, direction)
        return
    if not steps and len(levels) == 1:
        levels = [*_dated_before(near, levels[0]), levels[0]]
    if not steps and len(levels) == 2 and kin(levels[0].q, levels[1].q) and levels[0].q.per == levels[1].q.per:
        old = [one for one in levels if near.words.nearest_was.search(one.label)]
        old = old or [one for one in levels[:1] if one.sentence < item.sentence]
        if len(old) == 1:
            new = levels[1 - levels.index(old[0])]
            if only_slip(directed(growth, direction), (old[0].q, new.q, item.q), meant, FAR, counted):
                roles = [("old", old[0].q), ("new", new.q), ("percent", item.q)]
                yield claim("change", roles, f"{near.words.code}.across.nearest_step", near.words.code, direction=direction,
                            severity="warning")


def _by(step: Item, level: Item, words: Vocabulary) -> bool:
    """Whether an amount is that of a step, of nothing but what a level is of: 出口50亿元，出口净增8亿元."""
    if words.nearest_added.fullmatch(step.label.strip()):
        return True
    return stepped(step, words) and set(words.nearest_subject.sub("", step.label)) <= set(level.label)


def _alone(near: Near, k: int) -> Iterator[Claim]:
    """受理1800件，办结890件。与上年相比，受理增加160件，上升9.8%: both steps side by side, what they led to in the sentence before."""
    item = near.inside[k]
    step = near.inside[k - 1] if k else item
    if step is item or not amount(step.q) or not stepped(step, near.words) or item.number - step.number > 1:
        return
    if item.q.figures < ENOUGH or not _one_way(step, item, near.words):
        return
    direction = "down" if near.words.falling.search(item.label) else "up"
    levels = [one for one in near.before if one.sentence == item.sentence - 1 and amount(one.q) and kin(one.q, step.q)]
    subject = set(near.words.nearest_subject.sub("", step.label))
    levels = [one for one in levels if level(one, near.words) and subject <= set(one.label)]
    if len(levels) == 1 and _explained(levels[0], step, item, direction):
        yield _led_to(near, levels[0], step, item, direction)


def _one_way(step: Item, item: Item, words: Vocabulary) -> bool:
    """Whether an amount and a percentage tell of one step: both up or both down, both of a month or both of a year."""
    bases = {based(step, words), based(item, words)} - {""}
    return (words.falling.search(step.label) is None) == (words.falling.search(item.label) is None) and len(bases) < 2


def _explained(new: Item, step: Item, item: Item, direction: str) -> bool:
    return item.q.figures > 1 and only_slip(step_to(direction), (new.q, step.q, item.q), meant, FAR, counted)


def _led_to(near: Near, new: Item, step: Item, item: Item, direction: str) -> Claim:
    roles = [("new", new.q), ("difference", step.q), ("percent", item.q)]
    return claim("change", roles, f"{near.words.code}.across.nearest_step", near.words.code, direction=direction, severity="warning")


def _dated_before(near: Near, last: Item) -> list[Item]:
    """The only amount like a level in the sentence before, if it is of the year before: 2021年达40亿元。到2022年，增至50亿元."""
    words = near.words
    others = [one for one in near.before if one.sentence == last.sentence - 1 and amount(one.q) and kin(one.q, last.q)]
    if len(others) != 1 or not level(others[0], words):
        return []
    years = [words.nearest_year.findall(near.text, one.begin, one.q.start) for one in (others[0], last)]
    name = set(words.nearest_will.sub("", words.periods.sub("", last.label)).strip())
    if not name <= set(near.text[others[0].begin : others[0].q.start]):
        return []                                             # of something that the first does not name
    leads = [near.text[one.begin : one.q.start] for one in (others[0], last)]
    if words.then_future.search(leads[0]) or len({frozenset(words.then_spans.findall(lead)) for lead in leads}) > 1 \
            or real(near, others[0].sentence):
        return []                                             # a plan, a quarter beside a year, constant prices
    return others if all(len(some) == 1 for some in years) and int(years[1][0]) - int(years[0][0]) == 1 else []




def joined(near: Near, k: int) -> Iterator[Claim]:
    """较去年同期的250人减少60人、24.0%: an amount of change and its percentage side by side, of the only level that fits."""
    item, step = near.inside[k], near.inside[k - 1] if k else near.inside[k]
    changes = near.words.changes_by
    if step is item or not amount(step.q) or not changes.search(step.label) or item.number - step.number > 1 or item.q.figures < DIGITS:
        return
    before = near.inside[max(0, k - DIGITS - 1) : k - 1]
    if all(one.q.unit == "percent" or changes.search(one.label) for one in before):           # 月增1.5万人或0.13%，年增7.7万人或0.68%
        before = near.inside[max(0, k - BEHIND) : k - 1]
    levels = [one for one in before if amount(one.q) and kin(one.q, step.q) and not changes.search(one.label)]
    levels = levels[-1:] if len(before) > DIGITS else levels
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
    first, second = (year_at(near, some[0].start(1)) for some in dated)
    if first is None or second is None or not 1 < second.printed_low - first.printed_low < LONGEST:
        return
    behind = max((one.q.end for one in around if one.q.end <= rate.q.start), default=rate.begin)
    years = [q for q in near.sentence.quantities.values() if q.kind == "year" and behind <= q.start < rate.q.start]
    if not {year for q in years for year in (q.printed_low, q.printed_high)} <= {first.printed_low, second.printed_low}:
        return                                                # 2025—2030年的年复合增长率, and a level of 2024
    if only_slip(compounded(second.printed_low - first.printed_low), (around[0].q, around[1].q, rate.q), meant, FAR, stated):
        roles = [("old", around[0].q), ("start", first), ("new", around[1].q), ("end", second), ("percent", rate.q)]
        yield claim("growth", roles, f"{near.words.code}.across.nearest_rate", near.words.code, severity="warning")


def year_at(near: Near, start: int) -> Quantity | None:
    """The year that stands at that place, in this sentence or the one before."""
    for sentence in near.sentences[max(0, near.n - 1) : near.n + 1]:
        for q in sentence.quantities.values():
            if q.start == start and q.kind == "year" and not q.is_range:
                return q
    return None


# -- points -------------------------------------------------------------------------------------------------------------------

def points(near: Near, k: int, base: str) -> Iterator[Claim]:
    """出口率为62.5%，去年为58.1%，提高4.4个百分点."""
    item = near.inside[k]
    over = near.words.nearest_over.search(item.label.strip()) is not None
    yield from _from_one(near, k)
    shares = [one for one in (near.inside if over else near.inside[:k]) if one.q.unit == "percent"]
    if len(shares) != 2 or not over and not all(_between(one, near) for one in shares) or item.number - shares[1].number > NEAR:
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


def _from_one(near: Near, k: int) -> Iterator[Claim]:
    """满意度仅40.6%。与上任时相比，满意度从52.4%下滑11.8个百分点: from what, beside the points; to what, in the sentence before."""
    item, old = near.inside[k], near.inside[k - 1] if k else near.inside[k]
    hit = near.words.nearest_from.search(old.label)
    if hit is None or old.q.unit != "percent" or item.number != old.number or not _between(old, near) or old.q.half >= COARSE:
        return
    name = near.words.points_light.sub("", near.words.nearest_will.sub("", near.words.periods.sub("", old.label[: hit.start()])))
    levels = [one for one in near.last() if one.sentence < old.sentence and one.q.unit == "percent" and _between(one, near)]
    levels = [one for one in levels if len(name) > 1 and _named_so(name, one.label, near.words)]
    falls = near.words.falling.search(item.label) is not None
    if len(levels) == 1 and only_slip(directed(difference, "down" if falls else "up"), (old.q, levels[0].q, item.q), meant, FAR, stated):
        roles = [("old", old.q), ("new", levels[0].q), ("points", item.q)]
        yield claim("change", roles, f"{near.words.code}.across.nearest_points", near.words.code, direction="down" if falls else "up",
                    severity="warning")


def _named_so(name: str, label: str, words: Vocabulary) -> bool:
    """Whether what leads to a level holds a name, and not its contrary: 满意度, 不满意度."""
    at = label.find(name)
    return at >= 0 and words.points_not.search(label[:at]) is None


def _between(item: Item, near: Near) -> bool:
    """Whether a percentage is a level, that points may lie between."""
    q = item.q
    return not q.is_range and q.printed_low > 0 and q.hedge in ("=", "about") and not q.direction \
        and near.words.nearest_step.fullmatch(item.label.strip()) is None
