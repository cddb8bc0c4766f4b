"""Places in a printed list: who stands behind whom, and how many are beyond."""

from __future__ import annotations

from ..interval import INF, Interval
from ..typed import ClassVar
from ._base import Case, Figures, Problem, Reading, Relation, Values, as_printed


class Behind(Relation):
    """A figure is said to be behind another that is smaller, and behind one that is larger.

    Why: whoever has 35 is behind 39 and ahead of 31.
    Silent: when all of those that are said to be ahead are on one side: fewer strokes, lower prices may be better.
    Bad: The isle finished third on the overall count with 35 medals, behind Arden with 39 and Bresk with 31.
    Good: The isle finished third on the overall count with 35 medals, behind Arden with 39 and Bresk with 36.
    Bad: 乙队以35枚奖牌居总数第三，排在甲队（39枚）和丙队（31枚）之后。
    Good: 乙队以35枚奖牌居总数第三，排在甲队（39枚）和丙队（36枚）之后。
    """

    relation = "behind"
    code = "XRF812"
    name = "rank-behind-smaller"
    severity = "warning"
    roles = ("own", "other", "ahead")
    target = "own"
    implies = False
    counts = ("own", "other", "ahead")
    movable = ("none",)
    message = {
        "en": "{stated} is said to be behind {other}, and behind {ahead}.",
        "zh": "{stated}被说成排在{other}之后，又排在{ahead}之后。",
    }

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        return {k: as_printed(f.keys[k]) for k in problem.keys}

    def cases(self, f: Figures) -> tuple[Case, ...]:
        up = f.keys["ahead"].printed_low > f.keys["own"].printed_high
        if up:
            return (Case(lambda v: Interval(-INF, v["other"].high), "{own} ≤ {other}?"),)
        return (Case(lambda v: Interval(v["other"].low, INF), "{own} ≥ {other}?"),)


class Place(Relation):
    """A figure has another place among the figures beside it than is stated.

    Why: a rent of 640 is the fourth lowest beside 510, 580, 610 and 730, not the third.
    Silent: for figures that are equal, and when nothing says how many there are.
    Bad: Rent in Lorme is 640 euros, the third lowest of the five towns; the others pay 510, 580, 610 and 730 euros.
    Good: Rent in Lorme is 640 euros, the fourth lowest of the five towns; the others pay 510, 580, 610 and 730 euros.
    Bad: 甲县单产420公斤，为四县中第三高，其余三县分别为450公斤、410公斤和390公斤。
    Good: 甲县单产420公斤，为四县中第二高，其余三县分别为450公斤、410公斤和390公斤。
    """

    relation = "place"
    code = "XRF813"
    name = "place-mismatch"
    severity = "warning"
    options = {"place": (), "direction": ("up", "down")}
    roles: ClassVar[tuple[str, ...]] = ("own", "other")
    target = "own"
    implies = False
    movable = ("none",)
    message = {
        "en": "{stated} is number {rank} of these, not number {place}.",
        "zh": "{stated}在其中排第{rank}，不是第{place}。",
    }

    def applies(self, f: Figures) -> bool:
        return super().applies(f) and f.options.get("place", "").isdecimal()

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        others = f.all("other")
        return (Problem("own", ("own", *others), (Case(lambda v: self._allowed(f, [v[k] for k in others]), ""),)),)

    def _allowed(self, f: Figures, others: list[Interval]) -> Interval:
        """Where a figure of that place may lie among the others."""
        place = int(f.options["place"])
        ranked = sorted((i.mid for i in others), reverse=f.direction != "down")
        near = ranked[place - 2] if place > 1 else None
        far = ranked[place - 1] if place <= len(ranked) else None
        low, high = (near, far) if f.direction == "down" else (far, near)
        return Interval(-INF if low is None else low, INF if high is None else high)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        return {k: as_printed(f.keys[k]) for k in problem.keys}

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        figures = [f.keys[k] for k in problem.keys]
        return " > ".join(q.text.strip() for q in sorted(figures, key=lambda q: -q.printed_low))

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        own = f.keys["own"].printed_low
        sign = -1 if f.direction == "down" else 1
        beyond = sum(sign * f.keys[k].printed_low > sign * own for k in f.all("other"))
        return {"place": f.options["place"], "rank": str(beyond + 1)}
