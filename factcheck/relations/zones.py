"""Clocks of two places, and the hours between them."""

from __future__ import annotations

from ..interval import Interval
from ..typed import TYPE_CHECKING
from ._base import Case, Figures, Problem, Reading, Relation, Values, read

if TYPE_CHECKING:
    from ..values import Quantity

MINUTE, HOUR = 60.0, 3600.0                     # seconds
DAY = 1440.0                                    # minutes
ROOM = 15.0                                     # minutes that times of the day are told to
ROOM_JOURNEY = 50.0                             # that a journey may differ from what the clocks at its ends say
ROOM_ABOUT = 75.0                               # that one of about so many is
MOST = 26.0                                     # hours that two clocks may be apart


class Zones(Relation):
    """Two clocks are not as many hours apart as is stated.

    Why: whoever leaves at 10:30, flies eleven hours and lands at 15:30 has put the clock back six hours.
    How: on a dial of 24 hours, or of twelve where morning and evening are not told; whichever of the two clocks may be ahead.
    Silent: for a quarter of an hour; for a journey, for fifty minutes; when one clock may have told both times.
    Bad: The match starts at 20:00 in London, which is 05:00 in Beijing, given the time difference of seven hours.
    Good: The match starts at 20:00 in London, which is 03:00 in Beijing, given the time difference of seven hours.
    Bad: 比赛于伦敦时间20时（北京时间次日3时）开始，两地相差8小时。
    Good: 比赛于伦敦时间20时（北京时间次日3时）开始，两地相差7小时。
    """

    relation = "zones"
    code = "TIM515"
    name = "time-zones-mismatch"
    severity = "warning"
    options = {"from": (), "until": (), "dial": ("720", "1440"), "days": ("-1", "1"), "ahead": ("yes", "no")}
    roles = ("apart",)
    target = "apart"
    rounds = False
    movable = ("none",)
    message = {
        "en": "By the times told the two clocks are {expected} apart, not {stated}.",
        "zh": "按所述时刻，两地相差{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or not all(f.options.get(end, "").isdecimal() for end in ("from", "until")):
            return False
        spans = [f.keys[role] for role in ("apart", "duration") if role in f.keys]
        return all(q.dimension == "[time]" and q.factor <= HOUR and 0 < q.printed_high * q.factor <= MOST * HOUR for q in spans)

    def cases(self, f: Figures) -> tuple[Case, ...]:
        q = f.keys.get("duration")
        flown = 0.0 if q is None else q.printed_low * q.factor / MINUTE
        apart = float(f.options["until"]) - float(f.options["from"]) - flown
        if "days" in f.options:
            told = [abs(apart + DAY * int(f.options["days"]))]
        else:
            dial = float(f.options.get("dial", DAY))
            ahead, behind = apart % dial, -apart % dial
            told = {"yes": [ahead], "no": [behind]}.get(f.options.get("ahead", ""), sorted([ahead, behind]))
            told = [value + turn for turn in ((0.0,) if dial == DAY else (0.0, dial)) for value in told]
        return tuple(Case(lambda _, value=value: Interval(value, value), "") for value in told)      # type: ignore[misc]

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        q, flown = f.keys["apart"], f.keys.get("duration")
        told = read(q, "strict") if q.hedge != "=" else Interval(q.printed_low * q.factor, q.printed_high * q.factor)
        room = ROOM
        if flown is not None:
            room = ROOM_ABOUT if flown.hedge != "=" else ROOM_JOURNEY
        return {"apart": Interval(told.low / MINUTE - room, told.high / MINUTE + room)}

    def base(self, target: Quantity, value: float) -> float:
        return value * MINUTE

    def restated(self, target: Quantity, value: float) -> str:
        hours = round(value / MINUTE, 2)
        return f"{hours:g}" + {"en": " hour" if hours == 1 else " hours", "zh": "小时"}[target.lang]

    def result(self, target: Quantity, value: float, united: bool = False) -> str:
        return self.restated(target, value)

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        flown = f" − {f.keys['duration'].text.strip()}" if "duration" in f.keys else ""
        days = {"1": " + 24:00", "-1": " − 24:00"}.get(f.options.get("days", ""), "")
        return f"{_clock(f.options['until'])}{days} − {_clock(f.options['from'])}{flown}"


def _clock(minutes: str) -> str:
    hour, minute = divmod(int(minutes), 60)
    return f"{hour}:{minute:02d}"
