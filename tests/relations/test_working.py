"""The arithmetic that a finding shows can be redone by hand, and what it says of figures in several units is so."""

from __future__ import annotations

import math
import re

import pytest

import factcheck
from factcheck import codes

PLAIN = re.compile(r"[\d.+\-*/() ]+")
SIGNS = str.maketrans({"÷": "/", "×": "*", "−": "-", ",": None})
RESULT = re.compile(r"([−\d.,]+)(%?)")


def lines(text: str) -> list[tuple[str, str]]:
    """Both sides of every equation in the derivations of a text's findings that is of bare figures and percentages."""
    found = []
    for finding in factcheck.check_text(text).findings:
        for line in finding.derivation:
            left, equals, right = line.rpartition(" = ")
            left = left.rpartition(": ")[2].rpartition("：")[2].translate(SIGNS)
            left = re.sub(r"([\d.]+)%", r"(\1 / 100)", left)
            if equals and PLAIN.fullmatch(left) and not re.search(r"\d-\d\d-\d", left):
                found.append((left, right))
    return found


def right_side(line: str) -> tuple[float, float]:
    """The value on the right, and half of its last digit."""
    hit = RESULT.match(line)
    assert hit is not None, line
    digits = hit[1].translate(SIGNS).rstrip(".")
    by = 0.01 if hit[2] else 1.0
    return float(digits) * by, 0.51 * by * 10.0 ** -len(digits.partition(".")[2])


EXAMPLES = sorted({text for doc in codes.catalogue().values() for text in doc.bad if not doc.code.startswith(("REF", "PLA"))})


@pytest.mark.parametrize("text", [text for text in EXAMPLES if lines(text)])
def test_equations_are_true(text: str) -> None:
    for left, right in lines(text):
        value, room = right_side(right)
        made = float(eval(left))
        assert any(math.isclose(one, value, abs_tol=room) for one in (made, made / 100, 100 * made)), (left, right)


def test_there_are_equations() -> None:
    assert len([text for text in EXAMPLES if lines(text)]) > 35


@pytest.mark.parametrize(("text", "working"), [
    ("The price fell from 84.5 dollars to 61.3 dollars, down 24.7%.", "(84.5 − 61.3) ÷ 84.5 = 27.46%"),
    ("Sales fell 70 units, or 9%, to 8,410 units.", "70 ÷ (8,410 + 70) = 0.8%"),
    ("每班41.5人，比十年前的46.2人减少7.4人。", "46.2 − 41.5 = 4.7"),
    ("The rate fell from 6.4% to 5.9%, down 0.9 points.", "6.4% − 5.9% = 0.50 points"),
    ("失业率由6.4%降至5.9%，下降0.9个百分点。", "6.4% − 5.9% = 0.50个百分点"),
    ("From 2010 to 2020 it fell from 80 to 40, a loss of 8% a year.", "×(40 ÷ 80) in 10 years → a year = −6.7%"),
    ("总额1亿2000万元，其中拨款3000万元，占35%。", "3000万元 ÷ 1亿2000万元 = 25.0%"),
    ("總數183萬2700人，其中女性41萬5200人，佔26.22%。", "41萬5200人 ÷ 183萬2700人 = 22.655%"),
    ("Output rose 12 percentage points, from 100 tonnes to 112 tonnes.", "(112 − 100) ÷ 100 = 12.0%"),
    ("三分之一（45%）的受访者反对。", "1/3 × 100 = 33.3%"),
    ("Four fifths (70%) of the members came.", "4/5 × 100 = 80.0%"),
    ("In 37/240 (14.5%) cases the valve stuck.", "37/240 × 100 = 15.42%"),
    ("The plinth is 1,880 mm (6 ft 7 in) wide.", "1,880 mm = 6 ft 2 in"),
    ("The crate weighed 11st 4lb (92 kg).", "11st 4lb = 71.7 kg"),
    ("The firm wrote off $3.1 billion and $2.6 million, $5.7 million in all.", "$3.1 billion + $2.6 million = $3.1026 billion"),
])
def test_working(text: str, working: str) -> None:
    assert working in [line for finding in factcheck.check_text(text).findings for line in finding.derivation]


@pytest.mark.parametrize(("text", "says", "fix"), [
    ("The plinth is 1,880 mm (6 ft 7 in) wide.", "1,880 mm is 6 ft 2 in, not 6 ft 7 in.", "6 ft 7 in → 6 ft 2 in"),
    ("那根柱子高1米88（6呎7吋）。", "1米88合6呎2吋，不是6呎7吋。", "1米88 → 2.01米"),
    ("The crate weighed 11st 4lb (92 kg).", "11st 4lb is 72 kg, not 92 kg.", "11st 4lb → 14st 7lb"),
    ("总额1亿2000万元，其中拨款3000万元，占35%。", "35%应为25%", "1亿2000万元 → 8571万元"),
    ("總數183萬2700人，其中女性41萬5200人，佔26.22%。", "26.22%应为22.66%", "41萬5200人 → 480534人"),
    ("Profits fell 12% to $44bn, against $50m a year before.", "is a change of +87900%, not 12%", ""),
    ("The years from 1980 to 2010, a decade, were good ones.", "From 1980 to 2010 is 3 decades, not a decade.", ""),
])
def test_what_a_figure_should_be(text: str, says: str, fix: str) -> None:
    (finding,) = factcheck.check_text(text).findings
    assert says in finding.message
    assert fix in finding.derivation[-1]


@pytest.mark.parametrize(("text", "says"), [
    ("房价从每平方米1万元涨到4万元，翻了4番。", "从1万元到4万元是翻两番，不是翻了4番。"),
    ("成本减少了2~3倍。", "“2~3倍”不能用于减少：宜写“降至原来的三分之一至二分之一”。"),
    ("300名学生中有240名住校，占六成。", "300名、240名与六成对不上：六成应为八成。"),
    ("Of 80 houses, 20, a third, stood empty.", "20 of 80 houses, a third: these do not fit, a third should be 25%."),
    ("More than half, 201 of 435, voted for it.", '"More than half" does not go with 201.'),
    ("Output quadrupled, up 400%.", "Quadrupled is an increase of 300%, not 400%."),
    ("The vote is on June 31.", "There is no such date as June 31: June has 30 days."),
    ("He spent $500 million on ads. The state has 327 million people. He could have given each of them $1 million.",
     "$500 million over 327 million people is $1.53, not $1 million."),
    ("The rate fell from 50% to 49%, or by 3 percentage points.", "From 50% to 49% is 1 percentage point, not 3 percentage points."),
    ("Prices fell 100 percent, from $4 a gallon to $2.", "From $4 a gallon to $2 is a change of 50 percent, not 100 percent."),
    ("Output tripled in two years, or 60% a year.", "Tripled in two years is 73%, not 60%."),
    ("Output tripled in a dozen years, or 60% a year.", "Tripled in a dozen years is 9.6%, not 60%."),
    ("Takings fell from £42.3 million to £38.1 million, a decline of £4.2 billion.",
     "The difference between £42.3 million and £38.1 million is £4.2 million, not £4.2 billion."),
    ("营收由11.8亿元增至14.2亿元，增加2.4万元。", "11.8亿元与14.2亿元相差2.4亿元，不是2.4万元。"),
    ("營收由11.8億元增至14.2億元，增加2.4萬元。", "11.8億元与14.2億元相差2.4億元，不是2.4萬元。"),
    ("Output grew 60% annually, doubling every three years.", "60% annually over three years is 4.10x, not doubling."),
])
def test_messages(text: str, says: str) -> None:
    assert says in [finding.message.partition(" Likely slip")[0].partition("可能的笔误")[0] for finding in factcheck.check_text(text).findings]
