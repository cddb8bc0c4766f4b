"""Chinese numerals where they stand: digits with 万 and 亿 among them, characters, 百余, 半, 翻两番; and the words that hide one.

How a numeral is spelled is in ``numerals/zh``; which words decide over it is in ``rules/zh/words.toml``.
"""

from __future__ import annotations

from ...patterns import re
from ...typed import TYPE_CHECKING
from ..numerals import LONGEST, Numeral
from ..numerals import zh as numerals_zh
from ..numerals import zh_words as chars
from ..numerals.zh_words import BIG, COUNT, LEADING, NUMERAL_CHARS, OVER_BEGINS, POWERS, SCALES, SMALL, SOME, ZEROS
from . import DECOY, FIGURE, Figure, Token
from .zh_units import Suffixes

if TYPE_CHECKING:
    from ..lexicon import Entry

_GAPPED, _SOME_AHEAD, _SCALED = re.compile(chars.GAPPED), re.compile(chars.SOME_AHEAD), re.compile(chars.SCALED)
_OVER_MINUS, _LED, _PLAIN = re.compile(chars.OVER_MINUS), re.compile(chars.LED), re.compile(chars.PLAIN)
_LED_MONEY = re.compile(chars.LED_MONEY)
_RUN = re.compile(r"[0-9０-９]+")
_SPACED = re.compile(chars.SPACED_THOUSANDS)
_WIDE = re.compile(r"(?<![0-9，,.])[0-9]{1,3}(?:，[0-9]{3}){1,3}(?![0-9，,.])")
_LOOSE_COMMA = re.compile(r"[0-9]{1,3}(?:, [0-9]{3}){1,3}(?![0-9,.])")


class NumeralReader(Suffixes):
    def digits(self, start: int) -> None:
        """Digits with Chinese scales among them (3万4千, 1.2亿, 30萬6108)."""
        text = self.text
        found = self.numeral(start)
        run = _RUN.match(text, start, self.end)
        if found is None or run is not None and run.end() - start > LONGEST:
            stop = run.end() if run is not None else start + 1               # no number, however long
            self.unknown(start, stop)
            self.pos = stop
            return
        numeral, stop = found
        if text[stop : stop + 2] == ", ":
            loose = _LOOSE_COMMA.match(text, start, self.end)
            if loose is not None and loose.end() > stop and self.language.unit_at(text, loose.end(), self.end, None) is not None:
                digits = loose[0].replace(", ", "")
                numeral, stop = Numeral(float(digits), 0.5, len(digits.rstrip("0"))), loose.end()
        if text[stop : stop + 1] == "，" and stop - start < 4 and text[stop + 1 : stop + 2].isdecimal() and (found := self.wide(start)):
            numeral, stop = found
        if text[stop : stop + 1] == " " and stop - start < 4 and (found := self.spaced(start)) is not None:
            numeral, stop = found
        figure = self.figure(start, numeral, stop)
        if stop < self.end and text[stop].isascii() and text[stop].isalpha():
            tail = stop
            while tail < self.end and text[tail].isascii() and text[tail].isalnum():
                tail += 1
            known = text[stop:tail] in self.settings.latin_scales or text[stop:tail] in ("x", "X")
            if not known and self.language.unit_at(text, stop, self.end, figure) is None:
                self.typed("name", start, tail)
                return
        self.finish(start, self.more(stop, figure), figure)

    def wide(self, start: int) -> tuple[Numeral, int] | None:
        """47，564，300人: full-width commas between thousands, where two figures of its sentence are printed so, each with its unit."""
        text = self.text
        found = _WIDE.match(text, start, self.end)
        if found is None or self.language.unit_at(text, found.end(), self.end, None) is None or text[start - 1 : start] == "，":
            return None
        if any(token.entry is not None and token.entry.groups & {"respectively", "each_take"} for token in self.tokens):
            return None                                                     # 分别为50，120，180人
        some = [hit for hit in _WIDE.finditer(text, self.start, self.end) if hit[0].count("，") > 1]
        if len(some) < 2 or any(self.language.unit_at(text, hit.end(), self.end, None) is None for hit in some):
            return None
        digits = found[0].replace("，", "")
        return Numeral(float(digits), 0.5, len(digits.rstrip("0"))), found.end()

    def spaced(self, start: int) -> tuple[Numeral, int] | None:
        """1 300万, 2 450例: a space between thousands, before a scale or what is counted."""
        text = self.text
        found = _SPACED.match(text, start, self.end)
        if found is None or start > self.start and text[start - 1 : start].strip() and text[start - 1].isascii() and text[start - 1] != "(":
            return None
        power, stop = numerals_zh.read_scales(text, found.end())
        if not power and self.language.unit_at(text, found.end(), self.end, None) is None:
            return None
        value = int(found[0].replace(" ", ""))
        return Numeral(float(value * 10**power), 0.5 * 10**power, len(str(value).rstrip("0"))), stop

    def numeral(self, pos: int) -> tuple[Numeral, int] | None:
        """The exact numeral at ``pos``, gaps inside it included (7 万5 千), cut at the end of the sentence."""
        text = self.text
        plain = _PLAIN.match(text, pos, self.end)
        if plain is not None:
            whole, part, scale = plain.groups()
            power = POWERS[scale]
            if part is None:
                value, half = float(int(whole) * 10**power), 0.5 * 10.0**power
                return Numeral(value, half, len(whole.strip("0")) or 1), plain.end()
            places = power - len(part)
            if places >= 0:
                return Numeral(float(int(whole + part) * 10**places), 0.5 * 10.0**places, len((whole + part).lstrip("0")) or 1), plain.end()
        found = numerals_zh.find_zh(text, pos)
        stop = found[1] if found is not None else pos + 1
        if _GAPPED.match(text, stop, self.end):
            spaced = numerals_zh.find_zh(text, pos, spaces=True)
            if spaced is not None and (found is None or spaced[1] > stop) and _SCALED.search(text, pos, spaced[1]):
                found = spaced
        if found is not None and text[found[1] : found[1] + 1] in OVER_BEGINS and found[1] < self.end:
            under = _OVER_MINUS.match(text, found[1], self.end)                # 三分之负二
            over = numerals_zh.find_zh(text, under.end()) if under is not None else None
            if over is not None and found[0].value:
                return Numeral(-over[0].value / found[0].value, 0.0, 1), over[1]
        return found if found is not None and found[1] <= self.end else None

    def figure(self, start: int, numeral: Numeral, stop: int) -> Figure:
        """A figure that remembers the scale at its end, for sharing over a range."""
        figure = Figure(numeral.value, numeral.value, numeral.half, numeral.figures, stop)
        text, scale, at = self.text, 1.0, stop
        while at > start and text[at - 1] in SCALES:
            scale *= SCALES[text[at - 1]]
            at -= 1
        if start < at < stop:
            figure.scale = scale
            figure.mantissa = figure.high / scale
        return figure

    def cjk(self, pos: int, known: int, entry: Entry | None) -> bool:
        """A numeral in characters, exact or approximate; a longer known word (一些, 万一) hides it."""
        text = self.text
        if text[pos] in ZEROS and self.joins(pos):
            self.pos = pos + 1
            return True
        approx = numerals_zh.find_zh_approx(text, pos)
        exact = self.hundred(pos) or self.numeral(pos)
        some = None
        if text[pos] not in SOME and (approx is not None if exact is None else _SOME_AHEAD.match(text, exact[1], self.end)):
            some = numerals_zh.find_some(text, pos)
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
            if text[stop : stop + 2] in chars.ONE_OVER and 2 <= numeral.value <= 10 and self.parts(stop + 2):
                numeral, stop = Numeral(1 / numeral.value, 0.0, 1), stop + 2             # 三分一
            figure = self.figure(pos, numeral, stop)
            if numerals_zh.is_bare(text[pos:stop]) and text.endswith(self.settings.round_marks, self.start, pos):
                figure.more = "above"                                       # 上千万
        elif known < 2 and pos + 2 < self.end and text[pos] in COUNT and text[pos + 1] in COUNT and text[pos + 2] in chars.NOT_COUNTED:
            self.unknown(pos, pos + 2)                                      # 五六级: not 六级
            self.pos = pos + 2
            return True
        else:
            return self.round(pos, known) or self.half_of(pos)
        figure.words = True
        if numerals_zh.is_percent(text, pos, stop):
            figure.unit = self.language.percent
        self.finish(pos, self.more(stop, figure), figure)
        return True

    def hundred(self, pos: int) -> tuple[Numeral, int] | None:
        """百二萬, 千五亿: the one in front left out, and the last unit too."""
        text = self.text
        if text[pos] not in LEADING or pos > self.start and text[pos - 1] in NUMERAL_CHARS:
            return None
        power = (SMALL | BIG)[text[pos]]
        found = _LED.match(text, pos, self.end) if power < 4 else None
        money = _LED_MONEY.match(text, pos, self.end) if found is None else None
        if money is not None and (                                          # 萬九, 千二元
                text[money.end() : money.end() + 1].strip() or pos == self.start and text[pos : pos + 2] not in self.words):
            return Numeral((10 + COUNT[money[1]]) * 10.0 ** (power - 1), 0.5 * 10.0 ** (power - 1), 2), money.end()
        if found is None:
            return None
        scale, stop = numerals_zh.read_scales(text, found.end())
        value = (10 + COUNT[found[1]]) * 10.0 ** (power - 1 + scale)
        return Numeral(value, 0.5 * 10.0 ** (power - 1 + scale), 2), stop

    def parts(self, pos: int) -> bool:
        """Whether 三分一 ends here as a fraction: a unit, 的 or no word follows."""
        after = self.text[pos : pos + 1]
        if not after.isalpha() or pos >= self.end or after in self.language.sets["particles"]:
            return True
        unit = self.language.unit_at(self.text, pos, self.end, None)
        return unit is not None and "measure" not in unit[0].flags

    def joins(self, pos: int) -> bool:
        """Whether 零 stands between the parts of one figure: 两年零三个月, 一小时零五分."""
        last = self.tokens[-1] if self.tokens else None
        after = self.text[pos + 1 : pos + 2]
        if last is None or last.end != pos or last.figure is None or last.figure.unit is None:
            return False
        return after.isdecimal() or after in NUMERAL_CHARS and after not in ZEROS

    def wins(self, pos: int, stop: int, known: int, entry: Entry) -> bool:
        """Whether a numeral is read although a known word begins with it: 十分钟, 十一个省, 一年半; not 十分, 一年."""
        text = self.text
        if text[stop - 1] == chars.HALF and stop == pos + 2:
            return COUNT.get(text[pos]) == 1                                        # 一半
        if entry.groups != DECOY:
            after = text[pos + known : pos + known + 1]
            if not entry.period or stop >= pos + known:
                return False
            goes_on = after in self.language.bounded_marks or after in ZEROS and known > 1
            return goes_on or after == chars.HALF and not self.hides(pos + known)
        unit = self.language.unit_at(text, stop, self.end, None)
        if unit is None or "after_digit" in unit[0].flags or unit[1] == stop + 1 and self.belongs(stop, unit[0]):
            # “五一”: the mark is no inch; 五一|国际劳动节
            return pos == self.start and stop == self.end
        if unit[1] > pos + known:
            return True
        if unit[0].dimension[:6] == "money:" and unit[1] == pos + known and text[unit[1] : unit[1] + 1] in NUMERAL_CHARS:
            lower = self.language.unit_at(text, unit[1] + 1, self.end, None)        # 三元五角
            if lower is not None and (lower[0].dimension[:6] == "money:" or lower[0].alternatives):
                return True
        last = self.tokens[-1] if self.tokens else None
        if unit[1] != pos + known or last is None or last.end != pos or last.figure is None or last.figure.unit is None:
            return False
        return last.figure.unit.dimension == unit[0].dimension or bool(unit[0].alternatives)

    def round(self, pos: int, known: int) -> bool:
        """百 or 千 alone behind a hedge: 近百家企业, 上千人, 过万元; or with 余 or 来 behind it: 万余人, 百来万元."""
        value = chars.ROUND.get(self.text[pos])
        if value is not None and known < 2 and self.text[pos + 1 : pos + 2] in self.settings.more_marks and self.rounded(pos, value):
            return True
        last = self.tokens[-1] if self.tokens else None
        if value is None or known > 1 or last is None or last.end != pos:
            return False
        hedged = last.entry is not None and bool(last.entry.hedge_before)
        if not hedged and not self.text.endswith(self.settings.round_marks, self.start, pos):
            return False
        stop = pos + 1
        while self.text[stop : stop + 1] in chars.ROUND_SCALES and stop < self.end:
            value *= chars.ROUND[self.text[stop]]
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

    def rounded(self, pos: int, value: float) -> bool:
        """万余人, 千余件, 百来万元: one of the scale and some more, of something that is counted."""
        if pos > self.start and self.text[pos - 1] in NUMERAL_CHARS:
            return False
        figure = Figure(value, value, value / 2, 1, pos + 1)
        stop = self.more(pos + 1, figure)
        if stop < pos + 2 and self.text[pos + 1] in self.settings.about_marks:       # 千把块钱
            figure.more, stop = "about", pos + 2
        if stop < pos + 2 or figure.scale == 1 and self.language.unit_at(self.text, stop, self.end, None) is None:
            return False
        figure.words = True
        self.finish(pos, stop, figure)
        return True

    def half_of(self, pos: int) -> bool:
        """半 before a unit of measure: 半加仑."""
        if self.text[pos] != chars.HALF or self.hides(pos):
            return False
        unit = self.language.unit_at(self.text, pos + 1, self.end, None)
        if unit is None or "measure" in unit[0].flags or unit[1] < pos + 3:
            return False
        figure = Figure(0.5, 0.5, 0.0, 1, pos + 1)
        figure.words = True
        self.finish(pos, pos + 1, figure)
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
        if stop >= self.end or not (text[stop].isdecimal() or text[stop] in NUMERAL_CHARS):
            return False
        found = self.numeral(stop)
        if found is None or not text.startswith(self.settings.counter, found[1]) or not 0 < found[0].value <= 64:
            return False
        value = 2.0 ** found[0].value
        figure = Figure(value, value, 0.0, 1, found[1])
        figure.kind, figure.factor_word, figure.more = "factor", "of", more
        self.tokens.append(Token(FIGURE, start, found[1] + 1, None, figure))
        self.pos = found[1] + 1
        return True
