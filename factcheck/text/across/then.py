"""A level in one sentence, and what the next says of it: "Sales were $46m. That compares with $40m a year earlier, an increase of 15%."

The words are patterns of the language; one without them has no such links.  Both sentences must hold no other figure that could be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING
from .items import Item, Sentence, claim

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from .words import Vocabulary

MOST = 3                                 # figures in the second sentence


def link(document: Document, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of a sentence with one level and the sentence behind it."""
    text = document.text
    before: list[Item] = []
    inside: list[Item] = []
    for item in [*found, None]:
        if item is not None and inside and item.sentence == inside[0].sentence:
            inside.append(item)
            continue
        if inside and len(before) == 1 and 1 < len(inside) <= MOST and inside[0].sentence == before[0].sentence + 1 \
                and inside[0].paragraph == before[0].paragraph and "then" in words[inside[0].q.lang].words:
            yield from _pair(text, sentences[inside[0].sentence], before[0], inside, words[inside[0].q.lang])
        before, inside = inside, [item] if item is not None else []


def _pair(text: str, sentence: Sentence, level: Item, inside: Sequence[Item], words: Vocabulary) -> Iterator[Claim]:
    if any(item.q.is_range for item in (level, *inside)) or level.q.kind not in ("quantity", "share") or inside[0].adjusted(words):
        return
    amounts = [item for item in inside if item.q.kind == "quantity"]
    shares = [item for item in inside if item.q.kind == "share" and item.q.unit == "percent"]
    refers = words.then.match(text, sentence.start, sentence.end)
    if level.q.kind == "quantity" and len(shares) == 1 and len(amounts) == 1:
        amount, share = amounts[0], shares[0]
        told = text[max(share.start, sentence.start) : share.q.start] + text[share.q.end : share.q.end + 24]
        under = words.then_beside.match(text, share.q.end, share.end)
        direction = "down" if words.falling.search(told) or under is not None and under["under"] else "up"
        roles = _roles(text, level, amount, share, refers is not None, words)
        if roles and _alike(level.q, amount.q):
            yield claim("change", roles, f"{words.code}.across.then", words.code, direction=direction, severity="warning")
        elif words.of_them.fullmatch(text, amount.q.end, share.q.start) and _count(level.q) and _count(amount.q) \
                and amount.q.printed_low < level.q.printed_low:
            roles = [("whole", level.q), ("part", amount.q), ("percent", share.q)]
            yield claim("share", roles, f"{words.code}.across.of_them", words.code, severity="warning")
    elif level.q.kind == "quantity" and len(amounts) == 2 == len(inside) and all(_alike(level.q, item.q) for item in amounts):
        yield from _two(level, amounts[0], amounts[1], words)


def _roles(text: str, level: Item, amount: Item, share: Item, refers: bool, words: Vocabulary) -> list[tuple[str, Quantity]]:
    """What the figures of the second sentence are to the level of the first."""
    based = words.base_led.search(amount.label) is not None
    stepped = words.step_led.search(share.label) is not None
    if refers and based and (stepped or share.q.start < amount.q.start):
        if stepped or words.more_than.fullmatch(text, share.q.end, amount.q.start):
            return [("new", level.q), ("percent", share.q), ("old", amount.q)]
    elif refers and words.or_led.fullmatch(text, amount.q.end, share.q.start) \
            and (words.step_led.search(amount.label) or words.then_beside.match(text, share.q.end, share.end)):
        return [("new", level.q), ("difference", amount.q), ("percent", share.q)]
    elif stepped and amount.q.start < share.q.start and words.same_thing.search(amount.label) \
            and words.was_when.match(text, level.begin, level.end) and words.is_when.match(text, amount.begin, amount.end) \
            and not words.step_base_told.match(text, share.q.end, share.end):
        return [("old", level.q), ("new", amount.q), ("percent", share.q)]
    return []


def _two(level: Item, first: Item, second: Item, words: Vocabulary) -> Iterator[Claim]:
    """"It has 5,200 staff. Some 3,400 work here and the remaining 1,800 abroad"; exports, imports and what is between them."""
    if words.rest_led.search(second.label) and max(first.q.printed_low * first.q.factor, second.q.printed_low * second.q.factor) \
            < level.q.printed_low * level.q.factor and not words.change.search(first.label):
        roles = [("total", level.q), ("part", first.q), ("part", second.q)]
        yield claim("total", roles, f"{words.code}.across.rest", words.code, severity="warning")
    elif words.gap_led.search(second.label) and {bool(words.out_flow.search(i.label)) for i in (level, first)} == {True, False} \
            and {bool(words.in_flow.search(i.label)) for i in (level, first)} == {True, False}:
        roles = [("old", level.q), ("new", first.q), ("difference", second.q)]
        yield claim("change", roles, f"{words.code}.across.gap", words.code, severity="warning")


def _count(q: Quantity) -> bool:
    return not q.per and q.dimension[:6] in ("", "count:") and q.printed_low == int(q.printed_low)


def _alike(a: Quantity, b: Quantity) -> bool:
    """One unit, or a bare figure beside a count."""
    return (a.per == b.per or not b.per) and (a.dimension == b.dimension or {a.dimension[:6], b.dimension[:6]} <= {"", "count:"})
