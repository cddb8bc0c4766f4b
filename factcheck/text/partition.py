"""Whether figures are the parts of one whole, where nothing but their size says so.

Conditions of rules (conditions.py): parts that overlap make more than the whole, and shares may each be of a whole of their own.  Unless a
slip of digits explains it, neither is an error.
"""

from __future__ import annotations

from itertools import pairwise

from ..typed import TYPE_CHECKING
from .across_items import of_one
from .echoes import has

if TYPE_CHECKING:
    from ..values import Quantity
    from .conditions import Seen

BEFORE = 10                              # tokens before a list in which it may have begun
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


def adds_up(s: Seen) -> bool:
    total = sum(q.printed_high for q in s.figures)
    return float(s.where.get("least", 0)) <= total <= float(s.where.get("most", "inf"))


def within_whole(s: Seen) -> bool:
    """Parts that nothing but their number says to be of a whole: beyond it they overlap, unless a slip of digits explains it."""
    listed = [s.quantities[k] for role, k in s.places if role == s.value]
    whole = s.quantities[s.at["total"]] if "total" in s.at else None
    total, slack = sum(map(size, listed)), sum(q.half * (q.factor or 1.0) for q in listed)
    goal, slack = (size(whole), slack + whole.half * (whole.factor or 1.0)) if whole is not None else (100.0, slack + 0.05)
    return total <= goal + slack or any(abs(total + more - goal) <= slack for q in listed for more in _swaps(q))


def one_whole(s: Seen) -> bool:
    """Shares of which no whole is named are of one: they make a hundred, or would with the slip of a digit in one of them; or the parts
    beside them are of one whole, or would be with two digits of one figure swapped.
    """
    if any(token.char == "Y" for token in s.tokens[s.places[0][1] : s.places[-1][1]]):
        return False
    shares = [s.quantities[k] for role, k in s.places if role == s.value]
    return of_one(shares) or len(shares) > 1 and not _own_wholes(s) and _swapped(parts(s), shares)


def _own_wholes(s: Seen) -> bool:
    """Whether the parts are of men and women, who often are wholes of their own."""
    return any(has(token, {"man_woman", "half_a_m", "half_b_m"}) for token in s.tokens[max(s.places[0][1] - 6, 0) : s.places[-1][1]])


def _swapped(counts: list[Quantity], shares: list[Quantity]) -> bool:
    """Whether parts and their shares, precise ones, are of one whole with two neighbouring digits of one figure swapped."""
    if len(counts) != len(shares) or not all(q.printed_low > 0 for q in (*counts, *shares)):
        return False
    both = list(zip(counts, shares, strict=True))
    halves = [(part.half * (part.factor or 1.0), q.half) for part, q in both]
    if any(i / size(part) + j / q.printed_low > PRECISE for (part, q), (i, j) in zip(both, halves, strict=True)):
        return False

    def agree(pairs: list[tuple[float, float]]) -> bool:
        ends = [((a - i) / (b + j), (a + i) / (b - j)) for (a, b), (i, j) in zip(pairs, halves, strict=True)]
        return max(low for low, _ in ends) <= min(high for _, high in ends)

    pairs = [(size(part), q.printed_low) for part, q in both]
    tried = []
    for n, (part, q) in enumerate(both):
        others = [(pairs[n][0] + more, pairs[n][1]) for more in _swaps(part)] + [(pairs[n][0], pairs[n][1] + more) for more in _swaps(q)]
        tried += [[*pairs[:n], other, *pairs[n + 1 :]] for other in others]
    return not agree(pairs) and any(map(agree, tried))


def _swaps(q: Quantity) -> list[float]:
    """How much more a figure would be with two neighbouring digits swapped."""
    digits = [n for n, c in enumerate(q.text) if c.isdigit()]
    found = []
    for a, b in pairwise(digits):
        swapped = list(q.text)
        swapped[a], swapped[b] = swapped[b], swapped[a]
        before, after = (text[digits[0] : digits[-1] + 1].replace(",", "") for text in (q.text, "".join(swapped)))
        if before.replace(".", "", 1).isdecimal() and after[0] not in "0０" and float(before):
            found.append((float(after) / float(before) - 1) * size(q))
    return found


def disjoint(s: Seen) -> bool:
    """"300 (75%) were women and 120 (30%) worked at night": these are no parts of one division."""
    places = [k for role, k in s.places if role == s.value]
    shares = [s.quantities[k + 2].printed_low for k in places if k + 2 in s.quantities and s.tokens[k + 1].char == "("
              and s.quantities[k + 2].unit == "percent"]
    return len(shares) < len(places) or abs(sum(shares) - 100) <= len(shares)
