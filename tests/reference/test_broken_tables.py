"""A table that cannot be used: exit code 2, the place of the mistake on standard error, and nothing half built in the cache."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.__main__ import run

HEAD = "metric,entity,period,value\n"
SUPERSEDED = "id,metric,entity,period,value,status,superseded_by,source\n"
LEVELS = "id,metric,entity,period,value,low,high,unit,status,source\n"
TRENDS = "id,metric,entity,kind,value,unit,from,to,status,source\n"
METRICS = "id,name_en,name_zh,aliases_en,aliases_zh,kind,unit\n"
ROW = "population.total,DEU,2022,84358845\n"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.md").write_text("In 2022 Germany had 84 million inhabitants.\n", encoding="utf-8")
    return tmp_path / "cache"


def built(cache: Path) -> list[str]:
    """Indexes and remains of the user's tables: what is there besides the index of the table that ships."""
    return [n for n in (os.listdir(cache) if cache.exists() else ()) if n.startswith("reference.") and n.endswith((".sqlite", ".tmp"))]


def check(capsys: pytest.CaptureFixture[str], *tables: str) -> tuple[int, str, str]:
    code = run(["check", "article.md", *(part for table in tables for part in ("--reference", table))])
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.parametrize(("name", "content", "place", "says"), [
    ("t.csv", "", "t.csv:1:", "the file is empty"),
    ("t.csv", "a,b\n1,2\n", "t.csv:1:", "unknown columns"),
    ("t.csv", "metric,entity,period,value,value\n" + ROW, "t.csv:1 column value:", "two columns have this name"),
    ("t.csv", HEAD + ROW + "population.total,FRA,2022\n", "t.csv:3:", "3 fields, but 4 columns"),
    ("t.csv", HEAD + "population.total,DEU,2022,many\n", "t.csv:2 column value:", "'many' is not a number"),
    ("t.csv", HEAD + "population.total,DEU,2022,inf\n", "t.csv:2 column value:", "not a finite number"),
    ("t.csv", HEAD + "population.total,DEU,2022,=B2*2\n", "t.csv:2 column value:", "A formula is not a value: paste values only"),
    ("t.csv", HEAD + ROW + "population.total,DEU,2022,\n", "t.csv:3 column value:", "no value"),
    ("t.csv", HEAD + ROW + ROW, "t.csv:3 column period:", "is given twice"),
    ("t.csv", HEAD + "population.total,DEU,22,1\n", "t.csv:2 column period:", "is not a year, quarter, month or day"),
    ("t.csv", HEAD + "population.total,DEU,2022-13,1\n", "t.csv:2 column period:", "no such month"),
    ("t.csv", HEAD + "nobody.knows,DEU,2022,1\n", "t.csv:2 column metric:", "no metric has the id 'nobody.knows'"),
    ("t.csv", 'metric,entity,period,value\npopulation.total,DEU,"2022,1\n', "t.csv:2:", "not CSV"),
    ("t.csv", LEVELS + "a,population.total,DEU,2022,9,10,11,people,current,s\n", "t.csv:2 column low:", "low ≤ value ≤ high does not hold"),
    ("t.csv", LEVELS + "a,population.total,DEU,2022,9,,8,people,current,s\n", "t.csv:2 column high:", "low ≤ value ≤ high does not hold"),
    ("t.csv", LEVELS + "a,population.total,DEU,2022,9,,,furlings,current,s\n", "t.csv:2 column unit:", "furlings"),
    ("t.csv", LEVELS + "a,population.total,DEU,2022,9,,,9**9**9**9,current,s\n", "t.csv:2 column unit:", "a power is a whole number below"),
    ("t.csv", LEVELS + "a,population.total,DEU,2022,9,,,m**(9**9),current,s\n", "t.csv:2 column unit:", "a power is a whole number below"),
    ("t.csv", LEVELS + f"a,population.total,DEU,2022,9,,,{'m*' * 99}m,current,s\n", "t.csv:2 column unit:", "at most 80 characters"),
    ("t.toml", "a = " + "[" * 5000, "t.toml:1:", "nested too deeply"),
    ("t.csv", LEVELS + "a,population.total,DEU,2022,9,,,people,fresh,s\n", "t.csv:2 column status:", "'fresh' is none of current"),
    ("t.csv", LEVELS + "a,population.total,DEU,2022,9,,,people,,s\na,population.total,DEU,2022,8,,,people,,s\n", "t.csv:3 column id:", "given twice"),
    ("t.csv", HEAD + ROW + "population.total,XYZ,2022,9\n", "t.csv:3 column entity:", "no entity has the id 'XYZ'; define it in entities.csv"),
    ("t.csv", LEVELS + "a,nobody.knows,DEU,2022,9,,,people,current,s\n", "t.csv:2 column metric:", "no metric has the id 'nobody.knows'"),
    ("t.csv", SUPERSEDED + "a,population.total,DEU,2022,9,superseded,gone,s\n", "t.csv:2 column superseded_by:", "no row has the id 'gone'"),
    ("t.csv", TRENDS + "a,nobody.knows,,doubling_time,2,year,2000,2010,current,s\n", "t.csv:2 column metric:", "no metric has the id"),
    ("t.csv", TRENDS + "a,moore,,pace,2,year,,,current,s\n", "t.csv:2 column value:", "unknown kind 'pace'"),
    ("t.csv", TRENDS + "a,moore,,doubling_time,2,eon,,,current,s\n", "t.csv:2 column value:", "'eon' is not a unit of time"),
    ("t.csv", TRENDS + "a,moore,,doubling_time,-2,year,,,current,s\n", "t.csv:2 column value:", "is not positive"),
    ("t.csv", TRENDS + "a,moore,,doubling_time,2,year,2020,2010,current,s\n", "t.csv:2 column from:", "ends before it begins"),
    ("metrics.csv", METRICS + "my.one,One,一,one,一个,level,furlings\n", "metrics.csv:2 column unit:", "furlings"),
    ("t.toml", "[[adapter]\n", "t.toml:1:", "not valid TOML"),
    ("t.toml", 'title = "none"\n', "t.toml:1 column adapter:", "[[adapter]]"),
    ("t.toml", '[[adapter]]\npath = "gone.csv"\nmetric = "population.total"\nsource = "s"\n', "gone.csv:1:", "no such file"),
    ("t.toml", '[[adapter]]\npath = "article.md"\nformat = "wide"\nmetric = "population.total"\nsource = "s"\n', "article.md:1", "no such column"),
])
def test_each_defect_is_told_at_its_place(name: str, content: str, place: str, says: str, cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_text(content, encoding="utf-8")
    code, out, err = check(capsys, name)
    assert (code, out) == (2, "")
    assert place in err
    assert says in err
    assert err.count("\n") == 1
    assert built(cache) == []


@pytest.mark.parametrize(("content", "place", "says"), [
    ((HEAD + "population.total,中国,2022,1\n").encode("gb18030"), "t.csv:2:", "not UTF-8 (byte 0xd6); save the table as CSV UTF-8"),
    ((HEAD + ROW).encode("utf-16"), "t.csv:1:", "UTF-16; save the table as CSV UTF-8"),
    ((HEAD + "population.total,Côte,2022,1\n").encode("latin-1"), "t.csv:2:", "not UTF-8 (byte 0xf4)"),
    (b"PK\x03\x04\x14\x00\xff\xfe", "t.csv:1:", "UTF-8"),
])
def test_another_encoding_is_told_with_its_line(content: bytes, place: str, says: str, cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("t.csv").write_bytes(content)
    code, out, err = check(capsys, "t.csv")
    assert (code, out) == (2, "")
    assert place in err
    assert says in err
    assert built(cache) == []


@pytest.mark.parametrize("name", ["gone.csv", "gone", "gone.toml", "gone.xlsx", "empty"])
def test_a_missing_table_is_told(name: str, cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    code, out, err = check(capsys, name)
    assert (code, out) == (2, "")
    assert f"{name}:" in err
    assert "no such" in err
    assert built(cache) == []


def test_a_broken_file_of_a_folder_is_told_with_its_own_name(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("house/series").mkdir(parents=True)
    Path("house/sources.csv").write_text("id,title,publisher,licence,url,retrieved\n", encoding="utf-8")
    Path("house/series/people.csv").write_text(HEAD + ROW + "population.total,FRA,2022,much\n", encoding="utf-8")
    code, _, err = check(capsys, "house")
    assert code == 2
    assert os.path.join("house", "series", "people.csv") + ":3 column value:" in err


def test_a_sound_table_beside_a_broken_one_does_not_hide_it(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("good.csv").write_text(HEAD + ROW, encoding="utf-8")
    Path("bad.csv").write_text(HEAD + "population.total,DEU,2022,many\n", encoding="utf-8")
    assert check(capsys, "good.csv", "bad.csv")[0] == 2
    assert len(built(cache)) == 1


def test_what_is_mended_is_read_again(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from factcheck.reference import check as room

    Path("t.csv").write_text(HEAD + "population.total,DEU,2022,many\n", encoding="utf-8")
    assert check(capsys, "t.csv")[0] == 2
    Path("t.csv").write_text(HEAD + ROW, encoding="utf-8")
    room._TABLES.clear()
    assert check(capsys, "t.csv")[0] == 0


def test_an_index_that_was_cut_short_is_built_anew(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from factcheck.reference.table import Table

    Path("t.csv").write_text(HEAD + ROW, encoding="utf-8")
    assert Table(("t.csv",), shipped=False).facts("population.total", "DEU")
    (name,) = built(cache)
    whole = (cache / name).read_bytes()
    for content in (whole[: len(whole) // 2], b"", b"SQLite format 3\0" + bytes(4080)):
        (cache / name).write_bytes(content)
        assert Table(("t.csv",), shipped=False).facts("population.total", "DEU")
        assert (cache / name).read_bytes() == whole


def test_what_a_killed_build_left_is_no_table(cache: Path) -> None:
    from factcheck.reference.table import Table

    Path("t.csv").write_text(HEAD + ROW, encoding="utf-8")
    assert Table(("t.csv",), shipped=False).facts("population.total", "DEU")
    (name,) = built(cache)
    (cache / name).rename(cache / f"{name}.4711.tmp")
    os.utime(cache / f"{name}.4711.tmp", (0, 0))
    assert Table(("t.csv",), shipped=False).facts("population.total", "DEU")
    assert built(cache) == [name]


def test_processes_may_build_one_table_at_once(cache: Path, tmp_path: Path) -> None:
    rows = "".join(f"population.total,DEU,{year}-{month:02},{80_000_000 + year * month}\n" for year in range(1900, 2020) for month in range(1, 13))
    Path("t.csv").write_text(HEAD + rows, encoding="utf-8")
    code = "from factcheck.reference.table import Table; print(len(Table(('t.csv',), shipped=False).facts('population.total', 'DEU')))"
    running = [subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
               for _ in range(4)]
    told = [process.communicate() for process in running]
    assert told == [("1440\n", "")] * 4
    assert len(built(cache)) == 1
