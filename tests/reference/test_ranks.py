"""Ranks are worked out from a series."""

from __future__ import annotations

import pytest

from factcheck.reference.matching import Sentence
from factcheck.reference.rankings import lookup_rank
from factcheck.reference.table import Table
from factcheck.values import Quantity


@pytest.mark.parametrize(("text", "words", "rank", "lang", "verdict"), [
    ("In 2022 China was the world's second largest economy.", "second", 2, "en", "supported"),
    ("In 2022 Japan was the world's second largest economy.", "second", 2, "en", "contradicted"),
    ("2022年中国是世界第二大经济体。", "第二", 2, "zh", "supported"),
    ("2022年德国是世界第二大经济体。", "第二", 2, "zh", "contradicted"),
    ("In 2023 Germany was the world's fourth largest economy.", "fourth", 4, "en", "no_reference"),
    ("In 2022 Italy was the world's thirtieth largest economy.", "thirtieth", 30, "en", None),
])
def test_rank(text: str, words: str, rank: int, lang: str, verdict: str | None) -> None:
    start = text.index(words)
    figure = Quantity(words, start, start + len(words), rank, rank, rank, rank, kind="ordinal", half=0.0, lang=lang)
    found = lookup_rank(Sentence(text, lang, Table()), figure)
    assert (found.verdict if found else None) == verdict
