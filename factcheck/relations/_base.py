"""What a relation is: named roles, an equation solved for each of them over intervals, mistakes that people make, words for the verdict.

A file of this folder defines subclasses of :class:`Relation`, one for each code.  Their docstring is the documentation, and its ``Bad:``
and ``Good:`` lines are tests.  An equation gets a mapping from role to :class:`Interval` in base units; percent is in percent; a role that
repeats is ``part``, ``part.2``, ``part.3``.  Write every variable once (``new / old − 1``), so that the interval is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..frozen import replace
from ..interval import INF, Interval
from ..readings import rounded, strict, truncated
from ..typed import Any, ClassVar, NamedTuple
from ..values import Claim, Quantity
from . import _show as show

NEVER = Interval(INF, INF)                      # what a figure should be when none would do
FAILURES = (ZeroDivisionError, ValueError, OverflowError)           # of an equation whose figures do not allow it
Values = dict[str, Interval]
Solver = Callable[[Values], Interval]
Reading = str                                   # "strict", "rounded", "printed"
SCALED, UNSCALED = "scaled", "unscaled"         # notes of a claim: a bare figure took a scale; none may
LARGE = 1000.0                                  # a bare number so large is no percentage
TRUNCATED_UNITS = frozenset({"percent", "percent_point", "x"})


class Case(NamedTuple):
    """One reading of the wording: what the target should be.  ``loose``: a reading that not everybody grants."""

    solve: Solver
    working: str                                # "({new} − {old}) ÷ {old}"; the judge appends the result
    loose: bool = False
    says: str = ""                              # id of the reading, for the message of an ambiguous one


class Problem(NamedTuple):
    """One comparison: the figure in the role ``target`` against what the ``keys`` imply, under any of ``cases``."""

    target: str
    keys: tuple[str, ...]
    cases: tuple[Case, ...]


class Figures:
    """The quantities of a claim by role key, with its options."""

    __slots__ = ("claim", "keys", "memo", "options")

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.options: Mapping[str, str] = claim.options
        self.memo: dict[str, Any] = {}          # what a relation works out once for a claim
        keys: dict[str, Quantity] = {}
        for role, q in claim.roles:
            name = "points" if role == "percent" and q.unit in ("percent_point", "basis_point") else role
            key, n = name, 2
            while key in keys:
                key = f"{name}.{n}"
                n += 1
            keys[key] = q
        self.keys = keys

    def all(self, role: str) -> tuple[str, ...]:
        """The keys of a role that repeats, in the order of the text."""
        return tuple(k for k in self.keys if k.partition(".")[0] == role)

    @property
    def direction(self) -> str:
        """"up", "down" or "" if the wording does not say."""
        return self.options.get("direction", "")


class Relation:
    """Base of all relations; see the module."""

    relation: ClassVar[str] = ""                # the name that claims use
    code: ClassVar[str] = ""
    name: ClassVar[str] = ""
    severity: ClassVar[str] = "error"
    roles: ClassVar[tuple[str, ...]] = ()       # all of them are needed
    target: ClassVar[str] = ""                  # the derived figure, which is marked
    alike: ClassVar[tuple[tuple[str, ...], ...]] = ()      # roles that must share a dimension
    implies: ClassVar[bool] = True              # whether one figure for the target follows from the others, or but a limit
    counts: ClassVar[tuple[str, ...]] = ()      # roles in which a bare whole number is a count, exact
    cut: ClassVar[bool] = True                  # the target may have been truncated instead of rounded
    solve: ClassVar[dict[str, Solver]] = {}
    working: ClassVar[dict[str, str]] = {}
    mistakes: ClassVar[dict[str, Solver]] = {}  # slip id → what the target would be if that mistake had been made
    movable: ClassVar[tuple[str, ...]] = ()     # roles whose digits or scale may have slipped; () for all
    above: ClassVar[float | None] = None        # the target is so far above a figure that has no sign; None: any gap may be a mistake
    message: ClassVar[dict[str, str]] = {}
    options: ClassVar[Mapping[str, tuple[str, ...]]] = {}  # what a rule may say of its claims, and the values; (): any text
    rounds: ClassVar[bool] = True               # the rounding of the figures is shown
    signed: ClassVar[bool] = False              # the arithmetic keeps the sign of a fall that the wording carries

    def applies(self, f: Figures) -> bool:
        """Whether the claim has the roles, in dimensions that can be compared."""
        keys = f.keys
        if not all(role in keys for role in self.roles):
            return False
        groups = [[keys[r] for r in group if r in keys] for group in self.alike]
        return all(comparable(group) and not (len(group) == 2 and strangers(*group)) for group in groups)

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        """What is to be compared; the rule may ask for another role than the usual target."""
        asked = f.options.get("target", "")
        if asked in self.solve and asked != self.target:
            return (Problem(asked, self.roles, (Case(self.solve[asked], self.working[asked]),)),)
        return (Problem(self.target, self.roles, self.cases(f)),)

    def cases(self, f: Figures) -> tuple[Case, ...]:
        """The readings of the wording, the one most meant first."""
        return (Case(self.solve[self.target], self.working[self.target]),)

    def inverses(self, f: Figures, problem: Problem) -> Mapping[str, Solver]:
        """The equation solved for each key, for "would fit"."""
        return self.solve if problem.keys == self.roles else {}

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        """The interval of each role in base units, under a reading of the figures."""
        values = {}
        counted = [k for k in problem.keys if k.partition(".")[0] in self.counts] if self.counts else []
        exact = bool(counted) and all(is_count(q) or q.dimension.startswith("count:") for q in [f.keys[k] for k in counted])
        for key in problem.keys:
            q = f.keys[key]
            if exact and key in counted and is_count(q) and (reading != "rounded" or q.printed_low < 100):
                values[key] = Interval(q.printed_low * q.factor, q.printed_high * q.factor)
            else:
                values[key] = read(q, reading, cut=self.cut and key == problem.target)
        for group in self.alike:
            if share_scale(values, f.keys, group, not f.memo.get(UNSCALED)):
                f.memo[SCALED] = True
        self.prepare(values, f, reading)
        return values

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        """Put signs and the like right, in place."""

    def point(self, values: Values, problem: Problem, case: Case) -> float | None:
        """What the target should be by the printed figures alone; None if that cannot be told."""
        try:
            return case.solve(values).mid if self.implies else None
        except FAILURES:
            return None

    def severity_of(self, f: Figures) -> str:
        """The severity of a finding on this claim."""
        return self.severity

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        """The left side of the derivation's equation."""
        return case.working.format_map(show.operands(f.keys, problem.keys))

    def measured(self, f: Figures, key: str) -> Quantity:
        """A figure as it is to be shown: one without a unit is in that of its neighbour, as ``share_scale`` has it."""
        q, role = f.keys[key], key.partition(".")[0]
        if q.dimension:
            return q
        units = (o for group in self.alike if role in group for k, o in f.keys.items() if k.partition(".")[0] in group and _is_measured(o))
        other = next(units, None)
        return q if other is None or other.offset else replace(q, factor=other.factor)

    def base(self, target: Quantity, value: float) -> float:
        """A value of the equation in base units; relations that count time in years turn it back."""
        return value

    def result(self, target: Quantity, value: float, united: bool = False) -> str:
        """The right side: the implied value, one decimal more than is printed; with its unit if the other figures are shown with theirs."""
        if united and target.unit not in show.PERCENT_UNITS and target.kind != "multiplier" and show.numeral(target.text):
            return show.restate(target, self.base(target, value), 1)
        printed = show.in_printed_unit(target, self.base(target, value))
        if 0 < abs(printed) < show.LEAST_SCALED and show.scale(target) > 1:
            return show.restate(target, self.base(target, value), 1)
        places = show.decimals(target) + 1 if show.numeral(target.text) else show.fitting(printed)
        if target.unit not in show.PERCENT_UNITS and abs(printed - round(printed, places - 1)) < 1e-9 * abs(printed):
            places -= 1
        text = show.number(printed, show.enough(printed, places))
        return text + show.suffix(target) if target.unit in show.PERCENT_UNITS or target.unit == "x" else text

    def restated(self, target: Quantity, value: float) -> str:
        """The implied value as the author would print it."""
        return show.restate(target, self.base(target, value))

    def sign(self, f: Figures, values: Values, problem: Problem) -> int:
        """−1 where the wording carries the sign ("fell 20%") and the figure is printed without it."""
        i = values[problem.target]
        return -1 if i.high < 0 < f.keys[problem.target].printed_low else 1

    def falling(self, case: Case) -> Case:
        """The working of a fall that is printed without a sign."""
        working = case.working.replace("{new} − {old}", "{old} − {new}").replace("{new} − {difference}", "{new} + {difference}")
        return case._replace(working=working)

    def mistakes_for(self, f: Figures, problem: Problem) -> Mapping[str, Solver]:
        """The mistakes to try on this problem."""
        return self.mistakes if problem.target == self.target else {}

    def slipped(self, f: Figures, slip: str, problem: Problem) -> tuple[str, str]:
        """The figure that holds one of the relation's own slips, and how to print it; "" if that cannot be said."""
        return "", ""

    def apart(self, f: Figures, expected: Interval, stated: Interval) -> float:
        """How many times apart what follows and what is stated are; 1 if that says nothing."""
        return 1.0 if self.above is None else times_apart(expected.plus(self.above), stated.plus(self.above))

    def yearly(self, f: Figures) -> Interval | None:
        """The factor per year of a growth claim."""
        return None

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        """Fields of ``message`` beyond the roles, ``stated`` and ``expected``."""
        return {}


def times_apart(a: Interval, b: Interval) -> float:
    """How many times the larger of two is the smaller, by their nearest ends; 1 if a sign or an open end parts them."""
    (_, below), (above, most) = sorted((a, b))
    return above / below if 0 < below < above and most < INF else 1.0


def to_base(q: Quantity, i: Interval) -> Interval:
    """An interval in the printed unit of ``q`` → base units; percent and points stay in percent."""
    if q.unit in show.PERCENT_UNITS or (q.factor == 1.0 and q.offset == 0.0):
        return i
    return Interval(i.low * q.factor + q.offset, i.high * q.factor + q.offset)


def as_printed(q: Quantity) -> Interval:
    """From one printed end to the other, in the printed unit: no rounding, no hedge."""
    return Interval(q.printed_low, q.printed_high)


def read(q: Quantity, reading: Reading, cut: bool = False) -> Interval:
    """The interval of ``q`` in base units under "strict", "rounded" or "printed"."""
    if reading == "strict":
        return to_base(q, strict(q))
    if reading == "printed":
        return to_base(q, as_printed(q))
    i = rounded(q)
    if cut and (q.unit in TRUNCATED_UNITS or q.dimension == "percent"):
        i = i.hull(truncated(q))
    return to_base(q, i)


def share_scale(values: Values, keys: Mapping[str, Quantity], group: tuple[str, ...], scaled: bool = True) -> bool:
    """A bare figure takes the unit of its neighbour ("to 1.4m tonnes from 1.6m"), and, if ``scaled``, its scale when it is far too small
    without one ("from 20 to 25 million").  Whether one did.
    """
    bare, measured, top, size, least = [], None, "", 0.0, INF
    for key in values:
        if key in group or "." in key and key.partition(".")[0] in group:
            q = keys[key]
            if not q.dimension:
                bare.append(key)
            elif measured is None and _is_measured(q):
                measured = q
            high = abs(values[key].high)
            if high > size:
                top, size = key, high
            least = min(least, high)
    if not bare:
        return False
    if measured is not None and measured.factor != 1.0 and not measured.offset:
        for key in bare:
            values[key] = to_base(measured, values[key])
        size = abs(values[top].high)
    elif size <= 500 * least:
        return False
    did = False
    by = show.scale(keys[top])
    for key in bare:
        i = values[key]
        if key != top and by > 1 and size > 500 * abs(i.high) > 0 and show.scale(keys[key]) == 1 and 0.01 < size / (abs(i.high) * by) < 100:
            did = True
            if scaled:
                values[key] = Interval(i.low * by, i.high * by)
    return did


def _is_measured(q: Quantity) -> bool:
    return bool(q.dimension) and not q.dimension.startswith("count")


def strangers(a: Quantity, b: Quantity) -> bool:
    """Money with a scale word beside a bare whole number far below it: $18 million and 84 clinics."""
    money, bare = (a, b) if b.dimension == "" else (b, a)
    small = bare.dimension == "" and bare.half == 0.5 and show.scale(bare) == 1 and show.numeral(bare.text) is not None
    return small and money.dimension[:6] == "money:" and show.scale(money) > 1 and abs(money.printed_low) > 1000 * abs(bare.printed_high)


def pennies(keys: Mapping[str, Quantity], roles: tuple[str, ...]) -> bool:
    """Whether cents stand beside a bare figure with decimals: "50 cents, to 71.00" is dollars, and may be pence."""
    figures = [keys[role] for role in roles if role in keys]
    return any(q.dimension[:6] == "money:" and q.factor == 0.01 for q in figures) and any(not q.dimension and q.half < 0.5 for q in figures)


def is_count(q: Quantity) -> bool:
    """A whole number without scale word, hedge or measure: twelve people, 40, and not 12 km nor 3.5 million."""
    whole = q.hedge == "=" and q.half <= 0.5 and q.printed_low == int(q.printed_low)
    return whole and q.dimension[:6] in ("", "count:") and "." not in q.text


def comparable(quantities: list[Quantity]) -> bool:
    """Whether all are of one dimension; a bare number goes with anything but a time (thousands with no percentage), counts with counts."""
    seen = ""
    bare = large = False
    for q in quantities:
        dimension = q.dimension
        bare = bare or not dimension
        large = large or not dimension and q.printed_high >= LARGE
        if dimension.startswith("count:"):
            dimension = "count"
        elif dimension == "percent_point":
            dimension = "percent"
        if dimension and seen and dimension != seen:
            return False
        seen = seen or dimension
    return not (bare and seen == "[time]" or large and seen == "percent")
