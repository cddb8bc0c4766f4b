"""How many live on an area, and how densely, told apart: 全镇面积12.4平方英里，有居民3100人，密度为每平方英里250人; "The town covers
34.9 square miles.  It had 15,554 inhabitants in 2020, a population density of 446 per square mile".

The area and the people must be the only ones near by.  A claim is made if the three fit as printed, or would but for a slip of the pen in
one of them: a density of the land alone is no slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ... import units
from ...frozen import replace
from ...typed import TYPE_CHECKING
from ..fitting import mean, only_slip, stated
from ..misprints import meant
from .items import Item, Sentence, amount, claim

if TYPE_CHECKING:
    from ...units import UnitPhrase
    from ...values import Claim
    from .words import Vocabulary

AREA, DENSITY = "[length] ** 2", "1 / [length] ** 2"
BACK, AHEAD = 3, 1                       # sentences before a density, and behind it
AROUND = 12                              # figures
FINE = 2                                 # digits of a density: coarser ones fit too much
FAR = 4.0                                # times what rounding may do, that a slip must do more


def link(found: Sequence[Item], sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of densities."""
    for at, item in enumerate(found):
        if not amount(item.q) or item.q.figures < FINE or (area := _area(item)) is None:
            continue
        vocabulary = words[item.q.lang]
        told = any(q.start == item.q.start for c in sentences[item.sentence].claims if c.relation == "product" for _, q in c.roles)
        if told or vocabulary.density_led.search(item.label) is None:
            continue
        near = [one for one in found[max(0, at - AROUND) : at + AROUND] if one is not item and amount(one.q)]
        near = [one for one in near if -BACK <= one.sentence - item.sentence <= AHEAD and one.paragraph == item.paragraph]
        areas = [one for one in near if one.q.dimension == AREA and not one.q.per]
        heads = [one for one in near if one.q.unit == "people" and not one.q.per and vocabulary.density_not.search(one.clause) is None]
        areas = [one for one in areas if one.depth == 0] or areas
        if len(heads) != 1 or len(areas) != 1 or sum(_area(one) is not None for one in near if one.depth == item.depth):
            continue
        rate = replace(item.q, unit="", dimension="", factor=1.0, per="")                       # so many on each of so many miles
        count = replace(areas[0].q, unit="", dimension="", factor=areas[0].q.factor / area.factor)
        total = replace(heads[0].q, unit="", dimension="")
        if only_slip(mean, (total, count, rate), meant, FAR, stated):
            roles = [("rate", rate), ("count", count), ("total", total)]
            yield claim("product", roles, f"{vocabulary.code}.across.density", vocabulary.code, severity="warning")


def _area(item: Item) -> UnitPhrase | None:
    """The unit of area that so many are on; None if a figure is no density."""
    q = item.q
    if q.dimension != DENSITY and (not q.per or q.unit not in ("", "people")):
        return None
    known = units.load().units
    if q.dimension == DENSITY:                                # its unit is one in the other
        return next((unit for unit in known.values() if unit.dimension == AREA and abs(unit.factor * q.factor - 1) < 1e-6), None)
    unit = known.get(q.per)
    return unit if unit is not None and unit.dimension == AREA else None
