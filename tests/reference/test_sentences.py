"""Sentences about the shipped table, each with the verdict it must get: ``sentences.jsonl``, in both languages.

``silent`` is a sentence that must come to nothing: another quantity, a plan, a part, something that the table does not know.
``missed.jsonl`` holds wrong ones that are not told yet, or on purpose: a contested row, a rate within half of its row.
"""

from __future__ import annotations

import json
import os
from typing import Any

import pytest

from factcheck import engine, judge
from factcheck.engine import Settings
from factcheck.frozen import replace
from factcheck.reference.match import ReferenceMatch
from factcheck.reference.matching import Sentence, match, match_claim
from factcheck.reference.table import Table
from factcheck.text.document import parse

HERE = os.path.dirname(os.path.abspath(__file__))
ORDER = ("contradicted", "outdated", "supported", "no_reference")


RECALL = 0.9                                    # of wrong sentences that are told, at least


def load(name: str = "sentences.jsonl") -> list[dict[str, Any]]:
    with open(os.path.join(HERE, name), encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


@pytest.fixture(scope="module")
def table() -> Table:
    return Table()


def matches(text: str, date: str, table: Table) -> list[ReferenceMatch]:
    """What the table says of every figure and growth claim of a text."""
    document = parse(text, path="", lang="auto", date=date)
    found = []
    for read in engine.read(document, Settings()):
        sentence = Sentence(document.text[read.start : read.end], read.lang, table)
        for claim in read.claims:
            factor = judge.judge(claim, "en").factor_per_year
            claim = replace(claim, factor_per_year=(factor.low, factor.high) if factor is not None else None)
            found.append(match_claim(claim, sentence.text, read.start, date, table))
        found += [match(q, sentence, read.start, date) for q in read.quantities.values() if q.kind != "year"]
    return [m for m in found if m is not None]


def verdict(found: list[ReferenceMatch]) -> str:
    return next((v for v in ORDER if any(m.verdict == v for m in found)), "silent")


@pytest.mark.parametrize("case", load(), ids=lambda case: case["text"][:50])
def test_sentence(case: dict[str, Any], table: Table) -> None:
    found = matches(case["text"], case["date"], table)
    silent = ("silent", "no_reference")
    told = [(m.verdict, m.reason, m.row and m.row.id, m.told("en").message) for m in found]
    assert verdict(found) in (silent if case["verdict"] in silent else (case["verdict"],)), told


@pytest.mark.xfail(strict=True, reason="not told yet")
@pytest.mark.parametrize("case", load("missed.jsonl"), ids=lambda case: case["text"][:50])
def test_missed(case: dict[str, Any], table: Table) -> None:
    assert verdict(matches(case["text"], case["date"], table)) == case["verdict"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_recall(lang: str) -> None:
    """What is told is what ``test_sentence`` finds; precision is that it finds every right sentence right."""
    told, missed = ([case for case in load(name) if case["lang"] == lang and case["verdict"] == "contradicted"]
                    for name in ("sentences.jsonl", "missed.jsonl"))
    assert len(told) / len(told + missed) >= RECALL


def test_there_are_enough(table: Table) -> None:
    cases = load()
    assert len(cases) >= 150
    for lang in ("en", "zh"):
        assert {c["verdict"] for c in cases if c["lang"] == lang} >= {"supported", "contradicted", "outdated", "silent"}


@pytest.mark.parametrize(("text", "slip"), [
    ("China's GDP reached $17.9 billion in 2022.", "scale:1000"), ("2022年印度人口达到143亿人。", "scale:0.1"), ("The Burj Khalifa is 828 feet tall.", "unit:feet_metres"),
])
def test_slips_are_named(text: str, slip: str, table: Table) -> None:
    assert [m.slip for m in matches(text, "2024-06-01", table) if m.verdict == "contradicted"] == [slip]


def test_every_match_says_what_it_rests_on(table: Table) -> None:
    for case in load():
        for m in matches(case["text"], case["date"], table):
            assert m.row is not None
            assert all((m.row.id, m.row.source, m.row.publisher, m.row.url.startswith("http"), m.row.retrieved))
            for lang in ("en", "zh"):
                assert m.told(lang).message
                assert m.told(lang).derivation


def test_home_is_nobody_unless_configured(table: Table) -> None:
    text = "2022年我国总人口为14.12亿。"
    document = parse(text, path="", lang="zh", date="2024-06-01")
    (read,) = engine.read(document, Settings())
    (figure,) = [q for q in read.quantities.values() if q.kind == "quantity"]
    assert match(figure, Sentence(text, "zh", table), 0, "2024-06-01") is None
    found = match(figure, Sentence(text, "zh", table, home="CHN"), 0, "2024-06-01")
    assert found is not None
    assert (found.verdict, found.entity) == ("supported", "CHN")


def test_nvidia_touched_a_trillion_but_did_not_close_there(table: Table) -> None:
    (found,) = matches("2023年5月30日，英伟达的市值突破了万亿美元。", "2023-07-10", table)
    assert (found.verdict, found.row and found.row.id) == ("supported", "nvda_1t_intraday")
    assert "收盘" in "".join(found.told("zh").derivation)


def test_a_past_step_told_as_a_forecast(table: Table) -> None:
    (found,) = matches("眼下，大模型的训练算力有望扩大到原来的10-100倍。", "2023-07-10", table)
    assert (found.verdict, found.severity, found.row and found.row.id) == ("outdated", "note", "sevilla2022_jump")
