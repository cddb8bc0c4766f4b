"""``check`` and ``claims`` carried out: files found and read, each checked under its own configuration, reports written as they come."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from . import __version__
from .config import Config, Finder, valid_date
from .errors import FactcheckError, ReadError, UsageError, writing
from .options import COMMANDS
from .outcomes import Memory, Outcome
from .readers import READERS, STDIN, Source, read
from .readers.walk import find, has_known_suffix
from .reports import DEFAULT, Format, make
from .reports.model import Checked, Context, Summary
from .reports.style import Style, of_stream, printable
from .selectors import codes, matches, pairs, severities
from .typed import IO, TYPE_CHECKING, Any, NamedTuple
from .values import SEVERITIES

if TYPE_CHECKING:
    from .engine import Settings

_DATA_FORMATS = frozenset({"json", "jsonl", "csv"})
_SHOWN = ("select", "extend_select", "ignore", "per_file_ignores", "severity", "fail_on", "lang", "message_lang", "date", "reference",
          "rules", "isolated")                  # options that a report repeats
STALE = {
    "en": "note: the sources of the reference table {path} were last read on {day}, {age} days ago (max-age-days {days})",
    "zh": "提示：参考表 {path} 的来源最近一次核对是在{day}，距今{age}天（max-age-days 为{days}）",
}


class Output(NamedTuple):
    report: Format
    stream: IO[str]
    name: str = "standard output"


class Job(NamedTuple):
    """A command line with its values made ready to use; what is None or empty leaves the word to the configuration."""

    values: dict[str, Any]
    finder: Finder
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: dict[str, str]
    ignores: list[tuple[str, tuple[str, ...]]]


def execute(command: str, values: dict[str, Any]) -> int:
    """Run ``check`` or ``claims``; returns the exit code."""
    job = _job(values)
    _prepare_console(values.get("output_format") or DEFAULT)
    style = of_stream(sys.stdout, values.get("color") or "auto")
    context = Context(
        __version__, "claims" if command == "claims" else "findings", values.get("message_lang") or "auto",
        {"options": {name: values[name] for name in _SHOWN if values.get(name)}},
        statistics=bool(values.get("statistics")), quiet=bool(values.get("quiet")), csv_bom=bool(values.get("csv_bom")),
    )
    console = Output(make(values.get("output_format") or DEFAULT, context, style), sys.stdout)
    files = list(find(values["paths"], lambda path: _is_article(path, job.finder)))
    outputs = [console, *_outputs(values.get("output") or (), context, files)]
    is_brief = context.what == "findings" and all(output.report.is_brief for output in outputs)
    memory = Memory() if is_brief and not values.get("no_cache") else None
    try:
        return _run(job, files, outputs, memory, timed=style.tty)
    finally:
        if memory is not None:
            memory.flush()
        for output in outputs[1:]:
            with writing(output.name):
                output.stream.close()


def _run(job: Job, files: list[str | ReadError], outputs: list[Output], memory: Memory | None, *, timed: bool) -> int:
    from time import perf_counter

    started, failing, summary, ages = perf_counter(), False, Summary(), set[int]()
    sources: dict[str, str] = {}                # of the tables that were asked: when they were last read
    _push(outputs, (o.report.begin() for o in outputs))
    for file in files:
        try:
            if isinstance(file, ReadError):
                raise file
            (checked, asked), config, _ = _check(file, job, memory)
        except ReadError as error:
            summary.failed += 1
            sources.update(_asked())
            _flush()
            print(f"factcheck: {printable(str(error))}{_meant(error.path)}", file=sys.stderr)  # noqa: T201
            continue
        summary.add(checked)
        sources.update(asked)
        ages.add(config["reference.max-age-days"])
        _push(outputs, (o.report.file(checked) for o in outputs))
        levels = _levels_from(job.values.get("fail_on") or config["lint.fail-on"])
        failing = failing or any(f.severity in levels for f in checked.report.findings)
    if timed:
        summary.milliseconds = (perf_counter() - started) * 1000
    _push(outputs, (o.report.end(summary) for o in outputs))
    _tell_stale(sources, min(ages - {0}, default=0), outputs[0].report.context.lang(summary.langs))
    checking = outputs[0].report.context.what == "findings"
    return 2 if summary.failed else 1 if failing and checking else 0


def _meant(path: str) -> str:
    """What to add to an error where a command seems to have been mistyped."""
    if not path.isalpha() or os.path.exists(path):
        return ""
    from difflib import get_close_matches

    near = get_close_matches(path, COMMANDS, 1, 0.75)
    return f"; did you mean the command {near[0]}?" if near else ""


def _push(outputs: list[Output], texts: Iterable[str]) -> None:
    for output, text in zip(outputs, texts, strict=True):
        if text:
            with writing(output.name):
                output.stream.write(text)


def _flush() -> None:
    """What was printed stands before what is said on standard error."""
    with writing("standard output"):
        sys.stdout.flush()


def _levels_from(level: str) -> tuple[str, ...]:
    return () if level == "never" else SEVERITIES[SEVERITIES.index(level):]


def check_one(path: str, values: dict[str, Any]) -> tuple[Checked, Settings]:
    """One file read and checked under its configuration, for other commands; and that configuration."""
    from .engine import Settings

    outcome, _, told = _check(path, _job(values))
    return outcome.checked, Settings(**told)


def _check(path: str, job: Job, memory: Memory | None = None) -> tuple[Outcome, Config, dict[str, Any]]:
    """A file checked, or what it came to the last time, under its configuration; and what the engine is told."""
    source = read(path, job.values.get("stdin_filename") or "")
    config = job.finder.of(source.path)
    told = _told(source.path, config, job)
    place = memory.place(source, told) if memory is not None and path != STDIN else None
    outcome = memory.find(place, source) if memory is not None and place is not None else None
    if outcome is None:
        outcome = Outcome(_check_now(source, told), _asked())
        if memory is not None and place is not None:
            memory.add(place, outcome)
    if job.values.get("verbose"):
        _tell(source, config, outcome.checked.counts.claims)
    return outcome, config, told


def _check_now(source: Source, told: dict[str, Any]) -> Checked:
    from . import engine  # after reading: an article that cannot be read needs no engine to say so
    from .text.document import parse

    settings = engine.Settings(**told)
    try:
        report = engine.check(parse(source.prose, path=source.path, lang=settings.lang, date=settings.date), settings)
    except Exception as error:
        # A rule or table that cannot be used is said once, for the whole run; anything else is this file's trouble, not the others'.
        if is_told(error) or os.environ.get("FACTCHECK_DEBUG"):
            raise
        raise ReadError(source.path, f"could not be checked ({describe(error)})") from error
    return Checked(source.path, source.text, report, source.raw, source.encoding)


def _told(path: str, config: Config, job: Job) -> dict[str, Any]:
    """What the engine is told for one file, its Settings: the command line's word, else the configuration's."""
    values = job.values
    where = config.file or "configuration"
    select = job.select or codes(config["lint.select"], where)
    extend = (*codes(config["lint.extend-select"], where), *job.extend_select)
    ignore = [*codes(config["lint.ignore"], where), *job.ignore]
    for pattern, left_out in config["lint.per-file-ignores"].items():
        ignore += codes(left_out, where) if matches(pattern, path, config.folder) else ()
    for pattern, left_out in job.ignores:
        ignore += left_out if matches(pattern, path, os.curdir) else ()
    return {
        "lang": values.get("lang") or config["lang"], "message_lang": values.get("message_lang") or config["message-lang"],
        "date": values.get("date") or config["date"], "select": (*select, *extend) if select else (), "ignore": tuple(ignore),
        "severity": {**severities(config["lint.severity"], where), **job.severity},
        "rules": (*config["lint.rules"], *(values.get("rules") or ())),
        "reference": (*config["reference.tables"], *(values.get("reference") or ())), "use_cache": not values.get("no_cache"),
        "home": config["reference.home"],
    }


def _job(values: dict[str, Any]) -> Job:
    """The command line's values validated; raises UsageError or ConfigError."""
    if values.get("date"):
        valid_date(values["date"], "--date")
    if values.get("config") and values.get("isolated"):
        raise UsageError("--config and --isolated exclude each other")
    for folder in values.get("rules") or ():
        if not os.path.isdir(folder):
            raise UsageError(f"--rules {folder}: no such folder")
    for table in values.get("reference") or ():
        if not os.path.exists(table):
            raise UsageError(f"--reference {table}: no such file or folder")
    finder = Finder(file=values.get("config"), isolated=bool(values.get("isolated")))
    severity = dict(pairs(values.get("severity") or (), "=", "--severity", "CODE=LEVEL"))
    return Job(
        values, finder, codes(values.get("select") or (), "--select"), codes(values.get("extend_select") or (), "--extend-select"),
        codes(values.get("ignore") or (), "--ignore"),
        severities(severity, "--severity"),
        [(pattern, codes((left_out,), "--per-file-ignores"))
         for pattern, left_out in pairs(values.get("per_file_ignores") or (), ":", "--per-file-ignores", "PATTERN:CODES")],
    )


def _is_article(path: str, finder: Finder) -> bool:
    config = finder.of(path)
    include, exclude = config["include"], config["exclude"]
    known = any(matches(p, path, config.folder) for p in include) if include else has_known_suffix(path)
    return known and not any(matches(p, path, config.folder) for p in exclude)


def _outputs(specs: Iterable[str], context: Context, files: Iterable[str | ReadError]) -> Iterator[Output]:
    """Report files opened before the first article is read: what cannot be written is better known at once."""
    articles = {os.path.realpath(file) for file in files if isinstance(file, str) and file != STDIN}
    for name, path in list(pairs(specs, ":", "--output", "FORMAT:PATH")):
        report = make(name, context, Style())
        if os.path.realpath(path) in articles:
            raise UsageError(f"--output {path}: that is an article to be checked; it would be overwritten")
        try:
            yield Output(report, open(path, "w", encoding="utf-8", errors="backslashreplace", newline=""),  # noqa: SIM115
                         f"--output {path}")
        except OSError as error:
            raise UsageError(f"--output {path}: cannot be written ({error.strerror or error})") from None


def _prepare_console(format_name: str) -> None:
    """Data is UTF-8 whatever the terminal; nothing that a terminal cannot show may end the run."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        if format_name in _DATA_FORMATS:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
        else:
            reconfigure(errors="backslashreplace")


def _tell(source: Source, config: Config, claims: int) -> None:
    kind = READERS.get(os.path.splitext(source.path)[1].lower(), "plain")
    told = (source.path, source.encoding, f"{kind} text", f"{len(source.text)} characters", f"{claims} claims",
            config.file or "no configuration file")
    print(f"factcheck: {printable(', '.join(told))}", file=sys.stderr)  # noqa: T201


def _asked() -> tuple[tuple[str, str], ...]:
    """Of the tables that were asked something since the last call: path, and when their sources were last read."""
    reference = sys.modules.get(f"{__package__}.reference.check")
    return reference.asked() if reference is not None else ()


def _tell_stale(sources: dict[str, str], days: int, lang: str) -> None:
    """Once a run: which of the tables that it opened have not been looked after for long."""
    from time import strftime

    today = strftime("%Y-%m-%d")
    for path, retrieved in sources.items() if days else ():
        if (int(today[:4]) - int(retrieved[:4]) + 1) * 366 <= days:
            continue                            # not nearly; the calendar takes longer to load than a table to read
        from datetime import date

        age = (date.fromisoformat(today) - date.fromisoformat(retrieved)).days
        if age > days:
            _flush()
            print(f"factcheck: {printable(STALE[lang].format(path=path, day=retrieved, age=age, days=days))}", file=sys.stderr)  # noqa: T201


def is_told(error: BaseException) -> bool:
    """Whether an error is one of this tool's own, whose message is meant for the user."""
    return isinstance(error, FactcheckError) or type(error).__module__.partition(".")[0] == __package__


def describe(error: BaseException) -> str:
    """An error in one line."""
    if isinstance(error, MemoryError):
        return "out of memory"
    if isinstance(error, RecursionError):
        return "nested too deeply"
    text = " ".join(str(error).split())
    return text if is_told(error) else f"{type(error).__name__}: {text}" if text else type(error).__name__
