"""How long it takes to double at a rate: silent for whole years however they are rounded, told for those that are not near."""

from __future__ import annotations

import math

import pytest

from factcheck import check_text

TEMPLATES = [
    "At {r}% annual growth, the port doubles in about {y} years.",
    "At {r}% a year, it takes {y} years for the sum to double.",
    "Freight is growing {r}% annually, so it doubles roughly every {y} years.",
    "The fund earned {r}% a year, enough to double its value in {y} years.",
    "The town grows {r}% a year; at that rate it would double in {y} years.",
    "Freight doubles every {y} years, i.e. {r}% a year.",
    "Freight rose {r}% a year on average, doubling every {y} years.",
    "Freight doubles every {y} years, equivalent to an annual growth rate of {r}%.",
    "按年均{r}%的增速计算，大约{y}年后总量将翻一番。",
    "年均增长{r}%，每{y}年翻一番。",
    "照每年{r}%的速度，人口约{y}年翻一番。",
    "人口年均增長{r}%，照此速度，{y}年後將翻一番。",
    "藏书{y}年翻一番，年均增长{r}%。",
    "用戶每{y}年翻一番，即每年增長{r}%。",
    "本金按{r}%的年利率复利计算，{y}年翻一倍。",
    "要实现{y}年翻一番的目标，年均增速须达到{r}%。",
]


def told(text: str) -> list[str]:
    return [f.code for f in check_text(text).findings if f.severity in ("error", "warning")]


@pytest.mark.parametrize("template", TEMPLATES)
def test_years_are_rounded(template: str) -> None:
    for halves in range(2, 60):
        rate = halves / 2
        years = round(math.log(2) / math.log1p(rate / 100))
        if years > 1:
            assert told(template.format(r=f"{rate:g}", y=years)) == [], (rate, years)


@pytest.mark.parametrize("template", TEMPLATES)
def test_rates_are_rounded(template: str) -> None:
    for years in range(2, 41):
        rate = (2 ** (1 / years) - 1) * 100
        for printed in (f"{rate:.0f}", f"{rate:.1f}"):
            assert told(template.format(r=printed, y=years)) == [], (printed, years)


# 翻一倍 is once more, a figure of one digit that may be half as much again
@pytest.mark.parametrize("template", [template for template in TEMPLATES if "一倍" not in template])
def test_years_that_are_not_near_are_told(template: str) -> None:
    for rate in (3.5, 6.0, 8.0, 12.0, 18.0):
        years = round(math.log(2) / math.log1p(rate / 100))
        for wrong in (2 * years + 1, round(0.45 * years) if years > 6 else 3 * years + 1):
            text = template.format(r=f"{rate:g}", y=wrong)
            assert told(text) == ["GRW101"], (rate, wrong)
            before = "It rained in May. " if text.isascii() else "五月多雨。"
            assert told(before + text) == ["GRW101"], "wherever the sentence stands"
