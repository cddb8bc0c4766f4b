"""What the links across clauses and sentences look at: figures with the words that lead to them, by clause and paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from ...typed import TYPE_CHECKING, NamedTuple, Protocol
from ...values import TYPED_OUT, Claim, Quantity

if TYPE_CHECKING:
    from ...values import Document
    from ..lexer import Token
    from .words import Vocabulary

ENDS = ",;:()"
BLANK = " \u3000\n\t"
PLAIN = ("=", "about")                   # hedges of a figure that is no bound
NEAR = 1000                              # characters of a sentence around a figure in which words are looked for
SKIPPED = TYPED_OUT | {"age"}


class Sentence(Protocol):
    """A sentence as the engine read it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def lang(self) -> str: ...
    @property
    def tokens(self) -> list[Token]: ...
    @property
    def quantities(self) -> dict[int, Quantity]: ...
    @property
    def claims(self) -> list[Claim]: ...


class Item(NamedTuple):
    """A figure with what leads to it."""

    q: Quantity
    label: str               # the words before it in its clause, from the figure before
    clause: str              # the whole clause
    number: int              # of the clause in the document
    sentence: int
    paragraph: int
    depth: int               # of brackets
    text: str                # of the document
    begin: int               # of the sentence
    start: int               # of the clause
    stop: int                # of the clause
    end: int                 # of the sentence

    @property
    def near(self) -> tuple[int, int]:
        """The sentence; of one that goes on for long, what stands near the figure."""
        return max(self.begin, self.q.start - NEAR), min(self.end, self.q.end + NEAR)

    def periods(self, words: Vocabulary) -> frozenset[str]:
        """Words of time in the sentence, up to the end of the clause."""
        return frozenset("".join(word.split()).lower() for word in words.periods.findall(self.text[self.near[0] : self.stop]))

    def adjusted(self, words: Vocabulary) -> bool:
        """Whether the sentence speaks of another base, several answers, or overlap."""
        found = words.adjusted.search(self.text, *self.near) if words.somewhere("adjusted", self.text) else None
        if found is None or "adjusted_not" not in words.words:
            return found is not None
        return words.adjusted_not.match(self.text, found.start()) is None

    def loose_parts(self, words: Vocabulary) -> bool:
        """Whether the sentence speaks of overlap or of what is left out: parts need not make their total.  Another base is no matter."""
        pattern = words.overlap if "overlap" in words.words else words.adjusted
        return pattern.search(self.text, *self.near) is not None

    def overlaps(self, words: Vocabulary) -> bool:
        """Whether the sentence speaks of several answers, or overlap; in Chinese of any other base."""
        return words.overlaps.search(self.text, *self.near) is not None


class Items(list[Item]):
    """Every amount of a document, in order; ``groups`` are those of each sentence behind its number, and are only looked at."""

    @cached_property
    def groups(self) -> list[tuple[int, list[Item]]]:
        return [(n, list(some)) for n, some in groupby(self, attrgetter("sentence"))]


def items(document: Document, found: Sequence[Sentence]) -> Items:
    """Every amount of the document, in order."""
    text = document.text
    result = Items()
    number = paragraph = 0
    before = 0
    for n, sentence in enumerate(found):
        gap = text[max(before - 1, 0) : sentence.start]
        zh = sentence.lang == "zh"
        if n and (gap.count("\n") > 1 or "\n" in gap and (zh or _indented(text, sentence.start))):
            paragraph += 1
        before = sentence.end
        eligible = {i: q for i, q in sentence.quantities.items() if q.kind not in SKIPPED and not q.hidden and q.dimension != "[time]"}
        if not eligible:
            continue
        depth, clause_start, first = 0, sentence.start, 0
        tokens, places = sentence.tokens, sorted(eligible)
        for k in [k for k, token in enumerate(tokens) if token.char in ENDS] + [len(tokens)]:
            char = tokens[k].char if k < len(tokens) else ";"
            stop = tokens[k].start if k < len(tokens) else sentence.end
            at = clause_start
            while first < len(places) and places[first] < k:
                q = eligible[places[first]]
                first += 1
                words, clause = text[at : q.start], text[clause_start:stop]
                result.append(Item(q, words, clause, number, n, paragraph, depth, text, sentence.start, clause_start, stop, sentence.end))
                at = q.end
            number += 1
            clause_start = tokens[k].end if k < len(tokens) else stop
            depth = depth + 1 if char == "(" else max(depth - 1, 0) if char == ")" else depth
    return result


def by_sentence(found: Sequence[Item]) -> list[tuple[int, list[Item]]]:
    """The figures of each sentence that has some, behind its number."""
    return found.groups if isinstance(found, Items) else Items(found).groups


def neighbours(found: Sequence[Item]) -> Iterator[tuple[int, list[Item], list[Item]]]:
    """The figures of each sentence that has some, behind its number and before those of the sentence right before it in its paragraph."""
    before: list[Item] = []
    for n, inside in by_sentence(found):
        near = bool(before) and before[0].sentence == n - 1 and before[0].paragraph == inside[0].paragraph
        yield n, inside, before if near else []
        before = inside


def _indented(text: str, start: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    return text[line : line + 2].isspace()


def frame(item: Item, words: Vocabulary) -> str:
    """The words that lead to a figure without words of time, connectives and verbs: what it is a figure of."""
    label = words.periods.sub("", item.label)
    label = words.lead.sub("", label.strip(BLANK + "、" + words.edges))
    label = words.copula.sub("", label.strip())
    return "".join(label.split()) if words.code == "zh" else " ".join(label.lower().split())


def claim(relation: str, roles: Sequence[tuple[str, Quantity]], rule: str, lang: str, **options: str) -> Claim:
    """A claim of figures in several places."""
    ordered = sorted(roles, key=lambda pair: pair[1].start)
    if any(q.hedge not in ("=", "about") for _, q in roles):
        options.setdefault("severity", "warning")
    text = " … ".join(q.text.strip() for _, q in ordered)
    start, end = ordered[0][1].start, max(q.end for _, q in ordered)
    options = {"scope": "document", **options}
    return Claim(relation, start, end, text, tuple(ordered), relation, "", "", "", "stated", rule, lang, options)


def kin(a: Quantity, b: Quantity) -> bool:
    """Of one unit or currency, or bare beside a count."""
    same = a.unit == b.unit or a.dimension.startswith("money:")
    return same and a.dimension == b.dimension or {a.dimension[:6], b.dimension[:6]} == {"", "count:"}


def akin(a: Quantity, b: Quantity) -> bool:
    """The same, or counts of things with two names: cars, vehicles."""
    return kin(a, b) or a.dimension[:6] == b.dimension[:6] == "count:"


def overlapping(a: str, b: str) -> bool:
    """Whether two periods ("2012..", "2010..2018", "2022") have a year in common; an unknown one has, with any."""
    if not a or not b:
        return True
    (first, last), (begin, end) = _years(a), _years(b)
    return first < end and begin < last or (first, last) == (begin, end)


def _years(period: str) -> tuple[int, int]:
    first, dots, last = period.partition("..")
    if not dots:
        return int(first[:4]), int(first[:4])
    return int(first[:4] or 0), int(last[:4] or 9999)


def size(q: Quantity) -> float:
    """An amount in base units."""
    return q.printed_low * q.factor


def amount(q: Quantity) -> bool:
    """Whether a figure is one amount, and no bound."""
    return q.kind == "quantity" and plain(q)


def plain(q: Quantity) -> bool:
    """The same of a share or a step, too."""
    return q.hedge in PLAIN and not q.is_range and not q.offset and q.printed_low > 0
