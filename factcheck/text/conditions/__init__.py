"""What a rule asks of its match beyond the pattern (its ``where`` table), and figures that a rule implies without printing them.

``same = "unit"``      all amounts are in one unit; a bare one goes with any
``differ = "unit"``    the two amounts are in different units of one dimension, or in one unit with the same digits (1200万元, 1.2亿元)
``density = "a b"``    these figures are so many on an area (people per square mile, 1,150/km2), and taken for that
``difference_slip = "x"`` the difference is the one between old and new, or a swap of digits in one of them keeps it from that
``own_years = "percent"``  the years behind that figure are those of the match: else it is of another time than the levels
``echo = "whole"``     what is said to be shared ("占进出口总值的5%") is named in the clause of the whole, right behind a word for all of it
``unit_of = "count"``  the words before the rate name the unit of the count (平均每户, per square mile)
``least``, ``most``    the shares add up to no less, no more: beyond that they are of different wholes
``range = "years"``    the figure in that role, if there is one, is a range
``mean = "rate"``      a word for each year stands right before it
``first = "part"``     no amount stands before that figure in its sentence
``step_slip = "x"``    the step is the one between old and new, or a swap of digits keeps it from that: else it may be of another subject
``swapped_whole = "x"`` those shares, precise ones, make a hundred, or would but for a swap of digits
``later = "any"``      the last year in the sentence before the new figure is after the start; "next": by one
``beyond = "difference"`` that figure is more than the daily mean that stands between
``share_slip = "x"``   part ÷ whole is the share, or a swap of digits keeps it from that: else it may be of another whole
``equal_slip = "x"``   the two figures are one measure, or would be but for a slip of the pen: "or" may stand between two that are not
``sum_slip = "x"``     the parts make the total, or would but for a slip of the pen: else they are not all there is of it
``familiar = "new"``   every unknown word between the old figure and that one stands before the old one: no other subject comes in
``unnamed = "old"``     the "from" that leads to that figure opens its clause: what changes is named behind
``whole_time = "x"``   no word for each year stands between that figure and the one before it
``ascending = "years"`` the start is before the end
``grows = "new"``      that figure is more than the old one
``begins = "part"``     the list begins with the first of them: "$500, $300 and $200" is no list of two
``sole = "count"``      no other figure of its dimension stands in the sentence beside those of the claim: 长1.2公里、宽30米 are two
``words = "fraction"`` the figure in that role is spelled out
``per_head = "count"`` the count is of people
``not_from = "new"``   neither "from" nor "compared with" stands close before it: it is not the level that something came from;
                       nor "or", nor a part of it ("12 of the 40")
``after_christ = "x"``  no word for years before our era stands close before that year
``step = "percent"``    that figure prints its own unit and no "to" or "from" leads to it: it is a step, not a level
``whole = "share"``    the shares add up to a hundred at most, or to it with two digits of one swapped; parts, to the total
``no_change = "x"``    no word of change leads to that figure: it is a share
``no_step = "new"``   its clause does not compare it with a time before (比上周涨3毛), nor anything with it (与240家相比): it is a level
``votes = "x"``        that figure is of votes
``no_part = "whole"``  no other amount stands close before it ("20 of its 30 games" has its part already)
``no_list = "total"``  no amount and a comma stand right before it: it is one of a list ("64 men, 152 women, 58 boys")
``per = "count"``      the rate is per unit of that figure (元/吨 with 吨)
``level = "new"``      that figure is no step: it is not in points
``lots = "lot"``       that many of what is counted have the rate (每10股派3元), which is in the unit of the total
``years = "2"``        so many years and dates stand in the sentence before the last figure
``plural = "count"``   that figure is more than one
``versus = "old"``     who is so many times whom (甲国是乙国的3倍), or so much of whom, stands before the other figure, and before that one
``resumed = "old"``    what the last clause is about stands before that figure (年产能由…增至…，产能增长)
``repeated = "new"``   what the next clause is about, up to its comparison, ends what leads to that figure (死亡227人，死亡比前年增加)
``told = "new"``       no unknown word between the last two figures but what was named before that figure: no other subject comes in
``opposed = "old"``    both that are compared in the last clause are named before their figures (死亡比出生多)
``swapped_parts = "x"`` the parts and their shares are of one whole, or a swap of digits keeps them from that
``then = "old"``       what it is so many times of (是存量的2倍，存量为…), or a share of, leads to that figure
``named = "total"``    what leads to the rate from its word for each (人均财政收入) stands before that figure, in its clause
``slip = "rate"``      that rate fits, or a slip of the pen keeps it from fitting: means of people are of a year, heads counted at its end
``area = "count"``     the rate is so much per hectare, mu …, and that figure is an area, in whatever unit
``measure = "total"``  that figure and the rate have one measure word (人, 元), as far as they have any
``only = "rate"``      no other figure of its unit stands before it
``exact = "span"``     that figure is not hedged
``next_year = "end"``  that year, if it is there, is the one after the start
``month_after = "new"`` the month that stands before that figure is the one after the month before the old one
``year_after = "new"`` the year that stands before that figure, if one does, is the one after the start
``started = "new"``    the year that stands before that figure, if one does, is after the start
``fine = "share"``     those figures are printed with a decimal, so that a swap of digits explains little by chance
``all_of = "draws …"``  the parts that have a unit are counted in just these, which are all there is of the whole;
                       "… of games": and that is in one of these
``brief = "count"``    that duration is told in hours or less: over days nobody drives on
``tail = "total"``     the last of the parts, two or more, do not make the total without the first
``not_left = "percent"`` that figure is not the new level as a share of the old one: "from 900 to 360 (40%)"
``other_form = "x"``    not both are fractions of one form: 1/2, 2/3, 3/4 and "a hundredth, a thousandth" are rows
``outdone = "new"``    no other amount before the step, in the unit of that level, fits as that level; "old": nor as the old one
``rival = "whole"``    no other amount before the share, in the unit of that one, is the whole that it is right of
``labelled = "rate"``  what leads to that figure in its clause is named before it, or nothing leads to it
``one_base = "x"``     the figure in that role and the one before it are said of one base, not of last year and last month
``as_said = "new"``    that figure is more than the old one if the word before the last figure tells of a rise, less if of a fall
``again = "old"``      what leads to that figure, after its word of time or comparison, leads to the other amount too
``rate = "part"``      the word of the ratio before the percentage (签约率, 出口占比) is made of a word in the clause of that figure
``named_sum = "x"``    the ratio is named by the parts that it is of (优良率), or is a sum by its words
``year_of = "old"``    the year in the role "base" is the one that stands before that figure, if one does
``begun = "old"``       the year in the role "start" is the last one that stands before that figure in its clause, if one does
``foreign = "count"``   that money is in another currency than the total
``money = "total"``   that figure is of money
``counts = "part"``   those figures are counts: no money, no ranges, and not "over 60"
``way = "factor"``    the multiples are all of rises, or all of falls
``one_whole = "share"`` the shares make a hundred, or would but for the slip of a digit; no year stands between them
``akin = "total"``     that figure and the rate are in one unit, or both are counts
``paced = "rate"``    that figure is so much a day, a head …
``twin = "total"``    that figure is in the unit of the rate, and in some
``near = "x"``        that figure is no more than three times the largest of the others: else it is of something else
``small_step = "x"``    that figure is no more than half of the new level, and the percentage below a hundred: "rose 4 to 24" is no "from 4"
``rated = "mean"``     that figure is so much per person, or per what the count counts
``lone = "a"``         no other figure with a unit stands right before that one: it is no part of a longer measure (11st 4lb)
``names_count = "x"``   the second word behind that figure ("40 per match") is what the count counts
``within = "total"``  every part is less than that figure
``mostly = "total"``  besides, they are half of it at least
``single = "count"``  no other count at another price stands before that one ("300 at $20 and 200 at $10")
``one = "unit"``       the amounts that have a unit have the same; bare ones go with any.  "levels": old and new have one, and the same
``opens = "old"``      no figure at all, years aside, stands before that one in its sentence
``cases = "whole"``    the figure is of cases: its unit or the word behind it is of the group case_noun
``sides = "half"``    behind each of the two figures stands one of two sides that leave little over (men, women);
                       "side": that may leave some (yes, no); rules/en/words_sides.toml has them
``leading = "share"``  no percentage stands before the first of them in its sentence: the list is whole
``alone = "share"``    no other percentage stands in the sentence
``disjoint = "part"``  no percentages beside these figures, or such as make a hundred: parts that overlap have others
``latest = "first"``   of the years in the match the first is the latest; "last": the last of the two
``more = "bounded"``   the figure itself says that it is rounded down (300多)
``bare = "r"``         that figure has no unit and no scale word
``below_zero = "x"``   that figure is a negative count of people or things
``nothing = "old"``    that figure is zero
``ages = "start end"`` bare numbers in these roles are ages or years (joined at 21, left at 30)
``dated = "start end"`` these dates print their years and months
``counted = "x"``      that figure counts anniversaries (60周年)
``echoed = "x"``       the two characters before that figure stand in the sentence before, too (大坝合龙，… 大坝合龙80周年)
``inside`` = "name"    the first figure, as printed, holds that pattern of words (see the next line)
``ahead``, ``behind``, ``before_last``, ``nowhere``, ``somewhere`` = "name" of a pattern under ``[language.around]`` of a words file: what
                       stands right before the first figure, right behind the last one, right before the last one; what is not, or is,
                       in the sentence.  They look at the text, so that common words need not become words of the lexicon.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice

from ...frozen import replace
from ...typed import TYPE_CHECKING, NamedTuple
from ...values import YEAR_SECONDS, Quantity
from ..extras import month_of, plain
from . import around, echoes, leading, measures, partition, repeats, sides
from .echoes import has

if TYPE_CHECKING:
    from ..language import Language
    from ..lexer import Token

HOUR = 3600.0                            # seconds
LARGEST = 3.0
STEPS = frozenset({"percent", "points", "factor"})
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
    return len({q.unit for q in united}) < 2 or len({measures.measure(q, s.language.bounded_marks) for q in united}) < 2


def _sole(s: Seen) -> bool:
    own = {k for _, k in s.places}
    return not any(q.dimension == s.figure.dimension for k, q in s.quantities.items() if k not in own)


def _first(s: Seen) -> bool:
    return not any(k in s.quantities and s.quantities[k].kind == "quantity" for k in range(s.at[s.value]))


def _more(s: Seen) -> bool:
    figure = s.tokens[s.places[0][1]].figure
    return figure is not None and figure.more == s.value


def _of_cases(s: Seen) -> bool:
    entry = s.language.lexicon.words.get(s.figure.text.rsplit(None, 1)[-1].lower())
    if entry is not None and "case_noun" in entry.groups:
        return True
    behind = s.at[s.value] + 1
    return behind < len(s.tokens) and s.tokens[behind].figure is None and has(s.tokens[behind], {"case_noun"})


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
    money = s.quantities[s.at["rate"]].dimension
    places = (k for k in range(s.at[s.value]) if k in s.quantities and s.quantities[k].dimension == money)
    return not any(has(t, {"priced_at"}) for k in places for t in s.tokens[max(0, k - 3) : k])


def _latest(s: Seen) -> str:
    places = [k for _, k in s.places]
    years = [figure.low for token in s.tokens[min(places) : max(places)] if (figure := token.figure) is not None and figure.kind == "year"]
    return "" if len(years) != 2 or years[0] == years[1] else "first" if years[0] > years[1] else "last"


def _later(s: Seen) -> bool:
    years = [s.quantities[k].printed_low for k in range(s.at["new"]) if s.tokens[k].char == "Y" and k in s.quantities]
    gap = years[-1] - s.quantities[s.at["start"]].printed_low if years else 0
    return gap == 1 if s.value == "next" else gap > 0


def implied(options: Mapping[str, str], where: Mapping[str, str], role: str, q: Quantity) -> Quantity:
    """The figure in a role as the rule means it: a year as a count of time, a daily mean as a rate a day, square miles as so many."""
    if role in (where.get("unit_of"), where.get("per")):
        counted = q.dimension.startswith("count:") or not q.dimension
        return replace(q, factor=1.0, offset=0.0, dimension="count:" + q.unit if counted else "[unit]")
    if role == "count" and q.kind == "year" and not q.is_range:
        return replace(q, low=1.0, high=1.0, printed_low=1.0, printed_high=1.0, half=0.0, unit="year", kind="quantity",
                       dimension="[time]", factor=YEAR_SECONDS)
    if role in where.get("ages", "").split() and not q.dimension:
        return replace(q, unit="year", kind="age", dimension="[time]", factor=YEAR_SECONDS)
    if role in where.get("density", "").split():
        return measures.density(q)
    if role == options.get("over"):                      # "averaged 300 over 12 nights": it hedges nothing
        return plain(q)
    if q.per and ("differ" in where or "area" in where and role == "rate"):
        return measures.per_base(q)
    if role == where.get("area"):
        return replace(q, unit=q.dimension, dimension="count:" + q.dimension)
    if role == "rate" and "rate_per" in options and not q.per and not q.dimension.endswith("/ [time]"):
        return replace(q, per=options["rate_per"])
    return q


def _own_years(s: Seen) -> bool:
    own = {s.quantities[k].printed_low for role, k in s.places if role in ("start", "end")}
    behind = (q for k, q in s.quantities.items() if k > s.at[s.value] and q.kind == "year")
    return all({q.printed_low, q.printed_high} <= own for q in behind)


def _by_period(places: Places, last: int, tokens: list[Token]) -> bool:
    before = max((k for _, k in places if k < last), default=last)
    return any(token.figure is not None and token.figure.factor_word == "period" for token in tokens[before:last])


def _all_of(s: Seen) -> bool:
    listed, _, wholes = s.value.partition(" of ")
    whole = s.quantities[s.at["total"]].unit
    return sorted(q.unit for q in partition.parts(s) if q.unit) == listed.split() and (not wholes or whole in ("", *wholes.split()))


CHECKS: dict[str, Callable[[Seen], bool]] = {
    "same": _same,
    "differ": lambda s: measures.two_units(*s.figures),
    "least": partition.adds_up,
    "most": partition.adds_up,
    "whole": partition.within_whole,
    "density": lambda s: all(measures.density(q).dimension == measures.PER_AREA for q in s.figures),
    "difference_slip": partition.difference_or_slip,
    "own_years": _own_years,
    "echo": lambda s: echoes.names_whole(s, s.at[s.value]),
    "unit_of": lambda s: measures.names_unit(s.at[s.value], s) or echoes.names_count(s, s.at[s.value]),
    "range": lambda s: s.value not in s.at or s.figure.is_range,
    "mean": lambda s: leading.is_mean(s.at[s.value], s.tokens),
    "first": _first,
    "whole_time": lambda s: not _by_period(s.places, s.at[s.value], s.tokens),
    "begins": partition.begins,
    "sole": _sole,
    "grows": lambda s: partition.size(s.figure) > partition.size(s.quantities[s.at["old"]]),
    "ascending": lambda s: s.quantities[s.at["start"]].printed_low < s.quantities[s.at["end"]].printed_low,
    "words": lambda s: not any(c.isdigit() for c in s.figure.text),
    "per_head": lambda s: s.figure.unit == "people",
    "not_from": lambda s: s.value not in s.at or leading.is_first(s.at[s.value], s.tokens),
    "after_christ": lambda s: not leading.stands_before(s.at[s.value], s.tokens, "before_era"),
    "step": lambda s: not s.figure.text.replace(".", "").isdigit() and not leading.leads(s.at[s.value], s.tokens, "to")
    and not leading.leads(s.at[s.value], s.tokens, "from"),
    "no_change": lambda s: not leading.is_change(s.at[s.value], s.tokens),
    "no_step": lambda s: s.value not in s.at
    or not (leading.is_step(s.at[s.value], s.tokens) or leading.is_base(s.at[s.value], s.tokens)),
    "votes": lambda s: s.figure.unit.rstrip("s") == "vote",
    "no_part": lambda s: s.value not in s.at or not leading.stands_before(s.at[s.value], s.tokens, ""),
    "more": _more,
    "no_list": lambda s: not leading.in_list(s.at[s.value], s.tokens),
    "per": lambda s: s.quantities[s.at["rate"]].per == s.figure.unit != "" or measures.names_unit(s.at[s.value], s),
    "next_year": lambda s: s.value not in s.at or s.figure.printed_low == s.quantities[s.at["start"]].printed_low + 1,
    "month_after": lambda s: around.month_before(s, s.at["old"]) % 12 + 1 == around.month_before(s, s.at[s.value]),
    "year_after": lambda s: echoes.year_before(s, s.at[s.value]) in (None, s.quantities[s.at["start"]].printed_low + 1),
    "started": lambda s: "start" not in s.at
    or (echoes.year_before(s, s.at[s.value]) or float("inf")) > s.quantities[s.at["start"]].printed_low,
    "all_of": _all_of,
    "brief": lambda s: s.figure.dimension == "[time]" and s.figure.factor <= HOUR,
    "tail": lambda s: not partition.ends_in_whole(s),
    "outdone": lambda s: not partition.outdone(s),
    "not_left": lambda s: not partition.is_left(s),
    "other_form": partition.printed_otherwise,
    "rival": lambda s: not partition.rivalled(s),
    "measure": lambda s: measures.measure_word(s.figure, s) in ("", measures.measure_word(s.quantities[s.at["rate"]], s))
    or s.figure.dimension == s.quantities[s.at["rate"]].dimension and s.figure.dimension.startswith(("[", "count:people")),
    "level": lambda s: s.figure.dimension != "percent_point",
    "lots": lambda s: s.figure.printed_low > 1 and s.figure.unit == s.quantities[s.at["count"]].unit != ""
    and s.quantities[s.at["rate"]].unit == s.quantities[s.at["total"]].unit,
    "years": lambda s: sum(t.char in "Yd" for t in s.tokens[: s.places[-1][1]]) == int(s.value),
    "plural": lambda s: s.figure.printed_low > 1,
    "versus": lambda s: echoes.named_apart(s, s.at[s.value]),
    "resumed": lambda s: echoes.resumed(s, s.at[s.value]),
    "repeated": lambda s: repeats.repeated(s, s.at[s.value]),
    "opposed": repeats.opposed,
    "told": repeats.told_of,
    "swapped_parts": partition.parts_of_one,
    "then": lambda s: echoes.named_then(s, s.at[s.value]),
    "named": lambda s: echoes.names_rate(s, s.at[s.value]),
    "slip": lambda s: partition.fits_or_slips(s.quantities[s.at["total"]], s.quantities[s.at["count"]], measures.per_base(s.figure)),
    "area": lambda s: measures.area_of(s.quantities[s.at["rate"]]) == s.figure.dimension != "",
    "only": lambda s: not any(k < s.at[s.value] and q.unit == s.figure.unit and q.kind == "quantity" and k not in {p for _, p in s.places}
                              for k, q in s.quantities.items()),
    "exact": lambda s: s.figure.hedge == "=",
    "labelled": lambda s: echoes.labelled(s, s.at[s.value]),
    "one_base": lambda s: echoes.one_base(s, s.at[s.value]),
    "unnamed": lambda s: leading.opened(s.at[s.value], s.tokens, "from"),
    "fine": lambda s: all(s.quantities[k].half < 0.5 for role, k in s.places if role == s.value),
    "step_slip": partition.step_or_swapped,
    "swapped_whole": partition.hundred_or_swapped,
    "later": _later,
    "beyond": lambda s: all(partition.size(s.figure) > partition.size(s.quantities[k]) for k in range(s.at["new"] + 1, s.at[s.value])
                            if k in s.quantities and s.quantities[k].unit == s.figure.unit),
    "share_slip": partition.fits_or_swapped,
    "equal_slip": partition.equal_or_slipped,
    "sum_slip": partition.sum_or_slipped,
    "familiar": lambda s: echoes.familiar(s, s.at["old"], s.at[s.value]),
    "foreign": lambda s: s.figure.unit != s.quantities[s.at["total"]].unit,
    "as_said": lambda s: leading.way(s) in (0, (partition.size(s.figure) > partition.size(s.quantities[s.at["old"]])) * 2 - 1),
    "again": lambda s: echoes.led_alike(s, s.at[s.value]),
    "rate": lambda s: echoes.names_part(s, s.at[s.value]),
    "named_sum": echoes.names_parts,
    "year_of": lambda s: "base" not in s.at or echoes.year_before(s, s.at[s.value]) in (None, s.quantities[s.at["base"]].printed_low),
    "begun": lambda s: "start" not in s.at or echoes.year_before(s, s.at[s.value]) in (None, s.quantities[s.at["start"]].printed_low),
    "one": _one,
    "twin": lambda s: bool(s.figure.unit) and s.figure.unit == s.quantities[s.at["rate"]].unit,
    "one_whole": partition.one_whole,
    "akin": lambda s: s.figure.unit == s.quantities[s.at["rate"]].unit
    or all(not q.dimension or q.dimension.startswith("count") for q in (s.figure, s.quantities[s.at["rate"]])),
    "paced": lambda s: bool(s.figure.per),
    "counts": lambda s: not any(q.is_range or q.hedge in ("above", "at_least", "at_most") or q.dimension.startswith("money:")
                                for role, k in s.places if role == s.value for q in (s.quantities[k],)),
    "opens": _opens,
    "money": lambda s: s.figure.dimension.startswith("money:"),
    "near": lambda s: partition.size(s.figure) <= LARGEST * max(partition.size(s.quantities[k]) for role, k in s.places if role != s.value),
    "small_step": lambda s: 2 * partition.size(s.figure) <= partition.size(s.quantities[s.at["new"]])
    and s.quantities[s.at["percent"]].printed_high < 100,
    "rated": measures.rated,
    "lone": lambda s: measures.stands_alone(s.at[s.value], s),
    "names_count": measures.names_count,
    "within": lambda s: all(partition.size(q) < partition.size(s.figure) for q in partition.parts(s)),
    "mostly": lambda s: CHECKS["within"](s) and 2 * sum(partition.size(q) for q in partition.parts(s)) >= partition.size(s.figure),
    "single": _single,
    "way": lambda s: len({s.quantities[k].printed_low < 1 for role, k in s.places if role == s.value}) < 2,
    "alone": _alone,
    "leading": lambda s: not any(k < s.places[0][1] and q.unit == "percent" for k, q in s.quantities.items()),
    "cases": _of_cases,
    "disjoint": partition.disjoint,
    "latest": lambda s: _latest(s) == s.value,
    "sides": sides.opposed,
    "bare": lambda s: not s.figure.dimension and s.figure.text.strip("+-−–0123456789.") == "",
    "below_zero": lambda s: s.figure.printed_high < 0 and s.figure.dimension.startswith("count:") and s.figure.text.lstrip()[:1] in "-−–",
    "nothing": lambda s: s.figure.printed_low == s.figure.printed_high == 0,
    "ages": lambda s: all(q.dimension in ("", "[time]") for role, k in s.places if role in s.value for q in (s.quantities[k],)),
    "dated": lambda s: all(month_of(s.quantities[k], s.language) for role, k in s.places if role in s.value.split()),
    "counted": lambda s: s.figure.text.endswith(tuple(s.language.settings.get("anniversaries", ()))),
    "ahead": around.ahead,
    "behind": around.behind,
    "before_last": around.before_last,
    "nowhere": lambda s: not around.somewhere(s),
    "somewhere": around.somewhere,
    "inside": around.inside,
    "echoed": around.echoed,
}
