"""Votes beside the majority that they are said to have reached or missed, and how many votes it takes: "won 57 votes to 43, clearing the
two-thirds threshold"; "needs a two-thirds vote of the 100 members, or 60 votes"; 以57票赞成、43票反对，超过三分之二.

A passage is a sentence, alone or with the next one.  It must tell one threshold and one pair of votes, or of votes and all who might have
voted.  What was missed is held against the largest whole that is told, and not at all where those who did not vote are not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING, Any, NamedTuple
from ...values import Quantity
from . import passages
from .items import Sentence, claim

if TYPE_CHECKING:
    from ...values import Claim, Document
    from .passages import Passage
    from .words import Vocabulary

NEAR = 80                                # characters between two sentences of one passage


class Told(NamedTuple):
    """A threshold, and what became of it; the outcome "" if it is only said to be needed."""

    q: Quantity | None
    outcome: str
    start: int


def link(document: Document, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of thresholds, and of votes that are needed; each figure is accused once."""
    text = document.text
    seen: set[tuple[str, int]] = set()
    for n, sentence in enumerate(sentences):
        vocabulary = words[sentence.lang]
        if "thresholds_signs" not in vocabulary.words:
            continue
        for some, start in _passages(text, sentences, n, vocabulary):
            if not vocabulary.mentions("thresholds_signs", text[start : some[-1].end]):
                continue
            passage = passages.of(text, some, start)
            for made in _read(passage, vocabulary):
                key = made.relation, made.quantities[0].start
                if key not in seen:
                    seen.add(key)
                    yield made


def _passages(text: str, sentences: Sequence[Sentence], n: int, words: Vocabulary) -> Iterator[tuple[list[Sentence], int]]:
    """A sentence, with what has no figures before it if it goes on about that; and the same with the next one."""
    sentence, before = sentences[n], sentences[n - 1].end if n else 0
    start = max(before, sentence.start - NEAR)
    if "\n\n" in text[start : sentence.start] or words.thresholds_goes_on.match(text, sentence.start, sentence.end) is None:
        start = sentence.start
    yield [sentence], start
    if n + 1 == len(sentences):
        return
    following = sentences[n + 1]
    near = following.lang == sentence.lang and following.start - sentence.end < NEAR and "\n\n" not in text[sentence.end : following.start]
    if near and words.thresholds_goes_on.match(text, following.start, following.end) is not None:
        yield [sentence, following], start


def _read(passage: Passage, words: Vocabulary) -> Iterator[Claim]:
    yield from _needed(passage, words)
    yield from _margin(passage, words)
    told = _told(passage, words)
    if told is None or words.thresholds_not.search(passage.text):
        return
    pair, part = _pair(passage, words, told), _part(passage, words, told)
    if pair is not None and part is not None and dict(pair)["yes"] != dict(part)["yes"]:
        return                                                # who was there, and who voted for it
    roles = pair or part
    if roles is not None:
        named = [("threshold", told.q)] if told.q is not None else []
        yield claim("threshold", [*roles, *named], f"{words.code}.across.threshold", words.code, outcome=told.outcome)


def _threshold(passage: Passage, words: Vocabulary, hit: Any) -> Quantity:
    """The threshold that a pattern has found: a fraction in words, or a percentage."""
    written = hit["part"]
    if written in passage.figures:
        return passage.figures[written]
    key = " ".join(written.lower().replace("-", " ").split())
    above, _, below = words.words["thresholds_values"][key].partition("/")
    value = int(above) / int(below)
    start = passage.at(hit.start("part"))
    return Quantity(written, start, start + len(written), value, value, value, value, "", "fraction", half=0.0, lang=words.code)


def _told(passage: Passage, words: Vocabulary) -> Told | None:
    """The one threshold of a passage with what became of it; without one, a majority that passed or lost."""
    hits = list(words.thresholds_any.finditer(passage.text))
    if not hits:
        carried = words.thresholds_carried.search(passage.text)
        lost = words.thresholds_lost.search(passage.text)
        return Told(None, "reached", carried.start()) if carried is not None and lost is None else None
    parts = [_threshold(passage, words, hit) for hit in hits]
    if len({q.printed_low for q in parts}) > 1:
        return None
    missed = words.thresholds_missed.search(passage.text)
    if missed is not None:
        return Told(_threshold(passage, words, missed), "missed", missed.start())
    reached = words.thresholds_reached.search(passage.text)
    if reached is not None:
        return Told(_threshold(passage, words, reached), "reached", reached.start())
    for outcome, pattern in (("missed", words.thresholds_missed_it), ("reached", words.thresholds_reached_it)):
        if (named := pattern.search(passage.text)) is not None:
            return Told(parts[0], outcome, named.start())
    needed = words.thresholds_needed.search(passage.text)
    if needed is None or words.thresholds_elsewhere.search(passage.text):
        return None
    carried, lost = (pattern.search(passage.text, needed.end()) for pattern in (words.thresholds_carried, words.thresholds_lost))
    if (carried is None) == (lost is None):
        return None
    return Told(_threshold(passage, words, needed), "reached" if carried is not None else "missed", needed.start())


def _pair(passage: Passage, words: Vocabulary, told: Told) -> list[tuple[str, Quantity]] | None:
    """Votes for and against, the only ones of the passage; with all who might have voted, if a miss is told."""
    told_so, others = ({(hit["yes"], hit["no"]) for pattern in patterns for hit in pattern.finditer(passage.text)}
                       for patterns in ((words.thresholds_labelled, words.thresholds_votes), (words.thresholds_pairs,)))
    if len(told_so) != 1 or len(told_so | others) > 1:
        return None
    ((first, second),) = told_so
    yes, no = passage.figures[first], passage.figures[second]
    if words.thresholds_presence.search(passage.text) or told.q is None and words.thresholds_labelled.search(passage.text) is None:
        return None
    if any(q.is_range or q.hedge not in ("=", "about") for q in (yes, no)):
        return None
    if told.outcome == "reached":
        return [("yes", yes), ("no", no)]
    wholes = [passage.figures[found["whole"]] for found in words.thresholds_whole.finditer(passage.text)]
    wholes = [q for q in wholes if q.printed_low >= yes.printed_low + no.printed_low]
    if wholes:
        return [("yes", yes), ("whole", max(wholes, key=lambda q: q.printed_low))]
    if words.thresholds_of_cast.search(passage.text) is None:
        return None
    none = words.thresholds_none.search(passage.text)
    neither = [("no", passage.figures[none["none"]])] if none is not None else []
    return [("yes", yes), ("no", no), *neither]


def _part(passage: Passage, words: Vocabulary, told: Told) -> list[tuple[str, Quantity]] | None:
    """So many of so many, the only ones of the passage."""
    pairs = {(hit["yes"], hit["whole"]) for hit in words.thresholds_part.finditer(passage.text)}
    if len(pairs) != 1 or told.q is None or words.thresholds_other.search(passage.text):
        return None
    ((part, all_),) = pairs
    yes, whole = passage.figures[part], passage.figures[all_]
    if any(q.is_range or q.hedge not in ("=", "about") for q in (yes, whole)) or yes.printed_low >= whole.printed_low:
        return None
    return [("yes", yes), ("whole", whole)]


def _margin(passage: Passage, words: Vocabulary) -> Iterator[Claim]:
    """By how many votes or seats it was won, beside those of both sides; the only pair of the passage."""
    margins = {hit["margin"] for hit in words.thresholds_margin.finditer(passage.text)}
    sides = words.thresholds_sides.finditer(passage.text, overlapped=True) if len(margins) == 1 else ()
    pairs = {(hit["yes"], hit["no"]) for hit in sides if margins.isdisjoint((hit["yes"], hit["no"]))}
    if len(pairs) != 1 or words.thresholds_not.search(passage.text):
        return
    ((first, second),) = pairs
    by, new, old = (passage.figures[sign] for sign in (margins.pop(), first, second))
    if new.printed_low < old.printed_low:
        new, old = old, new
    if by in (new, old) or old.printed_low == new.printed_low or any(q.is_range or q.hedge != "=" for q in (by, new, old)):
        return
    roles = [("new", _amount(new)), ("old", _amount(old)), ("difference", _amount(by))]
    yield claim("change", roles, f"{words.code}.across.margin", words.code, severity="warning", named="yes")


def _amount(q: Quantity) -> Quantity:
    """A figure of votes as an amount: 57-43 may be read as a score; of a 13-seat majority the number alone."""
    number = q.text.partition("-")[0] if q.unit else q.text
    return replace(q, text=number, end=q.start + len(number), kind="quantity", unit="", dimension="", factor=1.0)


def _needed(passage: Passage, words: Vocabulary) -> Iterator[Claim]:
    """How many votes a part of all members is."""
    for hit in words.thresholds_count.finditer(passage.text):
        needed, whole = passage.figures[hit["needed"]], passage.figures[hit["whole"]]
        if needed.is_range or whole.is_range or needed.hedge == "about":
            continue
        needed = needed if needed.hedge == "=" else _bare(needed)
        roles = [("needed", needed), ("whole", whole), ("threshold", _threshold(passage, words, hit))]
        yield claim("needed", roles, f"{words.code}.across.needed", words.code)


def _bare(q: Quantity) -> Quantity:
    """At least 67: 67."""
    return replace(q, hedge="=", low=q.printed_low, high=q.printed_high)
