"""Clock times as a claim tells them: the minutes since noon or midnight of "6.30am", 11时10分, 下午2点半."""

from __future__ import annotations

from ..patterns import re
from .lexer import FULL_WIDTH

HALF_DAY = 720                            # minutes: whether it is morning or evening is not asked
_CLOCK = re.compile(
    r"\s*(?P<hour>[0-9]{1,2})"
    r"(?:\s?[.:h时時点點](?P<minute>[0-9]{2}|[0-9](?=分)|半|整|[一三]刻)?分?|(?=\s?[ap]\.?m|\s?o['’]clock))", re.I)
WORDS = {"半": 30, "一刻": 15, "三刻": 45, "整": 0}


def minutes(text: str) -> int | None:
    """Minutes since noon or midnight; None if the time is not told in digits."""
    found = _CLOCK.match(text.translate(FULL_WIDTH))
    if found is None:
        return None
    told = found["minute"] or "0"
    minute = WORDS[told] if told in WORDS else int(told)
    hour = int(found["hour"])
    return (60 * hour + minute) % HALF_DAY if hour <= 24 and minute < 60 else None
