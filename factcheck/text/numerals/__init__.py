"""Numerals in digits to values, with the precision they were printed in.

A printed numeral is evidence: besides its value we keep ``half``, half of the last printed digit, and ``figures``, how many digits are
significant.  Words are read in ``en`` and ``zh``; there the last digit that is not zero sets the precision, because
"two hundred and fifty thousand" and 三百万 print no zeros.
"""

from __future__ import annotations

from ...patterns import re
from ...typed import NamedTuple
from .zh_words import AND


class Numeral(NamedTuple):
    """A number as printed: "3.5" is (3.5, 0.05, 2); "5 million" is (5e6, 5e5, 1); "½" is exact: half is 0."""

    value: float
    half: float
    figures: int


_new = tuple.__new__                            # half the time of the call by name
SLASHES = frozenset("/\u2044\u2215")            # between the figures of a fraction: the plain one, those of typesetters
LONGEST = 300                                   # digits; longer runs are no numbers, and a float could not hold them
VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6,
    "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅐": 1 / 7, "⅑": 1 / 9, "⅒": 1 / 10,
}
EXACT_SCALED = 0.05                             # "half a million" is as precise as "0.5 million"

_HALVES = tuple(float(f"5e-{places + 1}") for places in range(LONGEST + 1))
_ASCII = str.maketrans("０１２３４５６７８９．·，ｅＥ－＋／\u2044\u2215−’\u00a0\u2009\u202f\u2007", "0123456789..,eE-+///-'    ")
_MIXED_WIDTH = re.compile(r"[0-9][，]|[，][0-9]")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_PLAIN = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+"        # 1,234,567
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}"        # 12,34,567
    r"|[0-9]{1,3}(?: [0-9]{3})+"                 # 1 234 567
    r"|[0-9]{1,3}(?:'[0-9]{3})+"                 # 1'234'567
    r"|[0-9]*)"
    r"(?:\.(?P<part>[0-9]+))?"
    r"(?:e(?P<power>[-+]?[0-9]{1,3}))?", re.IGNORECASE)
_FRACTION = re.compile(
    rf"(?:(?P<whole>[0-9]{{1,9}})(?: +| and |-| ?{AND} ?))?(?P<over>[0-9]{{1,15}}) ?/ ?"
    r"(?P<under>[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3})+)")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_SCIENTIFIC = re.compile(
    r"(?:(?P<mantissa>[^×xX*·✕∙⋅\s]{1,40}?)\s{0,2}[×xX*·✕∙⋅]\s{0,2})?10"
    r"(?:\s?(?:\^|\*\*)\s?[({]?(?P<plain>[-+−－]?[0-9０-９]{1,3})[)}]?|(?P<super>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(?P<lost>[−-][0-9]{1,3}))")


def parse_digits(s: str) -> Numeral | None:
    """The numeral that ``s`` prints in digits, as a whole: 1,234,567 · 1 234 567 · 3.50 · .5 · 1e6 · 2½ · 7/13; else None.

    >>> parse_digits("3.50")
    Numeral(value=3.5, half=0.005, figures=3)
    """
    if s.isdecimal():
        return _new(Numeral, (float(s), 0.5, len(s.strip("0０")) or 1)) if len(s) <= LONGEST else None
    if s.isascii():
        if "," in s and len(s) <= LONGEST:
            return parse_digits(s.replace(",", "")) if _THOUSANDS.fullmatch(s) else _parse_rare(s)
        whole, point, part = s.partition(".")
        if point and part.isdigit() and whole.isdigit() and len(s) < LONGEST:
            return _new(Numeral, (float(s), _HALVES[len(part)], len((whole + part).lstrip("0")) or 1))
    return _parse_rare(s)


def _parse_rare(s: str) -> Numeral | None:
    if len(s) > LONGEST + 20 or not s:
        return None
    if s[-1] in VULGAR:
        before = s[:-1].rstrip(" \u00a0\u2009\u202f")
        if not before:
            return Numeral(VULGAR[s], 0.0, 1)
        whole = parse_digits(before)
        return Numeral(whole.value + VULGAR[s[-1]], 0.0, whole.figures + 1) if whole and whole.half == 0.5 else None
    if "，" in s and _MIXED_WIDTH.search(s):                    # 20，300: a comma between clauses, not inside a number
        return None
    s = s.translate(_ASCII)
    found = _PLAIN.fullmatch(s)
    if found is None:
        return _fraction(s)
    digits = re.sub(r"[, ']", "", found["whole"])
    part, power = found["part"] or "", int(found["power"] or 0)
    if not digits and not part or len(digits) + len(part) + abs(power) > LONGEST:
        return None
    figures = len((digits + part).lstrip("0")) if part else len(digits.strip("0"))
    return Numeral(float(f"{digits or 0}.{part or 0}e{power}"), float(f"5e{power - len(part) - 1}"), figures or 1)


def _fraction(s: str) -> Numeral | None:
    found = _FRACTION.fullmatch(s)
    under = int(found["under"].replace(",", "")) if found is not None else 0
    if found is None or not under:
        return None
    return Numeral(int(found["whole"] or 0) + int(found["over"]) / under, 0.0, 2 if found["whole"] else 1)


def parse_scientific(s: str) -> Numeral | None:
    """A power of ten with or without a mantissa: 2.1×10^25, 2.1 x 10²⁵, 10^25, 5.81 × 10⁻⁴⁸; else None.

    >>> parse_scientific("2.1×10²⁵")
    Numeral(value=2.1e+25, half=5e+23, figures=2)
    """
    found = _SCIENTIFIC.fullmatch(s.strip())
    if found is None:
        return None
    if found["lost"] and not found["mantissa"]:                 # 1.99×10−30, its superscript lost; "10-30" alone is a range
        return None
    power = int((found["plain"] or found["super"] or found["lost"]).translate(_SUPERSCRIPT).translate(_ASCII))
    mantissa = parse_digits(found["mantissa"]) if found["mantissa"] else Numeral(1.0, 0.5, 1)
    if mantissa is None or abs(power) > LONGEST:
        return None
    return Numeral(shift(mantissa.value, power), shift(mantissa.half, power), mantissa.figures)


def shift(value: float, power: int) -> float:
    """``value`` times ten to ``power``, the float nearest to what is printed: 1.1 million is 1100000.0.

    >>> shift(1.1, 6)
    1100000.0
    """
    if value.is_integer() and 0 <= power <= 22:
        return value * 10.0**power
    digits, _, exponent = repr(value).partition("e")
    return float(f"{digits}e{int(exponent or 0) + power}")


def scale(numeral: Numeral, power: int) -> Numeral:
    """The numeral with a scale word of ten to ``power`` behind it; an exact fraction becomes a printed tenth."""
    value, half, figures = numeral
    return Numeral(shift(value, power), shift(half or EXACT_SCALED, power), figures)


def spelled(value: int) -> Numeral:
    """A whole number written in words: its last digit that is not zero sets the precision; below a hundred words are exact to one.

    >>> spelled(250000)
    Numeral(value=250000.0, half=5000.0, figures=2)
    """
    if value < 100:
        return Numeral(float(value), 0.5, 1 if value % 10 == 0 or value < 10 else 2)
    digits = str(value)
    kept = len(digits.rstrip("0"))
    return Numeral(float(value), float(f"5e{len(digits) - kept - 1}"), kept)
