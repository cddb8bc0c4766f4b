"""Levels without their currency beside a step in its coins, and steps of exchange rates."""

from __future__ import annotations

from tests.across.examples import accused

test_a_step_in_coins = accused([
    ("The rupee fell 25 paise to 80.40 against the dollar from 80.15.", ""),                       # more rupees, and so it is worth less
    ("The rupee fell 52 paise to 80.40 against the dollar from 80.15.", "CHG202"),
    ("The rupee rose 25 paise to 80.15 against the dollar, from its previous close of 80.40.", ""),
    ("The rupee fell by 25 paise to Rs 80.40 from Rs 80.15.", ""),
    ("The rupee fell by 52 paise to Rs 80.40 from Rs 80.15.", "CHG202"),
    ("Diesel rose 25 paise to 80.40 from 80.15.", ""),
    ("Diesel rose 52 paise to 80.40 from 80.15.", "CHG202"),
    ("The share rose 2.5 cents to 80.40 from 77.90.", ""),                                         # all of them in cents
    ("The share rose 3.1 cents to 80.40 from 72.00.", ""),                                         # no slip
    ("The rupee gained 42 paise, or 0.44 per cent, to 80.40.", ""),
])
