"""From tokens to quantities: signs, ranges, compounds, hedges, then the kind of each number.

Precision comes from typing numbers *out*: a year, a date, an ordinal, a name is not an amount.  Every word that decides is
found through its group in ``rules/<lang>/words*.toml``; no word is spelled here.
"""

from __future__ import annotations

from ..typed import TYPE_CHECKING
from . import rules
from .lexer import FIGURE, Figure, Token
from .lexicon import UNKNOWN
from .naming import Naming
from .ranges import CLOSE
from .sentence import year_like
from .tails import Tails

if TYPE_CHECKING:
    from .language import Language

CHARS = {
    "share": rules.PERCENT,
    "percent_point": rules.POINT,
    "basis_point": rules.POINT,
    "multiplier": rules.TIMES,
    "year": rules.YEAR,
    "date": rules.DATE,
    "clock": rules.DATE,
    "ordinal": rules.ORDINAL,
    "age": rules.AGE,
    "ratio": rules.RATIO,
    "name": UNKNOWN,
    "fraction": rules.FRACTION,
}
CALENDAR_LIMITS = {"month": 12, "day": 31}
UNIT_KINDS = {"percent": "share", "percent_point": "percent_point", "times": "multiplier"}
DAY = 86400
COUNTING = frozenset({"range", "and", "or", "hedge_after", "between_after", "out_of"})  # words behind a bare figure that leave it one
HIDDEN_KINDS = {"factor": "multiplier", "period": "quantity"}  # words read as figures


def read(text: str, tokens: list[Token], language: Language, sentence_start: int, block_start: bool) -> list[Token]:
    """Group the tokens of a sentence into figures; returns the tokens of the next level, figures merged and typed."""
    reader = _Quantities(text, tokens, language, sentence_start, block_start)
    return reader.run()


class _Quantities(Tails, Naming):
    def run(self) -> list[Token]:
        chars = [token.char for token in self.tokens]
        if "-" in chars or not self.language.minus.isdisjoint(chars):
            self.signs()
        if chars.count(FIGURE) > 1:
            count = sum([token.figure is not None and token.figure.unit is not None for token in self.tokens])
            if count:
                self.tails()
            united = count > 1
            if united:
                self.compounds(adjacent=True)
            self.ranges(chars)
            if united:
                self.compounds()
            if not self.language.joining["bound"].isdisjoint(chars):
                self.bounded()
        self.kinds()
        if "-" in chars:
            self.records()
        return self.tokens

    # -- signs --------------------------------------------------------------------------------------------------------------------

    def signs(self) -> None:
        tokens, text = self.tokens, self.text
        kept: list[Token] = []
        for i, token in enumerate(tokens):
            figure = token.figure
            if figure is None or not kept or figure.kind not in ("", "factor"):
                kept.append(token)
                continue
            last = kept[-1]
            before = text[last.start - 1] if last.start else ""
            if last.char == "-" and last.end == token.start and len(kept) > 1 and kept[-2].end == last.start:
                entry = kept[-2].entry
                if entry is not None and "minus" in entry.groups:  # minus-two
                    del kept[-2:]
                    self.negate(token, tokens[i - 2].start)
                    kept.append(token)
                    continue
            if (
                last.char == "-"
                and last.end == token.start
                and "\u3400" <= before <= "\u9fff"
                and text[last.start] in "-−–－"
                and (len(kept) < 2 or kept[-2].figure is None)
            ):
                kept.pop()
                if figure.unit is None and figure.low.is_integer() and kept and kept[-1].char == UNKNOWN:
                    figure.kind = "name"  # 歼-20
                    kept.append(last)
                else:
                    self.negate(token, last.start)  # 同比-5.2%
            elif (
                last.char == "-"
                and last.end == token.start
                and not self.text[last.start - 1 : last.start].isalnum()
                and (not before or before not in ")%）％")
            ):
                minus = len(kept) < 2 or kept[-2].char != FIGURE
                if minus and text[last.start] in "-−–－":
                    kept.pop()
                    self.negate(token, last.start)
                    sign = self.language.prefixes.get(before) if before and not before.isalnum() else None
                    counted = figure.unit is not None and figure.unit.dimension[:6] != "count:"
                    if sign is not None and not counted and kept and kept[-1].end == last.start:  # $-5
                        figure.unit, token.start = sign, token.start - 1
                        kept[-1].end -= 1
                        if kept[-1].end <= kept[-1].start:
                            kept.pop()
            elif last.entry is not None and "minus" in last.entry.groups and token.start - last.end <= CLOSE:
                kept.pop()
                self.negate(token, last.start)
            kept.append(token)
        self.tokens = kept

    @staticmethod
    def negate(token: Token, start: int) -> None:
        figure = token.figure
        assert figure is not None
        figure.low, figure.high = -figure.high, -figure.low
        figure.sign = -1
        token.start = start

    # -- compounds: 5 ft 2 in, 2 hours 30 minutes, 3斤5两, 13 dollars and 45 cents ----------------------------------------------------

    def compounds(self, adjacent: bool = False) -> None:
        """``adjacent``: only where nothing stands between the parts, so that a range may have compound ends (五元六角至五元八角)."""
        tokens, short = self.tokens, self.language.settings.get("short", {})
        i = 0
        while i + 1 < len(tokens):
            left = tokens[i].figure
            if left is None or left.unit is None:
                i += 1
                continue
            step = 1
            comma = tokens[i + 1].char == "," and self.text[tokens[i + 1].start] == ","  # 两天，三小时 are two
            if left is not None and left.unit is not None and (self.has(i + 1, "and") or comma) and i + 2 < len(tokens):
                step = 2 + (tokens[i + 1].char == "," and i + 3 < len(tokens) and self.has(i + 2, "and"))
            right = tokens[i + step].figure if i + step < len(tokens) else None
            if adjacent and (step > 1 or right is None or self.gap(i, i + 1) > CLOSE):
                i += 1
                continue
            if right is not None and right.unit is not None and left.unit.name in short:  # 4h 12m: no metres
                letter, part = short[left.unit.name]
                if self.text[right.number_end : tokens[i + step].end] == letter:
                    right.unit = self.language.phrases.get(part, right.unit)
            if (
                left is not None
                and right is not None
                and left.unit is not None
                and right.unit is not None
                and left.unit.dimension != right.unit.dimension
            ):
                right.unit = next(
                    (u for u in right.unit.alternatives if u.dimension == left.unit.dimension), right.unit
                )  # 两角五分: money, not time
                left.unit = next((u for u in left.unit.alternatives if u.dimension == right.unit.dimension), left.unit)  # 8 pounds 3 ounces
            if (
                left is not None
                and right is not None
                and left.unit is not None
                and right.unit is not None
                and right.unit.name == "cent"
                and left.unit.dimension[:6] == "money:"
                and left.unit.factor == 1.0
                and left.unit.dimension != right.unit.dimension
            ):
                right.unit = right.unit._replace(dimension=left.unit.dimension)  # 3 Canadian dollars and 3 cents
            if (
                left is None
                or right is None
                or left.unit is None
                or right.unit is None
                or left.kind
                or right.kind
                or left.unit.kind == "age"
                or self.calendar_day(tokens[i], left, tokens[i + step], right)
                or left.low != left.high
                or right.low != right.high
                or left.unit.dimension != right.unit.dimension
                or left.unit.factor <= right.unit.factor
                or 3 < (parts := left.unit.factor / right.unit.factor) < 10 and abs(parts - round(parts)) > 0.01  # months and weeks
                or left.unit.dimension in ("percent", "times", "percent_point")
                or left.per
                and not adjacent
                or self.gap(i, i + step) > 6
                or year_like(self.text, tokens[i], left.number_end)
                or right.high * right.unit.factor >= left.unit.factor * self.language.settings.get("loose", {}).get(left.unit.name, 1)
                or (step > 1 and tokens[i + 1].char == "," and self.gap(i + 1, i + 2) > 1)
            ):
                i += 1
                continue
            money = left.unit.dimension.startswith("money:")
            ratio = left.unit.factor / right.unit.factor
            half = right.half / ratio if money else right.half
            if left.unit.dimension == "[time]" and left.unit.factor > DAY >= right.unit.factor:  # a year and two days are 367 days
                even = int(left.unit.factor / DAY) * DAY / right.unit.factor
                half, ratio = half + left.low * (ratio - even), even
            value = float(f"{left.low + right.low / ratio if money else left.low * ratio + right.low:.12g}")
            merged = Figure(value, value, half, left.figures + right.figures, right.number_end)
            merged.unit = left.unit if money else right.unit
            merged.per, merged.compound = right.per or left.per, True
            tokens[i : i + step + 1] = [Token(FIGURE, tokens[i].start, tokens[i + step].end, None, merged)]

    def calendar_day(self, month: Token, left: Figure, day: Token, right: Figure) -> bool:
        """一九四九年十月一日: a month and a day of it, no lengths of time."""
        calendar, text = self.language.calendar, self.text
        return calendar.get(text[left.number_end : month.end]) == "month" and calendar.get(text[right.number_end : day.end]) == "day"

    # -- kinds --------------------------------------------------------------------------------------------------------------------

    def kinds(self) -> None:
        for i, token in [(i, token) for i, token in enumerate(self.tokens) if token.figure is not None]:
            figure = token.figure
            assert figure is not None
            if not figure.kind:
                if self.has(i - 1, "per_before") and self.gap(i - 1, i) == 0 and (figure.unit is None or figure.unit.dimension != "[time]"):
                    figure.factor_word = "per"  # 每10万人口: what a rate is of
                figure.kind = self.kind(i, token, figure)
                if figure.kind == "quantity" and figure.words and self.name_like(i, token, figure):
                    figure.kind = "name"
            elif figure.kind == "half":  # "more than half": a cue that keeps its type
                figure.kind = "fraction"
                continue
            elif figure.kind == "ratio" and any(self.has(k, "score_cue") for k in range(max(0, i - 6), min(len(self.tokens), i + 7))):
                figure.kind = "score"
            elif figure.kind == "ratio" and not figure.words and (word := self.word_before(token.start)) and not self.common(word):
                figure.kind = "reference"  # Matthew 5:9
            elif figure.kind in HIDDEN_KINDS:
                figure.kind = HIDDEN_KINDS[figure.kind]
            token.char = self.char(figure)

    def name_like(self, i: int, token: Token, figure: Figure) -> bool:
        """A spelled figure that counts nothing: an article (一家公司) or a digit that belongs to a word (三大, 二是)."""
        settings, tokens, text = self.language.settings, self.tokens, self.text
        most = settings.get("bare_names", 0)
        if not most or figure.low != figure.high or figure.more or figure.compound or self.before(i, ("hedge",)):
            return False
        after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].start == token.end else None
        article = text[token.start : figure.number_end] in settings.get("articles", ())
        equated = figure.unit is None and text.endswith(tuple(settings.get("equate", ())), self.start, token.start)
        if equated and text.startswith(tuple(settings.get("equate_then", ())), token.end):
            return False  # 是四，不是五
        if figure.unit is not None:
            if not article or figure.unit.dimension[:6] != "count:":
                return False
            if token.end - figure.number_end > 1:
                return True  # 一家公司: the noun is in the phrase
            quoted = text[token.end : token.end + 1] in ("“", "「", "『", "‘", "《", '"')  # 一个“没有围墙的博物馆”
            behind = text[token.end + quoted : token.end + quoted + 1].isalpha()
            return "measure" in figure.unit.flags and behind and (after is None or after.figure is None)
        if abs(figure.high) >= most or figure.half == 0 or text[token.start : figure.number_end] in settings.get("count_words", ()):
            return False
        led = i > 0 and tokens[i - 1].char == UNKNOWN and tokens[i - 1].end == token.start and text[token.start - 1].isalpha()
        if text[token.end : token.end + 1].isalpha():
            if after is None or after.figure is not None:
                return False
            return (
                article
                or after.char == UNKNOWN
                and led
                or abs(figure.high) < 10
                and not (after.entry is not None and after.entry.groups & COUNTING)
            )
        return led

    @staticmethod
    def char(figure: Figure) -> str:
        known = CHARS.get(figure.kind)
        if known is not None:
            return known
        if figure.kind != "quantity":
            return rules.OTHER
        return rules.DURATION if figure.unit is not None and figure.unit.dimension == "[time]" else rules.AMOUNT

    def kind(self, i: int, token: Token, figure: Figure) -> str:
        text, unit = self.text, figure.unit
        if self.before(i, ("ordinal_before",)) and self.gap(i - 1, i) <= CLOSE:
            return "ordinal"
        if unit is None or unit.dimension.startswith("count:") or unit.name == "second" and text[figure.number_end : token.end] == "s":
            named = self.named(i, token, figure) or self.marked(i, token, figure)
            if named:
                return named
            if (unit is None or text[figure.number_end + 1 : figure.number_end + 2].isupper()) and self.address(figure):
                return "code"
            if unit is not None and self.dated(i, token, figure):
                return "year"
            if unit is not None and unit.name != "people" and self.labelled(i) and not self.plural(i):
                return "reference"
        elif token.end - figure.number_end == 1 and text[token.end - 1] in "ABCDabcd" and (self.labelled(i) or self.address(figure)):
            return "reference"  # Figure 3A, 7B Mill Lane
        if unit is not None:
            name = unit.name
            if name == "points" and figure.scale == 1 and (figure.high <= 24 and self.timed(token) or self.minutes(i, figure)):
                return "clock"
            if name in ("sessions", "occasions") and self.session(i, token, name):
                return "ordinal"
            if unit.dimension in UNIT_KINDS:
                return "basis_point" if name == "basis_point" else UNIT_KINDS[unit.dimension]
            if (
                unit.kind == "duration"
                and text[figure.number_end : token.end][:1] == " "
                and text[token.end - 1] not in "s."
                and text[token.end - 1].isascii()
                and year_like(text, token, figure.number_end)
            ):
                return "year"  # the 1986 quarter, her 2005 season
            calendar = self.language.calendar.get(text[figure.number_end : token.end].strip(), "")
            if calendar == "year" and not self.has(i + 1, "span_after"):
                if year_like(text, token, figure.number_end) and figure.scale == 1 and not figure.more:
                    return "year"
                if self.before(i, ("era",)):
                    return "year"
            most = CALENDAR_LIMITS.get(calendar)
            if calendar == "day" and figure.words and text.startswith(tuple(self.language.settings.get("span_ends", ("\n",))), token.end):
                most = None  # 三日内
            if (
                most
                and float(figure.high).is_integer()
                and figure.low >= 1
                and figure.high <= most
                and figure.scale == 1
                and not figure.more
            ):
                return "date"
            if unit.kind == "age":
                return "age"
            if "/" in text[token.start : figure.number_end] and name in self.language.settings.get("paired_units", ()):
                return "score"  # 140/90 mmHg: two figures
            if unit.dimension.startswith("count") and "/" in text[token.start : figure.number_end] and 0 < figure.high < 1:
                return "fraction"  # 15/60 patients
            if unit.alternatives and not figure.compound and figure.number_end < token.end:
                figure.unit = unit = self.sensed(i, unit)
                alone = self.language.settings.get("alone", {}).get(text[figure.number_end : token.end].strip())
                figure.unit = next((u for u in unit.alternatives if u.name == alone), unit)
            return "quantity"
        if self.has(i + 1, "clock_then") or self.before(i, ("clock_word",)) and figure.high <= 12:
            return "clock"
        bare = figure.low == figure.high and figure.scale == 1 and not figure.words
        if bare and self.list_marker(token):
            return "list_marker"
        if (self.labelled(i) or self.has(i + 1, "label_after")) and not figure.more:
            return "reference"
        if figure.scale == 1 and (self.dated_word(i, figure) if figure.words else self.month_day(i, figure)):
            return "date"
        if self.before(i, ("age_before",)) and figure.high < 130 or bare and self.person_age(token):
            figure.unit = self.language.phrases.get("years old")
            return "age"
        if bare and self.year(i, token, figure):
            return "year"
        if bare and self.score(i):
            return "score"
        if (
            figure.half == 0
            and figure.low == figure.high
            and 0 < figure.high < 1
            and (figure.words or "/" in text[token.start : figure.number_end])
        ):
            return "fraction"
        return "quantity"

    def list_marker(self, token: Token) -> bool:
        if not self.block_start or self.text[self.start : token.start].strip("#*>•·- \t") not in ("", "(", "（", "[", "【"):
            return False
        after = self.text[token.end : token.end + 2]
        return bool(after) and (after[0] in "、)）．" or (after[0] == "." and not after[1:2].isdigit()))

    def month_day(self, i: int, figure: Figure) -> bool:
        if not (1 <= figure.low <= 31 and float(figure.low).is_integer()) or figure.high != figure.low and figure.high > 31:
            return False
        tokens = self.tokens
        for k in (i - 1, i + 1):
            if 0 <= k < len(tokens):
                near = tokens[k].entry
                if near is not None and near.month and "month" in near.groups:
                    word = self.text[tokens[k].start : tokens[k].end]
                    return word not in self.language.sets.get("month_verbs", ())                # ages 5 to 11 may get it
        second = tokens[i + 2].figure if self.has(i + 3, "month") else None
        if second is not None and second.unit is None and (tokens[i + 1].char == "," or self.has(i + 1, "and") or self.has(i + 1, "or")):
            return True                                       # on 2 and 9 July
        return i >= 2 and self.has(i - 2, "month") and tokens[i - 1].char == "."

    def year(self, i: int, token: Token, figure: Figure) -> bool:
        if not year_like(self.text, token):
            return False
        if 1900 <= figure.low <= 2100:
            return not (self.before(i, ("hedge",)) and self.counts(i))
        dated = self.before(i, ("year_before", "month")) or (i >= 2 and self.has(i - 2, "month")) or self.year_of_date(i)
        return 1000 <= figure.low <= 2100 and dated

    def dated(self, i: int, token: Token, figure: Figure) -> bool:
        """A year before what is counted: the 2010 level, from 2019 levels; not 2000 people."""
        if not year_like(self.text, token, figure.number_end) or figure.low < 1900 or figure.unit is None or figure.unit.name == "people":
            return False
        noun = self.text[figure.number_end : token.end].strip(" -").lower()
        sets = self.language.sets
        if self.text[token.end : token.end + 1] in ("'", "’"):
            return True  # the 2019 Shareholders' Meeting
        if noun.isascii() and (noun[-1:] != "s" or noun[-2:] == "ss") or noun in sets.get("year_levels", ()):
            return True
        return noun in sets.get("year_nouns", ()) and not self.before(i, ("hedge",))

    def score(self, i: int) -> bool:
        """won 3-2, 2比1: a figure, a dash, a figure, nothing with units."""
        tokens = self.tokens
        for a, b in ((i, i + 2), (i - 2, i)):
            last = tokens[b].figure if a >= 0 and b < len(tokens) else None
            if last is not None and last.unit is None and tokens[a].figure is not None:
                middle = tokens[a + 1]
                if middle.char == "-" and self.gap(a, a + 1) == 0 and self.gap(a + 1, b) == 0:
                    return True
        return False
