"""English phrases that run into a figure: "more than one" of "more than one million", "and over" of "40 people and over 30 dogs"."""

from __future__ import annotations

from ...patterns import regex
from ...typed import TYPE_CHECKING
from ..numerals.en_words import FIGURE_AHEAD, HALF_WORD, JOINTS, LAST_WORDS, ONE_WORD, RANGE_OF_ONE, SCALE_AHEAD
from . import DECOY, Figure, Reader, Token

if TYPE_CHECKING:
    from ..lexicon import Entry

REACH = 64                               # `regex` looks for a letter that must come as far ahead as it may
_ONE_OF = regex.compile(r"\s+an?(?=[\s-])", regex.IGNORECASE)
_FIGURE_AHEAD, _SCALE_AHEAD = regex.compile(FIGURE_AHEAD, regex.IGNORECASE), regex.compile(SCALE_AHEAD, regex.IGNORECASE)
_RANGE = regex.compile(RANGE_OF_ONE, regex.IGNORECASE)


class Runs(Reader):
    """Words that are known, and a figure behind them that would be lost in them."""

    def swallows(self, entry: Entry, low: str, tail: str, end: int) -> bool:
        """Whether a phrase of several words would take away a figure that it runs into: "more than one" of "more than one million"."""
        text = self.text
        if entry.hedge_after and not entry.hedge_before and low in JOINTS:
            ahead, rest = _FIGURE_AHEAD.match(text, end, self.end), self.words.get(tail.lstrip())      # 40 people and over 30 dogs
            return ahead is not None and (ahead["to"] is not None or rest is not None and bool(rest.hedge_before))
        if not tail.endswith(LAST_WORDS):
            return False
        if _SCALE_AHEAD.match(text, end, self.end):
            return True                                       # at least one hundred, the half million
        return text[end : end + 1] == "-" and entry.groups == DECOY and tail.endswith(HALF_WORD) \
            and self.language.unit_at(text, end, self.end, None) is not None                    # the half-hour show

    def known(self, entry: Entry, start: int, stop: int) -> None:
        """"More than half" is a cue (most) and a figure at once."""
        if "over_half" not in entry.groups:
            one = stop - len(ONE_WORD)
            if entry.hedge_before and one > start and self.low.startswith(ONE_WORD, one - self.start) and self.counts_one(stop):
                self.tokens.append(Token(entry.char, start, one - 1, entry))                    # at least one person
                self.pos = one
                return
            if entry.scale >= 1000 and stop - start > 4 and self.bare_scale(entry.scale, start, stop):
                return
            super().known(entry, start, stop)
            return
        half = stop - len(HALF_WORD)
        hedge = self.words.get(self.low[start - self.start : half - self.start].strip())
        if hedge is not None and self.low.startswith(HALF_WORD, half - self.start) and _ONE_OF.match(self.text, stop, self.end):
            super().known(hedge, start, half)                 # more than half a million, over half an hour
            return
        figure = Figure(0.5, 0.5, 0.0, 1, stop)
        figure.words, figure.more, figure.kind = True, "above", "half"
        self.tokens.append(Token(entry.char, start, stop, entry, figure))
        self.pos = stop

    def counts_one(self, stop: int) -> bool:
        """Whether "one" counts what stands behind ``stop``: one person, one in ten."""
        return self.language.unit_at(self.text, stop, self.end, None) is not None or _RANGE.match(
            self.text, stop, min(self.end, stop + REACH)) is not None

    def bare_scale(self, scale: float, start: int, stop: int) -> bool:
        """Thousand litres of it, about million dollars: the article left out, where nothing else could count."""
        last = self.tokens[-1] if self.tokens else None
        hedged = last is not None and last.entry is not None and "hedge" in last.entry.groups
        if self.text[stop - 1] == "s" or not (start == self.start or hedged):
            return False
        unit = self.language.unit_at(self.text, stop, self.end, None)
        if unit is None or unit[0].dimension[:6] == "count:" or self.text[unit[1] - 1] != "s":
            return False
        figure = Figure(scale, scale, scale / 2, 1, stop)
        figure.words = True
        self.finish(start, stop, figure)
        return True
