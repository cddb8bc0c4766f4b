"""From tokens to quantities: signs, ranges, compounds, hedges, then the kind of each number.

Precision comes from typing numbers *out*: a year, a date, an ordinal, a name is not an amount.  Every word that decides is
found through its group in ``rules/<lang>/words*.toml``; no word is spelled here.
"""

from __future__ import annotations

from ...typed import TYPE_CHECKING
from .. import rules
from ..lexer import FIGURE, Figure, Token
from ..lexicon import UNKNOWN
from ..numerals import SLASHES
from ..numerals.zh_words import TWO
from .compounds import Compounds
from .letters import Letters
from .lists import Lists
from .naming import Naming
from .ranges import CLOSE
from .sentence import digit_pair, year_like
from .signs import Signs

if TYPE_CHECKING:
    from ..language import Language, UnitMatch

CHARS = {
    "share": rules.PERCENT, "percent_point": rules.POINT, "basis_point": rules.POINT, "multiplier": rules.TIMES, "year": rules.YEAR,
    "date": rules.DATE, "clock": rules.DATE, "ordinal": rules.ORDINAL, "age": rules.AGE, "ratio": rules.RATIO, "name": UNKNOWN,
    "fraction": rules.FRACTION, "partitive": UNKNOWN,
}
CALENDAR_LIMITS = {"month": 12, "day": 31}
UNIT_KINDS = {"percent": "share", "percent_point": "percent_point", "times": "multiplier"}
COUNTING = frozenset({"range", "and", "or", "hedge_after", "between_after", "out_of"})       # words behind a bare figure that leave it one
HIDDEN_KINDS = {"factor": "multiplier", "period": "quantity"}                                 # words read as figures
QUOTES = ("“", "「", "『", "‘", "《", '"')
LISTED = 12                               # tokens of a list of days
CLOSE_PRICES = 0.9                       # one end of a range of prices over the other
NEAR_YEAR = 10                            # characters from a year to the last digits of another
DECADE = 10
NEAR_SCORE = 6                           # tokens between a ratio and the word that makes it a score


def read(text: str, tokens: list[Token], language: Language, sentence_start: int, block_start: bool) -> list[Token]:
    """Group the tokens of a sentence into figures; returns the tokens of the next level, figures merged and typed."""
    reader = _Quantities(text, tokens, language, sentence_start, block_start)
    return reader.run()


class _Quantities(Signs, Letters, Lists, Compounds, Naming):
    def run(self) -> list[Token]:
        chars = [token.char for token in self.tokens]
        if "-" in chars or not self.language.minus.isdisjoint(chars):
            self.signs()
        if chars.count(FIGURE) > 1:
            count = sum([token.figure is not None and token.figure.unit is not None for token in self.tokens])
            if count:
                self.letters()
                self.tails()
            united = count > 1
            if united:
                self.compounds(adjacent=True)
            self.ranges(chars)
            if united:
                self.compounds()
            self.lists()
            if not self.language.joining["bound"].isdisjoint(chars):
                self.bounded()
        self.kinds()
        return self.tokens

    def kinds(self) -> None:
        """Type every figure, and give its token the character that rules know it by."""
        scored = False
        for i, token in [(i, token) for i, token in enumerate(self.tokens) if token.figure is not None]:
            figure = token.figure
            assert figure is not None
            if not figure.kind:
                if self.has(i - 1, "per_before") and self.gap(i - 1, i) == 0 and (figure.unit is None or figure.unit.dimension != "[time]"):
                    figure.factor_word = "per"                # 每10万人口: what a rate is of
                figure.kind = self.kind(i, token, figure)
                if figure.kind == "quantity" and figure.words and self.name_like(i, token, figure):
                    figure.kind = "name"
            elif figure.kind == "half":                       # "more than half": a cue that keeps its type
                figure.kind = "fraction"
                continue
            elif figure.kind == "ratio" and any(self.has(k, "score_cue") for k in range(i - NEAR_SCORE, i + NEAR_SCORE + 1)):
                figure.kind = "score"
            elif figure.kind == "ratio" and not figure.words and (word := self.word_before(token.start)) and not self.common(word):
                figure.kind = "reference"                     # Matthew 5:9
            elif figure.kind in HIDDEN_KINDS:
                figure.kind = HIDDEN_KINDS[figure.kind]
            scored = scored or figure.kind == "score"
            token.char = self.char(figure)
        if scored:
            self.records()

    def name_like(self, i: int, token: Token, figure: Figure) -> bool:
        """A spelled figure that counts nothing: an article (一家公司) or a digit that belongs to a word (三大, 二是)."""
        settings, tokens, text = self.language.settings, self.tokens, self.text
        most = settings.get("bare_names", 0)
        if not most or figure.low != figure.high or figure.more or figure.compound or self.before(i, ("hedge",)):
            return False
        after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].start == token.end else None
        article = text[token.start : figure.number_end] in settings.get("articles", ())
        equated = figure.unit is None and text[token.start - 1 : token.start] in self.language.sets["equate"]
        if equated and text.startswith(tuple(settings["equate_then"]), token.end):
            return False                                      # 是四，不是五
        if figure.unit is not None:
            if not article or figure.unit.dimension[:6] != "count:":
                return False
            if token.end - figure.number_end > 1 and "measure" not in figure.unit.flags:
                return True                                   # 一家公司: the noun is in the phrase
            if after is not None and after.figure is not None and after.figure.unit is not None and after.figure.unit.kind == "age":
                return "measure" in figure.unit.flags         # 一名|45岁|男子
            quoted = text[token.end : token.end + 1] in QUOTES                # 一个“没有围墙的博物馆”
            if "measure" not in figure.unit.flags or after is not None and after.figure is not None and self.attributive(i + 1):
                return "measure" in figure.unit.flags
            behind = text[token.end + quoted : token.end + quoted + 1].isalpha()
            return behind and (after is None or after.figure is None or after.figure.kind == "name")
        if abs(figure.high) >= most or figure.half == 0 or text[token.start : figure.number_end] in settings.get("count_words", ()):
            return False
        led = i > 0 and tokens[i - 1].char == UNKNOWN and tokens[i - 1].end == token.start and text[token.start - 1].isalpha()
        if not text[token.end : token.end + 1].isalpha():
            return led
        if after is None or after.figure is not None:
            return False
        counting = after.entry is not None and not after.entry.groups.isdisjoint(COUNTING)
        return article or led and after.char == UNKNOWN or abs(figure.high) < 10 and not counting

    def attributive(self, i: int) -> bool:
        """Whether the figure says what something is like: 一个|四十五分钟|的闹钟."""
        figure, stop = self.tokens[i].figure, self.tokens[i].end
        of = self.text[stop : stop + 1] in self.language.sets["particles"] and stop < len(self.text)
        return of and figure is not None and figure.unit is not None and figure.unit.dimension[:6] not in ("money:", "percen")

    @staticmethod
    def char(figure: Figure) -> str:
        known = CHARS.get(figure.kind)
        if known is not None:
            return known
        if figure.kind != "quantity":
            return rules.OTHER
        return rules.DURATION if figure.unit is not None and figure.unit.dimension == "[time]" else rules.AMOUNT

    def kind(self, i: int, token: Token, figure: Figure) -> str:
        """The kind of a figure that nothing has typed yet.  What it may belong to comes first, then what it counts."""
        unit = figure.unit
        if self.before(i, ("ordinal_before",)) and self.gap(i - 1, i) <= CLOSE:
            return "ordinal"
        if i > 1 and self.ordinal_row(i, figure):
            return "ordinal"
        if unit is None:
            return self.named(i, token, figure) or self.marked(i, token, figure) or self.bare_kind(i, token, figure)
        if unit.dimension[:6] == "count:" or unit.name == "second" and self.text[figure.number_end : token.end] == "s":
            named = self.named(i, token, figure) or self.marked(i, token, figure) or self.counted_kind(i, token, figure, unit)
            if named:
                return named
        elif token.end - figure.number_end == 1 and self.lettered(i, token, figure):
            return "reference"                                # Figure 3A, 7B Mill Lane
        return self.unit_kind(i, token, figure, unit)

    def ordinal_row(self, i: int, figure: Figure) -> bool:
        """第3、4和5条: the digits behind the first, in a row with it."""
        last = self.tokens[i - 2].figure
        if last is None or last.kind != "ordinal" or last.unit is not None or figure.words or last.words or self.gap(i - 2, i) != 1:
            return False
        return (self.has(i - 1, "and") or self.tokens[i - 1].char == ",") and last.high < figure.high == figure.low < last.high + LISTED

    def lettered(self, i: int, token: Token, figure: Figure) -> bool:
        """Whether a letter behind the digits, that might be a unit, is part of a number that names: Runway 27L, 3a."""
        letter = self.text[token.end - 1]
        if letter in "ABCDabcd" and self.address(figure):
            return True
        return (letter in "abcd" or "A" <= letter <= "Z") and self.labelled(i)

    def bare_kind(self, i: int, token: Token, figure: Figure) -> str:
        """The kind of a figure without a unit."""
        if self.address(figure):
            return "code"
        if self.has(i + 1, "clock_then") or self.before(i, ("clock_word",)) and figure.high <= 12 or figure.high < 30 and self.past_hour(i):
            return "clock"
        plain = figure.scale == 1 and not figure.words
        bare = plain and figure.low == figure.high
        if bare and self.list_marker(token):
            return "list_marker"
        if (self.labelled(i) or self.has(i + 1, "label_after")) and not figure.more:
            return "reference"
        if figure.words and i and self.tokens[i - 1].end == token.start and self.minutes(i, figure):
            return "clock"                                    # 八点|五十
        if figure.scale == 1 and (self.dated_word(i, figure) if figure.words else self.month_day(i, figure)):
            return "date"
        if self.before(i, ("age_before",)) and figure.high < 130 or bare and self.person_age(token):
            figure.unit = self.language.phrases.get("years old")
            return "age"
        if bare and (self.year(i, token, figure) or self.era_year(i, figure)):
            return "year"
        if bare and (year := self.short_year(i, token, figure)):
            figure.low = figure.high = year
            return "year"
        if bare and self.score(i):
            return "score"
        exact_part = figure.half == 0 and figure.low == figure.high and 0 < figure.high < 1
        slashed = exact_part and not SLASHES.isdisjoint(self.text[token.start : figure.number_end])
        return "fraction" if slashed or exact_part and figure.words else "quantity"

    def counted_kind(self, i: int, token: Token, figure: Figure, unit: UnitMatch) -> str:
        """What a figure before a counted noun is instead, "" if it does count."""
        if self.text[figure.number_end + 1 : figure.number_end + 2].isupper() and self.address(figure):
            return "code"
        if self.dated(i, token, figure):
            return "year"
        if figure.high <= 31 and self.month(i) and self.dated_event(i, token, figure):
            return "date"
        return "reference" if unit.name != "people" and self.labelled(i) and not self.plural(i) else ""

    def unit_kind(self, i: int, token: Token, figure: Figure, unit: UnitMatch) -> str:
        """The kind of a figure by its unit."""
        name = unit.name
        if name == "points" and figure.scale == 1 and (
                figure.high <= 24 and (self.timed(token) or self.minutes_behind(i, figure)) or self.minutes(i, figure)):
            return "clock"
        if name in ("sessions", "occasions") and self.session(i, token, name):
            return "ordinal"
        if unit.dimension in UNIT_KINDS:
            return "basis_point" if name == "basis_point" else UNIT_KINDS[unit.dimension]
        phrase = self.text[figure.number_end : token.end]
        clock = self.text[token.start] == "0" or self.military(token, figure) if name == "hour" and figure.low == figure.high else False
        if clock and figure.number_end - token.start == 4:
            return "clock"                                    # 0930 hrs
        if calendar := self.calendar_kind(i, token, figure, unit, phrase):
            return calendar
        if unit.kind == "age":
            return "age"
        if "/" in self.text[token.start : figure.number_end] and name in self.language.settings.get("paired_units", ()):
            return "score"                                    # 140/90 mmHg: two figures
        if unit.dimension[:6] == "money:" and CLOSE_PRICES < figure.high < 1 and figure.low == figure.high:
            self.price_pair(token, figure)
        if unit.dimension[:5] == "count" and "/" in self.text[token.start : figure.number_end] and 0 < figure.high < 1:
            return "fraction"                                 # 15/60 patients
        if unit.alternatives and phrase and not figure.compound:
            unit = self.sensed(i, unit)
            alone = self.language.settings.get("alone", {}).get(phrase.strip())
            figure.unit = next((other for other in unit.alternatives if other.name == alone), unit)
        return "quantity"

    def price_pair(self, token: Token, figure: Figure) -> None:
        """Make 152/153 dollars a range: prices asked and bid; 15/16 of a dollar stays a fraction."""
        ends = self.text[token.start : figure.number_end].lstrip("$£€¥").split("/")
        if len(ends) == 2 and all(end.isascii() and end.isdecimal() for end in ends) and int(ends[1]) % 8:
            figure.low, figure.high, figure.half = float(ends[0]), float(ends[1]), 0.5

    def calendar_kind(self, i: int, token: Token, figure: Figure, unit: UnitMatch, phrase: str) -> str:
        """"year" or "date" of a figure whose unit may name a place in the calendar, "" if it is an amount of time."""
        one_of_them = unit.kind == "duration" and phrase[:1] == " " and phrase[-1] not in "s." and phrase[-1].isascii()
        if one_of_them and year_like(self.text, token, figure.number_end):
            return "year"                                     # the 1986 quarter, her 2005 season
        place = self.language.calendar.get(phrase.strip(), "")
        dated = place == "year" and (self.before(i, ("era",)) or not figure.more and year_like(self.text, token, figure.number_end))
        if place == "year" and figure.words and digit_pair(self.text, token):
            figure.low = figure.high = figure.high + (2000 if figure.high < 50 else 1900)
            return "year"                                     # 比一六年高
        dated = dated or place == "year" and figure.words and 1000 <= figure.low <= 2100 and self.month_behind(i)
        if dated and not self.has(i + 1, "span_after"):
            return "year"
        most = CALENDAR_LIMITS.get(place, 0)
        if figure.words and self.text[token.start] in TWO:
            return ""                                         # 连两日
        if place == "day" and figure.words and self.text[token.end + 1 : token.end + 2] in self.language.sets.get("nights", ("\n",)):
            return ""                                         # 三日三夜
        if place == "day" and figure.words and self.text.startswith(tuple(self.language.settings.get("span_ends", ("\n",))), token.end):
            most = 0                                          # 三日内
        counted = figure.low >= 1 and figure.high <= most and figure.scale == 1 and not figure.more
        return "date" if counted and float(figure.high).is_integer() else ""

    def list_marker(self, token: Token) -> bool:
        """Whether the figure numbers an item at the beginning of a block: 3. or （3）."""
        if not self.block_start or self.text[self.start : token.start].strip("#*>•·- \t") not in ("", "(", "（", "[", "【"):
            return False
        after = self.text[token.end : token.end + 2]
        return bool(after) and (after[0] in "、)）．" or (after[0] == "." and not after[1:2].isdigit()))

    def month_day(self, i: int, figure: Figure) -> bool:
        """Whether the name of a month stands beside a figure that may be a day."""
        if not (1 <= figure.low <= 31 and float(figure.low).is_integer()) or figure.high != figure.low and figure.high > 31:
            return False
        tokens = self.tokens
        for k in (i - 1, i + 1):
            if 0 <= k < len(tokens):
                near = tokens[k].entry
                if near is not None and near.month and "month" in near.groups:
                    word = self.text[tokens[k].start : tokens[k].end]
                    return word not in self.language.sets.get("month_verbs", ())                # ages 5 to 11 may get it
        k = i                                                 # on 2 and 9 July, on 3, 14 and 21 May
        while k + 3 < len(tokens) and k < i + LISTED and (tokens[k + 1].char == "," or self.has(k + 1, "and") or self.has(k + 1, "or")):
            later = tokens[k + 2].figure
            if later is None or later.unit is not None or later.words or later.high > 31:
                break
            k += 2
            if self.has(k + 1, "month"):
                return True
        return i >= 2 and self.has(i - 2, "month") and tokens[i - 1].char == "."

    def dated_event(self, i: int, token: Token, figure: Figure) -> bool:
        """The Feb. 6 earthquake: a day, and what happened on it; not "in May 6 earthquakes"."""
        noun = self.text[figure.number_end : token.end].strip(" -").lower()
        return noun.isascii() and noun[-1:] != "s" and self.month_day(i, figure) and noun not in self.language.sets["plural_as_singular"]

    def year(self, i: int, token: Token, figure: Figure) -> bool:
        """Whether a bare figure is a year; before 1900 only where a word says so."""
        if not year_like(self.text, token):
            return False
        if 1900 <= figure.low <= 2100:
            return not (self.before(i, ("hedge",)) and self.counts(i))
        dated = self.before(i, ("year_before", "month")) or (i >= 2 and self.has(i - 2, "month")) or self.year_of_date(i)
        return 1000 <= figure.low <= 2100 and dated

    def short_year(self, i: int, token: Token, figure: Figure) -> float:
        """In 2024 to 25: the year that two digits behind another are short for, ten years later at most; 0 if they are none."""
        first = self.tokens[i - 2].figure if i > 1 and self.has(i - 1, "range") and self.gap(i - 2, i) < NEAR_YEAR else None
        if token.end - token.start != 2 or first is None or first.kind != "year" or self.counts(i):
            return 0.0
        begun = first.high % 100
        return first.high - begun + figure.high if begun < figure.high <= begun + DECADE else 0.0

    def era_year(self, i: int, figure: Figure) -> bool:
        """AD 731, 44 BC: a year of less than four digits, before or behind capitals."""
        for k in (i - 1, i + 1):
            if self.has(k, "era") and self.text[self.tokens[k].start].isupper() and self.gap(min(i, k), max(i, k)) <= 1:
                return figure.high < 2100 and float(figure.high).is_integer()
        return False

    def dated(self, i: int, token: Token, figure: Figure) -> bool:
        """A year before what is counted: the 2010 level, from 2019 levels; not 2000 people."""
        if not year_like(self.text, token, figure.number_end) or figure.low < 1900 or figure.unit is None or figure.unit.name == "people":
            return False
        noun = self.text[figure.number_end : token.end].strip(" -").lower()
        sets = self.language.sets
        if self.text[token.end : token.end + 1] in ("'", "’"):
            return True                                       # the 2019 Shareholders' Meeting
        if noun.endswith(tuple(sets.get("plural_ends", ()))) and self.before(i, ("of",)):
            return False                                      # a study of 1912 women
        if noun.isascii() and (noun[-1:] != "s" or noun[-2:] == "ss") or noun in sets.get("year_levels", ()):
            return True
        opening = i == 1 and self.before(i, ("year_before",)) and figure.low > 1980 and figure.low % 100 != 0      # In 2018 exports rose
        return (opening or noun in sets.get("year_nouns", ())) and not self.before(i, ("hedge",))

    def score(self, i: int) -> bool:
        """won 3-2, 2比1: a figure, a dash, a figure, nothing with units."""
        tokens = self.tokens
        for a, b in ((i, i + 2), (i - 2, i)):
            last = tokens[b].figure if a >= 0 and b < len(tokens) else None
            if last is not None and last.unit is None and tokens[a].figure is not None:
                middle = tokens[a + 1]
                if "," in self.text[tokens[a].start : tokens[b].end]:
                    continue                                  # 8,500-8,200
                if middle.char == "-" and self.gap(a, a + 1) == 0 and self.gap(a + 1, b) == 0:
                    return True
        return False
