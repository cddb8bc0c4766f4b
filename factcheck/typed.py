"""The names of ``typing`` for modules on the path of every start: importing ``typing`` itself takes half as long as starting Python.

To type checkers these are ``typing``'s own.  At run time nobody looks at annotations; ``NamedTuple`` is made here from the fields, with
nothing compiled, and does what ``typing.NamedTuple`` does.
"""

from __future__ import annotations

__all__ = ["IO", "TYPE_CHECKING", "Any", "ClassVar", "NamedTuple", "NoReturn", "Protocol", "Self", "TypeVar", "dataclass_transform",
           "field_of"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO, Any, ClassVar, NamedTuple, NoReturn, Protocol, Self, TypeVar, dataclass_transform

    field_of: Callable[[int, str], Any]         # a field that is a place of a tuple
else:
    from _operator import itemgetter

    Any = IO = ClassVar = NoReturn = Self = object

    class Protocol:
        """What a value must offer; nothing at run time."""

    def TypeVar(name, **_):  # noqa: N802 - its name
        return name

    def dataclass_transform(**_):
        return lambda made: made

    try:
        from _collections import _tuplegetter as field_of
    except ImportError:                         # pragma: no cover - another interpreter

        def field_of(place, _doc):
            return property(itemgetter(place))

    _make = tuple.__new__

    class _Meta(type):
        def __new__(mcs, name, bases, namespace):
            if not bases:
                return super().__new__(mcs, name, (tuple,), namespace)
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace.pop(field) for field in fields if field in namespace}
            getters = {field: field_of(place, field) for place, field in enumerate(fields)}
            ends = {len(fields) - n: tuple(defaults.values())[-n:] for n in range(1, len(defaults) + 1)}   # what may be left out
            own = {"__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults, "_size": len(fields),
                   "_ends": ends}
            return super().__new__(mcs, name, bases, {**namespace, **getters, **own})

    class NamedTuple(metaclass=_Meta):
        """``typing.NamedTuple``."""

        __slots__ = ()

        def __new__(cls, *values, **named):
            if named:
                values = cls._complete(values, named)
            elif len(values) != cls._size:
                values += cls._ends[len(values)] if len(values) in cls._ends else cls._complete(values, named)
            return _make(cls, values)

        @classmethod
        def _complete(cls, values, named):
            given = {**cls._field_defaults, **dict(zip(cls._fields, values)), **named}  # noqa: B905 - what is too much is found below
            wrong = {*named}.difference(cls._fields[len(values):]) or [field for field in cls._fields if field not in given]
            if wrong or len(values) > cls._size:
                raise TypeError(f"{cls.__name__}: {', '.join(sorted(wrong)) or len(values)} given twice, missing, or too much")
            return [given[field] for field in cls._fields]

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, **changes):
            made = _make(type(self), [changes.pop(field, value) for field, value in zip(self._fields, self, strict=True)])
            if changes:
                raise ValueError(f"{type(self).__name__}: no field {', '.join(changes)}")
            return made

        __replace__ = _replace

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            return f"{type(self).__name__}({', '.join([f'{field}={value!r}' for field, value in self._asdict().items()])})"

        def __getnewargs__(self):
            return tuple(self)
