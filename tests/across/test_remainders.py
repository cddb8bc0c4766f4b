"""Parts of a whole over sentences, the last of which is the rest; parts with their shares in brackets; multiples; trade with one partner."""

from __future__ import annotations

from tests.across.examples import accused, silent, slips

test_the_rest_and_the_other_parts_make_the_whole = slips([
    ("Of the £646m lent, farms had £212m. Mills borrowed £{}m. Households made up the rest, at £129m.", "305", "350", "SUM301"),
    ("Of the £646m lent, farms had £212m, £40m of it for barns. Mills borrowed £{}m. Homes took the remaining £129m.", "305", "350", "SUM301"),
    ("Of 2,460 guests, 715 came by rail and 1,{} by road; the other 471 walked.", "274", "724", "SUM301"),
    ("Of its 2,460 guests, 715 came by rail, while 1,{} drove, with the rest, 471, on foot.", "274", "724", "SUM301"),
    ("It counted 2,460 guests. Some 715 came by rail and 1,{} by road. The remaining 471 walked.", "274", "724", "SUM301"),
])

test_the_rest_in_chinese = slips([
    ("贷款共64.6亿元。农场借了21.2亿元，磨坊借了{}亿元。其余12.9亿元为住户所借。", "30.5", "35.0", "SUM301"),
    ("磨坊销售额2.124亿元（占33.1%）。农场1.232亿元（占19.2%），商店{}亿元（占14.7%）。", "0.943", "0.493", "SHR314"),
])

test_what_need_not_be_all_of_it_is_no_matter = silent([
    "Of the £646m lent, farms had £212m. Mills borrowed £190m. Households had £129m.",             # no rest
    "Of the £646m lent, farms had £212m. Mills borrowed £190m. The remaining £129m is for next year.",      # far from it, and no slip
    "Of the £646m lent, farms had £212m. Mills repaid a further £350m. The remaining 129 loans are small.",
    "It counted 2,460 guests, up 715 on May. Some 1,724 came by road. The remaining 471 walked.",  # a step
    "Of 2,460 guests, 715 came by rail. By car came up to 1,724. The other 471 walked.",           # a bound
])

test_parts_and_their_shares_are_of_one_whole = slips([
    ("Mills had sales of £212.4m (33.1% of the total). Farms came to £123.2m (19.2%), while shops sold £{}m (14.7%).",
     "94.3", "49.3", "SHR314"),
    ("Mills took in £212.4m (33.1% of sales). Farms came to £123.2m ({}%). Shops sold £94.3m (14.7%).", "19.2", "91.2", "SHR314"),
])

test_brackets_that_are_no_shares_of_one_whole_are_no_matter = silent([
    "Mills had sales of £212.4m (up 33.1%). Farms came to £123.2m (up 19.2%), while shops sold £49.3m (up 14.7%).",
    "Mills had sales of £212.4m (33.1%). Farms came to £123.2m (12.2%), while shops sold £49.3m (24.7%).",       # of three wholes
    "Mills had sales of £212.4m (33.1%). Farms came to £123.2m (19.2%).",                          # two say nothing
])

test_a_multiple_is_of_the_levels_behind_it = accused([
    ("The mine more than doubled its profit. It earned $8.64 million in the quarter, up from $3.42 million a year earlier.", ""),
    ("The mine more than doubled its profit. It earned $8.64 million in the quarter, up from $4.32 million a year earlier.", ""),
    ("The mine more than doubled its profit. It earned $8.64 million in the quarter, up from $5.32 million a year earlier.", "CHG211"),
    ("The mine's revenue nearly tripled. Sales came to $8.64 million, compared with $2.93 million a year earlier.", ""),
    ("The mine's revenue nearly tripled. Sales came to $8.64 million, compared with $9.23 million a year earlier.", "CHG211"),
    ("The mine's revenue nearly tripled. Net income came to $8.64 million, compared with $9.23 million a year earlier.", ""),
    ("Its profit doubled over ten years. It earned $8.64 million in the quarter, up from $6.24 million a year earlier.", ""),
    ("Its profit doubled in 2014. It earned $8.64 million in 2016, up from $6.24 million.", ""),
    ("The mine more than doubled its profit. It earned $8.64 million in the quarter, up from $7.11 million.", ""),   # no slip
])

test_a_balance_with_one_partner_is_of_the_flows_with_it = slips([
    ("Imports from Peru fell 4% to $9.24 billion. Exports to Peru came to $36.54 billion. The trade surplus with Peru narrowed to ${} billion.",
     "27.3", "23.7", "CHG202"),
    ("Exports to the Isles came to $36.54 billion, imports from the Isles to $9.24 billion. The surplus with the Isles was ${} billion.",
     "27.3", "23.7", "CHG202"),
])

test_flows_with_others_are_none_of_it = silent([
    "Imports from Peru fell to $9.24 billion. Exports to Chile came to $36.54 billion. The trade surplus with Peru narrowed to $23.7 billion.",
    "Imports fell to $9.24 billion. Exports to Peru came to $36.54 billion. The trade surplus with Peru narrowed to $23.7 billion.",
    "Imports from Peru fell to $9.24 billion. Exports to Peru came to $36.54 billion. The trade surplus narrowed to $23.7 billion.",
])
