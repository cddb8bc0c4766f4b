"""What there was, what came and went, and what there is: "It began the year with 1,860 farms, added 215 and struck off 97, leaving 1,978";
年初1860户，新登记215户，注销97户，年底1978户; and what is left of a whole when parts are gone: 全长8公里，已建成2公里和3公里，尚余3公里.

Words tell of each figure which it is, before it or behind; one that begins with "and" is what the one before it was.  A claim is made of
a start, at least two flows (of a weight one) and an end in one sentence or two, when every figure between them is one of them and of one
kind.  The words are patterns of the language; one without them has no such links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING
from .items import Item, akin, claim, neighbours, size

if TYPE_CHECKING:
    from ...values import Claim
    from .words import Vocabulary

FLOWS = ("came", "went")
MIN = 3                                  # figures of a claim
MOST = 10                                # flows of one stock
CROWD = 40                               # figures of a sentence that tells of no stock
LEAD = 60                                # characters before and behind a figure that tell what it is
HEDGES = ("=", "about")
Told = tuple[Item, str]


def link(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of stocks and their flows."""
    read: set[int] = set()
    for _, inside, before in neighbours(found):
        vocabulary = words[inside[0].q.lang]
        if "flows_came" not in vocabulary.words or not MIN <= len(inside) + len(before) <= CROWD or not _tells(inside, vocabulary):
            continue
        for items in (inside, [*before, *inside]):
            roles = _roles(_named(items, vocabulary), vocabulary)
            if roles and roles[-1][1].q.start not in read:
                read.add(roles[-1][1].q.start)
                told = [(role, item.q) for role, item in roles]
                yield claim("stock", told, f"{vocabulary.code}.across.flows", vocabulary.code, severity="warning")
                break


def _tells(inside: Sequence[Item], words: Vocabulary) -> bool:
    first, last = inside[0], inside[-1]
    text = first.text[first.near[0] : last.near[1]]
    return words.mentions("flow_signs", text) and not words.flows_not.search(text)


def _named(items: Sequence[Item], words: Vocabulary) -> list[Told]:
    """Each figure that may be one of them, with what it is; "" if nothing tells."""
    told: list[Told] = []
    for at, item in enumerate(items):
        q = item.q
        if q.kind not in ("quantity", "count") or item.depth:
            continue
        following = items[at + 1].q.start if at + 1 < len(items) else item.end
        since = item.text[max(q.start - LEAD, item.begin, items[at - 1].q.end if at else 0) : q.start]
        told.append((item, _kind(item, since, min(item.stop, following), told[-1][1] if told else "", words)))
    return told


def _kind(item: Item, since: str, stop: int, previous: str, words: Vocabulary) -> str:
    """``since`` are the words since the figure before."""
    label, text, q = item.label[-LEAD:], item.text, item.q
    if q.hedge not in HEDGES or q.is_range or q.per or q.offset or q.printed_low <= 0 or words.flows_no.search(label):
        return ""
    behind = words.flows_unit.search(q.text) or words.flows_behind.match(text, q.end, stop)
    if behind:
        kind = next(kind for kind in ("came", "went", "left") if behind[kind])
        return "left" if kind == "went" and words.flows_has.search(label) else kind
    if words.flows_start.search(since):
        return "start"
    if words.flows_left.search(label):
        return "left"
    if words.flows_end.search(label):
        return "end"
    hits = [(hit.start(), kind) for kind in FLOWS for hit in getattr(words, f"flows_{kind}").finditer(label)]
    if hits:
        return max(hits)[1]
    if previous in FLOWS and words.flows_and.search(since):
        return previous
    return "whole" if words.flows_whole.search(label) else ""


def _roles(told: Sequence[Told], words: Vocabulary) -> list[tuple[str, Item]]:
    """The roles of the first stock in these figures, the start and the end last; none if a figure between them is something else."""
    for first, (start, kind) in enumerate(told):
        if kind not in ("start", "whole"):
            continue
        for rest, flows in ((told[first + 1 :], []), (told[first + 1 :], _led(told[:first], start, words))):
            found = _closed(start, kind, rest, flows, words)
            if found:
                return found
    return []


def _led(before: Sequence[Told], start: Item, words: Vocabulary) -> list[Told]:
    """The flows that stand right before the start."""
    flows: list[Told] = []
    for item, kind in before[::-1]:
        if kind not in FLOWS or not akin(item.q, start.q) or not _same_things(item, start, words):
            break
        flows.insert(0, (item, kind))
    return flows


def _closed(start: Item, kind: str, rest: Sequence[Told], flows: Sequence[Told], words: Vocabulary) -> list[tuple[str, Item]]:
    """The roles if flows and an end follow the start."""
    flows = list(flows)
    for item, other in rest:
        if not akin(item.q, start.q):
            continue
        if not _same_things(item, start, words):
            return []
        if other in FLOWS and len(flows) < MOST:
            flows.append((item, other))
            continue
        ends = other in ("end", "left") if kind == "start" else other == "left" and all(flow == "went" for _, flow in flows)
        if words.flows_more.search(item.text, flows[-1][0].q.end if flows else item.start, item.q.start):
            return []
        enough = len(flows) >= len(FLOWS) or flows and words.flows_alone.search(item.label)
        if not ends or not enough or other == "left" and any(size(flow.q) > size(start.q) for flow, _ in flows):
            return []
        return [*((flow, one) for one, flow in flows), ("start", start), ("end", item)]
    return []


def _same_things(item: Item, start: Item, words: Vocabulary) -> bool:
    """Whether two counts may be of the same things: 40 cows are no sheep, 40 births are people."""
    a, b = item.q.unit, start.q.unit
    return not a or not b or a == b or words.flows_any.search(a) is not None
