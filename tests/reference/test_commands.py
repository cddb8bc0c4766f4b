"""``factcheck reference``."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.reference.commands import app


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(words))
    return result.exit_code, result.output


def test_list_names_every_metric() -> None:
    code, told = run("list", "--lang", "zh")
    assert code == 0
    assert "population.total" in told
    assert "人口" in told


def test_search_in_both_languages() -> None:
    assert "population.total" in run("search", "人口")[1]
    assert "ai.compute.frontier" in run("search", "training", "compute")[1]
    assert run("search", "nothing", "is", "called", "that")[0] == 1


def test_show_tells_the_source() -> None:
    code, told = run("show", "openai2018_dt")
    assert code == 0
    assert "doubling every 3.4 months" in told
    assert "https://openai.com/index/ai-and-compute/" in told
    assert "2022: 1,425,423,212 people" not in told
    assert "1,425,423,212 people (2022)" in run("show", "population.total", "IND")[1]
    assert run("show", "no.such.row")[0] == 2


@pytest.mark.parametrize(("text", "code", "says"), [
    ("metric,entity,period,value,source\npopulation.total,DEU,2021,83196078,Our statistics desk\n", 0, "No defects"),     # of docs/reference.md
    ("metric,entity,period,value,source,status\npopulation.total,DEU,2021,83196078,Our statistics desk,\n", 1, "house.csv:2 column status"),
    ("metric,entity,period,value,source,status,confidence\npopulation.total,DEU,2021,83196078,wb_population,current,primary\n", 0, "No defects"),
    ("metric,entity,period,value,source,status,confidence\npopulation.total,DEU,2021,83196078,hearsay,current,primary\n", 1, "house.csv:2 column source"),
])
def test_validate(tmp_path: Path, text: str, code: int, says: str) -> None:
    path = tmp_path / "house.csv"
    path.write_text(text, encoding="utf-8")
    told = run("validate", str(path))
    assert told[0] == code
    assert says in told[1]


def test_a_missing_table_is_no_defect_but_a_mistake() -> None:
    code, told = run("validate", "nowhere.csv")
    assert (code, "nowhere.csv: no such file or folder" in told) == (2, True)


def test_a_table_does_not_drive_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "house.csv"
    path.write_text("metric,entity,period,value,source\npopulation.total,DEU,2021,8319\x1b[2J6078,a b\u202e\n", encoding="utf-8")
    code, told = run("validate", str(path))
    assert code == 1
    assert told.isascii()
    assert "\x1b" not in told


def test_build_refuses_what_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "house.csv").write_text("metric,entity,period,value\npopulation.total,DEU,2021,many\n", encoding="utf-8")
    code, told = run("build", str(tmp_path / "house.csv"))
    assert code == 2
    assert "house.csv:2 column value" in told
    (tmp_path / "wide.csv").write_text("entity,2020,2021\nDEU,1,2\n", encoding="utf-8")
    code, told = run("build", str(tmp_path / "wide.csv"), "--format", "wide", "--metric", "population.total", "--source", "wb_population",
                     "--output", str(tmp_path / "made.csv"))
    assert code == 0
    assert "2 rows" in told
