"""What stands between commas or in brackets and holds no figure changes no verdict."""

from __future__ import annotations

import pytest

import factcheck

PASSAGES = {
    "en": [("Takings rose {p}%{aside} from 40 to 50 million kroner.", "CHG201", 25, 35),
           ("Of the 60 ferries that called{aside} 15 ({p}%) were late.", "SHR311", 25, 35),
           ("Barley accounted for {p}%{aside} oats for 30% and rye for 45%.", "SUM302", 25, 55)],
    "zh": [("门票收入由2.40亿元增至3.00亿元{aside}增长{p}%。", "CHG201", 25, 35),
           ("登记的渡轮有60艘{aside}其中15艘（{p}%）晚点。", "SHR311", 25, 35)],
}
ASIDES = {
    "en": [",", ", the harbour master said,", ", officials said on Tuesday,", ", according to the port,", ", helped by a dry summer,", ", it added,",
           ", the ministry reported,", ", however,", " (see the chart),"],
    "zh": ["，", "，据港务局介绍，", "，业内人士指出，", "，受天气影响，", "，市统计局表示，", "（见下图），"],
}
CASES = [(lang, passage, aside) for lang in PASSAGES for passage in PASSAGES[lang] for aside in ASIDES[lang]]


@pytest.mark.parametrize(("lang", "passage", "aside"), CASES)
def test_an_aside_changes_no_verdict(lang: str, passage: tuple[str, str, int, int], aside: str) -> None:
    text, code, right, wrong = passage
    if aside == "," and "rose" in text:
        aside = ""
    assert not factcheck.check_text(text.format(p=right, aside=aside), lang=lang).findings
    found = factcheck.check_text(text.format(p=wrong, aside=aside), lang=lang).findings
    assert [f.code for f in found] == [code]


@pytest.mark.parametrize("text", [
    "Takings rose 35%, costs fell, from 40 to 50 million kroner a year earlier.",
    "Takings rose 35%, while costs, the bank said, went from 40 to 50 million kroner.",
    "收入增长35%，成本下降，由2.40亿元增至3.00亿元的是门票。",
])
def test_what_says_something_of_its_own_is_no_aside(text: str) -> None:
    assert not factcheck.check_text(text).findings


@pytest.mark.parametrize("text", [
    "每股派息 0.20 元，按总股本 8.00 亿股计算，共派发现金红利 {} 亿元。", "每亩租金 600 元，250 亩共计 {} 万元。",
    "他 1985 年参加工作，2021 年退休，工龄 {} 年。", "該線 1994 年通車， 2006 年停運，使用了 {} 年。",
])
@pytest.mark.parametrize("blank", [" ", ""])
def test_a_blank_beside_digits_changes_nothing(text: str, blank: str) -> None:
    right = {"股": "1.6", "亩": "15", "龄": "36", "線": "12"}[next(c for c in text if c in "股亩龄線")]
    assert not factcheck.check_text(text.format(right).replace(" ", blank)).findings
    assert len(factcheck.check_text(text.format("97").replace(" ", blank)).findings) == 1


@pytest.mark.parametrize(("text", "code"), [
    ("The pit holds 420 tonnes of sand, about 50 percent of its 600 tonne limit.", "SHR311"),
    ("The pit holds 420 tonnes of sand, about 70 percent of its 600 tonne limit.", ""),
    ("Aid rose to $5.0 million of grants, up 45% from $4.0 million.", "CHG201"),
    ("Two miles (3 km) out, over 90 feet (27 m) deep, under 3 inches (8 cm) of silt.", ""),
    ("Measles fell from 64 to 32 per 1,000 infants, a drop of 60 percent.", "CHG201"),
    ("Measles fell from 64 to 32 per 1,000 infants, a drop of 50 percent.", ""),
    ("They moved 420 of them, 50 percent of the 600 that are left now.", ""),
])
def test_what_a_measure_is_of_parts_no_figures(text: str, code: str) -> None:
    assert [f.code for f in factcheck.check_text(text, lang="en").findings] == ([code] if code else [])


@pytest.mark.parametrize(("text", "message"), [
    ("Sales were $640 million, above analysts' expectations of $598.5 million, up 36% from $512.6 million a year earlier.",
     "From $512.6 million to $640 million is a change of 25%, not 36%."),
    ("Revenue rose 36% to $640 million, compared with analysts' estimates of $598.5 million, from $512.6 million a year ago.",
     "From $512.6 million to $640 million is a change of 25%, not 36%."),
    ("第一季度销售额为640亿元，高于市场预期的598.5亿元，去年同期为512.6亿元，同比增长36%。", "从512.6亿元到640亿元的变动是25%，不是36%。"),
])
def test_what_was_expected_is_no_level(text: str, message: str) -> None:
    assert [finding.message.partition(" Likely slip")[0].partition("可能的笔误")[0] for finding in factcheck.check_text(text).findings] == [message]


@pytest.mark.parametrize("text", [
    "Sales were $640 million, above analysts' expectations of $598.5 million, up 25% from $512.6 million a year earlier.",
    "Revenue of $640 million, ahead of the $598.5 million expected by analysts, was up 25% from $512.6 million.",
    "第一季度销售额为640亿元，高于市场预期598.5亿元，去年同期为512.6亿元，同比增长25%。",
])
def test_steps_beside_what_was_expected_are_right(text: str) -> None:
    assert not factcheck.check_text(text).findings
