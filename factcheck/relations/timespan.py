"""Time: a start, an end and the span between them; dates and their days of the week."""

from __future__ import annotations

from ..interval import INF, Interval
from ..typed import TYPE_CHECKING
from ..values import MONTH_DAYS
from ._base import NEVER, Case, Figures, Problem, Reading, Relation, Values, as_printed
from .growth import years_of

if TYPE_CHECKING:
    from ..values import Quantity

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
FULL = 1000.0                                   # a year with its century
REIGN = 62.0                                    # years that somebody may have reigned
WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "zh": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
}


def in_years(q: Quantity, reading: Reading) -> Interval:
    """A span in years; whole years are exact, other units rounded by half of one."""
    by = years_of(q)
    if q.hedge == "=" and by == 1 and q.half <= 0.5 and "." not in q.text or reading == "printed":
        return as_printed(q)
    return Interval(q.low * by, q.high * by)


class Span(Relation):
    """The years do not span the time that is stated.

    Why: from 1976 to 1986 is ten years; a person of 21 who serves 13 years is 34.
    Silent: for one year more or less, since both ends may be counted, or neither.
    Bad: He served for twenty years, from 1976 to 1986.
    Good: He served for ten years, from 1976 to 1986.
    Bad: 1987年至1991年的九年间，他一直任教。
    Good: 1987年至1991年的五年间，他一直任教。
    """

    relation = "timespan"
    code = "TIM501"
    name = "span-mismatch"
    options = {"dated": ("months",), "start": ("before_christ",)}
    roles = ("start", "end", "duration")
    target = "duration"
    solve = {
        "duration": lambda v: v["end"].minus(v["start"]),
        "end": lambda v: v["start"].plus(v["duration"]),
        "start": lambda v: v["end"].minus(v["duration"]),
    }
    movable = ("none",)
    working = {"duration": "{end} − {start}", "end": "{start} + {duration}", "start": "{end} − {duration}"}
    message = {
        "en": "From {start} to {end} is {expected}, not {stated}.",
        "zh": "{start}至{end}是{expected}，不是{stated}。",
    }
    ROOM = 1.0
    MONTHS = 1 / 6                              # between dates that print their months, of a span in half years or months

    def applies(self, f: Figures) -> bool:
        if not super().applies(f):
            return False
        start, end, duration = (f.keys[r] for r in self.roles)
        if f.options.get("start"):
            whole = all(q.dimension in ("", "[time]") and q.printed_low == int(q.printed_low) and not q.is_range for q in (start, end))
            return whole and duration.dimension == "[time]" and duration.unit == "year" and start.hedge == end.hedge == "="
        ends = {"year" if q.kind == "year" else "age" for q in (start, end) if q.kind in ("year", "age", "duration")}
        if duration.dimension != "[time]" or duration.printed_high * years_of(duration) < 1 or years_of(duration) < 0.08:
            return False                        # "every three weeks between 2004 and 2011" is a rate
        if any(q.kind == "year" and q.printed_low < REIGN for q in (start, end)) or duration.is_range and start.text == end.text:
            return False                        # 自大历十三年至咸通十四年, 淳祐八至十年（1248—1250年）: years of a reign
        return len(ends) == 1 and {start.kind, end.kind} <= {"year", "age", "duration"}

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = {}
        for key in problem.keys:
            q = f.keys[key]
            if f.options.get("start") and key != "duration":
                values[key] = Interval(1 - q.printed_low, 1 - q.printed_low) if key == "start" else as_printed(q)      # no year 0
            elif q.kind == "year":
                values[key] = as_printed(q) if q.hedge == "=" else Interval(q.low, q.high)
            else:
                values[key] = in_years(q, reading)
        if reading != "printed":
            room = (-1.0, 1.0)
            if reading == "strict":
                room = {"yes": (0.0, 1.0), "no": (-1.0, 0.0)}.get(f.options.get("span_inclusive", ""), room)
            end, years = values["end"], f.keys["duration"].printed_low * years_of(f.keys["duration"])
            whole = years_of(f.keys["duration"]) == 1 and years == int(years)
            by = self.MONTHS if f.options.get("dated") and not whole else self.ROOM
            values["end"] = Interval(end.low + room[0] * by, end.high + room[1] * by)
        return values

    def base(self, target: Quantity, value: float) -> float:
        return value if target.kind == "year" else value / years_of(target) * target.factor

    def restated(self, target: Quantity, value: float) -> str:
        text = super().restated(target, value)
        return text + "s" if text.endswith((" year", " month")) and abs(value) != 1 else text      # of "a ten-year study"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        ranged = f.keys["start"].span == f.keys["end"].span
        return {role: f"{f.keys[role].printed_low:g}" for role in ("start", "end")
                if f.keys[role].kind == "year" and (lang == "en" or ranged)}


class Order(Relation):
    """A span ends before it starts.

    Why: two years changed places, or a digit is wrong.
    Silent: for years before the common era.
    Bad: The plant ran from 1994 to 1949.
    Good: The plant ran from 1949 to 1994.
    Bad: 他于1994年至1949年任校长。
    Good: 他于1949年至1994年任校长。
    """

    relation = "timespan"
    code = "TIM502"
    name = "end-before-start"
    severity = "warning"
    roles = ("start", "end")
    target = "end"
    implies = False
    movable = ("start", "end")
    message = {
        "en": "{end} is before {start}.",
        "zh": "{end}早于{start}。",
    }

    def applies(self, f: Figures) -> bool:
        years = super().applies(f) and f.keys["start"].kind == f.keys["end"].kind == "year" and not f.options.get("era")
        return years and min(f.keys["start"].printed_low, f.keys["end"].printed_low) >= FULL           # 98年 has lost its century

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return (Case(lambda v: Interval(v["start"].low, INF), "{start} ≤ {end}?"),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        return {k: as_printed(f.keys[k]) for k in problem.keys}


def parse(date: str) -> tuple[int, int, int] | None:
    """Year (0 if unknown), month and day of "2023-07-10" or "--07-10"; None if it is no such thing."""
    parts = date.removeprefix("--").split("-")
    if len(parts) not in (2, 3) or not all(p.isdecimal() for p in parts):
        return None
    year = int(parts[0]) if len(parts) == 3 else 0
    return year, int(parts[-2]), int(parts[-1])


def days_in(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)         # an unknown year may be one
    return MONTH_DAYS[month - 1] + (month == 2 and leap)


def weekday(year: int, month: int, day: int) -> int:
    """1 for Monday … 7 for Sunday (Gregorian; Sakamoto's method)."""
    shift = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)[month - 1]
    if month < 3:
        year -= 1
    return (year + year // 4 - year // 100 + year // 400 + shift + day - 1) % 7 + 1


class ImpossibleDate(Relation):
    """A date that no calendar has.

    Why: June has thirty days; the month and the day may have changed places.
    Silent: for the lunar calendar, and where the text says that there is no such day.
    Bad: The hearing is set for 31 June.
    Good: The hearing is set for 30 June.
    Bad: 会议将于2月30日举行。
    Good: 会议将于2月28日举行。
    """

    relation = "date"
    code = "TIM511"
    name = "impossible-date"
    roles = ("date",)
    target = "date"
    implies = False
    movable = ("none",)
    message = {
        "en": "There is no such date as {stated}: {why}.",
        "zh": "没有{stated}这一天：{why}。",
    }

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and parse(f.options.get("date", "")) is not None

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return (Case(lambda v: v["date"] if self.possible(f) else NEVER, ""),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        return {"date": Interval(1, 1)}

    def possible(self, f: Figures) -> bool:
        year, month, day = parse(f.options["date"]) or (0, 0, 0)
        return 1 <= month <= 12 and 1 <= day <= days_in(year, month)

    def why(self, f: Figures, lang: str) -> str:
        year, month, _ = parse(f.options["date"]) or (0, 0, 0)
        if not 1 <= month <= 12:
            return {"en": "a year has twelve months", "zh": "一年只有十二个月"}[lang]
        days = days_in(year, month)
        return {"en": f"{MONTHS[month - 1]} has {days} days", "zh": f"{month}月只有{days}天"}[lang]

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        return self.why(f, lang)

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        return {"why": self.why(f, lang), "stated": f.claim.text or f.keys["date"].text.strip()}


class Weekday(Relation):
    """The date does not fall on that day of the week.

    Why: the two are printed together so that readers can trust either, and one of them is often of another year.
    Silent: when the year is not known.
    Bad: The vote is on Tuesday, 10 July 2023.
    Good: The vote is on Monday, 10 July 2023.
    Bad: 2023年7月10日（星期二）上午举行。
    Good: 2023年7月10日（星期一）上午举行。
    """

    relation = "date"
    code = "TIM512"
    name = "weekday-mismatch"
    roles = ("date",)
    target = "date"
    implies = False
    movable = ("none",)
    message = {
        "en": "{stated} is a {day}, not a {said}.",
        "zh": "{stated}是{day}，不是{said}。",
    }

    def applies(self, f: Figures) -> bool:
        date = parse(f.options.get("date", "")) if super().applies(f) else None
        if date is None or f.options.get("weekday", "") not in set("1234567"):
            return False
        year, month, day = date
        return year > 1752 and 1 <= month <= 12 and 1 <= day <= days_in(year, month)

    def cases(self, f: Figures) -> tuple[Case, ...]:
        day = float(weekday(*(parse(f.options["date"]) or (2000, 1, 1))))
        return (Case(lambda _: Interval(day, day), ""),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        said = float(f.options["weekday"])
        return {"date": Interval(said, said)}

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        return f"{f.options['date']} = {WEEKDAYS[lang][int(case.solve({}).low) - 1]}"

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        year, month, number = parse(f.options["date"]) or (2000, 1, 1)
        day = weekday(year, month, number)
        stated = {"stated": f"{number} {MONTHS[month - 1]} {year}"} if lang == "en" else {}
        return {"day": WEEKDAYS[lang][day - 1], "said": WEEKDAYS[lang][int(f.options["weekday"]) - 1], **stated}
