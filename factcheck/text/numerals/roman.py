"""Roman numerals to values."""

from __future__ import annotations

from itertools import pairwise

VALUES = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}


def roman(numeral: str) -> int:
    """The value of a numeral: what stands before a larger one is taken away."""
    values = [VALUES[c] for c in numeral] + [0]
    return sum(-a if a < b else a for a, b in pairwise(values))
