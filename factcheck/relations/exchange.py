"""Rates of exchange: the sums that one article converts from one currency to another."""

from __future__ import annotations

from ..typed import TYPE_CHECKING
from ._base import Figures, Relation
from .conversion import CurrencyZero, bands, rates

if TYPE_CHECKING:
    from ..values import Quantity


class ExchangeRates(Relation):
    """A sum is converted at another rate of exchange than the others of the article.

    Why: who converts ten sums exchanges two digits in one of them; the other nine give the rate away.
    Silent: unless, in a sentence without a date, a slip of the pen keeps the sum from the rate that two others agree on, or its rate is a
    fifth off that of three.
    Bad: The pier cost $21.0m (£11.1m). The baths brought in $31.8m (£16.8m), and the fair $9.5m (£9.4m).
    Good: The pier cost $21.0m (£11.1m). The baths brought in $31.8m (£16.8m), and the fair $9.5m (£5.0m).
    Bad: 码头造价2100万美元（1.51亿元人民币）。浴场收入3180万美元（2.29亿元人民币），集市收入950万美元（8640万元人民币）。
    Good: 码头造价2100万美元（1.51亿元人民币）。浴场收入3180万美元（2.29亿元人民币），集市收入950万美元（6840万元人民币）。
    """

    relation = "exchange"
    code = "CNV403"
    name = "exchange-rates-apart"
    severity = "warning"
    roles = ("a", "b", "c", "d")
    target = "b"
    alike = (("a", "c"), ("b", "d"))
    solve = {
        "b": lambda v: v["a"].times(v["d"]).over(v["c"]),
        "a": lambda v: v["b"].times(v["c"]).over(v["d"]),
        "d": lambda v: v["b"].times(v["c"]).over(v["a"]),
        "c": lambda v: v["a"].times(v["d"]).over(v["b"]),
    }
    working = {"b": "{a} × {d} ÷ {c}", "a": "{b} × {c} ÷ {d}", "d": "{b} × {c} ÷ {a}", "c": "{a} × {d} ÷ {b}"}
    above = 0.0
    message = {
        "en": "At the rate of {c} ({d}), {a} is {expected}, not {stated}.",
        "zh": "按{c}合{d}的汇率，{a}合{expected}，不是{stated}。",
    }

    def applies(self, f: Figures) -> bool:
        """Of two currencies, as near each other as ever: what is farther off is told by ``CurrencyZero``."""
        a, b = (f.keys[key] for key in ("a", "b"))
        if not super().applies(f) or a.dimension == b.dimension or not {a.dimension[6:], b.dimension[6:]} <= bands().keys():
            return False
        low, high = rates(a, b)
        return low / CurrencyZero.ROOM < _value(b) / _value(a) < high * CurrencyZero.ROOM


def _value(q: Quantity) -> float:
    return q.printed_high * q.factor
