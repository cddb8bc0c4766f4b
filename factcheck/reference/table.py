"""The reference table as a check sees it: a few small queries on SQLite files in the user's cache.

The CSV files are the source; :mod:`build` turns each layer into an index, which :mod:`indexes` finds.
"""

from __future__ import annotations

import os

from ..resources import data_dir
from ..typed import TYPE_CHECKING, Any
from . import aliases, cues
from .gate import Pieces, may_hold, opens, unpacked
from .indexes import connect
from .rows import Entity, Era, Fact, Metric, Ranking, Source, Trend

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from .cues import Words
    from .periods import PeriodWords
    from .rank_patterns import Patterns

REMEMBERED = 50_000                                     # alias keys kept in memory of a large table
CHUNK = 400                                             # variables in one query


class Table:
    """Layers of reference rows; the first layers are the user's, the last is the one that ships."""

    def __init__(self, paths: Sequence[str] = (), use_cache: bool = True, shipped: bool = True) -> None:
        self.paths = (*paths, *((data_dir(),) if shipped else ()))
        self.use_cache = use_cache
        self._open: list[sqlite3.Connection] = []
        self._pid = 0
        self.is_asked = False                           # since somebody last set this
        self._kept: dict[tuple[str, str], Any] = {}

    def __del__(self) -> None:
        self._close()

    def _close(self) -> None:
        if self._pid == os.getpid():                    # what another process opened is not ours to close
            for connection in self._open:
                connection.close()
        self._open, self._pid = [], 0

    def layers(self) -> list[sqlite3.Connection]:
        """Open connections, one a layer; opened again after a fork.  TableError if a table cannot be used."""
        if self._pid != os.getpid():
            self._open, self._pid = [], os.getpid()
            try:
                for path in self.paths:
                    self._open.append(connect(path, self.use_cache))
            except BaseException:                       # the next one is broken
                self._close()
                raise
            self._kept.clear()
        self.is_asked = True
        return self._open

    def hits(self, text: str, lang: str) -> list[aliases.Hit]:
        """The metrics, entities and eras that a text names; none of them if there is no metric."""
        if not may_hold(text, lang, self._pieces(lang)):
            return []
        return aliases.scan(text, lang, self.characters() if lang == "zh" else {}, self._aliases)

    def _aliases(self, lang: str, groups: tuple[Sequence[str], ...]) -> dict[str, list[aliases.Row]]:
        """The aliases under these keys; none at once if no metric of the keys can find an owner among them."""
        self.layers()
        gate = self._keys(lang)
        if gate is None:
            wanted = {key for group in groups for key in group}
        else:
            wanted = set()
            for group in groups:
                wanted |= gate.keys() & group
            if not opens([gate[key] for key in wanted]):
                return {}                               # a metric that belongs to somebody, and nobody, or the other way round
        known: dict[str, list[aliases.Row]] = self._kept.setdefault(("rows", lang), {})
        if len(known) > REMEMBERED:
            known.clear()
        missing = [key for key in wanted if key not in known]
        for i in range(0, len(missing), CHUNK):
            some = missing[i : i + CHUNK]
            known.update((key, []) for key in some)
            marks = ",".join("?" * len(some))
            query = f"SELECT key, alias, kind, target, needs FROM alias WHERE lang=? AND key IN ({marks})"      # noqa: S608
            for key, *row in self._all(query, (lang, *some)):
                known[key].append(tuple(row))
        return {key: known[key] for key in wanted if known[key]}

    def _cells(self, name: str) -> list[str] | None:
        """A cell of every layer; None if a layer has too many aliases to keep them in one."""
        rows = [layer.execute("SELECT value FROM meta WHERE name=?", (name,)).fetchone() for layer in self.layers()]
        return None if None in rows else [row[0] for row in rows]

    def _pieces(self, lang: str) -> Pieces | None:
        """Pieces of aliases, if they are few."""
        self.layers()
        if ("heads", lang) not in self._kept:
            cells = self._cells(f"heads_{lang}")
            pieces = Pieces()
            for cell in cells or ():
                pieces.add(cell)
            self._kept["heads", lang] = None if cells is None else pieces
        found: Pieces | None = self._kept["heads", lang]
        return found

    def _keys(self, lang: str) -> dict[str, int] | None:
        """Alias keys with their bits, if they are few."""
        if ("keys", lang) not in self._kept:
            cells = self._cells(f"keys_{lang}")
            keys: dict[str, int] = {}
            for cell in cells or ():
                unpacked(cell, keys)
            self._kept["keys", lang] = None if cells is None else keys
        found: dict[str, int] | None = self._kept["keys", lang]
        return found

    def metric(self, name: str) -> Metric | None:
        row: Metric | None = self._one("metric", name, Metric)
        return row

    def entity(self, name: str) -> Entity | None:
        row: Entity | None = self._one("entity", name, Entity)
        return row

    def source(self, name: str) -> Source | None:
        row: Source | None = self._one("source", name, Source)
        return row

    def era(self, name: str) -> Era | None:
        row: Era | None = self._one("era", name, Era)
        return row

    def ranking(self, name: str) -> Ranking | None:
        row: Ranking | None = self._one("ranking", name, Ranking)
        return row

    def year(self, metric: str, year: int) -> list[Fact]:
        """Every owner's row of a series for one year."""
        if ("year", f"{metric} {year}") not in self._kept:
            rows = self._all("SELECT * FROM fact WHERE metric=? AND period=?", (metric, str(year)))
            self._kept["year", f"{metric} {year}"] = [Fact(*row) for row in rows]
        found: list[Fact] = self._kept["year", f"{metric} {year}"]
        return found

    def cue(self, name: str, lang: str) -> Words:
        """The words of a cue (``data/cues.csv``)."""
        if ("cue", name + lang) not in self._kept:
            rows = self._all(f"SELECT words_{'zh' if lang == 'zh' else 'en'} FROM cue WHERE id=?", (name,))      # noqa: S608
            self._kept["cue", name + lang] = cues.words("|".join(r[0] for r in rows), lang)
        found: Words = self._kept["cue", name + lang]
        return found

    def listed(self, cue: str, lang: str) -> list[str]:
        """The words of a cue in their order."""
        if ("listed", cue + lang) not in self._kept:
            rows = self._all(f"SELECT words_{'zh' if lang == 'zh' else 'en'} FROM cue WHERE id=?", (cue,))      # noqa: S608
            self._kept["listed", cue + lang] = [word for row in rows for word in row[0].split("|") if word]
        found: list[str] = self._kept["listed", cue + lang]
        return found

    def ranked(self, lang: str) -> list[tuple[str, list[str], list[str]]]:
        """Every ranking with its phrases ("largest economy") and the names of what it ranks by ("GDP")."""
        found: dict[str, tuple[list[str], list[str]]] = {}
        for name, use, words in self._all("SELECT ranking, use, words FROM ranked WHERE lang=?", (lang,)):
            found.setdefault(name, ([], []))[use == "names"].append(words)
        return [(name, *both) for name, both in found.items()]

    def rank_hints(self) -> list[str]:
        """Words of which a text that ranks holds one, in lower case."""
        self.layers()
        if ("rank hints", "") not in self._kept:
            self._kept["rank hints", ""] = sorted({*self.listed("rank_hint", "en"), *self.listed("rank_hint", "zh")})
        found: list[str] = self._kept["rank hints", ""]
        return found

    def rank_patterns(self, lang: str) -> Patterns:
        """What finds ranks in a text."""
        from .rank_patterns import Patterns

        if ("ranks", lang) not in self._kept:
            self._kept["ranks", lang] = Patterns(self, lang)
        found: Patterns = self._kept["ranks", lang]
        return found

    def unless(self, metric: str, lang: str) -> Words:
        """The words beside which a figure is another quantity than the metric."""
        if ("unless", metric + lang) not in self._kept:
            row = self.metric(metric)
            self._kept["unless", metric + lang] = cues.words((row.unless_zh if lang == "zh" else row.unless_en) if row else "", lang)
        found: Words = self._kept["unless", metric + lang]
        return found

    def tie(self, metric: str, lang: str) -> Words:
        """The words that may stand between a metric, its owner and its figure without making another thing of it."""
        if ("tie", metric + lang) not in self._kept:
            row = self.metric(metric)
            known = () if row is None else (row.beside_zh, row.narrow_zh) if lang == "zh" else (row.beside_en, row.narrow_en)
            self._kept["tie", metric + lang] = self.cue("tie", lang).more(*known)
        found: Words = self._kept["tie", metric + lang]
        return found

    def implied(self) -> dict[str, tuple[str, ...]]:
        """Kinds of owners beside which a bare figure is understood, with the metrics that it may be of."""
        if ("implied", "") not in self._kept:
            found: dict[str, tuple[str, ...]] = {}
            for name, kinds in self._all("SELECT id, implied FROM metric WHERE implied <> ''"):
                found |= {kind: (*found.get(kind, ()), name) for kind in kinds.split("|")}
            self._kept["implied", ""] = found
        known: dict[str, tuple[str, ...]] = self._kept["implied", ""]
        return known

    def parts(self, metric: str) -> list[Metric]:
        """The metrics that words beside its name make of this one ("the largest models' training compute")."""
        if ("parts", metric) not in self._kept:
            rows = self._all("SELECT * FROM metric WHERE narrow_en <> '' OR narrow_zh <> ''")
            self._kept["parts", metric] = [m for row in rows if metric in ((m := Metric(*row)).parent, *self.ancestors(m.id))]
        found: list[Metric] = self._kept["parts", metric]
        return found

    def narrow(self, metric: Metric, lang: str) -> Words:
        """The words that make this metric of the one it is a part of."""
        if ("narrow", metric.id + lang) not in self._kept:
            self._kept["narrow", metric.id + lang] = cues.words(metric.narrow_zh if lang == "zh" else metric.narrow_en, lang)
        found: Words = self._kept["narrow", metric.id + lang]
        return found

    def after(self, metric: str) -> Words:
        """What may follow a figure of the metric in Chinese."""
        if ("after", metric) not in self._kept:
            row = self.metric(metric)
            self._kept["after", metric] = self.cue("after", "zh").more(row.beside_zh if row else "")
        found: Words = self._kept["after", metric]
        return found

    def _one(self, table: str, name: str, make: Any) -> Any:
        if (table, name) not in self._kept:
            row = None
            for layer in self.layers():
                row = row or layer.execute(f"SELECT * FROM {table} WHERE id=?", (name,)).fetchone()      # noqa: S608
            self._kept[table, name] = make(*row) if row else None
        return self._kept[table, name]

    def characters(self) -> dict[int, int]:
        """Traditional to simplified, by code point."""
        if ("characters", "") not in self._kept:
            folded: dict[int, int] = {}
            for layer in self.layers():
                both = [
                    layer.execute("SELECT value FROM meta WHERE name=?", (name,)).fetchone()[0] for name in ("traditional", "simplified")
                ]
                folded |= str.maketrans(*both)
            self._kept["characters", ""] = folded
        found: dict[int, int] = self._kept["characters", ""]
        return found

    def period_words(self, lang: str) -> PeriodWords:
        from .periods import PeriodWords

        if ("periods", lang) not in self._kept:
            rows = self._all("SELECT first, middle, last, period FROM period WHERE lang=?", (lang,))
            rows.sort(key=lambda r: -len("".join(r[:3])))
            self._kept["periods", lang] = PeriodWords(tuple(r for r in rows if r[1]), tuple((r[0], r[2], r[3]) for r in rows if not r[1]))
        found: PeriodWords = self._kept["periods", lang]
        return found

    def family(self, metric: str) -> tuple[str, ...]:
        """The metric, those it is a part of, and all that are parts of the same root: what another publisher may have measured."""
        if ("family", metric) not in self._kept:
            root = (metric, *self.ancestors(metric))[-1]
            members, grown = [metric, root], [root]
            while grown:
                marks = ",".join("?" * len(grown))
                grown = [r[0] for r in self._all(f"SELECT id FROM metric WHERE parent IN ({marks})", grown) if r[0] not in members[1:]]   # noqa: S608
                members += grown
            self._kept["family", metric] = tuple(dict.fromkeys(members))
        found: tuple[str, ...] = self._kept["family", metric]
        return found

    def dimensions(self, metric: Metric) -> frozenset[str]:
        """The dimensions in which a metric is counted: its own, and those of its parts of the same kind."""
        if ("dimensions", metric.id) not in self._kept:
            parts = [m for name in self.family(metric.id) if (m := self.metric(name)) and m.parent == metric.id and m.kind == metric.kind]
            self._kept["dimensions", metric.id] = frozenset({metric.dimension, *(m.dimension for m in parts)})
        found: frozenset[str] = self._kept["dimensions", metric.id]
        return found

    def ancestors(self, metric: str) -> tuple[str, ...]:
        """The metrics that this one is a part of, the nearest first."""
        found: list[str] = []
        row = self.metric(metric)
        while row is not None and row.parent and row.parent not in found:
            found.append(row.parent)
            row = self.metric(row.parent)
        return tuple(found)

    def trends(self, metrics: Sequence[str]) -> list[Trend]:
        """The trends of these metrics; the first one names the set."""
        wanted = tuple(metrics)
        if ("trends", wanted[0]) not in self._kept:
            marks = ",".join("?" * len(wanted))
            self._kept["trends", wanted[0]] = [Trend(*row) for row in self._all(f"SELECT * FROM trend WHERE metric IN ({marks})", wanted)]  # noqa: S608
        found: list[Trend] = self._kept["trends", wanted[0]]
        return found

    def facts(self, metric: str, entity: str, start: float | None = None, end: float | None = None) -> list[Fact]:
        """Facts of a metric and entity, in order of time; those that touch ``start`` … ``end`` if given."""
        where = "metric=? AND entity=?"
        values: list[str | float] = [metric, entity]
        if start is not None and end is not None:
            where += " AND start<? AND end>?"
            values += [end, start]
        return [Fact(*row) for row in self._all(f"SELECT * FROM fact WHERE {where} ORDER BY start", values)]     # noqa: S608

    def fact(self, name: str) -> Fact | None:
        """A fact by its id."""
        if name.count("/") == 2:
            metric, entity, period = name.split("/")
            return next((f for f in self.facts(metric, entity) if f.period == period), None)
        rows = self._all("SELECT * FROM fact WHERE id=?", (name,))
        return next((Fact(*row) for row in rows), None)

    def rates(self, unit: str) -> list[Fact]:
        """Yearly exchange rates in this unit ("CNY/USD"), in order of time."""
        if ("rates", unit) not in self._kept:
            self._kept["rates", unit] = [
                Fact(*row) for row in self._all("SELECT * FROM fact WHERE metric='fx.usd' AND unit=? ORDER BY start", (unit,))
            ]
        found: list[Fact] = self._kept["rates", unit]
        return found

    def trend(self, name: str) -> Trend | None:
        """A trend by its id."""
        return next((Trend(*row) for row in self._all("SELECT * FROM trend WHERE id=?", (name,))), None)

    def retrieved(self) -> list[tuple[str, str]]:
        """The path of each layer that names sources, with the last day on which one of them was read, ISO."""
        if ("retrieved", "") not in self._kept:
            days = [layer.execute("SELECT max(retrieved) FROM source").fetchone()[0] for layer in self.layers()]
            self._kept["retrieved", ""] = [(path, day) for path, day in zip(self.paths, days, strict=True) if day]
        found: list[tuple[str, str]] = self._kept["retrieved", ""]
        return found

    def overview(self) -> list[tuple[str, int, int, str, str]]:
        """Every metric with rows: its trends, its facts, the first and last year."""
        counts: dict[str, list[Any]] = {}
        for name, n in self._all("SELECT metric, count(*) FROM trend GROUP BY metric"):
            counts.setdefault(name, [0, 0, "", ""])[0] += n
        for name, n, first, last in self._all("SELECT metric, count(*), min(nullif(period, '')), max(period) FROM fact GROUP BY metric"):
            row = counts.setdefault(name, [0, 0, "", ""])
            row[1:] = [row[1] + n, (first or "")[:4], (last or "")[:4]]
        return [(name, *row) for name, row in sorted(counts.items())]

    def search(self, words: str) -> list[tuple[str, str]]:
        """Kind and id of every metric and owner that has a name with these words in it."""
        found: dict[tuple[str, str], None] = {}
        for lang in ("en", "zh"):
            folded = aliases.fold(words, lang, self.characters() if lang == "zh" else {}).tokens
            part = folded if isinstance(folded, str) else " ".join(folded)
            for row in self._all(
                "SELECT DISTINCT kind, target FROM alias WHERE lang=? AND instr(alias, ?) AND kind IN ('metric', 'entity')", (lang, part)
            ):
                found[row] = None
        return sorted(found)

    def of(self, metric: str) -> list[Fact]:
        """The latest fact of every owner of a metric."""
        latest = {
            f.entity: f for row in self._all("SELECT * FROM fact WHERE metric=? ORDER BY entity, start", (metric,)) if (f := Fact(*row))
        }
        return list(latest.values())

    def _all(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        return [row for layer in self.layers() for row in layer.execute(query, values)]
