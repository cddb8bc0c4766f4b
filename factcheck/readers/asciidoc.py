"""AsciiDoc: listings, comments, macros and attributes blanked in place; the length never changes."""

from __future__ import annotations

from ..patterns import re

_FENCE = re.compile(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,}|`{3}\S*)\Z")     # a listing, literal text, what is passed through, a comment
_ASIDE = re.compile(r"//(?!/)|:!?\w[\w-]*!?:(?:\s|\Z)|\[[^\]]*\]\Z|(?:image|include|video|audio|toc|ifdef|ifndef|endif)::")


def prose(text: str) -> str:
    """The text with what is no prose blanked, as long as before."""
    out = []
    fence = before = bare = ""                  # what ends the block that is left out; the line before
    for line in text.splitlines(keepends=True):
        before, bare = bare, line.strip()
        if fence:
            fence = "" if bare == fence else fence
        elif _FENCE.match(bare) and not (before[:1].isalnum() and abs(len(before) - len(bare)) < 2):     # it underlines a title
            fence = bare[:3] if bare.startswith("`") else bare
        elif not _ASIDE.match(bare):
            out.append(line)
            continue
        kept = line.rstrip("\r\n")
        out.append(" " * len(kept) + line[len(kept):])
    return "".join(out)
