"""Deposits and instalments, sentences served one after another: told where the sum is another, silent for fees and terms served at once."""

from __future__ import annotations

import pytest

from factcheck import check_text

TOLD = [
    ("Owners pay a deposit of £600 and 36 monthly instalments of £45, a total of £2,420.", "SUM329", "£2,420"),
    ("The bike costs £150 down followed by 12 monthly payments of £65, £830 in total.", "SUM329", "£830"),
    ("With a deposit of €4,000 and €210 a month for 48 months, the hearse comes to €15,080 in all.", "SUM329", "€15,080"),
    ("The court gave her 20 months for arson and a consecutive 14 months for fraud, 36 months in all.", "SUM301", "36 months"),
    ("三轮车首付2000元，余款分15期，每期支付320元，总计7800元。", "SUM329", "7800元"),
    ("被告分別判處監禁17個月及6個月，分期執行，共25個月。", "SUM301", "25個月"),
]
SILENT = [
    "Owners pay a deposit of £600 and 36 monthly instalments of £45, a total of £2,220.",
    "Owners pay a deposit of £600, 36 instalments of £45 and a fee, a total of £2,300.",
    "Owners pay $180 up front and 10 instalments of $62, a total of $800.",
    "The court gave her 20 months for arson and 14 months for fraud, to run concurrently, 20 months in all.",
    "三轮车首付2000元，余款分15期，每期支付320元，另付手续费300元，总计7100元。",
    "被告分別判處監禁17個月及6個月，同期執行，共17個月。",
]


def told(text: str) -> list[tuple[str, str]]:
    return [(f.code, text[f.start : f.end]) for f in check_text(text).findings if f.severity in ("error", "warning")]


@pytest.mark.parametrize(("text", "code", "marked"), TOLD)
def test_told(text: str, code: str, marked: str) -> None:
    assert told(text) == [(code, marked)]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert not told(text)
