"""A share that no rule has read, and the figures near it that it can be of, in English, where words lead to a figure and follow it:
"Police logged 48,216 offences.  Thefts were the most common, with 9,874 reports accounting for 20.5% of all recorded crime".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from ....patterns import regex
from ....typed import TYPE_CHECKING, NamedTuple
from ...fitting import counted, together
from ...fitting import share as share_fits
from ..items import Item, amount, claim, kin, size
from .en_leads import LONG, SMALL, lead, level
from .en_steps import holds
from .window import Near

if TYPE_CHECKING:
    from ....values import Claim, Quantity
    from ..words import Vocabulary

CLAUSES = 3                              # from a part to its share
SHORT = 70                               # characters behind a figure that tell what it is
SHORTEST = 3                             # characters of a word that names something
_WORD = regex.compile(r" ([a-z]{3,}s)(?![\w’'-])")
STEM = 4                                 # characters in which two words are alike: seized, seizures
ENOUGH = 3                               # digits of a share: coarser ones fit too much


class Told(NamedTuple):
    """What a share is called."""

    name: str                             # of its whole; "" if that is only called a total
    rate: bool = False                    # a rate: "the response rate was"
    bracketed: bool = False               # all that is said is "27 patients (87.1%)"
    all: bool = False                     # the whole is called all or total


def told(near: Near, k: int) -> Told | None:
    """What the words around a percentage say it is; None if it is no share."""
    words, text, item = near.words, near.text, near.inside[k]
    start, end = lead(near, item)
    led = words.share_led_by.search(text, start, end) is not None
    bare = not item.label.strip() and k > 0 and near.inside[k - 1].number >= item.number - 1
    rate = words.nearest_rate.search(text, start, end) is not None
    behind = not (led or bare or rate) and _part_behind(near, k) is not None
    if not (led or bare or rate or behind) or words.nearest_not.search(text, start, end):
        return None
    if words.nearest_step_behind.match(text, item.q.end, item.end):
        return None
    name = words.nearest_of.match(text, item.q.end, min(item.end, item.q.end + SHORT))
    if rate:
        return Told("", rate=True) if name is None else None
    if name is not None:
        if words.nearest_them.match(name["name"]):
            whole = words.nearest_them.fullmatch(name["name"].strip()) and words.nearest_them_end.match(text, name.end(), item.end)
            return Told("") if led and whole else None
        return Told(name["name"], all=name["all"] is not None) if led or bare or behind else None
    alone = sum(one.q.unit == "percent" for one in near.inside) == 1
    if bare and item.depth == near.inside[k - 1].depth + 1 and words.nearest_ends.match(text, item.q.end, item.end):
        return Told("", bracketed=True)
    return Told("") if led and alone and words.nearest_ends.match(text, item.q.end, item.end) else None


def share(near: Near, k: int, told: Told) -> Iterator[Claim]:
    share, words = near.inside[k], near.words
    stems = _stems(told.name, words)
    pair = _behind(near, k) or told.rate and _only_two(near, k)
    part = (_part_behind(near, k) if told.name else None) or _part(near, k)
    of = words.nearest_other.match(near.text, part.q.end, part.end) if part is not None and stems is not None else None
    if of is not None and part is not None and part.q.end < share.q.start and part.q.dimension[:6] in ("", "count:"):
        noun = (of["noun"] or "").lower().rstrip("s")         # "847 of the outlets"; "17 each" is of something else
        stems = {*(stems or ()), noun[:STEM]} if noun else None
    if pair or part is None and (pair := _two_before(near, k, stems)):
        part, wholes = pair[0], [pair[1]]
        if _shared(near, pair[1]):
            return
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
    if not stems:
        wholes = [item for item in wholes if not _shared(near, item)]
    if stems:
        wholes = [item for item in wholes if _named(near, stems, item)]
        own = {word[:STEM].lower() for word in near.text[part.begin : part.q.start].split()}       # imports are of the imports
        if not wholes and total and part.q.unit and not stems & own and len({size(item.q) for item in alike}) == 1:
            return alike
        alike = [item for item in wholes if item.q.unit == part.q.unit]
    return alike or wholes if len({item.q.unit for item in wholes}) > 1 else wholes


def _shared(near: Near, item: Item) -> bool:
    """Whether a figure is itself told as a share of something: "20.25 million, accounting for 49% of the market"."""
    after = next((one for one in near.around if one.q.start > item.q.start), None)
    return after is not None and after.q.unit == "percent" and after.sentence == item.sentence \
        and near.words.share_led_by.search(near.text, item.q.end, after.q.start) is not None


def _two_before(near: Near, k: int, stems: set[str] | None) -> tuple[Item, Item] | None:
    """"Bookings brought in £31.6m of the £74.3m of commission.  Bookings thus were 42.5%": the only two amounts of the sentences before."""
    share, words = near.inside[k], near.words
    around = [item for item in near.last(2) if item.q.kind == "quantity"]
    if stems is None or len(around) != 2 or any(item.q.kind == "quantity" for item in near.inside):
        return None
    part, whole = sorted(around, key=lambda item: size(item.q))
    if part.sentence != whole.sentence or not all(amount(item.q) and not item.depth and level(near, item) for item in around):
        return None
    head = words.names(near.text[share.begin : share.q.start]) & words.names(near.text[part.begin : part.end])
    known = {word.strip("’'.,;:()")[:STEM].lower() for word in near.text[part.begin : part.end].split()}
    if not head or 2 * len(stems & known) < len(stems) or words.nearest_whole.search(near.text, whole.begin, whole.q.start) is None:
        return None
    return (part, whole) if kin(part.q, whole.q) and size(part.q) < size(whole.q) else None


def _studied(near: Near, part: Item) -> list[Item]:
    """The patients, ships or schools of which a bracket gives a share: the most that an earlier sentence says to have been there."""
    if near.words.nearest_subgroup.search(near.text, max(part.begin, part.q.start - LONG), part.q.start):
        return []                                             # "of the tankers 22 ships (41.5%)"
    thing = _thing(part)
    alike = [item for item in near.before if thing and _thing(item) == thing and amount(item.q)]
    years = [{hit[0] for hit in near.words.nearest_year.finditer(near.text, one.begin, one.end)} for one in (part, *alike[:1])]
    if all(years) and not set.intersection(*years):
        return []                                             # of another time
    return [item for item in alike[:1] if size(item.q) > size(part.q) and all(size(item.q) >= size(one.q) for one in alike)
            and near.words.nearest_studied.search(near.text, item.begin, item.end)]


def _thing(item: Item) -> str:
    """What a count counts: its unit, or, of a bare number, the word behind it ("28 eyes")."""
    if item.q.dimension:
        return item.q.unit if item.q.dimension[:6] == "count:" else ""
    word = _WORD.match(item.text, item.q.end)
    return word[1] if word is not None else ""


def _part_behind(near: Near, k: int) -> Item | None:
    """"It made 26.1% of the EU total at 42.7 million tonnes": the part behind its share."""
    share, words = near.inside[k], near.words
    part = near.inside[k + 1] if k + 1 < len(near.inside) else share
    if part is share or not amount(part.q) or any(item.q.kind == "quantity" for item in near.inside[:k] if item.number >= share.number - 1):
        return None
    return part if words.nearest_part_behind.fullmatch(near.text, share.q.end, part.q.start) else None


def _behind(near: Near, k: int) -> tuple[Item, Item] | None:
    """"Europe was 36.5% of group sales of $2.3m": the whole behind its share."""
    share, words = near.inside[k], near.words
    whole = next((item for item in near.inside[k + 1 : k + 3] if item.q.figures > 1), share)          # "of the two crops' area of"
    if whole is share or not amount(whole.q) or words.nearest_of_whole.fullmatch(near.text, share.q.end, whole.q.start) is None:
        return None
    part = _part(near, k)
    if part is None and not any(item.q.kind == "quantity" for item in near.inside[:k]):
        head = words.names(near.text[share.begin : share.q.start])
        parts = [item for item in near.before if kin(item.q, whole.q) and amount(item.q) and level(near, item) and not item.depth]
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
    if any(not amount(item.q) or item.depth or item.q.figures < 2 or not level(near, item) for item in around):
        return None
    if around[0].q.start > share.q.start or around[1].q.start > share.q.start and \
            words.nearest_with.fullmatch(near.text, share.q.end, around[1].q.start) is None:
        return None
    part, whole = sorted(around, key=lambda item: size(item.q))
    if any(words.source.search(item.label) for item in around):
        return None                                           # 40 by 2026 from 20 in 2021: a level, and what it came from
    if any(some.search(near.text, share.begin, share.q.start) for some in (words.levels_other, words.nearest_elsewhere)):
        return None
    if words.nearest_whole.search(near.text, part.begin, part.q.start):
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
        if item.q.kind == "quantity" and level(near, item) and not words.nearest_whole.search(near.text, item.begin, item.q.start):
            return item if amount(item.q) and item.depth <= share.depth else None
        if item.q.kind == "share" and item.number < share.number:
            return None
    if k and any(item.q.kind == "quantity" for item in near.inside[:k]):
        return None
    if words.nearest_refers.match(near.text, share.begin, share.q.start) is None:
        return None
    last = near.last()
    return last[-1] if last and amount(last[-1].q) and level(near, last[-1]) and not last[-1].depth else None


def _can_be(item: Item, part: Item, words: Vocabulary, named: bool) -> bool:
    """Whether a figure may be the whole of a part: of its unit, or a count as it is, if the share names it."""
    q = item.q
    alike = kin(q, part.q) or named and {q.dimension[:6], part.q.dimension[:6]} == {"count:"} or q.dimension == part.q.dimension != ""
    return amount(q) and alike and q.per == part.q.per and item.depth <= part.depth \
        and words.nearest_step.search(item.text, max(item.begin, q.start - LONG), q.start) is None


def _stems(name: str, words: Vocabulary) -> set[str] | None:
    """The beginnings of the words that name a whole; none if it is only called a total, and None if they are too short to tell."""
    plain_name = words.nearest_dull.sub(" ", name.lower()).split()
    plain_name = [word for word in plain_name if not words.nearest_done.fullmatch(word)] or plain_name
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
