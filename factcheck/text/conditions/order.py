"""Which figures stand in the sentence beside those of the match, and where."""

from __future__ import annotations

from itertools import islice

from .registry import ROLE, condition
from .seen import Seen, has

BEFORE = 10                              # tokens before a list in which it may have begun
PRICED = 3                               # and before a price


@condition(ROLE)
def first(s: Seen) -> bool:
    """No amount stands before that figure in its sentence."""
    return not any(k in s.quantities and s.quantities[k].kind == "quantity" for k in range(s.place))


@condition(ROLE)
def opens(s: Seen) -> bool:
    """No figure at all, years aside, stands before that one in its sentence."""
    return not any(k in s.quantities and s.tokens[k].char not in "YdDO" for k in range(s.place))


@condition(("x",))
def nothing_else(s: Seen) -> bool:
    """No other figure stands in the sentence, years and spans of time aside."""
    own = {k for _, k in s.places}
    return not any(k not in own and s.tokens[k].char not in "YdDO" for k in s.quantities)


@condition(ROLE)
def printed_last(s: Seen) -> bool:
    """That figure is printed behind the others: a base that the next sentence tells."""
    return all(q.start <= s.figure.start for q in s.figures)


@condition(ROLE)
def sole(s: Seen) -> bool:
    """No other figure of its dimension stands in the sentence beside those of the claim: 长1.2公里、宽30米 are two."""
    own = {k for _, k in s.places}
    return not any(q.dimension == s.figure.dimension for k, q in s.quantities.items() if k not in own)


@condition(ROLE)
def only(s: Seen) -> bool:
    """No other figure of its unit stands before it."""
    own = {k for _, k in s.places}
    return not any(k < s.place and q.unit == s.figure.unit and q.kind == "quantity" and k not in own for k, q in s.quantities.items())


@condition(ROLE)
def alone(s: Seen) -> bool:
    """No other percentage stands in the sentence."""
    shares = (q for q in s.quantities.values() if q.unit == "percent" or q.kind == "fraction")
    return sum(1 for _ in islice(shares, len(s.places) + 1)) == len(s.places)


@condition(ROLE)
def leading(s: Seen) -> bool:
    """No percentage stands before the first of them in its sentence: the list is whole."""
    return not any(k < s.places[0][1] and q.unit == "percent" for k, q in s.quantities.items())


@condition(ROLE)
def begins(s: Seen) -> bool:
    """The list begins with the first of them: no other of its unit stands before it with a comma or "and" between, as in "$500, $300 and
    $200".
    """
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


@condition(ROLE, "rate")
def single(s: Seen) -> bool:
    """No other count at another price stands before that one ("300 at $20 and 200 at $10")."""
    if s.at["rate"] < s.place:
        return True
    money = s.of("rate").dimension
    places = (k for k in range(s.place) if k in s.quantities and s.quantities[k].dimension == money)
    return not any(has(t, {"priced_at"}) for k in places for t in s.tokens[max(0, k - PRICED) : k])


@condition(ROLE)
def disjoint(s: Seen) -> bool:
    """No percentages stand beside these figures, or such as make a hundred: "300 (75%) were women and 120 (30%) worked at night" are no
    parts of one division.
    """
    places = [k for role, k in s.places if role == s.value]
    shares = [s.quantities[k + 2].printed_low for k in places if k + 2 in s.quantities and s.tokens[k + 1].char == "("
              and s.quantities[k + 2].unit == "percent"]
    return len(shares) < len(places) or abs(sum(shares) - 100) <= len(shares)
