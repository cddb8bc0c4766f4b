"""Figures in a row of which only the last has its unit or scale: 1.2, 3.4 and 5.6 million; 快4.6和3.1个百分点; 8- and 9-year-olds."""

from __future__ import annotations

from ..lexer import Figure
from .sentence import Tokens, year_like

LISTING = "、"                           # between the members of a list in Chinese
COMMAS = (LISTING, ",")
CLOSE = 1                                # characters between a figure and what joins it to the next
SHARES = frozenset({"percent", "percent_point"})
TOLD = ("respectively", "each_take")
FEW = 2                                  # figures before the last that make a row of themselves


class Lists(Tokens):
    def lists(self) -> None:
        """Unit and scale reach back over a row of figures."""
        told = None
        for j in range(2, len(self.tokens)):
            last = self.tokens[j].figure
            if last is None:
                continue
            if self.slash(j - 1) and self.closes(j, last):
                self.slashed(j, last)
            if not self.has(j - 1, "and") and not self.listed_points(j, last):
                continue
            if self.hundredths(j, last) or not self.closes(j, last):
                continue
            row, hung = self.row(j)
            if not row:
                continue
            if told is None:
                told = any(self.has(k, group) for k in range(len(self.tokens)) for group in TOLD)
            if self.one_row(row, j, last, hung, told):
                for figure in row.values():
                    figure.unit = last.unit
                    if figure.scale == 1 < last.scale:
                        figure.scale_by(last.scale)

    def slashed(self, j: int, last: Figure) -> None:
        """293/350/417亿元: the figures of three years or more; of two, if all have decimals."""
        row, k = [], j
        while k > 1 and self.slash(k - 1):
            figure = self.tokens[k - 2].figure
            if figure is None or figure.kind or figure.low != figure.high or figure.more or figure.unit is not None or figure.scale != 1:
                return
            row.append(figure)
            k -= 2
        if len(row) >= FEW or row and last.scale > 1 and all(self.places(n) > 0 for n in range(k, j + 1, 2)):
            for figure in row:
                figure.unit = last.unit
                if last.scale > 1:
                    figure.scale_by(last.scale)

    def listed_points(self, j: int, last: Figure) -> bool:
        """17.2、21.3个百分点, 6.3、8.5亿元: a mark between the members of a list; points, percent or a scale word behind the last."""
        share = last.scale > 1 or last.unit is not None and last.unit.dimension in SHARES
        return share and self.text[self.tokens[j - 1].start] == LISTING and self.gap(j - 1, j) == 0 and self.places(j) > 0

    def slash(self, k: int) -> bool:
        """Whether nothing but a slash parts the tokens on either side of the one at ``k``."""
        return self.text[self.tokens[k - 1].end : self.tokens[k + 1].start] == "/"

    def hundredths(self, j: int, last: Figure) -> bool:
        """百分之十二点五及十四: the second is of a hundred, too."""
        first = self.tokens[j - 2].figure
        if first is None or first.unit is None or first.unit.dimension != "percent" or first.kind or last.kind or last.unit is not None:
            return False
        after = self.text[self.tokens[j].end : self.tokens[j].end + 1]
        spoken = first.words and last.words and first.number_end == self.tokens[j - 2].end and self.gap(j - 2, j) == 1
        if spoken and last.low == last.high <= 100 and not last.more and not after.isalpha():
            last.unit = first.unit
        return last.unit is not None

    def closes(self, j: int, last: Figure) -> bool:
        """Whether the figure at ``j`` has something that others before it may lack."""
        if last.kind or last.low != last.high or last.more or last.compound or self.gap(j - 1, j) > CLOSE:
            return False
        return last.scale > 1 or last.unit is not None and last.unit.dimension != "times"

    def row(self, j: int) -> tuple[dict[int, Figure], bool]:
        """The figures before the one at ``j``, and whether a hyphen hangs behind them: 8- and 9-year-olds."""
        tokens, row = self.tokens, {}
        k = j - 2
        hung = tokens[k].char == "-" and k > 0 and self.gap(k - 1, k) == 0
        k -= hung or tokens[k].char == "," and k > 0                        # 1.2, 3.4, and 5.6 million
        while k >= 0:
            figure = tokens[k].figure
            if figure is None or figure.kind or figure.low != figure.high or figure.more:
                break
            if figure.scale != 1 or year_like(self.text, tokens[k]):
                break
            row[k] = figure
            joined = k > 1 and tokens[k - 1].char == "," and self.text[tokens[k - 1].start] in COMMAS and self.gap(k - 1, k) <= CLOSE
            if not joined or self.gap(k - 2, k - 1) > 0:
                break
            k -= 2
        return row, hung

    def one_row(self, row: dict[int, Figure], j: int, last: Figure, hung: bool, told: bool) -> bool:
        """Whether the figures are of one kind, by how they are printed and what is said of them."""
        first, after = min(row), max(row)
        if self.gap(after, after + 1) > CLOSE or self.before(first, ("ordinal_before", "label", "labels", "per_before")):
            return False
        if any(figure.unit is not None and (figure.unit is not last.unit or last.scale == 1) for figure in row.values()):
            return False
        if hung:
            return len(row) == 1 and last.scale == 1 and self.text[last.number_end : last.number_end + 1] == "-"
        places = {self.places(k) for k in (*row, j)}
        if 0 in places or -1 in places:
            return told and places == {0} and (last.unit is None or last.unit.dimension != "[time]")
        if last.scale == 1 and last.unit is not None and last.unit.dimension in SHARES:
            return told or len(places) == 1
        return told or len(row) >= FEW

    def places(self, k: int) -> int:
        """How many decimals the figure at ``k`` is printed with; -1 if it is in words."""
        figure = self.tokens[k].figure
        if figure is None or figure.words:
            return -1
        digits = self.text[self.tokens[k].start : figure.number_end]
        whole, point, part = digits.partition(".")
        return sum(map(str.isdecimal, part)) if point and whole else 0
