"""Ranks are worked out from the table: ``ranks.txt``, and what makes them uncertain."""

from __future__ import annotations

import os

import pytest

import factcheck
from factcheck.reference.context import Sentence
from factcheck.reference.rankings import lookup
from factcheck.reference.table import Table

HERE = os.path.dirname(os.path.abspath(__file__))


def load() -> list[tuple[str, str]]:
    with open(os.path.join(HERE, "ranks.txt"), encoding="utf-8") as stream:
        lines = [line.strip() for line in stream if not line.startswith("#")]
    return [(verdict.strip(), text.strip()) for verdict, _, text in (line.partition("|") for line in lines)]


def verdicts(text: str, table: Table, date: str = "2024-06-01") -> list[str]:
    lang = "en" if text.isascii() else "zh"
    return [m.verdict for _, m in lookup(Sentence(text, lang, table), table.rank_patterns(lang), date)]


@pytest.fixture(scope="module")
def table() -> Table:
    return Table()


@pytest.mark.parametrize(("verdict", "text"), load(), ids=lambda value: value[:60])
def test_rank(verdict: str, text: str, table: Table) -> None:
    found = [v for v in verdicts(text, table) if v != "no_reference"]
    assert found == ([] if verdict == "silent" else [verdict])


@pytest.mark.parametrize("text", [t for v, t in load() if v == "silent"], ids=lambda text: text[:60])
def test_silence_all_the_way(text: str) -> None:
    for date in ("2024-06-01", "2026-06-01", None):
        assert [f for f in factcheck.check_text(text, date=date).findings if f.code.startswith(("REF", "PLA"))] == []


def test_a_rank_within_what_publishers_differ_by_is_left_alone(table: Table) -> None:
    assert verdicts("In 2023 Germany was the world's fourth largest economy.", table) == ["no_reference"]


def test_beyond_the_contenders_that_are_known_nothing_is_said(table: Table) -> None:
    assert verdicts("In 2022 Italy was the world's 30th largest economy.", table) == []


def test_without_a_year_only_the_present_is_contradicted(table: Table) -> None:
    assert verdicts("Japan is the world's second-largest economy.", table) == ["contradicted"]
    assert verdicts("Japan was the world's second-largest economy.", table) == ["no_reference"]
    assert verdicts("Japan is the world's second-largest economy.", table, "") == []


@pytest.mark.parametrize(("text", "message"), [
    ("In 2022 Germany was the world's second-largest economy.", "gives Germany, GDP rank 4 in 2022, not 2."),
    ("Of 44 million square kilometres, Africa is the world's largest continent.", "gives Africa, Surface area rank 2, not 1."),
    ("2022年德国是世界第二大经济体。", "2022年德国国内生产总值居世界第4位，而非第2位。"),
])
def test_a_rank_is_told_with_those_above(text: str, message: str) -> None:
    (found,) = [f for f in factcheck.check_text(text).findings if f.code == "REF801"]
    assert message in found.message
    assert found.derivation[0].startswith("1. ")
