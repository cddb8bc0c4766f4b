"""A total and its parts that are called what it is, over sentences: "Total sales were $1.58bn.  Home sales came to $1.25bn while sales
abroad rose to $333m"; "The fund holds 4,902 bonds. … The bonds comprise 1,640 of the state and 3,262 of towns"; 国债计划发行量500亿元，
地方债计划发行量1200亿元。全周政府债券计划发行量1700亿元.

As in ``sums``: a claim is made if they add up, or if one slip of the pen in one figure keeps them from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING
from .items import Item, by_sentence, kin
from .sums import changed, judged

if TYPE_CHECKING:
    from ...values import Claim
    from .words import Vocabulary

BACK = 3                                 # sentences between a total and its parts
MOST = 8                                 # figures of its unit near by
LONG = 120                               # characters before a total that may call it one
NAME = 5                                 # characters of a Chinese name
TWO = 2


def link(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of totals and what is called like them."""
    sentences = [items for _, items in by_sentence(found)]
    held: set[int] = set()
    for k, inside in enumerate(sentences):
        vocabulary = words[inside[0].q.lang]
        if "called_total" not in vocabulary.words:
            continue
        near = [items for items in sentences[max(0, k - BACK) : k]
                if inside[0].sentence - items[0].sentence <= BACK and items[0].paragraph == inside[0].paragraph]
        if near and "called_comprise" in vocabulary.words:
            yield from _comprised(inside, near, vocabulary, held)
            yield from _total_before(inside, near[-1], vocabulary, held)
        elif near:
            yield from _total_behind(inside, near, vocabulary, held)


def _level(item: Item, words: Vocabulary) -> bool:
    return item.q.kind == "quantity" and bool(item.q.dimension) and not item.q.per and not changed(item, words)


def _comprised(inside: Sequence[Item], near: Sequence[Sequence[Item]], words: Vocabulary, held: set[int]) -> Iterator[Claim]:
    """"The reserves comprise 1.6m tons that are proven and 3.3m that are probable", of the reserves told before."""
    head = words.called_comprise.match(inside[0].text, inside[0].begin, inside[0].q.start)
    if head is None:
        return
    for items in reversed(near):
        totals = [item for item in items if _level(item, words) and kin(item.q, inside[0].q)]
        if not totals:
            continue
        noun = head["noun"].lower()
        if len(totals) == 1 and noun in totals[0].text[totals[0].begin : totals[0].end].lower():
            yield from judged(totals[0], [item for item in inside if kin(item.q, totals[0].q)][:MOST], words, held)
        return


def _total_before(inside: Sequence[Item], before: Sequence[Item], words: Vocabulary, held: set[int]) -> Iterator[Claim]:
    """Total sales, then two sales or more, and no other amount of their unit."""
    totals = [item for item in before if _level(item, words) or item.q.dimension and words.called_to.search(item.label)]
    if inside[0].sentence - before[0].sentence > 1 or not totals:
        return
    total = totals[-1]
    name = words.called_total.search(total.text, max(total.begin, total.q.start - LONG), total.q.start)
    parts = [item for item in inside if kin(item.q, total.q) and item.q.kind == "quantity"]
    if name is None or not TWO <= len(parts) <= MOST or sum(kin(item.q, total.q) for item in totals) > 1:
        return
    noun = name["noun"].lower()
    named = all(noun in item.label.lower() and not words.called_total.search(item.label) for item in parts)
    if named and all(_level(item, words) or words.called_to.search(item.label) for item in parts):
        yield from judged(total, parts, words, held)


def _total_behind(inside: Sequence[Item], near: Sequence[Sequence[Item]], words: Vocabulary, held: set[int]) -> Iterator[Claim]:
    """Two amounts, and behind them the one they make, all of one name."""
    for total in inside:
        name = words.copula.sub("", total.label.strip())[-NAME:]
        if len(name) < NAME or not _level(total, words) or words.called_total.search(total.text, total.begin, total.q.start) is None:
            continue
        around = [item for items in (*near, inside) for item in items if item.q.start < total.q.start and kin(item.q, total.q)]
        parts = [item for item in around if _level(item, words) and words.copula.sub("", item.label.strip())[-NAME:] == name]
        if len(parts) == TWO and all(words.called_total.search(item.label) is None for item in parts):
            yield from judged(total, parts[::-1], words, held)
