"""Parts and their shares of one whole that no figure tells, in several sentences: 甲公司出货4430万部，占据13.4%的市场份额。乙公司和丙公司
分别以3330万部和3320万部占据10.1%和10.0%的市场份额。

Each pair implies the whole.  Where two agree, a third that a slip of the pen keeps from them is claimed to be of the same whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING, NamedTuple
from ..fitting import Printed, counted, only_slip, together
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
    last, at = "", 0
    while at < len(inside):
        row = _row(inside, at, words)
        at += len(row)
        item = row[0]
        if item.q.unit != "percent" or not all(one.q.figures >= FINE and _share(one) for one in row):
            continue
        hit = words.nearest_share.search(item.label.strip())
        if hit is None:
            continue
        market = words.one_whole_market.match(row[-1].text, row[-1].q.end, row[-1].end)
        told = f"{hit['name'] or hit['among'] or hit['all'] or ''}{market['name'] if market is not None else ''}"
        name = last = words.nearest_all.sub("", words.periods.sub("", told)).strip(words.edges) or last
        before = [one for one in inside[: at - len(row)] if item.number - one.number <= CLAUSES]
        parts = _parts(before, len(row), words.one_whole_sum.search(item.label) is not None, words)
        if name and len(parts) == len(row):
            for part, share in zip(parts, row, strict=True):
                yield name, Pair(_sum(part), part, share.q, share, share.periods(words))


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
    if words.nearest_changes.search(row[0].label) is not None or row[0].q.per or not row[0].q.dimension:
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
    b = together(parts)
    low, high = ((first.value + s * first.room) * (b.value + s * b.room) for s in (-1, 1))
    return low <= (second.value + second.room) * (a.value + a.room) and (second.value - second.room) * (a.value - a.room) <= high
