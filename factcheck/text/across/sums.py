"""A total and the parts that are listed with it: 发行债券50亿元，其中一般债券20亿元、专项债券30亿元.

其中 does not say that the list is complete, so that parts that fall short are no error.  A claim is made if they do add up, or if one
slip of the pen in one figure keeps them from it: two digits swapped, a scale word, in a long figure one digit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from ...frozen import replace
from ...patterns import regex
from ...typed import TYPE_CHECKING
from ...values import Quantity
from ..misprints import swapped, swaps
from .items import Item, Sentence, by_sentence, claim, kin

if TYPE_CHECKING:
    from ...values import Claim, Document
    from .words import Vocabulary

_ROW = regex.compile(r"(?<![\d.])(\d{1,2}(?:\.\d{1,2})?)[:：∶](\d{1,2}(?:\.\d{1,2})?)[:：∶](\d{1,2}(?:\.\d{1,2})?)(?![\d.:：∶])")
NEAR_ALL = 70.0                           # percent; rows that are farther from a hundred are of something else
CLOSED = regex.compile(r"[(（][^()（）]*+[)）]")               # a bracket that holds none of the parts
REACH = 24                                # figures looked at from a total
MOST = 12                                 # parts of a list
APART = 20                               # characters behind the last part that say what it does
NAME = 4                                  # characters in which what a total counts is named
ENOUGH = 3                                # parts that make a list
SWAPPED, CHANGED, SHIFTED = 3, 5, 3       # digits that a figure needs for such a slip to prove anything
FAR = 4.0                                 # times what rounding may do, that two digits exchanged must do more
PLAIN = ("=", "about")
ONE_WAY = 1.5                             # of what roundings of measures may come to, that they do
WORDS = (10.0, 1e3, 1e6)                  # a point or a scale word amiss, which makes no sum of others


def link(document: Document, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Totals with the parts that follow or go before."""
    text = document.text
    yield from _structure(text, sentences, words)
    before: list[Item] = []
    for n, items in by_sentence(found):
        inside = [item for item in items if item.q.kind == "quantity" and not item.q.per]
        vocabulary = words[sentences[n].lang]
        enough = len(inside) > 2 or len(inside) == 2 and before       # a total and two parts
        kinds = {"count" if item.q.dimension[:6] in ("", "count:") else item.q.dimension for item in inside}
        if enough and len(kinds) < len(inside) and "sums_open" in vocabulary.words and not inside[0].loose_parts(vocabulary):
            yield from _sentence(text, sentences[n], inside, before, vocabulary)
        before = inside


def _structure(text: str, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """三次产业结构由12:45:43调整为10:42:48: shares of one whole in a row, no percent signs."""
    if _ROW.search(text) is None:
        return
    for sentence in sentences:
        vocabulary = words[sentence.lang]
        if "structure" not in vocabulary.words or vocabulary.structure.search(text, sentence.start, sentence.end) is None:
            continue
        for row in _ROW.finditer(text, sentence.start, sentence.end):
            shares = [_share(text, row.start(k), row.end(k), sentence.lang) for k in (1, 2, 3)]
            if NEAR_ALL <= sum(q.printed_low for q in shares) <= 200 - NEAR_ALL:
                roles = [("share", q) for q in shares]
                yield claim("shares_whole", roles, f"{vocabulary.code}.across.structure", vocabulary.code, exhaustive="yes")


def _share(text: str, start: int, end: int, lang: str) -> Quantity:
    value = float(text[start:end])
    half = 0.5 * 10.0 ** -len(text[start:end].partition(".")[2])
    ends = (value - half, value + half, value, value)
    return Quantity(text[start:end], start, end, *ends, "percent", "share", half=half, dimension="percent", lang=lang)


def _sentence(text: str, sentence: Sentence, inside: Sequence[Item], before: Sequence[Item], words: Vocabulary) -> Iterator[Claim]:
    held: set[int] = set()
    plain = [item for item in inside if not changed(item, words)]
    head = words.of_these.match(text, sentence.start, sentence.end)
    if head is None and "sums_head" in words.words:
        head = words.sums_head.match(text, sentence.start, sentence.end)       # 分产业看，
    if head is not None and plain and before:
        levels = [item for item in before[-REACH:] if _alike(plain[0].q, item.q, words) and not changed(item, words)
                  and ("share_behind" not in words.words or words.share_behind.match(item.text, item.q.end, item.end) is None)]
        if levels and levels[0].paragraph == plain[0].paragraph and plain[0].sentence - levels[0].sentence == 1:
            yield from _of_one(levels, plain[:REACH], words, held)
    elif head is None and before and "sums_told" not in words.words and len(plain) > 1:      # their names tell, as no words lead to them
        yield from _alike_named(plain[:REACH], before[-REACH:], words, held)
    elif head is None and before and len(plain) == len(inside):
        yield from _told_before(plain, before, words, held)
    for at, total in enumerate(plain):
        if total.q.start in held or "sums_mean" in words.words and words.sums_mean.search(total.label):
            continue
        after = plain[at + 1 : at + 1 + REACH]
        if (listed := _opened(text, total, after, words)) is not None:
            parts, sure = listed
            yield from judged(total, parts, words, held, sure, _fills(text, total, parts, words))
        elif "sums_of" in words.words and at == 0 and words.sums_of.fullmatch(total.label) and len(plain) == len(inside):
            if "sums_left" in words.words and words.sums_left.search(text, inside[-1].q.end, sentence.end):
                continue                                      # "and roads got the rest"
            parts = _parts(total, after, words)
            if all(_counts(item.q, total.q) for item in after) and not any(words.sums_not.search(item.label) for item in after):
                parts = list(after[:MOST])                    # "of the 1,208 ewes 214 had singles, 823 twins and 171 triplets"
            yield from judged(total, parts, words, held)
        elif "row" in words.words and _row(text, total, after) and not (at and _row(text, plain[at - 1], plain[at : at + ENOUGH])):
            yield from judged(total, after, words, held)
        elif after and "sums_beside" in words.words:
            parts = _beside(text, sentence.end, total, after, words)
            yield from judged(total, parts, words, held)
        if at > 1 and words.sums_close.search(total.label):
            parts = [item for item in _parts(total, plain[max(0, at - REACH) : at], words) if item.depth == total.depth]
            yield from judged(total, parts[::-1], words, held)


def _of_one(levels: Sequence[Item], plain: Sequence[Item], words: Vocabulary, held: set[int]) -> Iterator[Claim]:
    """The parts of the one amount before; of several, of that which they make up, or of the last one, if they are a list:
    2400家披露业绩预告，1306家预喜。其中，略增214家，扭亏267家，预增825家.
    """
    last, parts = levels[-1], _parts(levels[-1], plain, words)
    made = [item for item in levels[:-1] if _adds_up(item, _parts(item, plain, words))]
    if made:
        yield from judged(made[-1], _parts(made[-1], plain, words), words, held)
    elif len(levels) == 1 or len(parts) >= ENOUGH and parts == list(plain):
        yield from judged(last, parts, words, held)


def _adds_up(total: Item, parts: Sequence[Item]) -> bool:
    room = _room(total.q) + sum(_room(item.q) for item in parts)
    return len(parts) >= ENOUGH and abs(sum(_value(item.q) for item in parts) - _value(total.q)) <= room


def _opened(text: str, total: Item, after: Sequence[Item], words: Vocabulary) -> tuple[list[Item], bool] | None:
    """The parts that a word opens behind their total ("including", 其中), and whether it says that they are its parts."""
    if not after or words.sums_open.search(text, total.q.end, after[min(2, len(after) - 1)].q.start + 1) is None:
        return None
    parts = _parts(total, after, words)
    between = CLOSED.sub("", text[total.q.end : parts[0].q.start]) if parts else ""
    tail = between[max(between.rfind("；"), between.rfind(";")) + 1 :].lstrip()
    if words.sums_open.search(between) is None or "。" in between or tail != between.lstrip() and words.among.match(tail) is None:
        return None
    marked = between.lstrip().startswith(("（", "(", ":"))
    return parts, marked or "sums_told" in words.words or words.sums_sure.search(between) is not None


def _beside(text: str, end: int, total: Item, after: Sequence[Item], words: Vocabulary) -> list[Item]:
    """The parts of "1,320 people, 945 passengers and 375 crew": named things to the end of the clause."""
    parts: list[Item] = []
    previous, sign = total, words.sums_beside
    for item in after:
        if item.depth != total.depth or sign.fullmatch(text, previous.q.end, item.q.start) is None or not _counts(item.q, total.q):
            break
        parts.append(item)
        previous, sign = item, words.sums_between
    return parts if len(parts) > 1 and words.sums_ends.match(text, previous.q.end, end) else []


def _counts(part: Quantity, total: Quantity) -> bool:
    """Whether both are of things or people, whatever they are called, or of one unit."""
    return part.dimension == total.dimension or {part.dimension[:6], total.dimension[:6]} <= {"", "count:"}


def _alike_named(plain: Sequence[Item], before: Sequence[Item], words: Vocabulary, held: set[int]) -> Iterator[Claim]:
    """全省有林地86万亩。东部有林地21万亩；中部有林地34万亩；西部有林地31万亩: parts that are called what their total is."""
    levels = [item for item in before if _alike(plain[0].q, item.q, words) and not changed(item, words)]
    if len(levels) != 1 or plain[0].sentence - levels[0].sentence != 1 or plain[0].paragraph != levels[0].paragraph:
        return
    parts = _parts(levels[0], plain, words)
    long = NAME if len(parts) >= ENOUGH else NAME // 2
    name = words.copula.sub("", levels[0].label.strip()).strip()[-long:]
    exact = len(f"{_value(levels[0].q):.0f}".rstrip("0")) >= SWAPPED
    if len(name) == long and exact and len(parts) == len(plain) and all(name in item.label for item in parts):
        yield from judged(levels[0], parts, words, held)


def _told_before(parts: Sequence[Item], before: Sequence[Item], words: Vocabulary, held: set[int]) -> Iterator[Claim]:
    """"It will cut 900 jobs.  Some 400 go in Hull, 300 in York and 200 in Leeds": the one amount before, and nothing but parts."""
    near = parts[0].sentence - before[0].sentence == 1 and parts[0].paragraph == before[0].paragraph
    if not near or len(before) > 1 or len(parts) > MOST or "sums_told" not in words.words:
        return
    total, rest = before[0], words.sums_rest.search(parts[-1].label) is not None
    opens = words.sums_told.fullmatch(parts[0].text[parts[0].begin : parts[0].q.start].strip() + " ") is not None \
        or not parts[0].text[parts[0].begin : parts[0].q.start].strip()
    if not rest and words.sums_left.search(parts[-1].text, parts[-1].q.end, parts[-1].end):
        return                                                # "the rest were missing"
    exact = len(f"{_value(total.q):.0f}".rstrip("0")) >= SWAPPED
    if len(parts) < (2 if rest or opens and exact else ENOUGH) or changed(total, words) or total.q.kind != "quantity" or total.q.per:
        return
    if any(not kin(item.q, total.q) or words.sums_not.search(item.label) for item in parts) or total.loose_parts(words):
        return
    yield from judged(total, parts, words, held)


def _fills(text: str, total: Item, parts: Sequence[Item], words: Vocabulary) -> bool:
    """Whether three parts or more fill a bracket right behind the total: 52例（甲地31例，乙地14例，丙地7例）."""
    if len(parts) < ENOUGH or not text[total.q.end : parts[0].q.start].lstrip().startswith(("（", "(")):
        return False
    start = text.index("（" if "（" in text[total.q.end : parts[0].q.start] else "(", total.q.end)
    close = min((at for sign in "）)" if (at := text.find(sign, start)) >= 0), default=-1)
    inside = text[start:close]
    last = max((item.q.end for item in parts if item.q.end <= close), default=-1)
    return last == close and parts[-1].q.end == close and words.some.search(inside) is None and not any(sign in inside for sign in "；;。")


def _row(text: str, total: Item, parts: Sequence[Item]) -> bool:
    """Whether parts stand in a row behind their total, with nothing but a comma or a name between any two."""
    if len(parts) < ENOUGH or len({item.q.unit for item in parts}) > 1 or any(item.depth != total.depth for item in parts):
        return False
    row = [total, *parts]
    return all(0 < b.number - a.number <= 1 and "；" not in text[a.q.end : b.q.start] for a, b in pairwise(row))


def changed(item: Item, words: Vocabulary) -> bool:
    """Whether a figure is a step, a range or nothing: no part and no total."""
    if item.q.printed_low <= 0 or item.q.is_range:
        return True
    step = words.sums_step.search
    return step(item.label) is not None and step(words.levels.sub("", words.periods.sub("", item.label))) is not None


def _parts(total: Item, items: Sequence[Item], words: Vocabulary) -> list[Item]:
    """The figures that may be parts: of one dimension, on one level of brackets, no changes and no means."""
    items = [_measured(item, total, words) for item in items]
    parts = [item for item in items if (_alike(item.q, total.q, words) or _named(item, total)) and not _apart(item, total, words)]
    depth = parts[0].depth if parts else 0
    stops = [getattr(words, name) for name in ("sums_nested", "sums_closed") if name in words.words]
    kept: list[Item] = []
    for item in parts:
        if item.depth < depth or kept and any(stop.fullmatch(item.text, kept[-1].q.end, item.q.start) for stop in stops):
            break
        if item.depth == depth:
            kept.append(item)
    also = next((item for item in items if kept and item.q.start > kept[-1].q.start), None)
    if also is not None and "sums_also" in words.words and also.depth == depth and _counts(also.q, total.q) \
            and words.sums_also.fullmatch(also.text, kept[-1].q.end, also.q.start):
        kept.append(also)                                     # "254 in the lower house, as well as 17 delegates"
    return kept[:MOST]


def _apart(item: Item, total: Item, words: Vocabulary) -> bool:
    """Whether a word that the total does not share says that a figure is no part: a mean, a goal, a balance."""
    return any(hit[0] not in total.label for hit in words.sums_not.finditer(item.label))


def _measured(item: Item, total: Item, words: Vocabulary) -> Item:
    """A bare part of a length, an area or a weight, in the unit of its total: "1,460 hectares: 812 of wood, 648 of heath"."""
    q, whole = item.q, total.q
    if q.dimension or not words.bare_units or whole.dimension[:1] != "[" or whole.dimension == "[time]":
        return item
    return item._replace(q=replace(q, unit=whole.unit, dimension=whole.dimension, factor=whole.factor))


def _alike(part: Quantity, total: Quantity, words: Vocabulary) -> bool:
    """Of one dimension; where a unit need not be said twice, bare figures go with it."""
    return part.dimension == total.dimension or not part.unit and part.unit in words.bare_units and kin(part, total)


def _named(part: Item, total: Item) -> bool:
    """90个议席，其中40席: the measure word of the part stands in the name of what the total counts."""
    word = part.q.text[-1:]
    counts = {part.q.dimension[:6], total.q.dimension[:6]} == {"count:"}
    return counts and word.isalpha() and word in total.text[total.q.end : total.q.end + NAME]


def _value(q: Quantity) -> float:
    return q.printed_low * q.factor


def _room(q: Quantity) -> float:
    """Half of the last digit; whole numbers of things are counts, and exact."""
    return 0.0 if q.half <= 0.5 and "." not in q.text else q.half * q.factor


def judged(total: Item, parts: Sequence[Item], words: Vocabulary, held: set[int], sure: bool = True,
           full: bool = False) -> Iterator[Claim]:
    """The claim of a total and the first of these parts that make it, or would but for a slip; ``sure`` if words say that they are its
    parts, ``full`` if they also say that they are all.
    """
    if total.q.hedge not in PLAIN:
        return
    parts = list(takewhile(lambda item: item.q.hedge in PLAIN, parts))
    if len(parts) < 2 or total.depth and all(item.depth for item in parts):
        return                                    # "China (152), South Korea (44), …": one of the list
    breaks = [size for size in range(2, len(parts)) if _ended(parts[size - 1], parts[size])]
    long = len(f"{_value(total.q) / max(2 * _room(total.q), 1.0):.0f}") >= SWAPPED
    for size in range(2, len(parts) + 1):
        if size < len(parts) and size not in breaks and not long:
            continue                          # "18, of them 6 and 12 …": of small numbers some always add up
        room = _room(total.q) + sum(_room(item.q) for item in parts[:size])
        gap = sum(_value(item.q) for item in parts[:size]) - _value(total.q)
        if abs(gap) <= room * 1.0001 + 1e-9 * _value(total.q):
            yield from _claimed(total, parts[:size], words, held)
            return
    own = [total, *(item for item in parts if not _named(item, total))]
    units = {item.q.unit for item in own if not item.q.dimension.startswith("count:") or not words.bare_units}
    if not sure or not (total.q.unit or _heads(total, words)) or len(units - words.bare_units) > 1:
        return
    if full:
        yield from _claimed(total, parts, words, held)
        return
    rest = next((n for n, item in enumerate(parts, 1) if words.sums_rest.search(item.label)), 0)
    fit = all(_value(item.q) < _value(total.q) for item in parts[:rest])
    if rest > 2 and fit and all(size >= rest for size in breaks):             # 其他 ends a list of all there is
        yield from _claimed(total, parts[:rest], words, held)
        return
    first = min(parts, key=lambda item: item.q.start)
    last = max(item.q.end for item in parts)
    if words.sums_apart.search(first.text, max(first.start, first.near[0]), min(first.end, last + APART)) is not None:
        return                                    # "115 are diesel and 54 have ramps": the same bus may
    for size in dict.fromkeys([*breaks[:1], len(parts)]):
        if _slip(total.q, [item.q for item in parts[:size]], words.scales):
            yield from _claimed(total, parts[:size], words, held)
            return


def _heads(total: Item, words: Vocabulary) -> bool:
    """Whether a bare total is one of people by the words that lead to it: "The population is 4,871"."""
    return "sums_heads" in words.words and words.sums_heads.search(total.label) is not None


def _ended(a: Item, b: Item) -> bool:
    """Whether the list ends between two figures."""
    first, second = sorted((a, b), key=lambda item: item.q.start)
    return any(sign in first.text[first.q.end : second.q.start] for sign in "；;。")


def _claimed(total: Item, parts: Sequence[Item], words: Vocabulary, held: set[int]) -> Iterator[Claim]:
    held.update(item.q.start for item in parts)
    roles = [("total", total.q), *(("part", item.q) for item in parts)]
    yield claim("total", roles, f"{words.code}.across.listed", words.code, severity="warning")


def _slip(total: Quantity, parts: Sequence[Quantity], scales: Sequence[float]) -> bool:
    """Whether one figure, written as its author may have meant it, makes the sum right."""
    room = _room(total) + sum(map(_room, parts))
    gap = sum(map(_value, parts)) - _value(total)
    fine = len(f"{round(_value(total) / max(2 * total.half * total.factor, 1e-12))}".strip("0")) > SWAPPED
    least = SWAPPED - (gap > room or fine)    # parts that are more than their total are wrong in any case; a long total proves more
    near = room / 2                           # roundings seldom all go one way: a slip has to explain more than they might
    if total.dimension[:6] not in ("", "count:") and abs(gap) > FAR * (rounded := sum(q.half * q.factor for q in (total, *parts))):
        near = max(near, rounded / ONE_WAY)   # tonnes are measured and rounded, each part for itself
    return _misprinted(total, _value(total) + gap, near, scales, least) \
        or any(_misprinted(q, _value(q) - gap, near, scales, least) for q in parts)


def _misprinted(q: Quantity, meant: float, room: float, scales: Sequence[float], least: int = SWAPPED) -> bool:
    value, step = _value(q), max(2 * q.half * q.factor, 1e-12)
    if meant <= 0 or value <= 0:
        return False
    half = step / 2
    for scale in scales:
        smaller = max(ONE_WAY * room - half, 0.0) + half / scale     # with a smaller scale word its last digit is smaller, too
        if abs(value * scale - meant) <= room + 1e-9 * meant or abs(value / scale - meant) <= min(room, smaller) + 1e-9 * meant:
            return len(f"{round(value / step)}".strip("0")) >= SHIFTED - (scale in WORDS)
    printed = f"{round(value / step)}"
    if room > 2.5 * step:                                     # the total is told in millions, its parts to the unit
        return len(printed.rstrip("0")) >= 2 and any(abs(x - meant) <= room < abs(x - value) / FAR for x in swaps(q))
    near = {f"{round((meant + shift) / step)}" for shift in (-room, 0.0, room)}
    if len(printed) >= least and any(len(x) == len(printed) and swapped(x, printed) for x in near):
        return True
    alike = [x for x in near if len(x) == len(printed) and len(printed.rstrip("0")) >= CHANGED]
    return any(sum(c != d for c, d in zip(x, printed, strict=True)) == 1 for x in alike)
