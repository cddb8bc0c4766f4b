"""What a layer of the table consists of, and the one error that a broken table raises."""

from __future__ import annotations

import os

from ..errors import FactcheckError

FREE, OWNER = 1, 31                                     # bits of an alias key: matched by itself; where the bits of owners begin
ALSO = 1 << 62                                          # of no account by itself


class TableError(FactcheckError):
    """A reference table that cannot be used: says file, row and column."""

    def __init__(self, path: str, row: int, column: str, problem: str) -> None:
        where = f"{path}:{row}" + (f" column {column}" if column else "")
        super().__init__(f"{where}: {problem}")
        self.path, self.row, self.column, self.problem = path, row, column, problem


def files(path: str) -> list[str]:
    """The CSV files of a layer, in a fixed order.  TableError if there are none."""
    if os.path.isfile(path):
        return [path]
    found = [os.path.join(folder, name) for folder in (path, os.path.join(path, "series"))
             if os.path.isdir(folder) for name in sorted(os.listdir(folder)) if name.endswith(".csv")]
    if not found:
        raise TableError(path, 1, "", "no such table: neither a CSV file nor a folder with CSV files")
    return found
