"""What a finding is known by from one run to the next: its code, its sentence and its figures, never its line."""

from __future__ import annotations

from ..values import Finding
from .model import Checked


def fingerprint(checked: Checked, finding: Finding) -> str:
    """Sixteen hexadecimal digits that stay the same when the text around the sentence changes."""
    from hashlib import sha256

    figures = [checked.text[start:end] for start, end in sorted({(finding.start, finding.end), *map(tuple, finding.spans)})]
    parts = (finding.code, checked.sentence_text(finding.start, finding.end), *(" ".join(figure.split()) for figure in figures))
    return sha256("\x1f".join(parts).casefold().encode("utf-8", "backslashreplace")).hexdigest()[:16]
