"""Chinese: what stands behind a numeral: 多 and 余, the unit, and what the unit lets follow.

A half (三斤半, 两个半小时), the next lower place (两米三, 五块六), 每公斤 in front.  Which units do so is in ``rules/zh/words.toml``.
"""

from __future__ import annotations

from functools import lru_cache

from ...patterns import re
from ...typed import TYPE_CHECKING, Any
from ..numerals import zh as numerals_zh
from ..numerals import zh_words as chars
from ..numerals.zh_words import COUNT, NUMERAL_CHARS, SOME
from . import BY, DECOY, FIGURE, RATES, Figure, Reader, Token

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..language import Language, UnitMatch
    from ..lexicon import Entry

_TAIL = re.compile(chars.TAIL)


class Told:
    """What the settings of the language tell its readers, looked up once."""

    def __init__(self, language: Language) -> None:
        settings = language.settings
        self.tails: dict[str, int] = settings.get("tails", {})
        self.marked_units: Mapping[str, Mapping[str, Any]] = settings.get("marked_units", {})
        self.half_words: dict[str, str] = settings.get("half_words", {})
        self.portions: dict[str, int] = settings.get("portions", {})
        self.dozens: dict[str, float] = settings.get("dozens", {})
        self.counted_scales: dict[str, float] = settings.get("counted_scales", {})
        self.more_behind: tuple[str, ...] = tuple(settings.get("more_behind", ()))
        self.converts: tuple[str, ...] = tuple(settings.get("converts", ()))
        self.more_then: str = settings.get("more_then", "")
        self.about_marks: tuple[str, ...] = tuple(settings.get("about_marks", ()))
        self.more_marks = (*language.bounded_marks, *self.about_marks)
        self.split: dict[str, str] = settings.get("split", {})
        self.latin_scales: dict[str, float] = settings.get("latin_scales", {})
        self.round_marks = tuple(settings.get("round_before", ()))
        self.counter: str = settings.get("doubling_counter", "")
        self.doubler: str = settings.get("doubling_verb", "")


told = lru_cache(maxsize=8)(Told)


class Suffixes(Reader):
    def __init__(self, text: str, start: int, end: int, language: Language) -> None:
        super().__init__(text, start, end, language)
        self.settings = told(language)
        self.per, self.per_end = "", 0

    def hides(self, pos: int) -> bool:
        """Whether a longer word begins at a character that would be read as 半."""
        size = self.language.lexicon.longest.get(self.text[pos], 0)
        return any(self.text[pos : pos + n] in self.words for n in range(size, 1, -1) if pos + n <= self.end)

    def belongs(self, pos: int, unit: UnitMatch) -> bool:
        """Whether a longer word that is no cue begins at a character that would be a unit; any longer word, if it is one at times only."""
        size = self.language.lexicon.longest.get(self.text[pos], 0)
        if unit.name in self.language.sets["place_units"]:
            return self.hides(pos) and self.text[pos : pos + 2] not in self.language.sets["place_goes_on"]
        entries = (self.words.get(self.text[pos : pos + n]) for n in range(size, 1, -1))
        return any(entry is not None and (entry.groups == DECOY or "respectively" in entry.groups) for entry in entries)

    def more(self, stop: int, figure: Figure) -> int:
        """多 and 余 behind the digits: 3000余万, 20多个, 一百多."""
        text, sets = self.text, self.language.sets
        at = stop + 1 if text[stop : stop + 1] == " " else stop
        if at == stop and text[at : at + 1] in SOME and text[at - 1] in "0０" and figure.high < 1000:
            power, after = numerals_zh.read_scales(text, at + 1)            # 10几万, 20几个
            figure.more = "bounded"
            mark, start = self.words[chars.MIXED], self.pos                 # two ways of writing a number are mixed: a rule tells
            self.tokens.append(Token(mark.char, start, start, mark))
            if power:
                figure.scale_by(10.0**power)
            return max(after, at + 1)
        while at < self.end and text[at] in self.language.bounded_marks and not (text[at] in sets["bounded_hidden"] and self.hides(at)):
            if text[at + 1 : at + 2].isdecimal():
                break                                                       # 比95万多35万
            figure.more = "bounded"
            power, stop = numerals_zh.read_scales(text, at + 1)
            stop = max(stop, at + 1)
            if power:
                figure.scale_by(10.0**power)
            at = stop
        return stop

    def scale(self, stop: int, figure: Figure, money: bool) -> int:
        """A Latin scale behind digits (15k, 2.5M), or 打 (a dozen); Chinese scales belong to the numeral."""
        del money
        dozen = self.settings.dozens.get(self.text[stop : stop + 1])
        if dozen and stop < self.end and (
                not self.text[stop + 1 : stop + 2].isalpha() or self.text[stop + 1 : stop + 3] in self.language.sets["dozen_then"]
                or self.language.unit_at(self.text, stop + 1, self.end, figure) is not None):
            figure.scale_by(dozen)
            return stop + 1
        for size in (2, 3) if self.text[stop : stop + 1] in self.language.sets["half_counters"] else ():
            counted = self.settings.counted_scales.get(self.text[stop : stop + size])
            if counted and stop + size <= self.end and self.text[stop + size : stop + size + 1] not in chars.MYRIADS:
                figure.scale_by(counted)                                    # 10个亿, 两个多亿
                figure.more = figure.more or ("bounded" if size > 2 else "")
                return stop + size
        if stop < self.end and not figure.more and not figure.words:
            at = stop + 1 if self.text[stop] == " " else stop
            if at < self.end and self.text[at] in "kKMmbtw" and not (self.text[at] == "m" and self.text[at + 1 : at + 2] not in ("n", "i")):
                tail = at
                while tail < self.end and self.text[tail].isascii() and self.text[tail].isalpha() and tail - at < 9:
                    tail += 1
                factor = self.settings.latin_scales.get(self.text[at:tail])
                if factor and (at == stop or tail - at > 1 or self.text[at] == "M"):
                    figure.scale_by(factor)
                    return tail
        return stop

    def unit_after(self, stop: int, figure: Figure) -> tuple[UnitMatch, int] | None:
        """The unit, 个半 in front of it read, an ambiguous one chosen by the words before; then what the unit lets follow."""
        text = self.text
        if text[stop + 1 : stop + 2] == chars.HALF and text[stop] in self.language.sets["half_counters"] and not self.hides(stop + 1):
            counted = self.language.unit_at(text, stop + 2, self.end, figure) or self.hour(self.settings.half_words[text[stop]], stop + 2)
            counted = counted or self.language.unit_at(text, stop, self.end, figure)
            if counted is not None:
                self.add_part(figure, 0.5)
                return counted[0], max(counted[1], stop + 2)
        found = self.language.unit_at(text, stop, self.end, figure)
        if found is None:
            return None
        unit, end = found
        if unit.dimension == "times" and text[end - 1] in "x×X" and BY.match(text, end, self.end):
            return None                                                     # 3×4米
        if end - stop == 1 and "\u3400" <= text[stop] <= "\u9fff" and unit.dimension != "percent" and self.belongs(stop, unit):
            return None                                                     # 三|方面, 5|人民警察
        if text[end : end + 1] and text[end : end + 1] == self.settings.split.get(text[stop:end]):
            unit, end = self.language.unit_at(text, stop, stop + 1, figure) or found            # 十个|人口
        portion = self.settings.portions.get(text[stop:end]) if unit.dimension == "[time]" else None
        if portion:
            self.multiply(figure, float(portion))                           # 三刻钟
            return self.language.phrases.get(self.language.settings["portion_unit"], unit), end
        if unit.alternatives and "ambiguous" in unit.flags:
            unit = self.sense(unit, end, figure)
        tenths = unit.dimension == "percent" and unit.factor == 10
        if tenths and figure.high > self.language.settings["most_tenths"] and text[stop:end] not in self.language.sets["discounts"]:
            return None                                                     # 2024|成都
        if tenths and text.startswith(self.settings.converts, stop):
            return None                                                     # 6.8985|折算
        if tenths and text[stop:end] in self.language.sets["discounts"] and figure.scale == 1:
            if 10 < figure.high < 100:
                self.multiply(figure, 0.1)                                  # 75折, 三八折
            elif figure.high == 0.5 and text[stop - 1] == chars.HALF:
                self.multiply(figure, 10.0)                                 # 半折
        some = self.settings.half_words.get(text[stop:end]) if text[end : end + 1] in self.language.sets["bounded_marks"] else None
        if some and text[end + 1 : end + 2] in self.language.sets["half_ends"] and end + 1 < self.end:
            figure.more = "bounded"                                         # 3分多钟
            return self.language.phrases.get(some, unit), end + 2
        if not figure.more and len(text[stop:end]) > 1 and not self.language.bounded_marks.isdisjoint(text[stop:end]):
            figure.more = "bounded"                                         # 3个多月
        end = self.half_or_tail(stop, end, figure)
        if text.startswith(self.settings.more_behind, end) and end < self.end and not figure.more and unit.dimension[:6] != "count:":
            behind = end + next(len(mark) for mark in self.settings.more_behind if text.startswith(mark, end))
            if behind >= self.end or text[behind] in self.settings.more_then or unit.dimension == "percent":
                figure.more, end = "bounded", behind                        # 两年多, 三成有余
        return unit, end

    def finish(self, start: int, stop: int, figure: Figure) -> None:
        """Scale, unit and what follows it; and 每公斤 in front of it."""
        super().finish(start, stop, figure)
        if figure.unit is not None and figure.unit.factor == 10 and figure.unit.dimension == "percent" and len(self.tokens) > 1:
            self.spaced_discount(self.tokens[-2], self.tokens[-1], figure)
        if self.per and start - self.per_end < 8:
            if not figure.per and figure.unit is not None and figure.unit.dimension not in RATES and figure.unit.name != self.per:
                figure.per = self.per
            self.per = ""

    def spaced_discount(self, tenths: Token, token: Token, figure: Figure) -> None:
        """6 3 折: two digits, printed apart."""
        first, text = tenths.figure, self.text
        if first is None or first.unit is not None or first.kind or first.more or tenths.end + 1 != token.start or text[tenths.end] != " ":
            return
        if text[figure.number_end : token.end].strip() not in self.language.sets["discounts"]:
            return
        digits = (first.high, figure.high)
        if all(0 < n < 10 and float(n).is_integer() for n in digits) and first.low == first.high and figure.low == figure.high:
            figure.low = figure.high = figure.mantissa = first.high + figure.high / 10
            figure.half, figure.figures, token.start = 0.05, 2, tenths.start
            del self.tokens[-2]

    def every(self, entry: Entry, stop: int) -> None:
        """Remember the unit behind 每, for the next figure."""
        unit = self.language.unit_at(self.text, stop, self.end, None)
        self.per = unit[0].name if unit is not None and "per_before" in entry.groups else ""
        self.per_end = unit[1] if unit is not None else 0

    def hour(self, name: str, pos: int) -> tuple[UnitMatch, int] | None:
        """一个半钟."""
        unit = self.language.phrases.get(name)
        return (unit, pos + 1) if unit is not None and pos < self.end and self.text[pos] in self.language.sets["half_ends"] else None

    @staticmethod
    def multiply(figure: Figure, by: float) -> None:
        figure.low, figure.high, figure.half, figure.mantissa = figure.low * by, figure.high * by, figure.half * by, figure.mantissa * by

    @staticmethod
    def add_part(figure: Figure, part: float, half: float = 0.05) -> None:
        figure.low += part
        figure.high += part
        figure.half, figure.figures, figure.compound = half, figure.figures + 1, True

    def sense(self, unit: UnitMatch, end: int, figure: Figure) -> UnitMatch:
        """度 is Celsius after 气温, an angle after 北纬: the last word before it that says which, or the word behind it (40度高温)."""
        for token in self.tokens[:-13:-1]:
            if token.entry is not None:
                for other in unit.alternatives:
                    if "unit_" + other.name in token.entry.groups:
                        return other
        entry = self.words.get(self.text[end : end + 2])
        found = next((other for other in unit.alternatives if entry is not None and "unit_" + other.name in entry.groups), None)
        known = self.settings.marked_units.get(unit.name)
        return found or unit if found is not None or known is None else self.told(unit, end, figure, known)

    def told(self, unit: UnitMatch, end: int, figure: Figure, known: Mapping[str, Any]) -> UnitMatch:
        """The same of a unit that needs a sign of it near by: 度 of electricity is another unit, or how often, where none is spoken of."""
        around = self.text[max(self.start, end - known["before"]) : min(self.end, end + known["behind"])]
        if known.get("scaled") and figure.scale != 1 or any(mark in around for mark in known["marks"]):
            return unit
        if "often" in known and self.often(end, figure, known["often_not"]):
            return self.language.phrases.get(known["often"], unit)
        return next((other for other in unit.alternatives if other.name == known["otherwise"]), unit)

    def often(self, end: int, figure: Figure, not_before: str) -> bool:
        """三度夺冠: a few times, in a word, before what was done."""
        after = self.text[end : min(end + 1, self.end)]
        if not figure.words or not 2 <= figure.high < 10 or figure.low != figure.high:
            return False
        return after != "" and after not in not_before and after not in NUMERAL_CHARS and not after.isdecimal()

    def half_or_tail(self, start: int, end: int, figure: Figure) -> int:
        """三斤半, 一分半钟, 两米三, 五块六, 三块零四."""
        text = self.text
        char = text[end : end + 1]
        if not char or end >= self.end or figure.more or figure.low != figure.high:
            return end
        if char == chars.HALF:
            if self.hides(end):
                return end
            self.add_part(figure, 0.5)
            return end + 2 if text[end + 1 : end + 2] in self.language.sets["half_ends"] else end + 1
        base = self.settings.tails.get(text[start:end].strip())
        tail = _TAIL.match(text, end, self.end) if base else None
        if base is None or tail is None or not float(figure.low).is_integer() and figure.half < 0.5:
            return end
        stop = tail.end()
        after = text[stop : stop + 1]
        if after and stop < self.end and (after in NUMERAL_CHARS or after in ".．%％" or after in self.language.sets["tail_stops"]):
            return end
        each = tail["pair"] and COUNT[tail["pair"][1]] == 1
        if self.language.unit_at(text, stop, self.end, None) is not None:
            if not each:
                return end
            places, n, stop = 1, COUNT[tail["pair"][0]], stop - 1           # 三块五|一瓶
        elif tail["pair"]:
            places, n = 2, 10 * COUNT[tail["pair"][0]] + COUNT[tail["pair"][1]]
        else:
            places, n = (1, COUNT[tail["digit"]]) if tail["digit"] else (len(tail["figures"]), int(tail["figures"]))
        if tail["zero"]:
            places = 2
        if not n or places > 2 and text[start:end].strip() not in self.language.sets["long_tails"]:
            return end
        part = float(base * 10 ** (places - 1))
        self.add_part(figure, n / part, 0.5 / part)
        return stop

    def one_and(self, pos: int, name: str) -> bool:
        """米八: one metre and a digit, the one left out, where no word could have 米 in it."""
        text = self.text
        found = _TAIL.match(text, pos + 1, self.end)
        before = text[pos - 1 : pos] if pos > self.start else ""
        last = self.tokens[-1] if self.tokens else None
        if found is None or not (found["digit"] or found["pair"]) or found["zero"]:
            return False
        entry = last.entry if last is not None and last.end == pos else None
        led = entry is not None and (bool(entry.hedge_before) or "range" in entry.groups)
        if "\u3400" <= before <= "\u9fff" and not led:
            return False
        stop = found.end()
        if text[stop : stop + 1] in NUMERAL_CHARS or self.language.unit_at(text, stop, self.end, None) is not None:
            return False
        figure = Figure(1.0, 1.0, 0.05, 2, pos + 1)
        pair = found["pair"]
        self.add_part(figure, (10 * COUNT[pair[0]] + COUNT[pair[1]]) / 100 if pair else COUNT[found["digit"]] / 10, 0.005 if pair else 0.05)
        figure.words, figure.unit = True, self.language.phrases.get(name)
        self.tokens.append(Token(FIGURE, pos, stop, None, figure))
        self.pos = stop
        return True

    def half_word(self, pos: int) -> bool:
        """个半小时, 分半钟: one and a half, the one left out; 对折: half the price."""
        text = self.text
        name = self.settings.half_words[text[pos]]
        discount = name in self.language.sets["discounts"]
        if text[pos + 1 : pos + 2] != (name if discount else chars.HALF):
            return not discount and name == text[pos] and self.one_and(pos, name)
        if discount:
            tenth = self.language.phrases.get(name)
            if tenth is None or self.hides(pos + 1):
                return False
            figure = Figure(5.0, 5.0, 0.0, 1, pos + 1)
            figure.unit, figure.words = tenth, True
            self.tokens.append(Token(FIGURE, pos, pos + 2, None, figure))
            self.pos = pos + 2
            return True
        before = text[pos - 1 : pos] if pos > self.start else ""
        if "\u3400" <= before <= "\u9fff" and not (self.tokens and self.tokens[-1].entry is not None and self.tokens[-1].end == pos):
            return False
        unit = self.language.unit_at(text, pos + 2, self.end, None)
        figure = Figure(1.5, 1.5, 0.05, 2, pos + 2)
        figure.words, figure.compound = True, True
        if name and text[pos + 2 : pos + 3] in self.language.sets["half_ends"]:
            figure.unit = self.language.phrases.get(name)
            stop = pos + 3
        elif unit is not None and unit[0].dimension == "[time]":
            figure.unit, stop = unit
        elif pos == self.start and pos + 2 == self.end:                     # 分半
            figure.unit, stop = self.language.phrases.get(name) if text[pos] not in self.language.sets["half_counters"] else None, pos + 2
        else:
            return False
        self.tokens.append(Token(FIGURE, pos, stop, None, figure))
        self.pos = stop
        return True
