"""The scan of one whole Chinese numeral; ``zh`` reads with it.

A number is sections of 兆, 亿, 万 and units in falling order; inside a section thousands, hundreds, tens.  Simplified, traditional and
financial characters are one alphabet.
"""

from __future__ import annotations

from ...patterns import re
from . import Numeral, parse_digits, spelled
from .zh_words import (
    BIG,
    COUNT,
    COUNTED_BEHIND,
    DIGITS,
    EACH,
    ENDS,
    KILO,
    KILO_FIGURES,
    MEGA,
    MYRIADS,
    PERCENT_POINT,
    PLACE_ENDS,
    PLACE_WORDS,
    PLACES,
    ROUND_SCALES,
    SMALL,
    TENS,
    TWO,
    WEAK,
    YEAR,
    ZEROS,
)

ARABIC = re.compile(
    r"(?:[0-9０-９]{1,3}(?:,[0-9０-９]{3}){1,9}+(?![0-9０-９])|[０-９]{1,3}(?:，[０-９]{3}){1,9}+(?![0-9０-９])|[0-9０-９]{1,300}+)"
    r"(?:[.．·][0-9０-９]{1,60}+)?+(?:[eｅE][-+－＋]?[0-9０-９]{1,2}(?![0-9A-Za-z０-９]))?+|[.．][0-9０-９]{1,60}+")
_KILO, _MEGA, _ENDS, _COUNTED = re.compile(KILO), re.compile(MEGA), re.compile(ENDS), re.compile(COUNTED_BEHIND)
_PLACES = re.compile(PLACES)


def unit_prefix(s: str, pos: int, power: int, arabic: bool) -> bool:
    """Whether the scale in front of ``pos`` begins a unit: 3|千克, 五|兆瓦, 2|百分点."""
    if power == 3:
        return _KILO.match(s, pos) is not None or (arabic and s[pos : pos + 1] == KILO_FIGURES)
    if power == 2:
        return s[pos : pos + 2] in PERCENT_POINT
    return power == 12 and _MEGA.match(s, pos) is not None


class Scan:
    """One whole number, left to right; stops where the next character does not continue it."""

    __slots__ = ("arabic", "gone", "large", "last", "limit", "low", "myriads", "pos", "s", "value", "zero")

    def __init__(self, s: str, pos: int) -> None:
        self.s, self.pos = s, pos
        self.large = 0                          # 亿 and above, closed
        self.myriads = 0                        # 万 sections, with their scale
        self.low = 0                            # the section being read
        self.limit = 4                          # units in it must be below ten to this power
        self.last = 0                           # power of the last unit
        self.gone = False                       # 兆 or 亿 have been read
        self.zero = False                       # 零 stands in front
        self.arabic: int | None = None          # power of the last digit, if the last part was in digits
        self.value = 0

    def numeral(self) -> Numeral:
        if self.arabic is None:
            return spelled(self.value)
        return Numeral(float(self.value), float(f"5e{self.arabic - 1}"), len(str(self.value).rstrip("0")) or 1)

    def run(self) -> bool:
        s, start = self.s, self.pos
        size = len(s)
        self.begin()
        while self.pos < size:
            char = s[self.pos]
            if char in ZEROS:
                if self.pos == start:
                    self.pos += 1
                    return True                                         # 零
                if self.zero or not (s[self.pos + 1 : self.pos + 2] and self.may_follow_zero(s[self.pos + 1])):
                    break
                self.zero = True
                self.pos += 1
                if not self.part():
                    self.pos -= 1
                    break
            elif not self.part():
                break
        self.value = self.large + self.myriads + self.low
        ran_on = self.limit == 0 and self.arabic is None and s[self.pos : self.pos + 1] in DIGITS     # 十四五
        if ran_on and self.value > 99 and DIGITS[s[self.pos]] == 1:
            ran_on = s[self.pos + 1 : self.pos + 2] not in EACH             # 三万六|一平
        return self.pos > start and not ran_on

    @staticmethod
    def may_follow_zero(char: str) -> bool:
        return char in COUNT and char not in ZEROS or SMALL.get(char) == 1 or char in TENS or char.isdigit()

    def begin(self) -> None:
        """Scales without a digit: 百万, 千亿, 万亿."""
        s, pos = self.s, self.pos
        char, after = s[pos], s[pos + 1 : pos + 2]
        if char in SMALL and SMALL[char] > 1 and BIG.get(after, 12) < 12:
            self.low = 10 ** SMALL[char]
            self.big(self.pos + 1)
        elif char in MYRIADS and after in ROUND_SCALES:
            self.low = 1
            self.big(pos)

    def part(self) -> bool:
        """Read a digit with its unit, a unit alone, or a scale; False where nothing continues the number."""
        s, pos = self.s, self.pos
        char = s[pos]
        if char in COUNT:
            return self.digit(pos, COUNT[char])
        if SMALL.get(char) == 1 and self.limit > 1:
            return self.unit(pos, 1, 1)
        if char in TENS and self.limit > 1:
            self.low += TENS[char]
            self.limit = self.last = 1
            self.arabic, self.zero, self.pos = None, False, pos + 1
            return True
        if char in BIG:
            return self.big(pos)
        if char.isdigit() or (char == " " and self.last >= 4 and s[pos + 1 : pos + 2].isdigit()):
            return self.figures(pos + (char == " "))
        return False

    def fresh(self) -> bool:
        return not (self.low or self.myriads or self.large)

    def digit(self, pos: int, n: int) -> bool:
        s = self.s
        char, after = s[pos], s[pos + 1 : pos + 2]
        if not n or self.limit == 0:
            return False
        power = SMALL.get(after, 0)
        if power and power < self.limit and not (self.fresh() and unit_prefix(s, pos + 2, power, arabic=False)):
            return self.unit(pos + 1, n, power)
        if after in DIGITS and (self.last in (4, 8) or self.fresh()) and not self.zero and self.places(pos):
            return True
        if char in WEAK and not self.fresh() and after not in BIG and not _ENDS.match(after):
            return False                                                # 三千参加
        if self.last > 1 and not self.zero and after not in BIG:
            if char in TWO or power:
                return False                                            # 三千两百两: a weight; 一千|二千
            n *= 10 ** (self.last - 1)                                  # 两万三, 二百五
        elif char in TWO and self.last == 1:
            return False
        elif self.last > 1 and not self.zero and self.last < 4:
            n *= 10 ** (self.last - 1)                                  # 百二万
        self.low += n
        self.limit = self.last = 0
        self.arabic, self.zero, self.pos = None, False, pos + 1
        return True

    def places(self, pos: int) -> bool:
        """Digits read out one by one before a scale or behind one: 六二九億二四二四萬, 九萬三三七九, 七萬九三一件."""
        run = _PLACES.match(self.s, pos)
        if run is None:
            return False
        end, scaled = run.end(), self.s[run.end() : run.end() + 1] in MYRIADS
        if self.fresh():
            if self.s[end : end + 1] not in BIG:
                return False
        elif not (scaled and self.last == 8 or end - pos == self.last) and not (self.last == 4 and _COUNTED.match(self.s, end)):
            return False
        self.low = int("".join(str(DIGITS[char]) for char in run[0]))
        self.limit = self.last = 0
        self.arabic, self.zero, self.pos = None, False, end
        return True

    def unit(self, pos: int, n: int, power: int) -> bool:
        self.low += n * 10**power
        self.limit = self.last = power
        self.arabic, self.zero, self.pos = None, False, pos + 1
        return True

    def big(self, pos: int) -> bool:
        """Close the section with 万, 亿 or 兆; 万亿 and 万万 multiply."""
        power = BIG[self.s[pos]]
        if power == 12 and (self.gone or self.myriads or unit_prefix(self.s, pos + 1, 12, arabic=False)):
            return False
        if power == 4:
            if self.low and not self.myriads:
                self.myriads = self.low * 10**4
            elif self.myriads and not self.low and not self.gone and self.last == 4 and self.s[pos - 1] in MYRIADS:
                self.large, self.myriads, self.gone = self.myriads * 10**4, 0, True
                power = 8
            else:
                return False
        elif power == 8 and self.gone and not (self.low or self.myriads) and self.s[pos - 1] == self.s[pos]:
            self.large *= 10**8                                         # 百亿亿
        else:
            section = self.low + self.myriads
            if not section or (self.gone and self.large < 10**12) or (self.gone and power == 12):
                return False
            if self.gone and self.large % 10**12:
                return False
            self.large += section * 10**power
            self.myriads, self.gone = 0, True
        if self.arabic is not None:
            self.arabic += BIG[self.s[pos]]
        self.low, self.limit, self.last, self.zero = 0, 4, power, False
        self.pos = pos + 1
        return True

    def figures(self, pos: int) -> bool:
        """Digits inside: 3万4千, 30萬6108, 1亿2000万; they must fill the places that the unit before them leaves open."""
        s = self.s
        found = ARABIC.match(s, pos)
        numeral = parse_digits(found[0]) if found else None
        if found is None or numeral is None or numeral.half != 0.5 or not numeral.value or self.limit == 0:
            return False
        n, end = int(numeral.value), found.end()
        gap = s[end : end + 1] == " " and s[end + 1 : end + 2] in BIG
        after = s[end + gap : end + gap + 1]
        power = SMALL.get(after, 0)
        first = self.fresh() and self.last == 0
        if power:
            closed = s[end + 1 : end + 2] in BIG                        # 20百万
            if (n >= 10 and not (power > 1 and closed)) or (power >= self.limit and not (first and closed)) \
                    or (first and unit_prefix(s, end + 1, power, arabic=True)):
                return self.last_digits(n, end, first)
            self.low += n * 10**power
            self.limit = self.last = power
            self.arabic, self.zero, self.pos = power, False, end + 1
            return True
        if after in BIG and (first or (n < 10**4 and self.last >= 8) or (self.zero and n < 10**self.last) or self.last in (2, 3)):
            self.low += n
            self.limit = self.last = 0
            self.arabic, self.zero, self.pos = 0, False, end + gap
            if self.big(self.pos):
                return True
            self.pos = end
            return first
        return self.last_digits(n, end, first)

    def last_digits(self, n: int, end: int, first: bool) -> bool:
        width = len(str(n))
        if not first and width == 1 and n and not self.zero and self.last in (4, 8) and self.s[end - 1] != "0" \
                and (self.s[end : end + 1] in PLACE_ENDS or self.s[end : end + 2] in PLACE_WORDS):
            n, width = n * 10 ** (self.last - 1), self.last                 # 2万3
            self.low, self.limit, self.arabic, self.pos = self.low + n, 0, self.last - 1, end
            self.last = 0
            return True
        closed = width == self.last or (self.zero and width < self.last) or self.myriad_and(width, end)
        if not first and (self.s[end : end + 1] == YEAR or not closed):
            return False
        self.low += n
        self.limit = self.last = 0
        self.arabic, self.zero, self.pos = 0, False, end
        return True

    def myriad_and(self, width: int, end: int) -> bool:
        """3萬764件, 121萬632戶: two or three digits behind 万 in digits, and what is counted."""
        return self.last == 4 and self.arabic == 4 and width in (2, 3) and _COUNTED.match(self.s, end) is not None
