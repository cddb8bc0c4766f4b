"""Two figures that are one: ranges with shared scale and unit, "more than 3 and less than 5", "one out of three"."""

from __future__ import annotations

from ..lexer import FIGURE, Figure, Token
from ..lexicon import UNKNOWN
from .bounds import Bounds
from .sentence import year_like

CHANGED_BEHIND = ("change_verb", "fan_verb")
CHANGED = 14                             # tokens before two figures in which a word of change makes them two levels
RATED = 8                                # tokens before "by" among which a rate is named
STEP = 5                                 # a level is so many times the step that led to it
YEARS_REACH = 12                         # tokens before a bracket among which something changes between two years
CLOSE = 1                                # characters that may stand between parts of one figure
HEDGES = ("hedge",)


class Ranges(Bounds):
    """Dashes bind before words: "from 24 to 33-35 billion"."""

    def ranges(self, chars: list[str]) -> None:
        """``chars`` are the types of the tokens: without a dash, or a word that joins, there is nothing to do."""
        joining = self.language.joining
        if len(self.tokens) == 3 and self.has(1, "divides"):
            self.divided()
        nothing = self.language.settings.get("nothing")
        if nothing and self.text.find(nothing, self.start, self.tokens[-1].end) >= 0:
            self.below_zero()
        if "-" in chars or "~" in chars:
            self.join(dashes=True)
        if not joining["range"].isdisjoint(chars) or any(char in chars for char in self.language.lexicon.chars.get("or", "")):
            self.join(dashes=False)
        if not joining["part"].isdisjoint(chars):
            self.parts()

    def below_zero(self) -> None:
        """Twenty degrees below zero, 15 below zero: a negative figure."""
        tokens, words = self.tokens, self.language.sets.get("below_words", ())
        for i in range(len(tokens) - 3, -1, -1):
            left, zero = tokens[i].figure, tokens[i + 2].figure if i + 2 < len(tokens) else None
            if left is None or zero is None or zero.high != 0 or not zero.words or left.kind:
                continue
            if self.text[tokens[i + 1].start : tokens[i + 1].end] not in words or self.gap(i, i + 1) > 1:
                continue
            units = [unit for unit in (left.unit, zero.unit) if unit is not None]
            warm = all(unit.dimension == "temperature" or unit.name == "degree" for unit in units)
            if not warm or not 0 < left.low == left.high < 300 or not units and self.has(i + 3, "of"):
                continue
            left.low, left.high, left.sign, left.number_end = -left.high, -left.low, -1, zero.number_end
            left.unit = zero.unit or left.unit
            tokens[i : i + 3] = [Token(FIGURE, tokens[i].start, tokens[i + 2].end, None, left)]

    def join(self, dashes: bool) -> None:
        """One pass over the figures: pairs with a dash or a word between them become one."""
        tokens = self.tokens
        last, done = len(tokens) - 2, 0
        joined: list[tuple[int, int, Figure]] = []
        for i in [i for i, token in enumerate(tokens) if token.figure is not None]:
            if i < done or i >= last:
                continue
            k = self.right_end(i, dashes)
            left, right = tokens[i].figure, tokens[k].figure
            if not k or left is None or right is None or not self.joinable(i, k, left, right, dashes):
                continue
            if dashes and (self.scored(i, k, left, right) or self.told_apart(i, k, left, right)):
                continue
            self.share(left, right)
            if self.separate(i, k):
                left.separate = right.separate = True
                if left.low % 500 == 0 and left.low < 1900 and year_like(self.text, tokens[i]) and self.counts(k):
                    left.kind = right.kind = "quantity"       # from 1000 to 2000 recruits
                continue
            merged = self.merge(i, k, left, right)
            if merged is not None:
                joined.append((i, k, merged))
                done = k + 1
        if joined:
            kept: list[Token] = []
            done = 0
            for i, k, merged in joined:
                kept += tokens[done:i]
                kept.append(Token(FIGURE, tokens[i].start, tokens[k].end, None, merged))
                done = k + 1
            self.tokens = kept + tokens[done:]

    def told_apart(self, i: int, k: int, left: Figure, right: Figure) -> bool:
        """"Of 9,600 votes 5,568 - 58 per cent - were for it": a share set off from the count that it is of."""
        share = right.unit is not None and right.unit.name == "percent" and left.unit is None
        return share and left.low > 100 >= right.high and self.gap(i, i + 1) > 0 and self.gap(k - 1, k) > 0

    def right_end(self, i: int, dashes: bool) -> int:
        """Index of the figure at the other end of a range that may begin at ``i``; 0 if none."""
        tokens = self.tokens
        k = i + 1
        dash = tokens[k].char in ("-", "~")
        if dashes:
            k += 1
            if dash and tokens[k].char == "~" and k + 1 < len(tokens):
                k += 1                                        # 2 - ~7 g
            return k if dash and tokens[k].figure is not None else 0
        k += dash                                             # 0-to-60
        entry = tokens[k].entry
        if entry is None:
            return 0
        groups = entry.groups
        joins = "and" in groups and (self.between(i) or self.has(k + 2, "between_after") or self.enclosed(i, k + 1))
        joins = joins or "and" in groups and i == 1 and k == len(tokens) - 2 and self.has(0, "from")      # from 30 and 40 degrees, alone
        joins = joins or "range_up" in groups and self.has(i - 1, "from") or "or" in groups and self.next_to(i, k + 1)
        if not (joins or "range" in groups):
            return 0
        k += 1
        while k < len(tokens) and k < i + 5 and (tokens[k].char == "-" or self.has(k, "hedge") or self.has(k, "plus")):
            k += 1                                            # between 2 g and about 7 g
        return k if k < len(tokens) and tokens[k].figure is not None else 0

    def next_to(self, i: int, k: int) -> bool:
        """Two or three, 5 or 6, ten or twelve: two small numbers side by side, the first without a unit, mean from one to the other."""
        left, right = self.tokens[i].figure, self.tokens[k].figure if k < len(self.tokens) else None
        if left is None or right is None or left.unit is not None or left.kind or left.scale != 1:
            return False
        if right.factor_word == "fold":
            return right.high == left.high + 1                # three- or fourfold
        if right.kind or left.words != right.words:
            return False
        a, b = left.high, right.mantissa if right.scale > 1 else right.low
        near = b - a == 1 or left.words and (a, b) in ((5.0, 10.0), (10.0, 12.0), (10.0, 15.0), (15.0, 20.0), (20.0, 30.0), (30.0, 40.0))
        return near and 1 <= a < 100 and float(a).is_integer() and left.low == a and right.low == right.high

    def steps_to(self, i: int, left: Figure, right: Figure, dash: bool) -> bool:
        """Whether a change verb stands before the first figure, so that "to" leads to the level reached."""
        led = i - 1
        while led > i - 4 and not (self.has(led, "by") or self.has(led, "change_verb")) and self.passed(led):
            led -= 1                                          # rose by a nominal 38.5 billion francs to 5,719 billion
        by = self.has(led, "by") and self.has(led - 1, "change_verb")
        if not dash and self.has(led, "by") and left.unit is not None and left.unit.dimension == "percent" and self.rated(led):
            return True                                       # raised its repo rate by 0.25% to 6%
        if dash or not by and not self.has(i - 1, "change_verb"):
            return False
        dimension = left.unit.dimension if left.unit is not None else ""
        far = right.unit is left.unit and dimension != "percent" and 0 < STEP * left.high < right.low
        return dimension[:6] == "money:" and not by or far    # "rose 0.9 to 117.3", "rose by $0.3 billion to $53 billion"

    def rated(self, by: int) -> bool:
        """Whether a rate is what changes by so much."""
        first = max(0, by - RATED)
        words = self.text[self.tokens[first].start : self.tokens[by].start].lower().split()
        named = not self.language.sets.get("rate_nouns", frozenset()).isdisjoint(words)
        return named and any(self.has(j, "change_verb") for j in range(first, by))

    def passed(self, i: int) -> bool:
        """Whether the token says nothing of the figure behind it: an article, an adjective."""
        if i < 1 or self.tokens[i].figure is not None:
            return False
        token = self.tokens[i]
        if token.entry is None:
            return token.char == UNKNOWN
        return "hedge" in token.entry.groups or self.text[token.start : token.end].lower() in self.language.sets.get("articles", ())

    def hyphen(self, index: int, token_start: int = -1, token_end: int = -1) -> bool:
        """Whether a dash stands at ``index``, against the figure before or behind it."""
        if not 0 <= index < len(self.tokens) or self.tokens[index].char != "-":
            return False
        dash, near = self.tokens[index], index + 1 if token_start >= 0 else index - 1
        beside = dash.start == token_start or dash.end == token_end
        other = self.tokens[near].figure if beside and 0 <= near < len(self.tokens) else None
        return other is not None and other.kind != "name"                # 900-1200 cm−1

    def enclosed(self, i: int, k: int) -> bool:
        """10000与20000间: what was read as a measure word says "between" if nothing is counted behind it."""
        words = self.language.settings.get("between")
        left, right = self.tokens[i].figure, self.tokens[k].figure if k < len(self.tokens) else None
        if not words or left is None or right is None or left.unit is not None or right.unit is None:
            return False
        stop = self.tokens[k].end
        after = self.text[stop : stop + 1]
        if self.text[right.number_end : stop] not in words or after.isalpha() and after not in self.language.sets["between_then"]:
            return False
        right.unit = None
        return True

    def between(self, i: int) -> bool:
        return self.has(i - 1, "between") or self.has(i - 1, "era") and self.has(i - 2, "between")

    def year_of_date(self, i: int) -> bool:
        """Whether the figure is the year of a date: "June 30, 2018"."""
        return i > 2 and self.tokens[i - 1].char == "," and self.tokens[i - 2].figure is not None and self.has(i - 3, "month")

    def joinable(self, i: int, k: int, left: Figure, right: Figure, dash: bool) -> bool:
        folds = right.kind == "factor" and right.factor_word == "fold" and left.unit is None and left.kind == ""  # two- to threefold
        typed = left.kind not in ("", "year") or right.kind not in ("", "year") and not folds
        if typed and not self.one_of_it(i, left, right) and not self.one_of_it(k, right, left):
            return False
        if not dash and self.wickets(i, k):
            return False                                      # "from 124 for 2 to 132 for 5"
        years = [year_like(self.text, self.tokens[j]) for j in (i, k)]
        money = right.unit is not None and right.unit.dimension[:6] == "money:" and left.unit is None
        dated = self.before(i, ("year_before", "month")) or self.year_of_date(i)
        if not dash and years == [True, False] and (dated or money):
            return False                                      # "from 3m in 2011 to 2.5m", "at June 30, 2011 to 2.5m"
        if not dash and self.levels_of_years(i, k, right):
            return False                                      # "rose 68% between 2016 and 2022 (£385 to £647)"
        if not dash and left.words and left.unit is None and 0 < left.high < 1 <= right.high:
            return False                                      # "for the half to 4 million"
        if dash and k == i + 2 and not self.dashed(i, k, left, right):
            return False
        alike = (left.unit is None) == (right.unit is None)
        if dash and left.words != right.words or alike and self.steps_to(i, left, right, dash):
            return False                                      # "two thirds - 65%", "fell $28.63 to $38.65"
        if dash and (self.hyphen(i - 1, token_end=self.tokens[i].start) or self.hyphen(k + 1, token_start=self.tokens[k].end)):
            return False                                      # three-nought-four
        if left.low != left.high or right.low != right.high and not self.has(i - 1, "from"):
            return False
        if left.unit is not None and right.unit is None and not left.unit.dimension.startswith("money:"):
            return left.unit.dimension == "percent" and left.words and right.words     # 百分之三到五
        if left.unit is None or right.unit is None:
            return True
        return left.unit.dimension == right.unit.dimension and left.unit.factor == right.unit.factor      # not "2 minutes to 3 hours"

    def levels_of_years(self, i: int, k: int, right: Figure) -> bool:
        """Whether both figures stand alone in a bracket behind a year to which something changed: they are its levels, no range."""
        tokens = self.tokens
        if i < 4 or tokens[i - 1].char != "(" or k + 1 >= len(tokens) or tokens[k + 1].char != ")" or right.unit is None:
            return False
        if right.unit.dimension[:6] != "money:" or not year_like(self.text, tokens[i - 2]):
            return False
        return any(self.has(j, "change_verb") for j in range(max(0, i - YEARS_REACH), i - 2))

    def wickets(self, i: int, k: int) -> bool:
        """Whether both figures stand between two others in the same words: 124 for 2 to 132 for 5."""
        if i < 2 or k + 2 >= len(self.tokens) or self.tokens[i].figure is None or self.tokens[i - 1].entry is None:
            return False
        alike = self.tokens[i - 1].char == self.tokens[k + 1].char and self.tokens[i - 2].figure is not None
        return alike and self.tokens[k + 2].figure is not None and self.has(i - 1, "score_for") and self.gap(i - 2, i) <= 6

    def one_of_it(self, i: int, one: Figure, other: Figure) -> bool:
        """半年到一年: 一年, which is a word of its own, counts here."""
        if one.kind != "period" or other.kind or one.unit is None or other.unit is None or one.unit.name != other.unit.name:
            return False
        return self.text[self.tokens[i].start] in self.language.settings.get("articles", ())

    def dashed(self, i: int, k: int, left: Figure, right: Figure) -> bool:
        """Whether the dash stands as in a range: the same on both sides, or askew in "about 2 -7 g"."""
        before, after = self.gap(i, i + 1), self.gap(i + 1, k)
        if before > CLOSE or after > CLOSE:
            return False
        return before == after or left.unit is None and right.unit is not None and left.low < right.low and self.before(i, HEDGES)

    def scored(self, i: int, k: int, left: Figure, right: Figure) -> bool:
        """A 3-2 win: a score, whose noun is one of what is won and lost."""
        nouns = self.language.sets.get("score_nouns", ())
        if left.unit is not None or right.unit is None or right.unit.name not in nouns or right.high >= 200:
            return False
        noun = self.text[right.number_end : self.tokens[k].end]
        if self.gap(i, k) > 1 or left.low < right.low and noun.endswith("s") and not noun.endswith("ss"):
            return False
        left.kind = right.kind = "score"
        return True

    @staticmethod
    def share(left: Figure, right: Figure) -> None:
        """Scale and unit reach back over a range: $3-5 billion, 1.2～1.5亿元."""
        money = left.unit is None or left.unit.dimension.startswith("money:")
        if money and left.scale == 1 < right.scale and left.high < right.mantissa:
            left.scale_by(right.scale)
        if left.unit is None:
            left.unit = right.unit
        elif right.unit is None:
            right.unit = left.unit
        if not left.per:
            left.per = right.per

    def separate(self, i: int, k: int) -> bool:
        """"rose from 20 to 25 million": two figures, not one range."""
        signed = self.has(i - 1, "plus") and self.has(i - 2, "from")        # "from +20 to +31"
        if not self.has(i - 1, "from") and not signed and not self.led(i):  # "fell 2 percent to 56 percent from 57.5"
            behind = range(k + 1, min(len(self.tokens), k + 7))
            if self.has(i - 1, "or") and any(self.has(j, "change_verb") for j in range(max(0, i - 6), i)):
                return True                                   # "rose 25% or $5m to $25m"
            if not any(self.has(j, "change_verb") for j in (i - 1, i - 2, i - 3)):
                return False
            return any(self.has(j, "from") or self.has(j, "against") for j in behind)
        first = self.tokens[i].figure
        chain = self.has(k + 1, "range") and k + 2 < len(self.tokens) and self.tokens[k + 2].figure is not None
        if first is not None and first.low == 0 or self.has(i - 2, "ranging") or chain:
            return False                                      # "ranging from 3 to 5", "from 3 to 5 per cent to 4 to 6"
        if any(self.has(j, "annual") for j in range(max(0, i - 14), i)):
            return True                                       # "a CAGR of 6%, from 30 to 54 million"
        before = range(max(0, i - CHANGED), i)
        return any(self.has(j, group) for j in before for group in ("change_verb", "change_noun", "factor")) or \
            any(self.has(j, group) for j in range(k + 1, min(len(self.tokens), k + 5)) for group in CHANGED_BEHIND)

    def led(self, i: int) -> bool:
        """"quadrupled, from an initial 25 to 100 million": words between "from" and its figure, right behind what tells of a change."""
        j = next((j for j in (i - 2, i - 3, i - 4) if self.has(j, "from")), 0)
        if j < 2 or any(token.figure is not None for token in self.tokens[j:i]):
            return False
        at = j - 1 - (self.tokens[j - 1].char == ",")
        return any(self.has(at, group) for group in ("change_verb", "factor"))

    def merge(self, i: int, k: int, left: Figure, right: Figure) -> Figure | None:
        tokens = self.tokens
        if right.low != right.high:
            return None
        left, right = self.both_below(i, left, right)
        if right.high < left.low:
            return None
        if left.low == right.high and self.text[tokens[i + 1].start] == "-":
            return None
        years = year_like(self.text, tokens[i], left.number_end) and year_like(self.text, tokens[k], right.number_end)
        merged = Figure(left.low, right.high, max(left.half, right.half), max(left.figures, right.figures), right.number_end)
        merged.scale, merged.unit, merged.per = right.scale, right.unit, right.per or left.per
        merged.mantissa, merged.words = right.mantissa, left.words and right.words
        merged.more = right.more
        if right.kind == "factor":
            merged.kind, merged.factor_word = right.kind, right.factor_word
        if years and (right.unit is None or right.unit.name == "year") or left.kind == "year" or right.kind == "year":
            dated = left.low > 1000 or right.low % 500                      # 1000-2000 is any number
            merged.kind = "year" if left.low >= 1900 or left.low % 500 or dated and not self.counts(k) else ""
        return merged

    def both_below(self, i: int, left: Figure, right: Figure) -> tuple[Figure, Figure]:
        """The lower end first where both are below zero: minus 10 to minus 15 degrees; 零下10到15度, whose word holds for both."""
        if left.sign > 0 or left.low != left.high:
            return left, right
        words = self.language.sets.get("below_both", ())
        led = any(self.text.startswith(word, self.tokens[i].start) for word in words) and self.text[left.number_end - 1].isdecimal()
        if right.sign > 0 and led and right.low > -left.low and left.number_end == self.tokens[i].end:
            right.low, right.high, right.sign = -right.high, -right.low, -1
        return (right, left) if right.sign < 0 and right.high < left.low else (left, right)

    def counts(self, k: int) -> bool:
        """Whether a plural noun stands behind the figure: "from 1000 to 2000 recruits"."""
        after = self.text[self.tokens[k].end : self.tokens[k].end + 24].split(None, 1)[:1]
        return bool(after) and len(after[0]) > 3 and after[0].isalpha() and after[0].islower() and after[0][-1] == "s"

    # -- parts and bounds -----------------------------------------------------------------------------------------------------------

    def parts(self) -> None:
        """"one out of three", in words, is a fraction; in digits it is a part and a whole."""
        tokens = self.tokens
        for i in range(len(tokens) - 3, -1, -1):
            if i + 2 >= len(tokens):
                continue                                      # two figures behind it have just become one
            left, right = tokens[i].figure, tokens[i + 2].figure
            if left is None or right is None or not (left.words and right.words) or left.unit is not None:
                continue
            if self.has(i + 1, "versus"):
                self.against(i, left, right)
                continue
            if not self.has(i + 1, "out_of"):
                continue
            if 0 < left.low == left.high < right.low == right.high:
                part = Figure(left.low / right.low, left.low / right.low, 0.0, 1, right.number_end)
                part.words = True
                tokens[i : i + 3] = [Token(FIGURE, tokens[i].start, tokens[i + 2].end, None, part)]

    def against(self, i: int, left: Figure, right: Figure) -> None:
        """三比二: a ratio, or a score."""
        tokens = self.tokens
        after = self.text[tokens[i + 2].end : tokens[i + 2].end + 1]
        if right.unit is not None or left.kind or right.kind or self.gap(i, i + 1) or self.gap(i + 1, i + 2) or after in (".", "%"):
            return
        if left.more or right.more:
            return
        if left.low == left.high < 1000 and 0 <= right.low == right.high < 1000 and left.half == right.half == 0.5:
            ratio = Figure(left.low / right.low if right.low else 0.0, left.low / right.low if right.low else 0.0, 0.0, 1, right.number_end)
            ratio.kind, ratio.words = "ratio" if right.low else "score", True
            tokens[i : i + 3] = [Token(FIGURE, tokens[i].start, tokens[i + 2].end, None, ratio)]

    def divided(self) -> None:
        """Seven over nine, 3 over 8, with nothing around it: a fraction."""
        tokens = self.tokens
        left, right = tokens[0].figure, tokens[2].figure
        if left is None or right is None or left.kind or right.kind or left.unit is not None or right.unit is not None:
            return
        if left.low == left.high and right.low == right.high > 0:
            part = Figure(left.low / right.low, left.low / right.low, 0.0, 1, right.number_end)
            part.words = True
            self.tokens[:] = [Token(FIGURE, tokens[0].start, tokens[2].end, None, part)]
