"""A figure in one sentence, what belongs to it in the next: shares of a whole, the year before, a mean, the same growth told twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from ...frozen import replace
from ...typed import TYPE_CHECKING
from ...values import Claim, Quantity
from .. import fitting
from ..misprints import exchanged, meant, slipped
from .items import Item, Sentence, claim, frame, overlapping
from .nearest.window import FAR
from .parts import changes

if TYPE_CHECKING:
    from ...values import Document
    from .words import Vocabulary

NEAR = 3                                 # clauses from a part to its share
CELLS, WHOLES, BACK = 12, 10, 3           # pairs looked at in a sentence, wholes tried for them, sentences between


def link(document: Document, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of figures in neighbouring sentences."""
    by_sentence: dict[int, list[int]] = {}
    for at, item in enumerate(found):
        by_sentence.setdefault(item.sentence, []).append(at)
    pie = any(vocabulary.mentions("pie", document.text) for vocabulary in words.values())
    sexes, each = (any(vocabulary.somewhere(name, document.text) for vocabulary in words.values()) for name in ("sexes_signs", "each"))
    for n, places in by_sentence.items():
        vocabulary = words[sentences[n].lang]
        inside = [found[k] for k in places]
        paragraph = inside[0].paragraph
        before = [found[k] for k in by_sentence.get(n - 1, ()) if found[k].paragraph == paragraph]
        if before:
            yield from _of_these(document.text, sentences[n], inside, before, vocabulary)
            yield from _before(document.text, sentences[n], inside, before, vocabulary)
            yield from _took_part(document.text, sentences[n - 1], sentences[n], before, inside, vocabulary)
        if sum(item.q.kind == "share" for item in inside) > 2:
            earlier = [found[k] for m in range(n - BACK, n + 1) for k in by_sentence.get(m, ()) if found[k].paragraph == paragraph]
            yield from _cells(document.text, sentences[n].start, inside, earlier, vocabulary)
            if pie:
                yield from _pie(document.text, sentences[n], inside, vocabulary)
        for k in places if each else ():
            yield from _mean(k, found, vocabulary)
        if sexes and len(inside) > 1:
            yield from _sexes(document.text, sentences[n], inside, before, vocabulary)
    yield from _growth(document.text, sentences, words)


# -- shares of a whole named before ---------------------------------------------------------------------------------------------

def _counted(q: Quantity) -> bool:
    return q.kind == "quantity" and q.hedge == "=" and not q.is_range and not q.per and q.printed_low > 0


def _pairs(text: str, inside: Sequence[Item], words: Vocabulary) -> list[tuple[Quantity, Quantity]]:
    """"68 (62.4%)", "68, or 62.4%", 68人，占62.4%: a part with its share."""
    found = []
    for a, b in pairwise(inside):
        if b.q.kind != "share" or not _counted(a.q) or b.q.hedge != "=" or b.number - a.number > 1:
            continue
        between = text[a.q.end : b.q.start]
        inside_brackets = between == ", " and b.depth == a.depth > 0
        if (inside_brackets or words.paired.fullmatch(between)) and not words.per.match(text, b.q.end, b.q.end + 12):
            found.append((a.q, b.q))
    return found[:CELLS]


def _of_these(text: str, sentence: Sentence, inside: Sequence[Item], before: Sequence[Item], words: Vocabulary) -> Iterator[Claim]:
    """"It has 40 shops. Of these, 12 (30%) are abroad": the whole is the one figure of the sentence before that can be."""
    head = words.of_these.match(text, sentence.start, sentence.end)
    known = "whole_marks" in words.words
    if head is None and not known or inside[0].adjusted(words) or before[0].adjusted(words):
        return
    pairs = _pairs(text, inside, words) if head is not None else []
    if known:
        pairs += [pair for pair in _named(inside, before, words, head is None) if pair not in pairs]
    if not pairs or head is not None and words.nested.search(text, head.end(), sentence.end):
        return
    kind = pairs[0][0].dimension
    wholes = [item.q for item in before if item.q.kind == "quantity" and not item.q.per and not _change(item, words)]
    wholes = [q for q in wholes if q.dimension == kind or _bare(q) and (not kind or kind.startswith("count"))]
    alike = [q for q in wholes if q.unit and q.unit == pairs[0][0].unit]
    wholes = alike if len(alike) == 1 else wholes              # 旅客2400万人次，车辆520万辆次。其中旅客…
    if len(wholes) != 1 or wholes[0].is_range:
        return
    first = pairs[0][0]
    if any(item.q.kind == "quantity" and item.q.start < first.start and item.q.dimension in ("", kind) and not _change(item, words)
           and item.q.printed_low * item.q.factor > first.printed_low * first.factor for item in inside):
        return                                                # "Among that population of 940, 310 (33%) …": of its own
    if any(part.printed_low * part.factor > wholes[0].printed_high * wholes[0].factor for part, _ in pairs):
        return
    for part, share in pairs:
        yield claim("share", [("whole", wholes[0]), ("part", part), ("percent", share)], f"{words.code}.across.of_these", words.code)


def _named(inside: Sequence[Item], before: Sequence[Item], words: Vocabulary, fully: bool) -> Iterator[tuple[Quantity, Quantity]]:
    """其中，民营企业进出口18亿元，增长4%，占进出口总值的30%: a share of what the sentence before names;
    ``fully``: with a word for all of it."""
    part: Item | None = None
    for item in inside:
        if item.q.kind != "share":
            part = item if _counted(item.q) and not _change(item, words) else None
            continue
        mark = words.share.search(item.label)
        if mark is None:
            part = part if part is not None and _change(item, words) else None
            continue
        if "in_turn" in words.words and words.in_turn.search(item.label):
            part = None                                       # 占比分别为…: the last of several is not of the first share
            continue
        alone = not item.label[: mark.start()].strip(" ，,、") and item.q.hedge == "="
        if part is not None and alone and item.number - part.number < NEAR:
            name = words.copula.sub("", item.label[mark.end() :].strip()).strip(words.edges)
            alike = [other for other in before if other.q.dimension == part.q.dimension]
            if not words.change.search(name) and _wanted(name, fully, alike, words):
                yield part.q, item.q
        part = None


def _wanted(name: str, fully: bool, before: Sequence[Item], words: Vocabulary) -> bool:
    if fully:
        return words.whole_named.search(name) is not None and _echoes(name, before, words)
    return not name or _echoes(name, before, words)


def _echoes(name: str, before: Sequence[Item], words: Vocabulary) -> bool:
    """Whether the one amount of the sentence before is all of what is named."""
    wholes = [item for item in before if item.q.kind == "quantity" and not _change(item, words)] if len(before) <= CELLS else []
    if len(wholes) != 1:
        return False
    core = words.whole_totals.sub("", name)
    mark = words.whole_marks.match(core)
    told = wholes[0].text[wholes[0].begin : wholes[0].q.start]
    if mark is not None and mark.end() < len(core):
        if mark["time"] is None and mark[0] not in told:
            return False
        core = core[mark.end() :].strip(words.edges)
    label = words.whole_totals.sub("", frame(wholes[0], words))
    rest = label.removesuffix(core)
    return bool(core) and rest != label and (not rest or words.whole_marks.fullmatch(rest) is not None)


def _bare(q: Quantity) -> bool:
    return not q.dimension or q.dimension.startswith("count")


def _change(item: Item, words: Vocabulary) -> bool:
    return changes(item.label, words)


def _fits(part: Quantity, whole: Quantity, share: Quantity) -> bool:
    return fitting.share(fitting.exact(part), fitting.exact(whole), fitting.printed(share))


def _cells(text: str, start: int, inside: Sequence[Item], earlier: Sequence[Item], words: Vocabulary) -> Iterator[Claim]:
    """"n (P%)" again and again: the whole is a figure before that fits at least two of them; the odd one must look like a slip."""
    pairs = [pair for pair in _pairs(text, inside, words) if _bare(pair[0]) and pair[0].printed_low == int(pair[0].printed_low)]
    if len(pairs) < 3 or inside[0].adjusted(words) or words.subgroup.search(text, start, inside[-1].q.start):
        return
    counts = [item.q for item in earlier if _counted(item.q) and _bare(item.q) and item.q.printed_low == int(item.q.printed_low)]
    wholes = {q.printed_low: q for q in counts if q.printed_low >= max(p.printed_low for p, _ in pairs[:2])}
    for whole in list(wholes.values())[-WHOLES:]:
        odd = [pair for pair in pairs if not _fits(pair[0], whole, pair[1])]
        if len(odd) != 1 or len(pairs) - len(odd) < 2:
            continue
        part, share = odd[0]
        if any(_fits(part, other, share) for other in counts if other is not part):
            return
        sizes = {q.printed_low for q in counts if q is not part}
        if any(a + b == part.printed_low or abs(100 * part.printed_low / (a + b) - share.printed_low) <= share.half
               for a, b in combinations(sorted(sizes), 2)):
            return                                            # both groups together, of both
        if slipped(share, 100 * part.printed_low / whole.printed_low) or slipped(part, whole.printed_low * share.printed_low / 100):
            yield claim("share", [("whole", whole), ("part", part), ("percent", share)], f"{words.code}.across.cells", words.code)
        return


def _sexes(text: str, sentence: Sentence, inside: Sequence[Item], before: Sequence[Item], words: Vocabulary) -> Iterator[Claim]:
    """"109 residents … 68 men and 41 women": men and women are all, unless another count before them says otherwise."""
    hit = words.sexes.search(text, inside[0].q.start, sentence.end)
    if hit is None or words.subgroup.search(text, sentence.start, hit.start()):
        return
    parts = [item.q for item in inside if item.q.start in (hit.start("a"), hit.start("b"))]
    counts = [item.q for item in (*before, *inside) if item.q.start < hit.start() and _counted(item.q) and _bare(item.q)]
    if len(parts) != 2 or not counts or not all(_counted(q) for q in parts):
        return
    men, women = (q.printed_low for q in parts)
    if any(q.printed_low == men + women for q in counts):
        return
    whole = counts[-1].printed_low
    if any(exchanged(x, y) for x, y in ((whole, men + women), (men, whole - women), (women, whole - men))):
        roles = [("total", counts[-1]), *(("part", q) for q in parts)]
        yield claim("total", roles, f"{words.code}.across.sexes", words.code, severity="warning")


def _pie(text: str, sentence: Sentence, inside: Sequence[Item], words: Vocabulary) -> Iterator[Claim]:
    """The slices of one pie chart."""
    shares = [item.q for item in inside if item.q.kind == "share"]
    if len(shares) > 2 and words.pie.search(text, sentence.start, sentence.end) and not any(_change(item, words) for item in inside):
        yield claim("shares_whole", [("share", q) for q in shares], f"{words.code}.across.pie", words.code, exhaustive="no")


# -- the year before ------------------------------------------------------------------------------------------------------------

def _before(text: str, sentence: Sentence, inside: Sequence[Item], previous: Sequence[Item], words: Vocabulary) -> Iterator[Claim]:
    """"Sales were 78m, up 8.2%. A year earlier, they were 72m"."""
    first = inside[0]
    if len(previous) < 2 or words.prior.search(" ".join(text[sentence.start : first.q.start].split())) is None:
        return
    level, step = previous[-2], previous[-1]
    if level.q.kind == "share" and step.q.kind == "quantity":     # "fell 61% to 25m"
        if words.goal.search(step.label) is None or len(previous) > 2:
            return
        level, step = step, level
    if step.q.kind != "share" or level.q.kind != "quantity" or level.q.dimension != first.q.dimension or not first.q.dimension:
        return
    if first.adjusted(words) or step.adjusted(words) or abs(step.number - level.number) > 1:
        return
    if _change(level, words) and step.q.start > level.q.start:
        return
    if not words.yearly.search(step.label) or level.q.per != first.q.per or sum(i.q.dimension == first.q.dimension for i in inside) > 1:
        return
    down = words.falling.search(step.label) is not None
    direction = "down" if down else "up"
    led = text[sentence.start : first.q.start]
    if "prior_loose" in words.words and words.prior_loose.search(led) \
            and not fitting.only_slip(fitting.directed(fitting.growth, direction), (first.q, level.q, step.q), meant, FAR, fitting.stated):
        return                                                # "rose 12.4% to 84m. In the previous quarter it was 79m": of the year
    roles = [("new", level.q), ("percent", step.q), ("old", first.q)]
    yield claim("change", roles, f"{words.code}.across.before", words.code, direction=direction)


def _took_part(text: str, first: Sentence, second: Sentence, before: Sequence[Item], inside: Sequence[Item],
               words: Vocabulary) -> Iterator[Claim]:
    """"We enrolled 120 goats. Sixty-six (55.0%) were black": the one count before is the whole if it fits another share, or nearly this."""
    counts = [item.q for item in before if _counted(item.q) and _bare(item.q) and item.q.printed_low == int(item.q.printed_low)]
    pairs = _pairs(text, inside, words)
    if len(counts) != 1 or not pairs or words.took_part.search(text, first.start, first.end) is None:
        return
    whole = counts[0]
    if text[second.start : pairs[0][0].start].strip() or words.subgroup.search(text, second.start, second.end):
        return
    if any(part.printed_low > whole.printed_low or not _bare(part) for part, _ in pairs):
        return
    odd = [pair for pair in pairs if not _fits(pair[0], whole, pair[1])]
    for part, share in pairs:
        near = share.half < 0.5 and slipped(share, 100 * part.printed_low / whole.printed_low)
        if (part, share) not in odd or len(odd) < len(pairs) or near:
            yield claim("share", [("whole", whole), ("part", part), ("percent", share)], f"{words.code}.across.took_part", words.code)


# -- means ----------------------------------------------------------------------------------------------------------------------

def _mean(at: int, found: Sequence[Item], words: Vocabulary) -> Iterator[Claim]:
    """平均每户3.1人, with households and their people counted before."""
    item = found[at]
    hit = words.mean.search(item.label) if item.q.kind == "quantity" and words.mentions("each", item.label) else None
    if hit is None:
        return
    count = total = None
    for other in reversed(found[max(0, at - 12) : at]):
        if other.paragraph != item.paragraph or other.q.kind != "quantity":
            continue
        label = words.bare(frame(other, words))
        if count is None and label.endswith(hit["each"]):
            count = other.q
        elif total is None and label.endswith(hit["each"] + hit["what"]) and other.q.dimension == item.q.dimension:
            total = other.q
    if count is not None and total is not None and total.printed_low > item.q.printed_high:
        yield claim("mean", [("total", total), ("count", count), ("mean", item.q)], f"{words.code}.across.mean", words.code)


def _spoken(rate: Claim) -> frozenset[str]:
    """How a rate is told: by what it is in, over what time."""
    return frozenset(f"{role} {q.unit}" for role, q in rate.roles if q.dimension == "[time]") or frozenset(role for role, _ in rate.roles)


# -- one growth, told twice -----------------------------------------------------------------------------------------------------

def _growth(text: str, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Two rates of growth for one thing over one time, in neighbouring sentences: at most a warning."""
    last: tuple[int, Claim, frozenset[str]] | None = None
    for n, sentence in enumerate(sentences):
        rates = [c for c in sentence.claims if c.relation == "growth" and c.mood == "stated" and "linked" not in c.options]
        if len(rates) != 1:
            last = None if rates else last
            continue
        rate = rates[0]
        names = words[sentence.lang].names(text[sentence.start : rate.start])
        if last is not None and n - last[0] <= 2 and last[1].lang == rate.lang and len(names & last[2]) >= words[sentence.lang].alike:
            first = last[1]
            if overlapping(first.period, rate.period) and _spoken(first).isdisjoint(_spoken(rate)):
                options = {**first.options, **rate.options, "linked": "yes", "severity": "warning", "scope": "document"}
                yield replace(rate, start=first.start, text=text[first.start : rate.end], roles=first.roles + rate.roles, options=options,
                              rule=f"{rate.lang}.across.growth")
        last = (n, rate, names)
