"""The figures of a sentence and those before it: what a link of the nearest figures looks at, in whichever language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ....typed import TYPE_CHECKING, NamedTuple
from ..items import Item, Sentence

if TYPE_CHECKING:
    from ....values import Quantity
    from ..words import Vocabulary

BACK = 3                                 # sentences before in which figures are looked for
BEHIND = 12                              # figures of them
FARTHER = 6                              # sentences before in which the whole of a share is looked for that is named, in another paragraph
POINTS = "percent_point"
FAR = 4.0                                # times what rounding may do, that a slip must do more
COARSE = 0.5                             # half of the last digit of whole percents


class Near(NamedTuple):
    """A sentence with figures, and what stands before it."""

    text: str
    sentences: Sequence[Sentence]
    n: int                                # of this one
    inside: list[Item]
    before: list[Item]                    # in this paragraph
    earlier: Sequence[list[Item]]         # by sentences, in whichever paragraph
    held: frozenset[int]                  # where shares, steps and points stand that are read already
    words: Vocabulary
    totals: Mapping[int, Quantity] = {}   # what the list adds up to whose part stands there, as other links and rules have read it

    @property
    def sentence(self) -> Sentence:
        return self.sentences[self.n]

    @property
    def around(self) -> list[Item]:
        return [*self.before, *self.inside]

    @property
    def far(self) -> list[Item]:
        """The figures of the paragraph before."""
        paragraph = self.inside[0].paragraph
        last = [item for some in self.earlier for item in some if self.n - item.sentence <= FARTHER]
        return [item for item in last if paragraph - item.paragraph in (1, 2)][-BEHIND:]

    def last(self, back: int = 1) -> list[Item]:
        """The figures of the sentence before, or of some."""
        return [item for item in self.before if self.n - item.sentence <= back]
