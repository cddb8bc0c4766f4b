"""What leads to a figure: the words right before it in its clause.  Questions of the conditions of rules (conditions.py)."""

from __future__ import annotations

from ...typed import TYPE_CHECKING
from .echoes import CLAUSE_ENDS, clause, has

if TYPE_CHECKING:
    from ..lexer import Token
    from . import Seen


def stands_before(place: int, tokens: list[Token], group: str) -> bool:
    """Whether a word of the group stands close before the figure, in its clause; with no group, whether another amount does."""
    for k in range(place - 1, max(place - 6, -1), -1):
        token = tokens[k]
        if token.char in CLAUSE_ENDS:
            return False
        if token.figure is not None and token.char not in "YdD":
            return not group
        if group and has(token, {"was"}):
            return False                                          # "income from rents was 5m"
        if group and token.entry is not None and group in token.entry.groups:
            return True
    return False


def is_first(place: int, tokens: list[Token]) -> bool:
    """Whether a level is no base, no alternative and no whole of another: not "from 40", "or 40", "12 of the 40"."""
    based = any(stands_before(place, tokens, group) for group in ("from", "against"))
    return not based and not leads(place, tokens, "or") and not has_part(place, tokens)


def leads(place: int, tokens: list[Token], group: str) -> bool:
    """Whether a word of the group stands right before the figure, hedges and the like aside."""
    at = place - 1
    while at > 0 and tokens[at].figure is None and has(tokens[at], {"hedge", "filler"}):
        at -= 1
    return at >= 0 and has(tokens[at], {group})


def is_step(place: int, tokens: list[Token]) -> bool:
    """Whether a word of change leads to the figure, and words of comparison to that."""
    changes = False
    for k in range(place - 1, -1, -1):
        token = tokens[k]
        if token.char in CLAUSE_ENDS or token.figure is not None and token.char not in "YdD":
            return False
        if changes and has(token, {"than", "yoy", "yoy_mark"}):
            return True
        changes = changes or token.entry is not None and bool(token.entry.direction) and not has(token, {"step_to"})
    return False


def is_base(place: int, tokens: list[Token]) -> bool:
    """Whether something is compared with the figure: 与上年的240家相比."""
    if place + 1 >= len(tokens) or not has(tokens[place + 1], {"compared"}):
        return False
    for k in range(place - 1, -1, -1):
        if tokens[k].char in CLAUSE_ENDS:
            return False
        if has(tokens[k], {"with"}):
            return True
    return False


def is_change(place: int, tokens: list[Token]) -> bool:
    """Whether a word of change leads to the figure: "fell by about 5%"."""
    for token in tokens[place - 1 : max(place - 4, 0) : -1] if place else ():
        if token.figure is not None or token.char in CLAUSE_ENDS:
            return False
        if token.entry is not None and token.entry.direction:
            return True
    return False


def has_part(place: int, tokens: list[Token]) -> bool:
    """Whether the figure is the whole of another: "35 of the 67 seats"."""
    at = place - 1
    while at > 0 and tokens[at].figure is None and has(tokens[at], {"hedge", "filler", "holder"}):
        at -= 1
    return at > 0 and has(tokens[at], {"of"}) and tokens[at - 1].figure is not None and tokens[at - 1].char not in "YdD"


def in_list(place: int, tokens: list[Token]) -> bool:
    """Whether an amount and a comma stand before the figure: it is one of a list."""
    at = place - 1
    while at > 0 and tokens[at].figure is None and has(tokens[at], {"hedge", "filler", "and"}):
        at -= 1
    if at < 1 or tokens[at].char != ",":
        return False
    return any(token.figure is not None and token.char not in "YdD" for token in tokens[max(at - 2, 0) : at])


def is_mean(rate: int, tokens: list[Token]) -> bool:
    """Whether a word for each year stands right before the rate (年均, 平均每年)."""
    at = rate - 1
    while at > 0 and (has(tokens[at], {"hedge", "light"}) or tokens[at].entry is None) and tokens[at].figure is None \
            and tokens[at].char not in CLAUSE_ENDS:
        at -= 1
    figure = tokens[at].figure
    return figure is not None and figure.factor_word == "period" and figure.unit is not None and figure.unit.name == "year"


def opened(place: int, tokens: list[Token], group: str) -> bool:
    """Whether the figure's clause begins with a word of the group."""
    first, _ = clause(place, tokens)
    return has(tokens[first], {group})


def way(s: Seen) -> int:
    """1 if the last word of change before the last figure tells of a rise, -1 of a fall, 0 if there is none."""
    last, before = s.places[-1][1], s.places[-2][1]
    ways = (token.entry.direction for token in s.tokens[last - 1 : before : -1] if token.entry is not None and token.figure is None)
    return {"up": 1, "down": -1}.get(next(filter(None, ways), ""), 0)
