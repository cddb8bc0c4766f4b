"""Excel and Parquet tables, from real files; what is missing to read them is named."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest

from factcheck.reference.layer import TableError
from factcheck.reference.table import Table

HEADER = ("metric", "entity", "period", "value")
ROWS = (("population.total", "DEU", 2022, 84_358_845), ("population.total", "FRA", 2022, 68_184_000))


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(folder))
    return folder


def workbook(path: Path, rows: Sequence[Sequence[object]], merged: str = "", sheet: str = "Data") -> str:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    if merged:
        page.merge_cells(merged)
    book.save(path)
    return str(path)


def adapter(tmp_path: Path, text: str) -> str:
    path = tmp_path / "house.toml"
    path.write_text(f"[[adapter]]\n{text}\n", encoding="utf-8")
    return str(path)


def values(path: str, metric: str = "population.total", entity: str = "DEU") -> list[tuple[str, float]]:
    return [(f.period, f.value) for f in Table((path,), shipped=False).facts(metric, entity)]


def refused(path: str) -> TableError:
    with pytest.raises(TableError) as caught:
        Table((path,)).layers()
    return caught.value


def test_a_workbook_in_the_columns_of_the_model(tmp_path: Path) -> None:
    assert values(workbook(tmp_path / "house.xlsx", (HEADER, *ROWS))) == [("2022", 84_358_845)]


def test_a_day_in_a_cell(tmp_path: Path) -> None:
    rows = (HEADER, ("market_cap", "NVDA", date(2024, 2, 23), 2.0e12))
    assert values(workbook(tmp_path / "house.xlsx", rows), "market_cap", "NVDA") == [("2024-02-23", 2e12)]


def test_a_sheet_by_name_below_a_title_in_thousands(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.create_sheet("Table 3")
    for row in (("Residents, thousands", None, None), ("land", 2021, 2022), ("Germany", 83_196, 84_359)):
        page.append(row)
    book.save(tmp_path / "stat.xlsx")
    path = adapter(tmp_path, 'path = "stat.xlsx"\nsheet = "Table 3"\nskip = 1\nformat = "wide"\nmetric = "population.total"\nsource = "wb_population"\n'
                             'factor = 1000\ncolumns = { entity = "land" }\nentities = { Germany = "DEU" }')
    assert values(path) == [("2021", 83_196_000), ("2022", 84_359_000)]


def test_merged_cells_are_refused_at_their_row(tmp_path: Path) -> None:
    error = refused(workbook(tmp_path / "house.xlsx", (HEADER, *ROWS, ("population.total", None, 2022, 1)), merged="A3:A4"))
    assert (error.row, error.column) == (3, "A")
    assert "A3:A4 is one merged cell: unmerge it" in str(error)


def test_merged_cells_of_another_sheet_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "house.xlsx"
    workbook(path, (HEADER, *ROWS))
    book = openpyxl.load_workbook(path)
    book.create_sheet("Notes").merge_cells("A1:C4")
    book.save(path)
    assert values(str(path)) == [("2022", 84_358_845)]


def test_a_formula_without_its_value_is_refused(tmp_path: Path) -> None:
    error = refused(workbook(tmp_path / "house.xlsx", (HEADER, ROWS[0], ("population.total", "FRA", 2022, "=D2/2"))))
    assert (error.row, error.column) == (3, "D")
    assert "formula" in str(error)


def test_a_formula_with_its_value_is_a_value(tmp_path: Path) -> None:
    path = tmp_path / "house.xlsx"
    workbook(tmp_path / "raw.xlsx", (HEADER, ("population.total", "DEU", 2022, "=2*42179422")))
    with ZipFile(tmp_path / "raw.xlsx") as raw, ZipFile(path, "w") as made:
        for name in raw.namelist():
            made.writestr(name, raw.read(name).replace(b"</f><v></v>", b"</f><v>84358844</v>").replace(b"</f><v />", b"</f><v>84358844</v>"))
    assert values(str(path)) == [("2022", 84_358_844)]


@pytest.mark.parametrize(("row", "line", "column", "says"), [
    (("population.total", "DEU", 2022, "many"), 2, "value", "'many' is not a number"),
    (("population.total", "DEU", "soon", 1), 2, "period", "soon"),
    (("population.total", "DEU", 2022, None), 2, "value", "no value"),
    (("nobody.knows", "DEU", 2022, 1), 2, "metric", "nobody.knows"),
])
def test_a_wrong_cell_is_refused_at_its_row(tmp_path: Path, row: tuple[object, ...], line: int, column: str, says: str) -> None:
    error = refused(workbook(tmp_path / "house.xlsx", (HEADER, row)))
    assert (error.path, error.row, error.column) == (str(tmp_path / "house.xlsx"), line, column)
    assert says in str(error)


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "house.xlsx").write_text("metric,entity,period,value\n", encoding="utf-8")
    assert "cannot be read" in str(refused(str(tmp_path / "house.xlsx")))
    workbook(tmp_path / "whole.xlsx", (HEADER, *ROWS))
    (tmp_path / "house.xlsx").write_bytes((tmp_path / "whole.xlsx").read_bytes()[:2000])
    assert "cannot be read" in str(refused(str(tmp_path / "house.xlsx")))


def test_a_sheet_that_is_not_there_is_refused(tmp_path: Path) -> None:
    workbook(tmp_path / "stat.xlsx", (HEADER, *ROWS))
    error = refused(adapter(tmp_path, 'path = "stat.xlsx"\nsheet = "Table 9"\nmetric = "population.total"\nsource = "wb_population"'))
    assert "Table 9" in str(error)


@pytest.mark.parametrize(("name", "module", "says"), [
    ("house.xlsx", "openpyxl", "reading Excel needs openpyxl: pip install 'factcheck[excel]', or save the table as CSV"),
    ("house.parquet", "pyarrow", "reading Parquet needs pyarrow: pip install 'factcheck[parquet]', or save the table as CSV"),
])
def test_what_is_missing_is_named(name: str, module: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / name
    workbook(path, (HEADER, *ROWS))
    for missing in (module, "fastparquet"):
        monkeypatch.setitem(sys.modules, missing, None)
    error = refused(str(path))
    assert str(error) == f"{path}:1: {says}"


def test_a_parquet_table(tmp_path: Path) -> None:
    path = tmp_path / "house.parquet"
    pd.DataFrame(ROWS, columns=HEADER).to_parquet(path)
    assert values(str(path)) == [("2022", 84_358_845)]


def test_a_broken_parquet_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "house.parquet"
    pd.DataFrame([("population.total", "DEU", 2022, "many")], columns=HEADER).to_parquet(path)
    assert "'many' is not a number" in str(refused(str(path)))
    path.write_bytes(b"PAR1 and nothing else")
    assert "cannot be read" in str(refused(str(path)))
