"""A share "of the total", whose total stands in another clause or sentence: "Trade came to 16.72tn yuan.  Exports rose 5% to 9.85tn,
accounting for 58.9 percent of the total trade".

The part is the last amount before the share.  The whole is the one amount of its unit that is larger, here or in the sentences before, and
is named as the share's whole is.  A claim is made if the share fits, or if a slip of the pen in one of the three keeps it from that.  The
words are patterns of the language; one without them has no such links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING
from ..fitting import or_slip
from ..fitting import share as share_fits
from ..misprints import variants
from .items import Item, Sentence, amount, claim, kin, size

if TYPE_CHECKING:
    from ...values import Claim, Document
    from .words import Vocabulary

BACK = 2                                 # sentences in which the whole is looked for
MOST = 8                                 # figures looked at
FINE = 0.06                              # half of the last digit of a share with a decimal
REACH = 160                              # characters from the part to its share
ROUND = 1000                             # half of the last digit of a bare figure that is no count of single things
STEM = 5                                 # characters in which two words are alike: export, exports


def link(document: Document, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of shares of a total."""
    text = document.text
    for at, item in enumerate(found):
        q = item.q
        if q.unit != "percent" or q.is_range or q.hedge not in ("=", "about") or q.printed_low <= 0 or not at:
            continue
        vocabulary = words[q.lang]
        if "totalled_of" not in vocabulary.words:
            continue
        name = vocabulary.totalled_of.match(text, q.end, item.end)
        if name is None or any(q in c.quantities for c in sentences[item.sentence].claims if len(c.roles) > 1):
            continue
        part = _part(at, found, vocabulary)
        if part is None:
            continue
        whole = _whole(part, item, found[max(0, at - MOST) : at], name["name"] or name["named"] or "", name["named"] is not None)
        if whole is not None and or_slip(share_fits, (part.q, whole.q, q), variants):
            roles = [("whole", whole.q), ("part", part.q), ("percent", q)]
            yield claim("share", roles, f"{vocabulary.code}.across.of_total", vocabulary.code, severity="warning")


def _part(at: int, found: Sequence[Item], words: Vocabulary) -> Item | None:
    """The amount that the share is of: the last one before it, in its sentence or at the end of the one before ("this represented")."""
    item = found[at]
    lead = words.totalled_led.search(item.text, item.begin, item.q.start)
    if lead is None:
        return None
    for part in reversed(found[max(0, at - 3) : at]):
        if part.q.kind != "quantity":
            continue
        near = part.sentence == item.sentence and item.q.start - part.q.end < REACH
        referred = part.sentence == item.sentence - 1 and lead.start() == item.begin
        if not amount(part.q) or part.depth > item.depth or not (near or referred):
            return None
        return part
    return None


def _whole(part: Item, share: Item, before: Sequence[Item], name: str, must: bool) -> Item | None:
    """The one larger amount of that unit before the part; by its name if it ``must``, the share is coarse, or there are others."""
    alike = [item for item in before if item.q.start < part.q.start and kin(item.q, part.q) and item.paragraph == part.paragraph
             and part.sentence - item.sentence <= BACK and item.depth == 0]
    stems = {word[:STEM].lower() for word in name.split() if len(word) >= STEM}
    named = [item for item in alike if stems & {word[:STEM].lower() for word in item.text[item.begin : item.end].split()}]
    told = {word[:STEM].lower() for word in part.text[part.begin : part.q.start].split()}
    if must and share.q.half >= FINE:
        return None                                           # "12% of the budget": a slip of that is soon found
    loose = share.q.half < FINE and not stems & told and not must               # imports are of the imports, not of the exports
    wholes = named or (alike if loose else [])
    if part.q.dimension[:6] in ("", "count:") and part.q.half < 1:
        wholes = [item for item in wholes if item.q.dimension or item.q.half < ROUND]         # 19 sectors, and exports of 1.7 billion
    wholes = [item for item in wholes if amount(item.q) and size(item.q) > size(part.q) and item.q.per == part.q.per]
    return wholes[0] if len({size(item.q) for item in wholes}) == 1 else None
