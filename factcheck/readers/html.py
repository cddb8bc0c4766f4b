"""HTML: tags, comments, scripts and code taken out, character references replaced where they stand; the length never changes.

Tags of blocks leave a paragraph break behind, so that two cells or paragraphs on one line of source do not run together; a line break of
the source is a space, as in a browser.  What vanishes inside a line leaves signs that the engine leaves out (text/unseen.py), so that
"<b>25</b>&nbsp;million" is one figure.
Tables leave control characters, so that text/tables.py finds them again: GS around a table, RS before a row, FS before a header,
US before a cell, VT for each further column and FF for each further row that it covers, SO before one that covers too many.
"""

from __future__ import annotations

from ..patterns import re
from ..values import GONE, REST

_RAW = "script|style|template|noscript|textarea|iframe"              # a browser reads these to the end if they are never closed
_INVISIBLE = "svg|math|code|pre|select|button|object"
_INLINE = "a|abbr|acronym|b|bdi|bdo|big|cite|data|dfn|em|font|i|ins|mark|q|small|span|strong|time|tt|u|var|wbr"
_BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p section summary table tbody td tfoot th thead title tr ul".split()
)
_TABLE = {"table": "\x1d", "tr": "\x1e", "th": "\x1c", "td": "\x1f"}
_POWERS = {"2": "²", "3": "³"}
_SPAN = re.compile(r"\b(col|row)span\s*=\s*[\"']?\s*0*([0-9]{1,3})", re.IGNORECASE)
_INSIDE = """(?:"[^"<]*+"|'[^'<]*+'|[^'"<>]|["'])*+"""               # of a tag
INLINE_TAGS = rf"(?:</?(?:{_INLINE})(?=[\s/>]){_INSIDE}>)++"
_MARKUP = re.compile(
    rf"""
    <!--.*?(?:-->|\Z)                                           # a comment
    | <(?P<raw>{_RAW})\b[^>]*+>.*?(?:</(?P=raw)\s*>|\Z)
    | <(?P<invisible>{_INVISIBLE})\b[^>]*+>.*?</(?P=invisible)\s*>
    | <!\[CDATA\[ | \]\]>
    | <[!?][^>]*+(?:>|\Z)                                       # a declaration
    | (?P<inline>{INLINE_TAGS})
    | (?:(?<=[cdkm]m)|(?<=[\s0-9]m))<sup>(?P<power>[23])</sup>
    | </?(?P<tag>[a-z][a-z0-9:-]*+){_INSIDE}>
    | &(?:\#[0-9]{{1,7}}|\#x[0-9a-f]{{1,6}}|[a-z][a-z0-9]{{1,30}});
    | [ \t\r\n]{{2,}}+ | [\t\r\n]
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def prose(text: str) -> str:
    """The text without markup, as long as before."""
    return _MARKUP.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    found = match[0]
    size = len(found)
    if found[0] == "&":
        return character(found)
    if match["inline"] is not None:
        return GONE * size if joins(match) else " " + GONE * (size - 1)
    if match["power"] is not None:
        return GONE * 5 + _POWERS[match["power"]] + REST * 6
    tag = (match["tag"] or match["raw"] or match["invisible"] or "").lower()
    if tag in _TABLE and size > 3 and (found[1] != "/" or tag == "table"):
        spans = dict(_SPAN.findall(found.lower())) if tag in ("td", "th") and "span" in found.lower() else {}
        more = "\x0b" * (int(spans.get("col", 1)) - 1) + "\x0c" * (int(spans.get("row", 1)) - 1)
        sign = _TABLE[tag] + "\n" + more if len(more) <= size - 2 else "\x0e\n"
    elif tag == "br":
        sign = "\n"
    elif tag in _BLOCK or tag in {"pre", "script"}:
        sign = "\n\n"
    else:
        sign = GONE if found.startswith("<!--") else " "
    return sign + GONE * (size - len(sign))


def character(reference: str) -> str:
    """What stands for a character reference (&nbsp;), as long as it."""
    from html import unescape  # which loads a table of two thousand names

    char = unescape(reference)
    if char in ("\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"):
        return GONE * len(reference)
    if char == reference:                       # there is none of this name
        return reference
    return (char if len(char) == 1 and char.isprintable() else " ") + REST * (len(reference) - 1)


def joins(match: re.Match[str]) -> bool:
    """Whether what stands on both sides of inline tags is one word: not where one element ends and the next begins, nor two numbers."""
    found, text = match[0], match.string
    if "</" in found and found.count("<") > found.count("</"):
        return False
    return not (text[match.start() - 1:match.start()].isdecimal() and text[match.end():match.end() + 1].isdecimal())
