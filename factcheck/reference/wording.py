"""What a match says, in English and Chinese, and the derivation a reader can redo."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from .rows import Fact, Trend

if TYPE_CHECKING:
    from ..interval import Interval
    from .match import Decision
    from .table import Table


class Wording(NamedTuple):
    message: str
    derivation: tuple[str, ...]


MESSAGES = {
    "en": {
        "supported": "supported by {source}: {says}{period}",
        "superseded": "true of an earlier estimate, {source}: {says}{period}; superseded by {newer}",
        "period": "true of another period: {source} gives {says}{period}",
        "contested": "only a contested source says so, {source}: {says}{period}",
        "definition": "fits another definition, {source}: {says}{period}",
        "near": "within what publishers differ by: {source} gives {says}{period}",
        "contradicted": "contradicts {source}: {says}{period}; the claim means {stated}",
        "unresolved": "no row fits and not everything is known; the closest is {source}: {says}{period}",
    },
    "zh": {
        "supported": "与{source}一致：{says}{period}",
        "superseded": "符合较早的估计（{source}：{says}{period}），该估计已被{newer}取代",
        "period": "符合另一时期：{source}给出的是{says}{period}",
        "contested": "只有一个有争议的来源这样说（{source}：{says}{period}）",
        "definition": "符合另一种口径（{source}：{says}{period}）",
        "near": "在不同机构的通常差异之内：{source}给出的是{says}{period}",
        "contradicted": "与{source}不符：{says}{period}；文中相当于{stated}",
        "unresolved": "没有相符的数据，且条件不全；最接近的是{source}：{says}{period}",
    },
}
TIME = {
    "en": {"year": "years", "month": "months", "week": "weeks", "day": "days", "hour": "hours", "minute": "minutes"},
    "zh": {"year": "年", "month": "个月", "week": "周", "day": "天", "hour": "小时", "minute": "分钟"},
}
KINDS = {
    "en": {"doubling_time": "doubling every {v} {t}", "halving_time": "halving every {v} {t}", "annual_factor": "a factor of {v} a year",
           "annual_rate": "{v}% a year",
           "total_factor": "a factor of {v} in all", "learning_rate": "a factor of {v} per doubling of output",
           "step": "a single step by a factor of {v}"},
    "zh": {"doubling_time": "每{v}{t}翻一番", "halving_time": "每{v}{t}减半", "annual_factor": "每年{v}倍", "annual_rate": "每年{v}%",
           "total_factor": "总计{v}倍", "learning_rate": "产量每翻一番为{v}倍", "step": "一次性跃升{v}倍"},
}


def growth_words(decision: Decision, stated: Interval, metric: str, period: str, table: Table, lang: str) -> Wording:
    """Message and derivation for a growth claim; ``stated`` as a factor per year."""
    if decision.row is None or not isinstance(decision.row.row, Trend):
        return Wording("", ())
    row = decision.row.row
    key = decision.reason or decision.verdict
    newer = table.trend(row.superseded_by) if row.superseded_by else None
    if key == "superseded" and newer is None:
        key = "period"
    text = MESSAGES[lang][key].format(
        source=cite(row, table, lang), says=says(row, lang), period=during(row.period, lang), stated=a_year(stated, lang),
        newer=f"{cite(newer, table, lang)}{colon(lang)}{says(newer, lang)}{during(newer.period, lang)}" if newer else "")
    note = row.note_zh if lang == "zh" and row.note_zh else row.note_en
    name = found.name(lang) if (found := table.metric(metric)) else metric
    labels = ("stated", "the row") if lang == "en" else ("文中", "数据")
    lines = [f"{name}{during(period, lang)}", f"{labels[0]} {a_year(stated, lang)}", f"{labels[1]} {a_year(row.interval, lang)} [{row.id}]"]
    return Wording(text, (*lines, note) if note else tuple(lines))


def cite(row: Trend | Fact, table: Table, lang: str) -> str:
    source = table.source(row.source)
    if source is None:
        return row.source or row.id
    return f"{source.publisher}《{source.title}》" if lang == "zh" else f"{source.publisher}, {source.title}"


def says(row: Trend, lang: str) -> str:
    unit = TIME[lang].get(row.unit, row.unit)
    return KINDS[lang][row.kind].format(v=row.value, t=unit)


def during(period: str, lang: str) -> str:
    """ " (2012–2018)", or nothing."""
    if not period:
        return ""
    first, dots, last = period.partition("..")
    text = period if not dots else f"{first}–{last}"
    if dots and not last:
        text = f"since {first}" if lang == "en" else f"{first}年以来"
    if dots and not first:
        text = f"until {last}" if lang == "en" else f"{last}年以前"
    return f" ({text})" if lang == "en" else f"（{text}）"


def a_year(factor: Interval, lang: str) -> str:
    text = number(factor.low) if factor.low == factor.high else f"{number(factor.low)} … {number(factor.high)}"
    return f"×{text} a year" if lang == "en" else f"每年×{text}"


def number(value: float) -> str:
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return f"{value:,.3g}" if 1e-3 <= abs(value) < 1e3 or value == 0 else f"{value:,.0f}" if abs(value) < 1e6 else f"{value:.3g}"


def colon(lang: str) -> str:
    return "：" if lang == "zh" else ": "


