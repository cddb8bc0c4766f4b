"""A sentence without its asides: the type strings on which rules are tried.

As it stands; without brackets that hold no figure, and without words between commas of who says so or why ("rose 5%, the bank said, to
21m"); without any bracket, so that "rose 5% to 21m (12m dollars) from 20m" is read too; without the same thing told otherwise ("to $30m, or
51 cents a share, from $25m"); with dates that hold no comma ("ended June 30, 2021").
"""

from __future__ import annotations

from functools import lru_cache

from ..patterns import regex
from ..typed import TYPE_CHECKING, Any
from . import around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..values import Quantity
    from .language import Language
    from .lexer import Token

    View = tuple[str, Sequence[int]]     # a type string, and the token of each of its characters

_BRACKET = regex.compile(r"\([^()APFTXRGDYdOo]{1,40}\)")                  # that holds no figure
_CLAUSE = regex.compile(r",([^,;:()APFTXRGDYdOo]{1,12})(?=,)")           # between commas, without a figure
LONGEST = 80                             # characters of such words


def views(tokens: list[Token], language: Language, quantities: dict[int, Quantity], text: str) -> list[View]:
    """The type string of a sentence, and what it is without its asides."""
    string = "".join([t.char for t in tokens])
    where: Sequence[int] = range(len(tokens))
    found: list[View] = [(string, where)]
    if "(" in string:
        dropped = {k for hit in _BRACKET.finditer(string) for k in range(*hit.span())}
        if dropped:
            string, where = _without(string, where, dropped)
            found.append((string, where))
    if string.count(",") > 1:
        said = [hit.span(1) for hit in _CLAUSE.finditer(string)
                if _aside(tokens[where[hit.start(1)]], tokens[where[hit.end(1) - 1]], text, language)]
        if said:
            found.append(_without(string, where, {k for start, end in said for k in range(start - 1, end + 1)}))
            string, where = _without(string, where, {k for start, end in said for k in range(start - 1, end)})
            found.append((string, where))
    if "(" in string:
        kept = _outside_brackets(string)
        if kept is not None:
            string, where = "".join([string[k] for k in kept]), [where[k] for k in kept]
            found.append((string, where))
    either = language.lexicon.chars.get("or", "")
    if not set(either).isdisjoint(string):
        aside = _otherwise(either, language.lexicon.chars.get("hedge", ""))
        dropped = {k for hit in aside.finditer(string) for k in range(*hit.span())
                   if hit["comma"] or _told_otherwise(quantities, where[hit.start() - 1], where[hit.end() - 1])}
        if dropped:
            string, where = _without(string, where, dropped)
            found.append((string, where))
    if "d,Y" in string:
        found.append((string.replace("d,Y", "dwY"), where))
    return found


def _without(string: str, where: Sequence[int], dropped: set[int]) -> View:
    kept = [k for k in range(len(string)) if k not in dropped]
    return "".join([string[k] for k in kept]), [where[k] for k in kept]


def _aside(first: Token, last: Token, text: str, language: Language) -> bool:
    """Whether words between commas tell who says so, or why it is so, and nothing else."""
    length = last.end - first.start
    return length <= LONGEST and around.pattern(language, "aside").fullmatch(text, first.start, last.end) is not None


@lru_cache(maxsize=8)
def _otherwise(either: str, hedges: str) -> Any:
    """", or 51 cents a share," behind a figure: the same thing told otherwise.  Without commas only what is in another unit is."""
    return regex.compile(f"(?<=A)(?:(?P<comma>,)[{either}][{hedges}]*A[^,;:()APFTXRGYD]{{0,4}}(?=,)|[{either}][{hedges}]*A)")


def _told_otherwise(quantities: dict[int, Quantity], first: int, second: int) -> bool:
    """"$4.2 million or 31 cents a share": another unit, or a rate."""
    return bool(quantities[second].per) or quantities[first].unit != quantities[second].unit


def _outside_brackets(string: str) -> list[int] | None:
    """Places outside brackets; None if they do not pair."""
    kept, depth = [], 0
    for k, char in enumerate(string):
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth < 0:
                return None
        elif not depth:
            kept.append(k)
    return kept if not depth else None
