"""Figures of a table against each other: totals of rows and columns, shares, changes between two columns.

A table tells its own rules: a column whose other rows keep a relation accuses the row that does not.  Where nothing else in the table
confirms how it is built, the claim is at most a warning, and rows that may overlap ("of which", 其中) are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...readings import bounds
from ...typed import TYPE_CHECKING, Any
from ...values import Claim, Document, Quantity
from .. import freezing, quantities, tables
from ..document import script
from ..lexer import lex
from ..misprints import misprint

if TYPE_CHECKING:
    from ..language import Language

REST = " *†‡§#%％()（）[]+~≈^'\"’“”abcr"
LABELS = 3                               # first columns that may name a row
MOST_FIGURES = 40_000                    # beyond this a file is data, not an article
SURE: dict[bool, dict[str, str]] = {True: {}, False: {"severity": "warning"}}
Column = list["Quantity | None"]


class Grid:
    """A table with its cells read: ``heads`` words of each column, ``labels`` words of each row, ``cells`` by row and column."""

    def __init__(self, table: tables.Table, text: str, language: Language) -> None:
        self.language, self.text = language, text
        self.words: Mapping[str, Any] = language.settings["across"]["table"]
        body = table.rows[table.heads :]
        width = len(table.rows[0])
        self.heads = [" ".join(row[c].text for row in table.rows[: table.heads]).strip() for c in range(width)]
        self.start, self.end = table.rows[0][0].start, table.rows[-1][-1].end
        self.labels = [row[0].text.strip(" *_:：") for row in body]
        for c in range(1, min(width, LABELS)):                # several towns of a region: the town names the row
            column = [row[c].text.strip(" *_:：") for row in body]
            if len(set(self.labels)) == len(body) or any(any(char.isdigit() for char in name) for name in column) or not any(column):
                break
            self.labels = [name or label for name, label in zip(column, self.labels, strict=True)]
        self.indents = [row[0].indent for row in body]
        self.blank = [[not cell.text for cell in row] for row in body]
        self.cells: list[list[Quantity | None]] = [[None] for _ in body]
        for k, row in enumerate(body):
            self.cells[k] += [self.read(cell, self.heads[c]) for c, cell in enumerate(row) if c]
        for c in range(1, width):
            self.sharpen(c)

    def sharpen(self, c: int) -> None:
        """A column shows how far its figures are rounded: beside 1,263, 1,200 is exact."""
        column = [row[c] for row in self.cells]
        if any(q is not None and q.printed_low % (20 * q.half) for q in column if q is not None and q.half > 0):
            for row in self.cells:
                q = row[c]
                if q is not None and q.half > 0 and abs(q.printed_low) >= 20 * q.half:
                    row[c] = replace(q, figures=len(str(round(abs(q.printed_low) / (2 * q.half)))))

    def read(self, cell: tables.Cell, head: str) -> Quantity | None:
        """The one figure of a cell; None if it holds other things."""
        if not cell.text or not any(c.isdigit() for c in cell.text) or len(cell.text) > 40:
            return None
        tokens = quantities.read(self.text, lex(self.text, cell.start, cell.end, self.language), self.language, cell.start, False)
        at = [i for i, token in enumerate(tokens) if token.figure is not None]
        if len(at) != 1:
            return None
        token = tokens[at[0]]
        rest = self.text[cell.start : token.start] + self.text[token.end : cell.end]
        if rest.strip(REST + "-−–+$£€¥"):
            return None
        q = freezing.freeze(self.text, tokens, at[0], self.language)
        if q.kind not in ("quantity", "share", "year", "multiplier", "percent_point") or q.hedge not in ("=", "about"):
            return None
        if q.kind == "year":
            q = replace(q, kind="quantity")
        if not q.dimension and ("%" in head or "％" in head) and q.kind == "quantity":
            q = replace(q, unit="percent", dimension="percent", kind="share")
        if cell.text.lstrip("*").startswith(("(", "（")) and rest.count(")") + rest.count("）") == 1 and q.printed_low > 0:
            return None                                       # in brackets: negative, or an aside
        return q

    def has(self, text: str, group: str) -> bool:
        low = text.lower()
        return any(word in low for word in self.words.get(group, ()))

    def named(self, text: str, group: str) -> bool:
        """Whether the words are one of the group, alone or with the like of a unit behind them."""
        low = text.lower().strip(" *_:：()（）")
        plain = low.split("(")[0].split("（")[0].strip(" ,:：")
        return any(plain == word or (self.language.code == "en" and plain.startswith(word + " ") and word in ("total", "grand total"))
                   for word in self.words.get(group, ())) or self.language.code == "zh" and plain.endswith(tuple(self.words.get(group, ())))

    def column(self, c: int) -> Column:
        return [row[c] for row in self.cells]


def read(document: Document, languages: Mapping[str, Language]) -> Iterator[Grid]:
    """The tables of a document."""
    text = document.text
    budget = MOST_FIGURES
    for table in tables.find(text, delimited=document.path.lower().endswith((".csv", ".tsv"))):
        budget -= len(table.rows) * len(table.rows[0])
        if budget < 0:
            return
        start, end = table.rows[0][0].start, table.rows[-1][-1].end
        language = languages[script(text, start, end)]
        grid = Grid(table, text, language)
        if sum(q is not None for row in grid.cells for q in row) > 2:
            yield grid


def claims(grid: Grid) -> Iterator[Claim]:
    """What a table claims."""
    yield from _column_totals(grid)
    yield from _row_totals(grid)
    yield from _changes(grid)
    yield from _shares(grid)


def _claim(grid: Grid, relation: str, roles: Sequence[tuple[str, Quantity]], rule: str, **options: str) -> Claim:
    ordered = sorted(roles, key=lambda pair: pair[1].start)
    start, end = ordered[0][1].start, max(q.end for _, q in ordered)
    text = " · ".join(q.text.strip() for _, q in ordered)
    if any(q.hedge != "=" for _, q in roles):
        options.setdefault("severity", "warning")
    lang = grid.language.code
    return Claim(relation, start, end, text, tuple(ordered), relation, "", "", "", "stated", rule, lang, {"scope": "table", **options})


def _summed(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts make the total, give or take rounding."""
    low, high = sum(q.low * q.factor for q in parts), sum(q.high * q.factor for q in parts)
    return total.low * total.factor <= high + 1e-9 * abs(high) and low - 1e-9 * abs(low) <= total.high * total.factor


def _slip(printed: float, meant: float) -> bool:
    """Whether one figure is the other with two digits swapped, one digit changed, or a zero more."""
    return misprint(f"{abs(printed):.10g}", f"{abs(meant):.10g}")


# -- totals of columns -----------------------------------------------------------------------------------------------------------

def _column_totals(grid: Grid) -> Iterator[Claim]:
    marks = [k for k, label in enumerate(grid.labels) if grid.named(label, "total")]
    if len(marks) != 1 or len(grid.labels) < 3:
        return
    total = marks[0]
    if 0 < total < len(grid.labels) - 1 and any(any(q is not None for q in row) and not grid.has(grid.labels[k], "of_which")
                                                for k, row in enumerate(grid.cells) if k > total):
        return                                                # something follows: it may be a total of what stands above, or not
    members = [k for k in range(len(grid.labels)) if k != total and not grid.has(grid.labels[k], "of_which")]
    if len({grid.indents[k] for k in members}) > 1 and min(grid.indents[k] for k in members) != max(grid.indents[k] for k in members):
        outer = min(grid.indents[k] for k in members)
        members = [k for k in members if grid.indents[k] == outer]
    subtotals = [k for k in members if grid.named(grid.labels[k], "subtotal")]
    if subtotals:
        members = subtotals
    if len(members) < 2 or len({grid.labels[k] for k in members}) < len(members):
        return
    outcomes: list[tuple[int, Quantity, list[Quantity], bool]] = []
    for c in range(1, len(grid.heads)):
        t = grid.cells[total][c]
        whole = [q for k in members if (q := grid.cells[k][c]) is not None]
        if t is None or t.is_range or len(whole) < len(members):
            continue
        if len({q.unit for q in (t, *whole)} - {""}) > 1 or any(q.kind == "multiplier" for q in whole):
            continue
        outcomes.append((c, t, whole, _summed(t, whole)))
    fits = [c for c, *_, fit in outcomes if fit]
    for c, t, parts, fit in outcomes:
        share = t.unit == "percent"
        if share and not (99.5 <= t.printed_low <= 100.5):
            continue
        if share:
            if fit or fits or _slip(sum(q.printed_low for q in parts), 100):
                severity = "error" if fits else "warning"
                yield _claim(grid, "shares_whole", [("share", q) for q in parts], "table.shares", exhaustive="yes", severity=severity)
            continue
        if fit:
            yield _claim(grid, "total", [("total", t), *(("part", q) for q in parts)], "table.column")
            continue
        least, most = min(q.printed_low for q in parts), max(q.printed_low for q in parts)
        if grid.has(grid.heads[c], "rates") or t.printed_low < most and not fits or least < 0:
            continue
        added = sum(q.printed_low * q.factor for q in parts) / t.factor
        if fits or _slip(added, t.printed_low) or 0.5 < added / (t.printed_low or 1.0) < 2 and len(outcomes) == 1:
            sure = fits or _slip(added, t.printed_low) or any(_slip(q.printed_low, q.printed_low - added + t.printed_low) for q in parts)
            yield _claim(grid, "total", [("total", t), *(("part", q) for q in parts)], "table.column", **SURE[bool(sure)])


# -- totals of rows --------------------------------------------------------------------------------------------------------------

def _row_totals(grid: Grid) -> Iterator[Claim]:
    marks = [c for c in range(1, len(grid.heads)) if grid.named(grid.heads[c], "total")]
    if len(marks) != 1:
        return
    total = marks[0]
    first = grid.cells
    plain = []
    for c in range(1, len(grid.heads)):
        column = [q for row in first if (q := row[c]) is not None]
        if c != total and column and not grid.has(grid.heads[c], "rates") and not grid.has(grid.heads[c], "of_which"):
            plain += [c] if all(q.unit != "percent" for q in column) else []
    sides = [c for c in plain if c < total] if total > 1 else plain
    if len(sides) < 2:
        return
    outcomes = []
    for row in first:
        t, whole = row[total], [q for c in sides if (q := row[c]) is not None]
        if t is None or t.unit == "percent" or len(whole) < len(sides):
            continue
        if len({q.unit for q in (t, *whole)} - {""}) <= 1:
            outcomes.append((t, whole, _summed(t, whole)))
    fits = sum(fit for *_, fit in outcomes)
    if fits >= 2 and 2 * fits > len(outcomes) or fits == 1 == len(outcomes) - 1:
        for t, whole, _ in outcomes:
            yield _claim(grid, "total", [("total", t), *(("part", q) for q in whole)], "table.row", **SURE[fits > 1])


# -- changes and shares ----------------------------------------------------------------------------------------------------------

def _changes(grid: Grid) -> Iterator[Claim]:
    """A column of changes behind two columns of levels; which is old is told by the years, the words, or what fits."""
    for c in range(3, len(grid.heads)):
        if not grid.has(grid.heads[c], "change"):
            continue
        for a, b in {(c - 2, c - 1), (1, 2)}:
            if grid.has(grid.heads[a], "change") or grid.has(grid.heads[b], "change") or not _two_times(grid, a, b):
                continue
            rows = [(row[a], row[b], row[c]) for row in grid.cells]
            full = [(x, y, p) for x, y, p in rows if x is not None and y is not None and p is not None]
            for old, new in _ways(grid, a, b):
                yield from _kept(grid, [x for x in full if x[0].printed_low > 0 and x[1].printed_low > 0], old, new)


def _two_times(grid: Grid, a: int, b: int) -> bool:
    years = [_year(grid.heads[c]) for c in (a, b)]
    return all(years) and years[0] != years[1] or grid.has(grid.heads[a], "old") != grid.has(grid.heads[b], "old") or \
        grid.has(grid.heads[a], "new") != grid.has(grid.heads[b], "new")


def _year(head: str) -> int:
    digits = "".join(c if c.isdecimal() else " " for c in head).split()
    return next((int(d) for d in digits if len(d) == 4 and 1900 <= int(d) <= 2100), 0)


def _ways(grid: Grid, a: int, b: int) -> tuple[tuple[int, int], ...]:
    years = [_year(grid.heads[c]) for c in (a, b)]
    if all(years):
        return ((0, 1),) if years[0] < years[1] else ((1, 0),)
    return ((0, 1),) if grid.has(grid.heads[a], "old") or grid.has(grid.heads[b], "new") else ((1, 0),)


def _kept(grid: Grid, rows: Sequence[tuple[Quantity, Quantity, Quantity]], old: int, new: int) -> Iterator[Claim]:
    for role, test in (("percent", _percent_fits), ("difference", _difference_fits)):
        chosen = [(x[old], x[new], x[2]) for x in rows if (x[2].unit == "percent") == (role == "percent")]
        fits = sum(test(*x) for x in chosen)
        if fits >= 2 and 2 * fits > len(chosen):
            for a, b, p in chosen:
                rising = "up" if p.printed_low >= 0 and not p.text.strip().startswith(("-", "−", "–")) else "down"
                if p.printed_low < 0:
                    p = replace(p, low=-p.high, high=-p.low, printed_low=-p.printed_high, printed_high=-p.printed_low)
                yield _claim(grid, "change", [("old", a), ("new", b), (role, p)], "table.change", direction=rising)


def _percent_fits(old: Quantity, new: Quantity, p: Quantity) -> bool:
    low, high = (new.low / old.high - 1) * 100, (new.high / old.low - 1) * 100 if old.low > 0 else float("inf")
    return p.low <= high and low <= p.high


def _difference_fits(old: Quantity, new: Quantity, d: Quantity) -> bool:
    return d.low <= new.high - old.low and new.low - old.high <= d.high


def _shares(grid: Grid) -> Iterator[Claim]:
    """A column of shares beside a column of amounts with their total."""
    marks = [k for k, label in enumerate(grid.labels) if grid.named(label, "total")]
    if len(marks) != 1:
        return
    total = marks[0]
    for c in range(2, len(grid.heads)):
        shares = grid.column(c)
        if not any(q is not None and q.unit == "percent" for q in shares) or grid.has(grid.heads[c], "change"):
            continue
        amounts = grid.column(c - 1)
        whole = amounts[total]
        if whole is None or whole.printed_low <= 0 or whole.unit == "percent" or grid.has(grid.heads[c - 1], "change"):
            continue
        both = [pair for k, pair in enumerate(zip(amounts, shares, strict=True)) if k != total]
        rows = [(n, p) for n, p in both if n is not None and p is not None and p.unit == "percent"]
        fits = sum(_share_fits(n, whole, p) for n, p in rows)
        if fits >= 2 and 2 * fits > len(rows):
            for n, p in rows:
                yield _claim(grid, "share", [("part", n), ("whole", whole), ("percent", p)], "table.share")


def _share_fits(n: Quantity, whole: Quantity, p: Quantity) -> bool:
    low, high = bounds(p.printed_low, p.printed_high, 2 * p.half, p.hedge)
    return low <= 100 * n.high / whole.low and 100 * n.low / whole.high <= high
