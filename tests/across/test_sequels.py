"""A step since the quarter before, in a sentence behind the one since the year before."""

from __future__ import annotations

from tests.across.examples import silent, slips

BEFORE = "The lender's net profit rose 5.1 per cent to Rs 206 crore in May, compared to Rs 196 crore a year ago. {}"

test_a_sequel_is_of_the_new_level = slips([
    ("On a sequential basis, its profit surged {} per cent from Rs 142 crore.", "45.1", "54.1", "CHG201"),
    ("On a sequential basis, the company's profit after tax surged {} per cent from Rs 142 crore.", "45.1", "25.1", "CHG201"),
    ("Quarter on quarter, it was up {}% from the Rs 142 crore of February.", "45.1", "54.1", "CHG201"),
    ("Profit surged {}% sequentially from Rs 142 crore.", "45.1", "25.1", "CHG201"),
    ("Compared with the previous quarter, profit rose {}% from Rs 201 crore.", "2.5", "25", "CHG201"),
], around=[BEFORE])

test_what_is_of_something_else_is_no_sequel = silent([BEFORE.format(text) for text in (
    "On a sequential basis, its revenue surged 54.1 per cent from Rs 142 crore.",
    "On a sequential basis, its profit surged 54.1 per cent.",
    "On a sequential basis, its profit surged 47.2 per cent from Rs 142 crore.",                   # near, and no slip
    "Its rival's profit surged 54.1% sequentially from Rs 142 crore.",
)])
