"""Scores and leads."""

from __future__ import annotations

from .examples import silent, slips

test_slips_are_told = slips([
    ("半场结束时，主队以52比38领先{}分。", "14", "24", "CHG202"),
    ("首節客隊以16-31落後{}分。", "15", "25", "CHG202"),
    ("第三节主队一度以80：61的比分领先对手{}分。", "19", "9", "CHG202"),
])

test_others_are_silent = silent([
    "主队2-1取胜，领先第二名3分。",                     # of a table
    "主队2-1领先3分。",                                 # few points
    "主队以52比38领先，末节又扩大到24分。",             # later
    "比赛打到52比38，领先24分钟后被追平。",             # minutes
])
