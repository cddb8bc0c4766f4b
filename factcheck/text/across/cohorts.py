"""Those who took part in a study, and so many of them with their share in brackets, in the same sentence or some sentences later:
"Notes on 1,240 goats were reviewed.  Ages ran from two to nine.  A total of 312 (25.2%) goats were lame".

The whole is the last count that is told to have taken part.  A claim is made of a share that is of it, or would be if two digits were not
exchanged, and of nothing else that is counted near it, as they stand, together or apart.  The words are patterns of the language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ...typed import TYPE_CHECKING
from ..fitting import counted, exact, nearly, or_slip, printed
from ..fitting import share as share_fits
from ..misprints import swaps
from .items import Item, Sentence, amount, claim, size

if TYPE_CHECKING:
    from ...values import Claim
    from .words import Vocabulary

BACK = 5                                 # sentences from a share to its whole
MOST = 30                                # counts looked at before a share, and behind it
FINE = 3                                 # digits of a share of a whole that was not told right before it
COARSE = 0.5                             # half of the last digit of a share that fits by chance too often
FAR = 4.0                                # times what rounding may do, that a slip must do more
READ = frozenset({"share", "change", "growth", "complement"})


def link(found: Sequence[Item], sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of shares of those who took part."""
    whole: Item | None = None
    for at, item in enumerate(found):
        vocabulary = words[item.q.lang]
        if "cohort_open" not in vocabulary.words:
            continue
        if whole is not None and (item.paragraph != whole.paragraph or item.sentence - whole.sentence > BACK):
            whole = None
        if item.q.unit != "percent":
            whole = item if _took_part(item, found, at, vocabulary) else whole
        elif whole is not None and (part := _part(found, at, vocabulary)) is not None and part is not whole:
            yield from _share(whole, part, item, found, at, sentences, vocabulary)


def _count(item: Item) -> bool:
    """Whether a figure is a whole number of people or things."""
    q = item.q
    return amount(q) and q.hedge == "=" and not q.per and q.dimension[:6] in ("", "count:") and q.printed_low == int(q.printed_low) \
        and "." not in q.text


def _took_part(item: Item, found: Sequence[Item], at: int, words: Vocabulary) -> bool:
    """Whether so many are told to have taken part, and not as a share of others."""
    if not _count(item) or item.q.figures < 2 or item.depth or at + 1 < len(found) and _part(found, at + 1, words) is item:
        return False
    told = words.cohort_led.search(item.label) and words.cohort_who.match(item.text, item.q.start, item.end)
    return bool(told) or words.cohort_did.match(item.text, item.q.start, item.end) is not None


def _part(found: Sequence[Item], at: int, words: Vocabulary) -> Item | None:
    """The count that has this share in brackets behind it, or in its own; or that stands in brackets behind the share."""
    share, part = found[at], found[at - 1] if at else None
    if share.q.unit != "percent" or share.q.is_range or share.q.hedge != "=":
        return None
    if part is not None and part.sentence == share.sentence and _count(part):
        between = words.cohort_open.fullmatch(share.text, part.q.end, share.q.start)
        if between is not None and share.depth - part.depth == (between["inside"] is None):
            return part if words.cohort_ends.match(share.text, share.q.end) else None
    part = found[at + 1] if at + 1 < len(found) else None
    if part is None or part.sentence != share.sentence or not _count(part) or part.depth != share.depth + 1:
        return None
    turned = words.cohort_turned.fullmatch(share.text, share.q.end, part.q.start) and words.cohort_closed.match(share.text, part.q.end)
    return part if turned else None


def _share(whole: Item, part: Item, share: Item, found: Sequence[Item], at: int, sentences: Sequence[Sentence],
           words: Vocabulary) -> Iterator[Claim]:
    q = share.q
    far = share.sentence - whole.sentence > 1
    if q.half >= COARSE or far and q.figures < FINE or part.q.figures < 2 or size(part.q) >= size(whole.q) or q.printed_low <= 0:
        return
    if words.cohort_of.match(share.text, q.end, share.end) or _of_some(whole, part, found, at, words):
        return
    if any(q.start == other.start for c in sentences[share.sentence].claims if c.relation in READ and len(c.roles) > 1
           for _, other in c.roles):
        return
    figures = [part.q, whole.q, q]
    if not share_fits(*map(counted, figures)):
        if nearly(share_fits, figures, FAR, counted) or not or_slip(share_fits, figures, swaps, (0, 2), counted):
            return
        if _explained(part, share, found, at):
            return
    roles = [("whole", whole.q), ("part", part.q), ("percent", q)]
    yield claim("share", roles, f"{words.code}.across.cohort", words.code, severity="warning")


def _of_some(whole: Item, part: Item, found: Sequence[Item], at: int, words: Vocabulary) -> bool:
    """Whether the part is said to be of some of them ("of the old goats"), or of others than these ("of whom", behind another count)."""
    begin = max(part.begin, whole.q.end) if part.begin <= whole.q.start else part.begin
    if words.cohort_sub.search(part.text, begin, part.q.start):
        return True
    back = [hit.start() for hit in words.cohort_back.finditer(part.text, begin, part.q.start)]
    if not back:
        return False
    last = next((item for item in reversed(found[max(0, at - MOST) : at]) if item.q.start < back[-1] and _count(item)), whole)
    return last is not whole


def _explained(part: Item, share: Item, found: Sequence[Item], at: int) -> bool:
    """Whether the share is right of some other count near it, or of two of them, together or apart."""
    near = [item.q for item in found[max(0, at - MOST) : at + MOST]
            if item is not part and item.paragraph == share.paragraph and _count(item)]
    counts = sorted({size(q) for q in near} | {size(part.q)})
    wholes = {*counts, *(x + y for x, y in combinations(counts, 2)), *(y - x for x, y in combinations(counts, 2))}
    return any(share_fits(exact(part.q), exact(part.q)._replace(value=x), printed(share.q)) for x in wholes if x >= size(part.q))


