"""factcheck: checks the numbers in an article against each other and against a sourced table.

    import factcheck
    report = factcheck.check_text("Sales rose 50% from 20 to 25 million.")
    for finding in report.findings:
        print(finding.code, finding.message)
"""

from __future__ import annotations

TYPE_CHECKING = False                           # typing itself is slow to import, and whoever only asks for the version needs none of it
if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

    from .engine import Settings
    from .values import Report

__version__ = "0.1.0"
__all__ = ["__version__", "check_file", "check_text", "check_texts"]


def check_text(
    text: str,
    lang: str | None = "auto",
    date: str | None = None,
    *,
    message_lang: str = "auto",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Mapping[str, str] | None = None,
    rules: Iterable[str] = (),
    reference: Iterable[str] = (),
    use_cache: bool = True,
) -> Report:
    """Check a text.  ``lang`` and ``date`` (ISO) are found in the text when they are not given; configuration files are not read."""
    return _check(text, "", _settings(lang, date, message_lang, select, ignore, severity, rules, reference, use_cache))


def check_file(
    path: str | os.PathLike[str],
    lang: str | None = "auto",
    date: str | None = None,
    *,
    message_lang: str = "auto",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Mapping[str, str] | None = None,
    rules: Iterable[str] = (),
    reference: Iterable[str] = (),
    use_cache: bool = True,
) -> Report:
    """Check a file as the command line would read it; raises ``factcheck.errors.ReadError`` when it is no readable article.

    Offsets count the code points of the decoded text, its byte order mark left out.
    """
    from os import fspath

    from .readers import read

    source = read(fspath(path))
    return _check(source.prose, source.path, _settings(lang, date, message_lang, select, ignore, severity, rules, reference, use_cache))


def check_texts(
    texts: Iterable[str],
    lang: str | None = "auto",
    date: str | None = None,
    *,
    message_lang: str = "auto",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Mapping[str, str] | None = None,
    rules: Iterable[str] = (),
    reference: Iterable[str] = (),
    use_cache: bool = True,
) -> Iterator[Report]:
    """Check many texts, one after the other as they are asked for."""
    settings = _settings(lang, date, message_lang, select, ignore, severity, rules, reference, use_cache)
    return (_check(text, "", settings) for text in texts)


def _settings(
    lang: str | None, date: str | None, message_lang: str, select: Iterable[str], ignore: Iterable[str],
    severity: Mapping[str, str] | None, rules: Iterable[str], reference: Iterable[str], use_cache: bool,
) -> Settings:
    from .engine import Settings

    if isinstance(select, str) or isinstance(ignore, str) or isinstance(rules, str) or isinstance(reference, str):
        raise TypeError("select, ignore, rules and reference are lists of texts, not a text")
    return Settings(
        lang=lang or "auto", message_lang=message_lang, date=date or "", select=tuple(select), ignore=tuple(ignore),
        severity=dict(severity or {}), rules=tuple(rules), reference=tuple(reference), use_cache=use_cache,
    )


def _check(text: str, path: str, settings: Settings) -> Report:
    from . import engine
    from .text.document import parse

    return engine.check(parse(text, path=path, lang=settings.lang, date=settings.date), settings)
