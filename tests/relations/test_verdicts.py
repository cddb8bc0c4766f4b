"""One line a case: what each relation says of figures that fit, nearly fit, and do not."""

from __future__ import annotations

import pytest

from factcheck.judge import judge
from factcheck.values import Claim

from .figures import claim, pc, q, year

UP, DOWN = {"direction": "up"}, {"direction": "down"}

SILENT = [
    claim("change", UP, old=q("20"), new=q("25 million"), percent=pc("25%")),
    claim("change", UP, old=q("$639m", "USD"), new=q("$1.13bn", "USD"), percent=pc("76%")),             # cut off, not rounded
    claim("change", DOWN, old=q("300k"), new=q("200k"), percent=pc("33%")),
    claim("change", {}, old=q("9,400"), new=q("8,100"), difference=q("1,300")),
    claim("editions", {"step": "1"}, start=year(1990), end=year(2019), count=q("29th", value=29)),         # founded in 1990, held from 1991
    claim("editions", {"step": "1", "held": "first"}, start=year(1990), end=year(2023), count=q("32nd", value=32)),      # not in 2020 and 2021
    claim("editions", {"fewer": "yes"}, start=year(1890), end=year(2019), count=q("101st", value=101)),
    claim("pairings", {"form": "knockout"}, teams=q("128"), matches=q("128")),                             # one for the third place
    claim("spaced", length=q("1,200 m", "m"), every=q("30 m", "m"), count=q("41")),
    claim("spaced", {"sides": "2"}, length=q("1,200 m", "m"), every=q("30 m", "m"), count=q("82")),
    claim("extent", length=q("40 km", "km"), width=q("25 km", "km"), extent=q("638", "km2")),           # a lake is no rectangle
    claim("extent", {"plain": "yes"}, length=q("40 km", "km"), width=q("25 km", "km"), extent=q("1,020", "km2")),
    claim("enlarged", {"power": "3"}, side=q("twice", "x", value=2), extent=q("8x", "x", value=8)),
    claim("ratio", first=q("84"), second=q("57"), left=q("7"), right=q("5")),
    claim("p_value", {"test": "t"}, statistic=q("-2.31"), df=q("97"), p=q("0.02")),
    claim("p_value", {"test": "t"}, statistic=q("1.77"), df=q("97"), p=q("0.04")),                       # one tail
    claim("p_value", {"test": "t"}, statistic=q("2.31"), df=q("97"), p=q("0.12")),                       # corrected for several tests
    claim("p_value", {"test": "f"}, statistic=q("4.1"), df=q("3"), df2=q("8.9"), p=q("0.04")),
    claim("p_value", {"test": "r"}, statistic=q("1.00"), df=q("38"), p=q("0.001")),
    claim("p_value", {"test": "chi2"}, statistic=q("0.00"), df=q("2"), p=q("1.0")),
    claim("change", UP, old=q("58.2", "percent"), new=q("64.9", "percent"), points=q("6.7", "percent_point")),
    claim("risk_ratio", DOWN, ratio=q("0.78"), percent=pc("22%")),
    claim("risk_ratio", DOWN, ratio=q("1.28"), percent=pc("42%")),
    claim("change", DOWN, old=pc("40.0%"), new=pc("38.7%"), points=q("130", "basis_point")),
    claim("change", UP, difference=q("64p"), new=q("1,130p"), percent=pc("6%")),
    claim("change", DOWN, difference=q("50.1"), new=q("793.4"), percent=pc("6%")),
    claim("change", UP, old=q("-5.2m"), new=q("3.1m"), percent=pc("160%")),                             # from a loss: no base
    claim("change", {"direction": "up", "explained": "可比口径"}, old=q("74.31亿"), new=q("78.61亿"), percent=pc("8.2%")),
    claim("change", UP, mood="negated", old=q("20"), new=q("25"), percent=pc("50%")),
    claim("change", {"direction": "up", "inverse": "yes"}, old=q("107.2"), new=q("105.1"), percent=pc("2%")),
    claim("change", UP, old=q("$20m", "USD"), new=q("£25m", "GBP"), percent=pc("50%")),                 # two currencies
    claim("change", UP, old=q("about 30", hedge="about"), new=q("40"), percent=pc("40%")),
    claim("change", {"direction": "up", "reading": "by"}, old=q("8.6"), new=q("77.9"), factor=q("8.1倍", "x")),
    claim("change", {"direction": "up", "reading": "both"}, old=q("10.2"), new=q("30.6"), factor=q("3x", "x")),
    claim("change", {"direction": "up", "reading": "both"}, old=q("10.2"), new=q("40.8"), factor=q("3x", "x")),
    claim("change", UP, factor=q("tripled", "x", value=3), percent=pc("200%")),
    claim("compounded", up=[pc("40%"), pc("25%")], total=pc("75%")),
    claim("compounded", up=[pc("10%"), pc("10%")], total=pc("20%")),                                    # 9.5 and 9.5
    claim("compounded", up=[pc("40%"), pc("25%")], total=pc("90%")),                                    # nothing that was added up
    claim("instalments", deposit=q("£500", "GBP"), count=q("24"), rate=q("£80", "GBP"), total=q("£2,420", "GBP")),
    claim("way_back", down=pc("40%"), up=pc("67%")),
    claim("way_back", {"same": "yes"}, down=pc("40%"), up=pc("30%")),
    claim("inverse", up=pc("25%"), down=pc("10%")),                                                     # in part only
    claim("growth", doubling=q("3-4 months", "month", value=3, high=4), factor=q("10x", "x")),
    claim("growth", doubling=q("18 months", "month"), percent=pc("59%")),
    claim("growth", factor=q("tripled", "x", value=3), period=q("two years", "year", value=2), percent=pc("73%", per="year")),
    claim("growth", old=q("$20.9bn"), start=year(2024), new=q("$148.4bn"), end=year(2029), percent=pc("48.1%")),
    claim("growth", doubling=q("six months", "month", value=6, half=0.5), factor=q("4.5x", "x")),       # six is a rounded six
    claim("share", part=q("12"), whole=q("40"), percent=pc("30%")),
    claim("share", part=q("One", value=1), whole=q("five", value=5), percent=pc("20%")),
    claim("share", part=q("913"), whole=q("2,055"), percent=pc("44.43%")),
    claim("share", rest=q("12"), whole=q("300"), percent=pc("96%")),
    claim("share", part=q("12"), rest=q("288"), whole=q("300"), percent=pc("4%")),
    claim("share", part=q("20"), whole=q("62"), fraction=q("A third", value=1 / 3)),
    claim("implied_whole", part=[q("90,199"), q("50,979")], percent=[pc("63.89%"), pc("36.11%")]),
    claim("total", total=q("$6.2m"), part=[q("$4.2m"), q("$1.1m"), q("$0.9m")]),
    claim("total", {"exhaustive": "no"}, total=q("2,170"), part=[q("1,128"), q("988")]),
    claim("shares_whole", {"exhaustive": "yes"}, share=[pc("33%"), pc("33%"), pc("33%")]),
    claim("shares_whole", share=[pc("33%"), pc("12%")]),
    claim("shares_whole", {"exhaustive": "multiple"}, share=[pc("73%"), pc("62%")]),
    claim("conversion", a=q("10 miles", "mi"), b=q("16 km", "km")),
    claim("conversion", a=q("120 miles", "mi"), b=q("200 km", "km")),                                   # rounded for the reader
    claim("conversion", a=q("43C", "celsius"), b=q("109F", "fahrenheit")),
    claim("conversion", a=q("$1.2bn", "USD"), b=q("£780m", "GBP")),
    claim("conversion", a=q("$1.2bn", "USD"), b=q("500 XAU", "XAU")),                                   # no band is known
    claim("conversion", a=q("70 kg", "t"), b=q("80 km", "km")),                                         # not a conversion
    claim("product", rate=q("1.7m", per="day"), count=q("quarter", "quarter", value=1), total=q("155m")),
    claim("product", rate=q("1.7m", per="day"), count=q("quarter", "quarter", value=1), total=q("110m")),        # working days
    claim("mean", total=q("129,281"), count=q("49,416"), mean=q("2.62")),
    claim("interval", {"span": "year"}, count=q("105,120"), every=q("300 s", "day", factor=1.0)),
    claim("regular", {"span": "year"}, count=q("36,500"), rate=q("100", per="day")),
    claim("regular", {"span": "year"}, count=q("36,500"), rate=q("140", per="day")),                      # on working days
    claim("interval", {"span": "month"}, count=q("2,900"), each=q("one", value=1), every=q("900 s", "day", factor=1.0)),
    claim("interval", count=q("105,120"), every=q("9 s", "day", factor=1.0)),                             # in what time is not said
    claim("timespan", start=year(1987), end=year(1991), duration=q("five years", "year", value=5)),     # both ends counted
    claim("timespan", start=year(1987), end=year(1991), duration=q("four years", "year", value=4)),
    claim("anniversary", start=year(1950), end=year(2020), count=q("70th", value=70, kind="ordinal")),
    claim("named_span", {"span": "decade"}, start=year(1980), end=year(1989)),
    claim("ago", {"today": "2020"}, year=year(1990), duration=q("29 years", "year")),
    claim("ago", {}, year=year(1990), duration=q("9 years", "year")),                                   # no dateline
    claim("clock", time=q("24:00", value=24, kind="ratio")),
    claim("clock", time=q("1:750", value=1 / 750, kind="ratio")),
    claim("impossible", base=q("0.4"), percent=pc("40%")),
    claim("date", {"date": "2024-02-29"}, date=q("29 February 2024", value=29, kind="date")),
    claim("date", {"date": "2023-07-10", "weekday": "1"}, date=q("10 July 2023", value=10, kind="date")),
    claim("threshold", {"outcome": "reached"}, yes=q("67"), no=q("33"), threshold=q("two-thirds", value=2 / 3)),
    claim("threshold", {"outcome": "missed"}, yes=q("67"), whole=q("100"), threshold=q("two-thirds", value=2 / 3)),     # half a vote
    claim("threshold", {"outcome": "reached"}, yes=q("about 15,000", hedge="about"), whole=q("60,000"), threshold=q("a quarter", value=0.25)),
    claim("threshold", {}, yes=q("57"), no=q("43"), threshold=q("two-thirds", value=2 / 3)),                           # what became of it?
    claim("needed", {}, needed=q("66 votes"), whole=q("100 members"), threshold=q("two-thirds", value=2 / 3)),
    claim("zones", {"from": "1200", "until": "180", "dial": "1440"},
          apart=q("7 hours", "hour", value=7, dimension="[time]", factor=3600.0)),
    claim("zones", {"from": "630", "until": "930", "dial": "1440"},
          apart=q("6 hours", "hour", value=6, dimension="[time]", factor=3600.0),
          duration=q("11.5 hours", "hour", value=11.5, dimension="[time]", factor=3600.0)),         # half an hour on the ground
    claim("weekdays", {"apart": "13 14", "day": "4", "said": "4"},
          first=q("February 26", value=26, kind="date"), second=q("March 11", value=11, kind="date")),
    claim("impossible", share=pc("100%")),
    claim("impossible", correlation=q("0.32")),
    claim("lead", lead=pc("7"), margin=pc("3")),
    claim("majority", {"cue": "most"}, percent=pc("50.4%")),
    claim("hedges", {"first": "about", "second": "about"}, figure=q("300")),
    claim("same", a=q("20 million"), b=q("19.7 million")),
    claim("superlative", top=q("620"), other=q("520")),
    claim("nothing of the kind", a=q("1"), b=q("2")),
]

ACCUSED = [
    ("CHG201", "error", "", claim("change", UP, old=q("20"), new=q("25 million"), percent=pc("50%"))),
    ("CHG201", "error", "points_for_percent", claim("change", DOWN, old=pc("57.5%"), new=pc("55.9%"), percent=pc("1.6%"))),
    ("CHG201", "error", "ratio_for_increase", claim("change", UP, old=q("130"), new=q("198"), percent=pc("152%"))),
    ("CHG201", "error", "scale_1000", claim("change", UP, old=q("$639m", "USD"), new=q("$1.13m", "USD"), percent=pc("76.8%"))),
    ("CHG201", "warning", "", claim("change", UP, mood="quoted", old=q("20"), new=q("25"), percent=pc("70%"))),
    ("CHG202", "error", "transposed_digits", claim("change", {}, old=q("9,400"), new=q("8,100"), difference=q("1,030"))),
    ("CHG203", "error", "transposed_digits", claim("change", UP, old=pc("58.18%"), new=pc("64.91%"), points=q("7.63", "percent_point"))),
    ("CHG204", "error", "", claim("change", UP, old=q("100 t", "t"), new=q("112 t", "t"), points=q("12", "percent_point"))),
    ("CHG205", "error", "transposed_digits", claim("change", UP, difference=q("46p"), new=q("1,130p"), percent=pc("6%"))),
    ("CHG206", "error", "", claim("change", UP, difference=q("60"), old=q("500"), percent=pc("15%"))),
    ("CHG207", "error", "scale_100", claim("change", UP, difference=q("907 million"), new=q("65.22 million"), percent=pc("16.2%"))),
    ("CHG208", "warning", "points_for_percent", claim("change", UP, old=pc("6%"), new=pc("7%"), percent=pc("1%"))),
    ("CHG211", "warning", "increase_or_ratio",
     claim("change", {"direction": "up", "reading": "by"}, old=q("50万"), new=q("200万"), factor=q("4倍", "x"))),
    ("CHG211", "error", "", claim("change", UP, old=q("50万"), new=q("200万"), factor=q("翻了三番", "x", value=8))),
    ("CHG211", "error", "doublings_for_times", claim("change", UP, old=q("50万"), new=q("200万"), factor=q("翻了四番", "x", value=16))),
    ("CHG212", "error", "ratio_for_increase", claim("change", UP, factor=q("quadrupled", "x", value=4), percent=pc("400%"))),
    ("CHG221", "error", "", claim("change", UP, old=q("4,000"), new=q("2,000"))),
    ("GRW101", "error", "", claim("growth", doubling=q("3-4 months", "month", value=3, high=4), factor=q("50x", "x"))),
    ("GRW101", "error", "months_for_years", claim("growth", doubling=q("3-4 years", "year", value=3, high=4), factor=q("10x", "x"))),
    ("GRW101", "error", "percent_for_times", claim("growth", doubling=q("3-4 months", "month", value=3, high=4), percent=pc("10%"))),
    ("GRW101", "error", "", claim("growth", doubling=q("18 months", "month"), percent=pc("80%"))),
    ("GRW101", "error", "", claim("growth", halving=q("two years", "year", value=2), percent=pc("50%", direction="down"))),
    ("GRW101", "error", "", claim("growth", factor=q("tripled", "x", value=3), period=q("two years", "year", value=2), percent=pc("60%", per="year"))),
    ("GRW101", "error", "simple_for_compound",
     claim("growth", old=q("$49.29bn"), start=year(2024), new=q("$98.19bn"), end=year(2032), percent=pc("12.4%"))),
    ("GRW101", "error", "year_too_many", claim("growth", old=q("712亿"), start=year(2015), new=q("5367亿"), end=year(2024), percent=pc("22%"))),
    ("SHR311", "error", "", claim("share", part=q("12"), whole=q("40"), percent=pc("35%"))),
    ("SHR311", "error", "complement", claim("share", part=q("12"), whole=q("40"), percent=pc("70%"))),
    ("SHR311", "error", "", claim("share", part=q("71"), whole=q("38"), percent=pc("over 80%", hedge="above"))),
    ("SHR311", "error", "scale_100", claim("share", part=q("68"), whole=q("109"), percent=pc("6239%"))),
    ("SHR312", "error", "", claim("share", part=q("20"), whole=q("80"), fraction=q("A third", value=1 / 3))),
    ("SHR313", "error", "", claim("share", fraction=q("三分之一", value=1 / 3), percent=pc("45%"))),
    ("SHR317", "error", "transposed_digits", claim("share", part=[q("140"), q("92")], whole=q("240"), percent=pc("69.7%"))),
    ("SHR318", "error", "transposed_digits", claim("share", part=q("326"), rest=[q("50"), q("24")], percent=pc("85.1%"))),
    ("SHR322", "error", "transposed_digits", claim("share", rest=q("12"), whole=q("300"), percent=pc("69%"))),
    ("SHR314", "error", "transposed_digits", claim("implied_whole", part=[q("91,099"), q("50,979")], percent=[pc("63.89%"), pc("36.11%")])),
    ("SHR315", "warning", "", claim("majority", {"cue": "most"}, percent=pc("39%"))),
    ("SHR316", "warning", "", claim("majority", {"cue": "majority"}, part=q("86"), whole=q("200"))),
    ("SUM301", "error", "", claim("total", total=q("$6.8m"), part=[q("$4.2m"), q("$1.1m"), q("$0.9m")])),
    ("SUM301", "error", "left_out", claim("total", total=q("$53m"), part=[q("$42m"), q("$11m"), q("$19m")])),
    ("SUM301", "error", "", claim("total", {"exhaustive": "no"}, total=q("900"), part=[q("811"), q("688")])),
    ("SUM302", "warning", "", claim("shares_whole", share=[pc("60%"), pc("35%"), pc("15%")])),
    ("SUM302", "error", "transposed_digits", claim("shares_whole", {"exhaustive": "yes"}, share=[pc("43%"), pc("13%"), pc("26%")])),
    ("SUM303", "warning", "", claim("count", {"items": "3"}, count=q("four", value=4))),
    ("SUM305", "warning", "", claim("part_of", whole=q("340 staff", "people"), part=q("450 staff", "people"))),
    ("SUM304", "error", "", claim("complement", share=[pc("35%"), pc("75%")])),
    ("SUM321", "error", "", claim("product", rate=q("1.7m", per="day"), count=q("quarter", "quarter", value=1), total=q("68m"))),
    ("SUM325", "warning", "", claim("interval", {"span": "year"}, count=q("105,120"), every=q("500 s", "day", factor=1.0))),
    ("SUM326", "warning", "scale_10", claim("regular", {"span": "year"}, count=q("36,500"), rate=q("10", per="day"))),
    ("CHG213", "warning", "added_up", claim("compounded", up=[pc("40%"), pc("25%")], total=pc("65%"))),
    ("CHG213", "warning", "added_up", claim("compounded", {"exact": "yes"}, old=q("£500", "GBP"), down=[pc("40%"), pc("25%")], new=q("£175", "GBP"))),
    ("CHG214", "warning", "", claim("way_back", down=pc("40%"), up=pc("40%"))),
    ("CHG214", "warning", "", claim("way_back", {"same": "yes"}, up=pc("30%"), down=pc("30%"))),
    ("CHG215", "warning", "", claim("inverse", up=pc("25%"), down=pc("25%"))),
    ("SUM328", "warning", "", claim("flow", {"span": "year", "per": "day"}, rate=q("£15.50", "GBP"), total=q("£3,657", "GBP"))),
    ("SUM329", "warning", "transposed_digits",
     claim("instalments", deposit=q("£500", "GBP"), count=q("24"), rate=q("£80", "GBP"), total=q("£2,240", "GBP"))),
    ("SUM327", "warning", "scale_10", claim("incidence", {"base": "1000000"}, events=q("660 deaths"), population=q("5.5m"), rate=q("12"))),
    ("SUM333", "warning", "", claim("stock", start=q("1,860"), came=[q("215")], went=[q("97")], end=q("2,172"))),
    ("XRF812", "warning", "", claim("behind", own=q("35"), other=q("31"), ahead=q("39"))),
    ("XRF813", "warning", "", claim("place", {"place": "2", "direction": "up"}, own=q("212"), other=[q("230"), q("225")])),
    ("SUM336", "warning", "", claim("between", part=[q("71.4"), q("76.8")], mean=q("78.2"))),
    ("SUM334", "warning", "", claim("points", wins=q("7"), draws=q("3"), points=q("26 points", "points"))),
    ("SUM330", "warning", "transposed_digits", claim("pairings", {"form": "once"}, teams=q("10 clubs"), matches=q("54 matches"))),
    ("SUM330", "warning", "", claim("pairings", {"form": "knockout"}, teams=q("128 players"), matches=q("137 matches"))),
    ("SUM330", "warning", "", claim("pairings", {"form": "twice"}, teams=q("20 clubs"), matches=q("340 matches"))),
    ("SUM330", "warning", "transposed_digits", claim("pairings", {"form": "each"}, teams=q("16"), games=q("30"), matches=q("420"))),
    ("SUM331", "warning", "", claim("spaced", length=q("1,200 m", "m"), every=q("30 m", "m"), count=q("61"))),
    ("SUM332", "warning", "transposed_digits", claim("ratio", {"base": "100", "way": "told"}, first=q("1,120"), second=q("1,000"), ratio=q("121"))),
    ("SUM332", "warning", "", claim("ratio", first=q("120"), second=q("80"), left=q("3"), right=q("1"))),
    ("STA905", "error", "", claim("risk_ratio", DOWN, ratio=q("0.78"), percent=pc("42%"))),
    ("SUM323", "warning", "", claim("averaged", part=[q("20"), q("24"), q("28"), q("33")], mean=q("31.5"))),
    ("SUM322", "error", "transposed_digits", claim("mean", total=q("129,281"), count=q("49,416"), mean=q("2.26"))),
    ("CNV401", "error", "", claim("conversion", a=q("10 miles", "mi"), b=q("26 km", "km"))),
    ("CNV401", "error", "inverse_factor", claim("conversion", a=q("120 miles", "mi"), b=q("75 km", "km"))),
    ("CNV401", "error", "linear_for_area", claim("conversion", a=q("368", "mi2"), b=q("592", "km2"))),
    ("CNV401", "error", "other_unit", claim("conversion", a=q("30 ft", "ft"), b=q("48 km", "km"))),
    ("CNV401", "error", "level_for_difference", claim("conversion", {"reading": "difference"}, a=q("4C", "celsius"), b=q("39.2F", "fahrenheit"))),
    ("CNV404", "error", "scale_10", claim("conversion", a=q("$1.8bn", "USD"), b=q("£94m", "GBP"))),
    ("CNV403", "warning", "transposed_digits",
     claim("exchange", a=q("$12.4m", "USD"), b=q("£5.6m", "GBP"), c=q("$30.5m", "USD"), d=q("£16.1m", "GBP"))),
    ("CNV402", "error", "scale_1000", claim("conversion", a=q("$1.2bn", "USD"), b=q("£780,000", "GBP"))),
    ("CNV405", "warning", "scale_10", claim("extent", {"plain": "yes"}, length=q("30 km", "km"), width=q("50 km", "km"), extent=q("150", "km2"))),
    ("CNV405", "warning", "scale_10", claim("extent", length=q("30 km", "km"), width=q("50 km", "km"), extent=q("150", "km2"))),
    ("CNV406", "warning", "", claim("enlarged", side=q("twice", "x", value=2), extent=q("twice", "x", value=2))),
    ("TIM501", "error", "", claim("timespan", start=year(1976), end=year(1986), duration=q("twenty years", "year", value=20))),
    ("TIM502", "warning", "", claim("timespan", start=year(1994), end=year(1949))),
    ("TIM511", "error", "", claim("date", {"date": "--06-31"}, date=q("31 June", value=31, kind="date"))),
    ("TIM512", "error", "", claim("date", {"date": "2023-07-10", "weekday": "2"}, date=q("10 July 2023", value=10, kind="date"))),
    ("SHR320", "warning", "", claim("threshold", {"outcome": "reached"}, yes=q("57"), no=q("43"), threshold=q("two-thirds", value=2 / 3))),
    ("SHR320", "warning", "", claim("threshold", {"outcome": "missed"}, yes=q("71"), whole=q("100"), threshold=pc("66.7%"))),
    ("SHR321", "warning", "", claim("needed", {}, needed=q("60 votes"), whole=q("100 members"), threshold=q("two-thirds", value=2 / 3))),
    ("TIM515", "warning", "", claim("zones", {"from": "1200", "until": "180", "dial": "1440", "days": "1"},
                                    apart=q("8 hours", "hour", value=8, dimension="[time]", factor=3600.0))),
    ("TIM514", "warning", "", claim("weekdays", {"apart": "13 14", "day": "4", "said": "2"},
                                    first=q("February 26", value=26, kind="date"), second=q("March 11", value=11, kind="date"))),
    ("TIM503", "error", "", claim("anniversary", start=year(1950), end=year(2020), count=q("60th", value=60, kind="ordinal"))),
    ("TIM503", "warning", "year_too_many", claim("anniversary", start=year(1950), end=year(2020), count=q("71st", value=71, kind="ordinal"))),
    ("TIM517", "warning", "", claim("editions", {"step": "1", "held": "first"}, start=year(1990), end=year(2019), count=q("40th", value=40))),
    ("TIM517", "warning", "", claim("editions", {"step": "2"}, start=year(1990), end=year(2010), count=q("21st", value=21))),
    ("TIM517", "warning", "", claim("editions", {"fewer": "yes"}, start=year(1990), end=year(2019), count=q("40th", value=40))),
    ("TIM518", "warning", "", claim("roman", numeral=q("MDCCCXLVI", value=1846), year=q("1864"))),
    ("TIM504", "warning", "", claim("named_span", {"span": "decade"}, start=year(1980), end=year(2010))),
    ("TIM508", "warning", "", claim("hours", {"from": "390", "until": "660"},
                                    duration=q("five and a half hours", "hour", value=5.5, dimension="[time]", factor=3600.0))),
    ("TIM507", "warning", "", claim("ages", {}, young=q("9", "year"), start=year(1955), age=q("58", "year"), end=year(1999))),
    ("SHR319", "warning", "scale_10", claim("vote_gap", {}, first=q("24,120"), second=q("23,880"), percent=pc("5%"))),
    ("TIM506", "warning", "", claim("days", {"from": "2016-05-03", "until": "2016-05-14"},
                                    duration=q("three weeks", "week", value=3, dimension="[time]", factor=604_800.0))),
    ("TIM505", "error", "", claim("ago", {"today": "2020"}, year=year(1990), duration=q("twenty years", "year", value=20))),
    ("TIM513", "error", "", claim("clock", time=q("19:75", value=19 / 75, kind="ratio"))),
    ("IMP608", "error", "", claim("impossible", base=q("0"), percent=pc("40%"))),
    ("IMP601", "error", "", claim("impossible", share=pc("105%"))),
    ("IMP602", "error", "", claim("impossible", probability=pc("130%"))),
    ("IMP603", "error", "", claim("impossible", correlation=q("1.32"))),
    ("IMP604", "error", "", claim("impossible", fall=pc("600%"))),
    ("IMP605", "error", "", claim("impossible", count=q("-3", value=-3))),
    ("IMP607", "warning", "", claim("impossible", {"cue": "price"}, fall=pc("100%"))),
    ("STA901", "warning", "", claim("p_value", {"test": "t"}, statistic=q("1.23"), df=q("97"), p=q("0.02"))),
    ("STA901", "warning", "", claim("p_value", {"test": "f"}, statistic=q("2.40"), df=q("1"), df2=q("45"), p=q("0.046"))),
    ("STA901", "warning", "", claim("p_value", {"test": "r"}, statistic=q("0.14"), df=q("38"), p=q("0.009"))),
    ("STA901", "warning", "", claim("p_value", {"test": "chi2"}, statistic=q("1.9"), df=q("2"), p=q("0.011"))),
    ("IMP606", "warning", "", claim("impossible", p=q(".000", value=0, half=0.0005))),
    ("IMP611", "warning", "", claim("lead", lead=pc("2"), margin=pc("3"))),
    ("IMP612", "warning", "", claim("lead", first=pc("46%"), second=pc("44%"), margin=pc("3"))),
    ("HED701", "warning", "", claim("hedges", {"first": "below", "second": "bounded"}, figure=q("300"))),
    ("HED702", "note", "", claim("hedged", figure=q("1,234,567", hedge="about"))),
    ("HED703", "note", "", claim("dropped_hedge", headline=q("50"), body=q("50", hedge="at_least"))),
    ("USE701", "warning", "", claim("usage", factor=q("three times", "x", value=3))),
    ("USE702", "warning", "", claim("wording", {"cue": "power_for_energy"}, figure=q("51 MW"))),
    ("XRF801", "warning", "transposed_digits", claim("same", a=q("1,507"), b=q("1,057"))),
    ("XRF811", "warning", "", claim("superlative", top=q("400"), other=q("520"))),
]


def test_a_bare_figure_is_shown_in_the_unit_of_its_neighbour() -> None:
    case = claim("change", {}, old=q("454,000"), new=q("410,000 t", "t"), difference=q("35,000"))
    finding = judge(case, "en").finding
    assert finding is not None
    assert finding.message == "The difference between 454,000 and 410,000 t is 44,000, not 35,000."
    assert "35,000 → 44,000" in finding.derivation[-1]


@pytest.mark.parametrize("case", SILENT, ids=lambda c: f"{c.relation}: {', '.join(x.text for x in c.quantities)}")
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_silent(case: Claim, lang: str) -> None:
    judged = judge(case, lang)
    assert judged.finding is None
    assert judged.verdict in ("consistent", "consistent_when_rounded", "not_checked")
    assert isinstance(judged.derivation, tuple)


@pytest.mark.parametrize(("code", "severity", "slip", "case"), ACCUSED, ids=lambda v: v if isinstance(v, str) else "")
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_accused(code: str, severity: str, slip: str, case: Claim, lang: str) -> None:
    finding = judge(case, lang).finding
    assert finding is not None
    assert (finding.code, finding.severity, finding.slip) == (code, severity, slip)
    assert "{" not in finding.message
    assert finding.derivation
    assert finding.spans


def test_every_code_has_a_case() -> None:
    from factcheck import relations

    assert {code for code, *_ in ACCUSED} == set(relations.catalogue())


def test_the_arithmetic_is_shown() -> None:
    finding = judge(claim("change", UP, old=q("1.44亿"), new=q("1.80亿"), percent=pc("32%")), "en").finding
    assert finding is not None
    assert finding.derivation[:3] == ("(1.80 − 1.44) ÷ 1.44 = 25.0%", "with rounding 24.2 … 25.8%", "stated 32%")
    assert finding.suggestion == "25%"
    assert finding.message == "From 1.44亿 to 1.80亿 is a change of 25%, not 32%."


def test_a_total_is_shown() -> None:
    finding = judge(claim("total", total=q("$6.8m"), part=[q("$4.2m"), q("$1.1m"), q("$0.9m")]), "zh").finding
    assert finding is not None
    assert finding.derivation[:3] == ("4.2 + 1.1 + 0.9 = 6.2", "计入舍入为 6.05 … 6.35", "文中为 $6.8m")
    assert finding.suggestion == "$6.2m"


def test_a_rate_is_normalised_to_a_year() -> None:
    judged = judge(claim("growth", doubling=q("3-4 months", "month", value=3, high=4), factor=q("10x", "x")), "en")
    assert judged.factor_per_year is not None
    assert [round(end, 6) for end in judged.factor_per_year] == [8, 16]
    assert "8.0 … 16.0" in judged.derivation[0]


def test_an_explanation_is_told() -> None:
    judged = judge(claim("change", {"direction": "up", "explained": "可比口径"}, old=q("74.31亿"), new=q("78.61亿"), percent=pc("8.2%")), "zh")
    assert judged.verdict == "not_checked"
    assert judged.derivation[-1] == "文中已有说明：可比口径"
