"""What only the document shows: years ago by its date, margins of error in another sentence, hedges that the headline drops, units."""

from __future__ import annotations

import pytest

import factcheck


def codes(text: str, date: str = "") -> set[str]:
    return {f.code for f in factcheck.check_text(text, date=date).findings}


@pytest.mark.parametrize(("text", "date", "code"), [
    ("The bakery, founded twenty years ago in 1994, sells bread.", "2024-05-01", "TIM505"),
    ("The bakery was founded in 1994, fifty years ago, and sells bread.", "2024-05-01", "TIM505"),
    ("York, 3 May 2024 - The bakery, founded two decades ago, in 1994, sells bread.", "", "TIM505"),
    ("这家面包店二十年前的1994年开业。", "2024-05-01", "TIM505"),
    ("這家麵包店1994年開業，五十年前的事了。", "2024-05-01", "TIM505"),
    ("The mayor leads by 2 points. It was a poll of 900 people. The margin of error is 4 points.", "", "IMP611"),
    ("民调显示市长领先2个百分点。\n此次民调的误差范围为正负4个百分点。", "", "IMP611"),
    ("# Fire kills 70 sheep in barn\n\nAt least 70 sheep were killed by the fire in the barn, the farmer said.", "", "HED703"),
    ("# 火灾致70只羊死亡\n\n农场主说，火灾已造成至少70只羊死亡。", "", "HED703"),
    ("The weir generated 14 megawatts last year.", "", "USE702"),
    ("The turbine produced 14 kW per year.", "", "USE702"),
    ("The wind farm has an installed capacity of 14 GWh.", "", "USE702"),
    ("这座电站全年发电量为14万千瓦。", "", "USE702"),
    ("該風電場裝機容量達14萬千瓦時。", "", "USE702"),
    ("Take 40 ug a day.", "", "USE702"),
    ("The strike closed 1,240 schools. On Monday all 1,420 schools opened again.", "", "XRF801"),
    ("台风毁坏房屋1240间。上述1420间房屋已修复。", "", "XRF801"),
    ("六月用电140Kwh。", "", "USE702"),
    ("The dose was 37ug a day.", "", "USE702"),
    ("新线列车时速为280公里/小时。", "", "USE702"),
    ("新線列車以280公里/小時的時速行駛。", "", "USE702"),
    ("The bond raised $6.2 billion. The banks took fees of 2 percent, or just over $1.2 billion.", "", "SHR311"),
    ("On a sale of $30.5 million the agents' cut of 2 percent, or $6.1 million, was steep.", "", "SHR311"),
])
def test_found(text: str, date: str, code: str) -> None:
    assert code in codes(text, date)


@pytest.mark.parametrize(("text", "date"), [
    ("The bond raised $6.2 billion. The banks took fees of 2 percent, or just over $120 million.", ""),
    ("The bond raised $6.2 billion. The banks took a cut of 2 percent, or $1.7 million.", ""),
    ("新线列车以280公里/小时的速度行驶。", ""),
    ("The bakery, founded thirty years ago in 1994, sells bread.", "2024-05-01"),
    ("The bakery, founded 29 years ago in 1994, sells bread.", "2024-05-01"),
    ("The weir generated 14 megawatts, or 60 gigawatt-hours last year.", ""),
    ("这座电站发电14万千瓦，全年发电量8亿千瓦时。", ""),
    ("到2019年底，全县电站总规模31万kW（包括水力发电22万kW，光伏发电9万kW）。", ""),          # 发电 is part of the plants' name
    ("2019年新增裝機31萬千瓦，其中風力發電22萬千瓦。", ""),
    ("The bakery, founded twenty years ago in 1994, sells bread.", ""),                  # when was it written?
    ("He was born on 3 May 1931. " + "It rained. " * 30 + "Twenty years ago, in 1994, he moved.", ""),   # that is not the article's date
    ("The bakery moved twenty years ago, and in 1994 it burned down.", "2024-05-01"),
    ("这家面包店三十年前的1994年开业。", "2024-05-01"),
    ("The mayor leads by 7 points. The margin of error is 4 points.", ""),
    ("The mayor leads by 2 points, a statistical tie. The margin of error is 4 points.", ""),
    ("市长领先2个百分点，仍在误差范围之内。误差范围为4个百分点。", ""),
    ("# Fire kills 70 sheep in barn\n\nThe fire in the barn killed 70 sheep. At least 70 cows in a barn were killed last year.", ""),
    ("# Fire kills at least 70 sheep in barn\n\nAt least 70 sheep were killed by the fire in the barn.", ""),
    ("The weir generated 14 gigawatt-hours last year.", ""),
    ("The weir can generate 14 megawatts, the mayor said last year.", ""),
    ("The firm produced 300 MW of solar panels in 2019.", ""),
    ("The plant has a storage capacity of 14 GWh.", ""),
    ("这座电站装机容量为14万千瓦，去年发电3亿千瓦时。", ""),
    ("该储能电站装机容量14万千瓦时。", ""),
    ("Take 40 µg a day.", ""),
    ("The strike closed 1,240 schools. On Monday all 1,240 schools opened again.", ""),
    ("The strike closed 1,240 schools. The county has 1,420 schools, and of the 1,650 schools of the shire 410 were shut.", ""),
])
def test_silent(text: str, date: str) -> None:
    assert codes(text, date) == set()


@pytest.mark.parametrize("text", [
    "The north has 30,000 farms, or 25% of the total, and the south 70,000 farms, or 20% of the total.",
    "Peru mined 410 tonnes, 35% of the world total; Chile mined 70 tonnes, 60% of the world total.",
    "北部有农户3万户，占全省的25%，南部有农户7万户，占全省的20%。",
    "秘魯開採410噸，佔全球的35%；智利開採70噸，佔全球的60%。",
    "去年集团空调营收160亿元，占总营收的比重为40.0%，同比增长9.1%；冰箱营收116亿元，占总营收的比重为43.0%，增长0.3%。",
    "去年全省汽車出口額160億元，佔出口總額的40.0%，同比下降9.1%；船舶出口額11.6億元，佔出口總額的43.0%，同比增長0.3%。",
])
def test_shares_of_one_named_whole(text: str) -> None:
    assert "SHR314" in codes(text)


@pytest.mark.parametrize("text", [
    "The north has 30,000 farms, or 25% of the total, and the south 24,000 farms, or 20% of the total.",
    "The north has 30,000 farms, or 25% of the county's farms, and the south 70,000 farms, or 20% of the dale's.",
    "The north has 30,000 farms, up 25% from the total, and the south 70,000 farms, up 20% from the total.",
    "北部有农户3万户，占全省的25%，南部有农户7万户，占全国的20%。",
    "去年集团空调营收160亿元，占总营收的比重为40.0%，同比增长9.1%；冰箱营收172亿元，占总营收的比重为43.0%，增长0.3%。",
    "Mills ground 511 tonnes of barley, 91% of the national total; they ground 640 tonnes of rye, 4% of the national total.",
    "3纳米工艺占公司晶圆收入的18%，5纳米工艺占晶圆收入的34%；7纳米工艺则占晶圆收入的15%。",
    "全省棉花产量511万吨，占全国的91%；小麦产量640万吨，占全国的4%。",
    "去年全省产棉510万吨，占全国的91%，同比下降2%；产麦600万吨，占全国的4%，同比增长3%。",
    "去年全省产棉510万吨，占全国总产量的91%，同比下降2%；产麦600万吨，占全国总产量的4%，同比增长3%。",
    "北部有农户3万户，占全省的25%，南部有农户2.4万户，占全省的20%。",
])
def test_shares_of_other_wholes(text: str) -> None:
    assert codes(text) == set()
