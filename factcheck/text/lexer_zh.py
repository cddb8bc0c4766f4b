"""Chinese: one character after another, the longest known word first; numerals in characters, digits with 万 and 亿."""

from __future__ import annotations

from . import numerals_zh
from .lexer import FULL_WIDTH, MARKS, Figure, Reader, Token


class ChineseReader(Reader):
    def run(self) -> list[Token]:
        text, end, words = self.text, self.end, self.words
        tokens = self.tokens
        longest = self.language.lexicon.longest
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
                if size < 2 and not self.shape():
                    self.digits(pos)
                    continue
                if size < 2:
                    continue
            elif char in numerals_zh.NUMERAL_CHARS:
                if self.cjk(pos, size):
                    continue
            elif char < "\u0250" and char.isalpha():
                self.latin(pos)
                continue
            if entry is not None:
                self.known(entry, pos, pos + size)
                continue
            mark = char.translate(FULL_WIDTH) if char > "\u2000" else char
            self.pos = pos + 1
            if mark in MARKS:
                tokens.append(Token(MARKS[mark], pos, pos + 1))
            elif mark.isspace():
                continue
            else:
                self.unknown(pos, pos + 1)
        return tokens

    def latin(self, start: int) -> None:
        """A Latin word in Chinese text: a name, a cue (GDP, CAGR), a currency code, a model number."""
        text, stop = self.text, start
        while stop < self.end and text[stop].isascii() and (text[stop].isalpha() or text[stop] == "'"):
            stop += 1
        if stop < self.end and text[stop].isdigit() and text[stop].isascii() or (stop + 1 < self.end and text[stop] == "-" and text[stop + 1].isdigit()):
            if text[stop] != "-" and self.currency_before(stop) is not None:
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

    def digits(self, start: int) -> None:
        """Digits with Chinese scales among them (3万4千, 1.2亿, 30萬6108)."""
        found = numerals_zh.find_zh(self.text, start)
        if found is None or found[1] > self.end:
            self.pos = start + 1
            self.unknown(start, start + 1)
            return
        numeral, stop = found
        figure = Figure(numeral.value, numeral.value, numeral.half, numeral.figures, stop)
        self.with_scale(start, figure)
        text = self.text
        if stop < self.end and text[stop].isascii() and text[stop].isalpha():
            tail = stop
            while tail < self.end and text[tail].isascii() and text[tail].isalnum():
                tail += 1
            if self.language.unit_at(text, stop, self.end, figure) is None and text[stop:tail].lower() not in self.language.glued_scales | {"x"}:
                self.typed("name", start, tail)
                return
        self.finish(start, self.more(stop, figure), figure)

    def with_scale(self, start: int, figure: Figure) -> None:
        """Remember the scale that ends the numeral, for sharing over a range."""
        text, stop = self.text, figure.number_end
        scale = 1.0
        at = stop
        while at > start and text[at - 1] in numerals_zh.SCALES:
            scale *= numerals_zh.SCALES[text[at - 1]]
            at -= 1
        if at > start and at < stop:
            figure.scale = scale
            figure.mantissa = figure.high / scale

    def cjk(self, pos: int, known: int) -> bool:
        """A numeral in characters, exact or approximate; a longer known word (一些, 万一) hides it."""
        text = self.text
        approx = numerals_zh.find_zh_approx(text, pos)
        exact = numerals_zh.find_zh(text, pos)
        if approx is not None and approx[2] <= self.end and (exact is None or approx[2] > exact[1]):
            low, high, stop = approx
            if known >= stop - pos:
                return False
            figure = Figure(low, high, 0.0, 1, stop)
            figure.more = "several"
        elif exact is not None and exact[1] <= self.end:
            numeral, stop = exact
            if known >= stop - pos:
                return False
            figure = Figure(numeral.value, numeral.value, numeral.half, numeral.figures, stop)
            self.with_scale(pos, figure)
        else:
            return False
        figure.words = True
        if numerals_zh.is_percent(text, pos, stop):
            figure.unit = self.language.percent
        self.finish(pos, self.more(stop, figure), figure)
        return True

    def more(self, stop: int, figure: Figure) -> int:
        """多 and 余 behind the digits: 3000余万, 20多个, 一百多."""
        text = self.text
        while stop < self.end and text[stop] in self.language.bounded_marks:
            figure.more = "bounded"
            stop += 1
            at = stop
            while at < self.end and text[at] in numerals_zh.SCALES and numerals_zh.SCALES[text[at]] >= 1e4:
                figure.scale_by(numerals_zh.SCALES[text[at]])
                at += 1
            stop = at
        return stop

    def scale(self, stop: int, figure: Figure, money: bool) -> int:
        text = self.text
        at = stop
        if at < self.end and text[at] == " ":
            at += 1
        while at < self.end and text[at] in numerals_zh.SCALES and numerals_zh.SCALES[text[at]] >= 1e3 and not figure.more:
            figure.scale_by(numerals_zh.SCALES[text[at]])
            at += 1
            stop = at
        if stop < self.end and figure.scale == 1 and text[stop].isascii() and text[stop].isalpha():
            return super().scale(stop, figure, money)
        return self.more(stop, figure) if not figure.more else stop
