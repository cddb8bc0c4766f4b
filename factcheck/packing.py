"""``pickle`` for large tables that are read at every start: the vocabularies and the rules of a language.

Patterns are unpacked as ``patterns.Lazy``, each made when it is first used; what they are made of lies behind the pickle and is not even
read before.  A large table of words, with few different things said of
them, is written as one text and a number for each word, which is read several times as fast.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from operator import itemgetter

from . import patterns, resources
from .typed import Any

FEW = 200                                       # words for which this is not worth it
END = "\n"                                      # of a word
SIZE = 4                                        # bytes of a length


def pack(value: Any) -> bytes:
    """Pickle a value, the patterns in it and the large tables among its attributes (and theirs) in a form that is quick to read."""
    from array import array
    from io import BytesIO
    from pickle import PickleBuffer, Pickler
    from pickletools import optimize

    class Packer(Pickler):
        def reducer_override(self, found: object) -> Any:
            kind = type(found)
            if kind.__name__ == "Pattern" and (engine := {"_regex": "regex", "regex": "regex", "re": "re"}.get(kind.__module__)):
                pattern: Any = found
                return patterns.Lazy, (engine, "", 0, b"", PickleBuffer(patterns.pack(engine, pattern)))
            if isinstance(found, type) or callable(found) or not getattr(found, "__dict__", None):
                return NotImplemented
            state: Any = found.__getstate__()
            if not any(map(_is_large, state.values())):
                return NotImplemented
            return _object, (kind, {name: _Folded(held) if _is_large(held) else held for name, held in state.items()})

    stream, behind = BytesIO(), list[PickleBuffer]()
    Packer(stream, 5, buffer_callback=behind.append).dump(_Folded(value) if _is_large(value) else value)
    pickled, pieces = optimize(stream.getvalue()), [piece.raw() for piece in behind]
    sizes = array("I", [len(pickled), *map(len, pieces)])
    return b"".join((len(sizes).to_bytes(SIZE, "little"), sizes.tobytes(), pickled, *pieces))


def unpack(data: bytes | memoryview) -> Any:
    """What :func:`pack` packed; may raise anything if it is something else."""
    view = memoryview(data)
    at = SIZE + SIZE * int.from_bytes(view[:SIZE], "little")
    pieces = []
    for size in view[SIZE:at].cast("I"):
        pieces.append(view[at : at + size])
        at += size
    if at != len(view):
        raise ValueError("cut off")
    return resources.loads(pieces[0], pieces[1:])


def _is_large(value: Any) -> bool:
    """Whether a dict or a frozenset has many words; for a dict they are its keys."""
    return type(value) in (dict, frozenset) and len(value) > FEW and _are_words(value)


def _are_words(values: Iterable[Any]) -> bool:
    return all(type(word) is str and END not in word for word in values)


class _Folded:
    """A dict to be written as its keys in one text, the different values, and the number of its value for each key.

    Values that are words too are one text as well, and a frozenset of words is nothing but a text.
    """

    __slots__ = ("table",)

    def __init__(self, table: dict[str, Any] | frozenset[str]) -> None:
        self.table = table

    def __reduce__(self) -> tuple[Any, ...]:
        from array import array

        if isinstance(self.table, frozenset):
            return _words, (END.join(sorted(self.table)),)
        if _are_words(self.table.values()):
            return _pairs, (END.join(self.table), END.join(self.table.values()))
        numbers: dict[str | int, int] = {}
        different: list[Any] = []
        of_each = array("H")
        kinds = {type(value) for value in self.table.values()}
        for value in self.table.values():
            key = repr(value) if type(value) in (str, int, tuple) else id(value)
            if key not in numbers:
                numbers[key] = len(different)
                different.append(value)
            of_each.append(numbers[key])
        kind = kinds.pop() if len(kinds) == 1 else None
        if kind is not None and issubclass(kind, tuple) and kind is not tuple:
            return _unfold, (END.join(self.table), [tuple(value) for value in different], of_each.tobytes(), kind)
        return _unfold, (END.join(self.table), different, of_each.tobytes())


def _unfold(words: str, different: list[Any], of_each: bytes, kind: type[tuple[Any, ...]] | None = None) -> dict[str, Any]:
    if kind is not None:
        different = list(map(tuple.__new__, repeat(kind), different))
    return dict(zip(words.split(END), itemgetter(*memoryview(of_each).cast("H"))(different), strict=True))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split(END))


def _pairs(words: str, values: str) -> dict[str, str]:
    return dict(zip(words.split(END), values.split(END), strict=True))


def _object(kind: type, state: dict[str, Any]) -> Any:
    made: Any = object.__new__(kind)
    getattr(made, "__setstate__", made.__dict__.update)(state)
    return made
