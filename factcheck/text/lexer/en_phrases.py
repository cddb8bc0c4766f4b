"""English phrases around a number: "an hour and a half", "half a mile", "a kilogram", "thousands of", "20-odd", "one" as a pronoun.

The words that decide are in ``rules/en/words.toml`` under ``[language]``; here is only how they are put together.
"""

from __future__ import annotations

from functools import lru_cache

from ...patterns import regex
from ...typed import TYPE_CHECKING, Any
from ..numerals import parse_digits
from ..numerals.en import CONTINUERS
from ..numerals.en_words import (
    AND_FIGURE,
    AND_SHARE,
    DOZEN,
    ENDS,
    KIND,
    LEADING_PARTS,
    RANGE_OF_ONE,
    SHARES,
    SIMPLE,
    SPOKEN_YEAR,
    VAGUE,
)
from . import BY, FIGURE, Figure, Token
from .en_runs import REACH, Runs

if TYPE_CHECKING:
    from ..language import Language, UnitMatch

POINTS = "count:points"                   # half a point of a rate, a quarter of one
_PAIR = regex.compile(r"\s+([a-z]++)(?:\s+of)?(?=\s+[a-z])", regex.IGNORECASE)
_VAGUE = regex.compile(VAGUE, regex.IGNORECASE)
_ARTICLE = regex.compile(r"\s+(?:of\s+)?an?(?=[\s-])|\s+of(?=\s)", regex.IGNORECASE)
_METRIC = regex.compile(r" \((?:[^\W\d]+ )?[\d.,]+[ \u00a0]?[cm]?m\b")
_AND_SHARE, _AND_FIGURE = regex.compile(AND_SHARE, regex.IGNORECASE), regex.compile(AND_FIGURE, regex.IGNORECASE)
_CONVERTED = regex.compile(r" \((?:about |some |around )?[$£€]?[0-9]", regex.IGNORECASE)      # a foot (30 cm)
_DECIMAL = regex.compile(r"[0-9]{1,3}+,[0-9]{1,2}+(?![0-9/]|[,.:][0-9])")
_YEAR = regex.compile(SPOKEN_YEAR, regex.IGNORECASE)
_NEXT = regex.compile(r"[\s-]+([A-Za-z]+)")
_PICKED = regex.compile(r"\s+of\s+([A-Za-z]+)(['’]s\b)?\s")
_RANGE = regex.compile(RANGE_OF_ONE, regex.IGNORECASE)
_POINT = regex.compile(r"\s+(?:([0-9]{1,3})|([a-z]+(?: [a-z]+)?))(?=[\s-]|$)", regex.IGNORECASE)


class Phrases(Runs):
    """Readings that begin or end with a word that is no numeral by itself."""

    OPENERS = frozenset({"a", "an", "point"} | set(ENDS) | set(LEADING_PARTS))

    def article(self, low: str, start: int, stop: int) -> bool:
        """Read "a couple of", "a kilogram", "an hour and …", "thousands of", "quarter-litre" at this place, if one stands there."""
        if low in ENDS:
            return self.vague(start)
        if low in LEADING_PARTS:
            return self.part(low, start, stop)
        if low == "point":
            return self.pointed(start, stop)
        text = self.text
        found = _PAIR.match(text, stop, min(self.end, stop + REACH))
        if found is not None and found[1].lower() in self.language.sets["article_pairs"]:
            following = _NEXT.match(text, found.end(), min(self.end, found.end() + 24))
            kind, dozen = KIND.get(following[1].lower(), (0, 0)) if following is not None else (0, 0)
            end = following.end() if following is not None and kind == DOZEN else found.end()      # a couple dozen eggs
            times = float(dozen) if kind == DOZEN else 1.0
            figure = Figure(2.0 * times, 2.0 * times, 0.5 * times, 1, end)
            figure.words, figure.more = True, "about"
            self.finish(start, end, figure)
            return True
        following = _NEXT.match(text, stop, min(self.end, stop + 24))
        alone = start == self.start and following is not None and following.end() == self.end
        if alone and following is not None and following[1].lower() in self.language.sets["pairs_alone"]:
            figure = Figure(2.0, 2.0, 0.5, 1, following.end())
            figure.words, figure.more = True, "about"
            self.finish(start, following.end(), figure)                     # a pair
            return True
        if following is None or self.tokens and self.tokens[-1].char == FIGURE and self.tokens[-1].end >= start - 1:
            return False
        word, sets = following[1].lower(), self.language.sets
        last = self.tokens[-1] if self.tokens else None
        if last is not None and last.entry is not None and text[last.start : last.end].lower() in sets["rate_before"]:
            return False                                      # 2 cents higher a gallon
        if word in sets["article_units"] or word in sets["article_compounds"]:
            unit = self.language.unit_at(text, stop, self.end, None)
            whole = unit is not None and (word in sets["article_units"] or unit[0].kind == "age")       # a kilogram, a year old
            if unit is not None and (whole or _AND_FIGURE.match(text, unit[1], min(self.end, unit[1] + REACH))
                                     or unit[0].dimension != "[time]" and _CONVERTED.match(text, unit[1], self.end)):
                figure = Figure(1.0, 1.0, 0.5, 1, stop)
                figure.words = True
                self.finish(start, stop, figure)
                return True
        return False

    def pointed(self, start: int, stop: int) -> bool:
        """Point five percent, point seven of a mile: a decimal without its zero, before a unit or alone."""
        found = _POINT.match(self.text, stop, min(self.end, stop + REACH))
        entry = self.tokens[-1].entry if self.tokens else None
        led = entry is not None and not entry.groups.isdisjoint(("hedge", "change_verb", "by", "from", "to", "minus"))
        if found is None or not (led or start == self.start) or self.tokens and self.tokens[-1].figure is not None:
            return False
        words = [SIMPLE.get(word) for word in found[2].lower().split()] if found[2] else []
        digits = found[1] or ""
        for numeral in words:
            if numeral is None:
                break
            digits += str(int(numeral.value))
        end = found.end() if found[1] else found.start(2) + len(" ".join(found[2].split()[: len(digits)]))
        numeral = parse_digits("0." + digits) if digits and len(digits) < 4 else None
        if numeral is None or len(words) > 1 and len(digits) != len(words) and len(digits) > 1:
            return False
        figure = Figure(numeral.value, numeral.value, numeral.half, numeral.figures, end)
        figure.words = not found[1]
        unit = self.language.unit_at(self.text, end, self.end, figure)
        alone = start == self.start and end == self.end
        if not alone and (unit is None or unit[0].dimension[:6] == "count:"):
            return False
        self.finish(start, end, figure)
        return True

    def vague(self, start: int) -> bool:
        """Tens of thousands of …: from one to ten of them."""
        found = _VAGUE.match(self.text, start, min(self.end, start + REACH))
        if found is None:
            return False
        low, high = ENDS[found[1].lower()]
        times = ENDS[found[2].lower()][0] if found[2] else 1.0
        figure = Figure(low * times, high * times, 0.0, 1, found.end())
        figure.words, figure.more = True, "several"
        self.finish(start, found.end(), figure)
        return True

    def part(self, low: str, start: int, stop: int) -> bool:
        """A quarter, a tenth … without an article, of a unit: "quarter-litre", "tenth of a gallon"."""
        figure = Figure(1 / LEADING_PARTS[low], 1 / LEADING_PARTS[low], 0.0, 1, stop)
        figure.words = True
        article = _ARTICLE.match(self.text, stop, min(self.end, stop + REACH))
        if article is None and (low != "quarter" or self.tokens and self.tokens[-1].end >= start - 1 and self.text[start - 1] == "-"):
            return False
        unit = self.language.unit_at(self.text, article.end() if article else stop, self.end, figure)
        if unit is None or unit[0].dimension.startswith("count:") or article is None and self.text[unit[1] - 1] == "s":
            return False
        if article is not None and low == "quarter" and unit[0].dimension == "[time]" and article[0].split()[0] in ("a", "an"):
            return False                                      # the same quarter a year ago
        self.finish(start, stop, figure)
        return True

    def unit_after(self, stop: int, figure: Figure) -> tuple[UnitMatch, int] | None:
        """The unit behind a figure; "half an hour", "three quarters of a mile" and "20-odd years" have words between."""
        text = self.text
        if text.startswith(self.language.odd, stop):
            figure.more = "bounded"
            stop += 1
            while stop < self.end and text[stop].isalpha():
                stop += 1
        elif text.startswith(self.language.plus, stop) and not figure.more:
            after = stop + 1                                  # 100,000+ people, 50-plus countries, a $1 billion-plus deal
            while after < self.end and text[after].isalpha():
                after += 1
            counted = self.language.unit_at(text, after, self.end, figure)
            if counted is not None or text[stop] == "-" and not text[after : after + 1].isalpha():
                figure.more = "above"
                return counted
        elif figure.more == "several" and text.startswith(" of ", stop):
            return self.language.unit_at(text, stop + 3, self.end, figure)
        found = super().unit_after(stop, figure)
        if found is not None and text[stop] == " " and text[found[1] - 1] in "$£€¥" and text[found[1] : found[1] + 1].isdigit():
            return None                                       # "in 1875 $110,007": the sign is that of the next figure
        if found is not None and found[0].dimension == "times" and text[found[1] - 1] in "x×X" and BY.match(text, found[1], self.end):
            return None                                       # 12 x 14 feet
        if found is None and figure.half == 0.0 and figure.low < 100 and figure.scale == 1.0:
            article = _ARTICLE.match(text, stop, min(self.end, stop + REACH))
            if article is not None:
                unit = self.language.unit_at(text, article.end(), self.end, figure)
                plural = unit is not None and text[unit[1] - 1] == "s"
                counts = unit is not None and unit[0].dimension.startswith("count:") and unit[0].dimension != POINTS
                if unit is not None and not counts and (not plural or figure.low > 1):
                    return unit
        if found is None and figure.high > 1 and text[stop : stop + 1] == " ":
            following = _NEXT.match(text, stop, min(self.end, stop + 16))
            if following is not None and following[1].lower() in self.language.sets["on_end"]:
                unit = self.language.unit_at(text, following.end(), self.end, figure)
                return unit if unit is not None and text[unit[1] - 1] == "s" else None      # seven straight days
        return found

    def finish(self, start: int, stop: int, figure: Figure) -> None:
        super().finish(start, stop, figure)
        text, pos = self.text, self.pos
        if figure.per and text[pos : pos + 1] == " ":
            following = _NEXT.match(text, pos, min(self.end, pos + 24))
            begin = text.rfind(" a ", start, pos)
            unit = self.language.phrases.get(figure.per)
            timed = unit is not None and unit.dimension == "[time]"
            if timed and following is not None and begin > 0 and following[1].lower() in self.language.sets["per_then"]:
                figure.per, self.tokens[-1].end, self.pos, pos = "", begin, begin, begin     # 67 million a year ago
        if pos >= self.end or text[pos] not in " \u00a0":
            return
        if figure.unit is None:
            self.inches(self.tokens[-1], figure)
        elif text.startswith("and ", pos + 1) and not figure.per and figure.half and figure.low == figure.high:
            found = _AND_SHARE.match(text, pos, min(self.end, pos + REACH))
            bare = found is not None and text.startswith(" of ", found.end()) and found[0].split()[1][:1] not in "ao"   # … and half of it
            if found is not None and figure.scale == 1.0 and not bare:
                share = SHARES[found[1].lower()] if found[1] else 0.75
                figure.low, figure.high, figure.half, figure.figures = figure.low + share, figure.high + share, 0.0, figure.figures + 1
                self.tokens[-1].end = self.pos = found.end()

    def inches(self, token: Token, figure: Figure) -> None:
        """12 ft 2 in: "in" behind feet is a unit, whatever follows; and before a bracket that gives it in metres: 8 in (203 mm)."""
        text, tokens = self.text, self.tokens
        stop = token.end + 3
        if text.startswith(" in", token.end) and _METRIC.match(text, stop, min(self.end, stop + REACH)):
            figure.unit = self.language.suffixes.get("in")
            token.end = self.pos = stop
            return
        if len(tokens) < 2 or not text.startswith(" in", token.end) or text[stop : stop + 1].isalnum() or figure.high >= 12:
            return
        last = tokens[-2].figure
        if last is not None and last.unit is not None and last.unit.name == "ft" and tokens[-2].end >= token.start - 1:
            figure.unit = self.language.suffixes.get("in")
            token.end = self.pos = stop

    def pronoun(self, start: int, stop: int) -> bool:
        """Whether "one" stands for a noun or an article here: "one of the", "no one", "the one who", "one by one"."""
        text, sets = self.text, self.language.sets
        if start == self.start and stop >= self.end:
            return False
        following = _NEXT.match(text, stop, min(self.end, stop + REACH))
        word = following[1] if following is not None else ""
        if _RANGE.match(text, stop, min(self.end, stop + REACH)):
            return False
        figure = Figure(1.0, 1.0, 0.5, 1, stop)
        figure.words = True
        unit = self.language.unit_at(text, stop, self.end, figure) if following is not None else None
        if unit is not None and not unit[0].dimension.startswith("count:"):
            return start == self.start and word == "day"
        if unit is not None and text[stop] == "-":
            return False                                      # a one-point lead
        last = self.tokens[-1] if self.tokens else None
        if last is not None and last.end >= start - 1:
            if last.figure is not None and not last.figure.kind:
                return False
            if last.entry is not None and not last.entry.groups.isdisjoint(("hedge", "range", "or", "minus")):
                return word == "of"
        if word.lower() in sets["one_after"] or not word or word[0].isupper() and text[start].isupper():
            return True
        before = text[max(self.start, start - 16) : start].rstrip(" -").rsplit(None, 1)[-1:]
        return bool(before) and before[0].lower().strip("\"'“‘(") in sets["one_before"]

    def partitive(self, start: int, stop: int) -> bool:
        """One that is picked out of several: "one" of the proudest moments, of Oslo's bridges; not of them, nor of four."""
        found = _PICKED.match(self.text, stop, min(self.end, stop + REACH))
        if found is None or found[2] is None and found[1].lower() not in self.language.sets["picked"]:
            return False
        self.typed("partitive", start, stop, 1.0)
        return True

    def decimal_comma(self, start: int) -> bool:
        """The comma of the continent in money, before a unit or scale word, behind a verb at the end: €18,50, 2,5 million, "it is 1,3"."""
        text, sets = self.text, self.language.sets
        found = _DECIMAL.match(text, start, self.end)
        if found is None:
            return False
        stop = found.end()
        numeral = parse_digits(found.group().replace(",", "."))
        unit = self.language.unit_at(text, stop, self.end, None)
        following = _NEXT.match(text, stop, min(self.end, stop + 24))
        scaled = following is not None and following[1].lower() in sets["decimal_scales"]
        measured = unit is not None and unit[0].dimension[:6] != "count:" and (unit[1] - stop > 1 or unit[0].dimension == "percent")
        if not (scaled or measured or self.currency_before(start) is not None):
            last = text[max(self.start, start - 12) : start].lower().split()[-1:]
            if text[stop : self.end].strip(".;)! ") or not last or last[0] not in sets["decimal_before"]:
                return False
        if numeral is None:
            return False
        self.finish(start, stop, Figure(numeral.value, numeral.value, numeral.half, numeral.figures, stop))
        return True

    def spoken_year(self, start: int) -> bool:
        """Nineteen eighty-four, twenty ten; not fifteen twenty-dollar notes, twenty ten-day trips, twenty twenty-fifths."""
        text = self.text
        found = _YEAR.match(text, start, min(self.end, start + REACH))
        if found is None:
            return False
        stop = found.end()
        following = _NEXT.match(text, stop, min(self.end, stop + 24))
        if following is not None and (text[stop] != " " or following[1].lower() in CONTINUERS):
            return False
        if self.language.unit_at(text, stop, self.end, None) is not None or text[stop : stop + 1].isalpha():
            return False
        head, tail = SIMPLE[found[1].lower()].value, found[2].lower().replace("-", " ").split()
        self.typed("year", start, stop, 100 * head + sum(SIMPLE[word].value for word in tail if word in SIMPLE))
        return True

    def ordinal_part(self, parts: list[str], start: int, stop: int) -> bool:
        """"A third option" counts, "a third of them" divides."""
        if parts[0] not in ("a", "an") or parts[1] not in LEADING_PARTS or parts[1] == "quarter":
            return False
        following = _NEXT.match(self.text, stop, min(self.end, stop + REACH))
        if following is None or following[1].lower() in self.language.sets["part_after"]:
            return False
        before = self.text[max(self.start, start - 16) : start].lower().split()[-1:]
        if before and before[0] in self.language.sets["part_before"]:
            return False
        self.typed("ordinal", start, stop, float(LEADING_PARTS[parts[1]]))
        return True

    def counted(self, word: str, tail: int, figure: Figure) -> bool:
        """Whether "m", "t", "b" is a scale here: something is counted behind it, or the sentence speaks of millions and of money."""
        del figure
        text = self.text
        unit = self.language.unit_at(text, tail, self.end, None)
        if word == "m":
            following = _NEXT.match(text, tail, self.end)
            if following is not None and following[1].lower() in self.language.sets["metre_after"]:
                return False                                  # his 1500m victory
        if word == "mm":
            return unit is not None and (text[unit[1] - 1] == "s" and unit[1] - tail > 3 or unit[0].dimension[:6] == "money:")
        last = self.tokens[-1] if self.tokens else None
        if word == "m" and last is not None and last.end >= self.pos - 1 and last.figure is not None and (
                last.figure.unit is not None and last.figure.unit.name == "hour"):
            return False                                      # 1h 20m
        if unit is not None:
            return unit[0].dimension not in ("[length]", "[time]", "percent", "times")
        if word.lower() != "m":
            return False
        if word == "M":
            return True
        if text[self.pos - 1 : self.pos].isalpha():
            return True                                       # E6m
        at, sets = tail, self.language.sets
        for n in range(5):                                    # 2.7m combined digital sales
            following = _NEXT.match(text, at, self.end)
            if following is None:
                break
            low, at = following[1].lower(), following.end()
            if not n and low in sets["metre_after"]:
                return False
            if low in sets["noun_stops"]:
                break
            if len(low) > 3 and low[-1] == "s" and low[-2] not in "su":
                return True
        if self.millions is None:
            self.millions = _millions(self.language).search(text, self.start, self.end) is not None
        return self.millions

    millions: bool | None = None


@lru_cache(maxsize=8)
def _millions(language: Language) -> Any:
    """What says that a sentence speaks of millions, or of money."""
    words, glued = "|".join(language.settings["millions_words"]), "|".join(language.settings["millions_glued"])
    return regex.compile(rf"[$£€¥]|\b(?:{words})\b|[0-9](?:{glued})\b")
