"""Numbers that belong to a name, an address, a rank or a date: Windows 11, the Big Six, 16-18 High Street, the top ten, Sept. 20-24.

English marks names by capitals, so this is a matter of how the words around a figure are printed; the words that say otherwise are
settings in ``rules/en/words.toml``.
"""

from __future__ import annotations

from ...patterns import regex
from ...typed import TYPE_CHECKING
from .. import rules
from ..lexer import Figure, Token
from ..numerals.zh_words import NUMERAL_CHARS
from .labels import Labels
from .sentence import year_like

if TYPE_CHECKING:
    from ..language import UnitMatch

_AFTER = regex.compile(r"\s(?P<word>[A-Za-z]+)")
_SET = regex.compile(r"\)?,? ?\(?[0-9]{1,2}[-–/][0-9]{1,2}(?![0-9])")
_PAIR = regex.compile(r"[0-9]{1,3}[-–][0-9]{1,3}")
_PLACE = regex.compile(r"[a-z], [A-Z][a-z]+(?: [A-Z][a-z]+)? $")
_LISTED = regex.compile(r"(?:[;:,；：，、]|\band|\bor|[)])\s?$")
_APERTURE = regex.compile("(?<![A-Za-z0-9])[fFƒ]/$")               # f/1.8
_BRACKETED = regex.compile(r"\([0-9.,%]{1,9}\)")
_QUOTES, _CLOSING = ("“", "「", "『", "‘"), ("”", "」", "』", "’")
_OPENING = "\"“‘'(["


class Naming(Labels):
    """Each question takes the place of a figure; the unit, if any, is one that is counted."""

    def named(self, i: int, token: Token, figure: Figure) -> str:
        """"name", "code", "ordinal" or "reference" if the figure is part of one, else ""."""
        tails = self.language.sets.get("vague_tails", ()) if self.text[token.end : token.end + 1] == "-" else ()
        if self.text.startswith(tuple(tails), token.end):
            return "name"
        if figure.low != figure.high or figure.scale != 1 or figure.more or figure.compound or token.start - self.start < 2:
            return ""
        text = self.text
        second = figure.unit is not None and figure.unit.name == "second"                # under-18s: an age
        if self.before(i, ("rank_before",)) or text[token.start - 1] == "-" and not second and self.ranked(token.start):
            return "ordinal"
        sizes = self.language.settings.get("rank_sizes", ()) if figure.unit is None else ()
        if figure.high in sizes and text[max(self.start, token.start - 9) : token.start].lower().endswith(
                tuple(self.language.settings["rank_rounds"])):
            return "ordinal"
        brand = self.before(i, ("brand",)) and token.start - self.tokens[i - 1].end == 1
        if brand and not text[self.tokens[i - 1].start : self.tokens[i - 1].end].islower():
            return "name"
        if second and text[token.start : figure.number_end] in self.language.sets.get("model_numbers", ()):
            return "name"                                     # three 747s
        if figure.words:
            return "name" if text[token.start].isupper() and self.name_in_words(token) else ""
        if figure.high < 1 or not float(figure.high).is_integer() or figure.number_end - token.start > 4:
            return ""
        if not self.name_in_digits(i, token, figure):
            return ""
        if not self.before(i, ("label",)) and self.aged_name(token, figure):
            figure.unit = self.language.phrases.get("years old")
            return "age"
        return "reference" if self.before(i, ("label",)) else "name"

    def marked(self, i: int, token: Token, figure: Figure) -> str:
        """What the marks around a bare figure say: a rank (#3), a point of a list ("; (2) …"), a code (007), a set (6-7 6-3)."""
        text, start, stop = self.text, token.start, token.end
        near, after = text[start - 1 : start], text[stop : stop + 1]
        if near == "#" and figure.scale == 1 and (figure.high < 1000 or text[start:stop].isdecimal()):
            return "reference"
        if near == " " and text[start - 2 : start - 1] == "#" and text[start - 3 : start - 2].isalpha() and figure.scale == 1:
            return "reference"                                                  # CRD# 18488
        if near == "/" and _APERTURE.search(text, max(self.start, start - 3), start) is not None:
            return "code"
        if figure.unit is not None:
            if figure.unit.name == "second" and (self.before(i, ("hedge",)) or near == "-") and figure.number_end == stop - 1:
                figure.unit = self.language.phrases.get("years old", figure.unit)      # over 65s
                return "age"
            if figure.unit.name == "second" and figure.number_end == stop - 1 and self.age_group(token, figure):
                figure.unit = self.language.phrases.get("years old", figure.unit)
                return "age"
            return ""
        if figure.scale == 1 and near in ("[", "［") and after in ("]", "］") and stop - start < 4:
            return "reference"
        if near == "_":
            return "code"
        if figure.low != figure.high:
            return self.paired(token, figure)
        if near in ("'", "’") and stop - start == 2 and text[start - 2 : start - 1] in (" ", "(") and after not in ("'", "’"):
            return "year"                                                               # class of '83
        if stop - start == 5 and near == " " and text[start:stop].isdecimal():
            state = text[start - 3 : start - 1] in self.language.sets.get("state_codes", ()) and not text[start - 4 : start - 3].isalnum()
            last = not text[stop + 1 : stop + 2].islower()
            state = state and (last or text[start - 5 : start - 3] == ", ")
            if state or last and _PLACE.search(text, max(self.start, start - 28), start) is not None:
                return "code"                                                           # Mokena, IL 60448; Waco, Texas 76701
        if figure.words:
            if near in _QUOTES and after in _CLOSING and text[start] in NUMERAL_CHARS:
                return "name"                                                           # “八五”: a plan
            lead = text[start - 1 : start] if text[self.start : start].strip() else "。"
            if near in ("(", "（") and after in (")", "）"):
                return "list_marker" if figure.high < 30 and figure.unit is None else ""        # （一）坚持…
            then = text[stop + 1 : stop + 2]
            return "list_marker" if after == "、" and lead in ("；", "：", "。") and figure.high < 30 and then not in NUMERAL_CHARS else ""
        if after == "、" and near and near in "；。：" and stop - start < 3 and not text[stop + 1 : stop + 2].isdigit():
            return "list_marker"                                                            # 1、……；2、……
        long = stop - start > 8 or text[start] == "0" and stop - start > 1
        dated = self.month(i) or self.has(i + 1, "month")                               # June 07
        if long and figure.scale == 1 and not dated and text[self.start:start].strip() and text[start:stop].isdecimal():
            return "code"
        if near == "(" and after == ")" and stop - start < 4 and self.source(start, stop):
            return "reference"
        if near in "(（" and near and after in ")）" and after and stop - start < 3:
            return "list_marker" if _LISTED.search(text, max(self.start, start - 6), start - 1) else ""
        return ""

    def age_group(self, token: Token, figure: Figure) -> bool:
        """Among 18-24s: the s is no second."""
        led = self.text[max(self.start, token.start - 10) : token.start].lower().split()[-1:]
        return 13 <= figure.low < figure.high < 100 and (not led or led[0] in self.language.sets.get("age_groups", ()))

    def source(self, start: int, stop: int) -> bool:
        """"… of these symptoms (7)." — a number in brackets that ends a sentence, alone of its kind: where it is from."""
        text, last = self.text, self.tokens[-1].end
        if text[stop + 1 : stop + 2] != "." or stop + 2 < last or not text[start - 3 : start - 2].islower() or text[start - 2] != " ":
            return False
        return len(_BRACKETED.findall(text, self.start, last)) == 1

    def paired(self, token: Token, figure: Figure) -> str:
        """A dash between small bare numbers that is no range: a score (17-28, 0-2, 30-40 down) or a telephone number (1-800-…)."""
        text, start, stop = self.text, token.start, token.end
        if not _PAIR.fullmatch(text, start, stop):
            return ""
        if text[stop : stop + 1] == "-" and text[stop + 1 : stop + 2].isupper():
            return "phone"
        following = _AFTER.match(text, stop)
        after = following["word"] if following is not None else ""
        sides = after[:1].isupper() and len(after) > 2 and text[start - 1] == " " and text[start - 2].isalpha() and self.word_before(start)
        scored = _SET.match(text, stop) or figure.low == 0 or after in self.language.sets.get("score_after", ())
        plain = self.language.sets.get("name_before", ())
        return "score" if scored or sides and str(sides).lower() not in plain and after.lower() not in plain \
            and not self.place(start - 1 - len(str(sides))) else ""

    def records(self) -> None:
        """Fell to 3-8, in a sentence with another score: won and lost so many."""
        for token in self.tokens:
            figure = token.figure
            if figure is None or figure.kind != "quantity" or figure.unit is not None:
                continue
            if figure.low != figure.high and _PAIR.fullmatch(self.text, token.start, token.end):
                figure.kind, token.char = "score", rules.OTHER

    def ranked(self, at: int) -> bool:
        """Whether a word of rank with its hyphen stands before ``at``: last-16."""
        return self.text[max(self.start, at - 9) : at].lower().endswith(tuple(self.language.settings.get("rank_hyphen", ())))

    def word_before(self, at: int) -> str:
        """The capitalised word that ends one space before ``at``; "" if there is none."""
        text, floor = self.text, max(self.start, at - 24)
        if at - floor < 2 or text[at - 1] not in " \u00a0":
            return ""
        stop = at - 1
        begin = stop
        while begin > floor and (text[begin - 1].isalnum() or text[begin - 1] in ".&’'-"):
            begin -= 1
        return text[begin:stop] if text[begin : begin + 1].isupper() else ""

    def common(self, word: str) -> bool:
        """Whether a capitalised word is no part of a name: The, In, About, Monday, Roughly."""
        low = word.lower().rstrip(".")
        if low in self.language.sets.get("name_before", ()) or low.endswith(("ly", "'s", "’s")):
            return True
        entry = self.language.lexicon.words.get(low)
        return entry is not None and not entry.groups <= {"label"}

    def name_in_words(self, token: Token) -> bool:
        """BBC One, the Big Six, the Group of Seven: a capital in mid-sentence that is no headline's."""
        text = self.text
        following = _AFTER.match(text, token.end)
        if following is not None and following["word"][0].isupper():
            return False
        word = self.word_before(token.start)
        if word:
            return word[-2:] in ("'s", "’s") or not self.common(word)       # Ocean's Eleven
        return text[max(self.start, token.start - 9) : token.start] == "Group of "

    def name_in_digits(self, i: int, token: Token, figure: Figure) -> bool:
        text, sets = self.text, self.language.sets
        digits = text[token.start : figure.number_end]
        following = _AFTER.match(text, figure.number_end)
        after = following["word"] if following is not None else ""
        if digits in sets.get("model_numbers", ()) and after and (after[0].isupper() or after.lower() in sets.get("aircraft", ())):
            return True
        if digits in sets.get("emergency", ()) and after.lower() in sets["emergency_words"]:
            return True                                       # a 911 call
        word = self.word_before(token.start)
        if not word or i and self.tokens[i - 1].figure is not None and self.tokens[i - 1].end >= token.start - 1:
            return False
        if word in sets.get("numbering", ()) and figure.unit is None:
            return True                                       # pupils in Year 6
        if self.common(word) or not any(c.isalpha() for c in word) or self.month(i):
            return False
        begin = token.start - 1 - len(word)
        plural = len(after) > 3 and after[-1] == "s" and after[-2] not in "su"
        if after and after[0].isupper():
            return not plural                                 # "Tesla Fires 200 Workers"
        if begin == self.start or text[begin - 1] in _OPENING:
            return not plural and not (word.endswith("ing") and after and after[-1] != "s")        # "Using 18 statistical measurements"
        return not (plural or figure.unit is not None and figure.unit.name == "people") or not self.place(begin)

    def place(self, begin: int) -> bool:
        """Whether the capitalised words before ``begin`` say where: "In New York 30 shops closed"."""
        text = self.text
        for _ in range(4):
            word = self.word_before(begin)
            if not word or self.common(word):
                break
            begin -= 1 + len(word)
        before = text[max(self.start, begin - 14) : begin].rstrip().rsplit(None, 1)[-1:]
        return bool(before) and before[0].lower() in self.language.sets.get("name_place", ())

    def sensed(self, i: int, unit: UnitMatch) -> UnitMatch:
        """A unit with two meanings, chosen by the words around: it weighs twelve pounds."""
        other = self.language.settings.get("senses", {}).get(unit.name)
        token = self.tokens[i]
        figure = token.figure
        if other and figure is not None and self.text[figure.number_end : figure.number_end + 1] == "-" and figure.high < 1000:
            following = _AFTER.match(self.text, token.end)                  # a 12-pound lobster; not a 50-pound fine
            if following is not None and following["word"].lower() not in self.language.sets["money_things"]:
                return next((u for u in unit.alternatives if u.name == other), unit)
        if other and any(near.figure is not None and near.figure.unit is not None and near.figure.unit.name in ("ft", "inch")
                         for near in self.tokens[max(0, i - 3) : i]):
            return next((u for u in unit.alternatives if u.name == other), unit)       # 6-foot-5 and 240 pounds
        if other and any(self.has(k, "unit_" + other) for k in range(max(0, i - 8), min(len(self.tokens), i + 6))):
            return next((u for u in unit.alternatives if u.name == other), unit)
        return unit

    def session(self, i: int, token: Token, name: str) -> bool:
        """二十届三中全会, 十四届二次会议: which one, not how many."""
        if name == "occasions":
            last = self.tokens[i - 1] if i else None
            figure = last.figure if last is not None and last.end == token.start else None
            sets = self.language.sets
            if self.text[token.end : token.end + 2] in sets.get("session_meetings", ()) and self.text.endswith(
                    tuple(sets["session_bodies"]), self.start, token.start):
                return True
            return figure is not None and figure.kind == "ordinal" and figure.unit is not None and figure.unit.name == "sessions"
        return self.text[token.end : token.end + 2] in self.language.sets.get("session_after", ())

    def timed(self, token: Token) -> bool:
        """Whether points are of the clock: 今晚八点, 八点钟."""
        text, sets = self.text, self.language.sets
        before = text[max(self.start, token.start - 2) : token.start] in sets.get("clock_before", ())
        after = sets.get("clock_after", ())
        then = text[token.end : token.end + 2] in sets.get("clock_verbs", ())
        return before or then or text[token.end : token.end + 1] in after or text[token.end - 1 : token.end] in after

    def past_hour(self, i: int) -> bool:
        """Whether the figure is the minutes, or the hour, of "ten past four"."""
        tokens = self.tokens
        at = i + 1 if self.has(i + 1, "clock_past") else i - 1
        if not 0 < at < len(tokens) - 1 or not self.has(at, "clock_past"):
            return False
        minutes, hour = tokens[at - 1].figure, tokens[at + 1].figure
        if minutes is None or hour is None or minutes.unit is not None or hour.unit is not None or self.gap(at - 1, at + 1) > 6:
            return False
        alike = minutes.words == hour.words and 1 <= hour.low == hour.high <= 12
        return alike and minutes.low == minutes.high < 30 and minutes.high % 5 == 0

    def dated_word(self, i: int, figure: Figure) -> bool:
        """April one, July three 1987; not "in May two were hurt"."""
        if not self.has(i - 1, "month") or not 1 <= figure.low <= figure.high <= 31 or figure.half == 0:
            return False
        month = self.tokens[i - 1]
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        closed = after is None or after.char in (",", ";", ")", ".") or self.has(i + 1, "range") or year_like(self.text, after)
        return closed and self.text[month.start].isupper() and self.gap(i - 1, i) == 1

    def military(self, token: Token, figure: Figure) -> bool:
        """At 2025 hours."""
        led = self.text[max(self.start, token.start - 8) : token.start].lower().split()[-1:]
        return bool(led) and led[0] in self.language.sets.get("clock_led", ()) and figure.high < 2400 and figure.high % 100 < 60

    def minutes_behind(self, i: int, figure: Figure) -> bool:
        """八点五十: hours, and the minutes of a clock time without their word."""
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) and self.tokens[i + 1].start == self.tokens[i].end else None
        minutes = after.figure if after is not None and figure.words else None
        return minutes is not None and minutes.words and minutes.unit is None and 10 <= minutes.low == minutes.high < 60

    def month_behind(self, i: int) -> bool:
        """两千零二十三年|十二月: the figure is the year of a date."""
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) and self.tokens[i + 1].start == self.tokens[i].end else None
        if after is None or after.figure is None:
            return False
        phrase = self.text[after.figure.number_end : after.end] if after.figure.kind != "date" else self.text[after.end - 1 : after.end]
        return self.language.calendar.get(phrase.strip()) == "month" and after.figure.high <= 12

    def minutes(self, i: int, figure: Figure) -> bool:
        """The minutes of a clock time: 下午三点|二十分."""
        tokens = self.tokens
        hours = tokens[i - 1] if i else None
        if hours is not None and hours.figure is not None and hours.figure.kind == "clock":
            return hours.end == tokens[i].start and figure.high < 60
        after = tokens[i + 1].figure if i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end else None
        if after is None or not figure.words or not after.words or figure.high > 24 or after.high >= 60:
            return False
        return self.text[after.number_end : tokens[i + 1].end] in self.language.sets.get("clock_minutes", ())

    def month(self, i: int) -> bool:
        return self.has(i - 1, "month") or (i >= 2 and self.has(i - 2, "month"))

    def address(self, figure: Figure) -> bool:
        """16-18 High Street."""
        streets = self.language.sets.get("street", ())
        words = self.text[figure.number_end : figure.number_end + 48].split(None, 4)[:4]
        if len(words) > 1 and words[0] in self.language.sets.get("road", ()) and words[1][:1].isdecimal():
            return True                                       # 801 Interstate 20
        for n, word in enumerate(words):
            bare = word.strip(".,;")
            if not bare[:1].isupper():
                return False
            if n and bare in streets:
                return True
            if bare != word:
                return False
        return False

    def aged_name(self, token: Token, figure: Figure) -> bool:
        """Ann Lee 25 has worked there; Lee 25 said: a name, an age, and a word that tells of a person, or only of one."""
        if figure.number_end - token.start != 2 or figure.low < 16:
            return False
        last = self.word_before(token.start)
        given = self.word_before(token.start - 1 - len(last)) if last else ""
        following, sets = _AFTER.match(self.text, figure.number_end), self.language.sets
        word = following["word"] if following is not None else ""
        opening = token.start - 1 - len(last) - (1 + len(given) if given else 0) == self.start
        opening = opening and not given.isupper() and last not in sets.get("person_not", ())      # BBC News 24
        return opening and word in sets.get("person_only", ()) or given in sets.get("given_names", ()) and word in sets["person_verbs"]

    def person_age(self, token: Token) -> bool:
        """Ann Lee, 25, said."""
        text, start, end = self.text, token.start, token.end
        if text[start - 2 : start] != ", " or text[end : end + 1] not in (",", ";") or end - start != 2 or start - self.start < 4:
            return False
        stop = start - 2
        begin = stop
        while begin > max(self.start, stop - 20) and text[begin - 1].isalpha():
            begin -= 1
        if stop - begin < 3 or begin < self.start or begin > self.start and text[begin - 1] != " ":
            return False
        return text[begin].isupper() and not self.common(text[begin:stop])
