"""A level in one sentence, and what the next says of it."""

from __future__ import annotations

from .examples import silent, slips

test_both = slips([
    ("Takings were $46.0 million. That compares with $40.0 million a year earlier, an increase of {}%.", "15", "51", "CHG201"),
    ("The tour drew 120,000 guests. This was an increase of {}% on the 100,000 of 2011.", "20", "45", "CHG201"),
    ("The tour drew 120,000 guests. That is {}% more than the 100,000 of 2011.", "20", "45", "CHG201"),
    ("The stock closed at 312p. That was a gain of {}p, or 4%, on the day.", "12", "21", "CHG205"),
    ("In 2010 the county had 400 farms. By 2020 the number had fallen to 300, a drop of {}%.", "25", "35", "CHG201"),
    ("Last year the fair drew 80,000 people. This year it drew 92,000, an increase of {}%.", "15", "51", "CHG201"),
    ("It has 5,200 staff. Some 3,400 work at home and the remaining {} abroad.", "1,800", "2,800", "SUM301"),
    ("Exports were $30.2 billion in May. Imports were $42.5 billion, leaving a deficit of ${} billion.", "12.3", "21.3", "CHG202"),
    ("The poll asked 1,200 adults. Of these, 480 (40%) said yes. Some {} of them, or 10%, left.", "48", "48", ""),
    ("The poll asked 1,200 adults. Some 480 of them, or {}%, said yes.", "40", "54", "SHR311"),
    ("Kelp was worth $18.0 billion in 2019. By 2026, it is forecast to hit $38.6 billion, growing at a CAGR of {}%.", "11.5", "15.1", "GRW101"),
])

test_silent = silent([
    "Takings were $46.0 million. Its rival made $40.0 million, an increase of 51%.",
    "Takings were $46.0 million. That compares with a staff of 40, an increase of 51%.",
    "Takings were $46.0 million from $38.0 million. That compares with $40.0 million in Hull, an increase of 51%.",
    "In 2010 the county had 400 farms. By 2020 the number of shops had fallen to 300, a drop of 35% from 2015.",
    "Last year the fair drew 80,000 people. This year 92,000 cars came, an increase of 51% since 2001.",
    "Takings were $46.0 million. That was 4% above forecast and compares with $40.0 million a year earlier.",
    "In 2003 the firm sold 40,000 cars. In 2004 the group as a whole sold 46,000, an increase of 5%.",
    "Wages were $18.0 million, or 12% of sales, compared to $15.0 million, or 11% of sales, an increase of 20%.",
    "It has 5,200 staff. Some 3,400 work at home and another 2,800 are on call.",
    "It has 5,200 staff. Some 3,400 shops are at home and the remaining 9,800 abroad.",
    "The stock closed at 312p. That was a gain of 3p, or 4%, for holders who bought in May at 75p.",
    "The poll asked 1,200 adults. Some 480 of the women, or 44%, said yes.",
    "Exports were $30.2 billion in May. Tourism was $42.5 billion, leaving a deficit of $21.3 billion.",
])
