"""Phrases and sentences of ``readings_en.txt`` and ``readings_zh.txt``: every amount in them is read, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck import engine
from factcheck.text.document import parse
from factcheck.values import TYPED_OUT

HERE = Path(__file__).parent
HEDGES = {"=": ("=",), ">": ("above", "bounded", "at_least"), ">=": ("at_least", "above"), "<": ("below", "at_most"), "<=": ("at_most", "below"),
          "~": ("about",)}
READING = re.compile(r"(>=|<=|>|<|~|=)?(-?[\d.e+-]+?)(?:\.\.(-?[\d.e+-]+))?((?: \S+)*)")


def sections() -> list[tuple[str, str, list[str]]]:
    found: list[tuple[str, str, list[str]]] = []
    for lang in ("en", "zh"):
        for block in (HERE / f"readings_{lang}.txt").read_text(encoding="utf-8").split("\n\n")[1:]:
            head, *lines = block.strip().splitlines()
            found += [(lang, f"{head.lstrip('# ')} {n // 100 + 1}", lines[n : n + 100]) for n in range(0, len(lines), 100)]
    return found


def wrong(lang: str, line: str) -> str:
    """What is read instead of what the line says; "" if it is read right."""
    text, _, told = line.rpartition(" |")
    read = [q for s in engine.read(parse(text, lang=lang), engine.Settings()) for q in s.quantities.values()]
    got = [q for q in read if not q.hidden and q.kind not in TYPED_OUT]
    want = [found.groups() for part in told.split(";") if part.strip() and (found := READING.fullmatch(part.strip()))]
    same = len(got) == len(want)
    for quantity, (hedge, low, high, more) in zip(got, want, strict=False):
        words = more.split()
        same = same and quantity.printed_low == pytest.approx(float(low), rel=1e-5, abs=1e-12)
        same = same and quantity.printed_high == pytest.approx(float(high or low), rel=1e-5, abs=1e-12)
        same = same and (not hedge or quantity.hedge in HEDGES[hedge])
        same = same and ("age" in words) == (quantity.kind == "age") and all(word in (quantity.unit, "age") for word in words)
    return "" if same else f"{line}  read as {[(q.text, q.printed_low, q.printed_high, q.unit, q.kind, q.hedge) for q in got]}"


@pytest.mark.parametrize(("lang", "title", "lines"), sections(), ids=lambda value: value if isinstance(value, str) else "")
def test_readings(lang: str, title: str, lines: list[str]) -> None:
    assert not [fault for line in lines if (fault := wrong(lang, line))], title


def test_a_wrong_reading_is_told() -> None:
    for lang, line in (("en", "It has 2,5 million users. | 25000000"), ("zh", "月薪2万3。 | 20003"), ("en", "In 1998 it rained. | 1998")):
        assert wrong(lang, line)
    assert not wrong("en", "More than 7 kg of it. | >7 kg")
