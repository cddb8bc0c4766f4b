"""The same again: whether two clauses are about one thing, because the second repeats the words of the first."""

from __future__ import annotations

from itertools import pairwise

from ...typed import TYPE_CHECKING
from .around import pattern
from .registry import ROLE, WORDS, condition
from .seen import CLAUSE_ENDS, FAINT, STEM, Seen, before, between, clause, edges, faint, has, stranger

if TYPE_CHECKING:
    from ..lexer import Token

TIMED = {"last_period", "this_period", "than", "yoy"}
BASES = ("base_year", "base_prior", "base_end")
SAYS_NOTHING = {"filler", "of", "lapse", "since", "span_of", "whole_span", "step_verb", "step_noun", "added", "yoy_verb", "yoy_mark"}
COMPARES = {"than", "yoy", "yoy_mark", "with", "compared"}
EXCEEDS = {"exceeds", "than"}
INTRODUCES = {"among", "has", "light", "filler"}
PLAIN = 2                                     # characters of a name that says no more than who they are: 教师, 护士
SEXES = ("half_a_m", "half_b_m")


@condition(ROLE)
def again(s: Seen) -> bool:
    """What leads to that figure, after its word of time or comparison, leads to the other amount too; nothing does as well."""
    end = place = s.place
    while end > 0 and faint(s.tokens[end - 1]):
        end -= 1
    first = end
    while first > 0 and s.tokens[first - 1].char not in CLAUSE_ENDS + "Y" and not has(s.tokens[first - 1], TIMED):
        first -= 1
    label = s.text[s.tokens[first].start : s.tokens[end].start].strip() if first < end else ""
    others = [k for _, k in s.places if k != place and s.quantities[k].dimension == s.quantities[place].dimension]
    return any(before(k, s).endswith(label) for k in others[:1])


@condition(ROLE, "old")
def familiar(s: Seen) -> bool:
    """Every unknown word between the old figure and that one stands before the old one: 五年前他的收入是3万元，如今妻子的收入是6万元
    brings in another subject.
    """
    old, new = s.at["old"], s.place
    told = s.text[s.tokens[0].start : s.tokens[old].start]
    return not any(stranger(t, s.text, told) for t in s.tokens[old + 1 : new])


@condition(ROLE)
def told(s: Seen) -> bool:
    """No unknown word between the last two figures but what was named before that figure: no other subject comes in."""
    known = s.text[s.tokens[0].start : s.figure.start]
    words = [t for t in s.tokens[s.places[-2][1] + 1 : s.places[-1][1]] if t.figure is None and (t.entry is not None or t.char.isalpha())]
    return not any(not has(t, FAINT | SAYS_NOTHING) and s.text[t.start : t.end].strip() not in known for t in words)


@condition(ROLE)
def resumed(s: Seen) -> bool:
    """What the last clause is about stands before that figure (年产能由8万吨提升至20万吨，产能提升1.5倍)."""
    last, old = s.last, s.place
    first, _ = clause(last, s.tokens)
    end = first
    while end < last and not has(s.tokens[end], {"step_verb", "step_noun", "than_verb", "yoy_verb"}):
        end += 1
    name = between(first, end, s)
    begin, _ = clause(old, s.tokens)
    if begin > 1 and has(s.tokens[begin], {"from"}) and s.tokens[begin - 1].char == ",":
        begin, _ = clause(begin - 2, s.tokens)                # 上调票价，由20元调至25元，票价上涨25%
    told, marks = s.text[s.tokens[begin].start : s.tokens[old].start], edges(s).strip()
    return len(name) >= STEM and any(rest[:1] not in marks or not rest for rest in told.split(name)[1:])       # 奖金由工资的20%…，工资上涨


@condition(ROLE)
def repeated(s: Seen) -> bool:
    """What the next clause is about, up to its comparison, ends what leads to that figure (行人死亡227人，行人死亡比前年增加5人)."""
    new = s.place
    first = new + 1
    while first < len(s.tokens) and s.tokens[first].char != ",":      # a bracket may stand between
        first += 1
    end = first = first + 1
    while end < len(s.tokens) and s.tokens[end].figure is None and not has(s.tokens[end], COMPARES):
        end += 1
    name = between(first, end, s)
    return len(name) >= STEM and before(new, s).endswith(name)


@condition(ROLE)
def versus(s: Seen) -> bool:
    """Who is so many times whom (甲国是乙国的3倍), or so much of whom, stands before the other figure, and before that one."""
    last, second = s.last, s.place
    at = last - 1
    while at > second and not has(s.tokens[at], {"times_of", "share_of"}):
        at -= 1
    first, _ = clause(at, s.tokens)
    one, other = between(first, at, s), between(at + 1, last, s)
    if at <= second or first > at or min(len(one), len(other)) < STEM:
        return False
    by = next(k for role, k in s.places if role in ("new", "part"))
    return one in before(by, s) and other in before(second, s) and other not in before(by, s)


@condition(ROLE)
def opposed(s: Seen) -> bool:
    """Both that are compared in the last clause are named before their figures (出生13068人，死亡16594人，死亡比出生多)."""
    last = s.last
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


@condition(ROLE)
def facing(s: Seen) -> bool:
    """Who is behind the word of comparison in the last clause stands before that figure alone, and who is before it before the new one
    alone: 甲塔高320米，乙塔高290米，甲塔比乙塔高30米.
    """
    first, _ = clause(s.last, s.tokens)
    at = first
    while at < s.last and not has(s.tokens[at], {"than"}):
        at += 1
    one, other = between(first, at, s), between(at + 1, s.last, s)
    new, old = led(s.at["new"], s), led(s.place, s)
    named = next((name for name in (other, other[:-1]) if len(name) >= STEM and name in old), "")        # 比乙塔高: the measure is the last
    return len(one) >= STEM and one in new and one not in old and bool(named) and named not in new


@condition(WORDS)
def leads(s: Seen) -> bool:
    """The pattern stands right before the last figure, and who stands before it in that clause, if anybody does, is told before one of
    two figures and not before the other: 甲队120分，乙队95分，甲队领先25分.
    """
    first, _ = clause(s.last, s.tokens)
    said = s.text[s.tokens[first].start : s.tokens[s.last].start]
    verb = pattern(s.language, s.value).search(said)
    if verb is None:
        return False
    name = said[: verb.start()].strip()
    told = [name in led(k, s) for k in (s.at["old"], s.at["new"])]
    return not name or len(name) >= STEM and told[0] != told[1]


@condition(WORDS)
def blended(s: Seen) -> bool:
    """What the total counts is named by a character of each of the two parts, side by side, and the pattern is all that comes behind them:
    师生 of 教师 and 学生, 医护人员 of 医生 and 护士; not 师生员工.
    """
    one, other = (bare_name(k, s) for role, k in s.places if role == "part")
    name = led(s.at["total"], s)
    if max(len(one), len(other)) > PLAIN:
        return False                          # 女教师, 女学生
    ends = pattern(s.language, s.value)
    pairs = [pair for k, pair in enumerate(pairwise(name)) if ends.fullmatch(name[k + 2 :].strip())]
    pairs += [(b, a) for a, b in pairs]
    return any(a in one and b in other and a not in other and b not in one for a, b in pairs)


def bare_name(place: int, s: Seen) -> str:
    """What is named right before a figure, behind 其中, 有 and the like."""
    begin, _ = clause(place, s.tokens)
    first = place
    while first > begin and not has(s.tokens[first - 1], INTRODUCES):
        first -= 1
    return between(first, place, s)


def led(place: int, s: Seen) -> str:
    """The words of a figure's clause that stand before it."""
    first, _ = clause(place, s.tokens)
    return s.text[s.tokens[first].start : s.tokens[place].start]


@condition(ROLE)
def overtaken(s: Seen) -> bool:
    """What the last clause says is exceeded is named before that figure, not between it and the other amount (东港420万吨，西港460万吨，
    超过东港40万吨).
    """
    last, place = s.last, s.place
    at = last
    while at > 0 and s.tokens[at - 1].char not in CLAUSE_ENDS and not has(s.tokens[at], EXCEEDS):
        at -= 1
    name = between(at + 1, last, s)[:STEM]
    other = next(k for _, k in s.places if k not in (place, last))
    told = [s.text[s.tokens[0].start : s.tokens[place].start], s.text[s.tokens[place].end : s.tokens[other].start]]
    return has(s.tokens[at], EXCEEDS) and len(name) == STEM and name in told[0] and name not in told[1] and place < other


@condition(ROLE)
def then(s: Seen) -> bool:
    """What it is so many times of (是存量的2倍，存量为…), or a share of (占总额的三成，总额为…), leads to that figure."""
    old = s.place
    rate = s.at.get("factor", s.at.get("percent", 0))
    at = rate - 1
    while at > 0 and s.tokens[at].figure is None and not has(s.tokens[at], {"times_of", "share_of"}):
        at -= 1
    first, _ = clause(old, s.tokens)
    name, then = between(at + 1, rate, s), between(first, old, s)
    more = then.removeprefix(name)                # 是老厂的4倍，老厂日产能: 新厂日产能 before
    return rate < old and len(name) >= STEM and then.startswith(name) and before(s.places[0][1], s).endswith(more)


@condition(ROLE)
def one_base(s: Seen) -> bool:
    """That figure and the one before it are said of one base: 比年初增加…，同比增长… are of two."""
    place = s.place
    before = max((k for _, k in s.places if k < place), default=0)
    start = max((k for _, k in s.places if k < before), default=0)
    own = bases(s.tokens[before + 1 : place])
    other = bases(s.tokens[start + 1 : before])
    return not own or not other or not own.isdisjoint(other)


def bases(tokens: list[Token]) -> set[str]:
    """The bases that are named: 比年初, 同比, 比五年前."""
    named = {base for token in tokens if token.entry is not None for base in BASES if base in token.entry.groups}
    return named | {"ago"} if any(a.char == "D" and has(b, {"ago"}) for a, b in pairwise(tokens)) else named
