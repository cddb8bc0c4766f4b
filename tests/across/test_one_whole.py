"""Shares of one whole in several sentences, pairs of groups, people on an area, bare rates of exchange, and parts beside their shares."""

from __future__ import annotations

import pytest

from factcheck import check_text

TOLD = [
    # a whole that no figure tells
    ("甲社售出2860万册，占据了{}%的市场份额，同比下降1.6%。\n\n乙社和丙社分别以2140万册和2120万册占据12.1%和12.0%的市场份额。", "16.2", "12.6", "SHR314"),
    ("东、西两县产茶分别为3206吨和2144吨，合计占全省茶叶产量的{}%。\n北县产茶1820吨，增长3%，占同期全省茶叶产量的7.28%；南县产茶940吨，占3.76%。",
     "21.4", "12.4", "SHR314"),
    ("甲印刷廠產值284.6億元，佔全市工業產值的14.2%。乙印刷廠產值{}億元，佔全市工業產值的16.1%。另有一家96.2億元，佔全市工業產值的4.80%。",
     "322.4", "232.4", "SHR314"),
    # two groups
    ("甲组好转45例（40.18%），加重2例（1.79%）；乙组好转27例（{}%），加重5例（4.81%）。", "25.96", "29.56", "SHR314"),
    ("觀察組痊癒{}例(34.62%)，復發3例(2.88%)；對照組痊癒21例(21.00%)，復發8例(8.00%)。", "36", "63", "SHR314"),
    # people on an area
    ("该镇面积为24.6平方公里。镇上共有居民8364人，而人口密度为每平方公里{}人。", "340", "430", "SUM321"),
    ("根據調查，該村的面積為12.40平方千米，當地共有人口{}人，而人口密度為每平方千米262人。", "3249", "9243", "SUM321"),
    ("该市人口密度为186.4/平方英里（约合{}/平方公里）。", "71.97", "79.17", "CNV401"),
    # bare rates of exchange
    ("全县人均产值86400元，按年平均汇率6.9042折算，约合{}美元。", "12514", "15214", "SUM321"),
    ("該廠全年出口3200萬美元，按{}的匯率計算，折合人民幣2.22億元。", "6.95", "6.59", "SUM321"),
    # a step named like its level, a step beside one at constant prices
    ("一季度旅游收入48.6亿元、增长{}%，收入净增5.4亿元，占全省净增额的12.7%。", "12.5", "21.5", "CHG205"),
    ("去年该厂工资总额8360万元，比上年增加{}万元，增长8.6%，扣除物价因素，实际增长6.1%。", "662", "626", "CHG205"),
    # a part beside its share, and one that was told with its whole before
    ("全国上半年售出割草机12600台，同比增长8%。甲公司以4300台、{}%的份额居首，乙公司位列第二。", "34", "43", "SHR311"),
    ("程序解出27/180个难题，每题只花几分钟。\n\n- 据介绍，解出的27个，占总数的约{}%。", "15", "25", "SHR313"),
]

RIGHT = [
    # other years, other wholes, too few pairs
    "2019年产值284.6亿元，占全市工业产值的14.2%。2020年产值312.4亿元，占全市工业产值的16.1%。2021年产值96.2亿元，占全市工业产值的4.80%。",
    "甲社售出2860万册，占据12.6%的市场份额。乙社售出2140万册，占全市图书销量的12.1%。丙社售出2120万册，占全市图书销量的12.0%。",
    "甲厂产值284.6亿元，占全市工业产值的14.2%。丙、丁两厂产值分别为120.5亿元和98.4亿元，合计占全省工业产值的1.90%。",
    "甲社和乙社分别以3210万册和3190万册的销量占据8.2%和8.1%的市场份额，不分上下。",
    # groups of others
    "甲组好转45例（40.18%），加重2例（1.79%）；乙组好转27例（25.96%），其中女性12例（44.44%）。",
    "甲组男性45例（40.18%），其中吸烟12例（26.67%）；乙组男性27例（25.96%），其中吸烟9例（33.33%）。",
    # the land alone, two areas, people of some kind
    "全县面积1200平方公里，其中水域240平方公里。人口5.04万人，人口密度52.5人/平方公里。",
    "该镇面积为24.6平方公里。去年新增8364人，人口密度为每平方公里430人。",
    "该岛有1200人，面积24.6平方公里。邻岛有8364人，人口密度为每平方公里430人。",
    # no rates of exchange, discounts that are some
    "全年收入8.64亿元，平均汇率6.9042，利息支出1521万美元。",
    "原价600元，按6.5折出售，只要390元。",
    "按面积2.5折算，合1250元。",
    # a step of something else, and one whose base is told
    "一季度旅游收入48.6亿元，增长21.5%，税收净增5.4亿元。",
    "去年该厂工资总额8360万元，比上年增加626万元，增长8.6%，按可比口径计算。",
    # another market, another part
    "全球上半年售出割草机12600台，同比增长8%。在国内，甲公司以4300台、43%的份额居首。",
    "程序解出27/180个难题。另一程序解出28个，占总数的25%。",
    "程序先解出27/180个难题，后又解出27/108个，这27个占总数的25%。",
    # some parts of a total that all of them make
    "全岛总人口为4756人，其中男性为2354人，女性为2387人，未填性别的为15人。",
    # a price of a unit
    "新厂投资超过60亿美元（约12亿美元/GW，相当于公司全年开支80亿美元的约75%）。",
]

ENGLISH = [
    ("The town covers 24.6 square miles. It had {} people in 2020, and its population density was 340 per square mile.", "8,364", "3,864", "SUM321"),
    ("In all, 45 (40.18%) of the treated recovered and 2 (1.79%) got worse; of the others, 27 ({}%) recovered and 5 (4.81%) got worse.",
     "25.96", "29.56", "SHR314"),
    ("Wages rose {}% from $700 to $756, or 3% in real terms.", "8", "18", "CHG201"),
]

SILENT = [
    "The county has an area of 1,200 square miles, of which 960 is land. It had 50,400 people and a population density of 42 per square mile.",
    "The town covers 24.6 square miles. It had 3,864 people under 30, and its population density was 340 per square mile.",
    "Wages rose 18% from $700 to $756 in real terms.",
]


@pytest.mark.parametrize(("text", "right", "wrong", "code", "lang"), [(*some, "zh") for some in TOLD] + [(*some, "en") for some in ENGLISH])
def test_slips_are_told(text: str, right: str, wrong: str, code: str, lang: str) -> None:
    assert [f for f in check_text(text.format(right), lang=lang).findings if f.severity != "note"] == []
    told = [f for f in check_text(text.format(wrong), lang=lang).findings if f.severity != "note"]
    assert code in {f.code for f in told}


@pytest.mark.parametrize(("text", "lang"), [(text, "zh") for text in RIGHT] + [(text, "en") for text in SILENT])
def test_others_are_silent(text: str, lang: str) -> None:
    assert [f for f in check_text(text, lang=lang).findings if f.severity != "note"] == []


def test_the_odd_share_is_marked_wherever_it_stands() -> None:
    text = TOLD[0][0].format("12.6")
    (finding,) = check_text(text, lang="zh").findings
    assert text[finding.start : finding.end] == "12.6%"


def test_a_rate_that_something_is_converted_at_is_no_discount() -> None:
    (rate, *_) = check_text("按6.9042折算，约合1521万美元。", lang="zh").quantities
    assert (rate.unit, rate.printed_low) == ("", 6.9042)
