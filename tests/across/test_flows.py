"""What there was, what came and went, and what there is."""

from __future__ import annotations

from factcheck import check_text

from .examples import silent, slips

test_stocks = slips([
    ("The union started 2021 with 7,450 members, gained 620 and lost 380, and ended the year with {}.", "7,690", "7,960", "SUM333"),
    ("The baker opened 14 shops and closed 6, taking the total from 92 to {}.", "100", "106", "SUM333"),
    ("The isle had 2,310 people in May. It recorded 24 births, 31 deaths, 86 arrivals and 52 departures and now has {}.", "2,337", "2,503", "SUM333"),
    ("Of the 640 loaves 410 were sold and 95 given away, so {} remained.", "135", "185", "SUM333"),
    ("She borrowed £9,000, spent £3,400 on tools and £2,150 on timber, and had £{} left.", "3,450", "4,350", "SUM333"),
    ("He weighed 16st 4lb, lost 3st 6lb in spring and 2st 2lb in summer, and now weighs {} or so.", "10st 10lb", "12st 10lb", "SUM333"),
    ("图书馆年初有藏书5.2万册，全年购入0.6万册，淘汰0.3万册，年末藏书{}万册。", "5.5", "6.1", "SUM333"),
    ("合作社原有社员418户，今年新增52户、退出17户，目前共有{}户。", "453", "487", "SUM333"),
    ("鎮上年初人口8620人，全年出生64人、死亡71人、遷入120人、遷出205人，年末人口{}人。", "8528", "8698", "SUM333"),
    ("渠道全长7.4公里，东西两头已分别建成2.6公里和1.7公里，尚余{}公里。", "3.1", "4.1", "SUM333"),
    ("这笔50万元的赠款，已拨付修桥18万元、打井9万元，还剩{}万元。", "23", "32", "SUM333"),
    ("餐馆去年开业12家，关闭7家，门店总数由84家增至{}家。", "89", "96", "SUM333"),
])

test_what_may_have_come_or_gone_besides = silent([
    "The union started 2021 with 7,450 members, gained 620 and lost 380, and with the clubs that merged ended the year with 8,960.",
    "The union started 2021 with 7,450 members, sold 620 badges and 380 mugs, and now has 7,480 members.",      # badges
    "The baker opened 14 shops and closed 6 in Wales, and the worldwide total rose from 92 to 140.",
    "We had 240 ewes, bought 30 and sold 12, and with the lambs born in March that left us with 490.",
    "Of the 640 loaves 410 were sold and 95 given away, and 60 remained for the staff.",
    "It had 7,450 members, up 620 from May, and lost 380 in June, to end with 7,960.",                      # a step
    "合作社年初有社员418户，今年新增52户，其中17户为女户主，目前共有470户。",
    "公司年初有员工720人，招聘90人，离职40人，并购增加200人，年末员工970人。",
    "基金年初余额8.4亿元，全年收入3.6亿元，支出2.9亿元，年末结余9.1亿元。",                                  # right: no total of what follows
])


def test_message() -> None:
    (finding,) = check_text("The club had 480 members, gained 60 and lost 35, and now has 575.").findings
    assert finding.message == "With what came and without what went, 480 members are 505, not 575."
    assert finding.derivation[0] == "480 + 60 − 35 = 505"
    (finding,) = check_text("渠道全长7.4公里，两头已分别建成2.6公里和1.7公里，尚余4.1公里。").findings
    assert finding.message == "7.4公里加上增加的、减去减少的，应为3.1公里，不是4.1公里。"
