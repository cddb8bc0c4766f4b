"""Hostile English takes the time of ordinary text, as a ratio, and grows no faster than its length."""

from __future__ import annotations

import time

import pytest

from factcheck import engine
from factcheck.text.document import parse

SIZE = 30_000
ORDINARY = "Sales rose 12.5% to $3.2 billion in 2023, more than the two million units of 2019, and 35 people left. "
PIECES = [
    "9", "1,", "1,234", "1 ", "1-", "1–2 ", "1.", "(1)", "(", ")", "$", "$1", "US$", "%", "1/", "10^", "1e1", "2:3 ", "5 m", "3m ", "5 kg/", "5 k",
    "a ", "a hour ", "one ", "one of ", "thousands of ", "half ", "half a ", "and a half ", "5 and a half ", "more than 5 and ", "between 1 and ",
    "from 1 to ", "A1", "A-1", "A.1 ", "X 1 ", "Boeing 747 ", "5 ft 2 in ", "1 hour and ", "5'", '5"', "“5” ", "Smith, 25, ", "one out of two ",
    "2001-02 ", "Sept. 20-24 ", "A.D. 1 ", "twenty-", "+44 20 ", "1\u202f234", "−1", "~1 ", "a third ", "10 High ",
]


def seconds(text: str) -> float:
    best = 9e9
    for _ in range(2):
        start = time.process_time()
        engine.read(parse(text, lang="en"), engine.Settings())
        best = min(best, time.process_time() - start)
    return best


@pytest.fixture(scope="module")
def ordinary() -> float:
    seconds(ORDINARY)
    return seconds(ORDINARY * (SIZE // len(ORDINARY)))


@pytest.mark.parametrize("piece", PIECES)
def test_ratio(piece: str, ordinary: float) -> None:
    assert seconds(piece * (SIZE // len(piece))) < 4 * ordinary + 0.05


@pytest.mark.parametrize("piece", [ORDINARY.replace(". ", ", "), "half ", "one ", "5 ft 2 in tall and ", "from 1 to 2 apples, "])
def test_linear(piece: str) -> None:
    short, long = (seconds(piece * (size // len(piece))) for size in (SIZE // 2, 2 * SIZE))
    assert long < 7 * short + 0.05


def test_a_dump_of_data_is_no_prose() -> None:
    report = engine.read(parse("12, 34, 56, 78, " * 400, lang="en"), engine.Settings())
    assert report == []
