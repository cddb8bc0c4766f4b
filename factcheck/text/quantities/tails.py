"""A bare number behind a figure that counts the next lower unit: six foot two, two hours thirty, 15 dollars 50.

Which units do so is a setting (``lower`` in ``rules/en/words_numbers.toml``); the Chinese of it (五块六) belongs to ``lexer/zh_units``.
"""

from __future__ import annotations

from ..lexer import FIGURE, Figure, Token
from .ranges import Ranges
from .sentence import year_like

CLOSING = frozenset(",.;:)!?")


class Tails(Ranges):
    def tails(self) -> None:
        """Join a figure and the bare number behind it where the language says so."""
        lower = self.language.settings.get("lower")
        if not lower:
            return
        tokens = self.tokens
        i = 0
        while i + 1 < len(tokens):
            left = tokens[i].figure
            if left is not None and left.unit is None and 0 < left.low < 1 and i + 2 < len(tokens):
                self.part_of_one(i, left)
            if left is not None and left.unit is not None:
                row = lower.get("money" if left.unit.dimension[:6] == "money:" and left.unit.factor == 1.0 else left.unit.name)
                k = self.tail_at(i, left, row) if row else 0
                if k:
                    self.add_tail(i, k, left, row)
            i += 1

    def part_of_one(self, i: int, left: Figure) -> None:
        """Half of one percent, three tenths of 1 percent: one figure."""
        tokens = self.tokens
        right = tokens[i + 2].figure
        if right is None or right.unit is None or right.unit.dimension[:7] != "percent" or not self.has(i + 1, "of"):
            return
        if right.low == right.high == 1 and left.low == left.high and left.half == 0 and not left.kind and not right.kind:
            left.unit, left.number_end, left.half = right.unit, right.number_end, left.low / 8      # the nearest plain fraction
            tokens[i : i + 3] = [Token(FIGURE, tokens[i].start, tokens[i + 2].end, None, left)]

    def tail_at(self, i: int, left: Figure, row: tuple[str, int, bool]) -> int:
        """Index of the bare number that continues the figure at ``i``; 0 if none does."""
        tokens = self.tokens
        phrase, base, closed = row
        if left.kind or left.low != left.high or left.scale != 1 or left.per or left.compound or not float(left.low).is_integer():
            return 0
        signed = closed and tokens[i].end == left.number_end                     # $3 and fourteen
        bare = tokens[i].end == left.number_end and not (signed and self.has(i + 1, "and"))
        if bare or year_like(self.text, tokens[i], left.number_end) or self.between(i) or self.listed(i):
            return 0
        k = i + 1 + (closed and self.has(i + 1, "and") or not closed and tokens[i + 1].char == "-")
        right = tokens[k].figure if k < len(tokens) else None
        if right is None or right.kind or right.more or right.low != right.high or not float(right.low).is_integer():
            return 0
        if right.unit is not None and (right.unit.name != phrase or k == i + 1) or self.gap(i, i + 1) > 1 or self.gap(k - 1, k) > 1:
            return 0
        if not 0 < right.low < base or right.scale != 1 or not closed and self.text[tokens[k].start] == "-":
            return 0
        if not closed:
            return k
        if signed and not right.words:
            return 0
        two_digits = right.low >= 10 and (right.words or tokens[k].end - tokens[k].start == 2)
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        return k if two_digits and (after is None or after.char in CLOSING) else 0

    def listed(self, i: int) -> bool:
        """Whether the figure is one of a list: "10 dollars, 20 dollars and 50"."""
        joined = i > 1 and (self.tokens[i - 1].char == "," or self.before(i, ("and", "or")))
        return joined and self.tokens[i - 2].figure is not None

    def add_tail(self, i: int, k: int, left: Figure, row: tuple[str, int, bool]) -> None:
        tokens = self.tokens
        phrase, base, _ = row
        right = tokens[k].figure
        assert right is not None
        unit = self.language.phrases.get(phrase) if phrase else left.unit
        value = left.low * base + right.low if phrase else round(left.low + right.low / base, 9)
        merged = Figure(value, value, 0.5 if phrase else 0.5 / base, left.figures + right.figures, right.number_end)
        merged.unit, merged.compound, merged.words = unit, True, left.words and right.words
        tokens[i : k + 1] = [Token(FIGURE, tokens[i].start, tokens[k].end, None, merged)]
