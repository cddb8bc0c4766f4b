"""What each form of numeral stands for, and what is not read."""

import pytest

from factcheck.text import language
from factcheck.text.numerals import Numeral, parse_digits, parse_scientific
from factcheck.text.numerals.en import CONTINUERS, SCALE_VALUES, STARTERS, read_words
from factcheck.text.numerals.zh import find_zh, find_zh_approx, is_bare, is_percent, parse_zh

DIGITS = {
    "7": (7, 0.5, 1), "12,000": (12000, 0.5, 2), "1,234,567": (1234567, 0.5, 7), "12,34,567": (1234567, 0.5, 7),
    "1 234 567": (1234567, 0.5, 7), "1\u202f234.5": (1234.5, 0.05, 5), "1'234'567": (1234567, 0.5, 7), "3.5": (3.5, 0.05, 2),
    "3.50": (3.5, 0.005, 3), "0.05": (0.05, 0.005, 1), ".5": (0.5, 0.05, 1), "３．５": (3.5, 0.05, 2), "3·5": (3.5, 0.05, 2),
    "１２，０００": (12000, 0.5, 2), "1e6": (1e6, 5e5, 1), "2.1e-3": (0.0021, 5e-5, 2), "½": (0.5, 0, 1), "2½": (2.5, 0, 2),
    "2 1/2": (2.5, 0, 2), "3/4": (0.75, 0, 1), "7⁄8": (0.875, 0, 1), "1,23": None, "1,2345": None, "12，345": None, "1.2.3": None,
    "5.": None, "": None, "3/0": None, "1,234 567": None, "²": None,
}
SCIENTIFIC = {
    "2.1×10^25": (2.1e25, 5e23, 2), "2.1 x 10²⁵": (2.1e25, 5e23, 2), "10^25": (1e25, 5e24, 1), "5.81 × 10⁻⁴⁸": (5.81e-48, 5e-51, 3),
    "6·10^23": (6e23, 5e22, 1), "3 × 10^{-3}": (0.003, 0.0005, 1), "10": None, "2^10": None, "10^9999": None,
}
ENGLISH = {                                     # text: value, half, words used
    "two people": (2, 0.5, 1), "twenty-one years": (21, 0.5, 1), "two hundred and fifty thousand": (250000, 5000, 5),
    "a hundred": (100, 50, 2), "five million": (5e6, 5e5, 2), "5 million": (5e6, 5e5, 2), "5.25 million": (5250000, 5000, 2),
    "250 thousand": (250000, 500, 2), "4 thousand 3 hundred and 21": (4321, 0.5, 6), "a dozen": (12, 6, 2), "two dozen eggs": (24, 6, 2),
    "half a dozen": (6, 0.5, 3), "half": (0.5, 0, 1), "half a million": (5e5, 5e4, 3), "a half million": (5e5, 5e4, 3),
    "one and a half million": (1.5e6, 5e4, 5), "a million and a half": (1.5e6, 5e4, 5), "two and three quarters": (2.75, 0, 4),
    "two-and-a-half": (2.5, 0, 1), "a third": (1 / 3, 0, 2), "two thirds": (2 / 3, 0, 2), "two-thirds": (2 / 3, 0, 1),
    "three-quarters": (0.75, 0, 1), "three quarters of a billion": (7.5e8, 5e7, 5), "one over three": (1 / 3, 0, 3),
    "one over three years": (1, 0.5, 1), "seven thousandths": (0.007, 0, 2), "one point five": (1.5, 0.05, 3),
    "one point five million": (1.5e6, 5e4, 4), "zero point zero eight": (0.08, 0.005, 4), "three lakh crore": (3e12, 5e11, 3),
    "thirteen hundred": (1300, 50, 2), "one thousand and one": (1001, 0.5, 4), "one million, two hundred thousand": (1, 0.5, 1),
    "two and three": (2, 0.5, 1), "one hundred and five hundred": (100, 50, 2), "two thousand and five thousand": (2000, 500, 2),
    "5 million and 20 cars": (5e6, 5e5, 2), "two million two years ago": (2e6, 5e5, 2), "3 quarters": (3, 0.5, 1),
    "two seconds": (2, 0.5, 1), "one second": (1, 0.5, 1), "two third graders": (2, 0.5, 1), "forty two and a half percent": (42.5, 0, 5),
    "hundred thousand": (1e5, 5e4, 2), "one hundred and three quarters": (100.75, 0, 5), "1.5 million and a half": (1.5e6, 5e4, 2),
    "seven twenty-fifths": (0.28, 0, 2), "eight thirty-seconds": (0.25, 0, 2), "two hundred forty fifths": (200 / 45, 0, 4),
    "three one-hundredths": (0.03, 0, 2), "four hundred and three dozen": (436, 6, 5), "six hundred and eleven hundredths": (600.11, 0, 5),
    "thirty fifths": (6, 0, 2), "nineteen eighty": None, "twenty-first": None, "twenty-fifth": None, "one hundred and fifth": None, "millions": None,
    "thousand": None, "dozens": None, "a": None, "an hour": None, "a second": None, "a hundreds": None,
}
CHINESE = {                                     # text: value, half, characters used
    "三千五百二十亿": (3520e8, 5e8, 7), "五百万": (5e6, 5e5, 3), "三千五百亿元": (3500e8, 5e9, 5), "两万三": (23000, 500, 3),
    "一千五": (1500, 50, 3), "二百五": (250, 5, 3), "一百零五": (105, 0.5, 4), "一点五亿": (1.5e8, 5e6, 4), "十五": (15, 0.5, 2),
    "二十": (20, 0.5, 2), "廿三": (23, 0.5, 2), "五百卅": (530, 5, 3), "两千点零": (2000, 0.05, 4), "一千六点五": (1600.5, 0.05, 5),
    "二〇二三年": (2023, 0.5, 4), "一二三": (123, 0.5, 3), "3万4千": (34000, 500, 4), "1.2亿": (1.2e8, 5e6, 4),
    "30萬6108": (306108, 0.5, 7), "3萬764件": (30764, 0.5, 5), "121萬632戶": (1210632, 0.5, 7), "5万20年": (5e4, 5e3, 2), "2千零30万": (20300000, 5000, 6), "3.5百万": (3.5e6, 5e4, 5), "1亿2000万": (1.2e8, 5000, 7),
    "1 亿 2000 万": (1.2e8, 5000, 10), "1600 万元": (1.6e7, 5000, 6), "500万": (5e6, 5000, 4), "百万": (1e6, 5e5, 2),
    "万亿美元": (1e12, 5e11, 2), "千亿": (1e11, 5e10, 2), "十亿": (1e9, 5e8, 2), "1.5万亿": (1.5e12, 5e10, 5), "10万万": (1e9, 5e7, 4),
    "四十九兆": (49e12, 5e11, 4), "壹仟贰佰": (1200, 50, 4), "叁拾肆萬": (340000, 5000, 4), "一萬零四十": (10040, 5, 5),
    "三分之一": (1 / 3, 0, 4), "３分之二": (2 / 3, 0, 4), "五又四分之一": (5.25, 0, 6), "一百分之二": (0.02, 0, 5), "一半": (0.5, 0, 2),
    "半年": (0.5, 0, 1), "半百": (50, 5, 2), "百分之三十五": (35, 0.5, 6), "百分之2.4": (2.4, 0.05, 6), "百分之百": (100, 0.5, 4),
    "千分之五": (0.5, 0.05, 4), "万分之三": (0.03, 0.005, 4), "两": (2, 0.5, 1), "二两": (2, 0.5, 1), "三千两百两": (3200, 50, 4),
    "十点二十分": (10, 0.5, 1), "五兆瓦": (5, 0.5, 1), "五千瓦": (5, 0.5, 1), "3千米": (3, 0.5, 1), "三千米": (3000, 500, 2),
    "五千字": (5000, 500, 2), "2百分点": (2, 0.5, 1), "三千参加": (3000, 500, 2), "1亿2022年": (1e8, 5e7, 2), "20，300": (20, 0.5, 2),
    "三八折": (38, 0.5, 2), "零": (0, 0.5, 1), "一百零": (100, 50, 2), "两百点两": (200, 50, 2), "大陆": None, "参加": None,
    "半导体": None, "万一": None, "亿万": None, "千瓦": None, "拾金": None, "十四五": None, "三四十": None, "几十": None, "亿": None,
    "人": None, "六萬五八一二件": (65812, 0.5, 6), "四萬八二五人": (40825, 0.5, 5), "三一六億四〇七二萬元": (31640720000, 5000, 9),
    "二十三萬四五一七": (234517, 0.5, 8), "三八二．六億元": (38260000000, 5000000, 6), "三十一．四％": (31.4, 0.05, 5),
    "七．二億": (720000000, 5000000, 4), "九．一八事变": (9, 0.5, 1), "五·四运动": (5, 0.5, 1), "三萬六一斤": (36000, 500, 3),
}
VAGUE = {
    "几十": (20, 99, 2), "几十万": (2e5, 9.9e5, 3), "几万": (20000, 99999, 2), "数千": (2000, 9999, 2), "数百万": (2e6, 9.99e6, 3),
    "十几": (11, 19, 2), "十几万": (1.1e5, 1.9e5, 3), "二十几": (21, 29, 3), "一百零几": (101, 109, 4), "一百几十": (120, 199, 4),
    "三四十": (30, 40, 3), "七八千": (7000, 8000, 3), "两三个": (2, 3, 2), "三五天": (3, 5, 2), "一两百万": (1e6, 2e6, 4),
    "一两个": (1, 2, 2), "十七八": (17, 18, 3), "一百五六十": (150, 160, 5), "三百五六": (350, 360, 4), "三、四十": (30, 40, 4),
    "百分之三四十": (30, 40, 6), "十四五岁": (14, 15, 3), "十四五": None, "一两白银": None, "一二线": None, "三四五": None, "一百": None,
    "几个": None, "五六月": None, "三八": None,
}


def expect(found: tuple[Numeral, int] | None, expected: tuple[float, float, int] | None) -> None:
    assert (found is None) == (expected is None), found
    if found and expected:
        assert found[0].value == pytest.approx(expected[0], rel=1e-15)
        assert found[0].half == pytest.approx(expected[1], rel=1e-15)
        assert found[1] == expected[2]


@pytest.mark.parametrize("text", DIGITS)
def test_digits(text: str) -> None:
    expected = DIGITS[text]
    assert parse_digits(text) == (None if expected is None else Numeral(*expected))


@pytest.mark.parametrize("text", SCIENTIFIC)
def test_scientific(text: str) -> None:
    expected = SCIENTIFIC[text]
    assert parse_scientific(text) == (None if expected is None else Numeral(*expected))


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    expect(read_words(text.split(), 0), ENGLISH[text])


@pytest.mark.parametrize("text", CHINESE)
def test_chinese(text: str) -> None:
    expect(find_zh(text, 0), CHINESE[text])


@pytest.mark.parametrize("text", VAGUE)
def test_vague(text: str) -> None:
    assert find_zh_approx(text, 0) == VAGUE[text]


@pytest.mark.parametrize(("text", "value"), [
    ("7 万5 千4 百", 75400), ("三千 八百 二十", 3820), ("３ 分 之 一", 1 / 3), ("百 分 之 2", 2), ("一 百 二 十 点 五", 120.5),
    ("20 30", None)])
def test_gaps_are_passed_over_on_request(text: str, value: float | None) -> None:
    numeral = parse_zh(text, spaces=True)
    assert (numeral and numeral.value) == value


def test_half_where_it_is_not_a_number() -> None:
    assert find_zh("上半年", 1) is None
    assert find_zh("大半个", 1) is None


def test_words_that_look_like_digits_need_room() -> None:
    assert find_zh("在大陆万家", 2) is None
    assert find_zh("人民币陆拾元", 3) == (Numeral(60.0, 0.5, 1), 5)
    assert find_zh("萬分之肆。", 0) == (Numeral(0.04, 0.005, 1), 4)


def test_a_long_run_without_sense_is_no_number() -> None:
    assert find_zh("十" * 1000, 0) == (Numeral(0.0, 0.0, 0), 1000)
    assert find_zh("十十", 0) == (Numeral(10.0, 0.5, 1), 1)


def test_nouns_that_end_in_number_are_not_several() -> None:
    assert find_zh_approx("人数百万", 1) is None
    assert find_zh_approx("有数百万", 1) == (2e6, 9.99e6, 4)


def test_percent_and_bare_scales_are_told() -> None:
    assert is_percent("百分之五", 0, 4)
    assert not is_percent("五百分之一", 0, 5)
    assert is_bare("万亿")
    assert not is_bare("三万")


def test_every_starter_and_scale_is_known() -> None:
    assert STARTERS <= CONTINUERS


def test_scales_are_worth_the_same_in_the_vocabulary_and_in_numerals() -> None:
    """rules/en/words.toml has those behind digits, which may be shorter ("5m")."""
    words = {word: entry.scale for word, entry in language.load()["en"].lexicon.words.items() if entry.scale and word in SCALE_VALUES}
    assert len(words) > 20
    assert words == {word: SCALE_VALUES[word] for word in words}
