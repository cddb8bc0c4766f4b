"""Validation of a reference table: every defect with file, row and column, none of them fatal to finding the next.

It checks what a schema cannot: units against pint, low ≤ value ≤ high, dates, ids, sources and superseding rows that exist, aliases that
two metrics claim, trends that contradict each other without a mark, formula cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from ..interval import Interval
from ..typed import NamedTuple
from . import aliases
from .bounds import fact_bounds, factor_per_year
from .layer import TableError, files
from .loaders import kind_of
from .periods import span
from .records import Record, read
from .rows import CONFIDENCES, METRIC_KINDS, STATUSES, TREND_KINDS
from .unitnames import resolve

ID = re.compile(r"[\w.:\-/ ]+")
FORMULA = ("=", "@", "+", "\t", "\r")
TEXT_OF_OWN = frozenset(
    {"aliases_en", "aliases_zh", "period", "before", "between", "after", "value", "low", "high", "unless_en", "unless_zh",
     "beside_en", "beside_zh", "narrow_en", "narrow_zh"}
)
REQUIRED = {
    "metrics": ("id", "name_en", "name_zh", "kind"),
    "entities": ("id", "kind", "name_en", "name_zh"),
    "sources": ("id", "title", "publisher", "licence", "url", "retrieved"),
    "trends": ("id", "metric", "kind", "value", "unit", "status", "confidence", "source"),
    "levels": ("id", "metric", "value", "status", "confidence", "source"),
    "series": ("metric", "value", "status", "confidence", "source"),
    "eras": ("id",),
    "periods": ("lang", "period"),
    "cues": ("id",),
    "rankings": ("id", "metric", "limit"),
    "characters": ("traditional", "simplified"),
}
UNSAID = frozenset({"status", "confidence"})    # of these a table may have no column: its rows are current


class Defect(NamedTuple):
    """One thing to mend: ``path:row`` and the column, if it is of one."""

    path: str
    row: int
    column: str
    problem: str

    def __str__(self) -> str:
        return str(TableError(self.path, self.row, self.column, self.problem))


def validate(path: str, beside: Iterable[str] = ()) -> list[Defect]:
    """Every defect of the table at ``path``; metrics, entities and sources may also come from the tables in ``beside``."""
    check = _Check()
    for other in beside:
        check.read(other, quiet=True)
    check.read(path)
    for test in (_ids, _required, _formulas, _numbers, _dates, _units, _links, _aliases, _contradictions):
        check.run(test)
    return sorted(set(check.defects), key=lambda d: (d.path, d.row, d.column, d.problem))


class _Check:
    def __init__(self) -> None:
        self.rows: dict[str, list[Record]] = {}             # of the table itself, by resource
        self.known: dict[str, set[str]] = {}                # ids by resource, of the tables beside too
        self.defects: list[Defect] = []

    def read(self, path: str, quiet: bool = False) -> None:
        try:
            names = files(path)
        except TableError as error:
            self.defects.append(Defect(error.path, error.row, error.column, error.problem))
            return
        for name in names:
            try:
                records = list(read(name))
                kind = kind_of(name, list(records[0].fields) if records else [])
            except TableError as error:
                self.defects.append(Defect(error.path, error.row, error.column, error.problem))
                continue
            self.known.setdefault(kind, set()).update(r["id"] for r in records if r["id"])
            if not quiet:
                self.rows.setdefault(kind, []).extend(records)

    def run(self, test: Callable[[_Check], None]) -> None:
        test(self)

    def all(self, *kinds: str) -> Iterable[tuple[str, Record]]:
        for kind in kinds or tuple(self.rows):
            for record in self.rows.get(kind, ()):
                yield kind, record

    def add(self, record: Record, column: str, problem: str) -> None:
        self.defects.append(Defect(record.path, record.row, column, problem))


def _ids(check: _Check) -> None:
    for kind in check.rows:
        seen: dict[str, int] = {}
        for _, r in check.all(kind):
            name = "/".join((r["metric"], r["entity"], r["period"])) if kind == "series" else r["id"]
            if not name:
                continue
            if not ID.fullmatch(name):
                check.add(r, "id", f"{name!r} has characters other than letters, digits and . : / _ -")
            if name in seen:
                check.add(r, "id" if kind != "series" else "period", f"{name!r} is in row {seen[name]} already")
            seen[name] = r.row


def _required(check: _Check) -> None:
    allowed = {"status": STATUSES, "confidence": CONFIDENCES}
    for kind, r in check.all():
        for column in REQUIRED.get(kind, ()):
            if not r[column] and (column in r.fields or column not in UNSAID):
                check.add(r, column, "is empty")
        for column, values in allowed.items():
            if r[column] and r[column] not in values:
                check.add(r, column, f"{r[column]!r} is none of {', '.join(values)}")
        if kind in ("metrics", "trends"):
            kinds = METRIC_KINDS if kind == "metrics" else TREND_KINDS
            if r["kind"] and r["kind"] not in kinds:
                check.add(r, "kind", f"{r['kind']!r} is none of {', '.join(kinds)}")


def _formulas(check: _Check) -> None:
    for _, r in check.all():
        for column, text in r.fields.items():
            if column not in TEXT_OF_OWN and text.startswith(FORMULA):
                check.add(r, column, f"{text[:20]!r} begins like a formula; a spreadsheet would run it. Write the value itself")


def _numbers(check: _Check) -> None:
    for kind, r in check.all("trends", "levels", "series", "metrics"):
        sound = True
        for column in ("value", "low", "high", "gap"):
            try:
                r.number(column, 0.0)
            except TableError as error:
                sound = False
                hint = ". A formula is not a value: paste values only" if r[column].startswith("=") else ""
                check.add(r, column, error.problem + hint)
        if not sound or (kind != "metrics" and not r["value"]):
            continue
        _order(check, r, kind)
        if kind == "trends":
            try:
                years = span(f"{r['from']}..{r['to']}" if r["from"] or r["to"] else "")
                factor_per_year(r["kind"], r["unit"], r["value"], r["low"], r["high"], (years.low, years.high))
            except ValueError as error:
                check.add(r, "value", str(error))


def _order(check: _Check, r: Record, kind: str) -> None:
    if kind == "metrics":
        if r["low"] and r["high"] and float(r["low"]) > float(r["high"]):
            check.add(r, "low", f"low {r['low']} is above high {r['high']}")
        return
    value = float(r["value"])
    if r["low"] and float(r["low"]) > value:
        check.add(r, "low", f"low {r['low']} is above value {r['value']}")
    if r["high"] and float(r["high"]) < value:
        check.add(r, "high", f"high {r['high']} is below value {r['value']}")


def _dates(check: _Check) -> None:
    for kind, r in check.all():
        for column in ("period", "from", "to", "published"):
            if r[column] and kind != "periods":
                try:
                    span(r[column])
                except ValueError as error:
                    check.add(r, column, str(error))
        if kind == "sources" and r["retrieved"]:
            try:
                date.fromisoformat(r["retrieved"])
            except ValueError:
                check.add(r, "retrieved", f"{r['retrieved']!r} is not a day such as 2026-01-31")
        if r["from"] and r["to"] and r["from"][:4] > r["to"][:4]:
            check.add(r, "from", f"begins {r['from']}, after its end {r['to']}")


def _units(check: _Check) -> None:
    tried: dict[str, str] = {}
    for kind, r in check.all("metrics", "levels", "series"):
        unit = r["unit"]
        if unit and unit not in tried:
            try:
                resolve(unit)
                tried[unit] = ""
            except ValueError as error:
                tried[unit] = str(error)
        if unit and tried[unit]:
            check.add(r, "unit", tried[unit])
        if not unit and kind != "metrics" and not any(m["id"] == r["metric"] for _, m in check.all("metrics")) and "unit" in r.fields \
                and r["metric"] not in check.known.get("metrics", ()):
            check.add(r, "unit", "is empty, and the metric is not defined")


def _links(check: _Check) -> None:
    for kind, r in check.all():
        for column, other in (("metric", "metrics"), ("source", "sources"), ("entity", "entities")):
            named = column == "source" and " " in r[column]             # "Our statistics desk" is no id, but the source itself
            if r[column] and not named and r[column] not in check.known.get(other, ()):
                check.add(r, column, f"no {other} row has the id {r[column]!r}")
        if r["superseded_by"]:
            if r["superseded_by"] == r["id"]:
                check.add(r, "superseded_by", "a row cannot supersede itself")
            elif r["superseded_by"] not in check.known.get(kind, ()):
                check.add(r, "superseded_by", f"no row has the id {r['superseded_by']!r}")
        if kind == "metrics" and r["parent"] and r["parent"] not in check.known["metrics"]:
            check.add(r, "parent", f"no metric has the id {r['parent']!r}")


def _aliases(check: _Check) -> None:
    """Two metrics may share a name only if they are told apart by what they are a property of."""
    characters = {ord(r["traditional"]): r["simplified"] for _, r in check.all("characters") if len(r["traditional"]) == 1}
    for kind in ("metrics", "entities"):
        taken: dict[tuple[str, str, str], Record] = {}
        for _, r in check.all(kind):
            for lang in ("en", "zh"):
                for name in {*aliases.spelled(r[f"aliases_{lang}"]), r[f"name_{lang}"]}:
                    found = aliases.stored(name.strip(), lang, characters) if name.strip() else None
                    if found is None:
                        continue
                    other = taken.setdefault((lang, found[1], r["applies"]), r)
                    if other is not r and other["id"] != r["id"]:
                        check.add(r, f"aliases_{lang}", f"{name.strip()!r} is a name of {other['id']!r} too (row {other.row})")


def _contradictions(check: _Check) -> None:
    """Two current trends of one metric, period and definition that do not touch, and neither is marked."""
    groups: dict[tuple[str, ...], list[tuple[Record, Interval]]] = {}
    gaps = {m["id"]: m.number("gap", 0.0) for _, m in check.all("metrics") if _is_number(m["gap"] or "0")}
    for _, r in check.all("trends"):
        if r["status"] != "current" or r["kind"] in ("total_factor", "learning_rate", "step"):
            continue
        try:
            years = span(f"{r['from']}..{r['to']}" if r["from"] or r["to"] else "")
            low, high = factor_per_year(r["kind"], r["unit"], r["value"], r["low"], r["high"], (years.low, years.high))
        except ValueError:
            continue
        gap = 1 + gaps.get(r["metric"], 0.0)
        place = (r["metric"], r["entity"], r["from"], r["to"], r["definition"])
        for other, interval in groups.setdefault(place, []):
            if not interval.touches(Interval(low / gap, high * gap)):
                check.add(r, "value", f"contradicts {other['id']!r} (row {other.row}); mark one of them superseded or contested")
        groups[place].append((r, Interval(low, high)))


def _is_number(text: str) -> bool:
    try:
        fact_bounds(text, "", "")
    except ValueError:
        return False
    return True
