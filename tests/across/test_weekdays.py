"""Days of the week beside their dates, in a year that need not be known."""

from __future__ import annotations

from factcheck import check_text

from .examples import silent, slips

test_days_of_the_week = slips([
    ("The book fair opens on Tuesday, September 3, and runs until {}, September 12.", "Thursday", "Friday", "TIM514"),
    ("The trial, adjourned on Monday 14 October, resumes on {} 18 October before the same judge.", "Friday", "Thursday", "TIM514"),
    ("Voters go to the polls on Sunday, December 28, and a run-off is set for {}, January 10.", "Saturday", "Monday", "TIM514"),
    ("The union said members would walk out from Wednesday 5 to {} 9 March.", "Sunday", "Saturday", "TIM514"),
    ("The first night is on Sat 4 May, the last one on {} 19 May; tickets cost £12.", "Sun", "Sat", "TIM514"),
    ("Applications close on February 26 (Thursday). Winners will be told by e-mail on March 11 ({}).", "Wednesday", "Tuesday", "TIM514"),
    ("Registration closes on the 28th of February, a Wednesday, and exams start on {}, the 3rd of March.", "Sunday", "Monday", "TIM514"),
    ("The tour begins on Thursday, 9 May 2024 in Oslo and ends on {}, 25 May in Bergen.", "Saturday", "Sunday", "TIM514"),
    ("The course runs from Tuesday the 3rd to {} the 12th.", "Thursday", "Friday", "TIM514"),
    ("书展10月8日（星期三）开幕，10月23日（{}）闭幕，门票50元。", "星期四", "星期五", "TIM514"),
    ("今年国庆假期自10月1日（星期三）至8日（{}）放假调休。", "星期三", "星期四", "TIM514"),
    ("罷工從12月29日（星期一）開始，預計持續到1月3日（{}）。", "星期六", "星期日", "TIM514"),
    ("11月3日，星期一，考察队抵达拉萨。考察队于11月14日{}返回北京。", "星期五", "星期六", "TIM514"),
    ("比赛定于周六（5月4日）晚开赛，决赛将于{}（5月18日）举行。", "周六", "周日", "TIM514"),
    ("本月8日（星期三）开庭，本月23日（{}）宣判。", "星期四", "星期五", "TIM514"),
])

test_what_may_be = silent([
    "The vote is on Monday, 10 July 2023. Some 1,900 drivers at five garages will begin a strike on Tuesday 12 March.",          # 2024
    "Winners will be told on Wednesday, March 11; applications close on Thursday, February 26.",      # or on Wednesday the 26th
    "Applications close on Thursday, February 26. Winners will be told on Thursday, March 12.",
    "Doors open at noon on Saturday and Sunday, May 4 and 5, and again on Monday, May 6.",
    "The club plays on Fridays, 6 and 13 September, and on Sunday 15 September.",
    "Last time they met on Friday 12 June; this year they play on Tuesday 4 June.",
    "The first hearing, on Friday, June 5, was short. In 2016 the court had met on Tuesday, June 7.",
    "They wed on Monday, May 3, and marked the anniversary on Friday, May 7.",
    "The Sun, May 4, and the Times, Friday May 6, both carried the story.",
    "The notice said Tuesday 3 May. It was wrong: the hearing is on Friday 5 May.",
    "The rite falls on Sunday 7 January, by the Julian calendar on Monday 26 December.",
    "They first met on Monday, January 8, and again on Monday, October 21.",                           # of one year or of two
    "展览每周三（10月8日起）开放，10月23日（星期五）讲座。",
    "去年10月8日（星期二）签约，今年10月3日（星期五）动工。",
    "10月4日、5日（星期六、星期日）停课，10月8日（星期三）复课。",
    "农历九月初三，10月6日（星期一）；农历九月二十，10月23日（星期五）。",
    "通知误写为10月6日（星期三），应为10月6日（星期一），10月10日（星期五）截止。",
])


def test_of_three_days_the_odd_one_is_told() -> None:
    texts = {
        "first": "Hearings begin on Saturday, 24 November, go on until Monday, 27 November, and end on Thursday, December 7.",
        "second": "Hearings begin on Friday, 24 November, go on until Sunday, 27 November, and end on Thursday, December 7.",
        "third": "Hearings begin on Friday, 24 November, go on until Monday, 27 November, and end on Friday, December 7.",
    }
    told = {name: [(f.code, text[f.start : f.end].partition(", ")[2]) for f in check_text(text).findings] for name, text in texts.items()}
    assert told == {"first": [("TIM514", "24 November")], "second": [("TIM514", "27 November")], "third": [("TIM514", "December 7")]}


def test_both_days_are_marked_and_named() -> None:
    text = "Applications close on February 26 (Thursday). Winners will be told on March 11 (Tuesday)."
    (finding,) = check_text(text).findings
    assert [text[a:b] for a, b in finding.spans] == ["February 26 (Thursday", "March 11 (Tuesday"]
    assert finding.message == "If February 26 is a Thursday, March 11 is a Wednesday or a Thursday, not a Tuesday."


def test_a_day_of_a_known_year_is_told_alone() -> None:
    text = "The museum is closed from Friday, January 17, and reopens on Sunday, January 18, 2025."
    assert [f.code for f in check_text(text).findings] == ["TIM512"]
