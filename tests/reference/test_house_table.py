"""The tables in docs/reference.md do what is said of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import factcheck
from factcheck.reference import check
from factcheck.reference.validate import validate
from factcheck.resources import data_dir

PAGE = (Path(__file__).parents[2] / "docs" / "reference.md").read_text(encoding="utf-8")
WORLD_BANK = "Country Name,Country Code,2021,2022\nGermany,DEU,83196078,60000000\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(check, "_TABLES", {})
    for name, text in re.findall(r"```(?:csv|toml) (\S+)\n(.*?)```", PAGE, re.DOTALL):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "wdi.csv").write_text(WORLD_BANK, encoding="utf-8")
    return tmp_path


def verdicts(text: str, table: Path) -> list[tuple[str, str]]:
    report = factcheck.check_text(text, date="2024-06-01", reference=[str(table)])
    return [(c.verdict, c.reference_id) for c in report.claims if c.reference_id]


@pytest.mark.parametrize(("text", "verdict"), [
    ("In 2023 Acme's headcount was 12,400.", "supported"), ("In 2023 Acme's headcount was 124,000.", "contradicted"),
    ("2023年艾克美员工总数为1.24万人。", "supported"), ("2023年艾克美员工总数为12.4万人。", "contradicted"),
])
def test_metrics_and_owners_of_your_own(text: str, verdict: str, folder: Path) -> None:
    assert verdicts(text, folder / "house") == [(verdict, "acme_staff_2023")]


def test_the_source_is_told(folder: Path) -> None:
    (finding,) = factcheck.check_text("In 2023 Acme's headcount was 124,000.", reference=[str(folder / "house")]).findings
    assert finding.reference is not None
    assert (finding.reference.publisher, finding.reference.retrieved, finding.reference.period) == ("Acme Corp", "2024-02-01", "2023")


def test_four_columns_and_an_adapter(folder: Path) -> None:
    assert verdicts("In 2022 the population of Germany was 84.36 million.", folder / "house.csv") == [("supported", "population.total/DEU/2022")]
    assert verdicts("In 2022 the population of Germany was 60 million.", folder / "house.toml") == [("supported", "population.total/DEU/2022")]


def test_they_are_sound(folder: Path) -> None:
    assert validate(str(folder / "house"), (data_dir(),)) == []
