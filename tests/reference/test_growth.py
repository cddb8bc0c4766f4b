"""Growth claims against the shipped trends."""

from __future__ import annotations

import pytest

from factcheck.interval import Interval
from factcheck.reference.growth import lookup_growth
from factcheck.reference.table import Table

ZH = ("在深度学习兴起之前，AI训练算力约每20个月翻一番；之后，AI训练算力每6个月就翻一番；2012年后，头部AI模型的训练算力"
      "每3-4个月翻一番，也就是每年增至约10倍。")
EN = ("Before the advent of deep learning, the compute used to train AI models doubled about every 20 months; since then it has doubled every "
      "six months. Since 2012, the training compute of the biggest AI models has doubled every 3-4 months.")


@pytest.fixture(scope="module")
def table() -> Table:
    return Table()


def months(low: float, high: float) -> Interval:
    return Interval(2 ** (12 / high), 2 ** (12 / low))


@pytest.mark.parametrize(("text", "lang", "words", "stated", "verdict", "row"), [
    (ZH, "zh", "每20个月", months(18, 22), "supported", "sevilla2022_predl"),
    (ZH, "zh", "每6个月", months(5.4, 6.6), "supported", "sevilla2022_dl"),
    (ZH, "zh", "每3-4个月", Interval(8, 16), "outdated", "openai2018_dt"),
    (ZH, "zh", "10倍", Interval(8, 16), "outdated", "openai2018_dt"),
    (EN, "en", "every 20 months", months(19.5, 20.5), "supported", "sevilla2022_predl"),
    (EN, "en", "every six months", months(5.5, 6.5), "supported", "sevilla2022_dl"),
    (EN, "en", "every 3-4 months", Interval(8, 16), "outdated", "openai2018_dt"),
])
def test_seed(table: Table, text: str, lang: str, words: str, stated: Interval, verdict: str, row: str) -> None:
    at = text.index(words)
    match = lookup_growth(text, lang, stated, dateline="2023-07-10", table=table, at=(at, at + len(words)))
    assert match is not None
    assert (match.verdict, match.row and match.row.id) == (verdict, row)
    assert match.severity == ("note" if verdict == "outdated" else "")
    assert match.told(lang).message
    assert match.told(lang).derivation


def test_no_metric_no_match(table: Table) -> None:
    assert lookup_growth("Our bakery doubles its output every 3 months.", "en", months(3, 3), table=table) is None


def test_forecasts_are_left_alone(table: Table) -> None:
    assert lookup_growth("Training compute will grow 90-fold a year.", "en", Interval(90, 90), table=table, mood="forecast") is None


def test_contradicted_needs_a_period(table: Table) -> None:
    fast = Interval(400, 400)
    without = lookup_growth("Training compute of frontier models grows 400-fold a year.", "en", fast, table=table)
    since = lookup_growth("Since 2012, training compute of frontier models has grown 400-fold a year.", "en", fast, "2012..", "2023-07-10", table)
    assert without is not None
    assert since is not None
    assert (without.verdict, since.verdict) == ("no_reference", "contradicted")
