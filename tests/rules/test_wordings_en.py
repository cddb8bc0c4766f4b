"""English sentences whose figures fit each other, in the orders in which they are printed; and sentences that no rule must accuse.

``wordings_en.txt``   the figures that belong together are in brackets: a claim must hold each of them, and nothing may be found
``traps_en.txt``      right sentences, in which figures stand beside each other that are of different things
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck import check_text
from factcheck.values import GUARDS

HERE = Path(__file__).parent
MARKED = re.compile(r"\[(.*?)\]")


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", lines("wordings_en.txt"))
def test_figures_that_belong_together_are_read_together(line: str) -> None:
    spans, text, at = [], "", 0
    for mark in MARKED.finditer(line):
        text += line[at : mark.start()]
        spans.append((len(text), len(text) + len(mark[1])))
        text += mark[1]
        at = mark.end()
    report = check_text(text + line[at:], lang="en")
    assert not report.findings
    checked = [claim for claim in report.relations if claim.relation not in GUARDS and claim.verdict != "not_checked"]
    held = [(q.start, q.end) for claim in checked for q in claim.quantities]
    assert all(any(a < end and start < b for a, b in held) for start, end in spans), [(claim.rule, claim.verdict) for claim in checked]


@pytest.mark.parametrize("text", lines("traps_en.txt"))
def test_figures_of_different_things_are_not_held_against_each_other(text: str) -> None:
    assert [f.code for f in check_text(text, lang="en").findings if f.severity != "note"] == []
