"""``factcheck reference``: list, search, show, validate and build tables.  Light to import: a command loads what it needs."""

from __future__ import annotations

import os
from typing import Annotated, Any, Literal

import typer

from ..commands import write
from ..reports.style import printable

app = typer.Typer(no_args_is_help=True, help="The reference table.")
Tables = Annotated[
    list[str] | None, typer.Option("--reference", metavar="TABLE", help="Your own table beside the one that ships; may be repeated.")
]
Lang = Annotated[Literal["en", "zh"], typer.Option("--lang", help="The language of names and messages.")]


def _say(text: object) -> None:
    """A line on the console; what a table says must not drive the terminal."""
    write("\n".join(map(printable, str(text).split("\n"))) + "\n")


def _fail(error: object) -> typer.Exit:
    typer.echo(f"factcheck: {printable(str(error))}", err=True)
    return typer.Exit(2)


def _table(paths: list[str] | None) -> Any:
    from .layer import TableError
    from .table import Table

    table = Table(tuple(paths or ()))
    try:
        table.layers()
    except TableError as error:
        raise _fail(error) from None
    return table


@app.command("list")
def list_(reference: Tables = None, lang: Lang = "en") -> None:
    """List the metrics, with how many rows each has."""
    table = _table(reference)
    for name, trends, facts, first, last in table.overview():
        metric = table.metric(name)
        title = metric.name(lang) if metric is not None else ""
        count = ", ".join(f"{n} {what}{'s' * (n != 1)}" for n, what in ((facts, "fact"), (trends, "trend")) if n) or "no rows"
        years = f"  {first}–{last}" if first else ""
        _say(f"{name:28} {count:>20}{years:12}  {title}")


@app.command()
def search(words: list[str], reference: Tables = None, lang: Lang = "en") -> None:
    """Find metrics and owners by what they are called in a text, in either language."""
    table = _table(reference)
    said = " ".join(words)
    found = sorted({row for spelled in (said, said.title(), said.upper()) for row in table.search(spelled)})
    if not found:
        _say("Nothing is called that. `factcheck reference list` names every metric.")
        raise typer.Exit(1)
    for kind, name in found:
        row = table.metric(name) if kind == "metric" else table.entity(name)
        _say(f"{kind:8} {name:28} {row.name(lang) if row is not None else ''}")


@app.command()
def show(name: str, entity: Annotated[str, typer.Argument(help="An owner, such as CHN, for a metric.")] = "", reference: Tables = None,
         lang: Lang = "en") -> None:
    """Show a row by its id, or the rows of a metric, with their sources."""
    from .rows import note_of
    from .wording import during, figure, says

    table = _table(reference)
    fact, trend = table.fact(name), table.trend(name)
    rows = [r for r in (fact, trend) if r is not None] or [
        *table.trends([name]),
        *(table.facts(name, entity) if entity else table.of(name)),
    ]
    if not rows:
        raise _fail(f"no row or metric has the id {name!r}; try `factcheck reference search`")
    for row in rows:
        told = says(row, lang) if hasattr(row, "floor") else figure(row, lang, whole=True)
        owner = f" {row.entity}" if row.entity else ""
        _say(f"{row.id}{owner}: {told}{during(row.period, lang)}  [{row.status}]")
        if len(rows) == 1 or row is rows[-1]:
            source = table.source(row.source)
            if source is not None:
                _say(
                    f"  {source.publisher}: {source.title}\n  {row.url or source.url}"
                    f"\n  licence {source.licence}; retrieved {source.retrieved}"
                )
                if source.defects:
                    _say(f"  {source.defects}")
        if note := note_of(row, lang):
            _say(f"  {note}")


@app.command()
def validate(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Tables to check; the one that ships if none is named.")] = None,
) -> None:
    """Check tables: types, units, bounds, dates, ids, sources, names that collide, trends that contradict each other."""
    from ..resources import data_dir
    from .validate import validate as check

    shipped = data_dir()
    for path in paths or []:
        if not os.path.exists(path):
            raise _fail(f"{path}: no such file or folder")
    defects = [d for path in paths or [shipped] for d in check(path, () if path == shipped else (shipped,))]
    for defect in defects:
        _say(defect)
    if defects:
        typer.echo(f"{len(defects)} defect{'s' if len(defects) > 1 else ''}.", err=True)
        raise typer.Exit(1)
    _say("No defects.")


@app.command()
def build(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Tables to index; the one that ships if none is named.")] = None,
    adapter: Annotated[str, typer.Option("--format", help="Read PATH as world-bank, owid, eurostat, wide or long.")] = "",
    metric: Annotated[str, typer.Option("--metric", help="The metric that the table is of.")] = "",
    source: Annotated[str, typer.Option("--source", help="The source of its rows.")] = "",
    output: Annotated[str, typer.Option("--output", "-o", help="Write the table in the model's columns to this CSV file.")] = "",
) -> None:
    """Build the index of tables now; with --format, first turn a table of another make into one of the model."""
    from ..resources import data_dir
    from .indexes import index_file
    from .layer import TableError

    try:
        for path in paths or [data_dir()]:
            made = path
            if adapter:
                from .importers import convert

                if not output:
                    raise TableError(path, 1, "", "say with --output where the table shall go")
                rows = convert({"path": path, "format": adapter, "metric": metric, "source": source}, output)
                _say(f"{output}: {rows} rows")
                made = output
            _say(f"{made}: {index_file(made) or 'no cache folder can be written; the index is built anew each time'}")
    except TableError as error:
        raise _fail(error) from None
