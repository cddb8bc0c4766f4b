"""Tables of other makes become rows of the model."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.reference.importers import convert
from factcheck.reference.layer import TableError
from factcheck.reference.table import Table

WORLD_BANK = ("Data Source,World Development Indicators\n\nLast Updated Date,2024-01-01\n\n"
              "Country Name,Country Code,Indicator Name,2020,2021,\nGermany,DEU,Population,83160871,83196078,\nFrance,FRA,Population,,67764304,\n")
OWID = "Entity,Code,Year,Life expectancy\nGermany,DEU,2020,81.1\nGermany,DEU,2021,80.8\nEurope,,2021,77.0\n"
EUROSTAT = "freq,unit,geo\\TIME_PERIOD\t2020 \t2021 \nA,PC,DE\t3.9 b\t3.7 p\nA,PC,FR\t: \t7.9\n"
SDMX = "freq,geo,TIME_PERIOD,OBS_VALUE\nA,DE,2020,3.9\nA,DE,2021,3.7\n"
LONG = "land;jahr\n"


def rows(adapter: dict[str, object], tmp_path: Path) -> list[tuple[str, str, str]]:
    target = tmp_path / "out.csv"
    convert(adapter, str(target))
    lines = [line.split(",") for line in target.read_text(encoding="utf-8").splitlines()[1:]]
    return [(line[1], line[2], line[3]) for line in lines]


def write(tmp_path: Path, name: str, text: str) -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_world_bank(tmp_path: Path) -> None:
    adapter = {"path": write(tmp_path, "wb.csv", WORLD_BANK), "format": "world-bank", "metric": "population.total", "source": "wb_population"}
    assert rows(adapter, tmp_path) == [("DEU", "2020", "83160871"), ("DEU", "2021", "83196078"), ("FRA", "2021", "67764304")]


def test_owid(tmp_path: Path) -> None:
    adapter = {"path": write(tmp_path, "owid.csv", OWID), "format": "owid", "metric": "life.expectancy", "source": "owid_life"}
    assert rows(adapter, tmp_path) == [("DEU", "2020", "81.1"), ("DEU", "2021", "80.8"), ("", "2021", "77.0")]


def test_eurostat(tmp_path: Path) -> None:
    names = {"DE": "DEU", "FR": "FRA"}
    wide = {"path": write(tmp_path, "une.tsv", EUROSTAT), "format": "eurostat", "metric": "unemployment.rate", "source": "x", "entities": names}
    assert rows(wide, tmp_path) == [("DEU", "2020", "3.9"), ("DEU", "2021", "3.7"), ("FRA", "2021", "7.9")]
    linear = {"path": write(tmp_path, "une.csv", SDMX), "format": "eurostat", "metric": "unemployment.rate", "source": "x", "entities": names}
    assert rows(linear, tmp_path) == [("DEU", "2020", "3.9"), ("DEU", "2021", "3.7")]


def test_long_with_a_factor_and_other_names(tmp_path: Path) -> None:
    path = write(tmp_path, "long.csv", "country,year,thousands\nDEU,2021,83196\n")
    columns = {"entity": "country", "period": "year", "value": "thousands"}
    assert rows({"path": path, "metric": "population.total", "source": "x", "columns": columns, "factor": 1000}, tmp_path) == [("DEU", "2021", "83196000")]


def test_an_adapter_file_is_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    write(tmp_path, "wb.csv", WORLD_BANK.replace("83196078", "90000000"))
    path = write(tmp_path, "wb.toml", '[[adapter]]\npath = "wb.csv"\nformat = "world-bank"\nmetric = "population.total"\nsource = "wb_population"\n')
    values = [f.value for f in Table((path,)).facts("population.total", "DEU") if f.period == "2021"]
    assert values[0] == 90_000_000


@pytest.mark.parametrize(("text", "adapter", "column", "says"), [
    ("a,b\n1,2\n", {"format": "owid"}, "Code", "no such column"),
    ("entity,2020\nDEU,much\n", {"format": "wide"}, "2020", "not a number"),
    ("entity,2020\nDEU,=B1\n", {"format": "wide"}, "2020", "formula"),
    ("entity,first\nDEU,1\n", {"format": "wide"}, "", "named by a year"),
    ("entity,period,value\nDEU,soon,1\n", {}, "period", "soon"),
    ("entity,period,value\nDEU,2020,1\nDEU,2020,2\n", {}, "period", "given twice"),
    ("Title,,\nentity,period,value\nDEU,2020,1\n", {}, "number 2", "merged cells"),
    ("entity,period,value\nDEU,2020,1\n", {"colour": "red"}, "colour", "unknown key"),
    ("entity,period,value\nDEU,2020,1\n", {"format": "html"}, "format", "none of"),
    ("entity,period,value\nDEU,2020,1\n", {"skip": "two"}, "skip", "whole number"),
    ("entity,period,value\nDEU,2020,1\n", {"factor": "k"}, "factor", "a number"),
    ("entity,period,value\nDEU,2020,1\n", {"columns": "x"}, "columns", "a table"),
])
def test_mistakes_are_named(tmp_path: Path, text: str, adapter: dict[str, object], column: str, says: str) -> None:
    with pytest.raises(TableError) as caught:
        convert({"metric": "m", "source": "s", **adapter, "path": write(tmp_path, "t.csv", text)}, str(tmp_path / "out.csv"))
    assert caught.value.column == column
    assert says in str(caught.value)
