"""Rows of figures that answer each other: 三校报名分别为480人、520人和400人，录取分别为360人、338人和220人，录取率分别为75.0%、65.0%和
55.0%.

Each share of a row is of the figures at its place in two other rows: so are all of them, or all but one that a slip of the pen explains.
A row is a list in one clause; figures at one place of clauses that are alike (城镇…支出…，其中…；农村…支出…，其中…) are one, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, permutations

from ....patterns import regex
from ....typed import TYPE_CHECKING
from ...fitting import counted, directed, growth, nearly, only_slip, or_slip, share, total
from ...misprints import hundred_or_swapped, meant, swaps
from ..items import Item, amount, claim, kin
from .window import COARSE, FAR, Near
from .zh_leads import stepped

if TYPE_CHECKING:
    from ....values import Claim, Quantity
    from ...fitting import Equation

MOST = 6                                 # figures of a row
ROWS = 6                                 # rows that are looked at
FINE, FEW = 3, 2                         # digits of a share, and of a step
FINEST = 0.06                            # half of the last digit of 36.2%
BREAKS = regex.compile(r"[；;。\n]")

Row = Sequence[Item]


def shares(near: Near, told: Row) -> list[Claim]:
    """Shares in a row, each of the figures at its place in two rows."""
    n, last = len(told), told[-1] if told else None
    if last is None or not 2 <= n <= MOST or any(item.q.figures < FINE - (item.q.half >= COARSE) or item.q.is_range for item in told):
        return []
    rows = _rows(near, [*near.before, *near.inside], n)[-ROWS:]
    rows += [row for row in _rows(near, [item for item in near.inside if item.q.start > last.q.end], n)[:1] if row not in rows]
    found = _fitting(rows, told, share)
    if len(found) != 1:
        return []
    roles = [[("whole", whole), ("part", part), ("percent", percent)] for part, whole, percent in found[0]]
    return [claim("share", some, f"{near.words.code}.across.columns", near.words.code, severity="warning") for some in roles]


def steps(near: Near, told: Row, falls: bool) -> Iterator[Claim]:
    """借出1120册，还回985册，比上月分别多4.2%和3.1%…上月借出1075册，还回955册: steps in a row, each between the figures at its place."""
    n = len(told)
    if not 2 <= n <= MOST or any(item.q.figures < FEW or item.q.is_range for item in told):
        return
    direction = "down" if falls else "up"
    rows = _windows([*near.before, *near.inside], n)[-ROWS:]
    found = _fitting(rows, told, directed(growth, direction))
    if len(found) == 1:
        for old, new, percent in found[0]:
            roles = [("old", old), ("new", new), ("percent", percent)]
            yield claim("change", roles, f"{near.words.code}.across.columns", near.words.code, direction=direction, severity="warning")


def _fitting(rows: Sequence[Row], told: Row, equation: Equation) -> list[list[tuple[Quantity, Quantity, Quantity]]]:
    """The pairs of rows that a row of percentages is of: as printed, or but for one slip of the pen."""
    found = {}
    for first, second in permutations(rows, 2):
        if not _comparable(first, second) or any(item in second for item in first):
            continue
        triples = [(a.q, b.q, c.q) for a, b, c in zip(first, second, told, strict=True)]
        odd = [three for three in triples if not equation(*map(counted, three))]
        sure = len(told) > 2 and not any(nearly(equation, three, FAR, counted) for three in odd)
        if len(odd) < 2 and (sure or all(only_slip(equation, three, meant, FAR, counted) for three in odd)):
            found[tuple(q.start for three in triples for q in three[:2])] = triples
    return list(found.values())


def hundred(near: Near, told: Row) -> Iterator[Claim]:
    """乔木占52.4%；灌木和草地分别占29.3%和18.3%: one share and a row of the others, all that its sentence has."""
    every = [item for item in near.inside if item.q.unit == "percent"]
    first = every[: len(every) - len(told)]
    bare = near.words.nearest_bare
    if len(first) != 1 or not told or every[-1] is not told[-1] or not all(bare.search(item.label) for item in (first[0], told[0])):
        return
    if any(item.q.is_range or item.q.hedge != "=" or item.q.half > FINEST for item in every) or told[0].overlaps(near.words):
        return
    if hundred_or_swapped([item.q for item in every]):
        roles = [("share", item.q) for item in every]
        yield claim("shares_whole", roles, f"{near.words.code}.across.hundred", near.words.code, exhaustive="yes", severity="warning")


def parts(near: Near) -> Iterator[Claim]:
    """生产120辆，销售115辆。其中，甲车产销分别为85辆和80辆；乙车产销分别为35辆和35辆: what stands at one place of clauses that are alike
    makes the figure at that place before them.
    """
    pieces = _pieces(near, near.inside)
    n = len(pieces)
    columns = _alike(pieces, n) if 2 <= n <= MOST else []
    if not columns:
        return
    before = [item for item in near.before if item.sentence == near.inside[0].sentence - 1 and amount(item.q)]
    totals = [item for item in before if kin(item.q, columns[0][0].q) and not stepped(item, near.words)]
    if len(totals) not in (1, len(columns)) or len(totals) == 1 and n < FINE:
        return
    pairs = list(zip(totals, columns, strict=False))
    odd = [(one, column) for one, column in pairs if not total(counted(one.q), *(counted(item.q) for item in column))]
    if len(pairs) > 1 < len(odd) or not all(or_slip(total, (one.q, *(item.q for item in some)), swaps, read=counted) for one, some in odd):
        return
    for one, column in pairs:
        roles = [("total", one.q), *(("part", item.q) for item in column)]
        yield claim("total", roles, f"{near.words.code}.across.columns_parts", near.words.code, severity="warning")


def late(near: Near, k: int) -> Iterator[Claim]:
    """占营业收入的43.2%和40.5%。两年营业收入分别为2.00亿元和2.40亿元: the wholes behind the shares."""
    own = next((row for row in _lists(near, near.inside[k : k + MOST]) if row[0] is near.inside[k]), [])
    before = [item for item in near.before if item.sentence == near.inside[k].sentence - 1]
    told = before[len(before) - len(own) :]
    joint = near.words.columns_joint
    if not own or len(told) != len(own) or any(item.q.unit != "percent" for item in told):
        return
    if all(joint.fullmatch(near.text, a.q.end, b.q.start) for a, b in pairwise(told)) and near.words.share.search(told[0].label):
        yield from shares(near, told)


def sums(near: Near, k: int) -> Iterator[Claim]:
    """去年、今年分别新建126座和148座。两年合计新建274座: the sum of the row before, if it is told to be of as many, or follows at once."""
    item = near.inside[k]
    if near.words.columns_total.search(item.label) is None or not amount(item.q):
        return
    before = near.inside[:k] or [one for one in near.before if one.sentence == item.sentence - 1]
    before = [one for one in before if one.q.text[:1].isdecimal()]               # 三个学段合计
    row = next(iter(_lists(near, before[-2 * MOST :])[-1:]), [])
    if not row or len(row) > MOST or not all(amount(one.q) and kin(one.q, item.q) and one.q.per == item.q.per for one in row):
        return
    led = near.words.columns_led.search(near.text, row[0].begin, row[0].q.start) is not None
    hit = near.words.columns_sum.search(near.text, item.begin, item.q.start)
    numerals: Sequence[str] = near.words.words["columns_counts"]
    counted_so = hit is not None and len(row) - 2 < len(numerals) and hit["n"] in numerals[len(row) - 2]
    at_once = k > 0 and item.number - row[-1].number == 1 and row[-1] is before[-1]
    slips = meant if counted_so else swaps                    # 全市合计 may be of others, too
    if led and (counted_so or at_once) and or_slip(total, (item.q, *(one.q for one in row)), slips, read=counted):
        roles = [("total", item.q), *(("part", one.q) for one in row)]
        yield claim("total", roles, f"{near.words.code}.across.columns_sum", near.words.code, severity="warning")


def _comparable(parts: Row, wholes: Row) -> bool:
    a, b = parts[0].q, wholes[0].q
    return kin(a, b) and a.per == b.per


def _rows(near: Near, items: Sequence[Item], n: int) -> list[Row]:
    """The rows of so many figures among some, in their order."""
    found: list[Row] = []
    for _, some in groupby(items, lambda item: item.sentence):
        inside = list(some)
        found += [row for row in _lists(near, inside) if len(row) == n]
        found += _alike(_pieces(near, inside), n)
    return found


def _lists(near: Near, inside: Sequence[Item]) -> list[Row]:
    """Figures of one unit that only commas, "and" and short names part."""
    rows: list[list[Item]] = []
    for item in inside:
        last = rows[-1][-1] if rows else None
        joined = last is not None and kin(last.q, item.q) and near.words.columns_joint.fullmatch(near.text, last.q.end, item.q.start)
        if joined:
            rows[-1].append(item)
        else:
            rows.append([item])
    return [row for row in rows if len(row) > 1]


def _windows(items: Sequence[Item], n: int) -> list[Row]:
    """So many figures of one unit in a row of clauses, shares aside, up to a break."""
    found: list[Row] = []
    for _, some in groupby((item for item in items if item.q.unit != "percent"), lambda item: item.sentence):
        inside = list(some)
        for at in range(len(inside) - n + 1):
            row = inside[at : at + n]
            if all(amount(item.q) and kin(item.q, row[0].q) for item in row) and row[-1].number - row[0].number < n:
                found.append(row)
    return found


def _pieces(near: Near, inside: Sequence[Item]) -> list[list[Item]]:
    """The figures of each clause that semicolons part, shares aside."""
    pieces: list[list[Item]] = []
    for item in inside:
        if item.q.unit == "percent":
            continue
        if not pieces or BREAKS.search(near.text, pieces[-1][-1].q.end, item.q.start):
            pieces.append([])
        pieces[-1].append(item)
    return pieces


def _alike(pieces: Sequence[Row], n: int) -> list[Row]:
    """The figures at each place of so many clauses that have as many figures of the same units."""
    for first in range(len(pieces) - n + 1):
        some = pieces[first : first + n]
        if 2 <= len(some[0]) <= MOST and all(len(piece) == len(some[0]) for piece in some):
            columns = list(zip(*some, strict=True))
            if all(kin(column[0].q, item.q) for column in columns for item in column):
                return [list(column) for column in columns]
    return []
