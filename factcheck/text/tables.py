"""Tables in Markdown, HTML, CSV and TSV: rows of cells with their places, nothing read yet.

A table is found by its shape: a line of dashes between bars, ``<table>``, or at least three lines in a row that hold the same number of
tabs or commas and hardly anything but figures behind the first cell.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..frozen import Frozen
from ..patterns import regex

MOST_ROWS, MOST_COLUMNS = 5000, 60
_RULE = regex.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*+\|?[ \t]*$")
_TABLE = regex.compile(r"<table\b[^>]*>(.*?)</table\s*>", regex.I | regex.S)
_ROW = regex.compile(r"<tr\b[^>]*>(.*?)(?=</tr\s*>|<tr\b|\Z)", regex.I | regex.S)
_CELL = regex.compile(r"<t([hd])\b([^>]*)>(.*?)(?=</t[hd]\s*>|<t[hd]\b|\Z)", regex.I | regex.S)
_SPAN = regex.compile(r"\b(col|row)span\s*=\s*[\"']?\s*(\d+)", regex.I)
_MARKED_ROW = regex.compile(r"\x1e[^\x1d\x1e]*+")
_MARKED_CELL = regex.compile(r"([\x1c\x1f])([^\x1c-\x1f]*+)")
_TAG = regex.compile(r"<[^<>]*>")
_MARKUP = " \t\r\n\x0b\x0c*_`~\u00a0"
_COMMAS = regex.compile(r"(?m)(?:^[^,\n]{0,80}+(?:,(?! )[^,\n]{0,60}+){2,}+$\n?){3,}+")
_YEAR = regex.compile(r"(?:19|20)\d\d$")
_FIGURE_CELL = regex.compile(r"\s*[\"(]?[-+−–]?[$£€¥]?\s?[\d.,]+\s?[%％]?[)\"]?\s*$|\s*[-–—]?\s*$")


class Cell(Frozen):
    """A stretch of the document without its markup."""

    start: int
    end: int
    text: str
    indent: int = 0


class Table(Frozen):
    """Rows of equal length; the first ``heads`` of them are headers."""

    rows: tuple[tuple[Cell, ...], ...]
    heads: int


def find(text: str, *, delimited: bool = False) -> Iterator[Table]:
    """Every table of the text.  ``delimited``: it is a CSV or TSV file."""
    if "|" in text:
        yield from _markdown(text)
    if "<t" in text or "<T" in text:
        yield from _html(text)
    if "\x1d" in text:
        yield from _marked(text)
    if "\t" in text:
        yield from _delimited(text, "\t")
    if delimited and "," in text:
        yield from _delimited(text, ",")
    elif "\n" in text and text.count(",") - text.count(", ") >= 6:           # three lines of three cells
        for found in _COMMAS.finditer(text):
            yield from _delimited(text, ",", found.start(), found.end())


def _cell(text: str, start: int, end: int) -> Cell:
    begin = start
    while start < end and text[start] in _MARKUP:
        start += 1
    while end > start and text[end - 1] in _MARKUP:
        end -= 1
    return Cell(start, end, text[start:end], sum(2 if c in "\t\u00a0" else 1 for c in text[begin:start]))


def _table(rows: list[list[Cell]], heads: int) -> Table | None:
    width = max((len(row) for row in rows), default=0)
    if not 2 <= width <= MOST_COLUMNS or not heads + 2 <= len(rows) <= MOST_ROWS or any(abs(len(row) - width) > 1 for row in rows):
        return None
    padded = tuple(tuple(row + [Cell(row[-1].end, row[-1].end, "")] * (width - len(row))) for row in rows)
    return Table(padded, heads)


def _lines(text: str, sign: str, at: int = 0, stop: int = -1) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines that hold the sign, as places."""
    run: list[tuple[int, int]] = []
    stop = len(text) if stop < 0 else stop
    while at < stop:
        close = text.find("\n", at, stop)
        close = stop if close < 0 else close
        if text.find(sign, at, close) >= 0:
            run.append((at, close))
        elif run:
            yield run
            run = []
        at = close + 1
        if not run:                              # on to the next line with a sign
            found = text.find(sign, at, stop)
            if found < 0:
                break
            at = max(at, text.rfind("\n", at, found) + 1)
    if run:
        yield run


def _markdown(text: str) -> Iterator[Table]:
    for run in _lines(text, "|"):
        for k, (start, end) in enumerate(run):
            if k and "-" in text[start:end] and _RULE.match(text, start, end):
                rows = [_bars(text, *place) for place in (run[k - 1], *run[k + 1 :])]
                table = _table(rows, 1)
                if table is not None:
                    yield table
                break


def _bars(text: str, start: int, end: int) -> list[Cell]:
    while start < end and text[start] in " \t":
        start += 1
    while end > start and text[end - 1] in " \t\r":
        end -= 1
    if text[start : start + 1] == "|":
        start += 1
    if end > start and text[end - 1] == "|" and text[end - 2 : end - 1] != "\\":
        end -= 1
    cells, at = [], start
    for k in range(start, end):
        if text[k] == "|" and text[k - 1] != "\\":
            cells.append(_cell(text, at, k))
            at = k + 1
    cells.append(_cell(text, at, end))
    return cells


class Spread(Frozen):
    """A cell with the columns and rows that it stands over."""

    cell: Cell
    columns: int = 1
    rows: int = 1


def _spread(rows: list[list[Spread]]) -> list[list[Cell]]:
    """Cells over several columns or rows are repeated there: their words, not their figures."""
    grid: list[list[Cell]] = []
    below: dict[int, tuple[int, Cell]] = {}                   # column → rows still covered, by which cell
    for row in rows:
        cells: list[Cell] = []
        covered, below = below, {}
        for spread in [*row, None]:
            while len(cells) in covered:
                left, cell = covered.pop(len(cells))
                if left > 1:
                    below[len(cells)] = (left - 1, cell)
                cells.append(cell)
            if spread is None:
                break
            shown = spread.cell
            copy = Cell(shown.end, shown.end, "") if any(c.isdigit() for c in shown.text) and grid else shown
            for k in range(min(spread.columns, MOST_COLUMNS)):
                if spread.rows > 1:
                    below[len(cells)] = (spread.rows - 1, copy)
                cells.append(copy if k else shown)
        grid.append(cells)
    return grid


def _html(text: str) -> Iterator[Table]:
    for found in _TABLE.finditer(text):
        rows: list[list[Spread]] = []
        heads = 0
        for row in _ROW.finditer(text, found.start(1), found.end(1)):
            cells: list[Spread] = []
            header = True
            for cell in _CELL.finditer(text, row.start(1), row.end(1)):
                spans = {kind.lower(): int(count) for kind, count in _SPAN.findall(cell[2])}
                start, end = _inside(text, cell.start(3), cell.end(3))
                cells.append(Spread(_cell(text, start, end), spans.get("col", 1), spans.get("row", 1)))
                header = header and cell[1] in "hH"
            if cells:
                heads += header and len(rows) == heads
                rows.append(cells)
        table = _even(rows, heads)
        if table is not None:
            yield table


def _even(rows: list[list[Spread]], heads: int) -> Table | None:
    """The table, if its rows are of one length once cells over several places are spread."""
    grid = _spread(rows)
    spread = any(cell.columns > 1 or cell.rows > 1 for row in rows for cell in row)
    return None if not grid or spread and len({len(row) for row in grid}) > 1 else _table(grid, max(heads, 1))


def _marked(text: str) -> Iterator[Table]:
    """Tables that the reader of HTML files left as control characters."""
    start = text.find("\x1d")
    while start >= 0:
        end = text.find("\x1d", start + 1)
        end = len(text) if end < 0 else end
        rows: list[list[Spread]] = []
        heads = 0
        for row in _MARKED_ROW.finditer(text, start, end):
            cells = []
            for cell in _MARKED_CELL.finditer(text, row.start(), row.end()):
                columns, below = cell[2].count("\x0b") + 1, cell[2].count("\x0c") + 1
                inside = _cell(text, cell.start(2), cell.end(2))
                indent = 2 * text.count("\u00a0", cell.start(2), inside.start)         # blanks are what the tag left
                cells.append(Spread(Cell(inside.start, inside.end, inside.text, indent), columns, below))
            if cells:
                heads += heads == len(rows) and "\x1f" not in row.group()
                rows.append(cells)
        table = _even(rows, heads) if "\x0e" not in text[start:end] else None
        if table is not None and len({len(row) for row in _spread(rows)}) == 1:
            yield table
        start = text.find("\x1d", end) if end < len(text) else -1


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """The longest stretch of a cell between its tags."""
    best, at = (start, start), start
    for tag in _TAG.finditer(text, start, end):
        if len(text[at : tag.start()].strip()) > len(text[best[0] : best[1]].strip()):
            best = (at, tag.start())
        at = tag.end()
    return (at, end) if len(text[at:end].strip()) > len(text[best[0] : best[1]].strip()) else best


def _delimited(text: str, sign: str, start: int = 0, stop: int = -1) -> Iterator[Table]:
    for run in _lines(text, sign, start, stop):
        group: list[list[Cell]] = []
        for place in [*run, (-1, -1)]:
            cells = _split(text, *place, sign) if place[0] >= 0 else []
            if group and len(cells) != len(group[0]):
                if _figures(group, sign):
                    table = _table(group, 1)
                    if table is not None:
                        yield table
                group = []
            if len(cells) > (1 if sign == "\t" else 2):
                group.append(cells)


def _split(text: str, start: int, end: int, sign: str) -> list[Cell]:
    cells, at, quoted = [], start, False
    for k in range(start, end):
        if text[k] == '"' and sign == ",":
            quoted = not quoted
        elif text[k] == sign and not quoted and not (sign == "," and text[k + 1 : k + 2] == " "):
            cells.append(_unquoted(text, at, k))
            at = k + 1
    cells.append(_unquoted(text, at, end))
    return cells


def _unquoted(text: str, start: int, end: int) -> Cell:
    cell = _cell(text, start, end)
    if len(cell.text) > 1 and cell.text[0] == cell.text[-1] == '"':
        return _cell(text, cell.start + 1, cell.end - 1)
    return cell


def _figures(rows: list[list[Cell]], sign: str) -> bool:
    """Whether lines with so many commas or tabs are a table: figures behind their first cells, words in their first line."""
    if len(rows) < 3 or any(cell.text and _FIGURE_CELL.match(cell.text) and not _YEAR.match(cell.text) for cell in rows[0][1:]):
        return False
    cells = [cell.text for row in rows[1:] for cell in row[1:]]
    return sum(bool(_FIGURE_CELL.match(cell)) for cell in cells) >= (0.6 if sign == "," else 0.4) * len(cells)
