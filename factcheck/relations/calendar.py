"""Time that is named or counted: anniversaries, decades, times of the day, years before the article's date."""

from __future__ import annotations

from ..interval import Interval
from ..patterns import re
from ..typed import ClassVar
from ._base import NEVER, Case, Figures, Problem, Reading, Relation, Values, as_printed
from .growth import years_of
from .timespan import in_years

CLOCK = re.compile(r"(?P<hour>[0-9]{1,2})\s?(?:[:：∶]\s?(?P<minute>[0-9]{2})(?![0-9])|[时時點点]\s?(?P<minutes>[0-9]{1,2})\s?分)")


class CountedYears(Relation):
    """Base of the relations whose answer is a year or a number of years."""

    movable = ("none",)

    def restated(self, target: object, value: float) -> str:
        return f"{value:.0f}"

    def result(self, target: object, value: float, united: bool = False) -> str:
        return f"{value:.0f}"


class Anniversary(CountedYears):
    """An anniversary that is not as many years after its event.

    Why: what was founded in 1950 is seventy years old in 2020; it has its sixtieth anniversary in 2010.
    Silent: for editions and years of existence, which count both ends. One year more or less is reported as ambiguous.
    Bad: The club, founded in 1950, marked its 60th anniversary in 2020.
    Good: The club, founded in 1950, marked its 70th anniversary in 2020.
    Bad: 该校创办于1950年，2020年迎来建校60周年。
    Good: 该校创办于1950年，2020年迎来建校70周年。
    """

    relation = "anniversary"
    code = "TIM503"
    name = "anniversary-mismatch"
    roles = ("start", "end", "count")
    target = "count"
    solve: ClassVar = {
        "count": lambda v: v["end"].minus(v["start"]),
        "end": lambda v: v["start"].plus(v["count"]),
        "start": lambda v: v["end"].minus(v["count"]),
    }
    working: ClassVar = {"count": "{end} − {start}", "end": "{start} + {count}", "start": "{end} − {count}"}
    message = {
        "en": "From {start} to {end} is {expected} years, not {stated}.",
        "zh": "{start}至{end}是{expected}年，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or f.keys["start"].kind != "year" or f.keys["end"].kind != "year":
            return False
        count = f.keys["count"]
        return count.kind == "ordinal" or count.dimension == "[time]" and years_of(count) >= 1

    def cases(self, f: Figures) -> tuple[Case, ...]:
        exact = self.solve["count"]
        return (Case(exact, self.working["count"]),
                Case(lambda v: Interval(exact(v).low - 1, exact(v).high + 1), self.working["count"] + " ± 1", loose=True, says="both_ends"))

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = {k: as_printed(f.keys[k]) for k in ("start", "end")}
        count = f.keys["count"]
        values["count"] = in_years(count, reading) if count.dimension == "[time]" else as_printed(count)
        return values


class NamedSpan(CountedYears):
    """What is called a decade or a century is longer or shorter.

    Why: the decade from 1980 ends in 1989 or 1990, whichever way its ends are counted.
    Silent: for one year more or less, and where the word is a rate ("a decade").
    Bad: The decade from 1980 to 2010 was a good one for the port.
    Good: The decade from 1980 to 1990 was a good one for the port.
    """

    relation = "named_span"
    code = "TIM504"
    name = "named-span-mismatch"
    severity = "warning"
    roles = ("start", "end")
    target = "end"
    message = {
        "en": "From {start} to {end} is not {what}.",
        "zh": "{start}至{end}不是{what}。",
    }
    YEARS: ClassVar[dict[str, float]] = {"decade": 10, "century": 100}
    options = {"span": tuple(YEARS)}
    NAMES: ClassVar[dict[str, dict[str, str]]] = {
        "en": {"decade": "a decade", "century": "a century"}, "zh": {"decade": "十年", "century": "一个世纪"},
    }

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and f.options.get("span") in self.YEARS and f.keys["start"].kind == f.keys["end"].kind == "year"

    def cases(self, f: Figures) -> tuple[Case, ...]:
        years = self.YEARS[f.options["span"]]
        return (Case(lambda v: Interval(v["start"].low + years - 1, v["start"].high + years + 1), f"{{start}} + {years:g}"),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        return {k: as_printed(f.keys[k]) for k in problem.keys}

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        years = {role: f"{f.keys[role].printed_low:.0f}" for role in ("start", "end") if f.keys["start"].span == f.keys["end"].span}
        return {"what": self.NAMES[lang][f.options["span"]], **years}


class ImpossibleTime(Relation):
    """A time that no clock shows.

    Why: a day has twenty-four hours, an hour sixty minutes.
    Silent: for scores, ratios and running times.
    Bad: The doors open at 19:75.
    Good: The doors open at 19:45.
    Bad: 列车将于14时75分发车。
    Good: 列车将于14时45分发车。
    """

    relation = "clock"
    code = "TIM513"
    name = "impossible-time"
    roles = ("time",)
    target = "time"
    implies = False
    movable = ("none",)
    message = {"en": "There is no such time as {stated}.", "zh": "没有{stated}这一时刻。"}

    def parsed(self, f: Figures) -> tuple[int, int] | None:
        hit = CLOCK.search(f.claim.text or f.keys["time"].text)
        return (int(hit["hour"]), int(hit["minute"] or hit["minutes"])) if hit is not None else None

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and self.parsed(f) is not None

    def cases(self, f: Figures) -> tuple[Case, ...]:
        hour, minute = self.parsed(f) or (0, 0)
        possible = hour < 24 and minute < 60 or (hour, minute) == (24, 0)
        return (Case(lambda v: v["time"] if possible else NEVER, ""),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        return {"time": Interval(1, 1)}

    def written(self, f: Figures) -> str:
        hit = CLOCK.search(f.claim.text or f.keys["time"].text)
        return hit.group() if hit is not None else ""

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        hour, minute = self.parsed(f) or (0, 0)
        return f"{hour} < 24, {minute} < 60?"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"stated": self.written(f)}


class YearsAgo(CountedYears):
    """So many years ago is another year, by the date of the article.

    Why: in 2020, what was founded in 1990 is thirty years old, not twenty.
    Silent: when the article has no date, and for one year more or less.
    Bad: Hull, 1 June 2020 - The firm, founded twenty years ago in 1990, makes clocks.
    Good: Hull, 1 June 2020 - The firm, founded thirty years ago in 1990, makes clocks.
    Bad: 2020年6月1日讯：该厂二十年前的1990年创办。
    Good: 2020年6月1日讯：该厂三十年前的1990年创办。
    """

    relation = "ago"
    code = "TIM505"
    name = "years-ago-mismatch"
    roles = ("year", "duration")
    target = "duration"
    message = {
        "en": "In {today}, the year {year} is {expected} years ago, not {stated}.",
        "zh": "{today}年距{year}已有{expected}年，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and f.options.get("today", "").isdecimal() and f.keys["year"].kind == "year" \
            and f.keys["duration"].dimension == "[time]" and years_of(f.keys["duration"]) >= 1

    def cases(self, f: Figures) -> tuple[Case, ...]:
        today = float(f.options["today"])
        return (Case(lambda v: Interval(today - v["year"].high - 1, today - v["year"].low + 1), f"{today:.0f} − {{year}}"),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        year, duration = f.keys["year"], f.keys["duration"]
        return {"year": as_printed(year), "duration": in_years(duration, reading)}

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"today": f.options["today"]}
