"""The lines of an article that a finding stands in, with its figures underlined, cut to the width of the terminal."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from ..typed import NamedTuple
from ..values import Finding, Span
from .model import Checked
from .style import Style, columns, printable, printable_char

CONTEXT = 14                                    # columns kept on either side of a figure when a line must be cut to pieces
FAR = 4                                         # widths of the terminal on either side beyond which nothing of a line is looked at


class Line(NamedTuple):
    """One line of the article as shown, and the line of marks under it."""

    number: int
    shown: str
    marks: str


def lines(checked: Checked, finding: Finding, style: Style, width: int) -> list[Line]:
    """Every line that holds a figure of the finding, in order; ``^`` under the figure that is marked, ``~`` under the others."""
    marked = Span(finding.start, max(finding.end, finding.start + 1))
    by_line: dict[int, list[Span]] = {}
    for span in {marked, *(Span(*s) for s in finding.spans)}:
        start, last = checked.place.of(span.start)[0], checked.place.of(max(span.end - 1, span.start))[0]
        for number in range(start, last + 1):
            low, high = checked.place.line_span(number)
            if part := _clip(span, Span(low, high)):
                by_line.setdefault(number, []).append(part)
    return [_line(checked, number, sorted(spans), marked, style, width) for number, spans in sorted(by_line.items())]


def _line(checked: Checked, number: int, spans: list[Span], marked: Span, style: Style, width: int) -> Line:
    whole = checked.place.line_span(number)
    while whole.start < spans[0].start and checked.text[whole.start].isspace():
        whole = Span(whole.start + 1, whole.end)
    ranges = _visible(checked, whole, spans, marked, width)
    cut = style.sign("…")
    shown, marks = "", ""
    at = whole.start
    for low, high in ranges:
        gap = "" if low <= at else f"{cut} " if not shown else f" {cut} "
        shown, marks = shown + gap, marks + " " * columns(gap)
        edges = sorted({low, high, *(edge for span in (*spans, marked) for edge in span if low < edge < high)})
        for start, end in pairwise(edges):
            text = printable(checked.text[start:end])
            mark = "^" if marked.start <= start < marked.end else "~" if any(s.start <= start < s.end for s in spans) else " "
            shown, marks = shown + text, marks + mark * columns(text)
        at = high
    while at < whole.end and checked.text[at].isspace():
        at += 1
    if at < whole.end:
        shown += f" {cut}"
    return Line(number, shown, marks.rstrip())


def _visible(checked: Checked, whole: Span, spans: list[Span], marked: Span, width: int) -> list[Span]:
    """The stretches of a line to show: all of it, or the sentence, or what fits around the figures, or each figure with some context."""
    hull = Span(spans[0].start, max(s.end for s in spans))
    near = Span(max(whole.start, hull.start - FAR * width), min(whole.end, hull.end + FAR * width))
    reach = [0]                                 # columns up to each character of the line
    line = checked.text[slice(*near)]
    if line.isascii() and line.isprintable():
        reach = list(range(len(line) + 1))
    else:
        for char in line:
            reach.append(reach[-1] + columns(printable_char(char)))

    def wide(low: int, high: int) -> int:
        return reach[high - near.start] - reach[low - near.start]

    if near == whole and wide(*whole) <= width:
        return [whole]
    room = width - 4                            # for the signs that something was cut
    sentence = _clip(checked.sentence(*hull), near) or hull
    if wide(*sentence) <= room:
        return [sentence]
    if wide(*hull) <= room:
        return [_grow(hull, sentence, room, wide)]
    main = _clip(marked, near) or spans[0]
    kept: list[Span] = []
    used = 0
    for span in (main, *(s for s in spans if s != main)):
        piece = _grow(span, near, min(wide(*span) + 2 * CONTEXT, max(room, 8)), wide)
        used += wide(*piece) + 3
        if kept and used > room:
            break
        kept.append(Span(piece.start, max(piece.end, span.start + 1)))
    return _merge(kept)


def _grow(span: Span, limits: Span, room: int, wide: Callable[[int, int], int]) -> Span:
    """The span widened on both sides as far as room and limits allow; cut at its end if it is too long itself."""
    low, high = span
    while high > low + 1 and wide(low, high) > room:
        high -= max(1, (high - low) // 16)
    used = wide(low, high)
    moved = True
    while moved:
        moved = False
        for step_low, step_high in ((1, 0), (0, 1)):
            new_low, new_high = low - step_low, high + step_high
            if new_low < limits.start or new_high > limits.end:
                continue
            cost = wide(new_low, low) + wide(high, new_high)
            if used + cost <= room:
                low, high, used, moved = new_low, new_high, used + cost, True
    return Span(low, high)


def _merge(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + 2:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _clip(span: Span, limits: Span) -> Span | None:
    low, high = max(span.start, limits.start), min(span.end, limits.end)
    return Span(low, high) if low < high else None
