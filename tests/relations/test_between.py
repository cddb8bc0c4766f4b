"""The mean of a whole and those of its parts: what is told, and what may be of another whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check_text


def told(text: str) -> list[str]:
    return [f.code for f in check_text(text).findings]


@given(st.integers(400, 800), st.integers(10, 90), st.floats(0, 1))
def test_nothing_between_the_two_is_accused(low: int, apart: int, weight: float) -> None:
    mean = low + weight * apart
    assert told(f"Boys scored {low / 10} on average and girls {(low + apart) / 10}, giving an overall average of {mean / 10:.1f}.") == []
    assert told(f"Boys scored {low / 10} on average and girls {(low + apart) / 10}, giving an overall average of {low / 10 - 1:.1f}.") == ["SUM336"]


@pytest.mark.parametrize(("text", "message"), [
    ("Turnout was 58 percent among men and 63 percent among women, or 66 percent overall.",
     "66 percent cannot be that of the whole: it lies between those of the parts."),
    ("男生平均分78.4分，女生平均分82.6分，全班平均分为84.1分。", "整体不可能是84.1分：它必在各部分之间。"),
])
def test_messages(text: str, message: str) -> None:
    (finding,) = check_text(text).findings
    assert finding.message == message


@pytest.mark.parametrize("text", [
    "The jobless rate was 4.2% among men and 5.4% among women, while the national rate was 5.9%.",
    "Average pay rose 4.2% for men and 5.4% for women, and the overall average rise was 5.9%.",
    "Some 52% of the men and 48% of the women had jobs, and overall 60% were insured.",
    "城镇居民人均收入增长5.2%，农村居民增长6.8%，全体居民人均收入增长7.1%。",
    "男性占52%，女性占46%，总体就业率为61%。",
    "男生平均分78.4分，女生平均分82.6分，全班总分为3842分。",
])
def test_silent(text: str) -> None:
    assert told(text) == []
