"""Percentages one after another: those that were added up are told, those that were compounded, or are of something else, are not."""

from __future__ import annotations

import pytest

from factcheck import check_text

ADDED = [
    "Bus fares in Harlow went up by {a}% in 2011 and by another {b}% in 2012, a total increase of {t}%.",
    "Bus fares climbed {a}% last year and a further {b}% this year, {t}% in all.",
    "Over two years bus fares have risen by {t}% in total: {a}% in 2011 and {b}% in 2012.",
    "公交票价2011年上涨{a}%，2012年又上涨{b}%，两年累计上涨{t}%。",
    "公車票價連續兩年分別上漲{a}%和{b}%，兩年共上漲{t}%。",
]
SILENT = [
    "Bus fares went up by 30% in 2011, and 40% of riders and a total of 70% of drivers complained.",
    "Bus fares went up by 3% in 2011 and by another 4% in 2012, a total increase of 7%.",
    "The firm cut 30% of its workforce in 2011 and another 20% in 2012, 50% in all.",
    "Support rose 30 points in May and another 20 points in June, 50 points in all.",
    "The herd shrank by 30% in the drought and then grew by 30%, still short of where it started.",
    "The lifts are 25% faster, but 25% of the time they are shut.",
    "公交票价上涨30%，地铁票价上涨40%，两项合计影响70%的乘客。",
    "票价先降20%，再涨20%，仍低于原价。",
    "比索贬值20%，小麦涨价20%。",
]


def told(text: str) -> list[tuple[str, str]]:
    return [(f.code, text[f.start : f.end]) for f in check_text(text).findings if f.severity in ("error", "warning")]


@pytest.mark.parametrize("template", ADDED)
def test_the_sum_is_told(template: str) -> None:
    for a, b in ((30, 40), (25, 25), (60, 15)):
        text = template.format(a=a, b=b, t=a + b)
        assert told(text) == [("CHG213", f"{a + b}%")], text


@pytest.mark.parametrize("template", ADDED)
def test_what_is_compounded_is_not(template: str) -> None:
    for a, b in ((30, 40), (25, 25), (60, 15)):
        text = template.format(a=a, b=b, t=round((1 + a / 100) * (100 + b) - 100))
        assert not told(text), text


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert not told(text)


def test_the_way_back_is_told() -> None:
    finding, = check_text("The index fell 40% and must rise by 40% to get back to its old level.").findings
    assert finding.code == "CHG214"
    assert finding.message == "After 40% one way, the way back is 67%, not 40%."


def test_what_a_shop_says_is_exact() -> None:
    text = "The rug, once £1,000, was cut by 10% in May and by a further 10% in June, leaving it at £{}."
    assert not told(text.format(810))
    assert told(text.format(800)) == [("CHG213", "£800")]
