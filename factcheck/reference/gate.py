"""What of a layer's names is kept in one cell, so that most sentences are passed over without a query."""

from __future__ import annotations

from operator import add

from ..typed import TYPE_CHECKING
from . import aliases
from .layer import ALSO, FREE, OWNER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

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
    pieces: dict[str, dict[str, int]] = {"en": {}, "zh": {}}
    everything = connection.execute(
        "SELECT lang, key, alias, a.kind, coalesce(m.applies, ''), coalesce(e.kind, '') FROM alias a "
        "LEFT JOIN metric m ON a.kind='metric' AND m.id=target LEFT JOIN entity e ON a.kind='entity' AND e.id=target"
    ).fetchall()
    for lang, key, alias, kind, applies, owner in everything:
        bits = FREE if kind in ("metric", "ranking") and not applies else ALSO if kind == "era" else 0
        for name in applies.split("|") if applies else ():
            bits |= kinds.setdefault(name, 2 << len(kinds))
        if kind == "entity":
            names = ("country", "economy", "aggregate") if owner == "home" else (owner,)
            bits |= sum(kinds.setdefault(name, 2 << len(kinds)) for name in names) << OWNER
        keys[lang][key] = keys[lang].get(key, 0) | bits
        for piece in heads(alias, lang, connection, frequent) if kind != "era" else ():
            pieces[lang][piece] = pieces[lang].get(piece, 0) | bits
    for name, cells in (("keys", keys), ("heads", pieces)):
        for lang, found in cells.items():
            connection.execute("INSERT INTO meta VALUES(?, ?)", (f"{name}_{lang}", packed(found)))


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


def heads(alias: str, lang: str, connection: sqlite3.Connection, frequent: frozenset[str]) -> Iterator[str]:
    """A piece of an alias that any text with it holds, in lower case and as it may be spelled before folding: plurals, 繁体."""
    if lang != "zh":
        rarest = max(aliases.RUN.findall(alias), key=lambda run: (run not in frequent, len(run)))
        yield from (rarest, rarest + "s")
        return
    if len(alias) == 1:                                     # 高, 长: only before a figure
        row = connection.execute("SELECT words_zh FROM cue WHERE id='measure'").fetchone()
        yield from (alias + after for after in (*"0123456789", *(w for w in (row[0].split("|") if row else ()) if w)))
    spellings = [""]
    for char in alias[:3] if len(alias) > 1 else "":
        others = [row[0] for row in connection.execute("SELECT traditional FROM character WHERE simplified=?", (char,))]
        spellings = [start + c for start in spellings for c in {char, *others}]
    yield from (s for s in spellings if s)


def opens(bits: Iterable[int]) -> bool:
    """Whether among names with these bits a metric finds its owner, or needs none."""
    seen = 0
    for some in bits:
        seen |= some
    return bool(seen & FREE or seen & (seen >> OWNER) & MASK)


def may_hold(text: str, lang: str, pieces: Mapping[str, int] | None) -> bool:
    """Whether the names in a text may be worth a query; quick, and never wrong when it says no."""
    if pieces is None:
        return True
    lower = text.lower()
    if lang != "zh":
        return opens([pieces[run] for run in pieces.keys() & aliases.RUN.findall(lower)])
    lower = aliases.bare(lower)
    pairs = list(map(add, lower, lower[1:]))
    found = pieces.keys() & pairs | pieces.keys() & map(add, pairs, lower[2:])
    return opens([pieces[piece] for piece in found])
