"""The mean of all beside those of the parts."""

from __future__ import annotations

import pytest

from factcheck import check_text

SEXES = "门诊共有160例患者，其中男性96例，平均年龄64.2岁，女性64例，平均年龄68.7岁。全部患者的平均年龄为{}岁。"

TOLD = [
    (SEXES, "66.0", "69.0"),
    (SEXES, "66.0", "60.6"),
    ("甲班40人，平均分82.5分；乙班60人，平均分87.0分。两班100人，全部学生平均分为{}分。", "85.2", "82.5"),
    ("參賽者中男生35名，平均身高{}厘米，女生25名，平均身高159.6厘米。全體參賽者的平均身高為165.9厘米。", "170.4", "140.7"),
    ("试验入组男性120例，平均年龄57.30±8.12岁，女性80例，平均年龄61.80±7.95岁。\n所有受试者的平均年龄为{}±8.30岁。", "59.10", "51.90"),
]

ARMS = "The trial had 160 patients: 96 patients with a mean age of {} years in the first arm and 64 patients with a mean age of 68.7 years in the \
second. The mean age of all patients was {} years."

RIGHT = [
    # no parts of all, no counts, another mean
    "甲班40人，平均分82.5分；乙班60人，平均分87.0分。全校学生平均分为79.5分。",
    "男性平均年龄64.2岁，女性平均年龄68.7岁。全部患者的平均年龄为69.0岁。",
    "男性96例，平均年龄64.2岁，女性64例，平均年龄68.7岁。全部患者的平均住院日为9.6天。",
    "男性96例，平均年龄64.2岁，男童64例，平均年龄8.7岁。全部患者的平均年龄为69.0岁。",
    "甲组96例，平均年龄64.2岁，乙组64例，平均年龄68.7岁，丙组32例。全部患者的平均年龄为63.0岁。",
    # the parts are weighed otherwise
    "门诊共有160例患者，其中男性96例，平均年龄64.2岁，女性64例，平均年龄68.7岁。全部患者的平均年龄为66.4岁。",
]


@pytest.mark.parametrize(("text", "right", "wrong"), TOLD)
def test_slips_are_told(text: str, right: str, wrong: str) -> None:
    assert check_text(text.format(right), lang="zh").findings == ()
    assert [f.code for f in check_text(text.format(wrong), lang="zh").findings] == ["SUM322"]


@pytest.mark.parametrize("text", RIGHT)
def test_others_are_silent(text: str) -> None:
    assert [f for f in check_text(text, lang="zh").findings if f.severity != "note"] == []


def test_parts_in_english_are_all_if_their_counts_are() -> None:
    assert check_text(ARMS.format("64.2", "66.0"), lang="en").findings == ()
    assert [f.code for f in check_text(ARMS.format("64.2", "69.0"), lang="en").findings] == ["SUM322"]
    assert check_text(ARMS.format("64.2", "69.0").replace("had 160 patients", "lasted long"), lang="en").findings == ()
