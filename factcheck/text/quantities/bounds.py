"""Two bounds that are one figure: "more than 3 and less than 5", 三年以上七年以下."""

from __future__ import annotations

from ..lexer import FIGURE, Figure, Token
from .sentence import Tokens


class Bounds(Tokens):
    def ends(self) -> None:
        """Two ends, each with its word behind it: 三年以上七年以下, 18周岁以上、60周岁以下."""
        tokens = self.tokens
        i = 0
        while i + 3 < len(tokens):
            k = i + 2
            if tokens[i].figure is None or not self.has(i + 1, "end_low"):
                i += 1
                continue
            k += tokens[k].char == "," or self.has(k, "range_and")
            left, right = tokens[i].figure, tokens[k].figure if k + 1 < len(tokens) else None
            i += 1
            if left is None or right is None or not self.has(k + 1, "end_high") or left.kind or right.kind:
                continue
            if left.unit is None and right.unit is not None:
                left.unit = right.unit
            units = (left.unit, right.unit)
            if len({unit.dimension if unit is not None else "" for unit in units}) == 1 and left.low == left.high < right.low == right.high:
                merged = Figure(left.low, right.high, max(left.half, right.half), max(left.figures, right.figures), right.number_end)
                merged.scale, merged.mantissa, merged.unit, merged.per = right.scale, right.mantissa, right.unit, right.per
                tokens[i - 1 : k + 2] = [Token(FIGURE, tokens[i - 1].start, tokens[k + 1].end, None, merged)]

    def bounded(self) -> None:
        """Two bounds of one figure: 大于二十且小于三十, "more than 20 and less than 30"."""
        tokens = self.tokens
        if sum(token.figure is not None for token in tokens) < 2:
            return
        self.ends()
        i = 1
        while i + 2 < len(tokens):
            left = tokens[i].figure
            if left is None or left.kind or not (self.has(i - 1, "bound_low") or self.has(i - 1, "bound_high")):
                i += 1
                continue
            k = i + 1 + (self.has(i + 1, "range_and") or tokens[i + 1].char == ",")
            right = tokens[k + 1].figure if k + 1 < len(tokens) else None
            rising = self.has(i - 1, "bound_low") and self.has(k, "bound_high")
            comma = tokens[k - 1].char == "," if k > i + 1 else False
            if comma and self.text[tokens[i - 1].start : tokens[i - 1].end] in self.language.sets.get("extremes", ()):
                i += 1
                continue                                      # 最低410元，最高1750元: two figures
            falling = self.has(i - 1, "bound_high") and self.has(k, "bound_low")
            if (right is None or right.kind or comma and left.unit is not right.unit or not (rising or falling)
                    or (left.unit is not None and right.unit is not None and left.unit.dimension != right.unit.dimension)):
                i += 1
                continue
            low, high = (left, right) if rising else (right, left)
            if low.low < high.high:
                merged = Figure(low.low, high.high, max(low.half, high.half), max(low.figures, high.figures), right.number_end)
                merged.scale, merged.mantissa, merged.unit, merged.per = high.scale, high.mantissa, left.unit or right.unit, right.per
                tokens[i - 1 : k + 2] = [Token(FIGURE, tokens[i - 1].start, tokens[k + 1].end, None, merged)]
            i += 1
