"""Two ends, and the time between them told in a sentence of its own: days, lives, weddings."""

from __future__ import annotations

from .examples import silent, slips

test_days_that_something_lasted = slips([
    ("The sit-in, which began on 3 March, ended on 14 April of the same year. It had lasted {} days.", "42", "52", "TIM506"),
    ("The siege began on 3 March. It was lifted on 14 April, having lasted {} days.", "42", "52", "TIM506"),
    ("The strike started on 3 March 2011 and was called off on 14 April 2011. The walkout lasted {} and cost £3m.",
     "six weeks", "eight weeks", "TIM506"),
    ("The bridge closed on June 5 and reopened on July 15. It had been shut for {} days.", "40", "60", "TIM506"),
    ("The fast began on 3 March and went on until 14 April. It lasted {} days in all.", "42", "24", "TIM506"),
    ("The tour began on 28 December 2011 and ended on 4 January. It had lasted {} days.", "seven", "17", "TIM506"),
    ("The tour began on 28 December and ended on 4 January 2012. It had lasted {} days.", "seven", "17", "TIM506"),
    ("The siege, which began on 3 March 1644, was lifted on 14 April after {} days.", "42", "52", "TIM506"),
])

test_how_old_somebody_was = slips([
    ("Ann Marsh, potter, born 9 June 1921; died 4 August 2007. She threw pots until the week before her death at the age of {}.",
     "86", "76", "TIM501"),
    ("Born in 1921 in Leith, she died in 2007. A last show opened days after her death at {}.", "86", "76", "TIM501"),
    ("The potter Ann Marsh (1921-2007) never left Leith. She died at home, aged {}.", "86", "76", "TIM501"),
])

test_weddings = slips([
    ("They married in 1951. In 2011 they celebrated their {}th wedding anniversary.", "60", "50", "TIM503"),
    ("Tom and Ida Pell were wed at Leith in June 1951. Last month, in June 2011, the couple marked their {}th wedding anniversary.",
     "60", "50", "TIM503"),
    ("Tom and Ida Pell, who married in 1951, marked their {}th wedding anniversary in 2011.", "60", "50", "TIM503"),
    ("They met in Hull and married in 1951. Last week, in 2011, Tom and Ida Pell toasted their {}th anniversary.", "60", "50", "TIM503"),
])

test_what_is_of_something_else = silent([
    "The flood began on 3 March and ended on 14 April. The second wave lasted 12 days.",
    "The flood began on 3 March and ended on 14 April. The power cuts lasted 12 days.",
    "The siege began on 3 March 1644 and ended on 14 April the following year. It had lasted 407 days.",
    "The trial began on 3 March and ended on 14 April. It sat for 22 days.",
    "The trial began on 3 March and ended on 14 April. It lasted 22 days longer than planned.",
    "The storm began on 3 March, and the ship was found on 14 April. The search had lasted 20 days.",
    "Marsh was born in 1921 and died in 2007. Her husband died at the age of 61.",
    "Marsh was born in 1921 and died in 2007. Her cat died at the age of 16.",
    "Marsh was born in 1921; her son Tom died in 1999 at the age of 46.",
    "He was born in 1921 in Rome and died in 2007 in Bonn. After the death, aged 41, of his rival, he moved.",
    "The kings (1921-2007) had many sons. One died at the age of 76.",
    "His parents married in 1951. In 2011 Tom and Jean marked their 25th wedding anniversary.",
    "Tom and Ida were wed in 1951. In 2011 Jack and Joan marked their 50th wedding anniversary.",
    "Tom and Ida were wed in 1951, and again in 1961. In 2011 they marked their 50th wedding anniversary.",
    "They married in June 1951. In 2011 their friends, who wed a year later, marked their 59th wedding anniversary.",
])
