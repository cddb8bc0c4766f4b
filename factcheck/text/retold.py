"""A short sentence told in plainer order, so that a rule for clauses with commas reads it, too.

A headline whose clauses are parted by blanks (产量410吨 去年340吨); a bracket at the end of a clause as a clause of its own
(产量410吨（去年340吨，多70吨）); labels and semicolons as words and commas (收入：430万元；支出：360万元); what stands before a colon
behind it (多收70吨：今年410吨，去年340吨).  Languages that have the setting ``retold`` are read so.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..patterns import regex
from ..typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .lexer import Token

    View = tuple[str, Sequence[int]]

LONG = 26                                # tokens of a sentence that is short
MOST = 5                                 # figures in it
CLAUSE = 9                               # tokens of a clause among semicolons
FIGURES = frozenset("ADGRPFTX")
STOPS = ",.;"
_BRACKET = regex.compile(r"\(([^():;]+)\)(?=[,.;]|$)")
_LABEL = regex.compile(r":(?=[AGRPFTXDYd])")


def of(string: str, tokens: Sequence[Token], text: str) -> Iterator[View]:
    """The sentence so, where it can be told so."""
    if len(string) > LONG:
        return
    figures = sum(char in FIGURES for char in string)
    if not 1 < figures <= MOST:
        return
    where: Sequence[int] = range(len(string))
    if "," not in string and ";" not in string and "(" not in string:
        parted = _parted(string, where, tokens, text)
        if parted is not None:
            string, where = parted
            yield parted
    if string.count("(") == 1:
        hit = _BRACKET.search(string)
        # 48.9亿元（7.9亿美元）: the same thing told again
        restated = hit is not None and hit.start() > 0 and string[hit.start() - 1] in FIGURES and hit[1] in FIGURES
        if hit is not None and not restated and not FIGURES.isdisjoint(string[: hit.start()]) and not FIGURES.isdisjoint(hit[1]):
            kept = [k for k in range(len(string)) if k != hit.end() - 1]
            string, where = "".join(["," if k == hit.start() else string[k] for k in kept]), [where[k] for k in kept]
            yield string, where
    if ":" in string or ";" in string:
        listed = _listed(string, where)
        if listed is not None:
            string, where = listed
            yield listed
    head = string.find(":")
    if head > 0 and string.count(":") == 1 and sum(char in FIGURES for char in string[:head]) == 1 and figures > 2:
        end = len(string)
        while end > head and string[end - 1] in STOPS:
            end -= 1
        order = [*range(head + 1, end), head, *range(head), *range(end, len(string))]
        yield "".join(["," if k == head else string[k] for k in order]), [where[k] for k in order]


def _parted(string: str, where: Sequence[int], tokens: Sequence[Token], text: str) -> View | None:
    """With commas for the blanks between its clauses; None if blanks stand around figures, too."""
    first, last = tokens[0].start, tokens[-1].end
    if " " not in text[first:last] and "\u3000" not in text[first:last]:
        return None
    pieces: list[str] = []
    places: list[int] = []
    parted = False
    for k, char in enumerate(string):
        if k and tokens[k].start > tokens[k - 1].end and text[tokens[k - 1].end : tokens[k].start].isspace():
            if char in FIGURES and tokens[k - 1].figure is None:
                return None
            if char == ":" or string[k - 1] == ":":
                return None
            pieces.append(",")
            places.append(where[k - 1])
            parted = True
        pieces.append(char)
        places.append(where[k])
    return ("".join(pieces), places) if parted else None


def _listed(string: str, where: Sequence[int]) -> View | None:
    """With commas for semicolons, and without the colons that lead to figures; None if its clauses are long."""
    labels = {hit.start() for hit in _LABEL.finditer(string)}
    if ";" not in string and len(labels) < 2 and string.count(":") != len(labels):
        return None
    if not labels and ";" not in string:
        return None
    if ";" in string and any(sum(char in FIGURES for char in clause) > 1 for clause in string.split(";")[:-1]):
        return None                        # 甲占70%，乙占30%；税收两边各25%，…: each has parts of its own
    clauses = regex.split("[;,.]", string)
    if any(len(clause) > CLAUSE or sum(char in FIGURES for char in clause) > 2 for clause in clauses):
        return None
    kept = [k for k in range(len(string)) if k not in labels]
    return "".join(["," if string[k] == ";" else string[k] for k in kept]), [where[k] for k in kept]
