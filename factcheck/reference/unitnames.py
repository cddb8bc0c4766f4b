"""Units of the table: names of the unit table first, else an expression of pint."""

from __future__ import annotations

from functools import cache

from .. import units
from ..resources import data_dir
from ..typed import Any


def resolve(expression: str) -> tuple[str, float]:
    """Dimension and factor to its base: "USD" → ("money:USD", 1.0), "km" → ("[length]", 1000.0).  ValueError for an unknown unit."""
    known = units.load().units.get(expression)
    if known is not None:
        return known.dimension, known.factor
    try:
        factor, _, dimension = units.resolve(_registry(), expression)
    except Exception:                                   # noqa: BLE001 - pint raises whatever the expression breaks
        raise ValueError(f"{expression!r} is no unit: neither the unit table nor pint knows it") from None
    return dimension, factor


@cache
def _registry() -> Any:
    bases = [(name, unit.dimension) for name, unit in units.load().units.items()
             if unit.factor == 1.0 and unit.dimension.partition(":")[2] == name]
    return units.registry(data_dir(), bases)
