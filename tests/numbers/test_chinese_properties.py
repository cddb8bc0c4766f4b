"""Properties of reading Chinese figures: true spans, no influence from neutral text, ordinary time for hostile text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.values import Quantity

NEUTRAL = "我们沿着河边慢慢走回村庄。"
SENTENCES = (
    "公司去年营收三千五百二十亿元，同比增长12.5%。", "工期需要3至4个月，投资1.2～1.5亿元。", "利润翻了近一番，达到两万三千元。", "气温降到零下5摄氏度，风速每小时60公里。",
    "大于十八的同时小于等于四十二。", "他身高1米8，体重75公斤半。", "2023年7月10日8时30分，第3批共十几辆车抵达。", "股价报12.34元（600519），比分为3:2。",
)
PIECES = st.lists(st.sampled_from([
    "十", "百", "千", "万", "亿", "零", "一", "两", "三", "九", "半", "几", "数", "点", "分", "之", "第", "约", "近", "至", "到", "—", "～", "-", "个", "元", "米", "斤", "年", "月", "日",
    "时", "%", "％", "倍", "番", "翻", "成", "折", "每", "多", "余", "以上", "5", "12", "3.5", "２０", "1,234", "，", "。", "（", "）", " ", "人", "的", "中国", "GDP", "A4", "$", "人民币", "对折",
    "个半", "小时", "度", "气温", "2023", "萬", "點", "／", "/",
]), max_size=25).map("".join)


def read(text: str) -> tuple[Quantity, ...]:
    return factcheck.check_text(text, lang="zh").quantities


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_spans_are_true_and_do_not_overlap(text: str) -> None:
    last = 0
    for q in read(text):
        assert text[q.start : q.end] == q.text
        assert q.start >= last
        last = q.end


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_neutral_text_in_front_shifts_spans_and_changes_nothing_else(text: str) -> None:
    text = "村里" + text
    plain, shifted = read(text), read(NEUTRAL + text)
    moved = len(NEUTRAL)
    assert [(q.start + moved, q.end + moved, q.text, q.low, q.high, q.unit, q.kind, q.hedge) for q in plain] == [
        (q.start, q.end, q.text, q.low, q.high, q.unit, q.kind, q.hedge) for q in shifted]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_sentence_reads_alike_behind_neutral_text(sentence: str) -> None:
    plain, shifted = read(sentence), read(NEUTRAL + sentence)
    assert plain
    assert [(q.text, q.low, q.high, q.unit, q.kind) for q in plain] == [(q.text, q.low, q.high, q.unit, q.kind) for q in shifted]


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        factcheck.check_text(text, lang="zh")
        best = min(best, time.process_time() - start)
    return best


HOSTILE = {
    "tens": "十", "digits": "7", "wide digits": "７", "commas": "12,345,", "points": "3.", "brackets": "（", "near units": "5千", "myriads": "一万", "some": "几十", "dashes": "3-", "tildes": "3～",
    "halves": "个半", "hedges": "约近超", "per": "每5元", "spaces": "三 十 ", "years": "2023年", "months": "1月2日至", "doublings": "翻了", "parts": "三分之", "zeros": "零", "bounds": "大于3小于",
    "ratios": "3:", "and a half": "5个半", "coins": "三块", "point words": "一点", "letters": "A1-", "percents": "百分之", "signs": "-5", "alternating": "十7",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_ordinary_time(unit: str) -> None:
    size = 10_000
    ordinary = "".join(SENTENCES)
    usual = seconds((ordinary * (size // len(ordinary) + 1))[:size])
    hostile = (unit * (size // len(unit) + 1))[:size]
    assert seconds(hostile) < 3 * usual + 0.05
    assert seconds(hostile * 4) < 4 * 3 * usual + 0.2
