"""What a layer of the table consists of, and the one error that a broken table raises."""

from __future__ import annotations

import os

from ..errors import FactcheckError, toml_problem
from ..typed import Any

FREE, OWNER = 1, 31                                     # bits of an alias key: matched by itself; where the bits of owners begin
ALSO = 1 << 62                                          # of no account by itself


class TableError(FactcheckError):
    """A reference table that cannot be used: says file, row and column."""

    def __init__(self, path: str, row: int, column: str, problem: str) -> None:
        where = f"{path}:{row}" + (f" column {column}" if column else "")
        super().__init__(f"{where}: {problem}")
        self.path, self.row, self.column, self.problem = path, row, column, problem


def not_utf8(path: str) -> TableError:
    """The error for a file in another encoding, with the line of its first wrong byte."""
    with open(path, "rb") as stream:
        content = stream.read()
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row, byte = content.count(b"\n", 0, error.start) + 1, content[error.start]
        kind = "UTF-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else f"not UTF-8 (byte {byte:#04x})"
        return TableError(path, row, "", f"{kind}; save the table as CSV UTF-8")
    return TableError(path, 1, "", "not UTF-8; save the table as CSV UTF-8")


def files(path: str) -> list[str]:
    """The files of a layer, in a fixed order: a CSV, the CSVs of a folder, an adapter and what it reads.  TableError if there are none."""
    if os.path.isfile(path):
        return [path, *(str(a["path"]) for a in adapters(path))] if path.endswith(".toml") else [path]
    found = [os.path.join(folder, name) for folder in (path, os.path.join(path, "series"))
             if os.path.isdir(folder) for name in sorted(os.listdir(folder)) if name.endswith(".csv")]
    if not found:
        raise TableError(path, 1, "", "no such table: neither a CSV file nor a folder with CSV files")
    return found


def adapters(path: str) -> list[dict[str, Any]]:
    """The adapters of a TOML file, each ``[[adapter]]`` with its ``path`` made absolute.  TableError on what is none."""
    import tomllib

    try:
        with open(path, "rb") as stream:
            found = tomllib.load(stream).get("adapter", [])
    except OSError as error:
        raise TableError(path, 1, "", f"cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise TableError(path, 1, "", toml_problem(error)) from None
    if not isinstance(found, list) or not found or not all(isinstance(a, dict) and a.get("path") for a in found):
        raise TableError(path, 1, "adapter", 'an adapter file has one [[adapter]] or more, each with a path such as path = "wdi.csv"')
    folder = os.path.dirname(os.path.abspath(path))
    return [{**a, "path": os.path.join(folder, str(a["path"]))} for a in found]


def is_foreign(path: str) -> bool:
    """Whether a layer must be read through an adapter first."""
    return os.path.isfile(path) and not path.endswith(".csv")
