"""Text against table: a sentence that names a row and a column, with the digits of their cell in another order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...patterns import regex
from ...typed import TYPE_CHECKING
from ..misprints import significant, swapped
from .items import Item, claim

if TYPE_CHECKING:
    from ...values import Claim, Quantity
    from .tables import Grid

_WORDS = regex.compile(r"[A-Za-z][A-Za-z'’-]*+|\p{Han}++|\d{4}(?!\d)")
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LONGEST = 5                              # words of a label, or twice as many Han characters
Key = tuple[str, ...]


def link(grids: Sequence[Grid], found: Sequence[Item]) -> Iterator[Claim]:
    """Figures of sentences held against the cell of the row and the column that they name."""
    rows: dict[str, dict[Key, tuple[Grid, int] | None]] = {"en": {}, "zh": {}}
    for grid in grids:
        index = rows[grid.language.code]
        for k, label in enumerate(grid.labels):
            key = _key(label, grid.language.code)
            if key:
                index[key] = (grid, k) if key not in index else None
    if not any(rows.values()):
        return
    sentence, named = -1, None
    for item in found:
        q = item.q
        if q.kind not in ("quantity", "share") or q.hedge != "=" or q.is_range or any(grid.start <= q.start < grid.end for grid in grids):
            continue
        if item.sentence != sentence:
            sentence, named = item.sentence, _row(item.text[item.begin : item.end], rows[q.lang], q.lang)
        if named is None:
            continue
        grid, k = named
        cells = [(c, cell) for c, cell in enumerate(grid.cells[k]) if cell is not None]
        if any(_alike(q, cell) for _, cell in cells):
            continue
        for c, cell in cells:
            if _slip(q, cell) and _head(grid.heads[c], item.text[item.begin : item.end], c, grid):
                yield claim("same", [("a", q), ("b", cell)], f"{q.lang}.across.table", q.lang, severity="warning")
                break


def _key(label: str, lang: str) -> Key:
    if lang == "zh":
        return tuple(label) if 2 <= len(label) <= 2 * LONGEST and label.isalpha() else ()
    parts = tuple(word.lower() for word in _WORDS.findall(label))
    return parts if parts and len(parts) <= LONGEST and sum(map(len, parts)) > 3 and len(" ".join(parts)) == len(label) else ()


def _row(text: str, index: Mapping[Key, tuple[Grid, int] | None], lang: str) -> tuple[Grid, int] | None:
    """The one row that a sentence names; None if it names none, or several."""
    if not index:
        return None
    parts = [word.lower() for word in _WORDS.findall(text)] if lang == "en" else list(text)
    longest = LONGEST if lang == "en" else 2 * LONGEST
    hits = []
    at = 0
    while at < len(parts):
        for size in range(min(longest, len(parts) - at), 0, -1):
            key = tuple(parts[at : at + size])
            if key in index:
                hits.append(index[key])
                at += size - 1
                break
        at += 1
    return hits[0] if len(hits) == 1 else None


def _head(head: str, text: str, c: int, grid: Grid) -> bool:
    """Whether the sentence names the column: its year, or its first word; a table of one column needs no name."""
    year = _YEAR.search(head)
    if year is not None:
        return year.group() in text
    if len(grid.heads) == 2:
        return True
    name = next(iter(_WORDS.findall(head)), "").lower()
    others = [other for k, other in enumerate(grid.heads) if k not in (0, c)]
    return len(name) > 1 and name in text.lower() and not any(other.lower().startswith(name) for other in others)


def _digits(q: Quantity) -> str:
    return significant(q.printed_low)


def _alike(q: Quantity, cell: Quantity) -> bool:
    """Whether a figure of the text may be that of a cell, rounded or in another scale."""
    x, y = _digits(q), _digits(cell)
    size = min(len(x), len(y))
    return x == y or x[: size - 1] == y[: size - 1] or abs(int(x[:size] or 0) - int(y[:size] or 0)) <= 1


def _slip(q: Quantity, cell: Quantity) -> bool:
    x, y = _digits(q), _digits(cell)
    return len(x) == len(y) > 2 and swapped(x, y) and (q.kind == "share") == (cell.kind == "share")
