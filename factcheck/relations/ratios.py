"""Ratios: 7 to 5, or 105 boys for every 100 girls, beside the two counts."""

from __future__ import annotations

from ..interval import Interval
from ..patterns import re
from ._base import Case, Figures, Problem, Reading, Relation, Values

SIDES = re.compile(r"([0-9][0-9,.]*)[^0-9]+?([0-9][0-9,.]*)")
HALF = 0.5
ROUND = (1.0, 100.0, 1000.0)                     # of "3 to 1" the one is exact


class Ratio(Relation):
    """Two counts are not in the ratio that is told.

    Why: 84 to 60 is 7 to 5; 5,250 boys for 5,000 girls are 105 for every 100.
    How: the first count over the second; the larger number of a ratio may be off by half.
    Silent: when the ratio is right the other way round, and when any rounding fits.
    Bad: The vote split 7:5, with 84 in favour and 40 against.
    Good: The vote split 7:5, with 84 in favour and 60 against.
    Bad: 全村男性1050人，女性1000人，性别比为150（女=100）。
    Good: 全村男性1050人，女性1000人，性别比为105（女=100）。
    """

    relation = "ratio"
    code = "SUM332"
    name = "ratio-mismatch"
    severity = "warning"
    options = {"base": ("1", "100", "1000"), "way": ("told",)}
    roles = ("first", "second")
    target = "ratio"
    alike = (("first", "second"),)
    above = 0.0
    counts = ("first", "second")
    message = {
        "en": "{first} to {second} is {expected}{right}, not {stated}{right}.",
        "zh": "{first}与{second}之比是{expected}{right}，不是{stated}{right}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or not ("ratio" in f.keys) ^ ("left" in f.keys and "right" in f.keys):
            return False
        if not all(f.keys[role].dimension[:6] in ("", "count:") and f.keys[role].printed_low > 0 for role in self.roles):
            return False
        ratio = f.keys.get("ratio")
        return ratio is None or (_sides(f) is not None if ratio.kind == "ratio" else "base" in f.options)

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        keys = ("ratio",) if "ratio" in f.keys else ("left", "right")
        return (Problem(keys[0], (*self.roles, *keys), self.cases(f)),)

    def cases(self, f: Figures) -> tuple[Case, ...]:
        base = float(f.options.get("base", 1)) if "ratio" in f.keys and not _sides(f) else 1.0
        by = f" × {base:g}" if base != 1 else " × {right}" if "right" in f.keys else ""
        one = Interval(1, 1)
        told = Case(lambda v: v["first"].over(v["second"]).times(base).times(v.get("right", one)), "{first} ÷ {second}" + by)
        turned = Case(lambda v: v["second"].over(v["first"]).times(base).times(v.get("right", one)), "{second} ÷ {first}" + by)
        return (told,) if f.options.get("way") else (told, turned)

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        right = f.keys.get("right")
        return {"right": "" if right is None else {"en": " to ", "zh": "比"}[lang] + right.text.strip()}

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = super().values(f, problem, reading)
        right = f.keys.get("right")
        if right is not None and right.printed_low in ROUND:
            values["right"] = Interval(right.printed_low, right.printed_low)
        if "ratio" in f.keys and (sides := _sides(f)) is not None:
            (a, b), whole = sides, all(side == int(side) for side in sides)
            half = 0.0 if reading == "printed" else HALF if whole else HALF / 10
            rooms = [half if side == max(a, b) else 0.0 for side in (a, b)]
            values["ratio"] = Interval((a - rooms[0]) / (b + rooms[1]), (a + rooms[0]) / (b - rooms[1]))
        return values

    def restated(self, target: object, value: float) -> str:
        text = getattr(target, "text", "").strip()
        hit = SIDES.fullmatch(text)
        if hit is None:
            return super().restated(target, value)  # type: ignore[arg-type]
        second = float(hit[2].replace(",", ""))
        return f"{value * second:.3g}{text[hit.end(1) : hit.start(2)]}{hit[2]}"

    def result(self, target: object, value: float, united: bool = False) -> str:
        return f"{value:.3g}"


def _sides(f: Figures) -> tuple[float, float] | None:
    """The two numbers of 7:5; None if it is none."""
    hit = SIDES.fullmatch(f.keys["ratio"].text.strip())
    if hit is None:
        return None
    first, second = (float(hit[side].replace(",", "").rstrip(".")) for side in (1, 2))
    return (first, second) if first > 0 < second else None
