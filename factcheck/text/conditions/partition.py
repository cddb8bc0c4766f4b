"""Whether figures are of one whole, or of one rate, where nothing but their size says so.

Parts that overlap make more than the whole, and shares may each be of a whole of their own.  Unless a slip of digits explains it,
neither is an error.
"""

from __future__ import annotations

from ...typed import TYPE_CHECKING
from .. import fitting
from ..fitting import Printed
from ..misprints import ZERO, hundred_or_swapped, of_one, slipped, slips, swaps, variants
from .registry import NUMBER, ROLE, UNITS, condition
from .seen import CLAUSE_ENDS, FAINT, Seen, clause, has, size
from .units import per_base

if TYPE_CHECKING:
    from ...values import Quantity

DRIFT = 0.05                             # of a rate, that is no slip of the pen
BEFORE = 10                              # tokens before a difference in which its direction is said
MANY = 4                                 # shares that seldom make a hundred by chance
LEAST = 4                                # digits of a share that is precise
FAR = 4.0                                # times what rounding may do, that a slip must do more
FINE = 0.06                              # half of the last digit of 15.7 %
HALF = 0.5                               # of a percentage point: "a quarter" is about 25%
PRECISE = 0.03                           # of a whole: beyond it a swap of digits explains too much
STANCES = {"pro", "con", "unsure", "share_of", "share_is", "of", "holder", "filler", *FAINT}      # words of a poll's answers


# -- sums -----------------------------------------------------------------------------------------------------------------------

@condition(NUMBER)
def least(s: Seen) -> bool:
    """The shares add up to no less: below that they are of different wholes; unless one is more than all, or two digits of one swapped
    make them a hundred.
    """
    return _adds_up(s)


@condition(NUMBER)
def most(s: Seen) -> bool:
    """The shares add up to no more, with the same exceptions."""
    return _adds_up(s)


def _adds_up(s: Seen) -> bool:
    total = sum(q.printed_high for q in s.figures)
    if float(s.where.get("least", 0)) <= total <= float(s.where.get("most", "inf")):
        return True
    shares = all(q.unit == "percent" for q in s.figures)
    return shares and (any(q.printed_low > 100 for q in s.figures) or _swapped_to(s.figures, 100.0))


@condition(ROLE)
def whole(s: Seen) -> bool:
    """Those shares add up to a hundred at most, those parts to the total: beyond it they overlap, unless a slip of digits explains it
    or one of them alone is more than all.
    """
    listed = s.every(s.value)
    whole = s.of("total") if "total" in s.at else None
    if whole is None and any(q.unit == "percent" and q.printed_low > 100 for q in listed):
        return True
    total, slack = sum(map(size, listed)), sum(map(_slack, listed))
    goal, slack = (size(whole), slack + _slack(whole)) if whole is not None else (100.0, slack + 0.05)
    return total <= goal + slack or _swapped_to(listed, goal, slack)


def _slack(q: Quantity) -> float:
    """What rounding may do to a figure; of things that were counted one by one, nothing."""
    return 0.0 if q.dimension[:6] in ("", "count:") and q.half <= 0.5 and "." not in q.text else q.half * (q.factor or 1.0)


def _swapped_to(listed: list[Quantity], goal: float, slack: float = 0.05) -> bool:
    """Whether they add up to the goal with two neighbouring digits of one swapped."""
    total = sum(map(size, listed))
    return any(abs(total + more - goal) <= slack for q in listed for more in _swaps(q))


@condition(ROLE)
def one_whole(s: Seen) -> bool:
    """The shares make a hundred, or would but for the slip of a digit, and no year stands between them; or the parts beside them are of
    one whole, or would be with two digits of one figure swapped.
    """
    if any(token.char == "Y" for token in s.tokens[s.places[0][1] : s.places[-1][1]]):
        return False
    shares = s.every(s.value)
    return of_one(shares) or len(shares) > 1 and not _own_wholes(s) and _swapped(s.every("part"), shares)


@condition(ROLE)
def hundred(s: Seen) -> bool:
    """Those shares make a hundred, as far as their last digits tell."""
    shares = s.every(s.value)
    return abs(sum(q.printed_low for q in shares) - 100) <= 1.0001 * sum(q.half for q in shares)


@condition(ROLE)
def one_issue(s: Seen) -> bool:
    """Nothing is said of the later ones of those shares that is not said of the first: who they are, and what they are for or against.
    In 55%支持加税，62%反对修路 they are of two questions, in 青年62%反对 of others.
    """
    shares = [k for role, k in s.places if role == s.value]
    told = s.text[s.tokens[0].start : s.tokens[clause(shares[0], s.tokens)[1]].end]
    for k in shares[1:]:
        begin, end = clause(k, s.tokens)
        if any(has(token, {"unsure"}) for token in s.tokens[begin : end + 1]):
            continue                                          # who does not know is asked the same
        for n in range(begin, end + 1):
            token = s.tokens[n]
            known = n == k or has(token, STANCES) or token.char in (*CLAUSE_ENDS, ".")
            if not known and s.text[token.start : token.end].strip() not in told:
                return False
    return True


@condition(ROLE)
def swapped_whole(s: Seen) -> bool:
    """Those shares, precise ones, make a hundred, or would with two neighbouring digits of one swapped."""
    shares = s.every(s.value)
    fine = all(q.half <= FINE and sum(c.isdigit() for c in q.text) >= LEAST for q in shares)
    return fine and hundred_or_swapped(shares)


@condition(ROLE)
def many_slip(s: Seen) -> bool:
    """Those shares, four of them or more and told to tenths, make a hundred, or would with two neighbouring digits of one swapped."""
    shares = s.every(s.value)
    return len(shares) >= MANY and all(q.half <= FINE for q in shares) and hundred_or_swapped(shares)


@condition(ROLE)
def swapped_parts(s: Seen) -> bool:
    """The parts and their shares are of one whole, or would be with two neighbouring digits of one figure swapped."""
    listed, shares = s.every("part"), s.every("percent")
    if len(listed) != len(shares):
        return False
    return _agree([(fitting.printed(part), fitting.printed(q)) for part, q in zip(listed, shares, strict=True)]) or _swapped(listed, shares)


@condition(("x",), "total")
def sum_slip(s: Seen) -> bool:
    """The parts make the total, or would but for a slip of the pen: else they are not all there is of it."""
    figures = [s.of("total"), *s.every("part")]
    return all(q.printed_low > 0 and not q.is_range for q in figures) and fitting.or_slip(fitting.total, figures, slips)


@condition(ROLE)
def overfull(s: Seen) -> bool:
    """The parts make that figure, or more: where they make less, there may be others."""
    return sum(map(size, s.every("part"))) >= size(s.figure)


@condition(ROLE)
def tail(s: Seen) -> bool:
    """The last of the parts, two or more, do not make that total without the first: those before them are of something else."""
    listed, whole = s.every("part"), s.figure
    for first in range(1, len(listed) - 1):
        some = listed[first:]
        slack = sum(q.half * (q.factor or 1.0) for q in (*some, whole))
        if abs(sum(map(size, some)) - size(whole)) <= slack:
            return False
    return True


@condition(UNITS, "total")
def all_of(s: Seen) -> bool:
    """The parts that have a unit are counted in just these, which are all there is of the whole; "… of games": and that is in one of
    these.
    """
    listed, _, wholes = s.value.partition(" of ")
    whole = s.of("total").unit
    return sorted(q.unit for q in s.every("part") if q.unit) == listed.split() and (not wholes or whole in ("", *wholes.split()))


@condition(ROLE, "part", "percent")
def both_slip(s: Seen) -> bool:
    """The share is that of the part in the part and that figure together, or would be but for a slip of the pen: else there are more than
    these two.
    """
    figures = (s.of("part"), s.figure, s.of("percent"))
    return fitting.only_slip(fitting.share_of_both, figures, variants, FAR, fitting.counted)


# -- shares and steps ------------------------------------------------------------------------------------------------------------

@condition(ROLE, "whole", "percent")
def share_slip(s: Seen) -> bool:
    """Part ÷ whole is the share, or would be with two neighbouring digits of one figure swapped: else it may be of another whole.  Of a
    coarse share (two digits) only a swap in itself proves anything.
    """
    some, whole, percent = s.every("part"), s.of("whole"), s.of("percent")
    if not any(map(size, some)) or size(whole) <= fitting.printed(whole).room:
        return False

    def of_all(*figures: Printed) -> bool:
        return fitting.share(fitting.together(figures[:-2]), *figures[-2:])

    figures = (*some, whole, percent)
    if not of_all(*map(fitting.printed, figures)) and fitting.nearly(of_all, figures, FAR, fitting.counted):
        return False                                          # off by little more than rounding: of something slightly other
    return fitting.or_slip(of_all, figures, swaps, (len(some) + 1,) if percent.half > FINE else (), fitting.counted)


@condition(ROLE, "percent")
def rival(s: Seen) -> bool:
    """No other amount before the share, in the unit of that figure, is the whole that it is right of: "Exports of 60, imports of 40, of
    which exports to the north 12, 20%".
    """
    share, some = s.of("percent"), s.every("part")
    part, units = sum(map(size, some)), {s.figure.unit, *(q.unit for q in some)}
    low, high = min(share.printed_low - share.half, share.low), max(share.printed_high + share.half, share.high)
    low, high = (low, high) if share.unit == "percent" else (100 * low - HALF, 100 * high + HALF)     # a quarter: about 25%
    return not any(q.unit in units and q.kind == "quantity" and part < size(q) and low <= 100 * part / size(q) <= high
               for k, q in s.quantities.items() if k < s.at["percent"] and k not in s.at.values())


@condition(ROLE)
def step_slip(s: Seen) -> bool:
    """The step is the one between old and new, or would be with two neighbouring digits of one figure swapped: what stands between may be
    another subject.  Of a coarse step only a swap in itself proves anything.
    """
    role = next(r for r in ("percent", "factor", "points") if r in s.at)
    old, new, step = (s.of(name) for name in ("old", "new", role))

    def of_increase(a: Printed, b: Printed, c: Printed) -> bool:
        return fitting.growth(a, b, Printed(100 * c.value, 100 * c.room))

    equation = {"percent": fitting.growth, "factor": of_increase, "points": fitting.difference}[role]
    only = (2,) if step.half > FINE else ()
    return bool(step.printed_high) and fitting.or_slip(fitting.directed(equation, ""), (old, new, step), swaps, only)


@condition(("x",), "old", "new", "difference")
def difference_slip(s: Seen) -> bool:
    """The difference is the one between old and new, or would be with two digits of one of the three swapped: what they are compared
    with may be a forecast, or of another time than the difference is.
    """
    old, new, step = (s.of(role) for role in ("old", "new", "difference"))
    return fitting.or_slip(fitting.directed(fitting.difference, _way(s)), (old, new, step), swaps)


@condition(("x",), "new", "difference", "percent")
def stepped_slip(s: Seen) -> bool:
    """The percentage is that of the difference that led to the new level, or would be but for a slip of the pen in one of the three: else
    they may be since two times.
    """
    figures = s.of("new"), s.of("difference"), s.of("percent")
    return fitting.or_slip(fitting.step_to(_way(s) or "up"), figures, slips)


@condition(ROLE, "percent")
def outdone(s: Seen) -> bool:
    """No other amount before the step, in the unit of that level, fits as that level (总价480万元，单价6万元，降了20万元，降幅4%);
    "old": nor as the old one.
    """
    step = s.of("percent")
    base = s.quantities.get(s.at.get("old", -1)) or s.quantities.get(s.at.get("difference", -1))
    if base is None or step.unit != "percent" or not size(base):
        return True
    low, high = step.printed_low - 2 * step.half, step.printed_high + 2 * step.half      # rounded, or cut off

    def fits(level: float) -> bool:
        bases = (size(base),) if "old" in s.at else (level - size(base), level + size(base))
        return any(b > 0 and low <= 100 * abs((level - b if "old" in s.at else size(base)) / b) <= high for b in bases)

    new = size(s.of("new")) if s.value == "old" else 0.0
    return not any(q.unit == base.unit and q.kind == "quantity" and (
        fits(size(q)) or bool(new and size(q)) and low <= 100 * abs((new - size(q)) / size(q)) <= high) for k, q in s.quantities.items()
               if k < s.at["percent"] and k not in s.at.values())


@condition(ROLE, "total", "count")
def slip(s: Seen) -> bool:
    """Total ÷ count is that rate, or a slip of the pen keeps it from that: means of people are of a year, heads counted at its end."""
    return _fits_or_slips(s.of("total"), s.of("count"), per_base(s.figure))


def _fits_or_slips(total: Quantity, count: Quantity, rate: Quantity) -> bool:
    """Whether total ÷ count is the rate, or the rate is this with a slip of the pen, or would be with two digits of another swapped."""
    if not all((total.printed_low, count.low, count.factor, rate.printed_low, rate.factor)) or total.dimension != rate.dimension:
        return False
    scale = total.factor / count.factor / rate.factor
    if total.low * scale / count.high <= rate.high and rate.low <= total.high * scale / count.low:
        return True
    meant = total.printed_low * scale / count.printed_low
    if abs(meant / rate.printed_low - 1) <= DRIFT:
        return False
    shifted = any(abs(meant * by - rate.printed_low) <= rate.half <= DRIFT * rate.printed_low for by in ZERO)
    return shifted or slipped(rate, meant) or _swap_fits(total, count, rate)


def _swap_fits(total: Quantity, count: Quantity, rate: Quantity) -> bool:
    """Whether total ÷ count is the rate with two neighbouring digits of the total or of the count swapped."""
    sums, counts = [(q.low * q.factor, q.high * q.factor) for q in (total, count)]
    least, most = rate.low * rate.factor, rate.high * rate.factor
    moved = [(sums[0] + more, sums[1] + more, *counts) for more in _swaps(total)]
    moved += [(*sums, counts[0] + more, counts[1] + more) for more in _swaps(count)]
    return any(low > 0 < few and low / many <= most and least <= high / few for low, high, few, many in moved)


def _agree(pairs: list[tuple[Printed, Printed]]) -> bool:
    """Whether one whole may be behind all these parts and shares."""
    ends = [((part.value - part.room) / (q.value + q.room), (part.value + part.room) / max(q.value - q.room, 1e-9)) for part, q in pairs]
    return max(low for low, _ in ends) <= min(high for _, high in ends)


def _own_wholes(s: Seen) -> bool:
    """Whether the parts are of men and women, who often are wholes of their own."""
    return any(has(token, {"man_woman", "half_a_m", "half_b_m"}) for token in s.tokens[max(s.places[0][1] - 6, 0) : s.places[-1][1]])


def _swapped(counts: list[Quantity], shares: list[Quantity]) -> bool:
    """Whether parts and their shares, precise ones, are of one whole with two neighbouring digits of one figure swapped."""
    if len(counts) != len(shares) or not all(q.printed_low > 0 for q in (*counts, *shares)):
        return False
    pairs = [(fitting.printed(part), fitting.printed(q)) for part, q in zip(counts, shares, strict=True)]
    if _agree(pairs) or any(part.room / part.value + q.room / q.value > PRECISE for part, q in pairs):
        return False
    for n, (part, share) in enumerate(pairs):
        others = [(part._replace(value=meant), share) for meant in swaps(counts[n])]
        others += [(part, share._replace(value=meant)) for meant in swaps(shares[n])]
        if any(_agree([*pairs[:n], other, *pairs[n + 1 :]]) for other in others):
            return True
    return False


def _swaps(q: Quantity) -> list[float]:
    """How much more a figure would be with two neighbouring digits swapped."""
    return [meant - size(q) for meant in swaps(q)]


def _way(s: Seen) -> str:
    """"up" or "down", by the word that leads to the difference; "" if none does."""
    for k in range(s.at["difference"] - 1, max(-1, s.at["difference"] - BEFORE), -1):
        entry = s.tokens[k].entry
        if entry is not None and entry.direction:
            return entry.direction
    return ""
