"""Patterns that are compiled once: they match as their engines', also when they come from the cache, and it is no matter if they cannot."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from factcheck import packing, patterns

CASES = [
    ("re", r"(?P<a>[0-9]++)(?:,(?P<b>[0-9]{3}))*\s?(?P<c>million|bn)?", 2, "sold 1,234,567 Million and 5 bn", "a"),
    ("re", r"[。！？]++|(?<=[\u3400-\u9fff])\.(?=\s|$)", 0, "这是一。那是二！", 0),
    ("regex", r"(?P<a>\p{Han}{2,}+)|(?i:straße)", 0, "出口额 STRASSE straße", "a"),
    ("regex", r"(?<!\d)(?:19|20)\d\d(?!\d)", 2, "in 1999 and 20001", 0),
]


@pytest.mark.parametrize(("engine", "source", "flags", "text", "group"), CASES)
def test_a_kept_pattern_matches_as_a_compiled_one(engine: str, source: str, flags: int, text: str, group: str | int) -> None:
    real = {"re": re, "regex": regex}[engine].compile(source, flags)
    kept = patterns._made((engine, source, flags), patterns.data(engine, real))
    assert kept is not None
    lazy = patterns.Lazy(engine, source, flags)
    for other in (kept, lazy, packing.unpack(packing.pack(real)), packing.unpack(packing.pack(lazy))):
        assert [m.span(group) for m in other.finditer(text)] == [m.span(group) for m in real.finditer(text)]
        assert (other.pattern, other.flags, other.groups, dict(other.groupindex)) == (real.pattern, real.flags, real.groups, dict(real.groupindex))


@pytest.mark.parametrize("kept", [b"", b"garbage", b"\x80\x05K\x01."])
@pytest.mark.parametrize("engine", ["re", "regex"])
def test_what_an_engine_does_not_take_is_compiled(engine: str, kept: bytes) -> None:
    assert patterns._made((engine, "a+", 0), kept) is None
    assert patterns.Lazy(engine, "a+", 0, kept).match("aab").end() == 2


def test_wrong_patterns_say_so_when_they_are_used() -> None:
    with pytest.raises(re.error):
        patterns.re.compile("(").match("")


PROGRAM = """
import sys
from factcheck.patterns import re, regex
assert re.compile("[0-9]+%").search("about 5%").group() == "5%"
assert regex.compile(r"\\p{Han}+").findall("a 出口 b") == ["出口"]
print("regex._main" in sys.modules)
import regex as whole
assert whole.compile(r"(?<x>a)|b", whole.V1).sub("[\\\\g<x>]", "ab") == "[a][]"
"""


def test_the_second_run_compiles_nothing_and_regex_is_whole(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONUTF8": "1", "FACTCHECK_CACHE_DIR": str(tmp_path / "cache")}
    said = [subprocess.run([sys.executable, "-c", PROGRAM], env=env, capture_output=True, check=True, text=True).stdout.strip() for _ in range(2)]
    assert said == ["True", "False"]


class Words:
    def __init__(self) -> None:
        one, other = ["shared"], ["other"]
        self.large = {f"word {n}": one if n % 2 else other for n in range(1000)}
        self.numbers = {f"字{n}": (n % 7, "x") for n in range(300)}
        self.ends = {f"a\n{n}": n for n in range(300)}
        self.small = {"a": 1}


def test_large_tables_come_back_as_they_were() -> None:
    words, back = Words(), packing.unpack(packing.pack(Words()))
    assert vars(back) == vars(words)
    assert [list(table) for table in vars(back).values()] == [list(table) for table in vars(words).values()]
    assert back.large["word 1"] is back.large["word 3"]
