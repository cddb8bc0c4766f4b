"""CONTRIBUTING.md does what it says: its files are written, its commands are run, in a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FILES = re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", TEXT, re.DOTALL)
RUNS = [(int(code or 0), commands) for code, commands in re.findall(r"<!-- run(?:: (\d))? -->\n```sh\n(.*?)```", TEXT, re.DOTALL)]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the files of CONTRIBUTING.md added, and ``factcheck`` and ``python`` to run it."""
    home = tmp_path_factory.mktemp("project")
    for folder in ("factcheck", "rules", "data"):
        shutil.copytree(ROOT / folder, home / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (home / "docs").mkdir()
    for name, content in FILES:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        assert not (home / name).exists(), f"{name} is already there: take another toy"
        (home / name).write_text(content, encoding="utf-8")
    (home / "bin").mkdir()
    for name, what in (("python", ""), ("factcheck", "-m factcheck ")):
        script = home / "bin" / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {what}"$@"\n')
        script.chmod(0o755)
    return home


def shell(command: str, home: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PATH": f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(home), "PYTHONUTF8": "1",
           "FACTCHECK_CACHE_DIR": str(home / "cache")}
    return subprocess.run(["sh", "-c", command], cwd=home, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def test_it_has_a_rule_and_a_relation() -> None:
    assert [name for name, _ in FILES] == ["house-rules/en/became.toml", "factcheck/relations/midpoint.py", "rules/en/midpoint.toml"]
    assert len(RUNS) == 3


def test_the_toys_are_new() -> None:
    assert factcheck.check_text("The choir's 50 singers became 40, 25% fewer.").findings == ()
    assert factcheck.check_text("The lowest bid was $20, the highest $60, and halfway between them lies $45.").findings == ()


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are for a POSIX shell")
@pytest.mark.parametrize(("code", "commands"), RUNS, ids=[commands.splitlines()[0] for _, commands in RUNS])
def test_its_commands_do_what_they_say(code: int, commands: str, copy: Path) -> None:
    for command in commands.splitlines():
        done = shell(command, copy)
        assert done.returncode == code, done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are for a POSIX shell")
def test_the_toys_find_what_they_are_for(copy: Path) -> None:
    done = shell("echo \"The choir's 50 singers became 40, 25% fewer.\" | factcheck -F concise --rules house-rules -", copy)
    assert "CHG201" in done.stdout
    done = shell("echo 'The lowest bid was $20, the highest $60, and halfway between them lies $45.' | factcheck -", copy)
    assert "SUM391" in done.stdout
    assert "$40" in done.stdout
    assert shell("echo 'The lowest bid was $20, the highest $60, and halfway between them lies $40.' | factcheck -", copy).returncode == 0
    assert "midpoint-mismatch" in shell("factcheck rule SUM391", copy).stdout
    assert "SUM391" in shell("python -m factcheck.codes", copy).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are for a POSIX shell")
def test_the_toy_relation_passes_the_tests_of_relations(copy: Path) -> None:
    shutil.copytree(ROOT / "tests" / "relations", copy / "tests" / "relations", ignore=shutil.ignore_patterns("__pycache__"))
    done = shell("python -m pytest -q -p no:cacheprovider -p no:xdist tests/relations/test_documentation.py -k 'SUM391 or lowest'", copy)
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


def test_the_links_of_the_documents_lead_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md", "docs/reference.md", "tests/README.md"):
        page = ROOT / name
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{name}: {link}"
