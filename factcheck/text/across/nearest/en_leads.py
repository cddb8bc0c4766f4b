"""What leads to a figure in English, and whether it says that it is a level or a step."""

from __future__ import annotations

from ....typed import TYPE_CHECKING
from ..items import Item

if TYPE_CHECKING:
    from .window import Near

LONG = 80                                # characters before a figure that tell what it is
SMALL = 10                               # a number that may be said of other things than figures: "the two"


def lead(near: Near, item: Item) -> tuple[int, int]:
    """Where the words that lead to a figure stand, back to the figure before it; "the two" is none."""
    q, behind = item.q, 0
    for one in near.around:
        if one.q.start >= q.start:
            break
        behind = one.q.end if one.q.dimension or one.q.printed_low > SMALL else behind
    return max(item.begin, behind, q.start - LONG), q.start


def headed(near: Near, item: Item) -> bool:
    """Whether a figure is the first of a sentence that goes on about what was told: "The decline of 8% …"."""
    return item is near.inside[0] and near.words.nearest_step_refers.match(near.text, near.sentence.start, item.q.start) is not None


def level(near: Near, item: Item) -> bool:
    """Whether a figure is an amount by itself, and no step: "up 40 tonnes"."""
    start = max(item.begin, item.q.start - LONG)
    return near.words.nearest_step.search(item.text, start, item.q.start) is None \
        and near.words.nearest_step_behind.match(item.text, item.q.end, item.end) is None


def expected(near: Near, item: Item) -> bool:
    """Whether a level is what analysts had expected: "$25.2 billion vs. $25.4 billion expected"."""
    text, words = near.text, near.words
    return words.nearest_expected.match(text, item.q.end, item.end) is not None \
        or words.nearest_estimate.search(text, max(item.begin, item.q.start - LONG), item.q.start) is not None
