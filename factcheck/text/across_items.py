"""What the links across clauses and sentences look at: figures with the words that lead to them, by clause and paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from ..patterns import regex
from ..typed import TYPE_CHECKING, NamedTuple, Protocol
from ..values import Claim, Quantity

if TYPE_CHECKING:
    from ..values import Document
    from .across_words import Vocabulary
    from .lexer import Token

_DIGITS = regex.compile(r"\d[\d,]*(?:\.\d+)?")
ENDS = ",;:()"
BLANK = " \u3000\n\t"
NEAR = 1000                              # characters of a sentence around a figure in which words are looked for
SKIPPED = frozenset({"year", "date", "clock", "ordinal", "name", "code", "score", "phone", "version", "list_marker", "reference", "age"})


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
        return words.adjusted.search(self.text, *self.near) is not None

    def loose_parts(self, words: Vocabulary) -> bool:
        """Whether the sentence speaks of overlap or of what is left out: parts need not make their total.  Another base is no matter."""
        pattern = words.overlap if "overlap" in words.words else words.adjusted
        return pattern.search(self.text, *self.near) is not None

    def overlaps(self, words: Vocabulary) -> bool:
        """Whether the sentence speaks of several answers, or overlap; in Chinese of any other base."""
        return words.overlaps.search(self.text, *self.near) is not None


def items(document: Document, found: Sequence[Sentence]) -> list[Item]:
    """Every amount of the document, in order."""
    text = document.text
    result: list[Item] = []
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


def by_sentence(found: Sequence[Item]) -> Iterator[tuple[int, list[Item]]]:
    """The figures of each sentence that has some, behind its number."""
    for n, some in groupby(found, attrgetter("sentence")):
        yield n, list(some)


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


def slipped(q: Quantity, meant: float) -> bool:
    """Whether a figure is what was meant with two neighbouring digits swapped, one digit changed, or a zero more or less."""
    places = len(q.text.partition(".")[2].rstrip("%％ ")) if "." in q.text else 0
    return misprint(f"{q.printed_low:.{places}f}", f"{meant:.{places}f}")


def of_one(shares: Sequence[Quantity]) -> bool:
    """Whether shares make a hundred, or would with the slip of a digit in one of them: others may each be of a whole of their own."""
    rest = 100 - sum(q.printed_low for q in shares)
    return abs(rest) <= len(shares) or any(slipped(q, q.printed_low + rest) for q in shares if q.printed_low + rest > 0)


def kin(a: Quantity, b: Quantity) -> bool:
    """Of one unit or currency, or bare beside a count."""
    same = a.unit == b.unit or a.dimension.startswith("money:")
    return same and a.dimension == b.dimension or {a.dimension[:6], b.dimension[:6]} == {"", "count:"}


def swaps(q: Quantity) -> list[float]:
    """What a figure is in base units with two neighbouring digits exchanged."""
    digits = next(iter(_DIGITS.findall(q.text)), "").replace(",", "")
    if not digits or not float(digits):
        return []
    places = [k for k, c in enumerate(digits) if c != "."]
    found = {digits[:a] + digits[b] + digits[a + 1 : b] + digits[a] + digits[b + 1 :] for a, b in pairwise(places)} - {digits}
    return [float(x) * q.printed_low * q.factor / float(digits) for x in sorted(found) if x[0] != "0"]


def variants(q: Quantity) -> list[float]:
    """What a figure may have been meant to be: two neighbouring digits exchanged, the first one more or less or left out, a zero or a scale
    word more or less.
    """
    digits = next(iter(_DIGITS.findall(q.text)), "").replace(",", "")
    if not digits or not float(digits):
        return []
    scale = q.printed_low / float(digits)
    places = [k for k, c in enumerate(digits) if c != "."]
    found = [digits[:a] + digits[b] + digits[a + 1 : b] + digits[a] + digits[b + 1 :] for a, b in pairwise(places)]
    first = int(digits[0])
    found += [f"{first + way}{digits[1:]}" for way in (-1, 1) if 0 < first + way < 10]
    found += [f"1{digits}", *([digits[1:]] if first == 1 and digits[1:].strip("0.") else [])]
    return [float(x) * scale for x in found if x != digits] + [q.printed_low * by for by in (0.1, 10.0, 1e-3, 1e3, 1e-6, 1e6)]


def mistyped(a: Quantity, b: Quantity, short: bool = False) -> bool:
    """Whether two figures, of three digits at least, differ as slips of the pen do; of percentages like 8.2 two digits will do, and of
    any figure if ``short``: 87 million and 78 million.
    """
    p, q = (1.0, 1.0) if a.unit == b.unit else (a.factor, b.factor)
    x, y = f"{a.printed_low * p:.12g}", f"{b.printed_low * q:.12g}"
    if len(x) == len(y) > 2 - short and "." not in x + y and a.half == b.half:
        return swapped(x, y)                              # 560 and 650: the last zero counts
    digits = [significant(float(z)) for z in (x, y)]
    least = 2 if short or a.unit == "percent" and a.half < 0.5 > b.half else 3
    if min(map(len, digits)) < least or "e" in x + y:
        return False
    if digits[0] == digits[1]:
        return x != y
    return len(digits[0]) == len(digits[1]) and swapped(*digits) and len(x) == len(y)


def misprint(x: str, y: str) -> bool:
    """Two numerals of the same places: the same digits shifted, two of them swapped, or one of them another."""
    if x == y:
        return False
    if x.replace(".", "").strip("0") == y.replace(".", "").strip("0"):
        return True
    plain = x.replace(".", ""), y.replace(".", "")
    return len(x) == len(y) and (swapped(x, y) or swapped(*plain) or sum(c != d for c, d in zip(x, y, strict=True)) == 1)


def significant(value: float) -> str:
    """The digits of a figure without zeros at its ends."""
    return f"{abs(value):.12g}".partition("e")[0].replace(".", "").strip("0")


def exchanged(printed: float, meant: float) -> bool:
    """Whether a whole number has two digits of another exchanged."""
    x, y = f"{printed:.0f}", f"{meant:.0f}"
    return len(x) == len(y) and swapped(x, y)


def swapped(x: str, y: str) -> bool:
    """Whether two neighbouring digits have changed places."""
    differ = [k for k in range(len(x)) if x[k] != y[k]]
    return len(differ) == 2 and differ[1] == differ[0] + 1 and x[differ[0]] == y[differ[1]] and x[differ[1]] == y[differ[0]]


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
