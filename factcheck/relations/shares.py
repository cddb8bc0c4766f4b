"""Shares: a part, its whole, and the percentage or fraction between them."""

from __future__ import annotations

from ..interval import INF, Interval
from ..typed import TYPE_CHECKING
from . import _show as show
from ._base import Case, Figures, Problem, Reading, Relation, Values, comparable
from .totals import summed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..values import Quantity
    from ._base import Solver

LOOSE = 2.5                                     # percentage points: "one in five" is said of 18 % and of 22 %
VAGUE = 5                                       # one part in so many that "about one in five" may be off
SMALLEST = 1000                                  # part that a fraction in words is shown in
SPOKEN = 12


def _share(v: Values) -> Interval:
    return v["part"].over(v["whole"]).times(100)


class Share(Relation):
    """A stated share is not the part divided by the whole.

    Why: 12 of 40 is 30 percent. Usual slips: two digits swapped, the share of the others, the part compared with the rest.
    Silent: when rounding or cutting off a digit explains the gap. Bare whole numbers are counts, and exact; "one in five" may be 19 %.
    Bad: In all, 12 of 40 (35%) replied.
    Good: In all, 12 of 40 (30%) replied.
    Bad: 500名学生中有160名住校，占36%。
    Good: 500名学生中有160名住校，占32%。
    Bad: One in five, or 25%, agreed.
    Good: One in five, or 20%, agreed.
    """

    relation = "share"
    code = "SHR311"
    name = "share-mismatch"
    options = {"reading": ("one_in",), "target": ("part",)}
    roles = ("part", "whole", "percent")
    target = "percent"
    above = 0.0
    alike = (("part", "whole"),)
    counts = ("part", "whole")
    solve = {
        "percent": _share,
        "part": lambda v: v["whole"].times(v["percent"].over(100)),
        "whole": lambda v: v["part"].over(v["percent"].over(100)),
    }
    working = {"percent": "{part} ÷ {whole}", "part": "{whole} × {percent}", "whole": "{part} ÷ {percent}"}
    mistakes = {
        "complement": lambda v: (-v["part"].over(v["whole"])).plus(1).times(100),
        "inverted": lambda v: v["whole"].over(v["part"]).times(100),
        "wrong_base": lambda v: _share({**v, "whole": v["whole"].minus(v["part"])}),
    }
    message = {
        "en": "{part} of {whole}, {percent}: these do not fit, {stated} should be {expected}.",
        "zh": "{whole}、{part}与{percent}对不上：{stated}应为{expected}。",
    }

    def applies(self, f: Figures) -> bool:
        """One part, and no price of a unit (10亿美元/GW) beside a sum."""
        slashed = [f.keys[role].per != "" and "/" in f.keys[role].text for role in ("part", "whole")]
        return super().applies(f) and len(f.all("part")) == 1 and slashed[0] == slashed[1]

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        if values["whole"].low <= 0 or values["part"].low < 0 and f.keys["part"].printed_low < 0:
            raise ValueError("a share needs a whole above zero and a part that is not negative")
        q = f.keys["percent"]
        if q.unit not in show.PERCENT_UNITS and q.dimension in ("", "times") and q.printed_high <= 1:     # a bare fraction
            values["percent"] = values["percent"].times(100)
        if values["percent"].high == INF and 0 <= values["percent"].low <= 100:                 # "over 80%" of a whole is no more than all
            values["percent"] = Interval(values["percent"].low, 100.0)
        if reading != "printed" and (f.options.get("reading") == "one_in" or _spoken(f.keys["whole"])):
            i, part = values["percent"], f.keys["part"]
            slack = min(LOOSE, i.mid / 10)
            if part.hedge == "about":                            # "about one in eight": the fraction is, not the one
                slack = max(LOOSE, i.mid / VAGUE)
                for role in ("part", "whole"):
                    values[role] = Interval(f.keys[role].printed_low, f.keys[role].printed_high)
            if i.width < 2 * slack:
                values["percent"] = i.widened(slack)


def _spoken(whole: Quantity) -> bool:
    """"Three out of ten", 十人中有三人: a fraction in words, not a count."""
    return 0 < whole.printed_high <= SPOKEN and not any(c.isdigit() for c in whole.text)


class ShareFraction(Share):
    """A stated fraction is not the part divided by the whole.

    Why: 20 of 80 is a quarter, not a third.
    Silent: when the fraction is hedged and near.
    Bad: A third of the houses, 20 of 80, were empty.
    Good: A quarter of the houses, 20 of 80, were empty.
    """

    code = "SHR312"
    name = "fraction-mismatch"
    roles = ("part", "whole", "fraction")
    target = "fraction"
    solve = {
        "fraction": lambda v: v["part"].over(v["whole"]),
        "part": lambda v: v["whole"].times(v["fraction"]),
        "whole": lambda v: v["part"].over(v["fraction"]),
    }
    working = {"fraction": "{part} ÷ {whole}", "part": "{whole} × {fraction}", "whole": "{part} ÷ {fraction}"}
    mistakes = {
        "complement": lambda v: (-v["part"].over(v["whole"])).plus(1),
        "inverted": lambda v: v["whole"].over(v["part"]),
    }
    message = {
        "en": "{part} of {whole} is {expected}, not {stated}.",
        "zh": "{whole}中的{part}是{expected}，不是{stated}。",
    }
    movable = ("part", "whole")
    SLACK = 0.025                               # "a third" is said of 31 % and of 35 %

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        if values["whole"].low <= 0:
            raise ValueError("a share needs a whole above zero")
        q = f.keys["fraction"]
        i = values["fraction"]
        if q.unit in show.PERCENT_UNITS:
            i = i.over(100)
        if reading != "printed" and i.width < 2 * self.SLACK:
            slack = min(self.SLACK, abs(i.mid) / 10)
            i = i.widened(slack)
        values["fraction"] = i

    def result(self, target: Quantity, value: float, united: bool = False) -> str:
        return super().result(target, 100 * value if target.unit in show.PERCENT_UNITS else value, united)

    def restated(self, target: Quantity, value: float) -> str:
        if show.numeral(target.text) is None:
            for below in (2, 3, 4, 5, 6, 8, 10):
                above = round(value * below)
                if 0 < above < below and abs(value - above / below) < 0.012:
                    return {"en": f"{above}/{below}", "zh": f"{show.HAN[below]}分之{show.HAN[above]}"}[target.lang]
            return show.number(value * 100, 0) + "%"
        return super().restated(target, 100 * value if target.unit in show.PERCENT_UNITS else value)


class ShareOfSum(Relation):
    """A stated share is not the sum of its parts divided by the whole.

    Why: of 240 rivers 140 are excellent and 92 good, so that 232, or 96.7 percent, are excellent or good.
    Bad: 参评的240条河段中，140条为“优”，92条为“良”，8条为“中”，优良率76.9%。
    Good: 参评的240条河段中，140条为“优”，92条为“良”，8条为“中”，优良率96.7%。
    """

    relation = "share"
    code = "SHR317"
    name = "share-of-sum-mismatch"
    roles = ("part", "whole", "percent")
    target = "percent"
    above = 0.0
    counts = ("part", "whole")
    message = {
        "en": "The parts are {expected} of {whole}, not {stated}.",
        "zh": "几项之和占{whole}的{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        parts = f.all("part")
        return len(parts) > 1 and {"whole", "percent"} <= f.keys.keys() and comparable([f.keys[k] for k in (*parts, "whole")])

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        parts = f.all("part")
        case = Case(lambda v: summed(v, parts).over(v["whole"]).times(100), "")
        return (Problem("percent", (*parts, "whole", "percent"), (case,)),)

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        if values["whole"].low <= 0:
            raise ValueError("a share needs a whole above zero")

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        shown = show.operands(f.keys, problem.keys)
        return f"({' + '.join(shown[k] for k in f.all('part'))}) ÷ {shown['whole']}"


class ShareOfAll(Relation):
    """A stated share is not the part divided by the sum of it and the rest.

    Why: of 5,908 people 4,726 were charged and 1,182 were not, so that 20.0 percent were not.
    Silent: when any rounding explains the gap; when the text gives a whole that is not the sum.
    Bad: The motion drew 412 votes for and 288 against, or 85.9% in favour.
    Good: The motion drew 412 votes for and 288 against, or 58.9% in favour.
    Bad: 全年批准开业312家，不批准开业78家，不批率为25.0%。
    Good: 全年批准开业312家，不批准开业78家，不批率为20.0%。
    """

    relation = "share"
    code = "SHR318"
    name = "share-of-all-mismatch"
    roles = ("part", "rest", "percent")
    target = "percent"
    above = 0.0
    counts = ("part", "rest")
    message = {
        "en": "{some} beside {others} is {expected} of them all, not {stated}.",
        "zh": "{some}占其与{others}之和的{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        counted = [f.keys[k] for role in ("part", "rest") for k in f.all(role)]
        return super().applies(f) and "whole" not in f.keys and comparable(counted)

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        parts, rest = f.all("part"), f.all("rest")
        case = Case(lambda v: _of_all(summed(v, parts), summed(v, rest)), "")
        return (Problem("percent", (*parts, *rest, "percent"), (case,)),)

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        some, others = ([show.within(f.keys[k]) for k in f.all(role)] for role in ("part", "rest"))
        return {"some": " + ".join(some), "others": " + ".join(others)}

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        shown = show.operands(f.keys, problem.keys)
        parts = " + ".join(shown[k] for k in f.all("part"))
        every = " + ".join(shown[k] for role in ("part", "rest") for k in f.all(role))
        return f"({parts}) ÷ ({every})" if len(f.all("part")) > 1 else f"{parts} ÷ ({every})"


def _of_all(part: Interval, rest: Interval) -> Interval:
    """The share of a part beside the rest, each end with the other's: the rest is subtracted from all."""
    return Interval(100 * part.low / (part.low + rest.high), 100 * part.high / (part.high + rest.low))


class ShareChain(Relation):
    """A fraction and a percentage for the same share disagree.

    Why: a third is 33 percent, and one in five is 20.
    Silent: for fractions that are said loosely of a figure near them.
    Bad: One in five households, 25%, have no car.
    Good: One in four households, 25%, have no car.
    Bad: 三分之一（45%）的受访者反对。
    Good: 三分之一（33%）的受访者反对。
    """

    relation = "share"
    code = "SHR313"
    name = "fraction-percent-mismatch"
    roles = ("fraction", "percent")
    target = "percent"
    solve = {"percent": lambda v: v["fraction"].times(100), "fraction": lambda v: v["percent"].over(100)}
    working = {"percent": "{fraction} × 100", "fraction": "{percent} ÷ 100"}
    mistakes = {"complement": lambda v: (-v["fraction"]).plus(1).times(100)}
    message = {
        "en": "{fraction} is {expected}, not {stated}.",
        "zh": "{fraction}是{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and f.keys["percent"].unit == "percent" and "part" not in f.keys

    def inverses(self, f: Figures, problem: Problem) -> Mapping[str, Solver]:
        return {}                               # a fraction is two figures

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        q = f.keys["fraction"]
        if show.compound(q) or q.is_range or q.unit not in show.PERCENT_UNITS:
            return super().work(f, problem, case, lang)
        from fractions import Fraction

        return f"{Fraction(q.printed_low / 100).limit_denominator(SMALLEST)} × 100"      # a third, 四成

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        if f.keys["fraction"].unit in show.PERCENT_UNITS:
            values["fraction"] = values["fraction"].over(100)
        if reading == "printed" or "/" in f.keys["fraction"].text:      # 14/23 is exact
            return
        slack = min(ShareFraction.SLACK, abs(values["fraction"].mid) / 10)
        i = values["fraction"]
        if i.width < 2 * slack and f.keys["percent"].figures < 3:
            values["fraction"] = i.widened(slack)


class ImpliedWhole(Relation):
    """Two parts with their shares imply different wholes.

    Why: if 412,000 km is 35 % of a whole, 86,000 km is 7 % of it, not 12.
    Silent: when the shares may be of different wholes.
    Bad: Peru mined 412 tonnes, 35% of the world total; Chile mined 86 tonnes, 6% of the world total.
    Good: Peru mined 412 tonnes, 35% of the world total; Chile mined 71 tonnes, 6% of the world total.
    Bad: 出口42.0万辆，占35%；内销78.0万辆，占56%。
    Good: 出口42.0万辆，占35%；内销78.0万辆，占65%。
    """

    relation = "implied_whole"
    code = "SHR314"
    name = "implied-whole-mismatch"
    options = {"vote": ("yes",)}
    target = "percent.2"
    above = 0.0
    counts = ("part",)
    message = {
        "en": "If {first} is {first_share}, then {second} is {expected}, not {stated}.",
        "zh": "若{first}占{first_share}，则{second}占{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        parts = f.all("part")
        return len(parts) >= 2 and len(parts) == len(f.all("percent")) and comparable([f.keys[k] for k in parts])

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        pairs = list(zip(f.all("part"), f.all("percent"), strict=True))
        if f.options.get("vote"):
            return self.outvoted(f, pairs)
        part, percent = pairs[0]
        return tuple(Problem(p, (part, percent, a, p), (_same_whole(part, percent, a),)) for a, p in pairs[1:])

    def outvoted(self, f: Figures, pairs: list[tuple[str, str]]) -> tuple[Problem, ...]:
        """The one share that does not fit where all others are of one whole, and make a hundred percent with it, as it is or should be."""
        try:
            values = self.values(f, Problem("", tuple(k for pair in pairs for k in pair), ()), "rounded")
        except ValueError:                      # a part or a share of nothing
            return ()
        wholes = [values[a].over(values[p].over(100)) for a, p in pairs]
        for odd, (part, percent) in enumerate(pairs):
            others = [k for k in range(len(pairs)) if k != odd]
            low, high = max(wholes[k].low for k in others), min(wholes[k].high for k in others)
            if low > high or wholes[odd].low <= high and low <= wholes[odd].high:
                continue
            rest = 100 * values[part].mid / ((low + high) / 2)
            shares = sum(values[pairs[k][1]].mid for k in others)
            if len(pairs) > 4 or abs(shares + rest - 100) < 2 or abs(shares + values[percent].mid - 100) < 1:
                base = min(others, key=lambda k: wholes[k].width / wholes[k].mid)
                return (Problem(percent, (*pairs[base], part, percent), (_same_whole(*pairs[base], part),)),)
        return ()

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        if any(i.low <= 0 for i in values.values()):
            raise ValueError("a share of nothing implies no whole")

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        shown = show.operands(f.keys, problem.keys)
        first, share, second, _ = (shown[k] for k in problem.keys)
        return f"{second} ÷ ({first} ÷ {share})"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        first, share, second, _ = (f.keys[k].text.strip() for k in problem.keys)
        return {"first": first, "first_share": share, "second": second}


def _same_whole(part: str, percent: str, other: str) -> Case:
    return Case(lambda v: v[other].over(v[part]).times(v[percent]), "")
