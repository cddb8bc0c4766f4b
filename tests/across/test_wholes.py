"""Figures of neighbouring sentences: shares of a whole, the year before, means, one growth told twice."""

from __future__ import annotations

import pytest

from .examples import linked, verdicts

SENSORS = ("The number of sensors on the network has been doubling every two months.\n"
           "Since 2019, the number of sensors on the network has grown 4x per year.")
CONSISTENT = [
    "The survey covered 240 shops in the north. Of these, 60 (25%) were closed and 40 (16.7%) had moved.",
    "The clinic saw 412 patients. Symptoms were cough (n = 103, 25.0%), fever (n = 206, 50.0%), and pain (n = 82, 19.9%).",
    "全市共有企业1200家。其中，民营企业960家，占比80%。",
    "Revenue was $78.6 million, up 5.8%. A year earlier, it was $74.3 million.",
    "Earnings dropped 61 percent to $25.5 million for the year. In the year earlier period it earned $65.4 million.",
    "The market was worth $4.0 billion in 2019. It is expected to reach $7.8 billion by 2026, at a CAGR of 10.0%.",
    "A total of 120 goats were enrolled. Sixty-six (55.0%) were black.",
    "公司全年营收78.61亿元，同比增长5.8%。上年为74.31亿元。",
    "全县共有家庭户41200户，家庭户人口为111240人。平均每个家庭户的人口为2.70人。",
    "The number of sensors on the network has been doubling every six months.\nSince 2019, the number of sensors on the network has grown 4x per year.",
]
INCONSISTENT = [
    ("The survey covered 240 shops in the north. Of these, 60 (35%) were closed and 40 (16.7%) had moved.", "SHR311"),
    ("The clinic saw 412 patients. Symptoms were cough (n = 103, 25.0%), fever (n = 206, 50.0%), and pain (n = 82, 29.9%).", "SHR311"),
    ("全市共有企业1200家。其中，民营企业960家，占比88%。", "SHR311"),
    ("Revenue was $78.6 million, up 8.2%. A year earlier, it was $74.3 million.", "CHG201"),
    ("Earnings dropped 16 percent to $25.5 million for the year. In the year earlier period it earned $65.4 million.", "CHG201"),
    ("The market was worth $4.0 billion in 2019. It is expected to reach $7.8 billion by 2026, at a CAGR of 13.0%.", "GRW101"),
    ("A total of 120 goats were enrolled. Sixty-six (50.5%) were black.", "SHR311"),
    ("A total of 120 goats were enrolled. Sixty-six (55%) were black and 45 (54%) white.", "SHR311"),
    ("公司全年营收78.61亿元，同比增长8.2%。上年为74.31亿元。", "CHG201"),
    ("全县共有家庭户41200户，家庭户人口为111240人。平均每个家庭户的人口为2.07人。", "SUM322"),
    (SENSORS, "GRW101"),
    ("Best pet, in one pie chart: cats 70%, dogs 63%, fish 60%.", "SUM302"),
]
TRAPS = [
    "The survey covered 240 shops and 12 markets. Of these, 60 (35%) were closed.",                      # which of the two?
    "The survey covered 240 shops. Of these, 60 (25%) were closed, of whom 12 (20%) reopened.",
    "The clinic saw 412 patients. Of the men, 103 (45%) smoked, 206 (50.0%) drank, and 82 (19.9%) ran.",
    "Revenue was $78.6 million, up 8.2%. A year earlier, costs were $74.3 million.",
    "Earnings dropped 16 percent to $25.5 million for the year. In the year earlier period sales were $65.4 million.",
    "The market was worth $4.0 billion in 2019. Exports of $0.8 billion in 2019 will reach $7.8 billion by 2026, at a CAGR of 13.0%.",
    "A total of 120 goats were enrolled. Sixty-six (60%) of the 110 that stayed were black.",
    "A total of 120 goats were enrolled. Thirty (45%) of them died in 2019.",
    "Revenue was $78.6 million, up 8.2% on a like-for-like basis. A year earlier, it was $74.3 million.",
    "公司全年营收78.61亿元，按可比口径同比增长8.2%。上年为74.31亿元。",
    "全市共有企业1200家，从业人员8万人。其中，女性3万人，占比42%，多为兼职和退休返聘人员以外的职工。",
    "全市新增企业120家，占全省的12%。其中，民营企业96家，占全省民营企业的20%。",
    "The number of sensors on the network has been doubling every two months.\nThe price of a ticket at the zoo has grown 4% per year.",
    "Best pet: cats 70%, dogs 63%, fish 60%.",
]


@pytest.mark.parametrize("text", CONSISTENT)
def test_consistent(text: str) -> None:
    assert linked(text) == []
    assert verdicts(text) or "n = " in text              # of a list, only the odd one is a claim


@pytest.mark.parametrize(("text", "code"), INCONSISTENT)
def test_inconsistent(text: str, code: str) -> None:
    assert code in linked(text)


@pytest.mark.parametrize("text", TRAPS)
def test_traps(text: str) -> None:
    assert linked(text) == []
