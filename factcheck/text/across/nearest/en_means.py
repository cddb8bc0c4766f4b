"""Means and differences that no rule has read, and the only two amounts that they can be of, in English: "It drew 412,680 fans to its 19
games.  The average gate was 21,720".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....frozen import replace
from ....typed import TYPE_CHECKING, Any
from ...fitting import difference, directed, mean
from ..items import Item, akin, amount, claim, kin, size
from ..levels import alone, step
from .en_leads import headed, lead, level
from .en_steps import holds, older
from .window import Near

if TYPE_CHECKING:
    from ....values import Claim, Quantity

NEAR = 24                                # characters behind a figure
PACES = {"day": "day", "week": "wee", "month": "mon", "year": "yea"}      # how the names of their units begin
BARE = 3                                 # digits of numbers that nothing says to be of one thing
COARSEST = 20                            # halves of its last digit that a mean or a difference has to be


def link(near: Near) -> Iterator[Claim]:
    """The claims of a sentence."""
    words, text = near.words, near.text
    before = sum(item.q.kind == "quantity" for item in near.last())
    for k, item in enumerate(near.inside):
        q = item.q
        if q.kind != "quantity":
            continue
        if before > 2:                                        # other amounts than the two
            return
        before += 1
        if before < 2 or not amount(q) or q.half * COARSEST > q.printed_low:
            continue
        start, end = lead(near, item)
        works = words.nearest_works.search(text, start, end) and words.nearest_each.search(text, q.start, min(item.end, q.end + NEAR))
        each = words.nearest_each.match(text, q.end + 1, min(item.end, q.end + NEAR))
        works = works or each and words.nearest_on_average.search(text, start, end)
        if works or words.nearest_mean.search(text, start, end) and words.nearest_subgroup.search(text, start, end) is None:
            if words.nearest_not.search(text, start, q.start) is None:
                yield from _mean(near, k)
        elif words.nearest_gap.search(text, start, end) and words.nearest_gap_not.match(text, q.end, item.end) is None \
                or words.nearest_apart.match(text, q.end, item.end):
            yield from _gap(near, k)
        elif before > 2:
            yield from list(_step(near, k)) or _gap(near, k, words.nearest_net)


def _gap(near: Near, k: int, net: Any = None) -> Iterator[Claim]:
    """"Exports were €182.4bn and imports €196.9bn.  It had a deficit of €14.5bn": the only two amounts before it; or, if ``net`` leads to
    it, what came and what went: "There were 1,204 births and 988 deaths, an increase of 216".
    """
    item, words = near.inside[k], near.words
    goes_on = headed(near, item)
    around = [one for one in (*near.last(2 if goes_on and len(near.last()) == 1 else 1), *near.inside[:k]) if one.q.kind == "quantity"]
    if len(around) != 2 or not all(_level(near, one) for one in around):
        return
    flows = _flows(near, around)
    if around[0].sentence != around[1].sentence and not goes_on and not flows:
        return
    if _itself(near, item, around):
        return
    if net is not None and not (flows and net.search(near.text, *lead(near, item))):
        return
    low, high = sorted(around, key=lambda one: size(one.q))
    if not all(_alike(one.q, item.q) and one.q.per == item.q.per for one in around):
        return
    if not (item.q.dimension or low.q.dimension or high.q.dimension) and min(q.figures for q in (item.q, low.q, high.q)) < BARE:
        return
    if holds(directed(difference, ""), low.q, high.q, item.q):
        like = next((q for q in (item.q, low.q, high.q) if q.dimension), item.q)
        roles = [(role, _of_kind(q, like)) for role, q in (("old", low.q), ("new", high.q), ("difference", item.q))]
        yield claim("change", roles, f"{words.code}.across.nearby_gap", words.code, direction="up", named="yes", severity="warning")


def _itself(near: Near, item: Item, around: Sequence[Item]) -> bool:
    """Whether the amounts are what the gap is called: "The deficit was 1.9 billion, from 3.7.  In seven months it ran one of…"."""
    gap = near.words.nearest_gap.search(near.text, *lead(near, item))
    name = gap[0].split()[0].lower() if gap is not None else ""
    begin = min(around[0].begin, around[0].q.start)
    return bool(name) and around[0].sentence < item.sentence and name in near.text[begin : around[1].q.end].lower().split()


def _flows(near: Near, around: Sequence[Item]) -> bool:
    """Whether one of two amounts is of what comes in, and the other of what goes out."""
    told = [f"{one.label} {one.q.text}" for one in around]
    comes, goes = ([pattern.search(one) is not None for one in told] for pattern in (near.words.nearest_in, near.words.nearest_out))
    return comes != goes and comes[0] != comes[1] and goes[0] != goes[1]


def _step(near: Near, k: int) -> Iterator[Claim]:
    """"There were 8,214 thefts in the year to June.  In the year before there were 7,681, a rise of 533": the only two amounts before it,
    of which the text says which was first.
    """
    item = near.inside[k]
    around = [one for one in (*near.last(), *near.inside[:k]) if one.q.kind == "quantity"]
    if len(around) != 2 or not all(_level(near, one) and _alike(one.q, item.q) and one.q.per == item.q.per for one in around):
        return
    if not kin(around[0].q, around[1].q) and around[1].q.dimension or max(q.q.figures for q in around) < BARE:
        return
    told = step(near.sentence, item, near.words)
    if told is None or not told.direction or not alone(near.text, near.sentence, told, near.words):
        return
    old = older(near, around[0], around[1])
    if old is None:
        return
    new = around[1] if old is around[0] else around[0]
    if holds(directed(difference, told.direction), old.q, new.q, item.q):
        like = next((q for q in (new.q, old.q, item.q) if q.dimension), item.q)
        roles = [(role, _of_kind(q, like)) for role, q in (("old", old.q), ("new", new.q), ("difference", item.q))]
        yield claim("change", roles, f"{near.words.code}.across.nearby_difference", near.words.code, direction=told.direction,
                    severity="warning")


def _mean(near: Near, k: int) -> Iterator[Claim]:
    """"It drew 412,680 fans to its 19 games.  The average gate was 21,720": the only two amounts before it."""
    item = near.inside[k]
    around = [one for one in (*near.last(), *near.inside[:k]) if one.q.kind == "quantity"]
    if len(around) == 1:
        yield from _paced(near, item, around[0])
    if len(around) != 2 or any(one.q.per or not _level(near, one, 1) for one in around):
        return
    for total, count in sorted((around, around[::-1]), key=lambda pair: -size(pair[0].q)):
        if not _alike(total.q, item.q) or size(total.q) <= size(item.q) or count.q.dimension[:6] not in ("", "count:"):
            continue
        if total.q.figures < 2 or count.q.printed_low < 2:
            continue
        if not (count.q.dimension or total.q.dimension and "." not in count.q.text) or count.q.dimension == total.q.dimension:
            continue
        if holds(mean, total.q, count.q, item.q):
            roles = [("total", total.q), ("count", count.q), ("mean", item.q)]
            yield claim("mean", roles, f"{near.words.code}.across.nearby_mean", near.words.code, severity="warning")
        return


def _paced(near: Near, item: Item, total: Item) -> Iterator[Claim]:
    """"It came to 1,116 mm over the 12 months.  The monthly average was 93 mm": so many days, weeks or months."""
    words, text = near.words, near.text
    told = words.nearest_paced.search(text, max(item.begin, item.q.start - NEAR), min(item.end, item.q.end + NEAR))
    if told is None or not _level(near, total) or not _alike(total.q, item.q) or size(total.q) <= size(item.q):
        return
    spans = [q for n in {total.sentence, near.n} for q in near.sentences[n].quantities.values()
             if q.dimension == "[time]" and q.printed_low > 1]
    counts = [replace(q, factor=1.0, unit="", dimension="count:") for q in spans
              if not q.is_range and q.hedge == "=" and q.unit[:3] == PACES[str(told.lastgroup)]]
    if len(spans) != 1 or not counts:
        return
    each = item.q if not item.q.per else replace(item.q, per="")
    if holds(mean, total.q, counts[0], each):
        roles = [("total", total.q), ("count", counts[0]), ("mean", each)]
        yield claim("mean", roles, f"{words.code}.across.nearby_mean", words.code, severity="warning")


def _level(near: Near, item: Item, figures: int = 2) -> bool:
    """Whether a figure is an amount by itself that is precise enough: no step, no mean, nothing in brackets."""
    return amount(item.q) and not item.depth and item.q.figures >= figures and level(near, item) \
        and near.words.nearest_mean.search(near.text, *lead(near, item)) is None


def _of_kind(q: Quantity, like: Quantity) -> Quantity:
    """A count as one of what another is: births and deaths are people."""
    other = q.unit != like.unit and q.dimension[:6] in ("", "count:")
    return replace(q, unit=like.unit, dimension=like.dimension) if other else q


def _alike(a: Quantity, b: Quantity) -> bool:
    """Of one unit or dimension, or counts of whatever."""
    return akin(a, b) or a.dimension == b.dimension != ""
