"""What so many percent answered to one question."""

from __future__ import annotations

from tests.across.examples import silent, slips

test_answers_to_one_question_make_a_hundred = slips([
    ("Some 16% strongly agreed, 39% agreed, {}% were neutral and 32% disagreed.", "13", "31", "SUM302"),
    ("- 9% strongly agreed and 37% agreed that the ferry is late;\n- {}% neither agreed nor disagreed;\n- 18% disagreed or strongly disagreed.",
     "36", "63", "SUM302"),
    ("In all, 16% were very satisfied and 39% satisfied with the ferry. A further 13% were undecided. Some {}% were dissatisfied.",
     "32", "82", ""),                                                                            # no swap: it may be of another question
    ("Some 17.8% of passengers were very satisfied, 37.1% satisfied, 13.0% neutral and {}% dissatisfied.", "32.1", "23.1", "SUM302"),
    ("Strongly support: 16%; support: 39%; neutral: {}%; oppose: 32%.", "13", "31", "SUM302"),
    ("受访者中，非常满意的占16%，满意的占39%，一般的占{}%，不满意的占32%。", "13", "31", "SUM302"),
    ("受访者中，16%非常同意，39%同意，{}%表示中立，32%不同意。", "13", "31", "SUM302"),
])

test_answers_that_are_not_all_or_overlap_are_no_matter = silent([
    "Some 16% strongly agreed, 39% agreed, 13% were neutral and 23% disagreed.",                 # the rest gave none
    "Some 64% agreed, 27% strongly agreed, 13% were neutral and 23% disagreed.",                 # 27 of the 64
    "Some 57% agreed that it is late, and 31% were neutral. Some 62% agreed that it is dear, and 21% disagreed.",     # two questions
    "Some 57% agreed that it is late, 31% were satisfied with it, 41% were neutral and 21% disagreed.",
    "Of the men 57% agreed, 31% were neutral and 12% disagreed; of the women 48% agreed, 31% were neutral and 12% disagreed.",
    "受访者中，非常满意的占16%，满意的占39%，一般的占13%，不满意的占23%。",
])
