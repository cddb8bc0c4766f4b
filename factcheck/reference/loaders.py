"""From the records of a table to the rows of its index: one function for each file of ``data/``."""

from __future__ import annotations

import os

from ..interval import INF
from ..resources import data_dir
from ..typed import TYPE_CHECKING
from . import aliases
from .bounds import YEARS, fact_bounds, factor_per_year
from .layer import TableError
from .periods import span
from .records import Record, read
from .rows import STATUSES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator


class Layer:
    """A layer while its index is written: what later rows need of former ones."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.db = connection
        self.characters: dict[int, str] = {}
        self.units: dict[str, tuple[str, float]] = {}
        self.metrics: dict[str, tuple[str, str, float]] = {}
        self.constants: set[str] = set()
        self.last = Record("", 0, {})                       # the one that is being written
        self.is_shipped = False                             # whether the metrics that ship are known too

    def load(self, kind: str, path: str) -> None:
        """The rows of a file of this kind, into its table.  TableError on a row that cannot be, or one that is given twice."""
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
        """The names of a row, in both languages, as keys to it."""
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


def _characters(layer: Layer, r: Record) -> Iterator[tuple[object, ...]]:
    if len(r["traditional"]) != 1 or len(r["simplified"]) != 1:
        raise r.error("traditional", "one character stands for one character")
    layer.characters[ord(r["traditional"])] = r["simplified"]
    yield r["traditional"], r["simplified"]


def _metrics(layer: Layer, r: Record) -> Iterator[tuple[object, ...]]:
    dimension, factor = layer.unit(r, r["unit"]) if r["unit"] else ("", 1.0)
    layer.metrics[r["id"]] = (r["unit"], dimension, factor)
    if r["kind"] in ("constant", "fixed"):
        layer.constants.add(r["id"])
    layer.add_aliases(r, "metric", r["id"])
    yield (r["id"], r["parent"], r["name_en"], r["name_zh"], r["kind"], r["unit"], dimension, factor, r.number("gap", 0.0),
           r.number("low", -INF), r.number("high", INF), r["definition"], r["applies"], r["unless_en"], r["unless_zh"],
           r["beside_en"], r["beside_zh"], r["narrow_en"], r["narrow_zh"], r["implied"])


def _cues(_: Layer, r: Record) -> Iterator[tuple[object, ...]]:
    yield r["id"], r["words_en"], r["words_zh"]


def _entities(layer: Layer, r: Record) -> Iterator[tuple[object, ...]]:
    layer.add_aliases(r, "entity", r["id"])
    yield r["id"], r["kind"], r["name_en"], r["name_zh"]


def _sources(_: Layer, r: Record) -> Iterator[tuple[object, ...]]:
    yield r["id"], r["title"], r["publisher"], r["licence"], r["url"], r["retrieved"], r["defects"]


def _eras(layer: Layer, r: Record) -> Iterator[tuple[object, ...]]:
    layer.add_aliases(r, "era", r["id"], "phrases")
    period = f"{r['from']}..{r['to']}" if r["from"] or r["to"] else ""
    _period(r, "from", period)
    yield r["id"], period, r["next"]


def _periods(_: Layer, r: Record) -> Iterator[tuple[object, ...]]:
    yield r["lang"], r["before"], r["between"], r["after"], r["period"]


def _trends(layer: Layer, r: Record) -> Iterator[tuple[object, ...]]:
    period = f"{r['from']}..{r['to']}" if r["from"] or r["to"] else ""
    years = _period(r, "from", period)
    try:
        low, high = factor_per_year(r["kind"], r["unit"], r["value"], r["low"], r["high"], years)
    except ValueError as error:
        raise r.error("value", str(error)) from None
    if r["metric"] in layer.constants and r["unit"] in YEARS:         # a half-life is a duration too
        layer.db.execute(f"INSERT INTO fact VALUES({','.join('?' * 20)})", next(_facts(layer, r)))
    yield (r["metric"], r["id"], r["entity"], r["kind"], r["value"], r["unit"], low, high, period, *years, r["published"],
           r["status"] or "current", r["superseded_by"], r["source"], r["url"], r["definition"], r["note_en"], r["note_zh"],
           *fact_bounds(r["value"], r["low"], r["high"]))


def _rankings(layer: Layer, r: Record) -> Iterator[tuple[object, ...]]:
    layer.add_aliases(r, "ranking", r["id"], "phrases")
    for lang in ("en", "zh"):
        for use in ("phrases", "names"):
            for words in aliases.spelled(r[f"{use}_{lang}"]):
                layer.db.execute("INSERT OR IGNORE INTO ranked VALUES(?,?,?,?)", (lang, r["id"], use, words))
    yield r["id"], r["metric"], int(r.number("limit", 1)), r["kinds"] or "country|economy"


def _facts(layer: Layer, r: Record) -> Iterator[tuple[object, ...]]:
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
    """First and last moment of a period, in years; everything if it is empty."""
    try:
        years = span(text)
    except ValueError as error:
        raise r.error(column, str(error)) from None
    return years.low, years.high


LOADERS: dict[str, tuple[str, Callable[[Layer, Record], Iterator[tuple[object, ...]]]]] = {
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
