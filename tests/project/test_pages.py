"""The pages that are written from the code say what the code says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import factcheck
from factcheck import codes, relations
from factcheck.relations import RelationDoc
from factcheck.text.conditions import page as conditions
from factcheck.text.conditions.registry import CONDITIONS
from factcheck.text.grammar import KEYS, TYPES

ROOT = Path(__file__).parents[2]
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def test_the_page_of_all_checks_is_up_to_date() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert page == codes.page(), "run: python -m factcheck.codes > docs/checks.md"


def test_the_page_of_all_conditions_is_up_to_date() -> None:
    page = (ROOT / "docs" / "conditions.md").read_text(encoding="utf-8")
    assert page == conditions.page(), "run: python -m factcheck.text.conditions.page > docs/conditions.md"
    assert [name for name in CONDITIONS if f"| `{name}` |" not in page] == []
    assert [one.name for one in CONDITIONS.values() if not one.holds.__doc__] == []


def test_every_code_has_a_family_with_a_name() -> None:
    assert {code[:3] for code in codes.catalogue()} <= codes.FAMILIES.keys()


def test_every_code_that_is_found_is_documented() -> None:
    """Whatever three letters and three digits the package spells is a code of the catalogue, or a start of one."""
    spelled = {code for path in (ROOT / "factcheck").rglob("*.py") for code in re.findall(rf"\"((?:{'|'.join(codes.FAMILIES)})\d{{3}})\"", path.read_text(encoding="utf-8"))}
    assert spelled - codes.catalogue().keys() == set()


REFERENCE = [doc for code, doc in codes.catalogue().items() if code not in relations.catalogue()]


@pytest.mark.parametrize(("doc", "text"), [(doc, text) for doc in REFERENCE for text in doc.bad])
def test_bad_examples_of_the_reference_codes_are_found(doc: RelationDoc, text: str) -> None:
    assert [(f.code, f.name, f.severity) for f in factcheck.check_text(text).findings] == [(doc.code, doc.name, doc.severity)]


@pytest.mark.parametrize("text", [text for doc in REFERENCE for text in doc.good])
def test_good_examples_of_the_reference_codes_are_silent(text: str) -> None:
    assert factcheck.check_text(text).findings == ()


def test_the_architecture_names_every_relation() -> None:
    table = ARCHITECTURE[ARCHITECTURE.index("| relation | roles |"):]
    missing = [name for name in relations.table() if not re.search(rf"^\| [^|]*\b{name}\b", table, re.MULTILINE)]
    assert not missing


def test_the_architecture_names_the_whole_pattern_language() -> None:
    missing = [name for name in (*TYPES, *(KEYS - {"message", "severity", "note"})) if f"`{name}`" not in ARCHITECTURE and f"{name} " not in ARCHITECTURE]
    assert not missing
