"""Steps whose levels stand in turn or in pairs, in Chinese: 营收46.2亿元，上季度和去年同期分别为40.1亿元和42.0亿元，营收同比增长10%;
去年三月接报案件640件，损失8.2亿元，今年三月接报案件480件，损失6.1亿元，案件数下降25%，损失减少26%.

The words say whose the levels are: 同比 that of the year before, 环比 that of the month or quarter; and in pairs, what the step names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....typed import TYPE_CHECKING
from ...fitting import counted, directed, growth, only_slip
from ...misprints import meant
from ..items import Item, amount, claim, kin
from .window import FAR, Near
from .zh_leads import based, stepped

if TYPE_CHECKING:
    from ....values import Claim
    from ..words import Vocabulary

PAIRS = 2                                # levels of each time
LONG = 30                                # characters before a figure that may name it


def bases(near: Near, k: int) -> Iterator[Claim]:
    """The level, and the one of two told in turn that the step is from: of the quarter before, or of the year before."""
    step, words = near.inside[k], near.words
    if not stepped(step, words) or step.q.is_range or step.adjusted(words):
        return
    start = near.before[-1].begin if near.before else near.sentence.start
    hits = list(words.turns_bases.finditer(near.text, start, step.q.start))
    base = based(step, words)
    if len(hits) != 1 or base not in ("y", "m"):
        return
    around = [one for one in (*near.before, *near.inside[:k]) if amount(one.q) and one.q.end > start]
    news = [one for one in around if one.q.end <= hits[0].start() and not one.depth]
    olds = [one for one in around if one.q.start >= hits[0].end()][:PAIRS]
    if not news or len(olds) < PAIRS or olds[1].number != olds[0].number and olds[1].label.strip():
        return
    old = olds[0] if (hits[0]["first"] is not None) == (base == "y") else olds[1]
    new = news[-1]
    name = _name(step, words)
    if not kin(new.q, old.q) or new.q.per != old.q.per or not set(name) <= set(near.text[new.begin : new.q.start]):
        return
    if not _of_that_time(near, new, olds[1], step):
        return
    yield _claim(near, old, new, step)


def pairs(near: Near, k: int) -> Iterator[Claim]:
    """What the step names of two things that were told of then, and are told of now in the same order."""
    step, words = near.inside[k], near.words
    levels = [one for one in (*near.last(), *near.inside[:k]) if amount(one.q) and one.q.dimension]
    if len(levels) != 2 * PAIRS:
        return
    name = _name(step, words)
    if len(name) < PAIRS or words.nested.search(step.label) or not stepped(step, words) or step.q.is_range:
        return
    if based(step, words) == "m" or step.adjusted(words) or any(stepped(one, words) or one.depth != step.depth for one in levels):
        return
    then, now = levels[:PAIRS], levels[PAIRS:]
    if not all(kin(a.q, b.q) and a.q.per == b.q.per for a, b in zip(then, now, strict=True)) or kin(then[0].q, then[1].q):
        return
    was = [words.then_was.search(near.text, max(one.start, one.q.start - LONG), one.q.start) for one in (then[0], now[0])]
    if was[0] is None or was[1] is not None:
        return
    own = [(a, b) for a, b in zip(then, now, strict=True) if _told(name, a) and _told(name, b)]
    if len(own) != 1 or _told(name, then[own[0][0] is then[0]]):
        return
    ((old, new),) = own
    if not _of_that_time(near, now[0], now[1], step):
        return
    direction = "down" if words.falling.search(step.label) else "up"
    sure = _bare(old, words) == _bare(new, words) and (set(name) <= set(new.label) or _beside(near, k, then, now, new is now[0]))
    if sure or only_slip(directed(growth, direction), (old.q, new.q, step.q), meant, FAR, counted):
        yield _claim(near, old, new, step)


def _beside(near: Near, k: int, then: Sequence[Item], now: Sequence[Item], first: bool) -> bool:
    """Whether the step beside this one is right of the other pair, so that both are told in the order of the levels."""
    at = k + 1 if first else k - 1
    if not 0 <= at < len(near.inside) or near.inside[at].q.unit != "percent" or not stepped(near.inside[at], near.words):
        return False
    step, pair = near.inside[at], 1 if first else 0
    direction = "down" if near.words.falling.search(step.label) else "up"
    return bool(directed(growth, direction)(counted(then[pair].q), counted(now[pair].q), counted(step.q)))


def _of_that_time(near: Near, new: Item, last: Item, step: Item) -> bool:
    """Whether nothing between the levels and the step tells of a longer time than that of the level: 前8月案件数下降."""
    spans = near.words.turns_spans
    return set(spans.findall(near.text, last.q.end, step.q.start)) <= set(spans.findall(near.text, new.begin, new.q.start))


def _claim(near: Near, old: Item, new: Item, step: Item) -> Claim:
    roles = [("old", old.q), ("new", new.q), ("percent", step.q)]
    direction = "down" if near.words.falling.search(step.label) else "up"
    return claim("change", roles, f"{near.words.code}.across.in_turns", near.words.code, direction=direction, named="yes",
                 severity="warning")


def _bare(item: Item, words: Vocabulary) -> str:
    """What leads to a level, without its time and its verbs."""
    bare: str = words.copula.sub("", words.then_was.sub("", words.periods.sub("", item.label)))
    name: str = words.turns_light.sub("", bare)
    return name


def _name(step: Item, words: Vocabulary) -> str:
    """What a step is said to be of: 案件数 of 案件数下降."""
    bare: str = words.nearest_subject.sub("", words.periods.sub("", words.changes_by.sub("", step.label)))
    name: str = words.turns_light.sub("", bare)
    return name


def _told(name: str, item: Item) -> bool:
    """Whether two neighbouring characters of a name lead to a figure."""
    label: Sequence[str] = item.label
    return any(a + b in label for a, b in pairwise(name))
