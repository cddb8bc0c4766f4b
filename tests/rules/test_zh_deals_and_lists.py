"""What the rules of deals, timings, ballots and lists are told by, beyond their examples: messages, commas of either width, traps."""

from __future__ import annotations

import pytest

from factcheck import check_text
from factcheck.text.conditions.around import either_width

TRAPS = [
    "以6万元存三年期定期为例，按2.5%的年利率计算，到期可得利息4613元。",                # 复利
    "存入6万元，年利率2.5%，三年到期利息共4500元。",
    "原价260元的椅子只卖182元，相当于打了七折。",
    "全国每年因触电死亡的人数达8万人，平均每6.6分钟就有一人因此丧生，救护车每3分钟出动一次。",
    "2008年至2014年任职期间，她连续三年获奖。",
    "从2008年到2014年，她连续七年在除夕值班。",
    "村里的茶馆翻了两番，茶馆从20家增加到80家。",
    "村里的茶馆翻了近三番，茶馆从20家增加到150家。",
    "出席会议的代表118人，议案以81票赞成、15票反对、12票弃权通过。",
    "全县有四位校长获奖，分别是王小山、李大木、陈一川和赵四海。",
    "全县有五位校长获奖，分别是王小山、李大木、陈一川，以及赵四海和钱五。",
    "大展将于3月8日至5月7日举行，展期61天，其中近三成展品首次公开。",
    "大展将于3月8日至5月7日举行，周一闭馆，展期53天。",
]


@pytest.mark.parametrize("text", TRAPS)
def test_traps(text: str) -> None:
    assert [f.code for f in check_text(text, lang="zh").findings if f.severity != "note"] == []


def test_interest_is_that_of_all_years() -> None:
    (finding,) = check_text("以6万元存三年期定期为例，按2.5%的年利率计算，到期可得利息1500元。", lang="zh").findings
    assert finding.code == "SHR311"
    assert finding.derivation[0] == "6万元 × 2.5% × 3 = 4500元"
    assert "1500元应为4500元" in finding.message


@pytest.mark.parametrize("text", [
    "大展将于3月8日至5月7日举行{c}展期31天{c}周末延时。",
    "这把原价260元的椅子只卖182元{c}相当于打了五折{c}每人限购一把。",
])
def test_commas_of_either_width(text: str) -> None:
    told = [[f.code for f in check_text(text.format(c=comma), lang="zh").findings] for comma in "，,"]
    assert told[0] == told[1] != []


def test_a_pattern_takes_either_width() -> None:
    assert either_width("[,，]x") == "[,，]x"
    assert either_width("，(?=[，。])") == "[，,](?=[，。,])"
    assert either_width("no comma") == "no comma"
