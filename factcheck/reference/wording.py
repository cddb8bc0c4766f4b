"""What a match says, in English and Chinese, and the derivation a reader can redo."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ..frozen import Frozen
from ..interval import Interval
from .rows import Fact, Trend

if TYPE_CHECKING:
    from ..values import Quantity
    from .context import Reading
    from .match import Decision
    from .rows import Metric
    from .table import Table


class Wording(Frozen):
    message: str
    derivation: tuple[str, ...]
    suggestion: str = ""


MESSAGES = {
    "en": {
        "supported": "supported by {source}: {says}{period}",
        "superseded": "true of an earlier estimate, {source}: {says}{period}; superseded by {newer}",
        "period": "true of another period: {source} gives {says}{period}",
        "contested": "only a contested source says so, {source}: {says}{period}",
        "definition": "fits another definition, {source}: {says}{period}",
        "near": "within what publishers differ by: {source} gives {says}{period}",
        "contradicted": "contradicts {source}: {says}{period}; the claim means {stated}",
        "date": "{source} dates it otherwise: {says}{period}",
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
        "date": "{source}记载的日期不同：{says}{period}",
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


SLIPS = {
    "en": {"scale": "It would fit with {n} instead", "unit": "It would fit in another unit ({n})"},
    "zh": {"scale": "若为{n}则相符", "unit": "换一个单位（{n}）则相符"},
}
UNIT_PAIRS = {
    "en": {"miles_km": "miles and kilometres", "feet_metres": "feet and metres", "pounds_kg": "pounds and kilograms",
           "acres_hectares": "acres and hectares", "miles2_km2": "square miles and square kilometres",
           "mu_hectares": "mu and hectares"},
    "zh": {"miles_km": "英里与公里", "feet_metres": "英尺与米", "pounds_kg": "磅与千克", "acres_hectares": "英亩与公顷",
           "miles2_km2": "平方英里与平方公里", "mu_hectares": "亩与公顷"},
}


def fact_words(decision: Decision, stated: Interval, quantity: Quantity, reading: Reading, table: Table, lang: str, slip: str,
               exchanged: str) -> Wording:
    """Message and derivation for a single figure; ``stated`` in base units, or in dollars if ``exchanged`` names a rate."""
    if decision.row is None or not isinstance(decision.row.row, Fact):
        return Wording("", ())
    row = decision.row.row
    newer = table.fact(row.superseded_by) if row.superseded_by else None
    key = decision.reason or decision.verdict
    if key == "superseded" and newer is None:
        key = "period"
    name = reading.metric.name(lang)
    if reading.entity and (owner := table.entity(reading.entity)):
        name = f"{owner.name(lang)}{name}" if lang == "zh" else f"{owner.name(lang)}, {name}"
    text = MESSAGES[lang][key].format(
        source=cite(row, table, lang), says=figure(row, lang), period=during(row.period, lang), stated=quantity.text,
        newer=f"{cite(newer, table, lang)}{colon(lang)}{figure(newer, lang)}" if newer else "")
    kind, _, what = slip.partition(":")
    suggestion = ""
    if kind:
        n = f"{quantity.printed_low * float(what):,.15g}{unit_name(quantity.unit, lang)}" if kind == "scale" else UNIT_PAIRS[lang][what]
        suggestion = SLIPS[lang][kind].format(n=n)
        text += f"。{suggestion}" if lang == "zh" else f". {suggestion}"
    labels = ("stated", "the row", "at the rate") if lang == "en" else ("文中", "数据", "汇率")
    scale = row.factor or 1.0
    lines = [f"{name}{during(reading.period, lang)}", f"{labels[0]} {quantity.text} = {span_of(stated, scale)}{unit_name(row.unit, lang)}",
             f"{labels[1]} {span_of(Interval(row.low, row.high), 1.0)}{unit_name(row.unit, lang)} [{row.id}]"]
    if exchanged:
        lines.append(f"{labels[2]} {exchanged}")
    note = row.note_zh if lang == "zh" and row.note_zh else row.note_en
    return Wording(text, (*lines, note) if note else tuple(lines), suggestion)


CHANGES = {
    "en": {"supported": "supported by {source}: {says}", "contradicted": "contradicts {source}: {says}; the claim means {stated}",
           "period": "true of years beside these, by {source}: {says}", "": "{source} gives {says}"},
    "zh": {"supported": "与{source}一致：{says}", "contradicted": "与{source}不符：{says}；文中相当于{stated}",
           "period": "按{source}，符合相邻年份：{says}", "": "{source}给出的是{says}"},
}


def change_words(
    decision: Decision, stated: Interval, quantity: Quantity, metric: Metric, entity: str, years: tuple[int, int], table: Table, lang: str
) -> Wording:
    """Message and derivation for a change between two years."""
    if decision.row is None or not isinstance(decision.row.row, Fact):
        return Wording("", ())
    row, fits = decision.row.row, decision.row.fits
    old, new = (next((f for f in table.facts(row.metric, entity) if f.period == str(y)), row) for y in years)
    sign = "−" if quantity.kind == "percent_point" else "÷"
    worth = span_of(fits, 1.0) if sign == "−" else f"×{span_of(fits, 1.0)}"
    says = f"{figure(old, lang)}{during(old.period, lang)} → {figure(new, lang)}{during(new.period, lang)}, {worth}"
    key = decision.reason or decision.verdict
    text = CHANGES[lang].get(key, CHANGES[lang][""]).format(source=cite(row, table, lang), says=says, stated=span_of(stated, 1.0))
    owner = table.entity(entity)
    name = metric.name(lang) if owner is None else f"{owner.name(lang)}{'' if lang == 'zh' else ', '}{metric.name(lang)}"
    return Wording(text, (f"{name} {years[0]}–{years[1]}", f"{new.value:.6g} {sign} {old.value:.6g} = {span_of(fits, 1.0)} [{row.id}]",
                          f"{'stated' if lang == 'en' else '文中'} {quantity.text} = {span_of(stated, 1.0)}"))


BANDS = {
    "en": "{stated} is outside everything on record for {name} ({low} … {high} {unit}). {suggestion}",
    "zh": "{stated}超出{name}的全部历史记录（{low} … {high} {unit}）。{suggestion}",
}


def band_words(
    stated: Interval, quantity: Quantity, reading: Reading, limits: Interval, row: Fact, table: Table, lang: str, slip: str
) -> Wording:
    """Message and derivation for a figure that cannot be."""
    owner = table.entity(reading.entity)
    name = reading.metric.name(lang) if owner is None else f"{owner.name(lang)}{'' if lang == 'zh' else ', '}{reading.metric.name(lang)}"
    factor = float(slip.partition(":")[2])
    suggestion = SLIPS[lang]["scale"].format(n=f"{quantity.printed_low * factor:,.15g}{unit_name(quantity.unit, lang)}")
    text = BANDS[lang].format(stated=quantity.text, name=name, low=f"{limits.low / row.factor:.3g}", high=f"{limits.high / row.factor:.3g}",
                              unit=unit_name(row.unit, lang).strip(), suggestion=suggestion)
    return Wording(text, (f"{quantity.text} = {span_of(stated, row.factor)}{unit_name(row.unit, lang)}", f"[{row.id}]"), suggestion)


STEPS = {
    "en": {True: "{stated} is told as something to come; {source} describes it as a step already taken{period}",
           False: "supported by {source}: a single step{period}"},
    "zh": {True: "文中把{stated}说成将来之事；{source}所述是已经发生的一次跃升{period}", False: "与{source}一致：一次性跃升{period}"},
}


def step_words(row: Trend, quantity: Quantity, table: Table, lang: str, ahead: bool) -> Wording:
    """Message and derivation for a figure that is a past step."""
    note = row.note_zh if lang == "zh" and row.note_zh else row.note_en
    text = STEPS[lang][ahead].format(stated=quantity.text, source=cite(row, table, lang), period=during(row.period, lang))
    return Wording(text, (f"×{number(row.floor)} … {number(row.ceiling)} [{row.id}]", *((note,) if note else ())))


RANKS = {
    "en": {
        "supported": "supported by {source}: {name}, rank {place} in {year}",
        "": "{source} gives {name} rank {place} in {year}, not {rank}",
    },
    "zh": {"supported": "与{source}一致：{year}年{name}居第{place}位", "": "按{source}，{year}年{name}居第{place}位，而非第{rank}位"},
}


def rank_words(row: Fact, metric: Metric, owner: str, rank: int, place: int, year: int, table: Table, lang: str, verdict: str) -> Wording:
    """Message and derivation for a rank."""
    entity = table.entity(owner)
    name = f"{entity.name(lang) if entity else owner}{'' if lang == 'zh' else ', '}{metric.name(lang)}"
    text = RANKS[lang]["supported" if verdict == "supported" else ""].format(
        source=cite(row, table, lang), name=name, place=place, year=year, rank=rank
    )
    best = sorted(table.year(row.metric, year), key=lambda r: -r.value)
    best = [r for r in best if (e := table.entity(r.entity)) and e.kind in ("country", "economy")][: max(place, rank)]
    lines = tuple(f"{i}. {e.name(lang) if (e := table.entity(r.entity)) else r.entity} {figure(r, lang)}" for i, r in enumerate(best, 1))
    return Wording(text, lines)


def figure(row: Fact, lang: str) -> str:
    """The row's figure as printed: "1,425,423,212 people", 5.2%."""
    value = f"{row.value:,.0f}" if abs(row.value) >= 1e4 and row.value == int(row.value) and abs(row.value) < 1e15 else f"{row.value:.6g}"
    kind = row.definition if not row.definition or lang == "en" else DEFINITIONS.get(row.definition, row.definition)
    return f"{value}{unit_name(row.unit, lang)}" + ((f", {kind}" if lang == "en" else f"，{kind}") if kind else "")


def unit_name(unit: str, lang: str) -> str:
    """The unit as it follows a figure: " km²", 人, %; nothing for a bare number."""
    if unit in ("", "percent"):
        return "%" if unit else ""
    if lang == "zh" and unit in UNITS_ZH:
        return UNITS_ZH[unit]
    return " " + UNITS_EN.get(unit, unit.replace("**2", "²").replace("**3", "³"))


UNITS_EN = {
    "year": "years",
    "day": "days",
    "month": "months",
    "minute": "minutes",
    "hour": "hours",
    "terawatt_hour": "TWh",
    "terawatt": "TW",
    "FLOP/second": "FLOP/s",
    "tonne": "tonnes",
    "byte": "bytes",
    "byte/second": "bytes/s",
    "zettabyte": "ZB",
    "watt": "W",
    "megawatt": "MW",
    "USD/kilowatt_hour": "USD/kWh",
    "USD/oil_bbl": "USD a barrel",
    "exabyte/month": "EB a month",
    "pascal": "Pa",
}
UNITS_ZH = {
    "people": "人",
    "USD": "美元",
    "CNY": "元",
    "km": "公里",
    "m": "米",
    "km**2": "平方公里",
    "year": "年",
    "day": "天",
    "month": "个月",
    "minute": "分钟",
    "hour": "小时",
    "tonne": "吨",
    "kg": "千克",
    "parameters": "个参数",
    "tokens": "个词元",
    "terawatt_hour": "太瓦时",
    "terawatt": "太瓦",
    "byte": "字节",
    "byte/second": "字节/秒",
    "watt": "瓦",
    "megawatt": "兆瓦",
    "zettabyte": "ZB",
    "km/s": "公里/秒",
    "m/s": "米/秒",
    "FLOP/second": "次浮点运算/秒",
    "FLOP": "次浮点运算",
    "USD/kilowatt_hour": "美元/千瓦时",
    "USD/oil_bbl": "美元/桶",
}
DEFINITIONS = {
    "estimate": "估计",
    "milestone: close": "首次收于此上",
    "milestone: intraday": "盘中触及",
    "milestone: first crossing": "首次达到",
    "close": "收盘",
    "year end, mainland": "年末，大陆",
    "with cryptocurrencies": "含加密货币",
}


def span_of(interval: Interval, scale: float) -> str:
    low, high = interval.low / scale, interval.high / scale
    return f"{low:.6g}" if low == high else f"{low:.6g} … {high:.6g}"


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


