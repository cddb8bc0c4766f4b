"""Parts with their shares in brackets, over several sentences: "Mills had sales of £212m (33.1% of the total).  Farms came to £123m
(19.2%), while shops sold £35m (14.5%)".

All but one of three or more are of one whole, and two digits exchanged, a 1 or a zero keep the one from being of it, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from ...typed import TYPE_CHECKING
from ..fitting import nearly, one_whole, or_slip, printed
from ..misprints import slips
from .items import Item, amount, claim, kin, plain

if TYPE_CHECKING:
    from ...values import Claim
    from .words import Vocabulary

BACK = 2                                 # sentences from one to the next
LEAST, MOST = 3, 12                      # pairs
FINE = 3                                 # digits of a part or a share that is of one whole with two others by no chance
FAR = 4.0                                # times what rounding may do, that a slip must do more

Pair = tuple[Item, Item]


def link(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of the pairs of a paragraph."""
    group: list[Pair] = []
    for part, share in pairwise(found):
        vocabulary = words[share.q.lang]
        if "brackets_not" not in vocabulary.words or not _bracketed(part, share, vocabulary):
            continue
        if group and not _goes_on(group[-1], (part, share)):
            yield from _odd(group, vocabulary)
            group = []
        group.append((part, share))
    if group:
        yield from _odd(group, words[group[0][0].q.lang])


def _bracketed(part: Item, share: Item, words: Vocabulary) -> bool:
    """Whether the one stands right before the bracket that the other opens."""
    opened = share.q.unit == "percent" and words.brackets_open.fullmatch(share.text, part.q.end, share.q.start) is not None
    return opened and amount(part.q) and plain(share.q)


def _goes_on(last: Pair, one: Pair) -> bool:
    (a, _), (b, _) = last, one
    return a.paragraph == b.paragraph and b.sentence - a.sentence <= BACK and kin(a.q, b.q) and a.q.per == b.q.per


def _odd(group: Sequence[Pair], words: Vocabulary) -> Iterator[Claim]:
    """The pair that is not of the whole of all the others."""
    if not LEAST <= len(group) <= MOST or group[0][0].sentence == group[-1][0].sentence:
        return
    first, last = group[0][0], group[-1][1]
    if words.brackets_not.search(first.text, first.begin, last.end) or any(item.adjusted(words) for item, _ in group):
        return
    for odd in group:
        rest = [pair for pair in group if pair is not odd]
        if not all(_alike(a, b) for a, b in combinations(rest, 2)) or any(_alike(odd, pair) for pair in rest):
            continue
        base = max(rest, key=lambda pair: min(pair[0].q.figures, pair[1].q.figures))
        figures = [base[0].q, base[1].q, odd[0].q, odd[1].q]
        fine = min(base[0].q.figures, odd[0].q.figures) >= FINE and base[1].q.figures >= FINE
        if fine and not nearly(one_whole, figures, FAR, printed) and or_slip(one_whole, figures, slips, (2, 3)):
            roles = [("part", figures[0]), ("percent", figures[1]), ("part", figures[2]), ("percent", figures[3])]
            yield claim("implied_whole", roles, f"{words.code}.across.bracketed", words.code, severity="warning")
        return


def _alike(a: Pair, b: Pair) -> bool:
    return one_whole(printed(a[0].q), printed(a[1].q), printed(b[0].q), printed(b[1].q))
