"""What nothing has read, and the only figures near it that it can be of: told only of slips that chance seldom makes."""

from __future__ import annotations

from .examples import silent, slips

test_both = slips([
    # steps
    ("The herd shrank {}% between 2007, when there were 51,000, and 2013, when there were 35,000.", "31", "13", "CHG201"),
    ("Coffee has surged {}% since the start of May, when it stood at $43.45 a bag, and now sells at $61.70.", "42", "24", "CHG201"),
    ("Profit came to $9.7 million, or $0.88 per diluted share, from $8.1 million, or $0.74 per diluted share, for a rise of {}%.",
     "19.8", "91.8", "CHG201"),
    ("There was a {}% growth in freight. In May 3,833 tonnes of freight were moved, as against 3,260 tonnes a year before.", "17.6", "16.7",
     "CHG201"),
    ("The trade gap widened by {}% in May. It rose to $44.4 billion from $39.8 billion.", "11.6", "16.1", "CHG201"),
    ("Rent was $42.18, having stood at $48.75 a week earlier. The loss of {}% hurt.", "13.5", "15.3", "CHG201"),
    ("Having stood at 640 tonnes in spring and 448 by August, the store has lost {}% of its grain.", "30", "3", ""),
    ("The store held 640 tonnes in spring and 448 tonnes by August, having lost {}% of its grain.", "30.0", "3.00", "CHG201"),
    # shares
    ("We asked 658 growers. There was a {}% response rate with 431 replies.", "65.5", "56.5", "SHR311"),
    ("Wind made 31.7 terawatt hours. As the island used 84.3 terawatt hours in all, that made {}%.", "37.6", "36.7", "SHR311"),
    ("She won 61,204 of the 118,300 votes, which gave her {} percent.", "51.7", "57.1", "SHR311"),
    # sums
    ("The steamer left with 1,057 passengers and 423 crew. Of the {} people on board 465 swam.", "1,480", "1,840", ""),
    ("It had 8,434 callers; 4,349 came by day; {} came at night.", "4,085", "4,805", "SUM301"),
    ("The levy failed by {} votes with 1,994 supporting it and 2,476 rejecting it.", "482", "842", "SUM301"),
    ("First-half profit came to 36.4 million crowns. With {} million in the second half, the total was 78.3 million.", "41.9", "49.1",
     "SUM301"),
    ("Methane makes up {}% of the gas, ethane 7.9%, propane 3.1% and nitrogen the other 1.7%.", "87.3", "83.7", "SUM302"),
    # so much in so many days
    ("With 1,260 calls in 28 days, the line took {} calls a day.", "45", "54", "SUM322"),
])

test_silent = silent([
    "A 14% increase in paper prices hurt the mill. They were up slightly at 46.1 million from 45.2 million.",
    "The crown has strengthened by 16% since May, and could go to 32.1 from 34.2 by June.",
    "Imports rose 60,260 tonnes, or 14.6%, last year to 471,891 tonnes.",
    "It lost 469.3 million, compared with a profit of 38.7 million, which included a gain of 341.2 million.",
    "A cut of 36 billion will miss the goal of a 108 billion deficit and would fall 27 billion short.",
    "Around 18,000 flats are due this year, up 6.3 percent, on the back of demand in the 18 wards of the city, it said.",
    "The order book stood at 1.7 bln euro on June 30, up by 18.6 pct on the year, with foreign orders amounting to 412 mln euro.",
    "Of $431.2bn owed, homes owe $80.7bn. Firms owe $226.1bn, of which banks owe $83.7bn. The state owes the rest at $124.4bn.",
    "It saw 640 guests in May, while its rival had 448, and fares fell 13%.",
    "Sales were 5.50 billion yen, up 12% from a year earlier, at a rate of 147 yen.",
    "Sales fell 50.1–52.2% from 42.8 tonnes to 20.9 tonnes.",
    "Some 8,434 voters cast ballots (32.7 percent turnout). The mast bore winds of 141 kts (162 mph), gusting to 166 kts (191 mph).",
    "Some 34% of men, 42% of women and 51% of the others smoke.",
    "With 1,260 calls in 28 days and 340 letters, the line took 54 calls an hour.",
    "The rate was 56.5% among the 658 who came, and 431 others came late, 12.1% of all.",
    "The log held 2271 830 2651 and no more.",
    "Fees rose 13.1% in Hull, and the town had 51,000 homes in 2007 and 35,000 in 1950.",
])
