"""Points for wins and draws."""

from __future__ import annotations

from ._base import Case, Figures, Relation

SYSTEMS = ((3.0, 1.0), (2.0, 1.0), (1.0, 0.5), (4.0, 2.0))              # points for a win and for a draw
NAMES = {"wins": ("wins", "matches", "games"), "draws": ("draws", "matches", "games"), "points": ("points",)}


class Points(Relation):
    """The points are not those of the wins and draws.

    Why: seven wins at three points and three draws at one make 24.
    How: with three or two points for a win, and the other ways of counting that are in use.
    Silent: when points were deducted, carried over, or given as a bonus.
    Bad: Bresk have 26 points from 12 games, with 7 wins, 3 draws and 2 defeats.
    Good: Bresk have 24 points from 12 games, with 7 wins, 3 draws and 2 defeats.
    Bad: 球队7胜3平2负，积26分。
    Good: 球队7胜3平2负，积24分。
    """

    relation = "points"
    code = "SUM334"
    name = "league-points-mismatch"
    severity = "warning"
    roles = ("wins", "draws", "points")
    target = "points"
    above = 0.0
    counts = ("wins", "draws", "points")
    message = {
        "en": "{wins} and {draws} make {expected}, not {stated}.",
        "zh": "{wins}、{draws}应积{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        named = super().applies(f) and all(not f.keys[k].unit or f.keys[k].unit in names for k, names in NAMES.items())
        return named and f.keys["points"].unit == "points"

    def cases(self, f: Figures) -> tuple[Case, ...]:
        def made(win: float, draw: float) -> Case:
            return Case(lambda v: v["wins"].times(win).plus(v["draws"].times(draw)), f"{win:g} × {{wins}} + {draw:g} × {{draws}}")

        return tuple(made(*system) for system in SYSTEMS)
