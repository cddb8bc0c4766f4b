"""The units of figures, by what is printed: measure words, two units of one dimension, what a rate is per.

Conditions of rules (conditions.py).
"""

from __future__ import annotations

from ... import units
from ...frozen import replace
from ...typed import TYPE_CHECKING
from .echoes import has

if TYPE_CHECKING:
    from ...values import Quantity
    from . import Seen

PER_AREA = "1 / [length] ** 2"
AREA = "[length] ** 2"
PER_REACH = 40                           # characters in which a figure's "per match" stands


def measure(q: Quantity, marks: frozenset[str]) -> str:
    """The first character behind the digits and scale words, else the unit."""
    at = len(q.text)
    while at and not (q.text[at - 1].isnumeric() or q.text[at - 1] in marks):
        at -= 1
    return q.text[at:].lstrip()[:1] or q.unit


def measure_word(q: Quantity, s: Seen) -> str:
    """The same; "" of a bare number."""
    word = measure(q, s.language.bounded_marks)
    return word if word != q.unit else ""


def two_units(a: Quantity, b: Quantity) -> bool:
    """Of one dimension in two units; in one unit with the same digits, so that only the scale can be meant; or two currencies."""
    money = a.dimension.startswith("money:") and b.dimension.startswith("money:")
    if {a.dimension, b.dimension} == {"[mass]", "money:GBP"}:
        return True                                           # 220 pounds (100 kg)
    if a.dimension != b.dimension and not money or a.hidden or b.hidden or money and a.dimension == b.dimension and a.unit != b.unit:
        return False
    if a.per != b.per:
        weighed = bool(a.per and b.per) and not a.dimension.startswith("count:")    # 5506公斤/公顷（367公斤/亩）; people: density
        return weighed and area_of(a) == area_of(b) != ""
    return a.unit != b.unit or _digits(a) == _digits(b) and a.text != b.text


def area_of(q: Quantity) -> str:
    """The dimension of what the figure is per, if that is an area or another measure; "" if it counts."""
    unit = units.load().units.get(q.per) if q.per else None
    return unit.dimension if unit is not None and unit.dimension.startswith("[length]") else ""


def per_base(q: Quantity) -> Quantity:
    """The rate per square metre, so that rates per hectare and per mu are of one kind."""
    area = area_of(q)
    return replace(q, factor=q.factor / units.load().units[q.per].factor, per=area) if area else q


def density(q: Quantity) -> Quantity:
    """So many on an area as one unit: 2,980 people per square mile, 1,150/km2; any other figure as it is."""
    if area_of(q) != AREA or q.dimension and not q.dimension.startswith("count:"):
        return q
    return replace(per_base(q), unit=f"{q.unit}/{q.per}", dimension=PER_AREA, per="")


def stands_alone(at: int, s: Seen) -> bool:
    """Whether the figure is no part of a longer measure (11st 4lb): "eight 21-inch tubes" are none."""
    last = s.tokens[at - 1].figure if at else None
    if last is None or at - 1 not in s.quantities:
        return last is None
    return last.unit is None or s.quantities[at - 1].dimension.startswith("count:")


def _digits(q: Quantity) -> str:
    return "".join(c for c in q.text if c.isdecimal()).strip("0")


def names_unit(count: int, s: Seen) -> bool:
    """Whether the words before the rate name the unit of the count: 平均每户, per square mile."""
    tokens, text, rate = s.tokens, s.text, s.at["rate"]
    figure = tokens[count].figure
    at = rate - 1
    while at >= 0 and not has(tokens[at], {"per_each"}):
        at -= 1
    if figure is None or at < 0:
        return False
    unit = text[figure.number_end : tokens[count].end].strip()
    if len(unit) > 1 and unit[0] in s.language.sets.get("half_counters", ()):                 # 180个村 … 村均
        unit = unit[1:]
    each = text[tokens[at].start : tokens[rate].start]
    found = each.find(unit) if unit else -1
    if found >= 0 and unit in s.language.sets.get("half_counters", ()):                       # 38658个乡 is not 每个县
        named, counted = each[found + len(unit) :].strip(), text[tokens[count].end :][:2].strip()
        if named and counted.isalpha() and not named.startswith(counted):
            return False
    if found < 0 and len(unit) > 1 and each.rstrip().endswith(unit[0]):                      # 12万户家庭 … 平均每户
        return not any(c.isnumeric() for c in each)
    return found >= 0 and not any(c.isnumeric() for c in each[:found])      # 每万人 is of so many at once


def names_count(s: Seen) -> bool:
    """Whether the second word behind the figure ("40 per match") is what the count counts."""
    count, words = s.quantities[s.at["count"]], s.text[s.figure.end : s.figure.end + PER_REACH].split()
    name = words[1].strip(".,;:()").lower() if len(words) > 1 else ""
    behind = " ".join(s.text[count.end : count.end + PER_REACH].split()[:2]) if not count.unit else ""
    return len(name) > 2 and name in (count.text + behind + " " + count.unit).lower()


def rated(s: Seen) -> bool:
    """Whether the figure is so much per person, or per what the count counts."""
    count = s.quantities[s.at["count"]]
    per, counted = s.figure.per, count.unit
    if not per or count.dimension and not count.dimension.startswith("count:"):
        return False
    return per == "people" if not counted else per in (counted, counted.rstrip("s"))
