"""Incidence: so many cases in a population, and so many for each thousand or million of it."""

from __future__ import annotations

from ..interval import Interval
from ..typed import ClassVar
from ._base import Case, Figures, Problem, Reading, Relation, Values

MEAN = 0.03                                     # of a population: a rate of a year is of its mean, another source counts otherwise
FEWEST = 5.0                                    # cases: of fewer, a rate says little


class Incidence(Relation):
    """A rate for each so many people does not follow from the cases and the population.

    Why: 36 murders in a city of 400,000 are nine for each 100,000.
    How: cases over population, times what the rate is for; populations are taken to be told within three percent.
    Silent: for rates that are adjusted for age, for fewer than five cases, and when any rounding fits.
    Bad: The city, with a population of 400,000, had 36 murders last year, or 19 per 100,000 residents.
    Good: The city, with a population of 400,000, had 36 murders last year, or 9 per 100,000 residents.
    Bad: 全市人口400万，去年报告病例480例，发病率为每10万人22例。
    Good: 全市人口400万，去年报告病例480例，发病率为每10万人12例。
    """

    relation = "incidence"
    code = "SUM327"
    name = "incidence-mismatch"
    severity = "warning"
    options = {"base": ("100", "1000", "10000", "100000", "1000000")}
    roles = ("events", "population", "rate")
    target = "rate"
    above = 0.0
    counts = ("events",)
    message = {
        "en": "{events} among {population} is {expected} per {base}, not {stated}.",
        "zh": "{population}中有{events}，合每{base}{expected}，不是{stated}。",
    }

    NAMES: ClassVar[dict[str, dict[float, str]]] = {
        "en": {}, "zh": {1e2: "百人", 1e3: "千人", 1e4: "万人", 1e5: "10万人", 1e6: "百万人"},
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or not _base(f):
            return False
        events, population, rate = (f.keys[role] for role in self.roles)
        counted = all(q.dimension[:6] in ("", "count:") and not q.per for q in (events, population))
        return counted and FEWEST <= events.printed_low < population.printed_low and rate.printed_high < _base(f) < population.printed_high

    def cases(self, f: Figures) -> tuple[Case, ...]:
        base = _base(f)
        return (Case(lambda v: v["events"].over(v["population"]).times(base), f"{{events}} ÷ {{population}} × {base:,.0f}"),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = super().values(f, problem, reading)
        told = values["population"]
        values["population"] = Interval(told.low * (1 - MEAN), told.high * (1 + MEAN))
        return values

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        told = f.keys.get("base")
        named = self.NAMES[lang].get(_base(f), f"{_base(f):,.0f}")
        return {"base": named if told is None else told.text.strip()}


def _base(f: Figures) -> float:
    """What the rate is for: 100,000 of "9 per 100,000"; 0 if that is no such round number."""
    told = f.keys.get("base")
    value = float(f.options.get("base", 0)) if told is None else told.printed_low if not told.is_range else 0.0
    return value if value in (100.0, 1e3, 1e4, 1e5, 1e6) else 0.0
