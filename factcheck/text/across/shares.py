"""Parts with their shares of one named whole: each pair implies the whole, and they have to agree.

"412 km, 35% of the world total; 86 km, 6% of the world total".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ...typed import TYPE_CHECKING
from .. import fitting
from ..misprints import hundred_or_swapped, slips, swapped, variants
from .items import Item, by_sentence, claim

if TYPE_CHECKING:
    from ...values import Claim, Quantity
    from .words import Vocabulary

NAMED = 4                                # characters of a name without its "total"
NAME = 16                                # characters of a noun between a count and its share
FINE = 0.06                              # half of the last digit of a share with a decimal
ENOUGH, MOST = 3, 12                     # pairs of which one may be odd
FAR = 50.0                               # percent from a whole that no first digit of a share makes
TINY = 1e-4                              # metres
LEAST = 3                                # shares that make a row
REACH = 80                               # characters between a part and its share


def link(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of two parts, each with its share of the same whole."""
    yield from _halves(found, words)
    yield from _votes(found, words)
    yield from _lists(found, words)
    yield from _remaining(found, words)
    yield from _rows(found, words)
    first: dict[tuple[int, str, str, str], tuple[Item, Item]] = {}
    for at, item in enumerate(found):
        part = _part(at, item, found, words)
        if part is None:
            continue
        vocabulary = words[item.q.lang]
        whole = _whole(item, vocabulary)
        if not whole or item.adjusted(vocabulary) or _goes_on(at, found, vocabulary, whole):
            continue
        key = (item.paragraph, part.q.dimension, whole, " ".join(sorted(item.periods(vocabulary))))
        if key not in first:
            first[key] = part, item
            continue
        other, before = first[key]
        if "compares" in vocabulary.words and vocabulary.compares.search(item.text, before.q.end, min(item.end, item.q.end + REACH)):
            continue                                          # "or 12% of sales, compared to 15m, or 11% of sales": of two years
        four = other.q, before.q, part.q, item.q
        if vocabulary.whole_anywhere.search(whole) and not _of_one_thing(other, part, vocabulary) \
                and not fitting.or_slip(fitting.one_whole, four, slips):
            continue                                          # tonnes of cotton and of wheat, each with its share of the world's
        roles = list(zip(("part", "percent", "part", "percent"), four, strict=True))
        yield claim("implied_whole", roles, f"{item.q.lang}.across.named_whole", item.q.lang)


def _of_one_thing(part: Item, other: Item, words: Vocabulary) -> bool:
    """Whether two parts are counts, or the same word leads to both: mined 410 tonnes, mined 90 tonnes; 东区用电, 西区用电."""
    if part.q.dimension[:6] == "count:":
        return True
    if len({m[0] if (m := words.whole_goods.match(item.text, item.q.end, item.end)) else "" for item in (part, other)}) > 1:
        return False                                          # 510 tonnes of barley, 640 tonnes of rye
    one, two = (words.whole_light.sub("", item.text[item.begin : item.q.start]).rstrip() for item in (part, other))
    last = words.whole_word.search(one)
    return last is not None and two.endswith(last[0])


def _goes_on(at: int, found: Sequence[Item], words: Vocabulary, whole: str) -> bool:
    """Whether the part is shared out over several wholes: "600 miles, 40% of the roads in the hills and 10% of those in the plain".  A step
    behind the share (占总营收的40%，同比增长10%) is no other share, if the whole is named for what it is; 占全国的40% is of every crop.
    """
    item = found[at]
    behind = found[at + 1] if at + 1 < len(found) else None
    if behind is None or behind.q.kind != "share" or behind.sentence != item.sentence or behind.q.start - item.q.end >= REACH:
        return False
    stepped = "whole_thing" in words.words and words.change.search(behind.label) is not None
    return not stepped or words.whole_thing.search(whole) is None


def _halves(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """"120 (40%) … and 180 (60%)": two shares of a sentence that make a hundred are of one whole; "in the first group 41 (27%), and in the
    second 187 (72%)" are of two.
    """
    for _, items in by_sentence(found):
        shares = [k for k, item in enumerate(items) if item.q.kind == "share"]
        if len(shares) != 2 or 0 in shares:
            continue
        vocabulary = words[items[0].q.lang]
        pairs = [(items[k - 1].q, items[k].q) for k in shares if _told_together(items[k - 1], items[k], vocabulary)]
        if len(pairs) < 2 or abs(sum(share.printed_low for _, share in pairs) - 100) > 1 and not _but_for_a_swap(pairs):
            continue
        if any(vocabulary.out_of.search(items[0].text, items[0].begin, p.start) for p, _ in pairs):
            continue                                          # three in five (60%), two in five (40%)
        end = items[shares[1]].q.end + REACH
        if "halves_apart" in vocabulary.words and vocabulary.halves_apart.search(items[0].text, items[0].begin, end):
            continue
        if len({p.dimension for p, _ in pairs} - {""}) < 2 and all(p.printed_low > 0 for p, _ in pairs):
            roles = [pair for part, share in pairs for pair in (("part", part), ("percent", share))]
            yield claim("implied_whole", roles, f"{pairs[0][1].lang}.across.halves", pairs[0][1].lang)


def _told_together(part: Item, share: Item, words: Vocabulary) -> bool:
    """"120 (40%)", or "120, or 40%", 120票，占40%."""
    if _bracketed(part, share):
        return True
    exact = all(q.hedge == "=" and not q.is_range for q in (part.q, share.q))
    return exact and part.q.kind == "quantity" and not part.q.per and share.depth == part.depth and share.q.half < FINE \
        and words.paired.fullmatch(share.text, part.q.end, share.q.start) is not None \
        and words.per.match(share.text, share.q.end, share.q.end + NAME) is None


def _but_for_a_swap(pairs: Sequence[tuple[Quantity, Quantity]]) -> bool:
    """Whether two digits of one share are all that keeps both from a hundred, and the other is that of its part in the two."""
    (a, first), (b, second) = pairs
    if max(first.half, second.half) > FINE or a.unit != b.unit or not hundred_or_swapped((first, second)):
        return False
    one, other = fitting.counted(a), fitting.counted(b)
    return fitting.share_of_both(one, other, fitting.printed(first)) or fitting.share_of_both(other, one, fitting.printed(second))


def _votes(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """"38 knees (47.5%) were excellent, 26 (32.5%) good, 12 (15%) fair and 4 (5%) poor": the whole that all but one of them are of."""
    for _, items in by_sentence(found):
        pairs = [(a.q, b.q) for a, b in pairwise(items) if b.q.unit == "percent" and _bracketed(a, b)]
        vocabulary = words[items[0].q.lang]
        if not pairs and "votes_not" in vocabulary.words:     # "43 percent (53 voters)"
            pairs = [(b.q, a.q) for a, b in pairwise(items) if a.q.unit == "percent" and _bracketed(a, b, "share")]
            if len(pairs) > 1 and vocabulary.votes_not.search(items[0].text, pairs[0][0].end, min(items[0].end, pairs[-1][0].end + REACH)):
                continue
        if not ENOUGH <= len(pairs) <= MOST or len(pairs) != sum(item.q.unit == "percent" for item in items):
            continue
        if any(vocabulary.per.match(item.text, share.end, share.end + NAME) for item in items[:1] for _, share in pairs):
            continue                                          # "28 (41%) of the men"
        if len({p.unit for p, _ in pairs}) < 3 and all(p.printed_low == int(p.printed_low) > 0 for p, _ in pairs) \
                and not items[0].overlaps(vocabulary):
            roles = [pair for part, share in pairs for pair in (("part", part), ("percent", share))]
            yield claim("implied_whole", roles, f"{vocabulary.code}.across.votes", vocabulary.code, vote="yes", severity="warning")


def _lists(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """"Respondents were 58% female, 39% male and 3% neither": all the shares of a sentence, in one list, that make a hundred or would but
    for a slip of the pen; or more than that, where the last is of the rest ("and 18% undecided").
    """
    for _, inside in by_sentence(found):
        items = [item for item in inside if item.q.kind in ("share", "percent_point", "fraction", "multiplier")]
        vocabulary = words[inside[0].q.lang]
        if not ENOUGH <= len(items) <= MOST or "list_lead" not in vocabulary.words:
            continue
        shares = [item.q for item in items]
        if any(q.unit != "percent" or q.hedge not in ("=", "about") or q.is_range or q.printed_low <= 0 for q in shares):
            continue
        text, begin, stop = items[0].text, items[0].begin, items[0].end
        if vocabulary.list_not.search(text, begin, stop):
            continue
        rest = vocabulary.list_rest.match(text, shares[-1].end, stop) \
            or vocabulary.list_rest_led.search(text, shares[-2].end, shares[-1].start)
        led = vocabulary.list_lead.search(text, begin, shares[0].start)
        if not rest and not led:
            continue
        over = rest and not vocabulary.list_others.search(rest[0]) and _beyond_by_one(shares)
        if all(vocabulary.list_between.fullmatch(text, a.end, b.start) for a, b in pairwise(shares)) \
                and vocabulary.list_end.match(text, shares[-1].end, stop) and (over or _whole_but_for_a_slip(shares)) \
                and not _whole_without_one(shares):
            yield claim("shares_whole", [("share", q) for q in shares], f"{vocabulary.code}.across.list_of_shares", vocabulary.code,
                        exhaustive="yes", severity="warning")


def _remaining(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """"Some 44% opposed it while 35% supported it.  The remaining 21% were undecided": all the shares of a sentence, and the rest."""
    before: list[Item] = []
    for n, inside in by_sentence(found):
        vocabulary = words[inside[0].q.lang]
        last, before = before, inside
        if not last or last[0].sentence != n - 1 or last[0].paragraph != inside[0].paragraph or "list_remaining" not in vocabulary.words:
            continue
        rest, shares = inside[0].q, [item.q for item in last]
        text, some = last[0].text, [*shares, rest]
        if len(some) > ENOUGH or any(q.unit != "percent" or q.hedge not in ("=", "about") or q.is_range for q in some):
            continue
        if vocabulary.list_remaining.fullmatch(text, inside[0].begin, rest.start) is None or any(q.printed_low <= 0 for q in some):
            continue
        named = vocabulary.per.match(text, rest.end, rest.end + NAME) and not vocabulary.list_remaining_of.match(text, rest.end)
        if named or vocabulary.list_not.search(text, last[0].begin, last[0].end):
            continue
        if _beyond_by_one(some) or _whole_but_for_a_slip(some):
            yield claim("shares_whole", [("share", q) for q in some], f"{vocabulary.code}.across.remaining", vocabulary.code,
                        exhaustive="yes", severity="warning")


def _whole_without_one(shares: Sequence[Quantity]) -> bool:
    """Whether all but one of several shares make a hundred, so that the one is of something else: those with children, of all kinds."""
    total, room = sum(q.printed_low for q in shares), sum(q.half for q in shares)
    return len(shares) > ENOUGH and any(abs(total - q.printed_low - 100) <= room for q in shares)


def _beyond_by_one(shares: Sequence[Quantity]) -> bool:
    """Whether shares are more than a hundred, and one of them can be what makes them so."""
    sizes = [q.printed_low for q in shares]
    return sum(sizes) - max(sizes) < 100 and sum(sizes) > 100 + len(sizes)


def _whole_but_for_a_slip(shares: Sequence[Quantity]) -> bool:
    total, fine = sum(q.printed_low for q in shares), max(q.half for q in shares) < FINE
    room = sum(q.half for q in shares) + 1e-9
    if abs(total - 100) <= room:
        return True
    if any(q.printed_low > 100 for q in shares):
        return all(q.printed_low < 100 for q in shares) or sum(q.printed_low > 100 for q in shares) == 1
    room = room if fine else 0.05                             # of whole numbers some other slip always makes about a hundred
    return any(_transposed(q, 100 - total + q.printed_low, room) for q in shares) \
        or fine and abs(total - 100) < FAR and any(abs(total - q.printed_low + x - 100) <= room for q in shares for x in variants(q))


def _rows(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """工业占62%，服务业占23%，农业占15%: a row of shares of nothing named is of one whole if two digits of one keep it from a hundred."""
    row: list[Item] = []
    for item in [*found, None]:
        if item is not None and row and item.q.kind == "quantity" and item.sentence == row[-1].sentence:
            continue                                          # “每月一次”的占43%
        plain = item is not None and _in_row(item, words[item.q.lang])
        if item is not None and plain and row and item.sentence == row[-1].sentence and item.number - row[-1].number == 1 \
                and item.depth == row[-1].depth:
            row.append(item)
            continue
        if len(row) >= LEAST and len({words[i.q.lang].share.sub("", i.label) for i in row}) == len(row):
            total = sum(i.q.printed_low for i in row)
            room = sum(i.q.half for i in row) + 1e-9
            if abs(total - 100) > room and any(_transposed(i.q, 100 - total + i.q.printed_low, room) for i in row):
                lang = row[0].q.lang
                yield claim("shares_whole", [("share", i.q) for i in row], f"{lang}.across.row", lang, exhaustive="yes", severity="warning")
        row = [item] if item is not None and plain else []


def _in_row(item: Item, words: Vocabulary) -> bool:
    """A share of nothing named: 农业占15%."""
    if item.q.kind != "share" or item.q.unit != "percent" or item.q.hedge != "=" or item.q.is_range or "row" not in words.words:
        return False
    if item.q.half > FINE:
        return False                                          # of whole numbers some always make a hundred
    share = words.share.search(item.label)
    if share is None or not 0 < share.start() <= NAME or words.row.search(item.text, *item.near) is not None or item.adjusted(words):
        return False
    return not words.copula.sub("", item.label[share.end() :].strip()).strip() and words.change.search(item.label) is None


def _transposed(q: Quantity, meant: float, room: float) -> bool:
    """Whether a share is the meant one with two neighbouring digits exchanged."""
    places = len(q.text.partition(".")[2].rstrip("%％ "))
    printed = f"{q.printed_low:.{places}f}"
    near = {f"{meant + shift:.{places}f}" for shift in (-room, 0.0, room)}
    return any(len(x) == len(printed) and swapped(x.replace(".", ""), printed.replace(".", "")) for x in near)


def _bracketed(part: Item, share: Item, kind: str = "quantity") -> bool:
    """A count with its share in brackets right behind it; or, if it is of the other ``kind``, a share with its count."""
    between = share.text[part.q.end : share.q.start]
    exact = all(q.hedge == "=" and not q.is_range for q in (part.q, share.q))
    if kind == "share" and (share.q.kind != "quantity" or share.q.printed_low != int(share.q.printed_low)):
        return False
    return exact and part.q.kind == kind and not part.q.per and share.depth == part.depth + 1 \
        and len(between) <= NAME and between.rstrip()[-1:] in ("(", "（")


def _part(at: int, item: Item, found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Item | None:
    """The amount that the share is of: the one before it in its clause or the clause before, with nothing between but the share's words."""
    q = item.q
    if q.kind != "share" or q.unit != "percent" or q.is_range or not at:
        return None
    part = found[at - 1]
    p = part.q
    if p.kind != "quantity" or p.is_range or p.per or p.printed_low <= 0 or part.depth > item.depth:
        return None
    if p.dimension == "[length]" and p.factor < TINY:         # a process of 7 nm has a share of sales; nothing is shared out so finely
        return None
    if part.sentence != item.sentence or item.number - part.number > 1 or q.start - p.end > REACH:
        return None
    if "=" in item.text[p.end : q.start]:                     # "axis 1 = 39% of total variance": a name and its value
        return None
    if at > 1 and found[at - 2].q.kind == "share" and found[at - 2].number == item.number:
        return None
    vocabulary = words[q.lang]
    if vocabulary.change.search(vocabulary.levels.sub("", item.text[p.end : q.start])) or vocabulary.change.search(part.label):
        return None
    return part


def _whole(item: Item, words: Vocabulary) -> str:
    """The name of the whole, as it is printed by the share: 占全球的35%, "35% of the world total"."""
    if words.code == "zh":
        share = words.share.search(item.label)
        if share is None:
            return ""
        name = words.copula.sub("", item.label[share.end() :].strip(words.edges))
        name = words.share_led.sub("", name.strip(words.edges)).strip(words.edges)
        plain = words.whole_sum.sub("", name)                 # 世界铁路总长度 and 世界铁路 are one whole; 全国总产量 and 全国 need not be
        return plain if len(plain) >= NAMED else name if len(name) > 1 else ""
    hit = words.whole_name.match(item.text, item.q.end, item.end)
    return " ".join(hit.group("whole").lower().split()) if hit is not None else ""
