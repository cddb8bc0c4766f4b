"""A share of a whole that an earlier sentence gives: 全县共有学校120所。…民办学校30所，占学校总数的25%.

The name of the whole is made of words that stand with a figure before, and the shares are precise: a claim is made if part ÷ whole is the
share, or if two digits swapped in one figure keep it from that.  Anything else may be of another whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...patterns import regex
from ...typed import TYPE_CHECKING
from ..fitting import or_slip, printed
from ..fitting import share as share_fits
from ..misprints import swaps
from .items import Item, claim
from .parts import changes

if TYPE_CHECKING:
    from ...values import Claim, Quantity
    from .words import Vocabulary

_BRACKET = regex.compile(r"[（(][^（()）]{0,20}[)）]")
BACK, NEAR, REACH = 3, 4, 40             # sentences and figures looked back for the whole, clauses from a part to its share
FINE, DIGITS = 0.06, 3                   # half of the last digit of a precise share, and how many it has
ALL = 3                                  # characters more than the name before a whole of the same sentence
LEAST, LED = 2, 60                       # characters of a name, and before a share


def link(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    for at, item in enumerate(found):
        vocabulary = words[item.q.lang]
        if item.q.kind != "share" or "whole_said" not in vocabulary.words or item.q.hedge != "=" or item.q.is_range:
            continue
        label = _led(item)
        said = vocabulary.whole_said.search(label) if vocabulary.mentions("whole_signs", label) else None
        if said is None and (vocabulary.rate_said.search(label) is None or not _headed(item, vocabulary)):
            continue
        name = vocabulary.whole_all.sub("", said["name"] or said["among"] or "") if said is not None else ""
        if name and vocabulary.whole_other.search(name):
            continue
        part = _part(found, at, vocabulary)
        if part is not None and item.q.half <= FINE and sum(c.isdigit() for c in item.q.text) >= DIGITS:
            whole = _whole(found, at, part, item, name, vocabulary)
            if whole is not None:
                roles = [("whole", whole), ("part", part.q), ("percent", item.q)]
                yield claim("share", roles, f"{vocabulary.code}.across.whole_said", vocabulary.code, severity="warning")


def _led(item: Item) -> str:
    """What stands before the share in its clause, brackets aside."""
    raw: str = _BRACKET.sub("", item.text[max(item.begin, item.q.start - LED) : item.q.start])
    return raw[max(raw.rfind(sign) for sign in "，；。,;") + 1 :]


def _headed(item: Item, words: Vocabulary) -> bool:
    """Whether the sentence is about what the one before counts: 其中…，成功率为"""
    return words.of_these.match(item.text, item.begin, item.end) is not None


def _part(found: Sequence[Item], at: int, words: Vocabulary) -> Item | None:
    """The amount that the share is told of: the nearest before it in its sentence, growth aside."""
    share = found[at]
    for k in range(at - 1, max(at - NEAR, -1), -1):
        item = found[k]
        if item.sentence != share.sentence or share.number - item.number >= NEAR or item.depth != share.depth:
            return None
        if changes(item.label, words):
            continue
        good = item.q.kind == "quantity" and item.q.hedge == "=" and not item.q.is_range and not item.q.per and item.q.printed_low > 0
        return item if good else None
    return None


def _whole(found: Sequence[Item], at: int, part: Item, share: Item, name: str, words: Vocabulary) -> Quantity | None:
    """The one figure before that is named so, and of which it is that share, as it is or with two digits of a figure swapped."""
    wholes: list[Item] = []
    for k in range(at - 1, max(at - REACH, -1), -1):
        item = found[k]
        if share.sentence - item.sentence > BACK or item.paragraph != share.paragraph:
            break
        alike = item.q.dimension == part.q.dimension and item.q.kind == "quantity" and not item.q.per and not item.q.is_range
        if item is part or not alike or item.q.printed_low * item.q.factor <= part.q.printed_low * part.q.factor:
            continue
        if changes(item.label, words) or words.averages.search(item.label):
            continue
        if name and not (_names(name, item) and (item.sentence < share.sentence or len(item.label) - len(name) <= ALL)):
            continue
        wholes.append(item)
    if any(item.sentence == share.sentence and not name for item in wholes):
        return None                                           # 占… is told of a figure of its own sentence, or not at all
    fit = [item for item in wholes if share_fits(printed(part.q), printed(item.q), printed(share.q))]
    if fit:
        return fit[0].q
    amiss = [item for item in wholes if item.q.hedge == "=" and or_slip(share_fits, (part.q, item.q, share.q), swaps)]
    return amiss[0].q if len(amiss) == 1 and (name or len(wholes) == 1) else None


def _names(name: str, item: Item) -> bool:
    """Whether every character of the name stands in the clause of the figure."""
    told = item.text[item.start : item.stop]
    return set(name) <= set(told) if len(name) >= LEAST else name == item.q.text[-1:]
