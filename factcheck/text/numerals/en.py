"""English number words to values: "two hundred and fifty thousand", "half a million", "one and three quarters", "three lakh crore".

``read_words`` looks no further than one or two words behind what it reads, so a text is read in linear time.
A phrase is one or more *chunks* in falling order (three million · two hundred thousand · five); a chunk is a group below a thousand, in
words or digits, with its scale.  "and" joins only what continues a number: never "two and three", "one hundred and five hundred".
"""

from __future__ import annotations

from collections.abc import Sequence

from . import Numeral, parse_digits, scale, shift, spelled
from .en_parts import Parts, Sum
from .en_words import (
    AND,
    COMMA,
    DIGITS,
    DOZEN,
    END,
    GROUP,
    HALF,
    HUNDRED,
    HYPHEN,
    KIND,
    NONE,
    ONE_PART,
    OTHER,
    OVER,
    PARTS,
    POINT,
    SCALE,
    SIMPLE,
    TEEN,
    TENS,
    UNIT,
    ZERO,
    A,
    ends_at,
)

SCALE_VALUES: dict[str, float] = {word: 10.0**n for word, (kind, n) in KIND.items() if kind == SCALE} | {
    "hundred": 100.0, "hundreds": 100.0, "dozen": 12.0, "dozens": 12.0}
STARTERS = frozenset(SIMPLE) | {"a", "an", "half", "hundred", "thousand"}
CONTINUERS = frozenset(KIND)


def hundreds_left_out(words: list[str]) -> int:
    """One twenty two, alone: 122; 0 for other words.

    >>> [hundreds_left_out(words.split()) for words in ("one twenty two", "three fifty", "twenty two")]
    [122, 0, 0]
    """
    kinds = [KIND.get(word, (NONE, 0)) for word in words if word != "-"]
    if [kind for kind, _ in kinds] != [UNIT, TENS, UNIT]:
        return 0                                                            # three fifty may be a time
    return 100 * kinds[0][1] + sum(n for _, n in kinds[1:])


def read_words(words: Sequence[str], i: int) -> tuple[Numeral, int] | None:
    """The longest numeral phrase that starts at ``words[i]``, with the index behind it; None where none starts.

    Words are lower case.  A hyphenated word may come whole ("forty-two") or in three ("forty", "-", "two"); digits may stand among them.
    Only single words may be passed that are known (``CONTINUERS``) or digits: anything else ends the phrase.

    >>> read_words(["two", "hundred", "and", "fifty", "thousand", "people"], 0)
    (Numeral(value=250000.0, half=5000.0, figures=2), 5)
    """
    word = words[i]
    if ends_at(words, i + 1):                                             # the two commonest shapes: "five", "5 million"
        if word in SIMPLE:
            return SIMPLE[word], i + 1
    elif KIND.get(words[i + 1], END)[0] == SCALE and ends_at(words, i + 2):
        power = KIND[words[i + 1]][1]
        simple = SIMPLE.get(word)
        if simple is not None and simple.value:
            return spelled(int(simple.value) * 10**power), i + 2
        printed = parse_digits(word) if word[0].isdigit() else None
        if printed is not None:
            return scale(printed, power), i + 2
    reader = _Reader(words, i)
    found = reader.numeral()
    if found is None:
        return None
    numeral, k = found
    end = reader.ends[k - 1]
    return (numeral, end) if end else None


class _Reader(Parts):
    """The phrase as a whole, and whole numbers in it; what is a fraction is read by ``Parts``."""

    __slots__ = ()

    # -- the phrase -------------------------------------------------------------------------------------------------------------

    def numeral(self) -> tuple[Numeral, int] | None:
        """half a million | a third | two thirds | one over three | two and a half million | one point five | 250 thousand."""
        first = self.kind(0)[0]
        if first == HALF or (first == A and self.kind(self.past_hyphen(1))[0] in (HALF, ONE_PART)):
            return self.part_of(0)
        whole = self.whole(0)
        if whole is None:
            return self.over_tens(0, None) if first in GROUP else None
        total, k = whole
        j = self.past_hyphen(k)
        kind, n = self.kind(j)
        if kind == PARTS and k > 1 and self.kind(k - 1)[0] == TENS:
            compound = self.over_tens(k - 1, self.tokens[: k - 1])
            if compound is not None:
                return compound
        if kind in (PARTS, ONE_PART, HALF, OTHER) and self.names_a_part(total, j, j > k):
            if kind == OTHER and j == k and self.kind(k - 1)[0] in (UNIT, TEEN):
                return total.numeral(), k                               # two first-class tickets
            if kind == OTHER or (kind == ONE_PART and total.value != 1 and not (total.value < 10 and j > k)):
                return None                                             # twenty-fifth, twenty-first: an ordinal
            return self.of_scale(total.value / n, j + 1)
        if n == 10 and kind == TEEN and j == k and total.words and total.value < 100:           # seven ten-thousandths
            part, under = self.kind(j + 2)
            if self.kind(j + 1)[0] == HYPHEN and part in (PARTS, ONE_PART) and under >= 1000 and (part == PARTS or total.value == 1):
                return Numeral(total.value / (10 * under), 0.0, 1), j + 3
        if kind == UNIT and n == 1 and total.words:                     # four one-hundredths
            after = self.past_hyphen(j + 1)
            part, under = self.kind(after)
            if part in (PARTS, ONE_PART) and under >= 100 and (part == PARTS or total.value == 1):
                return Numeral(total.value / under, 0.0, 1), after + 1
            lower = self.whole(j)                                       # one one hundred fifth
            if lower is not None and lower[0].value >= 100 and lower[0].value % 100 == 0:
                part, under = self.kind(self.past_hyphen(lower[1]))
                if part in (PARTS, ONE_PART) and under < 100 and (part == PARTS or total.value == 1):
                    return Numeral(total.value / (lower[0].value + under), 0.0, 1), self.past_hyphen(lower[1]) + 1
        if kind == OVER and total.value == 1 and total.words:
            lower = self.whole(j + 1)
            if lower is not None and self.kind(lower[1])[0] not in (OTHER, PARTS) and lower[0].value > 1:
                return Numeral(1 / lower[0].value, 0.0, 1), lower[1]
        if kind == POINT and (not total.last_power or total.remainder and total.words):
            pointed = self.decimals(total, j + 1)
            if pointed is not None:
                return pointed
        if kind == AND and total.value >= 100 and total.words and self.kind(j + 1)[0] == ONE_PART and self.kind(j + 1)[1] > 4:
            return None                                                 # one hundred and fifth
        mixed = self.and_part(total, k)
        if mixed is not None:
            return mixed
        if kind == DOZEN and total.value and not total.last_power:     # counted in dozens: the last printed digit stands for twelve
            rest = total.value % 100 if total.words else total.value   # three hundred and two dozen
            return Numeral(total.value - rest + rest * 12.0 if rest else total.value * 12.0, 6.0, total.numeral().figures), j + 1
        return total.numeral(), k

    # -- whole numbers ----------------------------------------------------------------------------------------------------------

    def whole(self, k: int) -> tuple[Sum, int] | None:
        """Chunks in falling order: three million two hundred thousand and five."""
        total = Sum()
        k, ok = self.chunk(total, k, first=True)
        if not ok:
            return None
        while total.last_power or total.half == 50:
            j = self.past_hyphen(k)
            joint = self.kind(j)[0]
            j += joint in (AND, COMMA)
            j, ok = self.chunk(total, j, first=False, joint=joint)
            if not ok:
                break
            k = j
        return total, k

    def chunk(self, total: Sum, k: int, first: bool, joint: int = NONE) -> tuple[int, bool]:
        """Add one chunk that starts at ``k`` to ``total`` if it continues it; the place behind it, and whether it was added."""
        kind, n = self.kind(k)
        value: float
        half, figures, hundred, words = 0.5, 0, False, kind != DIGITS
        if not first and words != total.words:
            return k, False
        if kind in GROUP:
            value, k = self.group(k)
            if value < 0 or (joint == AND and self.proper_part(value, k)):
                return k, False
        elif kind == ZERO and first:
            value, k = 0, k + 1
        elif kind == DIGITS:
            numeral = parse_digits(self.token(k))
            if numeral is None:
                return k, False
            value, half, figures = numeral
            k += 1
        elif first and kind == A and self.kind(self.past_hyphen(k + 1))[0] in (HUNDRED, SCALE, DOZEN):
            k = self.past_hyphen(k + 1)
            if self.token(k)[-1:] == "s":
                return k, False
            value = 1
        elif first and kind in (HUNDRED, SCALE) and n in (100, 3) and self.kind(self.past_hyphen(k + 1))[0] == SCALE:
            value = 1                                                   # hundred thousand dollars
        else:
            return k, False
        j = self.past_hyphen(k)
        if self.kind(j)[0] == HUNDRED and (0 < value < 100):
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

    def continues(self, total: Sum, value: float, half: float, power: int, hundred: bool, joint: int, words: bool) -> bool:
        """Whether a further chunk belongs to the number, or is the next number: "5 million and 20 cars" are two."""
        if half < 0.5 or not value or total.limit == 0 or value * 10.0**power >= 10.0**total.limit:
            return False
        if not words and not hundred and not power:
            return False
        if joint == AND:
            return not power and words
        if joint == COMMA:
            return words and (hundred or power > 0)
        return hundred or power > 0 or total.limit < 6

    def scales(self, k: int) -> tuple[int, int]:
        """The power of ten of the scale words at ``k`` and the place behind them: million, thousand million, lakh crore."""
        j = self.past_hyphen(k)
        kind, power = self.kind(j)
        if kind != SCALE:
            return 0, k
        k = j + 1
        kind, more = self.kind(k)
        if kind == SCALE and more >= power and more >= 6:
            return power + more, k + 1
        return power, k

    def group(self, k: int) -> tuple[int, int]:
        """One to ninety-nine in words; negative where the words say a year or a run of digits (nineteen eighty, one twenty)."""
        kind, n = self.kind(k)
        k += 1
        if kind == TENS:
            j = self.past_hyphen(k)
            after, unit = self.kind(j)
            if after == UNIT:
                return n + unit, j + 1
            return (-1 if after in (TEEN, TENS) and j == k else n), k
        after = self.kind(k)[0]
        if after == TENS or (after == TEEN and kind == TEEN):
            return -1, k
        return n, k

    def after_hundred(self, value: float, half: float, k: int, words: bool) -> tuple[float, float, int]:
        """The rest of a group: hundred [and] fifty-two; in digits only "hundred and 21"."""
        j = self.past_hyphen(k)
        joined = self.kind(j)[0] == AND
        j = self.past_hyphen(j + joined)
        kind = self.kind(j)[0]
        if words and kind in GROUP:
            rest, j = self.group(j)
            if rest < 0 or self.kind(self.past_hyphen(j))[0] == HUNDRED or (joined and self.proper_part(rest, j)):
                return value, half, k
            return value + rest, 5.0 if rest % 10 == 0 else 0.5, j
        if not words and kind == DIGITS and joined:
            numeral = parse_digits(self.token(j))
            after = self.kind(self.past_hyphen(j + 1))[0]
            if numeral and numeral.half == 0.5 and 0 < numeral.value < 100 and after not in (HUNDRED, SCALE):
                return value + numeral.value, 0.5, j + 1
        return value, half, k
