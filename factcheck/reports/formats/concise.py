"""One line a finding: what editors and grep read."""

from __future__ import annotations

from .. import Format
from ..model import Checked, Summary, in_order
from ..style import printable
from ..wording import summary_line


class Report(Format):
    """``path:line:column: severity CODE message``."""

    kinds = ("findings",)
    is_brief = True

    def file(self, checked: Checked) -> str:
        path = self.style.paint(printable(checked.path), "path")
        out = []
        for finding in in_order(checked.report.findings):
            line, column = checked.place.of(finding.start)
            severity = self.style.paint(finding.severity, finding.severity)
            out.append(f"{path}:{line}:{column}: {severity} {finding.code} {printable(finding.message)}\n")
        return "".join(out)

    def end(self, summary: Summary) -> str:
        text = statistics(summary) if self.context.statistics else ""
        return text if self.context.quiet else f"{text}{summary_line(summary, self.context, self.style)}\n"


def statistics(summary: Summary) -> str:
    """The number of findings of each code, the most frequent first."""
    rows = sorted(summary.codes.items(), key=lambda item: (-item[1][1], item[0]))
    return "".join(f"{count:>6}  {code}  {name}\n" for code, (name, count) in rows)
