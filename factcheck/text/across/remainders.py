"""Parts of a whole over clauses and sentences, the last of which is the rest: "Of the £640m that was lent, £212m went to farms.  Mills had
£305m.  Households made up the rest, at £123m".

The whole is the figure that the first of these sentences opens with, and no part may be of another part.  A claim is made if two digits
exchanged, a 1, a zero or a scale word keep the parts from making the whole.  The words are patterns of the language; one without them
has no such links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING
from ..fitting import counted, nearly, or_slip, total
from ..misprints import slips
from .items import Item, Sentence, akin, amount, claim, size

if TYPE_CHECKING:
    from ...values import Claim, Quantity
    from .words import Vocabulary

BACK = 3                                 # sentences before the rest in which the whole may stand
MOST = 12                                # figures between the two
FAR = 4.0                                # times what rounding may do, that a slip must do more


def link(found: Sequence[Item], sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of all parts and their whole."""
    for at, item in enumerate(found):
        vocabulary = words[item.q.lang]
        if "rest_is" not in vocabulary.words or not amount(item.q) or item.depth or not _is_rest(item, vocabulary):
            continue
        whole, parts = _gathered(found, at, vocabulary)
        if whole is None or len(parts) < 3 or _read(sentences, item):
            continue
        figures = [whole.q, *(_like(part.q, whole.q) for part in parts)]
        if not total(*map(counted, figures)) and not nearly(total, figures, FAR, counted) and or_slip(total, figures, slips, read=counted):
            roles = [("total", figures[0]), *(("part", q) for q in figures[1:])]
            yield claim("total", roles, f"{vocabulary.code}.across.remainder", vocabulary.code, severity="warning")


def _is_rest(item: Item, words: Vocabulary) -> bool:
    return words.rest_is.search(item.text, max(item.begin, item.q.start - MOST * 6), item.q.start) is not None


def _gathered(found: Sequence[Item], at: int, words: Vocabulary) -> tuple[Item | None, list[Item]]:
    """The whole and its parts, the rest among them; no whole if something stands between that is neither."""
    rest = found[at]
    parts = [rest]
    for k in range(at - 1, max(at - MOST, -1), -1):
        item = found[k]
        if rest.sentence - item.sentence > BACK or item.paragraph != rest.paragraph:
            break
        aside = words.rest_aside.match(item.text, item.q.end, item.end) or words.rest_aside_led.search(item.label)
        if item.depth or not akin(item.q, rest.q) or item.q.per != rest.q.per or aside:
            continue
        if not amount(item.q) or words.change.search(item.label):
            return None, []
        if words.rest_whole.search(item.text, item.begin, item.q.start) and all(size(item.q) > size(part.q) for part in parts):
            return item, parts[::-1]
        parts.append(item)
    return None, []


def _like(part: Quantity, whole: Quantity) -> Quantity:
    return replace(part, unit=whole.unit, dimension=whole.dimension)


def _read(sentences: Sequence[Sentence], rest: Item) -> bool:
    """Whether a rule has read the rest as a part already."""
    return any(c.relation == "total" and any(q.start == rest.q.start for _, q in c.roles) for c in sentences[rest.sentence].claims)
