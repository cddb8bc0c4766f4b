"""The sign before a figure: a minus that is printed, and one in words.  A dash between two things is none."""

from __future__ import annotations

from ..lexer import FIGURE, Figure, Token
from ..lexicon import UNKNOWN
from .ranges import CLOSE
from .sentence import Tokens

MINUS = "-−–－"                          # dashes that are printed for one
BEHIND = ")%）％"                        # a dash behind one of these joins
HAN = ("\u3400", "\u9fff")


class Signs(Tokens):
    def signs(self) -> None:
        """Give every figure its sign; the tokens of the signs go."""
        kept: list[Token] = []
        for token in self.tokens:
            figure = token.figure
            if figure is not None and kept and figure.kind in ("", "factor"):
                self.sign(kept, token, figure)
            kept.append(token)
        self.tokens = kept

    def sign(self, kept: list[Token], token: Token, figure: Figure) -> None:
        """Take the sign before ``token`` off the end of ``kept``, if there is one."""
        last = kept[-1]
        if last.char == "-" and last.end == token.start and self.behind_dash(kept, token, figure):
            return
        if last.entry is not None and "minus" in last.entry.groups and token.start - last.end <= CLOSE:
            kept.pop()
            negate(token, figure, last.start)

    def behind_dash(self, kept: list[Token], token: Token, figure: Figure) -> bool:
        """Whether what the dash before ``token`` is has been settled."""
        text, last = self.text, kept[-1]
        second = kept[-2] if len(kept) > 1 else None
        if second is not None and second.end == last.start and second.entry is not None and "minus" in second.entry.groups:
            del kept[-2:]                                     # minus-two
            negate(token, figure, second.start)
            return True
        before = text[last.start - 1] if last.start else ""
        minus = text[last.start] in MINUS
        if minus and HAN[0] <= before <= HAN[1] and (second is None or second.figure is None):
            if figure.unit is None and figure.low.is_integer() and second is not None and second.char == UNKNOWN:
                figure.kind = "name"                          # 歼-20
            else:
                kept.pop()
                negate(token, figure, last.start)             # 同比-5.2%
            return True
        if before and (before.isalnum() or before in BEHIND):
            return False
        if minus and (second is None or second.char != FIGURE):
            kept.pop()
            negate(token, figure, last.start)
            self.before_minus(kept, token, figure, before)
        return True

    def before_minus(self, kept: list[Token], token: Token, figure: Figure, before: str) -> None:
        """$-5: the sign of the currency stands before the minus."""
        currency = self.language.prefixes.get(before) if before and not before.isalnum() else None
        measured = figure.unit is not None and figure.unit.dimension[:6] != "count:"
        if currency is None or measured or not kept or kept[-1].end != token.start:
            return
        figure.unit, token.start = currency, token.start - 1
        kept[-1].end -= 1
        if kept[-1].end <= kept[-1].start:
            kept.pop()


def negate(token: Token, figure: Figure, start: int) -> None:
    """Make a figure negative; its sign begins at ``start``."""
    figure.low, figure.high = -figure.high, -figure.low
    figure.sign = -1
    token.start = start
