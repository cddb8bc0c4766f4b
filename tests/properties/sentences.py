"""Sentences with figures to fill in, in both languages, each with what makes it true: random figures in, an honest sentence out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from hypothesis import strategies as st

import factcheck
from factcheck.values import Report


class Unit(NamedTuple):
    """A unit with its scale word, as both languages print it."""

    before: str
    after: str


UNITS = {
    "en": [Unit("", " tonnes"), Unit("$", " million"), Unit("", " million tonnes"), Unit("€", "bn"), Unit("", " km"), Unit("£", ""), Unit("", " kilowatt-hours"),
           Unit("", " million euros"), Unit("", " hectares"), Unit("", " billion yuan")],
    "zh": [Unit("", "吨"), Unit("", "亿元"), Unit("", "万吨"), Unit("", "万美元"), Unit("", "公里"), Unit("", "元"), Unit("", "千瓦时"), Unit("", "万亿元"),
           Unit("", "公顷"), Unit("", "亿千瓦时")],
}


@dataclass(frozen=True)
class Sentence:
    """A template and its figures as printed.  ``derived`` names the one that follows from the others, with its true value."""

    lang: str
    template: str
    figures: dict[str, str]
    derived: str
    value: float
    units: Unit | None = None
    hedges: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        shown = {role: self.hedges.get(role, "") + (self.units.before + text + self.units.after if self.units and role in ("a", "b") else text)
                 for role, text in self.figures.items()}
        return self.template.format_map(shown)

    def with_derived(self, text: str) -> Sentence:
        return replace(self, figures={**self.figures, self.derived: text})

    def check(self) -> Report:
        return factcheck.check_text(self.text)


def findings(report: Report) -> list[str]:
    """What accuses."""
    return [f"{f.code}: {f.message}" for f in report.findings if f.severity != "note"]


CHANGE = {
    "en": ["Sales rose {p}% from {a} to {b}.", "Output went from {a} to {b}, an increase of {p}%.", "Costs increased {p}% to {b} from {a}.",
           "The harbour's income was {b} last year, up {p}% from {a} the year before."],
    "zh": ["出口额由{a}增至{b}，增长{p}%。", "产量从{a}增加到{b}，增长了{p}%。", "今年的产量为{b}，比去年的{a}增长{p}%。"],
}
FALL = {
    "en": ["Sales fell {p}% from {a} to {b}.", "Output went from {a} to {b}, a decrease of {p}%."],
    "zh": ["出口额由{a}降至{b}，下降{p}%。", "产量从{a}减少到{b}，减少了{p}%。"],
}
SHARE = {
    "en": ["Of the {n} boats, {k} ({p}%) are left.", "{k} of the {n} members, or {p}%, agreed."],
    "zh": ["全村{n}户中有{k}户加入了合作社，占{p}%。"],
}
GROWTH = {
    "en": ["The fleet doubles every {m} months, which is {p}% a year.", "Demand doubled every {m} months, i.e. {p}% a year."],
    "zh": ["需求每{m}个月翻一番，即每年增长{p}%。", "需求每{m}个月翻一番，相当于每年增长{p}%。"],
}
POINTS = {
    "en": ["The share rose from {a}% to {b}%, up {p} percentage points."],
    "zh": ["占比由{a}%提高到{b}%，提高{p}个百分点。"],
}


def printed(value: float, places: int) -> str:
    return f"{value:.{places}f}"


@st.composite
def changes(draw: st.DrawFn, lang: str = "", up: bool | None = None) -> Sentence:
    lang = lang or draw(st.sampled_from(["en", "zh"]))
    up = draw(st.booleans()) if up is None else up
    template = draw(st.sampled_from((CHANGE if up else FALL)[lang]))
    a = draw(st.integers(200, 9999)) / 10
    by = draw(st.integers(30, 3000) if up else st.integers(30, 900)) / 1000
    b = round(a * (1 + by if up else 1 - by), 1)
    value = abs(b - a) / a * 100
    return Sentence(lang, template, {"a": printed(a, 1), "b": printed(b, 1), "p": printed(value, draw(st.integers(0, 1)))}, "p", value,
                    draw(st.sampled_from(UNITS[lang])))


@st.composite
def shares(draw: st.DrawFn, lang: str = "") -> Sentence:
    lang = lang or draw(st.sampled_from(["en", "zh"]))
    n = draw(st.integers(20, 900))
    k = draw(st.integers(2, n - 1))
    value = k / n * 100
    places = draw(st.integers(0, 1))
    return Sentence(lang, draw(st.sampled_from(SHARE[lang])), {"n": str(n), "k": str(k), "p": printed(value, places)}, "p", value)


@st.composite
def growths(draw: st.DrawFn, lang: str = "") -> Sentence:
    lang = lang or draw(st.sampled_from(["en", "zh"]))
    months = draw(st.integers(4, 60))
    value = (2 ** (12 / months) - 1) * 100
    return Sentence(lang, draw(st.sampled_from(GROWTH[lang])), {"m": str(months), "p": printed(value, draw(st.integers(0, 1)))}, "p", value)


@st.composite
def points(draw: st.DrawFn, lang: str = "") -> Sentence:
    lang = lang or draw(st.sampled_from(["en", "zh"]))
    a = draw(st.integers(50, 600)) / 10
    value = draw(st.integers(10, 300)) / 10
    return Sentence(lang, POINTS[lang][0], {"a": printed(a, 1), "b": printed(a + value, 1), "p": printed(value, 1)}, "p", value)


ANNIVERSARY = {
    "en": ["Founded in {a}, the club marked its {p}{th} anniversary in {b}.", "In {b} the club, founded in {a}, celebrated its {p}{th} anniversary."],
    "zh": ["俱乐部成立于{a}年，{b}年迎来成立{p}周年。", "{a}年大坝合龙，{b}年是大坝合龙{p}周年。"],
}
SPAN = {
    "en": ["She ran the shop for {p} years, from {a} to {b}.", "In {b}, {p} years after the fire of {a}, the mill was built.",
           "Born in {a}, he died in {b} at the age of {p}."],
    "zh": ["城墙从{a}年到{b}年修筑，历时{p}年。", "{a}年失火，{p}年后的{b}年重建。", "他{a}年出生，{b}年去世，享年{p}岁。"],
}
RANK = {
    "en": ["Coal had the largest share ({a}%), followed by gas ({p}%).", "The highest hill rises to {a} metres, followed by the next at {p} metres."],
    "zh": ["煤炭占比最高，为{a}%，其次是天然气，为{p}%。", "最高的山峰海拔{a}米，其次是南峰，海拔{p}米。"],
}
WHOLE = {
    "en": ["{a} patients ({c}%) got the drug and {b} ({p}%) got none.", "The north has {a} farms, or {c}% of the total, and the south {b} farms, or {p}% of the total."],
    "zh": ["{a}名患者（{c}%）用药，{b}名患者（{p}%）未用药。", "北部有{a}户，占全县的{c}%，南部有{b}户，占全县的{p}%。"],
}


def ordinal(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


@st.composite
def times(draw: st.DrawFn, lang: str = "", off: int = 0) -> Sentence:
    """Years and what is between them; ``off`` years too many."""
    lang = lang or draw(st.sampled_from(["en", "zh"]))
    start = draw(st.integers(1900, 1985))
    years = draw(st.integers(12, 34))
    kind = draw(st.sampled_from([ANNIVERSARY, SPAN]))
    template = draw(st.sampled_from(kind[lang])).replace("{th}", ordinal(years + off))
    return Sentence(lang, template, {"a": str(start), "b": str(start + years), "p": str(years + off)}, "p", years)


@st.composite
def ranks(draw: st.DrawFn, lang: str = "", wrong: bool = False) -> Sentence:
    lang = lang or draw(st.sampled_from(["en", "zh"]))
    low = draw(st.integers(5, 40))
    high = low + draw(st.integers(1, 8))
    a, p = (low, high) if wrong else (high, low)
    return Sentence(lang, draw(st.sampled_from(RANK[lang])), {"a": str(a), "p": str(p)}, "p", p)


@st.composite
def wholes(draw: st.DrawFn, lang: str = "", off: int = 0) -> Sentence:
    """Two parts of one whole with their shares, which make a hundred."""
    lang = lang or draw(st.sampled_from(["en", "zh"]))
    share = draw(st.integers(20, 45))
    by = draw(st.integers(4, 12))               # no part looks like a year
    a, b = share * by, (100 - share) * by
    return Sentence(lang, draw(st.sampled_from(WHOLE[lang])), {"a": str(a), "b": str(b + off * by), "c": str(share), "p": str(100 - share)}, "p", 100 - share)


def sentences(lang: str = "") -> st.SearchStrategy[Sentence]:
    return st.one_of(changes(lang), shares(lang), growths(lang), points(lang))
