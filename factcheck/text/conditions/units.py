"""The units of figures, by what is printed: measure words, two units of one dimension, what a rate is per."""

from __future__ import annotations

from ... import units
from ...frozen import replace
from ...typed import TYPE_CHECKING
from . import around
from .registry import ROLE, ROLES, condition
from .seen import Seen, before, edges, has

if TYPE_CHECKING:
    from ...values import Quantity

PER_AREA = "1 / [length] ** 2"
AREA = "[length] ** 2"
PER_REACH = 40                           # characters in which a figure's "per match" stands
NEAR = 4                                 # characters from "each" to what is counted
NAME = 2                                 # characters of it
PEOPLE = frozenset({"people", "residents", "citizens"})
SHORT = 2                                # letters of an article
STEPS = frozenset({"percent", "points", "factor"})


@condition(("unit",))
def same(s: Seen) -> bool:
    """All amounts are in one unit, or have one measure word (家公司, 家); a bare one goes with any, and spans of time do not count."""
    united = [q for q in s.figures if q.kind == "quantity" and q.unit and q.dimension != "[time]"]
    return len({q.unit for q in united}) < 2 or len({_mark(q, s.language.bounded_marks) for q in united}) < 2


@condition(("unit", "levels"))
def one(s: Seen) -> bool:
    """The amounts that have a unit have the same; bare ones go with any.  "levels": old and new have one, and the same."""
    levels = [s.quantities[k] for role, k in s.places if role not in STEPS]
    units = {q.unit for q in levels}
    pers = {role: s.quantities[k].per for role, k in s.places if role not in STEPS}
    rates = len({per for per in pers.values() if per}) < 2 and not (pers.get("old") and not pers.get("new"))
    return len(units - {""}) < 2 and rates and (s.value != "levels" or "" not in units)


@condition(("unit",))
def differ(s: Seen) -> bool:
    """The two amounts are in different units of one dimension, or of its reciprocal (mpg, L/100 km), in two currencies, or in one unit
    with the same digits (1200万元, 1.2亿元), so that only the scale can be meant.
    """
    a, b = s.figures
    money = a.dimension.startswith("money:") and b.dimension.startswith("money:")
    if {a.dimension, b.dimension} == {"[mass]", "money:GBP"}:
        return True                                           # 220 pounds (100 kg)
    if a.per == b.per and units.reciprocal(a.unit, b.unit):
        return True
    if a.dimension != b.dimension and not money or a.hidden or b.hidden or money and a.dimension == b.dimension and a.unit != b.unit:
        return False
    if a.per != b.per:
        weighed = bool(a.per and b.per) and not a.dimension.startswith("count:")    # 5506公斤/公顷（367公斤/亩）; people: density
        return weighed and _area_of(a) == _area_of(b) != ""
    return a.unit != b.unit or _digits(a) == _digits(b) and a.text != b.text


@condition(ROLE, "rate")
def twin(s: Seen) -> bool:
    """That figure is in the unit of the rate, and in some."""
    return s.figure.unit == s.of("rate").unit != ""


@condition(ROLE, "rate")
def akin(s: Seen) -> bool:
    """That figure and the rate are in one unit, or both are counts."""
    both = s.figure, s.of("rate")
    return both[0].unit == both[1].unit or all(not q.dimension or q.dimension.startswith("count") for q in both)


@condition(ROLE, "rate")
def measure(s: Seen) -> bool:
    """That figure and the rate have one measure word (人, 元), as far as they have any."""
    rate, word = s.of("rate"), _measure_word(s.figure, s)
    if word in ("", _measure_word(rate, s)):
        return True
    return s.figure.dimension == rate.dimension and s.figure.dimension.startswith(("[", "count:people"))


@condition(ROLE, "rate")
def per(s: Seen) -> bool:
    """The rate is per unit of that figure (元/吨 with 吨), or the words before it name that unit."""
    return s.of("rate").per == s.figure.unit != "" or _names_unit(s)


@condition(ROLE)
def slashed(s: Seen) -> bool:
    """That figure prints what it is for each of: 50元/天, $4/kg."""
    return s.figure.per != "" and "/" in s.figure.text


@condition(ROLE, "rate")
def unit_of(s: Seen) -> bool:
    """The words before the rate name the unit of that figure (平均每户, per square mile), or what is counted in it: 平均每位教师 behind
    小学教师4000人.  A measure is no count of what is measured the same: 每吨产品耗水12.5吨，改造后8.9吨，每吨节水3.6吨.
    """
    if s.figure.dimension == s.of("rate").dimension and s.figure.dimension.startswith("["):
        return False
    return _names_unit(s) or _names_counted(s)


@condition(ROLE, "count")
def rated(s: Seen) -> bool:
    """That figure is so much per person, or per what the count counts."""
    count = s.of("count")
    per, counted = s.figure.per, count.unit
    if not per or count.dimension and not count.dimension.startswith("count:"):
        return False
    return per == "people" if not counted else per in (counted, counted.rstrip("s"))


@condition(ROLE, "count")
def names_count(s: Seen) -> bool:
    """The second word behind that figure ("40 per match", "40 to a match") is what the count counts."""
    count, words = s.of("count"), s.text[s.figure.end : s.figure.end + PER_REACH].split()
    name = next((word for word in (word.strip('.,;:()"”’').lower() for word in words[1:3]) if len(word) > SHORT), "")
    behind = " ".join(s.text[count.end : count.end + PER_REACH].split()[:2]) if not count.unit else ""
    return bool(name) and name in (count.text + behind + " " + count.unit).lower()


@condition(ROLE)
def peopled(s: Seen) -> bool:
    """That figure is of a population: it counts people, or a word for their number leads to it (``population_led``)."""
    if s.figure.unit in PEOPLE:
        return True
    low = max(s.tokens[0].start, s.figure.start - PER_REACH)
    return not s.figure.unit and around.pattern(s.language, "population_led").search(s.text, low, s.figure.start) is not None


@condition(ROLE)
def paced(s: Seen) -> bool:
    """That figure is so much a day, a head …"""
    return bool(s.figure.per)


@condition(ROLE, "count", "rate", "total")
def lots(s: Seen) -> bool:
    """That many of what is counted have the rate (每10股派3元), which is in the unit of the total."""
    return s.figure.printed_low >= 1 and s.figure.unit == s.of("count").unit != "" and s.of("rate").unit == s.of("total").unit


@condition(ROLE, "rate")
def area(s: Seen) -> bool:
    """The rate is so much per hectare, mu …, and that figure is an area, in whatever unit."""
    return _area_of(s.of("rate")) == s.figure.dimension != ""


@condition(ROLES)
def density_(s: Seen) -> bool:
    """These figures are so many on an area (people per square mile, 1,150/km2), and taken for that."""
    return all(density(s.of(role)).dimension == PER_AREA for role in s.value.split())


@condition(ROLE)
def lone(s: Seen) -> bool:
    """No other figure with a unit stands right before that one: it is no part of a longer measure (11st 4lb), as "eight 21-inch tubes" are
    none.
    """
    at = s.place
    last = s.tokens[at - 1].figure if at else None
    if last is None or at - 1 not in s.quantities:
        return last is None
    return last.unit is None or s.quantities[at - 1].dimension.startswith("count:")


# -- what a figure is of ---------------------------------------------------------------------------------------------------------

@condition(ROLES)
def money(s: Seen) -> bool:
    """These figures are of money."""
    return all(q.dimension.startswith("money:") for role in s.value.split() for q in s.every(role))


@condition(ROLE, "total")
def foreign(s: Seen) -> bool:
    """That money is in another currency than the total."""
    return s.figure.unit != s.of("total").unit


@condition(ROLE)
def per_head(s: Seen) -> bool:
    """That figure counts people."""
    return s.figure.unit == "people"


@condition(ROLE)
def votes(s: Seen) -> bool:
    """That figure counts votes."""
    return s.figure.unit.rstrip("s") == "vote"


@condition(ROLE)
def level(s: Seen) -> bool:
    """That figure is no step: it is not in points."""
    return s.figure.dimension != "percent_point"


def per_base(q: Quantity) -> Quantity:
    """The rate per square metre, so that rates per hectare and per mu are of one kind."""
    area = _area_of(q)
    return replace(q, factor=q.factor / units.load().units[q.per].factor, per=area) if area else q


def density(q: Quantity) -> Quantity:
    """So many on an area as one unit: 2,980 people per square mile, 1,150/km2; any other figure as it is."""
    if _area_of(q) != AREA or q.dimension and not q.dimension.startswith("count:"):
        return q
    return replace(per_base(q), unit=f"{q.unit}/{q.per}", dimension=PER_AREA, per="")


def _area_of(q: Quantity) -> str:
    """The dimension of what the figure is per, if that is an area or another measure; "" if it counts."""
    unit = units.load().units.get(q.per) if q.per else None
    return unit.dimension if unit is not None and unit.dimension.startswith("[length]") else ""


def _digits(q: Quantity) -> str:
    return "".join(c for c in q.text if c.isdecimal()).strip("0")


def _mark(q: Quantity, marks: frozenset[str]) -> str:
    """The first character behind the digits and scale words, else the unit."""
    at = len(q.text)
    while at and not (q.text[at - 1].isnumeric() or q.text[at - 1] in marks):
        at -= 1
    return q.text[at:].lstrip()[:1] or q.unit


def _measure_word(q: Quantity, s: Seen) -> str:
    """The same; "" of a bare number."""
    word = _mark(q, s.language.bounded_marks)
    return word if word != q.unit else ""


def _names_unit(s: Seen) -> bool:
    """Whether the words before the rate name the unit of the count: 平均每户, per square mile."""
    tokens, text, rate, count = s.tokens, s.text, s.at["rate"], s.place
    figure = tokens[count].figure
    at = rate - 1
    while at >= 0 and not has(tokens[at], {"per_each"}):
        at -= 1
    if figure is None or at < 0:
        return False
    unit = text[figure.number_end : tokens[count].end].strip()
    if len(unit) > 1 and unit[0] in s.language.sets.get("half_counters", ()):                 # 180个村 … 村均
        unit = unit[1:]
    named = text[tokens[at].end : tokens[rate].start].strip()
    if named.isalpha() and unit in s.language.sets.get("half_counters", ()) and text[tokens[count].end :].startswith(named):
        return True                                                                          # 每班45人，24个班
    each = text[tokens[at].start : tokens[rate].start]
    found = each.find(unit) if unit else -1
    if found >= 0 and unit in s.language.sets.get("half_counters", ()):                       # 38658个乡 is not 每个县
        named, counted = each[found + len(unit) :].strip(), text[tokens[count].end :][:2].strip()
        if named and counted.isalpha() and not named.startswith(counted):
            return False
    if found < 0 and len(unit) > 1 and each.rstrip().endswith(unit[0]):                      # 12万户家庭 … 平均每户
        return not any(c.isnumeric() for c in each)
    return found >= 0 and not any(c.isnumeric() for c in each[:found])      # 每万人 is of so many at once


def _names_counted(s: Seen) -> bool:
    """平均每位教师 behind 小学教师4000人: what is counted is named once more."""
    rate, count = s.at["rate"], s.place
    at = rate - 1
    while at > count and not has(s.tokens[at], {"per_each"}):
        at -= 1
    each = s.text[s.tokens[at].start : s.tokens[rate].start]
    name = before(count, s).rstrip(edges(s))[-NAME:]
    return at > count and len(name) == NAME and name.isalpha() and 0 < each.find(name) <= NEAR and not any(c.isnumeric() for c in each)
