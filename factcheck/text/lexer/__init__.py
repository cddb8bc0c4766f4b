"""A sentence becomes tokens: known words, runs of unknown ones, punctuation, and figures with scale and unit.

One pass from left to right; at each place the longest reading wins.  Offsets are code points of the document.
Full-width digits and punctuation are read through a 1:1 mapping, so that every span is true of the original.
"""

from __future__ import annotations

from operator import itemgetter

from ...patterns import re
from ...typed import TYPE_CHECKING
from .. import numerals
from ..lexicon import UNKNOWN, Entry

if TYPE_CHECKING:
    from ..language import Language, UnitMatch

FIGURE = "#"
REACH = 96  # longest shape; `regex` looks for a letter that must come as far ahead as it may
DECOY = {"decoy"}  # a word that hides others and says nothing itself
RATES = frozenset({"percent", "percent_point", "times", "[time]"})  # "7 % a year": the period is a figure of its own
FULL_WIDTH = str.maketrans(
    {**{chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}, "　": " ", "。": ".", "、": ",", "﹪": "%", "∶": ":"}
)
MARKS = {
    ",": ",",
    ";": ";",
    ":": ":",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "{": "(",
    "}": ")",
    "—": "-",
    "–": "-",
    "―": "-",
    "−": "-",
    "-": "-",
    "‐": "-",
    "‒": "-",
    "─": "-",
    "ー": "-",
    "~": "~",
    "∼": "~",
    "～": "~",
    "〜": "~",
    ".": ".",
    "!": ";",
    "?": ";",
    "|": ";",  # cells of a table
}
_DIGITS = re.compile("[0-9０-９]+")
_ORDER = itemgetter(0)
BY = re.compile(r"\s?[0-9０-９]")             # behind an x: 12 x 14 feet is no multiple
_NUMBERS = re.compile(r"[0-9]+(?:[.][0-9]+)?")

NUMERALS = {"scientific": numerals.parse_scientific, "digits": numerals.parse_digits}      # shapes that are amounts as they are printed


class Figure:
    """A figure being read: ends with scale applied, evidence, unit.  Frozen into a Quantity by quantities.py."""

    __slots__ = (
        "compound",
        "factor_word",
        "figures",
        "half",
        "high",
        "kind",
        "low",
        "mantissa",
        "more",
        "number_end",
        "per",
        "scale",
        "separate",
        "sign",
        "unit",
        "words",
    )

    def __init__(self, low: float, high: float, half: float, figures: int, number_end: int) -> None:
        self.low, self.high, self.half, self.figures = low, high, half, figures
        self.number_end = number_end
        self.mantissa = high  # before any scale word
        self.scale = 1.0
        self.kind = ""  # "" until typed: an amount of some unit
        self.unit: UnitMatch | None = None
        self.per = ""
        self.more = ""  # hedge inside the figure: "bounded" for 多/余, "several" for 几
        self.sign = 1
        self.words = False  # spelled out
        self.compound = False  # 5 ft 2 in
        self.separate = False
        self.factor_word = ""  # reading of a multiplier word: "of", "by", "fan"

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


_readers: dict[str, type[Reader]] = {}


def lex(text: str, start: int, end: int, language: Language) -> list[Token]:
    """The tokens of ``text[start:end]``."""
    return (_readers.get(language.code) or _reader(language.code))(text, start, end, language).run()


def _reader(code: str) -> type[Reader]:
    """The reader of a language; it is built on this module, and loaded when its first sentence is read."""
    if code == "zh":
        from .zh import ChineseReader as Found
    else:
        from .en import EnglishReader as Found  # type: ignore[assignment]
    _readers[code] = Found
    return Found


class Reader:
    """What both languages share: position, tokens, units, figures."""

    def __init__(self, text: str, start: int, end: int, language: Language) -> None:
        self.text, self.pos, self.end, self.language = text, start, end, language
        self.start = start
        self.words = language.lexicon.words
        self.tokens: list[Token] = []
        low = text[start:end].lower()
        self.low = low if len(low) == end - start else "".join(c.lower() if len(c.lower()) == 1 else c for c in text[start:end])

    def run(self) -> list[Token]:
        """The tokens, from left to right."""
        raise NotImplementedError

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
        text, start, end, language = self.text, self.pos, self.end, self.language
        run = _DIGITS.match(text, start, end)
        stop = run.end() if run is not None else start
        after = text[stop : stop + 1] if stop < end else ""
        if after == "." and text[stop + 1 : stop + 2].isdecimal() and stop + 1 < end:
            decimals = _DIGITS.match(text, stop + 1, end)
            after = text[decimals.end() : decimals.end() + 1] if decimals is not None and decimals.end() < end else ""
            shapes = language.shape_then.get("#" + after, language.shape_then["#"])
        else:
            shapes = language.shape_then.get(after, language.shape_rest)
        if after == " ":
            more = language.shape_then.get(text[stop + 1 : stop + 2])
            if more is not None:
                shapes = tuple(sorted({*shapes, *more}, key=_ORDER))
        before = text[start - 1] if start else ""
        limit = min(end, start + REACH)
        length = stop - start
        for _, pattern, kind, reader, behind, digits, most in shapes:  # noqa: B007  read after the loop
            if not digits <= length <= most or behind and (not before or before not in behind):
                continue
            found = pattern.match(text, start, limit)
            if found is not None:
                break
        else:
            return False
        value = _shape_value(reader, found)
        if value is None:
            return False
        stop = found.end()
        if kind:
            self.typed(kind, start, stop, value)
            if reader == "ratio":
                self.tokens[-1].figure.half = 0.0  # type: ignore[union-attr]
            return True
        figure = Figure(value, value, 0.0, 1, stop)
        if reader in NUMERALS:
            numeral = NUMERALS[reader](found.group())
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
        floor, prefixes = -1, self.language.prefixes
        for size in self.language.prefix_ends[text[stop - 1]]:
            begin = stop - size
            if begin < self.start:
                continue
            piece = text[begin:stop]
            unit = prefixes.get(piece)
            if unit is None:
                if not piece.islower():
                    continue
                unit = prefixes.get(piece.upper())
                if unit is None:
                    continue
            if floor < 0:
                floor = self.floor(stop)
            if begin >= floor and not (
                piece[0].isalnum() and begin > self.start and (text[begin - 1].isalnum() and text[begin - 1].isascii()
                                                               or text[begin - 1] == "-" and text[begin - 2].isalpha()
                                                               or size == 1 and text[begin - 1] in "'’")
            ):                                                # I'm 5
                return unit, begin
        return None

    def floor(self, stop: int) -> int:
        """Where a currency sign before a figure may begin: "3 GBP 1 pence" leaves GBP to the 3, "in 2020 USD 5" does not."""
        last = self.tokens[-1] if self.tokens else None
        if last is None or last.figure is None or last.end < stop or last.figure.unit is None:
            return self.start
        figure = last.figure
        year = figure.low == figure.high and 1900 <= figure.low <= 2100 and figure.scale == 1 and figure.number_end - last.start == 4
        return self.start if year else last.end

    def unit_after(self, stop: int, figure: Figure) -> tuple[UnitMatch, int] | None:
        """The unit behind a figure, with its end."""
        return self.language.unit_at(self.text, stop, self.end, figure)

    def finish(self, start: int, stop: int, figure: Figure) -> None:
        """Attach currency before, scale and unit behind; add the token."""
        text, language = self.text, self.language
        before = self.currency_before(start)
        stop = self.scale(stop, figure, before is not None)
        number = start
        if before is not None:
            figure.unit, start = before
            self.retract(start)
        unit = self.unit_after(stop, figure)
        last = self.tokens[-1] if before is not None and unit is not None and unit[0].factor < 1 and self.tokens else None
        if last is not None and last.figure is not None and last.figure.unit is None and last.end == start - 1 and text[number - 1] == " ":
            last.figure.unit, last.end = figure.unit, number - 1  # 10 $ 30 cents
            figure.unit, start = None, number
        if unit is not None:
            phrase, unit_end = unit
            if figure.unit is None:
                code = phrase.dimension.startswith("money:") and text[unit_end - 3 : unit_end].isupper()
                figure.unit, stop = phrase, unit_end if not code else self.scale(unit_end, figure, True)      # 273.4 USD billion
            elif phrase.dimension == figure.unit.dimension or phrase.dimension.startswith("money:"):
                kept = phrase.factor != 1 or any(u.dimension == figure.unit.dimension for u in phrase.alternatives)  # 港币5元
                figure.unit, stop = (figure.unit if kept else phrase), unit_end  # US$5 dollars, $5 Canadian
        if figure.unit is not None and figure.unit.dimension not in RATES:
            figure.per, stop = language.per_at(text, stop, self.end, figure.unit)
        self.tokens.append(Token(FIGURE, start, stop, None, figure))
        self.pos = stop

    def known(self, entry: Entry, start: int, stop: int) -> None:
        if entry.factor:
            figure = Figure(entry.factor, entry.factor, 0.0, 1, stop)
            figure.factor_word, figure.kind = entry.reading, "factor"
            self.tokens.append(Token(FIGURE, start, stop, entry, figure))
        elif entry.period:
            figure = Figure(1.0, 1.0, 0.1 if "rough" in entry.groups else 0.0, 1, stop)  # the past decade: nine to eleven years
            figure.factor_word, figure.kind, figure.unit = "period", "period", self.language.phrases.get(entry.period)
            self.tokens.append(Token(FIGURE, start, stop, entry, figure))
        elif entry.groups == DECOY:
            self.unknown(start, stop)
        else:
            self.tokens.append(Token(entry.char, start, stop, entry))
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
        """Apply a scale word behind the digits (million, bn, k); returns where it ends."""
        text = self.text
        if figure.scale != 1 or stop >= self.end:
            return stop
        at = stop
        gap = text[at] in " -\u00a0\n"
        if gap:
            at += 1
        tail = at
        while tail < self.end and text[tail].isalpha() and tail - at < 9:
            tail += 1
        if tail == at:
            return stop
        word = text[at:tail]
        entry = self.words.get(word.lower())
        if entry is None or not entry.scale or tail < self.end and text[tail] in "0123456789²³^/":
            return stop  # 32m2, 5 m³
        if gap and len(word) < 3 and "scale_spaced" not in entry.groups and not (money and word in ("m", "M", "B", "T")):
            return stop
        if "scale_money" in entry.groups and not money and not self.counted(word, tail, figure):
            return stop
        figure.scale_by(entry.scale)
        return tail

    def counted(self, word: str, tail: int, figure: Figure) -> bool:
        """Whether a letter that is also a unit is a scale here (5m people; not a 100m race)."""
        del word, figure
        return self.language.unit_at(self.text, tail, self.end, None) is not None


def _shape_value(reader: str, found) -> float | None:  # type: ignore[no-untyped-def]
    """The value that a shape stands for: 0 where only its kind matters."""
    text = found.group()
    if reader in ("year", "number"):
        digits = "".join(c for c in text.translate(FULL_WIDTH) if c.isdigit() or c == ".")
        return float(digits[:4]) if reader == "year" else float(digits or 0)
    if reader == "fraction" or reader in NUMERALS:
        numeral = NUMERALS.get(reader, numerals.parse_digits)(text)
        return None if numeral is None else numeral.value
    if reader == "bid":
        return float(text.partition("/")[0])
    if reader == "power":
        base, power = map(float, text.translate(FULL_WIDTH).split("^"))
        return base**power if base and abs(power) <= 99 else None
    if reader == "ratio":
        a, b = _NUMBERS.findall(text.translate(FULL_WIDTH))
        return float(a) / float(b) if float(b) else None
    return 0.0
