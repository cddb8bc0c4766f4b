"""A sentence becomes tokens: known words, runs of unknown ones, punctuation, and figures with scale and unit.

One pass from left to right; at each place the longest reading wins.  Offsets are code points of the document.
Full-width digits and punctuation are read through a 1:1 mapping, so that every span is true of the original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import numerals, numerals_en, numerals_zh
from .lexicon import UNKNOWN, Entry

if TYPE_CHECKING:
    from .language import Language, UnitMatch

FIGURE = "#"
FULL_WIDTH = str.maketrans({**{chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}, "　": " ", "。": ".", "、": ",", "﹪": "%"})
MARKS = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "{": "(", "}": ")",
         "—": "-", "–": "-", "―": "-", "−": "-", "-": "-", "~": "~", "～": "~", "〜": "~", ".": ".", "!": ";", "?": ";"}
CJK_NUMERALS = numerals_zh.NUMERAL_CHARS


class Figure:
    """A figure being read: ends with scale applied, evidence, unit.  Frozen into a Quantity by quantities.py."""

    __slots__ = ("compound", "factor_word", "figures", "half", "high", "kind", "low", "mantissa", "more", "number_end", "per", "scale",
                 "separate", "sign", "unit", "words")

    def __init__(self, low: float, high: float, half: float, figures: int, number_end: int) -> None:
        self.low, self.high, self.half, self.figures = low, high, half, figures
        self.number_end = number_end
        self.mantissa = high             # before any scale word
        self.scale = 1.0
        self.kind = ""                   # "" until typed: an amount of some unit
        self.unit: UnitMatch | None = None
        self.per = ""
        self.more = ""                   # hedge inside the figure: "bounded" for 多/余, "several" for 几
        self.sign = 1
        self.words = False               # spelled out
        self.compound = False            # 5 ft 2 in
        self.separate = False
        self.factor_word = ""            # reading of a multiplier word: "of", "by", "fan"

    def scale_by(self, factor: float) -> None:
        self.low *= factor
        self.high *= factor
        self.half *= factor
        self.scale *= factor


class Token:
    """A lexeme: ``char`` is its type; ``entry`` for a known word, ``figure`` for a number."""

    __slots__ = ("char", "end", "entry", "figure", "start")

    def __init__(self, char: str, start: int, end: int, entry: Entry | None = None, figure: Figure | None = None) -> None:
        self.char, self.start, self.end, self.entry, self.figure = char, start, end, entry, figure


def lex(text: str, start: int, end: int, language: Language) -> list[Token]:
    """The tokens of ``text[start:end]``."""
    return _Chinese(text, start, end, language).run() if language.code == "zh" else _English(text, start, end, language).run()


class _Reader:
    """What both languages share: position, tokens, units, figures."""

    def __init__(self, text: str, start: int, end: int, language: Language) -> None:
        self.text, self.pos, self.end, self.language = text, start, end, language
        self.start = start
        self.words = language.lexicon.words
        self.tokens: list[Token] = []

    def unknown(self, start: int, end: int) -> None:
        """Add to the run of unknown words."""
        tokens = self.tokens
        if tokens and tokens[-1].char == UNKNOWN and tokens[-1].end >= start - 1:
            tokens[-1].end = end
        else:
            tokens.append(Token(UNKNOWN, start, end))

    def typed(self, kind: str, start: int, end: int, value: float = 0.0, half: float = 0.0) -> None:
        """Add a number that is no amount: a year, a date, a name."""
        figure = Figure(value, value, half, 1, end)
        figure.kind = kind
        self.tokens.append(Token(FIGURE, start, end, None, figure))
        self.pos = end

    def shape(self) -> bool:
        """Read a date, clock time, version … at this place, if one stands there."""
        found = self.language.shapes.match(self.text, self.pos, self.end)
        if found is None:
            return False
        name = found.lastgroup or ""
        kind, reader = self.language.shape_kinds[name]
        value = _shape_value(reader, found)
        if value is None:
            return False
        if reader == "fraction" and not (float(found.group().strip().split("/")[-1].strip() or 0)):
            return False
        start = self.pos
        stop = found.end()
        if kind:
            self.typed(kind, start, stop, value)
            if reader == "ratio":
                self.tokens[-1].figure.half = 0.0  # type: ignore[union-attr]
            return True
        figure = Figure(value, value, 0.0, 1, stop)
        if reader == "scientific":
            numeral = numerals.parse_scientific(found.group())
            if numeral is not None:
                figure = Figure(numeral.value, numeral.value, numeral.half, numeral.figures, stop)
        self.finish(start, stop, figure)
        return True

    def currency_before(self, start: int) -> tuple[UnitMatch, int] | None:
        """The currency symbol or code that ends where the number starts, with its own start."""
        text, stop = self.text, start
        if stop > self.start and text[stop - 1] in " \u00a0":
            stop -= 1
        if stop <= self.start or text[stop - 1] not in self.language.prefix_ends:
            return None
        for size in self.language.prefix_sizes:
            begin = stop - size
            if begin < self.start:
                continue
            piece = text[begin:stop]
            unit = self.language.prefixes.get(piece) or self.language.prefixes.get(piece.upper() if piece.islower() else "")
            if unit is not None and not (piece[0].isalnum() and begin > self.start and text[begin - 1].isalnum() and text[begin - 1].isascii()):
                return unit, begin
        return None

    def finish(self, start: int, stop: int, figure: Figure) -> None:
        """Attach currency before, scale and unit behind; add the token."""
        text, language = self.text, self.language
        before = self.currency_before(start)
        stop = self.scale(stop, figure, before is not None)
        if before is not None:
            figure.unit, start = before
            self.retract(start)
        unit = language.unit_at(text, stop, self.end, figure)
        if unit is not None:
            phrase, unit_end = unit
            if figure.unit is None:
                figure.unit, stop = phrase, unit_end
            elif phrase.dimension == figure.unit.dimension or phrase.dimension.startswith("money:"):
                figure.unit, stop = (figure.unit if phrase.factor != 1 else phrase), unit_end       # US$5 dollars, $5 Canadian
        if figure.unit is not None:
            figure.per, stop = language.per_at(text, stop, self.end, figure.unit)
        self.tokens.append(Token(FIGURE, start, stop, None, figure))
        self.pos = stop

    def retract(self, start: int) -> None:
        """Take back what was read of a currency sign as words."""
        tokens = self.tokens
        while tokens and tokens[-1].end > start:
            if tokens[-1].start >= start:
                tokens.pop()
            else:
                tokens[-1].end = start
                while tokens[-1].end > tokens[-1].start and self.text[tokens[-1].end - 1] == " ":
                    tokens[-1].end -= 1

    def scale(self, stop: int, figure: Figure, money: bool) -> int:
        raise NotImplementedError


class _English(_Reader):
    def run(self) -> list[Token]:
        text, end, words, language = self.text, self.end, self.words, self.language
        match = language.token.match
        longest = language.lexicon.longest
        tokens = self.tokens
        numeral_words = numerals_en.STARTERS
        while self.pos < end:
            found = match(text, self.pos, end)
            if found is None:
                break
            kind = found.lastgroup
            start, stop = found.span(kind)
            if kind == "word":
                low = text[start:stop].lower()
                tail = stop < end and text[stop].isdigit()
                if tail and self.name(start, stop):
                    continue
                if low in longest and self.phrase(low, start, stop):
                    continue
                if low in numeral_words and self.numeral(start):
                    continue
                entry = words.get(low)
                if entry is not None:
                    self.known(entry, start, stop)
                else:
                    self.unknown(start, stop)
                    self.pos = stop
            elif kind == "digit":
                self.pos = start
                if not self.hyphen_name(start) and not self.shape():
                    self.number(start)
            else:
                self.pos = stop
                mark = text[start]
                if mark in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞":
                    numeral = numerals.parse_digits(mark)
                    if numeral is not None:
                        self.finish(start, stop, Figure(numeral.value, numeral.value, numeral.half, numeral.figures, stop))
                        continue
                if mark in ".．" and stop < end and text[stop].isdigit() and (start == self.start or not text[start - 1].isalnum()):
                    self.pos = start
                    self.number(start)
                    continue
                known = words.get(mark)
                if mark in MARKS:
                    tokens.append(Token(MARKS[mark], start, stop, known))
                elif known is not None:
                    self.known(known, start, stop)
                else:
                    self.unknown(start, stop)
        return tokens

    def known(self, entry: Entry, start: int, stop: int) -> None:
        if entry.factor:
            figure = Figure(entry.factor, entry.factor, 0.0, 1, stop)
            figure.factor_word, figure.kind = entry.reading, "factor"
            self.tokens.append(Token(FIGURE, start, stop, entry, figure))
        else:
            self.tokens.append(Token(entry.char, start, stop, entry))
        self.pos = stop

    def phrase(self, low: str, start: int, stop: int) -> bool:
        """The longest phrase of several tokens that begins with this word."""
        size = self.language.lexicon.longest[low]
        if size < 2:
            return False
        text, end, words = self.text, self.end, self.words
        ends = [stop]
        parts = [low]
        at = stop
        match = self.language.token.match
        for _ in range(size - 1):
            found = match(text, at, end)
            if found is None:
                break
            s, at = found.span(found.lastgroup)
            if s - ends[-1] > 1:
                break
            parts.append(text[s:at].lower())
            ends.append(at)
        for n in range(len(parts), 1, -1):
            entry = words.get(" ".join(parts[:n]))
            if entry is not None:
                self.known(entry, start, ends[n - 1])
                return True
        return False

    def name(self, start: int, stop: int) -> bool:
        """Letters run into digits: a model, a code (A100, CO2, Q3); not a currency code."""
        text = self.text
        if self.currency_before(stop) is not None or text[start:stop].lower() in ("x",):
            self.unknown(start, stop)
            self.pos = stop
            return True
        while stop < self.end and (text[stop].isalnum() or (text[stop] in ".-" and stop + 1 < self.end and text[stop + 1].isdigit())):
            stop += 1
        entry = self.words.get(text[start:stop].lower())
        if entry is not None:
            self.known(entry, start, stop)
        else:
            self.typed("name", start, stop)
        return True

    def hyphen_name(self, start: int) -> bool:
        """GPT-4, COVID-19, Boeing-747: a capitalised word, a hyphen, digits, and no unit behind."""
        text, tokens = self.text, self.tokens
        if start - self.start < 2 or text[start - 1] not in "-–" or not text[start - 2].isalpha() or not tokens:
            return False
        begin = start - 1
        while begin > self.start and (text[begin - 1].isalnum()):
            begin -= 1
        word = text[begin : start - 1]
        if not any(c.isupper() for c in word) or self.words.get(word.lower()) is not None or self.currency_before(start - 1) is not None:
            return False
        if numerals_en.STARTERS and word.lower() in numerals_en.STARTERS:
            return False
        stop = start
        while stop < self.end and (text[stop].isalnum() or (text[stop] == "." and stop + 1 < self.end and text[stop + 1].isdigit())):
            stop += 1
        if stop < self.end and text[stop] == "%":
            return False
        self.retract(begin)
        self.typed("name", begin, stop)
        return True

    def number(self, start: int) -> None:
        """Digits, or digits and number words (4 thousand 3 hundred)."""
        text = self.text
        found = self.language.number.match(text, start, self.end)
        if found is None:
            self.pos = start + 1
            self.unknown(start, start + 1)
            return
        stop = found.end()
        numeral = numerals.parse_digits(found.group())
        if numeral is None:                                  # 1,23: two numbers and a comma
            stop = start
            while stop < self.end and text[stop].isdigit():
                stop += 1
            numeral = numerals.parse_digits(text[start:stop])
        if numeral is None:
            self.typed("code", start, stop)
            return
        after = text[stop : stop + 9].lstrip(" -").lower()
        if after[:4] in ("hund", "thou", "mill", "bill", "lakh", "croe", "cror", "doze", "tril") and self.numeral(start):
            return
        figure = Figure(numeral.value, numeral.value, numeral.half, numeral.figures, stop)
        if stop < self.end and text[stop].isalpha() and text[stop].isascii() and self.glued(start, stop, figure):
            return
        self.finish(start, stop, figure)

    def glued(self, start: int, stop: int, figure: Figure) -> bool:
        """Letters glued to digits that are no scale and no unit: 5G, 3D, 747s are names."""
        text = self.text
        tail = stop
        while tail < self.end and text[tail].isalnum():
            tail += 1
        letters = text[stop:tail]
        low = letters.lower()
        if low in self.language.glued_scales or self.language.unit_at(text, stop, self.end, figure) is not None:
            return False
        for size in (4, 3, 2, 1):                           # 5mUSD, 10bnt
            if low[:size] in self.language.glued_scales and self.language.unit_at(text, stop + size, self.end, figure) is not None:
                return False
        if low in ("x", "s", "th", "pc", "pct"):
            return False
        self.typed("name", start, tail)
        return True

    def numeral(self, start: int) -> bool:
        """A number in words that begins here."""
        text, end = self.text, self.end
        match = self.language.token.match
        parts: list[str] = []
        ends: list[int] = []
        at = start
        while len(parts) < 40:
            found = match(text, at, end)
            if found is None:
                break
            s, stop = found.span(found.lastgroup)
            if found.lastgroup == "digit":
                digits = self.language.number.match(text, s, end)
                stop = digits.end() if digits else stop
            word = text[s:stop].lower()
            if parts and word not in numerals_en.CONTINUERS and not word[0].isdigit():
                break
            if s - at > 2 and parts:
                break
            parts.append(word)
            ends.append(stop)
            at = stop
        read = numerals_en.read_words(parts, 0)
        if read is None:
            return False
        numeral, used = read
        stop = ends[used - 1]
        figure = Figure(numeral.value, numeral.value, numeral.half, numeral.figures, stop)
        figure.words = not text[start].isdigit()
        if used > 1:
            figure.scale = _words_scale(parts[:used])
            figure.mantissa = numeral.value / figure.scale
        if used == 1 and parts[0] in ("a", "an"):
            return False
        self.finish(start, stop, figure)
        return True

    def scale(self, stop: int, figure: Figure, money: bool) -> int:
        text = self.text
        if figure.scale != 1 or stop >= self.end:
            return stop
        at = stop
        gap = text[at] in " -\u00a0"
        if gap:
            at += 1
        tail = at
        while tail < self.end and text[tail].isalpha() and tail - at < 9:
            tail += 1
        if tail == at:
            return stop
        word = text[at:tail]
        entry = self.words.get(word.lower())
        if entry is not None and entry.scale and (not gap or len(word) > 2 or word.lower() in ("bn", "tn", "mn")):
            short = "scale_money" in entry.groups
            if short and not money and (word != "M" or figure.words) and word not in ("K", "k", "B"):
                return stop
            figure.scale_by(entry.scale)
            return tail
        return stop


class _Chinese(_Reader):
    def run(self) -> list[Token]:
        text, end, words = self.text, self.end, self.words
        tokens = self.tokens
        longest = self.language.lexicon.longest
        find = numerals_zh.find_zh
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
            elif char in CJK_NUMERALS:
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
        del find
        return tokens

    known = _English.known

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
            return _English.scale(self, stop, figure, money)  # type: ignore[arg-type]
        return self.more(stop, figure) if not figure.more else stop


def _words_scale(words: list[str]) -> float:
    return numerals_en.SCALE_VALUES.get(words[-1], 1.0)


def _shape_value(reader: str, found) -> float | None:  # type: ignore[no-untyped-def]
    """The value that a shape stands for: 0 where only its kind matters."""
    text = found.group()
    if reader in ("year", "number"):
        digits = "".join(c for c in text.translate(FULL_WIDTH) if c.isdigit() or c == ".")
        return float(digits[:4]) if reader == "year" else float(digits or 0)
    if reader == "fraction":
        numeral = numerals.parse_digits(text)
        return None if numeral is None else numeral.value
    if reader == "scientific":
        numeral = numerals.parse_scientific(text)
        return None if numeral is None else numeral.value
    if reader == "ratio":
        a, _, b = text.translate(FULL_WIDTH).partition(":")
        return float(a) / float(b) if float(b) else None
    return 0.0
