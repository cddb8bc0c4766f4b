"""JSON: one object a run, the same bytes for the same input.  Offsets are code points of the file's text, ends exclusive."""

from __future__ import annotations

import json
from hashlib import sha256

from ...typed import Any
from ...values import SEVERITIES, Claim, Finding, Quantity
from .. import Format
from ..fingerprint import fingerprint
from ..model import Checked, Context, Summary, claims_in_order, in_order
from ..tables import finite

SCHEMA_VERSION = "1.0"


class Report(Format):
    """Written piece by piece, so that a long run needs no more memory than a short one."""

    _first = True

    def begin(self) -> str:
        head = dumps(header(self.context))
        return f'{head[:-1]}, "files": ['

    def file(self, checked: Checked) -> str:
        comma, self._first = "" if self._first else ",", False
        return f"{comma}\n{dumps(file_object(checked, findings=self.context.what == 'findings'))}"

    def end(self, summary: Summary) -> str:
        return f'\n], "summary": {dumps(summary_object(summary))}}}\n'


def dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def header(context: Context) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factcheck", "version": context.version},
        "run": {"command": "claims" if context.what == "claims" else "check", **context.settings},
    }


def file_object(checked: Checked, *, findings: bool = True) -> dict[str, Any]:
    """One file with its claims and findings."""
    document = checked.report.document
    ordered = claims_in_order(checked.report.claims)
    numbers = {id(claim): f"c{n}" for n, claim in enumerate(ordered, 1)}
    value: dict[str, Any] = {
        "path": checked.path, "sha256": sha256(checked.raw).hexdigest(), "encoding": checked.encoding, "lang": document.lang,
        "date": document.date, "claims": [claim_object(checked, claim, numbers[id(claim)]) for claim in ordered],
    }
    if findings:
        value["findings"] = [finding_object(checked, finding) for finding in in_order(checked.report.findings)]
    return value


def finding_object(checked: Checked, finding: Finding) -> dict[str, Any]:
    reference = finding.reference
    return {
        "code": finding.code, "name": finding.name, "severity": finding.severity, "verdict": finding.verdict, "lang": finding.lang,
        "message": finding.message, **_where(checked, finding.start, finding.end),
        "spans": [{**_where(checked, *span), "text": checked.text[slice(*span)]} for span in sorted(finding.spans)],
        "stated": _range(finding.stated), "expected": _range(finding.expected), "unit": finding.unit,
        "derivation": list(finding.derivation),
        "slip": finding.slip, "suggestion": finding.suggestion, "fixes": [],
        "reference": {name: getattr(reference, name) for name in reference.__match_args__} if reference else None,
        "suppression": None, "fingerprint": fingerprint(checked, finding),
    }


def claim_object(checked: Checked, claim: Claim, number: str) -> dict[str, Any]:
    return {
        "id": number, "relation": claim.relation, "kind": claim.kind, "verdict": claim.verdict, **_where(checked, claim.start, claim.end),
        "text": claim.text,
        "subject": claim.subject, "entity": claim.entity, "period": claim.period, "mood": claim.mood, "lang": claim.lang,
        "rule": claim.rule, "reference_id": claim.reference_id, "factor_per_year": _range(claim.factor_per_year),
        "quantities": [{"role": role, **quantity_object(checked, quantity)} for role, quantity in claim.roles],
    }


def quantity_object(checked: Checked, quantity: Quantity) -> dict[str, Any]:
    return {
        "text": quantity.text, **_where(checked, quantity.start, quantity.end), "low": finite(quantity.low), "high": finite(quantity.high),
        "printed_low": finite(quantity.printed_low), "printed_high": finite(quantity.printed_high), "unit": quantity.unit,
        "per": quantity.per,
        "kind": quantity.kind, "hedge": quantity.hedge, "direction": quantity.direction,
    }


def summary_object(summary: Summary) -> dict[str, Any]:
    return {
        "files": summary.files, "failed": summary.failed, "figures": summary.figures, "claims": summary.claims,
        "findings": {severity: summary.findings[severity] for severity in reversed(SEVERITIES)},
        "verdicts": dict(sorted(summary.verdicts.items())),
        "codes": {code: count for code, (_, count) in sorted(summary.codes.items())},
    }


def _where(checked: Checked, start: int, end: int) -> dict[str, int]:
    line, column = checked.place.of(start)
    end_line, end_column = checked.place.of(end)
    return {"start": start, "end": end, "line": line, "column": column, "end_line": end_line, "end_column": end_column}


def _range(ends: tuple[float, float] | None) -> list[float | None] | None:
    """An open end is null: JSON has no infinity."""
    return None if ends is None else [finite(ends[0]), finite(ends[1])]
