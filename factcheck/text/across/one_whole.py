"""Parts and their shares of one whole that no figure tells, in several sentences: 甲公司出货4430万部，占据13.4%的市场份额。乙公司和丙公司
分别以3330万部和3320万部占据10.1%和10.0%的市场份额。

Each pair implies the whole.  Where two agree, a third that a slip of the pen keeps from them is claimed to be of the same whole; so are the
two of a group, where those of another group beside it agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ...frozen import replace
from ...typed import TYPE_CHECKING, NamedTuple
from ..fitting import Printed, counted, one_whole, only_slip, together
from ..misprints import meant, swaps
from .items import Item, amount, by_sentence, claim, kin, plain, size

if TYPE_CHECKING:
    from ...values import Claim, Quantity
    from .words import Vocabulary

FINE = 3                                 # digits of a share
ENOUGH, MOST = 3, 12                     # pairs of one whole, of which two agree
FAR = 4.0                                # times what rounding may do, that a slip must do more
CLAUSES = 3                              # from a part to its share
APART = 4                                # paragraphs
PAIRED = 2                               # pairs of a group
PARTS = "；;"                             # between groups
DIFFER = 0.02                            # of a part: two that are nearer tell nothing of each other


class Pair(NamedTuple):
    """A part, or the sum of several, and its share of a whole that is named."""

    part: Quantity
    parts: tuple[Quantity, ...]          # of the sum, or the part itself
    share: Quantity
    item: Item                           # the share
    periods: frozenset[str]


def link(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of two pairs of one whole."""
    groups: dict[tuple[str, str], list[Pair]] = {}
    for _, inside in by_sentence(found):
        vocabulary = words[inside[0].q.lang]
        if "one_whole_market" in vocabulary.words and len(inside) > 1 and not inside[0].overlaps(vocabulary):
            for name, pair in _pairs(inside, vocabulary):
                groups.setdefault((name, pair.part.unit), []).append(pair)
    for pairs in groups.values():
        if ENOUGH <= len(pairs) <= MOST:
            yield from _odd(pairs)


def groups(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """甲组治愈36例（32.1%），恶化1例（0.9%）；乙组治愈19例（18.3%），恶化4例（3.8%）: the pairs of each group are of all that are in it."""
    for _, inside in by_sentence(found):
        if sum(item.q.unit == "percent" and item.depth == 1 for item in inside) < 2 * PAIRED or inside[0].overlaps(words[inside[0].q.lang]):
            continue
        parted: list[list[tuple[Quantity, Quantity]]] = [[]]
        last = inside[0]
        for a, b in pairwise(inside):
            if any(sign in a.text[last.q.end : a.q.start] for sign in PARTS):
                parted.append([])
            last = a
            if b.q.unit == "percent" and b.depth == a.depth + 1 and b.label.strip() == "" and b.q.figures > 1 and _counts(a):
                parted[-1].append((a.q, b.q))
        sound = [some for some in parted if len(some) > 1 and _agree(some)]
        for some in parted:
            if len(some) == PAIRED and not _agree(some) and any(len(one) == PAIRED and _far(one) for one in sound):
                yield from _told_in(some, inside[0].q.lang)


def _told_in(some: Sequence[tuple[Quantity, Quantity]], code: str) -> Iterator[Claim]:
    """The two pairs of a group that a slip of the pen keeps apart; of them the one is odd that no whole number of cases makes."""
    (a, first), (b, second) = some
    if _far(some) and only_slip(_of_one, (a, first, second, b), meant, FAR, counted):
        ordered = some if _whole_number(a, first) else some[::-1]
        roles = [role for part, share in ordered for role in (("part", part), ("percent", share))]
        found = claim("implied_whole", roles, f"{code}.across.groups", code, severity="warning")
        yield replace(found, roles=tuple(roles))


def _agree(some: Sequence[tuple[Quantity, Quantity]]) -> bool:
    """Whether all pairs of a group imply one whole."""
    (a, first), *others = some
    return all(_of_one(*map(counted, (a, first, second, b))) for b, second in others)


def _far(some: Sequence[tuple[Quantity, Quantity]]) -> bool:
    """Whether two counts are so far apart that their shares tell of one whole."""
    return abs(some[0][0].printed_low / some[1][0].printed_low - 1) > DIFFER


def _whole_number(part: Quantity, share: Quantity) -> bool:
    """Whether some whole number of cases makes the share."""
    low, high = (100 * part.printed_low / (share.printed_low - sign * share.half) for sign in (-1, 1))
    return int(high) >= low


def _counts(item: Item) -> bool:
    return amount(item.q) and item.q.printed_low == int(item.q.printed_low) and not item.q.per and item.q.dimension[:6] in ("", "count:")


def _odd(pairs: Sequence[Pair]) -> Iterator[Claim]:
    """The pair that does not imply the whole of all others near it, but for a slip of the pen."""
    for odd in pairs:
        near = [pair for pair in pairs if pair is not odd and abs(pair.item.paragraph - odd.item.paragraph) <= APART]
        base = next((pair for pair in near if _differ(pair, odd)), None)
        if len(near) < ENOUGH - 1 or base is None or any(_one(base, odd) or not _one(base, pair) for pair in near if pair is not base):
            continue
        if any(pair.periods != odd.periods for pair in near):
            continue
        slips = meant if any(_differ(base, pair) for pair in near) else swaps
        if not _one(base, odd) and only_slip(_of_one, (base.part, base.share, odd.share, *odd.parts), slips, FAR, counted):
            roles = [("part", base.part), ("percent", base.share), ("part", odd.part), ("percent", odd.share)]
            code = odd.item.q.lang
            found = claim("implied_whole", roles, f"{code}.across.one_whole", code, severity="warning")
            yield replace(found, roles=tuple(roles))          # the odd share is the one that is marked, wherever it stands


def _pairs(inside: Sequence[Item], words: Vocabulary) -> Iterator[tuple[str, Pair]]:
    """The pairs of a sentence behind the names of their wholes; one without a name is of the whole before it."""
    last, at, now = "", 0, frozenset(words.words["one_whole_now"])
    while at < len(inside):
        row = _row(inside, at, words)
        at += len(row)
        item = row[0]
        if item.q.unit != "percent" or not all(one.q.figures >= FINE and _share(one) for one in row):
            continue
        hit = words.share_led_by.search(item.label.strip())
        if hit is None:
            continue
        market = words.one_whole_market.match(row[-1].text, row[-1].q.end, row[-1].end)
        told = f"{hit['name'] or hit['among'] or hit['all'] or ''}{market['name'] if market is not None else ''}"
        name = last = words.all_of_it.sub("", words.periods.sub("", told)).strip(words.edges) or last
        before = [one for one in inside[: at - len(row)] if item.number - one.number <= CLAUSES]
        parts = _parts(before, len(row), words.one_whole_sum.search(item.label) is not None, words)
        if name and len(parts) == len(row):
            for part, share in zip(parts, row, strict=True):
                yield name, Pair(_sum(part), part, share.q, share, share.periods(words) - now)


def _row(inside: Sequence[Item], at: int, words: Vocabulary) -> list[Item]:
    """The figures from there on that nothing but 、 or 和 parts."""
    row = [inside[at]]
    for one in inside[at + 1 :]:
        if one.q.unit != row[-1].q.unit or words.columns_joint.fullmatch(one.text, row[-1].q.end, one.q.start) is None:
            break
        row.append(one)
    return row


def _parts(before: Sequence[Item], many: int, summed: bool, words: Vocabulary) -> list[tuple[Quantity, ...]]:
    """The amounts that so many shares are of: the last ones, in a row; of one share the sum of a row, if that is told."""
    levels = [one for one in before if one.q.unit != "percent"]
    if not levels or levels[-1].depth or not all(amount(one.q) for one in levels[-many:]):
        return []
    row = levels[-1:]
    for one in reversed(levels[:-1]):
        if not kin(one.q, row[0].q) or words.columns_joint.fullmatch(one.text, one.q.end, row[0].q.start) is None:
            break
        row.insert(0, one)
    if words.changes_by.search(row[0].label) is not None or row[0].q.per or not row[0].q.dimension:
        return []
    if summed:
        return [tuple(one.q for one in row)] if many == 1 and len(row) > 1 else []
    return [(one.q,) for one in row] if len(row) == many else []


def _sum(parts: Sequence[Quantity]) -> Quantity:
    """Several parts as one."""
    first, last = parts[0], parts[-1]
    if first is last:
        return first
    low, high, printed, half = (sum(values) for values in zip(*((q.low, q.high, q.printed_low, q.half) for q in parts), strict=True))
    text = " + ".join(q.text.strip() for q in parts)
    return replace(first, text=f"({text})", end=last.end, low=low, high=high, printed_low=printed, printed_high=printed, half=half)


def _share(share: Item) -> bool:
    """Whether a share is one, and no bound."""
    return plain(share.q) and share.depth == 0


def _one(a: Pair, b: Pair) -> bool:
    return _of_one(*map(counted, (a.part, a.share, b.share, b.part)))


def _differ(a: Pair, b: Pair) -> bool:
    """Whether two parts are so far apart that their shares tell of one whole."""
    return abs(size(a.part) / size(b.part) - 1) > DIFFER


def _of_one(a: Printed, first: Printed, second: Printed, *parts: Printed) -> bool:
    """Whether two parts, the second of them in pieces, are of one whole by their shares."""
    return one_whole(a, first, together(parts), second)
