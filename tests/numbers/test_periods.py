"""When a figure is of: printed years, and words of time reckoned from the date of the article."""

from __future__ import annotations

import pytest

import factcheck

DATE = "2024-03-12"
EN = [
    ("Since 2015, rents have risen 4% a year to 900 euros.", "2015.."),
    ("Between 2010 and 2020 the herd grew from 40 to 50 cows, up 25%.", "2010..2020"),
    ("Rents rose 25% from 400 to 500 euros in 2021.", "2021"),
    ("Last year rents rose 25% from 400 to 500 euros.", "2023"),
    ("Rents rose 25% from 400 to 500 euros this year.", "2024"),
    ("Rents rose 25% from 400 to 500 euros in the first half of 2022.", "2022-01..2022-06"),
    ("Fourth-quarter rents rose 25% from 400 to 500 euros.", "2023-Q4"),
    ("Rents rose 25% from 400 to 500 euros in Q1 2023.", "2023-Q1"),
    ("Rents rose 25% from 400 to 500 euros in the first nine months of 2021.", "2021-01..2021-09"),
    ("Rents rose 25% from 400 to 500 euros in February.", "2024-02"),
    ("Rents rose 25% from 400 to 500 euros in November.", "2023-11"),
    ("Rents rose 25% from 400 to 500 euros in May 2019.", "2019-05"),
    ("Over the past decade rents rose 25% from 400 to 500 euros.", "2014..2024"),
    ("Over the past three years rents rose 25% from 400 to 500 euros.", "2021..2024"),
    ("Over the last 18 months rents rose 25% from 400 to 500 euros.", "2022-09..2024-03"),
    ("Last month rents rose 25% from 400 to 500 euros.", "2024-02"),
    ("Last quarter rents rose 25% from 400 to 500 euros.", "2023-Q4"),
    ("Rents rose 25% from 400 to 500 euros.", ""),
    ("Rents may rise 25% from 400 to 500 euros.", ""),
    ("Rents rose 25% to 500 euros from 400 euros, more than last year.", ""),
]
ZH = [
    ("2015年后，房租由400元涨到500元，上涨25%。", "2015.."),
    ("16世纪初到九年，房租由400元涨到500元，上涨25%。", ""),
    ("2010年至2020年，房租由400元涨到500元，上涨25%。", "2010..2020"),
    ("去年房租由400元涨到500元，上涨25%。", "2023"),
    ("今年上半年房租由400元涨到500元，上涨25%。", "2024-01..2024-06"),
    ("2022年前三季度房租由400元涨到500元，上涨25%。", "2022-01..2022-09"),
    ("四季度房租由400元涨到500元，上涨25%。", "2023-Q4"),
    ("2023年第一季度房租由400元涨到500元，上涨25%。", "2023-Q1"),
    ("1至2月房租由400元涨到500元，上涨25%。", "2024-01..2024-02"),
    ("前十个月房租由400元涨到500元，上涨25%。", "2023-01..2023-10"),
    ("11月份房租由400元涨到500元，上涨25%。", "2023-11"),
    ("2019年5月房租由400元涨到500元，上涨25%。", "2019-05"),
    ("过去十年房租由400元涨到500元，上涨25%。", "2014..2024"),
    ("三年来房租由400元涨到500元，上涨25%。", "2021..2024"),
    ("上個月房租由400元漲到500元，上漲25%。", "2024-02"),
    ("上季度房租由400元涨到500元，上涨25%。", "2023-Q4"),
    ("房租由400元涨到500元，上涨25%。", ""),
    ("房租由400元涨到500元，上涨25%，比去年快。", ""),
]


def period(text: str, lang: str, date: str | None) -> str:
    (claim,) = [claim for claim in factcheck.check_text(text, lang=lang, date=date).claims if claim.relation in ("change", "growth")]
    return claim.period


@pytest.mark.parametrize(("text", "expected"), EN)
def test_english(text: str, expected: str) -> None:
    assert period(text, "en", DATE) == expected


@pytest.mark.parametrize(("text", "expected"), ZH)
def test_chinese(text: str, expected: str) -> None:
    assert period(text, "zh", DATE) == expected


@pytest.mark.parametrize(("text", "lang"), [("Last year rents rose 25% from 400 to 500 euros.", "en"), ("过去十年房租由400元涨到500元，上涨25%。", "zh")])
def test_what_the_article_does_not_date_stays_unknown(text: str, lang: str) -> None:
    assert period(text, lang, None) == ""


@pytest.mark.parametrize(("text", "lang", "expected"), [
    ("They met on 29 May.", "en", "2024-05-29"), ("They met on December 29.", "en", "2023-12-29"), ("They met on May 29, 2021.", "en", "2021-05-29"),
    ("会议于5月29日召开。", "zh", "2024-05-29"), ("去年5月29日，会议召开。", "zh", "2023-05-29"), ("會議於2021年5月29日召開。", "zh", "2021-05-29"),
])
def test_days_are_written_as_iso_dates(text: str, lang: str, expected: str) -> None:
    (claim,) = [claim for claim in factcheck.check_text(text, lang=lang, date=DATE).claims if claim.relation == "date"]
    assert claim.period == expected


def test_a_year_behind_the_day_tells_whether_it_exists() -> None:
    codes = [[f.code for f in factcheck.check_text(f"It opens on February 29, {year}.").findings] for year in (2023, 2024)]
    assert codes == [["TIM511"], []]
