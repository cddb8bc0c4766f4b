"""What no reader sees changes nothing of what is read, and every place is that of the original text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck import engine
from factcheck.text.document import parse
from factcheck.values import GONE

TEXTS = (
    "Sales rose 50% from $20 million to $25 million. The 12 clerks (40%) and 18 others were told on 3 May 2021.",
    "销售额由20万元增至25万元，增长50%。全镇有1.2万人，其中老人3000名。",
)


@pytest.mark.parametrize("text", TEXTS, ids=["en", "zh"])
@settings(max_examples=40)
@given(data=st.data())
def test_markup_inside_a_text_changes_nothing(text: str, data: st.DataObject) -> None:
    sizes = data.draw(st.lists(st.integers(0, 3), min_size=len(text) + 1, max_size=len(text) + 1))
    marked = "".join(GONE * size + char for size, char in zip(sizes, [*text, ""], strict=True))
    plain, found = factcheck.check_text(text), engine.check(parse(marked))       # as readers of formats give it
    assert [f.message for f in found.findings] == [f.message for f in plain.findings]
    assert [(c.relation, c.text, c.verdict) for c in found.claims] == [(c.relation, c.text, c.verdict) for c in plain.claims]
    assert [q.text for q in found.quantities] == [q.text for q in plain.quantities]
    assert [marked[q.start:q.end].replace(GONE, "") for q in found.quantities] == [q.text for q in found.quantities]
    assert [marked[f.start:f.end].replace(GONE, "") for f in found.findings] == [text[f.start:f.end] for f in plain.findings]
    assert found.document.text == marked


UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


@pytest.mark.parametrize(("text", "figures"), [
    ("It has 5\u200b million peo\u00adple.", ["5 million people"]),
    ("\ufeffIt has 5 mil\u00adlion people.", ["5 million people"]),
    ("They won 2019\u200b25 and 30\u00ad40.", ["2019", "25", "30", "40"]),           # two figures stay two
    ("增长\u200b25\u2060%。", ["25%"]),
])
def test_what_has_no_width_parts_no_figure(text: str, figures: list[str]) -> None:
    report = factcheck.check_text(text)
    assert [q.text for q in report.quantities] == [text[q.start:q.end] for q in report.quantities]
    assert [q.text.translate(UNSEEN) for q in report.quantities] == figures
    assert [text[q.start:q.end] for q in report.quantities][-1][-1] == figures[-1][-1]
