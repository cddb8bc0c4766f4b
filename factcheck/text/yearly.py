"""A step a year beside what it comes to over years that are told by their ends: 2010年至2020年由40%提高到52%，年均提高1.2个百分点."""

from __future__ import annotations

from ..frozen import replace
from ..patterns import re
from ..typed import TYPE_CHECKING
from ..values import YEAR_SECONDS

if TYPE_CHECKING:
    from ..values import Quantity

    Roles = list[tuple[str, Quantity]]

MOST_YEARS = 100
POINTS = "percent_point"
NUMERAL = re.compile(r"[\d.,]+")


def over_span(roles: Roles) -> Roles | None:
    """The whole step, the years and the step a year (total, count, mean) of a claim that gives the years as start and end, years or span,
    and the whole step in points, or as old and new.  Both ends of a range of years may count; None if they are no such span.
    """
    given = dict(roles)
    mean = replace(given["mean"], per="")
    count, total = _years(given), given.get("total") or _difference(given, mean)
    if count is None or total is None or mean.unit != POINTS or total.unit != POINTS:
        return None
    return [("total", total), ("count", count), ("mean", mean)]


def _years(given: dict[str, Quantity]) -> Quantity | None:
    anchor = given.get("end") or given.get("years") or given["span"]
    if "start" in given:
        low = anchor.printed_low - given["start"].printed_low
        high = low + 1
    elif "years" in given:
        low = anchor.printed_high - anchor.printed_low
        high = low + 1
    else:
        low = high = anchor.printed_low * anchor.factor / YEAR_SECONDS
    ranged = anchor.is_range and "years" not in given
    if not 1 < low <= MOST_YEARS or low % 1 or anchor.hedge != "=" or ranged:
        return None
    return replace(anchor, text=f"{low:g}", low=low, high=high, printed_low=low, printed_high=low, half=0.0, unit="", kind="quantity",
                   dimension="", factor=1.0, hidden=True)


def _difference(given: dict[str, Quantity], mean: Quantity) -> Quantity | None:
    """From one share to another in points, printed like the points a year."""
    old, new = given["old"], given["new"]
    if old.unit != "percent" or new.unit != "percent":
        return None
    low, high = sorted((old, new), key=lambda q: q.printed_low)
    apart = round(high.printed_low - low.printed_low, 6)
    return replace(new, text=NUMERAL.sub(f"{apart:g}", mean.text, count=1), low=high.low - low.high, high=high.high - low.low,
                   printed_low=apart, printed_high=apart, half=high.half + low.half, unit=POINTS, kind=POINTS, dimension=POINTS,
                   hidden=True)
