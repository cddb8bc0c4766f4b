"""The whole way, from a text to its findings: what the table knows is told, and nothing else is accused."""

from __future__ import annotations

import os
from typing import Any

import pytest

import factcheck
from factcheck.values import Finding, Report

from .test_sentences import load

HERE = os.path.dirname(os.path.abspath(__file__))
TABLE = ("REF", "PLA")
ORDER = ("contradicted", "outdated", "supported")
RECALL = 0.9                                        # of sentences that contradict the table


def told(report: Report) -> list[Finding]:
    return [f for f in report.findings if f.code.startswith(TABLE)]


def verdict(report: Report) -> str:
    known = {c.verdict for c in report.claims} | {f.verdict for f in told(report)}
    return next((v for v in ORDER if v in known), "silent")


def traps() -> list[str]:
    with open(os.path.join(HERE, "traps.txt"), encoding="utf-8") as stream:
        return [line.strip() for line in stream if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("case", [c for c in load() if c["verdict"] != "contradicted"], ids=lambda case: case["text"][:50])
def test_what_is_right_or_unknown_is_not_accused(case: dict[str, Any]) -> None:
    report = factcheck.check_text(case["text"], date=case["date"])
    expected = "silent" if case["verdict"] == "no_reference" else case["verdict"]
    assert verdict(report) == expected, [(f.code, f.message) for f in report.findings]
    assert not [f for f in told(report) if f.severity == "error"]
    assert not [f for f in report.findings if not f.code.startswith(TABLE) and f.severity != "note"]


def test_what_is_wrong_is_found() -> None:
    wrong = [c for c in load() if c["verdict"] == "contradicted"]
    found = [c for c in wrong if any(f.verdict == "contradicted" for f in told(factcheck.check_text(c["text"], date=c["date"])))]
    assert len(found) >= RECALL * len(wrong), [c["text"] for c in wrong if c not in found]


@pytest.mark.parametrize("date", ["2024-06-01", ""])
def test_traps(date: str) -> None:
    accused = [(text, f.code, f.message) for text in traps() for f in told(factcheck.check_text(text, date=date or None))]
    assert accused == []
