"""Exports, imports and the balance between them, told in several clauses or sentences: "The trade deficit narrowed 5% to $40.9bn.  Exports
rose to $189.9bn, while imports fell to $230.8bn"; goods and services, which make the exports; what of a sum that was approved has been
spent, and what is left of it.

A level is told by the words that lead to it; one of another time, of a partner or of some of the goods is none.  Every one must be the only
one of its kind near by, and a claim is made if the three fit, or would but for a slip of the pen in one.  The words are patterns of the
language; one without them has no such links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING, NamedTuple
from ..conditions.seen import size
from ..fitting import difference, directed, or_slip, total
from ..misprints import swaps, variants
from .items import Item, claim, kin

if TYPE_CHECKING:
    from ...values import Claim, Quantity
    from .words import Vocabulary

BACK = 3                                 # sentences between a balance and its flows
KINDS = ("out", "in", "gap")
BOTH = "both"                            # exports and imports together: "foreign trade grew to $634bn"
BEHIND = 16                              # characters behind a flow that tell its month
PLAIN = ("=", "about")


class Level(NamedTuple):
    """An amount that is a level of exports, imports, both or the balance; ``of`` is "goods", "services" or "" for both, ``partner`` who
    the trade is with, in lower case.
    """

    item: Item
    kind: str
    of: str
    partner: str = ""


def link(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of balances, of what makes a flow, and of what is left."""
    levels: list[Level] = []
    budgets: list[Item] = []
    for at, item in enumerate(found):
        vocabulary = words[item.q.lang]
        if "trade_level" not in vocabulary.words or not item.q.dimension.startswith("money:") or item.q.per or item.q.is_range:
            continue
        level = _level(item, vocabulary)
        if level is not None:
            levels.append(level)
        if vocabulary.budget_led.search(item.text, item.near[0], item.q.start):
            budgets.append(item)
        elif budgets and (vocabulary.money_left_led.search(item.text, item.near[0], item.q.start)
                          or vocabulary.money_left.match(item.text, item.q.end, item.near[1])):
            yield from _left(budgets[-1], item, found[max(0, at - 12) : at], vocabulary)
    for k, level in enumerate(levels):
        if level.kind == "gap":
            yield from _balance(level, levels, k, words[level.item.q.lang])
        if level.kind == BOTH:
            yield from _both(level, levels, k, words[level.item.q.lang])
        if level.of == "" and k < len(levels) - 1:
            yield from _made_of(level, levels[k + 1 :], words[level.item.q.lang])


def _level(item: Item, words: Vocabulary) -> Level | None:
    text, start = item.text, item.q.start
    lead = text[max(item.near[0], start - 200) : start]
    if item.q.hedge not in PLAIN or item.depth or words.trade_level.search(lead) is None:
        return None
    lead, partner = _apart(lead, words)
    clause = text[max(item.start, start - 200) : start]
    hits = list(words.trade_named.finditer(clause))
    if not hits:
        clause, hits = lead, list(words.trade_named.finditer(lead))
    if not hits or words.trade_other.search(lead) or words.trade_other.match(text[item.q.end : item.end][:60]):
        return None
    hit = next((h for h in hits if h["gap"]), hits[-1])
    if hit["gap"] and hits[-1] is not hit and not words.trade_between.search(lead):
        return None
    kind = next(kind for kind in (*KINDS, BOTH) if hit[kind])
    goods, services = words.trade_goods.search(clause) is not None, words.trade_services.search(clause) is not None
    return Level(item, kind, "goods" if goods and not services else "services" if services and not goods else "", partner)


def _apart(lead: str, words: Vocabulary) -> tuple[str, str]:
    """The words that lead to a level without the one partner that they name, and its name: "exports to Peru", "the surplus with Peru"."""
    found = list(words.trade_partner.finditer(lead)) if "trade_partner" in words.words else []
    names = {hit["name"].lower() for hit in found}
    for hit in reversed(found) if len(names) == 1 else ():
        lead = lead[: hit.start("with")] + lead[hit.end() :]
    return lead, names.pop() if len(names) == 1 else ""


def _near(level: Level, levels: Sequence[Level], k: int) -> list[Level]:
    """Levels of the same thing at most so many sentences away."""
    some = levels[max(0, k - 8) : k + 9]
    return [one for one in some if abs(one.item.sentence - level.item.sentence) <= BACK and kin(one.item.q, level.item.q)
            and one.partner == level.partner]


def _balance(gap: Level, levels: Sequence[Level], k: int, words: Vocabulary) -> Iterator[Claim]:
    near = _near(gap, levels, k)
    alike = {kind: [one for one in near if one.kind == kind and one.of == gap.of] for kind in KINDS}
    when, flows = _when(gap, words), _when(alike["out"][0], words) | _when(alike["in"][0], words) if alike["out"] and alike["in"] else set()
    apart = all(alike.values()) and not _of_one_time(alike["out"][0], alike["in"][0], words)
    if all(len(some) == 1 for some in alike.values()) and (not when or not flows or when & flows) and not apart:
        one, two = sorted((alike["out"][0].item.q, alike["in"][0].item.q), key=size)
        yield from _claimed(one, two, gap.item.q, "balance", words)
    if gap.of == "":                                          # of goods a deficit, of services a surplus
        parts = [one for one in near if one.kind == "gap" and one.of]
        if len(parts) == 2 and parts[0].of != parts[1].of and len(alike["gap"]) == 1:
            signs = [words.surplus.search(_led(one.item)) is not None for one in parts]
            if signs[0] != signs[1]:
                one, two = sorted((part.item.q for part in parts), key=size)
                yield from _claimed(one, two, gap.item.q, "balance", words)


def _both(whole: Level, levels: Sequence[Level], k: int, words: Vocabulary) -> Iterator[Claim]:
    """"Foreign trade grew 14% to $634bn.  Exports rose to $359bn, while imports came to $275bn": the only ones near, of one time."""
    near = _near(whole, levels, k)
    out, into, both = ([one for one in near if one.kind == kind and one.of == whole.of] for kind in ("out", "in", BOTH))
    if not len(out) == len(into) == len(both) == 1 or not all(
            _of_one_time(a, b, words) for a, b in ((out[0], into[0]), (whole, out[0]), (whole, into[0]))):
        return
    when, flows = _when(whole, words), _when(out[0], words) | _when(into[0], words)
    figures = (whole.item.q, out[0].item.q, into[0].item.q)
    if (not when or not flows or when & flows) and or_slip(total, figures, variants):
        roles = [("total", figures[0]), ("part", figures[1]), ("part", figures[2])]
        yield claim("total", roles, f"{words.code}.across.both_ways", words.code, severity="warning")


def _when(level: Level, words: Vocabulary) -> set[str]:
    """The months and years that lead to a level: those behind it may be of what it is compared with."""
    return {word.lower() for word in words.periods.findall(level.item.text[level.item.near[0] : level.item.q.start])}


def _of_one_time(a: Level, b: Level, words: Vocabulary) -> bool:
    """Whether the months right behind two flows, as far as both have one, are the same: "exports were $9bn in May", imports "in June"."""
    told = [{word.lower() for word in words.periods.findall(level.item.text[level.item.q.end : level.item.q.end + BEHIND].split(".")[0])}
            for level in (a, b)]
    return not all(told) or bool(told[0] & told[1])


def _led(item: Item) -> str:
    return item.text[item.start : item.q.start]


def _claimed(small: Quantity, large: Quantity, gap: Quantity, name: str, words: Vocabulary) -> Iterator[Claim]:
    if gap.printed_high < 0:                                  # "a deficit of -$79.6bn"
        gap = replace(gap, printed_low=-gap.printed_high, printed_high=-gap.printed_low, low=-gap.high, high=-gap.low)
    if or_slip(directed(difference, ""), (small, large, gap), variants):
        roles = [("old", small), ("new", large), ("difference", gap)]
        yield claim("change", roles, f"{words.code}.across.{name}", words.code, severity="warning")


def _made_of(whole: Level, behind: Sequence[Level], words: Vocabulary) -> Iterator[Claim]:
    """Exports, then exports of goods and exports of services."""
    near = [one for one in behind[:8] if one.item.sentence - whole.item.sentence <= BACK and kin(one.item.q, whole.item.q)
            and one.partner == whole.partner]
    parts = [one for one in near if one.kind == whole.kind != "gap" and one.of]
    if len(parts) != 2 or parts[0].of == parts[1].of or any(one.kind == whole.kind and not one.of for one in near):
        return
    figures = (whole.item.q, parts[0].item.q, parts[1].item.q)
    if or_slip(total, figures, variants):
        roles = [("total", figures[0]), ("part", figures[1]), ("part", figures[2])]
        yield claim("total", roles, f"{words.code}.across.goods_and_services", words.code, severity="warning")


def _left(budget: Item, left: Item, between: Sequence[Item], words: Vocabulary) -> Iterator[Claim]:
    """"It may buy back $50.0m of shares.  So far it has bought $18.5m, and $31.5m is left"."""
    if left.sentence - budget.sentence > BACK or not kin(budget.q, left.q) or size(left.q) >= size(budget.q):
        return
    spent = [item.q for item in between if item.q.start > budget.q.start and kin(item.q, budget.q) and item.q.hedge in PLAIN
             and not item.q.per and words.spent_led.search(item.text, item.near[0], item.q.start)
             and not words.priced_led.search(item.text, item.near[0], item.q.start)]
    if len(spent) != 1 or size(spent[0]) >= size(budget.q) or budget.q.hedge == left.q.hedge == "about":
        return
    parts, low, high = [spent[0], left.q], budget.q.printed_low, budget.q.printed_high
    whole = replace(budget.q, hedge="=", low=low - budget.q.half, high=high + budget.q.half)       # "up to $50m": all of it
    if or_slip(total, (whole, *parts), swaps):
        roles = [("total", whole), *(("part", q) for q in parts)]
        yield claim("total", roles, f"{words.code}.across.left", words.code, severity="warning")
