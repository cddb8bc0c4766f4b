"""Whose step it is: "from 300 to 420, despite a 10% rise in fares" tells of two things.

Asked of every claim of a change that has both levels and a step, and of sums.  The words are patterns under ``[language.around]``: ``step_led`` what
stands right before a step that is of something else, ``step_of`` and ``multiple_of`` what stands behind one, ``levels_led`` what stands
between a step and levels that are of something else, ``multiple_led`` all that may stand between levels and a multiple.
"""

from __future__ import annotations

from ..patterns import regex
from ..typed import TYPE_CHECKING
from . import around

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..values import Quantity
    from .language import Language

SUMS = frozenset({"total", "product"})
LEVELS = ("old", "new")
STEPS = frozenset({"percent", "points", "difference", "factor"})
CLAUSE = regex.compile(r"[,;:(，；：（–—]|\s-\s|\bor\b")
REACH = 80                               # characters behind a step that may say whose it is


def apart(relation: str, roles: list[tuple[str, Quantity]], text: str, end: int, language: Language) -> bool:
    """Whether the words around a claim's figures say that they are of different things; ``end`` is that of the sentence."""
    if relation == "change":
        return of_another(roles, text, end, language)
    return relation in SUMS and any(role == "total" and q.start == max(r.start for _, r in roles) and _otherwise(q, text, end, language)
                                    for role, q in roles)


def _otherwise(q: Quantity, text: str, end: int, language: Language) -> bool:
    """Whether a sum or a difference is of another span or of other things, by what stands behind it: "so far", "after fees"."""
    return "sum_of" in language.settings["around"] and bool(around.pattern(language, "sum_of").match(text, q.end, min(end, q.end + REACH)))


def of_another(roles: Iterable[tuple[str, Quantity]], text: str, end: int, language: Language) -> bool:
    """Whether the words around a step say that the levels beside it are of something else; ``end`` is that of the sentence."""
    known = language.settings["around"]
    if "step_led" not in known:
        return False
    levels = [q for role, q in roles if role in LEVELS]
    if len(levels) != len(LEVELS):
        return False
    first, last = min(q.start for q in levels), max(q.end for q in levels)
    for role, step in roles:
        if role not in STEPS:
            continue
        multiple = role == "factor"
        if step.end <= first:
            if role != "difference" and around.pattern(language, "levels_led").search(text, step.end, first):
                return True
            continue
        before = max((q.end for q in levels if q.end <= step.start), default=step.start)
        tail = max((hit.end() for hit in CLAUSE.finditer(text, before, step.start)), default=before)
        if around.pattern(language, "step_led").search(text, tail, step.start):
            return True
        if step.start >= last:
            if role == "difference" and _otherwise(step, text, end, language):
                return True
            if around.pattern(language, "multiple_of" if multiple else "step_of").match(text, step.end, min(end, step.end + REACH)):
                return True
            if multiple and tail > before and not around.pattern(language, "multiple_led").fullmatch(text, tail, step.start):
                return True
    return False
