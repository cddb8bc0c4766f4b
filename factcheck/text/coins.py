"""Levels told without their currency beside a step in its coins: "the rupee fell 24 paise to 88.45 from 88.21"."""

from __future__ import annotations

from ..frozen import replace
from ..typed import TYPE_CHECKING
from . import fitting
from .misprints import slips

if TYPE_CHECKING:
    from ..values import Quantity

    Roles = list[tuple[str, Quantity]]

COIN = 0.01                              # of the currency
LEVELS = ("old", "new")
MONEY = "money:"


def in_currency(roles: Roles) -> Roles:
    """The roles of a change with its levels in the currency of its difference, where that is in coins, they are bare and have decimals, and
    the difference is theirs so, or would be but for a slip of the pen: prices may be told in coins, too.
    """
    named = dict(roles)
    step, percent, levels = named.get("difference"), named.get("percent"), [role for role in LEVELS if role in named]
    if step is None or step.factor != COIN or not step.dimension.startswith(MONEY) or not levels:
        return roles
    if any("." not in named[role].text or any(map(str.isalpha, named[role].text)) or named[role].per for role in levels):
        return roles
    unit = step.dimension.removeprefix(MONEY)
    found = [(role, replace(q, unit=unit, dimension=step.dimension, factor=1.0) if role in LEVELS else q) for role, q in roles]
    told = dict(found)
    if len(levels) == len(LEVELS):
        way = "down" if told["new"].printed_low < told["old"].printed_low else "up"
        fits = fitting.or_slip(fitting.directed(fitting.difference, way), (told["old"], told["new"], step), slips)
    else:
        fits = percent is not None and "new" in told and any(
            fitting.or_slip(fitting.step_to(way), (told["new"], step, percent), slips) for way in ("up", "down"))
    return found if fits else roles
