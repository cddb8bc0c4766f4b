"""What a match says, in English and Chinese, and the derivation a reader can redo."""

from __future__ import annotations

import math

from ..frozen import Frozen
from ..interval import Interval
from ..typed import TYPE_CHECKING
from .amounts import amount, amounts, names, number, unit_name
from .rows import Fact, Trend, note_of

if TYPE_CHECKING:
    from ..values import Quantity
    from .context import Reading
    from .match import Decision
    from .rows import Entity, Metric
    from .table import Table


class Wording(Frozen):
    message: str
    derivation: tuple[str, ...]
    suggestion: str = ""


LONG = 1e10                                             # digits of a constant that a reader still takes in
FINE = 1e-3                                             # of a row's figure: bounds that are not worth telling
ASIDE = {"en": " ({})", "zh": "（{}）"}
COMMA = {"en": ", ", "zh": "，"}
LABELS = {
    "en": {"stated": "stated", "row": "the row", "rate": "at the rate"},
    "zh": {"stated": "文中", "row": "数据", "rate": "汇率"},
}
MESSAGES = {
    "en": {
        "supported": "Supported by {source}: {says}{period}.",
        "superseded": "True of an earlier estimate, by {source}: {says}{period}. It has been superseded by {newer}.",
        "period": "{name}: {stated} is true of another period; {source} gives {says}{period}.",
        "contested": "Only a contested source says so, {source}: {says}{period}.",
        "definition": "Fits another definition, by {source}: {says}{period}.",
        "near": "Within what publishers differ by: {source} gives {says}{period}.",
        "contradicted": "{name}: {source} gives {says}{period}, not {stated}.",
        "date": "{name}: {source} dates it otherwise, {says}{period}.",
        "intraday": "{name}: {stated} was reached in the course of the day{period}, by {source}, but not at the close.",
        "unresolved": "No row fits and not everything is known; the closest is by {source}: {says}{period}.",
    },
    "zh": {
        "supported": "与{source}的数据一致：{says}{period}。",
        "superseded": "符合较早的估计，即{source}的{says}{period}；该估计已被{newer}取代。",
        "period": "{name}：{stated}符合的是另一时期；{source}给出的是{says}{period}。",
        "contested": "只有一个有争议的来源这样说，即{source}：{says}{period}。",
        "definition": "符合另一种口径，即{source}的{says}{period}。",
        "near": "在不同机构的通常差异之内：{source}给出的是{says}{period}。",
        "contradicted": "{name}：{source}给出的是{says}{period}，而非{stated}。",
        "date": "{name}：{source}记载的日期不同，{says}{period}。",
        "intraday": "{name}：据{source}，{stated}只是盘中曾达到{period}，收盘时并未达到。",
        "unresolved": "没有相符的数据，且条件不全；最接近的是{source}的{says}{period}。",
    },
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
    name = found.name(lang) if (found := table.metric(metric)) else metric
    text = MESSAGES[lang][key].format(
        name=name, source=cite(row, table, lang), says=says(row, lang), period=during(row.period, lang), stated=a_year(stated, lang),
        newer=_newer(newer, says(newer, lang), table, lang) if newer else "")
    note = note_of(row, lang)
    labels = LABELS[lang]
    lines = [f"{name}{during(period, lang)}", f"{labels['stated']} {a_year(stated, lang)}",
             f"{labels['row']} {a_year(row.interval, lang)} [{row.id}]"]
    return Wording(text, (*lines, note) if note else tuple(lines))


SLIPS = {
    "en": {"scale": " It would fit with {n}.", "unit": " It would fit in another unit: {n} mixed up."},
    "zh": {"scale": "若为{n}则相符。", "unit": "换一个单位则相符：{n}混淆。"},
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
    name = called(reading.metric, table.entity(reading.entity), lang)
    also = _converted(row, quantity, lang) if key == "contradicted" and not exchanged else ""
    text = MESSAGES[lang][key].format(
        name=name, source=cite(row, table, lang), says=figure(row, lang) + also, period=during(row.period, lang),
        stated=quantity.text.strip(), newer=_newer(newer, figure(newer, lang), table, lang) if newer else "")
    told, suggestion = _slip(slip, quantity, row, lang)
    text = text.replace(" ，", "，") + told
    labels = LABELS[lang]
    scale = row.factor or 1.0
    lines = [f"{name}{during(reading.period, lang)}",
             f"{labels['stated']} {quantity.text.strip()} = {amounts(stated.over(Interval(scale, scale)), row.unit, lang)}",
             f"{labels['row']} {bounds(row, lang)} [{row.id}]"]
    if exchanged:
        lines.append(f"{labels['rate']} {exchanged}")
    note = note_of(row, lang)
    return Wording(text, (*lines, note) if note else tuple(lines), suggestion)


def _converted(row: Fact, quantity: Quantity, lang: str) -> str:
    """The row's figure in the unit of the text, in brackets, if that is another one."""
    if quantity.dimension != row.dimension or quantity.offset or not quantity.factor or math.isclose(quantity.factor, row.factor):
        return ""
    told = amount(row.value * row.factor / quantity.factor, quantity.unit, lang)
    return ASIDE[lang].format(told)


def _slip(slip: str, quantity: Quantity, row: Fact, lang: str) -> tuple[str, str]:
    """The sentence that names the slip, and the figure that would fit if there is one."""
    kind, _, what = slip.partition(":")
    if not kind:
        return "", ""
    if kind == "unit":
        return SLIPS[lang][kind].format(n=UNIT_PAIRS[lang][what]), ""
    same = quantity.factor == row.factor or not quantity.unit
    meant = amount(quantity.printed_low * float(what), row.unit if same else quantity.unit, lang)
    return SLIPS[lang][kind].format(n=meant), meant


CHANGES = {
    "en": {"supported": "Supported by {source}: {says}.", "contradicted": "{name}: {source} gives {says}; the text comes to {stated}.",
           "period": "True of years beside these, by {source}: {says}.", "": "{source} gives {says}."},
    "zh": {"supported": "与{source}的数据一致：{says}。", "contradicted": "{name}：{source}给出的是{says}；文中相当于{stated}。",
           "period": "按{source}，符合相邻年份：{says}。", "": "{source}给出的是{says}。"},
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
    mark = "" if sign == "−" else "×"
    worth, told = f"{mark}{amounts(fits, '', lang)}", f"{mark}{amounts(stated, '', lang)}"
    arrow = f"{figure(old, lang)}{during(old.period, lang)} → {figure(new, lang)}{during(new.period, lang)}"
    says = f"{arrow}{COMMA[lang]}{worth}"
    key = decision.reason or decision.verdict
    name = called(metric, table.entity(entity), lang)
    text = CHANGES[lang].get(key, CHANGES[lang][""]).format(name=name, source=cite(row, table, lang), says=says, stated=told)
    sum_ = f"{number(new.value, lang)} {sign} {number(old.value, lang)} = {worth} [{row.id}]"
    return Wording(text, (f"{name} {years[0]}–{years[1]}", sum_, f"{LABELS[lang]['stated']} {quantity.text.strip()} = {told}"))


BANDS = {
    "en": "{stated} is far outside everything on record for {name} ({limits}).{suggestion}",
    "zh": "{stated}远远超出{name}的全部历史记录（{limits}）。{suggestion}",
}


def band_words(
    stated: Interval, quantity: Quantity, reading: Reading, limits: Interval, row: Fact, table: Table, lang: str, slip: str
) -> Wording:
    """Message and derivation for a figure that cannot be."""
    name = called(reading.metric, table.entity(reading.entity), lang)
    told, suggestion = _slip(slip, quantity, row, lang)
    unit = Interval(row.factor, row.factor)
    text = BANDS[lang].format(stated=quantity.text.strip(), name=name, limits=amounts(limits.over(unit), row.unit, lang), suggestion=told)
    return Wording(text, (f"{quantity.text.strip()} = {amounts(stated.over(unit), row.unit, lang)}", f"[{row.id}]"), suggestion)


STEPS = {
    "en": {True: "{stated} is told as something to come; {source} describes it as a step already taken{period}.",
           False: "Supported by {source}: a single step{period}."},
    "zh": {True: "文中把{stated}说成将来之事；{source}所述是已经发生的一次跃升{period}。",
           False: "与{source}的数据一致：一次性跃升{period}。"},
}


def step_words(row: Trend, quantity: Quantity, table: Table, lang: str, ahead: bool) -> Wording:
    """Message and derivation for a figure that is a past step."""
    note = note_of(row, lang)
    text = STEPS[lang][ahead].format(stated=quantity.text, source=cite(row, table, lang), period=during(row.period, lang))
    return Wording(text, (f"×{number(row.floor, lang)} … {number(row.ceiling, lang)} [{row.id}]", *((note,) if note else ())))


RANKS = {
    "en": {
        "supported": "Supported by {source}: {name}, rank {place}{year}.",
        "": "{source} gives {name} rank {place}{year}, not {rank}.",
    },
    "zh": {"supported": "与{source}的数据一致：{year}{name}居世界第{place}位。",
           "": "按{source}的数据，{year}{name}居世界第{place}位，而非第{rank}位。"},
}


def rank_words(row: Fact, metric: Metric, owner: str, rank: int, place: int, year: int, table: Table, lang: str, verdict: str) -> Wording:
    """Message and derivation for a rank."""
    name = called(metric, table.entity(owner), lang)
    when = "" if not year else f"{year}年" if lang == "zh" else f" in {year}"
    text = RANKS[lang]["supported" if verdict == "supported" else ""].format(
        source=cite(row, table, lang), name=name, place=place, year=when, rank=rank
    )
    kind = e.kind if (e := table.entity(owner)) else ""
    kinds = ("country", "economy") if kind in ("country", "economy") and year else (kind,)
    best = sorted(table.year(row.metric, year) if year else table.of(row.metric), key=lambda r: -r.value)
    best = [r for r in best if (e := table.entity(r.entity)) and e.kind in kinds][: max(place, rank)]
    lines = tuple(f"{i}. {e.name(lang) if (e := table.entity(r.entity)) else r.entity} {figure(r, lang)}" for i, r in enumerate(best, 1))
    return Wording(text, lines)


def figure(row: Fact, lang: str, whole: bool = False) -> str:
    """The row's figure as people print it, or with every digit: "1.425 billion people", "1,425,423,212 people"; 5.2%."""
    if whole or (not row.period and abs(row.value) < LONG):             # a constant is known to its last digit
        value = f"{row.value:,.0f}" if 1e4 <= abs(row.value) < 1e15 and row.value == int(row.value) else ""
        told = f"{value or number(row.value, lang)}{unit_name(row.unit, lang)}"
    else:
        told = amount(row.value, row.unit, lang)
    kind = row.definition.removeprefix("milestone: ") if lang == "en" else names()["definitions"]["zh"].get(row.definition, row.definition)
    return told + (COMMA[lang] + kind if kind else "")


def bounds(row: Fact, lang: str) -> str:
    """What a row may stand for; the figure itself where its bounds are only half of its last digit."""
    if row.high - row.low < abs(row.value) * FINE:
        return figure(row, lang)
    return amounts(Interval(row.low, row.high), row.unit, lang)


def called(metric: Metric, owner: Entity | None, lang: str) -> str:
    """The metric with its owner: "China, GDP", 中国国内生产总值."""
    if owner is None:
        return metric.name(lang)
    return f"{owner.name(lang)}{metric.name(lang)}" if lang == "zh" else f"{owner.name(lang)}, {metric.name(lang)}"


def _newer(row: Trend | Fact, told: str, table: Table, lang: str) -> str:
    return f"{cite(row, table, lang)}{'的' if lang == 'zh' else ': '}{told}{during(row.period, lang)}"


def cite(row: Trend | Fact, table: Table, lang: str) -> str:
    """Whose figure it is; title and address stand in the finding's reference."""
    source = table.source(row.source)
    if source is None:
        return row.source or row.id
    return f"{source.publisher} " if lang == "zh" and source.publisher[-1:].isascii() else source.publisher


def says(row: Trend, lang: str) -> str:
    """A growth law in words: "doubling every 2 years"."""
    return KINDS[lang][row.kind].format(v=row.value, t=unit_name(row.unit, lang).strip())


def during(period: str, lang: str) -> str:
    """ " (2012–2018)", （2012–2018年）, or nothing."""
    if not period:
        return ""
    first, dots, last = (day(part, lang) for part in period.partition(".."))
    text = first if not dots else f"{first}–{last}"
    if lang == "zh" and first and last:
        text = f"{first.removesuffix('年') if last.endswith('年') else first}–{last}"
    if dots and not last:
        text = f"since {first}" if lang == "en" else f"{first}以来"
    if dots and not first:
        text = f"until {last}" if lang == "en" else f"{last}以前"
    return ASIDE[lang].format(text)


def day(iso: str, lang: str) -> str:
    """An ISO date as printed: 2023-05-30 is 2023年5月30日 in Chinese and itself in English."""
    if lang == "en" or not iso[:1].isdigit():
        return iso
    parts = iso.split("-")
    if parts[1:2] and parts[1].startswith("Q"):
        return f"{parts[0]}年第{parts[1][1:]}季度"
    return "".join(f"{int(part)}{name}" for part, name in zip(parts, ("年", "月", "日"), strict=False))


def a_year(factor: Interval, lang: str) -> str:
    return f"×{amounts(factor, '', lang)} a year" if lang == "en" else f"每年×{amounts(factor, '', lang)}"
