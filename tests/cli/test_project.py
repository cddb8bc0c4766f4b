"""What the README promises is what is run."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import factcheck
from factcheck.__main__ import run
from factcheck.config import KEYS
from factcheck.options import COMMANDS, OPTIONS
from factcheck.reports import names

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    return [line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines() if "venv .venv" in line]


def test_two_commands_that_need_nothing_but_python() -> None:
    first, second = commands()
    assert all(line.startswith("python3 -m venv .venv && .venv/bin/python -m pip install ") for line in (first, second))
    assert "--fail-on never" in first
    (article,) = re.findall(r"\S+\.md", first)
    report = factcheck.check_file(ROOT / article)
    assert [f.severity for f in report.findings] == ["error"], "the example has one planted error"
    assert second in (ROOT / ".ci" / "run").read_text().splitlines()


def test_the_report_in_the_readme_is_the_real_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (argv, printed), = re.findall(r"<!-- report: factcheck (.*?) -->\n```\n(.*?)```", README, re.DOTALL)
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COLUMNS", raising=False)
    run(argv.split())
    assert capsys.readouterr().out == printed


def test_the_example_in_chinese_has_its_error_too() -> None:
    assert [f.severity for f in factcheck.check_file(ROOT / "data/examples/port.md").findings] == ["error"]


def test_the_readme_knows_every_command_format_and_setting() -> None:
    missing = [word for word in COMMANDS if f"`{word}" not in README and f"factcheck {word}" not in README]
    missing += [name for name in names() if f"`{name}`" not in README]
    missing += [key.path for key in KEYS if key.path.rpartition(".")[2] not in README]
    missing += [o.flags[0] for o in OPTIONS if o.flags[0] not in README]
    assert not missing


def test_the_wheel_takes_rules_and_data_with_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"] == {"rules": "factcheck/_rules", "data": "factcheck/_data"}
    assert (ROOT / "factcheck" / "py.typed").exists()
