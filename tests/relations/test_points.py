"""Points for wins and draws: every way of counting that is in use, and no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check_text


def told(text: str) -> list[str]:
    return [f.code for f in check_text(text).findings]


@given(st.integers(5, 27), st.integers(2, 12), st.integers(2, 12))
def test_three_or_two_for_a_win(won: int, drawn: int, lost: int) -> None:
    text = f"Dorne have {won} wins, {drawn} draws and {lost} defeats for a total of {{}} points."
    assert told(text.format(3 * won + drawn)) == told(text.format(2 * won + drawn)) == []
    assert told(text.format(3 * won + drawn + 2)) == (["SUM334"] if 3 * won + drawn + 2 != 4 * won + 2 * drawn else [])
    assert told(f"球队{won}胜{drawn}平{lost}负，积{3 * won + drawn}分。") == []


@pytest.mark.parametrize(("text", "message"), [
    ("Dorne have 9 wins, 4 draws and 5 defeats for a total of 33 points.", "9 wins and 4 draws make 31 points, not 33 points."),
    ("球队9胜4平5负，积33分。", "9胜、4平应积31分，不是33分。"),
])
def test_messages(text: str, message: str) -> None:
    (finding,) = check_text(text).findings
    assert finding.message == message
    assert finding.derivation[0] == "3 × 9 + 1 × 4 = 31"


@pytest.mark.parametrize("text", [
    "Dorne won 18, drew 11 and lost 9 of their 38 league games.",
    "Dorne have 9 wins, 4 draws and 5 defeats, and lie 8 points behind Tolm.",
    "Dorne have 9 wins, 4 draws and 5 defeats, and were docked six points to leave them with 25 points.",
    "球队9胜4平5负，因欠薪被扣6分，只积25分。",
    "球队9胜4平5负，打进33球。",
])
def test_silent(text: str) -> None:
    assert told(text) == []
