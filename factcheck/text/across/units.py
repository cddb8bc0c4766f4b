"""Units that are miswritten, power where energy is meant, an hour said twice: told by the letters of the unit and the words around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from ...patterns import regex
from ...typed import TYPE_CHECKING
from .items import Item, claim

if TYPE_CHECKING:
    from ...values import Claim, Quantity
    from .words import Vocabulary

_LETTERS = regex.compile(r"(?<=\d\s?)[A-Za-zµμ]{2,5}(?![A-Za-z])")
POWER, ENERGY = "[length] ** 2 * [mass] / [time] ** 3", "[length] ** 2 * [mass] / [time] ** 2"
BESIDE = 150                             # characters in which an energy is told besides
PERIODS = frozenset({"year", "month", "quarter", "week", "day", "hour"})


def link(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of figures whose unit, or the words around it, cannot be."""
    energies = [item.q.start for item in found if item.q.dimension == ENERGY]
    for item in found:
        q = item.q
        vocabulary = words[q.lang]
        if not q.dimension.startswith("["):
            continue
        letters = _LETTERS.search(q.text)
        if letters is not None:
            for name, severity in (("no_such_unit", "warning"), ("careless_unit", "note")):
                if letters.group() in vocabulary.words[name]:
                    yield _wording(q, "no_such_unit", severity)
        if "speed_led" in vocabulary.words and vocabulary.an_hour.search(q.text) is not None and (
                vocabulary.speed_led.search(item.text, item.begin, q.start) or vocabulary.speed_behind.match(item.text, q.end, item.end)):
            yield _wording(q, "said_twice", "warning")
        if q.kind != "quantity" or q.dimension not in (POWER, ENERGY) or q.per and (q.dimension == ENERGY or q.per not in PERIODS):
            continue
        if q.dimension == POWER:
            beside = bisect_left(energies, q.start - BESIDE) < bisect_left(energies, q.end + BESIDE)      # 900 MW, or 7 TWh a year
            if not beside and _made(item, vocabulary):
                yield _wording(q, "power_for_energy", "warning")
        elif vocabulary.power_done.search(item.label) and not vocabulary.energy_meant.search(item.text, item.begin, item.end):
            yield _wording(q, "energy_for_power", "warning")


def _made(item: Item, words: Vocabulary) -> bool:
    """Whether the words say that so much was made or used over a time, and not that it could be, or of what machines."""
    if not words.energy_done.search(item.label) or words.power_meant.search(item.clause):
        return False
    if words.power_made.match(item.text, item.q.end, item.end):
        return False
    if words.plant_kind.search(item.label) and words.power_meant.search(item.text, item.near[0], item.q.start):
        return False                     # 装机共625万千瓦，包括风力发电500万千瓦: the plants' own power
    return bool(item.q.per) or any(pattern.search(*place) for pattern, place in (
        (words.energy_noun, (item.label,)), (words.over_time, (item.text, item.begin, item.end))))


def _wording(q: Quantity, cue: str, severity: str) -> Claim:
    return claim("wording", [("figure", q)], f"{q.lang}.across.units", q.lang, cue=cue, severity=severity)
