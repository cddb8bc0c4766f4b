"""A level and the same thing's level of the year before, in Chinese."""

from __future__ import annotations

import pytest

from .test_parts import codes

RIGHT_AND_WRONG = [
    ("2023年，云栖镇旅游收入为250亿元，比2022年的200亿元增长25%。2024年，云栖镇旅游收入将增长{}%至270亿元。", "8", "80"),
    ("2023年全县接待游客120.4万人次，占全市的三成。2024年全县接待游客144.5万人次，同比增长{}%。", "20.0", "2.00"),
    ("2023年雲棲鎮茶葉產值25.0億元，利潤4.2億元。2024年雲棲鎮茶葉產值增至31.5億元，增幅達{}%。", "26.0", "62.0"),
    ("2023年全国电影票房为250.4亿元，创下新高；2024年全国电影票房为210.3亿元，下降{}%。", "16.0", "61.0"),
    ("2023年，该馆的门票收入为25.0亿元，增长3.1%。\n\n据介绍，2024年该馆的门票收入将增长{}%至27.4亿元。", "9.60", "96.0"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), RIGHT_AND_WRONG)
def test_both(text: str, right: str, wrong: str) -> None:
    assert codes(text.format(right), across=False) == []
    assert codes(text.format(wrong), across=False) == ["CHG201"]


@pytest.mark.parametrize("text", [
    "2022年全县接待游客120.4万人次，占全市的三成。2024年全县接待游客144.5万人次，同比增长2.00%。",           # two years
    "2023年全县接待游客120.4万人次，占全市的三成。2024年全市接待游客144.5万人次，同比增长2.00%。",           # of the city
    "2023年一季度全县接待游客120.4万人次，占三成。2024年全县接待游客144.5万人次，同比增长2.00%。",           # of a quarter
    "2023年全县计划接待游客120.4万人次，占三成。2024年全县接待游客144.5万人次，同比增长2.00%。",             # a plan
    "2023年全县接待游客120.4万人次，占全市的三成。2024年全县接待游客144.5万人次，按可比口径增长2.00%。",      # another base
    "2023年全县接待游客120.4万人次，占全市的三成。2024年全县接待游客144.5万人次，环比增长2.00%。",           # of a month
    "2023年全县接待游客120.4万人次，占全市的三成。2024年全县接待游客144.5万人次，同比增长18.6%。",           # no slip explains it
    "2023年全县生产总值120.4亿元，占全市的三成。2024年全县生产总值144.5亿元，增长2.00%。",                  # in real terms
])
def test_silent(text: str) -> None:
    assert codes(text, across=False) == []
