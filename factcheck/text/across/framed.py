"""Figures found each by its own words, in whatever order, in a sentence or two: the first year of an event, the year of its nth edition,
that it is held every year; the sides of a field and its area.

A frame of ``[[language.across.frames]]`` names what a text must say (``signs``, as they stand in lower case; ``needs``; ``never``), and for
each role patterns with ``@`` and the kinds of the figure, which are the letters below: ``held in @Y``; ``#A`` is one that stands beside it.
Figures are one character each there, so that a pattern passes over others as it passes over letters.  A role has one figure, or no claim
is made; ``many`` may have more, ``least`` none, ``earliest`` is the first of several.  No figure of a kind in ``alone`` stands beside them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from ...frozen import Frozen, replace
from ...patterns import regex
from ...typed import TYPE_CHECKING, Any, NamedTuple
from ...values import Quantity
from ..numerals.roman import roman
from .items import Sentence, claim

if TYPE_CHECKING:
    from ...values import Claim, Document
    from .words import Vocabulary

FIRST = 0xE000                           # private characters that stand for figures, from this one on
LETTERS = {                              # kind of a figure → letter of patterns
    "year": "Y", "date": "d", "ordinal": "O", "multiplier": "X", "ratio": "R", "score": "R", "age": "A", "roman": "I", "fraction": "X",
    "named": "N",
}
MEASURES = {
    "": "A", "[length]": "L", "[length] ** 2": "S", "[length] ** 3": "V", "[time]": "D", "percent": "P", "percent_point": "p",
}
KINDS = "YdOXRAINLSVDPpMZ"
CODES = {letter: chr(FIRST + n) for n, letter in enumerate(KINDS)}
PLACE = regex.compile(r"(@|#)([A-Za-z]+)")
ROMAN = regex.compile(r"(?<![A-Za-z])(?=[MDCLXVI]{4})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![A-Za-z])")
UNREAD = frozenset("IN")                 # kinds that are found in the text alone
PARAGRAPH = "\n\n"
LONGEST = 900                            # characters of two sentences


class Role(NamedTuple):
    name: str
    at: tuple[Any, ...]
    many: bool
    least: bool                          # not all claims have it
    earliest: bool                       # of several, the first is meant
    kinds: frozenset[str]                # letters of the figures that it may be


class Frame(Frozen):
    """What a claim needs; see the head of this module."""

    id: str
    relation: str
    signs: tuple[str, ...]
    needs: tuple[Any, ...]
    never: Any
    roles: tuple[Role, ...]
    alone: frozenset[str]                # kinds of which no other figure may stand there
    options: Mapping[str, str]
    choose: Mapping[str, tuple[tuple[str, Any], ...]]      # options that one of several patterns tells
    may: Mapping[str, tuple[str, Any]]   # options that are set if a pattern is found
    sentences: int
    bare: tuple[str, ...]                # roles whose units say nothing
    whole: tuple[str, ...]               # roles that are no rates, though read as such: "2 km a side"


class Masked:
    """Sentences with a character for each figure."""

    def __init__(self, text: str, some: Sequence[Sentence], words: Vocabulary) -> None:
        self.figures: dict[int, Quantity] = {}
        parts, at, size = [], some[0].start, 0
        inside = [q for one in some for q in one.quantities.values() if q.kind != "name" and not _one(q)]
        for q in sorted([*inside, *_more(text, some, inside, words)], key=lambda q: (q.start, -q.end)):
            if q.start < at:
                continue
            q = _dated(q, words)
            parts += [text[at : q.start], CODES[letter(q)]]
            size += q.start - at
            self.figures[size] = q
            size, at = size + 1, _end(q, words)
        self.text = "".join(parts) + text[at : some[-1].end]


def _end(q: Quantity, words: Vocabulary) -> int:
    """Where a figure ends; what is counted is left to patterns: "127 matches"."""
    tail = words.framed_tail.search(q.text) if q.dimension.startswith("count:") and q.kind in ("quantity", "ordinal") else None
    return q.end if tail is None else q.start + int(tail.start())


def _one(q: Quantity) -> bool:
    """Whether a figure is a word that patterns name: "first held", "one for each", "every two years"."""
    plain = q.printed_low == q.printed_high == 1 and q.kind in ("ordinal", "quantity") or q.dimension == "[time]" and q.kind != "age"
    return plain and not any(c.isdecimal() for c in q.text)


def letter(q: Quantity) -> str:
    """The letter of a figure's kind."""
    if q.per and q.dimension[:6] != "count:":
        return "Z"
    if q.kind in LETTERS:
        return LETTERS[q.kind]
    if q.dimension[:6] in ("count:", "money:"):
        return "AM"[q.dimension[0] == "m"]
    return MEASURES.get(q.dimension, "Z")


def _dated(q: Quantity, words: Vocabulary) -> Quantity:
    """A date that prints its year as that year."""
    if q.kind != "date" or "date_year" not in words.words or (hit := words.date_year.search(q.text)) is None:
        return q
    year = float(hit["y"])
    return replace(q, kind="year", printed_low=year, printed_high=year, low=year, high=year)


def _more(text: str, some: Sequence[Sentence], inside: Sequence[Quantity], words: Vocabulary) -> Iterator[Quantity]:
    """What nothing else reads as a figure: years in Roman numerals, and numbers that go by a name, as golden weddings do."""
    start, end = some[0].start, some[-1].end
    found = [(hit, "roman", float(roman(hit[0]))) for hit in ROMAN.finditer(text, start, end)]
    if words.mentions("named_signs", text):
        found += [(hit, "named", float(str(hit.lastgroup)[1:])) for hit in words.named_figures.finditer(text, start, end)]
    for hit, kind, value in found:
        if not any(q.start < hit.end() and hit.start() < q.end for q in inside):
            ends = (value, value, value, value)
            yield Quantity(hit[0], hit.start(), hit.end(), *ends, kind=kind, half=0.0, lang=some[0].lang)


def link(document: Document, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of the frames whose figures and signs a sentence holds, or two."""
    text = document.text
    for code, vocabulary in words.items():
        own = [sentence for sentence in sentences if sentence.lang == code] if "frames" in vocabulary.words else []
        signed = _signed(text, own, vocabulary) if own else {}
        read: dict[str, int] = {}              # where the last claim of a frame ends
        for n in sorted({k for at in signed for k in (at - 1, at) if k >= 0}):
            for many in (1, 2):
                some = own[n : n + many]
                frames = signed.get(n, set()) | (signed.get(n + 1, set()) if many > 1 else set())
                letters = [_letters(sentence) for sentence in some] if frames else []
                if len(some) < many or not letters or not all(letters):
                    continue
                start, end = some[0].start, some[-1].end
                if end - start > LONGEST or PARAGRAPH in text[start:end]:
                    continue
                for frame in _able(vocabulary, many, "".join(letters)):
                    if frame.id in frames and start >= read.get(frame.id, 0):
                        made = _read(Masked(text, some, vocabulary), frame, vocabulary)
                        if made is not None:
                            read[frame.id] = end
                            yield made


def _letters(sentence: Sentence) -> str:
    return "".join([letter(q) for q in sentence.quantities.values() if q.kind != "name" and not _one(q)])


def _signed(text: str, own: Sequence[Sentence], words: Vocabulary) -> dict[int, set[str]]:
    """The frames of which a word stands in a sentence, by the number of the sentence."""
    said = [text[sentence.start : sentence.end].lower() for sentence in own]
    starts = list(accumulate((len(piece) + 1 for piece in said), initial=0))
    low = "\n".join(said)
    found: dict[int, set[str]] = {}
    for frame in _frames(words):
        for sign in frame.signs:
            at = low.find(sign)
            while at >= 0:
                n = bisect_right(starts, at) - 1
                found.setdefault(n, set()).add(frame.id)
                at = low.find(sign, starts[n + 1])
    return found


@lru_cache(maxsize=4096)
def _able(words: Vocabulary, many: int, letters: str) -> tuple[Frame, ...]:
    """The frames of one sentence or two whose roles figures of these kinds can fill, with none left over that must not be."""
    return tuple(frame for frame in _frames(words) if many <= frame.sentences and _may_hold(letters, frame))


def _may_hold(letters: str, frame: Frame) -> bool:
    """Dates may print a year, and figures that are words of a pattern are none."""
    if sum(map(letters.count, frame.alone)) > len(frame.roles) and not any(role.many for role in frame.roles):
        return False
    needed = [role.kinds for role in frame.roles if not role.least and not role.kinds & UNREAD]
    return len(needed) <= len(letters) and all(kinds & {*letters} or "Y" in kinds and "d" in letters for kinds in needed)


def _read(masked: Masked, frame: Frame, words: Vocabulary) -> Claim | None:
    said = masked.text
    if frame.never is not None and frame.never.search(said) is not None or any(need.search(said) is None for need in frame.needs):
        return None
    options = dict(frame.options)
    for name, ways in frame.choose.items():
        told = [value for value, pattern in ways if pattern.search(said) is not None]
        if len(told) != 1:
            return None
        options[name] = told[0]
    options |= {name: value for name, (value, pattern) in frame.may.items() if pattern.search(said) is not None}
    roles: list[tuple[str, Quantity]] = []
    taken: set[int] = set()
    for role in frame.roles:
        places = _places(role, masked, taken)
        if len(places) > 1 and not role.many or not places and not role.least:
            return None
        taken |= places.keys()
        roles += [(role.name, _as_read(role.name, q, frame)) for q in places.values()]
    if any(letter(q) in frame.alone for place, q in masked.figures.items() if place not in taken):
        return None
    return claim(frame.relation, roles, f"{words.code}.across.{frame.id}", words.code, severity="warning", **options)


def _as_read(role: str, q: Quantity, frame: Frame) -> Quantity:
    """A figure as the claim needs it: one by name is an ordinal; people that apply and candidates are one kind of thing."""
    if q.kind == "named":
        return replace(q, kind="ordinal")
    if role in frame.bare:
        return replace(q, unit="", dimension="", factor=1.0, per="")
    return replace(q, per="") if role in frame.whole else q


def _places(role: Role, masked: Masked, taken: set[int]) -> dict[int, Quantity]:
    """The figures of a role by their places: those of the first pattern that finds any; if there may be many, of all."""
    found: dict[int, Quantity] = {}
    for pattern in role.at:
        for hit in pattern.finditer(masked.text, overlapped=True):
            q = masked.figures[hit.start("q")]
            if hit.start("q") not in taken and q.hedge in ("=", "about") and not q.is_range:
                found[hit.start("q")] = q
        if found and not role.many:
            break
    return dict([min(found.items())]) if found and role.earliest else found


@lru_cache(maxsize=8)
def _frames(words: Vocabulary) -> tuple[Frame, ...]:
    return tuple(_frame(entry) for entry in words.words.get("frames", ()))


def _frame(entry: Mapping[str, Any]) -> Frame:
    return Frame(
        entry["id"], entry["relation"], tuple(entry["signs"]), tuple(map(_pattern, entry.get("needs", ()))),
        _pattern(entry["never"]) if "never" in entry else None,
        tuple(_role(name, told) for name, told in entry["roles"].items()),
        frozenset(entry.get("alone", "")), entry.get("options", {}),
        {name: tuple((value, _pattern(at)) for value, at in ways.items()) for name, ways in entry.get("choose", {}).items()},
        {name: (value, _pattern(at)) for name, (value, at) in entry.get("may", {}).items()},
        entry.get("sentences", 1), tuple(entry.get("bare", ())), tuple(entry.get("whole", ())),
    )


def _role(name: str, told: Any) -> Role:
    told = told if isinstance(told, Mapping) else {"at": told}
    kinds = frozenset("".join(hit[2] for at in told["at"] for hit in PLACE.finditer(at) if hit[1] == "@"))
    many, least, earliest = (told.get(key, False) for key in ("many", "least", "earliest"))
    return Role(name, tuple(map(_pattern, told["at"])), many, least, earliest, kinds)


def _pattern(source: str) -> Any:
    """A pattern with the characters of figures where ``@`` and ``#`` with their letters stand; in a class, ``§`` is any of them."""
    return regex.compile(PLACE.sub(_place, source).replace("§", f"{chr(FIRST)}-{chr(FIRST + len(KINDS) - 1)}"), regex.I)


def _place(hit: Any) -> str:
    kinds = "".join(CODES[kind] for kind in hit[2])
    return f"(?P<q>[{kinds}])" if hit[1] == "@" else f"[{kinds}]"
