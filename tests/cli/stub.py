"""Reports made by hand, so that the tests of formats do not hang on what the engine finds."""

from __future__ import annotations

from factcheck.reports import make
from factcheck.reports.model import Checked, Context, Summary
from factcheck.reports.style import Style
from factcheck.values import Block, Claim, Document, Finding, Quantity, Reference, Report, Span


def finding(text: str, marked: str, *others: str, **more: object) -> Finding:
    """A finding on the first place where each figure stands."""
    start = text.index(marked)
    spans = tuple(Span(text.index(other), text.index(other) + len(other)) for other in (*others, marked))
    fields: dict[str, object] = {
        "code": "CHG201", "name": "change-mismatch", "severity": "error", "verdict": "inconsistent", "message": "The figures do not fit.",
        "derivation": ("(25 − 20) ÷ 20 = 25%",), "stated": (49.5, 50.5), "expected": (19.5, 30.5), "unit": "percent", **more,
    }
    return Finding(start=start, end=start + len(marked), spans=spans, **fields)  # type: ignore[arg-type]


def claim(text: str, part: str, *figures: tuple[str, str], **more: object) -> Claim:
    start = text.index(part)
    roles = []
    for role, figure in figures:
        at = text.index(figure)
        roles.append((role, Quantity(figure, at, at + len(figure), 19.5, 20.5, 20.0, 20.0, unit="USD")))
    return Claim(relation="change", start=start, end=start + len(part), text=part, roles=tuple(roles), **more)  # type: ignore[arg-type]


def checked(text: str, *findings: Finding, claims: tuple[Claim, ...] = (), path: str = "draft.md", lang: str = "en") -> Checked:
    document = Document(text, (Block("paragraph", 0, len(text)),), lang, "", path)
    return Checked(path, text, Report(document, (), claims, findings), text.encode("utf-8", "surrogatepass"))


def rendered(name: str, *files: Checked, style: Style | None = None, **context: object) -> str:
    """The whole report in a format."""
    report = make(name, Context("0", **context), style or Style())  # type: ignore[arg-type]
    summary = Summary()
    out = report.begin()
    for file in files:
        summary.add(file)
        out += report.file(file)
    return out + report.end(summary)


REFERENCE = Reference("compute.dl", "Sevilla et al. 2022", "Epoch", "https://example.org/compute", "2012..2022")
