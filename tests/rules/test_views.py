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
           ", partly due to the new quay,", ", however,", " (see the chart),"],
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
