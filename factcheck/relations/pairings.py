"""Pairs and gaps: how many matches so many teams play, and how many lamps stand along a road."""

from __future__ import annotations

from ..interval import INF, Interval
from ..typed import TYPE_CHECKING
from ._base import Case, Figures, Problem, Reading, Relation, Values, as_printed, read

if TYPE_CHECKING:
    from ..values import Quantity

MOST = 5000                                     # teams
THIRD = 1.0                                     # a match for the third place


class Pairings(Relation):
    """So many teams do not make so many matches.

    Why: each of 128 players but the winner loses once in a knockout, which is 127 matches; each pair of 10 teams meets once in 45.
    How: n − 1 in a knockout, n (n − 1) ÷ 2 where each meets each once, twice as many home and away; n times the games of each, halved.
    Silent: for groups and play-offs, and for a match for the third place.
    Bad: With 128 players in a knockout draw, 137 matches will be played before there is a winner.
    Good: With 128 players in a knockout draw, 127 matches will be played before there is a winner.
    Bad: 10支球队进行单循环比赛，共计54场比赛。
    Good: 10支球队进行单循环比赛，共计45场比赛。
    """

    relation = "pairings"
    code = "SUM330"
    name = "pairings-mismatch"
    severity = "warning"
    options = {"form": ("knockout", "once", "twice", "each")}
    roles = ("teams", "matches")
    target = "matches"
    rounds = False
    message = {
        "en": "{teams} make {expected}, not {stated}.",
        "zh": "{teams}共{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f) or (f.options.get("form") == "each") != ("games" in f.keys):
            return False
        whole = all(q.printed_low == q.printed_high == int(q.printed_low) and q.dimension[:6] in ("", "count:") for q in f.keys.values())
        return whole and 2 < f.keys["teams"].printed_low <= MOST

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        return (Problem("matches", ("teams", "games", "matches") if "games" in f.keys else self.roles, self.cases(f)),)

    def cases(self, f: Figures) -> tuple[Case, ...]:
        form, teams = f.options.get("form", ""), "{teams}"
        if form == "knockout":
            return (Case(lambda v: v["teams"].minus(1), f"{teams} − 1"), Case(lambda v: v["teams"].minus(1 - THIRD), f"{teams} − 1 + 1"))
        if form == "each":
            return (Case(lambda v: v["teams"].times(v["games"]).over(2), f"{teams} × {{games}} ÷ 2"),)
        by = 1 if form == "twice" else 2
        return (Case(lambda v: Interval(*(n * (n - 1) / by for n in v["teams"])), f"{teams} × ({teams} − 1)" + " ÷ 2" * (by == 2)),)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        exact = {key: as_printed(f.keys[key]) for key in problem.keys}
        return exact if f.keys["matches"].hedge == "=" else {**exact, "matches": read(f.keys["matches"], reading)}

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        return case.working.format_map({key: f"{f.keys[key].printed_low:,.0f}" for key in problem.keys})


class Spaced(Relation):
    """So many do not stand along a length at that distance from each other.

    Why: every 30 metres along 1,200 metres are 40 gaps, and 41 lamps if both ends have one.
    Silent: for one more or less on each side, which the ends may have or lack; for both sides of a road where one or both may be meant.
    Bad: Lamps are to be put up every 30 metres along the 1,200-metre promenade, 60 of them in all.
    Good: Lamps are to be put up every 30 metres along the 1,200-metre promenade, 41 of them in all.
    Bad: 长1200米的步道上每隔30米安装一盏路灯，共安装61盏。
    Good: 长1200米的步道上每隔30米安装一盏路灯，共安装41盏。
    """

    relation = "spaced"
    code = "SUM331"
    name = "spacing-mismatch"
    severity = "warning"
    options = {"sides": ("2",)}
    roles = ("length", "every", "count")
    target = "count"
    alike = (("length", "every"),)
    message = {
        "en": "Every {every} along {length} makes {expected}, not {stated}.",
        "zh": "{length}每隔{every}，合{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f):
            return False
        length, every, count = (f.keys[role] for role in self.roles)
        lengths = length.dimension == every.dimension == "[length]"
        apart = every.printed_high * every.factor * 2 <= length.printed_low * length.factor
        return lengths and apart and count.dimension[:6] in ("", "count:") and count.printed_low > 2

    def cases(self, f: Figures) -> tuple[Case, ...]:
        def along(v: Values, sides: int) -> Interval:
            gaps = v["length"].over(v["every"])
            return Interval(max(gaps.low - 1, 0), min(gaps.high + 1, INF)).times(sides)

        once, twice = Case(lambda v: along(v, 1), "{length} ÷ {every}"), Case(lambda v: along(v, 2), "{length} ÷ {every} × 2")
        return (twice, once) if f.options.get("sides") else (once,)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = super().values(f, problem, reading)
        every = f.keys["every"]
        if every.hedge == "=":
            values["every"] = Interval(every.printed_low * every.factor, every.printed_high * every.factor)
        return values

    def restated(self, target: Quantity, value: float) -> str:
        return super().restated(target, round(value))
