"""Equations with named roles, one file a family.  Every module here that does not begin with "_" is read for its relations."""

from __future__ import annotations

import os
from typing import NamedTuple

from ._base import Relation

_table: dict[str, tuple[Relation, ...]] = {}
_fitting: dict[tuple[str, frozenset[str]], tuple[Relation, ...]] = {}


class RelationDoc(NamedTuple):
    """What the pages and tests need to know of one code."""

    code: str
    name: str
    severity: str
    doc: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    relation: str


def table() -> dict[str, tuple[Relation, ...]]:
    """Every relation by the name that claims use; one name may stand for several codes."""
    if not _table:
        from importlib import import_module

        found: dict[str, list[Relation]] = {}
        names = sorted({entry.partition(".")[0] for entry in os.listdir(os.path.dirname(__file__)) if not entry.startswith(("_", "."))})
        for name in names:
            module = import_module(f"{__name__}.{name}")
            for member in vars(module).values():
                if isinstance(member, type) and issubclass(member, Relation) and member.code and member.__module__ == module.__name__:
                    found.setdefault(member.relation, []).append(member())
        _table.update({name: tuple(sorted(members, key=lambda m: m.code)) for name, members in found.items()})
    return _table


def of(name: str, roles: frozenset[str]) -> tuple[Relation, ...]:
    """The relations that judge claims of this name with these roles; none for a name that only carries figures."""
    key = (name, roles)
    found = _fitting.get(key)
    if found is None:
        found = _fitting[key] = tuple(member for member in table().get(name, ()) if roles.issuperset(member.roles))
    return found


def catalogue() -> dict[str, RelationDoc]:
    """The documentation of every code, in the order of the codes."""
    docs = {}
    for member in sorted((m for members in table().values() for m in members), key=lambda m: m.code):
        lines = [line.strip() for line in (member.__doc__ or "").strip().splitlines()]
        bad = tuple(line[4:].strip() for line in lines if line.startswith("Bad:"))
        good = tuple(line[5:].strip() for line in lines if line.startswith("Good:"))
        doc = "\n".join(line for line in lines if not line.startswith(("Bad:", "Good:"))).strip()
        docs[member.code] = RelationDoc(member.code, member.name, member.severity, doc, bad, good, member.relation)
    return docs
