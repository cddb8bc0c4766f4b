"""Findings and claims as rows: what the CSV report and the data frames have in common.  Columns are only ever appended."""

from __future__ import annotations

import math

from ..typed import TYPE_CHECKING, Any
from ..values import TYPED_OUT, Claim, Finding, Quantity, Report
from .fingerprint import fingerprint
from .model import Checked, claims_in_order, in_order

if TYPE_CHECKING:
    import pandas as pd

PLACE = ("file", "line", "column", "end_line", "end_column")
FINDINGS = (
    *PLACE, "code", "name", "severity", "verdict", "lang", "sentence", "stated_text", "stated_low", "stated_high", "unit", "subject",
    "entity", "period", "expected_low", "expected_high", "difference", "relative_difference", "derivation", "operands", "likely_slip",
    "suggestion", "reference_id", "reference_source", "reference_url", "message", "suppressed", "suppress_reason", "baseline_state",
    "fingerprint", "reference_publisher", "reference_period", "reference_retrieved",
)
CLAIMS = (
    *PLACE, "claim_id", "kind", "relation", "text", "low", "high", "unit", "per", "hedge", "direction", "subject", "entity", "period",
    "mood", "verdict", "reference_id", "sentence",
)
NUMBERS = frozenset({"stated_low", "stated_high", "expected_low", "expected_high", "difference", "relative_difference", "low", "high"})
COUNTS = frozenset({"line", "column", "end_line", "end_column"})

Row = dict[str, Any]


def finding_rows(checked: Checked) -> list[Row]:
    """One row a finding, keyed by FINDINGS; open ends and what is unknown are None or ""."""
    return [_finding_row(checked, finding) for finding in in_order(checked.report.findings)]


def claim_rows(checked: Checked) -> list[Row]:
    """One row a claim, keyed by CLAIMS."""
    return [_claim_row(checked, number, claim) for number, claim in enumerate(claims_in_order(checked.report.claims), 1)]


def frame(report: Report, what: str = "findings") -> pd.DataFrame:
    """A data frame of a report's ``findings`` or ``claims`` with the columns of the CSV report."""
    import pandas as pd

    if what not in {"findings", "claims"}:
        raise ValueError(f"to_frame: 'findings' or 'claims', not {what!r}")
    checked = Checked(report.document.path, report.document.text, report)
    rows, names = (finding_rows(checked), FINDINGS) if what == "findings" else (claim_rows(checked), CLAIMS)
    kinds = {**dict.fromkeys(names, "str"), **dict.fromkeys(NUMBERS & set(names), "float64"), **dict.fromkeys(COUNTS, "int64")}
    if "suppressed" in kinds:
        kinds["suppressed"] = "bool"
    return pd.DataFrame(rows, columns=list(names)).astype(kinds)


def _finding_row(checked: Checked, finding: Finding) -> Row:
    claim, reference = finding.claim, finding.reference
    stated, expected = finding.stated or (None, None), finding.expected or (None, None)
    difference, relative = _difference(finding.stated, finding.expected)
    marked = (finding.start, finding.end)
    return dict(zip(FINDINGS, (
        *_place(checked, *marked), finding.code, finding.name, finding.severity, finding.verdict, finding.lang,
        checked.sentence_text(*marked), _words(checked.text[slice(*marked)]), finite(stated[0]), finite(stated[1]), finding.unit,
        claim.subject if claim else "", claim.entity if claim else "", claim.period if claim else "",
        finite(expected[0]), finite(expected[1]), difference, relative, " | ".join(finding.derivation),
        " | ".join(_words(checked.text[slice(*span)]) for span in sorted(set(finding.spans)) if tuple(span) != marked),
        finding.slip, finding.suggestion, reference.id if reference else "", reference.source if reference else "",
        reference.url if reference else "", finding.message, False, "", "", fingerprint(checked, finding),
        *((reference.publisher, reference.period, reference.retrieved) if reference else ("", "", "")),
    ), strict=True))


def _claim_row(checked: Checked, number: int, claim: Claim) -> Row:
    single = claim.quantities[0] if len(claim.quantities) == 1 else None
    low, high, unit, per = claim_bounds(claim)
    return dict(zip(CLAIMS, (
        *_place(checked, claim.start, claim.end), f"c{number}", claim.kind, claim.relation, _words(claim.text), finite(low), finite(high),
        unit, per, single.hedge if single else "", single.direction if single else claim.options.get("direction", ""),
        claim.subject, claim.entity, claim.period, claim.mood, claim.verdict, claim.reference_id,
        checked.sentence_text(claim.start, claim.end),
    ), strict=True))


def claim_bounds(claim: Claim) -> tuple[float | None, float | None, str, str]:
    """What a claim comes to: low, high, unit, per.  Growth is a factor a year; several figures in roles have no single value."""
    if claim.factor_per_year is not None:
        return (*claim.factor_per_year, "x", "year")
    if len(claim.quantities) == 1:
        quantity = claim.quantities[0]
        return quantity.low, quantity.high, quantity.unit, quantity.per
    return None, None, "", ""


def bounds_text(item: Claim | Quantity) -> tuple[str, str]:
    """The same for people, of a claim or of one figure: "8 … 16" and "x/year"; of a date the day, of what is no amount nothing."""
    if isinstance(item, Claim) and item.relation == "date":
        return item.period, ""
    if isinstance(item, Quantity) and item.kind in TYPED_OUT:
        return "", ""
    low, high, unit, per = (item.low, item.high, item.unit, item.per) if isinstance(item, Quantity) else claim_bounds(item)
    if low is None or high is None:
        return "", ""
    return f"{number(low)} … {number(high)}" if low != high else number(low), "/".join(filter(None, (unit, per)))


def number(value: float) -> str:
    """A number as short as its value allows, never with an exponent a reader has to decipher below a thousand billion."""
    if math.isinf(value):
        return "∞" if value > 0 else "-∞"
    if abs(value) < 1e15 and value == int(value):
        return f"{int(value):,}"
    if 1e6 <= abs(value) < 1e15:
        return f"{value:,.2f}"
    return f"{value:,.6g}" if 1e-4 <= abs(value) < 1e6 else f"{value:.6g}"


def _place(checked: Checked, start: int, end: int) -> tuple[str, int, int, int, int]:
    return (checked.path, *checked.place.of(start), *checked.place.of(end))


def _difference(stated: tuple[float, float] | None, expected: tuple[float, float] | None) -> tuple[float | None, float | None]:
    """How far the middle of what is stated lies from the middle of what follows from the rest, also as a share of the latter."""
    if not stated or not expected or not all(map(math.isfinite, (*stated, *expected))):
        return None, None
    middle = sum(expected) / 2
    # Twelve digits: binary fractions must not print as 0.6000000000000005.
    difference = float(f"{sum(stated) / 2 - middle:.12g}")
    return difference, float(f"{difference / abs(middle):.12g}") if middle else None


def finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _words(text: str) -> str:
    return " ".join(text.split())
