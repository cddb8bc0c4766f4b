"""The whole command line, with help and errors, in typer.  Only reached when the fast path in ``__main__`` declines."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated, Any, Literal

import typer

from . import __version__, commands
from .errors import UsageError
from .options import COMMANDS, Option, of
from .reports import names
from .reports.style import printable
from .run import execute

_GROUP_OPTIONS = ("--help", "-h", "--version", "--install-completion", "--show-completion")


def run_typer(argv: list[str]) -> int:
    """Carry out a command line; returns the exit code."""
    if argv and argv[0] not in (*COMMANDS, *_GROUP_OPTIONS):
        argv = ["check", *argv]
    try:
        code = build()(args=argv or ["--help"], prog_name="factcheck", standalone_mode=False)
    except SystemExit as error:
        if isinstance(error.__context__, BrokenPipeError):       # click would exit with 1, which is for findings
            raise error.__context__ from None
        raise
    except Exception as error:
        # typer's own errors, whichever click they come from (typer brought its own from 0.20 or so on), carry their message and context.
        show, context = getattr(error, "format_message", None), getattr(error, "ctx", None)
        if show is None:
            if type(error).__name__ == "Abort":
                raise KeyboardInterrupt from None
            raise
        where = context.command_path if context is not None else "factcheck"
        message = printable(show().rstrip("."))
        if not message:                         # help was shown instead
            return 2
        raise UsageError(f"{message} (see {where} --help)") from None
    return code if isinstance(code, int) else 0


def build() -> typer.Typer:
    """The application; built on demand because nothing of it is needed to check an article."""
    app = typer.Typer(
        name="factcheck", no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="Check the numbers in articles, English and Chinese, against each other and against a sourced table.\n\n"
             "factcheck PATH… is short for factcheck check PATH…",
        epilog="Exit codes: 0 nothing to report, 1 findings, 2 wrong usage or an article that could not be read.",
    )
    app.callback()(_root)
    app.command("check", help="Check articles and report what cannot be right.")(_from_table("check", execute, _PATHS))
    app.command("claims", help="List the figures and claims that were found, normalised.")(_from_table("claims", execute, _PATHS))
    app.command("explain", help="Show how a figure was read and a finding was reached.")(_from_table("explain", _explain, _PLACE))
    app.command("rule", help="Explain a code.")(_rule)
    rules = typer.Typer(no_args_is_help=True, help="Rule files.")
    rules.command("test", help="Run the examples of rule files, by default of those that come with factcheck.")(_rules_test)
    rules.callback()(_nothing)
    app.add_typer(rules, name="rules")
    config = typer.Typer(no_args_is_help=True, help="Configuration.")
    config.command("show", help="Show the settings that hold for a path, and the file they come from.")(_config_show)
    config.command("schema", help="Print the JSON Schema of factcheck.toml.")(_config_schema)
    app.add_typer(config, name="config")
    # The reference room brings its own commands: a typer app named `app`, light to import.
    if find_spec(f"{__package__}.reference.commands") is not None:
        app.add_typer(import_module(f"{__package__}.reference.commands").app, name="reference", help="The reference table.")
    return app


def _from_table(command: str, carry_out: Callable[[str, dict[str, Any]], int], argument: inspect.Parameter) -> Callable[..., int]:
    """A typer command whose parameters are an argument and the table's options."""
    def called(**values: Any) -> int:
        return carry_out(command, {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})

    parameters = [argument, *map(_parameter, of(command))]
    called.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    called.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return called


def _explain(_: str, values: dict[str, Any]) -> int:
    return commands.explain(values.pop("place"), values)


def _argument(name: str, kind: Any, metavar: str, told: str) -> inspect.Parameter:
    info = typer.Argument(metavar=metavar, help=told, show_default=False)
    return inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Annotated[kind, info])


_PATHS = _argument("paths", list[str], "PATH...", "Articles, and folders of articles; - reads standard input.")
_PLACE = _argument("place", str, "FILE:LINE[:COLUMN]", "A line of an article, or a figure in it; both are counted from 1.")


def _parameter(option: Option) -> inspect.Parameter:
    kind: Any = bool
    if option.kind == "one":
        # typing.Literal with values known at run time only: how typer (from 0.19 on) is told of choices.
        kind = Literal[option.choices] | None if option.choices else str | None
    elif option.kind == "many":
        kind = list[str]
    help_text = option.help.replace("[", "\\[")
    if option.name == "output_format":
        help_text += f" One of {', '.join(names())}."
    info = typer.Option(*option.flags, help=help_text, metavar=option.metavar or None, rich_help_panel=option.panel, show_default=False)
    default: Any = {"flag": False, "one": None, "many": []}[option.kind]
    return inspect.Parameter(option.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, info])


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"factcheck {__version__}\n")
        raise typer.Exit


def _root(version: Annotated[bool, typer.Option("--version", callback=_version, help="Show the version.", is_eager=True)] = False) -> None:
    """Options that stand before a command."""


def _nothing() -> None:
    """Keeps typer from folding a group of one command into that command."""


_Config = Annotated[str | None, typer.Option("--config", metavar="FILE", help="Use this configuration file.", show_default=False)]
_Isolated = Annotated[bool, typer.Option("--isolated", help="Ignore all configuration files.", show_default=False)]


def _rule(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A code, the start of some, or a name.", show_default=False)] = "",
    every: Annotated[bool, typer.Option("--all", help="Explain every code.", show_default=False)] = False,
) -> int:
    return commands.rule(code, every=every)


def _rules_test(paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", show_default=False)] = None) -> int:
    return commands.rules_test(paths or [])


def _config_show(
    path: Annotated[str, typer.Argument(help="An article or folder.")] = ".", config: _Config = None, isolated: _Isolated = False,
) -> int:
    return commands.config_show(path, config, isolated=isolated)


def _config_schema() -> int:
    return commands.config_schema()
