"""Exports, imports and their balance, crops, and what is left of a sum, told in several sentences."""

from __future__ import annotations

from .examples import silent, slips

test_both = slips([
    ("The trade gap narrowed 12% to $4.6 billion in May. Exports rose 2% to $21.9 billion, while imports fell 1% to ${} billion.",
     "26.5", "25.6", "CHG202"),
    (("The deficit shrank to $4.6 billion, the least since March.\nEconomists had expected $5.0 billion.\nExports rose to a record "
     "$21.9 billion.\nImports slipped 1% to ${} billion."), "26.5", "62.5", "CHG202"),
    ("The trade deficit fell 6% to -$4.6bn. Exports came to $21.9bn and imports were ${}bn.", "26.5", "265", "CHG202"),
    (("Exports for May rose 3 percent to $21.9 billion and imports rose to $26.5 billion. Goods exports grew by $0.4 billion to a record "
     "of ${} billion. Services exports rose by $0.3 billion to $6.3 billion."), "15.6", "16.5", "SUM301"),
    (("The trade deficit narrowed to $4.6 billion. The goods deficit fell $0.3 billion to $7.3 billion, while the surplus in services was "
     "flat at ${} billion."), "2.7", "7.2", "CHG202"),
    (("The board authorized the repurchase of up to $60.0 million of shares. In the second quarter we bought 500,000 shares at an average "
     "price per share of $37.00, or $18.5 million. At the end of June we had ${} million available."), "41.5", "45.1", "SUM301"),
    (("The island's foreign trade in krone terms grew 14% to reach 4.38 trillion kroner (about $410 billion) last month.\n\nExports rose 9% "
      "to {} trillion kroner, while imports went up 20% to 1.9 trillion kroner."), "2.48", "2.84", "SUM301"),
    ("Total imports and exports grew to $48.4 billion. Exports were $21.9 billion and imports ${} billion.", "26.5", "62.5", "SUM301"),
    (("Corn output is forecast at 13.8 billion bushels, up 28% from 2012. Yields are to average {} bushels per acre, up 0.9 bushels from "
     "August. Area harvested is put at 89.1 million acres, up 2% from last year."), "155.3", "255.3", "SUM321"),
    (("Wheat production is put at 38.7 million tonnes. Yields are to average {} tonnes per hectare. The harvested area is 12.1 million "
     "hectares."), "3.2", "2.3", "SUM321"),
])

test_silent = silent([
    # the goods alone, a partner, another time, a forecast, oil
    "The trade gap narrowed to $4.6 billion in May. Exports of oil rose to $21.9 billion, while imports fell 1% to $25.6 billion.",
    "The trade gap narrowed to $4.6 billion in May. Exports to Peru rose to $21.9 billion, while imports fell to $25.6 billion.",
    "The trade gap narrowed to $4.6 billion in May. So far this year exports came to $21.9 billion and imports to $25.6 billion.",
    "Total trade was $48.4 billion in May. Exports were $21.9 billion in June and imports $36.5 billion.",
    "Trade with Peru was $48.4 billion. Exports were $21.9 billion and imports $62.5 billion.",
    "The trade gap is expected to narrow to $4.6 billion. Exports rose to $21.9 billion, while imports fell 1% to $25.6 billion.",
    "The budget deficit was $4.6 billion. Exports rose to $21.9 billion, while imports fell 1% to $25.6 billion.",
    "The trade gap was $4.6 billion in May. Exports rose by $21.9 billion, while imports fell by $25.6 billion.",
    # two balances, or figures too far from any slip
    "The trade gap was $4.6 billion, and with it the goods gap was $7.3 billion. Exports were $21.9 billion, imports $31.0 billion.",
    "The trade gap was $4.6 billion. Exports were $21.9 billion. Imports were $29.4 billion.",
    # not all that was bought was bought now; a price
    "The board authorized the repurchase of up to $60.0 million of shares. We bought $8.5 million of shares. We had $31.5 million left.",
    "The board authorized the repurchase of up to $60.0 million of shares. The average price was $18.50. We had $45.1 million left.",
    # last year's yield, the area planted to something else, two crops
    "Corn output is forecast at 13.8 billion bushels. Last year's yield was 255.3 bushels per acre. Area harvested is 89.1 million acres.",
    ("Corn output is 13.8 billion bushels. Yields are 255.3 bushels per acre. Soybean production is 3.1 billion bushels. Area harvested is "
    "89.1 million acres."),
    "Corn output is 13.8 billion bushels. Yields are up 31.9 bushels per acre. Area harvested is 89.1 million acres.",
])
