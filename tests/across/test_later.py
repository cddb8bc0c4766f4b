"""A step in one sentence, its levels in a later one."""

from __future__ import annotations

from .examples import silent, slips

test_both = slips([
    (("The mill told of a {} percent increase in operating profit for the quarter.\n\nOperating profit rose to $46.2 million from "
     "$40.3 million a year before."), "15", "51", "CHG201"),
    (("Starts fell {} percent from the month before, dropping to a pace of 1.26 million units. This was down from the revised June "
     "estimate of 1.32 million units."), "4.5", "5.4", "CHG201"),
    (("Permits dropped by 4.5 percent, slipping to a rate of 1.26 million units in July. June's figure was revised to a pace of {} million "
     "units."), "1.32", "13.2", "CHG201"),
    (("Net income fell {} percent to $39 million, or 46 cents a share. Analysts saw 34 cents a share.\n\nIn the year-ago period, the "
     "company reported net income of $297 million, or $4.61 a share."), "87", "78", "CHG201"),
    (("The retailer said quarterly earnings rose {} percent as it cut costs. The chain said net income rose to $236 million, or $1.08 a "
     "share, from $207 million, or 90 cents, last year."), "14", "41", "CHG201"),
    (("The maker reported a {} percent jump in profit. Earnings were $254 million, or 74 cents a share, compared with $225 million, or 66 "
     "cents a share, a year earlier."), "13", "31", "CHG201"),
    (("Solar generation rose {}%. In the 48 states, solar generation rose from 912 terawatt hours in 2019 to 1,049 "
     "terawatt hours in 2020."), "15", "51", "CHG201"),
])

test_silent = silent([
    # another thing, a part of it, another time
    "The mill told of a 51 percent increase in operating profit.\n\nSales rose to $46.2 million from $40.3 million.",
    ("The mill told of a 51 percent increase in operating profit.\n\nIn its paper unit, operating profit rose to $46.2 million from "
    "$40.3 million."),
    "Profit is expected to fall below 51 pct of sales. Profit rose to $46.2 million from $40.3 million.",
    "The bank's total rose 5.3 pct to 81.5 billion marks. Home loans' share in the bank's total rose to 46 pct from 45.",
    "The maker reported a 31 percent jump in operating profit. Net income was $254 million, compared with $225 million a year earlier.",
    # of the year, and of its last quarter
    "The bank said profit rose 14 percent for the year. In the fourth quarter, profit rose to $236 million from $167 million.",
    "Profit rose 51 percent in 1986. Net income in the first half was $105 million, compared with $91 million.",
    "Earnings per share rose 41 percent. Net income rose to $236 million from $207 million.",
    # the step has its base beside it, or the figures are too far from any slip
    "Net income fell 78 percent to $39 million from $177 million. In the year-ago period, net income of its rival was $297 million.",
    "Starts fell 9 percent to a pace of 1.26 million. This was down from the 1.32 million of June.",
    "The mill told of a 30 percent increase in operating profit.\n\nOperating profit rose to $46.2 million from $40.3 million.",
])
