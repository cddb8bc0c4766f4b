"""From CSV to the index: a SQLite file of ``WITHOUT ROWID`` tables.

A *layer* is one table of the user's or the one that ships: a folder with the files of ``data/``, or a single CSV.  Each layer becomes a
file in the cache, named by the hash of its contents, written beside its place and renamed: a reader sees all of it or nothing.
Units are resolved by :mod:`factcheck.units`; pint is imported only for a unit that the unit table does not name.
"""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from math import isfinite

from ..interval import INF
from ..resources import data_dir
from ..typed import TYPE_CHECKING
from . import aliases
from .bounds import YEARS, fact_bounds, factor_per_year
from .gate import write_gate
from .layer import TableError, files, is_foreign, not_utf8
from .periods import span
from .rows import STATUSES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

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


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a CSV file, with where it stands."""

    path: str
    row: int
    fields: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name) or ""

    def error(self, column: str, problem: str) -> TableError:
        return TableError(self.path, self.row, column, problem)

    def number(self, column: str, default: float) -> float:
        text = self[column]
        if not text:
            return default
        try:
            value = float(text)
        except ValueError:
            hint = ". A formula is not a value: paste values only" if text.startswith("=") else ""
            raise self.error(column, f"{text!r} is not a number{hint}") from None
        if not isfinite(value):
            raise self.error(column, f"{text!r} is not a finite number")
        return value


def read(path: str) -> Iterator[Record]:
    """The records of a CSV file (UTF-8, with or without a mark).  TableError on what is not one."""
    row = 1
    try:
        with open(path, encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            header = next(reader, None)
            if header is None:
                raise TableError(path, 1, "", "the file is empty; its first line names the columns")
            if twice := [name for i, name in enumerate(header) if name in header[:i]]:
                raise TableError(path, 1, twice[0], "two columns have this name")
            row = reader.line_num + 1
            for fields in reader:
                row = reader.line_num + 1
                if not fields:
                    continue
                if len(fields) != len(header):
                    raise TableError(path, reader.line_num, "", f"{len(fields)} fields, but {len(header)} columns")
                yield Record(path, reader.line_num, dict(zip(header, fields, strict=True)))
    except UnicodeDecodeError:
        raise not_utf8(path) from None
    except csv.Error as error:
        raise TableError(path, row, "", f"not CSV: {error}") from None
    except OSError as error:
        raise TableError(path, 1, "", f"cannot be read: {error.strerror}") from None


def kind_of(path: str, header: list[str]) -> str:
    """Which resource of the model a file is: by its name, else by its columns."""
    name = os.path.splitext(os.path.basename(path))[0]
    if name in LOADERS:
        return name
    columns = set(header)
    if {"metric", "kind", "value", "unit"} <= columns:
        return "trends"
    if {"metric", "entity", "period", "value"} <= columns:
        return "levels" if "id" in columns else "series"
    if {"id", "aliases_en"} <= columns:
        return "metrics" if "unit" in columns else "entities"
    raise TableError(path, 1, "", "unknown columns; a table has metric, entity, period, value (and id, unit, source …)")


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
    layer = _Layer(connection)
    todo = [(name, kind_of(name, _header(name))) for name in files(path)]
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


def _header(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8-sig", newline="") as stream:
            if header := next(csv.reader(stream), []):
                return header
    except (OSError, UnicodeDecodeError, csv.Error):
        pass
    return list(next(read(path)).fields)                    # says what is wrong


class _Layer:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self.db = connection
        self.characters: dict[int, str] = {}
        self.units: dict[str, tuple[str, float]] = {}
        self.metrics: dict[str, tuple[str, str, float]] = {}
        self.constants: set[str] = set()
        self.last = Record("", 0, {})                       # the one that is being written
        self.is_shipped = False                             # whether the metrics that ship are known too

    def load(self, kind: str, path: str) -> None:
        table, make = LOADERS[kind]
        rows = (row for record in self._records(path) for row in make(self, record))
        first = next(rows, None)
        if first is None:
            return
        insert = f"INSERT INTO {table} VALUES({','.join('?' * len(first))})"
        self.db.execute(insert, first)
        try:
            self.db.executemany(insert, rows)
        except self.db.IntegrityError:
            record = self.last
            name = record["id"] or "/".join(filter(None, (record["metric"], record["entity"], record["period"])))
            raise record.error("id" if record["id"] else "period", f"{name!r} is given twice") from None

    def _records(self, path: str) -> Iterator[Record]:
        for record in read(path):
            self.last = record
            yield record

    def unit(self, record: Record, expression: str, column: str = "unit") -> tuple[str, float]:
        """Dimension and factor of a unit, by its canonical name, its phrase, or as an expression of pint."""
        if expression not in self.units:
            from .unitnames import resolve

            try:
                self.units[expression] = resolve(expression)
            except ValueError as error:
                raise record.error(column, str(error)) from None
        return self.units[expression]

    def unit_of(self, record: Record) -> tuple[str, str, float]:
        """Unit, dimension and factor of a row that leaves its unit to its metric, of this table or of the one that ships."""
        name = record["metric"]
        if name not in self.metrics:
            for r in () if self.is_shipped else read(os.path.join(data_dir(), "metrics.csv")):
                self.metrics.setdefault(r["id"], (r["unit"], *(self.unit(r, r["unit"]) if r["unit"] else ("", 1.0))))
            self.is_shipped = True
        if name not in self.metrics:
            raise record.error("metric", f"no metric has the id {name!r}; define it in metrics.csv, or give the row a unit")
        return self.metrics[name]

    def add_aliases(self, record: Record, kind: str, target: str, prefix: str = "aliases") -> None:
        names = {lang: aliases.spelled(record[f"{prefix}_{lang}"]) for lang in ("en", "zh")}
        if prefix == "aliases":
            names["en"].append(record["name_en"])
            names["zh"].append(record["name_zh"])
        printed = (n for n in names["en"] if kind != "era" and len(n) > 1 and (kind == "entity" or not n.islower()))
        names["zh"] += printed                          # Chinese articles print Latin names too, and GDP
        for lang, listed in names.items():
            for name in listed:
                if name.strip() and (found := aliases.stored(name.strip(), lang, self.characters)):
                    self.db.execute("INSERT OR IGNORE INTO alias VALUES(?,?,?,?,?,?)",
                                    (lang, found[0], found[1], kind, target, aliases.case(name.strip(), kind)))


def _characters(layer: _Layer, r: Record) -> Iterator[tuple[object, ...]]:
    if len(r["traditional"]) != 1 or len(r["simplified"]) != 1:
        raise r.error("traditional", "one character stands for one character")
    layer.characters[ord(r["traditional"])] = r["simplified"]
    yield r["traditional"], r["simplified"]


def _metrics(layer: _Layer, r: Record) -> Iterator[tuple[object, ...]]:
    dimension, factor = layer.unit(r, r["unit"]) if r["unit"] else ("", 1.0)
    layer.metrics[r["id"]] = (r["unit"], dimension, factor)
    if r["kind"] in ("constant", "fixed"):
        layer.constants.add(r["id"])
    layer.add_aliases(r, "metric", r["id"])
    yield (
        r["id"],
        r["parent"],
        r["name_en"],
        r["name_zh"],
        r["kind"],
        r["unit"],
        dimension,
        factor,
        r.number("gap", 0.0),
        r.number("low", -INF),
        r.number("high", INF),
        r["definition"],
        r["applies"],
        r["unless_en"],
        r["unless_zh"],
        r["beside_en"],
        r["beside_zh"],
        r["narrow_en"],
        r["narrow_zh"],
        r["implied"],
    )


def _cues(_: _Layer, r: Record) -> Iterator[tuple[object, ...]]:
    yield r["id"], r["words_en"], r["words_zh"]


def _entities(layer: _Layer, r: Record) -> Iterator[tuple[object, ...]]:
    layer.add_aliases(r, "entity", r["id"])
    yield r["id"], r["kind"], r["name_en"], r["name_zh"]


def _sources(_: _Layer, r: Record) -> Iterator[tuple[object, ...]]:
    yield r["id"], r["title"], r["publisher"], r["licence"], r["url"], r["retrieved"], r["defects"]


def _eras(layer: _Layer, r: Record) -> Iterator[tuple[object, ...]]:
    layer.add_aliases(r, "era", r["id"], "phrases")
    period = f"{r['from']}..{r['to']}" if r["from"] or r["to"] else ""
    _period(r, "from", period)
    yield r["id"], period, r["next"]


def _periods(_: _Layer, r: Record) -> Iterator[tuple[object, ...]]:
    yield r["lang"], r["before"], r["between"], r["after"], r["period"]


def _trends(layer: _Layer, r: Record) -> Iterator[tuple[object, ...]]:
    period = f"{r['from']}..{r['to']}" if r["from"] or r["to"] else ""
    years = _period(r, "from", period)
    try:
        low, high = factor_per_year(r["kind"], r["unit"], r["value"], r["low"], r["high"], years)
    except ValueError as error:
        raise r.error("value", str(error)) from None
    if r["metric"] in layer.constants and r["unit"] in YEARS:         # a half-life is a duration too
        layer.db.execute(f"INSERT INTO fact VALUES({','.join('?' * 20)})", next(_facts(layer, r)))
    yield (
        r["metric"],
        r["id"],
        r["entity"],
        r["kind"],
        r["value"],
        r["unit"],
        low,
        high,
        period,
        *years,
        r["published"],
        r["status"] or "current",
        r["superseded_by"],
        r["source"],
        r["url"],
        r["definition"],
        r["note_en"],
        r["note_zh"],
        *fact_bounds(r["value"], r["low"], r["high"]),
    )


def _rankings(layer: _Layer, r: Record) -> Iterator[tuple[object, ...]]:
    layer.add_aliases(r, "ranking", r["id"], "phrases")
    for lang in ("en", "zh"):
        for use in ("phrases", "names"):
            for words in aliases.spelled(r[f"{use}_{lang}"]):
                layer.db.execute("INSERT OR IGNORE INTO ranked VALUES(?,?,?,?)", (lang, r["id"], use, words))
    yield r["id"], r["metric"], int(r.number("limit", 1)), r["kinds"] or "country|economy"


def _facts(layer: _Layer, r: Record) -> Iterator[tuple[object, ...]]:
    if r["unit"]:
        unit, (dimension, factor) = r["unit"], layer.unit(r, r["unit"])
    else:
        unit, dimension, factor = layer.unit_of(r)
    years = _period(r, "period", r["period"])
    if not r["value"]:
        raise r.error("value", "no value")
    value = r.number("value", 0.0)
    r.number("low", 0.0), r.number("high", 0.0)
    low, high = fact_bounds(r["value"], r["low"], r["high"])
    if not low <= value <= high:
        raise r.error("low" if low > value else "high", f"low ≤ value ≤ high does not hold: {low:g}, {value:g}, {high:g}")
    if r["status"] and r["status"] not in STATUSES:
        raise r.error("status", f"{r['status']!r} is none of {', '.join(STATUSES)}")
    row = r["id"] or "/".join((r["metric"], r["entity"], r["period"]))
    yield (r["metric"], r["entity"], *years, row, r["period"], value, low, high, factor, dimension, unit, r["published"],
           r["status"] or "current", r["superseded_by"], r["source"], r["url"], r["definition"], r["note_en"], r["note_zh"])


def _period(r: Record, column: str, text: str) -> tuple[float, float]:
    try:
        years = span(text)
    except ValueError as error:
        raise r.error(column, str(error)) from None
    return years.low, years.high


LOADERS: dict[str, tuple[str, Callable[[_Layer, Record], Iterator[tuple[object, ...]]]]] = {
    "characters": ("character", _characters),
    "metrics": ("metric", _metrics),
    "entities": ("entity", _entities),
    "sources": ("source", _sources),
    "cues": ("cue", _cues),
    "rankings": ("ranking", _rankings),
    "eras": ("era", _eras),
    "periods": ("period", _periods),
    "trends": ("trend", _trends),
    "levels": ("fact", _facts),
    "series": ("fact", _facts),
}
