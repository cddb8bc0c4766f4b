"""A crop, its yield and its area in three clauses or sentences: "Corn production is forecast at 15.1 billion bushels.  Yields are to
average 177 bushels per acre.  Area harvested is forecast at 85.1 million acres".

The three must be the only ones of their kind near by, each a level, and a claim is made if they fit, or would but for a slip of the pen in
one.  The words are patterns of the language; one without them has no such links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ... import units
from ...frozen import replace
from ...typed import TYPE_CHECKING
from ..fitting import mean, or_slip
from ..misprints import variants
from .items import Item, claim, plain

if TYPE_CHECKING:
    from ...values import Claim
    from .words import Vocabulary

NEAR = 4                                 # sentences
AREA = "[length] ** 2"
WEIGHED = ("[mass]", "[length] ** 3")


def link(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of crops."""
    for at, item in enumerate(found):
        vocabulary = words[item.q.lang]
        if "yield_behind" not in vocabulary.words or item.q.dimension not in WEIGHED or not plain(item.q) or item.depth:
            continue
        hit = _rated(item, vocabulary)
        if hit is None or vocabulary.yield_led.search(item.text, item.near[0], item.q.start) is None or _stepped(item, vocabulary):
            continue
        near = [one for one in found[max(0, at - 12) : at + 13] if abs(one.sentence - item.sentence) <= NEAR]
        near = [one for one in near if plain(one.q) and not one.depth]
        yields = [one for one in near if one.q.dimension in WEIGHED and _rated(one, vocabulary) and not _stepped(one, vocabulary)]
        areas = [one for one in near if one.q.dimension == AREA and vocabulary.area_led.search(one.text, one.near[0], one.q.start)
                 and not _stepped(one, vocabulary)]
        crops = [one for one in near if one.q.dimension == item.q.dimension and not one.q.per and not _rated(one, vocabulary)
                 and vocabulary.crop_led.search(one.text, one.near[0], one.q.start) and not _stepped(one, vocabulary)]
        if not len(yields) == len(areas) == len(crops) == 1:
            continue
        if areas[0].q.unit != _unit(hit, vocabulary) or crops[0].q.unit != item.q.unit:
            continue
        count, rate = replace(areas[0].q, unit="", dimension="", factor=1.0), replace(item.q, per="")      # bushels, of so many acres
        if or_slip(mean, (crops[0].q, count, rate), variants):
            roles = [("rate", rate), ("count", count), ("total", crops[0].q)]
            yield claim("product", roles, f"{vocabulary.code}.across.crop", vocabulary.code, severity="warning")


def _rated(item: Item, words: Vocabulary) -> str | None:
    """The unit of area that the figure is per."""
    if item.q.per:
        return item.q.per
    hit = words.yield_behind.match(item.text, item.q.end, item.near[1])
    return hit["per"].lower() if hit is not None else None


def _unit(per: str, words: Vocabulary) -> str:
    """The name that the unit table has for it."""
    known = units.load()
    unit = known.units.get(per) or known.find(per, words.code)
    return unit.name if unit is not None else ""


def _stepped(item: Item, words: Vocabulary) -> bool:
    """Whether a word of change or of another time leads to the figure."""
    return words.crop_step.search(item.text, item.near[0], item.q.start) is not None
