"""The report for people: every finding with its line, the figures underlined, the arithmetic, and what it means."""

from __future__ import annotations

from ...values import Finding, Reference
from .. import Format, excerpt
from ..model import Checked, Summary, claims_in_order, in_order
from ..style import columns, fit, pad, printable, wrap
from ..wording import WORDS, summary_line
from . import concise

_COLUMNS = ("text", "interval", "unit", "hedge", "kind", "subject", "verdict")
_WIDEST = (12, 44, 30, 16, 12, 20, 24, 24)      # of the place and the columns


class Report(Format):
    """Findings with their derivation, or a table of claims."""

    is_brief = True

    def file(self, checked: Checked) -> str:
        return self._claims(checked) if self.context.what == "claims" else self._findings(checked)

    def end(self, summary: Summary) -> str:
        text = concise.statistics(summary) if self.context.statistics else ""
        return text if self.context.quiet else f"{text}{summary_line(summary, self.context, self.style)}\n"

    def _findings(self, checked: Checked) -> str:
        if not checked.report.findings:
            return ""
        out = [self.style.paint(printable(checked.path), "path")]
        where = {id(f): "{}:{}".format(*checked.place.of(f.start)) for f in checked.report.findings}
        wide = max(map(len, where.values()))
        bar, corner = self.style.sign("│"), self.style.sign("╰")
        for finding in in_order(checked.report.findings):
            severity = self.style.paint(f"{finding.severity:7}", finding.severity)
            out.append(f"  {where[id(finding)]:{wide}} {severity} {finding.code} {finding.name}")
            out += self._excerpt(checked, finding, bar)
            for line in finding.derivation:
                out += self._wrapped(f"     {bar}   ", f"     {bar}     ", line)
            if finding.reference is not None:
                out.append(f"     {bar}   {self._source(finding.reference, checked)}")
            message = finding.message
            if finding.suggestion and finding.suggestion not in message:
                message += f" [{finding.suggestion}]"
            out += self._wrapped(f"     {corner} ", "       ", message)
        return "\n".join(out) + "\n"

    def _excerpt(self, checked: Checked, finding: Finding, bar: str) -> list[str]:
        shown = excerpt.lines(checked, finding, self.style, self.style.width - 8)
        out = []
        for line in shown:
            number = f"{line.number:>4} " if len(shown) > 1 else " " * 5
            out.append(f"{self.style.paint(number, 'dim')}{bar} {line.shown}")
            if line.marks:
                out.append(f"     {bar} {self.style.paint(line.marks, finding.severity)}")
        return out

    def _wrapped(self, first: str, then: str, text: str) -> list[str]:
        """Text in lines that fit the terminal; where there is none, whoever reads breaks lines as they like."""
        text = printable(text)
        if not self.style.tty:
            return [first + text]
        lines = wrap(text, max(self.style.width - columns(then), 20))
        return [(then if number else first) + line for number, line in enumerate(lines)]

    def _source(self, reference: Reference, checked: Checked) -> str:
        lang = self.context.lang({checked.report.document.lang: 1})
        read = WORDS[lang]["retrieved"].format(day=reference.retrieved) if reference.retrieved else ""
        told = [reference.source, reference.publisher, reference.period, reference.url, read]
        return f"{WORDS[lang]['source']}{WORDS[lang][':']}{printable(' · '.join(dict.fromkeys(filter(None, told))))}"

    def _claims(self, checked: Checked) -> str:
        if not checked.report.claims:
            return ""
        from ..tables import bounds_text

        def row(start: int, text: str, *cells: str) -> tuple[str, ...]:
            return ("{}:{}".format(*checked.place.of(start)), printable(" ".join(text.split())), *map(printable, cells))

        rows: list[tuple[str, ...]] = [("", *_COLUMNS)]
        for claim in claims_in_order(checked.report.claims):
            subject = " ".join(filter(None, (claim.subject, claim.period if claim.relation != "date" else "")))
            hedge = claim.quantities[0].hedge if len(claim.quantities) == 1 else ""
            rows.append(row(claim.start, claim.text, *bounds_text(claim), hedge, claim.relation or claim.kind, subject, claim.verdict))
            if claim.relation:
                rows += [row(q.start, q.text, *bounds_text(q), q.hedge, f"  {role}", "", "") for role, q in claim.roles]
        widths = [min(max(map(columns, cells)), widest) for cells, widest in zip(zip(*rows, strict=True), _WIDEST, strict=True)]
        lines = ["  ".join(pad(fit(cell, wide), wide) for cell, wide in zip(cells, widths, strict=True)).rstrip() for cells in rows]
        head = [self.style.paint(printable(checked.path), "path"), f"  {self.style.paint(lines[0], 'dim')}"]
        return "\n".join((*head, *(f"  {line}" for line in lines[1:]))) + "\n"
