"""A draft whose lines were broken at a width reads like one whose lines were not."""

from __future__ import annotations

import textwrap

import pytest

import factcheck

BEFORE = "The harbour master spoke for an hour about the state of the quays and the mood among those who work on them every day."
AFTER = "Nobody in the hall asked how the money had been found, or whether the plan would hold through the winter that is to come."
PASSAGES = [
    "Landings fell by 45% to 36,000 tonnes in March, compared with 48,000 tonnes in March last year.",
    "Of the 260 boats on the register, 91 (45%) had no plan, and the Coast Guard wrote to all of them in May.",
    "Its surplus was €1.15bn (€1.0bn in 2003), up 51%, and the Treasury took most of it.",
    "Berthing costs $80 a week, up 35% from $72 in the year before.",
]


@pytest.mark.parametrize("width", range(60, 110, 5))
@pytest.mark.parametrize("passage", PASSAGES)
def test_a_width_changes_no_finding(passage: str, width: int) -> None:
    flat = f"{BEFORE} {passage} {AFTER}"
    expected = [(f.code, f.start, f.end) for f in factcheck.check_text(flat).findings]
    wrapped = textwrap.fill(flat, width, break_on_hyphens=False)
    assert len(expected) == 1
    assert [(f.code, f.start, f.end) for f in factcheck.check_text(wrapped).findings] == expected


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(("text", "code"), [
    ("Oyster landings rose 2.4 pct to\n213,400 baskets in the spring of 1988 from 204,600 in the same\nmonths of 1987, the port said.", "CHG201"),
    ("Fig landings went up by\n8,120 tonnes, or 24.1 pct, to\n65,900 tonnes, the port office wrote.", "CHG205"),
    (f"{BEFORE}\nOyster landings rose by 2.4 pct\nto 213,400 baskets from 204,600 in the same months of 1987, the port said.", "CHG201"),
])
def test_a_short_line_goes_on_if_it_leads_on(text: str, code: str, ending: str) -> None:
    assert [f.code for f in factcheck.check_text(text.replace("\n", ending)).findings] == [code]


@pytest.mark.parametrize("text", [
    "The council wants the new library to be open before the end of May\nThe 40 members met on Tuesday, 12 of them (35%) for the first time.",
    "Landings by harbour\n1,460 Hull\n1,204 Lerwick\n965 Wick",
    "What the visitors of the fair bought on the first of its three days,\n1. Apples: 20 crates\n2. Pears: 30 crates",
])
def test_a_headline_and_a_list_stay_lines_of_their_own(text: str) -> None:
    starts = {q.start for q in factcheck.check_text(text).quantities}
    assert starts                                 # and no figure of one line is joined to the next
    assert all("\n" not in claim.text for claim in factcheck.check_text(text).claims)
