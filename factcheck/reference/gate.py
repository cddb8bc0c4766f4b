"""What of a layer's names is kept in one cell, so that most sentences are passed over without a query."""

from __future__ import annotations

from operator import add

from ..typed import TYPE_CHECKING
from . import aliases
from .layer import ALSO, FREE, OWNER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container, Iterable, Iterator, Mapping

FEW = 30_000                                            # aliases whose keys are read at once
MASK = (1 << OWNER) - 2                                 # bits of owners


def write_gate(connection: sqlite3.Connection) -> None:
    """For a small layer, every alias key, and a piece of every alias, with a number whose bits tell what may stand there.

    Bit 0: something that is matched by itself (:data:`FREE`).  From bit 1 on, a bit for each kind of owner: a metric has those that it may
    belong to, an owner has its own, :data:`OWNER` places higher.  A sentence is worth a query if a metric finds an owner.
    """
    if connection.execute("SELECT count(*) FROM alias").fetchone()[0] > FEW:
        return
    frequent = frozenset(w for row in connection.execute("SELECT words_en FROM cue WHERE id='frequent'") for w in row[0].split("|"))
    kinds: dict[str, int] = {}
    keys: dict[str, dict[str, int]] = {"en": {}, "zh": {}}
    pieces: dict[str, dict[str, dict[str, int]]] = {"en": {}, "zh": {}}
    everything = connection.execute(
        "SELECT lang, key, alias, a.kind, coalesce(m.applies, ''), coalesce(e.kind, '') FROM alias a "
        "LEFT JOIN metric m ON a.kind='metric' AND m.id=target LEFT JOIN entity e ON a.kind='entity' AND e.id=target"
    ).fetchall()
    implied = {k for (cell,) in connection.execute("SELECT implied FROM metric WHERE implied <> ''") for k in cell.split("|")}
    for lang, key, alias, kind, applies, owner in everything:
        free = (kind in ("metric", "ranking") and not applies) or owner in implied        # beside a mountain a bare figure will do
        bits = FREE if free else ALSO if kind == "era" else 0
        for name in applies.split("|") if applies else ():
            bits |= kinds.setdefault(name, 2 << len(kinds))
        if kind == "entity":
            names = ("country", "economy", "aggregate") if owner == "home" else (owner,)
            bits |= sum(kinds.setdefault(name, 2 << len(kinds)) for name in names) << OWNER
        keys[lang][key] = keys[lang].get(key, 0) | bits
        for piece, partner in heads(alias, lang, connection, frequent) if kind != "era" else ():
            partners = pieces[lang].setdefault(piece, {})
            partners[partner] = partners.get(partner, 0) | bits
    for lang, found in keys.items():
        connection.execute("INSERT INTO meta VALUES(?, ?)", (f"keys_{lang}", packed(found)))
    for lang, heads_found in pieces.items():
        rows = (f"{piece}\t" + "\t".join(f"{bits} {partner}" for partner, bits in row.items()) for piece, row in heads_found.items())
        connection.execute("INSERT INTO meta VALUES(?, ?)", (f"heads_{lang}", "\n".join(rows)))


def packed(bits_of: Mapping[str, int]) -> str:
    """Names with their bits as one text, quick to read again: names of the same bits stand together."""
    groups: dict[int, list[str]] = {}
    for name, bits in bits_of.items():
        groups.setdefault(bits, []).append(name)
    return "\f".join("\n".join((str(bits), *names)) for bits, names in groups.items())


def unpacked(text: str, into: dict[str, int]) -> None:
    """What :func:`packed` wrote, added to what other layers have."""
    for group in text.split("\f") if text else ():
        bits, *names = group.split("\n")
        if into.keys().isdisjoint(names):
            into |= dict.fromkeys(names, int(bits))
        else:
            into |= {name: into.get(name, 0) | int(bits) for name in names}


def heads(alias: str, lang: str, connection: sqlite3.Connection, frequent: frozenset[str]) -> Iterator[tuple[str, str]]:
    """A piece of an alias that any text with it holds, in lower case and as it may be spelled before folding: plurals, 繁体; and what else
    such a text holds: in English another run of letters, in Chinese the piece with the character behind it; "" if nothing.
    """
    if lang != "zh":
        rarest, *others = sorted(aliases.RUN.findall(alias), key=lambda run: (run in frequent, -len(run)))
        partner = next((run for run in others if run != rarest), "")
        yield from ((rarest, partner), (rarest + "s", partner))
        return
    if len(alias) == 1:                                     # 高, 长: only before a figure
        row = connection.execute("SELECT words_zh FROM cue WHERE id='measure'").fetchone()
        yield from ((alias + after, "") for after in (*"0123456789", *(w for w in (row[0].split("|") if row else ()) if w)))
    spellings = [""]
    for char in alias[:3] if len(alias) > 1 else "":
        traditional = [row[0] for row in connection.execute("SELECT traditional FROM character WHERE simplified=?", (char,))]
        spellings = [start + c for start in spellings for c in {char, *traditional}]
    yield from ((s[:2], s[2:] and s) for s in spellings if s)


class Pieces:
    """The pieces of aliases of all layers, and what their partners tell; read when a piece is first met."""

    def __init__(self) -> None:
        self.rows: dict[str, str] = {}
        self.read: dict[str, tuple[int, list[tuple[str, int]]]] = {}     # the bits of the piece alone, and with a partner

    def add(self, text: str) -> None:
        """What :func:`write_gate` wrote of one layer."""
        rows = dict([row.split("\t", 1) for row in text.split("\n")] if text else ())
        if self.rows:
            rows |= {piece: f"{rows[piece]}\t{self.rows[piece]}" for piece in rows.keys() & self.rows}
        self.rows |= rows

    def bits(self, piece: str, present: Container[str]) -> int:
        """The bits of a piece found in a text: ``present`` are its runs of letters and digits, or the text if it is Chinese."""
        seen, partners = self.read.get(piece) or self._read(piece)
        for partner, bits in partners:
            if partner in present or partner + "s" in present:
                seen |= bits
        return seen

    def _read(self, piece: str) -> tuple[int, list[tuple[str, int]]]:
        told = [(partner, int(bits)) for bits, _, partner in (cell.partition(" ") for cell in self.rows[piece].split("\t"))]
        alone = 0
        for partner, bits in told:
            alone |= 0 if partner else bits
        found = self.read[piece] = alone, [pair for pair in told if pair[0]]
        return found


def opens(bits: Iterable[int]) -> bool:
    """Whether among names with these bits a metric finds its owner, or needs none."""
    seen = 0
    for some in bits:
        seen |= some
    return bool(seen & FREE or seen & (seen >> OWNER) & MASK)


def may_hold(text: str, lang: str, pieces: Pieces | None) -> bool:
    """Whether the names in a text may be worth a query; quick, and never wrong when it says no."""
    if pieces is None:
        return True
    lower = text.lower()
    if lang != "zh":
        runs = aliases.runs(lower)
        found = pieces.rows.keys() & runs
        return bool(found) and opens([pieces.bits(piece, runs) for piece in found])
    lower = aliases.bare(lower)
    found = pieces.rows.keys() & map(add, lower, lower[1:])
    return bool(found) and opens([pieces.bits(piece, lower) for piece in found])
