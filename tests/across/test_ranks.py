"""Places in a list that is printed beside them."""

from __future__ import annotations

from factcheck import check_text

from .examples import accused, silent, slips

test_behind = slips([
    ("Arden came second on the overall count with {} medals, behind Bresk with 41.", "36", "36", ""),
    ("Arden came third on the overall count with 36 medals, behind Bresk with 41 and Corve with {}.", "38", "33", "XRF812"),
    ("With {} points she lies fourth, behind Pell (92), Ross (88) and Hart (84).", "81", "86", "XRF812"),
    ("紅隊共獲獎牌36枚，排名第三，僅次於甲校的41枚和乙校的{}枚。", "38", "33", "XRF812"),
])

test_listed = slips([
    ("The parish had {} burials, the fewest in five years, after 46, 39, 51, 44 and 60 in the years before.", "37", "41", "XRF811"),
    ("It sold 62 tonnes of honey, its lowest figure in four years, after {}, 71 and 66 tonnes.", "68", "58", "XRF811"),
    ("去年火灾{}起，为近五年最少，前四年分别为46起、39起、51起和44起。", "37", "42", "XRF811"),
])

test_places = accused([
    ("Dorne is third in the table with 44 points, behind Tolm on 47 and Ard on 45.", ""),
    ("Dorne is second in the table with 44 points, behind Tolm on 47 and Ard on 45.", "XRF813"),
    ("At 212 metres it is the third tallest in the city after the Corn Exchange (230m) and the Silo (225m).", ""),
    ("At 212 metres it is the second tallest in the city after the Corn Exchange (230m) and the Silo (225m).", "XRF813"),
    ("红队以36分排名第三，落后于蓝队的41分和白队的38分。", ""),
    ("红队以36分排名第二，落后于蓝队的41分和白队的38分。", "XRF813"),
    ("Rent is 640 euros here, the fourth lowest of the five towns; the others pay 510, 580, 610 and 730 euros.", ""),
    ("Rent is 640 euros here, the third lowest of the five towns; the others pay 510, 580, 610 and 730 euros.", "XRF813"),
    ("五年产量依次为41.2万吨、43.5万吨、42.8万吨、44.6万吨和45.9万吨，今年45.9万吨居五年首位。", ""),
    ("五年产量依次为41.2万吨、43.5万吨、42.8万吨、44.6万吨和43.9万吨，今年43.9万吨居五年首位。", "XRF811"),
    ("甲县单产420公斤，为四县中第二高，其余三县分别为450公斤、410公斤和390公斤。", ""),
    ("甲县单产420公斤，为四县中第三高，其余三县分别为450公斤、410公斤和390公斤。", "XRF813"),
])

test_what_is_no_place_among_these = silent([
    "Arden came second with 36 medals, behind Bresk with 41 and ahead of Corve with 33.",
    "Arden came second with 36 medals, behind Bresk with 41; Corve had 33.",
    "She was second with a round of 68, behind Moro on 66 and Lund on 67 for the week.",
    "He is joint second on 44 points, behind Tolm on 47 and Ard on 45.",
    "Second by goals per head, Dorne has 44 goals, behind Tolm with 47 and Ard with 39.",
    "The parish had 41 burials, the fewest since 1990, after 46, 39, 51, 44 and 60 in the years before.",
    "The parish had 41 burials, the fewest in three years, after 46, 39, 51, 44 and 60 in the years before.",
    "该市住房面积31.4平方米，在四市中排名第二，另外三市分别为33.6平方米、32.5平方米和29.8平方米。",       # from below?
    "红队以36分排名第二，落后于蓝队的41分，领先白队3分。",
    "该省茶叶产量25万吨，居全国第二，仅次于甲省的40万吨，而丙省为21万吨。",
])


def test_messages() -> None:
    (finding,) = check_text("Arden came third on the overall count with 36 medals, behind Bresk with 41 and Corve with 33.").findings
    assert finding.message == "36 medals is said to be behind 33, and behind 41."
    (finding,) = check_text("红队以36分排名第二，落后于蓝队的41分和白队的38分。").findings
    assert finding.message == "36分在其中排第3，不是第2。"
