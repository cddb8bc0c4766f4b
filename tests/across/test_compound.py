"""Compound rates and the two dated levels near them, told in one sentence or two."""

from __future__ import annotations

import pytest

from factcheck import check_text

TOLD = [                                  # the rate is 18.9 %
    "As of 2023, the market for kites was valued at $126.0 billion, said a broker. Its forecast is to reach $300.0 billion in 2028, a CAGR of {}%.",
    "The market for kites was worth $126.0 billion in 2023. With a CAGR of {}%, it should reach $300.0 billion by 2028.",
    "The market was worth $126.0 billion in 2023 and is to grow at a CAGR of {}% from 2023 to 2028. The revenue for 2028 will be $300.0 billion.",
    "The market is expected to grow from $126.0 billion in 2023 to $300.0 billion by 2028. The CAGR over the period is {}%.",
    "The market is expected to grow from $126.0 billion in 2023 to $300.0 billion by 2028. That represents a compound annual growth rate of {}%.",
    "It was worth $126.0 billion in 2023. It should grow at a compound annual rate of {}% over the next five years, to $300.0 billion.",
    ("The kite market will grow from $110.0 billion in 2022 to $126.0 billion in 2023 at a CAGR of 14.5%. The kite market is expected to "
    "grow to $300.0 billion in 2028 at a CAGR of {}%."),
    "The market rose from $110.0 billion in 2022 to $126.0 billion in 2023. It should reach $300.0 billion by 2028, a CAGR of {}%.",
    "风筝市场规模将从2022年的110.0亿元增长至2023年的126.0亿元，年复合增长率为14.5%。预计到2028年将达到300.0亿元，年复合增长率为{}%。",
    "风筝市场规模将从2023年的126.0亿元增长至2028年的300.0亿元。期间年复合增长率为{}%。",
    "2023年风筝市场规模为126.0亿元，预计将以{}%的年复合增长率增长，到2028年达到300.0亿元。",
    "2023年風箏市場規模為126.0億元，預計未來五年將以{}%的年複合增長率增長至300.0億元。",
    # a line that is a rate, and the step of the line before
    "**Kites**: 138% increase from 2023-2028 (126 → 300 kites)\n- **Compound Annual Growth Rate**: {}%",
    "- Kites rose from 126 in 2023 to 300 in 2028.\n- CAGR: {}%",
    "风筝由2023年的126只增加到2028年的300只，增长138%。年均复合增长率为{}%。",
]
RIGHT = [
    "The firm had sales of $2.0 billion in 2023. The market is projected to reach $30.0 billion by 2030, growing at a CAGR of 12.1%.",
    "The firm had sales of $2.0 billion in 2023. It says the market is projected to reach $3.0 billion by 2030, growing at a CAGR of 12.1%.",
    "The cheese market was worth $2.0 billion in 2023. The dairy market is projected to reach $4.0 billion by 2030, a CAGR of 12.1%.",
    "Revenue was $126.0 billion in 2023. It should reach $150.0 billion by 2028, and earnings per share grow at a CAGR of 9.1%.",
    ("The kite market will grow from $110.0 billion in 2022 to $126.0 billion in 2023. The rope market is to reach $300.0 billion by 2028, "
    "a CAGR of 9.1%."),
    "The market rose from $110.0 billion in 2022 to $126.0 billion in 2023. It should reach $300.0 billion by 2028, a CAGR of 18.2%.",
    "2023年营收为126.0亿元，预计2028年达到150.0亿元，净利润年复合增长率为9.1%。",
    "The market will grow from $126.0 billion in 2023 to $300.0 billion by 2028. In towns the CAGR is 24.1%.",
    "- Kites rose from 126 in 2023 to 300 in 2028.\n- CAGR of sales: 31.3%",
    "- Kites rose from 126 in 2023 to 300 in 2028.\n- CAGR since 2020: 31.3%",
    "风筝由2023年的126只增加到2028年的300只，增长138%。收入年均复合增长率为31.3%。",
    # from the year after the first level on, of which nothing is told
    "It stood at $4.20 billion in 2024 and may come to $22.80 billion by 2030, growing at a CAGR of 30.6% from 2025 to 2030.",
    "It was worth $4.20 billion in 2024. It will reach $22.80 billion by 2030, with a CAGR of 30.6% from 2025 to 2030.",
    "2024年市场规模为42.0亿元，预计2030年将达到228.0亿元，2025—2030年的年复合增长率为30.6%。",
    "预计2025—2030年市场将以30.6%的年复合增长率增长，从2024年的42.0亿元增至2030年的228.0亿元。",
    "2019年甲类风筝市场为36.2亿元。预计2025年乙类风筝将达到64.8亿元，年均复合增长率为15.3%。",
]


@pytest.mark.parametrize("text", TOLD)
def test_the_rate_of_two_levels(text: str) -> None:
    assert check_text(text.format("18.9")).findings == ()
    assert "growth" in {c.relation for c in check_text(text.format("18.9")).claims if c.verdict.startswith("consistent")}
    assert [f.code for f in check_text(text.format("31.3")).findings] == ["GRW101"]


@pytest.mark.parametrize("text", RIGHT)
def test_a_rate_of_something_else(text: str) -> None:
    assert [f.code for f in check_text(text).findings] == []


@pytest.mark.parametrize("text", [
    "It stood at $4.20 billion in 2024 and may come to $22.80 billion by 2030, growing at a CAGR of 50.6% from 2025 to 2030.",
    "It was worth $49.29 billion in 2024 and is projected to reach $98.19 billion by 2032, a CAGR of 12.4% between 2025 and 2032.",
    "2024年市场规模为42.0亿元，预计2030年将达到228.0亿元，2025—2030年的年复合增长率为50.6%。",
])
def test_no_first_year_makes_it_so(text: str) -> None:
    assert {f.code for f in check_text(text).findings} == {"GRW101"}
