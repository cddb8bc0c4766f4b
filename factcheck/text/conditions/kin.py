"""Parts that are named like each other, like their whole, or one by one before it: 煤气费80元，电费60元，各项费用合计140元."""

from __future__ import annotations

from ...typed import TYPE_CHECKING
from .around import pattern
from .registry import ROLE, WORDS, condition
from .seen import Seen, before, clause

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST = 2                                     # names in a row, parts that answer to them, characters of a name
NESTED = 0.1                                  # of a share that may be of the part before it
FAR = 40                                      # characters before a rate in which its name may stand


@condition(ROLE)
def kindred(s: Seen) -> bool:
    """Every part's label ends with the same two characters, and what leads to that figure holds one of them: 存货亏损, 总计亏损."""
    labels = [before(k, s) for role, k in s.places if role == "part"]
    ends = {label[-LEAST:] for label in labels}
    end = ends.pop()
    total = before(s.place, s)[-LEAST * 2 :]
    return len(labels) >= LEAST and not ends and len(end) == LEAST and end.isalpha() and any(c in total for c in end)


@condition(WORDS)
def outpaces(s: Seen) -> bool:
    """The pattern names in the last clause whose rate (``one``; nobody: that of the rate before) is higher than whose (``than``, ``over``),
    and these two stand before the new figure and the old one, each before its own alone: 茶叶增长9%，丝绸增长4%，茶叶增速比丝绸快5个百分点.
    """
    said = s.text[s.tokens[clause(s.last, s.tokens)[0]].start : s.tokens[s.last].start].strip()
    hit = pattern(s.language, s.value).fullmatch(said)
    if hit is None:
        return False
    at = sorted((s.at[role], role) for role in ("old", "new"))
    told, begin = {}, max(s.tokens[0].start, s.tokens[at[0][0]].start - FAR)
    for place, role in at:
        told[role], begin = s.text[begin : s.tokens[place].start], s.tokens[place].end
    one, other = hit["one"] or "", next((name for name in (hit["than"], hit["over"]) if name), "")
    if len(other) < LEAST or other not in told["old"] or other in told["new"]:
        return False
    return one in told["new"] and one not in told["old"] if len(one) >= LEAST else not one and at[-1][1] == "new"


@condition(ROLE)
def unnested(s: Seen) -> bool:
    """No later one of those parts is, in the percentage told of it, a share of the first: 农业人口300万，占总人口的60%；茶农30万，占10%."""
    first, *others = s.every(s.value)
    shares = s.every("percent")[1:]
    return all(abs(100 * q.printed_low / first.printed_low - share.printed_low) > NESTED * share.printed_low
               for q, share in zip(others, shares, strict=True) if first.printed_low)


@condition(WORDS)
def of_that_total(s: Seen) -> bool:
    """What leads to the mean shares two characters with what leads to the total, but for those of the pattern: 罚款金额共…，平均罚款…."""
    plain = pattern(s.language, s.value)
    names = [{c for c in plain.sub("", before(s.at[role], s)) if c.isalpha()} for role in ("total", "mean")]
    return len(names[0] & names[1]) >= LEAST


@condition(WORDS)
def enumerated(s: Seen) -> bool:
    """The parts are those that the pattern finds named in a row before the first figure, each of them once:
    东县、西县两地共30人，其中东县20人，西县10人.
    """
    place = s.places[0][1]
    rows = list(pattern(s.language, s.value).finditer(s.text, s.tokens[0].start, s.tokens[place].start))
    labels = [before(k, s) for role, k in s.places if role == "part"]
    if not rows:
        return False
    rank = pattern(s.language, "name_ranks")
    rests = answer(pattern(s.language, "name_ends").split(rows[-1]["names"]), labels)
    return bool(rests) and len({rank.sub("", rest) for rest in rests} - {""}) < LEAST          # 西县城区 is not all of 西县


def answer(names: Sequence[str], labels: Sequence[str]) -> list[str]:
    """What stands behind the names in the labels, if each label holds one of the names and each name is held by one label; else nothing."""
    if len(names) != len(labels) or len(names) < LEAST or not all(names):
        return []
    held = [[name for name in names if name in label] for label in labels]
    if not all(len(some) == 1 for some in held) or len({some[0] for some in held}) < len(names):
        return []
    return [label.partition(some[0])[2] for label, some in zip(labels, held, strict=True)]
