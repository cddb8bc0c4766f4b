"""Two days of the week with their dates, in one year that need not be known."""

from __future__ import annotations

from ..interval import Interval
from ._base import Case, Figures, Problem, Reading, Relation, Values
from .timespan import WEEKDAYS

JOIN = {"en": " or a ", "zh": "或"}


class Weekdays(Relation):
    """Two dates of one passage cannot fall on the days of the week that are told with them, in any year.

    Why: from 3 to 12 September is nine days; if the third is a Tuesday, the twelfth is a Thursday.
    How: modulo seven; with and without a 29 February where one may lie between the dates.
    Silent: for dates of two years, more than five months apart, or of another calendar. Neither day is blamed.
    Bad: The fair opens on Tuesday, September 3, and closes on Friday, September 12.
    Good: The fair opens on Tuesday, September 3, and closes on Thursday, September 12.
    Bad: 书展10月8日（星期三）开幕，10月23日（星期五）闭幕。
    Good: 书展10月8日（星期三）开幕，10月23日（星期四）闭幕。
    """

    relation = "weekdays"
    code = "TIM514"
    name = "weekdays-disagree"
    severity = "warning"
    options = {"apart": (), "day": tuple("1234567"), "said": tuple("1234567"), "from": (), "until": ()}
    roles = ("first", "second")
    target = "second"
    implies = False
    rounds = False
    movable = ("none",)
    message = {
        "en": "If {start} is a {known}, {end} is a {day}, not a {said}.",
        "zh": "如果{start}是{known}，{end}就是{day}，不是{said}。",
    }

    def applies(self, f: Figures) -> bool:
        told = super().applies(f) and bool(f.options.get("apart"))
        return told and {f.options.get("day", ""), f.options.get("said", "")} <= set("1234567")

    def days(self, f: Figures) -> list[int]:
        """On what days of the week the second may fall, 1 for Monday."""
        apart = [int(days) for days in f.options["apart"].split()]
        return list(dict.fromkeys((int(f.options["day"]) - 1 + days) % 7 + 1 for days in apart))

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return tuple(Case(lambda _, day=day: Interval(day, day), "") for day in self.days(f))      # type: ignore[misc]

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        said = float(f.options["said"])
        return {"second": Interval(said, said)}

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        apart = "/".join(str(abs(int(days))) for days in f.options["apart"].split())
        rest = "/".join(str(abs(int(days)) % 7) for days in f.options["apart"].split())
        return f"{apart} ≡ {rest} (mod 7)"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        names = WEEKDAYS[lang]
        return {
            "known": names[int(f.options["day"]) - 1], "said": names[int(f.options["said"]) - 1],
            "start": f.options.get("from", f.keys["first"].text), "end": f.options.get("until", f.keys["second"].text),
            "day": JOIN[lang].join(names[day - 1] for day in self.days(f)),
        }
