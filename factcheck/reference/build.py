"""From CSV to the index: a SQLite file of ``WITHOUT ROWID`` tables.

A *layer* is one table of the user's or the one that ships: a folder with the files of ``data/``, or a single CSV.  Each layer becomes a
file in the cache, named by the hash of its contents, written beside its place and renamed: a reader sees all of it or nothing.
Units are resolved by :mod:`factcheck.units`; pint is imported only for a unit that the unit table does not name.
"""

from __future__ import annotations

import os

from ..resources import data_dir
from ..typed import TYPE_CHECKING
from .gate import write_gate
from .layer import TableError, files, is_foreign
from .loaders import Layer, kind_of
from .records import header, read

if TYPE_CHECKING:
    import sqlite3

SCHEMA = """
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE alias(lang TEXT, key TEXT, alias TEXT, kind TEXT, target TEXT, needs INT,
  PRIMARY KEY(lang, key, alias, kind, target)) WITHOUT ROWID;
CREATE TABLE metric(id TEXT PRIMARY KEY, parent TEXT, name_en TEXT, name_zh TEXT, kind TEXT, unit TEXT, dimension TEXT, factor REAL,
  gap REAL, low REAL, high REAL, definition TEXT, applies TEXT, unless_en TEXT, unless_zh TEXT,
  beside_en TEXT, beside_zh TEXT, narrow_en TEXT, narrow_zh TEXT, implied TEXT) WITHOUT ROWID;
CREATE TABLE cue(id TEXT PRIMARY KEY, words_en TEXT, words_zh TEXT) WITHOUT ROWID;
CREATE TABLE entity(id TEXT PRIMARY KEY, kind TEXT, name_en TEXT, name_zh TEXT) WITHOUT ROWID;
CREATE TABLE source(id TEXT PRIMARY KEY, title TEXT, publisher TEXT, licence TEXT, url TEXT, retrieved TEXT, defects TEXT) WITHOUT ROWID;
CREATE TABLE era(id TEXT PRIMARY KEY, period TEXT, next TEXT) WITHOUT ROWID;
CREATE TABLE period(lang TEXT, first TEXT, middle TEXT, last TEXT, period TEXT, PRIMARY KEY(lang, first, middle, last)) WITHOUT ROWID;
CREATE TABLE ranking(id TEXT PRIMARY KEY, metric TEXT, limit_ INT, kinds TEXT) WITHOUT ROWID;
CREATE TABLE ranked(lang TEXT, ranking TEXT, use TEXT, words TEXT, PRIMARY KEY(lang, ranking, use, words)) WITHOUT ROWID;
CREATE TABLE character(traditional TEXT PRIMARY KEY, simplified TEXT) WITHOUT ROWID;
CREATE TABLE trend(metric TEXT, id TEXT, entity TEXT, kind TEXT, value TEXT, unit TEXT, low REAL, high REAL, period TEXT,
  start REAL, end REAL, published TEXT, status TEXT, superseded_by TEXT, source TEXT, url TEXT, definition TEXT, note_en TEXT, note_zh TEXT,
  floor REAL, ceiling REAL, PRIMARY KEY(metric, id)) WITHOUT ROWID;
CREATE TABLE fact(metric TEXT, entity TEXT, start REAL, end REAL, id TEXT, period TEXT, value REAL, low REAL, high REAL, factor REAL,
  dimension TEXT, unit TEXT, published TEXT, status TEXT, superseded_by TEXT, source TEXT, url TEXT, definition TEXT,
  note_en TEXT, note_zh TEXT, PRIMARY KEY(metric, entity, start, id)) WITHOUT ROWID;
"""
INDEXES = "CREATE INDEX fact_id ON fact(id) WHERE definition <> '' OR superseded_by <> '';"


def build(path: str, target: str) -> None:
    """Write the index of the layer at ``path`` to ``target``; nothing is left behind on an error."""
    import sqlite3

    temporary = f"{target}.{os.getpid()}.tmp"
    try:
        connection = sqlite3.connect(temporary)
        try:
            fill(connection, path)
            connection.commit()
        finally:
            connection.close()
        os.replace(temporary, target)
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)


def fill(connection: sqlite3.Connection, path: str, whole: bool = True) -> None:
    """All tables of the layer, into an empty database; ``whole``: what its rows name must be known."""
    if is_foreign(path):
        from tempfile import TemporaryDirectory

        from .importers import prepare

        with TemporaryDirectory() as folder:
            prepare(path, folder)
            try:
                fill(connection, folder, whole=False)   # a database has places that nobody asked for
            except TableError as error:                 # of a file that the user never saw
                raise TableError(path, 1 if path.endswith(".toml") else error.row, error.column, error.problem) from None
        return
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
    layer = Layer(connection)
    todo = [(name, kind_of(name, header(name))) for name in files(path)]
    shipped = os.path.join(data_dir(), "characters.csv")
    if not any(kind == "characters" for _, kind in todo) and os.path.exists(shipped):
        layer.characters = {ord(r["traditional"]): r["simplified"] for r in read(shipped)}
    for kind in ("characters", "metrics", "entities", "sources", "cues", "rankings", "eras", "periods", "trends", "levels", "series"):
        for name, found in todo:
            if found == kind:
                layer.load(kind, name)
    connection.executescript(INDEXES)
    if whole:
        _refuse_unknown(connection, todo)
    connection.execute("CREATE INDEX character_simplified ON character(simplified)")
    connection.execute("INSERT INTO meta VALUES('path', ?)", (path,))
    pairs = connection.execute("SELECT traditional, simplified FROM character").fetchall()
    connection.execute("INSERT INTO meta VALUES('traditional', ?)", ("".join(a for a, _ in pairs),))
    connection.execute("INSERT INTO meta VALUES('simplified', ?)", ("".join(b for _, b in pairs),))
    write_gate(connection)


def _refuse_unknown(connection: sqlite3.Connection, tables: list[tuple[str, str]]) -> None:
    """A row of an owner or a metric that no table has, or superseded by none, would silently say nothing."""
    remedies = {"metric": "; define it in metrics.csv", "entity": "; define it in entities.csv", "superseded_by": ""}
    known = {"metric": ("metric",), "entity": ("entity",), "superseded_by": ("fact", "trend")}
    names = {"metric": "metrics", "entity": "entities", "fact": "levels", "trend": "trends"}
    for column, among in known.items():
        ids = " UNION ".join(f"SELECT id FROM {table}" for table in among)                                          # noqa: S608
        query = " UNION ".join(f"SELECT {column} FROM {table} WHERE {column} NOT IN ({ids})" for table in ("fact", "trend"))    # noqa: S608
        unknown = {name for (name,) in connection.execute(query) if name}
        if unknown:
            unknown -= {r["id"] for table in among for r in read(os.path.join(data_dir(), f"{names[table]}.csv"))}
        what = column if column in names else "row"
        for path, kind in tables if unknown else ():
            for r in read(path) if kind in ("levels", "series", "trends") else ():
                if r[column] in unknown:
                    raise r.error(column, f"no {what} has the id {r[column]!r}{remedies[column]}")
