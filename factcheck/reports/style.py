"""How text meets a terminal: its width in columns, colours, and characters that must not reach it as they are."""

from __future__ import annotations

import os
from unicodedata import category, east_asian_width

from ..typed import IO, NamedTuple

_COLOURS = {"error": "1;31", "warning": "1;33", "note": "1;36", "path": "1", "dim": "2", "good": "1;32"}
_NARROW = {"│": "|", "╰": "`", "✗": "x", "✓": "ok", "·": "-", "…": "..."}
WIDTH = 100                                     # where there is no terminal to ask


class Style(NamedTuple):
    """What the place that a report goes to can show."""

    color: bool = False
    width: int = WIDTH
    unicode: bool = True
    tty: bool = False

    def paint(self, text: str, role: str) -> str:
        return f"\x1b[{_COLOURS[role]}m{text}\x1b[0m" if self.color and text else text

    def sign(self, char: str) -> str:
        """One of this tool's own signs, or what stands for it where it cannot be shown."""
        return char if self.unicode else _NARROW.get(char, char)


def of_stream(stream: IO[str], color: str = "auto") -> Style:
    """The style of a stream.  ``NO_COLOR`` and a terminal that calls itself dumb are honoured unless ``color`` insists."""
    tty = stream.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    painted = color == "always" or (color == "auto" and tty and not plain)
    try:
        "│╰✗✓·…".encode(getattr(stream, "encoding", None) or "ascii")
        encodable = True
    except (UnicodeEncodeError, LookupError):
        encodable = False
    return Style(painted, _columns(stream) if tty else _environment_columns() or WIDTH, encodable, tty)


def _columns(stream: IO[str]) -> int:
    try:
        return _environment_columns() or max(os.get_terminal_size(stream.fileno()).columns, 40)
    except (OSError, ValueError):
        return WIDTH


def _environment_columns() -> int:
    value = os.environ.get("COLUMNS", "")
    return max(int(value), 40) if value.isdecimal() and len(value) < 6 else 0


def columns(text: str) -> int:
    """The width of text in terminal columns: Chinese takes two, combining and invisible marks none."""
    return len(text) if text.isascii() else sum(map(char_columns, text))


def char_columns(char: str) -> int:
    if char < "\u0300":
        return 1
    if category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def printable(text: str) -> str:
    """Text with every control character made visible, so that an article cannot drive the terminal or reorder what is read."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(printable_char, text))


def printable_char(char: str) -> str:
    if char == "\t":
        return "    "
    if char.isprintable():
        return char
    kind = category(char)
    if kind == "Zs":
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))
    # Joiners and variation selectors belong to words and emoji; what reorders text, and everything else unseen, is spelled out.
    if char in "\u200c\u200d\u00ad" or kind == "Mn":
        return char
    if char in "\u200b\u2060\ufeff":
        return ""
    return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def fit(text: str, width: int) -> str:
    """Text cut to at most ``width`` columns, an ellipsis where it was cut."""
    if columns(text) <= width:
        return text
    kept, used = [], 1
    for char in text:
        used += char_columns(char)
        if used > width:
            break
        kept.append(char)
    return "".join(kept) + "…"


def wrap(text: str, width: int) -> list[str]:
    """Text in lines of at most ``width`` columns, broken at spaces or before a Chinese character that may begin a line."""
    lines, line, used, breakable = [], "", 0, 0
    for char in text:
        wide = char_columns(char)
        while used + wide > width and line:
            cut = breakable or len(line)
            lines.append(line[:cut].rstrip())
            line = line[cut:].lstrip()
            used, breakable = columns(line), 0
        line, used = line + char, used + wide
        if char == " ":
            breakable = len(line)
        elif wide == 2 and char not in "（《“「":
            breakable = len(line) - 1 if char.isalnum() else len(line)     # a full stop stays with what it ends
    return [*lines, line] if line or not lines else lines


def pad(text: str, width: int) -> str:
    """Text filled with spaces to ``width`` columns."""
    return text + " " * (width - columns(text))
