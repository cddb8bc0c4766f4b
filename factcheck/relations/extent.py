"""Areas and volumes of what has sides, and how they grow with the sides."""

from __future__ import annotations

from ..interval import INF, Interval
from ._base import Case, Figures, Problem, Reading, Relation, Values, read

SHAPES = {"square": 2, "cube": 3}
DIMENSIONS = {2: "[length] ** 2", 3: "[length] ** 3"}
WALLS = 0.04                                    # of an area: what walls take, or paving around it


class Extent(Relation):
    """Length times width is not the area that is told, or times height not the volume.

    Why: 300 metres by 500 are 150,000 square metres.
    Silent: for any rounding and four percent more or less; where nothing says that it is a rectangle, unless a slip of the pen explains it.
    Bad: The field, 300 metres by 500, covers an area of 15,000 square metres.
    Good: The field, 300 metres by 500, covers an area of 150,000 square metres.
    Bad: 试验田长300米、宽500米，面积1.5万平方米。
    Good: 试验田长300米、宽500米，面积15万平方米。
    """

    relation = "extent"
    code = "CNV405"
    name = "extent-mismatch"
    severity = "warning"
    options = {"shape": tuple(SHAPES), "plain": ("yes",)}
    roles = ("length", "extent")
    target = "extent"
    alike = (("length", "width", "height"),)
    above = 0.0
    message = {
        "en": "{sides} is {expected}, not {stated}.",
        "zh": "{sides}是{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        sides = self.sides(f) if super().applies(f) else ()
        length = all(f.keys[key].dimension == "[length]" or not f.keys[key].dimension and key != "length" for key in sides)
        many = SHAPES.get(f.options.get("shape", ""), len(sides))
        return length and f.keys["extent"].dimension == DIMENSIONS.get(many) and not any(f.keys[key].per for key in (*sides, "extent"))

    def sides(self, f: Figures) -> tuple[str, ...]:
        return tuple(key for key in ("length", "width", "height") if key in f.keys)

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        return (Problem("extent", (*self.sides(f), "extent"), self.cases(f)),)

    def cases(self, f: Figures) -> tuple[Case, ...]:
        sides, power = self.sides(f), SHAPES.get(f.options.get("shape", ""), 1)
        sides = sides * power if power > 1 else sides

        def made(v: Values) -> Interval:
            product = Interval(1, 1)
            for key in sides:
                product = product.times(v[key])
            return product

        return (Case(made, " × ".join(f"{{{key}}}" for key in sides)),)

    def apart(self, f: Figures, expected: Interval, stated: Interval) -> float:
        """What is not said to be a rectangle may have any area, and what nearly fits is no quite right angle: unless a slip explains it."""
        near = expected.low * (1 - WALLS) <= stated.high and stated.low <= expected.high * (1 + WALLS)
        return super().apart(f, expected, stated) if (f.options.get("plain") or f.options.get("shape")) and not near else INF

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        told = [f.keys[key].text.strip() for key in self.sides(f)]
        return {"sides": " × ".join(told * SHAPES.get(f.options.get("shape", ""), 1))}


class Enlarged(Relation):
    """With so many times the diameter or the side comes not the multiple of the area or the volume that is told.

    Why: what is twice as wide has four times the area and eight times the volume.
    Silent: where the two multiples are not of one thing.
    Bad: A pizza with twice the diameter has twice the area.
    Good: A pizza with twice the diameter has four times the area.
    Bad: 把管道直径扩大到原来的2倍，截面积就变为原来的2倍。
    Good: 把管道直径扩大到原来的2倍，截面积就变为原来的4倍。
    """

    relation = "enlarged"
    code = "CNV406"
    name = "enlarged-mismatch"
    severity = "warning"
    options = {"power": ("2", "3")}
    roles = ("side", "extent")
    target = "extent"
    movable = ("none",)
    rounds = False
    message = {
        "en": "{side} the width makes {expected} the {what}, not {stated}.",
        "zh": "长度{side}，{what}就是{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and all(f.keys[key].dimension == "times" for key in self.roles) and f.keys["side"].printed_low != 1

    def cases(self, f: Figures) -> tuple[Case, ...]:
        power = int(f.options.get("power", 2))
        return (Case(lambda v: Interval(v["side"].low ** power, v["side"].high ** power), " × ".join(["{side}"] * power)),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = {key: read(f.keys[key], "printed" if f.keys[key].hedge == "=" else reading) for key in problem.keys}
        return {key: Interval(2, 2) if i.low == i.high == 1 else i for key, i in values.items()}        # 增加一倍: twice as much

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        square = f.options.get("power", "2") == "2"
        return {"what": {"en": "area" if square else "volume", "zh": "面积" if square else "体积"}[lang]}
