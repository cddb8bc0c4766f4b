"""Lives in years, and jubilees, over sentences: what is told, and what is another's."""

from __future__ import annotations

from .examples import accused, linked, silent, slips

LIFE = "Ada Brown was born in Hull in 1921 and wrote nine novels.\n\nShe died in Leeds in 1990 at the age of {age}."
TOLD = [
    ("陶艺家方可（1871—1926），宜兴人，原名方大石。他去世时年仅{}岁，学生为他立碑。", "55", "45", "TIM501"),
    ("陶藝家方可（1871—1926），宜興人。他病逝時{}歲，留下窯場三座。", "55", "75", "TIM501"),
    ("Ida Marsh (1871–1926) built boats in Hull. She died at home aged {}.", "55", "65", "TIM501"),
    ("灯彩艺人方可因病于2019年3月2日在南京逝世，享年{}岁。方可生于1941年5月，六岁学艺。", "78", "68", "TIM501"),
    ("方可2019年3月2日去世，终年{}岁。她出生于1941年。", "78", "68", "TIM501"),
    ("2019年9月6日，校友从各地赶回。这所创办于1949年的县中迎来{}周年校庆。", "70", "80", "TIM503"),
    ("2019年9月6日，街坊都來了。這家創辦於1949年的藥鋪舉行{}週年店慶。", "70", "60", "TIM503"),
]
OTHERS = [
    "陶艺家方可（1871—1926），宜兴人，幼年学艺。他去世时，儿子年仅5岁。",
    "陶艺家方可（1871—1926），宜兴人，父亲早逝。父亲去世时年仅35岁。",
    "陶艺家方可（1871—1926），宜兴人。1890年，他的师傅去世时年仅45岁。",
    "陶艺家方可（1871—1926）与沈石（1880—1950）同窗。他去世时年仅70岁。",
    "灯彩艺人方可因病于2019年3月2日在南京逝世，享年78岁。其子方小可生于1971年5月。",
    "方可2019年3月2日去世，终年78岁。她出生于1951年的妻子仍健在。",
    "2019年9月6日，校友从各地赶回。这所创办于1949年的县中举行了抗战胜利74周年展览。",
    "2018年县城通车。这所创办于1949年的县中2019年迎来70周年校庆。",
]

test_slips_are_told = slips(TOLD)
test_of_others = silent(OTHERS)
test_of_two = accused([("陶艺家方可（1871—1926），宜兴人。他去世时年仅45岁。他病逝时55岁。", "TIM501")])


def test_life() -> None:
    assert linked(LIFE.format(age=69)) == []
    assert linked(LIFE.format(age=59)) == ["TIM501"]
    assert linked(LIFE.format(age=59).replace("She", "Her father")) == []
    assert linked("她生于1921年，著有小说九部。\n\n1990年，她在利兹逝世，享年59岁。") == ["TIM501"]
    assert linked("她生于1921年，著有小说九部。\n\n1990年，她在利兹逝世，享年70岁。") == []
