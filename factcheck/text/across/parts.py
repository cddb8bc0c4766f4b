"""Parts and wholes over clauses and sentences: categories that make a whole (men and women, exports and imports, three industries, ages).

Two figures are of one whole only if the words that lead to them are the same but for the category.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING, NamedTuple
from ..misprints import of_one
from .items import BLANK, Item, claim, frame
from .words import Members, Vocabulary

if TYPE_CHECKING:
    from ...values import Claim, Quantity

REACH = 24                               # figures between the first part and the last, or its total
NEXT = (0.5, 1.0, 1.5)                   # years from one age to the next: under 35, which may hold those of 35, and 35 or 36 to 59


class Part(NamedTuple):
    """A figure of one category: ``at`` its number among the items, ``share`` the percentage of the whole that follows it."""

    at: int
    member: int
    key: tuple[str, str, str]             # set, frame, dimension
    item: Item


def link(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of parts, totals and shares."""
    groups: dict[tuple[int, str, str, str], list[Part]] = {}
    for at, item in enumerate(found):
        vocabulary = words[item.q.lang]
        part = _part(at, item, found, vocabulary)
        if part is None:
            continue
        key = (item.paragraph, *part.key)
        group = groups.get(key)
        if group and (part.member in {p.member for p in group} or at - group[-1].at > REACH):
            yield from _claims(group, found, vocabulary)
            group = None
        if group is None:
            group = groups[key] = []
        group.append(part)
    for group in groups.values():
        yield from _claims(group, found, words[group[0].item.q.lang])
    yield from _ages(found, words)


def _part(at: int, item: Item, found: Sequence[Item], words: Vocabulary) -> Part | None:
    q = item.q
    if q.kind == "share":
        kind = "share"
    elif q.kind == "quantity" and q.dimension and not q.per and q.dimension != "[time]":
        kind = q.dimension
    else:
        return None
    source = item
    if not words.categorises(item.label) and (kind != "share" or not at or not words.categorises(found[at - 1].label)):
        return None
    share = words.share.search(item.label) if kind == "share" else None
    if kind == "share":
        if share is None or words.change.search(item.label[share.end() :]):
            return None
        led = words.among.sub("", item.label[: share.start()]).strip(BLANK + ",，、")
        if not led and _beside(found, at) and item.depth == found[at - 1].depth:
            source = found[at - 1]                            # "63,000 people, 占20%": the share of what stands before
    label = frame(source, words)
    if source is item and kind == "share" and share is not None:
        label = frame(item._replace(label=item.label[: share.start()]), words)
    elif kind != "share" and changes(label, words):
        return None
    for members in words.sets:
        hits = list(members.pattern.finditer(label))
        if len(hits) != 1 or len(label) > 40 or any(other in label for other in members.others):
            continue
        member = next(n for n in range(members.size) if hits[0].group(f"m{n}") is not None)
        stem = words.amount_end.sub("", words.bare(label[: hits[0].start()] + "*" + label[hits[0].end() :]))
        return Part(at, member, (members.id, stem, kind), item)
    return None


def changes(label: str, words: Vocabulary) -> bool:
    """Whether the words tell of a change; value added is none."""
    change = words.change.search
    return change(label) is not None and change(words.levels.sub("", words.periods.sub("", label))) is not None


def _claims(group: list[Part], found: Sequence[Item], words: Vocabulary) -> Iterator[Claim]:
    members = next(m for m in words.sets if m.id == group[0].key[0])
    kind = group[0].key[2]
    lang = words.code
    between = found[group[0].at : group[-1].at + 1]
    set_aside = any(item.overlaps(words) if kind == "share" else item.loose_parts(words) for item in between)
    if set_aside or len({p.item.depth for p in group}) > 1:
        return
    if kind == "share":
        if len(group) == members.size or len(group) > 1 and sum(p.item.q.printed_low for p in group) > 100:
            wholes = {_whole(p.item, words) for p in group} - {""}
            if len(wholes) <= 1 and all(any(word in whole for word in members.total) for whole in wholes):
                complete = members.complete if len(group) == members.size and not _goes_on(group[-1], found, words) else "no"
                if wholes or len(group) == members.size > 2 or of_one([p.item.q for p in group]):
                    yield claim("shares_whole", [("share", p.item.q) for p in group], f"{lang}.across.shares", lang, exhaustive=complete)
        if not any(_whole(p.item, words) for p in group):
            yield from _implied([p.at for p in group], found, lang)
        return
    if len(group) != members.size or members.complete != "yes":
        return
    total = _total(group, found, members, words)
    parts = [("part", p.item.q) for p in group]
    if total is not None and not _made_with(total, [p.item.q for p in group], between):
        yield claim("total", [("total", total), *parts], f"{lang}.across.total", lang)
    if members.id == "trade" and (balance := _balance(group, found, words)) is not None:
        more = group[0].item.q if (group[0].member == 0) == balance[1] else group[1].item.q
        less = group[1].item.q if more is group[0].item.q else group[0].item.q
        yield claim("total", [("total", more), ("part", less), ("part", balance[0])], f"{lang}.across.balance", lang)


def _made_with(total: Quantity, parts: Sequence[Quantity], between: Sequence[Item]) -> bool:
    """Whether a figure between the parts makes up what they lack: 水田98.2公顷，水浇地61.5公顷，旱地126.7公顷."""
    rest = total.printed_low - sum(q.printed_low for q in parts)
    room = total.half + sum(q.half for q in parts)
    others = [item.q for item in between if item.q not in parts and item.q.dimension == total.dimension and item.q.factor == total.factor]
    return any(abs(q.printed_low - rest) <= room + q.half for q in others)


def _goes_on(last: Part, found: Sequence[Item], words: Vocabulary) -> bool:
    """Whether the row of shares goes on: 一产占2%，二产占65%，三产占18%，居民生活占15%."""
    item = found[last.at + 1] if last.at + 1 < len(found) else None
    if item is None or item.sentence != last.item.sentence or item.q.kind != "share" or item.depth != last.item.depth:
        return False
    return words.share.search(item.label) is not None and words.change.search(item.label) is None


def _beside(found: Sequence[Item], at: int) -> bool:
    """Whether an amount stands before this figure, in its clause or the one before."""
    if not at or found[at - 1].q.kind != "quantity":
        return False
    return found[at - 1].sentence == found[at].sentence and found[at].number - found[at - 1].number <= 1


def _implied(at: Sequence[int], found: Sequence[Item], lang: str) -> Iterator[Claim]:
    """Shares with the amounts before them, each of which implies the whole."""
    pairs = [(found[k - 1].q, found[k].q) for k in at if _beside(found, k)]
    if not of_one([found[k].q for k in at]):
        return                                                # 男性3亿，占53%；女性0.1亿，占2%: each of its own whole
    if len(pairs) == len(at) > 1 and len({amount.dimension for amount, _ in pairs}) == 1:
        roles = [pair for amount, share in pairs for pair in (("part", amount), ("percent", share))]
        yield claim("implied_whole", roles, f"{lang}.across.implied", lang)


def _whole(item: Item, words: Vocabulary) -> str:
    """The whole that a share names: 占X的."""
    share = words.share.search(item.label)
    if share is None:
        return ""
    rest = item.label[share.end() :]
    name: str = words.copula.sub("", rest.strip()).strip(words.edges)
    while (more := words.share.search(name)) is not None:
        name = name[: more.start()].strip(words.edges)
    return name


def _total(group: list[Part], found: Sequence[Item], members: Members, words: Vocabulary) -> Quantity | None:
    """The nearest figure before the parts that is named as their whole, of the same time and without a category of its own."""
    first = group[0].item
    dimension = first.q.dimension
    times = frozenset().union(*(p.item.periods(words) for p in group))
    stem = group[0].key[1].replace("*", "")
    for k in range(group[0].at - 1, max(-1, group[0].at - REACH), -1):
        item = found[k]
        if item.paragraph != first.paragraph:
            break
        if item.q.dimension != dimension or item.q.kind != "quantity" or item.q.per or item.depth > first.depth:
            continue
        label = frame(item, words)
        named = item
        if not label and k and found[k - 1].sentence == item.sentence and found[k - 1].q.dimension == dimension:
            named = found[k - 1]                              # 突破4万亿元，达到40391亿元: named once
            label = frame(named, words)
        if not any(word in named.label for word in members.total):
            if not changes(item.label, words) and not words.share.search(item.label):
                return None                                   # another amount of the same unit stands between
            continue
        if members.pattern.search(_without(label, members.total)) or changes(label, words) or words.averages.search(named.label):
            return None
        if "sums_mean" in words.words and words.sums_mean.search(named.label):
            return None                                       # 居民人均支出2.6万元，其中城镇3.2万元: means are not added
        if not times <= item.periods(words) or first.sentence - item.sentence > 2:
            return None
        if stem and members.id not in ("industry", "trade", "retail_place", "retail", "medals") and stem not in label:
            return None
        return item.q
    return None


def _without(label: str, names: Sequence[str]) -> str:
    for name in names:
        label = label.replace(name, "")
    return label


def _balance(group: list[Part], found: Sequence[Item], words: Vocabulary) -> tuple[Quantity, bool] | None:
    """The trade balance next to exports and imports, and whether it is a surplus."""
    first, last = group[0], group[-1]
    for k in range(last.at + 1, min(len(found), last.at + 8)):
        item = found[k]
        if item.paragraph != last.item.paragraph or item.sentence - last.item.sentence > 1:
            break
        label = item.label
        if item.q.dimension != last.item.q.dimension:
            continue
        if not any(word in label for word in words.words["balance"]) or changes(label, words):
            if any(word in label for word in (*words.words["flow_out"], *words.words["flow_in"])):
                break
            continue
        surplus = any(word in label for word in words.words["surplus"])
        if surplus == any(word in label for word in words.words["deficit"]):
            return None
        if not item.periods(words) <= first.item.periods(words) | last.item.periods(words):
            return None
        return item.q, surplus
    return None


def _ages(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Shares of ages that follow each other without a gap: 0–14, 15–59, 60 and over."""
    group: list[tuple[int, float, float, Item]] = []
    for at, item in enumerate([*found, None]):
        band = _band(item, found, at, words) if item is not None else None
        if band is not None and group and band[0] - group[-1][2] in NEXT and item is not None and item.paragraph == group[-1][3].paragraph \
                and item.depth == group[0][3].depth and group[-1][2] < 150:
            group.append((at, *band, item))
            continue
        if band is None and item is not None and (item.q.kind != "share" or item.depth > (group[0][3].depth if group else 0)):
            continue
        if len(group) > 1 and (group[0][1] == 0 and group[-1][2] >= 150 or sum(g[3].q.printed_low for g in group) > 100):
            lang = group[0][3].q.lang
            complete = "yes" if group[0][1] == 0 and group[-1][2] >= 150 else "no"
            if of_one([g[3].q for g in group]):
                yield claim("shares_whole", [("share", g[3].q) for g in group], f"{lang}.across.ages", lang, exhaustive=complete)
            yield from _implied([g[0] for g in group], found, lang)
        group = [(at, *band, item)] if band is not None and item is not None else []


def _band(item: Item, found: Sequence[Item], at: int, words: Mapping[str, Vocabulary]) -> tuple[float, float] | None:
    """The ages that a share is of: from the words of the clause before it, or, where they stand there, right behind it."""
    vocabulary = words[item.q.lang]
    if item.q.kind != "share":
        return None
    if "bands_behind" in vocabulary.words:
        hit = vocabulary.bands.match(item.text, item.q.end, item.end)        # "9.4% from 18 to 24"
    elif vocabulary.share.search(item.label) is None:
        return None
    else:
        label = item.label
        share = vocabulary.share.search(label)
        if share is not None and not label[: share.start()].strip() and _beside(found, at):
            label = found[at - 1].label
        hit = vocabulary.bands.search(label)
    if hit is None:
        return None
    if hit["low"]:
        return float(hit["low"]), float(hit["high"])
    if hit["over"]:
        return float(hit["over"]), 999.0
    return 0.0, float(hit["under"]) - (0 if hit["incl"] else 0.5)
