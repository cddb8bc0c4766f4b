"""The NamedTuple of typed.py does what typing's does."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from factcheck import typed


class Ours(typed.NamedTuple):
    """With a default and a method."""

    x: float
    y: float = 2.0
    label: str = ""

    @property
    def total(self) -> float:
        return self.x + self.y


class Theirs(typing.NamedTuple):
    x: float
    y: float = 2.0
    label: str = ""


@pytest.mark.parametrize(("values", "named"), [((1.0,), {}), ((1.0, 3.0), {}), ((), {"x": 1.0, "label": "a"}), ((1.0,), {"y": 4.0}), ((1, 2, "c"), {})])
def test_made_alike(values: tuple[object, ...], named: dict[str, object]) -> None:
    ours, theirs = Ours(*values, **named), Theirs(*values, **named)
    assert ours == theirs == tuple(ours)
    assert (ours.x, ours.y, ours.label, ours.total) == (theirs.x, theirs.y, theirs.label, theirs.x + theirs.y)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert (ours._asdict(), ours._fields, hash(ours)) == (theirs._asdict(), theirs._fields, hash(theirs))
    assert ours._replace(x=9.0) == theirs._replace(x=9.0)
    assert Ours._make(ours) == ours
    for back in (pickle.loads(pickle.dumps(ours)), copy.copy(ours), copy.deepcopy(ours)):
        assert type(back) is Ours
        assert back == ours


@pytest.mark.parametrize(("values", "named"), [((), {}), ((1, 2, "c", 4), {}), ((1,), {"x": 2}), ((1,), {"z": 2}), ((), {"y": 1.0})])
def test_refused_alike(values: tuple[object, ...], named: dict[str, object]) -> None:
    for kind in (Ours, Theirs):
        with pytest.raises(TypeError):
            kind(*values, **named)


def test_nothing_can_be_assigned() -> None:
    with pytest.raises(AttributeError):
        Ours(1.0).x = 2.0  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Ours(1.0).z = 2.0  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match="no field z"):
        Ours(1.0)._replace(z=2.0)
    assert not hasattr(Ours(1.0), "__dict__")


def test_matched_by_place() -> None:
    match Ours(1.0, 3.0):
        case Ours(x, y, _):
            assert (x, y) == (1.0, 3.0)


def test_everything_that_is_offered_is_there() -> None:
    assert all(hasattr(typed, name) for name in typed.__all__)
