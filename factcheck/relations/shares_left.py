"""The share of those that are left of a whole when some are taken away: 12 of 300 failed, a pass rate of 96 percent."""

from __future__ import annotations

from ..interval import Interval
from ._base import Figures, Reading, Relation, Values


def _left(v: Values) -> Interval:
    return v["rest"].over(v["whole"]).times(-100).plus(100)


class ShareLeft(Relation):
    """A stated share is not that of those who are left of the whole.

    Why: where 12 of 300 samples fail, 288 pass, or 96 percent.
    Silent: when any rounding explains the gap, and when those who are neither may be some.
    Bad: Of 300 samples tested, 12 failed, a pass rate of 69%.
    Good: Of 300 samples tested, 12 failed, a pass rate of 96%.
    Bad: 共抽检样品300个，其中不合格样品12个，合格率为69%。
    Good: 共抽检样品300个，其中不合格样品12个，合格率为96%。
    """

    relation = "share"
    code = "SHR322"
    name = "share-left-mismatch"
    roles = ("rest", "whole", "percent")
    target = "percent"
    above = 0.0
    alike = (("rest", "whole"),)
    counts = ("rest", "whole")
    solve = {
        "percent": _left,
        "rest": lambda v: v["whole"].times(v["percent"].over(-100).plus(1)),
        "whole": lambda v: v["rest"].over(v["percent"].over(-100).plus(1)),
    }
    working = {
        "percent": "100% − {rest} ÷ {whole}", "rest": "{whole} × (100% − {percent})", "whole": "{rest} ÷ (100% − {percent})",
    }
    message = {
        "en": "{whole} less {rest}, {percent}: these do not fit, {stated} should be {expected}.",
        "zh": "{whole}除去{rest}，与{percent}对不上：{stated}应为{expected}。",
    }

    def applies(self, f: Figures) -> bool:
        """One such number; where those who are left are counted, too, it is their share that is told."""
        return super().applies(f) and "part" not in f.keys and len(f.all("rest")) == 1

    def prepare(self, values: Values, f: Figures, reading: Reading) -> None:
        if values["whole"].low <= 0 or values["rest"].high >= values["whole"].high:
            raise ValueError("nothing is left")
