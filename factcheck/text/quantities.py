"""From tokens to quantities: signs, ranges, compounds, hedges, then the kind of each number.

Precision comes from typing numbers *out*: a year, a date, an ordinal, a name is not an amount.  Every word that decides is
found through its group in ``rules/<lang>/words*.toml``; no word is spelled here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..readings import bounds
from ..values import Quantity
from . import grammar
from .lexer import FIGURE, Figure, Token
from .lexicon import UNKNOWN

if TYPE_CHECKING:
    from .language import Language

CHARS = {"share": grammar.PERCENT, "percent_point": grammar.POINT, "basis_point": grammar.POINT, "multiplier": grammar.TIMES,
         "year": grammar.YEAR, "date": grammar.DATE, "clock": grammar.DATE, "ordinal": grammar.ORDINAL, "age": grammar.AGE,
         "ratio": grammar.RATIO, "name": UNKNOWN, "fraction": grammar.FRACTION}
CALENDAR_LIMITS = {"month": 12, "day": 31}
UNIT_KINDS = {"percent": "share", "percent_point": "percent_point", "times": "multiplier"}
HIDDEN_KINDS = {"factor": "multiplier", "period": "quantity"}       # words read as figures
CLOSE = 1                                # characters that may stand between parts of one figure


def read(text: str, tokens: list[Token], language: Language, sentence_start: int, block_start: bool) -> list[Token]:
    """Group the tokens of a sentence into figures; returns the tokens of the next level, figures merged and typed."""
    reader = _Quantities(text, tokens, language, sentence_start, block_start)
    return reader.run()


class _Quantities:
    def __init__(self, text: str, tokens: list[Token], language: Language, start: int, block_start: bool) -> None:
        self.text, self.tokens, self.language, self.start, self.block_start = text, tokens, language, start, block_start

    def run(self) -> list[Token]:
        self.signs()
        self.compounds(adjacent=True)
        self.ranges()
        self.compounds()
        self.bounded()
        self.kinds()
        return self.tokens

    # -- helpers ------------------------------------------------------------------------------------------------------------------

    def has(self, index: int, group: str) -> bool:
        """Whether the token at ``index`` is a known word of the group."""
        if not 0 <= index < len(self.tokens):
            return False
        entry = self.tokens[index].entry
        return entry is not None and group in entry.groups

    def gap(self, left: int, right: int) -> int:
        """Characters between two tokens."""
        return self.tokens[right].start - self.tokens[left].end

    def before(self, index: int, groups: tuple[str, ...]) -> bool:
        return any(self.has(index - 1, group) for group in groups)

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
            if last.char == "-" and last.end == token.start and not self.text[last.start - 1 : last.start].isalnum() and text[last.start - 1 : last.start] not in ")%）％":
                minus = len(kept) < 2 or kept[-2].char != FIGURE or (kept[-2].end < last.start and text[last.start] in "-−" and last.end == token.start
                                                                      and text[last.start - 1 : last.start] == " " and False)
                if minus and text[last.start] in "-−–－":
                    kept.pop()
                    self.negate(token, last.start)
            elif last.entry is not None and "minus" in last.entry.groups and token.start - last.end <= CLOSE:
                kept.pop()
                self.negate(token, last.start)
            kept.append(token)
            del i
        self.tokens = kept

    @staticmethod
    def negate(token: Token, start: int) -> None:
        figure = token.figure
        assert figure is not None
        figure.low, figure.high = -figure.high, -figure.low
        figure.sign = -1
        token.start = start

    # -- ranges -------------------------------------------------------------------------------------------------------------------

    def ranges(self) -> None:
        tokens = self.tokens
        i = 0
        while i + 2 < len(tokens):
            left, middle, right = tokens[i].figure, tokens[i + 1], tokens[i + 2].figure
            if left is None or right is None or middle.figure is not None:
                i += 1
                continue
            dash = middle.char in ("-", "~")
            word = middle.entry is not None and ("range" in middle.entry.groups or ("and" in middle.entry.groups and (
                self.has(i - 1, "between") or self.has(i + 3, "between_after"))))
            if (dash or word) and self.joinable(i, left, right, dash):
                self.share(left, right)
                if self.separate(i):
                    left.separate = right.separate = True
                    i += 2
                    continue
                if self.merge(i, left, right):
                    i = max(i - 1, 0)
                    continue
            i += 1

    def joinable(self, i: int, left: Figure, right: Figure, dash: bool) -> bool:
        if left.kind not in ("", "year") or right.kind not in ("", "year"):
            return False
        if not dash and self.before(i, ("year_before",)) and _year_like(self.text, self.tokens[i]) and not _year_like(self.text, self.tokens[i + 2]):
            return False                                      # "from 3m in 2011 to 2.5m"
        if not dash and left.words and left.high < 1 <= right.high:
            return False                                      # "for the half to 4 million"
        if dash and (self.gap(i, i + 1) > CLOSE or self.gap(i + 1, i + 2) > CLOSE or self.gap(i, i + 1) != self.gap(i + 1, i + 2)):
            return False
        if left.unit is not None and right.unit is None and left.unit.dimension.startswith("money:") is False:
            return left.unit.dimension == "percent" and left.words and right.words     # 百分之三到五
        return not (left.unit is not None and right.unit is not None and left.unit.dimension != right.unit.dimension)

    @staticmethod
    def share(left: Figure, right: Figure) -> None:
        """Scale and unit reach back over a range: $3-5 billion, 1.2～1.5亿元."""
        if left.scale == 1 and right.scale > 1 and (left.unit is None or left.unit.dimension.startswith("money:")) and left.high < right.mantissa:
            left.scale_by(right.scale)
        if left.unit is None:
            left.unit = right.unit
        elif right.unit is None:
            right.unit = left.unit
        if not left.per:
            left.per = right.per

    def separate(self, i: int) -> bool:
        """"rose from 20 to 25 million": two figures, not one range."""
        if not self.has(i - 1, "from"):                      # "fell 2 percent to 56 percent from 57.5"
            behind = range(i + 3, min(len(self.tokens), i + 9))
            return any(self.has(k, "change_verb") for k in (i - 1, i - 2, i - 3)) and any(self.has(k, "from") or self.has(k, "against") for k in behind)
        return any(self.has(k, "change_verb") or self.has(k, "change_noun") for k in range(max(0, i - 9), i)) or \
            any(self.has(k, "change_verb") for k in range(i + 3, min(len(self.tokens), i + 7)))

    def merge(self, i: int, left: Figure, right: Figure) -> bool:
        tokens = self.tokens
        if right.high < left.low:
            return False
        if left.low == right.high and self.text[tokens[i + 1].start] == "-":
            return False
        years = _year_like(self.text, tokens[i], left.number_end) and _year_like(self.text, tokens[i + 2], right.number_end)
        merged = Figure(left.low, right.high, max(left.half, right.half), max(left.figures, right.figures), right.number_end)
        merged.scale, merged.unit, merged.per = right.scale, right.unit, right.per
        merged.mantissa = right.mantissa
        merged.more = right.more
        if years and (right.unit is None or right.unit.name == "year") or left.kind == "year" or right.kind == "year":
            merged.kind = "year"
        first = tokens[i]
        begin = first.start
        tokens[i : i + 3] = [Token(FIGURE, begin, tokens[i + 2].end, None, merged)]
        return True

    # -- compounds: 5 ft 2 in, 2 hours 30 minutes, 3斤5两, 13 dollars and 45 cents ----------------------------------------------------

    def compounds(self, adjacent: bool = False) -> None:
        """``adjacent``: only where nothing stands between the parts, so that a range may have compound ends (五元六角至五元八角)."""
        tokens = self.tokens
        i = 0
        while i + 1 < len(tokens):
            left = tokens[i].figure
            step = 1
            if left is not None and left.unit is not None and (self.has(i + 1, "and") or tokens[i + 1].char == ",") and i + 2 < len(tokens):
                step = 2
            right = tokens[i + step].figure if i + step < len(tokens) else None
            if adjacent and (step == 2 or right is None or self.gap(i, i + 1) > CLOSE):
                i += 1
                continue
            if left is not None and right is not None and left.unit is not None and right.unit is not None and left.unit.dimension != right.unit.dimension:
                right.unit = next((u for u in right.unit.alternatives if u.dimension == left.unit.dimension), right.unit)     # 两角五分: money, not time
            if (left is None or right is None or left.unit is None or right.unit is None or left.kind or right.kind or left.low != left.high
                    or right.low != right.high or left.unit.dimension != right.unit.dimension or left.unit.factor <= right.unit.factor
                    or left.unit.dimension in ("percent", "times", "percent_point") or left.per or self.gap(i, i + step) > 6
                    or right.high * right.unit.factor >= left.unit.factor or (step == 2 and tokens[i + 1].char == "," and self.gap(i + 1, i + 2) > 1)):
                i += 1
                continue
            money = left.unit.dimension.startswith("money:")
            ratio = left.unit.factor / right.unit.factor
            value = left.low + right.low / ratio if money else left.low * ratio + right.low
            merged = Figure(value, value, right.half / ratio if money else right.half, left.figures + right.figures, right.number_end)
            merged.unit = left.unit if money else right.unit
            merged.per, merged.compound = right.per, True
            tokens[i : i + step + 1] = [Token(FIGURE, tokens[i].start, tokens[i + step].end, None, merged)]

    # -- two bounds of one figure: 大于二十且小于三十 ---------------------------------------------------------------------------------

    def bounded(self) -> None:
        tokens = self.tokens
        i = 1
        while i + 2 < len(tokens):
            left = tokens[i].figure
            if left is None or left.kind or not (self.has(i - 1, "bound_low") or self.has(i - 1, "bound_high")):
                i += 1
                continue
            k = i + 1 + (self.has(i + 1, "range_and") or tokens[i + 1].char == ",")
            right = tokens[k + 1].figure if k + 1 < len(tokens) else None
            rising = self.has(i - 1, "bound_low") and self.has(k, "bound_high")
            if (right is None or right.kind or not (rising or (self.has(i - 1, "bound_high") and self.has(k, "bound_low")))
                    or (left.unit is not None and right.unit is not None and left.unit.dimension != right.unit.dimension)):
                i += 1
                continue
            low, high = (left, right) if rising else (right, left)
            if low.low < high.high:
                merged = Figure(low.low, high.high, max(low.half, high.half), max(low.figures, high.figures), right.number_end)
                merged.scale, merged.mantissa, merged.unit, merged.per = high.scale, high.mantissa, left.unit or right.unit, right.per
                tokens[i - 1 : k + 2] = [Token(FIGURE, tokens[i - 1].start, tokens[k + 1].end, None, merged)]
            i += 1

    # -- kinds --------------------------------------------------------------------------------------------------------------------

    def kinds(self) -> None:
        for i, token in enumerate(self.tokens):
            figure = token.figure
            if figure is None:
                continue
            if not figure.kind:
                figure.kind = self.kind(i, token, figure)
                if figure.kind == "quantity" and figure.words and self.name_like(i, token, figure):
                    figure.kind = "name"
            elif figure.kind == "ratio" and any(self.has(k, "score_cue") for k in range(max(0, i - 6), min(len(self.tokens), i + 7))):
                figure.kind = "score"
            elif figure.kind in HIDDEN_KINDS:
                figure.kind = HIDDEN_KINDS[figure.kind]
            token.char = self.char(figure)

    def name_like(self, i: int, token: Token, figure: Figure) -> bool:
        """A spelled figure that counts nothing: an article (一家公司) or a digit that belongs to a word (三大, 二是)."""
        settings = self.language.settings
        if figure.low != figure.high or figure.more or figure.compound or self.before(i, ("hedge",)):
            return False
        text = self.text
        followed = text[token.end : token.end + 1].isalpha()
        if figure.unit is None:
            tokens = self.tokens
            beside = (i + 1 < len(tokens) and tokens[i + 1].char == UNKNOWN and tokens[i + 1].start == token.end) if followed else (
                i > 0 and tokens[i - 1].char == UNKNOWN and tokens[i - 1].end == token.start)
            return beside and figure.high < settings.get("bare_names", 0) and figure.half != 0
        return followed and "measure" in figure.unit.flags and text[token.start : figure.number_end] in settings.get("articles", ())

    @staticmethod
    def char(figure: Figure) -> str:
        known = CHARS.get(figure.kind)
        if known is not None:
            return known
        if figure.kind != "quantity":
            return grammar.OTHER
        return grammar.DURATION if figure.unit is not None and figure.unit.dimension == "[time]" else grammar.AMOUNT

    def kind(self, i: int, token: Token, figure: Figure) -> str:
        text, unit = self.text, figure.unit
        if self.before(i, ("ordinal_before",)) and self.gap(i - 1, i) <= CLOSE:
            return "ordinal"
        if unit is not None:
            name = unit.name
            if unit.dimension in UNIT_KINDS:
                return "basis_point" if name == "basis_point" else UNIT_KINDS[unit.dimension]
            calendar = self.language.calendar.get(text[figure.number_end : token.end].strip(), "")
            if calendar == "year":
                if _year_like(text, token, figure.number_end) and figure.scale == 1 and not figure.more:
                    return "year"
                if self.before(i, ("era",)):
                    return "year"
            most = CALENDAR_LIMITS.get(calendar)
            if most and float(figure.high).is_integer() and 1 <= figure.low and figure.high <= most and figure.scale == 1 and not figure.more:
                return "date"
            if unit.kind == "age":
                return "age"
            if unit.alternatives and not figure.compound:
                alone = self.language.settings.get("alone", {}).get(text[figure.number_end : token.end].strip())
                figure.unit = next((u for u in unit.alternatives if u.name == alone), unit)
            return "quantity"
        bare = figure.low == figure.high and figure.scale == 1 and not figure.words
        if bare and self.list_marker(i, token):
            return "list_marker"
        if self.before(i, ("label",)) and self.gap(i - 1, i) <= 2 and not figure.more:
            return "reference"
        if bare and self.month_day(i, figure):
            return "date"
        if bare and self.year(i, token, figure):
            return "year"
        if bare and self.score(i):
            return "score"
        if figure.half == 0 and figure.low == figure.high and 0 < figure.high < 1 and (figure.words or "/" in text[token.start : figure.number_end]):
            return "fraction"
        return "quantity"

    def list_marker(self, i: int, token: Token) -> bool:
        if i > 1 or not self.block_start:
            return False
        if i == 1 and self.tokens[0].char != "(":
            return False
        after = self.text[token.end : token.end + 2]
        return bool(after) and (after[0] in "、)）．" or (after[0] == "." and not after[1:2].isdigit()))

    def month_day(self, i: int, figure: Figure) -> bool:
        if not (1 <= figure.low <= 31 and float(figure.low).is_integer()):
            return False
        tokens = self.tokens
        for k in (i - 1, i + 1):
            if 0 <= k < len(tokens):
                near = tokens[k].entry
                if near is not None and near.month and "month" in near.groups:
                    return True
        return i >= 2 and self.has(i - 2, "month") and tokens[i - 1].char == "."

    def year(self, i: int, token: Token, figure: Figure) -> bool:
        if not _year_like(self.text, token):
            return False
        if 1900 <= figure.low <= 2100:
            return True
        return 1000 <= figure.low <= 2100 and (self.before(i, ("year_before", "month")) or (i >= 2 and self.has(i - 2, "month")))

    def score(self, i: int) -> bool:
        """won 3-2, 2比1: a figure, a dash, a figure, nothing with units."""
        tokens = self.tokens
        for a, b in ((i, i + 2), (i - 2, i)):
            if a >= 0 and b < len(tokens) and tokens[a].figure is not None and tokens[b].figure is not None and tokens[b].figure.unit is None:
                middle = tokens[a + 1]
                if middle.char == "-" and self.gap(a, a + 1) == 0 and self.gap(a + 1, b) == 0:
                    return True
        return False


def _year_like(text: str, token: Token, stop: int = 0) -> bool:
    figure = token.figure
    if figure is None or figure.low != figure.high or figure.scale != 1 or not float(figure.low).is_integer():
        return False
    if figure.kind == "year":
        return True
    stop = stop or token.end
    return stop - token.start == 4 and 1000 <= figure.low <= 2100 and not figure.more


def freeze(text: str, tokens: list[Token], i: int, language: Language) -> Quantity:
    """The Quantity of the figure at ``tokens[i]``, hedges from its neighbours included."""
    token = tokens[i]
    figure = token.figure
    assert figure is not None
    unit = figure.unit
    hedge = hedge_of(tokens, i) if figure.kind not in ("year", "date", "name") else "="
    if figure.more and hedge == "=":
        hedge = figure.more
    low, high = bounds(figure.low, figure.high, figure.half, hedge)
    kind, name, dimension, factor, offset = figure.kind, "", "", 1.0, 0.0
    if unit is not None:
        name, dimension, factor, offset = unit.name, unit.dimension, unit.factor, unit.offset
        if unit.dimension in ("percent", "percent_point"):
            ratio, factor = factor, 1.0
            if ratio != 1.0:
                return _scaled(text, token, figure, ratio, hedge, kind, "percent" if dimension == "percent" else "percent_point", dimension, language)
    elif kind == "multiplier":
        name, dimension = "x", "times"
    elif kind == "quantity":
        name = count_noun(text, tokens, i)
        dimension = "count:" + name if name else ""
    return Quantity(text[token.start : token.end], token.start, token.end, low, high, figure.low, figure.high, name, kind, hedge, "",
                    figure.half, figure.figures, dimension, factor, offset, figure.per, language.code,
                    figure.factor_word in ("period", "per") or bool(figure.factor_word) and language.code == "en")


def _scaled(text: str, token: Token, figure: Figure, ratio: float, hedge: str, kind: str, name: str, dimension: str, language: Language) -> Quantity:
    """成, 折, ‰, basis points: in percent or in points."""
    a, b, half = figure.low * ratio, figure.high * ratio, figure.half * ratio
    low, high = bounds(a, b, half, hedge)
    return Quantity(text[token.start : token.end], token.start, token.end, low, high, a, b, name, kind, hedge, "", half, figure.figures,
                    dimension, 1.0, 0.0, figure.per, language.code)


def hedge_of(tokens: list[Token], i: int) -> str:
    """The hedge around a figure: words before it (a filler may stand between), else a word behind it."""
    at, steps = i - 1, 0
    found = "="
    while at >= 0 and steps < 4:
        token = tokens[at]
        entry = token.entry
        if entry is None or not (entry.hedge_before or "filler" in entry.groups):
            break
        if tokens[at + 1].start - token.end > 2:
            break
        if entry.hedge_before:
            found = entry.hedge_before if found == "=" or found == "about" else found
        at -= 1
        steps += 1
    if found != "=":
        return found
    if i + 1 < len(tokens):
        entry = tokens[i + 1].entry
        if entry is not None and entry.hedge_after and tokens[i + 1].start - tokens[i].end <= CLOSE:
            return entry.hedge_after
    return "="


def count_noun(text: str, tokens: list[Token], i: int) -> str:
    """"37 lower limb fractures": the plural noun that is counted, where the unit table knows none."""
    if i + 1 >= len(tokens) or tokens[i + 1].char != UNKNOWN or tokens[i + 1].start - tokens[i].end > 1:
        return ""
    run = tokens[i + 1]
    for word in text[run.start : min(run.end, run.start + 60)].split()[:3]:
        word = word.strip("'’\"”“.,")
        if len(word) > 3 and word.isalpha() and word[-1] == "s" and word[-2] not in "su'i":
            return word.lower()
        if not word.replace("-", "").isalpha():
            break
    return ""
