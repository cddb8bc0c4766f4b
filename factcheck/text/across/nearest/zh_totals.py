"""Totals behind a list whose figures stand in clauses of their own, or before one whose length is told, in Chinese:
甲校有学生420人，乙校350人，丙校280人，三校共有学生1050人; 全长36公里的公路分三期建设：一期12公里，二期15公里，三期9公里.

The list is all the figures of its unit before the total in its sentence.  A claim is made if they add up as printed, or would but for
a slip of the pen in one; or if the words count them (三校, 分三期) and name nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....typed import TYPE_CHECKING
from ...fitting import counted, only_slip
from ...fitting import total as adds_up
from ...misprints import meant
from ..items import Item, amount, claim, kin, size
from .window import FAR, Near
from .zh_leads import stepped

if TYPE_CHECKING:
    from ....values import Claim

MOST = 8                                 # figures of a list
FEW = 3                                  # figures of a whole and its two parts
LONG = 40                                # characters before a total that may count its parts


def closed(near: Near, k: int) -> Iterator[Claim]:
    """三校共有学生1050人: the total of the figures before it."""
    item, words = near.inside[k], near.words
    hit = words.totals_closed.search(near.text, max(item.start, item.q.start - LONG), item.q.start)
    if hit is None or not amount(item.q) or words.totals_not.search(near.text, max(item.start, item.q.start - LONG), item.q.start):
        return
    before = [one for one in near.inside[:k] if one.q.text[:1].isdecimal()]                    # 三个学段合计
    if not before:
        if not hit["n"] and not hit["at_once"]:
            return
        before = [one for one in near.before if one.sentence == item.sentence - 1]
    run = _run(near, before, item)
    numerals: Sequence[str] = words.words["columns_counts"]
    n = next((n for n, some in enumerate(numerals, 2) if hit["n"] and hit["n"] in some), 0)
    name = words.totals_light.sub("", hit["name"])
    own = [one for one in run if name and name in one.label]  # 甲班45人，及格40人；乙班50人，及格42人，两班合计及格82人
    run = own if len(own) > 1 else run
    if not 2 <= len(run) <= MOST or n and n > len(run):
        return
    told = near.text[run[0].begin : run[-1].stop]
    known = len(set(name) & set(told))
    scope = set(words.totals_light.sub("", near.text[item.start : hit.start()]))                   # 全市合计
    if 2 * known < len(set(name)) or not scope <= set(told) or not _one_measure(near, run, item):
        return
    parts = run[-n:] if n else run
    if any(near.text[a.q.end : b.q.start] == "、" and (a in run) != (b in run) for a, b in pairwise(before)):
        return                                                # 分别为206564、58172、42335张，总票数: its last has another measure word
    sure = n == len(run) and known == len(set(name)) and len({one.number for one in run}) == n
    if not n and size(item.q) < max(size(one.q) for one in parts):
        return                                                # 全社会货运量292亿吨…公路累计218亿吨: a part itself
    if sure or only_slip(adds_up, (item.q, *(one.q for one in parts)), meant, FAR, counted):
        roles = [("total", item.q), *(("part", one.q) for one in parts)]
        yield claim("total", roles, f"{words.code}.across.closed", words.code, severity="warning")


def opposed(near: Near, k: int) -> Iterator[Claim]:
    """抽检1200批次，合格1164批次，不合格36批次: what is so and what is not make all that is told of before."""
    item, words = near.inside[k], near.words
    three = [one for one in near.inside[: k + 1] if kin(one.q, item.q)][-FEW:]
    if len(three) < FEW or not all(amount(one.q) and one.depth == item.depth and not one.q.per for one in three) or not item.q.dimension:
        return
    whole, yes, no = three
    names = [words.totals_light.sub("", one.label) for one in (yes, no)]
    bare = [words.composed_not.sub("", name) for name in names]
    pair = words.totals_pairs.search(near.text, yes.start, no.q.start)                              # 上半年26场，下半年27场
    if pair is None and (names[0] == names[1] or bare[0] != bare[1] or len(bare[0]) < FEW - 1):
        return
    if pair is not None and not (pair.start() < yes.q.start < pair.end() and words.totals_wholes.search(whole.label)):
        return
    if no.number - whole.number > FEW - 1 or words.columns_late.search(near.text, whole.q.end, no.q.start):
        return
    if pair is None and (size(whole.q) <= max(size(yes.q), size(no.q)) or words.composed_not.search(whole.label)):
        return
    if any(stepped(one, words) for one in three) or not only_slip(adds_up, [one.q for one in three], meant, FAR, counted):
        return                                                # 受理4980人，起诉3290人，不起诉830人: others are pending
    roles = [("total", whole.q), ("part", yes.q), ("part", no.q)]
    yield claim("total", roles, f"{words.code}.across.opposed", words.code, severity="warning")


def announced(near: Near, k: int) -> Iterator[Claim]:
    """全长36公里，分三期建设：一期12公里，二期15公里，三期9公里: a total, and as many parts as are told of."""
    item, words = near.inside[k], near.words
    hit = words.totals_announced.search(near.text, item.q.end, item.end)
    if hit is None or not amount(item.q) or not item.q.dimension or item.q.per or stepped(item, words):
        return
    after = [one for one in near.inside[k + 1 :] if kin(one.q, item.q)]
    numerals: Sequence[str] = words.words["columns_counts"]
    n = next((n for n, some in enumerate(numerals, 2) if hit["n"] in some), 0)
    if len(after) != n or after[0].q.start < hit.end() or not all(amount(one.q) and one.q.per == item.q.per for one in after):
        return
    if any(stepped(one, words) or size(one.q) >= size(item.q) for one in after) or len({one.number for one in after}) != n:
        return
    if not all(words.totals_ordinal.search(one.label.partition(hit["what"])[0]) and hit["what"] in one.label for one in after):
        return                                                # 一期21亿元，已到位3亿元
    if not _one_measure(near, after, item) or words.totals_open.search(near.text, hit.end(), item.end):
        return
    roles = [("total", item.q), *(("part", one.q) for one in after)]
    yield claim("total", roles, f"{words.code}.across.announced", words.code, severity="warning")


def _run(near: Near, before: Sequence[Item], item: Item) -> list[Item]:
    """The levels in the unit of a total that stand before it, brackets aside; none if a step or a bound is among them."""
    run = [one for one in before if kin(one.q, item.q) and one.depth <= item.depth]
    if not all(amount(one.q) and one.q.per == item.q.per and not stepped(one, near.words) for one in run):
        return []
    return run


def _one_measure(near: Near, run: Sequence[Item], item: Item) -> bool:
    """Whether all are of a day, or all of a year, as far as they tell: 日产, 年产, 每人."""
    told = [set(near.words.totals_measure.findall(near.text, max(one.start, one.q.start - LONG), one.q.start)) for one in (*run, item)]
    return len({frozenset(some) for some in told if some}) < 2
