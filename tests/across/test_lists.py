"""Lists of several lines, and men and women."""

from __future__ import annotations

from .examples import accused, silent

test_wrong = accused([
    ("The plan has four aims:\n\n- Speed\n- Safety\n  - at work\n- Price\n", "SUM303"),
    ("本方案坚持四项原则：\n（一）公开\n（二）公平\n（三）公正\n", "SUM303"),
    ("Budget:\n- Roads: $5.2m\n- Schools: $4.1m\n- Parks: $2.0m\n- Total: $13.1m\n", "SUM301"),
    ("支出：\n- 道路：520万元\n- 学校：410万元\n- 公园：200万元\n- 合计：1310万元\n", "SUM301"),
    ("The study followed 109 residents. There were 68 men and 14 women.", "SUM301"),
])

test_silent = silent([
    "In May 46% favoured the plan and 35% were opposed; in June 23% did not know.",
    "The plan has three aims:\n\n- Speed\n- Safety\n  - at work\n  - at home\n- Price\n",
    "本方案坚持三项原则：\n（一）公开\n（二）公平\n（三）公正\n",
    "It has at least four aims:\n\n- Speed\n- Safety\n- Price\n",
    "Some of the four aims are listed here, for example:\n\n- Speed\n- Safety\n- Price\n",
    "We went there in 2019 with 4 people:\n\n- Ann\n- Bob\n- Carl\n",
    "Budget:\n- Roads: $5.2m\n- Schools: $4.1m\n- Parks: $2.0m\n- Total: $11.3m\n",
    "Budget:\n- Roads: $5.2m\n- Schools: $4.1m\n- Parks: $2.0m\n- Total staff: 131\n",
    "The study followed 109 residents. There were 68 men and 41 women.",
    "The study followed 109 residents and 40 guests. Of the guests, 18 men and 12 women answered.",
])
