"""Numbers in English prose: text, printed ends, unit, kind and hedge of each; and what is typed out."""

from __future__ import annotations

import math

import pytest

from factcheck import engine
from factcheck.text.document import parse
from factcheck.values import TYPED_OUT, Quantity


def read(text: str) -> list[Quantity]:
    found = [q for s in engine.read(parse(text, lang="en"), engine.Settings()) for q in s.quantities.values() if not q.hidden]
    return [q for q in found if q.kind not in TYPED_OUT]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(q.text, q.kind) for s in engine.read(parse(text, lang="en"), engine.Settings()) for q in s.quantities.values() if not q.hidden]


# sentence → (text, low, high, unit, kind, hedge) of each figure
Row = tuple[str, float, float, str, str, str]
FIGURES: dict[str, list[Row]] = {
    "It lost $6m a year ago.": [("$6m", 6e6, 6e6, "USD", "quantity", "=")],
    "Oil is 3 cents higher a gallon.": [("3 cents", 3, 3, "cent", "quantity", "=")],
    "He drank a pint and a half of stout.": [("a pint and a half", 1.5, 1.5, "pint", "quantity", "=")],
    "It lost several hundred million dollars.": [],
    "Maybe 90 rooms flooded.": [("90 rooms", 90, 90, "rooms", "quantity", "about")],
    "The best part of 700 people left.": [("700 people", 700, 700, "people", "quantity", "below")],
    "It seats 60 people, tops.": [("60 people", 60, 60, "people", "quantity", "=")],
    "Not even 30 people came.": [("30 people", 30, 30, "people", "quantity", "at_most")],
    "Demand rose two- to threefold.": [("two- to threefold", 2, 3, "x", "multiplier", "=")],
    "Four or five boats sank.": [("Four or five boats", 4, 5, "ships", "quantity", "=")],
    "It took 7 or 8 days.": [("7 or 8 days", 7, 8, "day", "quantity", "=")],
    "It fell 5% or 6 million.": [("5%", 5, 5, "percent", "share", "="), ("6 million", 6e6, 6e6, "", "quantity", "=")],
    "A deal of $3 billion-plus is near.": [("$3 billion", 3e9, 3e9, "USD", "quantity", "above")],
    "The hall is 20 x 35 feet.": [("20", 20, 20, "", "quantity", "="), ("35 feet", 35, 35, "ft", "quantity", "=")],
    "They rode for 3h 7m 20s.": [("3h 7m 20s", 11240, 11240, "second", "quantity", "=")],
    "Just shy of 600 voted.": [("600", 600, 600, "", "quantity", "below")],
    "The bridge cost $3-5 billion.": [("$3-5 billion", 3e9, 5e9, "USD", "quantity", "=")],
    "Turnover crossed the $7 billion mark.": [("$7 billion", 7e9, 7e9, "USD", "quantity", "=")],
    "The hut cost 70 marks.": [("70 marks", 70, 70, "DEM", "quantity", "=")],
    "Tickets went for between 10 and 20 dollars.": [("10 and 20 dollars", 10, 20, "USD", "quantity", "=")],
    "Bags of 100 - 1000 g were sold.": [("100 - 1000 g", 100, 1000, "g", "quantity", "=")],
    "The sample weighed between 3.5 g and roughly 8.5 g.": [("3.5 g and roughly 8.5 g", 3.5, 8.5, "g", "quantity", "=")],
    "Find cases with more than 30 and less than 40 pupils.": [("more than 30 and less than 40 pupils", 30, 40, "students", "quantity", "=")],
    "It does 0-to-60 mph in 4 seconds.": [("0-to-60 mph", 0, 60, "mph", "quantity", "="), ("4 seconds", 4, 4, "second", "quantity", "=")],
    "Growth of 5 to 7 per cent was seen.": [("5 to 7 per cent", 5, 7, "percent", "share", "=")],
    "He waited two and a half hours.": [("two and a half hours", 2.5, 2.5, "hour", "quantity", "=")],
    "They talked for an hour and a half.": [("an hour and a half", 1.5, 1.5, "hour", "quantity", "=")],
    "The film lasts an hour and 45 minutes.": [("an hour and 45 minutes", 105, 105, "minute", "quantity", "=")],
    "It took half an hour.": [("half an hour", 0.5, 0.5, "hour", "quantity", "=")],
    "The plot is three quarters of an acre.": [("three quarters of an acre", 0.75, 0.75, "acre", "quantity", "=")],
    "She ran it in 22 minutes 30 seconds.": [("22 minutes 30 seconds", 1350, 1350, "second", "quantity", "=")],
    "The door is 5 ft 2 in high.": [("5 ft 2 in", 62, 62, "inch", "quantity", "=")],
    "The fare was 13 dollars and 45 cents.": [("13 dollars and 45 cents", 13.45, 13.45, "USD", "quantity", "=")],
    "It cost 3 CAD 50 cents.": [("3 CAD 50 cents", 3.5, 3.5, "CAD", "quantity", "=")],
    "A plan of $US113 trillion.": [("$US113 trillion", 113e12, 113e12, "USD", "quantity", "=")],
    "They paid C$40m and HK $7.8bn.": [("C$40m", 4e7, 4e7, "CAD", "quantity", "="), ("HK $7.8bn", 7.8e9, 7.8e9, "HKD", "quantity", "=")],
    "Net profit was 3.2 mln dlrs.": [("3.2 mln dlrs", 3.2e6, 3.2e6, "USD", "quantity", "=")],
    "The flat sold for Rs. 20 lakh.": [("Rs. 20 lakh", 2e6, 2e6, "INR", "quantity", "=")],
    "A price of PS21,700 was asked.": [("21,700", 21700, 21700, "", "quantity", "=")],
    "Dividends were 17 cts a share.": [("17 cts a share", 17, 17, "cent", "quantity", "=")],
    "Some 20-odd ships came.": [("20-odd ships", 20, 20, "ships", "quantity", "about")],
    "A couple of dogs barked.": [("A couple of dogs", 2, 2, "dogs", "quantity", "about")],
    "Thousands of fans came.": [("Thousands of fans", 1e3, 1e4, "fans", "quantity", "several")],
    "Tens of thousands of letters came.": [("Tens of thousands of letters", 1e4, 1e5, "messages", "quantity", "several")],
    "More than half of them left.": [("More than half of", 0.5, 0.5, "", "fraction", "above")],
    "Nine out of ten dentists agreed.": [("Nine out of ten", 0.9, 0.9, "", "fraction", "=")],
    "A third of them left.": [("A third", 1 / 3, 1 / 3, "", "fraction", "=")],
    "The rate rose 25 basis points.": [("25 basis points", 25, 25, "basis_point", "basis_point", "=")],
    "Support fell 2.5 percentage points to 7 per cent.": [
        ("2.5 percentage points", 2.5, 2.5, "percent_point", "percent_point", "="), ("7 per cent", 7, 7, "percent", "share", "=")],
    "Sales grew sixfold, and traffic 300,000-fold.": [
        ("sixfold", 6, 6, "x", "multiplier", "="), ("300,000-fold", 3e5, 3e5, "x", "multiplier", "=")],
    "The model used 2.1×10^25 FLOP.": [("2.1×10^25 FLOP", 2.1e25, 2.1e25, "FLOP", "quantity", "=")],
    "Its mass is 1.7×10−27 kg.": [("1.7×10−27 kg", 1.7e-27, 1.7e-27, "kg", "quantity", "=")],
    "There are 2^10 cells.": [("2^10 cells", 1024, 1024, "cells", "quantity", "=")],
    "The total was 1\u202f234\u202f567.89.": [("1\u202f234\u202f567.89", 1234567.89, 1234567.89, "", "quantity", "=")],
    "Up to 5m people watched.": [("5m people", 5e6, 5e6, "people", "quantity", "at_most")],
    "He won the 100m race.": [("100m", 100, 100, "m", "quantity", "=")],
    "The yard has 32m2 of shade.": [("32m2", 32, 32, "m2", "quantity", "=")],
    "A 7.62mm barrel was found.": [("7.62mm", 7.62, 7.62, "mm", "quantity", "=")],
    "It fell to -3.5°C, or 25.7°F.": [("-3.5°C", -3.5, -3.5, "degC", "quantity", "="), ("25.7°F", 25.7, 25.7, "degF", "quantity", "=")],
    "Women aged 25 to 54 were asked.": [("25 to 54", 25, 54, "year", "age", "=")],
    "Ann Lee, 34, said so.": [("34", 34, 34, "year", "age", "=")],
    "The fund paid $2 million over 5 years.": [("$2 million", 2e6, 2e6, "USD", "quantity", "="), ("5 years", 5, 5, "year", "quantity", "=")],
    "Shares fell $28.63 to $38.65.": [("$28.63", 28.63, 28.63, "USD", "quantity", "="), ("$38.65", 38.65, 38.65, "USD", "quantity", "=")],
    "Nearly two thirds - 65% - agreed.": [("two thirds", 2 / 3, 2 / 3, "", "fraction", "below"), ("65%", 65, 65, "percent", "share", "=")],
    "It takes one to two years.": [("one to two years", 1, 2, "year", "quantity", "=")],
    "That one mile is long.": [("one mile", 1, 1, "mi", "quantity", "=")],
    "The centre is 6-foot-9 and 250 pounds.": [
        ("6-foot-9", 81, 81, "inch", "quantity", "="), ("250 pounds", 250, 250, "lb", "quantity", "=")],
    "They split it in a 70/30 deal.": [("70/30", 7 / 3, 7 / 3, "", "ratio", "=")],
    "It lay there for 1 year and 2 days.": [("1 year and 2 days", 367, 367, "day", "quantity", "=")],
    "It is 15 degrees below zero.": [("15 degrees below zero", -15, -15, "degree", "quantity", "=")],
    "The guard is six foot three.": [("six foot three", 75, 75, "inch", "quantity", "=")],
    "A 5-foot-9 keeper came on.": [("5-foot-9", 69, 69, "inch", "quantity", "=")],
    "She finished in 3 hours 41.": [("3 hours 41", 221, 221, "minute", "quantity", "=")],
    "The pie is now 4 dollars 75.": [("4 dollars 75", 4.75, 4.75, "USD", "quantity", "=")],
    "The toll is 6 € 40 cents.": [("6 € 40 cents", 6.4, 6.4, "EUR", "quantity", "=")],
    "He lent 30 dollars and 20 books.": [("30 dollars", 30, 30, "USD", "quantity", "="), ("20 books", 20, 20, "books", "quantity", "=")],
    "Its score was minus-3.2 points.": [("minus-3.2 points", -3.2, -3.2, "points", "quantity", "=")],
    "−8°C was measured.": [("−8°C", -8, -8, "degC", "quantity", "=")],
    "The balance is $-17.5m.": [("$-17.5m", -17.5e6, -17.5e6, "USD", "quantity", "=")],
    "The poll is right to plus or minus 4 percent.": [("4 percent", 4, 4, "percent", "share", "=")],
    "It fell three tenths of 1 percent.": [("three tenths of 1 percent", 0.3, 0.3, "percent", "share", "=")],
    "It rose point seven percent.": [("point seven percent", 0.7, 0.7, "percent", "share", "=")],
    "Add 2 and 3/4 cups.": [("2 and 3/4 cups", 2.75, 2.75, "cup", "quantity", "=")],
    "A yield of Y=78 billion.": [("Y=78 billion", 78e9, 78e9, "JPY", "quantity", "=")],
    "About 3 -6 kg of it.": [("3 -6 kg", 3, 6, "kg", "quantity", "about")],
    "It has 40,000+ members and 60-plus shops.": [
        ("40,000+ members", 40000, 40000, "members", "quantity", "above"), ("60-plus shops", 60, 60, "shops", "quantity", "above")],
    "They drew over 300 and under 400 fans.": [("over 300 and under 400 fans", 300, 400, "fans", "quantity", "=")],
    "Guests aged between 30 and 45 came.": [("30 and 45", 30, 45, "year", "age", "=")],
    "The parcel weighed 14 pounds.": [("14 pounds", 14, 14, "lb", "quantity", "=")],
    "The ticket cost 14 pounds.": [("14 pounds", 14, 14, "GBP", "quantity", "=")],
    "The pup weighs 3 pounds 5 ounces.": [("3 pounds 5 ounces", 53, 53, "oz", "quantity", "=")],
    "The board of the bank said on Tuesday night that it had raised the rate by 35 basis\npoints for all of its clients in the country.": [
        ("35 basis\npoints", 35, 35, "basis_point", "basis_point", "=")],
    "The three million mark was passed.": [("three million", 3e6, 3e6, "", "quantity", "=")],
}

# sentence → what is read of it and typed out
OUT: dict[str, list[tuple[str, str]]] = {
    "The Big Six met in the Group of Seven.": [("Six", "name"), ("Seven", "name")],
    "A quarter-final defeat hurt.": [],
    "Write to Main Street, Waco, Texas 76701.": [("76701", "code")],
    "It is an 8K television.": [("8K", "name")],
    "Its tier-1 ratio is sound.": [("1", "reference")],
    "Section 14(2) was cut.": [("14(2)", "name")],
    "Twenty-somethings rarely vote.": [("Twenty", "name")],
    "He won a six-figure sum.": [("six", "name")],
    "They met at half past nine.": [("nine", "clock")],
    "Route 40 crosses the hills.": [("40", "reference")],
    "See Figure 5B for it.": [("5B", "reference")],
    "She left the class of '87.": [("87", "year")],
    "Write to Tulsa, OK 74103, please.": [("74103", "code")],
    "The under-19 side won.": [("19", "ordinal")],
    "The talks were on 3 and 8 July.": [("3", "date"), ("8", "date")],
    "ASEAN 10+3 leaders met.": [("10+3", "name")],
    "The leak of carbon-14 was small.": [("carbon-14", "name")],
    "The Stoxx 600 index and the Nasdaq 100 fell.": [("600", "name"), ("100", "name")],
    "They fly the Boeing 747 and the 787 Dreamliner.": [("747", "name"), ("787", "name")],
    "Windows 11 runs on it.": [("11 runs", "name")],
    "GPT-4 beat the A100 and the PLX-R18.": [("GPT-4", "name"), ("A100", "name"), ("R18", "name")],
    "The new ID.3 was seen.": [("ID.3", "name")],
    "He was in the top ten and the last-16.": [("ten", "ordinal"), ("16", "ordinal")],
    "The category 4 hurricane came.": [("4", "reference")],
    "It is at 16-18 Mill Road.": [("16-18 Mill", "code")],
    "The season ran Sept. 20-24.": [("20-24", "date")],
    "Since the 2006-07 season and the 2010/2011 one.": [("2006-07", "year"), ("2010/2011", "year")],
    "Costs are above 2019 levels.": [("2019 levels", "year")],
    "It stood between A.D. 1000 and 1260.": [("1000 and 1260", "year")],
    "Kick-off is at 1830 GMT.": [("1830 GMT", "clock")],
    "They won 3-2 on the night.": [("3", "score"), ("2", "score")],
    "After 9/11 it was open 24/7.": [("9/11", "name"), ("24/7", "name")],
    "Call +44 20 7946 0958.": [("44 20 7946 0958", "phone")],
    "A third option was found.": [("A third", "ordinal")],
    "2018s best seller": [("2018s", "year")],
    "A 5-2 win, then a 1-3 loss.": [("5", "score"), ("2 win", "score"), ("1", "score"), ("3 loss", "score")],
    "He won 6-7 6-4 6-2.": [("6-7", "score"), ("6", "score"), ("4", "score"), ("6", "score"), ("2", "score")],
    "The No. 7 seed met the #3 team.": [("7", "reference"), ("3 team", "reference")],
    "It offers: (1) reach; (2) speed and (3) trust.": [("1", "list_marker"), ("2", "list_marker"), ("3", "list_marker")],
    "An A-10 flew; an 8-K was filed.": [("A-10", "name"), ("8-K", "name")],
    "It opened on June 07, 2019.": [("07", "date"), ("2019", "year")],
    "It closed on 08 May 2021.": [("08", "date"), ("2021", "year")],
    "Drill holes 006 and 009 hit ore.": [("006", "code"), ("009", "code")],
    "Its 4G network is up; see note [12].": [("4G", "name"), ("12", "reference")],
    "A 10K race starts at 12 noon.": [("10K", "name"), ("12 noon", "clock")],
    "Before Ocean's Eleven he was unknown.": [("Eleven", "name")],
    "In nineteen sixty-eight he left, to return by twenty ten.": [("nineteen sixty-eight", "year"), ("twenty ten", "year")],
    "They rose at 6 o'clock and ate at quarter to seven.": [("6 o'clock", "clock"), ("seven", "clock")],
    "It shows 3D films in 1440p.": [("3D", "name"), ("1440p", "name")],
    "A 2-D map came in 1H 2026.": [("2-D", "name"), ("1H", "name"), ("2026", "year")],
    "It passed H.R. 812 near Pad 7B.": [("812", "reference"), ("7B", "reference")],
    "She lives at 9C Mill Lane.": [("9C", "reference")],
    "It has Bluetooth 4.2.": [("4.2", "name")],
    "They lost 24-10 to fall to 2-6.": [("24", "score"), ("10", "score"), ("2-6", "score")],
    "Peru 13-19 Chile": [("13-19", "score")],
    "Luke 4:8 was read.": [("4:8", "reference")],
    "He ran the 5k in May, to reach the last 32.": [("5k", "name"), ("32", "ordinal")],
    "It lasts from May two to June nine.": [("two", "date"), ("nine", "date")],
    "On May 9, 1846, it burnt.": [("9", "date"), ("1846", "year")],
    "At the 2021 Members’ Meeting he rose.": [("2021 Members", "year")],
    "His pressure was 130/85 mmHg.": [("130/85 mmHg", "score")],
    "It is open on 3, 12 and 25 June.": [("3", "date"), ("12", "date"), ("25", "date")],
    "It sat at 3200-3240 S Lake Road.": [("3200-3240", "code")],
    "Doors open at 0845 hrs today.": [("0845 hrs", "clock")],
    "Each one in a different colour.": [],
    "Hers was one of the oldest mills, one of Leith's finest.": [("one", "partitive"), ("one", "partitive")],
    "Not one of his 9 rivals was one of us.": [("one", "partitive"), ("9", "quantity")],
    "One of four doors shut; one of them jammed.": [("four doors", "quantity")],
    "A six-speed gearbox and a four-stroke engine drove 6 mills.": [("6 mills", "quantity")],
}

NOTHING = [
    "One of the best, no one doubted.", "This one is better than that one.", "He is the one who knows.", "One by one they left.", "A second later it was gone.",
    "The second car was first.", "They met at one point.", "One day it may come.", "The first half was dull.",
    "A second-half goal.", "The Six Nations began.", "Ask four.example about it.",
]


@pytest.mark.parametrize("text", FIGURES)
def test_figures(text: str) -> None:
    found = read(text)
    assert [(q.text, q.unit, q.kind, q.hedge) for q in found] == [(t, u, k, h) for t, _, _, u, k, h in FIGURES[text]]
    for q, (_, low, high, *_) in zip(found, FIGURES[text], strict=True):
        assert math.isclose(q.printed_low, low, rel_tol=1e-9)
        assert math.isclose(q.printed_high, high, rel_tol=1e-9)
        assert q.low <= q.printed_low <= q.printed_high <= q.high


@pytest.mark.parametrize("text", OUT)
def test_typed_out(text: str) -> None:
    assert kinds(text) == OUT[text]


@pytest.mark.parametrize("text", NOTHING)
def test_no_figure(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", [*FIGURES, *OUT])
@pytest.mark.parametrize("prefix", ["The weather was fine. ", "Nobody knows why it rained.\n\n"])
def test_a_neutral_prefix_only_shifts(text: str, prefix: str) -> None:
    def rows(whole: str, by: int) -> list[tuple[object, ...]]:
        found = [q for s in engine.read(parse(whole, lang="en"), engine.Settings()) for q in s.quantities.values()]
        assert all(whole[q.start : q.end] == q.text for q in found)
        return [(q.start - by, q.end - by, q.text, q.low, q.high, q.printed_low, q.printed_high, q.unit, q.kind, q.hedge) for q in found]

    assert rows(prefix + text, len(prefix)) == rows(text, 0)
