"""The days between two dates, against the calendar of the standard library, and what may be told of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check_text

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
FIRST = date(1900, 1, 1)


def told(text: str) -> list[str]:
    return [f.code for f in check_text(text).findings if f.severity in ("error", "warning")]


def en(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def zh(day: date) -> str:
    return f"{day.month}月{day.day}日"


@given(st.dates(FIRST, date(2090, 1, 1)), st.integers(3, 250))
def test_either_way_of_counting_is_right_and_no_other(start: date, days: int) -> None:
    end = start + timedelta(days)
    for stated in (days, days + 1):
        assert told(f"The fair was open from {en(start)} to {en(end)}, {stated} days in all.") == []
    wrong = 2 * days + 3 + (days % 5 == 1)      # 120 days may be a round figure
    assert told(f"The fair was open from {en(start)} to {en(end)}, {wrong} days in all.") == ["TIM506"]


@given(st.dates(date(2023, 3, 1), date(2023, 10, 1)), st.integers(3, 90))
def test_of_dates_without_a_year(start: date, days: int) -> None:
    end = start + timedelta(days)
    assert told(f"展览从{zh(start)}持续到{zh(end)}，为期{days}天。") == []
    assert told(f"展览从{zh(start)}持续到{zh(end)}，为期{days + 1}天。") == []
    assert told(f"展览从{zh(start)}持续到{zh(end)}，为期{2 * days + 3 + (days % 5 == 1)}天。") == ["TIM506"]


@pytest.mark.parametrize(("text", "message"), [
    ("The strike began on 28 December and ended on 11 January, six weeks later.", "From 28 December to 11 January is 14 days, not six weeks."),
    ("It lay shut from 20 February to 6 March 2016, 25 days in all.", "From 20 February 2016 to 6 March 2016 is 15 days, not 25 days."),
    ("2016年2月20日至3月6日，历时25天。", "2016年2月20日至2016年3月6日是15天，不是25天。"),
    ("罷工從12月28日持續到1月11日，歷時六週。", "12月28日至1月11日是14天，不是六週。"),
])
def test_messages(text: str, message: str) -> None:
    assert [f.message for f in check_text(text).findings] == [message]


@pytest.mark.parametrize("text", [
    "The strike began on 28 December and ended on 11 January, two weeks later.",
    "It lay shut from 20 February to 6 March, 14 days in all.",
    "It lay shut from 20 February to 6 March, 16 days in all.",       # of a leap year, with both ends
    "It lay shut from 1 May to 31 July, three months in all.",
    "It lay shut from 1 May to 31 May, 21 working days in all.",
    "From 3 May to 14 May, three weeks before the vote, nobody spoke.",
    "The trial opened on 3 May and the verdict came on 24 May, a five-day delay.",
    "展览从5月3日持续到5月24日，门票有效期为3天。",
    "5月3日至31日，共20个交易日。",
    "5月3日报名截止，5月24日开课，课程为期三个月。",
])
def test_silent(text: str) -> None:
    assert told(text) == []
