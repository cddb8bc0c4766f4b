"""A rate that is so many points faster than another one, told before it by its name."""

from __future__ import annotations

from factcheck import check_text

from .examples import silent, slips

TOLD = [                                  # what is right of the points, and what is not
    ("Cider sales rose 6.2% last year. Sales of perry rose 9.7%, {} percentage points faster than sales of cider.", "3.5", "5.3", "CHG203"),
    ("Cider sales rose 6.2% last year. Sales of perry rose 9.7%, outpacing cider sales by {} percentage points.", "3.5", "2.5", "CHG203"),
    ("The port was busy. Rents rose 7.4% in the county. Rents on the quay rose 5.1%, {} points less than those in the county.",
     "2.3", "3.2", "CHG203"),
    ("全县投资增长6.2%。其中，民间投资增长9.7%，增速比全县投资快{}个百分点。", "3.5", "5.3", "CHG203"),
    ("渔业产值为420亿元，同比增长4.6%。其中，养殖业产值260亿元，增长7.1%，快于全部渔业{}个百分点。", "2.5", "5.2", "CHG203"),
    ("全市零售總額增長4.6%。限額以上單位零售額增長3.1%，增速低於全市{}個百分點。", "1.5", "5.1", "CHG203"),
    ("去年，两地货物贸易额达到868.7亿元，同比增长25.9%。茶叶贸易额34亿元，增长30.7%，比双边贸易增幅高{}个百分点。", "4.8", "8.4", "CHG203"),
]

test_points_between_two_rates = slips(TOLD, reads=("across.faster",))

test_other_points_are_no_matter = silent([
    "Cider sales rose 6.2% last year. Sales of perry rose 9.7%, 5.3 percentage points faster than in the year before.",
    "Cider sales rose 6.2% and beer sales 8.1%. Sales of perry rose 9.7%, 5.3 percentage points faster than those of gin.",
    "Cider sales fell 6.2%. Sales of perry rose 9.7%, 15.9 points more than cider sales.",
    "上半年出口增长4.6%，进口增长7.1%，增速比上年同期快3.2个百分点。",
    "全市投资增长4.6%，比上月提高0.4个百分点。工业投资增长7.1%，比计划目标高1.1个百分点。",
    "全市工业增长4.6%，全省工业增长6.1%。高新企业增长7.1%，增速高于全国3.5个百分点。",
    "出口环比增长4.6%。进口同比增长7.1%，比出口快1.9个百分点。",
])


def test_the_points_are_marked() -> None:
    for text, _, wrong, _ in TOLD:
        (finding,) = check_text(text.format(wrong)).findings
        assert finding.claim is not None
        points = finding.claim.role("points")
        assert points is not None
        assert finding.start == text.index("{")
        assert text.format(wrong)[finding.start : finding.end] == points.text
