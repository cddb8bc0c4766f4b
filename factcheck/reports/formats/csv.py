"""CSV after RFC 4180, for spreadsheets and data frames: one row a finding or claim, the header always there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from .. import Format
from ..model import Checked
from ..tables import CLAIMS, COUNTS, FINDINGS, NUMBERS, claim_rows, finding_rows

# A spreadsheet runs a cell that begins with one of these; the full-width forms are turned into them on the way in by some.
_RUN = tuple("=+-@\t\r\n＝＋－＠")


class Report(Format):
    """Lines end with CRLF as the standard says; text that a spreadsheet would run gets an apostrophe before it."""

    is_brief = True

    def begin(self) -> str:
        columns = CLAIMS if self.context.what == "claims" else FINDINGS
        return ("\ufeff" if self.context.csv_bom else "") + _lines([columns])

    def file(self, checked: Checked) -> str:
        rows = claim_rows(checked) if self.context.what == "claims" else finding_rows(checked)
        return _lines([_cell(key, value) for key, value in row.items()] for row in rows)


def _cell(key: str, value: object) -> str:
    if value is None:
        return ""
    if key in NUMBERS or key in COUNTS:
        return repr(value)
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text}" if text.startswith(_RUN) else text


def _lines(rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
