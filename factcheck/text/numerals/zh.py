"""Chinese numerals to values: 三千五百二十亿, 两万三, 3万4千, 一点五亿, 百万, 三分之一, 百分之三十五, 二〇二三; 几十万, 三四十, 十几.

One scan from left to right.  A numeral is sections of 兆, 亿, 万 and units in falling order; inside a section thousands, hundreds, tens.
A last digit without its unit counts for the next lower place (两万三 is 23000).  Simplified, traditional and financial characters are one
alphabet; digits, also full-width, may stand where a character may (3万4千).  Nothing looks further than one numeral behind its end.
"""

from __future__ import annotations

from ...patterns import re
from . import Numeral, parse_digits, shift, spelled
from . import zh_words as chars
from .zh_scan import ARABIC, Scan, unit_prefix
from .zh_words import (
    AND,
    BIG,
    COUNT,
    DIGITS,
    GOES_ON,
    HALF,
    JOINS,
    NUMERAL_CHARS,
    ONES,
    OVER,
    PERCENT_POWERS,
    POINTS,
    SCALES,
    SMALL,
    TEN,
    TENS,
    TWO,
    WEAK,
    ZEROS,
)

_DIGIT_RUN, _PART_DIGITS = re.compile(chars.DIGIT_RUN), re.compile(chars.PART_DIGITS)
_JUNK = re.compile(f"[{''.join(sorted(NUMERAL_CHARS))}]{{60,}}+")
_NO_NUMBER = Numeral(0.0, 0.0, 0)
_SHORT = {char: spelled(n) for char, n in COUNT.items() if char not in WEAK} | {
    f"{tens}{TEN}{ones}": spelled(10 * a + b) for a, tens in ((1, ""), *enumerate(ONES, 1)) for b, ones in enumerate(("", *ONES))}
_HUNDREDTHS, _PERCENT = re.compile(chars.HUNDREDTHS), re.compile(chars.PERCENT)
_APPROX, _SOME = re.compile(chars.APPROX), re.compile(chars.BEFORE_SOME)
_COUNTED_AFTER_ALL = re.compile(chars.COUNTED_AFTER_ALL)
_POINTED, _WIDE = re.compile(chars.POINTED), re.compile(chars.WIDE_POINT)
_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_SPACES = re.compile(r"(?<![0-9０-９])[ \u3000]+|[ \u3000]+(?![0-9０-９ \u3000])")


def parse_zh(s: str, spaces: bool = False) -> Numeral | None:
    """The numeral that ``s`` is as a whole, or None.

    >>> parse_zh("三千五百二十亿")
    Numeral(value=352000000000.0, half=500000000.0, figures=3)
    """
    found = find_zh(s, 0, spaces) if s else None
    return found[0] if found and found[1] == len(s) else None


def find_zh(s: str, pos: int, spaces: bool = False) -> tuple[Numeral, int] | None:
    """The longest numeral that starts at ``pos``, with its end.  百分之三十五 is 35 (see ``is_percent``); 三分之一 is exact.

    More than sixty numeral characters that make no number are passed over at once, as a numeral of no figures.
    With ``spaces`` gaps inside the numeral are passed over (7 万5 千4 百), except between digits.
    """
    if spaces:
        return _find_spaced(s, pos)
    if s[pos] < "\u0250":
        found = _arabic(s, pos)
        return _joined(s, found) if found and s[found[1] : found[1] + 1] in JOINS else found
    for size in (1, 2, 3):
        short = _SHORT.get(s[pos : pos + size])
        if short is not None and s[pos + size : pos + size + 1] not in GOES_ON:
            return short, pos + size
    found = _percent(s, pos) or _number(s, pos)
    end = found[1] if found else pos + 1
    if found and s[end : end + 1] in JOINS:
        return _joined(s, found)
    if s[end : end + 1] in NUMERAL_CHARS and s[pos] in NUMERAL_CHARS:
        junk = _JUNK.match(s, pos)
        if junk is not None:
            return _NO_NUMBER, junk.end()
    return found


def is_percent(s: str, pos: int, end: int) -> bool:
    """Whether the numeral read at ``pos`` … ``end`` is of a hundred: 百分之三十五, 千分之二, 万分之三 (their values are in percent)."""
    found = _PERCENT.match(s, pos, end)
    return found is not None and found.end() < end


def is_bare(s: str) -> bool:
    """Whether a numeral is only scale words, without a digit: 百万, 万亿."""
    return all(char in SCALES for char in s)


def _find_spaced(s: str, pos: int) -> tuple[Numeral, int] | None:
    window = s[pos : pos + 160]
    if not window or window[0] in " \u3000":
        return None
    found = find_zh(_SPACES.sub("", window), 0)
    return (found[0], pos + _with_gaps(window, found[1])) if found is not None else None


def _with_gaps(window: str, end: int) -> int:
    """Where the character that was ``end`` without gaps stands with them."""
    for found in _SPACES.finditer(window):
        if found.start() >= end:
            break
        end += found.end() - found.start()
    return end


def find_some(s: str, pos: int) -> tuple[Numeral, int] | None:
    """十几, 三千四百五十几万, 一百 二十 几亿: a numeral with 几 at its end, as the value in front of it, with its end; else None.

    >>> find_some("二十几万", 0)
    (Numeral(value=200000.0, half=50000.0, figures=1), 4)
    """
    window = s[pos : pos + 80]
    found = _SOME.match(window)
    if found is None:
        return None
    whole = find_zh_approx(_SPACES.sub("", found[0]), 0)
    numeral = parse_zh(_SPACES.sub("", found["before"]).rstrip(chars.ZERO_MARKS) + found["scale"]) if whole is not None else None
    return (numeral, pos + found.end()) if numeral is not None else None


# -- fractions ----------------------------------------------------------------------------------------------------------------------


def _percent(s: str, pos: int) -> tuple[Numeral, int] | None:
    if s[pos] not in PERCENT_POWERS:
        return None
    mark = _HUNDREDTHS.match(s, pos)
    if mark is None:
        return None
    found = _number(s, mark.end()) if mark.end() < len(s) else None
    if found is None:
        return (Numeral(100.0, 0.5, 1), mark.end() + 1) if SMALL.get(s[mark.end() : mark.end() + 1]) == 2 else None
    (value, half, figures), end = found
    power = -6 if len(mark[1]) == 2 else PERCENT_POWERS[mark[1]]
    return Numeral(shift(value, power), shift(half, power), figures), end


def _joined(s: str, found: tuple[Numeral, int]) -> tuple[Numeral, int]:
    """The number just read, or the fraction that it begins: 三分之一, 三百五十又三分之一."""
    numeral, end = found
    if s[end] != AND:
        return _over(s, numeral, end) or found
    part = _number(s, end + 1)
    share = _over(s, part[0], part[1]) or _over_short(s, part[0], part[1]) if part else None
    return (Numeral(numeral.value + share[0].value, 0.0, numeral.figures + 1), share[1]) if share else found


def _over(s: str, under: Numeral, end: int) -> tuple[Numeral, int] | None:
    if not under.value or s[end : end + 2] not in OVER:
        return None
    over = _number(s, end + 2)
    if over is None:
        return None
    return Numeral(over[0].value / under.value, 0.0, 1), over[1]


def _over_short(s: str, under: Numeral, end: int) -> tuple[Numeral, int] | None:
    """又十分一: behind 又 the 之 may be left out."""
    over = _number(s, end + 1) if s[end : end + 1] in JOINS and s[end : end + 1] != AND else None
    return (Numeral(over[0].value / under.value, 0.0, 1), over[1]) if over and under.value else None


# -- numbers ------------------------------------------------------------------------------------------------------------------------


def _number(s: str, pos: int) -> tuple[Numeral, int] | None:
    """Digits or characters with scales, and what follows a point."""
    if pos >= len(s):
        return None
    char = s[pos]
    if char < "\u0250" or "．" <= char <= "９":
        return _arabic(s, pos)
    if char in DIGITS:
        if s[pos + 1 : pos + 2] == HALF and DIGITS[char] == 1:
            return Numeral(0.5, 0.0, 1), pos + 2                        # 一半
        run = _DIGIT_RUN.match(s, pos)
        if run is not None:
            return _string(s, pos, run.end())
        if char in WEAK and not _is_digit(s, pos):
            return None
    elif char == HALF:
        return _half(s, pos)
    elif char not in NUMERAL_CHARS or (char == chars.GATHER and s[pos + 1 : pos + 2] not in COUNT and s[pos + 1 : pos + 2] not in BIG):
        return None
    scan = Scan(s, pos)
    if not scan.run():
        return None
    end = scan.pos
    if end < len(s) and s[end] in POINTS:
        pointed = _decimals(s, scan.value, end + 1)
        if pointed is not None:
            return pointed
    if (wide := _WIDE.match(s, end)) is not None:
        return _decimals(s, scan.value, wide.start("part"))
    return scan.numeral(), end


def _arabic(s: str, pos: int) -> tuple[Numeral, int] | None:
    found = ARABIC.match(s, pos)
    if found is None:
        return None
    numeral = parse_digits(found[0])
    if numeral is None:
        return None
    end = found.end()
    char = s[end : end + 1]
    if char == " " and s[end + 1 : end + 2] in BIG:
        char = s[end + 1]
    if not char or (char not in SMALL and char not in BIG):
        return numeral, end
    if char in BIG and (pointed := _POINTED.match(s, pos)) is not None and (both := _pointed(*pointed.groups())) is not None:
        return both, pointed.end()
    if numeral.half == 0.5 and numeral.value < 1e15:
        scan = Scan(s, pos)
        return (scan.numeral(), scan.pos) if scan.run() else (numeral, end)
    power, end = read_scales(s, end)
    return Numeral(shift(numeral.value, power), shift(numeral.half, power), numeral.figures), end


def _pointed(whole: str, large: str, digits: str, decimals: str, small: str) -> Numeral | None:
    """3萬1746.08, 2兆531.6億: so many of one scale, and a number with decimals of the next lower."""
    part, power = parse_digits(digits.replace(",", "") + decimals), BIG.get(small, 0)
    if part is None or BIG[large] != power + 4 or not power and len(digits) < 4:
        return None
    value = int(whole) * 10 ** BIG[large] + shift(part.value, power)
    return Numeral(float(value), shift(part.half, power), len(whole) + part.figures)


def read_scales(s: str, pos: int) -> tuple[int, int]:
    """The power of ten of the scale characters at ``pos`` and their end: 亿, 万亿, 百万, 千亿; (0, pos) if none, or the unit's (千克)."""
    power, end = 0, pos
    if s[pos : pos + 1] == " " and s[pos + 1 : pos + 2] in BIG:
        pos += 1
    small = SMALL.get(s[pos : pos + 1], 0)
    if small:
        if s[pos + 1 : pos + 2] not in BIG:
            return (3, pos + 1) if small == 3 and not unit_prefix(s, pos + 1, 3, arabic=True) else (0, end)
        power, pos = small, pos + 1
    while pos < len(s) and s[pos] in BIG and power < 16 and not unit_prefix(s, pos + 1, BIG[s[pos]], arabic=True):
        power += BIG[s[pos]]
        pos += 1
        end = pos
    return (power, end) if end == pos else (0, end)


def _decimals(s: str, whole: int, pos: int) -> tuple[Numeral, int] | None:
    """What follows 点: single digits, and a scale behind them (一点五亿).  十点二十分 is a time."""
    found = _PART_DIGITS.match(s, pos)
    if found is None:
        return None
    if s[found.end() : found.end() + 1] in SMALL and not (SMALL[s[found.end()]] > 1 and s[found.end() + 1 : found.end() + 2] in BIG):
        return None                                                     # 二点六|百万 is a number
    part = "".join(str(DIGITS[char]) if char in DIGITS else char for char in found[0]).translate(_WIDTH)
    numeral = parse_digits(f"{whole}.{part}")
    if numeral is None:
        return None
    power, end = read_scales(s, found.end())
    return Numeral(shift(numeral.value, power), shift(numeral.half, power), numeral.figures), end


def _string(s: str, pos: int, end: int) -> tuple[Numeral, int] | None:
    """Digits read out one by one: 二〇二三, 一二三; two neighbours (三四十, 五六个) are a range, see ``find_zh_approx``."""
    if end - pos == 2:
        a, b = DIGITS[s[pos]], DIGITS[s[pos + 1]]
        if (a and b == a + 1) or (a, b) == (3, 5) or s[end : end + 1] in SMALL:
            return None
    if s[end : end + 1] in BIG and s[end + 1 : end + 2] in DIGITS:
        scan = Scan(s, pos)
        if scan.run() and scan.pos > end + 1:
            return scan.numeral(), scan.pos                             # 六二九億二四二四萬
    numeral = parse_digits("".join(str(DIGITS[char]) for char in s[pos:end]))
    if numeral is None:
        return None
    if (pointed := _WIDE.match(s, end)) is not None and numeral.value:
        return _decimals(s, int(numeral.value), pointed.start("part"))
    if s[end : end + 1] in BIG:
        power, end = read_scales(s, end)
        numeral = Numeral(shift(numeral.value, power), shift(numeral.half, power), numeral.figures)
    return numeral, end


def _half(s: str, pos: int) -> tuple[Numeral, int] | None:
    after = s[pos + 1 : pos + 2]
    if SMALL.get(after) == 2:
        return Numeral(50.0, 5.0, 1), pos + 2
    before = s[pos - 1] if pos else ""
    part_of_word = before in chars.HALF_OF_WORD and s[max(0, pos - 2) : pos] not in chars.BEYOND_HALF
    part_of_word = part_of_word or before in chars.HALF_SIDES and after == chars.YEAR
    if after and after not in chars.HALVED or part_of_word:
        return None
    return Numeral(0.5, 0.0, 1), pos + 1


def _is_digit(s: str, pos: int) -> bool:
    """Whether a character that is also a word (参, 陆) is a digit here: a unit follows, and in front is no word it could belong to."""
    after = s[pos + 1 : pos + 2]
    before = s[pos - 1] if pos else ""
    free = not before or before < "\u2e80" or before in NUMERAL_CHARS or before in chars.MONEY_BEFORE or before > "\uff00"
    if not after or after < "\u2e80" or "\u3000" <= after <= "\u303f" or after > "\uff00":
        return free and bool(before)
    return after in chars.FINANCIAL or (free and (after in SMALL or after in BIG or after in POINTS or after in chars.DIGIT_ENDS))


# -- some, several ------------------------------------------------------------------------------------------------------------------


def find_zh_approx(s: str, pos: int) -> tuple[float, float, int] | None:
    """A vague numeral at ``pos``: its lowest and highest value, and its end; None where there is none.

    >>> [find_zh_approx(s, 0) for s in ("十几", "几十万", "三四十")]
    [(11.0, 19.0, 2), (200000.0, 990000.0, 3), (30.0, 40.0, 3)]
    """
    found = _APPROX.match(s, pos)
    if found is None:
        return None
    prefix, small, big = found["prefix"], found["small"], found["big"]
    end = found.end()
    before, last = _prefix(prefix)
    if before < 0 or (found["many"] and (prefix or (pos and s[pos - 1] in chars.NOUN_BEFORE))):
        return None
    unit = SMALL.get(small, 0)
    scale = sum(BIG[char] for char in big)
    zero = prefix[-1:] in ZEROS
    if prefix and (unit >= last or big and last >= 4 and last <= BIG[big[0]]):
        return None
    if found["a"]:
        ends = _neighbours(s, pos, found, unit, scale)
        if ends is None:
            return None
        if not unit and prefix and not zero and last > 1:
            unit = last - 1                                             # 三百五六
        return (before + ends[0] * 10.0**unit) * 10.0**scale, (before + ends[1] * 10.0**unit) * 10.0**scale, end
    if unit:
        return (before + 2 * 10.0**unit) * 10.0**scale, (before + 10.0 ** (unit + 1) - 1) * 10.0**scale, end
    if prefix:
        return (before + 1) * 10.0**scale, (before + (9 if zero else 10.0**last - 1)) * 10.0**scale, end
    return (2 * 10.0**scale, 10.0 ** (scale + 1) - 1, end) if scale else None


def _prefix(prefix: str) -> tuple[int, int]:
    """Value and last unit's power of what stands before 几 or a pair; a negative value if it is no numeral that can go on."""
    if not prefix:
        return 0, 0
    stem = prefix.rstrip(chars.ZERO_MARKS)
    if not stem or (stem[-1] not in SMALL and stem[-1] not in BIG and stem[-1] not in TENS):
        return -1, 0
    scan = Scan(stem, 0)
    if not scan.run() or scan.pos != len(stem):
        return -1, 0
    return scan.value, scan.last


def _pair_counts(s: str, pos: int, end: int) -> bool:
    """Whether what stands behind a pair of digits is counted: 三四层楼, 风力三四级; not 二三线, 五六年级, 三四层."""
    if s[end] not in chars.NOT_COUNTED:
        return True
    return _COUNTED_AFTER_ALL.match(s, end) is not None or bool(pos) and s[pos - 1] in chars.WIND


def _neighbours(s: str, pos: int, found: re.Match[str], unit: int, scale: int) -> tuple[int, int] | None:
    """Both ends of 三四, 一两, 三五; None where the pair is no range (十四五规划, 一二线, 第一二章)."""
    low, high, prefix = COUNT[found["a"]], COUNT[found["b"]], found["prefix"]
    after = s[found.end() : found.end() + 1]
    bare = not unit and not scale
    if high != low + 1 and not (low == 3 and high == 5 and not prefix):
        return None
    if found["b"] in TWO and (low != 1 or (bare and after not in chars.COUNTED)):
        return None
    if found["list"] and (prefix or bare):
        return None
    if bare and after and (after in COUNT or after in SMALL or after.isdigit() or after in POINTS or not _pair_counts(s, pos, found.end())):
        return None
    if prefix == TEN and high == 5 and bare and after not in chars.AGES:
        return None
    return None if pos and s[pos - 1] in chars.ORDINAL_BEFORE else (low, high)
