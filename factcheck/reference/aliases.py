"""Names in a text: how aliases are folded, keyed and found.

An alias is stored under a short key: the first two words in English ("training compute"), the first two characters in Chinese (训练).
A sentence yields its own keys, one per neighbouring pair, and one query brings every alias that may stand in it, whatever the size of the
table.  Of the aliases that overlap, the longest stays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from ..frozen import Frozen
from ..patterns import re
from ..typed import NamedTuple

RUN = re.compile(r"[^\W_]+")                           # of letters and digits
WORD = re.compile(r"[^\W_]+(?:[.&][^\W_]+)*")
ASCII_WORD = re.compile(r"[A-Za-z0-9]++(?:[.&][A-Za-z0-9]++)*+")              # the same, quicker
APART = "".join(c if (c := chr(i)).isalnum() else " " for i in range(128))    # for ``str.translate``
OWNER = re.compile(r"['’]s(?![^\W_]|[.&][^\W_])")
BLANKS = " \t\u3000\u00a0\n\r"
FREE, CAPITAL, EXACT = 0, 1, 2                          # how much of the printed case an alias insists on


class Hit(NamedTuple):
    """An alias found in a text: ``text[start:end]``."""

    start: int
    end: int
    kind: str                                           # metric, entity, era
    target: str
    alias: str


class Folded(Frozen):
    """A text ready for look-up: its tokens (words, or the characters of a string) and where each stands."""

    tokens: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    raw: Sequence[str]


ALTERNATIVES = re.compile(r"\(([^()]*/[^()]*)\)")
YEAR_ZH = re.compile(r"(?:19|20)\d\d年")                # may stand inside a name: 经济2022年增长
Row = tuple[str, str, str, int]                         # alias as stored, kind, target, case
Query = Callable[[str, tuple[Sequence[str], ...]], Mapping[str, list[Row]]]      # (lang, groups of keys) → the rows under each


def spelled(listed: str) -> list[str]:
    """The names of a cell: parted by ``|``, and "(a/b) of (the/)" stands for every choice."""
    found = []
    for name in listed.split("|"):
        match = ALTERNATIVES.search(name)
        if match is None:
            found.append(name.strip())
        else:
            found += spelled("|".join(f"{name[: match.start()]}{choice}{name[match.end() :]}" for choice in match[1].split("/")))
    return [" ".join(name.split()) for name in found if name]


def fold(text: str, lang: str, characters: Mapping[int, str | int]) -> Folded:
    """English: words in lower case without a plural s.  Chinese: characters, simplified, without blanks and years."""
    if lang == "zh":
        simple = text.translate(characters)
        places: Sequence[int] = range(len(text))
        years = [i for found in YEAR_ZH.finditer(text) for i in range(*found.span())] if "年" in text else []
        if years or any(blank in text for blank in BLANKS):
            left_out = frozenset(years)
            places = [i for i, c in enumerate(text) if c not in BLANKS and i not in left_out]
            simple = "".join([simple[i] for i in places])
        lower = simple.lower()
        return Folded(lower if len(lower) == len(simple) else simple, places, (), simple)
    words = list(WORD.finditer(_owned(text)))
    raw = tuple([m[0] for m in words])
    return Folded(tuple(map(stem, raw)), tuple([m.start() for m in words]), tuple([m.end() for m in words]), raw)


def runs(text: str) -> list[str]:
    """The runs of letters and digits of a text."""
    return text.translate(APART).split() if text.isascii() else RUN.findall(text)


def folded_words(text: str) -> list[str]:
    """The words of an English text, folded."""
    return list(map(stem, (ASCII_WORD if text.isascii() else WORD).findall(_owned(text))))


def _owned(text: str) -> str:
    """The text with blanks for the ending of "Tesla's"."""
    return OWNER.sub("  ", text) if "'" in text or "’" in text else text


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """A word in lower case, without a plural s."""
    lower = word.lower()
    if len(lower) > 3 and lower.endswith("s") and lower[-2] not in "sui":
        return lower[:-1]
    return lower


def bare(text: str) -> str:
    """A Chinese text without blanks and years, which may stand inside names."""
    if "年" in text:
        text = YEAR_ZH.sub("", text)
    return "".join(text.split())


def stored(alias: str, lang: str, characters: Mapping[int, str | int]) -> tuple[str, str] | None:
    """The key and the stored form of an alias, or None if nothing of it can be found again."""
    tokens = fold(alias, lang, characters).tokens
    if not tokens:
        return None
    whole = tokens if isinstance(tokens, str) else " ".join(tokens)
    return _key(whole, lang), whole


def _key(whole: str, lang: str) -> str:
    return whole[:3] if lang == "zh" else " ".join(whole.split(" ", 2)[:2])


def case(alias: str, kind: str) -> int:
    """Short acronyms are matched as printed (US is not us); names of entities need their capital (Turkey, Apple)."""
    letters = [c for c in alias if c.isalpha() and c.isascii()]
    if kind == "entity" and letters and all(c.isupper() for c in letters) and len(letters) <= 5:
        return EXACT
    return CAPITAL if kind == "entity" and alias[:1].isascii() and alias[:1].isupper() else FREE


def scan(text: str, lang: str, characters: Mapping[int, str | int], query: Query) -> list[Hit]:
    """Every alias in ``text``, in order; of two that overlap the longer stays, and all that share the same place."""
    tokens = fold(text, lang, characters).tokens if lang == "zh" else folded_words(text)
    names: tuple[Sequence[str], ...]
    if isinstance(tokens, str):
        names = ([tokens[i : i + 3] for i in range(len(tokens) - 2)], [tokens[i : i + 2] for i in range(len(tokens) - 1)], tokens)
    else:
        names = (list(map(" ".join, pairwise(tokens))), tokens)
    by_key = query(lang, names)
    if not by_key:
        return []
    folded = fold(text, lang, characters)                  # where they stand is asked only now
    hits: list[Hit] = []
    for group in names:
        for i, name in enumerate(group):
            if name in by_key:
                hits += (hit for row in by_key[name] if (hit := _at(text, folded, i, row)))
    return _longest(hits)


def _at(text: str, folded: Folded, i: int, row: Row) -> Hit | None:
    alias, kind, target, needs = row
    if isinstance(folded.tokens, str):
        last = i + len(alias)
        if not folded.tokens.startswith(alias, i):
            return None
        start, end = folded.starts[i], folded.starts[last - 1] + 1
        if _joined(text, start - 1, start) or _joined(text, end - 1, end):
            return None
    else:
        words = alias.split(" ")
        last = i + len(words)
        if list(folded.tokens[i:last]) != words:
            return None
        start, end = folded.starts[i], folded.ends[last - 1]
    if needs and not folded.raw[i][:1].isupper():
        return None
    if needs == EXACT and any(c.islower() for c in text[start:end].removesuffix("s")):
        return None
    return Hit(start, end, kind, target, text[start:end])


def _joined(text: str, left: int, right: int) -> bool:
    """Whether two places inside a Chinese text are one Latin word or number."""
    if left < 0 or right >= len(text):
        return False
    return all(text[i].isascii() and text[i].isalnum() for i in (left, right))


def _longest(hits: list[Hit]) -> list[Hit]:
    hits.sort(key=lambda h: (h.start - h.end, h.start))
    kept: list[Hit] = []
    for hit in hits:
        if all(hit.end <= k.start or k.end <= hit.start or k[:2] == hit[:2] or not _same_family(hit, k) for k in kept):
            kept.append(hit)
    kept.sort()
    return list(dict.fromkeys(kept))


def _same_family(a: Hit, b: Hit) -> bool:
    """A metric hides all that it holds; an entity hides entities; an era hides what it holds ("deep learning")."""
    return a.kind == b.kind or b.kind in ("metric", "era")
