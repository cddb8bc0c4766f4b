"""A step since the quarter before, told behind one since the year before, of the same level: "Net profit rose 5% on the year to Rs 206
crore.  On a sequential basis, profit was up 45% from Rs 142 crore".
"""

from __future__ import annotations

from collections.abc import Iterator

from ....frozen import replace
from ....typed import TYPE_CHECKING
from ..items import Item, amount, kin
from ..levels import step
from .en_leads import level
from .en_steps import claimed

if TYPE_CHECKING:
    from ....values import Claim
    from .window import Near

FINE = 0.01                              # of a level, that half of its last digit may be
PAIR = 2                                 # figures of such a sentence: the step, and the level of the quarter before


def sequel(near: Near) -> Iterator[Claim]:
    """The claim of a sentence that has a word for such a step, the step, and the level that it is from; the new one is the only level
    that the sentence before has told a step to.
    """
    words, text, sentence, last = near.words, near.text, near.sentence, near.last()
    if len(near.inside) != PAIR or not last or words.sequel_said.search(text, sentence.start, near.inside[1].q.start) is None:
        return
    item, old = near.inside
    told = step(sentence, item, words) if item.q.unit == "percent" and item.q.start not in near.held else None
    if told is None or not _level(near, old) or words.sequel_from.fullmatch(text, item.q.end, old.q.start) is None:
        return
    olds = {q.start for c in near.sentences[near.n - 1].claims if c.relation == "change" for role, q in c.roles if role == "old"}
    news = [one for one in last if kin(one.q, old.q) and one.q.per == old.q.per and one.q.start not in olds]
    if len(news) != 1 or not _level(near, news[0]) or words.sequel_to.search(text, news[0].begin, news[0].q.start) is None:
        return
    about = words.sequel_dull.sub(" ", text[sentence.start : told.start])
    named = words.names(words.later_dull.sub(" ", words.periods.sub(" ", about)))
    it = words.sequel_it.search(about) is not None
    if (named or it) and named <= words.names(text[news[0].begin : news[0].q.start]):
        for c in claimed(item, told, old, news[0], words.code):
            yield replace(c, options={**c.options, "named": "yes"})


def elsewhere(near: Near) -> bool:
    """Whether a step is since the quarter before, and the sentence before tells of one since the year before: it is of other levels."""
    words, text, sentence = near.words, near.text, near.sentence
    if not near.n or words.sequel_word.search(text, sentence.start, sentence.end) is None:
        return False
    first = near.sentences[near.n - 1]
    yearly = words.sequel_year.search(text, first.start, first.end) is not None
    return yearly and words.sequel_word.search(text, first.start, first.end) is None


def _level(near: Near, item: Item) -> bool:
    q = item.q
    return amount(q) and (q.figures > 1 or q.half <= FINE * q.printed_low) and not item.depth and level(near, item)
