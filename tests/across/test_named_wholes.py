"""Parts told with their shares of a whole that is only named, and leads told before the shares that they are between."""

from __future__ import annotations

import pytest

from factcheck import check_text

TOLD = [
    ("Gross profit was $64.8 million, or 24.0% of net sales. Freight cost ${} million, or 13.5% of net sales.", "36.5", "63.5", "SHR314"),
    ("Gross profit was $64.8 million, or 24.0% of net sales.\n\nFreight cost $36.5 million, or {}% of net sales, 40 basis points less.", "13.5",
     "31.5", "SHR314"),
    ("Research cost €64.8 million (24.0% of revenue). Freight was €36.5 million ({}% of revenue).", "13.5", "15.3", "SHR314"),
    (("Mayor Reed has a {}-point lead over Hall in a new poll.\n\nThe survey found Reed leading Hall with 51 percent support to 38 percent, "
     "while 8 percent were unsure."), "13", "31", "CHG203"),
    ("Reed holds a 9-point edge over Hall. The poll found Reed ahead by 51 percent to {} percent.", "42", "24", "CHG203"),
]


@pytest.mark.parametrize(("text", "right", "wrong", "code"), TOLD)
def test_a_slip_is_told(text: str, right: str, wrong: str, code: str) -> None:
    assert [f.code for f in check_text(text.format(right), lang="en").findings if f.severity != "note"] == []
    assert code in [f.code for f in check_text(text.format(wrong), lang="en").findings if f.severity == "warning"]


@pytest.mark.parametrize("text", [
    # of another time, of a part of it, a second share in one sentence, and shares that no slip explains
    "Gross profit was $64.8 million, or 24.0% of net sales. A year ago freight cost $63.5 million, or 13.5% of net sales.",
    "Gross profit was $64.8 million, or 24.0% of net sales. Freight cost $63.5 million, or 13.5% of hardware sales.",
    "Gross profit was $64.8 million, or 24.0% of net sales. Freight cost $63.5 million, or 13.5% of sales, and pay $20.0 million, or 9% of sales.",
    "Gross profit was $64.8 million, or 24.0% of net sales. Freight cost $44.7 million, or 13.5% of net sales.",
    # another poll, another leader, an average of polls
    "Reed holds a 13-point edge over Hall. The poll found Reed ahead by 51 percent to 45 percent.",
    "Reed holds a 13-point edge over Hall. In Leeds the poll found Shaw ahead by 51 percent to 83 percent.",
    "Reed holds a 13-point edge over Hall in an average of polls. One found Reed ahead by 81 percent to 38 percent.",
])
def test_of_another_whole(text: str) -> None:
    assert [f.code for f in check_text(text, lang="en").findings if f.severity != "note"] == []
