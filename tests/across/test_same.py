"""One quantity given twice: headline and body, two paragraphs; and a life in years."""

from __future__ import annotations

import pytest

import factcheck

from .examples import linked

TWICE = [
    "Storm leaves 1,507 homes without power\n\nA storm left 1,057 homes without power in Leeds on Friday, the council said.",
    "# Storm leaves 1,507 homes without power\nA storm left 1,507,000 homes without power in Leeds on Friday, the council said.",
    "全市建成高速公路里程1507公里。\n\n交通部门说，全市建成高速公路里程1057公里。",
    "全市粮食总产量达到4.62亿吨\n\n农业农村局今天公布，全市粮食总产量达到4.26亿吨，再创新高。",
    "Hull port signs 560 MW battery deal\n\nThe port of Hull has signed a 650-megawatt battery deal with two makers.",
    "Bank holds savings rate at 4.57%\n\nThe bank has again left its savings rate on hold, at 4.75%, and its fees at more than 4%.",
    "东海风暴已导致至少730人失踪\n\n东海民政厅18日通报，风暴已导致至少370人失踪，还有2158人受困。",
    "今年暑期邻县游园52.38亿人次\n\n园林局今天公布，今年暑期邻县游园人次25.38亿，同比增长11.4%。",
]
NOT_TWICE = [
    "Mine blast kills 21\n\nTwelve miners and nine rescuers were killed on Monday when a mine blast tore through a shaft.",
    "矿难已造成21人死亡\n\n周一发生的矿难已造成12人死亡在井下，9人死亡在途中。",
    "Hull port signs 560 MW battery deal\n\nThe port of Hull has signed a 650-megawatt battery deal with two makers, 560 MW of it firm.",
    "Storm leaves more than 1,500 homes without power\n\nA storm left 1,507 homes without power in Leeds on Friday, the council said.",
    "Index closes at 120.6\n\nThe index of shares, which stood at 120.6 on Friday, closed up from 102.6 a year before.",
    "Storm leaves 1,500 homes without power\n\nA storm left 1,507 homes without power in Leeds on Friday, the council said.",
    "Storm leaves 1,507 homes without power\n\nA storm left 2,310 homes without power in York on Friday, the council said.",
    "Storm leaves 1,507 homes without power\n\nRents rose on 1,057 flats in Leeds on Friday, the council said.",
    "2023年全市建成高速公路里程1507公里。\n\n2022年全市建成高速公路里程1057公里。",
    "全市粮食总产量达到4.6亿吨\n\n农业农村局今天公布，全市粮食总产量达到4.62亿吨，再创新高。",
]


@pytest.mark.parametrize("text", TWICE)
def test_twice(text: str) -> None:
    report = factcheck.check_text(text)
    assert linked(text) == ["XRF801"]
    finding = next(f for f in report.findings if f.code == "XRF801")
    assert len(finding.spans) == 2
    assert finding.severity == "warning"


@pytest.mark.parametrize("text", NOT_TWICE)
def test_not_twice(text: str) -> None:
    assert linked(text) == []


def test_headline_of_a_change() -> None:
    text = "Mayor to cut bus drivers by 50%\n\nThe city means to go to 1,000 drivers from 1,460 drivers by May."
    assert linked(text) == ["CHG201"]
    assert linked(text.replace("50%", "32%")) == []
