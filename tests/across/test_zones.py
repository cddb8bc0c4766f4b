"""Clocks of two places, with the hours between them told in the passage."""

from __future__ import annotations

from factcheck import check_text

from .examples import silent, slips

test_one_moment_by_two_clocks = slips([
    ("The match kicks off at 8pm in London (3am in Beijing, {} hours ahead).", "seven", "eight", "TIM515"),
    ("Kick-off is at 20:00 GMT, or 05:00 in Tokyo, which is {} hours ahead.", "nine", "eight", "TIM515"),
    ("The call began at 9 a.m. in New York, 4 p.m. in Berlin, given the time difference of {} hours.", "seven", "six", "TIM515"),
    ("Markets in Tokyo open at 9am local time, 1am in London, which is {} hours behind.", "eight", "nine", "TIM515"),
    ("It was 11:40 p.m. in Honolulu and 5:40 a.m. the next day in New York, a time difference of {} hours.", "six", "five", "TIM515"),
    ("She called from Delhi at 9:30pm, {} hours ahead of London, where it was 5pm.", "four and a half", "five and a half", "TIM515"),
    ("比赛于伦敦时间20时（北京时间次日3时）开始，两地相差{}小时。", "7", "8", "TIM515"),
    ("開幕式定於北京時間20時舉行，即巴黎當地時間13時，兩地時差為{}小時。", "7", "6", "TIM515"),
    ("演唱会纽约时间晚8点（北京时间次日上午8点）开唱，北京比纽约早{}小时。", "12", "13", "TIM515"),
    ("当地时间17日19时30分（北京时间18日1时30分），比赛在罗马打响。罗马与北京时差{}小时。", "6", "7", "TIM515"),
    ("东京时间晚上8点半（北京时间晚上7点半）开球，东京比北京早{}小时。", "1", "2", "TIM515"),
])

test_journeys = slips([
    ("The flight left Hong Kong at 10:30am, took 11 hours, and landed in Paris, {} hours behind, at 3:30pm local time.",
     "six", "eight", "TIM515"),
    ("He took off from Lisbon at 09:15, flew for eight hours and landed in Boston, {} hours behind, at 12:15 local time.",
     "five", "three", "TIM515"),
    ("航班北京时间13:20起飞，飞行11小时后于当地时间18:20降落在巴黎，巴黎比北京晚{}小时。", "6", "8", "TIM515"),
    ("飞机北京时间凌晨1时起飞，经过12个小时的飞行，当地时间上午6时降落伦敦，伦敦比北京晚{}小时。", "7", "9", "TIM515"),
])

test_what_may_be = silent([
    "He crossed the line at 10:30 in Paris, six hours ahead of Tom Hill, who came in at 17:45 in Paris.",
    "The train left at 10:30 and, after two hours, was 20 minutes behind schedule when it got to York at 12:50.",
    "Polls close at 8pm in Perth, three hours behind Sydney, where they close at 8pm too.",
    "The flight left Hong Kong at 10:30am, took 11 hours with a stop in Baku, and landed in Paris, eight hours behind, at 3:30pm.",
    "The flight left Hong Kong at 10:30, took 11 hours, and landed in Paris, six hours behind, at 21:30 Hong Kong time.",     # one clock
    "The bus left at 10:30, took about 11 hours, and arrived in Lima, six hours behind, at 16:30 local time.",
    "他每天8时上班，18时下班，比同事晚2小时。",
    "航班于北京时间13时30分起飞，经停迪拜，飞行约14个小时，当地时间18时30分抵达巴黎，时差6小时。",
])


def test_the_clocks_are_marked_too() -> None:
    text = "The match kicks off at 8pm in London (3am in Beijing, eight hours ahead)."
    (finding,) = check_text(text).findings
    assert text[finding.start : finding.end] == "eight hours"
    assert finding.message == "By the times told the two clocks are 7 hours apart, not eight hours."
