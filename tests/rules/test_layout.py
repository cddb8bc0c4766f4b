"""How a text is set changes no verdict: blanks beside digits, wide digits, bold print, footnotes, numbers of items, datelines, short lines."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

import pytest

from factcheck import check_text

WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
PASSAGES = {
    "en": [("Seat prices rose from $40 to $50, an increase of {}%.", "25", "35", "CHG201"),
           ("They bought the mast for £60 and sold it for £95, making £{}.", "35", "48", "CHG202"),
           ("At $72 a barrel, tar is {}% dearer than in May, when it cost $60 a barrel.", "20", "40", "CHG201"),
           ("The ferry left at 8.12am and drew in at 2.02pm, {} hours and 50 minutes later.", "five", "six", "TIM508")],
    "zh": [("蓝队120分，白队95分，蓝队领先{}分。", "25", "35", "CHG202"),
           ("抢修从13时15分开始，15时45分结束，历时{}小时。", "两个半", "三个半", "TIM508"),
           ("6月快递业务量12.0亿件，日均{}万件。", "4000", "6000", "SUM321"),
           ("贷款100万元，年利率5%，每年利息{}万元。", "5", "8", "SHR311")],
}
LAYOUTS: dict[str, list[Callable[[str], str]]] = {
    "en": [
        lambda text: re.sub(r"([$£]?[0-9][0-9.,]*[0-9]%?)", r"**\1**", text),
        lambda text: text.replace(".", "[3].") if text.count(".") == 1 else text[:-1] + "[3].",
        lambda text: re.sub("(?<=[0-9]) ", "\u00a0", text),
        lambda text: "\n".join(textwrap.wrap("The town published its yearly report on Monday. " + text + " The council meets in May.", 58)),
        lambda text: "LONDON (Reuters) — " + text,
        lambda text: "1. " + text,
    ],
    "zh": [
        lambda text: re.sub("(?<=[0-9])(?=[一-鿿])|(?<=[一-鿿])(?=[0-9])", " ", text),
        lambda text: text.translate(WIDE),
        lambda text: text[:-1] + "[12]。",
        lambda text: re.sub("([0-9.]+%?)", r"**\1**", text),
        lambda text: "1. " + text,
        lambda text: "2、" + text,
        lambda text: "一是" + text,
        lambda text: "（三）" + text,
        lambda text: "新华社北京3月4日电（记者 王小满）" + text,
        lambda text: "本报讷河8月12日电　" + text,
    ],
}
CASES = [(lang, passage, number) for lang in PASSAGES for passage in PASSAGES[lang] for number in range(len(LAYOUTS[lang]))]


@pytest.mark.parametrize(("lang", "passage", "number"), CASES)
def test_a_layout_changes_no_verdict(lang: str, passage: tuple[str, str, str, str], number: int) -> None:
    text, right, wrong, code = passage
    layout = LAYOUTS[lang][number]
    assert not check_text(layout(text.format(right)), lang=lang).findings
    found = check_text(layout(text.format(wrong)), lang=lang).findings
    assert [finding.code for finding in found] == [code]


@pytest.mark.parametrize(("text", "figures"), [
    ("Of **1.2 million** voters **35%** stayed away.", ["1.2 million** voters", "35%"]),
    ("The square of 12 is 12**2, or 144.", ["12", "12", "2", "144"]),
    ("It has 5 million[12] and 40%[13] more.", ["5 million", "40%"]),
    ("年产 120 万吨，占 30%。", ["120 万吨", "30%"]),
    ("年产１２０万吨，占３０％。", ["１２０万吨", "３０％"]),
    ("共 35 支 12 人的队伍。", ["35 支", "12 人"]),
])
def test_spans_are_those_of_the_original(text: str, figures: list[str]) -> None:
    report = check_text(text)
    assert [text[q.start:q.end] for q in report.quantities] == figures
    assert [q.text for q in report.quantities] == figures


@pytest.mark.parametrize(("text", "code"), [
    ("Its costs rose sharply by 13% to $26 million from $20 million.", "CHG201"),
    ("Its costs rose modestly by 30% to $26 million from $20 million.", ""),
    ("They bought the flat for £210,000 and sold it for £265,000, a sharp gain of £72,000.", "CHG202"),
    ("The men won 14 cups and the women 11, for a total of 28 despite the strike.", "SUM301"),
    ("The men won 14 cups and the women 11, for a total of 25 despite the strike.", ""),
    ("The lake, whose level was 142 metres in May, stood at 135 metres in October, a fall of 11 metres because of the drought.", "CHG202"),
    ("They bought the urn for £60 and sold it for £95, making £48 in a day.", ""),               # other sales
])
def test_how_and_why_of_a_step(text: str, code: str) -> None:
    assert [finding.code for finding in check_text(text).findings] == ([code] if code else [])
