"""Shares in a row, the rest in the next sentence, a share of a total told before: one figure wrong, and all of them right."""

from .examples import accused, silent

test_the_wrong_figure_is_told = accused([
    ("The racial makeup of the parish was 16.42% White, 30.18% Black, 2.10% Asian, 4.05% from other races, and 2.25% from two or more races.",
     "SUM302"),
    ("The population is 42.3% under the age of 18, 8.1% from 18 to 24, 26.4% from 25 to 44, 25.0% from 45 to 64, and 16.2% 65 or older.",
     "SUM302"),
    ("62% of those surveyed said they approve of her work vs. 41% who said they disapprove and 7% who said they have no opinion.", "SUM302"),
    ("In spring 39% approved and 53% disapproved -- with 18% undecided.", "SUM302"),
    ("Where the money goes: Schools: 45%, Roads: 52%, Police: 18%, Parks: 9%, Other: 3%", "SUM302"),
    ("Some 44 percent opposed it while 35 percent supported it. The remaining 31 percent were undecided.", "SUM302"),
    ("Of all who replied, 54 percent (54 people) said yes; 30 percent (36) said no and 25 percent (30) could not say.", "SHR314"),
    ("The vote was 1,229, or 45.5 percent, against, and 1,028, or 45.5 percent, for the plan.", "SHR314"),
    ("The vote was 1,229, or 54.5 percent, against, and 1,208, or 45.5 percent, for the plan.", "SHR314"),
    ("赞成1229票，占45.5%，反对1028票，占45.5%。", "SHR314"),
    ("Trade rose to 8.40 trillion yuan. Exports to the north gained 4 percent to 2.31 trillion yuan, or 25.7 percent of total trade.",
     "SHR311"),
    ("There were 9,600 deaths in the week. This is 400 deaths (4.8%) below the five-year average.", "CHG205"),
    ("The brand sold 9,000 vans in the quarter, a decrease of 20 percent. In the year-ago quarter, the carmaker sold 10,000 vans.", "CHG201"),
], lang="en")

test_what_is_right_is_not_accused = silent([
    "Of all who replied, 45 percent (54 people) said yes; 30 percent (36) said no and 25 percent (30) could not say.",
    "Of the men 54 percent (54) said yes; of the women 30 percent (36) said no and 25 percent (30) of the boys could not say.",
    "In May 62% approved and 30% disapproved, with 8% undecided, against 59% and 34% in April, with 7% undecided.",
    "The vote was 1,229, or 54.5 percent, against, and 1,028, or 45.5 percent, for the plan.",
    "Some 120 boys, or 35.5 percent, and 130 girls, or 46.5 percent, passed.",
    "Some 120, or 54.5 percent of the boys, and 130, or 45.5 percent of the girls, passed.",
    "In the first group 120, or 54.5 percent, and in the second group 130, or 45.5 percent, passed.",
    "It has 5,200 staff. That is 300, or 6%, more than planned.",
], lang="en")
