"""Rules as a check needs them: compiled, and found by what a sentence holds.  ``grammar`` makes them of the files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from itertools import repeat
from operator import or_

from ..frozen import Frozen
from ..typed import Any
from ..values import NUMBER, ROLES, SEVERITIES

# One letter for each kind of figure in the type string; private characters stand for known words, "w" for unknown ones.
AMOUNT, DURATION, AGE, RATIO, PERCENT, FRACTION, POINT, TIMES, YEAR, DATE, ORDINAL, OTHER = "ADGRPFTXYdOo"
TYPES = {
    "amount": "ADGR", "number": "A", "count": "A", "percent": "PF", "fraction": "F", "point": "T", "times": "X", "duration": "D",
    "year": "Y", "date": "dY", "age": "GA", "ratio": "R", "ordinal": "O", "any": "ADGRPFTX", "level": "ADGRPFT", "step": "PFT",
}
FIGURES = frozenset("".join(TYPES.values()))
AMOUNTS, STEPS = frozenset(TYPES["amount"]), frozenset(TYPES["step"])
OPTIONS = {                              # that every rule may set, with their values; () for any text
    "across": ("yes", "any", "clause"), "agree": ("yes",), "each": ROLES, "over": ROLES, "own_base": ("yes", "and"), "priority": NUMBER,
    "hint": (), "rate_per": (), "run": ("2", "3"), "severity": SEVERITIES,
}
Row = tuple[int, int]                    # number of a pattern; what a sentence must hold, a bit for each thing
MOST = 4                                 # figures in a sentence that the index of rules tells apart
RUN = "run"                              # option of rules that are tried on several sentences only, in text/across/run_on.py
COUNTED = 16                             # amounts, and steps, that the first bits tell apart; the next bits are sets of types


class Rule(Frozen):
    id: str
    relation: str
    patterns: tuple[str, ...]
    options: dict[str, str]
    yes: tuple[dict[str, Any], ...]
    no: tuple[dict[str, Any], ...]
    todo: tuple[dict[str, Any], ...]
    path: str
    line: int
    order: int = 0
    avoid: tuple[str, ...] = ()          # groups that no gap of the rule crosses
    unless: tuple[str, ...] = ()         # groups that silence the rule when they stand in its sentence, up to the end of the match
    where: Mapping[str, str] = {}        # conditions on the figures; factcheck/text/conditions/


class Compiled:
    """Rules by the characters that make them worth trying."""

    def __init__(self) -> None:
        self.index: tuple[dict[str, list[Row]], ...] = tuple({} for _ in range(MOST + 1))
        self.runs: tuple[dict[str, list[Row]], ...] = tuple({} for _ in range(MOST + 1))      # the same, of rules that run on
        self.matchers: list[tuple[Rule, Any, tuple[str, ...]]] = []         # rule, pattern, role names
        self.everything = counted(COUNTED, COUNTED)                         # every bit of what a sentence may hold
        self.holds: dict[str, int] = {}                                     # type → the bits of the sets that it is in
        self.unless: dict[int, str] = {}                                    # number → types that silence it
        self.hinted: dict[int, str] = {}                                    # number → the hint without which it is not tried
        self.parts: dict[str, Compiled] = {}                                # by option, when they are first asked for

    def only(self, option: str) -> Compiled:
        """The same, of the rules that have this option; "" for all but those that run on."""
        if not option:
            return self
        found = self.parts.get(option)
        if found is None:
            found = self.parts[option] = Compiled()
            found.matchers, found.unless, found.everything, found.holds = self.matchers, self.unless, self.everything, self.holds
            found.hinted = self.hinted
            for few, every in zip(found.index, self.runs if option == RUN else self.index, strict=True):
                for char, rows in every.items():
                    if kept := [row for row in rows if option in self.matchers[row[0]][0].options]:
                        few[char] = kept
        return found

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "parts"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state, parts={})

    def worth(self, string: str) -> list[int]:
        """The numbers of the patterns worth trying on a type string, in their order."""
        types, count = set(string), string.count
        figures = types & FIGURES
        index = self.index[min(sum(map(count, figures)), MOST)]
        telling = index.keys() & types
        if not telling:
            return []
        present = counted(sum(map(count, figures & AMOUNTS)), sum(map(count, figures & STEPS)))
        present = reduce(or_, map(self.holds.get, types, repeat(0)), present)
        absent = self.everything ^ present                                  # ~present is negative, and slower
        return sorted({number for char in telling for number, needed in index[char] if not needed & absent})


def counted(amounts: int, steps: int) -> int:
    """The bits of at least so many amounts and steps."""
    return (1 << min(amounts, COUNTED)) - 1 | ((1 << min(steps, COUNTED)) - 1) << COUNTED
