"""Chinese sentences in the styles of the press: right as they are printed, wrong with one figure altered; and sentences no rule must accuse.

``wordings_zh.txt``   ``[[right|wrong]]``: nothing is found with the first figure, something with the second
``traps_zh.txt``      right sentences, in which figures stand beside each other that are of different things
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck import check_text

HERE = Path(__file__).parent
MARKED = re.compile(r"\[\[(.*?)\|(.*?)\]\]")


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def found(text: str) -> list[str]:
    return [f.code for f in check_text(text, lang="zh").findings if f.severity != "note"]


@pytest.mark.parametrize("line", lines("wordings_zh.txt"))
def test_the_altered_figure_is_found(line: str) -> None:
    assert not found(MARKED.sub(r"\1", line))
    assert found(MARKED.sub(r"\2", line))


@pytest.mark.parametrize("text", lines("traps_zh.txt"))
def test_figures_of_different_things_are_not_held_against_each_other(text: str) -> None:
    assert not found(text)
