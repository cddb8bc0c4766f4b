"""Whatever happens to the cache, a check says what it says without one."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ARTICLE = "Sales rose 50% from 20 to 25 million. The compute of training runs doubles every six months.\n"      # one language: it is built often
WINDOWS = sys.platform == "win32"


def command(folder: Path) -> tuple[list[str], dict[str, str]]:
    article = folder / "article.md"
    article.write_text(ARTICLE, encoding="utf-8")
    env = {**os.environ, "PYTHONUTF8": "1", "FACTCHECK_CACHE_DIR": str(folder / "cache")}
    return [sys.executable, "-m", "factcheck", "check", "-F", "jsonl", str(article)], env


def check(folder: Path) -> bytes:
    argv, env = command(folder)
    done = subprocess.run(argv, env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    return done.stdout


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A folder with a warm cache, and what is said there."""
    folder = tmp_path_factory.mktemp("told")
    check(folder)
    return folder, check(folder)


def entries(folder: Path) -> list[Path]:
    return sorted(p for p in (folder / "cache").rglob("*") if p.is_file())


def empty(path: Path) -> None:
    path.write_bytes(b"")


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def noise(path: Path) -> None:
    path.write_bytes(b"\x80\x05garbage" * 100)


def another(path: Path) -> None:
    path.write_bytes(pickle.dumps({"right": "pickle", "wrong": "value"}))


def exchanged(path: Path) -> None:
    """The entry of another name."""
    path.write_bytes(max((p for p in path.parent.iterdir() if p.suffix == path.suffix), key=lambda p: p.name).read_bytes())


@pytest.mark.parametrize("spoil", [empty, half, noise, another, exchanged], ids=lambda f: f.__name__)
def test_spoilt_entries(told: tuple[Path, bytes], spoil: Callable[[Path], None]) -> None:
    folder, said = told
    for path in entries(folder):
        spoil(path)
    assert check(folder) == said
    assert check(folder) == said


def test_a_folder_that_is_a_file(told: tuple[Path, bytes], tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    assert same(check(tmp_path), tmp_path, told)


@pytest.mark.skipif(WINDOWS, reason="POSIX permissions")
def test_a_folder_that_others_may_write(told: tuple[Path, bytes], tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache").chmod(0o777)
    assert same(check(tmp_path), tmp_path, told)
    assert not [p for p in entries(tmp_path) if p.suffix == ".pickle"]


@pytest.mark.skipif(WINDOWS or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(told: tuple[Path, bytes], tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache").chmod(0o500)
    assert same(check(tmp_path), tmp_path, told)


def test_several_that_build_at_once(told: tuple[Path, bytes], tmp_path: Path) -> None:
    argv, env = command(tmp_path)
    running = [subprocess.Popen(argv, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    for process in running:
        out, err = process.communicate(timeout=120)
        assert (process.returncode, err) == (1, b"")
        assert same(out, tmp_path, told)
    assert not list((tmp_path / "cache").rglob("*.tmp"))
    assert same(check(tmp_path), tmp_path, told)


def same(said: bytes, folder: Path, told: tuple[Path, bytes]) -> bool:
    """The same report, but for where the article lies."""
    return said.replace(str(folder).encode(), b"") == told[1].replace(str(told[0]).encode(), b"")
