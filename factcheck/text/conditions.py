"""What a rule asks of its match beyond the pattern (its ``where`` table), and figures that a rule implies without printing them.

``same = "unit"``      all amounts are in one unit; a bare one goes with any
``differ = "unit"``    the two amounts are in different units of one dimension, or in one unit with the same digits (1200万元, 1.2亿元)
``echo = "whole"``     what is said to be shared ("占进出口总值的5%") is named in the clause of the whole, right behind a word for all of it
``unit_of = "count"``  the words before the rate name the unit of the count (平均每户, per square mile)
``least``, ``most``    the shares add up to no less, no more: beyond that they are of different wholes
``range = "years"``    the figure in that role, if there is one, is a range
``mean = "rate"``      a word for each year stands right before it
``first = "part"``     no amount stands before that figure in its sentence
``whole_time = "x"``   no word for each year stands between that figure and the one before it
``ascending = "years"`` the start is before the end
``words = "fraction"`` the figure in that role is spelled out
``per_head = "count"`` the count is of people
``not_from = "new"``   "from" does not stand close before it: it is not the level that something came from
``after_christ = "x"``  no word for years before our era stands close before that year
``step = "percent"``    that figure prints its own unit and no "to" leads to it: it is a step, not a level
``votes = "x"``        that figure is of votes
``no_part = "whole"``  no other amount stands close before it ("20 of its 30 games" has its part already)
``more = "bounded"``   the figure itself says that it is rounded down (300多)
``bare = "r"``         that figure has no unit and no scale word
``below_zero = "x"``   that figure is a negative count of people or things
``nothing = "old"``    that figure is zero
``ages = "start end"`` bare numbers in these roles are ages or years (joined at 21, left at 30)
``counted = "x"``      that figure counts anniversaries (60周年)
``echoed = "x"``       the two characters before that figure stand in the sentence before, too (大坝合龙，… 大坝合龙80周年)
``within`` = "name"    the first figure, as printed, holds that pattern of words (see the next line)
``ahead``, ``behind``, ``before_last``, ``nowhere``, ``somewhere`` = "name" of a pattern under ``[language.around]`` of a words file: what
                       stands right before the first figure, right behind the last one, right before the last one; what is not, or is,
                       in the sentence.  They look at the text, so that common words need not become words of the lexicon.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from ..frozen import replace
from ..patterns import regex
from ..typed import TYPE_CHECKING, Any, NamedTuple
from ..values import Quantity
from .lexicon import Lexicon

if TYPE_CHECKING:
    from .language import Language
    from .lexer import Token

CLAUSE_ENDS = ",;:()"
NAME_ENDS = {"filler", "hedge", "light", "share_is", "whole_noun"}
YEAR = 31_557_600.0
AROUND = 200                             # characters that a pattern of words looks at
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


def _negative(s: Seen) -> bool:
    return s.figure.printed_high < 0 and s.figure.dimension.startswith("count:") and s.figure.text.lstrip()[:1] in "-−–"


def _ahead(s: Seen) -> bool:
    first = s.tokens[s.places[0][1]].start
    return _around(s).search(s.text, max(s.tokens[0].start, first - AROUND), first) is not None


def _behind_last(s: Seen) -> bool:
    last = s.tokens[s.places[-1][1]].end
    return _around(s).match(s.text, last, min(s.tokens[-1].end, last + AROUND)) is not None


def _before_last(s: Seen) -> bool:
    last = s.tokens[s.places[-1][1]].start
    return _around(s).search(s.text, max(s.tokens[0].start, last - AROUND), last) is not None


def _echoed(s: Seen) -> bool:
    at = s.figure.start
    name = s.text[at - 2 : at]
    return name.isalpha() and s.text.find(name, max(s.tokens[0].start, at - AROUND), at - 2) >= 0


def _somewhere(s: Seen) -> bool:
    first, last = s.tokens[s.places[0][1]].start, s.tokens[s.places[-1][1]].end
    return _around(s).search(s.text, max(s.tokens[0].start, first - AROUND), min(s.tokens[-1].end, last + AROUND)) is not None


def _around(s: Seen) -> Any:
    return _pattern(s.language, s.value)


@lru_cache(maxsize=256)
def _pattern(language: Any, name: str) -> Any:
    return regex.compile(language.settings["around"][name], regex.I)


def _endings(language: Any, name: str) -> tuple[str, ...]:
    return tuple(language.settings.get(name, ()))


CHECKS: dict[str, Callable[[Seen], bool]] = {
    "same": _same,
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
    "not_from": lambda s: s.value not in s.at or not _behind(s.at[s.value], s.tokens, "from"),
    "after_christ": lambda s: not _behind(s.at[s.value], s.tokens, "before_era"),
    "step": lambda s: not s.figure.text.replace(".", "").isdigit() and not _leads(s.at[s.value], s.tokens, "to"),
    "votes": lambda s: s.figure.unit.rstrip("s") == "vote",
    "no_part": lambda s: s.value not in s.at or not _behind(s.at[s.value], s.tokens, ""),
    "more": _more,
    "bare": lambda s: not s.figure.dimension and s.figure.text.strip("+-−–0123456789.") == "",
    "below_zero": _negative,
    "nothing": lambda s: s.figure.printed_low == s.figure.printed_high == 0,
    "ages": lambda s: all(q.dimension in ("", "[time]") for role, k in s.places if role in s.value for q in (s.quantities[k],)),
    "ahead": _ahead,
    "behind": _behind_last,
    "before_last": _before_last,
    "nowhere": lambda s: not _somewhere(s),
    "somewhere": _somewhere,
    "within": lambda s: _around(s).search(s.quantities[s.places[0][1]].text) is not None,
    "echoed": _echoed,
    "counted": lambda s: s.figure.text.endswith(_endings(s.language, "anniversaries")),
}


def _behind(place: int, tokens: list[Token], group: str) -> bool:
    """Whether a word of the group stands close before the figure, in its clause; with no group, whether another amount does."""
    for k in range(place - 1, max(place - 6, -1), -1):
        token = tokens[k]
        if token.char in CLAUSE_ENDS:
            return False
        if token.figure is not None and token.char not in "YdD":
            return not group
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
    if role in where.get("ages", "").split() and not q.dimension:
        return replace(q, unit="year", kind="age", dimension="[time]", factor=YEAR)
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
