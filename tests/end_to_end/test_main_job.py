"""The main job: an article in, judged claims out, from the command line and the library, in Chinese and English.

The article tells of the growth of the compute that AI training takes, between navigation lines and a list of other headlines.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

import factcheck
from factcheck.__main__ import run
from factcheck.values import AMOUNTS, Claim, Report

HERE = Path(__file__).parent
TEXTS = {lang: (HERE / f"compute_{lang}.txt").read_text(encoding="utf-8") for lang in ("zh", "en")}
BODY = {"zh": ("“算力就像", "上一篇"), "en": ('"Compute is', "Previous:")}


def growth(report: Report) -> list[Claim]:
    return [claim for claim in report.claims if claim.relation == "growth"]


@pytest.fixture(scope="module", params=["zh", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def report(lang: str) -> Report:
    return factcheck.check_text(TEXTS[lang])


def test_growth_is_read_with_its_factor_per_year(report: Report) -> None:
    claims = growth(report)
    assert [tuple(round(f, 2) for f in claim.factor_per_year or ()) for claim in claims] == [(1.52, 1.52), (4.0, 4.0), (8.0, 16.0)]


def test_each_has_its_subject(report: Report, lang: str) -> None:
    wanted = {"zh": ["AI训练算力", "AI训练算力", "头部AI模型训练算力"],
              "en": ["compute used to train AI", "AI training compute", "the compute of the largest AI training runs"]}[lang]
    assert all(word in claim.subject for word, claim in zip(wanted, growth(report), strict=True))


def test_the_fastest_has_its_period_and_holds_with_its_yearly_factor(report: Report, lang: str) -> None:
    claim = growth(report)[-1]
    assert claim.period == "2012.."
    assert {"zh": "10倍", "en": "10 times"}[lang] in [q.text for q in claim.quantities]
    assert claim.verdict == "outdated", "consistent in itself, then compared with the reference table"


def test_the_two_eras_are_supported(report: Report) -> None:
    before, since, _ = growth(report)
    assert (before.verdict, before.reference_id) == ("supported", "sevilla2022_predl")
    assert (since.verdict, since.reference_id) == ("supported", "sevilla2022_dl")


def test_ten_to_a_hundred_times_is_read(report: Report, lang: str) -> None:
    text = {"zh": "10-100倍", "en": "10-100 times"}[lang]
    (figure,) = [q for q in report.quantities if q.text == text]
    assert (figure.printed_low, figure.printed_high, figure.kind) == (10, 100, "multiplier")


def test_what_is_outdated_is_a_note_and_nothing_is_an_error(report: Report, lang: str) -> None:
    """The estimate of 3–4 months has been superseded; the jump by 10–100 times is history told as a forecast."""
    assert [(f.severity, f.verdict) for f in report.findings] == [("note", "outdated")] * 2
    assert [f.reference.id for f in report.findings if f.reference] == ["openai2018_dt", "sevilla2022_jump"]
    marked = [report.document.text[f.start : f.end] for f in report.findings]
    wanted = {"zh": ["3-4个月翻一番", "10-100倍"], "en": ["doubled every 3-4 months", "10-100 times"]}[lang]
    assert all(text.startswith(start) for text, start in zip(marked, wanted, strict=True))


def test_nothing_comes_of_navigation_and_sidebar(report: Report, lang: str) -> None:
    begin, end = (report.document.text.index(word) for word in BODY[lang])
    assert all(begin <= finding.start < end for finding in report.findings)


def test_exit_code_of_the_right_article(lang: str) -> None:
    assert run(["check", str(HERE / f"compute_{lang}.txt"), "--quiet"]) == 0


class Variant(NamedTuple):
    """One figure made wrong: what is marked, what is said to follow from the other one, and the slip."""

    lang: str
    right: str
    wrong: str
    marked: str
    implied: str
    slip: str = ""


VARIANTS = [
    Variant("zh", "增长10倍", "增长50倍", "50倍", "8倍 … 16倍"),
    Variant("zh", "3-4个月", "3-4年", "3-4年", "3-4个月", "months_for_years"),
    Variant("zh", "增长10倍", "增长10%", "10%", "700% … 1500%", "percent_for_times"),
    Variant("en", "grew 10 times", "grew 50 times", "50 times", "8 times … 16 times"),
    Variant("en", "3-4 months", "3-4 years", "3-4 years", "3-4 months", "months_for_years"),
    Variant("en", "grew 10 times", "grew 10%", "10%", "700% … 1500%", "percent_for_times"),
]


@pytest.mark.parametrize("v", VARIANTS, ids=lambda v: f"{v.lang}-{v.wrong}")
def test_one_wrong_figure_is_one_error_in_its_place(v: Variant, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = TEXTS[v.lang]
    assert text.count(v.right) == 1
    text = text.replace(v.right, v.wrong)
    (finding,) = [f for f in factcheck.check_text(text).findings if f.severity != "note"]
    assert finding.severity == "error"
    assert text[finding.start : finding.end] == v.marked
    assert finding.start == text.index(v.wrong) + v.wrong.index(v.marked)
    assert finding.suggestion == v.implied
    assert finding.slip == v.slip
    assert finding.derivation

    path = tmp_path / "wrong.txt"
    path.write_text(text, encoding="utf-8")
    assert run(["check", str(path)]) == 1
    out = capsys.readouterr().out
    assert "GRW101" in out
    assert v.implied in out


WRONG = {
    "Sales rose 50% from 20 to 25 million.": ("50%", "25%"),
    "Of those asked, 12 of 40 (35%) agreed.": ("35%", "30%"),
    "出口额由1.25亿增至1.60亿，增长32%。": ("32%", "28%"),
    "产量从50万吨增加到200万吨，翻了三番。": ("翻了三番", "翻两番"),
}


@pytest.mark.parametrize(("text", "marked", "suggestion"), [(text, *wanted) for text, wanted in WRONG.items()])
def test_a_sentence_that_is_wrong(text: str, marked: str, suggestion: str) -> None:
    (finding,) = factcheck.check_text(text).findings
    assert (finding.severity, text[finding.start : finding.end], finding.suggestion) == ("error", marked, suggestion)


@pytest.mark.parametrize("text", [
    "Sales are up 25% from 20 to 25 million.",
    "Sales tripled, up 200%.",
    "One in five, or 20%, agreed.",
    "出口额由1.25亿增至1.60亿，增长28%。",
    "产量从50万吨增加到200万吨，翻了两番。",
    "五分之一的人，即20%，表示同意。",
])
def test_a_sentence_that_is_right(text: str) -> None:
    assert factcheck.check_text(text).findings == ()


APPOSED = {
    "zh": ("2012年后，AI训练算力每3-4个月翻一番{}。",
           ["，即每年{}倍", "，即每年增长{}倍", "（即每年增长{}倍）", "，相当于每年增至{}倍", "，即年均增幅高达{}倍",
            pytest.param("，也就是每年{}倍", marks=pytest.mark.xfail(reason="也就是 is no link yet")),
            pytest.param("，换言之，一年增长{}倍", marks=pytest.mark.xfail(reason="换言之 with a comma is no link yet")),
            "，即平均每年增长{}倍", "，相当于年均增长{}倍",
            "，即每年增长到原来的{}倍"]),
    "en": ("After 2012, AI training compute doubled every 3-4 months{}.",
           [", or {}x a year", ", i.e. {}x per year", ", that is, {} times a year", " ({}x per year)", ", equivalent to growing {} times a year",
            pytest.param(", meaning it grows by a factor of {} every year", marks=pytest.mark.xfail(reason="a factor of N is no multiplier yet"))]),
}


@pytest.mark.parametrize(("frame", "words"), [
    pytest.param(frame, *(one.values if hasattr(one, "values") else [one]), marks=getattr(one, "marks", ()))
    for frame, phrases in APPOSED.values() for one in phrases])
def test_ways_to_say_it_twice(frame: str, words: str) -> None:
    """Whatever words join the two forms, the wrong one is found and the right one is left alone."""
    assert [f.code for f in factcheck.check_text(frame.format(words.format(10))).findings if f.severity == "error"] == []
    assert [f.code for f in factcheck.check_text(frame.format(words.format(90))).findings if f.severity == "error"] == ["GRW101"]


@pytest.mark.parametrize("text", [
    "There is a 40 per cent chance of a wet season and a 50 per cent chance of a dry one.",
    "有40%的概率下雨，50%的把握能成，至多30人到场，不到2时。",
    *TEXTS.values(),
])
def test_every_amount_is_in_a_claim(text: str) -> None:
    report = factcheck.check_text(text)
    amounts = {(q.start, q.end) for q in report.quantities if q.kind in AMOUNTS}
    assert amounts
    assert amounts <= {(q.start, q.end) for claim in report.claims for q in claim.quantities}
