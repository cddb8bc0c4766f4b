"""Time grows with the figures of a document, not with their pairs; a link never crosses what it must not; widening hides, never accuses."""

from __future__ import annotations

import time

import pytest

import factcheck
from factcheck.engine import Settings, read
from factcheck.text import across, language
from factcheck.text.document import parse

from .examples import codes

SHAPES = {
    "shares": "第一产业增加值占比8.1%，第二产业增加值占比41.5%，第三产业增加值占比50.4%。\n\n",
    "one paragraph": "Of these, 103 (25.0%) and 206 (50.0%) and 82 (19.9%) of the 412 patients moved. ",
    "trade": "全市进出口900亿元，增长3%。其中，出口500亿元，进口400亿元。",
    "rates": "甲组52例显效22例、有效19例、无效11例，总有效率78.8%；男生384人、女生240人，男女比例为1.6:1。",
    "rows": "三校报名分别为480人、520人和400人，录取分别为360人、338人和220人，录取率分别为75.0%、65.0%和55.0%。三校合计报名1400人。",
    "names": "The county has 1,507 kilometres of gravel roads. ",
    "table": "| Region | 12 | 15 | 25% |\n",
}


def spent(text: str) -> float:
    document = parse(text)
    sentences = read(document, Settings())
    languages = language.load()
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        across.link(document, sentences, languages)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("shape", SHAPES)
def test_linear(shape: str) -> None:
    head = "| Region | 2022 | 2023 | Change |\n|---|---|---|---|\n" if shape == "table" else ""
    spent(head + SHAPES[shape] * 20)
    small, large = spent(head + SHAPES[shape] * 250), spent(head + SHAPES[shape] * 1500)
    assert large < 12 * max(small, 0.004)


@pytest.mark.parametrize(("exact", "hedged"), [
    ("男性人口占51.2%，女性人口占43.8%。", "男性人口占约51%，女性人口占约48%。"),
    ("上半年出口600.2亿元，增长4%；进口312.2亿元，增长1.3%。贸易顺差388亿元。", "上半年出口约600亿元，增长4%；进口约310亿元，增长1.3%。贸易顺差约290亿元。"),
])
def test_hedges_only_hide(exact: str, hedged: str) -> None:
    assert codes(exact)
    assert codes(hedged) == []


def test_spans_hold_the_figures() -> None:
    text = "全县进出口912.4亿元，增长3.1%。其中，出口620.2亿元，增长4%；进口312.2亿元，增长1.3%。"
    finding = factcheck.check_text(text).findings[0]
    assert [text[start:end] for start, end in finding.spans] == ["912.4亿元", "620.2亿元", "312.2亿元"]
    assert finding.derivation
