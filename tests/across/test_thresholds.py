"""Votes beside the majority that they are said to have reached or missed, how many it takes, and by how many one side won."""

from __future__ import annotations

from factcheck import check_text

from .examples import silent, slips

test_what_was_reached = slips([
    ("The motion won {}, clearing the two-thirds threshold that the charter sets.", "70 votes to 30", "57 votes to 43", "SHR320"),
    ("The council voted {} to amend the charter, reaching the required two-thirds majority.", "70-30", "57-43", "SHR320"),
    ("The bill, which needed a three-fifths majority, passed by {} votes to ten.", "fifteen", "thirteen", "SHR320"),
    ("The three-fifths threshold was comfortably cleared, with {} senators for and 30 against.", "52", "42", "SHR320"),
    ("Lawmakers approved the treaty by the required two-thirds majority, {} in favour and 129 opposed.", "271", "211", "SHR320"),
    ("He was confirmed by {} votes to 4, a two-thirds majority.", "8", "6", "SHR320"),
    ("The charter change needed a three-fifths majority. In the end {} members voted for it and 20 against, and it was adopted.",
     "31", "21", "SHR320"),
    ("Of the 60,000 registered voters, {} signed the petition, more than the quarter of the electorate required.",
     "15,100", "12,100", "SHR320"),
    ("The referendum drew {} of the town's 90,000 voters, well over the half needed to make it binding.", "51,000", "41,000", "SHR320"),
    ("The measure required 60 percent to pass and got {} votes out of the 100 cast, clearing the bar.", "68", "58", "SHR320"),
    ("Just {} of the island's 31,000 registered voters took part, yet the quorum of a quarter was met, the governor said.",
     "8,300", "6,300", "SHR320"),
    ("With {} votes in favour and 47 against, the amendment was adopted.", "53", "43", "SHR320"),
    ("表决结果为赞成{}票、反对33票，超过法定的三分之二门槛，议案获得通过。", "67", "57", "SHR320"),
    ("董事会以{}票赞成、4票反对通过了该决议，达到章程规定的三分之二多数。", "9", "6", "SHR320"),
    ("修宪案須獲三分之二多數支持，最終以{}票贊成、33票反對獲得通過。", "67", "61", "SHR320"),
    ("全村有选民1200人，参加投票的有{}人，超过半数，选举有效。", "650", "560", "SHR320"),
    ("提案需过半数同意。投票结果为赞成{}票、反对22票、弃权2票，提案获得通过。", "26", "19", "SHR320"),
    ("连署门槛为选举人总数的十分之一，该选区选举人23万人，连署人数{}人，已跨过门槛。", "3.1万", "2.1万", "SHR320"),
])

test_what_was_missed = slips([
    ("In the end {} of the 100 senators voted to convict, just short of the two-thirds majority needed.", "61", "71", "SHR320"),
    ("By {} votes to 9 the club failed to muster the three-quarters of votes cast that its rules demand.", "21", "41", "SHR320"),
    ("应到代表300名，实到{}名，未达到法定的三分之二，会议改期举行。", "190", "230", "SHR320"),
    ("理事会应有三分之二以上理事出席方可召开。全会理事60人，实际到会{}人，未达三分之二，会议流会。", "32", "42", "SHR320"),
])

test_votes_that_are_needed = slips([
    ("To amend its statutes the guild needs a two-thirds vote of the 100 members, {}.", "67 votes", "60 votes", "SHR321"),
    ("A quorum of one third of the 84 councillors – {} members – must be present.", "28", "32", "SHR321"),
    ("The 150-seat assembly, where a two-thirds majority means {} votes, has not sat since May.", "100", "90", "SHR321"),
    ("With two-thirds of the 93 delegates needed – {} votes – he withdrew.", "62", "60", "SHR321"),
    ("It requires a simple majority of the 21 members, that is {} votes.", "11", "13", "SHR321"),
    ("修宪案须经全体100名议员三分之二以上同意，即至少{}票。", "67", "60", "SHR321"),
    ("議會共有120席，三分之二多數需{}席。", "80", "72", "SHR321"),
])

test_margins = slips([
    ("The party holds a {} majority in the house of 21, 13 to eight.", "five-seat", "13-seat", "CHG202"),
    ("The mayor won by {} votes, taking 57 to her rival's 43.", "14", "57", "CHG202"),
    ("Her majority was {} votes – 10,402 against 10,191 for her rival.", "211", "311", "CHG202"),
    ("他以57票对43票胜出，以{}票之差连任主席。", "14", "57", "CHG202"),
    ("最终，他以{}票之差惜败，双方票数为48比53。", "5", "3", "CHG202"),
])

test_what_may_be = silent([
    "The bill passed by 57 votes to 43, short of the two-thirds needed to override a veto.",
    "The bill passed by 57 votes to 43. A two-thirds majority would be needed to override a veto.",
    "The bill passed the lower house by 230 votes to 190, but a two-thirds majority is required in the senate.",
    "The motion had 57 votes to 23, but fell short of the two-thirds majority of all members.",
    "The charter amendment cleared the two-thirds threshold on Monday. A motion on parking passed by 12 votes to 9.",
    "The bill was passed by the Commons by 290 votes to 288, and by the Lords by 180 to 90, more than two-thirds.",
    "The no side won by 57 votes to 43; turnout was above the two-thirds mark, with 100 of 120 voters taking part.",
    "The first ballot, 57 to 43, missed the two-thirds mark; the second, 70 to 30, cleared it.",
    "The amendment failed, 64 votes to 30, because two-thirds of the 99 members must agree.",
    "The council rejected the plan with 12 votes in favour and 13 against.",
    "With 52 votes in favour and 48 against, the proposal failed to reach the three-fifths majority required.",
    "Lawmakers voted 57 to 43 to confirm him; a simple majority was enough.",
    "The team won by 57 points, 103 to 46, and reached the two-thirds mark of its season.",
    "In the 21-seat council Labour has 13 seats, a two-thirds majority being 14.",
    "Labour's 12-vote majority shrank to nine after the vote, 240 to 231.",
    "She won by 1,204 votes, taking 8,220 to her rival's 7,016; in 2019 the margin was 90 votes.",
    "决议以57票赞成、43票反对获得通过，但修宪须三分之二多数。",
    "议案以70票赞成、20票反对，未达到全体议员三分之二的门槛，未获通过。",
    "会议应到委员45人，实到31人，超过三分之二，其中赞成20人、反对11人。",
    "两轮投票中，首轮57票对43票，未达三分之二；次轮70票对30票，超过三分之二。",
    "该提案43票赞成、57票反对、10票弃权，依“反向一致”原则获得通过。",
])


def test_the_message_tells_the_share() -> None:
    (finding,) = check_text("The motion won 57 votes to 43, clearing the two-thirds threshold.").findings
    assert finding.message == "57 votes of 100 is 57.0%, less than two-thirds."
    (finding,) = check_text("修宪案须经全体100名议员三分之二以上同意，即至少60票。").findings
    assert finding.message == "100的三分之二是67票，不是60票。"
