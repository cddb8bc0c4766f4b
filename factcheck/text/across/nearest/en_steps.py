"""Steps and points that no rule has read, and the nearest levels that they can be between, in English: "Enrolment stood at 14,382 on census
day.  It was up by 617 students, or 4.5%".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from ....frozen import replace
from ....typed import TYPE_CHECKING
from ...fitting import counted, directed, growth, only_slip, share, step_to
from ...misprints import retyped, swaps
from ..items import Item, akin, amount, claim, kin, plain, size
from ..later import echoes
from ..levels import Step, alone, step
from .en_leads import LONG, expected, headed, lead, level
from .window import FAR, Near

if TYPE_CHECKING:
    from ....values import Claim, Quantity
    from ...fitting import Equation, Printed
    from ..words import Vocabulary

LITTLE = 0.02                            # of a figure, that a slip does more
PRECISE = 3                              # digits of a step that fits little by chance
NEXT = 2                                 # clauses from a step to its percentage
PAIR = 2                                 # levels of a step
MOST = 6                                 # figures of two sentences: among more, two amounts are of one thing by chance


def holds(equation: Equation, first: Quantity, second: Quantity, told: Quantity, read: Callable[[Quantity], Printed] = counted) -> bool:
    """Whether what is told is that of two figures as they are printed, or would but for a slip of the pen in one; what is off by little,
    and not by two digits exchanged, is of something slightly other.
    """
    figures = [read(q) for q in (first, second, told)]
    if equation(*figures):
        return True
    wide = figures[2]._replace(room=max(figures[2].room, LITTLE * figures[2].value))
    if equation(*figures[:2], wide) and not any(equation(*figures[:2], figures[2]._replace(value=x)) for x in swaps(told)):
        return False
    return only_slip(equation, (first, second, told), retyped, FAR, read)


# -- steps in percent -----------------------------------------------------------------------------------------------------------

def percent(near: Near, k: int, told: Step | None) -> Iterator[Claim]:
    """A step in percent with the level it led to and either the level before or the step itself."""
    item, words = near.inside[k], near.words
    told = told or _named(near, item)
    beside = _beside(near, k, told)
    told = told or (step(near.sentence, beside, words) if beside is not None else None)
    if told is None or item.adjusted(words) or words.levels_not.search(near.text, near.sentence.start, near.sentence.end):
        return
    if beside is not None and (old := _old_behind(near, k, beside)) is not None:
        if told.direction and holds(share, beside.q, old.q, item.q):
            roles = [("old", old.q), ("difference", beside.q), ("percent", item.q)]
            yield claim("change", roles, f"{words.code}.across.nearby_step", words.code, direction=told.direction, severity="warning")
        return
    if any(step(near.sentence, one, words) for one in near.inside if one.q.unit == "percent" and one is not item):
        return
    if beside is not None:
        yield from _with_step(near, item, told, beside)
    elif not near.inside[:k] and len(near.inside) > PAIR:
        yield from _ahead(near, item, told, near.inside[1:])
    else:
        yield from _between(near, item, told)


def _old_behind(near: Near, k: int, beside: Item) -> Item | None:
    """"It fell by $17.6 million, or 2.7%, compared to the March backlog of $644.3 million": the old level behind the step."""
    last = max(k, near.inside.index(beside))
    old = near.inside[last + 1] if last + 1 < len(near.inside) else beside
    if old is beside or not amount(old.q) or not kin(old.q, beside.q) or size(old.q) <= size(beside.q) or old.q.per != beside.q.per:
        return None
    words, text, end = near.words, near.text, near.inside[last].q.end
    if words.nearest_base.fullmatch(text, end, old.q.start) is None:
        return None
    named = words.names(words.later_dull.sub(" ", words.periods.sub(" ", text[end : old.q.start])))
    return old if not named or named & words.names(text[near.sentence.start : beside.q.start]) else None      # exports, compared to imports


def _named(near: Near, item: Item) -> Step | None:
    """The same where a comma or an adverb stands between: "the decline, of 14%", "growth was therefore 14%"."""
    head = near.words.nearest_noun.search(near.text, *lead(near, item))
    return Step(item.q, str(head.lastgroup), False, head.start(), item.q.end) if head is not None else None


def _beside(near: Near, k: int, told: Step | None) -> Item | None:
    """The same step as an amount: "by 617 students, or 4.5%"."""
    item, words = near.inside[k], near.words
    for one in near.inside[max(0, k - 1) : k + 2 if told is not None else k]:
        if one is item or not amount(one.q) or abs(one.number - item.number) > NEXT or one.q.figures < 2:
            continue
        first, second = (one, item) if one.q.start < item.q.start else (item, one)
        joined = words.nearest_or.fullmatch(near.text, first.q.end, second.q.start) is not None
        if told is None and not joined:
            continue
        other = step(near.sentence, one, words)
        alike = told is not None and other is not None and other.direction == told.direction
        if alike or joined and (told is not None or other is not None):
            return one
    return None


def _with_step(near: Near, item: Item, told: Step, beside: Item) -> Iterator[Claim]:
    words, levels = near.words, _levels(near, item, beside, near.n)
    if not levels and goes_on(near):
        levels = _levels(near, item, beside, near.n - 1)
    if len(levels) != 1 or size(levels[0].q) <= size(beside.q) or not told.direction:
        return
    (new,) = levels
    if words.nearest_was.search(near.text, max(new.begin, new.q.start - LONG), new.q.start):
        return
    if holds(step_to(told.direction), new.q, beside.q, item.q):
        roles = [("new", new.q), ("difference", beside.q), ("percent", item.q)]
        yield claim("change", roles, f"{words.code}.across.nearby_step", words.code, direction=told.direction, severity="warning")


def _levels(near: Near, item: Item, beside: Item, sentence: int) -> list[Item]:
    """The amounts of a sentence that a step may have led to."""
    some = [one for one in near.around if one.sentence == sentence and one not in (item, beside) and amount(one.q)]
    return [one for one in some if kin(one.q, beside.q) and one.q.per == beside.q.per and not one.depth and one.q.figures > 1
            and level(near, one)]


def _between(near: Near, item: Item, told: Step) -> Iterator[Claim]:
    """The only two levels of this sentence and the one before, of which one is said to be the old."""
    words, text = near.words, near.text
    if (pair := _pair(near, item, told)) is not None:
        yield from pair
        return
    back = 2 if headed(near, item) and len(near.last()) == 1 else 1
    levels = _alike([_exact(one, near) for one in (*near.last(back), *near.inside) if one.q.kind == "quantity"], words)
    if len(levels) > PAIR:
        levels = [one for one in levels if not expected(near, one)]
    pairs = [(a, b) for a, b in combinations(levels, 2) if kin(a.q, b.q) and a.q.per == b.q.per]
    if len(levels) > MOST or len(pairs) != 1 or any(one.depth or not amount(one.q) or one.q.figures < 2 for one in pairs[0]):
        return
    first, second = pairs[0]
    after = second.q.start > item.q.start
    if first.sentence == near.n and not (after and first.q.start < item.q.start) or first.sentence < near.n and not goes_on(near):
        return
    if first.sentence == near.n and not _set_off(near, first.q.end, told):
        return
    if words.levels_other.search(text, first.q.end if first.sentence == near.n else near.sentence.start, item.q.start):
        return
    named = words.nearest_than_old.fullmatch(text, item.q.end, second.q.start) if after else _apposed(near, item, told)
    if after and not named and told.start < item.q.start and first.sentence < near.n:     # "revenue rose 8% from $23bn"
        subject = words.names(words.periods.sub(" ", text[near.sentence.start : told.start]))
        named = subject <= words.names(text[first.begin : first.end]) and words.nearest_from_old.fullmatch(text, item.q.end, second.q.start)
    if not named or not all(level(near, one) for one in pairs[0] if one.q.start < item.q.start):
        return
    old = second if after else older(near, first, second) or _by_way(told, first, second)
    if old is not None:
        yield from claimed(item, told, old, second if old is first else first, words.code)


def _pair(near: Near, item: Item, told: Step) -> Iterator[Claim] | None:
    """"It rose from 68.4 cents to 74.9, the board said, an increase of 9.5%"; "It shrank by 1.9 to 14.6 billion.  That is a reduction of
    11.5%": what a rule or the sentence before has read already.
    """
    words, last = near.words, [one for one in near.last() if one.q.kind == "quantity"]
    refers = headed(near, item)
    for n in ((near.n - 1, near.n) if refers and last else (near.n,)):
        found = [c for c in near.sentences[n].claims if c.relation == "change" and {role for role, _ in c.roles} == {"old", "new"}]
        old, new = (found[0].role("old"), found[0].role("new")) if len(found) == 1 else (None, None)
        if old is None or new is None or new.unit == "percent" or max(old.end, new.end) > item.q.start or not _apposed(near, item, told):
            continue
        if all(amount(q) and q.figures > 1 for q in (old, new)):
            items = [item._replace(q=old), item._replace(q=new)]
            return claimed(item, told, items[0], items[1], words.code)
    if not refers or len(last) != 2 or not kin(last[0].q, last[1].q) or any(one.q.kind == "quantity" for one in near.inside):
        return None
    first = near.sentences[near.n - 1]
    steps = [one for one in last if (other := step(first, one, words)) is not None and other.direction == told.direction]
    levels = [one for one in last if one not in steps]
    if len(steps) != 1 or not all(amount(one.q) and one.q.figures > 1 for one in last) or not _apposed(near, item, told):
        return None
    roles = [("new", levels[0].q), ("difference", steps[0].q), ("percent", item.q)]
    if not told.direction or not holds(step_to(told.direction), levels[0].q, steps[0].q, item.q):
        return None
    return iter([claim("change", roles, f"{words.code}.across.nearby_step", words.code, direction=told.direction, severity="warning")])


def _alike(levels: list[Item], words: Vocabulary) -> list[Item]:
    """Levels, where "it had been 61.3 million" is of what the level before it is."""
    result: list[Item] = []
    for one in levels:
        if not one.q.dimension and result and result[-1].q.dimension and words.nearest_it.search(one.label):
            q = result[-1].q
            one = one._replace(q=replace(one.q, unit=q.unit, dimension=q.dimension, factor=q.factor, per=q.per))
        result.append(one)
    if len(result) == 2 and result[1].sentence == result[0].sentence and not result[1].q.dimension:
        q = result[0].q                                       # "640 cubic metres in May and 448 by August"
        if q.dimension[:6] != "money:":
            result[1] = result[1]._replace(q=replace(result[1].q, unit=q.unit, dimension=q.dimension, factor=q.factor, per=q.per))
    return result


def _set_off(near: Near, start: int, told: Step) -> bool:
    """Whether a step stands by itself behind a level: "1,623 tonnes in 2015, 2.8% less than"."""
    begin = max(near.text.rfind(sign, start, told.start) for sign in ",:(–—•")
    return begin >= start and near.words.levels_lead.fullmatch(near.text[begin + 1 : told.start].strip()) is not None


def _ahead(near: Near, item: Item, told: Step, behind: Sequence[Item]) -> Iterator[Claim]:
    """"It grew by 14.1%, with 1,117 in April as against 979 a year before": both levels behind the step."""
    levels = [one for one in behind if one.q.kind == "quantity"]
    if len(levels) != 2 or not kin(levels[0].q, levels[1].q) or levels[0].q.per != levels[1].q.per:
        return
    first, second = levels
    if near.words.nearest_with.fullmatch(near.text, told.end, first.q.start) is None or not level(near, first) or not level(near, second):
        return
    if any(one.depth or not amount(one.q) or one.q.figures < 2 for one in levels):
        return
    old = older(near, first, second) or _by_way(told, first, second)
    if old is not None:
        yield from claimed(item, told, old, second if old is first else first, near.words.code)


def _apposed(near: Near, item: Item, told: Step) -> bool:
    """Whether a step is all that is said behind its levels, or a sentence goes on with it: "The decline of 8% was …"."""
    text, words, sentence = near.text, near.words, near.sentence
    if alone(text, sentence, told, words):
        return True
    if headed(near, item):
        return words.nearest_points_end.match(text, told.end, sentence.end) is not None
    begin = max(text.rfind(sign, sentence.start, told.start) + 1 for sign in ",;:(")
    return words.levels_lead.fullmatch(text[max(begin, sentence.start) : told.start].strip()) is not None \
        and words.nearest_step_end.match(text, told.end, sentence.end) is not None


def claimed(item: Item, told: Step, old: Item, new: Item, code: str) -> Iterator[Claim]:
    direction = told.direction or ("up" if size(new.q) > size(old.q) else "down")
    if holds(directed(growth, direction), old.q, new.q, item.q):
        roles = [("old", old.q), ("new", new.q), ("percent", item.q)]
        yield claim("change", roles, f"{code}.across.nearby_step", code, direction=direction, severity="warning")


def _exact(item: Item, near: Near) -> Item:
    """A level that another is compared with as it is: "higher than the $452,000 of 2020" is no bound."""
    q = item.q
    if q.hedge in ("=", "about") or q.is_range or near.words.nearest_than.search(item.label) is None:
        return item
    return item._replace(q=replace(q, hedge="=", low=q.printed_low - q.half, high=q.printed_high + q.half))


def back(near: Near) -> Iterator[Claim]:
    """"Profit increased 12.5% to $148.2m.  In the previous period it was $131.7m": the step in the sentence before, and its level there or
    before that.
    """
    here, last, words, text = near.inside, near.last(), near.words, near.text
    if len(here) > 2 or len(last) > MOST or all(one.q.unit != "percent" or one.q.start in near.held for one in last):
        return
    head = words.nearest_back.match(text, near.sentence.start, here[0].q.start)
    if head is None or last[0].adjusted(words) or words.prior_loose.search(text, near.sentence.start, here[0].q.start):
        return
    first, second = near.sentences[near.n - 1], near.sentence
    steps = [(one, told) for one in last if one.q.unit == "percent" and (told := step(first, one, words)) is not None]
    if len(steps) > 1:                                        # "24% more than in 2003 and 21% more than …  In 2003 it was"
        year = text[head.start() : head.end()]
        of_year = [(one, told, words.nearest_base_year.match(text, one.q.end, one.end)) for one, told in steps]
        steps = [(one, told) for one, told, of in of_year if of is not None and of["year"] in year]
    if len(steps) != 1 or any(words.levels_not.search(text, one.start, one.end) for one in (first, second)):
        return
    item, told = steps[0]
    if item.q.start in near.held or not plain(item.q) or item.q.figures < 2:
        return
    levels = [one for one in last if one.q.kind == "quantity"]
    if not levels and words.nearest_step_refers.match(text, first.start, first.end):
        levels = [one for one in near.last(2) if one.sentence == near.n - 2 and one.q.kind == "quantity"]
    elif not head["it"] and not echoes(text, first, here[0].q.start, told, second, words):
        return
    if len(levels) == 1 and all(amount(one.q) and one.q.figures > 1 and not one.depth for one in (levels[0], here[0])) \
            and akin(levels[0].q, here[0].q) and levels[0].q.per == here[0].q.per and level(near, levels[0]):
        yield from claimed(item, told, here[0], levels[0], words.code)


def older(near: Near, first: Item, second: Item) -> Item | None:
    """Which of two levels the text calls the old one, by its words or by the years beside them."""
    words = near.words
    was = [words.nearest_was.search(near.text, *_before(near, one)) for one in (first, second)]
    spans = [(_before(near, one)[0], _behind(near, one)) for one in (first, second)]
    years = [{hit[0] for hit in words.nearest_year.finditer(near.text, *span)} for span in spans]
    if (was[0] is None) != (was[1] is None):
        old = 0 if was[0] else 1
        dated = words.nearest_last.match((was[old] or [""])[0]) is not None and years[1 - old]
        return (second, first)[old] if dated else (first, second)[old]        # "in 2018.  Last year it was"
    if words.nearest_later.search(near.text, *_before(near, second)):
        return first                                          # "ten years later"
    if len(years[0]) != 1 or len(years[1]) != 1 or years[0] == years[1]:
        return None
    return first if min(years[0]) < min(years[1]) else second


def _by_way(told: Step, first: Item, second: Item) -> Item | None:
    """The same by the way that the step goes, where nothing else tells: of what was lost there was more before."""
    if first.sentence < second.sentence and told.q.figures < PRECISE:
        return None                                           # "Its rival made $40m, an increase of 51%"
    low, high = sorted((first, second), key=lambda one: size(one.q))
    return (low if told.direction == "up" else high) if told.direction and size(low.q) < size(high.q) else None


def _before(near: Near, item: Item) -> tuple[int, int]:
    """The words before a figure, back to the figure before it, a semicolon or the beginning of its sentence."""
    start = max((one.q.end for one in near.around if one.q.end <= item.q.start), default=0)
    start = max(start, near.text.rfind(";", item.begin, item.q.start) + 1)
    return max(item.begin, start, item.q.start - LONG), item.q.start


def _behind(near: Near, item: Item) -> int:
    """Where the words behind a figure end: before the next figure, or a semicolon."""
    stop = near.text.find(";", item.q.end, item.end)
    return min([stop if stop >= 0 else item.end, *(one.q.start for one in near.around if one.q.start > item.q.start)])


def goes_on(near: Near) -> bool:
    """Whether a sentence speaks of what the one before does: it, that, or a word of it."""
    if not near.last():
        return False
    text, words, one, two = near.text, near.words, near.sentences[near.n - 1], near.sentence
    if words.nearest_step_refers.match(text, two.start, two.end):
        return True
    return bool(words.names(text[one.start : one.end]) & words.names(text[two.start : two.end]))
