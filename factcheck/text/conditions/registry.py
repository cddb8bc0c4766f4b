"""The conditions by name, each with what its value may be: a rule that asks for something else is an error when it is loaded."""

from __future__ import annotations

from collections.abc import Callable, Collection

from ...typed import NamedTuple
from .seen import Seen

ROLE, ROLES, WORDS, UNITS, NUMBER = "a role", "roles", "words", "units", "a number"


class Condition(NamedTuple):
    """``takes``: a role of the rule's pattern, several, the name of a pattern under ``[language.around]``, units, a number, or one of the
    words that are listed.  Where a role that it is about, or one of ``needs``, found no figure, the condition is met.
    """

    name: str
    holds: Callable[[Seen], bool]
    takes: str | tuple[str, ...]
    needs: tuple[str, ...]

    def met(self, s: Seen) -> bool:
        if self.takes == ROLE and s.value not in s.at or not all(role in s.at for role in self.needs):
            return True
        return self.holds(s)

    def complaint(self, value: object, roles: Collection[str], patterns: Collection[str]) -> str:
        """What is wrong with the value that a rule of these roles gives it; "" if nothing is."""
        if not isinstance(value, str):
            return f"its value is {self.takes} in quotes"
        if self.takes == UNITS:
            return ""
        if self.takes == NUMBER:
            return "" if _is_number(value) else f'"{value}" is no number'
        if isinstance(self.takes, tuple):
            known, what = self.takes, "value of it"
        elif self.takes == WORDS:
            known, what = tuple(patterns), "pattern under [language.around]"
        else:
            known, what = tuple(roles), "role of its pattern"
        strange = [word for word in (value.split() if self.takes == ROLES else [value]) if word not in known]
        return f'"{strange[0]}" is no {what}; known are {", ".join(sorted(known)) or "none"}' if strange else ""


def _is_number(text: str) -> bool:
    try:
        return float(text) >= 0
    except ValueError:
        return False


CONDITIONS: dict[str, Condition] = {}


def condition(takes: str | tuple[str, ...], *needs: str) -> Callable[[Callable[[Seen], bool]], Callable[[Seen], bool]]:
    """Make a function the condition of its name, an underscore at its end aside; its docstring is what docs/conditions.md says of it."""

    def register(holds: Callable[[Seen], bool]) -> Callable[[Seen], bool]:
        name = holds.__name__.rstrip("_")
        if name in CONDITIONS:
            raise ValueError(f"two conditions are called {name}")
        CONDITIONS[name] = Condition(name, holds, takes, needs)
        return holds

    return register
