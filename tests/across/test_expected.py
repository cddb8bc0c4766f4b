"""What somebody had expected, told between commas, is no level that a step is from or to."""

from __future__ import annotations

import pytest

import factcheck


@pytest.mark.parametrize(("text", "message"), [
    ("Sales were $640 million, above analysts' expectations of $598.5 million, up 36% from $512.6 million a year earlier.",
     "From $512.6 million to $640 million is a change of 25%, not 36%."),
    ("Revenue rose 36% to $640 million, compared with analysts' estimates of $598.5 million, from $512.6 million a year ago.",
     "From $512.6 million to $640 million is a change of 25%, not 36%."),
    ("第一季度销售额为640亿元，高于市场预期的598.5亿元，去年同期为512.6亿元，同比增长36%。", "从512.6亿元到640亿元的变动是25%，不是36%。"),
])
def test_steps_are_told_of_what_happened(text: str, message: str) -> None:
    assert [finding.message.partition(" Likely slip")[0].partition("可能的笔误")[0] for finding in factcheck.check_text(text).findings] == [message]


@pytest.mark.parametrize("text", [
    "Sales were $640 million, above analysts' expectations of $598.5 million, up 25% from $512.6 million a year earlier.",
    "Revenue of $640 million, ahead of the $598.5 million expected by analysts, was up 25% from $512.6 million.",
    "第一季度销售额为640亿元，高于市场预期598.5亿元，去年同期为512.6亿元，同比增长25%。",
])
def test_right_ones_are_silent(text: str) -> None:
    assert not factcheck.check_text(text).findings
