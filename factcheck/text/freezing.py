"""A figure of the tokens frozen into a Quantity: hedges from its neighbours, the noun that is counted, rounding."""

from __future__ import annotations

from ..readings import bounds
from ..typed import TYPE_CHECKING
from ..values import Quantity
from .lexer import Figure, Token
from .lexicon import UNKNOWN
from .quantities.ranges import CLOSE

if TYPE_CHECKING:
    from .language import Language


STEPS = frozenset({"quantity", "share", "percent_point", "basis_point", "multiplier"})
RELATIVE = frozenset({"percent", "percent_point", "times"})
MOST_OF_NOUN = 4  # characters of a noun behind a measure word: 30名志愿者左右


def freeze(text: str, tokens: list[Token], i: int, language: Language) -> Quantity:
    """The Quantity of the figure at ``tokens[i]``, hedges from its neighbours included."""
    token = tokens[i]
    figure = token.figure
    assert figure is not None
    unit = figure.unit
    hedge = hedge_of(tokens, i) if figure.kind not in ("year", "date", "name") else "="
    if figure.more and hedge == "=":
        hedge = figure.more
    low, high = bounds(figure.low, figure.high, figure.half, hedge)
    kind, name, dimension, factor, offset = figure.kind, "", "", 1.0, 0.0
    if unit is not None:
        name, dimension, factor, offset = unit.name, unit.dimension, unit.factor, unit.offset
        if unit.dimension in ("percent", "percent_point"):
            ratio, factor = factor, 1.0
            if ratio < 0.1:  # basis points, ppm: in the printed unit
                factor = ratio
            elif ratio != 1.0:
                return _scaled(
                    text, token, figure, ratio, hedge, kind, "percent" if dimension == "percent" else "percent_point", dimension, language
                )
    elif kind == "multiplier":
        name, dimension = "x", "times"
    elif kind == "quantity":
        name = count_noun(text, tokens, i)
        known = language.phrases.get(name)                    # 12 home matches: as 12 matches
        name = known.name if known is not None and known.dimension.startswith("count:") else name
        dimension = "count:" + name if name else ""
    return Quantity(
        text[token.start : token.end],
        token.start,
        token.end,
        low,
        high,
        figure.low,
        figure.high,
        name,
        kind,
        hedge,
        "",
        figure.half,
        figure.figures,
        dimension,
        factor,
        offset,
        figure.per,
        language.code,
        figure.factor_word in ("period", "per") or bool(figure.factor_word) and figure.factor_word != "fold" and language.code == "en",
    )


def _scaled(
    text: str, token: Token, figure: Figure, ratio: float, hedge: str, kind: str, name: str, dimension: str, language: Language
) -> Quantity:
    """成, 折, ‰, basis points: in percent or in points."""
    a, b, half = figure.low * ratio, figure.high * ratio, figure.half * ratio
    low, high = bounds(a, b, half, hedge)
    return Quantity(
        text[token.start : token.end],
        token.start,
        token.end,
        low,
        high,
        a,
        b,
        name,
        kind,
        hedge,
        "",
        half,
        figure.figures,
        dimension,
        1.0,
        0.0,
        figure.per,
        language.code,
    )


def hedge_of(tokens: list[Token], i: int) -> str:
    """The hedge around a figure: words before it (a filler may stand between), else a word behind it."""
    at, steps = i - 1, 0
    figure = tokens[i].figure
    if (
        at > 0
        and tokens[at - 1].figure is not None
        and figure is not None
        and figure.unit is not None
        and figure.unit.dimension == "[time]"
    ):
        entry = tokens[at].entry
        if entry is not None and "spans" in entry.groups:  # "$2 million over 5 years"
            return "="
    found = "="
    while at >= 0 and steps < 4:
        token = tokens[at]
        entry = token.entry
        if entry is None or not (entry.hedge_before or "filler" in entry.groups):
            break
        if tokens[at + 1].start - token.end > 2:
            break
        if entry.hedge_before:
            if "hedge_than" in entry.groups and at > 0 and compares(tokens, at - 1, i):
                break  # 50% higher than $30m
            after = tokens[at + 1].entry
            if "spans" in entry.groups and after is not None and "article" in after.groups:
                break  # "over a five-year period"
            found = entry.hedge_before if found in ("=", "about") else found
        at -= 1
        steps += 1
    if found != "=":
        return found
    if i + 1 < len(tokens):
        entry = tokens[i + 1].entry
        if entry is not None and entry.hedge_after and tokens[i + 1].start - tokens[i].end <= CLOSE:
            added = "plus_word" in entry.groups and i + 2 < len(tokens) and tokens[i + 2].figure is not None     # 320 boats plus 145
            return "=" if added else entry.hedge_after
        if tokens[i + 1].char == UNKNOWN and i + 2 < len(tokens):
            return hedge_behind_noun(tokens, i)
    return "="


def compares(tokens: list[Token], k: int, i: int) -> bool:
    """Whether the figure at ``k`` says by how much something is above or below the one at ``i``."""
    by, level = tokens[k].figure, tokens[i].figure
    if by is None or level is None or by.unit is None or by.kind not in STEPS or tokens[k + 1].start - tokens[k].end > CLOSE:
        return False
    dimension = by.unit.dimension
    return dimension in RELATIVE or level.unit is not None and dimension == level.unit.dimension and dimension[:6] != "count:"


def hedge_behind_noun(tokens: list[Token], i: int) -> str:
    """400只羊左右: the noun of a measure word between the figure and its hedge."""
    figure, noun, last = tokens[i].figure, tokens[i + 1], tokens[i + 2]
    if last.entry is None or "hedge_far" not in last.entry.groups or figure is None or figure.unit is None:
        return "="
    close = tokens[i].end == noun.start and noun.end == last.start and noun.end - noun.start <= MOST_OF_NOUN
    return last.entry.hedge_after if close and "measure" in figure.unit.flags else "="


def count_noun(text: str, tokens: list[Token], i: int) -> str:
    """ "37 lower limb fractures": the plural noun that is counted, where the unit table knows none."""
    if i + 1 >= len(tokens) or tokens[i + 1].char != UNKNOWN or tokens[i + 1].start - tokens[i].end > 1:
        return ""
    run = tokens[i + 1]
    for word in text[run.start : min(run.end, run.start + 60)].split()[:3]:
        word = word.strip("'’\"”“.,")
        if len(word) > 3 and word.isalpha() and word[-1] == "s" and word[-2] not in "su'i":
            return word.lower()
        if not word.replace("-", "").isalpha():
            break
    return ""
