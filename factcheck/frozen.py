"""Frozen values: classes declared as data classes are, without what ``dataclasses`` costs at every start.

    class Unit(Frozen):
        name: str
        factor: float = 1.0

Importing ``dataclasses`` takes longer than starting Python, and each class that it makes takes another millisecond; here the fields are
read off the annotations and nothing is compiled.  Instances are immutable, compared and hashed by class and value; their values are kept in
a tuple, which is made several times as fast as slots are filled.  ``replace`` makes a changed copy; ``replace``, ``fields`` and ``asdict``
of ``dataclasses`` work too.  A default that is a dict is copied for each instance.
"""

from __future__ import annotations

from .typed import Any, NoReturn, Self, TypeVar, dataclass_transform, field_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import Field
    from typing import ClassVar

T = TypeVar("T", bound="Frozen")
_NONE = object()                                # what a field without default defaults to
_made: Any = tuple.__new__
_same: Any = tuple.__eq__
_values: Any = tuple.__iter__


class _Fields:
    """``__dataclass_fields__``, made when somebody first asks: by this attribute ``dataclasses`` knows its classes."""

    def __get__(self, instance: object, owner: _Meta) -> dict[str, Any]:
        return owner.as_dataclass_fields()


@dataclass_transform(frozen_default=True)
class _Meta(type):
    """Turns annotations into fields, which are read off the places of a tuple; the defaults are kept beside them."""

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> _Meta:
        fields = tuple(namespace.get("__annotations__", ())) if bases else ()
        defaults = tuple([namespace.pop(field, _NONE) for field in fields])
        places = {field: field_of(place, field) for place, field in enumerate(fields)}
        own = {"__slots__": (), "__match_args__": fields, "_defaults": defaults, "_size": len(fields)}
        return super().__new__(mcs, name, bases or (tuple,), {**namespace, **places, **own})

    def __init__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> None:
        super().__init__(name, bases, namespace)
        cls._plain = not any(type(default) is dict for default in cls._defaults)

    if TYPE_CHECKING:
        __match_args__: tuple[str, ...]
        _defaults: tuple[Any, ...]

    def complete(cls, values: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
        """All values in the order of the fields: those given in order, then those given by name, else the defaults."""
        fields, given = cls.__match_args__, len(values)
        rest = cls._defaults[given:]
        if named:
            rest = tuple([named.pop(name, default) for name, default in zip(fields[given:], rest, strict=True)])
        if named or given > len(fields) or _NONE in rest:
            raise TypeError(f"{cls.__name__}: {_trouble(fields, given, named, rest)}")
        if not cls._plain:
            rest = tuple([value.copy() if type(value) is dict and value is default else value
                          for value, default in zip(rest, cls._defaults[given:], strict=True)])
        return values + rest

    def as_dataclass_fields(cls) -> dict[str, Any]:
        if not cls.__match_args__:
            raise AttributeError("__dataclass_fields__")
        from dataclasses import field, make_dataclass

        specs = []
        for name, default in zip(cls.__match_args__, cls._defaults, strict=True):
            told: Any = {} if default is _NONE else {"default_factory": default.copy} if type(default) is dict else {"default": default}
            specs.append((name, cls.__annotations__[name], field(**told)))
        twin: Any = make_dataclass(cls.__name__, specs, frozen=True)
        fields: dict[str, Any] = twin.__dataclass_fields__
        type.__setattr__(cls, "__dataclass_fields__", fields)       # asked for again and again by those who ask at all
        return fields


class Frozen(metaclass=_Meta):
    """The base of frozen value classes; a class with fields is not derived from again."""

    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
        __match_args__: ClassVar[tuple[str, ...]]
    else:
        __dataclass_fields__ = _Fields()

        def __new__(cls, *values, **named):
            if named or len(values) != cls._size:
                values = cls.complete(values, named)
            return _made(cls, values)

        __hash__ = tuple.__hash__

    def __replace__(self, **changes: Any) -> Self:
        take, kind = changes.pop, type(self)
        made: Self = _made(kind, map(take, kind.__match_args__, _values(self)))
        if changes:
            raise TypeError(f"{kind.__name__}: no field {next(iter(changes))!r}")
        return made

    def __setattr__(self, name: str, value: object) -> NoReturn:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and _same(self, other)

    def __ne__(self, other: object) -> bool:
        return type(other) is not type(self) or not _same(self, other)

    def __repr__(self) -> str:
        return f"{type(self).__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in self.__match_args__])})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple(_values(self))


def replace(value: T, /, **changes: Any) -> T:
    """A copy with some fields changed."""
    return value.__replace__(**changes)


def _trouble(fields: tuple[str, ...], given: int, named: dict[str, Any], rest: tuple[Any, ...]) -> str:
    if given > len(fields):
        return f"{len(fields)} fields, {given} values"
    if named:
        name = next(iter(named))
        return f"{name!r} is given twice" if name in fields else f"no field {name!r}"
    return f"no value for {', '.join(name for name, value in zip(fields[given:], rest, strict=True) if value is _NONE)}"
