"""A step from a year that is named, and the level that an earlier sentence gives of that year: "Fees rose from $3.1m in 2021 to $3.6m in
2022.  In 2023 fees fell to $2.7m, down 25% from 2022".
"""

from __future__ import annotations

from collections.abc import Iterator

from ....typed import TYPE_CHECKING
from ...conditions.seen import has
from ..items import Item, amount, kin
from ..levels import VERBS, Step
from .en_leads import level
from .en_steps import claimed

if TYPE_CHECKING:
    from ....values import Claim
    from .window import Near

CHANGES = {*VERBS}
BACK = 2                                 # sentences before in which the level of that year may stand


def dated(near: Near, item: Item, told: Step) -> Iterator[Claim]:
    """The claim of a step with its base year behind it, and the only levels that can be meant."""
    words, text, sentence = near.words, near.text, near.sentence
    base = words.nearest_base_dated.match(text, max(told.end, item.q.end), item.end) if told.direction else None
    if base is None or item.adjusted(words) or words.levels_not.search(text, sentence.start, sentence.end):
        return
    inside = [one for one in near.inside if one.q.kind == "quantity" and one.q.figures > 1]
    if len(inside) != 1 or not _level(near, inside[0]) or inside[0].q.start > item.q.start or _year(near, inside[0]) == base["year"]:
        return
    (new,) = inside
    olds = [one for one in near.last(BACK) if kin(one.q, new.q) and _year(near, one) == base["year"]]
    if len(olds) != 1 or not _level(near, olds[0]) or olds[0].q.per != new.q.per or not _same(near, olds[0], new):
        return
    yield from claimed(item, told, olds[0], new, words.code)


def _level(near: Near, item: Item) -> bool:
    return amount(item.q) and item.q.figures > 1 and not item.depth and level(near, item)


def _year(near: Near, item: Item) -> str:
    """The year right behind a level: "$3.6m in 2022"; "" if none is."""
    found = near.words.nearest_dated.match(near.text, item.q.end, item.end)
    return found["year"] if found is not None else ""


def _same(near: Near, old: Item, new: Item) -> bool:
    """Whether what changes to the new level is named before the old one, and nothing else is: "it", or a word of that."""
    words, text = near.words, near.text
    verbs = [token.start for token in near.sentence.tokens if token.start < new.q.start and has(token, CHANGES)]
    opens = words.nearest_dated_opens.match(text, new.begin)
    if not verbs or opens is None:
        return False
    subject = text[opens.end() : verbs[0]]
    if words.nearest_dated_it.match(subject) is not None:
        return True
    named = words.names(words.later_dull.sub(" ", words.periods.sub(" ", subject)))
    return bool(named) and named <= words.names(text[old.begin : old.q.start])
