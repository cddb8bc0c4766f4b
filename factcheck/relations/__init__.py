"""Equations with named roles, one file a family.  Every module here that does not begin with "_" is read for its relations."""

from __future__ import annotations

import os

from .. import resources
from ..typed import NamedTuple
from ._base import Relation

CARRIED = frozenset({"scaling"})                 # claims of these names carry figures for others to look at; no equation judges them
_table: dict[str, tuple[Relation, ...]] = {}
_modules: dict[str, list[Relation]] = {}
_home: dict[str, list[str]] = {}
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
        here = os.path.dirname(__file__)
        found: dict[str, list[Relation]] = {}
        for name in sorted({entry.partition(".")[0] for entry in os.listdir(here) if not entry.startswith(("_", "."))}):
            for member in _members(name):
                found.setdefault(member.relation, []).append(member)
        _table.update({name: tuple(sorted(members, key=lambda m: m.code)) for name, members in found.items()})
    return _table


def _members(name: str) -> list[Relation]:
    """The relations of one module, made once."""
    if name not in _modules:
        from importlib import import_module

        module = import_module(f"{__name__}.{name}")
        _modules[name] = [member() for member in vars(module).values() if isinstance(member, type) and issubclass(member, Relation)
                          and member.code and member.__module__ == module.__name__]
    return _modules[name]


def _homes() -> dict[str, list[str]]:
    """The modules of each relation, kept in the cache: a check needs two or three of them, and importing them all takes long."""
    if not _home:
        here = os.path.dirname(__file__)
        files = sorted(os.path.join(here, entry) for entry in os.listdir(here) if entry.endswith(".py"))

        def find() -> dict[str, list[str]]:
            return {name: sorted({type(member).__module__.rpartition(".")[2] for member in members}) for name, members in table().items()}

        _home.update(resources.cached("relations", resources.files_key(files), find))
    return _home


def of(name: str, roles: frozenset[str]) -> tuple[Relation, ...]:
    """The relations that judge claims of this name with these roles; none for a name that only carries figures."""
    key = (name, roles)
    found = _fitting.get(key)
    if found is None:
        members = (member for home in _homes().get(name, ()) for member in _members(home))
        fitting = [member for member in members if member.relation == name and roles.issuperset(member.roles)]
        found = _fitting[key] = tuple(sorted(fitting, key=lambda member: member.code))
    return found


def options(name: str) -> dict[str, tuple[str, ...]]:
    """What a rule may say of claims of this name, and the values."""
    found: dict[str, tuple[str, ...]] = {}
    for member in table().get(name, ()):
        for option, values in member.options.items():
            found[option] = tuple(dict.fromkeys((*found.get(option, ()), *values)))
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
