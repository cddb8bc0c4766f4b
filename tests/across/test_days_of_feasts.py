"""Means a day over holidays that are dated in a paragraph before."""

from __future__ import annotations

from .examples import silent, slips

DATED = "国庆中秋假期期间（10月1日至8日），全市景区日均开放12小时。\n\n据统计，国庆中秋假期期间，全市累计接待游客{}万人次，日均{}万人次。"

test_slips_are_told = slips([
    (DATED.format("{}", "182.3"), "1458.4", "1548.4", "SUM321"),
    (DATED.format("1458.4", "{}"), "182.3", "128.3", "SUM321"),
])

test_others_are_silent = silent([
    DATED.replace("据统计，国庆中秋", "据统计，春节").format("1548.4", "182.3"),           # other holidays
    DATED.format("1639.2", "182.3"),                                                   # no slip: the days may be others
])

test_whole_months_are_told = slips([
    ("4月，12319热线共受理来电{}件，日均{}件。".format("{}", "250"), "7500", "9600", "SUM321"),
    ("4月，12319热线共受理来电{}件，日均{}件。".format("7500", "{}"), "250", "350", "SUM321"),
])

test_parts_of_months_are_silent = silent([
    "4月，新开通的12319热线共受理来电7500件，日均350件。",                            # not all month
    "4月，图书馆共接待读者7500人，日均290人。",                                        # closed on some days
    "4月，12319热线共受理来电7500件，其中环保类日均35件。",                            # a part
])
