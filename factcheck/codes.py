"""Every code there is, with its documentation: those of the relations and those of the reference table.

``python -m factcheck.codes`` prints them as docs/checks.md.
"""

from __future__ import annotations

from . import relations
from .reference.codes import CODES
from .relations import RelationDoc

FAMILIES = {
    "GRW": "growth", "CHG": "change", "SHR": "shares", "SUM": "totals and products", "CNV": "units", "TIM": "time",
    "IMP": "what cannot be", "HED": "hedges", "USE": "usage", "XRF": "across the document", "REF": "against the table of facts",
    "PLA": "plausibility",
}
HEAD = """\
# Checks

Written by `python -m factcheck.codes > docs/checks.md`; change the docstring of the relation instead. `factcheck rule CODE` prints one.

An **error** means that a figure is wrong, a **warning** that it probably is or that the wording misleads, a **note** is for information.
Every check is silent when any honest reading of the figures fits: rounding, hedges, cut-off digits.
"""


def catalogue() -> dict[str, RelationDoc]:
    """The documentation of every code, in the order of the codes."""
    return dict(sorted({**relations.catalogue(), **CODES}.items()))


def page() -> str:
    """The page of all checks, in Markdown: a table, then one section a code."""
    docs = catalogue()
    families = sorted({code[:3] for code in docs}, key=lambda family: list(FAMILIES).index(family))
    tables, sections = [], []
    for family in families:
        mine = [doc for code, doc in docs.items() if code.startswith(family)]
        tables.append(f"**{family}** {FAMILIES[family]}\n\n| code | name | severity | |\n|---|---|---|---|\n" + "".join(map(_row, mine)))
        sections += [section(doc, "##") for doc in mine]
    return "\n".join([HEAD, *tables, *sections])


def _row(doc: RelationDoc) -> str:
    """The line of a code in the table of its family, with a link to its section."""
    anchor = f"#{doc.code.lower()}-{doc.name}-{doc.severity}"
    return f"| [{doc.code}]({anchor}) | {doc.name} | {doc.severity} | {doc.doc.partition(chr(10))[0]} |\n"


def section(doc: RelationDoc, level: str = "#") -> str:
    """One code, in Markdown."""
    lines = [f"{level} {doc.code} {doc.name} ({doc.severity})", "", doc.doc.strip(), ""]
    for title, examples in (("Bad", doc.bad), ("Good", doc.good)):
        if examples:
            lines += [f"{title}:", *(f"- {example}" for example in examples), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    import sys

    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(page())
