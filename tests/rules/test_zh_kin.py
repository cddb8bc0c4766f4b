"""Parts of a kind, shares that make a hundred, steps a year: messages and figures marked, and right sentences that look alike."""

from __future__ import annotations

import pytest

from factcheck import check_text
from factcheck.text.conditions.kin import answer

TRAPS = [
    "台风来时，东县、西县两地共转移群众8.6万人，其中东县5.2万人，西县山上1.4万人，西县山下2.0万人。",
    "台风来时，东县、西县两地共转移群众8.6万人。其中，东县5.2万人，西县3.4万人。",
    "36个集镇中，菜价下降的集镇有11个，持平的有4个，肉价上涨的有31个。",
    "央行今天开展420亿元逆回购操作。当日有2160亿元逆回购到期，本周净投放3740亿元。",
    "玉米8640吨，大豆5760吨，分别占全县的38.2%和21.4%。",
    "农业人口30.0万人，占总人口60.0%；茶农3.0万人，占10.0%。",
    "该校有教师34人，其中高级教师12人，博士30人。",
    "违法所得3.6万元，处2倍以上5倍以下罚款，共计8.1万元。",
    "五年来入学率累计提高6.0个百分点，其中后两年年均提高1.8个百分点。",
    "2016年至2020年，入学率提高10个百分点，年均提高2个百分点。",         # 含首尾两年
    "2015年至2020年，入学率提高10个百分点，年均提高2个百分点。",
    "茶叶增长19.2%，蚕丝下降4.0%，茶叶增速比蚕丝高23.2个百分点。",
    "指数从8.18升到8.38。",
    "全县实施倍增计划，有试点企业52家和倍增企业50家，共计102家。",
    "存货亏损0.36亿元，汇兑收益0.15亿元，总计亏损0.21亿元。",
    "三次产业对就业增长的贡献率分别为-6.2%、41.3%和64.9%。",
]


@pytest.mark.parametrize("text", TRAPS)
def test_traps(text: str) -> None:
    assert [f.code for f in check_text(text, lang="zh").findings if f.severity != "note"] == []


def test_points_a_year_are_marked() -> None:
    text = "1980~2020年，镇区人口比重由12.4%提高到60.4%，平均每年提高1.8个百分点。"
    (finding,) = check_text(text, lang="zh").findings
    assert (finding.code, text[finding.start : finding.end]) == ("SUM322", "1.8个百分点")
    assert finding.message == "48个百分点除以40是1.2个百分点，不是1.8个百分点。"


def test_points_a_year_in_english() -> None:
    (finding,) = check_text("Between 1980 and 2020 the share rose from 12.4% to 60.4%, or 1.8 percentage points a year.", lang="en").findings
    assert finding.message == "48 percentage points over 40 is 1.2 percentage points, not 1.8 percentage points."


def test_the_verb_is_no_litre() -> None:
    report = check_text("指数从8.2升到8.4，水量从8.2升增至8.4升。", lang="zh")
    assert [q.text for q in report.quantities] == ["8.2", "8.4", "8.2升", "8.4升"]
    assert next(q.unit for q in check_text("桶里有3升到5升。", lang="zh").quantities) == "l"


@pytest.mark.parametrize(("text", "marked"), [
    ("在640余名茶工中，女茶工有160名，约占茶工总数的38%。", "38%"),
    ("该校有教师34人，其中高级教师12人，一级教师43人。", "43人"),
    ("老宅起拍价640万元。共有5人报名，最终以810万元成交，溢价270万元。", "270万元"),
    ("甲寨8640人、乙寨5760人，各占全乡的70.0%和30.0%。", "70.0%"),
])
def test_marks(text: str, marked: str) -> None:
    found = [text[f.start : f.end] for f in check_text(text, lang="zh").findings if f.severity != "note"]
    assert marked in found or marked in [text[q.start : q.end] for f in check_text(text, lang="zh").findings for _, q in f.claim.roles]


@pytest.mark.parametrize(("names", "labels", "expected"), [
    (["东县", "西县"], ["东县转移", "西县"], True),
    (["东县", "西县"], ["西县", "东县"], True),
    (["东县", "西县"], ["东县", "东县城区"], False),
    (["东", "西"], ["东县", "西县"], True),
    (["东县"], ["东县"], False),
    (["东", "东县"], ["东县", "东县"], False),
])
def test_names_answered(names: list[str], labels: list[str], expected: bool) -> None:
    assert bool(answer(names, labels)) is expected
