"""Totals with the parts that are listed with them, structures printed as rows, steps and shares of the sentence before."""

from __future__ import annotations

import pytest

import factcheck


def found(text: str) -> list[str]:
    return [f.code for f in factcheck.check_text(text, lang="zh").findings if f.severity != "note"]


def rules(text: str) -> set[str]:
    return {c.rule for c in factcheck.check_text(text, lang="zh").claims if c.verdict.startswith("consistent")}


LISTED = [                                # right; one figure of it; what it was
    ("码头总投资1268.7亿元，包括土建1203.4亿元、设备购置65.3亿元。", "1203.4", "1230.4"),
    ("全年銷售5274輛，其中轎車3168輛，貨車2106輛。", "3168", "3618"),
    ("全港装卸货物3157万吨。其中，煤炭装卸1640万吨，矿石1285万吨，粮食149万吨，钢材83万吨。", "3157", "3517"),
    ("累计报告病例1304例（甲市912例、乙市248例、丙市144例）。", "248", "284"),
    ("抓舉128公斤、挺舉161公斤，總成績289公斤。", "161", "116"),
    ("住宅用地67.24公顷，其中多层35.81公顷，高层31.43公顷。", "35.81", "53.81"),
    ("地方政府债券发行8642亿元，其中一般债券3105亿元，专项债券5537亿元。", "5537", "5237"),
    ("全市产值合计3719.35亿元，比上年多4.8%；其中第一、二、三产业的增加值各为412.55亿元、1576.38亿元、1730.42亿元。",
     "1576.38", "1756.38"),
    ("决赛中，他以抓举171公斤、挺举208公斤、总成绩379公斤摘得铜牌。", "379", "397"),
    # of several amounts before, those of the last, or of the one they make
    ("登记渔船1284艘，853艘出海，出海率66.4%。其中，围网205艘、拖网389艘、流网28艘、钓船231艘。", "853", "583"),
    ("贷款规模780亿元，已发放340.7亿元，融资余额242.11亿元。其中，港区和船厂融资余额分别为29.63亿元、205.64亿元，渔村融资余额6.84亿元。",
     "205.64", "250.64"),
    ("三次产业结构由12.1:43.2:44.7调整为10.5:42.3:47.2。", "42.3", "32.4"),
]


@pytest.mark.parametrize(("text", "figure", "wrong"), LISTED)
def test_a_slip_in_a_listed_total_is_found(text: str, figure: str, wrong: str) -> None:
    assert found(text) == []
    assert any(rule.startswith("zh.across.") for rule in rules(text))
    assert found(text.replace(figure, wrong))


@pytest.mark.parametrize(("text", "codes"), [
    ("水库总投资47亿元，其中大坝26亿元，渠道14亿元，其他7亿元。", []),
    ("水库总投资47亿元，其中大坝26亿元，渠道18亿元，其他9亿元。", ["SUM301"]),
    ("水庫總投資47億元，其中大壩26億元，渠道18億元，其餘9億元。", ["SUM301"]),
    ("水库总投资47亿元，其中大坝26亿元，渠道18亿元，另有贷款9亿元。", []),
])
def test_a_list_that_ends_with_the_rest_is_whole(text: str, codes: list[str]) -> None:
    assert found(text) == codes


@pytest.mark.parametrize("text", [
    "Of the $94.2 million, schools were given $61.7 million, while parks were given $23.5 million and roads the rest.",
    "在职职工1235人，其中女职工523人，党员412人，本科以上学历876人。",                  # parts that overlap
    "全国粮食产量69541万吨，其中小麦13659万吨、玉米28884万吨。",                        # not all of them
    "全年收入5136元，其中工资3024元、奖金1057元等。",
    "项目总投资12.5亿元，其中一期投资5.2亿元，已完成投资3.8亿元。",
    "全省存款5274亿元，同比增加3168亿元，其中外币存款2206亿元。",                        # a step is no part
    "他以3:1领先，比分随后为21:18:15。",
    "三国产业合作结构优化，面积比为21:35:70。",
])
def test_a_list_that_may_not_be_complete_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "right", "wrong"), [
    ("The ferry took 5,208 tonnes of hay ({} north, 1,462 south).", "3,745", "3,475"),        # each rounded for itself: 5,207
    ("渡轮运草5208吨，其中北行{}吨，南行1462吨。", "3745", "3475"),
])
def test_measures_may_be_rounded_each_for_itself(text: str, right: str, wrong: str) -> None:
    assert found(text.format(right)) == []
    assert found(text.format(wrong)) == ["SUM301"]
    assert found(text.format(wrong).replace(" tonnes of hay", " letters").replace("吨", "封")) == []


STEPS = [
    ("全年结婚登记6106对，离婚登记2621对。对比上年结婚登记减少1574对，下降20.5%。", "20.5", "25.0"),
    ("年末在校生8688人。与上年相比，增加了2617人，增长43.1%。", "43.1", "34.1"),
    ("全省外贸进出口5723亿元，增长4%。其中，民营企业进出口3434亿元，增长6%，占全省进出口总值的60.0%。", "60.0", "66.0"),
    ("某市进出口5723亿元，增长4%。民营企业进出口3434亿元，占进出口总值的60.0%。", "3434", "3344"),
]


@pytest.mark.parametrize(("text", "figure", "wrong"), STEPS)
def test_what_belongs_to_the_sentence_before(text: str, figure: str, wrong: str) -> None:
    assert found(text) == []
    assert found(text.replace(figure, wrong))


@pytest.mark.parametrize("text", [
    "年末在校生8688人，教职工512人。与上年相比，增加了2617人，增长34.1%。",              # of which of them
    "机电产品出口5723亿元，增长4%。民营企业出口1434亿元，占出口总值的61.5%。",            # exports are more than machines
    "全年登记结婚6106对。离婚登记减少157对，下降25.1%。",
])
def test_another_subject_in_the_sentence_before(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", [
    "The firm announced a buyback of $1.3 billion. It booked a $9.6 million charge, including $5.2 million for closures and $3.1 million for staff.",
    "It has raised £2.4bn so far. Some £8.6m went to Hull, £5.3m to York and £4.1m to Leeds.",
])
def test_a_scale_word_is_no_slip_if_the_sum_would_still_not_fit(text: str) -> None:
    """With a smaller scale word the last digit of a figure is smaller, too."""
    assert not [f for f in factcheck.check_text(text, lang="en").findings if f.severity != "note"]


def test_a_scale_word_is_a_slip_if_the_sum_fits_then() -> None:
    text = "It has raised £18.0bn so far. Some £8.6m went to Hull, £5.3m to York and £4.1m to Leeds."
    assert [f.code for f in factcheck.check_text(text, lang="en").findings] == ["SUM301"]
