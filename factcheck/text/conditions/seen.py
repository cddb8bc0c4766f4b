"""What a condition may look at: the figures of a match by role, and the words around them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ...typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ...values import Quantity
    from ..language import Language
    from ..lexer import Token
    from ..lexicon import Lexicon

CLAUSE_ENDS = ",;:()"
FAINT = {"light", "hedge", "whole_noun"}
SUBJECTS = {"respondents", "export", "import", "urban", "rural", "half_a_m", "half_b_m"}      # words of the lexicon that name somebody
STEM = 2                                      # characters of a name that are enough to know it by
Places = list[tuple[str, int]]


class Seen(NamedTuple):
    """The figures of the match by role (``at``: their token numbers) and the sentence around them."""

    value: str                              # of the condition in the rule
    where: Mapping[str, str]
    at: Mapping[str, int]
    places: Places
    tokens: list[Token]
    quantities: Mapping[int, Quantity]
    text: str
    language: Language

    @property
    def place(self) -> int:
        """The token of the figure that the condition names."""
        return self.at[self.value]

    @property
    def figure(self) -> Quantity:
        return self.quantities[self.at[self.value]]

    @property
    def figures(self) -> list[Quantity]:
        return [self.quantities[k] for _, k in self.places]

    @property
    def last(self) -> int:
        """The token of the last figure of the match."""
        return max(k for _, k in self.places)

    def of(self, role: str) -> Quantity:
        """The figure in a role; the first of several."""
        return self.quantities[self.at[role]]

    def every(self, role: str) -> list[Quantity]:
        return [self.quantities[k] for name, k in self.places if name == role]


def size(q: Quantity) -> float:
    return abs(q.printed_high * q.factor)


def has(token: Token, groups: set[str]) -> bool:
    return token.entry is not None and not groups.isdisjoint(token.entry.groups)


@lru_cache(maxsize=64)
def words(lexicon: Lexicon, group: str) -> tuple[str, ...]:
    """The words of a group, the longest first."""
    return tuple(sorted((word for word, entry in lexicon.words.items() if group in entry.groups), key=len, reverse=True))


def edges(s: Seen) -> str:
    """What may stand at the edge of a name and is no part of it: spaces and particles."""
    return " " + "".join(s.language.settings.get("particles", ()))


def faint(token: Token) -> bool:
    return token.figure is None and has(token, FAINT)


def clause(place: int, tokens: list[Token]) -> tuple[int, int]:
    """The first and the last token of a figure's clause."""
    first = last = place
    while first > 0 and tokens[first - 1].char not in CLAUSE_ENDS:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].char not in CLAUSE_ENDS:
        last += 1
    return first, last


def before(place: int, s: Seen) -> str:
    """The words of a figure's clause that stand before it, without light ones at the end."""
    first, _ = clause(place, s.tokens)
    end = place
    while end > first and faint(s.tokens[end - 1]):
        end -= 1
    return s.text[s.tokens[first].start : s.tokens[end].start].strip()


def between(first: int, end: int, s: Seen) -> str:
    """The words from one token to another, without light ones at the end."""
    while end > first and s.tokens[end - 1].figure is None and has(s.tokens[end - 1], FAINT | {"filler", "of", "share_is"}):
        end -= 1
    return s.text[s.tokens[first].start : s.tokens[end - 1].end].strip(edges(s)) if end > first else ""


def stranger(token: Token, text: str, told: str) -> bool:
    """Whether a token names something, and what was told before does not."""
    names = token.entry is None and token.char.isalpha() or has(token, SUBJECTS)
    return token.figure is None and names and text[token.start : token.end].strip() not in told
