"""A claim held against the table: the match becomes the claim's verdict and, where the table contradicts or dates it, a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import replace
from ..interval import Interval
from ..values import Claim, Finding, Span
from .growth import lookup_growth
from .table import Table

if TYPE_CHECKING:
    from ..values import Document
    from .match import ReferenceMatch

NAMES = {"REF801": "reference-contradicted", "REF802": "reference-outdated"}
_TABLES: dict[tuple[tuple[str, ...], bool], Table] = {}


def table(paths: tuple[str, ...], use_cache: bool) -> Table:
    """The table of these paths and the shipped one, opened once a process."""
    key = (paths, use_cache)
    if key not in _TABLES:
        _TABLES[key] = Table(paths, use_cache)
    return _TABLES[key]


def growth(claim: Claim, document: Document, sentence: tuple[int, int], reference: Table, message_lang: str) -> tuple[Claim, Finding | None]:
    """The claim with its verdict of the table, and the finding if there is one.  A claim at odds with itself is left alone."""
    if claim.factor_per_year is None or claim.verdict in ("inconsistent", "ambiguous"):
        return claim, None
    start, end = sentence
    at = (claim.start - start, claim.end - start)
    match = lookup_growth(document.text[start:end], claim.lang, Interval(*claim.factor_per_year), claim.period, document.date, reference, at, claim.mood)
    if match is None:
        return claim, None
    if match.verdict in ("supported", "contradicted", "outdated") and match.row is not None:
        claim = replace(claim, verdict=match.verdict, reference_id=match.row.id)
    return claim, finding(match, claim, message_lang)


def finding(match: ReferenceMatch, claim: Claim, message_lang: str) -> Finding | None:
    """What is reported of a match; None for what is supported or not resolved."""
    if not match.code or not match.severity:
        return None
    figures = [q for q in claim.quantities if not q.hidden] or list(claim.quantities)
    fits = (match.fits.low, match.fits.high)
    return Finding(
        match.code, NAMES.get(match.code, "reference"), match.severity, match.verdict, claim.start, claim.end, tuple(Span(q.start, q.end) for q in figures),
        match.message(message_lang), match.derivation(message_lang), claim.factor_per_year, fits, "", match.slip, match.suggestion, match.row, claim,
        claim.lang,
    )
