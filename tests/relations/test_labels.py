"""A percentage that bears the label of the wrong base: told where it is that of the other level, silent where it is of its own."""

from __future__ import annotations

import pytest

from factcheck import check_text

ON_YEAR = [
    "7月客流为7.8万人次，6月为6.0万人次，去年同期为5.2万人次，同比增长{p}%。",
    "門市八月營收78億元，年增{p}%，七月為60億元，去年八月為52億元。",
    "Landings were 780 tonnes in May, up {p}% on the year; they were 520 tonnes in May last year and 600 tonnes in April.",
]
ON_MONTH = [
    "7月客流为7.8万人次，6月为6.0万人次，去年同期为5.2万人次，环比增长{p}%。",
    "Landings were 780 tonnes in May, up {p}% from the previous month; they were 520 tonnes a year ago and 600 tonnes in April.",
]


def told(text: str) -> list[str]:
    return [f.code for f in check_text(text).findings if f.severity in ("error", "warning")]


@pytest.mark.parametrize(("texts", "right", "wrong"), [(ON_YEAR, 50, 30), (ON_MONTH, 30, 50)])
def test_labels(texts: list[str], right: int, wrong: int) -> None:
    for text in texts:
        assert told(text.format(p=wrong)) == ["CHG201"], text
        assert not told(text.format(p=right)), text
