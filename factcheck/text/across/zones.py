"""Clocks of two places: one moment told in the times of both, or when somebody left and arrived and how long that took, with the hours
between the clocks: "8pm in London (3am in Beijing, seven hours ahead)"; 伦敦时间20时（北京时间次日3时）…相差7小时.

A passage must tell two times of the day and one difference of clocks, and no other span but that of a journey.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...patterns import re
from ...typed import TYPE_CHECKING
from ..lexer import FULL_WIDTH
from .items import Sentence, claim

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from .words import Vocabulary

NEAR = 60                                # characters between two sentences of one passage
REACH = 40                               # characters around a figure that tell what it is
HALF_DAY, DAY = 720, 1440
CLOCK = re.compile(r"\s*(?P<hour>[0-9]{1,2})(?:\s?[.:h\W\w]\s?(?P<minute>[0-9]{2}))?")


def link(document: Document, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of such differences, each once."""
    text, seen = document.text, set()
    for n, sentence in enumerate(sentences):
        vocabulary = words[sentence.lang]
        for some in (sentences[n : n + 1], sentences[n : n + 2]):
            gap = text[sentence.end : some[-1].start]
            near = some[-1].lang == sentence.lang and len(gap) < NEAR and "\n\n" not in gap
            if len(some) > 1 and not near or not vocabulary.mentions("zones_signs", text[some[0].start : some[-1].end]):
                continue
            made = _read(text, some, vocabulary)
            if made is not None and made.start not in seen:
                seen.add(made.start)
                yield made


def _read(text: str, some: Sequence[Sentence], words: Vocabulary) -> Claim | None:
    figures = sorted((q for one in some for q in one.quantities.values() if not q.hidden), key=lambda q: q.start)
    start, end = some[0].start, some[-1].end
    clocks = [q for q in figures if q.kind == "clock"]
    spans = [q for q in figures if q.dimension == "[time]" and q.unit in ("hour", "minute")]
    apart = [q for q in spans if _between_clocks(text, q, start, end, words)]
    if len(clocks) != 2 or len(apart) != 1 or len(spans) > 2 or any(q.is_range for q in spans) or words.zones_not.search(text, start, end):
        return None
    flown = next((q for q in spans if q is not apart[0]), None)
    places = [words.zones_place.match(text, q.end, end) or words.zones_place_led.search(text, max(start, q.start - REACH), q.start)
              for q in clocks]
    if flown is None and not all(places) and not (any(places) and words.zones_told.search(text, start, end)):
        return None
    left, arrived = words.zones_left.search(text, start, clocks[1].start), words.zones_arrived.search(text, clocks[0].end, end)
    if flown is not None and not (left and arrived):
        return None
    times = [_time(text, q, start, words) for q in clocks]
    if None in times:
        return None
    (first, sure), (second, sure_too) = times     # type: ignore[misc]
    whole = sure and sure_too or flown is not None and (sure and first >= HALF_DAY or sure_too and second >= HALF_DAY)
    options = {"from": str(first), "until": str(second), "dial": str(DAY if whole else HALF_DAY)}
    if flown is None and whole:
        before = max(clocks[0].end, clocks[1].start - REACH)
        for days, pattern in (("1", words.zones_next), ("-1", words.zones_before)):
            if pattern.search(text, before, clocks[1].start) or pattern.match(text, clocks[1].end, end):
                options["days"] = days
    if flown is not None and (first + _minutes(flown) - second) % HALF_DAY in range(-1, 60):
        return None                                           # both by one clock
    named = [("start", clocks[0]), ("end", clocks[1]), ("apart", apart[0]), *([("duration", flown)] if flown is not None else [])]
    return claim("zones", named, f"{words.code}.across.zones", words.code, **options)


def _between_clocks(text: str, q: Quantity, start: int, end: int, words: Vocabulary) -> bool:
    """Whether a span is the difference of two clocks; whose clock the other is must be told elsewhere: nobody is ahead of Tom."""
    if words.zones_apart.search(text, max(start, q.start - REACH), q.start):
        return True
    if words.zones_apart_behind.match(text, q.end, end) is None:
        return False
    other = words.zones_of.match(text, q.end, end)
    return other is None or text.count(other["name"], start, end) > 1 or other["where"] is not None


def _minutes(q: Quantity) -> int:
    return round(q.printed_low * q.factor / 60)


def _time(text: str, q: Quantity, start: int, words: Vocabulary) -> tuple[int, bool] | None:
    """Minutes since midnight, and whether it is known to be morning or evening."""
    told = q.text.translate(FULL_WIDTH)
    found = CLOCK.match(told)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    minute = 30 if words.zones_half.search(told) else minute
    if hour > 24 or minute > 59:
        return None
    led = text[max(start, q.start - 6) : q.start] + told
    evening, morning = words.zones_evening.search(led) is not None, words.zones_morning.search(led) is not None
    sure = evening or morning or hour > 12 or found["hour"].startswith("0") or words.zones_of_day.search(told) is not None
    if evening and hour < 12:
        hour += 12
    elif morning and hour == 12:
        hour = 0
    return (60 * hour + minute) % DAY, sure
