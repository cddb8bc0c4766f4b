"""Same: one quantity, given twice."""

from __future__ import annotations

from ._base import Case, Figures, Relation


class Same(Relation):
    """One quantity is given twice, with different figures.

    Why: headline and body, text and table, or two paragraphs of one article were written from different versions.
    Silent: when the two may be the same figure rounded, or when subject, period or scope may differ. Neither place is blamed.
    Bad: The storm left 1,507 homes without power. By Friday all 1,057 homes had power again.
    Good: The storm left 1,507 homes without power. By Friday all 1,507 homes had power again.
    Bad: 大火烧毁房屋1507间。目前这1057间房屋已开始重建。
    Good: 大火烧毁房屋1507间。目前这1507间房屋已开始重建。
    """

    relation = "same"
    code = "XRF801"
    name = "same-figure-differs"
    severity = "warning"
    roles = ("a", "b")
    target = "b"
    alike = (("a", "b"),)
    counts = ("a", "b")
    solve = {"b": lambda v: v["a"], "a": lambda v: v["b"]}
    message = {
        "en": "{a} and {b} are given for the same thing.",
        "zh": "同一事物既写作{a}，又写作{b}。",
    }

    def cases(self, f: Figures) -> tuple[Case, ...]:
        return (Case(self.solve["b"], "{a}"),)
