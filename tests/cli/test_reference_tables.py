"""Tables of the user's own: what is wrong with one is told with its place and the exit is 2, whether or not an article needs it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pytest

from factcheck.__main__ import run
from factcheck.reference import check

HEAD = "metric,entity,period,value\n"
GOOD = "population.total,DEU,2022,90000000\n"
WRONG = "In 2022 the population of Germany was 60 million.\n"


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache in which the table that comes with factcheck has been indexed."""
    cache = tmp_path_factory.mktemp("warm")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_CACHE_DIR", str(cache))
        check.Table((), True).layers()
    return cache


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, warm: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copytree(warm, tmp_path / "cache")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(check, "_TABLES", {})
    (tmp_path / "a.md").write_text("Nothing to see here.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(WRONG, encoding="utf-8")
    return tmp_path


BROKEN = {
    "empty": ("", "house.csv:1: "),
    "columns": ("a,b\n1,2\n", "house.csv:1: unknown columns"),
    "twice a column": ("metric,entity,period,value,value\nx,DEU,2022,1,2\n", "house.csv:1 column value: two columns"),
    "fields": (HEAD + GOOD + "population.total,DEU\n", "house.csv:3: 2 fields"),
    "number": (HEAD + "population.total,DEU,2022,many\n", "house.csv:2 column value: 'many'"),
    "formula": (HEAD + "population.total,DEU,2022,=B7*2\n", "house.csv:2 column value: '=B7*2' is not a number. A formula"),
    "infinite": (HEAD + "population.total,DEU,2022,inf\n", "house.csv:2 column value"),
    "no value": (HEAD + "population.total,DEU,2022,\n", "house.csv:2 column value: no value"),
    "period": (HEAD + "population.total,DEU,sometime,1\n", "house.csv:2 column period"),
    "backwards": (HEAD + "population.total,DEU,2022..2020,1\n", "house.csv:2 column period"),
    "metric": (HEAD + "nobody.knows,DEU,2022,1\n", "house.csv:2 column metric"),
    "unit": ("metric,entity,period,value,unit\npopulation.total,DEU,2022,1,furlings\n", "house.csv:2 column unit"),
    "bounds": ("metric,entity,period,value,low,high\npopulation.total,DEU,2022,5,6,7\n", "house.csv:2 column low"),
    "bound": ("metric,entity,period,value,low,high\npopulation.total,DEU,2022,5,4,many\n", "house.csv:2 column high"),
    "status": ("metric,entity,period,value,status\npopulation.total,DEU,2022,5,fresh\n", "house.csv:2 column status"),
    "twice": (HEAD + GOOD + GOOD, "house.csv:3 column period: 'population.total/DEU/2022' is given twice"),
    "quote": (HEAD + GOOD + 'population.total,DEU,"2022,1\n', "house.csv:3: not CSV"),
}


@pytest.mark.parametrize("article", ["a.md", "b.md"])
@pytest.mark.parametrize("kind", BROKEN)
def test_broken_tables(kind: str, article: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, says = BROKEN[kind]
    (folder / "house.csv").write_text(text, encoding="utf-8")
    assert run([article, "--reference", "house.csv"]) == 2
    told = capsys.readouterr().err
    assert says in told
    assert told.count("\n") == 1
    cache = folder / "cache"
    assert not [name for name in (os.listdir(cache) if cache.exists() else ()) if name.endswith(".tmp")]
    (folder / "house.csv").write_text(HEAD + GOOD, encoding="utf-8")
    assert run(["a.md", "--reference", "house.csv"]) == 0, "mended, it is used"


@pytest.mark.parametrize(("content", "says"), [
    ((HEAD + GOOD + "population.total,德国,2022,1\n").encode("gb18030"), "house.csv:3: not UTF-8 (byte 0xb5); save"),
    ((HEAD + GOOD).encode("utf-16"), "house.csv:1: UTF-16; save"),
])
def test_other_encodings(content: bytes, says: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "house.csv").write_bytes(content)
    assert run(["a.md", "--reference", "house.csv"]) == 2
    assert says in capsys.readouterr().err


def test_a_missing_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["a.md", "--reference", "none.csv"]) == 2
    assert "--reference none.csv: no such file" in capsys.readouterr().err
    (folder / "factcheck.toml").write_text('[reference]\ntables = ["none.csv"]\n', encoding="utf-8")
    assert run(["claims", "a.md"]) == 2
    assert "none.csv" in capsys.readouterr().err


def workbook(path: Path, cells: str, merged: str) -> None:
    """A workbook of one sheet, as small as one can be."""
    with ZipFile(path, "w") as book:
        book.writestr("xl/workbook.xml", '<workbook><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>')
        book.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{cells}</sheetData>{merged}</worksheet>")


def test_merged_cells(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook(folder / "house.xlsx", "", '<mergeCells count="2"><mergeCell ref="C9:D9"/><mergeCell ref="B3:B5"/></mergeCells>')
    assert run(["a.md", "--reference", "house.xlsx"]) == 2
    assert "house.xlsx:3 column B: B3:B5 is one merged cell" in capsys.readouterr().err


def test_several_tables_and_the_configuration_together(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "one.csv").write_text(HEAD + "population.total,DEU,2022,60000000\n", encoding="utf-8")
    (folder / "two").mkdir()
    (folder / "two" / "levels.csv").write_text("id,metric,entity,period,value\nfr,population.total,FRA,2022,60000000\n", encoding="utf-8")
    (folder / "b.md").write_text(WRONG + "\nIn 2022 the population of France was 60 million.\n", encoding="utf-8")
    assert run(["b.md", "-F", "concise"]) == 1
    assert capsys.readouterr().out.count("REF801") == 2
    assert run(["b.md", "--reference", "one.csv", "--reference", "two"]) == 0
    (folder / "factcheck.toml").write_text('[reference]\ntables = ["one.csv"]\n', encoding="utf-8")
    assert run(["b.md", "--reference", "two"]) == 0
    assert run(["b.md"]) == 1


def test_home_is_who_our_country_stands_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b.md").write_text("2022年我国总人口为141亿人。\n", encoding="utf-8")
    assert run(["b.md"]) == 0
    (folder / "factcheck.toml").write_text('[reference]\nhome = "CHN"\n', encoding="utf-8")
    assert run(["b.md"]) == 1
    (folder / "factcheck.toml").write_text('[reference]\nhome = "China"\n', encoding="utf-8")
    capsys.readouterr()
    assert run(["a.md"]) == 2
    assert "reference.home: no entity has the id 'China'; did you mean 'CHN'?" in capsys.readouterr().err


def test_a_table_that_nobody_looked_after_says_so_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "house").mkdir()
    (folder / "house" / "series.csv").write_text("metric,entity,period,value,source\npopulation.total,DEU,2022,90000000,own\n", encoding="utf-8")
    (folder / "house" / "sources.csv").write_text("id,title,publisher,licence,url,retrieved,defects\nown,Own,Us,none,,2001-01-01,\n", encoding="utf-8")
    assert run(["a.md", "b.md", "--reference", "house", "--message-lang", "en"]) == 1
    told = capsys.readouterr().err
    assert told.count("last read on 2001-01-01") == 1
    assert "max-age-days 730" in told
    assert run(["a.md", "--reference", "house", "--message-lang", "zh"]) == 0
    assert "最近一次核对是在2001-01-01" in capsys.readouterr().err
    (folder / "factcheck.toml").write_text("[reference]\nmax-age-days = 0\n", encoding="utf-8")
    run(["a.md", "--reference", "house"])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("form", ["json", "csv", "full", "jsonl"])
def test_every_report_says_whose_figure_it_is(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["b.md", "-F", form]) == 1
    out = capsys.readouterr().out
    for part in ("population.total/DEU/2022", "Population, total", "World Bank", "https://", "2022"):
        assert part in out, part
    if form == "json":
        reference = json.loads(out)["files"][0]["findings"][0]["reference"]
        assert set(reference) >= {"id", "source", "publisher", "url", "period", "retrieved"}
        assert all(reference[key] for key in ("id", "source", "publisher", "url", "period", "retrieved"))
