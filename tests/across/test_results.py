"""Majorities, and runs and points that matches were won by, against what both sides have."""

from __future__ import annotations

from .examples import silent, slips

COUNTED = "The result came at 2.15am: Marsh (Lab) 14,320, Pell (C) 12,980, Ide (LD) 3,410."

test_majorities = slips([
    (COUNTED + " Mr Marsh holds the seat with a majority of {} on a turnout of 58 per cent.", "1,340", "1,430", "CHG202"),
    (COUNTED + " Labour held the seat with a majority of {}.", "1,340", "2,340", "CHG202"),
    ("Marsh (Lab) 14,320; Pell (Con) 12,980; Ide (LD) 3,410. Lab majority {}.", "1,340", "1,430", "CHG202"),
    ("Marsh (Lab) 14,320; Pell (Con) 12,980; Ide (LD) 3,410. Majority: {} (4.2%).", "1,340", "1,430", "CHG202"),
    ("Labour's Ann Marsh won with 14,320 votes. The Conservative, Tom Pell, came second with 12,980, leaving her a majority of {}.",
     "1,340", "2,340", "CHG202"),
])

test_matches = slips([
    ("Kent, put in, made 241 for eight from 50 overs. In reply Essex were 40 for three and all out for 212, so Kent won by {} runs.", "29", "39", "CHG202"),
    ("Kent scored 241 for eight. Essex were bowled out for 212 and lost by {} runs.", "29", "19", "CHG202"),
    ("Kent posted 164-7 in 20 overs before restricting Essex to 151-8 to win by {} runs.", "13", "23", "CHG202"),
    ("Surrey posted 180 for 5; in reply Sussex mustered 165 for 9, losing by {} runs.", "15", "25", "CHG202"),
    ("Leeds beat Hull 27-19 to win by {} points.", "eight", "18", "CHG202"),
])

test_what_is_of_something_else = silent([
    "Marsh (Lab) 14,320; Pell (Con) 12,980. In 2010 Labour had a majority of 5,210.",
    "Marsh (Lab) 14,320; Pell (Con) 12,980. Labour's majority of 5,210 was cut to 1,340.",
    "Marsh (Lab) 14,320, Pell (C) 12,980. In the next ward Ide had a majority of 210.",
    "Marsh (Lab) 14,320, Pell (C) 12,980. At Leith Ide had a majority of 210.",
    "She defends a majority of 5,210. Marsh polled 14,320 votes and Pell 12,980.",
    "In York, Marsh (Lab) took 14,320 votes and in Hull, Pell (C) took 12,980, a combined majority of 3,200 for the coalition.",
    "Kent made 241 and 188. Essex were all out for 212 and 150 and lost by 67 runs.",
    "Kent made 241 for eight. Rain came, and Essex, set a revised target of 190, were all out for 170 to lose by 19 runs.",
    "Kent made 441 for eight declared. Essex were all out for 112 and 180, Kent winning by an innings and 149 runs.",
    "Leeds led 14-10 at the break and won by 12 points.",
    "Leeds won the series 14-10, the last match by three points.",
    "Leeds won 27-19, having beaten them by 12 points in May.",
])
