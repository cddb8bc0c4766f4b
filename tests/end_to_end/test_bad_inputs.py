"""Whatever is handed in, a user gets a sentence and an exit code, and the other articles are still checked."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

WRONG = "Sales rose 50% from 20 to 25 million."
WRONG_ZH = "据了解，去年全县的进口额由1.44亿元增至1.80亿元，增长32%，这是好消息。"


def factcheck(*argv: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> tuple[int, str, str]:
    env = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-m", "factcheck", *map(str, argv)], input=stdin, capture_output=True, cwd=cwd, env=env, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


BAD = {
    "binary": (random.Random(7).randbytes(4000), "binary"),
    "garbage": (bytes(range(128, 256)) * 9, "bad"),
    "image": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image"),
    "cut": ("价格上涨".encode()[:-1] + b"\xff" + b" abc" * 5, "bad"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_text_is_refused_and_the_others_are_checked(name: str, good: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(BAD[name][0])
    code, out, err = factcheck(path, good)
    assert code == 2
    assert "bad.txt" in err
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err
    assert "CHG201" in out


def test_a_missing_file(good: Path) -> None:
    code, out, err = factcheck("nowhere.md", good)
    assert (code, "nowhere.md" in err, "CHG201" in out, "Traceback" in err) == (2, True, True, False)


@pytest.mark.parametrize("content", [b"", b"   \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file(content: bytes, good: Path, tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    code, out, err = factcheck(path, good)
    assert code == 2
    assert "empty.txt" in err
    assert "CHG201" in out


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(good: Path, tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text(WRONG)
    path.chmod(0)
    code, out, err = factcheck(path, good)
    assert (code, "locked.txt" in err, "CHG201" in out) == (2, True, True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_encodings_people_save_in(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes((WRONG_ZH * 3).encode(encoding))
    code, out, err = factcheck(path)
    assert (code, err) == (1, "")
    assert "32%" in out


def test_standard_input() -> None:
    code, out, err = factcheck("-", stdin=WRONG.encode())
    assert (code, err) == (1, "")
    assert "CHG201" in out
    code, out, err = factcheck("-", stdin=b"")
    assert code == 2
    assert "Traceback" not in err


def test_a_folder_with_nothing_in_it(tmp_path: Path) -> None:
    code, _, err = factcheck(tmp_path)
    assert "Traceback" not in err
    assert code in (0, 2)


def test_usage() -> None:
    for argv in (["check"], ["chekc", "x.md"], ["--no-such-option"], ["check", "-F", "docx", "-"], ["explain", "x"], ["rule", "XYZ999"]):
        code, _, err = factcheck(*argv)
        assert code == 2, argv
        assert err, argv
        assert "Traceback" not in err
