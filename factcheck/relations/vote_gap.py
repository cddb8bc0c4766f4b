"""Margins of a vote in percent of it: so many votes to so many, and how far apart that is."""

from __future__ import annotations

from ..interval import Interval
from ._base import Case, Figures, Problem, Reading, Relation, Values, as_printed, read

FEWEST = 100.0                                  # votes: what is less is told in people
UNTOLD = 1.5                                    # times the votes that are told there may be: others ran, too
HUNDRED = 100.0


class VoteGap(Relation):
    """A margin in percent does not follow from the votes.

    Why: 190,000 to 188,000 is 2,000 votes of 378,000, half a percent; whoever prints 5 has lost the decimal point.
    How: percent of the votes that are told, of up to half as many more, or of those of one side.
    Silent: when any rounding fits; for scores of games and for shares of votes.
    Bad: The mayor had 24,120 votes to 23,880 for her rival, a margin of 5 percent.
    Good: The mayor had 24,120 votes to 23,880 for her rival, a margin of 0.5 percent.
    """

    relation = "vote_gap"
    code = "SHR319"
    name = "vote-margin-mismatch"
    severity = "warning"
    roles = ("first", "second", "percent")
    target = "percent"
    movable = ("percent",)
    message = {
        "en": "{first} to {second} is a margin of {expected}, not {stated}.",
        "zh": "{first}对{second}相差{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        if not super().applies(f):
            return False
        votes = [q for key, q in f.keys.items() if key.partition(".")[0] != "percent"]
        counts = all(q.dimension[:6] in ("", "count:") and q.printed_low >= FEWEST for q in votes)
        return counts and f.keys["percent"].dimension in ("percent", "percent_point") and votes[0].printed_low != votes[1].printed_low

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        return (Problem(self.target, (*self.roles, *f.all("other")), self.cases(f)),)

    def cases(self, f: Figures) -> tuple[Case, ...]:
        cast = " + ".join(f"{{{key}}}" for key in f.keys if key != "percent")
        return (Case(_percent, f"|{{first}} − {{second}}| ÷ ({cast})"),)

    def point(self, values: Values, problem: Problem, case: Case) -> float | None:
        cast = sum(i.mid for key, i in values.items() if key != "percent")
        return HUNDRED * abs(values["first"].mid - values["second"].mid) / cast

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        return {key: read(f.keys[key], reading) if key == "percent" or reading != "printed" else as_printed(f.keys[key])
                for key in problem.keys}


def _percent(v: Values) -> Interval:
    """From the margin in percent of more votes than are told to that in percent of one side's."""
    gap = v["first"].minus(v["second"])
    gap = gap if gap.low >= 0 else -gap
    cast = sum(i.high for key, i in v.items() if key != "percent")
    fewest = min(v["first"].low, v["second"].low)
    return Interval(HUNDRED * max(gap.low, 0.0) / (UNTOLD * cast), HUNDRED * gap.high / fewest)
