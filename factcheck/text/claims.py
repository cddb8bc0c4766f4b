"""Rules over the type string of a sentence → claims: which figure plays which role.

The string is tried as it stands, and without its asides (views.py).  Of two claims of one relation over the same figures the one with
more roles stays.
"""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter

from ..frozen import Frozen, replace
from ..readings import bounds
from ..typed import TYPE_CHECKING, Any
from ..values import Claim, Quantity
from . import coins, conditions, extras, periods, subjects, views
from .conditions.seen import has
from .lexer import Token
from .lexicon import UNKNOWN, Entry
from .rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .language import Language

UNEXPLAINED = frozenset({"share", "conversion", "product", "mean"})  # a restated base explains none of these
ONE_CURRENCY = frozenset({"change", "total", "share"})  # relations whose amounts are told in one currency
OF_TODAY = frozenset({"ages"})  # relations that may tell of the year of the article
LEAD = 12  # characters before a date in which "last year" may stand
LEVELS = frozenset({"old", "new", "difference"})  # that no single period is
PARTS = frozenset({"share", "part_of"})  # relations of a part and its whole
TIME = "[time]"
BRACKET = 40  # tokens before a claim in which the bracket that it stands in has opened
CLAUSE = ",;."
STEPS = frozenset({"percent", "points", "difference", "factor"})
REACH = 80  # tokens around a claim in which its subject, period and mood are looked for
SILENCED = 400  # tokens before a claim in which a word that silences its rule is looked for
FRACTION_SLACK = 2.5  # percentage points: "a third" is said of 31 % and of 35 %


class Match(Frozen):
    """A rule that fits: token numbers by role, in text order."""

    rule: Rule
    roles: list[tuple[str, int]]
    first: int
    last: int
    direction: str


def matches(tokens: list[Token], language: Language, quantities: dict[int, Quantity], text: str, option: str = "") -> list[Match]:
    """Every rule (with that option) that fits the sentence, the weaker of two over the same figures left out."""
    compiled = language.compiled.only(option)
    whole = "".join([token.char for token in tokens])
    worth = compiled.worth(whole)
    if not worth and not views.may_add(whole, language):
        return []
    found: list[Match] = []
    hinted, hints = compiled.hinted, language.settings.get("hints", {})
    heard: dict[str, bool] = {}            # whether the sentence holds a word of a list of hints
    told = ""
    for string, where in views.of(whole, tokens, language, quantities, text):
        for number in worth if string is whole else compiled.worth(string):
            if number in hinted:
                told = told or text[tokens[0].start : tokens[-1].end].lower()
                hint = hinted[number]
                if hint not in heard:
                    heard[hint] = _holds(told, hints[hint])
                if not heard[hint]:
                    continue
            for hit in compiled.matchers[number][1].finditer(string):
                found += _hits(number, hit, string, where, tokens, language, quantities, text)
    return _strongest(found) if len(found) > 1 else found


def _holds(told: str, words: Iterable[str]) -> bool:
    for word in words:                     # noqa: SIM110 - a loop takes half the time, and every sentence is asked
        if word in told:
            return True
    return False


def _hits(
    number: int, hit: Any, string: str, where: Any, tokens: list[Token], language: Language, quantities: dict[int, Quantity], text: str
) -> list[Match]:
    """The matches of a place where a pattern fits the string, its conditions held."""
    rule, _, roles = language.compiled.matchers[number]
    silencing = language.compiled.unless.get(number)
    if silencing:
        floor = max(0, hit.start() - SILENCED)
        near = string[max(floor, string.rfind(";", floor, hit.start()) + 1) : hit.end()]
        if not set(near).isdisjoint(silencing):
            return []
    found = [m for m in _matches(rule, roles, hit, where, tokens) if not _of_period(m, tokens)]
    if rule.relation in PARTS:
        found = [m for m in found if not _of_two_kinds(m, quantities)]
    return [m for m in found if conditions.hold(rule.where, m.roles, tokens, quantities, text, language)] if rule.where else found


def _of_period(match: Match, tokens: list[Token]) -> bool:
    """Whether a word such as "annual" was taken for a level."""
    return any((figure := tokens[k].figure) is not None and figure.factor_word == "period" for role, k in match.roles if role in LEVELS)


def _of_two_kinds(match: Match, quantities: dict[int, Quantity]) -> bool:
    """Whether an age or a span of time was taken for a part of something else: 80名教师，其中24名是近三年招录的."""
    told = [quantities[k] for role, k in match.roles if role in ("whole", "part") and k in quantities]
    dimensions = {q.dimension for q in told if q.dimension}
    return len({q.kind == "age" for q in told}) > 1 or TIME in dimensions and len(dimensions) > 1


def _matches(rule: Rule, roles: tuple[str, ...], hit: Any, where: Any, tokens: list[Token]) -> list[Match]:
    """The match; several, where the rule says that roles repeat together ("of T, n1 (P1%) and n2 (P2%)": ``each = "part percent"``)."""
    match = _match(rule, roles, hit, where, tokens)
    each = rule.options.get("each", "").split()
    if not each:
        return [match]
    shared = [pair for pair in match.roles if pair[0] not in each]
    groups: list[list[tuple[str, int]]] = []
    for pair in match.roles:
        if pair[0] in each:
            if not groups or any(role == pair[0] for role, _ in groups[-1]):
                groups.append([])
            groups[-1].append(pair)
    return [
        Match(
            rule,
            sorted(shared + group, key=lambda pair: pair[1]),
            min(k for _, k in shared + group),
            max(k for _, k in shared + group),
            match.direction,
        )
        for group in groups
        if len(group) == len(each)
    ]


def _match(rule: Rule, roles: tuple[str, ...], hit: Any, where: Any, tokens: list[Token]) -> Match:
    placed = sorted((span[0], role) for role in roles for span in hit.spans(role))
    direction = ""
    if "_dir" in hit.re.groupindex:
        steps = [begin for begin, role in placed if role in STEPS] if any(role == "old" for _, role in placed) else []
        for begin, _ in hit.spans("_dir"):
            entry = tokens[where[begin]].entry
            if entry is not None and entry.direction and (not direction or steps and begin < steps[-1]):
                direction = entry.direction       # the last one before the step: 环比增长5%，比上年下降20%
    first, last = where[hit.start()], where[hit.end() - 1]
    told = [(role, where[k]) for k, role in placed]
    if any(a > b for (_, a), (_, b) in pairwise(told)) or last < first:       # told in another order than printed (retold.py)
        told.sort(key=itemgetter(1))
        first, last = min(where[hit.start() : hit.end()]), max(where[hit.start() : hit.end()])
    return Match(rule, told, first, last, direction)


def _strongest(found: list[Match]) -> list[Match]:
    """Most roles first; a match whose figures a stronger one of the same relation already holds is dropped."""
    found.sort(key=lambda m: (-int(m.rule.options.get("priority", "0")), -len(m.roles), m.last - m.first, m.rule.order))
    kept: list[Match] = []
    held: dict[tuple[str, int], list[frozenset[int]]] = {}  # relation and figure → the claims that hold it
    for match in found:
        figures = frozenset(k for _, k in match.roles)
        relation = match.rule.relation
        if any(figures <= other or len(figures & other) > 1 for k in figures for other in held.get((relation, k), ())):
            continue
        for k in figures:
            held.setdefault((relation, k), []).append(figures)
        kept.append(match)
    kept.sort(key=lambda m: (m.first, m.rule.order))
    return kept


def claim(
    match: Match, tokens: list[Token], quantities: dict[int, Quantity], text: str, language: Language, sentence: tuple[int, int],
    date: str = "",
) -> Claim | None:
    """The Claim of a match; ``date`` is the article's."""
    rule = match.rule
    roles: list[tuple[str, Quantity]] = []
    if not all(k in quantities for _, k in match.roles):
        return None
    first = match.first
    if "own_base" in rule.options:  # "up 60 on the month, down 40 on the year": another step before has a base of its own
        first = match.roles[1][1]
        stop = {rule.options["own_base"]}  # "and": a base before that word is of the step before
        while first > match.first and tokens[first - 1].figure is None and not has(tokens[first - 1], stop):
            first -= 1
    labelled = "labelled" in rule.options                    # the rule itself knows which of two bases is meant
    extra = {} if labelled else extras.complete(rule.relation, tokens, first, match.last, text, sentence[1], language)
    if extra is None:  # most dates are possible, and say nothing
        return None
    for role, k in match.roles:
        quantity = conditions.implied(rule.options, rule.where, role, quantities[k])
        if quantity.kind == "fraction":
            quantity = as_percent(quantity)
        if role == "years" and quantity.is_range:  # 2019–2022年, read as one figure
            roles += [
                (end, replace(quantity, printed_low=year, printed_high=year, low=year, high=year))
                for end, year in (("start", quantity.printed_low), ("end", quantity.printed_high))
            ]
            continue
        roles.append((role, quantity))
    changed = extras.meant(rule.relation, roles, tokens, match.roles, rule.options, language)
    if changed is None:
        return None
    bare = language.settings.get("bare_money", ())
    roles = extras.one_currency(changed, tuple(bare)) if bare and rule.relation in ONE_CURRENCY else changed
    if rule.relation == "change":
        roles = coins.in_currency(roles)
    if subjects.apart(rule.relation, roles, text, sentence, language):
        return None
    start = min(tokens[match.first].start, *(q.start for _, q in roles))
    end = max(tokens[match.last].end, *(q.end for _, q in roles))
    options = dict(rule.options)
    if match.direction and "direction" not in options:
        options["direction"] = match.direction
    options |= extra
    if rule.relation in OF_TODAY and date:
        options["today"] = date[:4]
    explained = "" if rule.relation in UNEXPLAINED else explanation(tokens, match.first, match.last, text)
    if explained:
        options["explained"] = explained
    return Claim(
        rule.relation,
        start,
        end,
        text[start:end],
        tuple(roles),
        rule.relation,
        subject(text, tokens, match.first, quantities),
        "",
        period(tokens, match.first, match.last, quantities, text, language, date) if "date" not in options
        else periods.reader(language).day(options["date"], text[max(sentence[0], start - LEAD) : start], date),
        mood(tokens, match.first, match.last),
        rule.id,
        language.code,
        options,
    )


def as_percent(quantity: Quantity) -> Quantity:
    """ "A third" in the role of a percentage: 33.3, with the slack of the phrase; 14/23 is exact."""
    a, b = quantity.printed_low * 100, quantity.printed_high * 100
    half = 0.0 if "/" in quantity.text else min(FRACTION_SLACK, a / 10)
    low, high = bounds(a, b, half, quantity.hedge)
    return replace(
        quantity, low=low, high=high, printed_low=a, printed_high=b, half=half, unit="percent", kind="share", dimension="percent"
    )


def subject(text: str, tokens: list[Token], first: int, quantities: dict[int, Quantity]) -> str:
    """What the claim is about: the unknown words before it in its clause, the nearest clause that has some."""
    at = first - 1
    floor = max(0, first - REACH)
    while at >= floor:
        stop = -1
        begin = 0
        while at >= floor and tokens[at].char not in ",;:()":
            if stop < 0 and tokens[at].char == UNKNOWN and at not in quantities:
                stop = tokens[at].end
            begin = tokens[at].start
            at -= 1
        if stop > 0:
            return text[begin:stop].strip(" \t\"'“”‘’*_#")
        at -= 1
    return ""


def period(tokens: list[Token], first: int, last: int, quantities: dict[int, Quantity], text: str, language: Language, date: str) -> str:
    """When the figures of a claim are of: by the years in it, before it in its clause or right before that clause, and the words there."""
    at, commas = last, 0
    floor, ceiling = max(0, first - REACH), min(len(tokens), last + REACH)
    while at + 1 < ceiling and tokens[at + 1].char not in ",;:()":  # "doubled every six months since 2012"
        at += 1
    end, printed = tokens[at].end, ""
    while at >= floor:
        if tokens[at].char == "," and at < first:
            commas += 1
        if tokens[at].char == ";" or commas > 1:
            break
        quantity = quantities.get(at)
        if not printed and quantity is not None and quantity.kind == "year":
            printed = _printed(quantity, [tokens[k].entry for k in (at - 1, at + 1) if 0 <= k < len(tokens)])
            if printed and not printed.isdecimal():
                return printed
        at -= 1
    return periods.reader(language).of(text[tokens[at + 1].start : end], printed, date)


def _printed(quantity: Quantity, near: list[Entry | None]) -> str:
    """The years of a figure: 2012, "since 2012", 2010 to 2020."""
    a, b = int(quantity.printed_low), int(quantity.printed_high)
    if min(a, b) < 1:
        return ""
    if a != b:
        return f"{a:04d}..{b:04d}"
    groups = set().union(*(entry.groups for entry in near if entry is not None)) if near else set()
    if "since" in groups:
        return f"{a:04d}.."
    return f"..{a:04d}" if "until" in groups else f"{a:04d}"


def mood(tokens: list[Token], first: int, last: int) -> str:
    """forecast, negated or stated, by the words of the clause."""
    at = last
    floor = max(0, first - REACH)
    while at >= floor and not (at < first and tokens[at].char in ",;:("):
        entry = tokens[at].entry
        if entry is not None:
            if "forecast" in entry.groups:
                return "forecast"
            if "negation" in entry.groups and _reaches_figure(tokens[at + 1 : at + 4]):
                return "negated"
        at -= 1
    return "stated"


def _reaches_figure(tokens: list[Token]) -> bool:
    """Whether a figure comes before any punctuation: "not 50%", "did not rise 5%", but not "was not used (88%)", "not until 1880"."""
    for token in tokens:
        if token.figure is not None:
            return True
        if token.char in ",;:()" or token.entry is not None and "until" in token.entry.groups:
            return False
    return False


def _bracketed(tokens: list[Token]) -> bool:
    """Whether more brackets are opened than closed."""
    return sum((token.char == "(") - (token.char == ")") for token in tokens) > 0


def explanation(tokens: list[Token], first: int, last: int, text: str) -> str:
    """A benign explanation near the claim (like-for-like, 可比口径), as its word; "" if none.  A semicolon ends what it may be said of, and
    a bracket within a later clause is said of what stands before it there: "…, and imports (excluding those for the reserve) were …".  One
    in a later clause that has a percentage of its own is said of that: 增长7.3%，扣除价格因素实际增长4.7%.
    """
    further = aside = False
    for k in range(max(0, first - 12), min(len(tokens), last + 13)):
        entry, char = tokens[k].entry, tokens[k].char
        if k > last:
            if char == ";" and not _bracketed(tokens[max(0, first - BRACKET) : last + 1]):
                return ""
            aside = char != ")" and (aside or further and char == "(" and _goes_on(tokens, k))
            further = further or char == ","
        if entry is not None and "benign" in entry.groups and not aside and not (further and _has_own(tokens, k)):
            if k < first and _enclosed(tokens, k, first):
                continue
            return text[tokens[k].start : tokens[k].end].lower()
    return ""


def _enclosed(tokens: list[Token], at: int, first: int) -> bool:
    """Whether semicolons stand before that word and behind it: "…; excluding ships, orders rose 1.3%; orders for ships fell …"."""
    return any(token.char == ";" for token in tokens[:at]) and any(token.char == ";" for token in tokens[at:first])


def _has_own(tokens: list[Token], at: int) -> bool:
    """Whether a percentage stands in the clause of that word, and no amount."""
    first = next((k + 1 for k in range(at, 0, -1) if tokens[k].char in CLAUSE), 0)
    ends = [*[k for k in range(at, len(tokens)) if tokens[k].char in CLAUSE][:2], len(tokens)]
    for last in ends[:2]:                                     # 扣除价格因素，实际增长4.7%
        units = [token.figure.unit for token in tokens[first:last] if token.figure is not None]
        if units:
            return all(unit is not None and unit.dimension == "percent" for unit in units)
    return False


def _goes_on(tokens: list[Token], opening: int) -> bool:
    """Whether the clause goes on behind the bracket that opens here."""
    close = next((k for k in range(opening, min(len(tokens) - 1, opening + BRACKET)) if tokens[k].char == ")"), 0)
    return close > 0 and tokens[close + 1].char not in ".,;:()!?"
