"""Sentences of a text that is broken into lines: a figure at the beginning of a line belongs to what leads to it."""

from __future__ import annotations

import pytest

from factcheck import check_text

CONSISTENT = [
    "The report of the ministry says that olive exports rose by 20 percent to\n60,000 tonnes from 50,000 tonnes.",
    "The brewer said on the day of its annual meeting that sales were up from\n2.0 million barrels to 2.5 million, a rise of 25 percent.",
    "Its profit is to fall 50 percent to five billion yen, down from the year before when it was about 10\nbillion yen in all.",
]
INCONSISTENT = "The report of the ministry says that olive exports rose by 30 percent to\n60,000 tonnes from 50,000 tonnes."
APART = [
    "What the ministry of agriculture says of the exports of olives, up 30 percent to\n7 Things to know of 60 tonnes from 50 tonnes",
    "What the ministry of agriculture says of the exports of olives, up 30 percent to\n12. Sixty tonnes, from 50 tonnes",
]


@pytest.mark.parametrize("text", CONSISTENT)
def test_lines_are_joined(text: str) -> None:
    report = check_text(text)
    assert not report.findings
    assert "consistent" in {claim.verdict for claim in report.relations if claim.relation == "change"}


def test_an_error_over_two_lines_is_found() -> None:
    assert [finding.code for finding in check_text(INCONSISTENT).findings] == ["CHG201"]


@pytest.mark.parametrize("text", APART)
def test_items_of_a_list_are_not_joined(text: str) -> None:
    assert not check_text(text).findings
