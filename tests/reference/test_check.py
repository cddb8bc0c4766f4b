"""Figures of a sentence as claims and findings, the way the engine asks for them."""

from __future__ import annotations

import pytest

from factcheck import engine
from factcheck.engine import Settings
from factcheck.reference import check
from factcheck.text.document import parse
from factcheck.values import Claim, Finding


def figures(text: str, date: str = "2024-06-01", lang: str = "en") -> list[tuple[Claim, Finding | None]]:
    document = parse(text, path="", lang="auto", date=date)
    found = []
    for read in engine.read(document, Settings()):
        table = check.table((), True)
        found += check.figures(read.quantities.values(), document, (read.start, read.end), read.lang, table, lang)
    return found


def test_a_contradicted_figure_is_a_finding_with_its_source() -> None:
    text = "Nothing here.\n\nThe population of India was 1.43 million in 2022."
    ((claim, finding),) = figures(text)
    assert (claim.verdict, claim.reference_id, claim.entity, claim.period) == ("contradicted", "population.total/IND/2022", "IND", "2022")
    assert finding is not None
    assert (finding.code, finding.severity, text[finding.start : finding.end]) == ("REF801", "error", "1.43 million")
    assert finding.stated == (1_425_000, 1_435_000)
    assert finding.expected is not None
    assert finding.expected[0] == pytest.approx(1_425_423_211.5)
    assert finding.slip == "scale:1000"
    assert finding.suggestion == "1.43 billion people"
    assert finding.reference is not None
    assert finding.reference.publisher.startswith("World Bank")


def test_messages_in_chinese() -> None:
    ((_, finding),) = figures("2022年印度人口达到143亿人。", lang="zh")
    assert finding is not None
    assert "World Bank" in finding.message
    assert "人（2022年）" in finding.message


def test_what_is_supported_is_no_finding() -> None:
    assert [(c.verdict, f) for c, f in figures("The population of India was 1.43 billion in 2022.")] == [("supported", None)]


@pytest.mark.parametrize(("text", "code"), [("China's GDP is 17.9 billion dollars.", "PLA901"), ("The GDP of Japan is about 4.2 trillion dollars.", "")])
def test_an_impossible_size_needs_no_year(text: str, code: str) -> None:
    ((_, finding),) = figures(text, date="")
    assert (finding.code if finding else "") == code
    assert finding is None or finding.severity == "warning"


def test_another_year_is_a_warning_and_a_superseded_pace_a_note() -> None:
    ((claim, finding),) = figures("In 2005 the population of India was 1.43 billion.")
    assert finding is not None
    assert (claim.verdict, finding.code, finding.severity) == ("outdated", "REF802", "warning")
