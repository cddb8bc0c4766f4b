"""Parts, totals and shares over clauses and sentences."""

from __future__ import annotations

import pytest

import factcheck


def codes(text: str, across: bool = True) -> list[str]:
    """Codes of the errors and warnings found; ``across``: only those of clauses, sentences and tables taken together."""
    found = [(f.code, f.claim.options.get("scope")) for f in factcheck.check_text(text).findings if f.severity != "note" and f.claim is not None]
    return [code for code, scope in found if not across or scope in ("document", "table")]


def verdicts(text: str) -> list[str]:
    return [c.verdict for c in factcheck.check_text(text).claims if c.options.get("scope") in ("document", "table")]


CONSISTENT = [
    "全县实现生产总值860.5亿元，增长5.2%。分产业看，第一产业增加值120.3亿元，增长3%；第二产业增加值400.1亿元，增长6%；第三产业增加值340.1亿元，增长5%。",
    "上半年全市货物贸易进出口912.4亿元，增长3.1%。其中，出口600.2亿元，增长4%；进口312.2亿元，增长1.3%。贸易顺差288亿元。",
    "男性人口为30120人，占51.2%；女性人口为28708人，占48.8%。",
    "0—14岁人口占16.4%，15—59岁人口占62.3%，60岁及以上人口占21.3%，其中65岁及以上人口占15%。",
    "第一产业增加值占比8.1%，第二产业增加值占比41.5%，第三产业增加值占比50.4%。",
]
INCONSISTENT = [
    ("全县实现生产总值860.5亿元，增长5.2%。分产业看，第一产业增加值120.3亿元，增长3%；第二产业增加值410.1亿元，增长6%；第三产业增加值340.1亿元，增长5%。", "SUM301"),
    ("上半年全市货物贸易进出口912.4亿元，增长3.1%。其中，出口620.2亿元，增长4%；进口312.2亿元，增长1.3%。", "SUM301"),
    ("上半年出口600.2亿元，增长4%；进口312.2亿元，增长1.3%。贸易顺差388亿元。", "SUM301"),
    ("男性人口为30120人，占51.2%；女性人口为28708人，占43.8%。", "SUM302 SHR314"),
    ("男性人口为31020人，占51.2%；女性人口为28708人，占48.8%。", "SHR314"),
    ("0—14岁人口占16.4%，15—59岁人口占66.3%，60岁及以上人口占21.3%，其中65岁及以上人口占15%。", "SUM302"),
    ("第一产业增加值占比8.1%，第二产业增加值占比41.5%，第三产业增加值占比54.0%。", "SUM302"),
]
TRAPS = [
    "全省用电8120亿千瓦时。其中，第一产业用电量120亿千瓦时，第二产业用电量5000亿千瓦时，第三产业用电量1700亿千瓦时，居民生活用电1300亿千瓦时。",
    "前4个月全市进出口900亿元，增长3%。4月份，出口150亿元，增长4%，进口80亿元，增长1%。",
    "全市进出口900亿元。其中，机电产品出口300亿元，进口80亿元。",
    "全市进出口900亿元，增长3%。其中，对东盟进出口200亿元；出口500亿元，进口300亿元。",
    "男性吸烟率为52%，女性吸烟率为3%。男性占比上升2%，女性占比上升1%。",
    "按可比口径计算，男性人口占51.2%，女性人口占43.8%。",
    "东部地区人口占39.9%，中部地区占25.8%，西部地区占27.1%，东北地区占6.9%。",
    "城镇居民人均可支配收入5万元，农村居民人均可支配收入2万元，全国居民人均可支配收入4万元。",
    "男性占受访者的51.2%，女性占董事会成员的13.8%。",
]


@pytest.mark.parametrize("text", CONSISTENT)
def test_consistent(text: str) -> None:
    assert codes(text) == []
    assert verdicts(text)
    assert all(verdict.startswith("consistent") for verdict in verdicts(text))


@pytest.mark.parametrize(("text", "code"), INCONSISTENT)
def test_inconsistent(text: str, code: str) -> None:
    assert not set(code.split()).isdisjoint(codes(text, across=False))


@pytest.mark.parametrize("text", TRAPS)
def test_traps(text: str) -> None:
    assert codes(text) == []
