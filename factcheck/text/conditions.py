"""What a rule asks of its match beyond the pattern (its ``where`` table), and figures that a rule implies without printing them.

``same = "unit"``      all amounts are in one unit; a bare one goes with any
``money = "total"``   that figure is of money
``counts = "part"``   those figures are counts: no ranges, and not "over 60"
``way = "factor"``    the multiples are all of rises, or all of falls
``twin = "total"``    that figure is in the unit of the rate, and in some
``near = "x"``        that figure is no more than three times the largest of the others: else it is of something else
``within = "total"``  every part is less than that figure
``mostly = "total"``  besides, they are half of it at least
``single = "count"``  no other count at another price stands right before that one ("300 at $20 and 200 at $10")
``one = "unit"``       the amounts that have a unit have the same; bare ones go with any.  "levels": old and new have one, and the same
``differ = "unit"``    the two amounts are in different units of one dimension, or in one unit with the same digits (1200万元, 1.2亿元)
``echo = "whole"``     what is said to be shared ("占进出口总值的5%") is named in the clause of the whole, right behind a word for all of it
``unit_of = "count"``  the words before the rate name the unit of the count (平均每户, per square mile)
``least``, ``most``    the shares add up to no less, no more: beyond that they are of different wholes
``range = "years"``    the figure in that role, if there is one, is a range
``mean = "rate"``      a word for each year stands right before it
``first = "part"``     no amount stands before that figure in its sentence
``whole_time = "x"``   no word for each year stands between that figure and the one before it
``ascending = "years"`` the start is before the end
``opens = "old"``      no figure at all, years aside, stands before that one in its sentence
``words = "fraction"`` the figure in that role is spelled out
``per_head = "count"`` the count is of people
``not_from = "new"``   neither "from" nor "compared with" stands close before it: it is not the level that something came from; nor "or"
``after_christ = "x"``  no word for years before our era stands close before that year
``step = "percent"``    that figure prints its own unit and no "to" leads to it: it is a step, not a level
``votes = "x"``        that figure is of votes
``no_part = "whole"``  no other amount stands close before it ("20 of its 30 games" has its part already)
``cases = "whole"``    the figure is of cases: its unit or the word behind it is of the group case_noun
``sides = "half"``    behind each of the two figures stands one of two sides that leave little over (men, women);
                       "side": that may leave some (yes, no); rules/en/words_sides.toml has them
``alone = "share"``    no other percentage stands in the sentence
``disjoint = "part"``  no percentages beside these figures, or such as make a hundred: parts that overlap have others
``latest = "first"``   of the years in the match the first is the latest; "last": the last of the two
``more = "bounded"``   the figure itself says that it is rounded down (300多)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import islice

from ..frozen import replace
from ..typed import TYPE_CHECKING, NamedTuple
from ..values import Quantity
from .lexicon import Lexicon

if TYPE_CHECKING:
    from .language import Language
    from .lexer import Token

CLAUSE_ENDS = ",;:()"
LARGEST = 3.0
STEPS = frozenset({"percent", "points", "factor"})
DASHES = ".-–—"
SIDES_NEAR = 40                          # tokens around two figures in which no other sides are named
SIDE_REACH = 7                           # tokens behind a figure in which its side is named
NAME_ENDS = {"filler", "hedge", "light", "share_is", "whole_noun"}
YEAR = 31_557_600.0
Places = list[tuple[str, int]]


class Seen(NamedTuple):
    """What a condition may look at: the figures of the match by role (``at``: their token numbers) and the sentence around them."""

    value: str                              # of the condition in the rule
    where: Mapping[str, str]
    at: Mapping[str, int]
    places: Places
    tokens: list[Token]
    quantities: Mapping[int, Quantity]
    text: str
    language: Language

    @property
    def figure(self) -> Quantity:
        return self.quantities[self.at[self.value]]

    @property
    def figures(self) -> list[Quantity]:
        return [self.quantities[k] for _, k in self.places]


def hold(where: Mapping[str, str], places: Places, tokens: list[Token], quantities: Mapping[int, Quantity], text: str,
         language: Language) -> bool:
    """Whether every condition of the rule holds for figures at these places."""
    if not where:
        return True
    if not all(k in quantities for _, k in places):
        return False
    at = dict(reversed(places))
    return all(CHECKS[name](Seen(value, where, at, places, tokens, quantities, text, language)) for name, value in where.items())


def _same(s: Seen) -> bool:
    """One unit, or one measure word (家公司, 家); bare figures and spans of time aside."""
    united = [q for q in s.figures if q.kind == "quantity" and q.unit and q.dimension != "[time]"]
    return len({q.unit for q in united}) < 2 or len({_measure(q, s.language.bounded_marks) for q in united}) < 2


def _first(s: Seen) -> bool:
    return not any(k in s.quantities and s.quantities[k].kind == "quantity" for k in range(s.at[s.value]))


def _more(s: Seen) -> bool:
    figure = s.tokens[s.places[0][1]].figure
    return figure is not None and figure.more == s.value


def _adds_up(s: Seen) -> bool:
    total = sum(q.printed_high for q in s.figures)
    return float(s.where.get("least", 0)) <= total <= float(s.where.get("most", "inf"))


def _echo(s: Seen) -> bool:
    lexicon: Lexicon = s.language.lexicon
    return _echoes(s.at[s.value], max(k for _, k in s.places), s.tokens, s.text, lexicon)


def _of_cases(s: Seen) -> bool:
    entry = s.language.lexicon.words.get(s.figure.text.rsplit(None, 1)[-1].lower())
    if entry is not None and "case_noun" in entry.groups:
        return True
    behind = s.at[s.value] + 1
    return behind < len(s.tokens) and s.tokens[behind].figure is None and _has(s.tokens[behind], {"case_noun"})


def _one(s: Seen) -> bool:
    levels = [s.quantities[k] for role, k in s.places if role not in STEPS]
    units = {q.unit for q in levels}
    pers = {role: s.quantities[k].per for role, k in s.places if role not in STEPS}
    rates = len({per for per in pers.values() if per}) < 2 and not (pers.get("old") and not pers.get("new"))
    return len(units - {""}) < 2 and rates and (s.value != "levels" or "" not in units)


def _alone(s: Seen) -> bool:
    shares = (q for q in s.quantities.values() if q.unit == "percent" or q.kind == "fraction")
    return sum(1 for _ in islice(shares, len(s.places) + 1)) == len(s.places)


def _opens(s: Seen) -> bool:
    return not any(k in s.quantities and s.tokens[k].char not in "YdDO" for k in range(s.at[s.value]))


def _single(s: Seen) -> bool:
    if s.at["rate"] < s.at[s.value]:
        return True
    at = s.at[s.value] - 1
    while at >= 0 and (s.tokens[at].char == "," or _has(s.tokens[at], {"and", "hedge", "filler"})) and s.tokens[at].figure is None:
        at -= 1
    return at < 1 or s.tokens[at].figure is None or not any(_has(t, {"priced_at"}) for t in s.tokens[max(0, at - 3) : at])


def _parts(s: Seen) -> list[Quantity]:
    return [s.quantities[k] for role, k in s.places if role == "part"]


def _size(q: Quantity) -> float:
    return abs(q.printed_high * q.factor)


def _disjoint(s: Seen) -> bool:
    """"300 (75%) were women and 120 (30%) worked at night": these are no parts of one division."""
    places = [k for role, k in s.places if role == s.value]
    shares = [s.quantities[k + 2].printed_low for k in places if k + 2 in s.quantities and s.tokens[k + 1].char == "("
              and s.quantities[k + 2].unit == "percent"]
    return len(shares) < len(places) or abs(sum(shares) - 100) <= len(shares)


def _opposed(s: Seen) -> bool:
    """Whether the figures are of the two sides of one whole: "53% female and 47% male", not "53% of men and 47% of women"."""
    places = [k for role, k in s.places if role in ("share", "part")]
    if len(places) != 2:
        return False
    (first, at), (second, end) = (_side(s, k) for k in places)
    if not first or not second or _has(s.tokens[places[1] + 1], {"of"}):
        return False
    (kind, name, one), (_, other_name, other) = first.split("_"), second.split("_")
    if kind != s.value or name != other_name or one == other:
        return False
    if any(t.char != "," and not _has(t, {"side_joint", "hedge", "against"}) for t in s.tokens[at + 1 : places[1]]):
        return False                                              # "60% female and its board 55% male"
    near = range(max(0, places[0] - SIDES_NEAR), min(len(s.tokens), places[1] + SIDES_NEAR))
    seen = [side for k in near if k not in (at, end) and (side := _named(s.tokens[k]))]
    pairs = {side.rpartition("_")[0] for side in seen}
    return not any(side.startswith(f"{kind}_{name}_") for side in seen) and len(pairs) == len(set(seen))


def _named(token: Token) -> str:
    """The side that a word names; "" if none."""
    if token.figure is not None or token.entry is None:
        return ""
    return next((group for group in token.entry.groups if group[:5] in ("half_", "side_") and group[-1].isdecimal()), "")


def _side(s: Seen, place: int) -> tuple[str, int]:
    """The side that is named behind a figure, at the end of what is said of it, and where; "" if none is."""
    own = s.language.lexicon.words.get(s.quantities[place].text.rsplit(None, 1)[-1].lower())
    found = next((g for g in own.groups if g[:5] in ("half_", "side_") and g[-1].isdecimal()), "") if own is not None else ""
    at = place
    while not found and at + 1 < min(place + SIDE_REACH, len(s.tokens)):
        at += 1
        token = s.tokens[at]
        if token.figure is not None or token.char in CLAUSE_ENDS:
            return "", at
        found = _named(token)
        if found and _has(s.tokens[at - 1], {"side_barred"}):
            return "", at
    end = s.tokens[at + 1] if at + 1 < len(s.tokens) else None
    closed = end is None or end.char in CLAUSE_ENDS or _has(end, {"and", "barrier", "against", "month_dot"})
    return (found if closed or end is not None and s.text[end.start : end.end] in DASHES else ""), at


def _latest(s: Seen) -> str:
    places = [k for _, k in s.places]
    years = [figure.low for token in s.tokens[min(places) : max(places)] if (figure := token.figure) is not None and figure.kind == "year"]
    return "" if len(years) != 2 or years[0] == years[1] else "first" if years[0] > years[1] else "last"


def _behind(place: int, tokens: list[Token], group: str) -> bool:
    """Whether a word of the group stands close before the figure, in its clause; with no group, whether another amount does."""
    for k in range(place - 1, max(place - 6, -1), -1):
        token = tokens[k]
        if token.char in CLAUSE_ENDS:
            return False
        if token.figure is not None and token.char not in "YdD":
            return not group
        if group and _has(token, {"was"}):
            return False                                          # "income from rents was 5m"
        if group and token.entry is not None and group in token.entry.groups:
            return True
    return False


def _leads(place: int, tokens: list[Token], group: str) -> bool:
    """Whether a word of the group stands right before the figure, hedges and the like aside."""
    at = place - 1
    while at > 0 and tokens[at].figure is None and _has(tokens[at], {"hedge", "filler"}):
        at -= 1
    return at >= 0 and _has(tokens[at], {group})


def implied(options: Mapping[str, str], where: Mapping[str, str], role: str, q: Quantity) -> Quantity:
    """The figure in a role as the rule means it: a year as a count of time, a daily mean as a rate a day, square miles as so many."""
    if where.get("unit_of") == role:
        counted = q.dimension.startswith("count:") or not q.dimension
        return replace(q, factor=1.0, offset=0.0, dimension="count:" + q.unit if counted else "[unit]")
    if role == "count" and q.kind == "year" and not q.is_range:
        return replace(q, low=1.0, high=1.0, printed_low=1.0, printed_high=1.0, half=0.0, unit="year", kind="quantity",
                       dimension="[time]", factor=YEAR)
    if role == "rate" and "rate_per" in options and not q.per:
        return replace(q, per=options["rate_per"])
    return q


def _is_mean(rate: int, tokens: list[Token]) -> bool:
    """Whether a word for each year stands right before the rate (年均, 平均每年)."""
    at = rate - 1
    while at > 0 and _has(tokens[at], {"hedge", "light"}) and tokens[at].figure is None:
        at -= 1
    figure = tokens[at].figure
    return figure is not None and figure.factor_word == "period" and figure.unit is not None and figure.unit.name == "year"


def _by_period(places: Places, last: int, tokens: list[Token]) -> bool:
    before = max((k for _, k in places if k < last), default=last)
    return any(token.figure is not None and token.figure.factor_word == "period" for token in tokens[before:last])


def _measure(q: Quantity, marks: frozenset[str]) -> str:
    at = len(q.text)
    while at and not (q.text[at - 1].isnumeric() or q.text[at - 1] in marks):
        at -= 1
    return q.text[at : at + 1] or q.unit


def _two_units(a: Quantity, b: Quantity) -> bool:
    """Of one dimension in two units; in one unit with the same digits, so that only the scale can be meant; or two currencies."""
    money = a.dimension.startswith("money:") and b.dimension.startswith("money:")
    if {a.dimension, b.dimension} == {"[mass]", "money:GBP"}:
        return True                                           # 220 pounds (100 kg)
    if a.dimension != b.dimension and not money or a.hidden or b.hidden or money and a.dimension == b.dimension and a.unit != b.unit:
        return False
    return a.unit != b.unit or _digits(a) == _digits(b) and a.text != b.text


def _digits(q: Quantity) -> str:
    return "".join(c for c in q.text if c.isdecimal()).strip("0")


def _has(token: Token, groups: set[str]) -> bool:
    return token.entry is not None and not groups.isdisjoint(token.entry.groups)


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon, group: str) -> tuple[str, ...]:
    return tuple(word for word, entry in lexicon.words.items() if group in entry.groups)


def _echoes(whole: int, share: int, tokens: list[Token], text: str, lexicon: Lexicon) -> bool:
    at = share - 1
    while at > whole and not _has(tokens[at], {"share_of"}):
        at -= 1
    at += 1
    if at < share and _has(tokens[at], {"all_whole"}):
        at += 1
    begin = end = at
    while end < share and not _has(tokens[end], NAME_ENDS):
        end += 1
    name = text[tokens[begin].start : tokens[end - 1].end].strip() if end > begin else ""
    for word in _words(lexicon, "whole_noun"):
        name = name.removesuffix(word)
    if not name:
        return False
    first = last = whole
    while first > 0 and tokens[first - 1].char not in CLAUSE_ENDS:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].char not in CLAUSE_ENDS:
        last += 1
    clause = text[tokens[first].start : tokens[last].end]
    found = clause.find(name)
    before = clause[:found].rstrip(" 的")
    return found >= 0 and (not before or before.endswith(_words(lexicon, "whole_mark")) or before.startswith(_words(lexicon, "whole_this")))


def _names_unit(count: int, rate: int, tokens: list[Token], text: str) -> bool:
    figure = tokens[count].figure
    at = rate - 1
    while at >= 0 and not _has(tokens[at], {"per_each"}):
        at -= 1
    if figure is None or at < 0:
        return False
    unit = text[figure.number_end : tokens[count].end].strip()
    return bool(unit) and unit in text[tokens[at].start : tokens[rate].start]


CHECKS: dict[str, Callable[[Seen], bool]] = {
    "same": _same,
    "one": _one,
    "twin": lambda s: bool(s.figure.unit) and s.figure.unit == s.quantities[s.at["rate"]].unit,
    "counts": lambda s: not any(q.is_range or q.hedge in ("above", "at_least", "at_most") for role, k in s.places if role == s.value
                                for q in (s.quantities[k],)),
    "opens": _opens,
    "money": lambda s: s.figure.dimension.startswith("money:"),
    "near": lambda s: _size(s.figure) <= LARGEST * max(_size(s.quantities[k]) for role, k in s.places if role != s.value),
    "within": lambda s: all(_size(q) < _size(s.figure) for q in _parts(s)),
    "mostly": lambda s: CHECKS["within"](s) and 2 * sum(_size(q) for q in _parts(s)) >= _size(s.figure),
    "single": _single,
    "way": lambda s: len({s.quantities[k].printed_low < 1 for role, k in s.places if role == s.value}) < 2,
    "differ": lambda s: _two_units(*s.figures),
    "least": _adds_up,
    "most": _adds_up,
    "echo": _echo,
    "unit_of": lambda s: _names_unit(s.at[s.value], s.at["rate"], s.tokens, s.text),
    "range": lambda s: s.value not in s.at or s.figure.is_range,
    "mean": lambda s: _is_mean(s.at[s.value], s.tokens),
    "first": _first,
    "whole_time": lambda s: not _by_period(s.places, s.at[s.value], s.tokens),
    "ascending": lambda s: s.quantities[s.at["start"]].printed_low < s.quantities[s.at["end"]].printed_low,
    "words": lambda s: not any(c.isdigit() for c in s.figure.text),
    "per_head": lambda s: s.figure.unit == "people",
    "not_from": lambda s: s.value not in s.at or not any(_behind(s.at[s.value], s.tokens, group) for group in ("from", "against"))
    and not _leads(s.at[s.value], s.tokens, "or"),
    "after_christ": lambda s: not _behind(s.at[s.value], s.tokens, "before_era"),
    "step": lambda s: not s.figure.text.replace(".", "").isdigit() and not _leads(s.at[s.value], s.tokens, "to"),
    "votes": lambda s: s.figure.unit.rstrip("s") == "vote",
    "no_part": lambda s: s.value not in s.at or not _behind(s.at[s.value], s.tokens, ""),
    "more": _more,
    "alone": _alone,
    "cases": _of_cases,
    "disjoint": _disjoint,
    "sides": _opposed,
    "latest": lambda s: _latest(s) == s.value,
}
