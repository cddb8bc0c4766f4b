"""Change: an old figure, a new one, and what is said of the step between them."""

from __future__ import annotations

from math import isclose

from ..interval import Interval
from ..typed import TYPE_CHECKING
from . import _show as show
from ._base import NEVER, Case, Figures, Reading, Relation, Values, as_printed, pennies, times_apart

if TYPE_CHECKING:
    from ..values import Quantity
    from ._base import Problem


HEADS = frozenset({"people", "items", "cases", "occasions", "patients", "times"})          # what people may be counted as


def _percent(v: Values) -> Interval:
    return v["new"].over(v["old"]).minus(1).times(100)


def _grown(v: Values) -> Interval:
    return v["percent"].over(100).plus(1)


def down(f: Figures, key: str, up_by: float | None = None) -> bool:
    """Whether the figure in ``key`` tells of a fall: by its verb, its own sign, or, if nothing says so, by the levels themselves."""
    q = f.keys[key]
    direction = f.direction or q.direction
    if direction == "up" and improved_time(f):
        direction = ""
    return direction == "down" if direction or up_by is None else up_by < 0


def improved_time(f: Figures) -> bool:
    """纪录由10.6秒提高到9.58秒: in Chinese a time goes "up" when it gets better, which is shorter."""
    return "old" in f.keys and f.keys["old"].dimension == "[time]" and f.keys["old"].lang == "zh"


def rise(values: Values) -> float:
    """How much the levels rise by their midpoints; nothing, where only the last bit of a scaled figure differs."""
    old, new = values["old"].mid, values["new"].mid
    return 0.0 if isclose(old, new, rel_tol=1e-12) else new - old


def positive(values: Values, *keys: str) -> None:
    """A percentage needs bases above zero: from a loss to a profit there is none."""
    for key in keys:
        if values[key].low <= 0:
            raise ValueError(f"{key} is not positive")


class ChangePercent(Relation):
    """A stated percentage change does not follow from the two figures.

    Why: the change is (new − old) ÷ old; the usual slips are points for percent, the new figure as base, and the ratio for the increase.
    Silent: when any rounding of the figures fits, when a base is zero or negative, when the text says the base was adjusted.
    Bad: Sales rose 50% from 20 to 25 million.
    Good: Sales rose 25% from 20 to 25 million.
    Bad: 进口额由1.44亿元增至1.80亿元，增长32%。
    Good: 进口额由1.44亿元增至1.80亿元，增长25%。
    """

    relation = "change"
    code = "CHG201"
    name = "change-mismatch"
    options = {"direction": ("up", "down", ""), "inverse": ("yes",), "labelled": ("yes",)}
    roles = ("old", "new", "percent")
    target = "percent"
    above = 100.0
    alike = (("old", "new"),)
    solve = {
        "percent": _percent,
        "new": lambda v: v["old"].times(_grown(v)),
        "old": lambda v: v["new"].over(_grown(v)),
    }
    working = {"percent": "({new} − {old}) ÷ {old}", "new": "{old} × (1 + {percent})", "old": "{new} ÷ (1 + {percent})"}
    mistakes = {
        "points_for_percent": lambda v: v["new"].minus(v["old"]),
        "ratio_for_increase": lambda v: v["new"].over(v["old"]).times(100),
        "wrong_base": lambda v: (-v["old"].over(v["new"])).plus(1).times(100),
        "remainder_for_fall": lambda v: -v["new"].over(v["old"]).times(100),
        "sign": lambda v: -_percent(v),
    }
    message = {
        "en": "From {old} to {new} is a change of {expected}, not {stated}.",
        "zh": "从{old}到{new}的变动是{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        old, new = f.keys.get("old"), f.keys.get("new")
        if old is not None and new is not None and old.per and new.per and old.per != new.per:
            return False                                                 # a day and a week
        return super().applies(f) and "points" not in f.keys and f.keys["percent"].unit != "percent_point"

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        positive(values, "old")
        q = f.keys["percent"]
        if q.printed_low > 0 and down(f, "percent", rise(values)):
            values["percent"] = -values["percent"]

    def apart(self, f: Figures, expected: Interval, stated: Interval) -> float:
        """Falls by their size, too: one of 99.8 % leaves little, and is still no other thing than one of 38."""
        by_rest = super().apart(f, expected, stated)
        return min(by_rest, times_apart(-expected, -stated)) if expected.high < 0 and stated.high < 0 else by_rest

    def cases(self, f: Figures) -> tuple[Case, ...]:
        cases: tuple[Case, ...] = (Case(self.solve["percent"], self.working["percent"]),)
        if f.options.get("inverse"):            # "the yen rose 2% to 105": the printed figure falls when its subject rises
            cases += (Case(lambda v: v["old"].over(v["new"]).minus(1).times(100), "({old} − {new}) ÷ {new}"),
                      Case(lambda v: -_percent(v), "({old} − {new}) ÷ {old}"))
        return cases


class PointsCalledPercent(Relation):
    """The step between two percentages, in points, is called percent.

    Why: 6 % to 7 % is one percentage point, or 17 percent. The coarse figures might allow one percent, but the step is the number stated.
    Silent: when the figure fits as a percentage.
    Bad: The rate rose 1 percent, from 6% to 7%.
    Good: The rate rose 1 percentage point, from 6% to 7%.
    Bad: 不良率从3%升至4%，上升1%。
    Good: 不良率从3%升至4%，上升1个百分点。
    """

    relation = "change"
    code = "CHG208"
    name = "points-called-percent"
    severity = "warning"
    roles = ("old", "new", "percent")
    target = "percent"
    movable = ("none",)
    working = {"percent": "({new} − {old}) ÷ {old}"}
    mistakes = {"points_for_percent": lambda v: v["new"].minus(v["old"])}
    message = {
        "en": "From {old} to {new} is {stated} only in percentage points; in percent it is {expected}.",
        "zh": "从{old}到{new}是{points}个百分点；按百分比计是{expected}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f):
            return False
        old, new, percent = (f.keys[r] for r in self.roles)
        if not old.dimension == new.dimension == percent.dimension == "percent" or percent.is_range or old.printed_low <= 0 or old.is_range:
            return False
        step = new.printed_low - old.printed_low
        return (abs(abs(step) - percent.printed_low) < 1e-9 * max(1.0, percent.printed_low)
                and abs(100 * abs(step) / old.printed_low - percent.printed_low) > 1.5 * max(percent.half, 0.05))

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        values["percent"] = Interval(f.keys["percent"].printed_low, f.keys["percent"].printed_low)
        if values["new"].mid < values["old"].mid:
            values["percent"] = -values["percent"]
        for key in ("old", "new"):
            values[key] = as_printed(f.keys[key])

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return (Case(_percent, self.working["percent"]),)

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"points": show.number(f.keys["percent"].printed_low, show.decimals(f.keys["percent"]))}


class ChangeDifference(Relation):
    """A stated difference is not the difference of the two figures.

    Why: new − old is the plainest arithmetic in an article, and the first to break when one figure is updated and another is not.
    Silent: when any rounding of the three figures fits.
    Bad: Attendance fell from 9,400 to 8,100, a drop of 1,030.
    Good: Attendance fell from 9,400 to 8,100, a drop of 1,300.
    Bad: 库存由58万吨增至79.7万吨，增加31.7万吨。
    Good: 库存由58万吨增至79.7万吨，增加21.7万吨。
    """

    relation = "change"
    code = "CHG202"
    name = "difference-mismatch"
    roles = ("old", "new", "difference")
    target = "difference"
    above = 0.0
    alike = (("old", "new", "difference"),)
    solve = {
        "difference": lambda v: v["new"].minus(v["old"]),
        "new": lambda v: v["old"].plus(v["difference"]),
        "old": lambda v: v["new"].minus(v["difference"]),
    }
    working = {"difference": "{new} − {old}", "new": "{old} + {difference}", "old": "{new} − {difference}"}
    mistakes = {"sign": lambda v: v["old"].minus(v["new"])}
    message = {
        "en": "The difference between {old} and {new} is {expected}, not {stated}.",
        "zh": "{old}与{new}相差{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or pennies(f.keys, self.roles):
            return False
        units = {f.keys[role].unit for role in self.roles if f.keys[role].dimension[:6] == "count:"}
        if "people" in units and units - HEADS:
            return False                                                 # 300 members, and 12 clubs more
        return not f.keys[self.target].offset                            # five degrees more are not 278 kelvins

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        q = f.keys[self.target]
        risen = rise(values)
        falls = risen < 0 if f.options.get("inverse") else down(f, self.target, risen)      # "the rupee fell 24 paise to 88.45 from 88.21"
        if q.printed_low > 0 and falls:
            values[self.target] = -values[self.target]


class ChangePoints(ChangeDifference):
    """A stated change in percentage points is not the difference of the two percentages.

    Why: from 40.0 % to 38.7 % is 1.3 points or 130 basis points; a lost zero or a swapped digit shows at once.
    Silent: when any rounding of the three figures fits.
    Bad: Turnout rose 8.41 percentage points to 71.3 percent from 65.8 percent.
    Good: The load factor rose 6.7 percentage points to 64.9 percent from 58.2 percent.
    Bad: 失业率由5.2%降至4.9%，下降0.5个百分点。
    Good: 失业率由5.2%降至4.9%，下降0.3个百分点。
    """

    code = "CHG203"
    name = "points-mismatch"
    options = {"net": ("yes",)}             # points may be printed bare, or as a percentage: a net rating of -7
    roles = ("old", "new", "points")
    target = "points"
    alike = (("old", "new", "points"),)
    solve = {
        "points": lambda v: v["new"].minus(v["old"]),
        "new": lambda v: v["old"].plus(v["points"]),
        "old": lambda v: v["new"].minus(v["points"]),
    }
    working = {"points": "{new} − {old}", "new": "{old} + {points}", "old": "{new} − {points}"}
    mistakes = {
        "percent_for_points": _percent,
        "sign": lambda v: v["old"].minus(v["new"]),
    }
    message = {
        "en": "From {old} to {new} is {expected}, not {stated}.",
        "zh": "从{old}到{new}是{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and {f.keys["old"].unit, f.keys["new"].unit} != {"percent", "percent_point"}     # a step is no level


class PointsOfAmount(Relation):
    """Percentage points are claimed of figures that are not percentages.

    Why: 100 to 112 tonnes is 12 percent; "percentage points" is only said of the step between two percentages.
    Silent: for percentages, whose difference is in points.
    Bad: 产量由100吨增至112吨，增加12个百分点。
    Good: 产量由100吨增至112吨，增加12%。
    Bad: Output rose 12 percentage points, from 100 tonnes to 112 tonnes.
    Good: Output rose 12 percent, from 100 tonnes to 112 tonnes.
    """

    relation = "change"
    code = "CHG204"
    name = "points-of-amounts"
    roles = ("old", "new", "points")
    target = "points"
    alike = (("old", "new"),)
    movable = ("none",)
    message = {
        "en": "{old} and {new} are not percentages: the change is {percent}, not percentage points.",
        "zh": "{old}与{new}不是百分比：变动应为{percent}，而不是百分点。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or f.keys["points"].unit not in ("percent_point", "basis_point"):
            return False
        dimensions = {f.keys["old"].dimension, f.keys["new"].dimension}
        return not dimensions & {"", "percent", "percent_point"}

    def cases(self, f: Figures) -> tuple[Case, ...]:
        falls = f.keys["new"].printed_low * f.keys["new"].factor < f.keys["old"].printed_low * f.keys["old"].factor
        return (Case(lambda _: NEVER, "({old} − {new}) ÷ {old}" if falls else "({new} − {old}) ÷ {old}"),)

    def point(self, values: Values, problem: Problem, case: Case) -> float | None:
        return abs(_percent(values).mid) if values["old"].low > 0 else None

    def restated(self, target: Quantity, value: float) -> str:
        return show.number(value, 1 if value < 10 else 0) + "%"

    def result(self, target: Quantity, value: float, united: bool = False) -> str:
        return show.number(value, 1) + "%"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        point = self.point(self.values(f, problem, "printed"), problem, problem.cases[0])
        return {"percent": "?" if point is None else self.restated(f.keys["points"], point)}


class Direction(Relation):
    """The verb says one direction, the figures the other.

    Why: "rose from 40 to 20" has its figures or its verb the wrong way round.
    Silent: when the two figures may be equal, and for figures that fall when their subject rises (a rank, an exchange rate).
    Bad: Membership rose from 4,000 to 2,000.
    Good: Membership fell from 4,000 to 2,000.
    Bad: 产量由52万吨增至25万吨。
    Good: 产量由52万吨降至25万吨。
    """

    relation = "change"
    code = "CHG221"
    name = "direction-mismatch"
    roles = ("old", "new")
    target = "new"
    implies = False
    alike = (("old", "new"),)
    movable = ("none",)
    message = {
        "en": "The wording says {direction}, but {new} is {other} {old}.",
        "zh": "文中说“{direction}”，但{new}{other}{old}。",
    }
    NEAR = 0.6                                  # "less than 40" is said of what is not far below it

    def applies(self, f: Figures) -> bool:
        unclear = f.options.get("inverse") or f.direction == "up" and improved_time(f)
        return super().applies(f) and f.direction in ("up", "down") and not unclear

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        for key in self.roles:
            q = f.keys[key]
            if q.hedge == "at_most" and q.printed_low > 0:
                values[key] = values[key]._replace(low=max(values[key].low, values[key].high * self.NEAR))
            elif q.hedge == "at_least" and q.printed_low > 0:
                values[key] = values[key]._replace(high=min(values[key].high, values[key].low / self.NEAR))

    def severity_of(self, f: Figures) -> str:
        return "warning" if any(f.keys[key].hedge in ("at_most", "at_least") for key in self.roles) else self.severity

    def cases(self, f: Figures) -> tuple[Case, ...]:
        if f.direction == "up":
            return (Case(lambda v: Interval(v["old"].low, float("inf")), "{new} ≥ {old}?"),)
        return (Case(lambda v: Interval(float("-inf"), v["old"].high), "{new} ≤ {old}?"),)

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        told = {"en": {"up": ("up", "below"), "down": ("down", "above")}, "zh": {"up": ("增", "小于"), "down": ("降", "大于")}}[lang]
        direction, other = told["up" if f.direction == "up" else "down"]
        return {"direction": direction, "other": other}
