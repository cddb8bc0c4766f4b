"""Whether a claim that does not hold is of other figures of its sentence than a rule took for it.

"$2,400 a year, $200 a month, or 40% of the $6,000": the share is right of the first amount, and what a rule took for the part says it once
more.  A share, a step or a span that is right of other figures beside it, and a list that adds up without its first items, are no evidence
of an error: what belongs together only a reader can tell.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import combinations, takewhile

from .frozen import replace
from .judge import holds
from .text import fitting
from .typed import TYPE_CHECKING
from .values import YEAR_SECONDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from .values import Claim, Quantity

PLACES = {                                       # roles for which a sentence may have several candidates
    "share": ("part", "whole"), "change": ("old", "new"), "conversion": ("a",),
    "product": ("rate", "count"), "mean": ("total", "count"),
}
LISTS = {"total": "part", "complement": "share", "shares_whole": "share"}
SPANS = frozenset({"timespan", "anniversary", "days"})
FEW = 5                                          # shares that may belong to others behind them
NEAR = 12                                        # figures near a claim that may be meant
BESIDE = 3                                       # characters of " (" between two sums
FINE = 0.01                                      # of a figure
ROUGH = 0.2                                      # of a share or step: what coarse figures may be off
MANY, HUNDRED = 60, 100                          # times that a step is taken; no more than all is lost
ENOUGH = 1e-9                                    # of a total: what its binary form may be off
BOUNDED = 10.0                                   # times what was taken: beyond it "more than triple" is right of anything
AMOUNTS = frozenset({"quantity", "share", "year"})


def candidates(quantities: Iterable[Quantity]) -> list[Quantity]:
    """The exact amounts of a sentence, as they stand in it."""
    return [q for q in quantities if q.kind in AMOUNTS and not q.hidden and q.hedge == "="]


def fits(claim: Claim, amounts: list[Quantity], settled: Collection[tuple[int, int]] = ()) -> bool:
    """Whether the claim holds of other figures of its sentence, which are given, or without the first of those it lists; the steps at the
    places ``settled`` are those of other levels.
    """
    if claim.relation in LISTS:
        return _tail(claim) or _other_total(claim, amounts)
    if claim.relation in SPANS:
        return _other_years(claim, amounts)
    if claim.relation == "growth":
        return _other_years(claim, amounts) or _other_time(claim, amounts)
    if claim.relation == "conversion" and _in_brackets(claim):
        return False
    names = PLACES.get(claim.relation, ())
    if not names or len({role for role, _ in claim.roles}) < len(claim.roles):       # parts that repeat are a list
        return False
    step = next((q for role, q in reversed(claim.roles) if role not in names), claim.roles[-1][1])
    if claim.relation == "share" and (_shifted(claim, amounts) or _nested(claim, amounts)):
        return True
    if claim.relation == "change" and (_of_many(claim, amounts) or _of_both(claim, amounts)):
        return True
    stepped = "percent" if claim.relation == "change" else ""
    return any(_other(claim, n, step, amounts, settled) for n, (role, _) in enumerate(claim.roles) if role in (*names, stepped))


def _in_brackets(claim: Claim) -> bool:
    """Whether one sum is told of right behind the other, "$1.8bn (£94m)": of another sum a rate of exchange always makes about as much."""
    (_, a), (_, b) = claim.roles[0], claim.roles[-1]
    return a.dimension.startswith("money:") and b.dimension.startswith("money:") and 0 < b.start - a.end <= BESIDE


def _shifted(claim: Claim, amounts: list[Quantity]) -> bool:
    """"Of 80, 20 (25%) …, and in the other group 30 of 150 (20%)": what was taken for the part is the whole of a part before it, or what
    was taken for the whole is a part of one before it.
    """
    rest = tuple((role, q) for role, q in claim.roles if role not in ("part", "whole"))
    for name, own in (("part", "whole"), ("whole", "part")):
        taken = claim.role(name)
        at = bisect_left(amounts, taken.start, key=lambda q: q.start) if taken is not None else 0
        if taken is None or not at:
            continue
        q = amounts[at - 1]
        if q.kind != "quantity" or q in claim.quantities or q.unit and taken.unit and q.unit != taken.unit:
            continue
        if _holds(claim, ((name, q), (own, taken), *rest)):
            return True
        if name == "part" and q.dimension == taken.dimension and q.factor == taken.factor:       # "40 and 60, or half of the 200"
            both = replace(taken, low=taken.low + q.low, high=taken.high + q.high, half=taken.half + q.half,
                           printed_low=taken.printed_low + q.printed_low, printed_high=taken.printed_high + q.printed_high)
            if _holds(claim, (("part", both), *((role, other) for role, other in claim.roles if role != "part"))):
                return True
    return False


def _nested(claim: Claim, amounts: list[Quantity]) -> bool:
    """"Of the 40% that rent, a quarter, or 10% of all": the fraction is one of a share before it, the percentage of the whole."""
    fraction, percent = claim.role("fraction"), claim.role("percent")
    if fraction is None or percent is None:
        return False
    stop = bisect_left(amounts, claim.start, key=lambda q: q.start)
    return any(abs(q.printed_low * fraction.printed_low / 100 - percent.printed_low)
               <= percent.half + q.half for q in amounts[max(0, stop - NEAR) : stop] if q.unit == "percent")


def _of_many(claim: Claim, amounts: list[Quantity]) -> bool:
    """"Sold 100 of them at $40, a gain of 60 percent, or $1,500": a step told for so many, beside the level of one."""
    step, level = claim.role("difference"), claim.role("new") or claim.role("old")
    if step is None or level is None:
        return False
    counts = (q.printed_low for q in amounts if q.dimension[:6] in ("", "count:") and q not in claim.quantities and q.printed_low > 1)
    for n in counts:
        one = replace(step, low=step.low / n, high=step.high / n, printed_low=step.printed_low / n, printed_high=step.printed_high / n,
                      half=step.half / n)
        if _holds(claim, tuple((role, one if q is step else q) for role, q in claim.roles)):
            return True
    return False


def _of_both(claim: Claim, amounts: list[Quantity]) -> bool:
    """"Bought for $200,000, done up for $50,000 and sold for $300,000, a profit of $50,000": two were spent before the third came in."""
    old, new, step = claim.role("old"), claim.role("new"), claim.role("difference")
    if old is None or new is None or step is None or not old.dimension.startswith("money:"):
        return False
    stop = bisect_left(amounts, old.start, key=lambda q: q.start)
    rest = new.printed_low * new.factor - old.printed_low * old.factor - step.printed_low * step.factor
    return any(abs(rest - q.printed_low * q.factor) <= step.half * step.factor
               for q in amounts[max(0, stop - NEAR) : stop] if q.dimension == old.dimension)


def _other(claim: Claim, n: int, step: Quantity, amounts: list[Quantity], settled: Collection[tuple[int, int]]) -> bool:
    """Whether another figure than the one at place ``n`` fits there: an amount before the share or the step, or the first one behind the
    claim; or another step of the levels.
    """
    taken = claim.roles[n][1]
    by_size = claim.relation == "change" and claim.role("percent") is claim.role("factor") is None       # a coarse difference says little
    stop, then = (bisect_left(amounts, at, key=lambda q: q.start) for at in (step.start, claim.end))
    near = amounts[max(0, stop - NEAR) : stop]
    if claim.relation != "conversion":           # "57 m/s is 38 mph (61 km/h)": a third unit fits one of the two
        near += filter(_fine, amounts[then : then + 1])
    if taken is step and all(_fine(q) for q in claim.quantities):          # of coarse figures many a step is right
        near += amounts[stop : stop + NEAR]
    if taken is step and "direction" in claim.options:         # whose fall it is, only its own words say
        claim = replace(claim, options={name: value for name, value in claim.options.items() if name != "direction"})
    own = {(q.start, q.end) for q in claim.quantities}
    bounded = taken is not step and step.hedge not in ("=", "about")
    for q in near:
        place = q.start, q.end
        if any(q.start <= start and end <= q.end for start, end in own) or place in settled or not _akin(q, taken, claim.relation):
            continue
        if by_size and q.half * q.factor != step.half * step.factor or bounded and not _comparable(q, taken):
            continue
        if (q.printed_low, q.factor) != (taken.printed_low, taken.factor) and _holds(
                claim, (*claim.roles[:n], (claim.roles[n][0], q), *claim.roles[n + 1 :])):
            return True
    return False


def _comparable(q: Quantity, taken: Quantity) -> bool:
    """Whether one figure is not so far from another that a bound, "more than triple", is right of it whatever it tells."""
    size, other = abs(q.printed_low * q.factor), abs(taken.printed_low * taken.factor)
    return other / BOUNDED <= size <= other * BOUNDED


def _fine(q: Quantity) -> bool:
    """Whether a figure is told so precisely that it fits by no chance."""
    return q.half <= FINE * abs(q.printed_low)


def _akin(q: Quantity, taken: Quantity, relation: str) -> bool:
    """Whether one figure may stand in the place of another: of one dimension, as far as they print one."""
    if q.kind == "year" or q.kind != taken.kind and relation != "change":
        return False
    return q.dimension == taken.dimension or not q.dimension or not taken.dimension


def _other_years(claim: Claim, amounts: list[Quantity]) -> bool:
    """"1425 to 1435, and built in 1962 it had its 50th birthday in 2012": it is right of two other years."""
    at = bisect_left(amounts, claim.start, key=lambda q: q.start)
    years = [q for q in amounts[max(0, at - NEAR) : at + NEAR] if q.kind == "year" and not q.is_range]
    if not {"start", "end"} <= {role for role, _ in claim.roles}:
        return False
    rest = tuple((role, q) for role, q in claim.roles if role not in ("start", "end"))
    if not rest:                                 # only which of them is first
        return False
    pairs = [tuple(sorted(pair, key=lambda q: q.printed_low)) for pair in combinations(years, 2)]
    return any(_holds(claim, (("start", a), ("end", b), *rest)) for a, b in pairs)


def _other_time(claim: Claim, amounts: list[Quantity]) -> bool:
    """"Between 2003 and 2008 …, and from 1 to 2 million over ten years, 7.2% a year": the growth took the time that is told beside."""
    start, end = claim.role("start"), claim.role("end")
    if start is None or end is None:
        return False
    at = bisect_left(amounts, claim.start, key=lambda q: q.start)
    for q in amounts[max(0, at - NEAR) : at + NEAR]:
        if q.dimension == "[time]" and q.factor >= YEAR_SECONDS and q.printed_low == q.printed_high:
            until = start.printed_low + q.printed_low * q.factor / YEAR_SECONDS
            then = replace(end, low=until, high=until, printed_low=until, printed_high=until)
            if _holds(claim, tuple((role, then if role == "end" else other) for role, other in claim.roles)):
                return True
    return False


def repeated(claim: Claim, figures: Iterable[Quantity]) -> bool:
    """"Raised by 10% three times, from $100 to $133.10", "three cuts of 25 basis points, from 5.5% to 4.75%": the step was taken as often
    as a figure of the sentence says.
    """
    old, new, step = claim.role("old"), claim.role("new"), claim.role("percent") or claim.role("points")
    if claim.relation != "change" or old is None or new is None or step is None or not old.printed_low or not new.printed_low:
        return False
    own = {q.start for q in claim.quantities}
    often = {q.printed_low for q in figures if q.start not in own and q.unit != "percent" and q.printed_low == q.printed_high}
    a, b = fitting.printed(old), fitting.printed(new)
    low, high = step.printed_low - step.half, step.printed_high + step.half
    for n in (n for n in often if n == int(n) and 1 < n <= MANY):
        if step.dimension == "percent_point":
            made = n * low * step.factor, n * high * step.factor
            room = a.room + b.room
            if made[0] - room <= abs(a.value - b.value) <= made[1] + room:
                return True
        else:
            sign = -0.01 if b.value < a.value else 0.01
            made = tuple(sorted((1 + sign * p) ** n for p in (low, high) if p < HUNDRED))
            if made and (b.value + b.room) / (a.value - a.room) >= made[0] and (b.value - b.room) / (a.value + a.room) <= made[-1]:
                return True
    return False


def in_turn(claim: Claim, amounts: list[Quantity]) -> bool:
    """"Up 10% in 2019 and 20% in 2020, from 100 to 132": the last of several steps side by side that together lead from the one to the
    other.
    """
    old, new, step = claim.role("old"), claim.role("new"), claim.role("percent")
    if claim.relation != "change" or old is None or new is None or step is None or not old.printed_low:
        return False
    before = [q for q in amounts if q.kind != "year" and q.start <= step.start][-NEAR:]
    steps = list(takewhile(lambda q: q.unit == "percent" and q not in (old, new), reversed(before)))
    a, b = fitting.printed(old), fitting.printed(new)
    sign = -0.01 if b.value < a.value else 0.01
    low = high = 1.0
    for n, q in enumerate(steps):
        ends = sorted((1 + sign * (q.printed_low - q.half), 1 + sign * (q.printed_high + q.half)))
        low, high = low * max(ends[0], 0.0), high * max(ends[1], 0.0)
        if n and (b.value + b.room) / (a.value - a.room) >= low and (b.value - b.room) / (a.value + a.room) <= high:
            return True
    return False


def own_wholes(claim: Claim, amounts: list[Quantity]) -> bool:
    """"Of 90, 60 had the drug and 30 none; 45 (75%) and 15 (50%) were well": each part has its share of a whole of its own near by."""
    pairs = list(zip(*([q for role, q in claim.roles if role == name] for name in ("part", "percent")), strict=False))
    others = [q for q in amounts if q.kind == "quantity" and q not in claim.quantities]
    wholes = [next((q for q in others if q.printed_low * q.factor > part.printed_low * part.factor
                    and fitting.share(fitting.counted(part), fitting.counted(q), fitting.counted(share))), None) for part, share in pairs]
    return len(pairs) > 1 and all(q is not None for q in wholes) and len({q.printed_low for q in wholes if q is not None}) > 1


def of_a_part(claim: Claim, near: Iterable[Quantity]) -> bool:
    """"They had 50.8% together: Gill won 45.4% and Coyle the remaining 5.4%": shares that make another share near by, or the first of them
    ("of the 8%, 3% stays and the remaining 5% goes"); or a hundred with some that stand before them.
    """
    own = [fitting.printed(q).value for q in claim.quantities]
    if sum(own) < HUNDRED and abs(own[0] - sum(own[1:])) <= ENOUGH * HUNDRED:
        return True
    made = fitting.together(fitting.printed(q) for q in claim.quantities)
    others = [fitting.printed(q).value for q in near if q.unit == "percent" and q not in claim.quantities][-FEW:]
    wanted = (made.value, HUNDRED - made.value)
    some = (sum(picked) for many in range(1, len(others) + 1) for picked in combinations(others, many))
    return any(abs(one - goal) <= ENOUGH * HUNDRED for one in some for goal in wanted)


def _tail(claim: Claim) -> bool:
    """Whether a list makes its total, or a hundred, without its first items, which are of another one."""
    listed = [fitting.printed(q) for role, q in claim.roles if role == LISTS[claim.relation]][-NEAR:]
    total = claim.role("total")
    goal = fitting.printed(total) if total is not None else fitting.Printed(100.0, 0.0)
    for first in range(1, len(listed) - 1):
        made = fitting.together(listed[first:])
        if abs(made.value - goal.value) <= (made.room if total is None else ENOUGH * goal.value):
            return True
    return False


def _other_total(claim: Claim, amounts: list[Quantity]) -> bool:
    """"920 people, more than the 850 of the year before, 640 men and 280 women": the parts make another amount before them."""
    total, parts = claim.role("total"), [q for role, q in claim.roles if role == "part"]
    if total is None or len(parts) < 2:
        return False
    stop = bisect_left(amounts, max(q.start for q in parts), key=lambda q: q.start)
    made = fitting.together(map(fitting.counted, parts))
    others = (q for q in amounts[max(0, stop - NEAR) : stop] if q not in claim.quantities and _akin(q, total, claim.relation))
    return any(abs(made.value - other.value) <= ENOUGH * made.value for other in map(fitting.printed, others))


def _near(relation: str, roles: tuple[tuple[str, Quantity], ...], direction: str) -> bool:
    """Whether the figures are near enough to be worth a judgement: that takes long, most are far off, and for "over 20%" any is enough."""
    sizes = {role: abs(q.printed_high * (q.factor or 1.0)) for role, q in roles}
    told = dict(roles).get("percent")
    if told is None or told.unit != "percent":
        return True
    if relation == "share" and sizes.get("whole") and "part" in sizes:
        made = [sizes["part"] / sizes["whole"]]
    elif relation == "change" and sizes.get("old") and "new" in sizes:
        made = [abs(sizes["new"] / sizes["old"] - 1)]
    elif relation == "change" and "difference" in sizes and len(sizes.keys() & {"new", "old"}) == 1:
        level, step = sizes.get("old") or sizes["new"], sizes["difference"]
        bases = {"up": level - step, "down": level + step} if "new" in sizes else {"": level}
        made = [step / abs(base) for way, base in bases.items() if base and (way == direction or direction not in bases)]
    else:
        return True
    return any(abs(100 * rate - abs(told.printed_high)) <= ROUGH * 100 * rate + 3.0 for rate in made)


def _holds(claim: Claim, roles: tuple[tuple[str, Quantity], ...]) -> bool:
    return _near(claim.relation, roles, claim.options.get("direction", "")) and holds(replace(claim, roles=roles))
