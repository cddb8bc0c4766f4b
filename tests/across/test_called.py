"""Totals whose parts are called as they are, over sentences."""

from __future__ import annotations

from .examples import silent, slips

test_a_total_and_what_is_called_like_it = slips([
    ("Total sales in the quarter came to $1.58 billion. Home sales were ${} billion while sales abroad rose to $333 million.", "1.25", "1.52", "SUM301"),
    ("The co-op spoke late. Its total catch reached {} tonnes. The catch of herring was 1,204 tonnes and the catch of cod 872 tonnes.",
     "2,076", "2,706", "SUM301"),
    (("The pit had reserves of {} tons at the year's end. It said that this is enough for years. The reserves comprise 1,640,779 tons that "
      "are proven and 3,262,161 tons that are probable."), "4,902,940", "9,402,940", "SUM301"),
    ("本周地方债预定销售量为{}亿元，比前两周多。本周国债预定销售量为1450亿元，全周政府债券预定销售量为3245.37亿元。", "1795.37", "1759.37", "SUM301"),
    ("全市正式项目共650个，年度计划投资3452亿元；预备项目共130个，年度计划投资188亿元。780个项目总投资4.55万亿元，年度计划投资{}亿元。",
     "3640", "6340", "SUM301"),
], reads=("across.listed",))

test_what_need_not_make_it = silent([
    "Total sales came to $1.58 billion. Sales to farmers were $425 million and sales to bakers $333 million.",
    "Total sales came to $1.58 billion. Home sales rose by $125 million and sales abroad by $333 million.",
    "The pit had reserves of 4,902,940 tons. The mines comprise 1,640,779 tons of ore and 2,261,161 tons of coal.",
    "本周地方债计划发行量为1795.37亿元。本周国债计划发行量为1450亿元，全年政府债券计划发行量为68245.37亿元。",
])
