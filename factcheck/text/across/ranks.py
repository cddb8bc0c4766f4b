"""A place in a list that is printed beside it: "second with 35, behind Arden with 39 and Bresk with 31"; "the third cheapest of the five
towns: Vasse charges 510, …"; 为近五年最少，前四年分别为143起、118起、136起和151起.

The list is whole if it has as many figures as are said to be compared, with the one that is placed or without it.  Where no adjective tells
which end is the first, nothing is made of what fits from one of them.  The words are patterns of the language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING, Any
from .items import Item, Sentence, by_sentence, claim, kin, size

if TYPE_CHECKING:
    from ...values import Claim, Quantity
    from .words import Vocabulary

LEAST = 3                                # figures of a list and the one that is placed
MOST = 40                                # that a list has
NEAR = 30                                # characters between a place and how many are compared
LED = 60                                 # before a place: how many are compared (四市中排名第二)
APART = 40                               # characters between two figures of a list
FAR = 30.0                               # times: of such different figures none is the next
PLACES = ("p1", "p2", "p3", "p4", "p5", "p6")


def link(found: Sequence[Item], sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of places."""
    for n, inside in by_sentence(found):
        vocabulary = words[inside[0].q.lang]
        if len(inside) < LEAST or "rank_place" not in vocabulary.words:
            continue
        text, (start, _), (_, end) = inside[0].text, inside[0].near, inside[-1].near
        if not vocabulary.mentions("rank_signs", text[start:end]) or vocabulary.rank_not.search(text, start, end):
            continue
        hits = [hit for hit in vocabulary.rank_place.finditer(text, start, end) if not vocabulary.rank_no_place.match(text, hit.end(), end)]
        if len(hits) == 1:                                    # of two places each may have its own figures
            yield from _ahead(inside, hits[0], end, vocabulary)
            yield from _listed(inside, hits[0], sentences[n], end, vocabulary)


def _place(hit: Any) -> int:
    return next((n for n, name in enumerate(PLACES, 1) if hit[name] is not None), 0)


def _amounts(items: Sequence[Item], words: Vocabulary) -> list[Item]:
    """Those that may have a place: no part of another, no lead."""
    plain = [i for i in items if i.q.kind in ("quantity", "count", "share") and i.q.hedge == "=" and not i.q.is_range and not i.q.per]
    return [i for i in plain if not words.rank_no_level.match(i.text, i.q.end)]


def _alike(a: Item, b: Item) -> bool:
    near = _value(a, b) < FAR * b.q.printed_low and b.q.printed_low < FAR * _value(a, b)
    return near and (kin(a.q, b.q) or "" in (a.q.dimension, b.q.dimension))


def _value(item: Item, mine: Item) -> float:
    """A figure in the unit of another; a bare one has it anyway."""
    return item.q.printed_low if "" in (item.q.dimension, mine.q.dimension) else size(item.q) / mine.q.factor


def _ahead(inside: Sequence[Item], hit: Any, end: int, words: Vocabulary) -> Iterator[Claim]:
    """Of those that a figure is said to be behind, some have more and some less."""
    text = inside[0].text
    mark = words.rank_behind.search(text, min(hit.start(), inside[0].q.start), end)
    if mark is None:
        return
    stop = words.rank_ahead.search(text, mark.end(), end)
    stop_at = stop.start() if stop else end
    before = [i for i in _amounts(inside, words) if i.q.end <= mark.start()]
    ahead = [i for i in _amounts(inside, words) if mark.end() <= i.q.start < stop_at and not words.rank_step.search(i.label)]
    own = [i for i in before if ahead and _alike(i, ahead[0])]
    if not own or len(ahead) != sum(mark.end() <= i.q.start < stop_at for i in inside) or not all(_alike(own[-1], i) for i in ahead):
        return
    more = [i for i in ahead if all(_value(i, o) > o.q.printed_low for o in own)]
    less = [i for i in ahead if all(_value(i, o) < o.q.printed_low for o in own)]
    if more and less:
        least, most = (choose(some, key=lambda i: _value(i, own[-1])) for choose, some in ((min, less), (max, more)))
        yield _claim("behind", [("own", own[-1].q), ("other", least.q), ("ahead", most.q)], "rank_behind", words)
    elif len(more) == len(ahead) > _place(hit) - 1 > 0 and not words.rank_tied.search(text, own[0].begin, end):
        roles = [("own", own[-1].q), *(("other", i.q) for i in more)]
        yield _claim("place", roles, "rank_place", words, place=str(_place(hit)), direction="up")


def _listed(inside: Sequence[Item], hit: Any, sentence: Sentence, end: int, words: Vocabulary) -> Iterator[Claim]:
    """The place of a figure among those listed."""
    place, compared = _place(hit), _compared(hit, sentence, words)
    opened = words.rank_list.search(inside[0].text, inside[0].begin, end)
    if not compared or opened is None or not place:
        return
    amounts = [i for i in _amounts(inside, words) if i.q.start != compared.start]
    before = [i for i in amounts if i.q.end <= hit.start()]
    run = _run([i for i in amounts if i.q.start >= opened.end() and i is not before[-1]], words) if before else []
    if not LEAST - 1 <= len(run) <= MOST or not _alike(before[-1], run[0]) or words.rank_step.search(before[-1].label):
        return
    mine, others = before[-1], list(run)
    if len(others) == compared.printed_low:                   # it is one of them, or they are those before it
        same = next((i for i in others if _value(i, mine) == mine.q.printed_low), None)
        if same is None and place > 1:
            return
        others = [i for i in others if i is not same]
    elif len(others) != compared.printed_low - 1:
        return
    made = [_placed(mine, others, place, direction, words) for direction in _ways(hit)]
    wrong = [c for c in made if not _fits(mine, others, place, c.options["direction"])]
    if len(wrong) == len(made) or len(made) == 1:
        yield made[0]


def _compared(hit: Any, sentence: Sentence, words: Vocabulary) -> Quantity | None:
    """How many are compared: the figure right behind the place, or the last one before it."""
    whole = (q for q in sentence.quantities.values() if not q.is_range and q.printed_low == int(q.printed_low))
    figures = [q for q in whole if LEAST <= q.printed_low <= MOST]
    behind = [q for q in figures if hit.start() <= q.start < hit.end() + NEAR]
    led = [q for q in figures if 0 <= hit.start() - q.end < LED and words.rank_among.match(q.text[-1:] + hit.string[q.end : hit.start()])]
    return behind[0] if behind else led[-1] if led else None


def _run(items: Sequence[Item], words: Vocabulary) -> list[Item]:
    """The figures of a list, from the first of these on."""
    run: list[Item] = []
    for item in items:
        if run and (not _alike(run[0], item) or words.rank_apart.search(item.text, run[-1].q.end, item.q.start)
                    or item.q.start - run[-1].q.end > APART):
            break
        run.append(item)
    return run


def _ways(hit: Any) -> tuple[str, ...]:
    return ("down",) if hit["down"] else ("up",) if hit["up"] else ("up", "down")


def _fits(mine: Item, others: Sequence[Item], place: int, direction: str) -> bool:
    sign = -1 if direction == "down" else 1
    beyond = [sign * _value(i, mine) > sign * mine.q.printed_low for i in others]
    level = sum(_value(i, mine) == mine.q.printed_low for i in others)
    return sum(beyond) < place <= sum(beyond) + level + 1


def _placed(mine: Item, others: Sequence[Item], place: int, direction: str, words: Vocabulary) -> Claim:
    if place > 1:
        roles = [("own", mine.q), *(("other", i.q) for i in others)]
        return _claim("place", roles, "rank_listed", words, place=str(place), direction=direction)
    most = (min if direction == "down" else max)(others, key=lambda i: _value(i, mine))
    return _claim("superlative", [("top", mine.q), ("other", most.q)], "rank_first", words, direction=direction)


def _claim(relation: str, roles: Sequence[tuple[str, Quantity]], rule: str, words: Vocabulary, **options: str) -> Claim:
    return claim(relation, roles, f"{words.code}.across.{rule}", words.code, severity="warning", **options)
