"""What must hold of a whole check, whatever the figures are."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.values import Report

from .sentences import UNITS, Sentence, changes, findings, growths, points, printed, ranks, sentences, shares, times, wholes

ABOUT = {"en": ["about ", "roughly ", "some ", "around "], "zh": ["约", "大约", "大概"]}
NEUTRAL = {"en": "The council met on a cold evening, and nobody had brought a lamp.\n\n", "zh": "议会在寒冷的夜里开会，谁也没有带灯来。\n\n"}


def verdicts(report: Report) -> list[tuple[str, str]]:
    return [(claim.relation, claim.verdict) for claim in report.claims if claim.relation]


def spans_are_true(report: Report) -> None:
    text = report.document.text
    for quantity in report.quantities:
        assert text[quantity.start : quantity.end] == quantity.text
    for claim in report.claims:
        assert text[claim.start : claim.end] == claim.text or claim.options.get("scope") in ("document", "table")
        for quantity in claim.quantities:
            assert text[quantity.start : quantity.end] == quantity.text
    for finding in report.findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert all(0 <= span.start < span.end <= len(text) for span in finding.spans)


@given(sentences())
@settings(max_examples=300)
def test_an_honest_sentence_is_read_and_not_accused(sentence: Sentence) -> None:
    report = sentence.check()
    spans_are_true(report)
    assert findings(report) == [], sentence.text
    assert any(claim.verdict.startswith("consistent") for claim in report.claims), sentence.text


@given(sentences())
@settings(max_examples=100)
def test_text_before_it_only_shifts(sentence: Sentence) -> None:
    before = NEUTRAL[sentence.lang]
    alone, behind = sentence.check(), factcheck.check_text(before + sentence.text)
    off = len(before)
    assert [(q.start + off, q.end + off, q.low, q.high, q.unit, q.kind) for q in alone.quantities] == [
        (q.start, q.end, q.low, q.high, q.unit, q.kind) for q in behind.quantities]
    assert [(c.relation, c.start + off, c.end + off, c.verdict, c.subject) for c in alone.claims] == [
        (c.relation, c.start, c.end, c.verdict, c.subject) for c in behind.claims]


@given(sentences(), st.floats(1.4, 4), st.booleans())
@settings(max_examples=100)
def test_what_is_found_in_it_shifts_too(sentence: Sentence, by: float, zh: bool) -> None:
    before = NEUTRAL["zh" if zh else "en"]
    wrong = sentence.with_derived(printed(sentence.value * by + 3, 0))
    alone, behind = factcheck.check_text(wrong.text, message_lang="en"), factcheck.check_text(before + wrong.text, message_lang="en")
    off = len(before)
    assert [(f.code, f.start + off, f.end + off, f.message) for f in alone.findings] == [(f.code, f.start, f.end, f.message) for f in behind.findings]


TRADITIONAL = str.maketrans("万亿个长户从减产额占当于点吨时顷应务比", "萬億個長戶從減產額佔當於點噸時頃應務比")


@given(sentences("zh"), st.booleans())
@settings(max_examples=100)
def test_simplified_and_traditional_are_read_alike(sentence: Sentence, wrong: bool) -> None:
    if wrong:
        sentence = sentence.with_derived(printed(sentence.value * 2 + 5, 0))
    simple, other = sentence.check(), factcheck.check_text(sentence.text.translate(TRADITIONAL))
    assert [(q.start, q.low, q.high, q.unit, q.kind) for q in simple.quantities] == [(q.start, q.low, q.high, q.unit, q.kind) for q in other.quantities]
    assert verdicts(simple) == verdicts(other)
    assert [f.code for f in simple.findings] == [f.code for f in other.findings]


@given(sentences(), st.data())
@settings(max_examples=200)
def test_a_hedge_never_creates_a_finding(sentence: Sentence, data: st.DataObject) -> None:
    role = data.draw(st.sampled_from([r for r in sentence.figures if "{" + r + "}" in sentence.template and r != "m"]))
    hedged = replace(sentence, hedges={role: data.draw(st.sampled_from(ABOUT[sentence.lang]))})
    assert findings(hedged.check()) == [], hedged.text


@given(sentences(), st.data())
@settings(max_examples=200)
def test_printing_a_figure_with_fewer_digits_never_creates_a_finding(sentence: Sentence, data: st.DataObject) -> None:
    """Rounding the derived figure widens what it stands for."""
    rounder = sentence.with_derived(printed(sentence.value, 0))
    assert findings(rounder.check()) == [], rounder.text


@given(changes(), st.integers(1, 40))
@settings(max_examples=150)
def test_a_range_around_a_figure_never_creates_a_finding(sentence: Sentence, more: int) -> None:
    low, high = printed(sentence.value * 0.98, 1), printed(sentence.value + more, 1)
    dash = {"en": "–", "zh": "至"}[sentence.lang]
    ranged = sentence.with_derived(f"{low}{dash}{high}" if sentence.lang == "en" else f"{low}%{dash}{high}")
    assert findings(ranged.check()) == [], ranged.text


@given(changes(), st.integers(0, 9), st.booleans())
@settings(max_examples=200)
def test_units_and_scale_words_never_change_the_verdict(sentence: Sentence, number: int, wrong: bool) -> None:
    if wrong:
        sentence = sentence.with_derived(printed(sentence.value * 1.7 + 4, 1))
    other = replace(sentence, units=UNITS[sentence.lang][number])
    a, b = sentence.check(), other.check()
    assert [(f.code, f.suggestion) for f in a.findings] == [(f.code, f.suggestion) for f in b.findings], (sentence.text, other.text)
    assert [v for v in verdicts(a) if v[0] == "change"] == [v for v in verdicts(b) if v[0] == "change"]


@given(st.one_of(*(st.tuples(kind("en"), kind("zh")) for kind in (changes, shares, growths, points))), st.booleans())
@settings(max_examples=200)
def test_the_language_never_changes_the_verdict(pair: tuple[Sentence, Sentence], wrong: bool) -> None:
    """The same figures in the other language.  Over 100 % a share is impossible as well as wrong: which is said may differ."""
    english, chinese = pair
    if "a" in english.figures and (float(english.figures["a"]) < float(english.figures["b"])) != (float(chinese.figures["a"]) < float(chinese.figures["b"])):
        assume(False)
    chinese = replace(chinese, figures=english.figures, value=english.value)
    if wrong:
        english, chinese = (s.with_derived(printed(s.value * 1.8 + 5, 1)) for s in (english, chinese))
    a, b = english.check(), chinese.check()
    assert [(f.verdict, f.severity) for f in a.findings] == [(f.verdict, f.severity) for f in b.findings], (english.text, chinese.text)


@given(st.one_of(changes(), points()), st.floats(0.06, 3), st.booleans())
@settings(max_examples=300)
def test_a_derived_figure_moved_beyond_rounding_is_found(sentence: Sentence, by: float, up: bool) -> None:
    """Figures with one decimal, from 20 up: what rounding allows is well under one point plus one part in fifty."""
    off = sentence.value * by + 2 + sentence.value / 50
    moved = sentence.value + off if up or sentence.value - off < 1 else sentence.value - off
    wrong = sentence.with_derived(printed(moved, 1))
    report = wrong.check()
    spans_are_true(report)
    assert len(findings(report)) == 1, wrong.text


@given(shares(), st.floats(3, 60))
@settings(max_examples=200)
def test_a_share_moved_beyond_rounding_is_found(sentence: Sentence, off: float) -> None:
    off += sentence.value * 0.07                                 # a whole of 100 may be 95 to 105
    moved = sentence.value + off if sentence.value + off < 99 else sentence.value - off
    assume(moved > 0.5 and moved < 100 * sentence.value)
    wrong = sentence.with_derived(printed(moved, 1))
    assert len(findings(wrong.check())) == 1, wrong.text


@given(growths(), st.floats(1.5, 5))
@settings(max_examples=200)
def test_a_yearly_rate_moved_beyond_rounding_is_found(sentence: Sentence, by: float) -> None:
    """"Every 18 months" is 17.5 to 18.5 of them; half as much again is more than that allows."""
    wrong = sentence.with_derived(printed(sentence.value * by + 4, 0))
    assert len(findings(wrong.check())) == 1, wrong.text


@given(st.one_of(times(), ranks(), wholes()))
@settings(max_examples=150)
def test_time_ranks_and_wholes_that_are_right_are_not_accused(sentence: Sentence) -> None:
    report = sentence.check()
    spans_are_true(report)
    assert findings(report) == [], sentence.text
    assert any(claim.verdict.startswith("consistent") for claim in report.claims), sentence.text


@given(st.one_of(times(off=4), times(off=-3), ranks(wrong=True), wholes(off=12)))
@settings(max_examples=150)
def test_time_ranks_and_wholes_moved_beyond_rounding_are_found(sentence: Sentence) -> None:
    assert len(findings(sentence.check())) == 1, sentence.text


PIECES = st.sampled_from([*(
    "0 1 9 12 2023 3.5 1,234 % $ € ￥ x - – — ～ ( ) （ ） , ， 。 . ; ： / ± ~ ' \" one twenty hundred thousand million bn half dozen two-thirds doubled every from to of "
    "per year km kg °C percent points about nearly more than 一 二 十 百 千 万 亿 零 半 两 几 多 余 成 折 倍 番 翻 分之 百分之 每 个月 年 月 日 约 近 超 增长 下降 由 增至 其中 占 \n \t \u3000 "
    "🙂 \u200b \ufeff é 萬 億").split(" "), " ", " ", "\n"])


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join), st.lists(PIECES, max_size=60).map(" ".join)))
@settings(max_examples=500)
@example("\n")
@example("1" * 400 + "%")
@example("9" * 400 + " million people")
@example("十" * 300 + "亿")
@example("1e308 km (1e308 miles)")
@example("0\ufeffA")
@example("0\x16")
@example("5\x7f0% of 20, 5\x16 km")
def test_no_text_breaks_a_check(text: str) -> None:
    report = factcheck.check_text(text)
    spans_are_true(report)
    for finding in report.findings:
        assert finding.message
        assert finding.derivation
