"""What so many percent answered to one question, over clauses, sentences and list items: "16% strongly agreed and 27% agreed.  A further
21% were neutral, while 36% disagreed".

Answers for, between and against are all that there are, but for those who gave none.  A claim is made if the shares make a hundred, if they
make more and two digits exchanged in one are why, and if they make less for that reason and are told to tenths.  The words are patterns of
the language; the groups of ``answers_said`` are named for what a scale is of and its step, from "top" to "low".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING, NamedTuple
from ..misprints import hundred_or_swapped
from .items import Item, claim, plain

if TYPE_CHECKING:
    from ...values import Claim
    from .words import Vocabulary

FOR, AGAINST, BETWEEN = frozenset({"top", "up"}), frozenset({"down", "low"}), "mid"
STRONG = frozenset({"top", "low"})        # which those who agree or disagree may hold, too
EVERY = "any"                            # kind of the answers that fit each scale
LEAST, MOST = 3, 7                       # answers
REACH = 50                               # characters around a share in which its answer is told
NEAR = 1.0                               # points that roundings add to those who agree, without those who do strongly
FINE = 0.5                               # half of the last digit of whole percents: those who gave no answer may be what they lack


class Answer(NamedTuple):
    """A share, the steps of the scale that it tells of, and what the scale is of."""

    item: Item
    steps: frozenset[str]
    kinds: frozenset[str]


def link(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of all answers to a question."""
    group: list[Answer] = []
    for at, item in enumerate(found):
        vocabulary = words[item.q.lang]
        if item.q.unit != "percent" or "answers_said" not in vocabulary.words:
            continue
        one = _answer(found, at, vocabulary)
        if group and (one is None or not _goes_on(group, one)):
            yield from _all(group)
            group = []
        if one is not None:
            group.append(one)
    yield from _all(group)


def _answer(found: Sequence[Item], at: int, words: Vocabulary) -> Answer | None:
    """What a share is told to have answered, behind it or before it."""
    item = found[at]
    text, q = item.text, item.q
    if not plain(q) or words.answers_not.match(text, q.end, item.end):
        return None
    stop = min(item.end, q.end + REACH, *(one.q.start for one in found[at + 1 : at + 2]))
    lead = words.answers_lead.match(text, q.end, stop)
    names, end = _named(text, lead.end() if lead is not None else q.end, stop, words)
    if not names:
        begin = max(item.begin, q.start - REACH, *(one.q.end for one in found[max(0, at - 1) : at]))
        for hit in words.answers_said.finditer(text, begin, q.start):
            some, end = _named(text, hit.start(), q.start, words)
            if words.answers_mark.fullmatch(text, end, q.start):
                names = some
                break
    parts = [name.split("_") for name in names]
    return Answer(item, frozenset(step for _, step in parts), frozenset(kind for kind, _ in parts) - {EVERY}) if parts else None


def _named(text: str, at: int, stop: int, words: Vocabulary) -> tuple[list[str], int]:
    """The answers that stand there, one or several with "or" between them, and where they end."""
    names: list[str] = []
    end = at
    hit = words.answers_said.match(text, at, stop)
    while hit is not None:
        names.append(hit.lastgroup)
        end = hit.end()
        either = words.answers_or.match(text, end, stop)
        hit = words.answers_said.match(text, either.end(), stop) if either is not None else None
    return names, end


def _goes_on(group: Sequence[Answer], one: Answer) -> bool:
    """Whether another answer is to the same question: near the last, of one scale, and none that was told."""
    last = group[-1].item
    kinds = frozenset().union(*(answer.kinds for answer in group)) | one.kinds
    near = one.item.sentence - last.sentence < 2 and one.item.paragraph - last.paragraph < 2
    return near and len(kinds) < 2 and not any(one.steps & answer.steps for answer in group)


def _all(group: Sequence[Answer]) -> Iterator[Claim]:
    steps = frozenset().union(*(answer.steps for answer in group)) if group else frozenset()
    if not LEAST <= len(group) <= MOST or BETWEEN not in steps or not steps & FOR or not steps & AGAINST:
        return
    shares = [answer.item.q for answer in group]
    total, room = sum(q.printed_low for q in shares), 1.001 * sum(q.half for q in shares)
    if total < 100 - room and max(q.half for q in shares) >= FINE or not hundred_or_swapped(shares):
        return
    strong = [answer.item.q.printed_low for answer in group if answer.steps <= STRONG]
    if total > 100 + room and any(abs(total - part - 100) <= min(room, NEAR) for part in (*strong, sum(strong))):
        return                                                # "64% agreed, 27% of them strongly"
    lang = shares[0].lang
    yield claim("shares_whole", [("share", q) for q in shares], f"{lang}.across.answers", lang, exhaustive="yes", severity="warning")
