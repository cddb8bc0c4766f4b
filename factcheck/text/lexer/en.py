"""English: words and digits between spaces, number words, names with digits in them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, compress

from ...patterns import regex
from ...typed import Any
from .. import numerals
from ..lexicon import UNKNOWN
from ..numerals import en as numerals_en
from ..numerals.en_words import CONTINUES, SIMPLE, YEAR_HEADS
from . import DECOY, FIGURE, MARKS, Figure, Token
from .en_phrases import Phrases
from .en_pieces import DIGIT, HEAD, KEY, MARK, PLAIN, POINT, SPLIT, SPLIT_ASCII

_CONTINUES = regex.compile(CONTINUES, regex.I)
# Behind letters that may be a currency: thousands apart, or a scale; behind one letter less is enough.
_MONEY_LIKE = regex.compile(r"[0-9]{1,3}(?:,[0-9]{3})++|[0-9]++(?:\.[0-9]++)?+\s?([A-Za-z]++)\b")
_LETTER_MONEY = regex.compile(r"[0-9]++[.,][0-9]|[0-9]{3}|[0-9]++\s?([A-Za-z]++)\b")


LONGEST = 64  # characters of a number in digits; longer ones are read without their commas
ARTICLES = frozenset({"a", "an"})


class EnglishReader(Phrases):
    following = ""  # the piece behind the word being read

    def run(self) -> list[Token]:
        """Split at C speed, look every piece up at C speed; only pieces that are known are looked at one by one.

        What lies between two known pieces is one run of unknown words.
        """
        base, tokens, low, text = self.start, self.tokens, self.low, self.text
        pieces = (SPLIT_ASCII if low.isascii() else SPLIT).split(low)
        places = list(accumulate(map(len, pieces), initial=base))
        starts, ends, pieces = places[1::2], places[2::2], pieces[1::2]
        count, done = len(pieces), 0  # pieces before ``done`` are read
        openings = self.language.openings
        found = list(map(self.language.pieces.get, pieces))
        for i in compress(range(count), found):
            if i < done:
                continue
            start, stop = starts[i], ends[i]
            if done < i:
                begin = starts[done]
                if tokens and tokens[-1].char == UNKNOWN and tokens[-1].end >= begin - 1:
                    tokens[-1].end = ends[i - 1]
                else:
                    tokens.append(Token(UNKNOWN, begin, ends[i - 1]))
            kind, char, entry = found[i]                      # type: ignore[misc]
            if (
                kind == PLAIN
                or kind <= POINT
                and (
                    low[start - base : stop - base + KEY] not in openings
                    if kind == HEAD
                    else not text[stop : stop + 1].isdigit()
                    if kind == POINT
                    else low[start - base : stop - base + KEY] not in openings and not self.counts(pieces, i)
                )
            ):
                if char == "-" and tokens and tokens[-1].char == "-" and tokens[-1].end == start:
                    tokens[-1].end = stop                     # two hyphens are a dash
                else:
                    tokens.append(Token(char, start, stop, entry))
                done = i + 1
                continue
            self.pos = start
            if kind == DIGIT:
                if i == 0 or self.pasted(starts[i - 1], pieces[i - 1], start):
                    self.digits(start, pieces[i - 1] if i else "")
            elif kind not in (POINT, MARK):
                self.following = pieces[i + 1] if i + 1 < count else ""
                self.word(pieces[i], start, stop)
            elif not (i and text[start] == "." and self.dotted(starts[i - 1], pieces[i - 1], start)):
                self.mark(start, stop)
            done = i + 1 if self.pos == stop else bisect_left(starts, self.pos, i)
        if done < count:
            self.unknown(starts[done], ends[-1])
        return tokens

    def counts(self, pieces: list[str], i: int) -> bool:
        """Whether what follows an article may make a number of it: a hundred, a kilogram."""
        following = pieces[i + 1] if i + 1 < len(pieces) else ""
        return following in numerals_en.CONTINUERS or following in self.language.counted or following.isdigit()

    def digits(self, start: int, before: str) -> None:
        """A number that begins with a digit, behind the piece ``before``: mostly plain, and without a unit."""
        text, language = self.text, self.language
        found = language.ordinary.match(text, start, self.end)
        near = text[start - 1] if start > self.start else ""
        if near and near in "-–−" and self.hyphen_name(start):
            return
        numeral = numerals.parse_digits(found[1]) if found is not None else None
        if found is None or numeral is None:
            if not self.shape():
                self.number(start)
            return
        value, half, figures = numeral
        stop = found.end()
        figure = Figure(value, value, half, figures, stop)
        if near in " \u00a0" and start - 1 > self.start:
            near = text[start - 2]
        sign, word = found.group(2, 3)
        if near and near in language.prefix_ends and (before in language.money_words or not before.isalpha()):
            self.finish(start, stop, figure)
            return
        if sign:
            figure.unit, stop = language.percent, stop + 1
        elif word.lower() in language.unit_words if word else not sign and stop < self.end and text[stop] not in ",.;])":
            self.finish(start, stop, figure)
            return
        self.tokens.append(Token(FIGURE, start, stop, None, figure))
        self.pos = stop

    def word(self, low: str, start: int, stop: int) -> None:
        """A word that may open a phrase, a number in words, or be known."""
        if low in self.OPENERS and (low not in ARTICLES or self.following in self.language.counted) and self.article(low, start, stop):
            return
        if self.phrase(low, start, stop):
            return
        if low in numerals_en.STARTERS:
            numeral = SIMPLE.get(low)
            if numeral is not None and self.text[stop : stop + 1] == "." and self.text[stop + 1 : stop + 2].islower():
                self.unknown(start, stop)                     # one.com
                self.pos = stop
                return
            if numeral is None or self.following in numerals_en.CONTINUERS or self.following.isdigit():
                if low in YEAR_HEADS and self.spoken_year(start) or self.numeral(start):
                    return
            elif low != "one" or not self.pronoun(start, stop):
                figure = Figure(numeral.value, numeral.value, numeral.half, numeral.figures, stop)
                figure.words = True
                self.finish(start, stop, figure)
                return
        entry = self.words.get(low)
        if entry is not None:
            self.known(entry, start, stop)
        else:
            self.unknown(start, stop)
            self.pos = stop

    def pasted(self, before: int, letters: str, start: int) -> bool:
        """Letters run into the digits at ``start``: a name, and then False; True if the digits are still to be read."""
        if before + len(letters) != start or not letters[0].isalpha() or self.tokens and self.tokens[-1].figure is not None:
            return True
        self.retract(before)
        self.name(before, start)
        return self.pos == start

    def dotted(self, before: int, letters: str, start: int) -> bool:
        """A full stop between capitals and digits: part of a name."""
        if before + len(letters) != start or not letters[0].isalpha() or not self.text[start + 1 : start + 2].isdigit() or not self.tokens:
            return False
        if self.tokens[-1].figure is not None or not self.text[before:start].isupper():
            return False
        return self.dotted_name(letters, before, start)

    def mark(self, start: int, stop: int) -> None:
        """Punctuation, a vulgar fraction, a decimal point without a zero, a known sign."""
        text, end = self.text, self.end
        self.pos = stop
        mark = text[start]
        if mark in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞":
            numeral = numerals.parse_digits(mark)
            if numeral is not None:
                self.finish(start, stop, Figure(numeral.value, numeral.value, numeral.half, numeral.figures, stop))
                return
        if mark in ".．" and stop < end and text[stop].isdigit() and (start == self.start or not text[start - 1].isalnum()):
            self.pos = start
            self.number(start)
            return
        if self.phrase(mark, start, stop):
            return
        known = self.words.get(mark)
        if mark in MARKS:
            self.tokens.append(Token(MARKS[mark], start, stop, known))
        elif known is not None:
            self.known(known, start, stop)
        else:
            self.unknown(start, stop)

    def hides(self, low: str, stop: int) -> bool:
        """Whether a longer word that says nothing begins with this one: a quarter-final."""
        base, low_text = self.start, self.low
        tails = self.language.tails.get(low + low_text[stop - base : stop - base + 2])
        listed = tails.split("\t") if tails else ()
        return any(low_text.startswith(tail, stop - base) and self.words[low + tail].groups == DECOY for tail in listed)

    def phrase(self, low: str, start: int, stop: int) -> bool:
        """The longest phrase of several words that begins with this word."""
        base, low_text, text = self.start, self.low, self.text
        behind = stop - base
        tails = self.language.tails.get(low + low_text[behind : behind + 2])
        for tail in tails.split("\t") if tails else ():
            if low_text.startswith(tail, behind):
                end = stop + len(tail)
                if end > self.end or end < self.end and text[end].isalnum() and tail[-1].isalnum():
                    continue
                entry = self.words[low + tail]
                if not self.swallows(entry, low, tail, end):
                    self.known(entry, start, end)
                    return True
        return False

    def name(self, start: int, stop: int) -> bool:
        """Letters run into digits: a model, a code (A100, CO2, Q3); not a currency code."""
        text = self.text
        hyphened = start - self.start > 1 and text[start - 1] == "-" and text[start - 2].isalnum()
        if not hyphened and (self.money_code(start, stop) or text[start:stop] == "x"):
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

    def dotted_name(self, low: str, start: int, stop: int) -> bool:
        """ID.3, FW.190: capitals, a full stop and digits; not "No.3" or "Rs.20"."""
        if (
            not self.text[start:stop].isupper()
            or low in self.words
            or self.currency_before(stop) is not None
            or self.currency_before(stop + 1) is not None
        ):
            return False
        return self.name(start, stop + 1)

    def money_code(self, start: int, stop: int) -> bool:
        """Whether letters before digits are a currency: RM120, R18.50, and codes we do not know (PS21,700) by the look of the figure."""
        text = self.text
        known = self.currency_before(stop)
        if known is not None:
            unit, begin = known
            if stop - begin > 1 or not text[begin].isalpha():
                return True
            if not unit.dimension.startswith("money:"):
                return stop + 2 < self.end and text[stop + 1] in ".," and text[stop + 2].isdigit()
            return self.scaled(_LETTER_MONEY.match(text, stop, self.end), "letter_money_scales")
        if stop - start > 3 or not text[start:stop].isupper():
            return False
        return self.scaled(_MONEY_LIKE.match(text, stop, self.end), "money_scales")

    def scaled(self, found: Any, scales: str) -> bool:
        """Whether a figure was found, and what is behind it, if it matters, is one of these scales."""
        return found is not None and (found[1] is None or found[1] in self.language.sets[scales])

    def hyphen_name(self, start: int) -> bool:
        """GPT-4, COVID-19, Boeing-747: a capitalised word, a hyphen, digits, and no unit behind."""
        text, tokens = self.text, self.tokens
        if start - self.start < 2 or text[start - 1] not in "-–−" or not text[start - 2].isalpha() or not tokens:
            return False
        begin = start - 1
        while begin > self.start and (text[begin - 1].isalnum()):
            begin -= 1
        word = text[begin : start - 1]
        behind = text[start + 1 : start + 2]
        if text[start - 1] == "−" or word in self.language.sets["exponent_units"] and "0" < text[start] < "5" and not (
                behind.isalnum() or behind in (".", ",") and text[start + 2 : start + 3].isdecimal() or behind == "-"):
            stop = start + 1
            while stop < self.end and text[stop].isdecimal():
                stop += 1
            self.typed("name", start, stop)                   # 50 mL min−1, 3 kg m-2
            return True
        common = self.words.get(word.lower()) is not None and not (len(word) == 1 and word.isupper())
        stem = word in self.language.sets["named_hyphen"]  # carbon-14
        if not stem and (common or not any(c.isupper() for c in word)) or self.currency_before(start - 1) is not None:
            return False
        if len(word) > 1 and word.lower() in numerals_en.STARTERS:
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
        if "," in text[start + 1 : start + 4] and self.decimal_comma(start):
            return
        found = self.language.number.match(text, start, min(self.end, start + LONGEST))
        if found is None:
            self.pos = start + 1
            self.unknown(start, start + 1)
            return
        stop = found.end()
        numeral = numerals.parse_digits(found.group()) if stop - start < LONGEST else None
        if numeral is None:  # 1,23: two numbers and a comma
            stop = start
            while stop < self.end and text[stop].isdigit():
                stop += 1
            numeral = numerals.parse_digits(text[start:stop])
        if numeral is None:
            self.typed("code", start, stop)
            return
        if _CONTINUES.match(text, stop, self.end) and self.numeral(start):
            return
        figure = Figure(numeral.value, numeral.value, numeral.half, numeral.figures, stop)
        if stop < self.end and text[stop].isalpha() and text[stop].isascii() and self.glued(start, stop, figure):
            return
        self.finish(start, stop, figure)
        bare = self.tokens[-1].figure is figure and self.tokens[-1].end == stop < self.end and text[stop].isalpha()
        if bare and text[max(self.start, start - 3) : start - 1].isupper():
            figure.kind = "name"                              # HD 21749b

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
        for size in (4, 3, 2, 1):  # 5mUSD, 10bnt
            if low[:size] in self.language.glued_scales and self.language.unit_at(text, stop + size, self.end, figure) is not None:
                return False
        if low in self.language.sets["glued_ends"]:
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
            s, stop = found.span(found.lastgroup or 0)
            if found.lastgroup == "digit":
                digits = self.language.number.match(text, s, end)
                stop = digits.end() if digits else stop
            word = text[s:stop].lower()
            if parts and word not in numerals_en.CONTINUERS and not word[0].isdigit():
                break
            if s - at > 4 and parts:
                break
            parts.append(word)
            ends.append(stop)
            at = stop
        if parts and parts[0] in ("hundred", "thousand"):
            before = text[max(self.start, start - 9) : start].lower().split()
            if before and before[-1] in self.language.sets["some_before"]:
                return False
        if start == self.start and ends and ends[-1] == self.end and (spoken := numerals_en.hundreds_left_out(parts)):
            figure = Figure(float(spoken), float(spoken), 0.5, len(str(spoken)), self.end)
            figure.words = True
            self.finish(start, self.end, figure)
            return True
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
        if used == 1 and parts[0] in ARTICLES:
            return False
        if used == 1 and parts[0] == "one" and self.pronoun(start, stop):
            return self.partitive(start, stop)
        if used == 2 and parts[0] in ARTICLES and self.hides(parts[1], stop):
            return False
        if used == 2 and self.ordinal_part(parts, start, stop):
            return True
        self.finish(start, stop, figure)
        return True


def _words_scale(words: list[str]) -> float:
    return numerals_en.SCALE_VALUES.get(words[-1], 1.0)
