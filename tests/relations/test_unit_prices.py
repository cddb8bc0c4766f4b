"""So much a litre and so many litres, coins, doses by weight: told where the product is another, silent for other things and limits."""

from __future__ import annotations

import pytest

from factcheck import check_text

TOLD = [
    ("A 45-litre tank, filled at £1.50 a litre, would cost £76.50.", "SUM321", "£76.50"),
    ("The 1,100-square-foot loft sold for $715,000, or $560 a square foot.", "SUM321", "$715,000"),
    ("The jar held 1,200 twenty-pence pieces worth £340.", "SUM321", "£340"),
    ("They handed in 6,200 pennies, or £620.", "CNV401", "£620"),
    ("A sheep weighing 60 kg would get 4 mg per kilogram, a dose of 360 mg.", "SUM321", "360 mg"),
    ("柴油每升7.20元，加满一箱80升的油要花756元。", "SUM321", "756元"),
    ("按每公斤体重6毫克计算，体重50公斤的患者每次应服用30毫克。", "SUM321", "30毫克"),
    ("门面建筑面积80平方米，月租金每平方米150元，每月租金2.1万元。", "SUM321", "2.1万元"),
]
SILENT = [
    "A 45-litre tank, filled at £1.50 a litre, would cost £67.50.",
    "Petrol costs £1.50 a litre and filling a 45-litre tank with diesel costs £76.50.",
    "The 1,100-square-foot loft sold for $715,000; the average in its street is $560 a square foot.",
    "They handed in 6,200 pennies and a note of £50.",
    "A sheep weighing 60 kg gets 4 mg per kilogram twice a day, or 480 mg.",
    "按每公斤体重6毫克计算，每日最大剂量200毫克，体重50公斤的患者应服用200毫克。",
    "地块面积2万平方米，成交楼面价每平方米1.5万元，总价6亿元。",
    "该房使用面积90平方米，单价2万元/平方米，总价220万元。",
    "购车首付8万元，余款分36期，每期支付3000元，总计18.8万元。",
]


def told(text: str) -> list[tuple[str, str]]:
    return [(f.code, text[f.start : f.end]) for f in check_text(text).findings if f.severity in ("error", "warning")]


@pytest.mark.parametrize(("text", "code", "marked"), TOLD)
def test_told(text: str, code: str, marked: str) -> None:
    assert told(text) == [(code, marked)]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert not told(text)
