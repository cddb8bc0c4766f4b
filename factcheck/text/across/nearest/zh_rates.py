"""A rate of several counts: one of them beside the rest (批准312家，不批准78家，不批率20.0%), or some together (显效22例、有效14例、
无效4例，总有效率90.0%); and a ratio of two (学生16500人，教师1100人，生师比15:1).

Which counts a rate is of, its name tells; whether it is negated decides between a count and its opposite.  As with the other shares of
``nearest``: a claim is made if the figures fit as printed, or would but for a slip of the pen in one, and if only one reading does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....frozen import replace
from ....patterns import regex
from ....typed import TYPE_CHECKING, Any, NamedTuple
from ...fitting import Printed, counted, mean, nearly, only_slip, or_slip, share, together
from ...misprints import hundred_or_swapped, meant
from ..items import Item, amount, claim, kin, size
from .window import FAR, Near
from .zh_leads import BREAKS, stepped

if TYPE_CHECKING:
    from ....values import Claim, Quantity
    from ...fitting import Equation

COUNTED = "count:"
MOST = 8                                 # counts that a rate may be of
TAIL = 8                                 # characters behind a figure that may name it
LONG = 24                                # and before a ratio
FARTHEST = 400                           # characters from a count to the ratio that it is of
FEW = 2                                  # digits of a rate or a ratio: coarser ones fit too much
ALONE = regex.compile(r"(\d+\.\d+)(?P<two>)")                # 收入比为2.39: to one
DIGITS = regex.compile(r"[\d,.，]")


class Reading(NamedTuple):
    """What a rate may be of: so many parts, and the rest of them or else their whole."""

    parts: Sequence[Item]
    rest: Sequence[Item]
    whole: Item | None

    @property
    def roles(self) -> list[tuple[str, Quantity]]:
        rest = [("rest", item.q) for item in self.rest] if self.whole is None else [("whole", self.whole.q)]
        return [*(("part", item.q) for item in self.parts), *rest]

    def fits(self, *figures: Printed) -> bool:
        """The equation over its figures in their order, the rate last."""
        part, others = together(figures[: len(self.parts)]), together(figures[len(self.parts) : -1])
        whole = others if self.whole is not None else Printed(part.value + others.value, others.room)
        return share(part, whole, figures[-1])


# -- rates ----------------------------------------------------------------------------------------------------------------------

def rate(near: Near, k: int, name: str) -> Iterator[Claim]:
    """Claims of a rate that is named, of the counts before it."""
    told, words = near.inside[k].q, near.words
    run = _run(near, k)
    if told.figures < FEW or not run or told.printed_low > 100 or words.composed_others.search(near.text, run[0].start, told.start):
        return
    readings = _readings(near, run, name)
    fitting = [one for one in readings if one.fits(*(counted(q) for _, q in one.roles), counted(told))]
    if not fitting and len(readings) == 1:
        fitting = [one for one in readings if _explained(one.fits, (*(q for _, q in one.roles), told))]
    for one in fitting[:1]:
        yield claim("share", [*one.roles, ("percent", told)], f"{words.code}.across.composed", words.code, severity="warning")


def _explained(equation: Equation, figures: Sequence[Quantity]) -> bool:
    """Whether the last figure follows from the others, or would but for a slip of the pen; of a coarse one only a slip in itself counts."""
    if figures[-1].figures > FEW:
        return only_slip(equation, figures, meant, FAR, counted)
    fits = equation(*map(counted, figures))
    return fits or not nearly(equation, figures, FAR, counted) and or_slip(equation, figures, meant, (len(figures) - 1,), counted)


def _run(near: Near, k: int) -> list[Item]:
    """The counts before a rate, up to a break; shares of them may stand between."""
    told = near.inside[k]
    begin = max(near.text.rfind(sign, told.begin, told.q.start) for sign in BREAKS)
    run: list[Item] = []
    for item in reversed(near.inside[max(0, k - 2 * MOST) : k]):
        if item.q.start > begin and item.q.unit == "percent" and item.depth <= told.depth:
            continue
        if item.q.start < begin or not amount(item.q) or item.depth != told.depth or item.q.per or stepped(item, near.words):
            break
        if item.q.dimension[:6] != COUNTED or run and not (kin(item.q, run[-1].q) or item.q.end == run[-1].q.start):
            break                                             # 41胜19负 is written as one
        run.append(item)
    if len(run) == 1:                                         # 批准3.12万家，增长2%；不批准0.78万家，…不批率20.0%
        other = next((item for item in reversed(near.inside[:k]) if item.q.start < begin and kin(item.q, run[0].q)), None)
        if other is not None and amount(other.q) and other.depth == told.depth and _opposed(near, run, [other]):
            run.append(other)
    return run[:MOST][::-1]


def _readings(near: Near, run: Sequence[Item], name: str) -> list[Reading]:
    stem = near.words.composed_stem.sub("", name)
    if not stem:
        return []
    wholes: list[Item | None] = [*_groups(near, run), *(run[:1] if len(run) > 1 else [])]
    if not any(whole is not None and abs(size(whole.q) - sum(size(item.q) for item in run if item is not whole)) < 1 for whole in wholes):
        wholes.append(None)
    found: dict[tuple[float, ...], Reading] = {}
    tried = [(whole, [item for item in run if item is not whole]) for whole in wholes]
    if len(run) > 2 and size(run[0].q) >= sum(size(item.q) for item in run[1:]) + 1:
        tried.append((None, list(run[1:])))                   # 受理4980人，起诉3290人，不起诉830人: of those who were decided on
    for whole, some in tried:
        if not some or whole is not None and (not kin(whole.q, some[0].q) or sum(size(item.q) for item in some) > size(whole.q)):
            continue
        for parts in _named(near, some, stem, name):
            rest = [item for item in some if item not in parts]
            if whole is None:
                told = _opposed(near, parts, rest)
            else:
                told = len(some) > 1 or whole not in run or near.words.composed_pool.fullmatch(near.text, whole.q.end, some[0].q.start)
            if told:
                key = (*(item.q.start for item in parts), size(whole.q) if whole is not None else 0.0)
                found.setdefault(key, Reading(parts, rest if whole is None else (), whole))
    return list(found.values())


def _named(near: Near, run: Sequence[Item], stem: str, name: str) -> Iterator[list[Item]]:
    """The counts that a rate is named by; those that are no failures, if it is one of success; all, if it is one of what happened."""
    words = near.words
    if words.composed_happened.search(name):
        if len(run) > 1:
            yield list(run)
        return
    about = [_about(near, item) for item in run]
    in_all = words.composed_in_all.search(name) is not None
    denied = words.composed_not.search(stem) is not None
    plain = set(words.composed_not.sub("", stem))
    scores = [len(plain & set(one)) * ((words.composed_not.search(one) is not None) == denied) for one in about]
    best = max(scores, default=0)
    aye = words.composed_ayes.search(stem)
    if not best and aye is not None:                          # 支持率 of 赞成票
        plain = {aye.lastgroup}
        alike = [words.composed_ayes.search(one) for one in about]
        scores = [int(hit is not None and hit.lastgroup == aye.lastgroup) for hit in alike]
        best = max(scores, default=0)
    named = [item for item, score in zip(run, scores, strict=True) if score == best] if 2 * best >= len(plain) > 0 else []
    if named and not in_all:
        yield named
    if words.composed_success.search(name):
        good = [item for item, one in zip(run, about, strict=True) if not words.composed_failure.search(one)]
        if 0 < len(good) < len(run):
            yield good


def _opposed(near: Near, parts: Sequence[Item], rest: Sequence[Item]) -> bool:
    """Whether some count of the rest is the opposite of one of the parts, so that they are all there is: 起诉 and 不起诉, 胜 and 负."""
    others = [_about(near, item) for item in rest]
    return any(_opposite(near, _about(near, item), other) for item in parts for other in others)


def _opposite(near: Near, one: str, other: str) -> bool:
    words = near.words
    if words.composed_failure.search(other) and not words.composed_failure.search(one):
        return True
    if (words.composed_not.search(one) is None) != (words.composed_not.search(other) is None):
        a, b = (set(words.composed_not.sub("", some)) for some in (one, other))
        if 2 * len(a & b) >= min(len(a), len(b)) > 0:
            return True
    for ayes, noes in ((one, other), (other, one)):
        aye, no = words.composed_ayes.search(ayes), words.composed_noes.search(noes)
        if aye is not None and no is not None and aye.lastgroup == no.lastgroup:
            return True
    return False


def _about(near: Near, item: Item) -> str:
    """What a figure is of: what stands before it and, up to the next figure, behind it."""
    return f"{near.words.composed_cuts.split(item.label)[-1]}{DIGITS.sub('', item.q.text)}{_tail(near, item)}"


def _tail(near: Near, item: Item) -> str:
    following = next((one.q.start for one in near.inside if one.q.start >= item.q.end), item.stop)
    stop = min(following, item.stop, item.q.end + TAIL)
    tail: str = near.words.composed_cuts.split(near.text[item.q.end : stop])[0]
    return tail


def _groups(near: Near, run: Sequence[Item]) -> list[Item]:
    """What all of them may be of: the size of the group that is named before them (对照组), or the only count before them, in this sentence
    or the one before.
    """
    total, begin = sum(size(item.q) for item in run), run[0].q.start
    before = [item for item in (*near.before, *near.inside) if item.q.start < begin and amount(item.q) and kin(item.q, run[0].q)]
    groups = [item for item in before if size(item.q) >= total and not stepped(item, near.words)]
    stop = max(near.text.rfind(sign, near.sentence.start, begin) for sign in BREAKS)
    name = near.words.composed_group.search(near.text, max(stop, near.sentence.start), begin)
    if name is not None:
        of_name = [item for item in groups if name[1] in item.label]
        each = of_name or [item for item in groups if near.words.composed_each.search(item.label)]
        return each[-1:] if len({size(item.q) for item in each}) == 1 else []
    groups = [item for item in groups if run[0].sentence - item.sentence < 2]
    return groups[-1:] if len({size(item.q) for item in groups}) == 1 else []


def undecided(near: Near, k: int) -> Iterator[Claim]:
    """52.6%赞成，41.3%不赞成，另有6.1%未表态: a share and its opposite, and those who say neither."""
    words, told = near.words, near.inside[k]
    shares = [item for item in near.inside[: k + 1] if item.q.unit == "percent"]
    last = sum(item.q.unit == "percent" for item in near.inside) == len(shares)
    if len(shares) != 3 or not last or words.composed_undecided.match(near.text, told.q.end, told.end) is None or told.overlaps(words):
        return
    if any(item.q.is_range or item.q.hedge not in ("=", "about") or item.q.direction or stepped(item, near.words) for item in shares):
        return
    about = [_tail(near, item) for item in shares[:2]]
    if shares[2].number - shares[0].number > len(shares) + 1 or not _opposite(near, *about):
        return
    if hundred_or_swapped([item.q for item in shares]):
        roles = [("share", item.q) for item in shares]
        yield claim("complement", roles, f"{words.code}.across.undecided", words.code, severity="warning")


# -- ratios ---------------------------------------------------------------------------------------------------------------------

def ratios(near: Near) -> Iterator[Claim]:
    """师生比为1:16, 男女比例1.5:1: of the only counts before it that its name names, or of the only two."""
    for q in near.sentence.quantities.values():
        if q.kind in ("ratio", "clock") or q.kind == "quantity" and not q.unit and "." in q.text:
            name = near.words.composed_ratio.search(near.text, max(near.sentence.start, q.start - LONG), q.start)
            sides = near.words.composed_sides.fullmatch(q.text.strip()) if q.kind != "quantity" else ALONE.fullmatch(q.text.strip())
            if name is not None and sides is not None:
                yield from _ratio(near, q, name, sides)


def _ratio(near: Near, q: Quantity, name: Any, sides: Any) -> Iterator[Claim]:
    places = [n for n in (1, 2) if sides[n] and float(sides[n].replace(",", "")) != 1]
    if len(places) != 1:
        return
    side = sides[places[0]]
    start = q.start + q.text.index(q.text.strip()) + sides.start(places[0])
    value, half = float(side.replace(",", "")), 0.5 * 10.0 ** -len(side.partition(".")[2])
    digits = len(side.replace(".", "").replace(",", "").lstrip("0"))
    told = replace(q, text=side, start=start, end=start + len(side), kind="quantity", unit="", dimension="", printed_low=value,
                   printed_high=value, low=value - half, high=value + half, half=half, figures=digits, factor=1.0)
    before = [item for item in (*near.before, *near.inside) if item.q.end <= q.start and amount(item.q) and item.q.dimension
              and not stepped(item, near.words) and q.start - item.q.end < FARTHEST]
    ends = [_only(before, name[n]) for n in "ab"] if name["b"] else [[], []]
    if len(ends[0]) != 1 or len(ends[1]) != 1 or ends[0] == ends[1]:
        last = [item for item in before if item.sentence == near.inside[-1].sentence]
        if len(last) != 2 or name["b"] and (ends[0] or ends[1]):
            return
        ends = [last[:1], last[1:]]
    pair = [ends[0][0].q, ends[1][0].q]
    if not (kin(*pair) or all(one.dimension[:6] == COUNTED for one in pair)):
        return
    small, large = sorted(pair, key=lambda one: one.printed_low * one.factor)
    total, count = (large, small) if value > 1 else (small, large)
    at_once = near.words.composed_next.fullmatch(near.text, max(one.end for one in pair), name.start()) is not None
    sure = name["sure"] and at_once and kin(*pair)            # 男生468人、女生312人，男女比例
    if sure or told.figures >= FEW and _explained(mean, (total, count, told)):
        roles = [("total", total), ("count", count), ("mean", told)]
        yield claim("mean", roles, f"{near.words.code}.across.ratio", near.words.code, severity="warning")


def _only(items: Sequence[Item], sign: str) -> list[Item]:
    return [item for item in items if sign in item.label[-LONG:] + item.q.text]
