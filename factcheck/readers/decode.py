"""From bytes to text: UTF-8 and UTF-16 with and without a mark, UTF-32 with one, GB18030; anything else is refused, not guessed at.

A wrong guess would be worse than a refusal: Western text in an old code page decodes as GB18030 without an error, into rare characters.
So a guess is accepted only when its characters are those that people write.
"""

from __future__ import annotations

import codecs

from ..errors import ReadError

SAMPLE = 8192                                   # characters looked at to accept a guess
ACCEPTED = 0.85                                 # the share of them that must be common
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),      # before UTF-16, whose mark begins theirs
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN_BINARIES = (
    (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a Word, Excel or zip file"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"), (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"), (b"\x7fELF", "a program"), (b"SQLite format 3\0", "a database"),
)
_COMMON = (("\xa0", "\xff"), ("\u2010", "\u2044"), ("\u3000", "\u301f"), ("\uff01", "\uff5e"))    # Latin-1, punctuation, full-width forms
_TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1b\x85")
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if chr(code) not in _TEXT_CONTROLS)                  # in UTF-8, one byte each
_MORE_CONTROLS = [chr(code).encode() for code in range(0x80, 0xA0) if chr(code) not in _TEXT_CONTROLS]      # two, of which the first is C2


def decode(raw: bytes, path: str) -> tuple[str, str]:
    """The text without its byte order mark, and the encoding's name; raises :class:`ReadError`."""
    for magic, what in _KNOWN_BINARIES:
        if raw.startswith(magic):
            raise ReadError(path, f"is {what}, not text; save it as text, Markdown or HTML")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return _readable(raw[len(mark):].decode(encoding), path), encoding
            except UnicodeDecodeError as error:
                raise ReadError(path, f"says that it is {encoding.upper()} but is not, at byte {len(mark) + error.start}") from None
    broken: UnicodeDecodeError | None = None
    if b"\0" not in raw:
        try:
            return _readable(raw.decode("utf-8"), path), "utf-8"
        except UnicodeDecodeError as error:
            broken = error
    best = max(("utf-16-le", "utf-16-be", "gb18030"), key=lambda encoding: _likeness(raw, encoding))
    if _likeness(raw, best) >= ACCEPTED:
        return _readable(raw.decode(best), path), best
    if broken is None:
        raise ReadError(path, "is a binary file, not text")
    line = raw.count(b"\n", 0, broken.start) + 1
    raise ReadError(path, f"is not UTF-8 (byte 0x{raw[broken.start]:02X} in line {line}), nor UTF-16 or GB18030; save it as UTF-8")


def _readable(text: str, path: str) -> str:
    """Refuse text that decodes but holds what no article does."""
    sample = text[:SAMPLE * 8]
    encoded = sample.encode("utf-8", "surrogatepass")
    controls = len(encoded) - len(encoded.translate(None, _CONTROLS))
    if b"\xc2" in encoded:
        controls += sum(map(encoded.count, _MORE_CONTROLS))
    if controls * 50 > len(sample) or "\0" in sample:
        raise ReadError(path, "is a binary file, not text")
    return text


def _likeness(raw: bytes, encoding: str) -> float:
    """The share of the characters beyond ASCII that are common ones, 0 if the bytes are not in this encoding."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    if "\0" in text:
        return 0.0
    sample = text[:SAMPLE]
    if encoding == "gb18030":
        sample = "".join(c for c in sample if c > "\x7f")
    return sum(map(_is_common, sample)) / len(sample) if sample else 0.0


def _is_common(char: str) -> bool:
    """Whether the character is printable ASCII or among those of GB 2312 or of Big5's first level: what Chinese text is made of."""
    if char <= "\x7f":
        return char >= " " or char in _TEXT_CONTROLS
    if "\u3400" <= char <= "\u9fff":
        return _in_charset(char, "gb2312", 0xB0, 0xF7) or _in_charset(char, "big5", 0xA4, 0xC6)
    return any(low <= char <= high for low, high in _COMMON) or char == "￥"


def _in_charset(char: str, charset: str, low: int, high: int) -> bool:
    try:
        return low <= char.encode(charset)[0] <= high
    except UnicodeEncodeError:
        return False
