"""Figures as people print them: 14.28 trillion USD, 14.28万亿美元, never fourteen digits that nobody measured."""

from __future__ import annotations

import math

from ..typed import TYPE_CHECKING

if TYPE_CHECKING:
    from ..interval import Interval

SCALES = {"en": ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")), "zh": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))}
LARGEST = 1e16                                          # from here on powers of ten are easier to read
WORDY = 1e5                                             # below it a figure is printed in full
FIGURES = 4                                             # significant ones; a row that has up to WHOLE keeps them
WHOLE = 6
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def amount(value: float, unit: str, lang: str) -> str:
    """A figure with its unit: "1.425 billion people", 14.25亿人, "8,848.86 m", 5.2%."""
    if unit == "percent":
        return f"{float(f'{value:.3g}'):g}%".replace("-", "−")
    return number(value, lang) + unit_name(unit, lang)


def amounts(interval: Interval, unit: str, lang: str) -> str:
    """Both ends, or one figure where they would be printed alike."""
    low, high = number(interval.low, lang), number(interval.high, lang)
    return f"{low}{unit_name(unit, lang)}" if low == high else f"{low} … {high}{unit_name(unit, lang)}"


def number(value: float, lang: str) -> str:
    """A number with four figures that count, and a scale word if it is long."""
    size = abs(value)
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if size >= LARGEST or 0 < size < 1e-4:
        power = math.floor(math.log10(size) + 1e-12)
        return f"{_short(value / 10.0**power)} × 10{str(power).translate(RAISED)}"
    for scale, word in SCALES[lang]:
        if size >= max(scale, WORDY) * (1 - 5e-5):
            return f"{_short(value / scale)}{word}"
    return _short(value)


def _short(value: float) -> str:
    """Up to six figures where the value has no more, else four; an integer below a hundred thousand keeps all of its own."""
    for figures in (FIGURES, WHOLE):
        if math.isclose(float(f"{value:.{figures}g}"), value, rel_tol=1e-12):
            break
    else:
        figures = max(FIGURES, len(str(int(abs(value)))))
    return f"{float(f'{value:.{figures}g}'):,.10g}".replace("-", "−")


def unit_name(unit: str, lang: str) -> str:
    """The unit as it follows a figure: " km²", 人, %; nothing for a bare number."""
    if unit in ("", "percent"):
        return "%" if unit else ""
    if lang == "zh" and unit in UNITS_ZH:
        return UNITS_ZH[unit]
    return " " + UNITS_EN.get(unit, unit.replace("**2", "²").replace("**3", "³").replace("_", " "))


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
    "ft": "英尺", "in": "英寸", "yd": "码", "mi": "英里", "cm": "厘米", "mm": "毫米", "ha": "公顷", "mu": "亩", "acre": "英亩",
    "m**2": "平方米", "oz": "盎司", "lb": "磅", "g": "克", "litre": "升", "pence": "便士", "GBP": "英镑", "EUR": "欧元", "JPY": "日元",
}
