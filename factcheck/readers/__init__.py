"""From a path to text.  One file a format; a reader is a function that blanks what is not prose.

``read(path)`` gives a :class:`Source`: the text as decoded, and the prose that the engine sees.  Both have the same length, so that every
offset in the engine's findings is an offset in the file's own text; what stood in the way inside a line is ``GONE`` (values.py).  To add a
format, add a module with ``prose(text) -> str`` and name its suffixes in ``READERS``.
"""

from __future__ import annotations

import os
import stat
import sys
from importlib import import_module

from ..errors import ReadError
from ..typed import NamedTuple
from .decode import decode

MAX_BYTES = 64 * 1024 * 1024

# Suffix -> the module that reads it.  "plain" is text whose markup the engine itself knows.
READERS = {
    ".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown", ".rst": "rst", ".tex": "tex", ".adoc": "asciidoc",
    ".asciidoc": "asciidoc", ".csv": "plain", ".tsv": "plain", ".html": "html", ".htm": "html", ".xhtml": "html",
}
MARKDOWN = "*_&[\\<"                           # of these one must stand in a text in Markdown for its reader to be loaded
STDIN = "-"
STDIN_NAME = "<stdin>"


class Source(NamedTuple):
    """An article as read: ``text`` is the file's own text without its byte order mark, ``prose`` the same length with markup blanked."""

    path: str
    text: str
    prose: str
    encoding: str
    raw: bytes


def read(path: str, stdin_name: str = "") -> Source:
    """Read a file, or standard input for ``-``; raises :class:`ReadError` naming it."""
    name = (stdin_name or STDIN_NAME) if path == STDIN else path
    raw = _stdin_bytes(name) if path == STDIN else _file_bytes(path)
    if len(raw) > MAX_BYTES:
        raise ReadError(name, f"larger than {MAX_BYTES // 1024 // 1024} MB; split it")
    text, encoding = decode(raw, name)
    if not text or text.isspace():
        raise ReadError(name, "is empty")
    return Source(name, text, prose(text, name), encoding, raw)


def prose(text: str, path: str) -> str:
    """The text with what is not prose blanked, at the same length."""
    suffix = os.path.splitext(path)[1].lower()
    kind = READERS.get(suffix, "plain")
    if kind == "plain" or kind == "markdown" and not any(sign in text for sign in MARKDOWN):
        return text
    masked: str = import_module(f"{__name__}.{kind}").prose(text)
    assert len(masked) == len(text), f"the {kind} reader changed the length of the text"
    return masked


def _file_bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            if stat.S_ISDIR(os.fstat(stream.fileno()).st_mode):
                raise ReadError(path, "is a folder")
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ReadError(path, "no such file or folder") from None
    except PermissionError:
        raise ReadError(path, "may not be read (permission denied)") from None
    except IsADirectoryError:
        raise ReadError(path, "is a folder") from None
    except (OSError, ValueError) as error:
        raise ReadError(path, f"cannot be read ({getattr(error, 'strerror', None) or error})") from None


def _stdin_bytes(name: str) -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise ReadError(name, "there is no standard input")
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise ReadError(name, f"cannot be read ({error.strerror or error})") from None
