"""The tokens of a sentence, and the questions every reader of them asks."""

from __future__ import annotations

from ...typed import TYPE_CHECKING
from ..lexer import Token
from ..numerals.zh_words import DIGITS

if TYPE_CHECKING:
    from ..language import Language


ROC_LAST = 130                       # 一一三年 is 2024; beyond this digits read out are no year


class Tokens:
    """What the parts of the quantity reader share."""

    def __init__(self, text: str, tokens: list[Token], language: Language, start: int, block_start: bool) -> None:
        self.text, self.tokens, self.language, self.start, self.block_start = text, tokens, language, start, block_start

    def has(self, index: int, group: str) -> bool:
        """Whether the token at ``index`` is a known word of the group."""
        if not 0 <= index < len(self.tokens):
            return False
        entry = self.tokens[index].entry
        return entry is not None and group in entry.groups

    def gap(self, left: int, right: int) -> int:
        """Characters between two tokens."""
        return self.tokens[right].start - self.tokens[left].end

    def before(self, index: int, groups: tuple[str, ...]) -> bool:
        if not 0 < index <= len(self.tokens):
            return False
        entry = self.tokens[index - 1].entry
        return entry is not None and not entry.groups.isdisjoint(groups)


def year_like(text: str, token: Token, stop: int = 0) -> bool:
    """Whether a figure is printed as a year is: four digits, no comma, no scale."""
    figure = token.figure
    if figure is None or figure.low != figure.high or figure.scale != 1 or not float(figure.low).is_integer():
        return False
    if figure.kind == "year":
        return True
    stop = stop or token.end
    if stop - token.start == 3 and 100 <= figure.low < ROC_LAST and all(char in DIGITS for char in text[token.start : stop]):
        return True                                               # 一一三年: digits read out are a year's
    return stop - token.start == 4 and 1000 <= figure.low <= 2100 and not figure.more and "," not in text[token.start : stop]


def digit_pair(text: str, token: Token) -> bool:
    """Whether a figure is two digits read out, 一六年, 九七年: a year; 十六年 is a span, and 三四年 three or four years."""
    figure = token.figure
    return figure is not None and figure.number_end - token.start == 2 and figure.low == figure.high and all(
        char in DIGITS for char in text[token.start : figure.number_end])
