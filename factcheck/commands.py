"""The smaller commands: explain, rule, rules test, config.  Thin over the library, like the rest of the command line."""

from __future__ import annotations

import os
import re
import sys

from .config import Finder, schema
from .errors import UsageError, writing
from .reports import make
from .reports.model import Checked, Context, claims_in_order
from .reports.style import of_stream, printable
from .reports.tables import bounds_text, number
from .selectors import ALL_CODES
from .typed import TYPE_CHECKING, Any
from .values import TYPED_OUT, Claim, Quantity, Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .engine import Settings

MOST_GROUPS = 3                          # of a word, shown by explain


def explain(place: str, values: dict[str, Any]) -> int:
    """What was read and concluded at a line, or at one figure in it."""
    from . import __version__
    from .run import check_one

    path, line, column = _place(place)
    checked, settings = check_one(path, values)
    lines = len(checked.place.starts) - checked.text.endswith(("\n", "\r"))      # behind the last line end stands no line
    if line > lines:
        raise UsageError(f"{place}: {path} has {lines} line{'s' * (lines != 1)}")
    low, high = checked.place.line_span(line)
    at = low + column - 1 if column else None
    if at is not None and at >= high:
        raise UsageError(f"{place}: line {line} has {high - low} column{'s' * (high - low != 1)}")

    def here(*spans: tuple[int, int]) -> bool:
        return any(start <= at < end if at is not None else start < high and low < end for start, end in spans)

    report = checked.report
    findings = tuple(f for f in report.findings if here((f.start, f.end), *f.spans))
    claims = [c for c in claims_in_order(report.claims) if c.relation and here((c.start, c.end))]
    figures = [q for q in report.quantities if not q.hidden and here((q.start, q.end))]
    if not (findings or claims or figures):
        write(f"{printable(place)}: no figure was read here\n")
        return 0
    for reading in _reading(checked, here, settings):
        write(reading)
    for figure in figures:
        write(_figure(checked, figure))
    accused = {(f.claim.rule, f.claim.start, f.claim.end) for f in findings if f.claim is not None}
    for claim in claims:
        write(_claim(checked, claim))
        if (claim.rule, claim.start, claim.end) not in accused:
            write("".join(f"     │ {printable(line)}\n" for line in _derivation(checked, claim, settings.message_lang)))
    if findings:
        shown = Checked(checked.path, checked.text, Report(report.document, report.quantities, report.claims, findings))
        style = of_stream(sys.stdout)
        write(make("full", Context(__version__, message_lang=settings.message_lang), style).file(shown))
    return 0


def _place(place: str) -> tuple[str, int, int]:
    found = re.fullmatch(r"(.+?):(\d{1,9})(?::(\d{1,9}))?", place, re.DOTALL)
    if not found or not int(found[2]) or found[3] == "0":
        raise UsageError(f"{place}: write the place as FILE:LINE or FILE:LINE:COLUMN, both counted from 1")
    return found[1], int(found[2]), int(found[3] or 0)


def _reading(checked: Checked, here: Callable[..., bool], settings: Settings) -> Iterator[str]:
    """The words of each sentence at the place, as the rules see them: figures in brackets, known words with what they are known as."""
    from . import engine
    from .text.unseen import Shortened

    short = Shortened(checked.report.document)
    document = short.document
    for sentence in engine.read(document, settings):
        place = short.span(sentence.start, sentence.end)
        if not here(place):
            continue
        told = []
        for k, token in enumerate(sentence.tokens):
            text = printable(" ".join(document.text[token.start:token.end].split()))
            groups = sorted(group for group in token.entry.groups if not group.startswith("=")) if token.entry is not None else []
            told.append(f"[{text}]" if k in sentence.quantities else f"{text}<{','.join(groups[:MOST_GROUPS])}>" if groups else text)
        yield "{}:{}  reads  {}\n".format(*checked.place.of(place.start), " · ".join(told))


def _derivation(checked: Checked, claim: Claim, lang: str) -> tuple[str, ...]:
    """The arithmetic of a claim that nothing is wrong with, or that was not judged."""
    from . import judge

    return judge.judge(claim, lang if lang != "auto" else checked.report.document.lang).derivation


def _figure(checked: Checked, figure: Quantity) -> str:
    told = [figure.kind]
    if figure.kind not in TYPED_OUT:
        printed = number(figure.printed_low) + (f" … {number(figure.printed_high)}" if figure.is_range else "")
        told += [f"printed {printed}", f"stands for {number(figure.low)} … {number(figure.high)}"]
    told += [" ".join(filter(None, ("unit", figure.unit, f"per {figure.per}" if figure.per else "")))] if figure.unit or figure.per else []
    told += [f"hedge {figure.hedge}"] if figure.hedge != "=" else []
    return "{}:{}  {}  ({})\n".format(*checked.place.of(figure.start), printable(figure.text), ", ".join(told))


def _claim(checked: Checked, claim: Claim) -> str:
    interval, unit = bounds_text(claim)
    roles = ", ".join(f"{role} = {printable(quantity.text)}" for role, quantity in claim.roles)
    told = [f"rule {claim.rule}" if claim.rule else "", f"subject {printable(claim.subject)}" if claim.subject else "",
            f"period {claim.period}" if claim.period else "", f"comes to {interval} {unit}".rstrip() if interval else ""]
    return "{}:{}  {}: {}  → {}\n".format(*checked.place.of(claim.start), claim.relation, roles, claim.verdict) + "".join(
        f"     {line}\n" for line in told if line)


def rule(code: str, *, every: bool = False) -> int:
    """The documentation of one code, or of all."""
    from .codes import catalogue, section

    known = catalogue()
    if every == bool(code):
        raise UsageError("name one code, or --all")
    wanted = sorted(known) if every else [key for key in known if key.startswith(code.upper()) or code == known[key].name]
    if not wanted:
        from difflib import get_close_matches

        near = get_close_matches(code.upper(), known, 1, 0.3)
        raise UsageError(f"there is no code {code!r}; " + (f"did you mean {near[0]}?" if near else ALL_CODES))
    write("\n".join("\n".join(map(printable, section(known[key]).split("\n"))) for key in wanted))
    return 0


def rules_test(paths: list[str]) -> int:
    """Run the examples of rule files; 1 if one of them does not do what its rule says."""
    for path in paths:
        if not os.path.exists(path):
            raise UsageError(f"{path}: no such file or folder")
    from .text.rules_test import collect, run

    if not collect(paths):
        raise UsageError(f"{' '.join(paths)}: no rules here; rule files are *.toml in a folder named after their language, en or zh")
    failures = list(run(paths))
    for failure in failures:
        write("\n".join(map(printable, str(failure).splitlines())) + "\n")
    style = of_stream(sys.stdout)
    told = "1 example does not do" if len(failures) == 1 else f"{len(failures)} examples do not do"
    write(f"{style.sign('✗')} {told} what {'its rule says' if len(failures) == 1 else 'their rules say'}\n" if failures
          else f"{style.sign('✓')} every example does what its rule says\n")
    return 1 if failures else 0


def config_show(path: str, file: str | None, *, isolated: bool = False) -> int:
    """The settings that hold for a path, as TOML."""
    import json

    config = Finder(file=file, isolated=isolated).of(path)
    write(f"# {printable(config.file) or 'no configuration file: the defaults'}\n")
    for key, value in config.values.items():
        if isinstance(value, dict):
            inside = ", ".join(f"{json.dumps(k, ensure_ascii=False)} = {json.dumps(v, ensure_ascii=False)}" for k, v in value.items())
            write(f"{key} = {{{f' {inside} ' if inside else ''}}}\n")
        else:
            write(f"{key} = {json.dumps(value, ensure_ascii=False)}\n")
    return 0


def config_schema() -> int:
    """The JSON Schema of factcheck.toml."""
    import json

    write(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")
    return 0


def write(text: str) -> None:
    """To standard output, whatever it can show."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    with writing("standard output"):
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")            # which writes what was waiting
        sys.stdout.write(text)
