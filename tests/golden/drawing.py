"""A report as text: every line of the article that holds a finding, the figures drawn under it with carets."""

from __future__ import annotations

import unicodedata

from factcheck.values import Finding, Report


def width(text: str) -> int:
    """Columns on a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def draw(report: Report) -> str:
    """The whole report; the last line counts."""
    parts = [draw_finding(report.document.text, finding) for finding in report.findings]
    counts = {level: sum(f.severity == level for f in report.findings) for level in ("error", "warning", "note")}
    told = ", ".join(f"{n} {level}{'s' * (n != 1)}" for level, n in counts.items() if n) or "nothing found"
    return "\n".join([*parts, told + "\n"])


def draw_finding(text: str, finding: Finding) -> str:
    """``^`` under the figure that is marked, ``~`` under the others."""
    spans = [(s.start, s.end, "~") for s in finding.spans if (s.start, s.end) != (finding.start, finding.end)]
    spans.append((finding.start, finding.end, "^"))
    first = text.rfind("\n", 0, min(s for s, _, _ in spans)) + 1
    last = text.find("\n", max(e for _, e, _ in spans))
    lines = [f"{finding.code} {finding.name} ({finding.severity}, {finding.verdict})"]
    at = first
    for number, line in enumerate(text[first : last if last >= 0 else len(text)].split("\n"), text.count("\n", 0, first) + 1):
        begin, end = clause(line, [(max(s, at) - at, min(e, at + len(line)) - at) for s, e, _ in spans if s < at + len(line) and e > at])
        marks = [" "] * width(line[begin:end])
        for s, e, sign in spans:
            low, high = max(s - at, begin), min(e - at, end)
            if low < high:
                left = width(line[begin:low])
                marks[left : left + width(line[low:high])] = sign * width(line[low:high])
        lines.append(f"{number:4} | {line[begin:end]}")
        if "".join(marks).strip():
            lines.append(f"     | {''.join(marks).rstrip()}")
        at += len(line) + 1
    lines += [f"     : {line}" for line in finding.derivation]
    lines += [f"     = {finding.message}"]
    return "\n".join(lines) + "\n"


def clause(line: str, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """The sentences of a line that hold the spans; Chinese paragraphs are one long line."""
    if not spans or width(line) <= 150:
        return 0, len(line)
    begin = max(line.rfind(stop, 0, min(s for s, _ in spans)) for stop in "。！？") + 1
    ends = [found for stop in "。！？" if (found := line.find(stop, max(e for _, e in spans))) >= 0]
    return begin, min(ends) + 1 if ends else len(line)
