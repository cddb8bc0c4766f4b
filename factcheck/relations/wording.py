"""Wording: hedges that contradict each other, units and superlatives that do not go with their figures."""

from __future__ import annotations

from ..interval import INF, Interval
from ..typed import TYPE_CHECKING, ClassVar
from ._base import NEVER, Case, Figures, Problem, Relation, Values

if TYPE_CHECKING:
    from ._base import Reading


# What the hedges are called in a derivation.
HEDGES = {
    "en": {"about": "about", "below": "nearly", "above": "more than", "at_least": "at least", "at_most": "at most", "bounded": "and more",
           "several": "several", "exact": "exactly", "=": "exactly", "again": "the same again"},
    "zh": {"about": "约", "below": "近", "above": "超过", "at_least": "至少", "at_most": "至多", "bounded": "多", "several": "几",
           "exact": "恰好", "=": "恰好", "again": "重复"},
}


class Hedges(Relation):
    """Two hedges on one figure contradict each other.

    Why: 近 says a little less, 多 a little more; 至少 and 以上 say the same twice. A reader cannot tell what is meant.
    Silent: for a hedge that belongs to something else in the sentence.
    Bad: 近300多人参加。
    Good: 近300人参加。
    Bad: Nearly more than 300 people came.
    Good: More than 300 people came.
    """

    relation = "hedges"
    code = "HED701"
    name = "hedges-contradict"
    severity = "warning"
    options = {"first": tuple(HEDGES["en"]), "second": tuple(HEDGES["en"]), "words": ()}
    roles = ("figure",)
    target = "figure"
    implies = False
    movable = ("none",)
    message = {
        "en": "\"{words}\" says two things at once: keep one of the hedges.",
        "zh": "“{words}”前后矛盾或重复：只留其一。",
    }
    UNDER: ClassVar[frozenset[str]] = frozenset({"below", "at_most"})
    OVER: ClassVar[frozenset[str]] = frozenset({"above", "at_least", "bounded"})

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and bool(f.options.get("first")) and bool(f.options.get("second"))

    def contradict(self, f: Figures) -> bool:
        first, second = f.options["first"], f.options["second"]
        if "about" in (first, second) and first != second:
            return True                         # about goes with no bound, nor with "exactly"
        return (first in self.UNDER) != (second in self.UNDER) and (first in self.OVER) != (second in self.OVER) \
            or {first, second} in ({"at_least", "above"}, {"at_most", "below"}) or first == second in ("at_least", "at_most", "above")

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return (Case(lambda v: NEVER if self.contradict(f) else v["figure"], ""),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        return {"figure": Interval(1, 1)}

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        return " + ".join(HEDGES[lang].get(f.options[key], f.options[key]) for key in ("first", "second"))

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"words": f.options.get("words") or f.claim.text or f.keys["figure"].text.strip()}


class PreciseHedge(Relation):
    """A hedge on a figure that is given to the last digit.

    Why: "about 12,345.67" claims to know and not to know; round it, or drop the hedge.
    Silent: for figures of up to four digits, for those without a hedge, for sums converted from another currency and rates of exchange.
    Bad: About 1,234,567 people live there.
    Good: About 1.23 million people live there.
    Bad: 约1234567人居住在当地。
    Good: 约123万人居住在当地。
    """

    relation = "hedged"
    code = "HED702"
    name = "precise-hedge"
    severity = "note"
    roles = ("figure",)
    target = "figure"
    implies = False
    movable = ("none",)
    message = {
        "en": "{stated} is hedged and yet given to {figures} figures: round it or drop the hedge.",
        "zh": "{stated}既是约数，又精确到{figures}位：宜取整或删去“约”。",
    }
    MOST: ClassVar[int] = 4
    RATE: ClassVar[float] = 0.0005              # four decimals of a figure below ten are those of a rate of exchange

    def applies(self, f: Figures) -> bool:
        q = f.keys.get("figure")
        return super().applies(f) and q is not None and not q.is_range and not (q.half < self.RATE and q.printed_high < 10)

    def cases(self, f: Figures) -> tuple[Case, ...]:
        q = f.keys["figure"]
        precise = q.hedge == "about" and q.figures > self.MOST
        return (Case(lambda v: NEVER if precise else v["figure"], ""),)

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        return f"{f.keys['figure'].figures} > {self.MOST}"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"figures": str(f.keys["figure"].figures)}


class DroppedHedge(Relation):
    """A headline gives as exact what the text gives with a hedge.

    Why: "at least 50" may become 60; a headline that says 50 is then wrong, and the text is not.
    Silent: where the text gives the figure without a hedge, too.
    Bad: Flood kills 50 in valley [article: At least 50 people in the valley were killed by the flood, officials said.]
    Good: Flood kills at least 50 in valley [article: At least 50 people in the valley were killed by the flood, officials said.]
    Bad: 洪水致50人遇难［正文：官员称，洪水已造成山谷中至少50人遇难。］
    Good: 洪水致至少50人遇难［正文：官员称，洪水已造成山谷中至少50人遇难。］
    """

    relation = "dropped_hedge"
    code = "HED703"
    name = "headline-drops-hedge"
    severity = "note"
    roles = ("headline", "body")
    target = "headline"
    implies = False
    movable = ("none",)
    message = {
        "en": "The text says {body}{hedge}; the headline drops the hedge.",
        "zh": "正文说的是{hedge}{body}，标题没有保留约数。",
    }
    SAYS: ClassVar[dict[str, dict[str, str]]] = {
        "en": {"about": " (roughly)", "below": " (nearly)", "above": " (over)", "at_least": " (at least)", "at_most": " (up to)",
               "bounded": " (and more)", "several": ""},
        "zh": {"about": "约", "below": "近", "above": "超过", "at_least": "至少", "at_most": "至多", "bounded": "", "several": ""},
    }

    def cases(self, f: Figures) -> tuple[Case, ...]:
        dropped = f.keys["headline"].hedge == "=" != f.keys["body"].hedge
        return (Case(lambda v: NEVER if dropped else v["headline"], ""),)

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        headline, body = f.keys["headline"], f.keys["body"]
        return f"{headline.text.strip()} ≠ {body.text.strip()} ({HEDGES[lang][body.hedge]})"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"hedge": self.SAYS[lang].get(f.keys["body"].hedge, "")}


class UnitWording(Relation):
    """The unit, or the words around it, cannot be said of this figure.

    Why: megawatts are a rate, and are not generated in a year; 时速 already says "an hour"; 10几万 mixes two ways of writing.
    Silent: for capacities, peaks and rates, which are power, and for what a battery stores, which is energy.
    Bad: The dam generated 51 megawatts last year.
    Good: The dam generated 51 gigawatt-hours last year.
    Bad: The county's suicide rate is 14.2% per 100,000.
    Good: The county's suicide rate is 14.2 per 100,000.
    Bad: 列车每小时时速350公里。
    Good: 列车时速350公里。
    """

    relation = "wording"
    code = "USE702"
    name = "unit-wording"
    severity = "warning"
    roles = ("figure",)
    target = "figure"
    implies = False
    movable = ("none",)
    message = {"en": "{stated}: {why}.", "zh": "{stated}：{why}。"}
    CUES: ClassVar[dict[str, dict[str, str]]] = {
        "power_for_energy": {"en": "a rate (power) where an amount (energy) is meant", "zh": "功率单位用在了电量上"},
        "energy_for_power": {"en": "an amount (energy) where a rate (power) is meant", "zh": "电量单位用在了功率上"},
        "no_such_unit": {"en": "there is no such unit; check its letters and their case", "zh": "没有这样的单位，请检查字母及大小写"},
        "mixed_numerals": {"en": "two ways of writing a number are mixed", "zh": "阿拉伯数字与汉字概数混用"},
        "said_twice": {"en": "the words say the same twice", "zh": "用词重复"},
        "full_turn": {"en": "a full turn leads back to where it began; half a turn is meant", "zh": "转一整圈又回到原处，应为180度"},
        "percent_per": {"en": "so many percent per so many heads says per twice", "zh": "百分比之外又说每多少人，基数说了两遍"},
        "points_of_amount": {"en": "points are the step between two percentages", "zh": "百分点只用于两个百分比之差，不用于数量"},
    }
    options = {"cue": tuple(CUES)}

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and f.options.get("cue", "") in self.CUES

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return (Case(lambda _: NEVER, ""),)

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        return self.CUES[f.options["cue"]][lang]

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"why": self.CUES[f.options["cue"]][lang]}


class Superlative(Relation):
    """A figure is called the largest, or the smallest, beside one that is larger, or smaller.

    Why: a rank is a comparison with every other figure in the article.
    Silent: when scope or period of the two may differ.
    Bad: The plant, the largest with 400 staff, is followed by Leeds with 520 staff.
    Good: The plant, the largest with 620 staff, is followed by Leeds with 520 staff.
    Bad: 甲仓库最大，有员工400人，其次是乙仓库，有员工520人。
    Good: 甲仓库最大，有员工620人，其次是乙仓库，有员工520人。
    """

    relation = "superlative"
    code = "XRF811"
    name = "superlative-mismatch"
    severity = "warning"
    options = {"direction": ("up", "down")}
    roles = ("top", "other")
    target = "top"
    implies = False
    alike = (("top", "other"),)
    counts = ("top", "other")
    movable = ("none",)
    message = {
        "en": "{stated} is called the {most}, but {other} is {beyond}.",
        "zh": "{stated}被称为最{most}，但{other}更{beyond}。",
    }

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        exact = all(f.keys[k].hedge == "=" for k in problem.keys)             # rounding does not turn the printed order round
        return super().values(f, problem, "printed" if exact else reading)

    def cases(self, f: Figures) -> tuple[Case, ...]:
        if f.direction == "down":
            return (Case(lambda v: Interval(-INF, v["other"].high), "{top} ≤ {other}?"),)
        return (Case(lambda v: Interval(v["other"].low, INF), "{top} ≥ {other}?"),)

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        told = {"en": (("largest", "larger"), ("smallest", "smaller")), "zh": (("大", "大"), ("小", "小"))}[lang]
        most, beyond = told[f.direction == "down"]
        return {"most": most, "beyond": beyond}
