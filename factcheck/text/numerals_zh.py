"""Chinese numerals to values: 三千五百二十亿, 两万三, 3万4千, 一点五亿, 百万, 三分之一, 百分之三十五, 二〇二三; 几十万, 三四十, 十几.

One scan from left to right.  A numeral is sections of 兆, 亿, 万 and units in falling order; inside a section thousands, hundreds, tens.
A last digit without its unit counts for the next lower place (两万三 is 23000).  Simplified, traditional and financial characters are one
alphabet; digits, also full-width, may stand where a character may (3万4千).  Nothing looks further than one numeral behind its end.
"""

from __future__ import annotations

import re

from .numerals import Numeral, parse_digits, shift, spelled

_DIGITS = {char: n for n, row in enumerate(
    ("零〇○", "一壹弌", "二贰貳弍", "三叁參叄参弎", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")) for char in row}
_ZEROS = frozenset("零〇○")
_TWO = frozenset("两兩")                        # counts, but is no digit of a string, and a weight behind a numeral
_SMALL = {char: power for power, row in ((1, "十拾"), (2, "百佰"), (3, "千仟")) for char in row}
_TENS = {char: 20 + 10 * n for n, row in enumerate(("廿", "卅", "卌")) for char in row}
_BIG = {"万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12}
_COUNT = {**_DIGITS, "两": 2, "兩": 2}
_WEAK = frozenset("参參陆陸伍肆拾")             # also words of their own: 参加, 大陆, 队伍, 收拾
_POINTS = frozenset("点點")
_OF_UNITS = frozenset("瓦克卡帕赫伏焦字比安")   # 千瓦, 千克, 兆字节: the scale belongs to the unit
_MEGA_UNITS = frozenset("瓦字比赫帕焦欧歐电電伏安位")
_HALVED = frozenset("数數个個年天月小日价價折斤公里吨噸票席成")
_MONEY_BEFORE = frozenset("币幣整为為共计計")

NUMERAL_CHARS = frozenset(_COUNT) | frozenset(_SMALL) | frozenset(_TENS) | frozenset("万萬亿億半几幾数數")
SCALES: dict[str, float] = {char: 10.0**power for char, power in (_SMALL | _BIG).items() if power > 1}

_ARABIC = re.compile(
    r"(?:[0-9０-９]{1,3}(?:,[0-9０-９]{3}){1,9}+|[０-９]{1,3}(?:，[０-９]{3}){1,9}+|[0-9０-９]{1,300}+)(?![,，]?[0-9０-９]{3}(?![0-9０-９]))"
    r"(?:[.．·][0-9０-９]{1,60}+)?+(?:[eｅE][-+－＋]?[0-9０-９]{1,2}(?![0-9A-Za-z０-９]))?+|[0-9０-９]{1,300}(?:[.．·][0-9０-９]{1,60}+)?+|[.．][0-9０-９]{1,60}+")
_DIGIT_RUN = re.compile(r"[零〇○一壹二贰貳三叁四五六七八九柒捌玖]{2,300}")
_PART_DIGITS = re.compile(r"[零〇○一壹二贰貳三叁參四肆五伍六陆陸七柒八捌九玖]{1,30}+|[0-9０-９]{1,30}+")
_HUNDREDTHS = re.compile(r"(百|佰|千|仟|[万萬]{1,2})[分份]之")
_PERCENT_POWERS = {"百": 0, "佰": 0, "千": -1, "仟": -1, "万": -2, "萬": -2}
_PERCENT = re.compile(r"[百佰千仟万萬]{1,2}\s*分\s*之")
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

    With ``spaces`` gaps inside the numeral are passed over (7 万5 千4 百), except between digits.
    """
    if spaces:
        return _find_spaced(s, pos)
    return _percent(s, pos) or _fraction(s, pos)


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
    gaps = [found.span() for found in _SPACES.finditer(window)]
    found = find_zh(_SPACES.sub("", window), 0)
    if found is None:
        return None
    end = found[1]
    for start, stop in gaps:
        if start >= end:
            break
        end += stop - start
    return found[0], pos + end


# -- fractions ----------------------------------------------------------------------------------------------------------------------


def _percent(s: str, pos: int) -> tuple[Numeral, int] | None:
    if s[pos] not in _PERCENT_POWERS:
        return None
    mark = _HUNDREDTHS.match(s, pos)
    if mark is None:
        return None
    found = _number(s, mark.end()) if mark.end() < len(s) else None
    if found is None:
        return (Numeral(100.0, 0.5, 1), mark.end() + 1) if s[mark.end() : mark.end() + 1] in ("百", "佰") else None
    (value, half, figures), end = found
    power = -6 if len(mark[1]) == 2 else _PERCENT_POWERS[mark[1]]
    return Numeral(shift(value, power), shift(half, power), figures), end


def _fraction(s: str, pos: int) -> tuple[Numeral, int] | None:
    """A number; or 三分之一, 三百五十又三分之一."""
    found = _number(s, pos)
    if found is None:
        return None
    numeral, end = found
    mark = s[end : end + 1]
    if mark == "又":
        part = _number(s, end + 1)
        share = _over(s, part[0], part[1]) if part else None
        return (Numeral(numeral.value + share[0].value, 0.0, numeral.figures + 1), share[1]) if share else found
    return (_over(s, numeral, end) if mark and mark in "分份" else None) or found


def _over(s: str, under: Numeral, end: int) -> tuple[Numeral, int] | None:
    if not under.value or s[end : end + 2] not in ("分之", "份之"):
        return None
    over = _number(s, end + 2)
    if over is None:
        return None
    return Numeral(over[0].value / under.value, 0.0, 1), over[1]


# -- numbers ------------------------------------------------------------------------------------------------------------------------


def _number(s: str, pos: int) -> tuple[Numeral, int] | None:
    """Digits or characters with scales, and what follows a point."""
    if pos >= len(s):
        return None
    char = s[pos]
    if char < "\u0250" or "．" <= char <= "９":
        return _arabic(s, pos)
    if char in _DIGITS:
        run = _DIGIT_RUN.match(s, pos)
        if run is not None:
            return _string(s, pos, run.end())
        if char in _WEAK and not _is_digit(s, pos):
            return None
    elif char == "半":
        return _half(s, pos)
    elif char in "拾" and s[pos + 1 : pos + 2] not in _COUNT and s[pos + 1 : pos + 2] not in _BIG:
        return None
    elif char not in NUMERAL_CHARS:
        return None
    scan = _Scan(s, pos)
    if not scan.run():
        return None
    end = scan.pos
    if end < len(s) and s[end] in _POINTS:
        pointed = _decimals(s, scan.value, end + 1)
        if pointed is not None:
            return pointed
    return scan.numeral(), end


def _arabic(s: str, pos: int) -> tuple[Numeral, int] | None:
    found = _ARABIC.match(s, pos)
    if found is None:
        return None
    numeral = parse_digits(found[0])
    if numeral is None:
        return None
    end = found.end()
    char = s[end : end + 1]
    if char == " " and s[end + 1 : end + 2] in _BIG:
        char = s[end + 1]
    if not char or (char not in _SMALL and char not in _BIG):
        return numeral, end
    if numeral.half == 0.5 and numeral.value < 1e15:
        scan = _Scan(s, pos)
        return (scan.numeral(), scan.pos) if scan.run() else (numeral, end)
    power, end = _scales(s, end)
    return Numeral(shift(numeral.value, power), shift(numeral.half, power), numeral.figures), end


def _scales(s: str, pos: int) -> tuple[int, int]:
    """The power of ten of scale characters behind decimals: 亿, 万亿, 百万, 千亿."""
    power, end = 0, pos
    if s[pos : pos + 1] == " " and s[pos + 1 : pos + 2] in _BIG:
        pos += 1
    small = _SMALL.get(s[pos : pos + 1], 0)
    if small:
        if s[pos + 1 : pos + 2] not in _BIG:
            return (3, pos + 1) if small == 3 and not (s[pos + 1 : pos + 2] and s[pos + 1] in "瓦克卡帕赫伏焦字比安米") else (0, end)
        power, pos = small, pos + 1
    while pos < len(s) and s[pos] in _BIG and power < 16 and (s[pos] != "兆" or s[pos + 1 : pos + 2] not in _MEGA_UNITS):
        power += _BIG[s[pos]]
        pos += 1
        end = pos
    return (power, end) if end == pos else (0, end)


def _decimals(s: str, whole: int, pos: int) -> tuple[Numeral, int] | None:
    """What follows 点: single digits, and a scale behind them (一点五亿).  十点二十分 is a time."""
    found = _PART_DIGITS.match(s, pos)
    if found is None or s[found.end() : found.end() + 1] in _SMALL:
        return None
    part = "".join(str(_DIGITS[char]) if char in _DIGITS else char for char in found[0]).translate(_WIDTH)
    numeral = parse_digits(f"{whole}.{part}")
    if numeral is None:
        return None
    power, end = _scales(s, found.end())
    return Numeral(shift(numeral.value, power), shift(numeral.half, power), numeral.figures), end


def _string(s: str, pos: int, end: int) -> tuple[Numeral, int] | None:
    """Digits read out one by one: 二〇二三, 一二三; two neighbours (三四十, 五六个) are a range, see ``find_zh_approx``."""
    if end - pos == 2:
        a, b = _DIGITS[s[pos]], _DIGITS[s[pos + 1]]
        if (a and b == a + 1) or (a, b) == (3, 5) or s[end : end + 1] in _SMALL:
            return None
    numeral = parse_digits("".join(str(_DIGITS[char]) for char in s[pos:end]))
    if numeral is None:
        return None
    if s[end : end + 1] in _BIG:
        power, end = _scales(s, end)
        numeral = Numeral(shift(numeral.value, power), shift(numeral.half, power), numeral.figures)
    return numeral, end


def _half(s: str, pos: int) -> tuple[Numeral, int] | None:
    after = s[pos + 1 : pos + 2]
    if after in ("百", "佰"):
        return Numeral(50.0, 5.0, 1), pos + 2
    before = s[pos - 1] if pos else ""
    if after and after not in _HALVED or before and (before in "大小多过過" or (before in "上下前后後" and after == "年")):
        return None
    return Numeral(0.5, 0.0, 1), pos + 1


def _is_digit(s: str, pos: int) -> bool:
    """Whether a character that is also a word (参, 陆) is a digit here: a unit follows, and in front is no word it could belong to."""
    after = s[pos + 1 : pos + 2]
    before = s[pos - 1] if pos else ""
    free = not before or before < "\u2e80" or before in NUMERAL_CHARS or before in _MONEY_BEFORE or before > "\uff00"
    if not after or after < "\u2e80":
        return free and bool(before)
    return after in "佰仟拾" or (free and (after in _SMALL or after in _BIG or after in _POINTS or after in "分折成"))


class _Scan:
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
            if char in _ZEROS:
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
        return self.pos > start

    @staticmethod
    def may_follow_zero(char: str) -> bool:
        return char in _COUNT and char not in _ZEROS or char in "十拾" or char in _TENS or char.isdigit()

    def begin(self) -> None:
        """Scales without a digit: 百万, 千亿, 万亿."""
        s, pos = self.s, self.pos
        char, after = s[pos], s[pos + 1 : pos + 2]
        if char in _SMALL and _SMALL[char] > 1 and after in _BIG and after != "兆":
            self.low = 10 ** _SMALL[char]
            self.big(self.pos + 1)
        elif char in "万萬" and after and after in "万萬亿億":
            self.low = 1
            self.big(pos)

    def part(self) -> bool:
        """Read a digit with its unit, a unit alone, or a scale; False where nothing continues the number."""
        s, pos = self.s, self.pos
        char = s[pos]
        if char in _COUNT:
            return self.digit(pos, _COUNT[char])
        if char in "十拾" and self.limit > 1:
            return self.unit(pos, 1, 1)
        if char in _TENS and self.limit > 1:
            self.low += _TENS[char]
            self.limit = self.last = 1
            self.arabic, self.zero, self.pos = None, False, pos + 1
            return True
        if char in _BIG:
            return self.big(pos)
        if char.isdigit() or (char == " " and self.last >= 4 and s[pos + 1 : pos + 2].isdigit()):
            return self.figures(pos + (char == " "))
        return False

    def fresh(self) -> bool:
        return not (self.low or self.myriads or self.large)

    def digit(self, pos: int, n: int) -> bool:
        s = self.s
        char, after = s[pos], s[pos + 1 : pos + 2]
        if not n or (self.last == 0 and self.low):
            return False
        power = _SMALL.get(after, 0)
        if power and power < self.limit and not (power == 3 and self.fresh() and s[pos + 2 : pos + 3] in _OF_UNITS):
            return self.unit(pos + 1, n, power)
        if char in _WEAK and not self.fresh() and after > "\u2e80" and after not in _BIG:
            return False
        if self.last > 1 and not self.zero and after not in _BIG:
            if char in _TWO or self.limit == 0:
                return False                                            # 三千两百两: a weight
            n *= 10 ** (self.last - 1)                                  # 两万三, 二百五
        elif char in _TWO and self.last == 1 or self.limit == 0:
            return False
        elif self.last > 1 and not self.zero and self.last < 4:
            n *= 10 ** (self.last - 1)                                  # 百二万
        self.low += n
        self.limit = self.last = 0
        self.arabic, self.zero, self.pos = None, False, pos + 1
        return True

    def unit(self, pos: int, n: int, power: int) -> bool:
        self.low += n * 10**power
        self.limit = self.last = power
        self.arabic, self.zero, self.pos = None, False, pos + 1
        return True

    def big(self, pos: int) -> bool:
        """Close the section with 万, 亿 or 兆; 万亿 and 万万 multiply."""
        power = _BIG[self.s[pos]]
        if power == 12 and (self.gone or self.myriads or self.s[pos + 1 : pos + 2] in _MEGA_UNITS):
            return False
        if power == 4:
            if self.low and not self.myriads:
                self.myriads = self.low * 10**4
            elif self.myriads and not self.low and not self.gone and self.last == 4 and self.s[pos - 1] in "万萬":
                self.large, self.myriads, self.gone = self.myriads * 10**4, 0, True
                power = 8
            else:
                return False
        else:
            section = self.low + self.myriads
            if not section or (self.gone and self.large < 10**12) or (self.gone and power == 12):
                return False
            if self.gone and self.large % 10**12:
                return False
            self.large += section * 10**power
            self.myriads, self.gone = 0, True
        if self.arabic is not None:
            self.arabic += _BIG[self.s[pos]]
        self.low, self.limit, self.last, self.zero = 0, 4, power, False
        self.pos = pos + 1
        return True

    def figures(self, pos: int) -> bool:
        """Digits inside: 3万4千, 30萬6108, 1亿2000万; they must fill the places that the unit before them leaves open."""
        s = self.s
        found = _ARABIC.match(s, pos)
        numeral = parse_digits(found[0]) if found else None
        if found is None or numeral is None or numeral.half != 0.5 or not numeral.value or self.limit == 0:
            return False
        n, end = int(numeral.value), found.end()
        gap = s[end : end + 1] == " " and s[end + 1 : end + 2] in _BIG
        after = s[end + gap : end + gap + 1]
        power = _SMALL.get(after, 0)
        first = self.fresh() and self.last == 0
        if power:
            follows = s[end + 1 : end + 2]
            if n >= 10 and not (power in (2, 3) and follows in _BIG) or power >= self.limit and not (first and follows in _BIG) \
                    or power == 3 and first and follows in "瓦克卡帕赫伏焦字比安米" and follows:
                return self.last_digits(n, end, first)
            self.low += n * 10**power
            self.limit = self.last = power
            self.arabic, self.zero, self.pos = power, False, end + 1
            return True
        if after in _BIG and (first or (n < 10**4 and self.last >= 8) or (self.zero and n < 10**self.last) or self.last in (2, 3)):
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
        if not first and (self.s[end : end + 1] == "年" or not (width == self.last or (self.zero and width < self.last))):
            return False
        self.low += n
        self.limit = self.last = 0
        self.arabic, self.zero, self.pos = 0, False, end
        return True


# -- some, several ------------------------------------------------------------------------------------------------------------------

_NUMBER_CHARS = "零〇一二三四五六七八九十百千万亿两兩萬億壹贰叁肆伍陆柒捌玖拾佰仟貳參陸廿卅"
_APPROX = re.compile(
    rf"(?:[百佰][分份]之)?(?P<prefix>[{_NUMBER_CHARS}]{{0,16}}?)"
    r"(?:(?P<some>[几幾])|(?P<many>[数數])|(?P<a>[一二两兩三四五六七八])(?P<list>、)?(?P<b>[二两兩三四五六七八九]))"
    r"(?P<small>[十百千拾佰仟]?)(?P<big>[万萬亿億]{0,2})")
_COUNTED = frozenset("个個天年月次名位家种種句件周週日岁歲人小")
_AGES = frozenset("岁歲個个人天名万萬亿億里米公斤元块塊次分")
_NOT_COUNTED = frozenset("线線级級季产產月号號章节節条條款期把手流等届屆楼层層者")
_NOUN_BEFORE = frozenset("人总總户戶次件倍指参參函分系基常点點步票天年字页頁岁歲个個位套台辆例间家多少半大对整负奇偶无無")


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
    if before < 0 or (found["many"] and (prefix or (pos and s[pos - 1] in _NOUN_BEFORE))):
        return None
    unit = _SMALL.get(small, 0)
    scale = sum(_BIG[char] for char in big)
    zero = prefix[-1:] in _ZEROS
    if prefix and (unit >= last or big and last >= 4 and last <= _BIG[big[0]]):
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
    stem = prefix.rstrip("零〇")
    if not stem or (stem[-1] not in _SMALL and stem[-1] not in _BIG and stem[-1] not in _TENS):
        return -1, 0
    scan = _Scan(stem, 0)
    if not scan.run() or scan.pos != len(stem):
        return -1, 0
    return scan.value, scan.last


def _neighbours(s: str, pos: int, found: re.Match[str], unit: int, scale: int) -> tuple[int, int] | None:
    """Both ends of 三四, 一两, 三五; None where the pair is no range (十四五规划, 一二线, 第一二章)."""
    low, high, prefix = _COUNT[found["a"]], _COUNT[found["b"]], found["prefix"]
    after = s[found.end() : found.end() + 1]
    bare = not unit and not scale
    if high != low + 1 and not (low == 3 and high == 5 and not prefix):
        return None
    if found["b"] in _TWO and (low != 1 or (bare and after not in _COUNTED)):
        return None
    if found["list"] and (prefix or bare):
        return None
    if bare and after and (after in _NOT_COUNTED or after in _COUNT or after in _SMALL or after.isdigit() or after in _POINTS):
        return None
    if prefix == "十" and high == 5 and bare and after not in _AGES:
        return None
    return None if pos and s[pos - 1] in "第初" else (low, high)
