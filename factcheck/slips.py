"""Slips: which single, common mistake would make the statement true?

First the mistakes of the relation itself (points for percent, wrong base …), then a wrong scale word or a lost zero, then two digits of a
figure swapped, then what is rarer: other places of the decimal point, a digit dropped or doubled.  The simplest that fits is named, or
none; a slip must make the strict readings touch.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .interval import INF, Interval
from .relations import _show as show
from .relations._base import FAILURES, Figures, Problem, Relation, Solver, Values, to_base
from .typed import NamedTuple
from .values import Quantity

WORDS = {
    "points_for_percent": {"en": "percentage points taken for percent", "zh": "把百分点写成了百分比"},
    "percent_for_points": {"en": "percent taken for percentage points", "zh": "把百分比写成了百分点"},
    "ratio_for_increase": {"en": "the ratio of new to old taken for the increase", "zh": "把“是原来的多少”当成了“增加了多少”"},
    "increase_for_ratio": {"en": "the increase taken for the ratio of new to old", "zh": "把“增加了多少”当成了“是原来的多少”"},
    "increase_or_ratio": {"en": "increase and ratio mixed up", "zh": "“增加了”与“增加到”混淆"},
    "remainder_for_fall": {"en": "what is left taken for the fall", "zh": "把剩余的比例当成了降幅"},
    "wrong_base": {"en": "the wrong figure taken as the base", "zh": "用错了基数"},
    "sign": {"en": "the sign or the direction turned round", "zh": "符号或增减方向写反"},
    "simple_for_compound": {"en": "total growth divided by the years, not compounded", "zh": "把总增幅除以年数，没有按复利计算"},
    "total_for_yearly": {"en": "the growth of the whole span taken for that of a year", "zh": "把整个时期的增幅当成了年均增幅"},
    "year_too_many": {"en": "one year too many or too few", "zh": "年数多算或少算了一年"},
    "months_for_years": {"en": "months and years mixed up", "zh": "月与年混淆"},
    "percent_for_times": {"en": "percent and times mixed up", "zh": "百分比与倍数混淆"},
    "doublings_for_times": {"en": "doublings (番) and times (倍) mixed up", "zh": "“番”与“倍”混淆"},
    "complement": {"en": "the share of the others", "zh": "写成了其余部分的占比"},
    "inverted": {"en": "the fraction turned upside down", "zh": "分子分母颠倒"},
    "left_out": {"en": "a part left out of the sum", "zh": "合计时漏了一项"},
    "counted_twice": {"en": "a part counted twice", "zh": "有一项重复计入"},
    "added_up": {"en": "percentages added that follow one another", "zh": "把先后的百分比直接相加"},
    "inverse_factor": {"en": "divided where one should multiply", "zh": "该乘的做成了除"},
    "linear_for_area": {"en": "a length's factor used for an area or volume", "zh": "面积或体积用了长度的换算系数"},
    "level_for_difference": {"en": "a temperature difference converted like a temperature", "zh": "把温差当作温度换算"},
    "difference_for_level": {"en": "a temperature converted like a temperature difference", "zh": "把温度当作温差换算"},
    "other_unit": {"en": "a neighbouring unit", "zh": "单位写成了相近的另一个"},
    "scale_10": {"en": "a zero or the decimal point", "zh": "多了或少了一个零，或小数点错位"},
    "scale_100": {"en": "two places of the decimal point", "zh": "小数点错了两位"},
    "scale_1000": {"en": "a scale word (thousand, million, billion)", "zh": "相差一千倍的单位"},
    "scale_10000": {"en": "a scale word (万, 亿)", "zh": "万与亿混淆"},
    "scale_1000000": {"en": "a scale word (million, trillion)", "zh": "相差一百万倍的单位"},
    "scale_100000000": {"en": "a scale word (亿)", "zh": "多了或少了一个“亿”"},
    "transposed_digits": {"en": "two digits swapped", "zh": "两个数字颠倒"},
    "dropped_digit": {"en": "a digit dropped", "zh": "漏了一个数字"},
    "doubled_digit": {"en": "a digit too many", "zh": "多了一个数字"},
}
STEPS: tuple[int | str, ...] = (1000, 10, 10_000, "transposed_digits", 100, "dropped_digit", "doubled_digit", 1_000_000, 100_000_000)
SHARP = 0.2                             # a figure coarser than this (relative width) fits too much to prove a slip of digits
WIDE = 0.6                              # the same for a mistake of the relation's own


class Slip(NamedTuple):
    """A mistake that would explain the gap; ``key`` is the figure that holds it, "" if that cannot be said."""

    id: str
    key: str = ""
    suggestion: str = ""
    certain: bool = False               # the relation itself knows the figure: it is marked instead of the derived one


def explain(relation: Relation, figures: Figures, problem: Problem, values: Values) -> Slip | None:
    """The simplest slip that makes the statement true, or None."""
    stated = values[problem.target]
    for name, mistake in relation.mistakes_for(figures, problem).items():
        if _touches(mistake, values, stated) and not _vague(WIDE, stated, mistake(values)):
            key, suggestion = relation.slipped(figures, name, problem)
            return Slip(name.partition(":")[0], key, suggestion, bool(key))
    may = ("none",) if "days" in figures.options else relation.movable        # of idle days nothing is known
    movable = [k for k in problem.keys if k in figures.keys and not figures.keys[k].hidden and (not may or k.partition(".")[0] in may)]
    for step in STEPS:
        if isinstance(step, str):
            found = _digits(step, figures, problem, values, movable)
        else:
            found = _scaled(step, figures, problem, values, movable)
        if found is not None:
            return found
    return None


def _scaled(factor: int, figures: Figures, problem: Problem, values: Values, movable: list[str]) -> Slip | None:
    """A figure that is so many times too large or too small; its key if only one can be."""
    hits = [(key, by) for key in movable for by in (factor, 1 / factor)
            if _fits(problem, values, key, _times(values[key], by)) and not _fits(problem, values, key, _times(values[key], by * by))]
    if not hits:
        return None
    key, by = hits[0]
    if len({k for k, _ in hits}) > 1:
        return Slip(f"scale_{factor}")
    return Slip(f"scale_{factor}", key, _rescaled(figures.keys[key], by))


def _digits(name: str, figures: Figures, problem: Problem, values: Values, movable: list[str]) -> Slip | None:
    """A figure whose digits slipped; its key if only one can be."""
    fits = []
    stated = values[problem.target]
    for key in movable:
        q = figures.keys[key]
        for digits in _variants(name, q):
            moved = _moved(q, digits, values[key])
            if moved is not None and not _vague(SHARP, moved, stated) and _fits(problem, values, key, moved):
                fits.append(Slip(name, key, _replaced(q, digits)))
    if len(fits) == 1:
        return fits[0]
    return Slip(name) if fits else None


def _touches(solver: Solver, values: Values, stated: Interval) -> bool:
    try:
        return stated.touches(solver(values))
    except FAILURES:
        return False


def _vague(most: float, *intervals: Interval) -> bool:
    """So wide that a fit proves nothing."""
    return any(not i.bounded or i.width > most * max(abs(i.low), abs(i.high)) for i in intervals if i.low != i.high)


def _fits(problem: Problem, values: Values, key: str, moved: Interval) -> bool:
    trial = {**values, key: moved}
    stated = _closed(trial[problem.target])
    for case in problem.cases:
        try:
            expected = case.solve(trial)
        except FAILURES:
            continue
        if not case.loose and expected.bounded and expected.touches(stated):
            return True
    return False


def _closed(i: Interval) -> Interval:
    """"Over 2bn" fits anything larger, "under 8%" anything smaller; as evidence of a slip they count only near the figure."""
    low = i.high / 1.5 if i.low in (-INF, 0.0) else i.low
    return Interval(low, i.low * 1.5 if i.high == INF else i.high)


def _times(i: Interval, by: float) -> Interval:
    return Interval(i.low * by, i.high * by)


def _variants(name: str, q: Quantity) -> Iterator[str]:
    """The figure's digits with the slip undone: all that one such slip could have come from."""
    span = show.numeral(q.text)
    if span is None or q.is_range or show.takes_no_other_digits(q):
        return
    digits = q.text[span[0]:span[1]]
    places = [k for k, c in enumerate(digits) if c.isdecimal()]
    if len(places) < 2 and name != "dropped_digit":
        return
    if name == "transposed_digits":
        for a, b in pairwise(places):
            if digits[a] != digits[b] and not (a == 0 and digits[b] == "0") and not _holds_place(digits, b):
                yield digits[:a] + digits[b] + digits[a + 1:b] + digits[a] + digits[b + 1:]
    elif name == "doubled_digit":
        for a, b in pairwise(places):
            if digits[a] == digits[b]:
                yield digits[:b] + digits[b + 1:]
        yield digits[1:] if digits[1].isdecimal() and digits[1] != "0" else ""
    else:                                               # one of a pair before the point lost: 55 printed as 5
        point = digits.find(".") if "." in digits else len(digits)
        for k in places:
            if k < point and digits[k] != "0":
                yield digits[:k] + digits[k] + digits[k:]


def _holds_place(digits: str, at: int) -> bool:
    """Whether a zero stands for a place that is not known: the zeros of 62,000, which 60,200 would not have lost."""
    rest = digits[at:]
    return "." not in digits and rest.strip("0,，") == "" and rest.count("0") > 1


def _moved(q: Quantity, digits: str, now: Interval) -> Interval | None:
    """The interval of ``q`` had it been printed with ``digits``."""
    try:
        number = show.value_of(digits)
    except ValueError:
        return None
    shift = (number - show.plain(q)) * show.scale(q)
    base = to_base(q, Interval(shift, shift)).low - to_base(q, Interval(0.0, 0.0)).low
    sign = -1 if now.high < 0 < q.printed_low else 1
    return Interval(now.low + sign * base, now.high + sign * base)


def _replaced(q: Quantity, digits: str) -> str:
    span = show.numeral(q.text) or (0, 0)
    return q.text[:span[0]] + digits + q.text[span[1]:]


def _rescaled(q: Quantity, by: float) -> str:
    """The same digits with the point moved, where that can be printed; the scale words are the author's to choose."""
    if by in (10, 100, 0.1, 0.01) and show.numeral(q.text) and not show.takes_no_other_digits(q):
        number = show.plain(q) * by
        places = max(0, show.decimals(q) + (-1 if by == 10 else -2 if by == 100 else 1 if by == 0.1 else 2))
        return _replaced(q, f"{number:,.{places}f}" if "," in q.text else f"{number:.{places}f}")
    return ""
