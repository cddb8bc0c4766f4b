"""Chinese: one character after another, the longest known word first; numerals in characters, digits with 万 and 亿.

A figure is a numeral, its scale, its unit, and what Chinese puts behind the unit: a half (三斤半, 两个半小时), the next lower
place (两米三, 五块六).  What decides over a word is in ``rules/zh/words.toml``; here is how a figure is spelled.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import numerals_zh
from .lexer import DECOY, FIGURE, FULL_WIDTH, MARKS, RATES, Figure, Reader, Token
from .numerals import Numeral

if TYPE_CHECKING:
    from .language import Language, UnitMatch
    from .lexicon import Entry

_TAIL = re.compile(r"(?P<zero>[零〇])?(?P<digit>[一二两兩三四五六七八九])|(?P<figures>[0-9０-９]{1,2})(?![0-9０-９.．])")
_TAIL_DIGITS = {char: n for n, char in enumerate("一二三四五六七八九", 1)} | {"两": 2, "兩": 2}
_GAPPED = re.compile(r"(?:[点點] |[0-9]{1,4} [百千]| (?: ?[零〇一二三四五六七八九十百千万萬亿億两兩几幾余餘多壹贰叁肆伍陆柒捌玖拾佰仟点點又]|[分份] *之|[0-9０-９]{1,4} ?[百千万萬亿億]))")
_SOME_AHEAD = re.compile(r"[零〇]? ?[几幾]")
_UNITS = re.compile(r"[十百千万萬亿億拾佰仟点點分份]")
_LOOSE_COMMA = re.compile(r"[0-9]{1,3}(?:, [0-9]{3}){1,3}(?![0-9,.])")
_ROUND = {"百": 1e2, "千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}


class ChineseReader(Reader):
    def __init__(self, text: str, start: int, end: int, language: Language) -> None:
        super().__init__(text, start, end, language)
        settings = language.settings
        self.tails: dict[str, int] = settings.get("tails", {})
        self.per, self.per_end = "", 0
        self.half_words: dict[str, str] = settings.get("half_words", {})
        self.round_marks = tuple(settings.get("round_before", ()))
        self.doubler: str = settings.get("doubling_verb", "")
        self.counter: str = settings.get("doubling_counter", "")

    def run(self) -> list[Token]:
        text, end, words, tokens = self.text, self.end, self.words, self.tokens
        longest = self.language.lexicon.longest
        numeral_chars = numerals_zh.NUMERAL_CHARS
        while self.pos < end:
            pos = self.pos
            char = text[pos]
            size = longest.get(char, 0)
            entry = None
            while size:
                entry = words.get(text[pos : pos + size]) if pos + size <= end else None
                if entry is not None:
                    break
                size -= 1
            if "0" <= char <= "9" or "０" <= char <= "９":
                if size < 2:
                    if not self.shape():
                        self.digits(pos)
                    continue
            elif char in numeral_chars:
                if self.cjk(pos, size, entry):
                    continue
            elif char < "\u0250" and char.isalpha():
                self.latin(pos)
                continue
            elif char in self.half_words and text[pos + 1 : pos + 2] in ("半", "折") and self.half_word(pos):
                continue
            if entry is not None:
                if char == self.doubler and self.doubling(pos, size):
                    continue
                self.known(entry, pos, pos + size)
                if "per_before" in entry.groups:
                    self.every(entry, pos + size)
                continue
            self.pos = pos + 1
            mark = char.translate(FULL_WIDTH) if char > "\u2000" else char
            if mark in MARKS:
                self.mark(MARKS[mark], pos)
                self.per = ""
            elif not mark.isspace():
                self.unknown(pos, pos + 1)
        return tokens

    def mark(self, mark: str, pos: int) -> None:
        """Punctuation; two dashes (3——5) are one."""
        last = self.tokens[-1] if self.tokens else None
        if mark == "-" and last is not None and last.char == "-" and last.end == pos and self.text[pos] == "—":
            last.end = pos + 1
        else:
            self.tokens.append(Token(mark, pos, pos + 1))

    # -- Latin ------------------------------------------------------------------------------------------------------------------------

    def latin(self, start: int) -> None:
        """A Latin word in Chinese text: a name, a cue (GDP, CAGR), a currency code, a model number."""
        text, stop = self.text, start
        while stop < self.end and text[stop].isascii() and (text[stop].isalpha() or text[stop] == "'"):
            stop += 1
        if stop == start:
            stop = start + 1
        after = text[stop : stop + 1]
        if after.isdecimal() and after.isascii() or (after == "-" and text[stop + 1 : stop + 2].isdecimal()):
            if after != "-" and self.currency_before(stop) is not None:
                self.unknown(start, stop)
                self.pos = stop
                return
            while stop < self.end and text[stop].isascii() and (text[stop].isalnum() or text[stop] in ".-"):
                stop += 1
            self.typed("name", start, stop)
            return
        entry = self.words.get(text[start:stop].lower())
        if entry is not None:
            self.known(entry, start, stop)
        else:
            self.unknown(start, stop)
            self.pos = stop

    # -- numerals ---------------------------------------------------------------------------------------------------------------------

    def digits(self, start: int) -> None:
        """Digits with Chinese scales among them (3万4千, 1.2亿, 30萬6108)."""
        text = self.text
        found = self.numeral(start)
        if found is None:
            self.pos = start + 1
            self.unknown(start, start + 1)
            return
        numeral, stop = found
        if text[stop : stop + 2] == ", ":
            loose = _LOOSE_COMMA.match(text, start, self.end)
            if loose is not None and loose.end() > stop and self.language.unit_at(text, loose.end(), self.end, None) is not None:
                digits = loose[0].replace(", ", "")
                numeral, stop = Numeral(float(digits), 0.5, len(digits.rstrip("0"))), loose.end()
        figure = self.figure(start, numeral, stop)
        if stop < self.end and text[stop].isascii() and text[stop].isalpha():
            tail = stop
            while tail < self.end and text[tail].isascii() and text[tail].isalnum():
                tail += 1
            if self.language.unit_at(text, stop, self.end, figure) is None and text[stop:tail] not in self.language.settings.get("latin_scales", {}) \
                    and text[stop:tail] not in ("x", "X"):
                self.typed("name", start, tail)
                return
        self.finish(start, self.more(stop, figure), figure)

    def numeral(self, pos: int) -> tuple[Numeral, int] | None:
        """The exact numeral at ``pos``, gaps inside it included (7 万5 千), cut at the end of the sentence."""
        text = self.text
        found = numerals_zh.find_zh(text, pos)
        stop = found[1] if found is not None else pos + 1
        if _GAPPED.match(text, stop, self.end):
            spaced = numerals_zh.find_zh(text, pos, spaces=True)
            if spaced is not None and (found is None or spaced[1] > stop) and _UNITS.search(text, pos, spaced[1]):
                found = spaced
        return found if found is not None and found[1] <= self.end else None

    def figure(self, start: int, numeral: Numeral, stop: int) -> Figure:
        """A figure that remembers the scale at its end, for sharing over a range."""
        figure = Figure(numeral.value, numeral.value, numeral.half, numeral.figures, stop)
        text, scale, at = self.text, 1.0, stop
        while at > start and text[at - 1] in numerals_zh.SCALES:
            scale *= numerals_zh.SCALES[text[at - 1]]
            at -= 1
        if start < at < stop:
            figure.scale = scale
            figure.mantissa = figure.high / scale
        return figure

    def cjk(self, pos: int, known: int, entry: Entry | None) -> bool:
        """A numeral in characters, exact or approximate; a longer known word (一些, 万一) hides it."""
        text = self.text
        if text[pos] in "零〇" and self.joins(pos):
            self.pos = pos + 1
            return True
        approx = numerals_zh.find_zh_approx(text, pos)
        exact = self.numeral(pos)
        some = numerals_zh.find_some(text, pos) if exact is not None and text[pos] not in "几幾" and _SOME_AHEAD.match(text, exact[1], self.end) or (
            approx is not None and text[pos] in "十百") else None
        if some is not None and some[1] <= self.end:
            figure = self.figure(pos, *some)
            figure.more, figure.words = "bounded", True
            self.finish(pos, self.more(some[1], figure), figure)
            return True
        if exact is not None and not exact[0].figures:
            self.unknown(pos, exact[1])
            self.pos = exact[1]
            return True
        if approx is not None and approx[2] <= self.end and (exact is None or approx[2] > exact[1]):
            low, high, stop = approx
            if known >= stop - pos:
                return False
            figure = Figure(low, high, 0.0, 1, stop)
            figure.more = "several"
        elif exact is not None:
            numeral, stop = exact
            if known >= stop - pos and entry is not None and not self.wins(pos, stop, known, entry):
                return False
            if text[stop : stop + 2] in ("分一", "份一") and 2 <= numeral.value <= 10 and self.parts(stop + 2):
                numeral, stop = Numeral(1 / numeral.value, 0.0, 1), stop + 2             # 三分一
            figure = self.figure(pos, numeral, stop)
        else:
            return self.round(pos, known) or self.half_of(pos)
        figure.words = True
        if numerals_zh.is_percent(text, pos, stop):
            figure.unit = self.language.percent
        self.finish(pos, self.more(stop, figure), figure)
        return True

    def parts(self, pos: int) -> bool:
        """Whether 三分一 ends here as a fraction: a unit, 的 or no word follows."""
        after = self.text[pos : pos + 1]
        unit = self.language.unit_at(self.text, pos, self.end, None)
        return not after.isalpha() or pos >= self.end or after == "的" or (unit is not None and "measure" not in unit[0].flags)

    def joins(self, pos: int) -> bool:
        """Whether 零 stands between the parts of one figure: 两年零三个月, 一小时零五分."""
        last = self.tokens[-1] if self.tokens else None
        after = self.text[pos + 1 : pos + 2]
        return last is not None and last.figure is not None and last.figure.unit is not None and last.end == pos and after not in "零〇" and (
            after.isdecimal() or after in numerals_zh.NUMERAL_CHARS)

    def wins(self, pos: int, stop: int, known: int, entry: Entry) -> bool:
        """Whether a numeral is read although a known word begins with it: 十分钟, 十一个省, 一年半; not 十分, 一年."""
        text = self.text
        if text[stop - 1] == "半" and stop == pos + 2:
            return text[pos] == "一"                                        # 一半
        if entry.groups != DECOY:
            after = text[pos + known : pos + known + 1]
            return bool(entry.period) and stop < pos + known and (
                after in self.language.bounded_marks or (after == "半" and not self.hides(pos + known)) or (after == "零" and known > 1))
        unit = self.language.unit_at(text, stop, self.end, None)
        if unit is None:
            return pos == self.start and stop == self.end
        if unit[1] > pos + known:
            return True
        last = self.tokens[-1] if self.tokens else None
        return unit[1] == pos + known and last is not None and last.end == pos and last.figure is not None and last.figure.unit is not None

    def hides(self, pos: int) -> bool:
        """Whether a longer word begins at a character that would be read as 半."""
        size = self.language.lexicon.longest.get(self.text[pos], 0)
        return any(self.text[pos : pos + n] in self.words for n in range(size, 1, -1))

    def round(self, pos: int, known: int) -> bool:
        """百 or 千 alone behind a hedge: 近百家企业, 上千人, 过万元."""
        value = _ROUND.get(self.text[pos])
        last = self.tokens[-1] if self.tokens else None
        if value is None or known > 1 or last is None or last.end != pos:
            return False
        hedged = last.entry is not None and bool(last.entry.hedge_before)
        if not hedged and not self.text.endswith(self.round_marks, self.start, pos):
            return False
        stop = pos + 1
        while self.text[stop : stop + 1] in ("万", "亿", "萬", "億") and stop < self.end:
            value *= _ROUND[self.text[stop]]
            stop += 1
        unit = self.language.unit_at(self.text, stop, self.end, None)
        if unit is None or self.language.calendar.get(self.text[stop : unit[1]]) == "year" and not hedged:
            return False
        figure = Figure(value, value, value / 2, 1, stop)
        figure.words = True
        if not hedged:
            figure.more = "above"
        self.finish(pos, stop, figure)
        return True

    def half_of(self, pos: int) -> bool:
        """半 before a unit of measure: 半加仑."""
        if self.text[pos] != "半" or self.hides(pos):
            return False
        unit = self.language.unit_at(self.text, pos + 1, self.end, None)
        if unit is None or "measure" in unit[0].flags or unit[1] < pos + 3:
            return False
        figure = Figure(0.5, 0.5, 0.0, 1, pos + 1)
        figure.words = True
        self.finish(pos, pos + 1, figure)
        return True

    def more(self, stop: int, figure: Figure) -> int:
        """多 and 余 behind the digits: 3000余万, 20多个, 一百多."""
        text = self.text
        at = stop + 1 if text[stop : stop + 1] == " " else stop
        while at < self.end and text[at] in self.language.bounded_marks:
            figure.more = "bounded"
            power, stop = numerals_zh.read_scales(text, at + 1)
            stop = max(stop, at + 1)
            if power:
                figure.scale_by(10.0**power)
            at = stop
        return stop

    # -- units ------------------------------------------------------------------------------------------------------------------------

    def scale(self, stop: int, figure: Figure, money: bool) -> int:
        """A Latin scale behind digits (15k, 2.5M), or 打 (a dozen); Chinese scales belong to the numeral."""
        del money
        if self.text[stop : stop + 1] == "打" and stop < self.end and not self.text[stop + 1 : stop + 2].isalpha():
            figure.scale_by(12.0)
            return stop + 1
        if stop < self.end and not figure.more and not figure.words:
            at = stop + 1 if self.text[stop] == " " else stop
            scales: dict[str, float] = self.language.settings.get("latin_scales", {})
            if at < self.end and self.text[at] in "kKMmbt" and not (self.text[at] == "m" and self.text[at + 1 : at + 2] not in ("n", "i")):
                tail = at
                while tail < self.end and self.text[tail].isascii() and self.text[tail].isalpha() and tail - at < 9:
                    tail += 1
                factor = scales.get(self.text[at:tail])
                if factor and (at == stop or tail - at > 1 or self.text[at] == "M"):
                    figure.scale_by(factor)
                    return tail
        return stop

    def unit_after(self, stop: int, figure: Figure) -> tuple[UnitMatch, int] | None:
        """The unit, 个半 in front of it read, an ambiguous one chosen by the words before; then what the unit lets follow."""
        text = self.text
        if text[stop : stop + 1] in ("个", "個") and text[stop + 1 : stop + 2] == "半" and not self.hides(stop + 1):
            unit = self.language.unit_at(text, stop + 2, self.end, figure) or self.hour(stop + 2) or self.language.unit_at(text, stop, self.end, figure)
            if unit is not None:
                self.add_part(figure, 0.5)
                return unit[0], max(unit[1], stop + 2)
        found = self.language.unit_at(text, stop, self.end, figure)
        if found is None:
            return None
        unit, end = found
        if unit.alternatives and "ambiguous" in unit.flags:
            unit = self.sense(unit)
        if unit.dimension == "percent" and unit.factor == 10 and text[stop:end] == "折" and figure.scale == 1:
            if 10 < figure.high < 100:
                self.multiply(figure, 0.1)                                  # 75折, 三八折
            elif figure.high == 0.5 and text[stop - 1] == "半":
                self.multiply(figure, 10.0)                                 # 半折
        if not figure.more and len(text[stop:end]) > 1 and not self.language.bounded_marks.isdisjoint(text[stop:end]):
            figure.more = "bounded"                                         # 3个多月
        end = self.half_or_tail(stop, end, figure)
        return unit, end

    def finish(self, start: int, stop: int, figure: Figure) -> None:
        """Scale, unit and what follows it; and 每公斤 in front of it."""
        super().finish(start, stop, figure)
        if self.per and start - self.per_end < 8:
            if not figure.per and figure.unit is not None and figure.unit.dimension not in RATES and figure.unit.name != self.per:
                figure.per = self.per
            self.per = ""

    def every(self, entry: Entry, stop: int) -> None:
        """Remember the unit behind 每, for the next figure."""
        unit = self.language.unit_at(self.text, stop, self.end, None)
        self.per = unit[0].name if unit is not None and "per_before" in entry.groups else ""
        self.per_end = unit[1] if unit is not None else 0

    def hour(self, pos: int) -> tuple[UnitMatch, int] | None:
        """一个半钟."""
        unit = self.language.phrases.get("小时")
        return (unit, pos + 1) if unit is not None and pos < self.end and self.text[pos] in "钟鐘" else None

    @staticmethod
    def multiply(figure: Figure, by: float) -> None:
        figure.low, figure.high, figure.half, figure.mantissa = figure.low * by, figure.high * by, figure.half * by, figure.mantissa * by

    @staticmethod
    def add_part(figure: Figure, part: float, half: float = 0.05) -> None:
        figure.low += part
        figure.high += part
        figure.half, figure.figures, figure.compound = half, figure.figures + 1, True

    def sense(self, unit: UnitMatch) -> UnitMatch:
        """度 is Celsius after 气温, an angle after 北纬: the last word before it that says which."""
        for token in self.tokens[:-13:-1]:
            if token.entry is not None:
                for other in unit.alternatives:
                    if "unit_" + other.name in token.entry.groups:
                        return other
        return unit

    def half_or_tail(self, start: int, end: int, figure: Figure) -> int:
        """三斤半, 一分半钟, 两米三, 五块六, 三块零四."""
        text = self.text
        char = text[end : end + 1]
        if not char or end >= self.end or figure.more or figure.low != figure.high:
            return end
        if char == "半":
            if self.hides(end):
                return end
            self.add_part(figure, 0.5)
            return end + 2 if text[end + 1 : end + 2] in ("钟", "鐘") else end + 1
        base = self.tails.get(text[start:end].strip())
        tail = _TAIL.match(text, end, self.end) if base else None
        if base is None or tail is None or not float(figure.low).is_integer() and figure.half < 0.5:
            return end
        stop = tail.end()
        after = text[stop : stop + 1]
        if after and stop < self.end and (after in numerals_zh.NUMERAL_CHARS or after in "点點.．%％分成" or self.language.unit_at(text, stop, self.end, None) is not None):
            return end
        places, n = (1, _TAIL_DIGITS[tail["digit"]]) if tail["digit"] else (len(tail["figures"]), int(tail["figures"]))
        if tail["zero"]:
            places = 2
        if not n:
            return end
        self.add_part(figure, n / float(base if places == 1 else base * 10), 0.5 / (base if places == 1 else base * 10))
        return stop

    def half_word(self, pos: int) -> bool:
        """个半小时, 分半钟: one and a half, the one left out; 对折: half the price."""
        text = self.text
        if text[pos + 1] == "折":
            unit = self.language.phrases.get(self.half_words[text[pos]])
            if unit is None or text[pos + 2 : pos + 3] in ("叠", "疊", "射", "腾", "騰"):
                return False
            figure = Figure(5.0, 5.0, 0.0, 1, pos + 1)
            figure.unit, figure.words = unit, True
            self.tokens.append(Token(FIGURE, pos, pos + 2, None, figure))
            self.pos = pos + 2
            return True
        if text[pos] in "对對":
            return False
        before = text[pos - 1 : pos] if pos > self.start else ""
        if "\u3400" <= before <= "\u9fff" and not (self.tokens and self.tokens[-1].entry is not None and self.tokens[-1].end == pos):
            return False
        name = self.half_words[text[pos]]
        unit = self.language.unit_at(text, pos + 2, self.end, None)
        figure = Figure(1.5, 1.5, 0.05, 2, pos + 2)
        figure.words, figure.compound = True, True
        if name and text[pos + 2 : pos + 3] in ("钟", "鐘"):
            figure.unit = self.language.phrases.get(name)
            stop = pos + 3
        elif unit is not None and unit[0].dimension == "[time]":
            figure.unit, stop = unit
        else:
            return False
        self.tokens.append(Token(FIGURE, pos, stop, None, figure))
        self.pos = stop
        return True

    def doubling(self, start: int, size: int) -> bool:
        """翻了近一番, 翻两番: doubled so many times over; the value is two to that power."""
        text, more = self.text, ""
        while size and "fan_verb" not in getattr(self.words.get(text[start : start + size]), "groups", ()):
            size -= 1
        if not size or self.words[text[start : start + size]].factor:
            return False
        stop = start + size
        for size in range(self.language.lexicon.longest.get(text[stop : stop + 1], 0), 0, -1):
            entry = self.words.get(text[stop : stop + size])
            if entry is not None and entry.hedge_before:
                more, stop = entry.hedge_before, stop + size
                break
        if stop >= self.end or not (text[stop].isdecimal() or text[stop] in numerals_zh.NUMERAL_CHARS):
            return False
        found = self.numeral(stop)
        if found is None or not text.startswith(self.counter, found[1]) or not 0 < found[0].value <= 64:
            return False
        value = 2.0 ** found[0].value
        figure = Figure(value, value, 0.0, 1, found[1])
        figure.kind, figure.factor_word, figure.more = "factor", "of", more
        self.tokens.append(Token(FIGURE, start, found[1] + 1, None, figure))
        self.pos = found[1] + 1
        return True
