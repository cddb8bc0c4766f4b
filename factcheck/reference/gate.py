"""What of a layer's names is kept in one cell, so that most sentences are passed over without a query."""

from __future__ import annotations

from string import digits

from ..typed import TYPE_CHECKING
from . import aliases
from .layer import ALSO, FREE, OWNER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

FEW = 30_000                                            # aliases whose keys are read at once


def write_gate(connection: sqlite3.Connection) -> None:
    """For a small layer, every alias key with a number whose bits tell what may stand there (:data:`FREE`, :data:`OWNER`).

    Bit 0: something that is matched by itself.  From bit 1 on, a bit for each kind of owner: a metric has those that it may belong to, an
    owner has its own, :data:`OWNER` places higher.  A sentence is worth a query if a metric finds an owner.
    """
    if connection.execute("SELECT count(*) FROM alias").fetchone()[0] > FEW:
        return
    kinds: dict[str, int] = {}
    masks: dict[tuple[str, str], int] = {}
    everything = connection.execute(
        "SELECT lang, key, a.kind, coalesce(m.applies, ''), coalesce(e.kind, '') FROM alias a "
        "LEFT JOIN metric m ON a.kind='metric' AND m.id=target LEFT JOIN entity e ON a.kind='entity' AND e.id=target"
    )
    for lang, key, kind, applies, owner in everything:
        bits = FREE if kind in ("metric", "ranking") and not applies else ALSO if kind == "era" else 0
        for name in applies.split("|") if applies else ():
            bits |= kinds.setdefault(name, 2 << len(kinds))
        if kind == "entity":
            names = ("country", "economy", "aggregate") if owner == "home" else (owner,)
            bits |= sum(kinds.setdefault(name, 2 << len(kinds)) for name in names) << OWNER
        masks[lang, key] = masks.get((lang, key), 0) | bits
    for lang in ("en", "zh"):
        listed = connection.execute("SELECT DISTINCT alias FROM alias WHERE lang=? AND kind IN ('metric', 'ranking')", (lang,))
        spelled = {head for name in listed for head in heads(name[0], lang, connection)}
        connection.execute("INSERT INTO meta VALUES(?, ?)", (f"heads_{lang}", "\n".join(sorted(spelled))))
        found = [(key, bits) for (of, key), bits in masks.items() if of == lang]
        connection.execute("INSERT INTO meta VALUES(?, ?)", (f"keys_{lang}", "\n".join(key for key, _ in found)))
        connection.execute("INSERT INTO meta VALUES(?, ?)", (f"bits_{lang}", " ".join(str(bits) for _, bits in found)))


def heads(alias: str, lang: str, connection: sqlite3.Connection) -> Iterator[str]:
    """A piece of an alias that any text with it holds, as it may be spelled before folding: plurals, traditional characters."""
    if lang != "zh":
        longest = max(aliases.RUN.findall(alias), key=len)
        yield from (longest, longest + "s")
        return
    if len(alias) == 1:                                     # 高, 长: only before a figure
        row = connection.execute("SELECT words_zh FROM cue WHERE id='measure'").fetchone()
        yield from (alias + after for after in (*digits, *(row[0].split("|") if row else ())))
    spellings = [""]
    for char in alias[:3] if len(alias) > 1 else "":
        others = [row[0] for row in connection.execute("SELECT traditional FROM character WHERE simplified=?", (char,))]
        spellings = [start + c for start in spellings for c in {char, char.upper(), *others}]
    yield from (s for s in spellings if s)
