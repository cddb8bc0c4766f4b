"""Slips of scale and unit: the factor by which a figure would have to be repaired to fit."""

from __future__ import annotations

from ..interval import Interval

POWERS = (1e3, 1e-3, 1e6, 1e-6, 1e4, 1e-4, 1e8, 1e-8, 1e9, 1e-9, 1e1, 1e-1, 1e2, 1e-2)
UNITS = (                                           # dimension, name, the larger over the smaller
    ("[length]", "miles_km", 1.609344), ("[length]", "feet_metres", 3.28084), ("[mass]", "pounds_kg", 2.204623),
    ("[length] ** 2", "acres_hectares", 2.471054), ("[length] ** 2", "mu_hectares", 15.0), ("[length] ** 2", "miles2_km2", 2.589988),
)


def repair(stated: Interval, row: Interval, dimension: str = "") -> str:
    """``scale:1000`` if the figure times 1,000 fits the row, ``unit:miles_km`` if another unit would; "" if neither does."""
    for power in POWERS:
        if stated.times(power).touches(row):
            return f"scale:{power:g}"
    for measures, name, factor in UNITS:
        if dimension == measures and (stated.times(factor).touches(row) or stated.over(factor).touches(row)):
            return f"unit:{name}"
    return ""
