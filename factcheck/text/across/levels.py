"""A step and the only two levels that it can be between, whatever their order: "Admissions, which had averaged 640 a month, dropped to 480
after the ban, a decline of 25%"; "A year ago it had 40 staff.  It now employs 50, 25% more".

No rule reads these words.  The step must be told as one and stand by itself behind the levels, these must be the only two amounts of
their unit, one of them marked as what was before, and the step must go the way that they do.  The words are patterns of the language;
one without them has no such links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING, NamedTuple
from ..claims import as_percent
from ..conditions.seen import has
from ..fitting import POINTS, difference, directed, or_slip, step_or_slip
from ..lexicon import UNKNOWN
from ..misprints import variants
from .items import Item, Sentence, claim, kin, neighbours, size

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from .words import Vocabulary

NOUNS = frozenset({"change_noun", "comparative"})
VERBS = frozenset({"change_verb", "level_verb", "change_noun"})
LIGHT = {"hedge", "filler"}
YEARLY = {"base_year"}                    # "a 12% year-on-year rise"
MOST = 6                                 # figures of a sentence
FAR = 60                                 # characters on either side of a level in which it says when it was
LARGEST = 4.0                            # times: levels farther apart are of one thing only if a scale word is wrong


class Step(NamedTuple):
    """A figure told as a change."""

    q: Quantity
    direction: str                        # "" if its noun does not say ("a change of 5%")
    compares: bool                        # "5% more": than the other level
    start: int                            # before the words that make it one
    end: int                              # behind them


def link(document: Document, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of steps that no rule has read."""
    text = document.text
    for n, inside, before in neighbours(found):
        vocabulary = words[sentences[n].lang]
        if "levels_was" in vocabulary.words and len(inside) <= MOST:
            yield from _sentence(text, sentences, n, inside, before if len(before) <= MOST else [], vocabulary)


def _sentence(text: str, sentences: Sequence[Sentence], n: int, inside: list[Item], before: list[Item],
              words: Vocabulary) -> Iterator[Claim]:
    sentence = sentences[n]
    shares = [item for item in inside if item.q.unit == "percent" or item.q.kind == "fraction" or item.q.dimension in POINTS]
    opens = bool(before) and (words.levels_step.match(text, sentence.start, sentence.end)
                              or words.levels_stepped.match(text, sentence.start, sentence.end)) is not None
    steps = [one for item in shares if (one := step(sentence, item, words)) is not None]
    if not opens and len(steps) != 1 or inside[0].adjusted(words) or words.levels_not.search(text, sentence.start, sentence.end):
        return
    if opens:
        yield from _named(text, sentences[n - 1], sentence, inside, before, words)
    if len(steps) != 1 or _held(sentence, steps[0]) or not alone(text, sentence, steps[0], words):
        return
    told, levels = steps[0], [item for item in inside if _level(item, steps[0], sentence, words)]
    pair = _two(levels)
    ahead = [item for item in levels if item.q.end <= told.start]
    if len(ahead) == 1 < len(levels) and words.levels_aside.match(text, told.end, sentence.end) is not None:
        pair, levels = None, ahead                            # "…, despite the completion of 310 homes"
    if pair is not None and pair[1].q.end <= told.start:
        if any(pair[1].q.end < item.q.start < told.start and not item.depth for item in inside) \
                or words.levels_broken.search(text, pair[1].q.end, told.start):
            return                                            # "…, at a price of $40, an increase of 5%"; "then rose"
        yield from _together(text, sentence.start, told.start, told, pair, words)
    elif pair is None and before and not words.levels_not.search(text, sentences[n - 1].start, sentences[n - 1].end):
        first = sentences[n - 1]
        earlier = [item for item in before if _level(item, told, first, words)]
        pair = _two(earlier)
        if pair is not None and not levels and words.then.match(text, sentence.start, sentence.end):
            yield from _together(text, first.start, first.end, told, pair, words)
        elif levels:
            yield from _apart(text, first, sentence, told, earlier, levels, words)


def _named(text: str, first: Sentence, second: Sentence, inside: list[Item], before: list[Item], words: Vocabulary) -> Iterator[Claim]:
    """"Revenue was $126m, compared to $105m.  The increase of $21m, or 20%, was driven by volume": what the step is, of the two before."""
    head = words.levels_step.match(text, second.start, second.end) or words.levels_stepped.match(text, second.start, second.end)
    plain = [item for item in before if item.q.kind == "quantity" and not item.q.is_range and not item.depth]
    pair = _two([item for item in plain if item.q.printed_low > 0])
    if pair is None or head is None or inside[0].q.start != head.end("step"):
        return
    one, two = (item.q for item in pair)
    was = words.levels_was.search(text, first.start, one.start), words.levels_was.search(text, one.end, two.start)
    years = [q.printed_low for q in first.quantities.values() if q.kind == "year" and not q.is_range]
    if words.levels_listed.search(text, first.start, first.end) and len(years) == 2 and years[0] != years[1]:
        old, new = (one, two) if years[0] < years[1] else (two, one)
    elif words.levels_not.search(text, first.start, first.end):
        return
    elif (was[0] is None) != (was[1] is None):
        old, new = (one, two) if was[0] is not None else (two, one)
    else:
        dated = _by_year(text, one, two, first.end, words)
        if not any(dated):
            return
        old, new = (one, two) if dated[0] else (two, one)
    rises, falls = size(new) > size(old), words.falling.search(text, second.start, inside[0].q.end + FAR // 3) is not None
    steps = [inside[0].q]
    if len(inside) > 1 and words.or_led.fullmatch(text, inside[0].q.end, inside[1].q.start):
        steps.append(inside[1].q)
    if words.levels_step_end.match(text, steps[-1].end, second.end) is None:
        return                                                # "the increase of 6% in wages"
    based = words.levels_based.match(text, steps[-1].end, second.end) is not None     # "over the prior year", which may be another base
    for q in steps:
        role = "percent" if q.unit == "percent" else "difference" if kin(q, old) else ""
        sure = rises != falls or step_or_slip(old, new, q, "down" if falls else "up", variants) if role == "percent" else True
        if role == "difference" and based:
            sure = or_slip(directed(difference, "down" if falls else "up"), (old, new, q), variants)
        if role and sure:
            roles = [("old", old), ("new", new), (role, q)]
            yield claim("change", roles, f"{words.code}.across.named_step", words.code, direction="down" if falls else "up",
                        severity="warning")


def _held(sentence: Sentence, told: Step) -> bool:
    """Whether a rule has read the step, and what it is of is of one kind."""
    for c in sentence.claims:
        if c.relation in ("change", "share", "growth") and len(c.roles) > 2 and any(q.start == told.q.start for _, q in c.roles):
            old, new = c.role("old"), c.role("new")
            if old is None or new is None or kin(old, new):
                return True
    return False


def step(sentence: Sentence, item: Item, words: Vocabulary) -> Step | None:
    """The figure as a step: "a 5% rise", "a rise of 5%", "up 5%", "5% more"."""
    if item.q.is_range or item.q.printed_low <= 0 or item.q.kind == "fraction" and words.levels_terms.search(item.q.text):
        return None
    tokens = sentence.tokens
    at = next(k for k, q in sentence.quantities.items() if q is item.q)
    k = at + 1
    while k < min(at + 3, len(tokens)) and tokens[k].figure is None and (tokens[k].char == UNKNOWN or has(tokens[k], YEARLY)):
        k += 1
    entry = tokens[k].entry if k < len(tokens) and tokens[k].figure is None else None
    if entry is not None and not entry.groups.isdisjoint(NOUNS):
        return Step(item.q, entry.direction, "comparative" in entry.groups, item.q.start, tokens[k].end)
    k = at - 1
    while k >= 0 and tokens[k].figure is None and has(tokens[k], LIGHT):
        k -= 1
    by = k > 0 and has(tokens[k], {"by"})
    if k >= 0 and has(tokens[k], {"of", "by"}) or k > 0 and has(tokens[k], {"was"}) and has(tokens[k - 1], {"change_noun", "rate_noun"}):
        k -= 1
    if k > 0 and has(tokens[k], {"rate_noun"}):              # "its growth rate is 25%"
        k -= 1
    entry = tokens[k].entry if k >= 0 and tokens[k].figure is None else None
    if entry is not None and (entry.direction or by) and not entry.groups.isdisjoint(VERBS):
        return Step(item.q, entry.direction, False, tokens[k].start, item.q.end)
    return None


def alone(text: str, sentence: Sentence, told: Step, words: Vocabulary) -> bool:
    """Whether the step is an apposition: its clause says nothing else, nor does it name a base of its own."""
    begin = max(text.rfind(sign, sentence.start, told.start) + 1 for sign in ",;:(-–—")
    lead = text[max(begin, sentence.start) : told.start].strip()
    ends = words.levels_end.match(text, told.end, sentence.end) or words.levels_reached.match(text, told.end, sentence.end)
    return ends is not None and words.levels_lead.fullmatch(lead) is not None


def _level(item: Item, told: Step, sentence: Sentence, words: Vocabulary) -> bool:
    q = item.q
    if q is told.q or q.is_range or q.printed_low <= 0 or q.direction or q.offset or item.depth:
        return False
    if q.unit != "percent" if told.q.dimension in POINTS else q.kind != "quantity":
        return False
    other = step(sentence, item, words)
    return other is None or q.start > told.end or other.compares and words.levels_place.match(item.text, q.end, sentence.end) is not None


def _paced_alike(a: Quantity, b: Quantity) -> bool:
    return a.per == b.per or not a.per or not b.per


def _two(levels: list[Item]) -> tuple[Item, Item] | None:
    """The only two amounts of one unit."""
    groups: list[list[Item]] = []
    for item in levels:
        group = next((group for group in groups if kin(group[0].q, item.q)), None)
        if group is None:
            groups.append([item])
        else:
            group.append(item)
    if len(levels) == 2 == len(groups) and not levels[1].q.dimension and not levels[0].q.dimension.startswith("money:"):
        a, b = levels                                         # "24 square kilometres in 1950, but only 15 in 2000"
        return a, b._replace(q=replace(b.q, unit=a.q.unit, dimension=a.q.dimension, factor=a.q.factor))
    if sorted(len(group) for group in groups)[-2:] not in ([2], [1, 2]):
        return None
    a, b = next(group for group in groups if len(group) == 2)
    return (a, b) if _paced_alike(a.q, b.q) else None


def _together(text: str, start: int, end: int, told: Step, pair: tuple[Item, Item], words: Vocabulary) -> Iterator[Claim]:
    """Both levels in one sentence, which goes on to the step or is the one before it."""
    first, second = pair
    was = (words.levels_was.search(text, start, first.q.start), words.levels_was.search(text, first.q.end, second.q.start))
    ago = (words.levels_ago.match(text, first.q.end, second.q.start), words.levels_ago.match(text, second.q.end, end))
    old = [was[k] is not None or ago[k] is not None for k in (0, 1)]
    if not any(old):
        old = _by_year(text, first.q, second.q, end, words)
    if not any(old):                                          # "that paid £840 for cover now pays £1,050"
        old[0] = words.levels_today.search(text, first.q.end, second.q.start) is not None
    if old[0] != old[1]:
        yield from _claimed(told, pair if old[0] else (second, first), f"{words.code}.across.levels", words)
    elif told.direction and min(first.q.figures, second.q.figures, told.q.figures) > 1 and not any(old):
        low, high = sorted(pair, key=lambda item: size(item.q))       # "640 in spring and 448 by August, having lost 30%"
        yield from _claimed(told, (low, high) if told.direction == "up" else (high, low), f"{words.code}.across.levels", words, sure=False)


def _by_year(text: str, first: Quantity, second: Quantity, end: int, words: Vocabulary) -> list[bool]:
    """Which of two levels is the old one by the years behind them: "12,000 strong in 1990, had dwindled to 7,800 by 2000"."""
    years = [words.levels_year.match(text, a, b) for a, b in ((first.end, second.start), (second.end, end))]
    if not all(years) or years[0]["year"] == years[1]["year"]:
        return [False, False]
    return [years[0]["year"] < years[1]["year"], years[0]["year"] > years[1]["year"]]


def _apart(text: str, first: Sentence, second: Sentence, told: Step, before: list[Item], inside: list[Item],
           words: Vocabulary) -> Iterator[Claim]:
    """One level in the sentence before, the other in that of the told."""
    pairs = [(a, b) for a in before for b in inside if kin(a.q, b.q) and _paced_alike(a.q, b.q)]
    if len(pairs) != 1 or len(before) > 2 or len(inside) > 2:
        return
    (a, b), = pairs
    if words.levels_other.search(text, second.start, max(told.start, b.q.end)):
        return                                                # of a part of it, or of a part of the time
    if b.q.start > told.end and words.levels_reached.fullmatch(text, told.end, b.q.start) is None:
        return
    then = words.levels_then.search(text, first.start, first.end) is not None
    now = words.levels_now.search(text, second.start, second.end) is not None
    earlier = words.levels_back.search(text, second.start, second.end) is not None
    told_of = text[first.start : first.end].lower()
    named = [hit["noun"] or hit["name"] for hit in words.levels_named.finditer(text, second.start, b.q.start)]
    if any(name.lower().rstrip("s") not in told_of for name in named):
        return                                                # of something that the first does not name
    rule = f"{words.code}.across.levels_apart"
    same = b.q.end <= told.start and words.levels_same.fullmatch(text, second.start, b.q.start) is not None \
        and words.levels_next.fullmatch(text, b.q.end, told.start) is not None
    if then and now:
        yield from _claimed(told, (a, b), rule, words, same)
    elif earlier and told.compares and b.q.end <= told.start:
        yield from _claimed(told, (a, b), rule, words, same)  # "ten years before there were 16,000, 13% fewer"
    if earlier and not told.compares and b.q.end <= told.start:
        yield from _claimed(told, (b, a), rule, words, same)


def _claimed(told: Step, pair: tuple[Item, Item], rule: str, words: Vocabulary, sure: bool = True) -> Iterator[Claim]:
    """The claim, if the levels go the way of the step and are not too far apart, or a slip of the pen explains it; if it is not ``sure``
    that they are of one thing, only if they fit or would but for a slip.
    """
    old, new = (item.q for item in pair)
    growth = new.printed_low * new.factor / (old.printed_low * old.factor)
    direction = told.direction or ("up" if growth > 1 else "down")
    if growth == 1:
        return                                                # $32 billion of one thing, and of another
    against = direction == "down" and growth > 1 or direction == "up" and growth < 1
    if (not sure or against or not 1 / LARGEST <= growth <= LARGEST) and not step_or_slip(old, new, told.q, direction, variants):
        return                                                # of something else, as it seems
    q = as_percent(told.q) if told.q.kind == "fraction" else told.q
    if q.dimension in POINTS:
        q = replace(q, unit="percent_point", dimension="percent_point", kind="percent_point") if q.dimension != "percent_point" else q
    roles = [("old", old), ("new", new), ("points" if q.dimension in POINTS else "percent", q)]
    yield claim("change", roles, rule, words.code, direction=direction, severity="warning")
