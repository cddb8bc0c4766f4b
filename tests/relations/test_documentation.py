"""Every code's documentation: what it calls bad is found, what it calls good is not.

A bad example that the rules of the language cannot read yet is an expected failure; a good example that is accused is always a failure.
"""

from __future__ import annotations

import pytest

import factcheck
from factcheck import relations

DOCS = relations.catalogue()


@pytest.mark.parametrize(("code", "text"), [(doc.code, text) for doc in DOCS.values() for text in doc.good])
def test_good_examples_are_silent(code: str, text: str) -> None:
    report = factcheck.check_text(text)
    assert [f.message for f in report.findings if f.severity == "error" or f.code == code] == []


@pytest.mark.parametrize(("code", "text"), [(doc.code, text) for doc in DOCS.values() for text in doc.bad])
def test_bad_examples_are_found(code: str, text: str) -> None:
    found = {f.code for f in factcheck.check_text(text).findings}
    if not found:
        pytest.xfail("no rule reads this yet")
    assert code in found or code[:3] in {other[:3] for other in found}          # "a third" may be read as a percentage, too


@pytest.mark.parametrize("doc", DOCS.values(), ids=lambda d: d.code)
def test_a_code_is_documented(doc: relations.RelationDoc) -> None:
    assert doc.doc.endswith((".", "!", "?"))
    assert doc.bad
    assert doc.good
    assert doc.severity in ("error", "warning", "note")
    assert doc.name == doc.name.lower()
    assert " " not in doc.name


@pytest.mark.parametrize("member", [m for members in relations.table().values() for m in members], ids=lambda m: m.code)
def test_a_relation_is_whole(member: relations.Relation) -> None:
    assert set(member.message) == {"en", "zh"}
    assert not member.solve or set(member.solve) == set(member.roles)
    assert set(member.solve) <= set(member.working) or not member.working or member.code.startswith("CHG208")
    from factcheck.slips import WORDS

    assert set(member.mistakes) <= set(WORDS)


def test_codes_and_names_are_unique() -> None:
    members = [m for group in relations.table().values() for m in group]
    assert len({m.code for m in members}) == len(members)
    assert len({m.name for m in members}) == len(members)
