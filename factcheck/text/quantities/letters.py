"""A letter behind digits that is a scale and a unit: "1.2m cars, up from 1.1m" has no metres in it."""

from __future__ import annotations

from ..lexer import Figure, Token
from ..lexicon import UNKNOWN
from .sentence import Tokens

MASS = "[mass]"
LED = ("from", "against", "than", "range", "and")     # before a figure that is one more of the kind


class Letters(Tokens):
    def letters(self) -> None:
        """Read the letter as a scale where another figure of the sentence counts something by it, and none is a length (22m tall)."""
        places = [(i, letter) for i, token in enumerate(self.tokens) if (letter := self.unit_letter(token, token.figure))]
        if not places or any(self.is_length(i) for i, _ in places):
            return
        for i, letter in places:
            figure = self.tokens[i].figure
            led = figure is not None and (self.before(i, LED) or self.of_then(i))
            if figure is not None and led and any(self.counted_by(letter, k) for k in range(len(self.tokens))):
                figure.scale_by(self.language.lexicon.words[letter].scale)
                figure.unit = None

    def of_then(self, i: int) -> bool:
        """Whether the figure opens a bracket and is of another time: "5.3m tonnes (6.9m in 2017)"."""
        return (0 < i < len(self.tokens) - 1 and self.text.startswith("(", self.tokens[i - 1].start)
                and any(self.has(i + 1, group) for group in ("in", "earlier")))

    def is_length(self, i: int) -> bool:
        """Whether a word stands right behind the figure that makes a length of it: 22m tall, a 100m dash."""
        if i + 1 >= len(self.tokens) or self.gap(i, i + 1) > 1:
            return False
        return self.tokens[i + 1].char == UNKNOWN or self.has(i + 1, "dim_word")

    def unit_letter(self, token: Token, figure: Figure | None) -> str:
        """The letter that was read as the unit, if it is a scale as well."""
        if figure is None or figure.unit is None or figure.scale != 1 or token.end - figure.number_end != 1:
            return ""
        letter = self.text[figure.number_end]
        return letter if letter in self.language.glued_scales else ""

    def counted_by(self, letter: str, i: int) -> bool:
        """Whether a figure counts people or things, by a unit or by the word behind it ("1.2m hens"), and the letter is its scale."""
        figure = self.tokens[i].figure
        if figure is None or figure.scale == 1 or not self.text.startswith(letter, figure.number_end):
            return False
        if figure.unit is not None:
            return figure.unit.dimension[:6] == "count:" or figure.unit.dimension == MASS
        return not figure.kind and i + 1 < len(self.tokens) and self.gap(i, i + 1) == 1 and self.tokens[i + 1].char == UNKNOWN
