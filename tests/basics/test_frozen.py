"""Frozen classes behave as frozen, slotted data classes do."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from factcheck.frozen import Frozen, replace
from factcheck.values import Claim, Quantity, Unit


class Point(Frozen):
    x: float
    y: float = 0.0
    names: dict[str, str] = {}


def test_values_in_order_by_name_and_by_default() -> None:
    assert Point(1.0, 2.0, {"a": "b"}) == Point(names={"a": "b"}, y=2.0, x=1.0)
    assert (Point(1.0).y, Point(1.0, names={}).y) == (0.0, 0.0)


@pytest.mark.parametrize(("values", "named", "trouble"), [
    ((), {}, "no value for x"), ((1,), {"z": 1}, "no field 'z'"), ((1,), {"x": 1}, "'x' is given twice"), ((1, 2, {}, 4), {}, "3 fields, 4 values"),
])
def test_wrong_values(values: tuple[object, ...], named: dict[str, object], trouble: str) -> None:
    with pytest.raises(TypeError, match=f"Point: {trouble}"):
        Point(*values, **named)


def test_a_default_dict_is_nobody_elses() -> None:
    a, b = Point(1.0), Point(1.0)
    a.names["a"] = "b"
    assert b.names == {} == Point(2.0).names


def test_nothing_can_be_assigned() -> None:
    point = Point(1.0)
    for change in (lambda: setattr(point, "x", 2.0), lambda: setattr(point, "z", 2.0), lambda: delattr(point, "x")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert not hasattr(point, "__dict__")


def test_equal_by_value_within_a_class() -> None:
    assert Unit("m", "[length]") == Unit("m", "[length]")
    assert hash(Unit("m", "[length]")) == hash(Unit("m", "[length]"))
    assert Unit("m", "[length]") != Unit("m", "[length]", 2.0)
    assert Unit("m", "[length]") != ("m", "[length]", 1.0, 0.0)
    assert repr(Unit("m", "[length]")) == "Unit(name='m', dimension='[length]', factor=1.0, offset=0.0)"


def test_changed_copies() -> None:
    unit = Unit("m", "[length]")
    assert replace(unit, name="km", factor=1000.0) == Unit("km", "[length]", 1000.0) == dataclasses.replace(unit, name="km", factor=1000.0)
    with pytest.raises(TypeError, match="Unit: no field 'size'"):
        replace(unit, size=3)


def test_what_dataclasses_offers_works() -> None:
    quantity = Quantity("5 km", 0, 4, 5.0, 5.0, 5.0, 5.0, "km")
    claim = Claim("change", 0, 4, "5 km", (("old", quantity),), options={"direction": "up"})
    assert [field.name for field in dataclasses.fields(claim)] == list(Claim.__match_args__)
    assert dataclasses.asdict(claim)["roles"][0][1]["unit"] == "km"
    assert not dataclasses.is_dataclass(Frozen)


def test_copies_and_pickles() -> None:
    point = Point(1.0, 2.0, {"a": "b"})
    assert pickle.loads(pickle.dumps(point)) == copy.deepcopy(point) == copy.copy(point) == point


def test_patterns_match_by_place() -> None:
    match Point(1.0, 2.0):
        case Point(x, y):
            assert (x, y) == (1.0, 2.0)
