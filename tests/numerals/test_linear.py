"""Hostile text takes the time of ordinary text: reading it twice as long takes about twice as long."""

import time
from collections.abc import Callable

import pytest

from factcheck.text.numerals import parse_digits, parse_scientific
from factcheck.text.numerals.en import read_words
from factcheck.text.numerals.zh import find_zh, find_zh_approx

SIZE = 50_000
CHINESE = [
    "十", "一", "千万", "零", "百", "几", "一百零", "数十", "三四", "1,", "1,234", "9", "1.", "万", "亿", "又", "分之", "1亿2", "一点",
    "陆", "百分之", "1e1", "半", "1 ", "一二两", "十四五", "，１",
]
ENGLISH = [
    "thousand", "one", "hundred", "and", "one and", "a", "twenty -", "half a", "point", "one point", "3", "one hundred and", "one over",
    "a million and", "twenty-", "one thousand ,",
]


ORDINARY = "全年进出口总额三千五百二十亿美元，同比增长12.5%，其中出口1.2亿吨。" * (SIZE // 36)


def seconds(call: Callable[[], None]) -> float:
    best = 9e9
    for _ in range(3):
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return best


def scan_chinese(text: str) -> None:
    pos = 0
    while pos < len(text):
        approx, exact = find_zh_approx(text, pos), find_zh(text, pos)
        pos = max(approx[2] if approx else 0, exact[1] if exact else 0, pos + 1)


def scan_english(words: list[str]) -> None:
    i = 0
    while i < len(words):
        found = read_words(words, i)
        i = found[1] if found else i + 1


@pytest.mark.parametrize("piece", CHINESE)
def test_chinese(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    assert seconds(lambda: scan_chinese(text)) < 6 * seconds(lambda: scan_chinese(ORDINARY)) + 0.025


@pytest.mark.parametrize("piece", ENGLISH)
def test_english(piece: str) -> None:
    words = (piece.split() * (SIZE // len(piece)))[: SIZE // 5]
    ordinary = ("the two hundred and fifty thousand people who paid half a million in 3 towns".split() * SIZE)[: SIZE // 5]
    assert seconds(lambda: scan_english(words)) < 6 * seconds(lambda: scan_english(ordinary)) + 0.025


@pytest.mark.parametrize("piece", ["9", "1,", "1,234", "1 ", ".", "1/", "1e", "×", "½", " ", "1½"])
def test_one_long_numeral_is_refused_at_once(piece: str) -> None:
    text = piece * SIZE
    start = time.perf_counter()
    assert parse_digits(text) is None
    assert parse_scientific(text) is None
    assert time.perf_counter() - start < 0.1
