"""A letter that is a scale and a unit: what else the sentence counts says which."""

from __future__ import annotations

import pytest

import factcheck


@pytest.mark.parametrize(("text", "figure", "value", "unit"), [
    ("The yard built 1.4m bikes, up from 1.2m a year earlier.", "1.2m", 1.2e6, ""),
    ("Bus passengers rose to 2.2m people from 2.0m.", "2.0m", 2.0e6, ""),
    ("It sold 1.34m candles in May, against 1.2m a year ago.", "1.2m", 1.2e6, ""),
    ("It sold 1.34m candles in May, from a stall 12m wide.", "12m", 12.0, "m"),
    ("The mast is 22m tall, up from 20m.", "20m", 20.0, "m"),
    ("For its 2m customers the tower is 22m tall, up from 20m.", "20m", 20.0, "m"),
    ("Its 6m customers live within 100m of a shop.", "100m", 100.0, "m"),
    ("Some 3m people watched the 400m.", "400m", 400.0, "m"),
])
def test_million_or_metre(text: str, figure: str, value: float, unit: str) -> None:
    found = next(q for q in factcheck.check_text(text, lang="en").quantities if q.text == figure)
    assert (found.printed_low, found.unit) == (pytest.approx(value), unit)


def test_levels_in_millions_are_held_against_each_other() -> None:
    assert not factcheck.check_text("The yard built 1.4m bikes, up 17% from 1.2m a year earlier.").findings
    assert [f.code for f in factcheck.check_text("The yard built 1.4m bikes, up 71% from 1.2m a year earlier.").findings] == ["CHG201"]
