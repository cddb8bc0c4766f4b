"""A share told beside its part, and the only amount that can be the whole: "The council has £240m.  It will spend £60m, or a quarter, on
care"; "Coal made 90 of the 300 TWh of power that were used, a share of 30%".

The share must stand by itself behind its part, with no word of change, and nothing said to be its whole.  A claim is made if it fits, or
if a slip of the pen in one figure keeps it from it.  The words are patterns of the language; one without them has no such links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING
from ..claims import as_percent
from ..fitting import or_slip, stated
from ..fitting import share as share_fits
from ..misprints import variants
from .items import Item, Sentence, amount, claim, kin, neighbours, size
from .levels import step

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from .words import Vocabulary

MOST = 5                                 # figures of a sentence
SLIPS = (0.1, 10.0, 1e-3, 1e3)


def link(document: Document, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of shares that no rule has read."""
    text = document.text
    for n, inside, before in neighbours(found):
        vocabulary = words[sentences[n].lang]
        if "portions_lead" in vocabulary.words and 1 < len(inside) <= MOST:
            yield from _sentence(text, sentences[n], inside, before if len(before) <= MOST else [], vocabulary)


def _sentence(text: str, sentence: Sentence, inside: list[Item], before: list[Item], words: Vocabulary) -> Iterator[Claim]:
    shares = [item for item in inside if item.q.unit == "percent" or item.q.kind == "fraction"]
    if len(shares) == 1 and shares[0] is inside[0] and len(inside) > 1 and before:
        yield from _reversed(text, sentence, inside, before, words)
    if shares == inside[1:2] and len(inside) == 3:
        yield from _charged(text, sentence, inside[1:], inside[:1], words)
    elif shares == inside[:1] and len(inside) == 2:
        yield from _charged(text, sentence, inside, before, words)
    if len(shares) != 1 or shares[0] is inside[0] or shares[0].q.is_range:
        return
    share, part = shares[0], inside[inside.index(shares[0]) - 1]
    held = {q.start for c in sentence.claims if len(c.roles) > 1 for _, q in c.roles}
    if share.q.start in held or step(sentence, share, words) is not None or words.change.search(text, sentence.start, share.q.start):
        return
    if not amount(part.q) or not _apposed(text, part, share, words) or inside[0].overlaps(words):
        return
    alike = [item for item in inside if item not in (part, share) and kin(item.q, part.q) and amount(item.q)]
    led = [item for item in alike if item.q.end < part.q.start and words.portions_of.fullmatch(text, item.q.end, part.q.start)]
    if led:                                                   # "63 of the 140 homes, or 45%"
        alike, part = [part], led[-1]
    wholes = [item.q for item in alike if size(item.q) > size(part.q)]
    if not wholes and not any(words.change.search(item.label) for item in before):
        wholes = [item.q for item in before if kin(item.q, part.q)]
    if len(wholes) != 1 or not amount(wholes[0]) or wholes[0].per != part.q.per:
        return
    whole = wholes[0]
    if size(part.q) >= size(whole) or share.q.printed_low <= 0:
        return
    percent = as_percent(share.q) if share.q.kind == "fraction" else share.q
    if percent is share.q and not or_slip(share_fits, (part.q, whole, percent), variants):
        return
    yield claim("share", [("whole", whole), ("part", part.q), ("percent", percent)], f"{words.code}.across.portion", words.code,
                severity="warning")


def _reversed(text: str, sentence: Sentence, inside: list[Item], before: list[Item], words: Vocabulary) -> Iterator[Claim]:
    """"It asked 1,250 firms.  Some 42 percent, or 525 firms, planned to hire": the share first."""
    share, part = inside[0].q, inside[1].q
    alike = [item for item in before if kin(item.q, part)]
    told = words.portions_or.fullmatch(text, share.end, part.start)
    if share.unit != "percent" or not amount(part) or told is None or len(alike) != 1:
        return
    if words.change.search(text, sentence.start, share.start):
        return                                                # "will rise by 6 percent, or some $1 billion"
    (whole,) = alike
    if not amount(whole.q) or size(part) >= size(whole.q) or any(share in c.quantities for c in sentence.claims):
        return
    if told["name"] and not words.names(told["name"]) & words.names(whole.text[whole.begin : whole.end]):
        return
    if words.portions_told.match(text, part.end, sentence.end) and or_slip(share_fits, (part, whole.q, share), variants):
        roles = [("whole", whole.q), ("part", part), ("percent", share)]
        yield claim("share", roles, f"{words.code}.across.portion", words.code, severity="warning")


def _charged(text: str, sentence: Sentence, inside: list[Item], before: list[Item], words: Vocabulary) -> Iterator[Claim]:
    """"It will raise $6.2 billion.  The banks get fees of 2 percent, or just over $1 billion": what is charged is charged on the sum
    that is told, if a lost zero or scale word is all that keeps the three apart.
    """
    share, part = inside[0].q, inside[1].q
    wholes = [item.q for item in before if kin(item.q, part) and amount(item.q)]
    if "portions_charge" not in words.words or len(wholes) != 1 or share.unit != "percent" or share.is_range or part.is_range:
        return
    if not part.dimension.startswith("money:") or words.portions_charge.search(text, sentence.start, share.start) is None:
        return
    if any(share in c.quantities and len(c.roles) > 1 for c in sentence.claims):
        return
    three = part, wholes[0], share
    if words.portions_sum.fullmatch(text, share.end, part.start) is not None and or_slip(share_fits, three, _rescaled, (0,), stated):
        roles = [("whole", wholes[0]), ("part", part), ("percent", share)]
        yield claim("share", roles, f"{words.code}.across.charge", words.code, severity="warning")


def _rescaled(q: Quantity) -> list[float]:
    """An amount with a zero or a scale word more or less."""
    return [size(q) * by for by in SLIPS]


def _apposed(text: str, part: Item, share: Item, words: Vocabulary) -> bool:
    """Whether nothing but its own words stands between a sign and the share, and nothing is its whole behind it."""
    begin = max(text.rfind(sign, part.q.end - 1, share.q.start) + 1 for sign in ",;:(-–—")
    begin = begin if begin > part.q.end - 1 else part.q.end
    lead = text[begin : share.q.start].strip()
    if begin == part.q.end and words.or_led.match(f" {lead} ") is None:
        return False
    told = text[begin - 1] == "(" or words.portions_all.match(text, share.q.end, share.end) is not None
    bracketed = not lead and told and begin > part.q.end
    led = bracketed or words.portions_lead.fullmatch(lead) is not None
    return led and words.portions_end.match(text, share.q.end, share.end) is not None
