"""Sums printed with signs, in both languages."""

from __future__ import annotations

from .examples import silent, slips

test_slips_are_told = slips([
    ("三趟车费：128+46+90={}元。", "264", "364", "SUM301"),
    ("三趟車費合計128元+46元+90元={}元。", "264", "246", "SUM301"),
    ("The three fares came to 128 + 46 + 90 = {} dollars.", "264", "364", "SUM301"),
    ("The bill: $12.50 + $4.25 = ${}.", "16.75", "17.65", "SUM301"),
])

test_others_are_silent = silent([
    "他在黑板上写下2+2=5，台下大笑。",                   # no unit
    "学制为3+4=8模式。",
    "两人的费用是2×(128+46)=348元。",                   # of a product
    "费用为128+46-20=154元。",                          # a difference besides
    "2×128+46=302元。",
])
