"""The CSV files of a table, read line by line: every defect is told with file, row and column."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from math import isfinite

from ..typed import TYPE_CHECKING
from .layer import TableError, not_utf8

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a CSV file, with where it stands."""

    path: str
    row: int
    fields: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name) or ""

    def error(self, column: str, problem: str) -> TableError:
        return TableError(self.path, self.row, column, problem)

    def number(self, column: str, default: float) -> float:
        text = self[column]
        if not text:
            return default
        try:
            value = float(text)
        except ValueError:
            hint = ". A formula is not a value: paste values only" if text.startswith("=") else ""
            raise self.error(column, f"{text!r} is not a number{hint}") from None
        if not isfinite(value):
            raise self.error(column, f"{text!r} is not a finite number")
        return value


def read(path: str) -> Iterator[Record]:
    """The records of a CSV file (UTF-8, with or without a mark).  TableError on what is not one."""
    row = 1
    try:
        with open(path, encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            header = next(reader, None)
            if header is None:
                raise TableError(path, 1, "", "the file is empty; its first line names the columns")
            if twice := [name for i, name in enumerate(header) if name in header[:i]]:
                raise TableError(path, 1, twice[0], "two columns have this name")
            row = reader.line_num + 1
            for fields in reader:
                row = reader.line_num + 1
                if not fields:
                    continue
                if len(fields) != len(header):
                    raise TableError(path, reader.line_num, "", f"{len(fields)} fields, but {len(header)} columns")
                yield Record(path, reader.line_num, dict(zip(header, fields, strict=True)))
    except UnicodeDecodeError:
        raise not_utf8(path) from None
    except csv.Error as error:
        raise TableError(path, row, "", f"not CSV: {error}") from None
    except OSError as error:
        raise TableError(path, 1, "", f"cannot be read: {error.strerror}") from None


def header(path: str) -> list[str]:
    """The names of the columns.  TableError if the file has none."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as stream:
            if names := next(csv.reader(stream), []):
                return names
    except (OSError, UnicodeDecodeError, csv.Error):
        pass
    return list(next(read(path)).fields)                    # says what is wrong
