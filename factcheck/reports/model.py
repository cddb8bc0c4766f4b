"""What a report is made of: files checked, where things are in them, and what adds up over a run.

Plain classes: making a dataclass costs a millisecond, and this is on the path of every start.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ..typed import NamedTuple
from ..values import GONE, REST, SEVERITIES, Claim, Finding, Report, Span


class Place:
    """Offsets to lines and columns, 1-based, in code points.  A line ends with LF, CRLF or CR."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        if self._starts is None:
            starts, text = [0], self.text
            at = text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = text.find("\n", at + 1)
            if "\r" in text:
                starts += [i + 1 for i, c in enumerate(text) if c == "\r" and text[i + 1:i + 2] != "\n"]
                starts.sort()
            self._starts = starts
        return self._starts

    def of(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line_span(self, line: int) -> Span:
        """Where a line's own text starts and ends, its line ending left out."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)


class Counts(NamedTuple):
    """What a summary needs to know of a file besides its findings."""

    figures: int
    verdicts: dict[str, int]                    # of all claims

    @property
    def claims(self) -> int:
        return sum(self.verdicts.values())


LONGEST = 2000                                  # characters on either side of a figure in which its sentence is looked for


class Checked:
    """One file and its report.  ``text`` is the file's own text; the report's document may have markup blanked, at the same length."""

    def __init__(
        self, path: str, text: str, report: Report, raw: bytes = b"", encoding: str = "utf-8", counts: Counts | None = None
    ) -> None:
        self.path, self.text, self.report, self.raw, self.encoding = path, text, report, raw, encoding
        self.place = Place(text)
        self._counts = counts

    @property
    def counts(self) -> Counts:
        """As remembered, or counted now."""
        if self._counts is None:
            verdicts: dict[str, int] = {}
            for claim in self.report.claims:
                verdicts[claim.verdict] = verdicts.get(claim.verdict, 0) + 1
            self._counts = Counts(sum(1 for q in self.report.quantities if not q.hidden), verdicts)
        return self._counts

    def sentence(self, start: int, end: int) -> Span:
        """The sentence around a stretch of text, inside its paragraph; single line breaks are only spaces."""
        text = self.report.document.text
        low, high = next(((b.start, b.end) for b in self.report.document.blocks if b.start <= start < b.end), self._line_around(start))
        low, high = max(low, start - LONGEST), min(max(high, end), end + LONGEST)
        first, last = start, max(end, start + 1)
        while first > low and not _ends_sentence(text, first - 1):
            first -= 1
        while last < high and not _ends_sentence(text, last - 1):
            last += 1
        while last < high and text[last] in _CLOSERS:
            last += 1
        while first < start and (text[first].isspace() or text[first] in _CLOSERS):
            first += 1
        while last > end and (text[last - 1].isspace() or text[last - 1] == GONE):
            last -= 1
        return Span(first, last)

    def _line_around(self, offset: int) -> Span:
        return self.place.line_span(self.place.of(offset)[0])

    def sentence_text(self, start: int, end: int) -> str:
        """The same as one line of words, markup left out."""
        return " ".join(self.report.document.text[slice(*self.sentence(start, end))].translate(_SEEN).split())


_CLOSERS = "”’」』）)]\"'»" + GONE + REST
_SEEN = dict.fromkeys(map(ord, GONE + REST))


def _ends_sentence(text: str, at: int) -> bool:
    char = text[at]
    if char in "。！？":
        return True
    if char == "\n":                            # behind an empty line another paragraph begins
        before = at - 1
        while before >= 0 and text[before] in " \t\r":
            before -= 1
        return before < 0 or text[before] == "\n"
    if char not in ".!?":
        return False
    while text[at + 1:at + 2] in (GONE, REST):
        at += 1
    return text[at + 1:at + 2].isspace() and not text[at + 2:at + 3].islower()


class Summary:
    """The run so far."""

    def __init__(self) -> None:
        self.files = self.failed = self.figures = 0
        self.findings = dict.fromkeys(reversed(SEVERITIES), 0)
        self.codes: dict[str, tuple[str, int]] = {}             # code -> its name, how often
        self.verdicts: dict[str, int] = {}
        self.langs: dict[str, int] = {}
        self.milliseconds: float | None = None                  # only where a person watches; reports are the same for the same input

    def add(self, checked: Checked) -> None:
        report = checked.report
        self.files += 1
        self.figures += checked.counts.figures
        self.langs[report.document.lang] = self.langs.get(report.document.lang, 0) + 1
        for finding in report.findings:
            self.findings[finding.severity] += 1
            self.codes[finding.code] = (finding.name, self.codes.get(finding.code, ("", 0))[1] + 1)
        for verdict, number in checked.counts.verdicts.items():
            self.verdicts[verdict] = self.verdicts.get(verdict, 0) + number

    @property
    def claims(self) -> int:
        return sum(self.verdicts.values())


class Context(NamedTuple):
    """What a report may say about the run besides its files."""

    version: str
    what: str = "findings"                      # or "claims"
    message_lang: str = "auto"
    settings: Mapping[str, object] = MappingProxyType({})
    statistics: bool = False
    quiet: bool = False
    csv_bom: bool = False

    def lang(self, langs: Mapping[str, int]) -> str:
        """The language of what is said about the whole: Chinese when no article is in another language."""
        if self.message_lang != "auto":
            return self.message_lang
        return "zh" if langs and set(langs) == {"zh"} else "en"


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as a reader meets them."""
    return sorted(findings, key=lambda f: (f.start, f.end, f.code))


def claims_in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims as a reader meets them, a relation before its figures."""
    return sorted(claims, key=lambda c: (c.start, c.relation == "", c.end, c.relation))
