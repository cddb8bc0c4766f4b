"""Figures as people print them: 14.28 trillion USD, 14.28万亿美元, never fourteen digits that nobody measured."""

from __future__ import annotations

import math

from .. import resources
from ..typed import TYPE_CHECKING

if TYPE_CHECKING:
    from ..interval import Interval

SCALES = {"en": ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")), "zh": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))}
LARGEST = 1e16                                          # from here on powers of ten are easier to read
WORDY = 1e5                                             # below it a figure is printed in full
FIGURES = 4                                             # significant ones; a row that has up to WHOLE keeps them
WHOLE = 6
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


Names = dict[str, dict[str, dict[str, str]]]

_names: Names = {}


def names() -> Names:
    """What units and definitions are called in each language, from ``data/names.toml``; read once."""
    if not _names:
        _names.update(resources.from_toml("names.toml", "1", dict))
    return _names


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
    known = names()["units"]
    if lang == "zh" and unit in known["zh"]:
        return known["zh"][unit]
    return " " + known["en"].get(unit, unit.replace("**2", "²").replace("**3", "³").replace("_", " "))
