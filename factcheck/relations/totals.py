"""Totals: parts that add up, shares that make a hundred, and lists that are as long as they say."""

from __future__ import annotations

from ..interval import INF, Interval
from ..readings import strict
from ..typed import TYPE_CHECKING
from . import _show as show
from ._base import UNSCALED, Case, Figures, Problem, Reading, Relation, Solver, Values, as_printed, comparable, to_base

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..values import Quantity


LEAST = {"yes": 100.0, "nearly": 90.0}      # what shares of one whole add up to at least


def summed(v: Values, keys: Sequence[str]) -> Interval:
    """The sum of the figures in these keys."""
    low = high = 0.0
    for key in keys:
        i = v[key]
        low += i.low
        high += i.high
    return Interval(low, high)


class Total(Relation):
    """The parts do not add up to the stated total.

    Why: a part that was updated, left out or given a wrong scale word shows in the sum.
    Silent: when the combined rounding of the parts explains the gap; when the parts may overlap or are not all of them.
    Bad: The library paid $3.4m for books, $1.2m for wages and $0.7m for repairs, $5.9m in all.
    Good: The library paid $3.4m for books, $1.2m for wages and $0.7m for repairs, $5.3m in all.
    Bad: 全年接待游客387万人次，其中春季214万人次，秋季137万人次，两季合计387万人次。
    Good: 全年接待游客387万人次，其中春季214万人次，秋季173万人次，两季合计387万人次。
    """

    relation = "total"
    code = "SUM301"
    name = "total-mismatch"
    options = {"exhaustive": ("yes", "no"), "exact": ("yes",)}          # exact: terms that a judge sets
    roles = ("total", "part")
    target = "total"
    above = 0.0
    alike = (("total", "part"),)                # "of 300 litres, 180 were sold": litres
    counts = ("total", "part")
    message = {
        "en": "The parts add up to {expected}, not {stated}: the total or a part is wrong.",
        "zh": "各项相加为{expected}，不是{stated}：总数或某一项有误。",
    }

    def applies(self, f: Figures) -> bool:
        figures = [q for k, q in f.keys.items() if k.partition(".")[0] in self.roles]
        if not super().applies(f) or len(f.keys) < 3 or not comparable(figures) or any(q.offset for q in figures):       # no temperatures
            return False
        return len({f.keys[k].per for k in f.all("part")}) < 2                         # a loan of $10,000 and $220 a month are no sum

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        f.memo[UNSCALED] = True                 # three and two of five million are no millions
        values = super().values(f, problem, reading)
        return {key: to_base(f.keys[key], as_printed(f.keys[key])) for key in values} if "exact" in f.options else values

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        parts = f.all("part")
        complete = f.options.get("exhaustive", "yes") == "yes"
        case = Case((lambda v: summed(v, parts)) if complete else (lambda v: Interval(summed(v, parts).low, INF)), "+")
        return (Problem("total", ("total", *parts), (case,)),)

    def point(self, values: Values, problem: Problem, case: Case) -> float | None:
        return summed(values, problem.keys[1:]).mid

    def inverses(self, f: Figures, problem: Problem) -> Mapping[str, Solver]:
        parts = problem.keys[1:]
        return {key: _rest(key, parts) for key in parts}

    def mistakes_for(self, f: Figures, problem: Problem) -> Mapping[str, Solver]:
        parts = problem.keys[1:]
        found: dict[str, Solver] = {}
        if len(parts) > 2:
            found |= {"left_out:" + key: _without(key, parts) for key in parts}
        found |= {"counted_twice:" + key: _twice(key, parts) for key in parts}
        return found

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        shown = show.operands(f.keys, problem.keys)
        return " + ".join(shown[k] for k in problem.keys[1:])


def _rest(key: str, parts: Sequence[str]) -> Solver:
    others = [k for k in parts if k != key]
    return lambda v: v["total"].minus(summed(v, others))


def _without(key: str, parts: Sequence[str]) -> Solver:
    others = [k for k in parts if k != key]
    return lambda v: summed(v, others)


def _twice(key: str, parts: Sequence[str]) -> Solver:
    return lambda v: summed(v, [*parts, key])


class PartOfWhole(Relation):
    """A part is larger than the whole that it is a part of.

    Why: of 34 workers, 43 cannot be women; two figures changed places, or a digit is wrong.
    Silent: for changes and balances, whose parts may cancel out, and for figures in two units.
    Bad: The mill has 340 workers, of whom 430 are women.
    Good: The mill has 430 workers, of whom 340 are women.
    Bad: 该校有教师340人，其中高级教师430人。
    Good: 该校有教师430人，其中高级教师340人。
    """

    relation = "part_of"
    code = "SUM305"
    name = "part-exceeds-whole"
    severity = "warning"
    options = {"of": ("them",)}
    roles = ("whole", "part")
    target = "part"
    implies = False
    alike = (("whole", "part"),)
    counts = ("whole", "part")
    movable = ("whole", "part")
    message = {
        "en": "{part} cannot be a part of {whole}.",
        "zh": "{part}不可能是{whole}的一部分。",
    }

    def applies(self, f: Figures) -> bool:
        whole, part = f.keys.get("whole"), f.keys.get("part")
        if whole is None or part is None or not super().applies(f):
            return False
        known = part.unit == whole.unit or not part.unit and f.options.get("of") == "them"
        return known and whole.unit != "" and whole.per == part.per and not whole.offset and whole.printed_low > 0

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return (Case(lambda v: Interval(-INF, v["whole"].high), "{part} ≤ {whole}?"),)


class SharesOfOneWhole(Relation):
    """The shares of one whole add up to more, or less, than a hundred percent.

    Why: the slices of one pie make a hundred, give or take the rounding of each slice.
    Silent: when several answers were allowed; when the sum is short and nothing says that the list is complete.
    Bad: Of the visitors, 57% came by car, 34% by train and 18% on foot.
    Good: Of the visitors, 55% came by car, 30% by train and 15% on foot.
    Bad: 煤电、水电、核电分别占72.8%、29.3%、3.4%。
    Good: 煤电、水电、核电分别占67.3%、29.3%、3.4%。
    """

    relation = "shares_whole"
    code = "SUM302"
    name = "shares-not-100"
    options = {"exhaustive": ("yes", "no", "nearly", "multiple")}
    roles = ("share",)
    target = "share"
    implies = False                             # which slice is wrong cannot be known
    message = {
        "en": "These shares add up to {sum}, not 100%.",
        "zh": "各项占比相加为{sum}，不是100%。",
    }

    def applies(self, f: Figures) -> bool:
        shares = f.all("share")
        return len(shares) >= 2 and f.options.get("exhaustive") != "multiple" and all(f.keys[k].unit == "percent" for k in shares)

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        shares = f.all("share")
        last = shares[-1]
        others = shares[:-1]
        whole = 100.0
        low = LEAST.get(f.options.get("exhaustive", ""), -INF)
        return (Problem(last, shares, (Case(lambda v: Interval(low, whole).minus(summed(v, others)), "+"),)),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = super().values(f, problem, reading)
        if reading == "rounded":                # every one of them may have been cut off
            for key in problem.keys:
                q = f.keys[key]
                if q.half > 0 and not q.is_range:
                    values[key] = values[key].hull(Interval(q.printed_low, q.printed_high + 2 * q.half))
        return values

    def severity_of(self, f: Figures) -> str:
        return "error" if f.options.get("exhaustive") in ("yes", "no") else "warning"      # "nearly": some may have given no answer

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        shown = show.operands(f.keys, problem.keys)
        total = summed(super().values(f, problem, "strict"), problem.keys)
        places = max(show.decimals(f.keys[k]) for k in problem.keys) + 1
        room = {"en": "with rounding", "zh": "计入舍入"}[lang]
        sums = f"{' + '.join(shown[k] for k in problem.keys)} = {self.sum_of(f, problem)}"
        return f"{sums}   {room} {show.number(total.low, places)} … {show.number(total.high, places)}%"

    def sum_of(self, f: Figures, problem: Problem) -> str:
        places = max(show.decimals(f.keys[k]) for k in problem.keys)
        return show.number(sum(f.keys[k].printed_low for k in problem.keys), places) + "%"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"sum": self.sum_of(f, problem)}


class Complement(SharesOfOneWhole):
    """Two shares that leave nothing over do not add up to a hundred percent.

    Why: if 35 percent said yes and the rest said no, 65 percent said no.
    Silent: when something may be in neither of the two.
    Bad: 38% voted for it and the other 72% against.
    Good: 38% voted for it and the other 62% against.
    Bad: 三成同意，其余八成反对。
    Good: 三成同意，其余七成反对。
    """

    relation = "complement"
    code = "SUM304"
    name = "complement-mismatch"

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        shares = f.all("share")
        others = shares[:-1]
        return (Problem(shares[-1], shares, (Case(lambda v: Interval(100, 100).minus(summed(v, others)), "+"),)),)

    def severity_of(self, f: Figures) -> str:
        return "error"


class ListLength(Relation):
    """More, or fewer, items are listed than were announced.

    Why: "four priorities" followed by three loses a reader, and often an item.
    Silent: when the list is one of examples ("among them", 等).
    Bad: It has four aims: speed, safety and price.
    Good: It has three aims: speed, safety and price.
    Bad: 坚持三项原则：公开、公平、公正、高效。
    Good: 坚持四项原则：公开、公平、公正、高效。
    """

    relation = "count"
    code = "SUM303"
    name = "list-length"
    severity = "warning"
    roles = ("count",)
    target = "count"
    counts = ("count",)
    movable = ("none",)
    message = {
        "en": "{stated} announced, {items} listed.",
        "zh": "预告{stated}，列出{items}项。",
    }

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and f.options.get("items", "").isdecimal() and f.options.get("exhaustive", "yes") == "yes"

    def cases(self, f: Figures) -> tuple[Case, ...]:
        items = float(f.options["items"])
        return (Case(lambda _: Interval(items, items), "#"),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        q = f.keys["count"]
        return {"count": as_printed(q) if q.hedge == "=" else strict(q)}

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        return {"en": "items listed", "zh": "列出的项数"}[lang]

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"items": f.options["items"]}

    def restated(self, target: Quantity, value: float) -> str:
        return f"{value:g}" if show.numeral(target.text) is None else show.restate(target, value)
