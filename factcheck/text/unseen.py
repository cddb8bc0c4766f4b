"""A text without what no reader sees in it, and the way back to where everything stood.

Readers of formats put ``GONE`` where markup stood inside a line ("<b>25</b> million"), and ``REST`` behind a character that several
characters of the source stand for ("25&nbsp;million", "50\\%").  Texts from the web hold soft hyphens and joiners of no width.  A figure
goes on across all of them, so that they are left out before anything is read; every offset is then moved back to the original text.

So are marks of bold print ("**25** million"), numbers of footnotes ("25 million[3]") and the blanks that some put between Han characters
and digits (在 2012 年): words about a figure are looked for beside it.  Digits of full width (２０１２年) are read as the digits that they
are, and blanks at which no line may break as blanks.
"""

from __future__ import annotations

from bisect import bisect_right

from ..frozen import replace
from ..patterns import re
from ..values import GONE, REST, Block, Claim, Document, Finding, Quantity, Report, Span
from .document import parse

_FILLERS = GONE + REST
_UNSEEN = "\u00ad\u2060\ufeff"                   # soft hyphen, word joiner, byte order mark: all between two characters but two figures
_BREAK = "\u200b"                               # a space of no width, which may part words
_BOLD = r"(?<![*0-9])\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?![*0-9])"         # two digits around it are a base and its power
_CITED = r"(?<=[^\s\[(])\[[0-9]{1,3}\](?!\()"      # the number of a footnote
_HAN = "\u4e00-\u9fff"
_APART = f"(?<=[{_HAN}])[ \u00a0](?=[0-9])|(?<=[0-9])[ \u00a0](?=[{_HAN}])"
_RUNS = re.compile(
    f"[{_FILLERS}]+|(?<![0-9])[{_UNSEEN}]+|(?<=[0-9])[{_UNSEEN}]+(?![0-9])"
    f"|(?<![A-Za-z0-9]){_BREAK}+|(?<=[A-Za-z0-9]){_BREAK}+(?![A-Za-z0-9])|{_BOLD}|{_APART}|{_CITED}"
)
_FOOTNOTE = re.compile(_CITED)
_WIDE = "０１２３４５６７８９"
_MARKS, SHORT = "，。、；：", 500                # marks of Chinese; characters of a text that may have none of them
_BLANKS = "\u00a0\u202f"
_FIXED = re.compile(f"[{_BLANKS}](?![0-9])|(?<![0-9])[{_BLANKS}]")
_SPACED = re.compile(_APART)
_JOINING = re.compile("(?<=[０-９])(?:[．／]|，(?=[０-９]{3}(?![０-９])))(?=[０-９])")
JOINED = {"．": ".", "／": "/", "，": ","}
_NARROW = {ord(wide): narrow for wide, narrow in zip(_WIDE, "0123456789", strict=True)}


def holds(text: str) -> bool:
    """Whether there is anything to leave out."""
    if "**" in text or "]" in text and _FOOTNOTE.search(text) is not None:
        return True
    if text.isascii():
        return any(sign in text for sign in _FILLERS)
    if any(sign in text for sign in _FILLERS + _UNSEEN + _BREAK + _BLANKS + _WIDE):
        return True
    return (len(text) < SHORT or any(mark in text for mark in _MARKS)) and _SPACED.search(text) is not None


class Shortened:
    """A document without what is unseen, and the way back from its offsets to those of the original."""

    def __init__(self, original: Document) -> None:
        self.original = original
        text, pieces = original.text, []
        self._from, self._by = [0], [0]         # from an offset of the short text on, the original is so many characters ahead
        at = short = 0
        for run in _RUNS.finditer(text):
            low, high = run.span()
            pieces.append(text[at:low])
            short += low - at
            at = high
            self._from.append(short)
            self._by.append(self._by[-1] + high - low)
        pieces.append(text[at:])
        self.document = parse(_narrow("".join(pieces)), path=original.path, lang=original.lang, date=original.date)

    def span(self, start: int, end: int) -> Span:
        """A stretch of the short text in the original, to the end of what its last character stands for."""
        first = self._original(start)
        last = self._original(end - 1) + 1 if end > start else first
        while self.original.text[last:last + 1] == REST:
            last += 1
        return Span(first, last)

    def report(self, report: Report) -> Report:
        """What was found in the short text, told of the original."""
        return Report(
            replace(self.original, date=report.document.date, blocks=tuple(self._block(block) for block in report.document.blocks)),
            tuple(map(self._quantity, report.quantities)), tuple(map(self._claim, report.relations)),
            tuple(map(self._finding, report.findings)), lambda: [self._claim(claim) for claim in report.singles()],
        )

    def _original(self, offset: int) -> int:
        return offset + self._by[bisect_right(self._from, offset) - 1]

    def _block(self, block: Block) -> Block:
        start, end = self.span(block.start, block.end)
        return replace(block, start=start, end=end)

    def _quantity(self, quantity: Quantity) -> Quantity:
        start, end = self.span(quantity.start, quantity.end)
        return replace(quantity, start=start, end=end, text=self._printed(start, end, quantity.text))

    def _printed(self, start: int, end: int, read: str) -> str:
        """A stretch of the original as it stands, soft hyphens and all; where there is markup in it, as it is read."""
        printed = self.original.text[start:end]
        return read if GONE in printed or REST in printed else printed

    def _claim(self, claim: Claim) -> Claim:
        start, end = self.span(claim.start, claim.end)
        text = claim.text if claim.options.get("scope") else self._printed(start, end, claim.text)
        roles = tuple((role, self._quantity(quantity)) for role, quantity in claim.roles)
        return replace(claim, start=start, end=end, text=text, roles=roles)

    def _finding(self, finding: Finding) -> Finding:
        start, end = self.span(finding.start, finding.end)
        return replace(finding, start=start, end=end, spans=tuple(self.span(*span) for span in finding.spans),
                       claim=self._claim(finding.claim) if finding.claim is not None else None)


def _narrow(text: str) -> str:
    """With digits of common width, marks between them too, and blanks at which a line may break."""
    text = _FIXED.sub(" ", text)
    if not any(digit in text for digit in _WIDE):
        return text
    return _JOINING.sub(lambda hit: JOINED[hit[0]], text).translate(_NARROW)
