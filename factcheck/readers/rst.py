"""reStructuredText: comments, directives and literal blocks blanked in place; the length never changes."""

from __future__ import annotations

from ..patterns import re

_READ = (                                       # directives whose text is the article's
    "note|warning|tip|hint|important|caution|attention|danger|error|admonition|epigraph|pull-quote|highlights|topic|sidebar|container|rubric"
)
_DIRECTIVE = re.compile(rf"\.\.(?:[ \t]+(?P<read>(?:{_READ})::)|[ \t]+(?P<note>\[[^\]\n]+\])[ \t]|(?:[ \t]|$))")


def prose(text: str) -> str:
    """The text with what is no prose blanked, as long as before."""
    out = []
    skipped = -1                                # how far what opened the block that is left out stands in; -1 outside of one
    literal = ended = False                     # whether the line before ends in ::, and whether an empty line stood behind it
    indent = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if not bare:
            ended = True
            out.append(line)
            continue
        column = len(line) - len(line.lstrip())
        if literal and ended and column > indent:
            skipped = indent
        elif skipped >= 0 and column <= skipped:
            skipped = -1
        literal = ended = False
        if skipped < 0:
            found = _DIRECTIVE.match(bare)
            if found is None:
                literal, indent = bare.endswith("::"), column
            elif found["read"] or found["note"]:
                opening = column + found.end()
                line = line[:column] + " " * (opening - column) + line[opening:]
            else:
                skipped = column
                line = _blank(line)
        elif skipped >= 0:
            line = _blank(line)
        out.append(line)
    return "".join(out)


def _blank(line: str) -> str:
    kept = line.rstrip("\r\n")
    return " " * len(kept) + line[len(kept):]
