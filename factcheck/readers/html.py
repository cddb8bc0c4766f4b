"""HTML: tags, comments, scripts and code blanked in place, character references replaced where they stand; the length never changes.

Tags of blocks leave a paragraph break behind, so that two cells or paragraphs on one line of source do not run together.
Tables leave control characters, so that text/tables.py finds them again: GS around a table, RS before a row, FS before a header,
US before a cell, VT for each further column and FF for each further row that it covers, SO before one that covers too many.
"""

from __future__ import annotations

import re
from html import unescape

_RAW = "script|style|template|noscript|textarea|iframe"              # a browser reads these to the end if they are never closed
_INVISIBLE = "svg|math|code|pre|select|button|object"
_BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p section summary table tbody td tfoot th thead title tr ul".split()
)
_TABLE = {"table": "\x1d", "tr": "\x1e", "th": "\x1c", "td": "\x1f"}
_SPAN = re.compile(r"\b(col|row)span\s*=\s*[\"']?\s*0*([0-9]{1,3})", re.IGNORECASE)
_MARKUP = re.compile(
    rf"""
    <!--.*?(?:-->|\Z)                                           # a comment
    | <(?P<raw>{_RAW})\b[^>]*+>.*?(?:</(?P=raw)\s*>|\Z)
    | <(?P<invisible>{_INVISIBLE})\b[^>]*+>.*?</(?P=invisible)\s*>
    | <!\[CDATA\[ | \]\]>
    | <[!?][^>]*+(?:>|\Z)                                       # a declaration
    | </?(?P<tag>[a-z][a-z0-9:-]*+)(?:"[^"<]*+"|'[^'<]*+'|[^'"<>]|["'])*+>
    | &(?:\#[0-9]{{1,7}}|\#x[0-9a-f]{{1,6}}|[a-z][a-z0-9]{{1,30}});
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def prose(text: str) -> str:
    """The text with markup blanked, as long as before."""
    return _MARKUP.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    found = match[0]
    if found.startswith("&"):
        char = unescape(found)
        if len(char) != 1 or not char.isprintable():
            char = " "
        # What belongs to the figure after it goes to the right end of its reference, everything else to the left.
        return char.rjust(len(found)) if char in "$¢£¥€₩₹+-−±~≈<>(（" else char.ljust(len(found))
    tag = (match["tag"] or match["raw"] or match["invisible"] or "").lower()
    blank = "".join(c if c in "\r\n" else " " for c in found)
    if tag in _TABLE and len(found) > 3 and (not found.startswith("</") or tag == "table"):
        spans = dict(_SPAN.findall(found.lower())) if tag in ("td", "th") and "span" in found.lower() else {}
        more = "\x0b" * (int(spans.get("col", 1)) - 1) + "\x0c" * (int(spans.get("row", 1)) - 1)
        if len(more) > len(blank) - 2 or "\n" in blank and more:
            return "\x0e\n" + blank[2:]
        return _TABLE[tag] + "\n" + more + blank[2 + len(more):]
    if tag == "br":
        return "\n" + blank[1:]
    return "\n\n" + blank[2:] if tag in _BLOCK or tag in {"pre", "script"} else blank
