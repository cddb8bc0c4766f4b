"""A passage with a sign for each of its figures, so that a pattern may ask for figures however they are printed.

"The motion won fifty-seven votes to 43" is "The motion won # votes to #", each # a character of its own.  What stands for a figure is one
of a range of private characters, which patterns name by its ends: counts from U+E100, percentages from U+E200.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...frozen import replace
from ...patterns import re
from ...typed import TYPE_CHECKING, NamedTuple
from .items import Sentence

if TYPE_CHECKING:
    from ...values import Quantity

COUNT, PERCENT = 0xE100, 0xE200
MOST = 0x100                             # figures of a passage
COUNTED = frozenset({"quantity", "score"})
PAIR = re.compile(r"(?P<a>[0-9]+)\D{1,3}(?P<b>[0-9]+)")
UNIT = re.compile(r"(?:[\s-]+[A-Za-z]+\.?|[^\W\d])$")


class Passage(NamedTuple):
    """``text`` with its signs, and what each sign stands for; ``places`` of what stands in the document, by places in ``text``."""

    text: str
    figures: dict[str, Quantity]
    places: list[tuple[int, int]]

    def at(self, place: int) -> int:
        """The place in the document."""
        here, there = next((pair for pair in reversed(self.places) if pair[0] <= place), (0, 0))
        return there + place - here


def of(text: str, sentences: Sequence[Sentence], start: int) -> Passage:
    """The passage that some sentences in a row are, from that place on."""
    end = sentences[-1].end
    told = sorted((one for s in sentences for q in s.quantities.values() if not q.hidden for one in _two(q)), key=lambda q: q.start)
    made, at, length = [], start, 0
    figures: dict[str, Quantity] = {}
    places = [(0, start)]
    for q in told[:MOST]:
        share = q.unit == "percent" and q.kind == "share"
        counted = q.kind in COUNTED and q.printed_low == int(q.printed_low) and q.dimension[:6] in ("", "count:")
        if q.start < at or not (share or counted):
            continue
        sign = chr((PERCENT if share else COUNT) + len(figures))
        figures[sign] = q
        unit = UNIT.search(q.text.rstrip()) if q.unit and not share else None
        made += [text[at : q.start], sign, unit[0] if unit is not None else ""]
        length += sum(map(len, made[-3:]))
        at = q.end
        places.append((length, at))
    made.append(text[at:end])
    return Passage("".join(made).replace("\n", " "), figures, places)


def _two(q: Quantity) -> list[Quantity]:
    """The two figures of a score that is one token: 48比53."""
    pair = PAIR.fullmatch(q.text) if q.kind == "score" else None
    if pair is None:
        return [q]
    ends = []
    for name in ("a", "b"):
        n = float(pair[name])
        ends.append(replace(q, text=pair[name], start=q.start + pair.start(name), end=q.start + pair.end(name),
                            low=n, high=n, printed_low=n, printed_high=n, half=0.0))
    return ends
