"""Figures that are found each by its own words: editions, pairs, gaps, sides and areas, ratios, Roman numerals, weddings."""

from __future__ import annotations

import pytest

from factcheck import check_text

from .examples import accused, silent, slips

test_editions = slips([
    ("First held in 1981, the Lundholm kite festival has taken place every year since and celebrated its {} edition in 2018.",
     "38th", "50th", "TIM517"),
    ("The race has been run every year without a break since 1954, and this June, in 2016, riders will line up for the {} time.",
     "63rd", "73rd", "TIM517"),
    ("The regatta dates back to 1923. It has been held every year since, except 2020 and 2021, and the {} regatta takes place in 2023.",
     "99th", "89th", "TIM517"),
    ("The biennial was first mounted in 1984 and is held every two years; the 2010 edition was the {}.", "14th", "24th", "TIM517"),
    ("The quadrennial games were first held in 1962, and the 2014 games were the {}.", "14th", "24th", "TIM517"),
    ("The sheepdog trials began in 1962 and have never missed a year; the 2012 trials were the {}.", "51st", "61st", "TIM517"),
    ("The inaugural annual pie contest was in 1997. Last weekend, in September 2015, the {} annual pie contest drew 400 people.",
     "19th", "29th", "TIM517"),
    ("首届柳江龙舟赛于1988年举行，此后每年一届，从未间断，2017年举办的是第{}届。", "30", "40", "TIM517"),
    ("灯会始办于1985年，除2020年和2021年外每年举办，2023年为第{}届。", "37", "47", "TIM517"),
    ("电影节自1993年创办以来，每两年举办一届，2015年举办了第{}届。", "12", "22", "TIM517"),
    ("1978年，首届全县农民运动会开幕，此后每四年一届。2010年，第{}届农民运动会如期举行。", "9", "19", "TIM517"),
    ("這項馬拉松1997年首度舉辦，之後年年舉行，2019年為第{}屆。", "23", "32", "TIM517"),
])
test_other_editions = silent([
    "First held in 1946, the meeting has been held most years since, and the 61st was in 2016.",
    "The annual show, first held in 1899 and interrupted by two wars, reached its 110th edition in 2019.",
    "The choir was founded in 1981 and has sung every year since at the festival, which held its 60th edition in 2018.",
    "The festival has been held every year since 1981; in 2018 its founder celebrated his 80th birthday.",
    "The lecture, given every year since 1970, was delivered in 2018 by the 62nd Earl of Mar.",
    "The inaugural annual pie contest was in 1951. In September 2015 the 29th annual pie contest drew 400 people.",
    "The festival was founded in 1981, has been held every year since, and had its 37th edition in 2018.",
    "该书展创办于1996年，2018年迎来第20届，其间曾停办三年。",
    "学校创办于1988年，每年招生一次，2017年举办了第40届运动会。",
    "论坛2001年首次举办，2019年举办第15届。",
    "The show has been staged annually since 1960, and the 2015 show marked the 45th year of its flower contest.",
    "The festival has been held every year since 1990, and in 2015 it hosted the 20th reunion of a school.",
    "艺术节自1990年起每年举办一届，2015年的艺术节上，第15届青年画展开幕。",
    "学校自1998年起每年举办一届科技节，2015年迎来第56届毕业生。",
    "该奖自1990年起每年评选，2015年第40位获奖者产生。",
    "该展会每年春秋各举办一届，创办于1957年，2019年秋为第126届。",
    "Held every year since 1991 except 2001 and 2020, the show reached its 30th edition in 2022.",
])


def test_one_too_few() -> None:
    (finding,) = check_text("First held in 1981, the festival has taken place every year since and had its 37th edition in 2018.").findings
    assert (finding.verdict, finding.severity, finding.expected) == ("ambiguous", "warning", (38.0, 38.0))


test_pairs = slips([
    ("With 128 players in a knockout draw, {} matches will be played before there is a winner.", "127", "137", "SUM330"),
    ("It takes {} matches to find a champion among the 64 entrants in the knockout tournament.", "63", "73", "SUM330"),
    ("Ten clubs will play each other once, making {} matches in all.", "45", "54", "SUM330"),
    ("The 20 clubs meet each other home and away, a total of {} matches.", "380", "340", "SUM330"),
    ("Each of the eight counties plays every other county once, which makes {} matches.", "28", "26", "SUM330"),
    ("Each of the 16 teams plays 30 games, so the season has {} games.", "240", "420", "SUM330"),
    ("If all 12 guests shake hands with one another, there are {} handshakes.", "66", "76", "SUM330"),
    ("128名选手参加单败淘汰赛，决出冠军共需进行{}场比赛。", "127", "137", "SUM330"),
    ("10支球队进行单循环比赛，共计{}场比赛。", "45", "54", "SUM330"),
    ("18支球队双循环，整个赛季共有{}场比赛。", "306", "360", "SUM330"),
    ("联赛有14支球队，每队要打26场，全部比赛共{}场。", "182", "128", "SUM330"),
    ("8名代表两两握手，一共握手{}次。", "28", "38", "SUM330"),
])
test_gaps = slips([
    ("Lamps are to be put up every 30 metres along the 1,200-metre promenade, {} of them in all.", "41", "60", "SUM331"),
    ("Fence posts stand every 4 metres along the 800-metre boundary, {} posts in total.", "201", "240", "SUM331"),
    ("Trees were planted every 5 metres on both sides of the 2-kilometre avenue, a total of {} trees.", "802", "1,600", "SUM331"),
    ("长1200米的滨江步道上每隔30米安装一盏路灯，共安装{}盏。", "40", "61", "SUM331"),
    ("道路全长2公里，两侧每隔5米种植一棵树，共种植{}棵。", "800", "1600", "SUM331"),
])
test_other_pairs = silent([
    "The 32 teams play a total of 64 matches at the World Cup.",
    "Six teams in each of four groups play each other once, 60 matches in all.",
    "Ten clubs play each other once, making 45 matches, before the top four go on to the play-offs.",
    "With 128 players in a knockout draw, 97 matches were played in the first week.",
    "Trees were planted along the 2-kilometre avenue every 5 metres or so, about 300 trees on each side.",
    "32支球队参加世界杯，共进行64场比赛。",
    "24支球队分为6组进行单循环比赛，共36场。",
    "128名选手参加单败淘汰赛，首日进行37场比赛。",
    "In the round robin, 10 players have finished 23 matches.",
    "The knockout cup, with 64 teams, has seen 12 matches decided on penalties.",
    "Cameras stand every 500 metres along the 12-kilometre road, and 60 drivers were fined.",
    "Bus stops are placed every 400 metres along the 6 km street, with 12 shelters built.",
    "16支球队参加单败淘汰赛，其中8场在本市举行。",
    "大道长3公里，每隔50米设一组垃圾桶，沿线共有商铺200个。",
])
test_extents = slips([
    ("The field, 300 metres by 500, covers an area of {} square metres.", "150,000", "15,000", "CNV405"),
    ("The hall is 40 metres long and 25 metres wide, giving a floor area of {} square metres.", "1,000", "1,500", "CNV405"),
    ("The 12ft by 15ft bedroom has {} sq ft of floor space.", "180", "280", "CNV405"),
    ("The mural, measuring 12 metres by 8, takes up {} square metres of wall.", "96", "69", "CNV405"),
    ("The crater lies in a square of 20 km a side, an area of {} square kilometres.", "400", "40", "CNV405"),
    ("Each slab is 2 metres long, 1.5 metres wide and 0.5 metres high, a volume of {} cubic metres.", "1.5", "15", "CNV405"),
    ("试验田长300米、宽500米，面积{}万平方米。", "15", "1.5", "CNV405"),
    ("足球场长105米，宽68米，总面积为{}平方米。", "7140", "7410", "CNV405"),
    ("水池长20米、宽10米、深2米，容积为{}立方米。", "400", "4000", "CNV405"),
    ("这块地为边长200米的正方形，面积为{}平方米。", "40000", "4000", "CNV405"),
    ("展台长12米，寬8米，佔地{}平方米。", "96", "116", "CNV405"),
])
test_enlarged = slips([
    ("A pizza with twice the diameter has {} the area.", "four times", "twice", "CNV406"),
    ("Tripling the radius of the dish makes its collecting area {} as large.", "nine times", "three times", "CNV406"),
    ("把管道直径扩大到原来的2倍，截面积就变为原来的{}倍。", "4", "2", "CNV406"),
    ("正方形的边长增加到3倍，面积就增加到{}倍。", "9", "6", "CNV406"),
])
test_other_extents = silent([
    "The L-shaped hall is 40 metres long and 25 metres wide, with a floor area of 700 square metres.",
    "The house is 12 metres long and 10 metres wide and has 340 square metres on three floors.",
    "The lake is 12 km long and 5 km wide, with an area of 38 square kilometres.",
    "The bridge is 300 metres long and 20 metres wide; the square beside it covers 9,000 square metres.",
    "The city doubled the length of its bike lanes and doubled the area of its parks.",
    "湖泊长12公里，宽5公里，面积38平方公里。",
    "大楼长40米，宽25米，建筑面积5000平方米。",
    "河道长3公里、宽30米，清淤面积5万平方米。",
    "大桥长300米，宽20米，桥头广场面积9000平方米。",
    "公园面积扩大到原来的2倍，绿道长度也增加到2倍。",
    "A trench 200 metres long and 2 metres wide was dug through the field, which covers 30,000 square metres.",
    "The stage is 20 metres wide and 12 metres deep, and the hall has 2,000 square metres.",
    "Doubling the radius of the search area tripled the area still to be covered.",
])
test_ratios = slips([
    ("The town had 5,250 boys and 5,000 girls under five, or {} boys for every 100 girls.", "105", "150", "SUM332"),
    ("The vote split 7:5, with 84 in favour and {} against.", "60", "40", "SUM332"),
    ("Members backed the plan in a ratio of {} to 2, with 120 for and 80 against.", "3", "5", "SUM332"),
    ("Some 8,400 people applied for 120 posts, or {} candidates for each place.", "70", "700", "SUM322"),
    ("全村男性1050人，女性1000人，性别比为{}（女=100）。", "105", "150", "SUM332"),
    ("8400人竞争120个职位，平均{}人争一岗。", "70", "7", "SUM322"),
    ("千人争一岗：某局招录3人，报名人数达1560人，平均{}人竞争一个岗位。", "520", "5200", "SUM322"),
])
test_other_ratios = silent([
    "The ratio of staff to guests is 7:5; the hotel has 84 rooms and 120 staff.",
    "The club has 60 teams and 900 members; the ratio of boys to girls is 3:1.",
    "With 8,400 applications, 120 posts and 3 interviews each, the panel was busy.",
    "全国出生人口性别比为111.3，该县男婴1050人，女婴1000人。",
    "球队以3:2获胜，全场观众60人，球员30人。",
    "报名人数8400人，招录120人，最热职位7人争一岗。",
    "The vote split 7:5 in committee; in the chamber 84 voted for and 40 against.",
    "The ratio of nurses to patients is 1:8, and the ward has 20 nurses and 90 beds.",
    "师生比为1:15，全市新增教师300人、学生6000人。",
])
test_told_otherwise = slips([
    ("The cornerstone bears the date MDCCCXLVI ({}).", "1846", "1864", "TIM518"),
    ("Above the door is carved MDCCXCII, or {}.", "1792", "1729", "TIM518"),
    ("门楣上刻有罗马数字MDCCCXLVI，即{}年。", "1846", "1864", "TIM518"),
    ("The couple married in 1950. They celebrated their golden wedding in {}.", "2000", "2010", "TIM503"),
    ("Married in 1942, they marked their {} wedding anniversary in 2002.", "diamond", "golden", "TIM503"),
    ("夫妇俩1950年结婚。2000年，他们迎来{}婚。", "金", "银", "TIM503"),
])
test_told_of_others = accused([
    ("The couple married in 1950, and their son, who wed in 1985, celebrated his silver wedding in 2010.", ""),
    ("The king's golden jubilee was in 2002; he had married in 1947.", ""),
    ("The film credits end with MCMXCIV; the film was re-released in 2004.", ""),
    ("夫妇俩1950年结婚，2010年参加儿子的银婚庆典。", ""),
    ("They married in 1955 and planned a golden wedding party for 2006.", ""),
    ("Model MDCC (1200 units) was sold out.", ""),
    ("1950年结婚的老人2015年迎来钻石婚后的第五年。", ""),
    ("The CD MMXX (2021) is the third of the band.", ""),
])


@pytest.mark.parametrize(("text", "message"), [
    ("The vote split 7:5, with 84 in favour and 40 against.", "84 to 40 is 10.5:5, not 7:5."),
    ("A pizza with twice the diameter has twice the area.", "Twice the width makes 4x the area, not twice."),
])
def test_messages(text: str, message: str) -> None:
    (finding,) = check_text(text).findings
    assert finding.message.startswith(message)
