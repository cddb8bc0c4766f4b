"""The words the engine knows, from ``rules/<lang>/words*.toml``; nothing else in the engine spells
a word, but for numerals (``numerals/en_words``, ``numerals/zh_words``) and what ``document`` finds sentences by.

A words file has these tables, all optional:

``[groups]``           name = [words]: cues that rules and the quantity reader name
``[directed.G.up]``    words = [...]: words of group G that also say a direction (``up`` or ``down``)
``[hedge.KIND]``       before = [...], after = [...]: how a figure relates to the truth (values.HEDGES)
``[scale]``            word = multiplier ("million" = 1e6), after a figure
``[factor]``           word = [value, reading]: a word that is a multiplier ("doubled" = [2, "of"])
``[month]``            word = number
``[period]``           word = unit of time: one period, said without a number ("a year", 每年)
``[language]``         settings of the language: lists and patterns that a reader asks for by name; in a table of patterns
                       ``{name}`` stands for an entry of its table ``pieces``, and so for what several of them say alike, and a
                       line break stands for nothing: long patterns are folded

Words of several tokens are written with spaces.  Words with the same groups share one private character (the *type*).
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping

from .. import resources
from ..errors import FactcheckError, toml_problem
from ..patterns import regex
from ..typed import Any

FIRST_TYPE = 0xE000  # private use area: never in a pattern by accident
UNKNOWN = "w"
_PIECE = regex.compile(r"\{([a-z]\w*)\}")
TABLES = {"groups", "directed", "hedge", "scale", "factor", "month", "period", "language"}


class LexiconError(FactcheckError):
    """A words file that cannot be used; the message names file and remedy."""


class Entry:
    """What is known of a word; words of which the same is known share it.  What an entry does not say is said by its class."""

    char = UNKNOWN
    direction = ""
    hedge_before = ""
    hedge_after = ""
    scale = 0.0
    factor = 0.0
    reading = ""
    month = 0
    period = ""

    def __init__(self) -> None:
        self.groups: set[str] = set()

    @property
    def plain(self) -> bool:
        """Whether it is a cue and nothing else: no multiplier, no period, no decoy."""
        return not (self.factor or self.period or self.groups == {"decoy"} or "over_half" in self.groups)


class Lexicon:
    """The vocabulary of one language.

    ``words``    word or phrase → Entry
    ``longest``  English: first token → most tokens of a phrase that begins with it; Chinese: first character → longest word
    ``chars``    group → its types, as one string (the inside of a character class)
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.words: dict[str, Entry] = {}
        self.longest: dict[str, int] = {}
        self.chars: dict[str, str] = {}
        self.settings: dict[str, Any] = {}

    def entry(self, word: str) -> Entry:
        found = self.words.get(word)
        if found is None:
            found = self.words[word] = Entry()
        return found

    def add(self, word: str, group: str) -> Entry:
        found = self.entry(word)
        found.groups.add(group)
        return found

    def freeze(self) -> None:
        """Give each set of groups its character, each word an entry that it shares with its like, and index the phrases."""
        shared: dict[tuple[Any, ...], Entry] = {}
        types = self._types()
        members: dict[str, set[str]] = {}
        for word in sorted(self.words):
            entry = self.words[word]
            key = frozenset(entry.groups)
            entry.char = types[key]
            known = sorted((name, value) for name, value in vars(entry).items() if name != "groups")
            self.words[word] = shared.setdefault((key, *known), entry)
            for group in key:
                members.setdefault(group, set()).add(entry.char)
            first, size = (word[0], len(word)) if self.lang == "zh" else (word.split(" ", 1)[0], word.count(" ") + 1)
            self.longest[first] = max(self.longest.get(first, 0), size)
        self.chars = {group: "".join(sorted(chars)) for group, chars in members.items()}

    def _types(self) -> dict[frozenset[str], str]:
        """The character of each set of groups; those of a large group lie side by side, so that a pattern names them by their ends."""
        keys = sorted({frozenset(entry.groups) for entry in self.words.values()}, key=sorted)
        sizes = Counter(group for key in keys for group in key)
        keys.sort(key=lambda key: sorted((-sizes[group], group) for group in key))
        return {key: chr(FIRST_TYPE + k) for k, key in enumerate(keys)}


def words_files(lang: str, folders: Iterable[str]) -> list[str]:
    """Paths of the words files of a language, in reading order."""
    found = []
    for folder in folders:
        room = os.path.join(folder, lang)
        if os.path.isdir(room):
            found += [os.path.join(room, name) for name in sorted(os.listdir(room)) if name.startswith("words") and name.endswith(".toml")]
    return found


def read(lang: str, folders: Iterable[str]) -> Lexicon:
    """The lexicon of a language before its rules' literal words are added and it is frozen."""
    import tomllib

    lexicon = Lexicon(lang)
    for path in words_files(lang, folders):
        try:
            with open(path, "rb") as file:
                table = tomllib.load(file)
        except OSError as error:
            raise LexiconError(f"{path}: cannot be read: {error.strerror or error}") from error
        except (ValueError, RecursionError) as error:
            raise LexiconError(f"{path}: {toml_problem(error)}") from error
        unknown = set(table) - TABLES
        if unknown:
            raise LexiconError(f"{path}: unknown table [{min(unknown)}]; known are {', '.join(sorted(TABLES))}")
        try:
            _fill(lexicon, table)
        except (AttributeError, TypeError, KeyError, ValueError) as error:
            raise LexiconError(f"{path}: a table has the wrong shape ({error}); see the head of factcheck/text/lexicon.py") from error
    return lexicon


def _fill(lexicon: Lexicon, table: Mapping[str, Any]) -> None:
    for group, words in table.get("groups", {}).items():
        for word in words:
            lexicon.add(word, group)
    for group, directions in table.get("directed", {}).items():
        for direction, words in directions.items():
            for word in words:
                entry = lexicon.add(word, group)
                entry.groups.add(f"{group}_{direction}")
                entry.direction = direction
    for kind, places in table.get("hedge", {}).items():
        for word in places.get("before", ()):
            lexicon.add(word, "hedge").hedge_before = kind
        for word in places.get("after", ()):
            lexicon.add(word, "hedge_after").hedge_after = kind
    for word, value in table.get("scale", {}).items():
        lexicon.add(word, "scale").scale = float(value)
    for word, (value, reading) in table.get("factor", {}).items():
        entry = lexicon.add(word, "factor")
        entry.factor, entry.reading = float(value), str(reading)
    for word, number in table.get("month", {}).items():
        lexicon.add(word, "month").month = int(number)
    for word, unit in table.get("period", {}).items():
        lexicon.add(word, "period").period = str(unit)
    for key, value in table.get("language", {}).items():
        _set(lexicon.settings, key, _composed(value) if isinstance(value, Mapping) else value)


def _set(settings: dict[str, Any], key: str, value: Any) -> None:
    """A file adds to lists and tables of those before it, and takes the place of what else they say."""
    known = settings.get(key)
    if known is None:
        settings[key] = value
    elif type(known) is not type(value):
        raise TypeError(f"{key} is no {type(value).__name__} but a {type(known).__name__}")
    elif isinstance(value, list):
        if not all(isinstance(one, type(known[0]) if known else object) for one in value):
            raise TypeError(f"{key} is a list of {type(known[0]).__name__}")
        known.extend(value)
    elif isinstance(value, dict):
        for name, one in value.items():
            _set(known, name, one)
    else:
        if isinstance(value, str):
            _refuse_bad(key, value)
        settings[key] = value


def _refuse_bad(key: str, pattern: str) -> None:
    import regex as compiler  # only for vocabulary of the user's own

    try:
        compiler.compile(pattern)
    except compiler.error as error:
        raise ValueError(f"{key} is no pattern: {error}") from error


def _composed(table: Mapping[str, Any]) -> dict[str, Any]:
    """A table of patterns, unfolded, with its pieces where the patterns name them; a piece may name those before it."""
    pieces: dict[str, str] = {}

    def named(hit: Any) -> str:
        if hit[1] not in pieces:
            raise ValueError(f"{hit[0]} is no piece; known before it are {', '.join(sorted(pieces)) or 'none'}")
        return f"(?:{pieces[hit[1]]})"

    def place(value: Any) -> Any:
        if isinstance(value, str):
            return _PIECE.sub(named, value.replace("\n", "")) if "pieces" in table else value.replace("\n", "")
        if isinstance(value, dict):
            return {name: place(one) for name, one in value.items()}
        return [place(one) for one in value] if isinstance(value, list) else value

    for name, piece in table.get("pieces", {}).items():
        pieces[name] = place(piece)
    return {name: place(value) for name, value in table.items() if name != "pieces"}


def default_folders(extra: Iterable[str] = ()) -> tuple[str, ...]:
    """The shipped rules folder, then the user's own."""
    return (str(resources.rules_dir()), *extra)
