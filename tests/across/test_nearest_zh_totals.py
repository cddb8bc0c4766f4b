"""The share right behind a part, in Chinese, where the parts are known to make the total."""

from __future__ import annotations

import pytest

from .test_parts import codes

RIGHT_AND_WRONG = [
    ("集团全年总营收401.2亿元，增长18.7%。内地营收260.7亿元，海外营收140.5亿元（占{}%）。", "35.0", "65.0"),
    ("集团全年總營收401.2億元，增長18.7%。內地營收260.7億元，海外營收140.5億元，佔比為{}%。", "35.0", "65.0"),
    ("集团全年总营收401.2亿元，增长18.7%。内地营收260.7亿元（占比{}%），海外营收140.5亿元。", "65.0", "35.0"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), RIGHT_AND_WRONG)
def test_both(text: str, right: str, wrong: str) -> None:
    assert codes(text.format(right), across=False) == []
    assert codes(text.format(wrong), across=False) == ["SHR311"]


@pytest.mark.parametrize("text", [
    "集团全年总营收401.2亿元，增长18.7%。内地营收260.7亿元，海外营收140.5亿元（占行业的65.0%）。",
    "集团全年总营收401.2亿元，增长18.7%。内地营收260.7亿元，海外营收140.5亿元（线上占65.0%）。",
    "集团全年总营收401.2亿元，增长18.7%。内地营收260.7亿元，海外营收140.5亿元（占65.0%的市场）。",
    "集团全年总营收500.0亿元，增长18.7%。内地营收260.7亿元，海外营收140.5亿元（占65.0%）。",
])
def test_silent(text: str) -> None:
    assert codes(text, across=False) == []
