"""A yearly rate that was paid for several years, in the terms of a relation: the share that it comes to."""

from __future__ import annotations

from ..frozen import replace
from ..typed import TYPE_CHECKING
from ..values import YEAR_SECONDS

if TYPE_CHECKING:
    from ..values import Quantity

    Roles = list[tuple[str, Quantity]]

MOST_YEARS = 50


def over_years(roles: Roles) -> Roles | None:
    """The share that the interest of several years is (whole, part, percent, term): simple, or compounded; None without a term."""
    given = dict(roles)
    percent, term = given["percent"], given.pop("term")
    years = term.printed_low * term.factor / YEAR_SECONDS
    if term.is_range or term.hedge != "=" or not 1 < years <= MOST_YEARS or percent.low <= 0:
        return None
    compounded = 100 * ((1 + percent.high / 100) ** years - 1)
    given["percent"] = replace(percent, text=f"{percent.text.strip()} × {years:g}", low=percent.low * years, high=compounded,
                               printed_low=percent.printed_low * years, printed_high=percent.printed_low * years,
                               half=percent.half * years, hidden=True, end=max(percent.end, term.end), start=min(percent.start, term.start))
    return list(given.items())
