"""The gate passes sentences over without a query; it may never do so with one that holds a name of the table."""

from __future__ import annotations

import pytest

from factcheck.reference import aliases
from factcheck.reference.gate import Pieces
from factcheck.reference.table import Table


@pytest.fixture(scope="module")
def table() -> Table:
    return Table()


def seen(pieces: Pieces, text: str, lang: str) -> int:
    """The bits that the pieces of a text give."""
    present = aliases.runs(text) if lang == "en" else text
    found = pieces.rows.keys() & (present if lang == "en" else {text[k : k + 2] for k in range(len(text))})
    bits = 0
    for piece in found:
        bits |= pieces.bits(piece, present)
    return bits


@pytest.mark.parametrize(("lang", "around"), [("en", "then {} was"), ("zh", "当年{}约5")])
def test_every_name_is_let_through(table: Table, lang: str, around: str) -> None:
    pieces = table._pieces(lang)
    assert pieces is not None
    missed, count = [], 0
    for layer in table.layers():
        for alias, kind in layer.execute("SELECT alias, kind FROM alias WHERE lang=? AND kind IN ('metric', 'entity')", (lang,)):
            count += 1
            if not seen(pieces, around.format(alias), lang):
                missed.append((alias, kind))
    assert count > 1000
    assert not missed


def test_two_words_of_a_name_must_stand_in_the_sentence(table: Table) -> None:
    pieces = table._pieces("en")
    assert pieces is not None
    together, apart = seen(pieces, "the unemployment rate was", "en"), seen(pieces, "the acceptance rate was", "en")
    assert together
    assert together & ~apart


def test_the_pieces_of_two_tables_are_added() -> None:
    both = Pieces()
    both.add("gdp\t4 \ngrowth\t8 rate")
    both.add("growth\t16 pace")
    assert both.bits("growth", {"growth", "rate"}) == 8
    assert both.bits("growth", {"growth", "pace"}) == 16
    assert both.bits("gdp", ()) == 4
    assert both.bits("growth", {"growth"}) == 0
