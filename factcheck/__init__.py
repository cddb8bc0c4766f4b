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
    """Check a text and report what cannot be right.  Configuration files are not read.

    lang          "en" or "zh", or a tag of these such as "zh-CN"; "auto" finds it in the text
    date          the day it was written, YYYY-MM-DD, or only YYYY-MM or YYYY; found in the text if it is not given
    message_lang  of the messages: "en" or "zh"; "auto" follows the text
    select        codes, or starts of codes, to check; empty for all
    ignore        codes, or starts of codes, to leave out
    severity      another severity of a code, or of all that begin so: {"CHG201": "warning"}
    rules         folders with rules of your own
    reference     tables of your own
    use_cache     False to read rules and tables afresh

    Raises ``factcheck.errors.FactcheckError`` for a value, a rule or a table that cannot be used.
    """
    return _check(_plain(text), "", _settings(lang, date, message_lang, select, ignore, severity, rules, reference, use_cache))


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
    """Check a file as the command line would read it; the parameters are those of :func:`check_text`.

    Raises ``factcheck.errors.ReadError`` when it is no readable article.  Offsets count the code points of the decoded text, its byte order
    mark left out.
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
    """Check many texts, one after the other as they are asked for; the parameters are those of :func:`check_text`."""
    settings = _settings(lang, date, message_lang, select, ignore, severity, rules, reference, use_cache)
    return (_check(_plain(text), "", settings) for text in texts)


def _settings(
    lang: str | None, date: str | None, message_lang: str, select: Iterable[str], ignore: Iterable[str],
    severity: Mapping[str, str] | None, rules: Iterable[str], reference: Iterable[str], use_cache: bool,
) -> Settings:
    from .engine import Settings

    if isinstance(select, str) or isinstance(ignore, str) or isinstance(rules, str) or isinstance(reference, str):
        raise TypeError("select, ignore, rules and reference are lists of texts, not a text")
    lang, message_lang = (_language(value, name) for value, name in ((lang or "auto", "lang"), (message_lang, "message_lang")))
    if date or select or ignore or severity:
        from .config import valid_date
        from .selectors import codes, severities

        date = valid_date(date, "date") if date else ""
        select, ignore, severity = codes(select, "select"), codes(ignore, "ignore"), severities(severity or {}, "severity")
    return Settings(
        lang=lang, message_lang=message_lang, date=date or "", select=tuple(select), ignore=tuple(ignore),
        severity=severity or {}, rules=tuple(rules), reference=tuple(reference), use_cache=use_cache,
    )


def _language(value: str, name: str) -> str:
    """The language of a tag: "zh" for zh-CN and zh_Hant."""
    code = value.replace("_", "-").partition("-")[0].lower()
    if code not in ("auto", "en", "zh"):
        from .errors import UsageError

        raise UsageError(f"{name}: {value!r} is none of auto, en, zh")
    return code


def _plain(text: str) -> str:
    """A text that no reader has gone through: what readers mark with two control characters is none of it."""
    from .values import GONE, REST

    marked = isinstance(text, str) and (GONE in text or REST in text)
    return text.translate(dict.fromkeys(map(ord, GONE + REST), "\x1a")) if marked else text


def _check(text: str, path: str, settings: Settings) -> Report:
    from . import engine
    from .text.document import parse

    if not isinstance(text, str):
        raise TypeError(f"a text is needed, not {type(text).__name__}")
    return engine.check(parse(text, path=path, lang=settings.lang, date=settings.date), settings)
