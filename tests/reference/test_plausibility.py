"""PLA901: far outside everything on record, and one scale word would bring it home."""

from __future__ import annotations

import pytest

import factcheck


@pytest.mark.parametrize(("text", "date", "meant"), [
    ("Japan's population is 1.23 billion.", None, "123 million people"),
    ("Japan is home to 1.24 trillion people.", None, "124 million people"),
    ("In 2025 the population of Japan was 1.23 billion.", "2026-06-01", "123 million people"),
    ("In 2025 the GDP of the United States was 30 billion dollars.", "2026-06-01", "30 trillion USD"),
    ("China now emits 12.6 million tonnes of CO2.", None, "12.6 billion tonnes"),
    ("Life expectancy in Japan is 841 years.", None, "84.1 years"),
    ("日本人口现为12.3亿。", None, "1.23亿人"),
    ("目前德国人口为8400亿。", None, "8,400万人"),
    ("2025年美国GDP为30亿美元。", "2026-06-01", "30万亿美元"),
    ("目前，德国国内生产总值为4.5亿美元。", None, "4.5万亿美元"),
])
def test_a_wrong_scale_word_is_named(text: str, date: str | None, meant: str) -> None:
    (found,) = factcheck.check_text(text, date=date).findings
    assert (found.code, found.severity, found.suggestion) == ("PLA901", "warning", meant)
    assert meant in found.message


@pytest.mark.parametrize("text", [
    "Japan's population is 123 million.",
    "In 2025 the population of Japan was 140 million.",                 # odd, but no scale word
    "Germany is home to 8.3 million people.",                           # of some kind: a part
    "In Japan 12.3 million people live alone.",
    "Japan's population could be 1.23 billion.",
    "Japan's population is not 1.23 billion.",
    "In 1890 the population of Japan was 40 million.",                  # before the rows begin
    "The population of Osaka, Japan, is 1.23 billion.",
    "China now emits 12.6 million tonnes of CO2 from ships.",
    "日本人口现为1.23亿。",
    "日本65岁以上人口现为3600万。",
    "目前德国柏林人口为380万。",
    "1890年日本人口为4000万。",
])
def test_what_is_merely_odd_or_of_a_part_is_left_alone(text: str) -> None:
    assert [f.code for f in factcheck.check_text(text, date="2026-06-01").findings] == []
