"""A score and by how much it is led: 主队以52比38领先14分.

The score is one token and no quantity, so that it is read from the text.  Only a lead told right behind it is one of that score; of games
with few points (2-1) a lead may be one of a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING
from ...values import Quantity
from .items import Sentence, claim

if TYPE_CHECKING:
    from typing import Any

    from ...values import Claim, Document
    from .words import Vocabulary

LEAST = 10                               # points of the leader in a game that is led by points


def link(document: Document, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of such leads."""
    for sentence in sentences:
        vocabulary = words[sentence.lang]
        if "score_led" not in vocabulary.words or not vocabulary.mentions("score_signs", document.text[sentence.start : sentence.end]):
            continue
        for hit in vocabulary.score_led.finditer(document.text, sentence.start, sentence.end):
            low, high = sorted((_points(hit, name, sentence.lang) for name in ("first", "second")), key=lambda q: q.printed_low)
            lead = _points(hit, "lead", sentence.lang)
            if high.printed_low >= LEAST:
                roles = [("old", low), ("new", high), ("difference", lead)]
                yield claim("change", roles, f"{sentence.lang}.across.score", sentence.lang, named="yes", severity="warning")


def _points(hit: Any, name: str, lang: str) -> Quantity:
    n = float(hit[name])
    return Quantity(hit[name], hit.start(name), hit.end(name), n, n, n, n, "", "quantity", half=0.0, lang=lang)
