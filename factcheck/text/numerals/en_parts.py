"""The words of an English numeral as a row of tokens, and the fractions among them: two fifths, half a million, … and a quarter."""

from __future__ import annotations

from collections.abc import Sequence

from . import EXACT_SCALED, Numeral, parse_digits, shift, spelled
from .en_words import AND, DIGITS, DOZEN, END, GROUP, HALF, HYPHEN, KIND, OF, ONE_PART, OTHER, PARTS, SCALE, TEEN, TENS, UNIT, ZERO, A

LOWER = {"firsts": 1, "seconds": 2, "second": 2}


class Sum:
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


class Parts:
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
                parts = split if all(p in KIND or p.isdigit() for p in split) else parts
        self.next += 1
        for part in parts:
            self.tokens.append(part)
            self.kinds.append(KIND.get(part) or ((DIGITS, 0) if part[:1].isdigit() or part[:1] == "." else END))
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
        return k + 1 if self.kind(k)[0] == HYPHEN else k

    def whole(self, k: int) -> tuple[Sum, int] | None:
        """A whole number that starts at ``k``, and the place behind it."""
        raise NotImplementedError

    def scales(self, k: int) -> tuple[int, int]:
        """The power of ten of the scale words at ``k``, and the place behind them."""
        raise NotImplementedError

    def group(self, k: int) -> tuple[int, int]:
        """One to ninety-nine in words, and the place behind it."""
        raise NotImplementedError

    def names_a_part(self, total: Sum, j: int, hyphen: bool) -> bool:
        """Whether the word at ``j`` makes a fraction or an ordinal of the number before it; "two seconds" and "3 quarters" are neither."""
        kind, n = self.kind(j)
        word = self.token(j)
        value = total.value
        if kind == OTHER:
            return word == "first" and value != 1 or (word == "second" and hyphen and value >= 20 and value % 10 == 0)
        if kind == HALF:
            return value == 1 and total.words
        if not value or total.half != 0.5 and total.half < 0.5:
            return False
        if kind == PARTS:
            return total.words or n not in (4, 3)
        return total.words and (value == 1 or hyphen or value % 10 == 0)

    def over_tens(self, k: int, before: list[str] | None) -> tuple[Numeral, int] | None:
        """A fraction whose lower half is a compound: three twenty-fifths, one hundred thirty-fifths, five thirty-seconds.

        ``k`` is where the tens stand, ``before`` the words of the upper half; without it both are still to be read.
        """
        if before is None:
            kind, over = self.kind(k)
            k += 1
            if kind == TENS and self.kind(k)[0] == HYPHEN and self.kind(k + 1)[0] == UNIT:
                over, k = over + self.kind(k + 1)[1], k + 2
            if self.kind(k)[0] != TENS:
                return None
            value: float = over
        else:
            upper = type(self)(before, 0).whole(0)
            if upper is None or upper[1] != len(before):
                return None
            value = upper[0].value
        tens = self.kind(k)[1]
        j = self.past_hyphen(k + 1)
        kind, n = self.kind(j)
        if kind == OTHER:
            word = self.token(j)
            joined = j > k + 1 or word == "firsts"
            n = LOWER.get(word, 0) if joined and (word[-1] == "s" or value == 1 and self.kind(j + 1)[0] == OF) else 0
        elif kind != PARTS and not (kind == ONE_PART and value == 1):
            n = 0
        if not 0 < n < 10 or not value:
            return None
        return Numeral(value / (tens + n), 0.0, 1), j + 1

    def part_of(self, k: int) -> tuple[Numeral, int] | None:
        """half | a half | a third | half a million | a quarter million | half a dozen."""
        k += self.kind(k)[0] == A
        k = self.past_hyphen(k)
        return self.of_scale(1 / self.kind(k)[1], k + 1)

    def of_scale(self, share: float, k: int) -> tuple[Numeral, int]:
        """The scale a fraction is taken of: half [a] million, three quarters of a million; or the bare fraction."""
        j = self.past_hyphen(k)
        j += self.kind(j)[0] == OF and self.kind(j + 1)[0] == A
        j += self.kind(j)[0] == A
        j = self.past_hyphen(j)
        kind, n = self.kind(j)
        if kind == SCALE and not self.token(j).endswith("s"):
            return Numeral(shift(share, n), shift(EXACT_SCALED, n), 1), j + 1
        if kind == DOZEN and share == 0.5:
            return Numeral(6.0, 0.5, 1), j + 1
        return Numeral(share, 0.0, 1), k

    def and_part(self, total: Sum, k: int) -> tuple[Numeral, int] | None:
        """… and a half [million] | … and three quarters; behind a scale word the part is of that scale."""
        j = self.past_hyphen(k)
        if self.kind(j)[0] != AND:
            return None
        j = self.past_hyphen(j + 1)
        article = self.kind(j)[0] == A
        j = self.past_hyphen(j + article)
        kind, n = self.kind(j)
        over = 1.0
        if kind in GROUP and not article:
            got = self.group(j)
            over = got[0]
            j = self.past_hyphen(got[1])
            kind, n = self.kind(j)
            if kind == AND and total.words and total.value < 100 and not total.value % 10 and 0 < over < 10:
                more = Sum()                                            # twenty and three and two fifths
                more.value, more.half = total.value + over, 0.5
                return self.and_part(more, got[1]) if self.proper_part(*self.group(self.past_hyphen(j + 1))) else None
            if not (kind == PARTS or (kind == ONE_PART and (over == 1 or n == 4)) or kind == HALF and over == 1):
                return None
        elif not (kind == HALF or (kind == ONE_PART and (article or n == 4))):
            return None
        scaled = bool(total.last_power)
        if total.remainder and scaled or (scaled and kind == ONE_PART and n != 4) or not total.value:
            return None
        if 2 * total.half < 10.0**total.last_power:                     # 1.5 million and a half
            return None
        share = over / n
        j += 1
        after = self.past_hyphen(j)
        next_kind, power = self.kind(after)
        if next_kind == DOZEN and not scaled:                           # two and a half dozen
            return Numeral((total.value + share) * 12, 0.5, 2), after + 1
        if next_kind == SCALE and (not scaled or power < total.last_power):
            if scaled:
                return Numeral(total.value + shift(share, power), shift(EXACT_SCALED, power), 2), after + 1
            return Numeral(shift(total.value + share, power), shift(EXACT_SCALED, power), 2), after + 1
        if scaled:
            unit = total.last_power
            return Numeral(total.value + shift(share, unit), shift(EXACT_SCALED, unit), 2), j
        return Numeral(total.value + share, 0.0, 2), j

    def decimals(self, total: Sum, k: int) -> tuple[Numeral, int] | None:
        """point five | point zero eight | point twenty-five | point 5, and the scale behind it."""
        digits = ""
        kind, n = self.kind(k)
        if kind == DIGITS:
            if not self.token(k).isdigit():
                return None
            digits, k = self.token(k), k + 1
        elif kind in (TEEN, TENS):
            value, k = self.group(k)
            digits = str(int(value))
        else:
            while kind in (ZERO, UNIT) and len(digits) < 15:
                digits += str(n)
                k += 1
                kind, n = self.kind(k)
        numeral = parse_digits(f"{int(total.value)}.{digits}") if digits and total.value == int(total.value) else None
        if numeral is None:
            return None
        power, k = self.scales(k)
        return Numeral(shift(numeral.value, power), shift(numeral.half, power), numeral.figures), k

    def proper_part(self, over: float, k: int) -> bool:
        """Whether the word at ``k`` makes a proper fraction of ``over``: two hundred and [three quarters]."""
        kind, under = self.kind(self.past_hyphen(k))
        return kind in (PARTS, ONE_PART) and over < under < 100 or kind == PARTS and under in (100, 1000) and 1 < over < under

