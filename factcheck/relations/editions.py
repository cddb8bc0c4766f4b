"""The number of an edition of what comes every year, or every two or four; and years in Roman numerals."""

from __future__ import annotations

from ..interval import Interval
from ..typed import TYPE_CHECKING
from ._base import Case, Figures, Problem, Reading, Relation, Values, as_printed

if TYPE_CHECKING:
    from ..values import Quantity

IDLE = (2020, 2022)                             # years in which many an event was called off, and few say so
FULL, LATEST = 1000.0, 2100.0                   # years in Roman numerals
MOST = 400                                      # editions


class Editions(Relation):
    """The event cannot have come so often in the years since it was first held.

    Why: what was first held in 1990 and every year since had its 30th edition in 2019.
    How: years from the first to the nth, over the years from one to the next, and one, less those that were left out.
    Silent: for one more or less where the event was founded in the first year, or for fewer where nothing says that none was left out; the
        editions of 2020 to 2022 may be missing unless the text says that none is.
    Bad: First held in 1990, the kite festival has taken place every year since and had its 40th edition in 2019.
    Good: First held in 1990, the kite festival has taken place every year since and had its 30th edition in 2019.
    Bad: 首届风筝节于1990年举办，此后每年一届，从未间断，2019年举办的是第40届。
    Good: 首届风筝节于1990年举办，此后每年一届，从未间断，2019年举办的是第30届。
    """

    relation = "editions"
    code = "TIM517"
    name = "editions-mismatch"
    severity = "warning"
    options = {"step": ("1", "2", "4"), "held": ("first",), "unbroken": ("yes",), "fewer": ("yes",)}
    roles = ("start", "end", "count")
    target = "count"
    rounds = False
    movable = ("none",)
    message = {
        "en": "What was first held in {start} and {often} is held for the {expected} time in {end}, not the {stated}.",
        "zh": "{start}首次举办、{often}，到{end}是第{expected}届，不是第{stated}届。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f):
            return False
        start, end, count = (f.keys[role] for role in self.roles)
        years = start.kind == end.kind == "year" and start.printed_low + 2 * _step(f) <= end.printed_low
        return years and 2 < count.printed_low == count.printed_high <= MOST and count.dimension[:6] in ("", "count:")

    def cases(self, f: Figures) -> tuple[Case, ...]:
        start, end = (f.keys[role].printed_low for role in ("start", "end"))
        count, missed = _count(f), len(f.all("missed"))
        room = 0.0 if f.options.get("held") and _step(f) == 1 else 1.0
        least = count - room
        if start <= IDLE[1] and IDLE[0] <= end and not missed and not f.options.get("unbroken"):
            least -= IDLE[1] - IDLE[0] + 1
        wide = Interval(1.0 if f.options.get("fewer") else least, count + room)
        return (Case(lambda _: wide, ""), Case(lambda _: wide.widened(1 - room), "", loose=True))

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        count = _count(f)
        return {**{key: as_printed(f.keys[key]) for key in problem.keys}, "exact": Interval(count, count)}

    def point(self, values: Values, problem: Problem, case: Case) -> float | None:
        return values["exact"].low

    def restated(self, target: Quantity, value: float) -> str:
        return f"{value:.0f}" + {"en": _th(round(value)), "zh": ""}[target.lang]

    def result(self, target: Quantity, value: float, united: bool = False) -> str:
        return f"{value:.0f}"

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        start, end = (f"{f.keys[role].printed_low:.0f}" for role in ("start", "end"))
        missed = len(f.all("missed"))
        years = f"{end} − {start}" if _step(f) == 1 else f"({end} − {start}) ÷ {_step(f):g}"
        return f"{years} + 1" + (f" − {missed}" if missed else "")

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        step = _step(f)
        often = {
            "en": {1: "every year since", 2: "every two years since", 4: "every four years since"},
            "zh": {1: "每年一届", 2: "每两年一届", 4: "每四年一届"},
        }[lang][round(step)]
        stated = f.keys["count"].text.strip() if lang == "en" else f"{f.keys['count'].printed_low:.0f}"
        return {"often": often, "stated": stated, **{role: f"{f.keys[role].printed_low:.0f}" for role in ("start", "end") if lang == "en"}}


def _count(f: Figures) -> float:
    """The number of the edition of the last year, if none was left out but those named."""
    start, end = (f.keys[role].printed_low for role in ("start", "end"))
    return (end - start) // _step(f) + 1 - len(f.all("missed"))


def _step(f: Figures) -> float:
    return float(f.options.get("step", 1))


def _th(number: int) -> str:
    return "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


class Roman(Relation):
    """A year in Roman numerals is not the year that stands beside it.

    Why: MDCCCXLVI is 1846.
    Bad: The stone bears the date MDCCCXLVI (1864).
    Good: The stone bears the date MDCCCXLVI (1846).
    Bad: 门楣上刻有罗马数字MDCCCXLVI，即1864年。
    Good: 门楣上刻有罗马数字MDCCCXLVI，即1846年。
    """

    relation = "roman"
    code = "TIM518"
    name = "roman-year-mismatch"
    severity = "warning"
    roles = ("numeral", "year")
    target = "year"
    rounds = False
    movable = ("none",)
    message = {"en": "{numeral} is {expected}, not {stated}.", "zh": "{numeral}是{expected}，不是{stated}。"}

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and all(FULL <= f.keys[role].printed_low <= LATEST for role in self.roles)

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return (Case(lambda v: v["numeral"], f.keys["numeral"].text),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        return {key: as_printed(f.keys[key]) for key in problem.keys}

    def restated(self, target: Quantity, value: float) -> str:
        return f"{value:.0f}" + {"en": "", "zh": "年"}[target.lang]

    def result(self, target: Quantity, value: float, united: bool = False) -> str:
        return f"{value:.0f}"
