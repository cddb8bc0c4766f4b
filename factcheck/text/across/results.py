"""Results of elections and matches: by how much the first leads the second, told behind what both have.

"Marsh (Lab) 14,320, Pell (C) 12,980, Ide (LD) 3,410.  She holds the seat with a majority of 1,340"; "Kent made 241 for eight.  Essex were
all out for 212, and lost by 29 runs".  The two must be told as such: by the party behind each name, as votes, as all that a side made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ...frozen import replace
from ...typed import TYPE_CHECKING, Any
from .items import Sentence, claim

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from .words import Vocabulary

BACK = 2                                 # sentences between the figures and the lead
FEWEST = 100                             # votes of whom a majority is told
UNIT = 7                                 # characters of the word for runs or points
LOWEST = 10                              # points of a side that has won by some: fewer may be sets
TOLD = ("quantity", "percent_point")     # points may be of percentages
SCORED = ("quantity", "score", "name")   # what 241-8 may be taken for
SHORT = 40                               # characters that lead to a figure
LONG = 80


def link(document: Document, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of majorities and of runs that a match was won by."""
    text = document.text
    for n, sentence in enumerate(sentences):
        vocabulary = words[sentence.lang]
        if "results_signs" not in vocabulary.words:
            continue
        for q in sentence.quantities.values():
            if q.kind not in TOLD or q.is_range or q.hedge != "=" or q.dimension[:6] not in ("", "count:", "percen"):
                continue
            led = max(sentence.start, q.start - LONG)
            near = _near(text, sentences, n)
            if vocabulary.results_majority.search(text, led, q.start) and vocabulary.results_ends.match(text, q.end, sentence.end):
                pair = _votes(text, near, q, vocabulary)
            elif _won_by(text, q, sentence, vocabulary.results_runs, vocabulary):
                pair = _totals(text, near, q, vocabulary)
            elif _won_by(text, q, sentence, vocabulary.results_points, vocabulary):
                pair = _score(text, q, sentence, vocabulary)
            else:
                continue
            if pair is not None and not _told(near, q):
                by = q if q.kind == "quantity" else _amount(q)
                roles = [("new", pair[0]), ("old", pair[1]), ("difference", by)]
                yield claim("change", roles, f"{vocabulary.code}.across.result", vocabulary.code, severity="warning")


def _near(text: str, sentences: Sequence[Sentence], n: int) -> list[Sentence]:
    """The sentence and those before it in its paragraph."""
    first = n
    while first > max(0, n - BACK) and "\n\n" not in text[sentences[first - 1].end : sentences[first].start]:
        first -= 1
    return list(sentences[first : n + 1])


def _told(near: Sequence[Sentence], q: Quantity) -> bool:
    return any(len(c.roles) > 1 and q in c.quantities for one in near for c in one.claims)


def _votes(text: str, near: Sequence[Sentence], lead: Quantity, words: Vocabulary) -> tuple[Quantity, Quantity] | None:
    """The two with the most votes."""
    start = near[0].start
    before = [q for one in near for q in one.quantities.values() if q.end <= lead.start and q.kind == "quantity" and not q.is_range]
    before = [q for q in before if q.printed_low >= FEWEST and q.dimension in ("", "count:votes")]
    listed = [q for q in before if words.results_party.search(text, max(start, q.start - LONG), q.start)]
    if len(listed) < 2:
        first = [q for q in before if q.unit == "votes" and words.results_first.search(text, max(start, q.start - LONG), q.start)]
        second = [q for q in before if words.results_second.search(text, max(start, q.start - LONG), q.start)]
        if len(first) != 1 or len(second) != 1 or len(before) != 2:
            return None
        listed = [*first, *second]
    if words.results_not.search(text, listed[0].start, lead.start) or any(a.hedge != "=" for a in listed):
        return None
    if not _same_people(text, near, listed, lead, words):
        return None
    winner, runner = sorted(listed, key=lambda q: -q.printed_low)[:2]
    return (winner, runner) if winner.printed_low > lead.printed_low else None


def _same_people(text: str, near: Sequence[Sentence], listed: Sequence[Quantity], lead: Quantity, words: Vocabulary) -> bool:
    """Whether the sentence of the majority names none, or one of those before it, or a party of theirs."""
    before = text[near[0].start : listed[-1].end]
    if lead.start <= listed[-1].end or near[-1].start < listed[-1].end:
        return True                                           # in their own sentence
    names = set(words.results_name.findall(text, near[-1].start + 1, lead.start))
    parties = tuple(words.results_label.findall(before))
    return not names or any(name in before or name.startswith(parties) for name in names)


def _won_by(text: str, q: Quantity, sentence: Sentence, unit: Any, words: Vocabulary) -> bool:
    """Whether a figure is the runs, or points, that a match was won by."""
    if unit.search(text, q.start, min(sentence.end, q.end + UNIT)) is None:
        return False
    led = words.results_won.search(text, max(sentence.start, q.start - SHORT), q.start)
    behind = words.results_match.match(text, q.end, sentence.end)
    return bool(led and behind and (led["by"] or behind["win"]))


def _totals(text: str, near: Sequence[Sentence], lead: Quantity, words: Vocabulary) -> tuple[Quantity, Quantity] | None:
    """What the two sides made: the only ones told, the second in reply to the first."""
    if words.results_no_match.search(text, near[0].start, near[-1].end):
        return None
    figures = [q for one in near for q in one.quantities.values() if q.end <= lead.start and q.kind in SCORED and q.hedge == "="]
    made = [q for q in figures if words.results_made.search(text, max(near[0].start, q.start - SHORT), q.start)
            and words.results_wickets.match(text, q.end, near[-1].end)]
    out = [q for q in figures if words.results_out.search(text, max(near[0].start, q.start - SHORT), q.start)
           or words.results_all_out.match(text, q.end, near[-1].end)]
    both = sorted({q.start: q for q in (*made, *out)}.values(), key=lambda q: q.start)
    if len(both) != 2 or both[0].printed_low <= both[1].printed_low:
        return None                                           # who bats second wins by wickets
    return _amount(both[0]), _amount(both[1])


def _amount(q: Quantity) -> Quantity:
    """A figure of a score as an amount."""
    return replace(q, kind="quantity", unit="", dimension="", factor=1.0)


def _score(text: str, q: Quantity, sentence: Sentence, words: Vocabulary) -> tuple[Quantity, Quantity] | None:
    """The only score of a sentence that says who won by how many points: "beat Hull 27-19 to win by eight points"."""
    figures = sorted((o for o in sentence.quantities.values() if o.kind in SCORED), key=lambda o: o.start)
    pairs = [(a, b) for a, b in pairwise(figures) if words.results_dash.fullmatch(text, a.end, b.start)]
    if len(pairs) != 1 or q.start < pairs[0][1].end:
        return None
    scores = pairs[0]
    new, old = sorted(map(_amount, scores), key=lambda o: -o.printed_low)
    beaten = words.results_beat.search(text, max(sentence.start, scores[0].start - LONG), scores[0].start)
    if not beaten or new.printed_low < max(LOWEST, q.printed_low) or words.results_so_far.search(text, sentence.start, sentence.end):
        return None
    return new, old
