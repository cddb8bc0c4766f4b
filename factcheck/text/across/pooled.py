"""The mean of all beside those of the parts: 男性60人，平均年龄64.2岁，女性40人，平均年龄68.7岁。全部患者的平均年龄为66.0岁.

Parts that make all, as a count tells or as they are the two sexes, have the mean of all between theirs, each with its weight.  A claim is
made if the figures fit, would but for a slip of the pen in the mean of all, or if that lies outside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING, NamedTuple
from ...values import TYPED_OUT
from ..fitting import Printed, counted, nearly, or_slip, stated
from ..misprints import meant
from .items import Sentence, claim, kin, plain

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from .words import Vocabulary

BACK = 2                                 # sentences
FAR = 4.0                                # times what rounding may do, that a slip must do more
MOST = 5                                 # parts
FINE = 2                                 # digits of a mean
STOPS = "，,；;。：:（）()\n"


class Figure(NamedTuple):
    """A figure, be it an age, with the words of its clause before it."""

    q: Quantity
    label: str
    sentence: int


class Part(NamedTuple):
    """So many, and their mean."""

    number: Figure
    mean: Figure


def link(document: Document, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of means of all."""
    text = document.text
    for n, sentence in enumerate(sentences):
        vocabulary = words[sentence.lang]
        if not sentence.quantities or not vocabulary.mentions("pooled_signs", text[sentence.start : sentence.end]):
            continue
        begin = text.rfind("\n\n", 0, sentence.start)
        near = [one for k in range(max(0, n - BACK), n + 1) if sentences[k].start > begin for one in _figures(text, sentences[k], k)]
        for at, item in enumerate(near):
            hit = vocabulary.pooled_mean.search(item.label)
            if item.sentence == n and hit is not None and vocabulary.pooled_all.search(item.label) and item.q.figures >= FINE:
                yield from _told(near[:at], hit["what"], item, vocabulary)


def _figures(text: str, sentence: Sentence, n: int) -> Iterator[Figure]:
    """The figures of a sentence that are no bounds, names or dates."""
    last = sentence.start
    for _, q in sorted(sentence.quantities.items()):
        begin = max(last, 1 + max(text.rfind(sign, sentence.start, q.start) for sign in STOPS))
        if q.kind not in TYPED_OUT - {"age"} and plain(q):
            yield Figure(q, text[begin : q.start].strip(), n)
        last = q.end


def _told(before: Sequence[Figure], what: str, item: Figure, words: Vocabulary) -> Iterator[Claim]:
    parts, counts = _parts(before, what, item, words)
    if not 2 <= len(parts) <= MOST or not _whole(parts, counts, words):
        return
    values = [part.mean.q.printed_low for part in parts]
    figures = [*(q for part in parts for q in (part.number.q, part.mean.q)), item.q]
    outside = not min(values) <= item.q.printed_low <= max(values)
    fits = outside or _pooled(*map(counted, figures))
    if fits or not nearly(_pooled, figures, FAR, counted) and or_slip(_pooled, figures, meant, (len(figures) - 1,), counted):
        yield _claim(parts, item.q, words.code)


def _parts(before: Sequence[Figure], what: str, item: Figure, words: Vocabulary) -> tuple[list[Part], list[Figure]]:
    """Each mean of that, with the last count before it, and every count; no parts if one has no count."""
    parts: list[Part] = []
    counts = [one for one in before if one.q.dimension.startswith("count:") and not one.q.per and one.q.factor == 1
              and words.pooled_mean.search(one.label) is None]
    last = 0
    for one in before:
        hit = words.pooled_mean.search(one.label)
        if hit is None or hit["what"] != what or one.q.unit != item.q.unit or words.pooled_all.search(one.label):
            continue
        own = [count for count in counts if last <= count.q.start < one.q.start and count.sentence == one.sentence]
        if not own:
            return [], counts
        parts.append(Part(own[-1], one))
        last = one.q.end
    return parts, counts


def _whole(parts: Sequence[Part], counts: Sequence[Figure], words: Vocabulary) -> bool:
    """Whether the parts are all: their counts make another one, or there is one of each sex."""
    if any(not kin(part.number.q, parts[0].number.q) for part in parts):
        return False
    total = sum(part.number.q.printed_low for part in parts)
    if any(one.q.printed_low == total and one.q.unit == parts[0].number.q.unit for one in counts):
        return True
    sexes = words.words["pooled_sexes"]
    return len(parts) == 2 == len(sexes) and all(sum(sex in part.number.label for part in parts) == 1 for sex in sexes)


def _pooled(*figures: Printed) -> bool:
    """Whether the last is the mean of the pairs before it."""
    *pairs, told = figures
    number = sum(count.value for count in pairs[::2])
    value = sum(count.value * mean.value for count, mean in zip(pairs[::2], pairs[1::2], strict=True)) / number
    return abs(value - told.value) <= max(mean.room for mean in pairs[1::2]) + told.room


def _claim(parts: Sequence[Part], told: Quantity, code: str) -> Claim:
    counts, means = [part.number.q for part in parts], [part.mean.q for part in parts]
    pairs = list(zip(counts, means, strict=True))
    made = sum(a.printed_low * b.printed_low for a, b in pairs)
    room = sum(a.printed_low * stated(b).room / (b.factor or 1.0) for a, b in pairs)
    total = _as_one(told, counts[0], means[-1], " + ".join(f"{a.text.strip()} × {b.text.strip()}" for a, b in pairs), made, room)
    heads = _as_one(counts[0], counts[0], counts[-1], " + ".join(q.text.strip() for q in counts), sum(q.printed_low for q in counts), 0.0)
    roles = [("total", total), ("count", replace(heads, unit="", dimension="")), ("mean", told)]
    return claim("mean", roles, f"{code}.across.pooled", code, severity="warning")


def _as_one(like: Quantity, first: Quantity, last: Quantity, text: str, value: float, half: float) -> Quantity:
    """A figure reckoned from those between two, in the unit of another; nobody is told what it would have to be."""
    return replace(like, text=f"({text})", start=first.start, end=last.end, low=value - half, high=value + half, printed_low=value,
                   printed_high=value, half=half, hedge="=", hidden=True)
