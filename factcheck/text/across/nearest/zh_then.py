"""Then and now, in clauses and sentences apart, and what is told to lie between them, in Chinese: 去年秋季招收新生412人。今年招收351人，
比去年少了61人; 十年前只有240家，如今有960家，是十年前的4倍.

One of the two only amounts near is told to be of a time before, by a word (去年, 改造前, 三年前) or by its year, and the other is not.
The time before may stand last: 办结27件，同比增加4件；去年七月只有23件.  A claim is made if the figures fit as printed, or would but for a
slip of the pen in one of them; in one sentence, where the words leave no doubt, in any case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....typed import TYPE_CHECKING, NamedTuple
from ...conditions.seen import has
from ...fitting import Printed, counted, difference, directed, growth, only_slip, share
from ...misprints import meant
from ..items import Item, amount, claim, kin
from .window import FAR, POINTS, Near
from .zh_leads import based

if TYPE_CHECKING:
    from ....values import Claim
    from ...fitting import Equation

TIMES = "multiplier"
RATES = frozenset({"times", "percent"})  # that may be of every year
REAL = {"real_growth", "real_income"}    # words of what is told at constant prices
CLAUSES = 6                              # from a level to the step that it is of
FEW = 2                                  # digits of a percentage: coarser ones fit too much
LATE = 3                                 # figures before the level of a time before: a level, its step, and that in percent


class Step(NamedTuple):
    """What is told to lie between two levels."""

    item: Item
    role: str
    direction: str
    equation: Equation
    reading: str = ""


def told(near: Near, k: int) -> Iterator[Claim]:
    """A step with the two levels before it."""
    step = _step(near, near.inside[k])
    if step is None:
        return
    levels = _levels(near, near.inside[:k], step)
    if len(levels) == 1:
        levels = [*_levels(near, [one for one in near.before if one.sentence == near.inside[k].sentence - 1], step), *levels]
    elif not levels:
        levels = _levels(near, [one for one in near.before if one.sentence == near.inside[k].sentence - 1], step)
    if len(levels) == 2 and near.inside[k].number - levels[1].number <= CLAUSES:
        yield from _between(near, levels, step)


def late(near: Near, k: int) -> Iterator[Claim]:
    """办结27件，同比增加4件；去年七月只有23件: a step, and behind it the level before."""
    then = near.inside[k]
    if not (amount(then.q) or then.q.unit == "percent") or near.words.then_was.search(_led(near, then)) is None:
        return
    before = near.inside[:k] or [one for one in near.before if one.sentence == then.sentence - 1]
    for last in before[-LATE:]:
        step = _step(near, last)
        if step is None or last.number >= then.number:
            continue
        levels = [*_levels(near, before, step), *_levels(near, [then], step)]
        if len(levels) == 2 and levels[1] is then and levels[0].q.start < last.q.start:
            yield from _between(near, levels, step)


def _step(near: Near, item: Item) -> Step | None:
    """What a figure is told to be, by the words that lead to it."""
    q, words, label = item.q, near.words, item.label.strip()
    if q.is_range or q.hedge not in ("=", "about"):
        return None
    if q.kind != TIMES and words.then_added.fullmatch(label) is None and words.nearest_step.fullmatch(label) is None:
        return None
    if item.adjusted(words):
        return None
    falls = words.falling.search(label) is not None or words.then_less.search(label) is not None
    direction = "down" if falls else "up"
    if q.dimension in RATES and words.then_each.search(label):
        return None
    if q.kind == TIMES:
        if words.then_of.search(label):
            return Step(item, "factor", direction, _times("of"), "of")
        if words.then_fan.match(q.text.strip()):
            return Step(item, "factor", direction, _times("of"))
        by = words.then_added.fullmatch(label) is not None and not falls
        return Step(item, "factor", direction, _times("by"), "by") if by else None
    if q.dimension == POINTS:
        return Step(item, "points", direction, directed(difference, direction))
    if q.unit == "percent":
        return Step(item, "percent", direction, directed(growth, direction)) if q.figures >= FEW else None
    return Step(item, "difference", direction, directed(difference, direction)) if amount(q) and q.dimension else None


def _times(reading: str) -> Equation:
    more = 1.0 if reading == "by" else 0.0

    def fits(old: Printed, new: Printed, factor: Printed) -> bool:
        return share(new, old, Printed(100 * (factor.value + more), 100 * factor.room))

    return fits


def _levels(near: Near, items: Sequence[Item], step: Step) -> list[Item]:
    """The amounts among some that a step may be of; none if they are not all of one kind."""
    def may_be(one: Item) -> bool:
        if one is step.item or near.words.then_added.fullmatch(one.label.strip()) is not None:
            return False
        if step.role == "points":
            return one.q.unit == "percent" and one.q.hedge in ("=", "about") and not one.q.is_range and one.q.printed_low > 0
        return amount(one.q) and one.q.dimension != "percent" and (step.role != "difference" or kin(one.q, step.item.q))

    return [one for one in items if may_be(one)]


def _led(near: Near, item: Item) -> str:
    """All that leads to a figure from the one before it."""
    inside = [one for one in (*near.before, *near.inside) if one.sentence == item.sentence and one.q.end <= item.q.start]
    start = max(item.begin, inside[-1].q.end if inside else 0)
    return near.text[start : item.q.start]


def _between(near: Near, levels: Sequence[Item], step: Step) -> Iterator[Claim]:
    first, second = levels
    if not kin(first.q, second.q) or first.q.per != second.q.per or first.depth != second.depth:
        return
    if step.role == "percent" and real(near, first.sentence):
        return
    words, label = near.words, step.item.label
    leads = [_led(near, one) for one in levels]
    then = [words.then_was.search(lead) for lead in leads]
    years = [words.nearest_year.findall(lead) for lead in leads]
    if bool(then[0]) != bool(then[1]):
        old = 0 if then[0] else 1
        bases = set() if step.role == "factor" else {based(step.item, words), based(levels[old]._replace(label=leads[old]), words)} - {""}
        named = words.then_was.search(label)
        hit = then[old]
        if len(bases) > 1 or named is not None and hit is not None and named.lastgroup != hit.lastgroup:
            return
    elif not any(then) and len(years[0]) == len(years[1]) == 1 and years[0] != years[1]:
        old = 0 if years[0] < years[1] else 1
        if step.role == "percent" and abs(int(years[0][0]) - int(years[1][0])) > 1 and based(step.item, words):
            return                                            # 2012年…，2022年…，同比增长
        if words.then_plan.search(leads[old]):
            return
        if words.then_was.search(label) is not None and step.role != "factor":
            return
    else:
        return
    was, new = levels[old], levels[1 - old]
    dated = words.nearest_year.findall(label)                 # 为1990年的25倍
    if dated and dated != years[old] or not _as_long(near, *leads):
        return
    if not _one_thing(near, was, new, step):
        return
    sure = step.item.number - levels[1].number < 2 and _one_time(near, was, new, step)
    if sure or only_slip(step.equation, (was.q, new.q, step.item.q), meant, FAR, counted):
        roles = [("old", was.q), ("new", new.q), (step.role, step.item.q)]
        options = {"reading": step.reading} if step.reading else {"direction": step.direction} if step.role != "factor" else {}
        yield claim("change", roles, f"{words.code}.across.then_and_now", words.code, severity="warning", **options)


def real(near: Near, first: int) -> bool:
    """Whether the sentences from the first level on speak of what grows in real terms: the national product, incomes."""
    return any(has(token, REAL) for sentence in near.sentences[first : near.n + 1] for token in sentence.tokens)


def _one_thing(near: Near, was: Item, new: Item, step: Step) -> bool:
    """Whether nothing says that the two levels, or the step, are of different things: the later of the two has no name, or its characters
    stand before the other.
    """
    first, last = (was, new) if was.q.start < new.q.start else (new, was)
    told = near.text[first.begin : first.q.start] + near.text[first.q.end : first.stop]
    names = [_name(near, _led(near, last))]
    if step.role == "factor" and step.item.q.start > last.q.end:
        names.append(_name(near, step.item.label))
    return all(set(name) <= set(told) for name in names)


def _as_long(near: Near, first: str, last: str) -> bool:
    """Whether two levels are of as long a time, as far as they say: no half year and a year, unless it is 同期."""
    spans = [set(near.words.then_spans.findall(lead)) for lead in (first, last)]
    whole = [{span for span in some if not near.words.then_whole.fullmatch(span)} for some in spans]
    return whole[0] == whole[1] or not whole[1] and near.words.then_same.search(last) is not None


def _one_time(near: Near, was: Item, new: Item, step: Step) -> bool:
    """Whether nothing but the words says what the step is of, and they leave no doubt: all in one sentence, and the step said to be from
    then or, of a multiple, right behind them.
    """
    words, label = near.words, step.item.label
    if was.sentence != step.item.sentence or new.sentence != step.item.sentence or any("；" in one.label for one in (was, new)):
        return False
    if words.then_future.search(label):                       # 两年后将翻一番
        return False
    based_so = words.then_was.search(label) is not None or words.nearest_base.search(label) is not None
    return step.role == "factor" or based_so


def _name(near: Near, lead: str) -> str:
    name: str = near.words.then_light.sub("", near.words.then_was.sub("", near.words.periods.sub("", lead)))
    return name
