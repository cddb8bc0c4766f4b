"""What pandas does not tell of an Excel sheet: merged cells, which read as one value and many blanks, and formulas without a value."""

from __future__ import annotations

import re
from zipfile import BadZipFile, ZipFile

from .layer import TableError

MERGED = re.compile(r'<mergeCell[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
UNCOMPUTED = re.compile(r'<c\b[^>]*\br="([A-Z]+)(\d+)"[^>]*><f\b[^>]*?(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>')
SHEET = re.compile(r'<sheet\b[^>]*\bname="([^"]*)"[^>]*\br:id="([^"]*)"')
TARGET = re.compile(r'<Relationship\b(?=[^>]*\bId="([^"]*)")(?=[^>]*\bTarget="/?(?:xl/)?([^"]*)")')


def refuse_unsound(path: str, sheet: int | str = 0) -> None:
    """TableError at the first such cell of a sheet (by place or name); a file that is no workbook is left to pandas."""
    try:
        with ZipFile(path) as book:
            text = _sheet(book, sheet)
    except (OSError, BadZipFile, KeyError, UnicodeDecodeError, IndexError, StopIteration):
        return
    places = sorted((int(row), column, f"{column}{row}:{other}{last}") for column, row, other, last in MERGED.findall(text))
    if places:
        row, column, cells = places[0]
        raise TableError(path, row, column, f"{cells} is one merged cell: unmerge it, and give every row its own value")
    if formula := UNCOMPUTED.search(text):
        column, row = formula[1], int(formula[2])
        raise TableError(path, row, column, "a formula that was never computed: open and save the workbook, or paste values only")


def _sheet(book: ZipFile, sheet: int | str) -> str:
    names = SHEET.findall(book.read("xl/workbook.xml").decode("utf-8"))
    wanted = next(part for name, part in names if name == sheet) if isinstance(sheet, str) else names[sheet][1]
    targets = dict(TARGET.findall(book.read("xl/_rels/workbook.xml.rels").decode("utf-8")))
    return book.read(f"xl/{targets[wanted]}").decode("utf-8")
