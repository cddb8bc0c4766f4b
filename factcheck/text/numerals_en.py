"""English number words to values: "two hundred and fifty thousand", "half a million", "one and three quarters", "three lakh crore".

``read_words`` looks no further than one or two words behind what it reads, so a text is read in linear time.
A phrase is one or more *chunks* in falling order (three million · two hundred thousand · five); a chunk is a group below a thousand, in
words or digits, with its scale.  "and" joins only what continues a number: never "two and three", "one hundred and five hundred".
"""

from __future__ import annotations

from collections.abc import Sequence

from .numerals import EXACT_SCALED, Numeral, parse_digits, shift, spelled

(_NONE, _ZERO, _UNIT, _TEEN, _TENS, _HUNDRED, _SCALE, _DOZEN, _AND, _HYPHEN, _A, _POINT, _HALF, _ONE_PART, _PARTS, _OVER, _OF, _COMMA,
 _DIGITS, _OTHER) = range(20)
_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_POWERS = {                                     # scale words; the plural only counts behind a number
    3: "thousand thousands k", 5: "lakh lakhs lac lacs", 6: "million millions mil mils mln mn mm", 7: "crore crores",
    9: "billion billions bil bln bn milliard milliards", 12: "trillion trillions trn tn tln", 15: "quadrillion quadrillions",
    18: "quintillion quintillions", 21: "sextillion sextillions",
}
_ROUND_PARTS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_PART_WORDS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
    "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
    "ninetieth": 90, **{f"{word}th": 10**power for word, power in _ROUND_PARTS.items()},
}
_TIME = "years months weeks days hours minutes seconds decades centuries quarters seasons games matches year month week day hour".split()


def _kinds() -> dict[str, tuple[int, int]]:
    kinds = dict.fromkeys([*_TIME, "first", "second"], (_OTHER, 0)) | dict.fromkeys(("zero", "nought", "naught", "nil"), (_ZERO, 0))
    kinds |= {word: (_UNIT, n) for n, word in enumerate(_UNITS, 1)}
    kinds |= {word: (_TEEN, n) for n, word in enumerate(_TEENS, 10)}
    kinds |= {word: (_TENS, 10 * n) for n, word in enumerate(_TENS_WORDS, 2)} | {"fourty": (_TENS, 40)}
    kinds |= {"hundred": (_HUNDRED, 100), "hundreds": (_HUNDRED, 100), "threescore": (_TENS, 60), "fourscore": (_TENS, 80)}
    kinds |= {word: (_SCALE, power) for power, words in _POWERS.items() for word in words.split()}
    kinds |= dict.fromkeys(("dozen", "dozens", "doz", "dozs"), (_DOZEN, 12))
    kinds |= {word: (_ONE_PART, n) for word, n in _PART_WORDS.items()} | {word + "s": (_PARTS, n) for word, n in _PART_WORDS.items()}
    kinds |= {"half": (_HALF, 2), "and": (_AND, 0), "a": (_A, 0), "an": (_A, 0), "point": (_POINT, 0), "over": (_OVER, 0), "of": (_OF, 0)}
    kinds |= dict.fromkeys("-‐‑", (_HYPHEN, 0)) | {",": (_COMMA, 0)}
    return kinds


_KIND = _kinds()
_END = (_NONE, 0)
_SIMPLE = {word: spelled(n) for word, (kind, n) in _KIND.items() if kind in (_ZERO, _UNIT, _TEEN, _TENS)}
_GROUP = frozenset({_UNIT, _TEEN, _TENS})

SCALE_VALUES: dict[str, float] = {word: 10.0**n for word, (kind, n) in _KIND.items() if kind == _SCALE} | {
    "hundred": 100.0, "hundreds": 100.0, "dozen": 12.0, "dozens": 12.0}
STARTERS = frozenset(_SIMPLE) | {"a", "an", "half", "hundred", "thousand"}
CONTINUERS = frozenset(_KIND)


def read_words(words: Sequence[str], i: int) -> tuple[Numeral, int] | None:
    """The longest numeral phrase that starts at ``words[i]``, with the index behind it; None where none starts.

    Words are lower case.  A hyphenated word may come whole ("forty-two") or in three ("forty", "-", "two"); digits may stand among them.
    Only single words may be passed that are known (``CONTINUERS``) or digits: anything else ends the phrase.

    >>> read_words(["two", "hundred", "and", "fifty", "thousand", "people"], 0)
    (Numeral(value=250000.0, half=5000.0, figures=2), 5)
    """
    word = words[i]
    if i + 1 >= len(words) or (words[i + 1] not in _KIND and not words[i + 1][0].isdigit()):
        simple = _SIMPLE.get(word)
        if simple is not None:
            return simple, i + 1
    reader = _Reader(words, i)
    found = reader.numeral()
    if found is None:
        return None
    numeral, k = found
    end = reader.ends[k - 1]
    return (numeral, end) if end else None


class _Sum:
    """A whole number being put together: its value, and the place of its last digit that is not zero."""

    __slots__ = ("figures", "half", "last_power", "limit", "remainder", "value", "words")

    def __init__(self) -> None:
        self.value: float = 0                   # an int while all of it is in words
        self.half = 0.0
        self.figures = 0                        # of a single chunk in digits, else 0: take them from value and half
        self.last_power = 0                     # power of ten of the last scale word
        self.limit = 99                         # the next scale must be smaller
        self.remainder = False                  # something stands behind the last scale word
        self.words = True

    def numeral(self) -> Numeral:
        if self.words and isinstance(self.value, int):
            return spelled(self.value)
        if self.figures:
            return Numeral(float(self.value), self.half, self.figures)
        shown = str(round(self.value / (2 * self.half)))
        return Numeral(float(self.value), self.half, len(shown.rstrip("0")) or 1)


class _Reader:
    """Tokens of ``words`` from ``start``, fetched when needed; a hyphenated word counts as three; only its last may end a numeral."""

    __slots__ = ("ends", "kinds", "next", "tokens", "words")

    def __init__(self, words: Sequence[str], start: int) -> None:
        self.words, self.next = words, start
        self.tokens: list[str] = []
        self.kinds: list[tuple[int, int]] = []
        self.ends: list[int] = []               # index in words behind the token; 0 inside a hyphenated word

    def fetch(self) -> None:
        """Add the tokens of the next word."""
        if self.next >= len(self.words):
            parts = [""]
        else:
            word = self.words[self.next]
            parts = [word]
            if "-" in word and len(word) > 1:
                split = word.replace("-", " - ").split()
                parts = split if all(p in _KIND or p.isdigit() for p in split) else parts
        self.next += 1
        for part in parts:
            self.tokens.append(part)
            self.kinds.append(_KIND.get(part) or ((_DIGITS, 0) if part[:1].isdigit() or part[:1] == "." else _END))
            self.ends.append(0)
        self.ends[-1] = self.next

    def token(self, k: int) -> str:
        while k >= len(self.tokens):
            self.fetch()
        return self.tokens[k]

    def kind(self, k: int) -> tuple[int, int]:
        while k >= len(self.kinds):
            self.fetch()
        return self.kinds[k]

    def past_hyphen(self, k: int) -> int:
        return k + 1 if self.kind(k)[0] == _HYPHEN else k

    # -- the phrase -------------------------------------------------------------------------------------------------------------

    def numeral(self) -> tuple[Numeral, int] | None:
        """half a million | a third | two thirds | one over three | two and a half million | one point five | 250 thousand."""
        first = self.kind(0)[0]
        if first == _HALF or (first == _A and self.kind(self.past_hyphen(1))[0] in (_HALF, _ONE_PART)):
            return self.part_of(0)
        whole = self.whole(0)
        if whole is None:
            return None
        total, k = whole
        j = self.past_hyphen(k)
        kind, n = self.kind(j)
        if kind in (_PARTS, _ONE_PART, _HALF, _OTHER) and self.names_a_part(total, j, j > k):
            if kind == _OTHER or (kind == _ONE_PART and total.value != 1 and not (total.value < 10 and j > k)):
                return None                                             # twenty-fifth, twenty-first: an ordinal
            return self.of_scale(total.value / n, j + 1)
        if kind == _OVER and total.value == 1 and total.words:
            under = self.whole(j + 1)
            if under is not None and self.kind(under[1])[0] not in (_OTHER, _PARTS) and under[0].value > 1:
                return Numeral(1 / under[0].value, 0.0, 1), under[1]
        if kind == _POINT and not total.last_power:
            pointed = self.decimals(total, j + 1)
            if pointed is not None:
                return pointed
        if kind == _AND and total.value >= 100 and total.words and self.kind(j + 1)[0] == _ONE_PART and self.kind(j + 1)[1] > 4:
            return None                                                 # one hundred and fifth
        mixed = self.and_part(total, k)
        if mixed is not None:
            return mixed
        if kind == _DOZEN and total.value and not total.last_power:     # counted in dozens: the last printed digit stands for twelve
            return Numeral(total.value * 12.0, 6.0, total.numeral().figures), j + 1
        return total.numeral(), k

    def names_a_part(self, total: _Sum, j: int, hyphen: bool) -> bool:
        """Whether the word at ``j`` makes a fraction or an ordinal of the number before it; "two seconds" and "3 quarters" are neither."""
        kind, n = self.kind(j)
        word = self.token(j)
        value = total.value
        if kind == _OTHER:
            return word == "first" and value != 1 or (word == "second" and hyphen and value >= 20 and value % 10 == 0)
        if kind == _HALF:
            return value == 1 and total.words
        if not value or total.half != 0.5 and total.half < 0.5:
            return False
        if kind == _PARTS:
            return total.words or n not in (4, 3)
        return total.words and (value == 1 or hyphen or value % 10 == 0)

    def part_of(self, k: int) -> tuple[Numeral, int] | None:
        """half | a half | a third | half a million | a quarter million | half a dozen."""
        k += self.kind(k)[0] == _A
        k = self.past_hyphen(k)
        return self.of_scale(1 / self.kind(k)[1], k + 1)

    def of_scale(self, share: float, k: int) -> tuple[Numeral, int]:
        """The scale a fraction is taken of: half [a] million, three quarters of a million; or the bare fraction."""
        j = self.past_hyphen(k)
        j += self.kind(j)[0] == _OF and self.kind(j + 1)[0] == _A
        j += self.kind(j)[0] == _A
        j = self.past_hyphen(j)
        kind, n = self.kind(j)
        if kind == _SCALE and not self.token(j).endswith("s"):
            return Numeral(shift(share, n), shift(EXACT_SCALED, n), 1), j + 1
        if kind == _DOZEN and share == 0.5:
            return Numeral(6.0, 0.5, 1), j + 1
        return Numeral(share, 0.0, 1), k

    def and_part(self, total: _Sum, k: int) -> tuple[Numeral, int] | None:
        """… and a half [million] | … and three quarters; behind a scale word the part is of that scale."""
        j = self.past_hyphen(k)
        if self.kind(j)[0] != _AND:
            return None
        j = self.past_hyphen(j + 1)
        article = self.kind(j)[0] == _A
        j = self.past_hyphen(j + article)
        kind, n = self.kind(j)
        over = 1.0
        if kind in _GROUP and not article:
            got = self.group(j)
            over = got[0]
            j = self.past_hyphen(got[1])
            kind, n = self.kind(j)
            if not (kind == _PARTS or (kind == _ONE_PART and (over == 1 or n == 4))):
                return None
        elif not (kind == _HALF or (kind == _ONE_PART and (article or n == 4))):
            return None
        scaled = bool(total.last_power)
        if total.remainder and scaled or (scaled and kind == _ONE_PART and n != 4) or not total.value:
            return None
        if 2 * total.half < 10.0**total.last_power:                     # 1.5 million and a half
            return None
        share = over / n
        j += 1
        after = self.past_hyphen(j)
        next_kind, power = self.kind(after)
        if next_kind == _SCALE and (not scaled or power < total.last_power):
            if scaled:
                return Numeral(total.value + shift(share, power), shift(EXACT_SCALED, power), 2), after + 1
            return Numeral(shift(total.value + share, power), shift(EXACT_SCALED, power), 2), after + 1
        if scaled:
            unit = total.last_power
            return Numeral(total.value + shift(share, unit), shift(EXACT_SCALED, unit), 2), j
        return Numeral(total.value + share, 0.0, 2), j

    def decimals(self, total: _Sum, k: int) -> tuple[Numeral, int] | None:
        """point five | point zero eight | point twenty-five | point 5, and the scale behind it."""
        digits = ""
        kind, n = self.kind(k)
        if kind == _DIGITS:
            if not self.token(k).isdigit():
                return None
            digits, k = self.token(k), k + 1
        elif kind in (_TEEN, _TENS):
            value, k = self.group(k)
            digits = str(int(value))
        else:
            while kind in (_ZERO, _UNIT) and len(digits) < 15:
                digits += str(n)
                k += 1
                kind, n = self.kind(k)
        numeral = parse_digits(f"{int(total.value)}.{digits}") if digits and total.value == int(total.value) else None
        if numeral is None:
            return None
        power, k = self.scales(k)
        return Numeral(shift(numeral.value, power), shift(numeral.half, power), numeral.figures), k

    # -- whole numbers ----------------------------------------------------------------------------------------------------------

    def whole(self, k: int) -> tuple[_Sum, int] | None:
        """Chunks in falling order: three million two hundred thousand and five."""
        total = _Sum()
        k, ok = self.chunk(total, k, first=True)
        if not ok:
            return None
        while total.last_power or total.half == 50:
            j = self.past_hyphen(k)
            joint = self.kind(j)[0]
            j += joint in (_AND, _COMMA)
            j, ok = self.chunk(total, j, first=False, joint=joint)
            if not ok:
                break
            k = j
        return total, k

    def chunk(self, total: _Sum, k: int, first: bool, joint: int = _NONE) -> tuple[int, bool]:
        """Add one chunk that starts at ``k`` to ``total`` if it continues it; the place behind it, and whether it was added."""
        kind, n = self.kind(k)
        value: float
        half, figures, hundred, words = 0.5, 0, False, kind != _DIGITS
        if not first and words != total.words:
            return k, False
        if kind in _GROUP:
            value, k = self.group(k)
            if value < 0 or (joint == _AND and self.proper_part(value, k)):
                return k, False
        elif kind == _ZERO and first:
            value, k = 0, k + 1
        elif kind == _DIGITS:
            numeral = parse_digits(self.token(k))
            if numeral is None:
                return k, False
            value, half, figures = numeral
            k += 1
        elif first and kind == _A and self.kind(self.past_hyphen(k + 1))[0] in (_HUNDRED, _SCALE, _DOZEN):
            k = self.past_hyphen(k + 1)
            if self.token(k)[-1:] == "s":
                return k, False
            value = 1
        elif first and kind in (_HUNDRED, _SCALE) and n in (100, 3) and self.kind(self.past_hyphen(k + 1))[0] == _SCALE:
            value = 1                                                   # hundred thousand dollars
        else:
            return k, False
        j = self.past_hyphen(k)
        if self.kind(j)[0] == _HUNDRED and (0 < value < 100):
            value, half, hundred, k = shift(value, 2) if half < 0.5 else value * 100, half * 100, True, j + 1
            if isinstance(value, int) or half == 50:
                value, half, k = self.after_hundred(value, half, k, words)
                figures = 0
        power, k = self.scales(k)
        if not first and not self.continues(total, value, half, power, hundred, joint, words):
            return k, False
        if power:
            value = value * 10**power if isinstance(value, int) else shift(value, power)
            half = shift(half, power)
        total.value += value
        total.half = half
        total.figures = figures if first else 0
        total.words = words
        if power:
            total.last_power = total.limit = power
            total.remainder = False
        else:
            total.limit = 0
            total.remainder = not first
        return k, True

    def continues(self, total: _Sum, value: float, half: float, power: int, hundred: bool, joint: int, words: bool) -> bool:
        """Whether a further chunk belongs to the number, or is the next number: "5 million and 20 cars" are two."""
        if half < 0.5 or not value or total.limit == 0 or value * 10.0**power >= 10.0**total.limit:
            return False
        if not words and not hundred and not power:
            return False
        if joint == _AND:
            return not power and words
        if joint == _COMMA:
            return words and (hundred or power > 0)
        return hundred or power > 0 or total.limit < 6

    def proper_part(self, over: float, k: int) -> bool:
        """Whether the word at ``k`` makes a proper fraction of ``over``: two hundred and [three quarters]."""
        kind, under = self.kind(self.past_hyphen(k))
        return kind in (_PARTS, _ONE_PART) and over < under < 100

    def scales(self, k: int) -> tuple[int, int]:
        """The power of ten of the scale words at ``k`` and the place behind them: million, thousand million, lakh crore."""
        j = self.past_hyphen(k)
        kind, power = self.kind(j)
        if kind != _SCALE:
            return 0, k
        k = j + 1
        kind, more = self.kind(k)
        if kind == _SCALE and more >= power and more >= 6:
            return power + more, k + 1
        return power, k

    def group(self, k: int) -> tuple[int, int]:
        """One to ninety-nine in words; negative where the words say a year or a run of digits (nineteen eighty, one twenty)."""
        kind, n = self.kind(k)
        k += 1
        if kind == _TENS:
            j = self.past_hyphen(k)
            after, unit = self.kind(j)
            if after == _UNIT:
                return n + unit, j + 1
            return (-1 if after in (_TEEN, _TENS) and j == k else n), k
        after = self.kind(k)[0]
        if after == _TENS or (after == _TEEN and kind == _TEEN):
            return -1, k
        return n, k

    def after_hundred(self, value: float, half: float, k: int, words: bool) -> tuple[float, float, int]:
        """The rest of a group: hundred [and] fifty-two; in digits only "hundred and 21"."""
        j = self.past_hyphen(k)
        joined = self.kind(j)[0] == _AND
        j = self.past_hyphen(j + joined)
        kind = self.kind(j)[0]
        if words and kind in _GROUP:
            rest, j = self.group(j)
            if rest < 0 or self.kind(self.past_hyphen(j))[0] == _HUNDRED or (joined and self.proper_part(rest, j)):
                return value, half, k
            return value + rest, 5.0 if rest % 10 == 0 else 0.5, j
        if not words and kind == _DIGITS and joined:
            numeral = parse_digits(self.token(j))
            after = self.kind(self.past_hyphen(j + 1))[0]
            if numeral and numeral.half == 0.5 and 0 < numeral.value < 100 and after not in (_HUNDRED, _SCALE):
                return value + numeral.value, 0.5, j + 1
        return value, half, k
