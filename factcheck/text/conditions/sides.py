"""The two sides of one whole, named behind two figures: "53% female and 47% male".

The sides are groups ``half_NAME_1``, ``half_NAME_2`` (they leave little over) and ``side_…`` of the
words files.
"""

from __future__ import annotations

from ...typed import TYPE_CHECKING
from .around import pattern
from .registry import ROLE, WORDS, condition
from .seen import CLAUSE_ENDS, Seen, between, clause, has

if TYPE_CHECKING:
    from ..lexer import Token

DASHES = ".-–—"
SIDES_NEAR = 40                          # tokens around two figures in which no other sides are named
STEM = 5                                 # letters by which a noun is known in another form
SHORTEST = 2                             # characters of an answer
SIDE_REACH = 7                           # tokens behind a figure in which its side is named


@condition(("half", "side"))
def sides(s: Seen) -> bool:
    """Behind each of the two figures stands one of two sides that leave little over ("53% female and 47% male"); "side": that may leave
    some (yes, no).  rules/en/words_sides.toml has them.
    """
    places = [k for role, k in s.places if role in ("share", "part")]
    if len(places) != 2:
        return False
    (first, at), (second, end) = (_side(s, k) for k in places)
    if not first or not second or has(s.tokens[places[1] + 1], {"of"}):
        return False
    (kind, name, one), (_, other_name, other) = first.split("_"), second.split("_")
    if kind != s.value or name != other_name or one == other:
        return False
    if any(t.char != "," and not has(t, {"side_joint", "hedge", "against"}) for t in s.tokens[at + 1 : places[1]]):
        return False                                              # "60% female and its board 55% male"
    near = range(max(0, places[0] - SIDES_NEAR), min(len(s.tokens), places[1] + SIDES_NEAR))
    seen = [side for k in near if k not in (at, end) and (side := _named(s.tokens[k]))]
    pairs = {side.rpartition("_")[0] for side in seen}
    return not any(side.startswith(f"{kind}_{name}_") for side in seen) and len(pairs) == len(set(seen))


@condition(WORDS)
def other_side(s: Seen) -> bool:
    """Of two shares, the clause of the first names one of two sides, and what is concluded from it (so, which means) the other, and neither
    clause any other side: 8% of the pilots are women, so 92% of them are men.  What the pattern finds behind the second to be its whole,
    its last group, is told in the first clause, too.
    """
    (_, first), (_, second), *more = s.places
    at = next((k for k in range(second, first, -1) if has(s.tokens[k], {"concludes"})), 0)
    if more or not at:
        return False
    begin, end = first, second + 1
    while begin > max(0, first - SIDES_NEAR) and s.tokens[begin - 1].char not in ";:":
        begin -= 1
    while end < min(len(s.tokens), second + SIDES_NEAR) and s.tokens[end].char not in CLAUSE_ENDS:
        end += 1
    one, other = ({side for token in s.tokens[a:b] if (side := _named(token))} for a, b in ((begin, at), (at, end)))
    if len(one) != 1 or len(other) != 1 or one == other or {side[:-1] for side in one} != {side[:-1] for side in other}:
        return False
    whole = pattern(s.language, s.value).match(s.text, s.tokens[second].end, s.tokens[-1].end)
    return whole is None or whole[1][:STEM].lower() in s.text[s.tokens[begin].start : s.tokens[at].start].lower()


@condition(ROLE)
def graded(s: Seen) -> bool:
    """What leads to those shares are grades of one answer, one of them its denial: 满意占65%，基本满意占20%，不满意占15%."""
    settings = s.language.settings
    grades, denials = tuple(settings.get("grades", ())), tuple(settings.get("rate_denials", ""))
    stems, denied = set(), 0
    for place in (k for role, k in s.places if role == s.value):
        first, _ = clause(place, s.tokens)
        while first < place and s.tokens[first].entry is not None and has(s.tokens[first], {"among", "light", "and"}):
            first += 1
        end = next((k for k in range(first, place) if has(s.tokens[k], {"share_of", "share_is"})), place)
        stem = between(first, end, s)
        for ending in settings.get("graded_ends", ()):
            stem = stem.removesuffix(ending)
        while stem.startswith(grades):
            stem = next(stem.removeprefix(grade) for grade in grades if stem.startswith(grade))
        if stem.startswith(denials):
            denied += 1
            stem = stem[1:]
        stems.add(stem)
    return len(stems) == 1 and len(max(stems)) >= SHORTEST and denied > 0


def _named(token: Token) -> str:
    """The side that a word names; "" if none."""
    if token.figure is not None or token.entry is None:
        return ""
    return next((group for group in token.entry.groups if group[:5] in ("half_", "side_") and group[-1].isdecimal()), "")


def _side(s: Seen, place: int) -> tuple[str, int]:
    """The side that is named behind a figure, at the end of what is said of it, and where; "" if none is."""
    own = s.language.lexicon.words.get(s.quantities[place].text.rsplit(None, 1)[-1].lower())
    found = next((g for g in own.groups if g[:5] in ("half_", "side_") and g[-1].isdecimal()), "") if own is not None else ""
    at = place
    while not found and at + 1 < min(place + SIDE_REACH, len(s.tokens)):
        at += 1
        token = s.tokens[at]
        if token.figure is not None or token.char in CLAUSE_ENDS:
            return "", at
        found = _named(token)
        if found and has(s.tokens[at - 1], {"side_barred"}):
            return "", at
    end = s.tokens[at + 1] if at + 1 < len(s.tokens) else None
    closed = end is None or end.char in CLAUSE_ENDS or has(end, {"and", "barrier", "against", "month_dot"})
    return (found if closed or end is not None and s.text[end.start : end.end] in DASHES else ""), at
