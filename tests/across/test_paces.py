"""A multiple in some time and a rate: in one sentence or two, whatever their order."""

from __future__ import annotations

from .examples import silent, slips

test_paces = slips([
    ("The load has doubled every ten months. That works out at growth of about {}% a year.", "130", "310", "GRW101"),
    ("Lamps have halved in price every four years. At that rate one falls by about {}% each year.", "16", "61", "GRW101"),
    ("The colony is growing at 5% a year. Left alone, it would double in about {} years.", "14", "41", "GRW101"),
    ("A 7% annual return doubles your money in roughly {} years.", "10", "20", "GRW101"),
    ("The town has tripled since 1950, an average rate of 1.6% a year over {} years.", "69", "96", "GRW101"),
    ("With costs falling by half every three years, the annual decline is about {}%.", "21", "12", "GRW101"),
    ("Waste must halve in ten years. That requires cuts of about {}% a year.", "7", "17", "GRW101"),
    ("The load has been doubling every 18 months, a {}% annual growth rate.", "59", "95", "GRW101"),
    ("A mill made 310 MW in 2012. By 2020 it had reached 1,480 MW, an average annual growth of {}%.", "21.6", "26.1", "GRW101"),
])

test_silent = silent([
    "Output has doubled in ten years, and prices now rise 12% a year.",
    "The town doubled in size in 20 years. It now grows 1% a year.",
    "Wages doubled in ten years while rents rose 17% a year.",
    "The deposit pays 3% a year, and the fee was doubled in two months.",
    "Debt halved in five years. At that rate of interest, 12% a year, it had to.",
    "The price has doubled in 12 months, after rising 5% a year for a decade.",
    "The herd is growing 3% a year, twice the rate of 10 years ago.",
])
