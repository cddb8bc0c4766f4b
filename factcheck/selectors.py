"""The small languages of options and configuration: codes, pairs and patterns of paths."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from .errors import UsageError
from .values import SEVERITIES

ALL = "ALL"
ALL_CODES = "`factcheck rule --all` explains every code"


def codes(texts: Iterable[str], where: str) -> tuple[str, ...]:
    """Codes or starts of codes from texts that may hold several.  ALL becomes "", with which every code starts."""
    found: list[str] = []
    for word in ",".join(texts).replace(" ", ",").split(","):
        code = word.upper()
        if not code:
            continue
        if code != ALL and not (code.isascii() and code.isalnum() and code[0].isalpha() and len(code) <= 6):
            raise UsageError(f"{where}: {word!r} is not a code; codes look like CHG201, their starts like CHG")
        found.append("" if code == ALL else code)
    if found:
        _known(found, where)
    return tuple(found)


def _known(found: Iterable[str], where: str) -> None:
    from .codes import catalogue

    every = catalogue()
    for code in found:
        if not any(known.startswith(code) for known in every):
            from difflib import get_close_matches

            near = get_close_matches(code, every, 1, 0.5)
            raise UsageError(f"{where}: there is no code {code}; " + (f"did you mean {near[0]}?" if near else ALL_CODES))


def severities(levels: Mapping[str, str], where: str) -> dict[str, str]:
    """The severity of each code, or start of one.  UsageError for a code or a severity that does not exist."""
    for level in levels.values():
        if level not in SEVERITIES:
            raise UsageError(f"{where}: {level!r} is no severity; there are {', '.join(reversed(SEVERITIES))}")
    return {code: level for key, level in levels.items() for code in codes((key,), where)}


def pairs(texts: Iterable[str], separator: str, option: str, form: str) -> Iterator[tuple[str, str]]:
    """Both sides of texts such as ``CHG201=note``."""
    for text in texts:
        left, found, right = text.partition(separator)
        if not (left and found and right):
            raise UsageError(f"{option} {text}: write it as {form}")
        yield left, right


def matches(pattern: str, path: str, folder: str) -> bool:
    """Whether a pattern means a path: its name, a folder it lies in, or its way from ``folder`` (``*`` crosses slashes)."""
    from fnmatch import fnmatchcase

    relative = os.path.relpath(path, folder or os.curdir).replace(os.sep, "/")
    pattern = pattern.removeprefix("./").rstrip("/")
    if "/" not in pattern:
        return any(fnmatchcase(part, pattern) for part in relative.split("/"))
    return fnmatchcase(relative, pattern) or fnmatchcase(relative, f"{pattern}/*")
