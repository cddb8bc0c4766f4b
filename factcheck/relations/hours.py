"""The hours from one time of a day to another."""

from __future__ import annotations

from ..interval import Interval
from ..typed import TYPE_CHECKING
from ._base import Case, Figures, Problem, Reading, Relation, Values, read

if TYPE_CHECKING:
    from ..values import Quantity

MINUTE, HOUR, HALF_DAY = 60.0, 3600.0, 720.0    # seconds, seconds, minutes
ROOM = 30.0                                     # minutes that whole hours are told to
ROOM_HALF = 20.0                                # that half hours are
ROOM_MINUTES = 5.0                              # that minutes are
LONGEST = 12.0                                  # hours: what lasts longer may have come to another day


class Hours(Relation):
    """The times do not lie as many hours or minutes apart as is stated.

    Why: from 13.15 to 15.45 is two hours and a half; one of the times was moved, and the length of the operation was not.
    How: on a dial of twelve hours, so that it does not matter whether morning or evening is said.
    Silent: for whole hours half an hour off, minutes five off; when clocks of two places may be meant.
    Bad: The siege began at 5.30am and was over by 10am, five and a half hours later.
    Good: The siege began at 5.30am and was over by 10am, four and a half hours later.
    Bad: 手术13时15分开始，15时45分结束，历时三个半小时。
    Good: 手术13时15分开始，15时45分结束，历时两个半小时。
    """

    relation = "hours"
    code = "TIM508"
    name = "hours-mismatch"
    severity = "warning"
    options = {"from": (), "until": ()}
    roles = ("duration",)
    target = "duration"
    rounds = False
    movable = ("none",)
    message = {
        "en": "From {start} to {end} is {expected}, not {stated}.",
        "zh": "{start}到{end}是{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or not all(f.options.get(end, "").isdecimal() for end in ("from", "until")):
            return False
        told = f.keys["duration"]
        return told.dimension == "[time]" and MINUTE <= told.factor <= HOUR and 0 < told.printed_high * told.factor <= LONGEST * HOUR

    def cases(self, f: Figures) -> tuple[Case, ...]:
        apart = (float(f.options["until"]) - float(f.options["from"])) % HALF_DAY or HALF_DAY
        return (Case(lambda _: Interval(apart, apart), ""),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        q = f.keys["duration"]
        told = read(q, "strict")
        whole = (q.printed_low * q.factor / HOUR) % 1 == 0
        room = MINUTE * (0.0 if reading == "printed" else ROOM if whole else ROOM_HALF if q.factor == HOUR else ROOM_MINUTES)
        return {"duration": Interval((told.low - room) / MINUTE, (told.high + room) / MINUTE)}

    def base(self, target: Quantity, value: float) -> float:
        return value * MINUTE

    def restated(self, target: Quantity, value: float) -> str:
        hours, minutes = divmod(round(value), 60)
        plural = ["" if count == 1 else "s" for count in (hours, minutes)]
        said = {
            "en": (f"{hours} hour{plural[0]}", f"{minutes} minute{plural[1]}", " and "),
            "zh": (f"{hours}小时", f"{minutes}分钟", ""),
        }[target.lang]
        return said[2].join([words for count, words in zip((hours, minutes), said, strict=False) if count])

    def result(self, target: Quantity, value: float, united: bool = False) -> str:
        return self.restated(target, value)

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        return f"{_clock(f.options['until'])} − {_clock(f.options['from'])}"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"start": _clock(f.options["from"]), "end": _clock(f.options["until"])}


def _clock(minutes: str) -> str:
    """A time on the dial, noon and midnight as 12."""
    hour, minute = divmod(int(minutes), 60)
    return f"{hour or 12}:{minute:02d}"
