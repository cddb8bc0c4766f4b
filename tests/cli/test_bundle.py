"""The modules of a run are kept in one file, and what is kept is only used while it is true of its sources."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

USES = """
from factcheck import bundle
bundle.install()
import factcheck.interval, inspect
print(type(factcheck.interval.__spec__.loader).__module__, factcheck.interval.INF, factcheck.interval.__file__)
print(inspect.getsource(factcheck.interval).splitlines()[0])
"""


class House:
    """A copy of the package that may be edited, with a cache of its own."""

    def __init__(self, folder: Path) -> None:
        self.package = folder / "factcheck"
        self.cache = folder / "cache"
        shutil.copytree(Path(factcheck.__file__).parent, self.package, ignore=shutil.ignore_patterns("__pycache__"))
        self.env = {**os.environ, "FACTCHECK_CACHE_DIR": str(self.cache), "PYTHONPATH": str(folder)}
        self.env.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(self, program: str = USES) -> list[str]:
        done = subprocess.run([sys.executable, "-c", program], env=self.env, cwd=self.package.parent, capture_output=True, text=True, check=True)
        return done.stdout.split("\n")

    def entries(self) -> list[Path]:
        return list(self.cache.glob("modules.*"))


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_a_second_run_takes_its_modules_from_the_cache(house: House) -> None:
    first, second = house.run(), house.run()
    assert first[0].split()[0] == "_frozen_importlib_external"
    assert second[0].split() == ["factcheck.bundle", "inf", str(house.package / "interval.py")]
    assert second[1] == first[1] == (house.package / "interval.py").read_text(encoding="utf-8").splitlines()[0]
    assert len(house.entries()) == 1


def test_an_edited_module_is_read_afresh(house: House) -> None:
    house.run()
    source = house.package / "interval.py"
    source.write_text(source.read_text(encoding="utf-8") + "\nINF = 7\n", encoding="utf-8")
    assert house.run()[0].split()[:2] == ["_frozen_importlib_external", "7"]
    assert house.run()[0].split()[:2] == ["factcheck.bundle", "7"]


@pytest.mark.parametrize("content", [b"", b"factcheck", b"\xff" * 100])
def test_a_broken_entry_is_no_entry(house: House, content: bytes) -> None:
    house.run()
    (entry,) = house.entries()
    entry.write_bytes(content)
    assert house.run()[0].split()[:2] == ["_frozen_importlib_external", "inf"]
    assert house.run()[0].split()[:2] == ["factcheck.bundle", "inf"]


@pytest.mark.parametrize("cut", [1, 1000])
def test_a_torn_entry_is_no_entry(house: House, cut: int) -> None:
    house.run()
    (entry,) = house.entries()
    entry.write_bytes(entry.read_bytes()[:-cut])
    assert house.run()[0].split()[1] == "inf"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_no_matter(house: House) -> None:
    house.cache.mkdir(mode=0o500)
    assert house.run()[0].split()[:2] == ["_frozen_importlib_external", "inf"]


def test_no_cache_means_none(house: House) -> None:
    for extra, entries in ([], 1), (["--no-cache"], 0):
        shutil.rmtree(house.cache, ignore_errors=True)
        argv = [sys.executable, "-m", "factcheck", "check", "absent.md", *extra]
        done = subprocess.run(argv, env=house.env, cwd=house.package.parent, capture_output=True, check=False)
        assert done.returncode == 2
        assert len(house.entries()) == entries
