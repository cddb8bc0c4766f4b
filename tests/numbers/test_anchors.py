"""A sentence whose only figure is a word is read: every word of figures is one that the first scan looks for."""

from __future__ import annotations

import pytest

from factcheck.text import document, language
from factcheck.text.numerals import en as numerals_en

ARTICLES = {"a", "an"}                              # of numbers only with what follows them: a hundred, a kilogram


@pytest.fixture(scope="module")
def languages() -> language.Languages:
    return language.load()


def test_words_that_open_an_english_numeral_are_looked_for() -> None:
    missed = {word for word in numerals_en.STARTERS if not document.anchors(f"there were {word} of it")}
    assert missed == ARTICLES


@pytest.mark.parametrize("capital", [False, True])
def test_english_factors_are_looked_for(languages: language.Languages, capital: bool) -> None:
    words = [word for word, entry in languages["en"].lexicon.words.items() if entry.factor]
    assert len(words) > 20
    assert not [word for word in words if not document.anchors(f"(it {word.capitalize() if capital else word} then")]


def test_english_scales_are_looked_for(languages: language.Languages) -> None:
    """Those that are words, not letters behind digits."""
    words = [word for word, entry in languages["en"].lexicon.words.items() if entry.scale >= 1e3 and word.endswith("illion")]
    assert {"million", "billion", "trillion", "quadrillion"} <= set(words)
    assert not [word for word in words if not document.anchors(f"a few {word} of them")]


def test_chinese_factors_are_looked_for(languages: language.Languages) -> None:
    words = [word for word, entry in languages["zh"].lexicon.words.items() if entry.factor]
    assert {"翻番", "倍增", "減半"} <= set(words)
    assert not [word for word in words if not document.anchors(f"产量{word}了")]


def test_what_only_looks_like_one_is_none() -> None:
    assert document.anchors("Someone wrote to everyone about it often") == []
    assert document.anchors("他说这里的人都很和气") == []
