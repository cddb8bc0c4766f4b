"""How large a figure is beside the others, and how it is printed."""

from __future__ import annotations

import math

from ...frozen import replace
from ...typed import TYPE_CHECKING
from .. import fitting
from ..misprints import scaled, variants
from ..numerals import SLASHES
from .registry import ROLE, condition
from .seen import Seen, has, size

if TYPE_CHECKING:
    from ...values import Quantity

LOOSE = 0.15                             # of a multiple that somebody rounded to doublings
LARGEST = 3.0                            # times the others
SHARP = 0.02                             # of a figure: half of its last digit, or more slips explain it than prove anything
PRECISE = 0.5                            # half of the last digit of a whole percentage


def _beside(q: Quantity, other: Quantity) -> float:
    """The size of a figure; a bare one beside one with a unit has that unit: "by 3 tonnes to 61"."""
    return size(q) if q.unit else abs(q.printed_high * other.factor)


@condition(ROLE, "old")
def grows(s: Seen) -> bool:
    """That figure is more than the old one."""
    return _beside(s.figure, s.of("old")) > _beside(s.of("old"), s.figure)


@condition(ROLE, "count")
def outnumbers(s: Seen) -> bool:
    """That figure is more than the count, and the mean more than one: 640 boys and 32 tutors, 20 to one."""
    return size(s.figure) > size(s.of("count")) and ("mean" not in s.at or s.of("mean").printed_low > 1)


@condition(ROLE)
def within(s: Seen) -> bool:
    """Every part is less than that figure."""
    return all(size(q) < size(s.figure) for q in s.every("part"))


@condition(ROLE)
def mostly(s: Seen) -> bool:
    """Every part is less than that figure, and all of them together are half of it at least."""
    return within(s) and 2 * sum(map(size, s.every("part"))) >= size(s.figure)


@condition(ROLE)
def near(s: Seen) -> bool:
    """That figure is no more than three times the largest of the others, or the difference of the levels but for a scale word: else it is
    of something else.
    """
    if size(s.figure) <= LARGEST * max(_beside(s.quantities[k], s.figure) for role, k in s.places if role != s.value):
        return True
    levels = [s.of(role) for role in ("old", "new") if role in s.at]
    return s.value == "difference" and len(levels) > 1 and fitting.or_slip(fitting.apart, (*levels, s.figure), scaled, (2,))


@condition(ROLE, "new", "percent")
def small_step(s: Seen) -> bool:
    """That figure is no more than half of the new level, and the percentage below a hundred: "rose 4 to 24" is no "from 4"."""
    return 2 * _beside(s.figure, s.of("new")) <= _beside(s.of("new"), s.figure) and s.of("percent").printed_high < 100


@condition(ROLE, "new")
def beyond(s: Seen) -> bool:
    """That figure is more than any of its unit between the new level and it: 日均 may stand there."""
    between = (s.quantities[k] for k in range(s.at["new"] + 1, s.place) if k in s.quantities)
    return all(size(s.figure) > size(q) for q in between if q.unit == s.figure.unit)


@condition(ROLE)
def plural(s: Seen) -> bool:
    """That figure is more than one."""
    return s.figure.printed_low > 1


@condition(ROLE)
def nothing(s: Seen) -> bool:
    """That figure is zero."""
    return s.figure.printed_low == s.figure.printed_high == 0


@condition(ROLE)
def below_zero(s: Seen) -> bool:
    """That figure is a negative count of people or things."""
    return s.figure.printed_high < 0 and s.figure.dimension.startswith("count:") and s.figure.text.lstrip()[:1] in "-−–"


@condition(ROLE)
def way(s: Seen) -> bool:
    """Those multiples are all of rises, or all of falls."""
    return len({q.printed_low < 1 for q in s.every(s.value)}) < 2


@condition(ROLE, "new")
def not_left(s: Seen) -> bool:
    """That figure is not the new level as a share of the old one: "from 900 to 360 (40%)"."""
    old, share = size(s.of("old")), s.figure
    left = 100 * size(s.of("new")) / old if old else 0.0
    return not (share.unit == "percent" and share.printed_low - share.half <= left <= share.printed_high + share.half)


@condition(("x",), "old", "new", "factor")
def doubled_slip(s: Seen) -> bool:
    """The new level is as many times doubled as is told, or so many times the old one, or more by so many times: 番 taken for 倍."""
    old, factor = _beside(s.of("old"), s.of("new")), s.of("factor").printed_low
    if old <= 0 or factor < 2:
        return False
    ratio, times = _beside(s.of("new"), s.of("old")) / old, math.log2(factor)
    return abs(ratio / factor - 1) <= LOOSE or times > 1 and times * (1 - LOOSE) <= ratio <= (times + 1) * (1 + LOOSE)


@condition(("x",))
def equal_slip(s: Seen) -> bool:
    """The two figures are one measure, or would be but for a slip of the pen or the factor turned round: "or" may stand between two that
    are not.
    """
    fine = all(q.half <= SHARP * abs(q.printed_low) for q in s.figures)
    return fine and (fitting.or_slip(fitting.equal, s.figures, variants) or _turned_round(*s.figures))


def _turned_round(a: Quantity, b: Quantity) -> bool:
    """Whether the second would be the first if one were divided by the factor instead of multiplied."""
    return a.factor != b.factor and not a.offset and not b.offset \
        and fitting.equal(fitting.printed(replace(a, factor=b.factor)), fitting.printed(replace(b, factor=a.factor)))


# -- as they are printed --------------------------------------------------------------------------------------------------------

@condition(ROLE)
def range_(s: Seen) -> bool:
    """That figure is a range."""
    return s.figure.is_range


@condition(ROLE)
def exact(s: Seen) -> bool:
    """That figure is not hedged."""
    return s.figure.hedge == "="


@condition(ROLE)
def fine(s: Seen) -> bool:
    """Those figures are printed with a decimal, so that a swap of digits explains little by chance."""
    return all(q.half < PRECISE for q in s.every(s.value))


@condition(("bounded",))
def more(s: Seen) -> bool:
    """The first figure itself says that it is rounded down (300多)."""
    figure = s.tokens[s.places[0][1]].figure
    return figure is not None and figure.more == s.value


@condition(ROLE)
def words(s: Seen) -> bool:
    """That figure is spelled out."""
    return not any(c.isdigit() for c in s.figure.text)


@condition(ROLE)
def bare(s: Seen) -> bool:
    """That figure has no unit and no scale word."""
    return not s.figure.dimension and s.figure.text.strip("+-−–0123456789.") == ""


@condition(ROLE)
def other_form(s: Seen) -> bool:
    """Not all figures are fractions of one form: 1/2, 2/3, 3/4 and "a hundredth, a thousandth" are rows."""
    return len({SLASHES.isdisjoint(q.text) for q in s.figures}) > 1 or any(q.unit == "percent" for q in s.figures)


@condition(ROLE)
def counts(s: Seen) -> bool:
    """Those figures are counts: no money, no ranges, and not "over 60"."""
    return not any(q.is_range or q.hedge in ("above", "at_least", "at_most") or q.dimension.startswith("money:") for q in s.every(s.value))


@condition(ROLE)
def cases(s: Seen) -> bool:
    """That figure is of cases: its unit or the word behind it is of the group case_noun."""
    entry = s.language.lexicon.words.get(s.figure.text.rsplit(None, 1)[-1].lower())
    if entry is not None and "case_noun" in entry.groups:
        return True
    behind = s.place + 1
    return behind < len(s.tokens) and s.tokens[behind].figure is None and has(s.tokens[behind], {"case_noun"})


@condition(ROLE, "new", "percent")
def other_base(s: Seen) -> bool:
    """The percentage is that of the step from that figure, in size: the label that it bears is of another base."""
    base, new, percent = s.figure, s.of("new"), s.of("percent")
    if base.printed_low <= 0 or base.dimension != new.dimension:
        return False
    step = 100 * abs(new.printed_low * new.factor / (base.printed_low * base.factor) - 1)
    return abs(step - percent.printed_low) <= percent.half + 50 * (base.half / base.printed_low + new.half / new.printed_low)
