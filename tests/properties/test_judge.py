"""What must hold of the judge whatever the figures are."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck import relations
from factcheck.interval import Interval
from factcheck.judge import FAR, judge
from factcheck.readings import bounds
from factcheck.values import HEDGES, Claim, Quantity

ACCUSED = ("inconsistent", "ambiguous")


def figure(value: float, places: int = 0, hedge: str = "=", unit: str = "", dimension: str = "", factor: float = 1.0, at: int = 0) -> Quantity:
    """A figure printed with so many decimals."""
    text = f"{value:.{places}f}"
    value = float(text)
    half = 0.5 * 10.0**-places
    low, high = bounds(value, value, half, hedge)
    return Quantity(text, at, at + len(text), low, high, value, value, unit, "share" if unit == "percent" else "quantity", hedge,
                    half=half, figures=max(1, len(text.replace(".", "").lstrip("0") if places else text.strip("0"))), dimension=dimension, factor=factor)


def percent(value: float, places: int = 0, **more: object) -> Quantity:
    return replace(figure(value, places, unit="percent", dimension="percent"), **more)


def claim(relation: str, options: dict[str, str] | None = None, **roles: Quantity | list[Quantity]) -> Claim:
    placed, at = [], 0
    for role, quantities in roles.items():
        for q in quantities if isinstance(quantities, list) else [quantities]:
            placed.append((role, replace(q, start=at, end=at + len(q.text))))
            at += len(q.text) + 1
    return Claim(relation, 0, at, "", tuple(placed), options=options or {})


sizes = st.integers(1, 10**6)
numbers = st.builds(figure, st.floats(0.5, 1e6), st.integers(0, 3))
percents = st.builds(percent, st.floats(0, 900), st.integers(0, 2))
claims = st.one_of(
    st.builds(lambda a, b, p, d: claim("change", {"direction": d}, old=a, new=b, percent=p), numbers, numbers, percents, st.sampled_from(["up", "down", ""])),
    st.builds(lambda a, b, d: claim("change", {}, old=a, new=b, difference=d), numbers, numbers, numbers),
    st.builds(lambda a, b, p: claim("change", {"direction": "up"}, difference=a, new=b, percent=p), numbers, numbers, percents),
    st.builds(lambda a, b, p: claim("share", part=a, whole=b, percent=p), numbers, numbers, percents),
    st.builds(lambda t, parts: claim("total", total=t, part=parts), numbers, st.lists(numbers, min_size=2, max_size=5)),
    st.builds(lambda shares: claim("shares_whole", {"exhaustive": "yes"}, share=shares), st.lists(percents, min_size=2, max_size=5)),
    st.builds(lambda r, n, t: claim("product", rate=r, count=n, total=t), numbers, numbers, numbers),
)


@given(claims)
@settings(max_examples=200)
def test_a_verdict_always_comes_and_spans_are_the_figures(c: Claim) -> None:
    judged = judge(c, "en")
    assert judged.verdict in relations.table() or judged.verdict in ("consistent", "consistent_when_rounded", "ambiguous", "inconsistent", "not_checked")
    assert (judged.finding is not None) == (judged.verdict in ACCUSED)
    if judged.finding is not None:
        assert judged.derivation
        assert {(s.start, s.end) for s in judged.finding.spans} <= {(q.start, q.end) for q in c.quantities}
        assert judge(c, "zh").verdict == judged.verdict


@st.composite
def honest(draw: st.DrawFn) -> Claim:
    """A claim whose figures were rounded from true ones."""
    a, b = draw(st.floats(1.0, 1e5)), draw(st.floats(1.0, 1e5))
    places, other = draw(st.integers(0, 2)), draw(st.integers(0, 2))
    old, new = figure(a, places), figure(b, places)
    match draw(st.sampled_from(["percent", "difference", "share", "total", "product"])):
        case "percent":
            return claim("change", {"direction": "up" if b > a else "down"}, old=old, new=new, percent=percent(abs(b - a) / a * 100, other))
        case "difference":
            return claim("change", {"direction": "up" if b > a else "down"}, old=old, new=new, difference=figure(abs(b - a), places))
        case "share":
            if not places:                              # bare whole numbers are counts
                a, b = round(a), round(b)
            return claim("share", part=figure(min(a, b), places), whole=figure(max(a, b), places), percent=percent(min(a, b) / max(a, b) * 100, other))
        case "total":
            return claim("total", total=figure(a + b if places else round(a) + round(b), places), part=[old, new])
        case _:
            return claim("product", rate=old, count=new, total=figure(old.printed_low * new.printed_low, 0))


@given(honest())
@settings(max_examples=200)
def test_figures_rounded_from_true_ones_are_never_accused(c: Claim) -> None:
    finding = judge(c, "en").finding
    assert finding is None or finding.code == "CHG208"


@given(honest(), st.data())
@settings(max_examples=200)
def test_widening_a_figure_never_creates_a_finding(c: Claim, data: st.DataObject) -> None:
    assume(judge(c, "en").finding is None)
    k = data.draw(st.integers(0, len(c.roles) - 1))
    role, q = c.roles[k]
    wider = replace(q, low=q.low - data.draw(st.floats(0, 1)) * abs(q.low), high=q.high + data.draw(st.floats(0, 1)) * abs(q.high), half=q.half * 1.000001)
    roles = (*c.roles[:k], (role, wider), *c.roles[k + 1:])
    assert judge(replace(c, roles=roles), "en").finding is None


@given(honest(), st.data())
@settings(max_examples=200)
def test_adding_a_hedge_never_creates_a_finding(c: Claim, data: st.DataObject) -> None:
    assume(judge(c, "en").finding is None)
    k = data.draw(st.integers(0, len(c.roles) - 1))
    role, q = c.roles[k]
    hedge = data.draw(st.sampled_from([h for h in HEDGES if h in ("about", "above", "at_least")]))
    low, high = bounds(q.printed_low, q.printed_high, q.half, hedge)
    roles = (*c.roles[:k], (role, replace(q, hedge=hedge, low=low, high=high)), *c.roles[k + 1:])
    assert judge(replace(c, roles=roles), "en").finding is None


@given(claims, st.sampled_from([1000.0, 1e4, 1e8, 0.001]))
@settings(max_examples=200)
def test_scale_words_and_units_never_change_a_verdict(c: Claim, scale: float) -> None:
    """The same digits with another scale word or unit on every amount."""
    def scaled(q: Quantity, factor: float, by: float) -> Quantity:
        if q.unit == "percent":
            return q
        return replace(q, low=q.low * by, high=q.high * by, printed_low=q.printed_low * by, printed_high=q.printed_high * by, half=q.half * by,
                       factor=factor, dimension="money:USD", unit="USD", figures=9)

    assume(c.relation != "product")
    one = replace(c, roles=tuple((r, scaled(q, 1.0, 1.0)) for r, q in c.roles))
    as_unit = replace(c, roles=tuple((r, scaled(q, scale, 1.0)) for r, q in c.roles))
    as_word = replace(c, roles=tuple((r, scaled(q, 1.0, scale)) for r, q in c.roles))
    verdict = judge(one, "en").verdict
    assert judge(as_unit, "en").verdict == verdict
    assert judge(as_word, "en").verdict == verdict


@given(st.integers(100, 9999), st.integers(100, 9999))
def test_a_change_computed_by_machine_is_never_accused(old: int, new: int) -> None:
    direction = "up" if new > old else "down" if new < old else ""
    stated = percent(abs(new - old) / old * 100, 1)
    assert judge(claim("change", {"direction": direction}, old=figure(old), new=figure(new), percent=stated), "en").finding is None


@given(st.floats(110, 9999), st.floats(110, 9999), st.floats(1.2, 5))
def test_a_percentage_moved_beyond_rounding_is_always_found(old: float, new: float, by: float) -> None:
    old, new = round(old, 2), round(new, 2)
    rise = (new - old) / old * 100
    assume(rise > 5)
    stated = percent(rise * by, 1)
    finding = judge(claim("change", {"direction": "up"}, old=figure(old, 2), new=figure(new, 2), percent=stated), "en").finding
    assert finding is not None
    assert finding.code == "CHG201"


@given(st.integers(2, 4000), st.integers(5000, 9000), st.floats(3, 60))
def test_a_share_moved_beyond_rounding_is_always_found(part: int, whole: int, off: float) -> None:
    assume(part / whole * 100 + off < FAR * part / whole * 100 * 0.9)           # farther apart they are of different things
    right = percent(part / whole * 100, 1)
    assert judge(claim("share", part=figure(part), whole=figure(whole), percent=right), "en").finding is None
    wrong = percent(part / whole * 100 + off, 1)
    assert judge(claim("share", part=figure(part), whole=figure(whole), percent=wrong), "en").finding is not None


@pytest.mark.parametrize(("percent_printed", "found"), [(41, True), (4100, True), (0.33, True), (87_654, False), (0.00123, False)])
def test_figures_beyond_belief_are_no_relation_unless_a_slip_explains_them(percent_printed: float, found: bool) -> None:
    stated = replace(percent(percent_printed, 5), low=percent_printed * 0.99, high=percent_printed * 1.01, half=percent_printed * 0.01)
    assert (judge(claim("share", part=figure(33), whole=figure(100), percent=stated), "en").finding is not None) == found


@given(st.lists(st.integers(1, 90_000).filter(lambda n: n % 10), min_size=2, max_size=6), st.integers(60, 10_000))
def test_a_total_moved_beyond_rounding_is_always_found(parts: list[int], off: int) -> None:
    total = sum(parts)
    assert judge(claim("total", total=figure(total), part=[figure(p) for p in parts]), "en").finding is None
    wrong = total + off
    assume(wrong % 10 and wrong < FAR * total * 0.9)                            # farther apart they are of different things
    assert judge(claim("total", total=figure(wrong), part=[figure(p) for p in parts]), "en").finding is not None


@given(st.floats(0.5, 1e4), st.floats(0.5, 1e4), st.integers(0, 2), st.integers(0, 2))
def test_rounding_the_three_figures_of_a_change_is_honest(old: float, new: float, places: int, other: int) -> None:
    """Whatever the author rounds, from true figures nothing wrong can come."""
    assume(min(old, new) > 10.0**-places)
    rise = (new - old) / old * 100
    direction = "up" if rise > 0 else "down"
    c = claim("change", {"direction": direction}, old=figure(old, places), new=figure(new, places), percent=percent(abs(rise), other))
    finding = judge(c, "en").finding
    assert finding is None or finding.code == "CHG208"


@pytest.mark.parametrize("member", [m for members in relations.table().values() for m in members if len(m.solve) > 1], ids=lambda m: m.code)
@given(data=st.data())
@settings(max_examples=50)
def test_the_inverses_of_a_relation_agree(member: relations.Relation, data: st.DataObject) -> None:
    """Solve for the target, then solve for each other role with it: what comes out is what went in."""
    exact = st.floats(1.5, 400).map(lambda x: Interval(x, x))
    values = {role: data.draw(exact, label=role) for role in member.roles if role != member.target}
    try:
        values[member.target] = member.solve[member.target](values)
        for role in member.solve:
            if role != member.target:
                found = member.solve[role]({k: v for k, v in values.items() if k != role})
                scale = max(abs(v.mid) for v in values.values())
                assert math.isclose(found.mid, values[role].mid, rel_tol=1e-6, abs_tol=1e-6 * scale), role
    except ZeroDivisionError:
        assume(False)
