"""Products that are printed as such: 100元/天×30天=3000元, 承担900元（3000元×30%）, "$50 x 10 days = $500".

Signs join figures in whichever language.  The result stands behind the sign of equality, or right before the bracket of the product.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

from ...frozen import replace
from ...patterns import regex
from ...typed import TYPE_CHECKING
from .items import Sentence, amount, claim, plain

if TYPE_CHECKING:
    from ...values import Claim, Quantity

SIGNS = "×*＊✕x"
_TIMES = regex.compile(r"\s{0,2}[×*＊✕xX]\s{0,2}")
_EQUALS, _OPENS = regex.compile(r"\s{0,2}[=＝]\s{0,2}"), regex.compile(r"\s{0,2}[(（]\s{0,2}[=＝]?\s{0,2}")
_BEFORE, _BEHIND = regex.compile(r"[-−–+＋*＊×xX/÷=(（^)）]\s{0,2}$"), regex.compile(r"\s{0,2}[-−–+＋*＊×/÷=^(（]")
_CLOSES = regex.compile(r"\s{0,2}[=＝]?\s{0,2}[)）](?!\s{0,2}[-−–+＋*＊×xX/÷=^])")
MOST = 5                                 # factors
ROUND = 5                                # percent: so many are reckoned with as they are printed
FINE = 3                                 # digits of a result before a bracket: 充值500元（100元×6张） may be a bargain
AHEAD = 3                                # characters before the first factor


def link(text: str, sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """Claims of such products."""
    for sentence in sentences:
        if not any(sign in text[sentence.start : sentence.end] for sign in SIGNS):
            continue
        figures = [q for q in sorted(sentence.quantities.values(), key=lambda q: q.start) if not q.hidden]
        begin = 0
        for k in range(1, len(figures) + 1):
            if k < len(figures) and _TIMES.fullmatch(text, figures[k - 1].end, figures[k].start) is not None:
                continue
            if 1 < k - begin <= MOST:
                yield from _product(text, figures, begin, k)
            begin = k


def _product(text: str, figures: Sequence[Quantity], begin: int, k: int) -> Iterator[Claim]:
    factors, first = figures[begin:k], figures[begin].start
    total = None
    if k < len(figures) and _EQUALS.fullmatch(text, factors[-1].end, figures[k].start) is not None:
        if _BEFORE.search(text, max(0, first - AHEAD), first) is None and _BEHIND.match(text, figures[k].end) is None:
            total = figures[k]                                # (300-20)×12=…, and =4000÷12
    elif begin and _OPENS.fullmatch(text, figures[begin - 1].end, first) is not None:
        total = figures[begin - 1] if _CLOSES.match(text, factors[-1].end) is not None else None
    if total is None or not amount(total) or not total.unit or total.per:
        return
    rates = [q for q in factors if q.dimension == total.dimension and (q.unit == total.unit or q.dimension.startswith("money:"))]
    others = [q for q in factors if q is not rates[0]] if len(rates) == 1 else []
    if not others or not amount(rates[0]) or not all(plain(q) and q.kind in ("quantity", "share", "age") for q in others):
        return                                                # 3米×4米=12平方米 is an area
    lang, before = total.lang, total.start < first
    if len(others) == 1 and others[0].unit == "percent":
        yield claim("share", [("part", total), ("whole", rates[0]), ("percent", _told(others[0]))], f"{lang}.across.printed_share", lang)
    elif not before or total.figures >= FINE or rates[0].per or len(others) > 1:
        roles = [("rate", replace(rates[0], per="")), ("count", _joined(others)), ("total", total)]
        yield claim("product", roles, f"{lang}.across.printed_product", lang)


def _joined(factors: Sequence[Quantity]) -> Quantity:
    """All other factors as one number; whole ones are counts, and exact."""
    ends = [_ends(q) for q in factors]
    low, middle, high = (prod(some) for some in zip(*ends, strict=True))
    text = " × ".join(q.text.strip() for q in factors)
    return replace(factors[0], text=text, end=factors[-1].end, kind="quantity", unit="", dimension="", factor=1.0, per="", low=low,
                   high=high, printed_low=middle, printed_high=middle, half=(high - low) / 2)


def _told(percent: Quantity) -> Quantity:
    """A percentage that one reckons with: 70% is seventy; 33% may be a third."""
    if percent.printed_low % ROUND or percent.hedge != "=":
        return percent
    return replace(percent, low=percent.printed_low, high=percent.printed_high, half=0.0)


def _ends(q: Quantity) -> tuple[float, float, float]:
    if q.unit == "percent":
        told = _told(q)
        return told.low / 100, told.printed_low / 100, told.high / 100
    half = 0.0 if q.half <= 0.5 and q.printed_low == int(q.printed_low) and q.hedge == "=" else q.half
    return q.printed_low - half, q.printed_low, q.printed_low + half
