"""What a rule asks of its match beyond the pattern (its ``where`` table), and figures that a rule implies without printing them.

Each condition is a function here, in the room of what it looks at; docs/conditions.md lists them.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...frozen import replace
from ...typed import TYPE_CHECKING
from ...values import YEAR_SECONDS, Quantity
from ..extras import plain
from . import around, echoes, kin, leading, order, partition, rates, sides, sizes, units, wholes, years  # noqa: F401 - each registers its conditions
from .registry import CONDITIONS as CONDITIONS
from .seen import Places, Seen

if TYPE_CHECKING:
    from ..language import Language
    from ..lexer import Token


def hold(where: Mapping[str, str], places: Places, tokens: list[Token], quantities: Mapping[int, Quantity], text: str,
         language: Language) -> bool:
    """Whether every condition of the rule holds for figures at these places."""
    if not where:
        return True
    if not all(k in quantities for _, k in places):
        return False
    at = dict(reversed(places))
    return all(CONDITIONS[name].met(Seen(value, where, at, places, tokens, quantities, text, language)) for name, value in where.items())


def implied(options: Mapping[str, str], where: Mapping[str, str], role: str, q: Quantity) -> Quantity:
    """The figure in a role as the rule means it: a year as a count of time, a daily mean as a rate a day, square miles as so many."""
    if role in (where.get("unit_of"), where.get("per")):
        counted = q.dimension.startswith("count:") or not q.dimension
        return replace(q, factor=1.0, offset=0.0, dimension="count:" + q.unit if counted else "[unit]")
    if role == "count" and q.kind == "year" and not q.is_range:
        return replace(q, low=1.0, high=1.0, printed_low=1.0, printed_high=1.0, half=0.0, unit="year", kind="quantity",
                       dimension="[time]", factor=YEAR_SECONDS)
    if role in where.get("ages", "").split() and not q.dimension:
        return replace(q, unit="year", kind="age", dimension="[time]", factor=YEAR_SECONDS)
    if role in where.get("density", "").split():
        return units.density(q)
    if role == options.get("over"):                      # "averaged 300 over 12 nights": it hedges nothing
        return plain(q)
    if q.per and ("differ" in where or "area" in where and role == "rate"):
        return units.per_base(q)
    if role == where.get("area"):
        return replace(q, unit=q.dimension, dimension="count:" + q.dimension)
    if role == "rate" and "rate_per" in options and not q.per and not q.dimension.endswith("/ [time]"):
        return replace(q, per=options["rate_per"])
    return q
