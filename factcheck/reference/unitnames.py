"""Units of the table: names of the unit table first, else an expression of pint."""

from __future__ import annotations

import re
from functools import cache

from .. import units
from ..resources import data_dir
from ..typed import Any

# Names, numbers, operators, brackets; a power is a small number and no power of a power: pint would work out 9**9**9 to the last digit.
LONGEST = 80
POWER = re.compile(r"(?:\*\*|\^)(?!\s*[-+]?[0-9]{1,2}(?![0-9.]*\s*(?:[0-9.]|\*\*|\^)))")


def resolve(expression: str) -> tuple[str, float]:
    """Dimension and factor to its base: "USD" → ("money:USD", 1.0), "km" → ("[length]", 1000.0).  ValueError for an unknown unit."""
    known = units.load().units.get(expression)
    if known is not None:
        return known.dimension, known.factor
    if len(expression) > LONGEST:
        raise ValueError(f"a unit has at most {LONGEST} characters, this one {len(expression)}: {expression[:20]!r}…")
    if POWER.search(expression):
        raise ValueError(f"{expression!r} is no unit: a power is a whole number below a hundred")
    registry, own = _registry()
    units.define(registry, [(name, own.pop(name)) for name in list(own) if name in expression])       # before pint meets them: kUSD, USD/km
    try:
        factor, _, dimension = units.resolve(registry, expression)
    except Exception:                                   # noqa: BLE001 - pint raises whatever the expression breaks
        raise ValueError(f"{expression!r} is no unit: neither the unit table nor pint knows it") from None
    return dimension, factor


@cache
def _registry() -> tuple[Any, dict[str, str]]:
    """pint, and the dimensions of the units of our own, by name: defined when an expression holds their name, as few ever do."""
    own = {name: unit.dimension for name, unit in units.load().units.items()
           if unit.factor == 1.0 and unit.dimension.partition(":")[2] == name}
    return units.registry(data_dir(), ()), own
