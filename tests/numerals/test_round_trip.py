"""A value, written in words and read again, is itself: up to 10¹⁵, in both languages and every alphabet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.numerals import parse_digits
from factcheck.text.numerals.en import read_words
from factcheck.text.numerals.zh import find_zh, parse_zh

from .writers import ALPHABETS, SOUTH_ASIAN_SCALES, chinese, english

SPARSE = st.lists(st.tuples(st.integers(1, 999), st.integers(0, 12)), min_size=1, max_size=4).map(
    lambda parts: sum(n * 10**power for n, power in parts))
VALUES = st.one_of(st.integers(0, 10**15 - 1), st.integers(0, 99999), SPARSE.filter(lambda n: n < 10**15))


def read_english(text: str) -> tuple[float, int, int]:
    words = text.split()
    found = read_words(words, 0)
    assert found is not None, text
    return found[0].value, found[1], len(words)


@given(VALUES, st.booleans())
def test_english(n: int, british: bool) -> None:
    value, end, size = read_english(english(n, british))
    assert (value, end) == (n, size)


@given(st.integers(0, 10**9 - 1))
def test_english_lakh_and_crore(n: int) -> None:
    value, end, size = read_english(english(n, scales=SOUTH_ASIAN_SCALES))
    assert (value, end) == (n, size)


@given(VALUES)
def test_hyphens_may_stand_apart(n: int) -> None:
    words = english(n).replace("-", " - ").split()
    found = read_words(words, 0)
    assert found is not None
    assert (found[0].value, found[1]) == (n, len(words))


@given(VALUES, st.sampled_from(sorted(ALPHABETS)))
def test_chinese(n: int, alphabet: str) -> None:
    text = "共" + chinese(n, alphabet) + "。"
    found = find_zh(text, 1)
    assert found is not None, text
    assert (found[0].value, found[1]) == (n, len(text) - 1)


@given(VALUES)
def test_alphabets_agree(n: int) -> None:
    assert parse_zh(chinese(n)) == parse_zh(chinese(n, "traditional"))
    assert find_zh("计" + chinese(n), 1) == find_zh("計" + chinese(n, "financial"), 1)


@given(VALUES)
def test_precision_is_that_of_the_last_digit_written(n: int) -> None:
    numeral = parse_zh(chinese(n))
    assert numeral is not None
    if n >= 100:
        place = round(2 * numeral.half)
        assert n % place == 0
        assert n % (10 * place) != 0
        assert numeral.figures == len(str(n).rstrip("0"))
    words = english(n).split()
    found = read_words(words, 0)
    assert found is not None
    assert found[0] == numeral


@given(VALUES)
def test_digits(n: int) -> None:
    grouped, wide = f"{n:,}", str(n).translate({48 + d: 0xFF10 + d for d in range(10)})
    for text in (str(n), wide, grouped, grouped.replace(",", " "), grouped.replace(",", "\u202f"), grouped.replace(",", "'")):
        numeral = parse_digits(text)
        assert numeral is not None
        assert (numeral.value, numeral.half) == (n, 0.5)


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_decimals(value: object) -> None:
    numeral = parse_digits(str(value))
    assert numeral is not None
    assert (numeral.value, numeral.half) == (float(str(value)), 0.0005)


@given(st.text(alphabet="零一二两三十百千万亿点分之半几数又兆廿陆参拾0123.,，年 ", max_size=30), st.integers(0, 5))
def test_any_chinese_text_is_read_without_error(text: str, pos: int) -> None:
    if pos < len(text):
        found = find_zh(text, pos)
        assert found is None or pos < found[1] <= len(text)


ANY_WORDS = "a one two twenty eleven hundred thousand million and half third thirds quarters point over of dozen - , 3 2.5".split()


@given(st.lists(st.sampled_from(ANY_WORDS), min_size=1, max_size=20))
def test_any_english_words_are_read_without_error(words: list[str]) -> None:
    found = read_words(words, 0)
    assert found is None or 0 < found[1] <= len(words)


@pytest.mark.parametrize("text", ["", "千瓦", "的", "%"])
def test_what_is_no_numeral(text: str) -> None:
    assert parse_zh(text) is None
