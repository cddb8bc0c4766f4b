"""Whether figures are of one whole, or of one rate, where nothing but their size says so.

Conditions of rules (conditions.py): parts that overlap make more than the whole, and shares may each be of a whole of their own.  Unless a
slip of digits explains it, neither is an error.
"""

from __future__ import annotations

from ...typed import TYPE_CHECKING
from .. import fitting
from ..fitting import Printed
from ..misprints import of_one, slipped, slips, swaps, variants
from ..numerals import SLASHES
from .echoes import has

if TYPE_CHECKING:
    from ...values import Quantity
    from . import Seen

DRIFT = 0.05                             # of a rate, that is no slip of the pen
BEFORE = 10                              # tokens before a list in which it may have begun
LEAST = 4                                # digits of a share that is precise
FAR = 4.0                                # times what rounding may do, that a slip must do more
FINE = 0.06                              # half of the last digit of 15.7 %
HALF = 0.5                               # of a percentage point: "a quarter" is about 25%
SHARP = 0.02                             # of a figure: half of its last digit, or more slips explain it than prove anything
PRECISE = 0.03                           # of a whole: beyond it a swap of digits explains too much


def parts(s: Seen) -> list[Quantity]:
    return [s.quantities[k] for role, k in s.places if role == "part"]


def size(q: Quantity) -> float:
    return abs(q.printed_high * q.factor)


def begins(s: Seen) -> bool:
    """Whether a list begins with the first of the figures: no other of its unit stands before it with a comma or "and" between."""
    first = s.places[0][1]
    joined = False
    for k in range(first - 1, max(first - BEFORE, -1), -1):
        token = s.tokens[k]
        if token.char in ";:()":
            return True
        if token.figure is not None and k in s.quantities and token.char not in "YdDO":
            return not joined or s.quantities[first].unit not in ("", s.quantities[k].unit)      # 38 cents from taxes, 24 from fees
        joined = joined or token.char == "," or has(token, {"and"})
    return True


def ends_in_whole(s: Seen) -> bool:
    """Whether the last of the parts, two or more but not all, make the total: those before them are of something else."""
    listed, whole = parts(s), s.quantities[s.at[s.value]]
    for first in range(1, len(listed) - 1):
        some = listed[first:]
        slack = sum(q.half * (q.factor or 1.0) for q in (*some, whole))
        if abs(sum(map(size, some)) - size(whole)) <= slack:
            return True
    return False


def adds_up(s: Seen) -> bool:
    """No less and no more than the rule says; more if one share is more than all, or with two digits of one swapped they make a hundred."""
    total, most = sum(q.printed_high for q in s.figures), float(s.where.get("most", "inf"))
    if total > most and all(q.unit == "percent" for q in s.figures):
        return any(q.printed_low > 100 for q in s.figures) or _swapped_to(s.figures, 100.0)
    return float(s.where.get("least", 0)) <= total <= most


def within_whole(s: Seen) -> bool:
    """Parts that nothing but their number says to be of a whole: beyond it they overlap, unless a slip of digits explains it or one of them
    alone is more than all.
    """
    listed = [s.quantities[k] for role, k in s.places if role == s.value]
    whole = s.quantities[s.at["total"]] if "total" in s.at else None
    if whole is None and any(q.unit == "percent" and q.printed_low > 100 for q in listed):
        return True
    total, slack = sum(map(size, listed)), sum(q.half * (q.factor or 1.0) for q in listed)
    goal, slack = (size(whole), slack + whole.half * (whole.factor or 1.0)) if whole is not None else (100.0, slack + 0.05)
    return total <= goal + slack or _swapped_to(listed, goal, slack)


def _swapped_to(listed: list[Quantity], goal: float, slack: float = 0.05) -> bool:
    """Whether they add up to the goal with two neighbouring digits of one swapped."""
    total = sum(map(size, listed))
    return any(abs(total + more - goal) <= slack for q in listed for more in _swaps(q))


def one_whole(s: Seen) -> bool:
    """Shares of which no whole is named are of one: they make a hundred, or would with the slip of a digit in one of them; or the parts
    beside them are of one whole, or would be with two digits of one figure swapped.
    """
    if any(token.char == "Y" for token in s.tokens[s.places[0][1] : s.places[-1][1]]):
        return False
    shares = [s.quantities[k] for role, k in s.places if role == s.value]
    return of_one(shares) or len(shares) > 1 and not _own_wholes(s) and _swapped(parts(s), shares)


def parts_of_one(s: Seen) -> bool:
    """Whether parts and the shares told of them are of one whole, or would be with two neighbouring digits of one figure swapped."""
    listed, shares = parts(s), [s.quantities[k] for role, k in s.places if role == "percent"]
    if len(listed) != len(shares):
        return False
    return _agree([(fitting.printed(part), fitting.printed(q)) for part, q in zip(listed, shares, strict=True)]) or _swapped(listed, shares)


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


def hundred_or_swapped(s: Seen) -> bool:
    """Whether precise shares make a hundred, or would with two neighbouring digits of one swapped."""
    shares = [s.quantities[k] for role, k in s.places if role == s.value]
    rest, slack = 100.0 - sum(q.printed_high for q in shares), sum(q.half for q in shares) * 1.001
    if any(q.half > FINE or sum(c.isdigit() for c in q.text) < LEAST for q in shares):
        return False
    return abs(rest) <= slack or any(abs(rest - more * q.printed_high / size(q)) <= slack for q in shares for more in _swaps(q) if size(q))


def fits_or_swapped(s: Seen) -> bool:
    """Whether part ÷ whole is the share, or would be with two neighbouring digits of one figure swapped: else it may be of another whole.

    Of a coarse share (two digits) only a swap in itself proves anything.
    """
    some, whole, percent = parts(s), s.quantities[s.at["whole"]], s.quantities[s.at["percent"]]
    if not any(map(size, some)) or size(whole) <= fitting.printed(whole).room:
        return False

    def of_all(*figures: Printed) -> bool:
        return fitting.share(fitting.together(figures[:-2]), *figures[-2:])

    figures = (*some, whole, percent)
    if not of_all(*map(fitting.printed, figures)) and fitting.nearly(of_all, figures, FAR, fitting.counted):
        return False                                          # off by little more than rounding: of something slightly other
    return fitting.or_slip(of_all, figures, swaps, (len(some) + 1,) if percent.half > FINE else (), fitting.counted)


def step_or_swapped(s: Seen) -> bool:
    """Whether the step between two levels is the one told, or would be with two neighbouring digits of one figure swapped: what stands
    between may be another subject.  Of a coarse step only a swap in itself proves anything.
    """
    role = next(r for r in ("percent", "factor", "points") if r in s.at)
    old, new, step = (s.quantities[s.at[name]] for name in ("old", "new", role))

    def of_increase(a: Printed, b: Printed, c: Printed) -> bool:
        return fitting.growth(a, b, Printed(100 * c.value, 100 * c.room))

    equation = {"percent": fitting.growth, "factor": of_increase, "points": fitting.difference}[role]
    only = (2,) if step.half > FINE else ()
    return bool(step.printed_high) and fitting.or_slip(fitting.directed(equation, ""), (old, new, step), swaps, only)


def difference_or_slip(s: Seen) -> bool:
    """Whether the difference is the one between two levels, or would be with two digits of one of the three swapped: what they are compared
    with may be a forecast, or of another time than the difference is.
    """
    old, new, step = (s.quantities[s.at[role]] for role in ("old", "new", "difference"))
    return fitting.or_slip(fitting.directed(fitting.difference, step_way(s)), (old, new, step), swaps)


def step_way(s: Seen) -> str:
    """"up" or "down", by the word that leads to the difference; "" if none does."""
    for k in range(s.at["difference"] - 1, max(-1, s.at["difference"] - BEFORE), -1):
        entry = s.tokens[k].entry
        if entry is not None and entry.direction:
            return entry.direction
    return ""


def disjoint(s: Seen) -> bool:
    """"300 (75%) were women and 120 (30%) worked at night": these are no parts of one division."""
    places = [k for role, k in s.places if role == s.value]
    shares = [s.quantities[k + 2].printed_low for k in places if k + 2 in s.quantities and s.tokens[k + 1].char == "("
              and s.quantities[k + 2].unit == "percent"]
    return len(shares) < len(places) or abs(sum(shares) - 100) <= len(shares)


def rivalled(s: Seen) -> bool:
    """"Exports of 60, imports of 40, of which exports to the north 12, 20%": another amount than the nearest fits."""
    share, some = s.quantities[s.at["percent"]], parts(s)
    part, units = sum(map(size, some)), {s.figure.unit, *(q.unit for q in some)}
    low, high = min(share.printed_low - share.half, share.low), max(share.printed_high + share.half, share.high)
    low, high = (low, high) if share.unit == "percent" else (100 * low - HALF, 100 * high + HALF)     # a quarter: about 25%
    return any(q.unit in units and q.kind == "quantity" and part < size(q) and low <= 100 * part / size(q) <= high
               for k, q in s.quantities.items() if k < s.at["percent"] and k not in s.at.values())


def is_left(s: Seen) -> bool:
    """Whether the percentage is what the new level is of the old one."""
    old, share = size(s.quantities[s.at["old"]]), s.figure
    left = 100 * size(s.quantities[s.at["new"]]) / old if old else 0.0
    return share.unit == "percent" and share.printed_low - share.half <= left <= share.printed_high + share.half


def printed_otherwise(s: Seen) -> bool:
    """Whether not all figures are fractions in digits, or all fractions in words."""
    return len({SLASHES.isdisjoint(q.text) for q in s.figures}) > 1 or any(q.unit == "percent" for q in s.figures)


def outdone(s: Seen) -> bool:
    """总价480万元，单价6万元，降了20万元，降幅4%: another level than the nearest is the one that fell."""
    step = s.quantities[s.at["percent"]]
    base = s.quantities.get(s.at.get("old", -1)) or s.quantities.get(s.at.get("difference", -1))
    if base is None or step.unit != "percent" or not size(base):
        return False
    low, high = step.printed_low - 2 * step.half, step.printed_high + 2 * step.half      # rounded, or cut off

    def fits(level: float) -> bool:
        bases = (size(base),) if "old" in s.at else (level - size(base), level + size(base))
        return any(b > 0 and low <= 100 * abs((level - b if "old" in s.at else size(base)) / b) <= high for b in bases)

    new = size(s.quantities[s.at["new"]]) if s.value == "old" else 0.0
    return any(q.unit == base.unit and q.kind == "quantity" and (
        fits(size(q)) or bool(new and size(q)) and low <= 100 * abs((new - size(q)) / size(q)) <= high) for k, q in s.quantities.items()
               if k < s.at["percent"] and k not in s.at.values())


def fits_or_slips(total: Quantity, count: Quantity, rate: Quantity) -> bool:
    """Whether total ÷ count is the rate, or the rate is this with a slip of the pen, or would be with two digits of another swapped."""
    if not all((total.printed_low, count.low, count.factor, rate.printed_low, rate.factor)) or total.dimension != rate.dimension:
        return False
    scale = total.factor / count.factor / rate.factor
    if total.low * scale / count.high <= rate.high and rate.low <= total.high * scale / count.low:
        return True
    meant = total.printed_low * scale / count.printed_low
    if abs(meant / rate.printed_low - 1) <= DRIFT:
        return False
    return slipped(rate, meant) or _swap_fits(total, count, rate)


def _swap_fits(total: Quantity, count: Quantity, rate: Quantity) -> bool:
    """Whether total ÷ count is the rate with two neighbouring digits of the total or of the count swapped."""
    sums, counts = [(q.low * q.factor, q.high * q.factor) for q in (total, count)]
    least, most = rate.low * rate.factor, rate.high * rate.factor
    moved = [(sums[0] + more, sums[1] + more, *counts) for more in _swaps(total)]
    moved += [(*sums, counts[0] + more, counts[1] + more) for more in _swaps(count)]
    return any(low > 0 < few and low / many <= most and least <= high / few for low, high, few, many in moved)


def equal_or_slipped(s: Seen) -> bool:
    """The two figures are one measure, as printed or but for a slip of the pen: "235 acres or 95 hectares" is no choice."""
    fine = all(q.half <= SHARP * abs(q.printed_low) for q in s.figures)
    return fine and fitting.or_slip(fitting.equal, s.figures, variants)


def sum_or_slipped(s: Seen) -> bool:
    """Whether the parts make the total, or would but for a slip of the pen: of parts that need not be all there are."""
    figures = [s.quantities[s.at["total"]], *(s.quantities[k] for role, k in s.places if role == "part")]
    return all(q.printed_low > 0 and not q.is_range for q in figures) and fitting.or_slip(fitting.total, figures, slips)
