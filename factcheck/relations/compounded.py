"""Percentages one after another: what two of them come to, and which one undoes another."""

from __future__ import annotations

from collections.abc import Mapping

from ..interval import Interval
from ._base import Case, Figures, Problem, Reading, Relation, Solver, Values, as_printed, to_base

WHOLE = 100.0
FEWEST = 2                                      # steps
STEPS = ("up", "down", "left")                  # a rise, a fall, and what a fall leaves (八折)


def _step(role: str, i: Interval) -> Interval:
    """The rise in percent, a fall below zero."""
    return i if role == "up" else -i if role == "down" else i.minus(WHOLE)


def _steps(v: Values) -> list[Interval]:
    return [_step(role, i) for role, i in ((key.partition(".")[0], i) for key, i in v.items()) if role in STEPS]


def _stepped(v: Values) -> Interval:
    """What becomes of one through all the rises and falls."""
    level = Interval(1, 1)
    for step in _steps(v):
        level = level.times(step.over(WHOLE).plus(1))
    return level


def _added(v: Values) -> Interval:
    """What the percentages come to if they are just added."""
    level = Interval(0, 0)
    for step in _steps(v):
        level = level.plus(step)
    return level


def _percents(f: Figures) -> bool:
    steps = [f.keys[k] for role in STEPS for k in f.all(role)]
    return all(q.unit == "percent" and not q.is_range and q.printed_low > 0 for q in steps) \
        and all(f.keys[k].printed_low < WHOLE for role in ("down", "left") for k in f.all(role))


class Steps(Relation):
    """What the relations of this file share."""

    relation = ""
    options = {"exact": ("yes",), "same": ("yes",)}

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = super().values(f, problem, reading)
        for key in values:
            q = f.keys[key]
            if f.options.get("exact") and key != problem.target and q.hedge == "=":
                values[key] = to_base(q, as_printed(q))                         # a shop's 20 % is no 19.6
        return values


class Compounded(Steps):
    """Percentages that follow one another are added up.

    Why: the second is of what the first one left: 30 % and another 30 % make 69 %, and 20 % off what is 30 % off makes 44 % off.
    Silent: for small percentages, whose rounding covers it; for shares and percentage points; when a total is not the sum either.
    Bad: Rents grew 30 percent in 2017 and another 30 percent in 2018, a total of 60 percent over the two years.
    Good: Rents grew 30 percent in 2017 and another 30 percent in 2018, a total of 69 percent over the two years.
    Bad: 公司营收2017年增长40%，2018年又增长25%，两年累计增长65%。
    Good: 公司营收2017年增长40%，2018年又增长25%，两年累计增长75%。
    """

    relation = "compounded"
    code = "CHG213"
    name = "compounding-mismatch"
    severity = "warning"
    target = "total"
    movable = ("none",)
    message = {
        "en": "One after the other, {steps} come to {expected}, not {stated}: the second is of what the first one left.",
        "zh": "{steps}先后发生，结果是{expected}，不是{stated}：后一个是在前一个的基础上算的。",
    }

    def applies(self, f: Figures) -> bool:
        if sum(len(f.all(role)) for role in STEPS) < FEWEST or not _percents(f):
            return False
        if "total" in f.keys:
            q = f.keys["total"]
            added = _size_of(_added({k: Interval(step.low, step.high) for k, step in f.keys.items() if k != "total"}))
            return q.unit == "percent" and not q.is_range and added.touches(Interval(q.low, q.high))
        old, new = f.keys.get("old"), f.keys.get("new")
        return old is not None and new is not None and old.dimension == new.dimension and old.printed_low > new.printed_low > 0

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        keys = tuple(f.keys)
        if "total" in f.keys:
            return (Problem("total", keys, (Case(lambda v: _rise(_stepped(v)), ""),)),)
        return (Problem("new", keys, (Case(lambda v: v["old"].times(_stepped(v)), ""),)),)

    def mistakes_for(self, f: Figures, problem: Problem) -> Mapping[str, Solver]:
        if problem.target == "total":
            return {"added_up": lambda v: _size_of(_added(v))}
        return {"added_up": lambda v: v["old"].times(_added(v).over(WHOLE).plus(1))}

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        signs = {"up": "(1 + {})", "down": "(1 − {})", "left": "{}"}
        told = [(k.partition(".")[0], q.text.strip()) for k, q in f.keys.items()]
        steps = " × ".join(signs[role].format(text) for role, text in told if role in signs)
        return f"{steps} − 1" if problem.target == "total" else f"{f.keys['old'].text.strip()} × {steps}"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        told = [f.keys[k].text.strip() for k in f.keys if k.partition(".")[0] in STEPS]
        return {"steps": {"en": " and ", "zh": "和"}[lang].join(told)}


def _rise(level: Interval) -> Interval:
    return _size_of(level.minus(1).times(WHOLE))


def _size_of(i: Interval) -> Interval:
    """A fall of 44 % is printed as 44."""
    return -i if i.high < 0 else i


class WayBack(Steps):
    """The rise that makes good a fall, or the fall that undoes a rise, is not the one stated.

    Why: what has lost 20 % must gain 25 % to be where it was, since a percentage of less is less.
    Silent: when any rounding fits.
    Bad: Having lost 50% of its value, the stock would need to rise 50% to return to its old level.
    Good: Having lost 50% of its value, the stock would need to rise 100% to return to its old level.
    Bad: 商场先降价20%再提价20%，价格又回到原价。
    Good: 商场先降价20%再提价25%，价格又回到原价。
    """

    relation = "way_back"
    code = "CHG214"
    name = "way-back-mismatch"
    severity = "warning"
    roles = ("up", "down")
    movable = ("none",)
    message = {
        "en": "After {given} one way, the way back is {expected}, not {stated}.",
        "zh": "先变动{given}，要回到原来的水平需反向变动{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or not _percents(f) or len(f.keys) != len(self.roles):
            return False
        return not f.options.get("same") or f.keys["up"].printed_low == f.keys["down"].printed_low

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        last = max(self.roles, key=lambda role: f.keys[role].start)
        return (Problem(last, self.roles, (Case(_back_up if last == "up" else _back_down, ""),)),)

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        up = problem.target == "up"
        given = f.keys["down" if up else "up"].text.strip()
        return f"1 ÷ (1 − {given}) − 1" if up else f"1 − 1 ÷ (1 + {given})"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"given": f.keys["down" if problem.target == "up" else "up"].text.strip()}


def _back_up(v: Values) -> Interval:
    return Interval(1, 1).over((-v["down"]).over(WHOLE).plus(1)).minus(1).times(WHOLE)


def _back_down(v: Values) -> Interval:
    return (-Interval(1, 1).over(v["up"].over(WHOLE).plus(1))).plus(1).times(WHOLE)


class Inverse(WayBack):
    """A rate and its inverse are told to change by the same percentage.

    Why: at a speed 25 % higher the way takes 20 % less time; money that loses 20 % makes what it buys 25 % dearer.
    Silent: for percentages that differ, when any rounding fits.
    Bad: The new engines raise the ferry's speed by 25%, cutting the crossing time by 25%.
    Good: The new engines raise the ferry's speed by 25%, cutting the crossing time by 20%.
    Bad: 列车速度提高25%，行驶时间相应缩短25%。
    Good: 列车速度提高25%，行驶时间相应缩短20%。
    """

    relation = "inverse"
    code = "CHG215"
    name = "inverse-percent-mismatch"
    message = {
        "en": "If the one changes by {given}, its inverse changes by {expected} the other way, not {stated}.",
        "zh": "前者变动{given}，与之成反比的量反向变动{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and f.keys["up"].printed_low == f.keys["down"].printed_low
