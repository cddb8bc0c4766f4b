"""Short ways to write figures and claims as the text engine would hand them over."""

from __future__ import annotations

from dataclasses import replace

from factcheck.readings import bounds
from factcheck.values import Claim, Quantity

SCALES = {"": 1.0, "k": 1e3, "thousand": 1e3, "万": 1e4, "m": 1e6, "million": 1e6, "亿": 1e8, "bn": 1e9, "billion": 1e9}
UNITS = {                               # name: dimension, factor, offset
    "percent": ("percent", 1.0, 0.0), "percent_point": ("percent_point", 1.0, 0.0), "x": ("times", 1.0, 0.0), "basis_point": ("percent_point", 0.01, 0.0),
    "USD": ("money:USD", 1.0, 0.0), "GBP": ("money:GBP", 1.0, 0.0), "CNY": ("money:CNY", 1.0, 0.0), "XAU": ("money:XAU", 1.0, 0.0),
    "km": ("[length]", 1000.0, 0.0), "mi": ("[length]", 1609.344, 0.0), "ft": ("[length]", 0.3048, 0.0), "m": ("[length]", 1.0, 0.0),
    "km2": ("[length] ** 2", 1e6, 0.0), "mi2": ("[length] ** 2", 2_589_988.110336, 0.0), "t": ("[mass]", 1000.0, 0.0),
    "celsius": ("[temperature]", 1.0, 273.15), "fahrenheit": ("[temperature]", 5 / 9, 459.67 * 5 / 9), "people": ("count:people", 1.0, 0.0),
    "year": ("[time]", 31_557_600.0, 0.0), "month": ("[time]", 2_629_800.0, 0.0), "quarter": ("[time]", 7_889_400.0, 0.0), "day": ("[time]", 86_400.0, 0.0),
    "decade": ("[time]", 315_576_000.0, 0.0),
}


def q(text: str, unit: str = "", hedge: str = "=", value: float | None = None, high: float | None = None, **more: object) -> Quantity:
    """A figure: "5.2 million" is read for its digits and scale word; ``value`` is for figures in words."""
    digits = "".join(c for c in text if c.isdigit() or c in ".,").strip(",.").replace(",", "")
    half = 0.0
    figures = 1
    if value is None:
        scale = text.replace(",", "").partition(digits)[2].strip(" %p元吨")
        scale = scale if scale in SCALES else ""
        places = len(digits.partition(".")[2])
        value = float(digits) * SCALES[scale] * (-1 if text.startswith("-") else 1)
        half = 0.5 * 10.0**-places * SCALES[scale]
        bare = digits.replace(".", "").lstrip("0")
        figures = max(1, len(bare if places else bare.rstrip("0")))
    end = value if high is None else high
    low, top = bounds(value, end, half, hedge)
    dimension, factor, offset = UNITS.get(unit, ("", 1.0, 0.0))
    kind = {"percent": "share", "percent_point": "percent_point", "x": "multiplier", "basis_point": "basis_point"}.get(unit, "quantity")
    made = Quantity(text, 0, len(text), low, top, value, end, unit, kind, hedge, half=half, figures=figures, dimension=dimension, factor=factor, offset=offset)
    return replace(made, **more) if more else made


def pc(text: str, **more: object) -> Quantity:
    return q(text, "percent", **more)  # type: ignore[arg-type]


def year(number: int) -> Quantity:
    return q(str(number), value=float(number), kind="year")


def claim(relation: str, options: dict[str, str] | None = None, mood: str = "stated", **roles: Quantity | list[Quantity]) -> Claim:
    """A claim whose figures stand one after another in the order given."""
    placed, at = [], 0
    for role, quantities in roles.items():
        for quantity in quantities if isinstance(quantities, list) else [quantities]:
            placed.append((role, replace(quantity, start=at, end=at + len(quantity.text))))
            at += len(quantity.text) + 1
    return Claim(relation, 0, at, "", tuple(placed), options=options or {}, mood=mood)
