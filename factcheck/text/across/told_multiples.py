"""A multiple in one sentence, and in the next the two levels that it is of: "The mine more than doubled its profit.  It earned $9.2m in the
year, up from $4.1m".

What has multiplied must be what the levels are said to be of.  A claim is made if they fit, or would with two digits of one exchanged: they
may be of another time than the multiple.  The words are patterns of the language; one without them has no such links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING
from ..fitting import or_slip
from ..misprints import swaps
from .items import Item, Sentence, amount, by_sentence, claim, kin

if TYPE_CHECKING:
    from ...values import Claim, Quantity
    from ..fitting import Equation, Printed
    from .words import Vocabulary

KIND = "multiplier"
PAIR = 2


def link(found: Sequence[Item], sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of multiples that their own sentence has no levels of."""
    for n, inside in by_sentence(found):
        vocabulary = words[inside[0].q.lang]
        if not n or "multiple_of_what" not in vocabulary.words or sentences[n - 1].lang != vocabulary.code:
            continue
        first, second = sentences[n - 1], sentences[n]
        factors = [q for q in first.quantities.values() if q.kind == KIND]
        levels = [item for item in inside if item.q.kind == "quantity"]
        if len(factors) != 1 or len(levels) != PAIR or _held(first, factors[0]):
            continue
        new, old = levels
        if not _levels(new, old) or vocabulary.multiple_base.search(new.text, new.q.end, old.q.start) is None:
            continue
        if _about(inside[0].text, first, second, factors[0], new, vocabulary) and or_slip(_times(factors[0]), (old.q, new.q), swaps):
            roles = [("old", old.q), ("new", new.q), ("factor", factors[0])]
            yield claim("change", roles, f"{vocabulary.code}.across.told_multiple", vocabulary.code, reading="of", severity="warning")


def _held(sentence: Sentence, factor: Quantity) -> bool:
    return any(q.start == factor.start for c in sentence.claims if len(c.roles) > 1 for _, q in c.roles)


def _levels(new: Item, old: Item) -> bool:
    """Whether two amounts are levels of one thing, each to two digits at least."""
    same = kin(new.q, old.q) and new.q.per == old.q.per and not new.depth and not old.depth
    return same and all(amount(item.q) and item.q.figures > 1 for item in (new, old))


def _about(text: str, first: Sentence, second: Sentence, factor: Quantity, new: Item, words: Vocabulary) -> bool:
    """Whether the multiple and the levels are said to be of one thing, at no two times."""
    behind = words.multiple_of_what.match(text, factor.end, first.end)
    ahead = words.multiple_of_that.search(text, first.start, factor.start)
    told = behind or ahead
    if told is None or words.multiple_not.match(text, factor.end, first.end):
        return False
    times = [{word.lower() for word in words.periods.findall(text[s.start : s.end])} for s in (first, second)]
    kind = next(name for name, found in told.groupdict().items() if found)
    led = words.multiple_led.search(text, second.start, new.q.start)
    return led is not None and led[kind] is not None and (not all(times) or bool(times[0] & times[1]))


def _times(factor: Quantity) -> Equation:
    """Whether the new is so many times the old; whoever had "more than doubled" it has not tripled it."""
    def told(old: Printed, new: Printed) -> bool:
        if old.value <= old.room:
            return False
        low, high = (new.value - new.room) / (old.value + old.room), (new.value + new.room) / (old.value - old.room)
        return low <= min(factor.high, factor.printed_high + 1) and factor.low <= high

    return told
