"""Two figures that make one amount: 5 ft 2 in, 2 hours 30 minutes, 3斤5两, 13 dollars and 45 cents."""

from __future__ import annotations

from unicodedata import numeric

from ...typed import TYPE_CHECKING
from ..lexer import FIGURE, Figure, Token
from .ranges import CLOSE
from .sentence import year_like
from .tails import Tails

if TYPE_CHECKING:
    from ..language import UnitMatch

RATES = frozenset({"percent", "times", "percent_point"})
SPOKEN = frozenset({"[length]", "[mass]", "[time]"})         # 2 km, 1 m: of these one amount is said in two units
DAY = 86400
NEAR = 6                                 # characters that may stand between the two


class Compounds(Tails):
    def compounds(self, adjacent: bool = False) -> None:
        """``adjacent``: only where nothing stands between the parts, so that a range may have compound ends (五元六角至五元八角)."""
        tokens = self.tokens
        i = 0
        while i + 1 < len(tokens):
            left = tokens[i].figure
            if left is not None and left.unit is not None:
                k = self.lower_part(i)
                right = tokens[k].figure if k < len(tokens) else None
                if right is not None and right.unit is not None and not (adjacent and (k > i + 1 or self.gap(i, k) > CLOSE)):
                    large, small = left.unit, right.unit = self.alike(left.unit, right.unit, self.text[right.number_end : tokens[k].end])
                    if self.one_amount(i, k, left, right, adjacent) and part_of(large, small, right.high / self.loose(large)):
                        tokens[i : k + 1] = [Token(FIGURE, tokens[i].start, tokens[k].end, None, merged(left, right, large, small))]
                        continue
            i += 1

    def lower_part(self, i: int) -> int:
        """Where the figure of the lower unit stands, if there is one: behind "and", a comma, or at once."""
        tokens = self.tokens
        comma = tokens[i + 1].char == "," and self.text[tokens[i + 1].start] == ","            # 两天，三小时 are two
        if not (comma or self.has(i + 1, "and")) or i + 2 >= len(tokens):
            return i + 1
        return i + 2 + (tokens[i + 1].char == "," and i + 3 < len(tokens) and self.has(i + 2, "and"))

    def alike(self, large: UnitMatch, small: UnitMatch, phrase: str) -> tuple[UnitMatch, UnitMatch]:
        """Both units in the sense in which they go together."""
        short = self.language.settings.get("short", {}).get(large.name)
        if short is not None and phrase == short[0]:                                            # 4h 12m: no metres
            small = self.language.phrases.get(short[1], small)
        if large.dimension == small.dimension:
            return large, small
        small = next((unit for unit in small.alternatives if unit.dimension == large.dimension), small)     # 两角五分: money, not time
        large = next((unit for unit in large.alternatives if unit.dimension == small.dimension), large)     # 8 pounds 3 ounces
        if small.name == "cent" and large.dimension[:6] == "money:" and large.factor == 1.0:
            small = small._replace(dimension=large.dimension)                                   # 3 Canadian dollars and 3 cents
        return large, small

    def loose(self, large: UnitMatch) -> float:
        """How many times the large unit the small ones may make: 2 yards 7 feet."""
        return float(self.language.settings.get("loose", {}).get(large.name, 1))

    def one_amount(self, i: int, k: int, left: Figure, right: Figure, adjacent: bool) -> bool:
        """Whether two figures with units are printed as the parts of one amount."""
        if left.unit is not None and left.unit.kind == "age" or self.calendar_day(i, left, k, right):
            return False
        comma = k > i + 1 and self.tokens[i + 1].char == ","
        if not float(left.low).is_integer() and left.figures > 1 and not left.compound or comma and metric(left, right):
            return False                                      # 3.5 GHz, 120 Hz
        if left.kind or right.kind or left.low != left.high or right.low != right.high or left.per and not adjacent:
            return False
        if self.before(i, ("era",)) and self.language.calendar.get(self.text[left.number_end : self.tokens[i].end]) == "year":
            return False                                      # 民国一〇二年六月
        if k == i + 1 and self.rhythm(i, k, right):
            return False
        if self.gap(i, k) > NEAR or comma and self.gap(i + 1, i + 2) > 1:
            return False
        return not year_like(self.text, self.tokens[i], left.number_end)

    def rhythm(self, i: int, k: int, right: Figure) -> bool:
        """一周五天: so many days a week, no twelve days."""
        rhythms = self.language.settings.get("day_rhythms", ())
        tokens = self.tokens
        if tokens[i].end != tokens[k].start or numeric(self.text[tokens[k].start], -1) == 0:     # 一周又五天, 一周零五天
            return False
        return bool(rhythms) and f"{self.text[tokens[i].start : tokens[i].end]} {self.text[right.number_end : tokens[k].end]}" in rhythms

    def calendar_day(self, i: int, month: Figure, k: int, day: Figure) -> bool:
        """一九四九年十月一日: a month and a day of it, no lengths of time."""
        calendar, text, tokens = self.language.calendar, self.text, self.tokens
        phrases = text[month.number_end : tokens[i].end], text[day.number_end : tokens[k].end]
        return tuple(map(calendar.get, phrases)) == ("month", "day")


def metric(left: Figure, right: Figure) -> bool:
    """Whether one unit is a thousand of the other, or a million, and they measure no thing: with a comma between them they are two."""
    if left.unit is None or right.unit is None or left.unit.dimension[:6] == "money:" or left.unit.dimension in SPOKEN:
        return False
    return left.unit.factor / right.unit.factor in (1e3, 1e6, 1e9)


def part_of(large: UnitMatch, small: UnitMatch, number: float) -> bool:
    """Whether so many of the small unit are a part of the large one; weeks are none of a month."""
    if large.dimension != small.dimension or large.dimension in RATES or large.factor <= small.factor:
        return False
    if number * small.factor >= large.factor:
        return False
    parts = large.factor / small.factor
    return not 3 < parts < 10 or abs(parts - round(parts)) <= 0.01


def merged(left: Figure, right: Figure, large: UnitMatch, small: UnitMatch) -> Figure:
    """The figure of both parts: money in the larger unit, all else in the smaller."""
    ratio = large.factor / small.factor
    money = large.dimension.startswith("money:")
    half = right.half / ratio if money else right.half
    if large.dimension == "[time]" and large.factor > DAY >= small.factor:                      # a year and two days are 367 days
        even = int(large.factor / DAY) * DAY / small.factor
        half, ratio = half + left.low * (ratio - even), even
    value = float(f"{left.low + right.low / ratio if money else left.low * ratio + right.low:.12g}")
    figure = Figure(value, value, half, left.figures + right.figures, right.number_end)
    figure.unit = large if money else small
    figure.per, figure.compound = right.per or left.per, True
    return figure
