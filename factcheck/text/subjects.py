"""Whose step it is: "from 300 to 420, despite a 10% rise in fares" tells of two things.

Asked of every change that has both levels and a step, of sums, shares and spans of years.  The words are patterns under
``[language.around]``:

``step_clause``   begins what may be said of something else
``step_led``      stands right before a step that is of something else
``step_apposed``  is all that stands between the levels and one: "led by exports, up"
``step_subject``  is a subject of its own with its verb, its noun the group
``step_of``       stands behind one; ``multiple_of`` behind a multiple; ``step_since`` names the year that it counts from
``month_led``     leads to a step since last month; ``month_named`` is in its sentence if the levels are of months
``levels_led``    stands between a step and levels that are of something else
``multiple_led``  all that may stand between levels and a multiple of theirs
``sum_of``        stands behind a sum, ``share_of`` behind a share, that is not of the figures before it
``level_hoped``   leads to a level that was expected; ``level_hoped_behind`` stands behind one, ``step_past`` behind a step from there
``level_of``      stands behind a level of another place, to which ``level_led`` leads
``fraction_of``   stands behind a fraction of another
``rate_led``      leads to a rate, which is no part of a sum; ``most_led`` to one that is the highest or lowest of several
``index_base``    is in a sentence of an index and its base of 100, from which its last step does not count
``taken_off``     leads to what is taken off a count
``year_span``     a span of years
"""

from __future__ import annotations

from ..patterns import regex
from ..typed import TYPE_CHECKING
from .conditions import around
from .fitting import directed, growth, nearly, or_slip, printed
from .misprints import swaps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..values import Quantity
    from .language import Language

SUMS = frozenset({"total", "product"})
LEVELS = ("old", "new")
STEPS = frozenset({"percent", "points", "difference", "factor"})
PRECISE = 3                              # digits of a step that fits nothing by chance
FAR = 4.0                                # times what rounding may do, that a slip must do more
SPANS = 60                               # characters around a span of years in which another one may stand
LEAD = 16                                # characters before a figure that may say that it is a rate
SIGN = 2                                 # characters before a figure that may open a bracket
REACH = 80                               # characters behind a step that may say whose it is


def _exchanged(roles: list[tuple[str, Quantity]]) -> bool:
    """Whether nothing but two digits exchanged keeps a step of three digits from its levels: it is theirs, whatever the words say."""
    named = dict(roles)
    if len(roles) != len(named) or set(named) != {"old", "new", "percent"} or named["percent"].figures < PRECISE:
        return False
    figures = [named[role] for role in ("old", "new", "percent")]
    equation = directed(growth, "")
    return not nearly(equation, figures, FAR, printed) and or_slip(equation, figures, swaps, (2,))


def apart(relation: str, roles: list[tuple[str, Quantity]], text: str, sentence: tuple[int, int], language: Language) -> bool:
    """Whether the words around a claim's figures, in its sentence, say that they are of different things."""
    end = sentence[1]
    if relation == "change":
        return not _exchanged(roles) and of_another(roles, text, sentence, language)
    if relation == "timespan":
        return _in_turns(roles, text, sentence, language)
    last = max(q.start for _, q in roles)
    known = language.settings["around"]
    for role, q in roles:
        if q.start == last and (role == "total" and relation in SUMS and _behind("sum_of", q, text, end, language)
                                or role == "percent" and relation == "share" and _behind("share_of", q, text, end, language)
                                or role == "fraction" and relation == "share" and _behind("fraction_of", q, text, end, language)):
            return True
        if relation == "product" and (role == "rate" and _led("most_led", q, text, language)
                                      or role == "count" and _led("taken_off", q, text, language)):
            return True
    if relation != "total" or "rate_led" not in known:
        return False
    rates = [_led("rate_led", q, text, language) for role, q in roles if role == "part"]
    return any(rates) and not all(rates)


def _in_turns(roles: list[tuple[str, Quantity]], text: str, sentence: tuple[int, int], language: Language) -> bool:
    """Whether a length of time is that of several spans: 12 years, from 1998 to 2006 and from 2010 to 2014."""
    if "year_span" not in language.settings["around"] or not any(role == "duration" for role, _ in roles):
        return False
    start, stop = max(sentence[0], min(q.start for _, q in roles) - SPANS), min(sentence[1], max(q.end for _, q in roles) + SPANS)
    return sum(1 for _ in around.pattern(language, "year_span").finditer(text, start, stop)) > 1


def _behind(name: str, q: Quantity, text: str, end: int, language: Language) -> bool:
    """Whether a pattern stands right behind the figure: what it is of."""
    return name in language.settings["around"] and bool(around.pattern(language, name).match(text, q.end, min(end, q.end + REACH)))


def _led(name: str, q: Quantity, text: str, language: Language) -> bool:
    """Whether a pattern stands right before the figure."""
    return name in language.settings["around"] and bool(around.pattern(language, name).search(text, max(0, q.start - LEAD), q.start))


def _older(step: Quantity, text: str, sentence: tuple[int, int], language: Language) -> bool:
    """Whether a step counts from a year that its sentence has not named: "from $300m, up 12% from 2019"."""
    found = around.pattern(language, "step_since").match(text, step.end, min(sentence[1], step.end + REACH))
    return found is not None and text.find(found[1], sentence[0], step.start) < 0


def _own_subject(step: Quantity, first: int, before: int, text: str, sentence: tuple[int, int], language: Language) -> bool:
    """Whether a step has a subject that is not named before the levels: "from 300 to 420, and profit rose 12%"."""
    found = around.pattern(language, "step_subject").search(text, before, step.start)
    if found is None:
        return False
    noun = regex.escape(found[1] or found[2])
    return regex.search(rf"\b{noun}", text, regex.I, pos=sentence[0], endpos=first) is None


def _elsewhere(roles: Iterable[tuple[str, Quantity]], text: str, end: int, language: Language) -> bool:
    """Whether a level that is compared is one of another place: "rose 3% to 5.2 million, compared with 4.4 million in France"."""
    old, new = (next(q for role, q in roles if role == name) for name in LEVELS)
    bracketed = text[max(0, new.start - SIGN) : new.start].rstrip()[-1:] == "("
    if all(role in (*LEVELS, "difference") or role == "points" and bracketed for role, _ in roles):       # two places differ, too
        return False
    if old.start < new.end or not around.pattern(language, "level_led").search(text, max(new.end, old.start - REACH), old.start):
        return False
    return _behind("level_of", old, text, end, language) and not _behind("level_of", new, text, end, language)


def _hoped(roles: Iterable[tuple[str, Quantity]], text: str, sentence: tuple[int, int], language: Language) -> bool:
    """Whether the old level is one that was expected: "rose 8% to $25.2bn, compared with forecasts of $25.4bn"."""
    old = next(q for role, q in roles if role == "old")
    return bool(around.pattern(language, "level_hoped").search(text, max(sentence[0], old.start - REACH), old.start)
                or around.pattern(language, "level_hoped_behind").match(text, old.end, min(sentence[1], old.end + REACH)))


def of_another(roles: Iterable[tuple[str, Quantity]], text: str, sentence: tuple[int, int], language: Language) -> bool:
    """Whether the words around a step say that the levels beside it are of something else."""
    end = sentence[1]
    known = language.settings["around"]
    if "step_led" not in known:
        return False
    levels = [q for role, q in roles if role in LEVELS]
    if len(levels) != len(LEVELS):
        return False
    first, last = min(q.start for q in levels), max(q.end for q in levels)
    near = max(sentence[0], first - REACH), min(end, last + REACH)
    if "level_of" in known and _elsewhere(roles, text, end, language):
        return True
    if "index_base" in known and around.pattern(language, "index_base").search(text, *near):
        return True
    hoped = "level_hoped" in known and _hoped(roles, text, sentence, language)
    for role, step in roles:
        if role not in STEPS:
            continue
        if hoped and not around.pattern(language, "step_past").match(text, step.end, min(end, step.end + REACH)):
            return True
        multiple = role == "factor"
        if step.end <= first:
            same = "\n" not in text[step.end : first]             # a headline has the step of the text below it
            if same and role != "difference" and around.pattern(language, "levels_led").search(text, step.end, first):
                return True
            continue
        before = max((q.end for q in levels if q.end <= step.start), default=step.start)
        tail = max((hit.end() for hit in around.pattern(language, "step_clause").finditer(text, before, step.start)), default=before)
        if around.pattern(language, "step_led").search(text, tail, step.start):
            return True
        if "month_led" in known and around.pattern(language, "month_led").search(text, tail, step.start) and not (
            around.pattern(language, "month_named").search(text, sentence[0], tail)
        ):
            return True
        if "step_apposed" in known and (around.pattern(language, "step_apposed").search(text, before, step.start)
                                        or step.start >= last and _older(step, text, sentence, language)):
            return True
        if step.start >= last:
            if "step_subject" in known and _own_subject(step, first, before, text, sentence, language):
                return True
            if role == "difference" and _behind("sum_of", step, text, end, language):
                return True
            if around.pattern(language, "multiple_of" if multiple else "step_of").match(text, step.end, min(end, step.end + REACH)):
                return True
            if multiple and tail > before and not around.pattern(language, "multiple_led").fullmatch(text, tail, step.start):
                return True
    return False
