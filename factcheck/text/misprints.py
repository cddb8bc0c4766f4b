"""Slips of the pen: whether one figure may be another, mistyped, and what a figure may have been meant to be.

Links ask it where nothing but the figures says that they belong together.  It accuses nobody: ``slips.py`` explains what the judge found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from ..patterns import regex
from ..typed import TYPE_CHECKING
from .numerals.zh_words import DIGITS, IN_MYRIADS, READ_OUT, SCALED_ZERO

if TYPE_CHECKING:
    from ..values import Quantity

SHORT = 2                                # digits of a figure whose last one may be another
LEAST = 4                                # halves of its last digit that a figure has to be, to be known by it
CHINESE = "zh"                           # whose figures are printed in myriads
PLACES = 4                               # digits between 万 and 亿
ZERO = (0.1, 10.0)
SCALED = 50.0                             # half of the last digit of what a scale word goes with: 2.40 million
SCALES = (1e-3, 1e3, 1e-6, 1e6)
SCALES_OF_FOUR = (1e-4, 1e4, 1e-8, 1e8)
_DIGITS = regex.compile(r"\d[\d,]*(?:[ \u00a0\u2009\u202f]\d{3}(?!\d))*(?:\.\d+)?")
_SCALED, _IN_MYRIADS, _READ_OUT = (regex.compile(pattern) for pattern in (SCALED_ZERO, IN_MYRIADS, READ_OUT))


def slipped(q: Quantity, meant: float) -> bool:
    """Whether a figure is what was meant with two neighbouring digits swapped, one digit changed, or a zero more or less."""
    places = len(_numeral(q).partition(".")[2])
    return misprint(f"{q.printed_low:.{places}f}", f"{meant:.{places}f}")


def misprint(x: str, y: str) -> bool:
    """Two numerals of the same places: the same digits shifted, two of them swapped, or one of them another."""
    if x == y:
        return False
    if x.replace(".", "").strip("0") == y.replace(".", "").strip("0"):
        return True
    plain = x.replace(".", ""), y.replace(".", "")
    return len(x) == len(y) and (swapped(x, y) or swapped(*plain) or sum(c != d for c, d in zip(x, y, strict=True)) == 1)


def swapped(x: str, y: str) -> bool:
    """Whether two neighbouring digits have changed places."""
    differ = [k for k in range(len(x)) if x[k] != y[k]]
    return len(differ) == 2 and differ[1] == differ[0] + 1 and x[differ[0]] == y[differ[1]] and x[differ[1]] == y[differ[0]]


def exchanged(printed: float, meant: float) -> bool:
    """Whether a whole number has two digits of another exchanged."""
    x, y = f"{printed:.0f}", f"{meant:.0f}"
    return len(x) == len(y) and swapped(x, y)


def mistyped(a: Quantity, b: Quantity, short: bool = False) -> bool:
    """Whether two figures, of three digits at least, differ as slips of the pen do; of percentages like 8.2 two digits will do, and of
    any figure if ``short``: 87 million and 78 million.
    """
    p, q = (1.0, 1.0) if a.unit == b.unit else (a.factor, b.factor)
    x, y = f"{a.printed_low * p:.12g}", f"{b.printed_low * q:.12g}"
    if len(x) == len(y) > 2 - short and "." not in x + y and a.half == b.half:
        return swapped(x, y)                              # 560 and 650: the last zero counts
    digits = [significant(float(z)) for z in (x, y)]
    least = 2 if short or a.unit == "percent" and a.half < 0.5 > b.half else 3
    if min(map(len, digits)) < least or "e" in x + y:
        return False
    if digits[0] == digits[1]:
        return x != y
    return len(digits[0]) == len(digits[1]) and swapped(*digits) and len(x) == len(y)


def significant(value: float) -> str:
    """The digits of a figure without zeros at its ends."""
    return f"{abs(value):.12g}".partition("e")[0].replace(".", "").strip("0")


def of_one(shares: Sequence[Quantity]) -> bool:
    """Whether shares make a hundred, or would with the slip of a digit in one of them: others may each be of a whole of their own."""
    rest = 100 - sum(q.printed_low for q in shares)
    return abs(rest) <= len(shares) or any(slipped(q, q.printed_low + rest) for q in shares if q.printed_low + rest > 0)


def hundred_or_swapped(shares: Sequence[Quantity]) -> bool:
    """Whether shares make a hundred as far as they are rounded, or would with two neighbouring digits of one exchanged."""
    rest, room = 100 - sum(q.printed_low for q in shares), 1.001 * sum(q.half for q in shares)
    return abs(rest) <= room or any(abs(rest + q.printed_low - value / q.factor) <= room for q in shares for value in swaps(q))


def swaps(q: Quantity) -> list[float]:
    """What a figure is in base units with two neighbouring digits exchanged."""
    return _values(q, (x for x in sorted(_transposed(_numeral(q))) if x[0] != "0"))


def slips(q: Quantity) -> list[float]:
    """The slips that chance seldom makes, in base units: two neighbouring digits exchanged, a 1 before the first one more or less, a zero
    or a scale word more or less.
    """
    digits = _numeral(q)
    return _values(q, (*sorted(_transposed(digits)), *_led(digits)), ZERO if q.unit == "percent" else (*ZERO, *SCALES))


def scaled(q: Quantity) -> list[float]:
    """What a figure with a scale word is in base units with another one; nothing for one without."""
    return _values(q, (), (*SCALES, *SCALES_OF_FOUR)) if q.half >= SCALED else []


def variants(q: Quantity) -> list[float]:
    """What a figure may have been meant to be, in base units: these, or its first digit one more or less."""
    digits = _numeral(q)
    return _values(q, (*sorted(_transposed(digits)), *_first(digits), *_led(digits)), (*ZERO, *SCALES))


def meant(q: Quantity) -> list[float]:
    """What a figure may have been meant to be, in base units: these, with any two digits exchanged but for zeros at its end, and the scale
    words of either language, but not of a percentage.  Nothing that the last digit printed could not tell.
    """
    digits = _numeral(q)
    scales = ZERO if q.dimension in ("percent", "percent_point") else (*ZERO, *SCALES, *SCALES_OF_FOUR)
    last = q.lang == CHINESE and _SCALED.match(q.text) is not None                    # 850萬: the last zero counts
    zero = sorted(_transposed(digits)) if last else ()
    values = _values(q, (*sorted(_exchanged(digits)), *zero, *_first(digits), *_led(digits)), scales)
    return [value for value in values if value > LEAST * q.half * q.factor]


def retyped(q: Quantity) -> list[float]:
    """What a figure may have been meant to be, in base units: these, or with any one digit another, but for the last of several, or with
    two neighbours exchanged, 1,500 for 1,050.
    """
    digits = _numeral(q)
    told = len(digits if "." in digits else digits.rstrip("0"))
    told -= told > SHORT
    other = (f"{digits[:k]}{d}{digits[k + 1 :]}" for k in range(told) if digits[k] != "." for d in "0123456789" if d != digits[k])
    return meant(q) + [value for value in _values(q, (*sorted(_transposed(digits)), *other)) if value > LEAST * q.half * q.factor]


def _values(q: Quantity, numerals: Iterable[str], scales: Iterable[float] = ()) -> list[float]:
    """The figure with each of these numerals in the place of its own, and times each of the scales; nothing if it is not in digits."""
    digits, size = _numeral(q), q.printed_low * q.factor
    return [*(float(x) * size / float(digits) for x in numerals), *(size * by for by in scales)] if digits else []


def _first(digits: str) -> list[str]:
    """The first digit one less and one more."""
    return [f"{first}{digits[1:]}" for first in (int(digits[0]) - 1, int(digits[0]) + 1) if 0 < first < 10] if digits else []


def _led(digits: str) -> list[str]:
    """A 1 before the first digit more, or less."""
    return [f"1{digits}", *([digits[1:]] if digits[:1] == "1" and digits[1:].strip("0.") else [])]


def _numeral(q: Quantity) -> str:
    """The first number printed in a figure, without commas and blanks; "" if there is none, or it is zero."""
    if q.lang == CHINESE and (both := _IN_MYRIADS.match(q.text)) is not None:
        myriads, rest = (part.replace(",", "") for part in both.groups())
        return f"{myriads}{rest.zfill(PLACES)}"
    digits = "".join(next(iter(_DIGITS.findall(q.text)), "").replace(",", "").split())
    if not digits and (read_out := _READ_OUT.match(q.text)) is not None:                       # 一三七九億
        digits = "".join(str(DIGITS[char]) if char in DIGITS else "." for char in read_out[1])
    return digits if digits and float(digits) else ""


def _transposed(digits: str) -> set[str]:
    """A numeral with two neighbouring digits exchanged, for each such pair."""
    places = [k for k, c in enumerate(digits) if c != "."]
    return {_exchange(digits, a, b) for a, b in pairwise(places)} - {digits}


def _exchanged(digits: str) -> set[str]:
    """A numeral with any two digits exchanged but for zeros at its end."""
    told = len(digits if "." in digits else digits.rstrip("0"))
    places = [k for k, c in enumerate(digits[:told]) if c != "."]
    return {_exchange(digits, a, b) for a, b in combinations(places, 2)} - {digits}


def _exchange(digits: str, a: int, b: int) -> str:
    return digits[:a] + digits[b] + digits[a + 1 : b] + digits[a] + digits[b + 1 :]
