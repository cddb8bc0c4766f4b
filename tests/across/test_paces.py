"""A multiple in some time and a rate, two years and what lies between: in one sentence or two, whatever their order."""

from __future__ import annotations

import pytest

from .test_parts import codes

PACES = [
    ("The load has doubled every ten months. That works out at growth of about {}% a year.", "130", "310"),
    ("Lamps have halved in price every four years. At that rate one falls by about {}% each year.", "16", "61"),
    ("The colony is growing at 5% a year. Left alone, it would double in about {} years.", "14", "41"),
    ("A 7% annual return doubles your money in roughly {} years.", "10", "20"),
    ("The town has tripled since 1950, an average rate of 1.6% a year over {} years.", "69", "96"),
    ("With costs falling by half every three years, the annual decline is about {}%.", "21", "12"),
    ("Waste must halve in ten years. That requires cuts of about {}% a year.", "7", "17"),
    ("The load has been doubling every 18 months, a {}% annual growth rate.", "59", "95"),
    ("A mill made 310 MW in 2012. By 2020 it had reached 1,480 MW, an average annual growth of {}%.", "21.6", "26.1"),
]
SPANS = [
    ("Born in 1931, she wrote her first opera in 1958, when she was {}.", "27", "37"),
    ("The mill opened in 1937. Now, {} years later, in 2025, it needs new stones.", "88", "78"),
    ("The poet was born in 1756. In 2013 it was {} years since her birth.", "257", "247"),
    ("She was elected in 1974 at the age of {}. Born in 1936, she had been a baker.", "38", "83"),
    ("The pact was signed in 1994 and lapsed in 2009, {} years after it was signed.", "15", "51"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), PACES)
def test_paces(text: str, right: str, wrong: str) -> None:
    assert codes(text.format(right), across=False) == []
    assert codes(text.format(wrong), across=False) == ["GRW101"]


@pytest.mark.parametrize(("text", "right", "wrong"), SPANS)
def test_spans(text: str, right: str, wrong: str) -> None:
    assert codes(text.format(right), across=False) == []
    assert codes(text.format(wrong), across=False) == ["TIM501"]


@pytest.mark.parametrize("text", [
    "Output has doubled in ten years, and prices now rise 12% a year.",
    "The town doubled in size in 20 years. It now grows 1% a year.",
    "Wages doubled in ten years while rents rose 17% a year.",
    "The deposit pays 3% a year, and the fee was doubled in two months.",
    "Debt halved in five years. At that rate of interest, 12% a year, it had to.",
    "The price has doubled in 12 months, after rising 5% a year for a decade.",
    "The herd is growing 3% a year, twice the rate of 10 years ago.",
    "The firm was founded in 1919 and moved in 1962. It had been run by its founder for 34 years.",
    "Born in 1931, she married in 1958. Her son was 27 at the time.",
    "The 20-year bond was sold in 1990 and repaid in 2001.",
    "He joined in 1961 and left in 1990. After 12 years as a teacher he had been hired by the bank.",
    "The law of 1974 was changed in 2004, after 20 years of debate.",
    "In 1994 it was sold; the buyer, in business for 51 years, shut it in 2009.",
])
def test_silent(text: str) -> None:
    assert codes(text, across=False) == []
