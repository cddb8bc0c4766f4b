"""JSON lines: one object a finding or claim, for pipes."""

from __future__ import annotations

from .. import Format
from ..model import Checked, claims_in_order, in_order
from .json import claim_object, dumps, finding_object


class Report(Format):
    """Each line stands alone: it names its file."""

    is_brief = True

    def file(self, checked: Checked) -> str:
        if self.context.what == "claims":
            objects = [claim_object(checked, c, f"c{n}") for n, c in enumerate(claims_in_order(checked.report.claims), 1)]
        else:
            objects = [finding_object(checked, f) for f in in_order(checked.report.findings)]
        return "".join(f"{dumps({'path': checked.path, **value})}\n" for value in objects)
