"""docs/conditions.md: ``python -m factcheck.text.conditions.page > docs/conditions.md``."""

from __future__ import annotations

import inspect
import sys

from . import around, echoes, kin, leading, order, partition, rates, sides, sizes, units, wholes, years
from .registry import CONDITIONS, NUMBER, ROLE, ROLES, UNITS, WORDS, Condition

HEAD = """# Conditions of rules

What a rule may ask of the figures that its pattern found, beyond the pattern: `where = { same = "unit", within = "total" }`. All conditions
of a rule have to be met. One that is about a role which found no figure is met.

A value is the name of a role of the pattern, of several of them separated by blanks, of a pattern of words under `[language.around]`, a
number, or one of the words given. "That figure" is the one in the role that the value names.

This page is made from the code (`factcheck/text/conditions/`): `python -m factcheck.text.conditions.page > docs/conditions.md`.
"""
ROOMS = (leading, around, order, sizes, units, years, partition, wholes, rates, echoes, kin, sides)
SHOWN = {ROLE: "role", ROLES: "roles", WORDS: "pattern", UNITS: "units", NUMBER: "number"}


def page() -> str:
    """Every condition by room, in Markdown."""
    sections = []
    for room in ROOMS:
        mine = [one for one in CONDITIONS.values() if one.holds.__module__ == room.__name__]
        title = (inspect.getdoc(room) or "").partition("\n\n")[0].rstrip(".").replace("``", "`")
        sections.append(f"## {title}\n\n| condition | value | it is met if |\n|---|---|---|\n" + "".join(map(_row, mine)))
    return "\n".join([HEAD, *sections])


def _row(one: Condition) -> str:
    takes = SHOWN[one.takes] if isinstance(one.takes, str) else " or ".join(f'`"{word}"`' for word in one.takes)
    said = " ".join((inspect.getdoc(one.holds) or "").split()).replace("|", "\\|")
    return f"| `{one.name}` | {takes} | {said} |\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(page())
