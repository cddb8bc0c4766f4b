"""Two parts, each told with its share of a whole of one name that nobody states: "Gross profit was $97.2m, or 26.8% of net revenue.
Marketing came to $43.1m, or 11.9% of net revenue".

The sentences stand near each other, speak of one time and tell no second share of that whole, and a claim is made if the shares imply one
whole, or would but for two digits swapped in one figure.  The words are patterns of the language; one without them has no such links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ...typed import TYPE_CHECKING, NamedTuple
from ..fitting import one_whole, only_slip, stated
from ..misprints import swaps
from .items import Item, amount, claim, kin, plain

if TYPE_CHECKING:
    from ...values import Claim
    from .words import Vocabulary

BACK, APART = 3, 2                       # sentences and paragraphs from one to the other
DIGITS = 9                               # of the four figures: fewer fit by chance
FAR = 4.0                                # times what rounding may do, that a slip must do more


class Told(NamedTuple):
    """A part and its share of a whole of that name."""

    part: Item
    share: Item
    name: str


def link(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of parts of one whole."""
    told = [one for pair in pairwise(found) if (one := _told(*pair, words[pair[0].q.lang])) is not None]
    often = Counter((one.part.sentence, one.name) for one in told)
    last: dict[str, Told] = {}
    for one in told:
        vocabulary, before = words[one.part.q.lang], last.get(one.name)
        if often[one.part.sentence, one.name] > 1:
            last.pop(one.name, None)
            continue
        last[one.name] = one
        if before is not None and _near(before, one, vocabulary):
            four = before.part.q, before.share.q, one.part.q, one.share.q
            if sum(q.figures for q in four) >= DIGITS and only_slip(one_whole, four, swaps, FAR, stated):
                roles = [("part", four[0]), ("percent", four[1]), ("part", four[2]), ("percent", four[3])]
                yield claim("implied_whole", roles, f"{vocabulary.code}.across.named_whole", vocabulary.code, severity="warning")


def _told(part: Item, share: Item, words: Vocabulary) -> Told | None:
    """"$97.2m, or 26.8% of net revenue"."""
    if share.q.unit != "percent" or part.sentence != share.sentence or "named_whole" not in words.words:
        return None
    if not amount(part.q) or not plain(share.q) or part.depth or part.q.per:
        return None
    whole = words.named_whole.match(share.text, share.q.end, share.end)
    if whole is None or words.or_led.fullmatch(share.text, part.q.end, share.q.start) is None:
        return None
    if words.named_whole_not.search(share.text, share.begin, share.q.end):
        return None
    return Told(part, share, whole["name"].lower().removesuffix("s"))


def _near(one: Told, two: Told, words: Vocabulary) -> bool:
    a, b = one.part, two.part
    if b.sentence - a.sentence > BACK or b.paragraph - a.paragraph > APART or not kin(a.q, b.q):
        return False
    times = a.periods(words), b.periods(words)
    return not all(times) or times[0] <= times[1] or times[1] <= times[0]

