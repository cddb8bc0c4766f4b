"""Figures as a reader would write them: operands of a derivation, and a new value in the clothes of a printed one."""

from __future__ import annotations

import math

from .. import units
from ..readings import words_before
from ..typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..interval import Interval
    from ..values import Quantity

HAN = "零一二三四五六七八九十"
TIMES = "倍"                                     # of 两倍, a multiple; in 翻倍 it is turned by that many
TURNED = ("翻", "加")
DOUBLINGS = "番"                                 # of 翻两番: the figure stands for a power of two
DOUBLED = "翻{}番"
COUNTED = HAN.replace("二", "两")
INSIDE = ",.，．·"                               # separators and points between digits
WRITTEN = "零〇一二三四五六七八九十百千万亿两半几萬億兩幾．‧・·點点"
MYRIADS = {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}
WORDS = (                                        # scale words, the largest first
    ((" trillion", 1e12), (" billion", 1e9), (" million", 1e6), (" thousand", 1e3)),
    (("万亿", 1e12), ("亿", 1e8), ("万", 1e4)),
    (("萬億", 1e12), ("億", 1e8), ("萬", 1e4)),
)
FARTHEST = 100.0                                # times the figure, or a part of it, that is told with the same scale word
MORE = "多余餘来來"                             # behind a round figure: 三百多人
LEAST_SCALED = 1e-3                              # of a million: less is told without it
SIGNS = "$£€¥₹"                                  # that stand before an amount
SHORT_WORD = 4                                  # letters of a unit that is a word: mile, year
TENTHS = "折成"                                 # of which ten are all
SCALES = frozenset({1.0, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e12})     # of scale words
PERCENT_UNITS = frozenset({"percent", "percent_point"})


def numeral(text: str) -> tuple[int, int] | None:
    """The span of the first run of digits, with its separators and decimals; None if the figure is a word."""
    first = next((k for k, c in enumerate(text) if c.isdecimal()), -1)
    if first < 0:
        return None
    last = first + 1
    if text[:first].endswith(".") and not text[:first - 1].endswith((".", "…")):
        first -= 1                              # .05
    while last < len(text) and (text[last].isdecimal() or (text[last] in INSIDE and text[last + 1:last + 2].isdecimal())):
        last += 1
    return first, last


def compound(q: Quantity) -> tuple[int, int] | None:
    """The span of the last numeral of a figure that takes more than one: 6 ft 2 in, 1米75, 1亿2000万, 37/240; None of any other."""
    first = numeral(q.text)
    if first is None or q.is_range or numeral(q.text[first[1]:]) is None:
        return None
    value = _value(q.text[first[0]:first[1]])
    if value and round(abs(q.printed_low) / value, 9) in SCALES:
        return None                             # 20 per 100,000; 3 CO2
    last = first
    while (more := numeral(q.text[last[1]:])) is not None:
        last = last[1] + more[0], last[1] + more[1]
    return last


def decimals(q: Quantity) -> int:
    """Digits printed after the point."""
    span = compound(q) or numeral(q.text)
    if span is None:
        return 0
    digits = q.text[span[0]:span[1]]
    at = max(digits.rfind("."), digits.rfind("．"), digits.rfind("·"))
    return len(digits) - at - 1 if at >= 0 else 0


def scale(q: Quantity) -> float:
    """What the scale word multiplies by: 1e6 for "5 million", 1 for a figure without one."""
    if numeral(q.text) is None or in_doublings(q):
        return 1.0
    if q.half > 0:
        return float(f"{2 * q.half * 10 ** decimals(q):.9g}")
    number = plain(q)
    return abs(q.printed_low) / number if number else 1.0


def plain(q: Quantity) -> float:
    """The digits as a number, no scale applied; 0 if there are none."""
    span = numeral(q.text)
    return _value(q.text[span[0]:span[1]]) if span is not None else 0.0


def _value(digits: str) -> float:
    try:
        return value_of(digits)
    except ValueError:
        return 0.0


def value_of(digits: str) -> float:
    """Digits with separators and a point of any kind as a number; ValueError if they are none."""
    return float(digits.replace(",", "").replace("，", "").replace("．", ".").replace("·", "."))


def within(q: Quantity) -> str:
    """The printed figure as it stands within a sentence: a third, of "A third"."""
    text = " ".join(q.text.split())
    return text[:1].lower() + text[1:] if numeral(text) is None and text[1:2].islower() or text[:2] == "A " else text


def number(value: float, places: int) -> str:
    """``value`` with so many decimals, a true minus, and more of them when it would print as zero."""
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value != 0 and abs(value) < 0.5 * 10.0**-places:
        places = 1 - math.floor(math.log10(abs(value)))
    if abs(value) >= 1e15:
        return f"{value:.4g}"
    return f"{value:.{max(places, 0)}f}".replace("-", "−")


def in_printed_unit(q: Quantity, base: float) -> float:
    """A base value in the unit and scale in which ``q`` is printed."""
    factor = 1.0 if q.unit in PERCENT_UNITS else q.factor
    return (base - q.offset) / factor / scale(q)


def restate(q: Quantity, base: float, more: int = 0, other_words: bool = True) -> str:
    """The base value ``base`` written as the author wrote ``q``: same unit and number of decimals, or so many more, and the same scale, or
    another scale word that it takes (``other_words``).
    """
    value = in_printed_unit(q, base)
    if in_doublings(q) and value > 0:
        times = round(math.log2(value))
        if abs(math.log2(value) - times) < 0.05 and 0 < times < len(HAN):
            return DOUBLED.format(COUNTED[times])
    span = numeral(q.text)
    if span is None and q.unit == "percent" and q.text.strip()[-1:] in TENTHS and 0 < round(value / 10, 9) < len(HAN) and value % 10 == 0:
        return HAN[round(value / 10)] + q.text.strip()[-1]
    if span is None or q.is_range:
        return number(value, fitting(value)) + suffix(q) if q.is_range else _in_myriads(q, value)
    last = compound(q)
    if last is not None:
        return _in_parts(q, value, span, last)
    places = decimals(q)
    if 0 < abs(value) < LEAST_SCALED and scale(q) > 1 and q.text[:1] in SIGNS and q.text[span[1]:].strip().isalpha():
        return f"{q.text[:span[0]]}{value * scale(q):,.2f}"   # $1.53, and not $0.000002 million
    if other_words and value > 0 and (told := _in_other_words(q, value * scale(q), span)):
        return told
    if abs(value - round(value, places)) >= 1e-9 * abs(value):
        places += more
    digits = number(value, enough(value, places))
    if q.text[span[0]] == ".":
        digits = digits.removeprefix("0")
    if "," in q.text[span[0]:span[1]] and abs(value) >= 1000:
        whole, dot, rest = digits.partition(".")
        digits = f"{int(whole.replace('−', '-')):,}".replace("-", "−") + dot + rest
    head = q.text[:span[0]]
    if q.printed_low < 0 and head[-1:] in "-−–" and head:
        head = head[:-1]
    for hedge in words_before():
        head = head.removeprefix(hedge)
    return head + digits + _agreeing(q.text[span[1]:], digits.lstrip("−-") == "1", q)


def _in_other_words(q: Quantity, value: float, span: tuple[int, int]) -> str:
    """``value`` with the scale word that it takes, in the place of that of a figure far from it: £4.2 million, and not £0.0042 billion."""
    if 1 / FARTHEST < value / (abs(q.printed_low) or value) < FARTHEST:
        return ""
    behind = q.text[span[1]:]
    for words in WORDS:
        own = next((word for word, size in words if behind.startswith(word) and size == scale(q)), None)
        if own is not None:
            new = next(((word, size) for word, size in words if value >= size), ("", 0.0))
            return f"{q.text[:span[0]]}{value / new[1]:.6g}{new[0]}{behind[len(own):]}" if new[0] else ""
    return ""


def _agreeing(unit: str, one: bool, q: Quantity) -> str:
    """The words behind a number in the singular or plural, where the table of units knows both: 1 percentage point, 3 points."""
    word = unit.rpartition(" ")[2]
    if q.unit == "percent" or len(word) < SHORT_WORD or not word.isalpha() or one != (word[-1] == "s"):
        return unit                                           # 16 km are no kms
    other = unit[:-1] if one else unit + "s"
    known = [units.load().find(some.strip(), q.lang) for some in (unit, other)]
    return other if known[0] is not None and known[0] == known[1] else unit


def _in_myriads(q: Quantity, value: float) -> str:
    """``value`` with the scale of a figure that is written out, if it has one and comes to it: 1379億元 of 一七三九億元."""
    text, rest = q.text.strip(), tail(q, value)
    written = text.removesuffix(rest) if rest else text
    large = MYRIADS.get(written[-1:], 0.0)
    if q.unit in PERCENT_UNITS or not 0 < large <= abs(value):
        return number(value, fitting(value)) + rest
    return number(value / large, max(1, fitting(value / large)) if value % large else 0) + written[-1:] + rest


def _in_parts(q: Quantity, value: float, first: tuple[int, int], last: tuple[int, int]) -> str:
    """``value``, in the last unit and scale of a figure in several, as 6 ft 2 in; else in the last unit: 415200人 of 41萬5200人."""
    between, rest = q.text[first[1]:last[0]], q.text[last[1]:]
    larger = units.load().find(between.strip(), q.lang) if value > 0 else None
    times = larger.factor / q.factor if larger is not None and q.unit not in PERCENT_UNITS else 0.0
    if not rest.strip() and scale(q) < 1:                                   # 1米75
        return number(value * scale(q), -round(math.log10(scale(q)))) + between
    if times > 1 and rest.strip() and larger is not None and larger.dimension == q.dimension:
        few = round(value, decimals(q))
        return f"{few // times:.0f}{between}{number(few % times, decimals(q))}{rest}"
    return number(value, enough(value, decimals(q))) + (rest if rest.strip() else suffix(q))


def enough(value: float, places: int) -> int:
    """``places`` decimals, or as many more as it takes for ``value`` not to be rounded to another figure."""
    while value and places < 6 and abs(round(value, places) - value) > 0.04 * abs(value):
        places += 1
    return places


def takes_no_other_digits(q: Quantity) -> bool:
    """Whether a figure's digits are not its value: 6 ft 2 in, 翻4番."""
    return in_doublings(q) or compound(q) is not None


def in_doublings(q: Quantity) -> bool:
    """Whether the figure counts doublings: 两番 is fourfold."""
    return DOUBLINGS in q.text


def spelled_times(q: Quantity) -> bool:
    """Whether the figure is a multiple in words that may be of the ratio or of the increase: 两倍, not 翻倍."""
    return q.text.endswith(TIMES) and not q.text.startswith(TURNED) and q.printed_low > 1


def tail(q: Quantity, value: float) -> str:
    """What follows the number in a figure that is written out: " years" of "twenty years", 年 of 九年."""
    if q.unit in PERCENT_UNITS or not q.unit:
        return suffix(q)
    rest = q.text.strip().lstrip(WRITTEN)
    if rest != q.text.strip():
        return rest.strip(MORE)
    head, space, rest = q.text.strip().rpartition(" ")
    if q.printed_low == 1 and value != 1:                      # a decade: 3 decades, if the unit table lists that
        known = units.load().phrases(q.lang)
        rest = next((more for more in (rest + "s", rest[:-1] + "ies") if more in known and known[more].name == q.unit), rest)
    return space + rest if head else suffix(q)


def ends(q: Quantity, base: Interval, extra: int = 1) -> tuple[str, str]:
    """Both ends in the printed unit of ``q``, with ``extra`` decimals."""
    low, high = in_printed_unit(q, base.low), in_printed_unit(q, base.high)
    places = decimals(q) + extra if numeral(q.text) else fitting(high)
    if math.isfinite(high) and math.isfinite(low):
        places = max(enough(low, places), enough(high, places))
    return number(low, places), number(high, places)


def suffix(q: Quantity) -> str:
    """A short sign of the unit for derivations."""
    if q.unit == "percent_point":
        return {"en": " points", "zh": "个百分点"}[q.lang]
    if q.unit in PERCENT_UNITS:
        return "%"
    if q.kind == "multiplier" or q.unit == "x":
        return {"en": "x", "zh": "倍"}[q.lang]
    return (" " + q.unit) if q.unit and "_" not in q.unit else ""


def scaled_suffix(q: Quantity) -> str:
    """The unit behind a value that is in the scale of ``q``: 亿元 of 1.2亿元, " million dollars"; a short sign where there is no scale."""
    span = compound(q) or numeral(q.text)
    return q.text[span[1]:].rstrip() if span is not None and scale(q) != 1.0 and q.unit not in PERCENT_UNITS else suffix(q)


def mixed(quantities: Mapping[str, Quantity], keys: Iterable[str]) -> bool:
    """Whether figures differ in unit or scale, or take several numerals, so that each is shown with its own."""
    shown = [quantities[key] for key in keys]
    measured = {(q.factor, scale(q)) for q in shown if q.unit not in PERCENT_UNITS and not q.hidden}
    return len(measured) > 1 or any(compound(q) is not None for q in shown)


def operands(quantities: dict[str, Quantity], keys: Iterable[str]) -> dict[str, str]:
    """How each operand is shown: bare digits where all share unit and scale and take one numeral, else the figure with its unit."""
    keys = list(keys)
    united = mixed(quantities, keys)
    shown = {}
    for key in keys:
        q = quantities[key]
        span = numeral(q.text)
        if q.is_range:
            unit = suffix(q)
            shown[key] = f"{number(q.printed_low, fitting(q.printed_low))}…{number(q.printed_high, fitting(q.printed_high))}{unit}"
        elif q.kind == "year":
            shown[key] = number(q.printed_low, 0)
        elif compound(q) is not None:
            shown[key] = q.text.strip()
        elif q.unit in PERCENT_UNITS:
            shown[key] = number(q.printed_low, decimals(q) if span else fitting(q.printed_low)) + "%"
        elif span is None:
            shown[key] = within(q) if united else number(q.printed_low, fitting(q.printed_low))
        else:
            shown[key] = q.text.strip() if united else q.text[span[0]:span[1]]
    return shown


def fitting(value: float) -> int:
    """Decimals that show three significant figures."""
    value = abs(value)
    if value == 0 or math.isinf(value) or abs(value - round(value)) < 1e-9 * value:
        return 0
    return max(0, 2 - math.floor(math.log10(value)))
