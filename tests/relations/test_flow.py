"""Rates over a stretch of time: told where the product is another, silent where the rate need not hold all the time."""

from __future__ import annotations

import pytest

from factcheck import check_text

TOLD = {
    "Wading at 4 km/h for 90 minutes, the herd went 9 km.": ("SUM328", "9 km"),
    "The culvert carries 3 cubic metres a second, or 25,920 cubic metres a day.": ("SUM328", "25,920 cubic metres a day"),
    "The dryer burns 75 kg of chaff an hour, or 5.4 tonnes over a 30-day month.": ("SUM328", ""),
    "A 12 MW plant running for 2,000 hours a year makes 2.4 million kWh of power.": ("SUM328", "2.4 million kWh"),
    "A paper a day at £1.80 comes to £1,657 a year.": ("SUM328", "£1,657 a year"),
    "At nine minutes a mile, the eight-mile walk took them 95 minutes.": ("SUM321", "95 minutes"),
    "小水电站装机8兆瓦，年利用3500小时，年发电量2.8亿千瓦时。": ("SUM328", "2.8亿千瓦时"),
    "闸口流量每秒60立方米，一天放水约51.8万立方米。": ("SUM328", ""),
    "他每天一杯22元的奶茶，一年要花费1.8万元。": ("SUM328", "1.8万元"),
    "机器每4秒压出一个砖坯，一天可压出2160个。": ("SUM325", "4秒"),
}
SILENT = [
    "Wading at 4 km/h for 90 minutes, the herd went 6 km.",
    "At a top speed of 40 km/h, the herd ran for 90 minutes and went 9 km.",
    "The dryer burns 75 kg of chaff an hour, or 18 tonnes over a 30-day month.",       # it rests at night
    "The culvert carries up to 3 cubic metres a second, or 25,920 cubic metres a day on average.",
    "A paper a day at £1.80 costs £470 a year to those who buy it on weekdays.",
    "全国水电装机8万兆瓦，平均利用3500小时，发电2.1亿兆瓦时。",
    "机器每4秒压出一块砖，一天销售2160块。",
]


def told(text: str) -> list[tuple[str, str]]:
    return [(f.code, text[f.start : f.end]) for f in check_text(text).findings if f.severity in ("error", "warning")]


@pytest.mark.parametrize(("text", "finding"), TOLD.items())
def test_told(text: str, finding: tuple[str, str]) -> None:
    (code, marked), = told(text)
    assert code == finding[0]
    assert finding[1] in ("", marked)


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert not told(text)


def test_the_working_is_shown() -> None:
    finding, = check_text("Wading at 4 km/h for 90 minutes, the herd went 9 km.").findings
    assert finding.message == "4 km/h over 90 minutes makes 6 km, not 9 km."
