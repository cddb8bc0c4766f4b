"""What leads to a figure: the words right before it in its clause."""

from __future__ import annotations

from ...typed import TYPE_CHECKING
from .registry import ROLE, condition
from .seen import CLAUSE_ENDS, Seen, clause, has, size

if TYPE_CHECKING:
    from ..lexer import Token

OF_THEM = {"of", "holder", "hedge"}
EACH = {"per_each", "each_one", "every", "everyone", "average_word", "daily", "daily_make"}


@condition(ROLE)
def step(s: Seen) -> bool:
    """That figure prints its own unit and no "to" or "from" leads to it: it is a step, not a level."""
    return not s.figure.text.replace(".", "").isdigit() and not _leads(s.place, s.tokens, "to") and not _leads(s.place, s.tokens, "from")


@condition(ROLE)
def no_step(s: Seen) -> bool:
    """Its clause does not compare that figure with a time before (比上周涨3毛), nor anything with it (与240家相比): it is a level."""
    return not _is_step(s.place, s.tokens) and not _is_base(s.place, s.tokens)


@condition(ROLE)
def no_change(s: Seen) -> bool:
    """No word of change leads to that figure ("fell by about 5%"): it is a share."""
    for token in s.tokens[s.place - 1 : max(s.place - 4, 0) : -1] if s.place else ():
        if token.figure is not None or token.char in CLAUSE_ENDS:
            return True
        if token.entry is not None and token.entry.direction:
            return False
    return True


@condition(ROLE)
def not_from(s: Seen) -> bool:
    """Neither "from" nor "compared with" stands close before that figure: it is not the level that something came from; nor "or", nor a
    part of it ("12 of the 40").
    """
    based = any(_stands_before(s.place, s.tokens, group) for group in ("from", "against"))
    return not based and not _leads(s.place, s.tokens, "or") and not _has_part(s.place, s.tokens)


@condition(ROLE)
def no_part(s: Seen) -> bool:
    """No other amount stands close before that figure ("20 of its 30 games" has its part already)."""
    return not _stands_before(s.place, s.tokens, "")


@condition(ROLE)
def after_christ(s: Seen) -> bool:
    """No word for years before our era stands close before that year."""
    return not _stands_before(s.place, s.tokens, "before_era")


@condition(ROLE)
def no_list(s: Seen) -> bool:
    """No amount and a comma stand right before that figure: it is one of a list ("64 men, 152 women, 58 boys")."""
    at = s.place - 1
    while at > 0 and s.tokens[at].figure is None and has(s.tokens[at], {"hedge", "filler", "and"}):
        at -= 1
    if at < 1 or s.tokens[at].char != ",":
        return True
    return not any(token.figure is not None and token.char not in "YdD" for token in s.tokens[max(at - 2, 0) : at])


@condition(ROLE)
def unnamed(s: Seen) -> bool:
    """The "from" that leads to that figure opens its clause: what changes is named behind."""
    first, _ = clause(s.place, s.tokens)
    return has(s.tokens[first], {"from"})


@condition(ROLE)
def mean(s: Seen) -> bool:
    """A word for each year stands right before that figure (年均, 平均每年)."""
    at = s.place - 1
    while at > 0 and (has(s.tokens[at], {"hedge", "light"}) or s.tokens[at].entry is None) and s.tokens[at].figure is None \
            and s.tokens[at].char not in CLAUSE_ENDS:
        at -= 1
    figure = s.tokens[at].figure
    return figure is not None and figure.factor_word == "period" and figure.unit is not None and figure.unit.name == "year"


@condition(ROLE)
def no_each(s: Seen) -> bool:
    """No word for each, or for a day, leads to that figure: in 亩产800斤，每斤3元 it is not all that has the price."""
    for k in range(s.place - 1, -1, -1):
        token = s.tokens[k]
        if token.char in CLAUSE_ENDS:
            return True
        if token.figure is not None and token.figure.factor_word != "period":
            return not _of_each(s, k)                         # each of the 12 crews made 30
        if token.figure is not None or has(token, EACH):
            return k + 1 < s.place and _of_each(s, s.place)   # each of the 300
    return True


def _of_each(s: Seen, place: int) -> bool:
    """Whether "each of the" leads to the figure at a place."""
    k = place - 1
    while k > 0 and has(s.tokens[k], OF_THEM):
        k -= 1
    return 0 <= k < place - 1 and has(s.tokens[k], EACH)


@condition(ROLE)
def whole_time(s: Seen) -> bool:
    """No word for each year stands between that figure and the one before it."""
    before = max((k for _, k in s.places if k < s.place), default=s.place)
    return not any(token.figure is not None and token.figure.factor_word == "period" for token in s.tokens[before : s.place])


@condition(ROLE, "old")
def as_said(s: Seen) -> bool:
    """That figure is more than the old one if the last word of change before the last figure tells of a rise, less if of a fall."""
    last, before = s.places[-1][1], s.places[-2][1]
    ways = (token.entry.direction for token in s.tokens[last - 1 : before : -1] if token.entry is not None and token.figure is None)
    said = next(filter(None, ways), "")
    return said not in ("up", "down") or (said == "up") == (size(s.figure) > size(s.of("old")))


def _stands_before(place: int, tokens: list[Token], group: str) -> bool:
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


def _leads(place: int, tokens: list[Token], group: str) -> bool:
    """Whether a word of the group stands right before the figure, hedges and the like aside."""
    at = place - 1
    while at > 0 and tokens[at].figure is None and has(tokens[at], {"hedge", "filler"}):
        at -= 1
    return at >= 0 and has(tokens[at], {group})


def _is_step(place: int, tokens: list[Token]) -> bool:
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


def _is_base(place: int, tokens: list[Token]) -> bool:
    """Whether something is compared with the figure: 与上年的240家相比."""
    if place + 1 >= len(tokens) or not has(tokens[place + 1], {"compared"}):
        return False
    for k in range(place - 1, -1, -1):
        if tokens[k].char in CLAUSE_ENDS:
            return False
        if has(tokens[k], {"with"}):
            return True
    return False


def _has_part(place: int, tokens: list[Token]) -> bool:
    """Whether the figure is the whole of another: "35 of the 67 seats"."""
    at = place - 1
    while at > 0 and tokens[at].figure is None and has(tokens[at], {"hedge", "filler", "holder"}):
        at -= 1
    return at > 0 and has(tokens[at], {"of"}) and tokens[at - 1].figure is not None and tokens[at - 1].char not in "YdD"
