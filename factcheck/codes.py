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
    "PLA": "plausibility", "STA": "test statistics",
}
FIX = {                                  # how to fix, by the start of a code; the longest that fits is told
    "GRW": "work the rate out from the figures, or say what it rests on: another span, real terms, a simple average.",
    "CHG": "see which of the figures is wrong; `would fit` says what each would be if the others are right.",
    "CHG204": "write percent, or give the two percentages whose points these are.",
    "CHG208": "write percentage points.",
    "CHG221": "turn the verb round, or the two figures.",
    "SHR": "see which of part, whole and share is wrong; or say of what the share is, if it is of another whole.",
    "SHR315": "drop the word, or correct the figure.",
    "SHR316": "drop the word, or correct the figure.",
    "SUM": "add up again; say what is missing from the parts, or that they overlap (\"including\", 其中).",
    "SUM302": "say that several answers were possible, or what the rest is; else correct a share.",
    "SUM303": "correct the number that is announced, or the list; say \"among them\" if it is not all of them.",
    "SUM305": "see which of the two is wrong, or whether they changed places; say so if the one is no part of the other.",
    "SUM321": "see which of rate, count and total is wrong.",
    "CNV": "convert again from the figure that was measured; round to as many figures as it has.",
    "CNV402": "correct the scale word (million, billion, 万, 亿) of one of the two.",
    "CNV403": "convert again at the rate of the others; say of what day the rate is, if it is another.",
    "CNV404": "correct the zeros of one of the two.",
    "TIM": "see which of the dates is wrong; say so if the span is another one.",
    "TIM511": "look the date up in a calendar; the day and the month may have changed places.",
    "TIM512": "look the date up in a calendar: weekday, day or year is wrong.",
    "TIM513": "correct the time.",
    "TIM514": "look both dates up in a calendar: a date or a day of the week is wrong.",
    "IMP": "look for a lost decimal point, a wrong unit, or a change that was taken for a share.",
    "IMP604": "say what is left (\"to a sixth\"), or give the fall as a part of the old figure.",
    "IMP606": "write p < .001, or p itself.",
    "IMP61": "say that the two are level within the margin of error.",
    "STA": "compute the p-value again; say so if it is one-tailed or corrected for several tests.",
    "HED": "keep one hedge, or none.",
    "HED702": "round the figure, or drop the hedge.",
    "HED703": "take the hedge into the headline.",
    "USE": "write what is left as a fraction (\"a third of\", 减少了三分之二).",
    "USE702": "use the unit that goes with what was measured.",
    "XRF": "see which place is right, and correct the other.",
    "REF": "compare with the source that is named, and its year and definition.",
    "PLA": "check the scale word and the unit.",
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


def fix(code: str) -> str:
    """How to fix what a code reports."""
    return FIX[max((start for start in FIX if code.startswith(start)), key=len)]


def section(doc: RelationDoc, level: str = "#") -> str:
    """One code, in Markdown."""
    lines = [f"{level} {doc.code} {doc.name} ({doc.severity})", "", doc.doc.strip(), f"Fix: {fix(doc.code)}", ""]
    for title, examples in (("Bad", doc.bad), ("Good", doc.good)):
        if examples:
            lines += [f"{title}:", *(f"- {example}" for example in examples), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    import sys

    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(page())
