"""Conversions: one quantity in two units, or two currencies."""

from __future__ import annotations

from .. import resources, units
from ..interval import INF, Interval
from ..readings import last_place, truncated
from ..typed import TYPE_CHECKING, ClassVar, NamedTuple
from . import _show as show
from ._base import Case, Figures, Problem, Reading, Relation, Solver, Values, as_printed, to_base

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..values import Quantity

Bands = dict[str, tuple[float, float]]


class Money(NamedTuple):
    """What is known of currencies: units of each to the dollar, lowest and highest, and the signs that are of one only."""

    bands: Bands
    signs: tuple[str, ...]


NEIGHBOURS = {                                  # units that are easily printed for one another
    "[length]": ("mm", "cm", "inch", "ft", "yd", "m", "li", "km", "mi", "nmi"),
    "[mass]": ("g", "oz", "lb", "jin", "kg", "short_ton", "tonne", "long_ton"),
    "[length] ** 2": ("sq_ft", "m2", "mu", "acre", "ha", "km2", "sq_mi"),
}
VOLUMES = ("[length] ** 3", "1 / [length] ** 2")                    # and miles to the gallon: some have a British sister
IMPERIAL = "imperial_"                          # before its name
BINARY = {"kB": "KiB", "MB": "MiB", "GB": "GiB", "TB": "TiB", "PB": "PiB"}      # memory counts in powers of two: 65,536 bytes (64 KB)
SISTERS = {"kcal": "cal", "oz": "troy_oz", **BINARY}                            # "calories" may be those of physics, ounces those of gold
DENSE, MILEAGE = 5e-4, "mpg"                    # each density is worked out from an area that was rounded in its own unit
ROUGH = 0.1                                     # of "half a pint", which nobody measures
DEGREES = 3.0                                   # kelvin: "below -10C (about 10F)" is said of -12
ENDS = ("low", "high")
_money: list[Money] = []


class Conversion(Relation):
    """The same quantity in another unit is a different quantity.

    Why: dividing where one multiplies, a length's factor for an area, a lost scale word, a temperature difference taken for a level.
    Silent: when either figure may have been rounded or cut off, and when the bracket is of another dimension (kilograms and litres); for
    densities that are off by less than a thousandth, since each may be worked out from the area in its own unit.
    Bad: The road is 10 miles (26 km) long.
    Good: The road is 10 miles (16 km) long.
    Bad: 果园面积100亩（10公顷）。
    Good: 果园面积100亩（6.7公顷）。
    Bad: Temperatures were up 4C (39.2F) on the year before.
    Good: Temperatures were up 4C (7.2F) on the year before.
    Bad: Nights were below -10C (41F) all week.
    Good: Nights were below -10C (14F) all week.
    Bad: The van does 28 mpg (10.4 L/100 km) in town.
    Good: The van does 28 mpg (8.4 L/100 km) in town.
    """

    relation = "conversion"
    code = "CNV401"
    name = "conversion-mismatch"
    options = {"reading": ("difference", "level")}
    roles = ("a", "b")
    target = "b"
    solve = {"b": lambda v: v["a"], "a": lambda v: v["b"]}
    working = {"b": "{a}", "a": "{b}"}
    message = {
        "en": "{a} is {expected}, not {stated}.",
        "zh": "{a}合{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f):
            return False
        a, b = f.keys["a"], f.keys["b"]
        alike = a.dimension == b.dimension != "" or units.reciprocal(a.unit, b.unit)
        return alike and not a.dimension.startswith("count") and a.per == b.per

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        """Both ends, where both figures are ranges: "10-15 miles (16-24 km)"."""
        a, b = f.keys["a"], f.keys["b"]
        found = super().problems(f)
        if not (a.is_range and b.is_range and a.hedge == b.hedge == "=") or a.dimension != b.dimension:
            return found
        cases = found[0].cases
        if a.offset or b.offset:
            spans = {"a": to_base(a, as_printed(a)), "b": to_base(b, as_printed(b))}
            cases = tuple(case for case in cases if case.solve(spans).touches(spans["b"]))[:1]     # a level, or "2-4C (3.6-7.2F) warmer"
            if not cases:
                return found
        return tuple(Problem("b", self.roles, tuple(case._replace(says=end) for case in cases)) for end in ("low", "high"))

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = super().values(f, problem, reading)
        if problem.cases[0].says in ENDS:
            return {key: to_base(q, _end(q, problem.cases[0].says, reading)) for key, q in f.keys.items()}
        if reading == "rounded":
            for key in ("a", "b"):
                values[key] = values[key].hull(to_base(f.keys[key], truncated(f.keys[key])))
                if f.keys[key].dimension == VOLUMES[1] and MILEAGE not in f.keys[key].unit:
                    values[key] = values[key].hull(values[key].times(Interval(1 - DENSE, 1 + DENSE)))
                if f.keys[key].half == 0.0 and values[key].low > 0:
                    values[key] = Interval(values[key].low * (1 - ROUGH), values[key].high * (1 + ROUGH))
        for key, q in f.keys.items():
            if key in values and (q.printed_low > 0 or q.offset):
                values[key] = _hedged(q, values[key], reading)
        return values

    def cases(self, f: Figures) -> tuple[Case, ...]:
        level = Case(self.solve["b"], "{a}")
        a, b = f.keys["a"], f.keys["b"]
        if a.dimension != b.dimension:
            gallons = dict.fromkeys((1.0, *(_imperial(q) for q in (a, b))))
            return tuple(Case(_reciprocal(by), "1 ÷ {a}") for by in gallons)
        if a.offset == b.offset == 0.0:
            sisters = bool({a.unit, b.unit} & SISTERS.keys()) and not {a.unit, b.unit} & set(BINARY.values())     # 16 GB (16 GiB) is wrong
            by = _imperial(a) / _imperial(b) if a.dimension in VOLUMES or sisters else 1.0
            others = [by] if by != 1.0 else []
            if a.unit == b.unit and a.unit in SISTERS and a.unit not in BINARY:
                others = [_imperial(a), 1 / _imperial(a)]             # 1,000 calories (1 kcal): small ones and large ones
            return (level, *(Case(_other(by), "{a}") for by in others))
        difference = Case(_difference(a.offset, b.offset), "{a}")
        reading = f.options.get("reading", "")
        return (difference,) if reading == "difference" else (level,) if reading == "level" else (level, difference)

    def inverses(self, f: Figures, problem: Problem) -> Mapping[str, Solver]:
        a, b = f.keys["a"], f.keys["b"]
        if a.dimension != b.dimension:
            return {"a": lambda v: v["b"].map(_inverse), "b": lambda v: v["a"].map(_inverse)}
        return self.solve if a.offset == b.offset == 0.0 else {}

    def mistakes_for(self, f: Figures, problem: Problem) -> Mapping[str, Solver]:
        a, b = f.keys["a"], f.keys["b"]
        found: dict[str, Solver] = {}
        if a.dimension != b.dimension:
            return found
        if a.offset or b.offset:
            if f.options.get("reading") == "difference":
                found["level_for_difference"] = lambda v: v["a"]
            else:
                found["difference_for_level"] = _difference(a.offset, b.offset)
            return found
        ratio = a.factor / b.factor
        if ratio in (0.0, 1.0):
            return found
        found["inverse_factor"] = lambda v: v["a"].over(ratio * ratio)
        if a.dimension == "[length] ** 2":
            found["linear_for_area"] = lambda v: v["a"].over(ratio**0.5)
        if a.dimension == "[length] ** 3":
            found["linear_for_area"] = lambda v: v["a"].over(ratio ** (2 / 3))
        for name in NEIGHBOURS.get(a.dimension, ()):
            factor = units.load().units[name].factor
            for q in (a, b):
                if abs(factor / q.factor - 1) > 0.01:
                    found[f"other_unit:{'b' if q is b else 'a'}:{name}"] = _other(factor / q.factor if q is a else q.factor / factor)
        return found

    def result(self, target: Quantity, value: float, united: bool = False) -> str:
        return show.restate(target, value, 1, other_words=False)

    def restated(self, target: Quantity, value: float) -> str:
        return show.restate(target, value, other_words=False)         # 120万元 is 0.012亿元, not 120万元

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        return f.keys["a"].text.strip() if problem.target == "b" else f.keys["b"].text.strip()


def _imperial(q: Quantity) -> float:
    """The British unit, or another, of that name to this one; one if there is none."""
    known = units.load().units
    own, sister = known.get(q.unit), known.get(SISTERS.get(q.unit, IMPERIAL + q.unit))
    return sister.factor / own.factor if own is not None and sister is not None else 1.0


def _end(q: Quantity, end: str, reading: Reading) -> Interval:
    """One end of a range, rounded or cut off as it is printed."""
    at = q.printed_low if end == "low" else q.printed_high
    rough = DEGREES / q.factor if q.offset else ROUGH * abs(at) / 2
    room = 0.0 if reading == "printed" else q.half if reading == "strict" else max(2 * q.half, rough)
    return Interval(at - room, at + room)


def _hedged(q: Quantity, i: Interval, reading: Reading) -> Interval:
    """"Up to 186 mph (300 km/h)": of that, and of nothing far below.  "More than 30,000 acres" are fewer than 40,000."""
    if q.offset:                                # degrees, which may be negative: "above 40C", "below -40F"
        down, up = q.hedge in ("at_most", "below"), q.hedge in ("at_least", "above")
        if reading == "printed" or not down and not up:
            return i
        room = 0.0 if reading == "strict" else max(last_place(q.printed_high, q.half), ROUGH * abs(q.printed_high), DEGREES / q.factor)
        low, high = q.printed_low - (room if down else 0.0) - q.half, q.printed_high + (room if up else 0.0) + q.half
        return Interval(low * q.factor + q.offset, high * q.factor + q.offset)
    if q.hedge == "at_most":
        return i._replace(low=max(i.low, q.printed_low * q.factor * (1 - ROUGH)))
    if q.hedge == "above":
        room = max(last_place(q.printed_high, q.half), ROUGH * q.printed_high)
        return i._replace(high=min(i.high, (q.printed_high + room) * q.factor))
    return i._replace(high=min(i.high, q.printed_high * q.factor * (1 + ROUGH))) if q.hedge == "at_least" else i


def _difference(a_offset: float, b_offset: float) -> Solver:
    return lambda v: v["a"].minus(a_offset).plus(b_offset)


def _other(by: float) -> Solver:
    return lambda v: v["a"].times(by)


def _reciprocal(by: float) -> Solver:
    """Miles to the gallon and litres to the hundred kilometres: the less of one, the more of the other."""
    return lambda v: v["a"].times(by).map(_inverse)


def _inverse(x: float) -> float:
    return 1 / x if x else INF


def money() -> Money:
    """``data/rates.toml``, read once and only when two currencies meet."""
    if not _money:
        _money.append(resources.from_toml("rates.toml", "2", lambda table: Money(
            {name: (float(low), float(high)) for name, (low, high) in table["rates"].items()}, tuple(table["signs"]))))
    return _money[0]


def bands() -> Bands:
    """Units of each currency to the dollar, lowest and highest."""
    return money().bands


def rates(a: Quantity, b: Quantity) -> tuple[float, float]:
    """The lowest and the highest number of units of the second currency for one of the first."""
    of_a, of_b = bands()[a.dimension[6:]], bands()[b.dimension[6:]]
    return of_b[0] / of_a[1], of_b[1] / of_a[0]


class CurrencyPair(Relation):
    """Two currencies for one amount differ by more than any rate of exchange.

    Why: a million for a billion, or 万 for 亿, survives a conversion unseen. Only the scale is judged, never the rate of the day.
    Silent: unless the figures are at least a hundred times off every rate since 1990, by about a scale word.
    Bad: The deal was worth $1.7bn (£1.1m).
    Good: The deal was worth $1.2bn (£780m).
    Bad: 收购价为12亿美元（约合86万元人民币）。
    Good: 收购价为12亿美元（约合86亿元人民币）。
    """

    relation = "conversion"
    code = "CNV402"
    name = "currency-scale"
    roles = ("a", "b")
    target = "b"
    implies = False
    movable = ("none",)
    message = {
        "en": "{a} cannot be {stated} at any rate of exchange: check the scale words.",
        "zh": "按任何汇率，{a}都不可能合{stated}：请检查万、亿等单位。",
    }
    ROOM: ClassVar[float] = 100.0               # times every rate
    SIZES: ClassVar[tuple[int, ...]] = (1000, 10_000, 1_000_000, 100_000_000)
    HEDGED = 1.25                               # times a hedged figure, within which the sum is that was converted
    LARGE = 1e6                                 # smaller sums per hour or head are prices, and what is beside them may be for a year

    def applies(self, f: Figures) -> bool:
        if not super().applies(f):
            return False
        first, second = f.keys["a"], f.keys["b"]
        a, b = first.dimension, second.dimension
        if first.per != second.per and (second.per or first.printed_high < self.LARGE):      # 9 euros an hour, or $19,000 a year
            return False
        return a != b and a.startswith("money:") and b.startswith("money:") and a[6:] in bands() and b[6:] in bands()

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        """"More than 6m yen" is converted from six million, or not much more; "under a million" from near that."""
        values = super().values(f, problem, reading)
        for key, i in values.items():
            q = f.keys[key]
            if q.printed_low > 0:
                low, high = q.printed_low * q.factor / self.HEDGED, q.printed_high * q.factor * self.HEDGED
                values[key] = Interval(max(i.low, min(low, i.high)), min(i.high, max(high, i.low)))
        return values

    def cases(self, f: Figures) -> tuple[Case, ...]:
        low, high = rates(f.keys["a"], f.keys["b"])
        by = Interval(low / self.room(f), high * self.room(f))
        return (Case(lambda v: v["a"].times(by), "{a}"),)

    def room(self, f: Figures) -> float:
        """How many times a pair may be off every rate."""
        return self.ROOM

    def mistakes_for(self, f: Figures, problem: Problem) -> Mapping[str, Solver]:
        low, high = rates(f.keys["a"], f.keys["b"])
        return {f"scale_{by}:{sign}": _near(low, high, float(by) ** sign) for by in self.SIZES for sign in (1, -1)}

    def apart(self, f: Figures, expected: Interval, stated: Interval) -> float:
        rate = Interval(expected.low * self.room(f), expected.high / self.room(f))
        slips = (rate.times(float(by) ** sign) for by in self.SIZES for sign in (1, -1))
        return 1.0 if any(slip.touches(stated) for slip in slips) else INF      # what no scale word explains is another sum

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        low, high = rates(f.keys["a"], f.keys["b"])
        a, b = f.keys["a"], f.keys["b"]
        return f"{a.text.strip()} × {low:.3g} … {high:.3g} {b.unit}/{a.unit}"


class CurrencyZero(CurrencyPair):
    """Two currencies for one amount differ by a zero.

    Why: a dropped or doubled zero survives a conversion unseen. Only the scale is judged, never the rate of the day.
    Silent: unless the figures are at least six times off every rate since 1990 (three and a half times, if no "$" is printed), by about
    ten or a hundred, and both currencies are named by signs or words that are of no other; for ranges.
    Bad: The mill was sold for $1.8 billion (£94 million).
    Good: The mill was sold for $1.8 billion (£940 million).
    Bad: 公寓均价为620万日元（53.7万美元）。
    Good: 公寓均价为6200万日元（53.7万美元）。
    """

    code = "CNV404"
    name = "currency-zero"
    ROOM = 6.0                                  # a dollar was 360 yen once, and may be one of Hong Kong
    PLAIN = 3.5                                 # the same where no sign of several dollars is printed
    SIZES = (10, 100)

    def applies(self, f: Figures) -> bool:
        a, b = f.keys.get("a"), f.keys.get("b")
        if a is None or b is None or not super().applies(f) or a.is_range or b.is_range or a.printed_high <= 0:
            return False
        low, high = rates(a, b)
        near = low / CurrencyPair.ROOM < b.printed_high * b.factor / (a.printed_high * a.factor) < high * CurrencyPair.ROOM
        return near and all(any(sign in q.text for sign in money().signs) for q in (a, b))

    def room(self, f: Figures) -> float:
        return self.ROOM if any("$" in q.text for q in (f.keys["a"], f.keys["b"])) else self.PLAIN


def _near(low: float, high: float, by: float) -> Solver:
    return lambda v: Interval(v["a"].mid * low * by, v["a"].mid * high * by)
