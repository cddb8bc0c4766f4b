"""One Chinese article with facts of every standing: right, right only in the course of the day, outdated, misattributed."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.values import Report

ARTICLE = """\
智算周刊：谁在为大模型买单
2023年7月10日

英伟达市值在2023年5月30日冲上1万亿美元，成了这个夏天芯片行业最常被提起的一件事。

研究者把历史分成三段来看。深度学习出现之前，AI训练算力大约20个月翻一番。进入深度学习时代，AI训练算力约每6个月翻一番。2012年后，头部AI模型训练算力每3至4个月翻一番，
即每年增长约10倍。业内人士还说，大模型的训练算力有望扩大到原来的10至100倍。

消费股方面，汤臣倍健2022年营收为78.61亿元。
"""
VERDICTS = {
    "1万亿美元": ("supported", "nvda_1t_intraday", "note"),
    "20个月翻一番": ("supported", "sevilla2022_predl", ""),
    "6个月翻一番": ("supported", "sevilla2022_dl", ""),
    "3至4个月翻一番": ("outdated", "openai2018_dt", "note"),
    "10至100倍": ("outdated", "sevilla2022_jump", "note"),
    "78.61亿元": ("supported", "byhealth_rev_2022", ""),
}


@pytest.fixture(scope="module")
def report() -> Report:
    return factcheck.check_text(ARTICLE)


@pytest.mark.parametrize("words", VERDICTS)
def test_verdicts(report: Report, words: str) -> None:
    verdict, row, severity = VERDICTS[words]
    claims = [c for c in report.claims if words in c.text and c.reference_id]
    assert {(c.verdict, c.reference_id) for c in claims} == {(verdict, row)}
    assert [f.severity for f in report.findings if words in ARTICLE[f.start : f.end]] == [severity][: bool(severity)]


def test_no_other_verdicts(report: Report) -> None:
    assert len([c for c in report.claims if c.reference_id]) == len(VERDICTS)
    assert [f.severity for f in report.findings] == ["note"] * 3


def test_the_note_tells_what_the_wording_leaves_out(report: Report) -> None:
    (note,) = [f for f in report.findings if f.code == "REF803"]
    assert "收盘" in note.message
    assert note.reference is not None
    assert "9907亿美元" in note.reference.note
    assert (note.verdict, note.reference.period) == ("supported", "2023-05-30")


@pytest.mark.parametrize("text", ["英伟达市值盘中突破1万亿美元。", "英伟达股价在2023年5月30日收盘时市值为9907亿美元。"])
def test_who_says_so_gets_no_note(text: str) -> None:
    assert factcheck.check_text(text, date="2023-07-10").findings == ()
