"""The options of ``check``, ``claims`` and ``explain``, declared once.

From this table come the fast path (:func:`parse`, which ``__main__`` tries before it imports typer: typer alone costs several times what
Python's own start does) and the typer commands with their help and errors (``cli.py``).  The fast path only accepts what is plainly well
formed; at the least doubt it declines, and typer, the authority, has its say.
"""

from __future__ import annotations

from .typed import Any, NamedTuple
from .values import SEVERITIES

BOTH = ("check", "claims")
CHECK = ("check",)
READING = (*BOTH, "explain")
COMMANDS = (*BOTH, "explain", "rule", "rules", "reference", "config")


class Option(NamedTuple):
    """One option.  ``kind``: ``flag`` (present or not), ``one`` (a value), ``many`` (a value, repeatable)."""

    flags: tuple[str, ...]
    kind: str
    help: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    panel: str = "Options"
    commands: tuple[str, ...] = BOTH

    @property
    def name(self) -> str:
        """The key under which the value travels: ``--fail-on`` is ``fail_on``."""
        return self.flags[0].removeprefix("--").replace("-", "_")

    @property
    def default(self) -> Any:
        return {"flag": False, "one": None, "many": ()}[self.kind]


_SELECTION, _OUTPUT, _INPUT, _SETTINGS = "What is checked", "Output", "Input", "Configuration"

OPTIONS: tuple[Option, ...] = (
    Option(("--select",), "many", "Check these codes only: a code, the start of one, or ALL. Separate several by commas.", "CODES",
           panel=_SELECTION, commands=CHECK),
    Option(("--ignore",), "many", "Leave these codes out.", "CODES", panel=_SELECTION, commands=CHECK),
    Option(("--extend-select",), "many", "Check these codes too.", "CODES", panel=_SELECTION, commands=CHECK),
    Option(("--per-file-ignores",), "many", "Leave codes out of the files that match a pattern.", "PATTERN:CODES",
           panel=_SELECTION, commands=CHECK),
    Option(("--severity",), "many", "Give a code another severity: error, warning or note.", "CODE=LEVEL",
           panel=_SELECTION, commands=CHECK),
    Option(("--fail-on",), "one", "Exit with 1 when there is a finding of this severity or above. [default: error]",
           choices=(*reversed(SEVERITIES), "never"), panel=_SELECTION, commands=CHECK),
    Option(("--output-format", "-F"), "one", "The format of the report on the console. [default: full]", "FORMAT", panel=_OUTPUT),
    Option(("--output",), "many", "Write a report to a file as well; may be repeated.", "FORMAT:PATH", panel=_OUTPUT),
    Option(("--csv-bom",), "flag", "Begin CSV reports with a byte order mark, for Excel.", panel=_OUTPUT),
    Option(("--statistics",), "flag", "Count the findings by code.", panel=_OUTPUT, commands=CHECK),
    Option(("--color",), "one", "Colour the report. [default: auto]", choices=("auto", "always", "never"), panel=_OUTPUT),
    Option(("--quiet", "-q"), "flag", "Print findings only, no summary.", panel=_OUTPUT),
    Option(("--verbose", "-v"), "flag", "Say on standard error how each file was read and which configuration it has.", panel=_OUTPUT),
    Option(("--lang",), "one", "The language of the articles. [default: auto]", choices=("auto", "en", "zh"), panel=_INPUT,
           commands=READING),
    Option(("--message-lang",), "one", "The language of the messages; auto follows the article. [default: auto]",
           choices=("auto", "en", "zh"), panel=_INPUT, commands=READING),
    Option(("--date",), "one", "The day the articles were written; otherwise the text is asked.", "YYYY-MM-DD", panel=_INPUT,
           commands=READING),
    Option(("--stdin-filename",), "one", "The name under which standard input is read and reported.", "PATH", panel=_INPUT),
    Option(("--reference",), "many", "Check against this table too.", "TABLE", panel=_SETTINGS, commands=READING),
    Option(("--rules",), "many", "Read rules from this folder too.", "DIR", panel=_SETTINGS, commands=READING),
    Option(("--config",), "one", "Use this configuration file instead of the nearest one.", "FILE", panel=_SETTINGS, commands=READING),
    Option(("--isolated",), "flag", "Ignore all configuration files.", panel=_SETTINGS, commands=READING),
    Option(("--no-cache",), "flag", "Check every article, and read rules and tables, afresh; keep nothing.", panel=_SETTINGS,
           commands=READING),
)


def of(command: str) -> tuple[Option, ...]:
    """The options of one command."""
    return tuple(option for option in OPTIONS if command in option.commands)


class Call(NamedTuple):
    """A command line understood: the command and its values; ``values["paths"]`` are the arguments."""

    command: str
    values: dict[str, Any]


def parse(argv: list[str]) -> Call | None:
    """Read a well-formed ``check``, ``claims`` or bare-path call; None for anything else."""
    named = bool(argv) and argv[0] in COMMANDS
    if named and argv[0] not in BOTH:
        return None
    command, words = (argv[0], argv[1:]) if named else ("check", argv)
    flags = {flag: option for option in of(command) for flag in option.flags}
    values: dict[str, Any] = {option.name: option.default for option in of(command)}
    paths: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "-" or not word.startswith("-"):
            paths.append(word)
            continue
        flag, equals, value = word.partition("=")
        option = flags.get(flag)
        if option is None or (equals and not flag.startswith("--")):
            return None
        if option.kind == "flag":
            if equals:
                return None
            values[option.name] = True
            continue
        if not equals:
            value = next(rest, "-")
        if value.startswith("-") or not value or (option.choices and value not in option.choices):
            return None
        values[option.name] = (*values[option.name], value) if option.kind == "many" else value
    if not paths or "" in paths:
        return None
    values["paths"] = tuple(paths)
    return Call(command, values)
