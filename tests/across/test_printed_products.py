"""Products printed with signs, in both languages."""

from __future__ import annotations

from .examples import silent, slips

test_slips_are_told = slips([
    ("护理费80元/天×45天={}元。", "3600", "6300", "SUM321"),
    ("誤工費為{}元（120元/天×25天）。", "3000", "2500", "SUM321"),
    ("赔偿金为31200元×20年×15%={}元。", "93600", "96300", "SUM321"),
    ("由保险公司承担{}元（48620.50元×80%）。", "38896.4", "38986.4", "SHR311"),
    ("四成即48620元*40%={}元。", "19448", "19484", "SHR311"),
    ("Nursing came to $65 x 12 days = ${}.", "780", "870", "SUM321"),
    ("The insurer pays ${} ($48,620 × 80%).", "38,896", "38,986", "SHR311"),
])

test_others_are_silent = silent([
    "房间面积18平方米（3米×5米）。",                     # no rate
    "费用为（300元-20元）×12=3360元。",                  # the first factor is not all
    "利息为2万元×24%÷12×5个月=2000元。",                 # a division besides
    "充值500元（100元×6张）即可参加。",                   # a bargain
    "套餐价158元（含69元×3张券）。",
    "一箱96元（330毫升×24瓶）。",
    "他在黑板上写下3×4=13，台下大笑。",                   # no unit
    "The rug ($450, 6 ft x 9 ft) sold at once.",
])
