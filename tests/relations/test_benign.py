"""Benign explanations: what silences or lowers a finding, and says so."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.judge import judge

EXPLAINED = [                            # the gap is explained in the text: not checked, and the derivation says why
    ("On a constant-currency basis, sales rose 9% from $70 million to $74 million.", "constant-currency"),
    ("Like-for-like, rents rose 9% from $70 million to $74 million.", "like-for-like"),
    ("Adjusted for inflation, wages rose 9% from $700 to $740.", "adjusted"),
    ("On a comparable basis, sales rose 9% from $70 million to $74 million.", "comparable"),
    ("Sales rose 9% from $70 million to $74 million after figures were restated.", "restated"),
    ("按可比口径计算，产值由700亿元增至740亿元，增长9%。", "可比"),
    ("剔除匯率因素，產值由700億元增至740億元，增長9%。", "剔除"),
    ("經重述後，產值由700億元增至740億元，增長9%。", "重述"),
    ("按固定汇率计算，产值由700亿元增至740亿元，增长9%。", "固定汇率"),
    ("Sales rose 9% from $70 million to $74 million, a record (excluding the two new shops).", "excluding"),
    ("产值由700亿元增至740亿元，增长9%，创新高（剔除汇率因素）。", "剔除"),
    ("At constant exchange rates, sales rose 9% from $70 million to $74 million.", "constant exchange"),
]


@pytest.mark.parametrize(("text", "word"), EXPLAINED)
def test_the_text_explains_the_gap(text: str, word: str) -> None:
    report = factcheck.check_text(text)
    assert [f.code for f in report.findings] == []
    explained = [claim for claim in report.claims if claim.options.get("explained")]
    assert [claim.verdict for claim in explained] == ["not_checked"]
    assert word in explained[0].options["explained"]
    assert any(word in line for line in judge(explained[0], "en").derivation)


@pytest.mark.parametrize("text", [
    "Sales rose 9% from $70 million to $74 million, and costs (excluding rents) came to $61 million.",
    "产值由700亿元增至740亿元，增长9%，利润（剔除汇率因素）为5亿元。",
])
def test_a_bracket_within_a_later_clause_explains_that_one(text: str) -> None:
    assert [f.code for f in factcheck.check_text(text).findings] == ["CHG201"]


@pytest.mark.parametrize(("text", "mood", "line"), [
    ("She said: “Rents rose 90% from $70 million to $74 million.”", "quoted", "quoted"),
    ('"Rents rose 90% from $70 million to $74 million," she said.', "quoted", "quoted"),
    ("他说：“产值由700亿元增至740亿元，增长90%。”", "quoted", "被引述者"),
    ("他說：「產值由700億元增至740億元，增長90%。」", "quoted", "被引述者"),
    ("In the novel, rents rose 90% from $70 million to $74 million.", "fiction", "story"),
    ("小说里，产值由700亿元增至740亿元，增长90%。", "fiction", "虚构"),
])
def test_the_figures_of_others_are_at_most_a_warning(text: str, mood: str, line: str) -> None:
    (finding,) = factcheck.check_text(text).findings
    assert finding.severity == "warning"
    assert finding.claim is not None
    assert finding.claim.mood == mood
    assert any(line in working for working in finding.derivation)


@pytest.mark.parametrize("text", [
    "Rents “rose” 90% from $70 million to $74 million.",
    "She said “no”. Rents rose 90% from $70 million to $74 million. He said “yes”.",
    "“产值”由700亿元增至740亿元，增长90%。",
])
def test_a_quoted_word_is_no_quotation(text: str) -> None:
    assert [f.severity for f in factcheck.check_text(text).findings] == ["error"]


@pytest.mark.parametrize("text", [
    # negated or corrected
    "Rents did not rise 90% from $70 million to $74 million.",
    "产值由700亿元增至740亿元，增幅不是90%。",
    # several answers, overlap, parts that are not all
    "Readers could choose more than one answer: 64% named rent, 51% food and 33% fuel.",
    "多选题中，64%选房租，51%选饮食，33%选燃料。",
    "The county spent 74 million, including 30 million on roads and 20 million on schools.",
    "全县支出7400万元，其中道路3000万元，学校2000万元。",
    "Among them were 30 of the 74 members.",
    # rounded, hedged, cut off
    "Rents rose about 6% from $70 million to $74 million.",
    "Rents rose 5% from $70 million to $74 million.",
    "产值由700亿元增至740亿元，增长近6%。",
    # forecasts are checked for arithmetic only
    "Rents are expected to rise 6% from $70 million to $74 million by 2050.",
    "预计产值将由700亿元增至740亿元，增长6%。",
    # scores, odds, versions, models, references of law
    "Leeds won 74-70 and are now 90:10 favourites.",
    "The odds shortened from 7-1 to 4-1.",
    "Version 7.0 became version 7.4.90 on a Boeing 747.",
    "Under section 70, a fine of $74 is set by rule 90(2).",
    "甲队74比70获胜，版本由7.0升至7.4。",
    "依照第70条第4款，罚款90元。",
    # a stated correction of significance
    "With a Bonferroni correction for 5 tests, p < .01 was needed, and p = .03 was not significant.",
])
def test_silent(text: str) -> None:
    assert [f.code for f in factcheck.check_text(text).findings if f.severity != "note"] == []


@pytest.mark.parametrize(("text", "code"), [
    ("The tank holds 12 gallons (54.6 litres).", ""),                # British
    ("The tank holds 12 gallons (45.4 litres).", ""),                # American
    ("The tank holds 12 gallons (64.6 litres).", "CNV401"),
    ("The jug holds 3 quarts (3.41 litres).", ""),
    ("The jug holds 3 quarts (2.84 litres).", ""),
    ("The jug holds 3 quarts (4.95 litres).", "CNV401"),
    ("油箱容量为12加仑（54.6升）。", ""),
    ("油箱容量为12加仑（64.6升）。", "CNV401"),
])
def test_a_british_measure_is_a_reading_of_its_american_sister(text: str, code: str) -> None:
    assert [f.code for f in factcheck.check_text(text).findings] == [code] * bool(code)


@pytest.mark.parametrize("text", [
    "Sales rose by $70m, or more than 19%, to $841m; the rival sold $270m.",
    "北区发货8410箱，比上年增加700箱，增幅超19%；南区发货2700箱。",
])
def test_a_bound_is_not_explained_by_a_level_that_is_far_beyond_it(text: str) -> None:
    assert [f.code for f in factcheck.check_text(text).findings] == ["CHG205"]


@pytest.mark.parametrize("text", [
    "Sales rose by $70m, or more than 19%, to $391m; the rival sold $270m.",
    "北区发货8410箱，比上年增加700箱，增幅超9%；南区发货2700箱。",
])
def test_a_bound_that_holds(text: str) -> None:
    assert not factcheck.check_text(text).findings


def test_what_is_left_out_between_two_semicolons_explains_nothing_behind_them() -> None:
    text = "Orders fell $12.0m, or 4.0%, to $288.0m; excluding ships, they rose 1.3%; orders for ships fell $18.0m, or {}%, to $102.0m."
    assert not factcheck.check_text(text.format("15.0")).findings
    assert [f.code for f in factcheck.check_text(text.format("51.0")).findings] == ["CHG205"]


@pytest.mark.parametrize(("level", "told"), [("$34,200", []), ("$22,100", ["CHG211"])])
def test_more_than_triple_is_not_explained_by_a_count_that_is_far_below(level: str, told: list[str]) -> None:
    text = f"At the 20 largest schools the mean grant was {level}, more than triple the $10,400 of 800 others."
    assert [f.code for f in factcheck.check_text(text).findings] == told
