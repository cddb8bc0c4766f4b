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
from ...fitting import Printed, counted, directed, growth, nearly, only_slip, or_slip, share, total
from ...fitting import together as joined
from ...misprints import hundred_or_swapped, meant, swaps
from ..items import Item, amount, claim, kin, size
from .window import COARSE, FAR, Near
from .zh_leads import stepped

if TYPE_CHECKING:
    from ....values import Claim, Quantity
    from ...fitting import Equation

MOST = 6                                 # figures of a row
ROWS = 6                                 # rows that are looked at
FINE, FEW = 3, 2                         # digits of a share, and of a step
LARGE = 1e4                              # what figures without a unit need to be amounts
LONG = 1e3                               # and what a total needs to be, that parts which fall short of it are held against
TINY = 1e-9
FINEST = 0.06                            # half of the last digit of 36.2%
BREAKS = regex.compile(r"[；;。\n]")

Row = Sequence[Item]
Triple = tuple["Quantity", "Quantity", "Quantity"]


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
    rows = [*_windows([*near.before, *near.inside], n), *_runs([*near.before, *near.inside], n)][-ROWS:]
    found = _fitting(rows, told, directed(growth, direction))
    if len(found) == 1:
        for old, new, percent in found[0]:
            roles = [("old", old), ("new", new), ("percent", percent)]
            yield claim("change", roles, f"{near.words.code}.across.columns", near.words.code, direction=direction, severity="warning")


def serial(near: Near, told: Row) -> Iterator[Claim]:
    """三年收入分别为3.2亿元、4.1亿元和5.0亿元，同比增长12.5%、28.1%和22.0%: steps in a row, each from one figure of a row to the next."""
    n = len(told)
    if not 2 <= n <= MOST or any(item.q.figures < FEW or item.q.is_range for item in told):
        return
    at = near.inside.index(told[0])
    rows = [row for row in _lists(near, near.inside[max(0, at - 2 * MOST) : at]) if len(row) in (n, n + 1) and amount(row[0].q)]
    row = rows[-1] if rows else ()
    slashed = bool(row) and near.text[row[0].q.end : row[1].q.start] == "/"      # 293/350/417亿元, of three years
    if not row or not slashed and near.words.columns_led.search(row[0].label) is None or not all(amount(one.q) for one in row):
        return
    if n == len(row) and (n == 2 or not slashed) and near.words.columns_times.search(near.text, row[0].begin, row[0].q.start) is None:
        return                                                # of two years, not of two things
    triples = [(old.q, new.q, step.q) for (old, new), step in zip(pairwise(row), told[n + 1 - len(row) :], strict=True)]
    equation = directed(growth, "")
    odd = [three for three in triples if not equation(*map(counted, three))]
    if len(odd) < 2 and all(only_slip(equation, three, meant, FAR, counted) for three in odd) or _between_two(triples, odd, equation):
        for old, new, step in triples:
            roles = [("old", old), ("new", new), ("percent", step)]
            yield claim("change", roles, f"{near.words.code}.across.columns_serial", near.words.code, severity="warning")


def _between_two(triples: list[Triple], odd: list[Triple], equation: Equation) -> bool:
    """Whether one slip of the figure between two steps explains that neither fits: 63.4、58.5、103.8亿元 for 85.5."""
    if len(odd) != 2 or odd[0][1] is not odd[1][0] or len(triples) > 2 and triples.index(odd[1]) - triples.index(odd[0]) != 1:
        return False
    (old, between, first), (_, new, second) = odd
    a, b, c, d, e = map(counted, (old, between, new, first, second))
    return any(equation(a, b._replace(value=value), d) and equation(b._replace(value=value), c, e) for value in swaps(between))


def together(near: Near, k: int, name: str) -> Iterator[Claim]:
    """三类分别为58.2亿元、14.7亿元、14.5亿元，合计占总额的72.8%: the share of a row, of the only amount before it that is more."""
    percent = near.inside[k]
    rows = [row for row in _lists(near, near.inside[max(0, k - 3 * MOST) : k]) if amount(row[0].q) and row[0].q.unit != "percent"]
    row = rows[-1] if rows else ()
    if not 2 <= len(row) <= MOST or percent.q.figures < FINE or not all(amount(one.q) and one.q.per == row[0].q.per for one in row):
        return
    if any(item.q.unit != "percent" and item.q.text[:1].isdecimal() for item in near.inside[near.inside.index(row[-1]) + 1 : k]):
        return
    parts_of = [one.q for one in row]
    before = (*near.before, *near.inside[: near.inside.index(row[0])])
    wholes = [one for one in before if amount(one.q) and kin(one.q, parts_of[0]) and one.q.per == parts_of[0].per
              and size(one.q) > sum(map(size, parts_of)) and not stepped(one, near.words)]
    if len({size(one.q) for one in wholes}) != 1:
        return
    bare = set(near.words.all_of_it.sub("", name))
    scopes = [hit[0] for hit in near.words.nearest_scope.finditer(name)]
    led = near.text[wholes[-1].begin : wholes[-1].q.start]
    if 2 * len(bare & set(led)) < len(bare) or any(scope not in led for scope in scopes):
        return

    def of_all(*figures: Printed) -> bool:
        return share(joined(figures[:-2]), *figures[-2:])

    if only_slip(of_all, (*parts_of, wholes[-1].q, percent.q), meant, FAR, counted):
        roles = [("whole", wholes[-1].q), *(("part", q) for q in parts_of), ("percent", percent.q)]
        yield claim("share", roles, f"{near.words.code}.across.columns_together", near.words.code, severity="warning")


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


def divided(near: Near, k: int) -> Iterator[Claim]:
    """全年检修1364台，三个车间分别检修428台、516台和420台: a row behind the only amount in its unit, of which it is all parts; or all the
    amounts of a sentence, behind the only one in that before.
    """
    first, led = near.inside[k], near.words.columns_led.search(near.inside[k].label) is not None
    row: Row = next((row for row in _lists(near, near.inside[k : k + MOST + 1]) if row[0] is first), [])
    if not led and k == 0 and len(row) < FINE:
        row = near.inside if len(near.inside) <= MOST and all(kin(one.q, first.q) for one in near.inside) else []
    if not FINE <= len(row) <= MOST or not first.q.dimension and size(first.q) < LARGE or not led and k:
        return
    before = [one for one in near.inside[:k] or near.before if first.sentence - one.sentence < 2 and kin(one.q, first.q)]
    levels = [one for one in before if amount(one.q) and one.q.text[:1].isdecimal() and not stepped(one, near.words)]
    if len(levels) != 1 or not all(amount(one.q) and one.q.per == first.q.per for one in (*levels, *row)):
        return
    if any(sum(map(str.isdecimal, one.q.text)) < FINE - (not led) for one in (*levels, *row)):
        return
    if near.words.columns_late.search(near.text, max(levels[0].q.end, first.begin), first.q.start) is None \
            and not any(stepped(one, near.words) for one in row) and _all_parts(levels[0].q, [one.q for one in row]):
        roles = [("total", levels[0].q), *(("part", one.q) for one in row)]
        yield claim("total", roles, f"{near.words.code}.across.columns_divided", near.words.code, severity="warning")


def _all_parts(whole: Quantity, some: Sequence[Quantity]) -> bool:
    """Whether parts make their total, or would with two digits of one swapped.  Of parts that fall short there may be more, so that a swap
    explains by chance what is missing: only of counts that are long does it prove anything.
    """
    room = sum(0.0 if q.half <= COARSE and "." not in q.text else q.half * q.factor for q in (whole, *some)) / 2
    gap = sum(map(size, some)) - size(whole)
    if abs(gap) <= 2 * room + TINY * size(whole):
        return True
    if gap < 0 and (room or size(whole) < LONG):
        return False
    return any(abs(gap - size(q) + value) <= room + TINY * size(whole) for q in some for value in swaps(q)) \
        or any(abs(gap + size(whole) - value) <= room + TINY * size(whole) for value in swaps(whole))


def _comparable(parts: Row, wholes: Row) -> bool:
    return all(kin(a.q, b.q) and a.q.per == b.q.per for a, b in zip(parts, wholes, strict=True))


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


def _runs(items: Sequence[Item], n: int) -> list[Row]:
    """So many figures of different units that run into one: 97件134人."""
    runs: list[list[Item]] = []
    for item in items:
        if runs and runs[-1][-1].q.end == item.q.start:
            runs[-1].append(item)
        else:
            runs.append([item])
    return [run for run in runs if len(run) == n and all(amount(item.q) for item in run)]


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
