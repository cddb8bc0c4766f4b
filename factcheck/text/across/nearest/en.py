"""The figures of an English sentence that nothing else has read, each given to what reads its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....typed import TYPE_CHECKING
from ..items import Item, plain
from ..levels import step
from . import en_dated, en_faster, en_loose, en_means, en_points, en_polls, en_sequels, en_shares, en_steps
from .window import POINTS, Near

if TYPE_CHECKING:
    from ....values import Claim
    from ..words import Vocabulary

MANY = 14                                # figures of a sentence: one that has more is a list
TOLD = frozenset({"percent", POINTS, "count:points"})
READ = frozenset({"share", "change", "growth", "bayes", "complement", "shares_whole", "implied_whole", "conversion", "product", "multiple"})


def may_tell(sentence: Sequence[Item], last: Sequence[Item], text: str, words: Vocabulary) -> bool:
    """Whether a share, step or points are told in one of two sentences beside other figures, or amounts and the sign of a mean."""
    if _tells(sentence) or _tells(last) and len(sentence) < 5:
        return len(sentence) + len(last) > 1
    paced = any(item.q.per for item in sentence) and len(sentence) + len(last) > 1
    return paced or _may_be_means(sentence, last, text, words) or _may_be_sums(sentence, last)


def _tells(items: Sequence[Item]) -> bool:
    return any(item.q.dimension in TOLD for item in items)


def _may_be_means(sentence: Sequence[Item], last: Sequence[Item], text: str, words: Vocabulary) -> bool:
    """Whether there are so many amounts that one may be the mean or the difference of others, and its sign."""
    here, before = (sum(item.q.kind == "quantity" for item in some) for some in (sentence, last))
    return here > 0 and before < 3 and before + here > 1 and words.mentions("nearest_signs", text)


def _may_be_sums(sentence: Sequence[Item], last: Sequence[Item]) -> bool:
    """Whether there are three amounts of which the last sentence has one."""
    here, before = (sum(item.q.kind == "quantity" and item.q.figures > 1 for item in some) for some in (sentence, last))
    return here > 0 and before + here > 2


def link(near: Near) -> Iterator[Claim]:
    """The claims of a sentence."""
    last = near.last()
    if _may_be_means(near.inside, last, near.text[near.sentence.start : near.sentence.end], near.words):
        yield from en_means.link(near)
    if _may_be_sums(near.inside, last):
        yield from en_loose.sums(near)
    yield from en_loose.paces(near)
    held = near.held | _held(near, near.n, near.inside) | _held(near, near.n - 1, last)
    if any(item.q.start not in held for item in (*last, *near.inside) if item.q.dimension in TOLD):
        claims = list(_shares_and_steps(near._replace(held=held)))
        yield from claims
        if not en_sequels.elsewhere(near):
            yield from en_loose.link(near._replace(held=held | {q.start for c in claims for _, q in c.roles}))
    yield from en_loose.hundred(near)


def _held(near: Near, n: int, items: Sequence[Item]) -> frozenset[int]:
    """Where the shares, steps and points of a sentence stand that are read already."""
    if not _tells(items):
        return frozenset()
    read = [c for c in near.sentences[n].claims if c.relation in READ and len(c.roles) > 1]
    return frozenset(q.start for c in read for _, q in c.roles)


def _shares_and_steps(near: Near) -> Iterator[Claim]:
    yield from en_steps.back(near)
    yield from en_points.points_back(near)
    yield from en_polls.ahead(near)
    elsewhere = en_sequels.elsewhere(near)
    for k, item in enumerate(near.inside):
        q = item.q
        if q.start in near.held or q.dimension not in TOLD or not plain(q) or q.figures < 2:
            continue
        if q.unit != "percent":
            yield from list(en_points.points(near, k)) or en_faster.faster(near, k)
            continue
        stepped = step(near.sentence, item, near.words)
        told = en_shares.told(near, k) if stepped is None else None
        if told is not None and not item.overlaps(near.words):
            yield from en_shares.share(near, k, told)
        found = list(en_sequels.sequel(near) if k == 0 else ())
        if not found and not elsewhere:
            found = list(en_steps.percent(near, k, stepped))
        yield from found
        if stepped is not None and not found:
            yield from en_dated.dated(near, item, stepped)
