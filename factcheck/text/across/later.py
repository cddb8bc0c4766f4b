"""A step in one sentence, its levels or the old one of them in a later one: "It told of a 14% rise in profit.  Profit rose to $528m from
$462m"; "Starts fell 4.8% to 1.155 million.  June's figure was revised to 1.213 million".

The later sentence refers to the one before, or names what the step is of.  A claim is made if the three fit, or would but for two digits
swapped, a digit or a scale word too many in one.  The words are patterns of the language; one without them has no such links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING
from ..fitting import POINTS, step_or_slip
from ..misprints import slips
from .items import Item, Sentence, by_sentence, claim, kin
from .levels import Step, step

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from .words import Vocabulary

MOST = 8                                 # figures of a sentence
PLAIN = ("=", "about")
FAR = 2                                  # sentences on
SHARP = 4.0                              # times what the levels' last digits leave open, that the step is at least


def link(document: Document, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of steps that have no levels in their own sentence."""
    text = document.text
    groups = list(by_sentence(found))
    for at, (n, inside) in enumerate(groups):
        vocabulary = words[sentences[n].lang]
        if "later_refers" not in vocabulary.words or len(inside) > MOST:
            continue
        told = _told(sentences[n], inside, vocabulary)
        if told is None or vocabulary.later_not.search(text, sentences[n].start, sentences[n].end):
            continue
        for m, behind in groups[at + 1 : at + 1 + FAR]:
            if m - n > FAR or len(behind) > MOST:
                break
            if vocabulary.later_not.search(text, sentences[m].start, sentences[m].end):
                continue
            pair = _pair(text, sentences[n], sentences[m], told, inside, behind, vocabulary)
            if pair is not None:
                yield from _claimed(told, *pair, vocabulary)
                break


def _told(sentence: Sentence, inside: list[Item], words: Vocabulary) -> Step | None:
    """The one step of a sentence, if no claim holds it."""
    steps = [(item, one) for item in inside if item.q.unit == "percent" and item.q.dimension not in POINTS
             and (one := step(sentence, item, words)) is not None]
    if len(steps) != 1 or steps[0][0].q.is_range or steps[0][0].q.hedge not in PLAIN or not steps[0][1].direction:
        return None
    held = any(q.start == steps[0][0].q.start for c in sentence.claims if len(c.roles) > 2 for _, q in c.roles)
    return None if held or steps[0][0].adjusted(words) else steps[0][1]


def _pair(text: str, first: Sentence, second: Sentence, told: Step, inside: list[Item], behind: list[Item],
          words: Vocabulary) -> tuple[Quantity, Quantity] | None:
    """The old level and the new one."""
    for c in second.claims:
        old, new = c.role("old"), c.role("new")
        if c.relation == "change" and len(c.roles) == 2 and old is not None and new is not None:
            return (old, new) if echoes(text, first, c.start, told, second, words) else None
    levels = [item for item in behind if _level(item) and not words.later_or.search(text, second.start, item.q.start)]
    if len(levels) == 2 and kin(levels[0].q, levels[1].q) and not _stepped(second, behind, words):
        one, two = (item.q for item in levels)
        was = words.levels_was.search(text, one.end, two.start) is not None
        if was and echoes(text, first, one.start, told, second, words):
            return two, one
    if len(levels) != 1:
        return None
    old = levels[0].q
    now = [item.q for item in inside if _level(item) and kin(item.q, old) and words.later_led.search(text, first.start, item.q.start)]
    if len(now) != 1:
        return None
    refers = words.later_refers.match(text, second.start, second.end) is not None
    back = any(pattern.search(text, second.start, second.end) is not None for pattern in (words.levels_back, words.later_back))
    if refers or back and echoes(text, first, old.start, told, second, words):
        return old, now[0]
    return None


def _level(item: Item) -> bool:
    """Whether a figure may be a level, however it is hedged."""
    return item.q.kind == "quantity" and not item.q.per and not item.q.is_range and item.q.printed_low > 0 and not item.depth


def _stepped(sentence: Sentence, items: Sequence[Item], words: Vocabulary) -> bool:
    """Whether the sentence tells a step of its own."""
    return any(item.q.unit == "percent" and step(sentence, item, words) is not None for item in items)


def echoes(text: str, first: Sentence, at: int, told: Step, second: Sentence, words: Vocabulary) -> bool:
    """Whether what the levels are of is what the step is of: the clauses have a word in common, and no others go before it."""
    lead = text[second.start : min(second.end, at + 60)]
    clause = text[first.start : told.start] + text[told.end : min(first.end, told.end + 60)]
    if words.later_other.search(lead) is not None or _kinds(clause, words) != _kinds(lead, words):
        return False
    spans = [_spans(text[s.start : s.end], words) for s in (first, second)]
    if spans[0] and spans[1] and not spans[0] & spans[1]:
        return False                                          # of the year, and of its last quarter
    common = words.names(words.later_dull.sub(" ", clause)) & words.names(words.later_dull.sub(" ", lead))
    return bool(common) or words.later_alike.search(clause) is not None and words.later_alike.search(lead) is not None


def _spans(sentence: str, words: Vocabulary) -> set[str]:
    """How long a time a sentence speaks of: "quarter", "half", "months", "year"; a bare year is one if nothing else is said."""
    found = {hit.lastgroup for hit in words.later_spans.finditer(sentence) if hit.lastgroup}
    return found - {"bare"} or ({"year"} if found else set())


def _kinds(clause: str, words: Vocabulary) -> set[str]:
    return {hit[0].lower() for hit in words.later_kind.finditer(clause)}


def _claimed(told: Step, old: Quantity, new: Quantity, words: Vocabulary) -> Iterator[Claim]:
    rough = 100 * (old.half / old.printed_low + new.half / new.printed_low)
    if rough * SHARP > told.q.printed_low or "percent" in (old.unit, new.unit):           # levels so round prove nothing
        return
    if step_or_slip(old, new, told.q, told.direction, slips):
        roles = [("old", old), ("new", new), ("percent", told.q)]
        yield claim("change", roles, f"{words.code}.across.later", words.code, direction=told.direction, named="yes", severity="warning")
