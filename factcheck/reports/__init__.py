"""Reports, one file a format in ``formats/``, found by its name.

A format is a module with a class ``Report`` derived from :class:`Format`.  It is pushed to, file by file, so that a report over a million
articles needs the memory of one.  To add a format (SARIF, GitHub, HTML …), add a module; nothing else has to know of it.
"""

from __future__ import annotations

import os
from importlib import import_module

from ..errors import UsageError
from .model import Checked, Context, Summary
from .style import Style

DEFAULT = "full"


class Format:
    """One report being written.  Each method returns text to append, "" for none."""

    kinds: tuple[str, ...] = ("findings", "claims")     # what it can report
    is_brief = False                                    # whether findings and counts are all that it reads of a check: these are remembered

    def __init__(self, context: Context, style: Style) -> None:
        self.context = context
        self.style = style

    def begin(self) -> str:
        return ""

    def file(self, checked: Checked) -> str:
        return ""

    def end(self, summary: Summary) -> str:
        return ""


def names() -> list[str]:
    """The formats there are, the default first."""
    folder = os.path.join(os.path.dirname(__file__), "formats")
    found = {os.path.splitext(name)[0] for name in os.listdir(folder) if name.endswith((".py", ".pyc")) and not name.startswith("_")}
    return sorted(found, key=lambda name: (name != DEFAULT, name))


def make(name: str, context: Context, style: Style) -> Format:
    """A report in the named format; raises UsageError naming the formats there are."""
    if name not in names():
        raise UsageError(f"there is no report format {name!r}; there are {', '.join(names())}")
    kind: type[Format] = import_module(f"{__name__}.formats.{name}").Report
    if context.what not in kind.kinds:
        raise UsageError(f"the format {name!r} cannot list {context.what}")
    return kind(context, style)
