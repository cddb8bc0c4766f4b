"""Chinese: the longest known word first.  Numerals are read by ``lexer/zh_numerals``, units and what follows them by ``lexer/zh_units``.

What decides over a word is in ``rules/zh/words.toml``.
"""

from __future__ import annotations

from ...patterns import re
from ...typed import TYPE_CHECKING
from ..lexicon import UNKNOWN
from ..numerals.zh_words import COUNT, HUNDREDTHS, SCALES
from . import Token
from .zh_numerals import NumeralReader
from .zh_scan import ALL_MARKS, DIGIT, FACTOR, HALF, LETTER, MARK, NUMERAL, PASS, TOKEN, WORD, places

if TYPE_CHECKING:
    from ..lexicon import Entry


_HUNDREDTHS = re.compile(HUNDREDTHS)


class ChineseReader(NumeralReader):
    def run(self) -> list[Token]:
        """One search after another finds the places where a word, a figure or a mark may begin; what lies between is unknown."""
        text, end, tokens = self.text, self.end, self.tokens
        search, known = self.language.scan.pattern.search, places(self.language)
        pos = gap = self.pos                                 # from ``gap`` on nothing is known
        while pos < end:
            found = search(text, pos, end)
            if found is None:
                break
            at = found.start()
            act, char, entry, size, longer = known[text[at : at + 2]]
            if longer:
                for word, other in longer:
                    if text.startswith(word, at) and at + len(word) <= end:
                        act, char, entry, size, _ = other
                        break
            if at + size > end:
                act, char, entry, size, _ = known[text[at]]
            if act == PASS:
                pos = at + (size - 1 if size > 1 and text[at + size - 1] in COUNT and self.scaled(at + size) else size or 1)
                continue
            if gap < at:
                if tokens and tokens[-1].char == UNKNOWN or text[gap].isspace() or text[at - 1].isspace():
                    self.unread(gap, at)
                else:
                    tokens.append(Token(UNKNOWN, gap, at))
            if act == TOKEN:
                if entry is None:                            # a mark
                    self.per, size = "", 1
                tokens.append(Token(char, at, at + size, entry))
                pos = gap = at + size
                continue
            self.pos = at
            READERS[act](self, at, size, entry)
            pos = gap = self.pos
        if gap < end:
            self.unread(gap, end)
        self.pos = end
        return tokens

    def scaled(self, pos: int) -> bool:
        """Whether a scale stands at ``pos`` for the digit before it: 每|一百人, 又|一百万; not 统一|百分之三, 同一|百货公司."""
        return self.text[pos : pos + 1] in SCALES and pos < self.end and not self.hides(pos) and _HUNDREDTHS.match(self.text, pos) is None

    def unread(self, start: int, stop: int) -> None:
        """A stretch without a known word, bare of the spaces around it."""
        text = self.text
        if text[start].isspace():
            start = stop - len(text[start:stop].lstrip())
        if start < stop:
            if text[stop - 1].isspace():
                stop = start + len(text[start:stop].rstrip())
            self.unknown(start, stop)

    # What may begin at a character of each kind; ``zh_scan`` knows which.

    def at_figure(self, pos: int, size: int, entry: Entry | None) -> None:
        """A word that is a figure: a multiplier, a period."""
        assert entry is not None
        self.known(entry, pos, pos + size)

    def at_digit(self, pos: int, size: int, entry: Entry | None) -> None:
        if size > 1 and entry is not None:
            self.known(entry, pos, pos + size)
        elif not self.shape():
            self.digits(pos)

    def at_numeral(self, pos: int, size: int, entry: Entry | None) -> None:
        if not self.cjk(pos, size, entry):
            self.at_word(pos, size, entry)

    def at_letter(self, pos: int, size: int, entry: Entry | None) -> None:
        del size, entry
        self.latin(pos)

    def at_mark(self, pos: int, size: int, entry: Entry | None) -> None:
        if entry is not None:
            self.known(entry, pos, pos + size)
            return
        text = self.text
        if text[pos] in ".．" and text[pos + 1 : pos + 2].isdecimal() and pos + 1 < self.end and not (
                pos > self.start and text[pos - 1].isascii() and text[pos - 1].isalnum()):
            self.digits(pos)                                                # .77
            return
        self.mark(ALL_MARKS[text[pos]], pos)
        self.per = ""
        self.pos = pos + 1

    def at_half(self, pos: int, size: int, entry: Entry | None) -> None:
        """个, 分, 对: the one before a half may be left out."""
        if not self.half_word(pos):
            self.at_word(pos, size, entry)

    def at_word(self, pos: int, size: int, entry: Entry | None) -> None:
        if entry is None:
            self.unknown(pos, pos + 1)
            self.pos = pos + 1
        elif self.text[pos] != self.settings.doubler or not self.doubling(pos, size):
            self.known(entry, pos, pos + size)
            if "per_before" in entry.groups:
                self.every(entry, pos + size)

    def mark(self, mark: str, pos: int) -> None:
        """Punctuation; two dashes (3——5) are one."""
        last = self.tokens[-1] if self.tokens else None
        if mark == "-" and last is not None and last.char == "-" and last.end == pos and self.text[pos] in "—-":
            last.end = pos + 1
        else:
            self.tokens.append(Token(mark, pos, pos + 1))

    # -- Latin ------------------------------------------------------------------------------------------------------------------------

    def latin(self, start: int) -> None:
        """A Latin word in Chinese text: a name, a cue (GDP, CAGR), a currency code, a model number."""
        text, stop = self.text, start
        while stop < self.end and text[stop].isascii() and (text[stop].isalpha() or text[stop] == "'"):
            stop += 1
        if stop == start:
            stop = start + 1
        after = text[stop : stop + 1]
        if after.isdecimal() and after.isascii() or text[stop + 1 : stop + 2].isdecimal() and (
                after == "-" or after == "." and stop - start > 1 and text[start:stop].isupper()):      # JN.1
            letter = stop - start == 1 and "." not in text[stop : stop + 4]                # R4线, M777; not M7.8级
            if after not in "-." and not letter and self.currency_before(stop) is not None:
                self.unknown(start, stop)
                self.pos = stop
                return
            while stop < self.end and text[stop].isascii() and (text[stop].isalnum() or text[stop] in ".-"):
                stop += 1
            self.typed("name", start, stop)
            return
        entry = self.words.get(text[start:stop].lower())
        if entry is not None:
            self.known(entry, start, stop)
        else:
            self.unknown(start, stop)
            self.pos = stop


READERS = {FACTOR: ChineseReader.at_figure, LETTER: ChineseReader.at_letter, MARK: ChineseReader.at_mark, NUMERAL: ChineseReader.at_numeral,
           DIGIT: ChineseReader.at_digit, HALF: ChineseReader.at_half, WORD: ChineseReader.at_word}
