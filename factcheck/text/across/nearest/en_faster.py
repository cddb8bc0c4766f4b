"""A rate that is so many points faster than another one, in English: "Sales rose 6.2%.  Online sales rose 9.7%, 3.5 points more than sales
overall".
"""

from __future__ import annotations

from collections.abc import Iterator

from ....typed import TYPE_CHECKING
from ..levels import step
from . import faster as rates

if TYPE_CHECKING:
    from ....values import Claim
    from ..items import Item
    from .window import Near

LONG = 80                                # characters behind the points that name what they are reckoned from
LITTLE = 0.1                             # of a name
STEM = 5                                 # characters in which two words are alike: export, exports


def faster(near: Near, k: int) -> Iterator[Claim]:
    """The claim of the points at k, if they part the last rate from one before it."""
    item, words, text = near.inside[k], near.words, near.text
    hit = words.faster_than.match(text, item.q.end, min(item.end, item.q.end + LONG)) \
        or words.faster_led.search(text, max(item.begin, item.q.start - LONG), item.q.start)
    own = next((one for one in reversed(near.inside[:k]) if one.q.unit == "percent"), item)
    if hit is None or own is item or item.number - own.number > rates.REACH or not _rate(near, own):
        return
    others = [one for one in near.around if one.q.start < own.q.start and _rate(near, one)]
    stems = {word[:STEM].lower() for word in words.nearest_dull.sub(" ", hit["name"].lower()).split()}
    alike = [(one, _held(text[one.begin : min(one.end, own.q.start)].lower(), stems)) for one in others]
    yield from rates.faster(near, item, own, alike, "down" if hit["slower"] else "up")


def _rate(near: Near, item: Item) -> bool:
    """Whether a percentage tells of a rise."""
    told = step(near.sentences[item.sentence], item, near.words) if rates.told(item) else None
    return told is not None and told.direction == "up"


def _held(text: str, stems: set[str]) -> float:
    """What part of the words of a name stands in a text; a little of "the total", which has none."""
    known = {word.strip("’'.,;:()")[:STEM] for word in text.split()}
    return len(stems & known) / len(stems) if stems else LITTLE
