"""Years from one event to the next, and anniversaries, told over clauses and sentences."""

from __future__ import annotations

import pytest

from factcheck import check_text

TOLD = [                                  # what is right, and what is not
    ("Digging began in 1994, and the tunnel opened in 2019, {} years later.", "25", "35", "TIM501"),
    ("The mayor spoke. Digging began in 1994. The tunnel opened in 2019, {} years later.", "25", "52", "TIM501"),
    ("Digging began in 1994. {} years later, in 2019, the tunnel opened.", "Twenty-five", "Thirty-five", "TIM501"),
    ("The tunnel opened in 2019. Digging had begun {} years earlier, in 1994.", "25", "20", "TIM501"),
    ("The choir was founded in 1904. In 2014, {} years after its foundation, it sang no more.", "110", "101", "TIM501"),
    ("The choir was founded in 1904. It marked its {}th anniversary in 2014.", "110", "120", "TIM503"),
    ("隧道1994年动工。{}年后的2019年，隧道通车。", "25", "35", "TIM501"),
    ("她1990年進入銀行工作。{}年後，她於2008年離職。", "18", "28", "TIM501"),
    ("合唱团成立于1904年。2014年，合唱团迎来{}周年庆典。", "110", "120", "TIM503"),
]
RIGHT = [
    "He was born in 1950 and married in 1975. Ten years later, in 1985, he left.",
    "He was jailed in 2003. Freed in 2010, three years later he opened a bar.",
    "He was jailed in 2003. Freed in 2010, three years later, he opened a bar.",
    "He won the seat in 1964. A rival won it back two years later, and he had to wait until 1970.",
    "The war ended in 1945. In 1960, ten years after the treaty was signed, the border opened.",
    "He joined in 1970 and retired in 1990, five years earlier than planned.",
    "The choir was founded in 1904. The town marked its 700th anniversary in 2014.",
    "The hall was seen in 1904. It marked its 120th anniversary in 2014.",
    "她1990年进入银行工作，1995年调往南方。13年后，她于2008年离职。",
    "合唱团成立于1904年。2014年，全国庆祝抗战胜利69周年。",
    "隧道1994年动工。10年后，2019年才通车的另一座桥也动工了。",
]


@pytest.mark.parametrize(("text", "right", "wrong", "code"), TOLD)
def test_years_that_have_passed(text: str, right: str, wrong: str, code: str) -> None:
    assert check_text(text.format(right)).findings == ()
    assert {"timespan", "anniversary"} & {c.relation for c in check_text(text.format(right)).claims if c.verdict.startswith("consistent")}
    assert [f.code for f in check_text(text.format(wrong)).findings] == [code]


@pytest.mark.parametrize("text", RIGHT)
def test_years_of_something_else(text: str) -> None:
    assert [f.code for f in check_text(text).findings] == []
