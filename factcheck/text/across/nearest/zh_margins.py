"""Rates that are of two amounts by what they are called, in Chinese: 毛利率 of 毛利 and 收入, 失业率 of 失业人数 and 就业人数; and wholes
of shares told behind them: 投入3.6亿元，占营业收入的8%；当年营业收入为45亿元.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....typed import TYPE_CHECKING, Any
from ...fitting import counted, only_slip, share, share_of_both
from ...misprints import meant
from ..items import Item, amount, claim, kin, size
from .window import FAR, Near
from .zh_leads import level, stepped

if TYPE_CHECKING:
    from ....values import Claim

ENOUGH = 3                               # digits of a rate of figures that stand in other sentences
FEW = 2
CLAUSES = 3                              # from a share to the amount that it is of, told behind it
WHOLES = "nearest_whole_"
PARTS = "nearest_part_"


def margins(near: Near, k: int, name: Any) -> Iterator[Claim]:
    """毛利为167百万元，毛利率为25.4%: of the only amounts near that are called so, none of them of a year before."""
    told, words = near.inside[k], near.words
    if told.q.figures < ENOUGH or told.adjusted(words):
        return
    parts, wholes = [_called(near, k, getattr(words, side + name.lastgroup)) for side in (PARTS, WHOLES)]
    if len({size(one.q) for one in parts}) != 1 or len({size(one.q) for one in wholes}) != 1 or not kin(parts[0].q, wholes[0].q):
        return
    part, whole = parts[-1], wholes[-1]
    later = getattr(words, WHOLES + name.lastgroup)
    if any(later.search(one.label.strip()) for one in near.inside[k + 1 :]):
        return
    whose = words.nearest_whose.sub("", words.periods.sub("", getattr(words, PARTS + name.lastgroup).sub("", part.label)))
    if not set(whose) <= set(near.text[whole.begin : whole.q.start]):
        return                                                # 集团营收86.4亿元。子公司毛利21.8亿元
    beside = name.lastgroup == "beside"                       # of both together
    equation = share_of_both if beside else share
    if not beside and size(part.q) >= size(whole.q):
        return
    if only_slip(equation, (part.q, whole.q, told.q), meant, FAR, counted):
        roles = [("part", part.q), ("rest" if beside else "whole", whole.q), ("percent", told.q)]
        yield claim("share", roles, f"{words.code}.across.margin", words.code, severity="warning")


def _called(near: Near, k: int, name: Any) -> list[Item]:
    """The amounts before, of this time, that such a name leads to."""
    before = [one for one in (*near.last(), *near.inside[:k]) if amount(one.q) and not stepped(one, near.words)]
    return [one for one in before if name.search(one.label.strip()) and not near.words.then_was.search(one.clause)]


def late(near: Near, k: int) -> Iterator[Claim]:
    """占营业收入的8%；当年营业收入为45亿元: a share, and its whole behind it."""
    whole, words = near.inside[k], near.words
    last = near.inside[k - 1] if k else near.before[-1] if near.before else whole
    if last.q.unit != "percent" or whole.sentence - last.sentence > 1:
        return
    before = [*near.last(), *near.inside[:k]]
    if not amount(whole.q) or stepped(whole, words) or len(before) < FEW or before[-1].q.unit != "percent":
        return
    told, part = before[-1], before[-2]
    hit = words.share_led_by.search(told.label.strip())
    name = words.all_of_it.sub("", words.periods.sub("", hit["name"] or "")) if hit is not None else ""
    label = words.copula.sub("", words.all_of_it.sub("", words.periods.sub("", whole.label)).strip(words.edges + "，,；;。"))
    in_all = hit is not None and hit["all"] and not name and words.nearest_in_all.search(whole.label)     # 相当于总数的70%，一共有1800套
    if not in_all and (len(name) < FEW or label != name) or told.q.start in near.held or told.q.figures < FEW or told.q.is_range:
        return
    if not level(part, words) or not amount(part.q) or told.number - part.number > CLAUSES or part.sentence != told.sentence:
        return
    if not kin(part.q, whole.q) or part.q.per != whole.q.per or size(part.q) >= size(whole.q) or words.then_was.search(whole.clause):
        return
    if only_slip(share, (part.q, whole.q, told.q), meant, FAR, counted):
        roles = [("whole", whole.q), ("part", part.q), ("percent", told.q)]
        yield claim("share", roles, f"{words.code}.across.whole_late", words.code, severity="warning")
