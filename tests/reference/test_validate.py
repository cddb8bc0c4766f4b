"""Validation: the shipped table has no defect, and every kind of defect is found where it is."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from factcheck.reference.validate import validate
from factcheck.resources import data_dir


def test_the_shipped_table_is_sound() -> None:
    assert [str(d) for d in validate(data_dir())] == []


def test_the_data_package_describes_the_files() -> None:
    """Every column is in the package, in its order, and what the package demands of it holds; ``frictionless validate`` says the same."""
    folder = Path(data_dir())
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    described = set()
    for resource in package["resources"]:
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        for name in [resource["path"]] if isinstance(resource["path"], str) else resource["path"]:
            described.add(name)
            with open(folder / name, encoding="utf-8", newline="") as stream:
                rows = list(csv.DictReader(stream))
            assert list(rows[0]) == list(fields), name
            for column, field in fields.items():
                values, demands = [row[column] for row in rows], field.get("constraints", {})
                assert not demands.get("required") or all(values), (name, column)
                assert not demands.get("unique") or len(set(values)) == len(values), (name, column)
                assert set(filter(None, values)) <= set(demands.get("enum", values)), (name, column)
                assert field["type"] != "number" or all(float(v) is not None for v in values if v), (name, column)
    assert described == {str(path.relative_to(folder)) for path in folder.rglob("*.csv")}


METRICS = "id,parent,name_en,name_zh,aliases_en,aliases_zh,kind,unit,applies,unless_en,unless_zh,gap,low,high,definition\n"
TRENDS = ("id,metric,entity,kind,value,low,high,unit,from,to,published,status,superseded_by,confidence,source,url,definition,note_en,note_zh\n"
          "a,my.metric,,annual_factor,2,,,times,2010,2020,2021,current,,primary,iea_energy_ai,,,,\n")
GOOD = METRICS + "my.metric,,Mine,我的,mine of own,我的指标,growth,,,,,0.1,,,\n"


@pytest.mark.parametrize(("name", "text", "row", "column", "says"), [
    ("metrics.csv", GOOD + "my.other,,Other,别的,mine of own,别的指标,growth,,,,,0,,,\n", 3, "aliases_en", "mine of own"),
    ("metrics.csv", GOOD + "my.metric,,Other,别的,,,growth,,,,,0,,,\n", 3, "id", "row 2"),
    ("metrics.csv", METRICS + "my.metric,,Mine,我的,,,growth,furlings,,,,0,,,\n", 2, "unit", "furlings"),
    ("metrics.csv", METRICS + "my.metric,nobody,Mine,我的,,,growth,,,,,0,,,\n", 2, "parent", "nobody"),
    ("metrics.csv", METRICS + "my.metric,,Mine,我的,,,odd,,,,,0,,,\n", 2, "kind", "odd"),
    ("metrics.csv", METRICS + "my.metric,,Mine,我的,,,level,USD,,,,0,5,1,\n", 2, "low", "above high"),
    ("trends.csv", TRENDS.replace("2,,,times", "2,3,4,times"), 2, "low", "above value"),
    ("trends.csv", TRENDS.replace("2,,,times", "2,1,1.5,times"), 2, "high", "below value"),
    ("trends.csv", TRENDS.replace("2,,,times", "=1+1,,,times"), 2, "value", "formula"),
    ("trends.csv", TRENDS.replace(",2010,2020,", ",2020,2010,"), 2, "from", "2020"),
    ("trends.csv", TRENDS.replace(",2010,", ",201x,"), 2, "from", "201x"),
    ("trends.csv", TRENDS.replace("annual_factor", "doubling_time"), 2, "value", "unit of time"),
    ("trends.csv", TRENDS.replace("iea_energy_ai", "hearsay"), 2, "source", "hearsay"),
    ("trends.csv", TRENDS.replace("current,,", "superseded,gone,"), 2, "superseded_by", "gone"),
    ("trends.csv", TRENDS.replace("current,,", "superseded,a,"), 2, "superseded_by", "itself"),
    ("trends.csv", TRENDS.replace("current", "fresh"), 2, "status", "fresh"),
    ("trends.csv", TRENDS.replace("my.metric", "no.metric"), 2, "metric", "no.metric"),
    ("trends.csv", TRENDS + TRENDS.splitlines()[1].replace("a,", "b,", 1).replace("2,,,times", "9,,,times") + "\n", 3, "value", "contradicts 'a'"),
    ("trends.csv", TRENDS + "b,my.metric\n", 3, "", "fields"),
])
def test_each_defect_is_found(tmp_path: Path, name: str, text: str, row: int, column: str, says: str) -> None:
    (tmp_path / "metrics.csv").write_text(GOOD, encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = validate(str(tmp_path), (data_dir(),))
    assert any(d.row == row and d.column == column and says in d.problem and d.path.endswith(name) for d in found), [str(d) for d in found]


def test_a_copy_with_one_altered_row_is_not_sound(tmp_path: Path) -> None:
    copy = tmp_path / "data"
    shutil.copytree(data_dir(), copy)
    levels = copy / "levels.csv"
    lines = levels.read_text(encoding="utf-8").splitlines()
    lines.append(lines[-1])
    levels.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = validate(str(copy))
    assert [(d.column, d.row) for d in found] == [("id", len(lines))]
