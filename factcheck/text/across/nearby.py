"""A share that no rule has read, and the nearest figures that it can be of, where words lead to a figure and follow it: "Police logged
48,216 offences.  Thefts were the most common, with 9,874 reports accounting for 20.5% of all recorded crime".

As in ``nearest``, which reads the other word order: a claim is made if the figures fit as printed, or would but for a slip of the pen in
one of them, and if no other figures near would do as well.  The words are patterns of the language; one without them has no such links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from ...typed import TYPE_CHECKING, NamedTuple
from ..fitting import counted, together
from ..fitting import share as share_fits
from . import nearby_means, nearby_steps
from .items import Item, Sentence, amount, by_sentence, claim, kin, size
from .levels import step
from .nearby_steps import holds, plain
from .neighbours import POINTS

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from .words import Vocabulary

BACK = 3                                 # sentences before in which figures are looked for
BEHIND = 10                              # figures of them
MANY = 14                                # figures of a sentence: one that has more is a list
CLAUSES = 3                              # from a part to its share
LONG, SHORT = 80, 70                     # characters before a figure and behind it that tell what it is
SMALL = 10                               # a number that may be said of other things than figures: "the two"
SHORTEST = 3                             # characters of a word that names something
STEM = 4                                 # characters in which two words are alike: seized, seizures
ENOUGH = 3                               # digits of a share: coarser ones fit too much
TOLD = frozenset({"percent", POINTS, "count:points"})
READ = frozenset({"share", "change", "growth", "bayes", "complement", "shares_whole", "implied_whole", "conversion", "product", "multiple"})


class Told(NamedTuple):
    """What a share is called."""

    name: str                             # of its whole; "" if that is only called a total
    rate: bool = False                    # a rate: "the response rate was"
    bracketed: bool = False               # all that is said is "27 patients (87.1%)"
    all: bool = False                     # the whole is called all or total


class Near(NamedTuple):
    """The figures of a sentence, and those of the sentences before it."""

    text: str
    sentences: Sequence[Sentence]
    n: int
    inside: list[Item]
    before: list[Item]
    held: frozenset[int]                  # shares, steps and points that are read already
    words: Vocabulary

    @property
    def sentence(self) -> Sentence:
        return self.sentences[self.n]

    def lead(self, item: Item) -> tuple[int, int]:
        """Where the words that lead to a figure stand, back to the figure before it; "the two" is none."""
        q, behind = item.q, 0
        for one in self.around:
            if one.q.start >= q.start:
                break
            behind = one.q.end if one.q.dimension or one.q.printed_low > SMALL else behind
        return max(item.begin, behind, q.start - LONG), q.start

    @property
    def around(self) -> list[Item]:
        return [*self.before, *self.inside]

    def last(self, back: int = 1) -> list[Item]:
        """The figures of the sentence before, or of some."""
        return [item for item in self.before if self.n - item.sentence <= back]

    def headed(self, item: Item) -> bool:
        """Whether a figure is the first of a sentence that goes on about what was told: "The decline of 8% …"."""
        return item is self.inside[0] and self.words.nearby_step_refers.match(self.text, self.sentence.start, item.q.start) is not None

    def level(self, item: Item) -> bool:
        """Whether a figure is an amount by itself, and no step: "up 40 tonnes"."""
        start = max(item.begin, item.q.start - LONG)
        return self.words.nearby_step.search(item.text, start, item.q.start) is None \
            and self.words.nearby_step_behind.match(item.text, item.q.end, item.end) is None


def link(document: Document, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary],
         made: Sequence[Claim]) -> Iterator[Claim]:
    """Claims of shares, steps, points, differences and means that nothing else has read."""
    text = document.text
    linked = frozenset(q.start for c in made for _, q in c.roles if q.dimension in ("percent", POINTS))
    earlier: list[list[Item]] = []
    kinds = before = [False, 0]                               # whether shares, steps or points are told, and how many amounts
    for n, inside in by_sentence(found):
        vocabulary = words[sentences[n].lang]
        last = earlier[-1] if earlier and earlier[-1][0].sentence == n - 1 and earlier[-1][0].paragraph == inside[0].paragraph else []
        before, kinds = kinds if last else [False, 0], [False, 0]
        for item in inside:
            kinds[0] |= item.q.dimension in TOLD
            kinds[1] += item.q.kind == "quantity"
        if len(last) + len(inside) > 1 and len(inside) <= MANY and "nearby_share" in vocabulary.words:
            means = kinds[1] > 0 and before[1] < 3 and before[1] + kinds[1] > 1 \
                and vocabulary.mentions("nearby_signs", text[sentences[n].start : sentences[n].end])
            if means or kinds[0] or before[0] and len(inside) < 3:
                some = [item for some in earlier for item in some if n - item.sentence <= BACK and item.paragraph == inside[0].paragraph]
                near = Near(text, sentences, n, inside, some[-BEHIND:], linked, vocabulary)
                if means:
                    yield from nearby_means.link(near)
                held = _held(sentences, n, inside, linked) | _held(sentences, n - 1, last, linked)
                if any(item.q.start not in held for item in (*last, *inside) if item.q.dimension in TOLD):
                    yield from _shares_and_steps(near._replace(held=held))
        earlier = [*earlier[1 - BACK :], inside]


def _held(sentences: Sequence[Sentence], n: int, items: Sequence[Item], linked: frozenset[int]) -> frozenset[int]:
    """Where the shares, steps and points of a sentence stand that are read already."""
    if not any(item.q.dimension in TOLD for item in items):
        return linked
    read = [c for c in sentences[n].claims if c.relation in READ and len(c.roles) > 1]
    return linked.union(q.start for c in read for _, q in c.roles)


def _shares_and_steps(near: Near) -> Iterator[Claim]:
    yield from nearby_steps.back(near)
    yield from nearby_steps.points_back(near)
    for k, item in enumerate(near.inside):
        q = item.q
        if q.start in near.held or q.dimension not in TOLD or not plain(q) or q.figures < 2:
            continue
        if q.unit != "percent":
            yield from nearby_steps.points(near, k)
            continue
        stepped = step(near.sentence, item, near.words)
        told = _told(near, k) if stepped is None else None
        if told is not None and not item.overlaps(near.words):
            yield from _share(near, k, told)
        yield from nearby_steps.percent(near, k, stepped)


def _told(near: Near, k: int) -> Told | None:
    """What the words around a percentage say it is; None if it is no share."""
    words, text, item = near.words, near.text, near.inside[k]
    start, end = near.lead(item)
    led = words.nearby_share.search(text, start, end) is not None
    bare = not item.label.strip() and k > 0 and near.inside[k - 1].number >= item.number - 1
    rate = words.nearby_rate.search(text, start, end) is not None
    behind = not (led or bare or rate) and _part_behind(near, k) is not None
    if not (led or bare or rate or behind) or words.nearby_not.search(text, start, end):
        return None
    if words.nearby_step_behind.match(text, item.q.end, item.end):
        return None
    name = words.nearby_of.match(text, item.q.end, min(item.end, item.q.end + SHORT))
    if rate:
        return Told("", rate=True) if name is None else None
    if name is not None:
        if words.nearby_them.match(name["name"]):
            whole = words.nearby_them.fullmatch(name["name"].strip()) and words.nearby_them_end.match(text, name.end(), item.end)
            return Told("") if led and whole else None
        return Told(name["name"], all=name["all"] is not None) if led or bare or behind else None
    alone = sum(one.q.unit == "percent" for one in near.inside) == 1
    if bare and item.depth == near.inside[k - 1].depth + 1 and words.nearby_ends.match(text, item.q.end, item.end):
        return Told("", bracketed=True)
    return Told("") if led and alone and words.nearby_ends.match(text, item.q.end, item.end) else None


def _share(near: Near, k: int, told: Told) -> Iterator[Claim]:
    share, words = near.inside[k], near.words
    stems = _stems(told.name, words)
    pair = _behind(near, k) or told.rate and _only_two(near, k)
    part = (_part_behind(near, k) if told.name else None) or _part(near, k)
    of = words.nearby_other.match(near.text, part.q.end, part.end) if part is not None and stems is not None else None
    if of is not None and part is not None and part.q.end < share.q.start and part.q.dimension[:6] in ("", "count:"):
        noun = (of["noun"] or "").lower().rstrip("s")         # "847 of the outlets"; "17 each" is of something else
        stems = {*(stems or ()), noun[:STEM]} if noun else None
    if pair or part is None and (pair := _two_before(near, k, stems)):
        part, wholes = pair[0], [pair[1]]
    elif part is None or part.q.figures < 2 and not told.name or stems is None:
        return
    else:
        wholes = _studied(near, part) if told.bracketed else _wholes(near, part, stems, told.all)
    if not wholes or share.q.figures < ENOUGH and len({size(item.q) for item in wholes}) > 1:
        return
    fitting = [item for item in wholes if share_fits(counted(part.q), counted(item.q), counted(share.q))]
    if not fitting:
        loose = told.rate and not pair and len(_counts(near, share)) > 2
        if len({size(item.q) for item in wholes}) > 1 or loose or explained(near, share.q):
            return
        fitting = [item for item in wholes if holds(share_fits, part.q, item.q, share.q)]
    if fitting:
        roles = [("whole", fitting[-1].q), ("part", part.q), ("percent", share.q)]
        yield claim("share", roles, f"{words.code}.across.nearby_share", words.code, severity="warning")


def _wholes(near: Near, part: Item, stems: set[str], total: bool) -> list[Item]:
    """The figures before a part that it may be a part of; of a total, the only one of its unit will do without its name."""
    wholes = [item for item in near.around if item.q.start < part.q.start and size(item.q) > size(part.q)
              and _can_be(item, part, near.words, bool(stems))]
    alike = [item for item in wholes if item.q.unit == part.q.unit]
    if stems:
        wholes = [item for item in wholes if _named(near, stems, item)]
        own = {word[:STEM].lower() for word in near.text[part.begin : part.q.start].split()}       # imports are of the imports
        if not wholes and total and part.q.unit and not stems & own and len({size(item.q) for item in alike}) == 1:
            return alike
        alike = [item for item in wholes if item.q.unit == part.q.unit]
    return alike or wholes if len({item.q.unit for item in wholes}) > 1 else wholes


def _two_before(near: Near, k: int, stems: set[str] | None) -> tuple[Item, Item] | None:
    """"Bookings brought in £31.6m of the £74.3m of commission.  Bookings thus were 42.5%": the only two amounts of the sentences before."""
    share, words = near.inside[k], near.words
    around = [item for item in near.last(2) if item.q.kind == "quantity"]
    if stems is None or len(around) != 2 or any(item.q.kind == "quantity" for item in near.inside):
        return None
    part, whole = sorted(around, key=lambda item: size(item.q))
    if part.sentence != whole.sentence or not all(amount(item.q) and not item.depth and near.level(item) for item in around):
        return None
    head = words.names(near.text[share.begin : share.q.start]) & words.names(near.text[part.begin : part.end])
    known = {word.strip("’'.,;:()")[:STEM].lower() for word in near.text[part.begin : part.end].split()}
    if not head or 2 * len(stems & known) < len(stems) or words.nearby_whole.search(near.text, whole.begin, whole.q.start) is None:
        return None
    return (part, whole) if kin(part.q, whole.q) and size(part.q) < size(whole.q) else None


def _studied(near: Near, part: Item) -> list[Item]:
    """The patients, ships or schools of which a bracket gives a share: the most that an earlier sentence says to have been there."""
    if near.words.nearby_subgroup.search(near.text, max(part.begin, part.q.start - LONG), part.q.start):
        return []                                             # "of the tankers 22 ships (41.5%)"
    alike = [item for item in near.before if item.q.unit == part.q.unit and part.q.dimension[:6] == "count:" and amount(item.q)]
    years = [{hit[0] for hit in near.words.nearby_year.finditer(near.text, one.begin, one.end)} for one in (part, *alike[:1])]
    if all(years) and not set.intersection(*years):
        return []                                             # of another time
    return [item for item in alike[:1] if size(item.q) > size(part.q) and all(size(item.q) >= size(one.q) for one in alike)
            and near.words.nearby_studied.search(near.text, item.begin, item.end)]


def _part_behind(near: Near, k: int) -> Item | None:
    """"It made 26.1% of the EU total at 42.7 million tonnes": the part behind its share."""
    share, words = near.inside[k], near.words
    part = near.inside[k + 1] if k + 1 < len(near.inside) else share
    if part is share or not amount(part.q) or any(item.q.kind == "quantity" for item in near.inside[:k] if item.number >= share.number - 1):
        return None
    return part if words.nearby_part_behind.fullmatch(near.text, share.q.end, part.q.start) else None


def _behind(near: Near, k: int) -> tuple[Item, Item] | None:
    """"Europe was 36.5% of group sales of $2.3m": the whole behind its share."""
    share, words = near.inside[k], near.words
    whole = next((item for item in near.inside[k + 1 : k + 3] if item.q.figures > 1), share)          # "of the two crops' area of"
    if whole is share or not amount(whole.q) or words.nearby_of_whole.fullmatch(near.text, share.q.end, whole.q.start) is None:
        return None
    part = _part(near, k)
    if part is None and not any(item.q.kind == "quantity" for item in near.inside[:k]):
        head = words.names(near.text[share.begin : share.q.start])
        parts = [item for item in near.before if kin(item.q, whole.q) and amount(item.q) and near.level(item) and not item.depth]
        alone = {item.sentence for item in parts if sum(one.sentence == item.sentence for one in parts) == 1}
        parts = [item for item in parts if head & words.names(near.text[item.begin : item.q.end] if item.sentence in alone else item.label)]
        part = parts[0] if len(parts) == 1 else None
    return (part, whole) if part is not None and kin(part.q, whole.q) and size(part.q) < size(whole.q) else None


def _only_two(near: Near, k: int) -> tuple[Item, Item] | None:
    """A rate and the only two amounts of one unit near it, before it or behind: "Turnout was 37.9%, with 8,921 ballots cast"."""
    share, words = near.inside[k], near.words
    back = 2 if len(near.inside) == 1 == len(near.last()) else 1
    around = [item for item in (*near.last(back), *near.inside) if item.q.kind == "quantity"]
    around = [item for item in around if item.q.dimension or item.q.printed_low > SMALL]
    if len(around) != 2:
        return None
    one, two = (item.q for item in around)
    if not (kin(one, two) or one.dimension[:6] == two.dimension[:6] == "count:") or not one.dimension + two.dimension or one.per != two.per:
        return None
    if any(not amount(item.q) or item.depth or item.q.figures < 2 or not near.level(item) for item in around):
        return None
    if around[0].q.start > share.q.start or around[1].q.start > share.q.start and \
            words.nearby_with.fullmatch(near.text, share.q.end, around[1].q.start) is None:
        return None
    part, whole = sorted(around, key=lambda item: size(item.q))
    if any(some.search(near.text, share.begin, share.q.start) for some in (words.levels_other, words.nearby_elsewhere)):
        return None
    if words.nearby_whole.search(near.text, part.begin, part.q.start):
        return None
    return (part, whole) if size(part.q) < size(whole.q) else None


def _part(near: Near, k: int) -> Item | None:
    """The amount that the share is of: the nearest before it that is no step and no whole, or that of the sentence before, if this one
    goes on about it.
    """
    share, words = near.inside[k], near.words
    for item in reversed(near.inside[:k]):
        if share.number - item.number > CLAUSES or ";" in near.text[item.q.end : share.q.start]:
            return None
        if item.q.hedge not in ("=", "about") and not item.q.dimension:
            continue                                          # "under 18"
        if item.q.kind == "quantity" and near.level(item) and not words.nearby_whole.search(near.text, item.begin, item.q.start):
            return item if amount(item.q) and item.depth <= share.depth else None
        if item.q.kind == "share" and item.number < share.number:
            return None
    if k and any(item.q.kind == "quantity" for item in near.inside[:k]):
        return None
    if words.nearby_refers.match(near.text, share.begin, share.q.start) is None:
        return None
    last = near.last()
    return last[-1] if last and amount(last[-1].q) and near.level(last[-1]) and not last[-1].depth else None


def _can_be(item: Item, part: Item, words: Vocabulary, named: bool) -> bool:
    """Whether a figure may be the whole of a part: of its unit, or a count as it is, if the share names it."""
    q = item.q
    alike = kin(q, part.q) or named and {q.dimension[:6], part.q.dimension[:6]} == {"count:"} or q.dimension == part.q.dimension != ""
    return amount(q) and alike and q.per == part.q.per and item.depth <= part.depth \
        and words.nearby_step.search(item.text, max(item.begin, q.start - LONG), q.start) is None


def _stems(name: str, words: Vocabulary) -> set[str] | None:
    """The beginnings of the words that name a whole; none if it is only called a total, and None if they are too short to tell."""
    plain_name = words.nearby_dull.sub(" ", name.lower()).split()
    plain_name = [word for word in plain_name if not words.nearby_done.fullmatch(word)] or plain_name
    stems = {word[:STEM] for word in plain_name if len(word) >= SHORTEST}
    return stems if stems or not plain_name else None


def _named(near: Near, stems: set[str], item: Item) -> bool:
    """Whether most of the words that name a whole stand in the sentence of a figure, or are its unit."""
    stop = min([item.end, item.q.end + LONG, *(one.q.start for one in near.around if one.q.start > item.q.start)])
    told = item.text[max(item.begin, item.q.start - LONG) : stop].lower()
    known = {word.strip("’'.,;:()")[:STEM] for word in told.split()} | {item.q.unit[:STEM].lower()}
    return 2 * len(stems & known) > len(stems)


def _counts(near: Near, share: Item) -> list[Item]:
    """The amounts of a sentence and the one before."""
    return [item for item in near.around if share.sentence - item.sentence < 2 and item.q.kind == "quantity" and item.q.figures > 1]


def explained(near: Near, share: Quantity) -> bool:
    """Whether any two amounts near make the share as it is printed: one of the other, or one of both (5,412 yes and 6,615 no, 45%)."""
    around = [item.q for item in near.around if amount(item.q)]
    told = counted(share)
    for part, other in permutations(around, 2):
        if size(part) < size(other) and share_fits(counted(part), counted(other), told):
            return True
        if kin(part, other) and share_fits(counted(part), together((counted(part), counted(other))), told):
            return True
    return False
