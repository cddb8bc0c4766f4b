"""The index: built once, rebuilt on change, never half built; broken tables are refused at the row."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.reference.indexes import index_file
from factcheck.reference.layer import TableError
from factcheck.reference.table import Table
from factcheck.resources import data_dir

HOUSE = "metric,entity,period,value\npopulation.total,DEU,2021,90000000\n"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(folder))
    return folder


def write(path: Path, text: str, encoding: str = "utf-8") -> str:
    path.write_text(text, encoding=encoding)
    return str(path)


def test_a_house_table_is_read_beside_the_shipped_one(tmp_path: Path) -> None:
    table = Table((write(tmp_path / "house.csv", HOUSE),))
    values = [f.value for f in table.facts("population.total", "DEU") if f.period == "2021"]
    assert values[0] == 90_000_000
    assert len(values) == 2


def test_a_change_of_content_rebuilds(tmp_path: Path) -> None:
    path = write(tmp_path / "house.csv", HOUSE)
    first = index_file(path)
    write(tmp_path / "house.csv", HOUSE.replace("9000", "8000"))
    second = index_file(path)
    assert first != second
    assert Table((path,), shipped=False).facts("population.total", "DEU")[0].value == 80_000_000


def test_without_a_cache_it_is_built_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(blocked / "below"))
    assert Table((write(tmp_path / "house.csv", HOUSE),), shipped=False).facts("population.total", "DEU")


@pytest.mark.parametrize(("text", "row", "column", "says"), [
    ("", 1, "", "empty"),
    ("metric,entity,period,value\npopulation.total,DEU,2021\n", 2, "", "3 fields"),
    ("metric,entity,period,value\npopulation.total,DEU,2021,many\n", 2, "value", "not a number"),
    ("metric,entity,period,value\npopulation.total,DEU,2021,=A1*2\n", 2, "value", "not a number"),
    ("metric,entity,period,value\npopulation.total,DEU,21,90\n", 2, "period", "not a year"),
    ("metric,entity,period,value\npopulation.total,DEU,2021,\n", 2, "value", "no value"),
    ("metric,entity,period,value\nnobody.knows,DEU,2021,90\n", 2, "metric", "nobody.knows"),
    ("metric,entity,period,value,unit\npopulation.total,DEU,2021,90,furlings\n", 2, "unit", "furlings"),
    ("a,b\n1,2\n", 1, "", "unknown columns"),
    ('metric,entity,period,value\npopulation.total,DEU,"2021,90\n', 2, "", "CSV"),
])
def test_broken_tables_are_refused_at_the_row(tmp_path: Path, cache: Path, text: str, row: int, column: str, says: str) -> None:
    path = write(tmp_path / "house.csv", text)
    with pytest.raises(TableError) as caught:
        Table((path,), shipped=False).layers()
    assert (caught.value.row, caught.value.column) == (row, column)
    assert says in str(caught.value)
    assert not [n for n in os.listdir(cache) if n.endswith((".sqlite", ".tmp"))]


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "house.csv", "metric,entity,period,value\npopulation.total,中国,2021,1\n", "gb18030")
    with pytest.raises(TableError, match="UTF-8"):
        Table((path,), shipped=False).layers()


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="no such table"):
        Table((str(tmp_path / "none.csv"),)).layers()


def test_a_lookup_imports_nothing_heavy(tmp_path: Path) -> None:
    Table().layers()
    code = ("import sys; from factcheck.reference.table import Table; t = Table(); t.hits('the population of China', 'en'); t.hits('中国人口', 'zh');"
            "print(sorted({'pint', 'pandas', 'numpy', 'csv', 'tomllib'} & set(sys.modules)))")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


@pytest.mark.parametrize(("text", "lang", "expected"), [
    ("China's GDP and the US economy", "en", [("entity", "CHN"), ("metric", "gdp.current_usd"), ("entity", "USA"), ("metric", "gdp.current_usd")]),
    ("they told us that GDP fell", "en", [("metric", "gdp.fall")]),
    ("a billion US dollars of GDP", "en", [("entity", "decoy"), ("metric", "gdp.current_usd")]),
    ("中國國內生產總值", "zh", [("entity", "CHN"), ("metric", "gdp.current_usd")]),
    ("用于 AI 训练的算力", "zh", [("metric", "ai.compute")]),
    ("GDPX of China", "en", []),
])
def test_names(text: str, lang: str, expected: list[tuple[str, str]]) -> None:
    assert [(h.kind, h.target) for h in Table().hits(text, lang)] == expected


def test_the_shipped_table_is_large_enough() -> None:
    table = Table()
    counts = {name: (trends, facts) for name, trends, facts, _, _ in table.overview()}
    assert sum(trends for trends, _ in counts.values()) >= 120
    with open(os.path.join(data_dir(), "levels.csv"), encoding="utf-8") as stream:
        assert sum(1 for _ in stream) - 1 >= 400
    for metric in ("population.total", "gdp.current_usd", "gdp.per_head", "gdp.growth", "inflation.cpi", "unemployment.rate", "life.expectancy",
                   "co2.emissions"):
        owners = {row.entity for row in table.of(metric)}
        assert len(owners) >= 41, metric
        assert "WLD" in owners or metric in ("gdp.growth", "unemployment.rate"), metric
