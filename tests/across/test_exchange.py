"""The rate of exchange that the other sums of an article give away."""

from __future__ import annotations

import pytest

from factcheck import check_text

from .examples import accused, silent

ENGLISH = "The pier cost $21.0m (£11.1m). The baths brought in $31.8m (£16.8m), and the fair $12.4m ({})."
CHINESE = "码头造价2100万美元（1.51亿元人民币）。浴场收入3180万美元（2.29亿元人民币），集市收入950万美元（{}元人民币）。"


@pytest.mark.parametrize(("text", "right", "wrong"), [(ENGLISH, "£6.5m", "£5.6m"), (CHINESE, "6840万", "8640万")])
def test_one_sum_at_another_rate(text: str, right: str, wrong: str) -> None:
    report = check_text(text.format(right))
    assert report.findings == ()
    assert [c.verdict for c in report.claims if c.relation == "exchange"] == ["consistent", "consistent"]
    (finding,) = check_text(text.format(wrong)).findings
    assert (finding.code, finding.severity, finding.start) == ("CNV403", "warning", text.index("{"))


def test_three_give_away_what_no_slip_explains() -> None:
    text = "The pier cost $21.0m (£11.1m), the baths $31.8m (£16.8m) and the fair $73.4m (£38.9m). The show made $19.5m (£14.9m)."
    assert [f.code for f in check_text(text).findings] == ["CNV403"]


test_other_days_and_other_currencies = silent([
    "The pier cost $21.0m (£11.1m). The fair took $12.4m (£5.6m).",                                           # two, of two days
    "The pier cost $21.0m (£11.1m). The baths brought in $31.8m (£16.8m). In 1992 the fair took $12.4m (£5.6m).",
    "The pier cost $21.0m (£11.1m). The baths brought in $31.8m (£16.8m). The fair took $12.4m (£6.4m).",     # of another day
    "The pier cost $21.0m (£11.1m). The baths brought in $31.8m (€26.8m), and the fair $12.4m (€5.6m).",
])

test_a_zero_too_many = accused([
    ("The mill was sold for $1.8 billion (£94 million).", "CNV404"),
    ("The mill was sold for $1.8 billion (£940 million).", ""),
    ("The mill was worth $20 million (£10.5 million) then, and is to be worth $1.8 billion (£94 million) soon.", "CNV404"),
    ("新公寓的均价为620万日元（53.7万美元）。", "CNV404"),
    ("新公寓的均价超过6200万日元（53.7万美元）。", ""),
    ("In 1972 the mill was sold for 360 million yen ($1 million).", ""),          # a dollar was 360 yen
    ("The trust raised ¥10.48 billion ($1.6 billion) in Hong Kong.", ""),         # yuan, by the same sign
    ("The mill was sold for 500 million pounds ($10 million).", ""),              # of Egypt
    ("The fine was $500,000 (£20,000 of it in costs).", ""),
])

test_ends_of_a_range_are_converted_alike = accused([
    ("门票大约100-200日元（约合6-21元人民币）。", "CNV403"),
    ("门票大约100-200日元（约合6-12元人民币）。", ""),
    ("租金为每月500-1000美元（约3000-7000元人民币）。", ""),                                # rounded
    ("Tickets cost 1,000-2,000 yen (about $7-24).", "CNV403"),
    ("Tickets cost 1,000-2,000 yen (about $7-14).", ""),
])
