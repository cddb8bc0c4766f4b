"""A step, a share or a sum that nothing has read, with the only amounts of a kind that it can be of, wherever they stand: "The herd shrank
31% between 2007, when there were 51,000, and 2013, when there were 35,000"; "It had 8,434 callers; 4,349 came by day; 4,085 came at night".

What stands between them is hardly asked, so that only the slips that chance seldom makes are taken for one, and only in figures of so many
digits that they seldom fit by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from ....frozen import replace
from ....typed import TYPE_CHECKING
from ...fitting import counted, directed, growth, mean, nearly, or_slip, step_to, total
from ...fitting import share as share_fits
from ...misprints import SCALES, ZERO, hundred_or_swapped, meant, swaps
from ..items import Item, akin, amount, claim, plain, size
from ..levels import Step, step
from .en_leads import expected, level
from .en_steps import goes_on
from .window import FAR, Near

if TYPE_CHECKING:
    from ....values import Claim, Quantity
    from ...fitting import Equation

MOST = 7                                 # figures of a sentence
NEXT = 12                                # characters between the ends of a range
TENS = 10.0                              # percent: a step that two digits tell
MANY_SHARES = 3
PACES = frozenset({"day", "week", "month", "year", "hour"})
FINE = 3                                 # digits of a figure that is told in another sentence
LONG = 4                                 # digits that a sum needs, if no word tells of one
STEPS = (growth, directed(growth, "down"), step_to("up"), step_to("down"))
REACH = 60                               # characters behind a share that tell what it is


def link(near: Near) -> Iterator[Claim]:
    """The claims of a sentence and the one before."""
    last = near.last()
    if len(near.inside) > MOST or len(last) > MOST:
        return
    for window in ([near.inside, [*last, *near.inside]] if last else [near.inside]):
        made = [*_step(near, window), *_share(near, window)]
        yield from made
        if made:
            return


def sums(near: Near) -> Iterator[Claim]:
    """The sums and differences of a sentence and those before."""
    windows: list[Sequence[Item]] = [near.inside, [*near.last(), *near.inside], [*near.last(2), *near.inside]]
    for window in windows[: 3 if len(near.last(2)) > len(near.last()) else 2 if near.last() else 1]:
        made = list(_sum(near, window)) if len(window) <= 2 * MOST else []
        yield from made
        if made:
            return


def _step(near: Near, window: Sequence[Item]) -> Iterator[Claim]:
    words, text = near.words, near.text
    told = [(item, one) for item in window if item.q.unit == "percent" and (one := _told(near, item)) is not None]
    if len(told) != 1:
        return
    item, one = told[0]
    apart = window[0].sentence < near.n
    if any(x is not item and x.q.unit == "percent" and abs(x.q.start - item.q.start) < NEXT for x in window):
        return                                                # "50.1–52.2%"
    if item.q.start in near.held or item.q.printed_low < TENS and item.q.figures < 2 or not plain(item.q):
        return
    if apart and item.q.figures < FINE or words.loose_not.search(text, window[0].begin, window[-1].end):
        return
    if _of_another(near, one, item, window):
        return
    pairs = [pair for pair in _pairs(near, item, window, _digits(near, item, apart))
             if all(level(near, x) and not expected(near, x) and x.depth == item.depth for x in pair)
             and (_beside(item, pair) or goes_on(near))]
    way = one.direction or ("down" if words.falling.search(text, max(item.begin, item.q.start - REACH), item.q.start) else "")
    threes = [(*(pair if direction == "up" else pair[::-1]), item) for direction in ((way,) if way else ("up", "down")) for pair in pairs]
    for old, new in _fitting(directed(growth, ""), threes):
        roles = [("old", old.q), ("new", new.q), ("percent", item.q)]
        known = {} if one.compares and item.q.figures < FINE else {"named": "yes"}       # "10% more than in 2015"
        yield claim("change", roles, f"{words.code}.across.loose_step", words.code, severity="warning",
                    direction="up" if size(new.q) > size(old.q) else "down", **known)


def _told(near: Near, item: Item) -> Step | None:
    """A percentage as a step, told by its own words or by those that only this room knows: "beat last year's by 26%"."""
    one = step(near.sentences[item.sentence], item, near.words)
    if one is None and near.words.loose_step.search(near.text, max(item.begin, item.q.start - REACH), item.q.start):
        one = Step(item.q, "", False, item.q.start, item.q.end)
    return one


def _of_another(near: Near, told: Step, item: Item, window: Sequence[Item]) -> bool:
    """Whether a step is told to be in something that the levels are not of: "a 10% rise in fares"."""
    words, text = near.words, near.text
    of = words.loose_of.match(text, told.end, item.end)
    if of is None:
        return False
    others = text[window[0].begin : told.start] + " " + text[of.end() : window[-1].end]
    return not words.names(of["name"]) & words.names(others)


def _share(near: Near, window: Sequence[Item]) -> Iterator[Claim]:
    words, text = near.words, near.text
    shares = [_signed(near, item) for item in window]
    shares = [item for item in shares if item.q.unit == "percent"]
    if len(shares) != 1:
        return
    item = shares[0]
    apart = window[0].sentence < near.n
    if item.q.start in near.held or item.q.printed_low < TENS and item.q.figures < 2 or item.overlaps(words) or not amount_like(item.q):
        return
    if item in window and _told(near, item) is not None or words.nearest_step_behind.match(text, item.q.end, item.end):
        return
    lead = max(item.begin, item.q.start - REACH), item.q.start
    if words.nearest_not.search(text, *lead):
        return
    led = words.loose_share.search(text, *lead) or words.nearest_rate.search(text, *lead) \
        or words.loose_share_of.match(text, item.q.end, min(item.end, item.q.end + REACH))
    if led is None and item.q.figures >= FINE:                # a precise one needs no word before it
        led = words.nearest_ends.match(text, item.q.end, item.end)
    if apart and item.q.figures < FINE or _of_others(near, item, window):
        return
    if led is None or words.loose_not.search(text, window[0].begin, window[-1].end):
        return
    pairs = [(low, high) for low, high in _pairs(near, item, window, _digits(near, item, apart))
             if all(level(near, x) and (x.depth == 0 or x.number == item.number) for x in (low, high)) and _beside(item, (low, high))]
    pairs = [(a, b) for a, b in pairs if not any(one(*map(counted, (x.q, y.q, item.q))) for x, y in ((a, b), (b, a)) for one in STEPS)]
    for part, whole in _fitting(share_fits, [(*pair, item) for pair in pairs]):
        roles = [("whole", whole.q), ("part", part.q), ("percent", item.q)]
        yield claim("share", roles, f"{words.code}.across.loose_share", words.code, severity="warning")


def _digits(near: Near, item: Item, apart: bool) -> int:
    """How many digits levels need: more in two sentences, of which the second does not go on about what the first told."""
    return 2 if not apart or goes_on(near) else FINE if item.q.figures >= FINE else LONG


def _beside(item: Item, pair: tuple[Item, Item]) -> bool:
    """Whether one of two amounts stands in the sentence of what is told of them."""
    return any(one.sentence == item.sentence for one in pair)


def _of_others(near: Near, item: Item, window: Sequence[Item]) -> bool:
    """Whether a share is said to be of what the amounts are not: "27.9% of those over 65"."""
    words, text = near.words, near.text
    of = words.loose_share_whole.match(text, item.q.end, item.end)
    if of is None or of["all"] is not None:
        return False
    return not words.names(of["name"]) & words.names(text[window[0].begin : item.q.start] + " " + text[of.end() : window[-1].end])


def _signed(near: Near, item: Item) -> Item:
    """A share that has no sign: "The pass percentage was 74.97"."""
    q = item.q
    if q.dimension or q.kind != "quantity" or q.printed_low > 100 or near.words.loose_percentage.search(item.label) is None:
        return item
    return item._replace(q=replace(q, unit="percent", dimension="percent", kind="share"))


def amount_like(q: Quantity) -> bool:
    """Whether a share is told as one figure, below a hundred."""
    return q.hedge in ("=", "about") and not q.is_range and 0 < q.printed_low < 100


def _pairs(near: Near, item: Item, window: Sequence[Item], digits: int) -> list[tuple[Item, Item]]:
    """The only two amounts of each kind, the smaller one first."""
    pairs = []
    for group in _groups(near, [one for one in window if one.q.start != item.q.start]):
        if len(group) == 2 and min(one.q.figures for one in group) >= digits:
            low, high = sorted(group, key=lambda one: size(one.q))
            pairs += [(low, high)] if size(low.q) < size(high.q) else []
    return pairs


def _groups(near: Near, items: Sequence[Item], like: bool = False) -> list[list[Item]]:
    """The amounts by their kinds; if they are ``like`` parts of a sum, a bare one goes with those that have a unit."""
    groups: list[list[Item]] = []
    for one in items:
        if not amount(one.q) or one.q.figures < 2 or near.words.loose_or.search(one.label):
            continue
        group = next((group for group in groups if (akin(group[0].q, one.q) or like and _scaled(group[0].q, one.q))
                      and _paced(group[0].q, one.q)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _scaled(a: Quantity, b: Quantity) -> bool:
    """Whether one is bare and has a scale word: "36.4 million crowns … 41.9 million"."""
    return not b.dimension and b.text[-1:].isalpha() and a.dimension[:6] == "money:"


def _paced(a: Quantity, b: Quantity) -> bool:
    return a.per == b.per or not a.per or not b.per           # "$43.45 a barrel … $61.70"


def _fitting(equation: Equation, threes: Sequence[tuple[Item, Item, Item]]) -> list[tuple[Item, Item]]:
    """The pair that fits a step or share; or the one that would, but for a slip."""
    found = [(a, b) for a, b, told in threes if equation(*(counted(one.q) for one in (a, b, told)))]
    if not found:
        found = [(a, b) for a, b, told in threes if _slips(equation, [a.q, b.q, told.q])]
    return found if len(found) == 1 else []


def _slips(equation: Equation, figures: Sequence[Quantity]) -> bool:
    """Whether a slip of a share or step keeps it from its levels; of a level only if it is told to three digits, since many others fit
    what is told to two.
    """
    if nearly(equation, figures, FAR, counted):
        return False
    if figures[-1].figures >= FINE:
        return or_slip(equation, figures, meant, read=counted)
    return or_slip(equation, figures, _told_amiss, (2,), counted) or or_slip(equation, figures, _rescaled, (0, 1), counted)


def _told_amiss(q: Quantity) -> list[float]:
    """A percentage with its two digits exchanged, or a zero or a hundred more or less."""
    return [*swaps(q), *(size(q) * by for by in ZERO), *([size(q) - 100] if size(q) > 100 else [])]


def _rescaled(q: Quantity) -> list[float]:
    """An amount with another scale word, if it has one: 4.5 million, and not 23 or 23,000."""
    worded = len(str(int(size(q)))) > sum(map(str.isdecimal, q.text))
    return [size(q) * by for by in SCALES] if worded else []


# -- lists and rates ------------------------------------------------------------------------------------------------------------

def hundred(near: Near) -> Iterator[Claim]:
    """"Methane makes up 87.3% of the gas, ethane 7.9%, propane 3.1% and nitrogen the other 1.7%": all the shares of a sentence, the last of
    the rest, which make a hundred but for two digits exchanged in one.
    """
    words, text, sentence = near.words, near.text, near.sentence
    shares = [item for item in near.inside if item.q.unit == "percent"]
    if not MANY_SHARES <= len(shares) <= MOST or not all(plain(item.q) for item in shares):
        return
    if any(q.start == item.q.start for c in sentence.claims if c.relation != "shares_whole" and len(c.roles) > 1
           for q in c.quantities for item in shares):
        return
    if any(_told(near, item) for item in shares) or words.loose_not.search(text, sentence.start, sentence.end) or shares[0].overlaps(words):
        return
    if words.loose_left.search(text, shares[-1].q.end, sentence.end):
        return                                                # "; water takes the rest"
    if words.loose_closed.search(text, shares[-2].q.end, sentence.end) is None:
        return                                                # "of the spots 52% were pale, 36% large": some are both
    some = [item.q for item in shares]
    rest = abs(100 - sum(q.printed_low for q in some))
    if rest > FAR * sum(q.half for q in some) and hundred_or_swapped(some):
        yield claim("shares_whole", [("share", q) for q in some], f"{words.code}.across.loose_hundred", words.code, exhaustive="yes",
                    severity="warning")


def paces(near: Near) -> Iterator[Claim]:
    """"With 1,260 calls in 28 days, it took 45 calls a day": so much in so many days, and so much a day."""
    text, words = near.text, near.words
    last = near.last()
    for window in (near.inside, [*last, *near.inside]) if last else (near.inside,):
        rates = [item for item in window if item.q.per in PACES and amount(item.q) and item.q.figures > 1]
        numbers = sorted({item.sentence for item in window})
        if len(rates) != 1 or words.loose_not.search(text, window[0].begin, window[-1].end):
            continue
        each = rates[0].q
        spans = [q for n in numbers for q in near.sentences[n].quantities.values() if q.dimension == "[time]" and not q.hidden]
        totals = [item for item in window if item is not rates[0] and amount(item.q) and not item.q.per and item.q.figures > 1
                  and size(item.q) > size(each) and akin(item.q, replace(each, per="")) and level(near, item)]
        if len(spans) != 1 or len(totals) != 1 or spans[0].unit != each.per or spans[0].is_range or spans[0].printed_low < 2:
            continue
        if any(c.relation in ("mean", "product") for n in numbers for c in near.sentences[n].claims):
            continue
        count, bare = replace(spans[0], factor=1.0, unit="", dimension="count:"), replace(each, per="")
        figures = [totals[0].q, count, bare]
        if mean(*map(counted, figures)) or not nearly(mean, figures, FAR, counted) and or_slip(mean, figures, swaps, (0, 2), counted):
            roles = [("total", totals[0].q), ("count", count), ("mean", bare)]
            yield claim("mean", roles, f"{words.code}.across.loose_pace", words.code, severity="warning")
            return


# -- sums -----------------------------------------------------------------------------------------------------------------------

def _sum(near: Near, window: Sequence[Item]) -> Iterator[Claim]:
    """Three or four amounts of a kind, of which the largest is the sum of the others but for two digits exchanged in one."""
    words, text = near.words, near.text
    if words.loose_not.search(text, window[0].begin, window[-1].end) or words.loose_sum_not.search(text, window[0].begin, window[-1].end):
        return
    if words.loose_more.match(text, window[-1].q.end):
        return                                                # "….  The remaining 471"
    read = [c for n in {one.sentence for one in window} for c in near.sentences[n].claims if len(c.roles) > 1]
    held = near.held | {q.start for c in read for q in c.quantities}
    for group in _groups(near, window, like=True):
        if not 2 < len(group) < 5 or group[-1].sentence < near.n or any(one.q.per or one.q.start in held for one in group):
            continue
        if not all(any(map(str.isalpha, text[a.q.end : b.q.start])) for a, b in pairwise(group)):
            continue                                          # a row of a table
        *parts, whole = sorted(group, key=lambda one: size(one.q))
        figures = [whole.q, *(one.q for one in parts)]
        cued = words.loose_sum.search(text, window[0].begin, window[-1].end) is not None
        digits = [q.figures for q in figures]
        if max(digits) < LONG and not (cued and min(digits) >= FINE) or any(size(a.q) == size(b.q) for a, b in combinations(group, 2)):
            continue
        if not total(*map(counted, figures)) and not nearly(total, figures, FAR, counted) and or_slip(total, figures, swaps, read=counted):
            if _of_another_sum(near, group):
                continue
            roles = [("total", whole.q), *(("part", replace(one.q, unit=whole.q.unit, dimension=whole.q.dimension)) for one in parts)]
            yield claim("total", roles, f"{words.code}.across.loose_sum", words.code, severity="warning")


def _of_another_sum(near: Near, group: Sequence[Item]) -> bool:
    """Whether one of them is in a sum with others near by that holds: "of $431bn, $81bn … $226bn, with $84bn of it … the rest, $124bn"."""
    around = [one for one in (*near.last(2), *near.inside) if akin(one.q, group[0].q) and amount(one.q) and not one.q.per][-MOST:]
    here = {one.q.start for one in group}
    for many in (3, 4):
        for some in combinations(around, many):
            *parts, whole = sorted(some, key=lambda one: size(one.q))
            if here & {one.q.start for one in some} and total(*(counted(one.q) for one in (whole, *parts))):
                return True
    return False
