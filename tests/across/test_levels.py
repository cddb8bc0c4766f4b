"""Figures that belong together because no others can: a step and two levels, a share and its whole, a yearly rate, a total and its parts."""

from __future__ import annotations

from factcheck import check_text

from .examples import accused, silent

test_found = accused([
    # a step between the only two levels
    ("Visits to the surgery, which had averaged 520 a month, fell to 390 once the bridge was shut, a decline of 52 per cent.", "CHG201"),
    ("We went from 60 breakdowns a week to 45, so that is a 52 per cent improvement.", "CHG201"),
    ("The charity took £4.6m in the year, against £4.0m in the one before - 51% more.", "CHG201"),
    ("A seat that cost 80 pence in May now costs £1.00, or 52% more.", "CHG201"),
    ("The rink had 60 instructors a year ago. It now employs 75, a rise of 52%.", "CHG201"),
    ("The shelf held 48,000 books in 2009. By 2019 the number had fallen to 36,000, a drop of 52 per cent.", "CHG201"),
    ("The mill sold 36,000 sacks a year under its last owner. Today it sells 27,000, a drop of 52%.", "CHG201"),
    ("Heat pumps made up 14% of sales in 2020. Their share climbed to 22% in 2021, 18 percentage points more.", "CHG203"),
    ("The party won 33.5% of the seats, compared with 41.2% at the previous election. That is a loss of 17.7 points.", "CHG203"),
    ("Rye fetched $160 a tonne in January. The price has since climbed to $216, or 53% more.", "CHG201"),
    ("In the May poll 44% approved of the plan. The figure now is 73%, seven points lower.", "CHG203"),
    ("Fees were $64.4 million. In the same quarter of 2022 they had been $56.0 million, which makes for growth of 51%.", "CHG201"),
    # a share beside its part
    ("The town has a budget of £160m. It will spend £40m, or a third, on roads.", "SHR311"),
    ("Of the 640 farms that replied, most had a well. Only 96, or 51 per cent, had a pump.", "SHR311"),
    ("Gas made 45 TWh of the 180 TWh of power sold last year, a share of 52%.", "SHR311"),
    ("The list drew 2,640 names. 660 of those, exactly 52%, were found to be false.", "SHR311"),
    # a yearly rate
    ("From 2015 to 2020, fees climbed at an average annual rate of 9.5%, from $18,000 to $24,000.", "GRW101"),
    # a total and its parts
    ("The ferry was carrying 1,430 people, 936 passengers and 449 crew.", "SUM301"),
    ("The firm will have 7,300 workers, of whom 5,200 will be based in Turku and 1,200 in Narva.", "SUM301"),
    ("The line will cost £840m. The state will pay £450m, the region £275m and the city £151m.", "SUM301"),
    ("The fund raised $640 million. Of that, $310 million came from banks, $205 million from insurers and $152 million from families.", "SUM301"),
    ("It left debts of $3.45 million: $2.1 billion in loans, $1.1 million in bills and $250,000 in wages.", "SUM301"),
    ("The storm hit 1,460 homes. 870 were flooded and 950 burned.", "SUM301"),
    # a step named of two levels
    ("Rents were $126.0 million for 2019, compared to $105.0 million for 2018. The increase of $12.0 million, or 20%, came from new flats.",
     "CHG202"),
    ("Rents were $126.0 million for 2019, compared to $105.0 million for 2018. The increase of 12% came from new flats.", "CHG201"),
    (("Rents were $126.4 million for 2019, compared to $105.3 million for 2018, or 20% more. The increase of $12.1 million over the prior year "
     "came from new flats."), "CHG202"),
    ("Rents were $126.4 million for 2019, compared to $105.3 million for 2018, or 20% more. The $12.1 million increase came from new flats.",
     "CHG202"),
    ("Rents were $126.0 million for 2019, compared to $105.0 million for 2018. The 2% increase over the prior year came from new flats.",
     "CHG201"),
    ("The mill had 1,260 hands at the end of May. Twelve months earlier it had 1,400, so staffing has fallen 20 per cent.", "CHG201"),
    ("The group comprised 640 goats. Foot rot was found in 48 (5.7%).", "SHR311"),
    ("The jails held 18,400 men in June. Ten years earlier there were 16,000, 31% fewer.", "CHG201"),
    ("Rents were $52.9 million and $46.0 million in 2019 and 2018, respectively. The 51% increase reflects higher fees.", "CHG201"),
    ("The choir, 12,000 strong in 1990, had dwindled to 7,800 by 2000, 53% fewer.", "CHG201"),
    ("Fees were $34.5 million in 2019 and $30.0 million in 2018. The increase of $5.4 million, or 15%, was due to trials.", "CHG202"),
    ("The appeal raised £1.35 million. Firms gave £250,000, trusts £450,000 and the public £380,000.", "SUM301"),
    ("A couple that paid £840 for cover in 2009 now pays £1,050, 52% more.", "CHG201"),
    ("The lake covered 24 square kilometres in 1950 and only 15 in 2000, a loss of 73.5%.", "CHG201"),
    ("Some 4,800 pupils sat the paper. 1,680 failed, 53 per cent of the total.", "SHR311"),
    ("It asked 1,250 firms. Some 24 percent, or 525 firms, planned to hire.", "SHR311"),
    ("Of the 1,860 votes cast, 1,054 were for, 735 against and 80 were blank.", "SUM301"),
    ("Ferry fares to rise 51%\n\nFares on the island ferry will go up in May from £20.00 to £23.00, the operator said.", "CHG201"),
    # shares of one whole
    ("The guests were 75% Danes, 38% Swedes and 5% Finns.", "SUM302"),
    ("The causes were fire in 42.5%, flood in 32.8%, frost in 51.4% and theft in 9.3%.", "SUM302"),
    ("The knees were rated excellent in 36 cases (45.0%), good in 28 (53.0%), fair in 12 (15.0%) and poor in 4 (5.0%).", "SHR314"),
], lang="en")

test_silent = silent([
    "Net dairy income jumped to $32 billion in 1979. Exports of cheese also reached new highs, rising 18% in 1979 to $32 billion.",
    "A further increase of $4 billion in gross income is due. Net income is expected to rise in 1972 by 7.1 percent or some $2 billion.",
    "Last year the town had 400 shops. It now has 500 cafes and bars, a rise of 10%.",
    "Turnover was £2.0m in 2018. Profit was £0.4m in 2019, up 35%.",
    "Production was 400,000 tonnes in 2019. Exports were 300,000 tonnes, 10% more than in 2018.",
    "The tram carried 3,000 people a day in 2010. It now carries 4,000, and the bus 25% more.",
    "Joblessness was 5.8% in March. In the south it is now 7.3%, a rise of 0.4 percentage points.",
    "In the May poll 44% approved of the plan. Among men the figure is 37%, nine points lower than in the autumn.",
    "The museum had 40,000 visitors in 2019. In the first half of this year it had 25,000, a rise of 30%.",
    "In 2003 the mill sold 40,000 sacks. In 2004 the group as a whole sold 46,000, an increase of 5%.",
    "Trade with Chad was worth $40bn in 2010. Last year trade with Mali was worth $60bn, a rise of 12%.",
    "Barley fetched $180 a tonne in January. Rye has since climbed to $243, or 15% more.",
    "Its revenue was $86.4 million. In the same quarter of 2022 costs had been $72.0 million, a rise of 8%.",
    "The club has 3,000 members. Some 450 are women, 12% of them under 20.",
    "The town has a budget of £240m. It spent £60m, or 12%, more than planned.",
    "The navy has 120 ships. Only 18 of the tankers, or 45%, have double hulls.",
    "The county has 4 million voters. Turnout was 2.4 million, or 55% of adults.",
    "From 2015 to 2020, fees rose from $9,000 to $12,000, while wages rose at an annual rate of 1.5%.",
    "Between 2010 and 2020 the city grew from 1.0 million to 1.5 million people, and its economy 6.0% a year.",
    "The ferry was carrying 1,430 people, 936 tonnes of rye and 449 cars.",
    "The bank will close 90 branches. About 40 are in the north, 35 in the south and 10 in the islands.",
    "The firm had sales of $90m. It spent $40m on wages, $35m on rent and $30m of borrowed money on machines.",
    "It earned 2.4 million in 2010, a quarter of the group's 9.6 million, and 2.0 million in 2011, a fifth of its 10 million.",
    "The drink is 40% alcohol, 5% sugar and 1% salt.",
    "Voters in the north were 48% Green, in the south 37% and in the east 51%.",
    "The grant was 50% in the first year, 30% in the second and 10% in the third.",
    "They chose red (45%), blue (38%), or both (71%).",
    "The bank is 45% over 50, 38% graduates and 71% homeowners.",
    "Costs were $54 million compared with $60 million. The decline was 6% in wages and 14% in rent.",
    "Rents were $126.0 million for 2019, compared to $105.0 million for 2018. The increase of $12.0 million in fees was due to a merger.",
    ("Rents were $126.0 million, compared to $105.0 million a year ago, or 20% more. The increase of $6.3 million over the previous quarter "
    "came from Hull."),
    "Rents were $126.0 million for 2019, compared to $105.0 million for 2018. The $12.0 million increase in fees was due to a merger.",
    "The firm has 250 shops. 103 are in Hull and 120 in York.",
    "The storm hit 1,460 homes. 870 were flooded and 950 burned, the rest were unharmed.",
    "The group comprised 640 goats. Foot rot was found in 48 (15%) of those over three.",
    "The law allows 12 grams; he had 40, over three times that, and his friend 9, three-quarters of it.",
    "The price fell from $60 in March to $45, then rose, a drop of 10% overall.",
    "The scores were 45% in maths, 38% in French and 71% in art.",
    "Fees were $34.5 million in 2019 and $30.0 million in 2018. This increase was partly offset by a 20% drop in travel.",
    "Some 4,800 pupils sat the paper. 1,680 failed, 45 per cent of the boys.",
    "School rolls fall 12%\n\nSchool budgets in the county have gone from £90m to £120m, the report said.",
    "Relief was full in 36 knees (45%), partial in 28 (41%) of the men, and absent in 12 hips (15%).",
], lang="en")


def test_right_figures_are_read_and_fit() -> None:
    report = check_text("The rink had 60 instructors a year ago. It now employs 75, a rise of 25%.", lang="en")
    assert [(c.rule, c.verdict) for c in report.relations] == [("en.across.levels_apart", "consistent")]
