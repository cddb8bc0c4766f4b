"""What a clause says again: the subject of the one before, those that it compares, or nothing but its change.

Conditions of rules (conditions.py).
"""

from __future__ import annotations

from ...typed import TYPE_CHECKING
from .echoes import FAINT, STEM, before, between, clause, has

if TYPE_CHECKING:
    from . import Seen

SAYS_NOTHING = {"filler", "of", "lapse", "since", "span_of", "whole_span", "step_verb", "step_noun", "added", "yoy_verb", "yoy_mark"}
COMPARES = {"than", "yoy", "yoy_mark", "with", "compared"}
SEXES = ("half_a_m", "half_b_m")


def told_of(s: Seen) -> bool:
    """Whether nothing between the last two figures names what was not named before the figure."""
    told = s.text[s.tokens[0].start : s.figure.start]
    words = [t for t in s.tokens[s.places[-2][1] + 1 : s.places[-1][1]] if t.figure is None and (t.entry is not None or t.char.isalpha())]
    return not any(not has(t, FAINT | SAYS_NOTHING) and s.text[t.start : t.end].strip() not in told for t in words)


def repeated(s: Seen, new: int) -> bool:
    """行人死亡227人，行人死亡比前年增加5人: what the next clause is about, up to its comparison, ends what leads to the figure."""
    first = new + 1
    while first < len(s.tokens) and s.tokens[first].char != ",":      # a bracket may stand between
        first += 1
    end = first = first + 1
    while end < len(s.tokens) and s.tokens[end].figure is None and not has(s.tokens[end], COMPARES):
        end += 1
    name = between(first, end, s)
    return len(name) >= STEM and before(new, s).endswith(name)


def opposed(s: Seen) -> bool:
    """出生13068人，死亡16594人，死亡比出生多: both that are compared in the last clause are named before their figures."""
    last = max(k for _, k in s.places)
    first, _ = clause(last, s.tokens)
    at = first
    while at < last and not has(s.tokens[at], {"than"}):
        at += 1
    end = at + 1
    while end < last and not has(s.tokens[end], {"than_verb"}):
        end += 1
    told = s.text[s.tokens[0].start : s.tokens[first].start]
    one, other = between(first, at, s), between(at + 1, end, s)
    if at - first == end - at - 1 == 1 and all(any(has(t, {sex}) for t in (s.tokens[first], s.tokens[at + 1])) for sex in SEXES):
        return all(name in told for name in (one, other))             # 男比女多
    return all(len(name) >= STEM and name[:STEM] in told for name in (one, other)) and one[:STEM] != other[:STEM]
