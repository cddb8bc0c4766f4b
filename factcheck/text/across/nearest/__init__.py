"""A share, a rate, a step, a mean or a difference that nothing else has read, and the nearest figures that it can be of:
收入为680亿元，增长4%；其中税收510亿元，占财政收入的比重为75%; "Police logged 48,216 offences.  Thefts, with 9,874 reports, made up 20.5%".

What is told is known by the words that lead to it or follow it; whose it is, by the order of the figures and the names beside them.  A
claim is made if the figures fit as printed, or would but for a slip of the pen in one of them, and if no other figures near would do.

``window`` is what both languages look at; the word order decides the rest, so that each has its own rooms: ``en_shares``, ``zh_steps``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ....typed import TYPE_CHECKING, Protocol
from ...fitting import printed
from ...fitting import total as adds_up
from ..items import Item, Sentence, by_sentence
from .window import BACK, BEHIND, FARTHER, Near

if TYPE_CHECKING:
    from ....values import Claim, Document, Quantity
    from ..words import Vocabulary


class Reader(Protocol):
    """What reads the sentences of one language."""

    MANY: int                             # figures of a sentence: one that has more is a list or a table

    def may_tell(self, sentence: Sequence[Item], last: Sequence[Item], near: str, words: Vocabulary) -> bool:
        """Whether there may be something to read in a sentence behind another, by the kinds of their figures and its text."""

    def link(self, near: Near) -> Iterator[Claim]:
        """The claims of a sentence."""


def link(document: Document, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary],
         made: Sequence[Claim]) -> Iterator[Claim]:
    """Claims of what neither the rules nor the other links have read."""
    text = document.text
    readers: dict[str, Reader] = {}
    linked = frozenset(q.start for c in made if len(c.roles) > 1 for _, q in c.roles)
    totals: dict[int, Quantity] = {}
    for c in (*made, *(c for sentence in sentences for c in sentence.claims)):
        if c.relation == "total" and (whole := c.role("total")) is not None:
            parts = [q for role, q in c.roles if role == "part"]
            if len(parts) > 1 and adds_up(printed(whole), *map(printed, parts)):
                totals.update((q.start, whole) for q in parts)
    earlier: list[list[Item]] = []
    for n, inside in by_sentence(found):
        code, paragraph = sentences[n].lang, inside[0].paragraph
        last = earlier[-1] if earlier and earlier[-1][0].sentence == n - 1 and earlier[-1][0].paragraph == paragraph else []
        if len(inside) + len(earlier) > 1 and len(inside) <= (reader := _reader(code, readers)).MANY \
                and reader.may_tell(inside, last, text[sentences[n].start : sentences[n].end], words[code]):
            before = [item for some in earlier[-BACK:] for item in some if n - item.sentence <= BACK and item.paragraph == paragraph]
            yield from reader.link(Near(text, sentences, n, inside, before[-BEHIND:], earlier, linked, words[code], totals))
        earlier = [*earlier[1 - FARTHER :], inside]


def _reader(code: str, readers: dict[str, Reader]) -> Reader:
    """The reader of a language, loaded when a document has two figures to compare and a sentence in it."""
    if code not in readers:
        if code == "zh":
            from . import zh as found
        else:
            from . import en as found  # type: ignore[no-redef]
        readers[code] = found
    return readers[code]
