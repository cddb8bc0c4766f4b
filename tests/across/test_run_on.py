"""What is told in one sentence and reckoned with in the next, or the one after."""

from __future__ import annotations

import factcheck

from .examples import silent, slips

test_three = slips([
    ("The sale raised $70 million. Brokers will share a fee of 2 percent of the proceeds. That would come to ${} million.",
     "1.4", "14", "SHR311"),
    ("The duke spent £24 million on his maze. The county has 1.2 million people. He could have handed each of them £{} instead.",
     "20", "200", "SUM322"),
])

test_two = slips([
    ("Six of the 240 bells were cracked, said the founder nine days before the feast. \"That is {} percent.\"", "2.5", "25", "SHR311"),
    ("Miners dug 2,500 fewer tonnes daily from July to September. A total of {} fewer tonnes were dug over the three months.",
     "230,000", "75,000", "SUM321"),
    ("The 5{}0 letters from two villages came on Monday. He had asked for all of them: 310 from Ulm and 220 from Rott.", "3", "8", "SUM301"),
])

test_silent = silent([
    "The sale raised $70 million.\nThe brokers share a fee of 2 percent of the proceeds. That would come to $14 million.",
    "The sale raised $70 million. It rained. The mayor spoke for long about the old yard. A fee of 2 percent of it would come to $14 million.",
    "The duke spent £24 million on his maze. The county has 1.2 million people. He gave each gardener £200 instead.",
    "Six of the 240 bells were cracked. That is 25 percent of the bells in the county.",
    "Miners dug 2,500 tonnes daily in July. A total of 75,000 tonnes were dug over the three months.",
    "The 580 letters from two villages came on Monday, 310 from Ulm and 220 from Rott among those that were read in January.",
])


def test_ages_by_the_date_of_the_article() -> None:
    text = "The baker, now 70, was ten when the mill burned in 1950."
    assert [f.code for f in factcheck.check_text(text, date="1999-05-01").findings] == ["TIM507"]
    assert not factcheck.check_text(text, date="2010-05-01").findings
    assert not factcheck.check_text(text).findings


def test_a_millionfold_slip_in_a_division_is_understood() -> None:
    text = "He spent $460 million. The land has 230 million people. He could have given everybody about $3 million."
    found = factcheck.check_text(text).findings
    assert [f.code for f in found] == ["SUM322"]
    assert text[found[0].start:found[0].end].strip() == "$3 million"
