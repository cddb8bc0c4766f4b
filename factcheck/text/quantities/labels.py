"""Numbers behind a word that numbers things: Chapter 3, pages 12, 14 and 15, Eq. (12)."""

from __future__ import annotations

from ...patterns import re
from ..lexer import Figure
from .sentence import Tokens

LISTED = 24                               # tokens of a list of what is numbered
LISTING = ("labels", "and", "or")
LARGEST_VERSION = 100
_DECIMAL = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}")


class Labels(Tokens):
    def plural(self, i: int) -> bool:
        """Whether the figure counts several of something, and no capitalised label (Route 66 runs …) says otherwise."""
        text, token = self.text, self.tokens[i]
        last = text[token.end - 2 : token.end]
        return last[1:] == "s" and last not in ("ss", "us") and not (i and text[self.tokens[i - 1].start].isupper())

    def labelled(self, i: int) -> bool:
        """Chapter 3, No. 5: a word that numbers things stands before it; nothing has the number 3.0 million."""
        token = self.tokens[i]
        if token.figure is not None and token.figure.scale > 1 and " " in self.text[token.start : token.figure.number_end]:
            return False
        if token.figure is not None and self.totalled(i, token.figure):
            return False
        if self.before(i, ("label",)) or token.figure is not None and token.figure.low != token.figure.high and self.before(i, ("labels",)):
            return self.gap(i - 1, i) <= 2                    # weeks 1-4
        if i and self.label_list(i):
            return True
        if i > 1 and self.tokens[i - 1].char == "-" and self.has(i - 2, "label"):
            return self.gap(i - 2, i - 1) == self.gap(i - 1, i) == 0                     # tier-1 capital
        if i > 1 and self.tokens[i - 1].char == "." and self.has(i - 2, "label") and self.gap(i - 2, i) <= 2:
            return True
        return token.figure is not None and self.version(i, token.figure)

    def version(self, i: int, figure: Figure) -> bool:
        """Version 2.0 is faster than 1.9: a decimal like that of a version before it, behind a word that compares or joins."""
        sets = self.language.sets
        if figure.unit is not None or figure.scale != 1 or figure.high >= LARGEST_VERSION or not i:
            return False
        led = self.word(i - 1).rpartition(" ")[2] in sets.get("version_led", ())
        if not led or not _DECIMAL.fullmatch(self.text, self.tokens[i].start, figure.number_end):
            return False
        for k in range(i - 1, max(0, i - LISTED), -1):
            before = self.tokens[k].figure
            if before is not None and before.kind == "reference" and _DECIMAL.fullmatch(
                    self.text, self.tokens[k].start, before.number_end) and self.word(k - 1) in sets["version_words"]:
                return True
        return False

    def label_list(self, i: int) -> bool:
        """Pages 12, 14 and 15; sections 3 and 5; Eq. (12): one of several that a plural label numbers, or in brackets behind one."""
        tokens, figure = self.tokens, self.tokens[i].figure
        char, entry = tokens[i - 1].char, tokens[i - 1].entry
        if char not in (",", "(") and (entry is None or entry.groups.isdisjoint(LISTING)):
            return False
        if figure is None or figure.unit is not None or figure.scale != 1 or figure.words or figure.high >= 1000:
            return False
        if char == "(":
            closed = i > 1 and i + 1 < len(tokens) and tokens[i + 1].char == ")"
            return closed and (self.has(i - 2, "label_bracket") or tokens[i - 2].char == "." and self.has(i - 3, "label_bracket"))
        if self.before(i, ("labels",)):
            k = self.enumerated(i, 1)
            after = tokens[k].figure if k else None
            return after is not None and after.unit is None and not after.kind and after.scale == 1 and after.high < 1000
        k = self.enumerated(i, -1)
        first, start = tokens[k].figure if k else None, k
        while first is not None and first.kind == "reference" and i - start < LISTED:
            if self.has(start - 1, "labels") or tokens[start - 1].char in (".", "(") and self.has(start - 2, "labels"):
                return True
            start = self.enumerated(start, -1)
            first = tokens[start].figure if start else None
        return False

    def enumerated(self, i: int, step: int) -> int:
        """Index of the figure beside ``i`` in a list (3, 5 and 7), 0 if there is none."""
        k = i + step
        for _ in range(2):
            if 0 < k < len(self.tokens) and (self.tokens[k].char == "," or self.has(k, "and") or self.has(k, "or")):
                k += step
        return k if k != i + step and 0 < k < len(self.tokens) and self.tokens[k].figure is not None else 0

    def totalled(self, i: int, figure: Figure) -> bool:
        """"Its members number 5,200": a label that is a verb behind several of something, and a figure too large for a label."""
        if not i or figure.scale == 1 and "," not in self.text[self.tokens[i].start : figure.number_end]:
            return False
        text, sets, at = self.text, self.language.sets, i - 1
        if self.word(at) not in sets.get("label_verbs", ()):
            return False
        while at and self.word(at - 1) in sets.get("label_adverbs", ()):
            at -= 1
        start = self.tokens[at].start
        if at and self.word(at - 1) in sets.get("label_subjects", ()):
            return True
        return text[start - 2 : start - 1] == "s" and text[start - 3 : start - 1] not in ("ss", "us", "is")

    def word(self, i: int) -> str:
        return self.text[self.tokens[i].start : self.tokens[i].end].lower()
