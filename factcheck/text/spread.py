"""Figures spread over time, as rules find them, in the terms of a relation: one every so many minutes, and so many a year; a yearly rate
of interest, and the interest of several years.
"""

from __future__ import annotations

from ..frozen import replace
from ..typed import TYPE_CHECKING
from ..values import YEAR_SECONDS

if TYPE_CHECKING:
    from ..values import Quantity

    Roles = list[tuple[str, Quantity]]

LEAP = 1 / 365                            # of a year: how much longer one may be than another
MOST_YEARS = 50


def at_intervals(given: dict[str, Quantity]) -> Roles | None:
    """Rate, count and total of "100 a year, one every three days" (roles rate, every, total, count): as many are the intervals of a year.

    None if what is counted is not so many of one interval.  One of something is just that, every three days; so many a day are rounded.
    """
    rate, every, total, span = (given[role] for role in ("rate", "every", "total", "count"))
    once = every.printed_low * every.factor
    if every.is_range or rate.is_range or once <= 0 or span.kind != "year" and span.printed_low != 1:
        return None
    year = span.kind == "year"
    long = YEAR_SECONDS if year else span.factor
    number = long / once
    if number < 1:
        return None
    single = every.printed_low == 1 and every.hedge == "="
    low, high = (once, once) if single else (every.low * every.factor, every.high * every.factor)
    low, high = long / high, long / low if low > 0 else float("inf")
    room = LEAP if year or span.unit == "year" else 0.0
    count = replace(span, text=f"{number:,.6g}" if number < 1e6 else f"{number:,.0f}", low=low * (1 - room), high=high * (1 + room), printed_low=number,
                    printed_high=number, half=max((high - low) / 2, 1.0), hedge="about", unit="", kind="quantity", dimension="", factor=1.0,
                    per="", hidden=True)
    if not single and rate.printed_low == 1 and rate.hedge == "=":
        rate = replace(rate, low=1.0, high=1.0, half=0.0)
    return [("rate", replace(rate, per="")), ("count", count), ("total", replace(total, per=""))]


def over_years(roles: Roles) -> Roles | None:
    """The share that the interest of several years is (roles whole, part, percent, term): simple, or compounded; None without whole years."""
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
