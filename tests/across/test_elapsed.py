"""Years from one event to the next, anniversaries and ages, told over clauses and sentences."""

from __future__ import annotations

from factcheck import check_text

from .examples import silent, slips

test_years_that_have_passed = slips([
    ("Digging began in 1994, and the tunnel opened in 2019, {} years later.", "25", "35", "TIM501"),
    ("The mayor spoke. Digging began in 1994. The tunnel opened in 2019, {} years later.", "25", "52", "TIM501"),
    ("Digging began in 1994. {} years later, in 2019, the tunnel opened.", "Twenty-five", "Thirty-five", "TIM501"),
    ("The tunnel opened in 2019. Digging had begun {} years earlier, in 1994.", "25", "20", "TIM501"),
    ("The choir was founded in 1904. In 2014, {} years after its foundation, it sang no more.", "110", "101", "TIM501"),
    ("The choir was founded in 1904. It marked its {}th anniversary in 2014.", "110", "120", "TIM503"),
    ("隧道1994年动工。{}年后的2019年，隧道通车。", "25", "35", "TIM501"),
    ("她1990年進入銀行工作。{}年後，她於2008年離職。", "18", "28", "TIM501"),
    ("合唱团成立于1904年。2014年，合唱团迎来{}周年庆典。", "110", "120", "TIM503"),
], reads=("across.elapsed", "across.anniversary"))

test_the_only_years_and_the_span_between_them = slips([
    ("Born in 1931, she wrote her first opera in 1958, when she was {}.", "27", "37", "TIM501"),
    ("The mill opened in 1937. Now, {} years later, in 2025, it needs new stones.", "88", "78", "TIM501"),
    ("The poet was born in 1756. In 2013 it was {} years since her birth.", "257", "247", "TIM501"),
    ("She was elected in 1974 at the age of {}. Born in 1936, she had been a baker.", "38", "83", "TIM501"),
    ("The pact was signed in 1994 and lapsed in 2009, {} years after it was signed.", "15", "51", "TIM501"),
])

test_years_of_something_else = silent([
    "She is still rowing at 41. At the 1968 regatta, by contrast, the crew had a girl: Anna Reed, born in 1954, was 14 when she rowed.",
    "He was born in 1950 and married in 1975. Ten years later, in 1985, he left.",
    "He was jailed in 2003. Freed in 2010, three years later he opened a bar.",
    "He was jailed in 2003. Freed in 2010, three years later, he opened a bar.",
    "He won the seat in 1964. A rival won it back two years later, and he had to wait until 1970.",
    "The war ended in 1945. In 1960, ten years after the treaty was signed, the border opened.",
    "He joined in 1970 and retired in 1990, five years earlier than planned.",
    "The choir was founded in 1904. The town marked its 700th anniversary in 2014.",
    "The hall was seen in 1904. It marked its 120th anniversary in 2014.",
    "她1990年进入银行工作，1995年调往南方。13年后，她于2008年离职。",
    "合唱团成立于1904年。2014年，全国庆祝抗战胜利69周年。",
    "隧道1994年动工。10年后，2019年才通车的另一座桥也动工了。",
    "The firm was founded in 1919 and moved in 1962. It had been run by its founder for 34 years.",
    "Born in 1931, she married in 1958. Her son was 27 at the time.",
    "The 20-year bond was sold in 1990 and repaid in 2001.",
    "He joined in 1961 and left in 1990. After 12 years as a teacher he had been hired by the bank.",
    "The law of 1974 was changed in 2004, after 20 years of debate.",
    "In 1994 it was sold; the buyer, in business for 51 years, shut it in 2009.",
])


def test_a_span_is_read_once() -> None:
    report = check_text("Digging began in 1994, and the tunnel opened in 2019, 35 years later.")
    assert [c.relation for c in report.relations if c.verdict == "inconsistent"] == ["timespan"]
