"""Shares, steps, points, differences and means of English that no rule reads, with the nearest figures that they can be of."""

from __future__ import annotations

import time

from factcheck import check_text

from .examples import silent, slips

test_slips_are_told = slips([
    # a share, and its whole by name in a sentence before
    (("Wardens counted 36,418 swans along the river, 2.4% fewer than in the last count. Whoopers were the commonest, with 7,642 birds "
     "accounting for {}% of all swans."), "21.0", "12.0", "SHR311"),
    ("Total imports came to $27.46 billion in 2018, the bureau said. Timber cost ${} billion, or 12.2 per cent of imports.", "3.35", "5.33",
     "SHR311"),
    ("The farm sold 214,600 trees last winter. Spruces, with 92,480, were the favourites and represented {}% of the trees sold.", "43.1",
     "34.1", "SHR311"),
    ("Some 1.47 million pupils, {}% of the pupils, learn a second language. The islands had 3.26 million pupils in all.", "45.1", "45.1",
     ""),
    # of those that the sentence before tells of
    ("The form went to 2,140 tenants and 856 returned it. Of these, 514 wanted a lift. That is {}% of those who replied.", "60.0", "80.0",
     "SHR311"),
    ("The clinic saw 3,406 walkers in the season. Blisters were the trouble in 1,482 cases, a rate of {}%.", "43.5", "34.5", "SHR311"),
    ("There were 18,640 voters on the roll. Turnout was {}%, with 7,214 ballots cast.", "38.7", "83.7", "SHR311"),
    ("Iceland landed 27.4 thousand tonnes of cod. Total landings came to 81.6 thousand tonnes, so that Iceland had a share of {}%.", "33.6",
     "63.3", "SHR311"),
    # of what is told as its own, with the part in the sentence before; and the share before its part
    ("The bank added a special provision of $75 million to its reserve. The provision represents {} percent of its $263 million of loans.",
     "28.5", "82.5", "SHR311"),
    (("The share capital of the co-op comprises 3.2 million shares. A total of {} percent of the capital, corresponding to 1.63 million "
      "shares, will be sold."), "51", "15", "SHR311"),
    ("The guild asked 1,250 smiths. Some {} percent of the smiths, or 525, planned to hire.", "42", "24", "SHR311"),
    # what is left of two flows, and the step between two levels that a semicolon parts
    ("Revenues of the harbour were $558.0 million. Spending was $520.8 million, which left a surplus of ${} million.", "37.2", "73.2", "CHG202"),
    ("The island saw 1,204 births and 988 deaths, an increase of {} people.", "216", "261", "CHG202"),
    ("The debt was $783.4 million in June 2016; in June 2017 it was $692.2 million, a reduction of ${} million.", "91.2", "19.2", "SUM301 CHG202"),
    # a step named after its year
    (("The valley made 9.07 million litres of oil in 2018, {}% more than in 2017 and 12% more than in 2016. In 2017, output was 7.20 million "
      "litres."), "26", "62", "CHG201"),
    # points that a sentence begins with as known
    ("Its margin came to 38.4% of sales, compared to 35.6% for the same period last year. The {} basis point increase was due to rents.",
     "280", "820", "CHG203"),
    ("Attendance stood at 91.2%, against 93.8% a year earlier. The {}-point drop was put down to colds.", "2.6", "6.2", "CHG203"),
    # the whole, or the part, behind the share
    ("Bookings in Norway grew 4% to €318 million. Norway now represents {}% of group bookings of €1,214 million.", "26.2", "62.2", "SHR311"),
    ("Pastures cover 6.42 million hectares of the land, equivalent to {}% of its farm area of 18.36 million hectares.", "35.0", "53.0",
     "SHR311"),
    ("The yearly catch of the bay was 214 thousand tonnes. Shrimpers made {}% of the bay total at 61.8 thousand tonnes.", "28.9", "29.8",
     "SHR311"),
    # all that is said is a bracket
    ("Sixty-four sailors who came ashore in May were examined. Fever was found in {} sailors (79.7%).", "51", "15", "SHR311"),
    ("Cabins earned £27.4m of the £62.8m that the line took in fares. Meals came next. Cabins thus accounted for {}% of fares.", "43.6",
     "34.6", "SHR311"),
    # steps
    ("Revenue: $31.47 billion vs. $30.90 billion expected\nRevenue increased {}% in the quarter from $28.10 billion a year earlier.", "12",
     "21", "CHG201"),
    ("The trust took £27.4 million in the half. It grew by {}% from the £24.2 million of the half before.", "13.2", "31.2", "CHG201"),
    ("Membership stood at 12,846 on New Year's Day. It was up by 514 members, or {}%, on a year earlier, when the gym was closed.", "4.2",
     "2.4", "CHG205"),
    ("The trust spent £7.26 million on its huts. This was £0.48 million more than in the previous year, a rise of {}%.", "7.1", "71",
     "CHG205"),
    ("Revenue for the half year was €268.4m. In the same period of 2014 the group took €241.7m. Growth of {}% was driven by spares.", "11.0",
     "41.0", "CHG201"),
    ("Net profit increased 14.2% to €{} million. In the previous corresponding period it was €116.4 million.", "132.9", "1329", "CHG201"),
    ("Orders at the end of May fell by $21.4 million, or {}%, compared to the April 30 order book of $586.2 million.", "3.7", "7.3",
     "CHG206"),
    ("Smelters made 1,846 tonnes in 2016, {}% less than the 2015 sum of 1,927 tonnes.", "4.2", "2.4", "CHG201"),
    # points
    ("The Blues took 43.6% of the vote, against 37.9% for the Reds. The gap between the two was {} percentage points.", "5.7", "7.5",
     "CHG203"),
    ("The pass rate for the class of 2016 was 82.6%. For the class of 2017 it was {}%, a gain of 3.1 percentage points.", "85.7", "58.7",
     "CHG203"),
    ("The turnout of 58.3% was {} percentage points higher than in 2012, when 51.6% voted.", "6.7", "7.6", "CHG203"),
    # differences
    ("The guild's income was £31.46m and its outlay £32.18m. It ended the year with a deficit of £{}m.", "0.72", "0.27", "CHG202"),
    ("The district had 3,846 births and 3,219 deaths in the year. Natural increase added {} people.", "627", "267", "CHG202"),
    ("Takings fell to £286,412. Outgoings rose to £304,638. This has resulted in a deficit of £{}.", "18,226", "12,826", "CHG202"),
    # means
    ("The rovers drew 318,420 fans to their 18 home games. The average gate of {} was their best.", "17,690", "16,790", "SUM322"),
    ("Rain came to 1,284 mm over the 12 months. The monthly average was {} mm, close to the norm.", "107", "701", "SUM322"),
    ("The school has 6,318 pupils and employs 351 teachers, a ratio of {} pupils per teacher.", "18.0", "81.0", "SUM322"),
    ("The pantry gave out 18,480 boxes from its 12 depots. That works out at {} boxes per depot.", "1,540", "1,450", "SUM322"),
    # differences between two times, and votes apart
    ("There were 8,214 thefts in the year to June. In the year before there were 7,681, a rise of {}.", "533", "353", "SUM301 CHG202"),
    ("The county logged 6,318 calls last year. In the same period of 2015 it logged 7,032 calls - a drop of {}.", "714", "741", "CHG202"),
    ("Adams leads with 4,618 votes to 4,529 for Brown. Just {} votes separate the two.", "89", "98", "SUM301 CHG202"),
    # points, and the rate that they were taken from in the next sentence
    ("The vacancy rate fell by 0.4 percentage points to 5.8%, the board said. In May it was {}%.", "6.2", "2.6", "CHG203"),
], lang="en")

test_others_are_silent = silent([
    "The state budget deficit narrowed to $2.6 billion in May of 2021 from $4.12 billion. For five months it ran a deficit of $153 million.",
    "Revenue was $31.47 billion. Service revenue rose 21% from $28.10 billion a year earlier.",
    "Revenue was $31.47 billion. Costs increased 21% in the quarter from $28.10 billion a year earlier.",
    "Revenues of the harbour were $558.0 million. Spending on cranes was $52.8 million, which left a surplus of $73.2 million after tax.",
    "The island saw 1,204 births and 988 weddings, an increase of 261.",
    "The bank has 3.2 million shares. Some 15 percent of the votes, or 1.63 million, were cast by post.",
    "Spain made 14.27 million tonnes of oil in 2004, 42% more than in 2002 and 21% more than in 2001. In 2003 it made 11.49 million tonnes.",
    # of another whole
    "The shire has 1,364 mills. Of the 1,020 that replied, 286 grind rye, or 28.0% of the total.",
    "The ward saw 7,216 patients. Some 1,964 came by boat, 27.9% of those over 65.",
    "Sales were £714 million. Exports made up £264 million of that. Home orders represented 39.7% of the backlog.",
    "Guests spent £286 million on rooms and £214 million on meals. Meals account for 24.7% of all spending.",
    "Of 364 wells, 72 (19.8%) had nitrate and 34 (47.2%) of these exceeded the limit.",
    "The convoy counted 276 ships. In the storm 61 ships were lost. Of the tankers 18 ships (56.1%) went down.",
    "Beans sold for $1.6 billion, 24% of exports; cotton for $1.2 billion, 38% of exports.",
    "The yard has 140 boats. Only 21 of the trawlers, or 45%, have radar.",
    "Gross profit was £126.4 million, or 35.0% of net sales, compared to £118.2 million, or 34.1% of net sales.",
    "A bowl of oats has 14 g of protein and 12 g of fibre, 48% of the daily value.",
    # rates of other things
    "In the first year 3,618 people applied; 904 were taken. In the second the acceptance rate was 25.9%.",
    "The poll of 1,046 adults found 58.2% in favour. Among the 318 who farm the proportion was 43.0%.",
    # steps of something else, or from another base
    "Revenue was $318.6 million in 2020. In 2021 it was $338.1 million. Growth of 6.7% in Chile offset a decline in Peru.",
    "Rainfall usually comes to 520 millimetres. In 1996 only 390 millimetres fell, 52% less than in 1995.",
    "Three years ago the choir had 420 members. It now has 315, and fees are 52% higher.",
    "Output fell by 1,400 tonnes, or 3.3%, from the level in the second shaft of 41,000 tonnes.",
    "The offer of $50 a share is a 25% premium to Friday's close of $40 and 12% more than last month's bid of $45.",
    "Traffic fell 25%, with the number of vans falling to 130,000 from 140,000.",
    # differences of other things, and rates of other times
    "There were 8,214 thefts in the year to June. In the year before there were 7,681 burglaries, a rise of 312.",
    "The club has 8,214 members. In 2018 it had 7,681 adults, a rise of 412 on 2017.",
    "Traffic was 8,214 vans in May. In April it was 7,681, a rise of 210 from March.",
    "Adams had 4,618 votes to 4,529, and 27 votes separate the next two.",
    "The rate fell 0.4 points to 6.1 percent in May from a year earlier. In April it was 6.0 percent.",
    "Approval slipped two points to 41%. In June it was 44%.",
    # points between other shares
    "Unemployment was 5.2% in May. In the south it is now 7.6%, a rise of 0.4 percentage points.",
    "Margins were up 2.4 points versus last year, and the share of exports improved to 31.6% from 27.4%.",
    "Among men 23.6% smoke and among women 17.4%. The difference between rich and poor is 2.6 points.",
    # differences of another time, and means of something else
    "Receipts came to £318 million and spending to £364 million. The deficit of £64 million forecast in March proved too gloomy.",
    "The 30 pupils raised $1,260, of which $24 each was their own.",
    "The side played 34 games and scored 1,020 points. The average of its rivals was 33.0.",
    "There are 86,400 homes, 2.6 persons each on average if the 11,200 people in barracks are left out.",
], lang="en")


def test_a_slip_explains_what_it_accuses() -> None:
    """A share that no slip explains is of something else, and so is one that is off by little more than rounding."""
    text = "Wardens counted 36,418 swans. Whoopers were the commonest, with 7,642 birds accounting for {}% of all swans."
    assert check_text(text.format("12.0"), lang="en").findings
    assert not check_text(text.format("47.6"), lang="en").findings
    assert not check_text(text.format("21.2"), lang="en").findings


def test_another_pair_explains_a_share() -> None:
    """A share that is right of other figures near is theirs."""
    text = "The farm sold 214,600 trees and 30,910 shrubs. Spruces, with 92,480, were the favourites and represented 14.4% of the trees sold."
    assert not check_text(text, lang="en").findings


def test_linear() -> None:
    """Time grows with the figures, not with their pairs."""
    def spent(times: int) -> float:
        text = "It was up by 514 members, or 4.2%, and 7,642 birds accounted for 21.0% of all swans, an average of 12.3. " * times
        check_text(text[:400], lang="en")
        start = time.process_time()
        check_text(text, lang="en")
        return time.process_time() - start

    assert spent(800) < 12 * max(spent(200), 0.05)
