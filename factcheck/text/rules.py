"""Rules as a check needs them: compiled, and found by what a sentence holds.  ``grammar`` makes them of the files."""

from __future__ import annotations

from collections.abc import Mapping

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
AMOUNTS, STEPS = TYPES["amount"], TYPES["step"]
OPTIONS = {                              # that every rule may set, with their values; () for any text
    "across": ("yes",), "agree": ("yes",), "each": ROLES, "over": ROLES, "own_base": ("yes", "and"), "priority": NUMBER, "rate_per": (),
    "severity": SEVERITIES,
}
Row = tuple[int, tuple[int, ...], int, int]   # number of a pattern; types of which each must stand there; how many amounts and steps
MOST = 4                                 # figures in a sentence that the index of rules tells apart


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
        self.matchers: list[tuple[Rule, Any, tuple[str, ...]]] = []         # rule, pattern, role names
        self.bits: dict[str, int] = {}                                      # type → its bit in those sets
        self.unless: dict[int, str] = {}                                    # number → types that silence it
        self.parts: dict[str, Compiled] = {}                                # by option, when they are first asked for

    def only(self, option: str) -> Compiled:
        """The same, of the rules that have this option; "" for all."""
        if not option:
            return self
        found = self.parts.get(option)
        if found is None:
            found = self.parts[option] = Compiled()
            found.matchers, found.bits, found.unless = self.matchers, self.bits, self.unless
            for few, every in zip(found.index, self.index, strict=True):
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
        index = self.index[min(sum(map(count, types & FIGURES)), MOST)]
        telling = index.keys() & types
        if not telling:
            return []
        bits = self.bits
        present = sum([bits[char] for char in bits.keys() & types])
        amounts, steps = sum(map(count, AMOUNTS)), sum(map(count, STEPS))
        found: set[int] = set()
        for char in telling:
            for number, masks, least, least_steps in index[char]:
                if least <= amounts and least_steps <= steps:
                    for mask in masks:
                        if not present & mask:
                            break
                    else:
                        found.add(number)
        return sorted(found)
