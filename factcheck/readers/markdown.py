"""Markdown: marks of emphasis, links and notes taken out of a line, escapes replaced where they stand; the length never changes.

Blocks, code and addresses are left as they are: the engine itself knows them, in any text.
"""

from __future__ import annotations

from ..patterns import re
from ..values import GONE, REST
from .html import INLINE_TAGS, character, joins

_MARKUP = re.compile(
    rf"""
    (?P<kept>\A---\r?\n(?s:.)*?\n---\r?$ | ^(?P<fence>```|~~~)(?s:.)*?(?:^(?P=fence)|\Z) | `[^`\n]++` | <!--(?s:.)*?(?:-->|\Z)
        | https?://[^\s<>()]++)
    | \\(?P<escaped>[!-/:-@\[-`{{-~])
    | (?P<tags>{INLINE_TAGS})
    | &(?:\#[0-9]{{1,7}}|\#x[0-9a-f]{{1,6}}|[a-z][a-z0-9]{{1,30}});
    | (?P<note>(?<=\S)\[\^[^\[\]\s]{{1,40}}\](?!:)) | (?P<image>!\[[^\[\]\n]{{0,400}}\]\([^()\n]{{0,400}}\))
    | (?P<link>\[(?P<text>[^\[\]\n]{{1,400}})\](?P<address>\([^()\n]{{0,400}}\)|\[[^\[\]\n]{{0,100}}\]))
    | (?P<stars>\*{{1,3}})(?=[^\s*])(?P<strong>[^*\n]{{1,1000}})(?<=\S)(?P=stars)(?!\*)
    | (?<!\w)(?P<lines>_{{1,3}})(?=[^\s_])(?P<marked>[^_\n]{{1,1000}})(?<=\S)(?P=lines)(?!\w)
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)


def prose(text: str) -> str:
    """The text without what marks its words, as long as before."""
    return _MARKUP.sub(_bare, text)


def _bare(match: re.Match[str]) -> str:
    found = match[0]
    if match["kept"]:
        return found
    if match["escaped"]:
        return match["escaped"] + REST
    if match["link"]:
        return GONE + prose(match["text"]) + GONE * (len(match["address"]) + 1)
    for fence, inside in (("stars", "strong"), ("lines", "marked")):
        if match[fence]:
            return _unmarked(match, len(match[fence]), match[inside])
    if match["tags"]:
        return GONE * len(found) if joins(match) else " " + GONE * (len(found) - 1)
    return character(found) if found[0] == "&" else GONE * len(found)


def _unmarked(match: re.Match[str], size: int, inside: str) -> str:
    """Emphasised words without their marks; two numbers stay two."""
    text, start, end = match.string, match.start(), match.end()
    if (text[start - 1:start] + inside[0]).isdecimal() and start or (inside[-1] + text[end:end + 1]).isdecimal() and end < len(text):
        return match[0]
    return GONE * size + prose(inside) + GONE * size
