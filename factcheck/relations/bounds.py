"""Bounds: figures that cannot be, whatever else is said; words that promise more than their figure."""

from __future__ import annotations

from ..interval import INF, Interval
from ..typed import ClassVar
from . import _show as show
from ._base import NEVER, Case, Figures, Problem, Reading, Relation, Values, as_printed

LONGEST = 30                                    # characters of the words that a quantifier is quoted with


class Bounded(Relation):
    """Base of the relations that keep one figure within bounds."""

    movable = ("none",)
    implies = False
    allowed: ClassVar[Interval] = Interval(-INF, INF)
    limit: ClassVar[str] = ""

    def cases(self, f: Figures) -> tuple[Case, ...]:
        allowed = self.range_of(f)
        return (Case(lambda _: allowed, self.limit),)

    def range_of(self, f: Figures) -> Interval:
        return self.allowed


class OverWhole(Bounded):
    """A share of a whole is more than the whole.

    Why: no more than a hundred percent of anything can be in one of its parts.
    Silent: for changes, levels against a target, and ratios of two different things.
    Bad: 105% of the residents own a car.
    Good: 95% of the residents own a car.
    Bad: 有105%的受访者表示满意。
    Good: 有95%的受访者表示满意。
    """

    relation = "impossible"
    code = "IMP601"
    name = "share-over-whole"
    roles = ("share",)
    target = "share"
    allowed = Interval(-INF, 100)
    limit = "{share} ≤ 100%?"
    message = {"en": "{stated} of a whole cannot be: a share is at most 100%.", "zh": "占比{stated}不可能：部分至多占整体的100%。"}


class Probability(Bounded):
    """A probability outside 0 … 1, or 0 … 100 %.

    Why: what is certain has a probability of 100 percent, and nothing is more than certain.
    Silent: for changes of a probability, and where the text says that it cannot be.
    Bad: The model gives a 130% chance of rain.
    Good: The model gives a 30% chance of rain.
    Bad: 明天降雨的概率为130%。
    Good: 明天降雨的概率为30%。
    """

    relation = "impossible"
    code = "IMP602"
    name = "probability-out-of-range"
    roles = ("probability",)
    target = "probability"
    limit = "0 ≤ {probability} ≤ 1 (100%)?"
    message = {"en": "A probability of {stated} cannot be.", "zh": "概率不可能为{stated}。"}

    def range_of(self, f: Figures) -> Interval:
        return Interval(0, 100 if f.keys["probability"].unit in show.PERCENT_UNITS else 1)


class Correlation(Bounded):
    """A correlation outside −1 … 1.

    Why: a correlation is a cosine; the decimal point is lost, or it is another measure.
    Silent: for whole numbers, which may be of something else.
    Bad: The two were correlated (r = 1.32).
    Good: The two were correlated (r = 0.32).
    Bad: 两者的相关系数为1.32。
    Good: 两者的相关系数为0.32。
    """

    relation = "impossible"
    code = "IMP603"
    name = "correlation-out-of-range"
    roles = ("correlation",)
    target = "correlation"
    allowed = Interval(-1, 1)
    limit = "−1 ≤ {correlation} ≤ 1?"
    message = {"en": "A correlation of {stated} cannot be.", "zh": "相关系数不可能为{stated}。"}

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and "." in f.keys["correlation"].text


class FallOverAll(Bounded):
    """Something that cannot be negative fell by more than all of it.

    Why: a fall of a hundred percent leaves nothing. "Down 600 percent" usually means down to a sixth, or a percentage of the new figure.
    Silent: for profits, prices of contracts, temperatures, and whatever else may go below zero.
    Bad: Production fell by 600 percent.
    Good: Production fell by 60 percent.
    Bad: 成本下降了150%。
    Good: 成本下降了50%。
    """

    relation = "impossible"
    code = "IMP604"
    name = "fall-over-all"
    roles = ("fall",)
    target = "fall"
    allowed = Interval(-INF, 100)
    limit = "{fall} ≤ 100%?"
    message = {"en": "Nothing that stays above zero can fall by {stated}.", "zh": "不为负的量不可能下降{stated}。"}

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        i = values["fall"]
        if i.high < 0:
            values["fall"] = -i


class PriceGone(Bounded):
    """A currency or a price is said to have fallen by all of its worth.

    Why: what falls by a hundred percent is worth nothing. When prices double, money loses half of its worth, not all of it.
    Silent: for anything that can come to an end, and for depreciation in accounts and taxes.
    Bad: That would mean a 100% depreciation of the peso.
    Good: That would mean a 50% depreciation of the peso.
    Bad: 该国货币贬值了100%。
    Good: 该国货币贬值了50%。
    """

    relation = "impossible"
    code = "IMP607"
    name = "nothing-left"
    severity = "warning"
    options = {"cue": ("price",)}
    roles = ("fall",)
    target = "fall"
    limit = "{fall} < 100%?"
    ALL: ClassVar[float] = 100.0
    message = {"en": "What falls by {stated} is worth nothing afterwards.", "zh": "下降{stated}即一文不值。"}

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and f.options.get("cue") == "price" and abs(f.keys["fall"].printed_low) <= self.ALL

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        q = f.keys["fall"]
        return {"fall": Interval(abs(q.printed_low), abs(q.printed_low))}

    def cases(self, f: Figures) -> tuple[Case, ...]:
        gone = abs(f.keys["fall"].printed_low) == self.ALL and f.keys["fall"].hedge == "="
        return (Case(lambda v: NEVER if gone else v["fall"], self.limit),)


class GrowthFromNothing(Bounded):
    """Something grew by a percentage of nothing.

    Why: a percentage needs a base; whatever is added to zero is no percentage of it.
    Silent: for levels that are near zero and printed as such ("0.4").
    Bad: Exports grew 40% from zero.
    Good: Exports grew from zero to 40 tonnes.
    Bad: 出口额从零增长了40%。
    Good: 出口额从零增长到40吨。
    """

    relation = "impossible"
    code = "IMP608"
    name = "growth-from-nothing"
    options = {"cue": ("nothing",)}
    roles = ("percent",)
    target = "percent"
    limit = "0 × (1 + {percent})"
    message = {"en": "Nothing can grow by {stated} from zero.", "zh": "从零开始谈不上增长{stated}。"}

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and ("base" in f.keys or f.options.get("cue") == "nothing")

    def cases(self, f: Figures) -> tuple[Case, ...]:
        base = f.keys.get("base")
        nothing = base is None or base.printed_low == base.printed_high == 0 and "." not in base.text
        return (Case(lambda v: NEVER if nothing else v["percent"], self.limit),)


class NegativeCount(Bounded):
    """A count below zero.

    Why: there are no fewer than no pupils; a minus sign was a dash.
    Silent: for changes, differences and balances.
    Bad: The class had -3 pupils.
    Good: The class had 3 pupils.
    Bad: 班上现有-3名学生。
    Good: 班上现有3名学生。
    """

    relation = "impossible"
    code = "IMP605"
    name = "negative-count"
    roles = ("count",)
    target = "count"
    allowed = Interval(0, INF)
    limit = "{count} ≥ 0?"
    message = {"en": "A count of {stated} cannot be.", "zh": "数目不可能为{stated}。"}


class ZeroProbability(Bounded):
    """A p-value of zero.

    Why: a p-value can be small, never zero; print "p < .001".
    Silent: for "p < 0.001", and for p-values that are not zero.
    Bad: The effect was significant (p = .000).
    Good: The effect was significant (p < .001).
    Bad: 两组差异显著（p = 0.000）。
    Good: 两组差异显著（p < 0.001）。
    """

    relation = "impossible"
    code = "IMP606"
    name = "p-zero"
    severity = "warning"
    roles = ("p",)
    target = "p"
    limit = "0 < p ≤ 1?"
    message = {"en": "p cannot be {stated}: print p < .001, or p itself.", "zh": "p值不可能为{stated}：应写p < .001或p值本身。"}

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        q = f.keys["p"]
        return {"p": as_printed(q)}

    def range_of(self, f: Figures) -> Interval:
        return Interval(5e-324, 1.0)

    def cases(self, f: Figures) -> tuple[Case, ...]:
        q = f.keys["p"]
        possible = q.printed_high > 0 and q.printed_low <= 1 or q.hedge != "="
        return (Case(lambda v: v["p"] if possible else NEVER, self.limit),)


class Lead(Relation):
    """A lead that the margin of error swallows.

    Why: with a margin of three points either way, 46 to 44 is no lead.
    Silent: where the text says itself that the lead is none.
    Bad: She leads by 2 points; the margin of error is 3 points.
    Good: She leads by 7 points; the margin of error is 3 points.
    Bad: 她领先2个百分点，误差为3个百分点。
    Good: 她领先7个百分点，误差为3个百分点。
    """

    relation = "lead"
    code = "IMP611"
    name = "lead-within-margin"
    severity = "warning"
    roles: ClassVar[tuple[str, ...]] = ("lead", "margin")
    target = "lead"
    implies = False
    movable = ("none",)
    message = {"en": "A lead of {stated} is within the margin of error, {margin}.", "zh": "领先{stated}，在误差范围{margin}之内。"}

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return (Case(lambda v: Interval(v["margin"].low, INF), "{lead} ≥ {margin}?"),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = super().values(f, problem, "printed")
        margin = values["margin"]
        return {**values, "margin": -margin if margin.high < 0 else margin}                # "plus or minus 3" is read as −3


class LeadBetween(Lead):
    """Two shares of a poll, the first called a lead, and a margin of error wider than what is between them.

    Why: with a margin of three points either way, 46 to 44 is no lead.
    Silent: where the text says itself that the two are level.
    Bad: She leads by 46% to 44%. The margin of error is 3 points.
    Good: She leads by 56% to 44%. The margin of error is 3 points.
    """

    code = "IMP612"
    name = "lead-between-within-margin"
    roles = ("first", "second", "margin")
    target = "first"
    message = {
        "en": "{first} to {second} is within the margin of error, {margin}.",
        "zh": "{first}对{second}，在误差范围{margin}之内。",
    }

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return (Case(lambda v: Interval(v["second"].low + v["margin"].low, INF), "{first} − {second} ≥ {margin}?"),)


class Quantifier(Bounded):
    """"Most", "half" or "few" beside a figure that says otherwise.

    Why: most is more than half.
    Silent: for "nearly half" of anything near it, and for superlatives.
    Bad: Most of them, 39%, agreed.
    Good: Most of them, 61%, agreed.
    Bad: 多数人（39%）表示同意。
    Good: 多数人（61%）表示同意。
    """

    relation = "majority"
    code = "SHR315"
    name = "quantifier-mismatch"
    severity = "warning"
    roles: ClassVar[tuple[str, ...]] = ("percent",)
    target = "percent"
    limit = "{percent}?"
    message = {"en": "\"{word}\" does not go with {stated}.", "zh": "“{word}”与{stated}不符。"}
    RANGES: ClassVar[dict[str, Interval]] = {
        "most": Interval(50, 100), "majority": Interval(50, 100), "over_half": Interval(50, 100), "half": Interval(44, 56),
        "nearly_half": Interval(40, 50.5), "under_half": Interval(0, 50), "minority": Interval(0, 50), "few": Interval(0, 40),
        "all": Interval(99, 100), "none": Interval(0, 1),
    }
    NAMES: ClassVar[dict[str, dict[str, str]]] = {
        "en": {"most": "most", "majority": "a majority", "over_half": "more than half", "half": "half", "nearly_half": "nearly half",
               "under_half": "less than half", "minority": "a minority", "few": "few", "all": "all", "none": "none"},
        "zh": {"most": "多数", "majority": "多数", "over_half": "过半", "half": "一半", "nearly_half": "近半", "under_half": "不到半数",
               "minority": "少数", "few": "少数", "all": "全部", "none": "没有"},
    }
    options = {"cue": tuple(RANGES), "word": ()}

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and f.options.get("cue", "") in self.RANGES and "part" not in f.keys

    def range_of(self, f: Figures) -> Interval:
        return self.RANGES[f.options["cue"]]

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        led = f.claim.text[: max(0, min(q.start for q in f.keys.values()) - f.claim.start)].strip(" \n,，;:(（—–-“”\"")
        printed = " ".join(led.split()) if f.claim.lang == lang and len(led) < LONGEST else ""
        return {"word": f.options.get("word") or printed or self.NAMES[lang][f.options["cue"]]}


class QuantifierCount(Quantifier):
    """"Most" beside counts that say otherwise.

    Why: a majority of 200 is more than a hundred.
    Silent: when the counts are of other things.
    Bad: A majority, 86 of 200, voted for it.
    Good: A majority, 116 of 200, voted for it.
    Bad: 200名会员中多数（86名）反对。
    Good: 200名会员中多数（116名）反对。
    """

    code = "SHR316"
    name = "quantifier-count-mismatch"
    roles = ("part", "whole")
    target = "part"
    alike = (("part", "whole"),)
    counts = ("part", "whole")
    limit = "{part} ÷ {whole}?"

    def applies(self, f: Figures) -> bool:
        return Relation.applies(self, f) and f.options.get("cue", "") in self.RANGES and f.keys["whole"].printed_low > 0

    def cases(self, f: Figures) -> tuple[Case, ...]:
        allowed = self.range_of(f)
        return (Case(lambda v: v["whole"].times(allowed.over(100)), self.limit),)
