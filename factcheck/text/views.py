"""The type strings of a sentence on which rules are tried: without its asides, and with a comparison told in another way.

As it stands; without brackets that hold no figure, and without words between commas of who says so or why ("rose 5%, the bank said, to
21m"); without any bracket, so that "rose 5% to 21m (12m dollars) from 20m" is read too; without the same thing told otherwise ("to $30m, or
51 cents a share, from $25m"); without what a measure is of, how long a step took, and "but" before what is said of the same figure;
with dates that hold no comma ("ended June 30, 2021"); with one word for 比上年同期增长 (同比增长); where shares are told, with ages and
past spans of time for mere words: they may say which part it is (其中24名是近三年招录的，占三成).  What somebody had expected, between
commas, is left out like an aside (", above the $59.6 million that analysts forecast,"), and so are the word for how a step was taken
("rose sharply by") and why it was, at the end ("despite the strike").  And in plainer order (retold.py).
"""

from __future__ import annotations

from functools import lru_cache

from ..patterns import regex
from ..typed import TYPE_CHECKING, Any, NamedTuple
from . import retold
from .conditions import around
from .lexicon import UNKNOWN
from .rules import AGE, AMOUNT, DURATION, PERCENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..values import Quantity
    from .language import Language
    from .lexer import Token

    View = tuple[str, Sequence[int]]     # a type string, and the token of each of its characters

# Without a figure: a bracket; between commas, but for years and dates, the last comma left out.
_ASIDE = regex.compile(r"\([^()APFTXRGDYdOo]{1,40}\)|,(?P<words>[^,;:()APFTXRGDo]{1,7})(?=,)")
FIGURES = frozenset("APFTXRGDYdOo")
_FIGURE = regex.compile("[APFTXRGDYdOo]")
TAIL_STARTS = 5                          # tokens behind the last figure at which a tail may begin
LONGEST_TAIL = 16                        # tokens of it
LONGEST = 80                             # characters of such words
CLOSES, OPENS = frozenset("\"”’'」』"), frozenset("\"“‘'「『")     # of quotations
TOLD_OF = ("share_of", "share_verb", "amounts_to")     # verbs that say what the figure before is of a whole


def may_add(string: str, language: Language) -> bool:
    """Whether a view may hold a type that the whole sentence does not: if not, no rule that cannot fit the whole fits a view."""
    one_word = _one_word(language)
    return UNKNOWN not in string or one_word is not None and not one_word.telling.isdisjoint(string)


def of(string: str, tokens: list[Token], language: Language, quantities: dict[int, Quantity], text: str) -> list[View]:
    """The type string of a sentence, and what it is without its asides."""
    where: Sequence[int] = range(len(tokens))
    string, where = _plainly(string, where, tokens, language, text)
    either_hedged = language.lexicon.chars.get("or_hedged", "")
    if either_hedged and not set(either_hedged).isdisjoint(string):
        string, where = _hedged_apart(string, where, language)
    if string.count(AMOUNT) > 2 and "," in string and (dropped := _expected(string, where, tokens, language, text)):
        string, where = _without(string, where, dropped)
    found: list[View] = [(string, where)]
    several = len(quantities) > 1                  # what parts figures matters only then
    if several and (tail := _tail(string, where, tokens, language, text)):
        found.append(_without(string, where, tail))
    if several and "retold" in language.settings and isinstance(where, range):
        found += retold.of(string, tokens, text)
    if not several and "(" not in string:
        return found
    if several and ("(" in string or string.count(",") > 1):
        read = tokens if isinstance(where, range) else [tokens[k] for k in where]
        said: list[tuple[int, int, int]] = []          # from, to, and whether a comma ends it
        quotes: set[int] = set()
        for hit in _ASIDE.finditer(string, *_between_figures(string)):
            if hit["words"] is None:
                said.append((hit.start(), hit.end(), 0))
                continue
            first, behind = hit.start("words"), hit.end() + 1
            opens = behind < len(read) and text[read[behind].start : read[behind].end] in OPENS
            between = opens and first + 1 < hit.end("words") and text[read[first].start : read[first].end] in CLOSES
            if _aside(read[first + between], read[hit.end("words") - 1], text, language):     # 'We got 540," she said, "and lost 310."'
                said.append((hit.start(), hit.end(), 1))
                if opens:
                    quotes.add(behind)
        if said:
            found.append(_without(string, where, {k for a, b, comma in said for k in range(a, b + comma)} | quotes))
            if any(comma for *_, comma in said):                               # a comma may part the figures after all
                found.append(_without(string, where, {k for a, b, _ in said for k in range(a, b)} | quotes))
            string, where = found[-1]
    if "(" in string:
        kept = _outside_brackets(string)
        if kept is not None:
            string, where = "".join([string[k] for k in kept]), [where[k] for k in kept]
            found.append((string, where))
    either, aside = _otherwise(language)
    if several and not either.isdisjoint(string):
        dropped = {k for hit in aside.finditer(string) for k in range(*hit.span())
                   if hit["comma"] or hit.lastgroup == "share" or _told_otherwise(quantities, where[hit.start() - 1], where[hit.end() - 1])}
        if dropped:
            string, where = _without(string, where, dropped)
            found.append((string, where))
    behind = _behind(language) if several else None
    if behind is not None:
        dropped = {k for hit in behind.finditer(string) for k in range(*hit.span())
                   if hit.lastgroup is None or _is_measured(quantities[where[hit.start() - 1]])}
        if dropped:
            string, where = _without(string, where, dropped)
            found.append((string, where))
    if "d,Y" in string:
        found.append((string.replace("d,Y", "dwY"), where))
    one_word = _one_word(language) if several else None
    if one_word is not None and one_word.pattern.search(string):
        found.append(_restated(string, where, one_word))
    if PERCENT in string and string.count(AMOUNT) > 1:
        past, plain = _past(language), string.replace(AGE, UNKNOWN)
        if DURATION in plain and past is not None:
            plain = past.sub(UNKNOWN, plain)
        if plain != string:
            found.append((plain, where))
    return found


def _between_figures(string: str) -> tuple[int, int]:
    """From the first figure to the last: what stands elsewhere parts none."""
    places = [hit.start() for hit in _FIGURE.finditer(string)]
    return (places[0], places[-1] + 1) if places else (0, 0)


def _without(string: str, where: Sequence[int], dropped: set[int]) -> View:
    kept = [k for k in range(len(string)) if k not in dropped]
    return "".join([string[k] for k in kept]), [where[k] for k in kept]


def _aside(first: Token, last: Token, text: str, language: Language) -> bool:
    """Whether words between commas tell who says so, or why it is so, and nothing else."""
    length = last.end - first.start
    return length <= LONGEST and around.pattern(language, "aside").fullmatch(text, first.start, last.end) is not None


def _plainly(string: str, where: Sequence[int], tokens: list[Token], language: Language, text: str) -> View:
    """Without the word for how a step was taken: "rose sharply by 13%", "a sharp gain of $150"."""
    pattern = _step_words(language)
    if pattern is None or pattern.search(string) is None:
        return string, where
    manner = around.pattern(language, "manner")
    dropped = {hit.start() for hit in pattern.finditer(string)
               if manner.fullmatch(text, tokens[hit.start()].start, tokens[hit.start()].end)}
    return _without(string, where, dropped) if dropped else (string, where)


@lru_cache(maxsize=8)
def _step_words(language: Language) -> Any:
    """An unknown word between a verb of change and a figure, a hedge, "by" or "to", or between an article and a noun of change."""
    if "manner" not in language.settings["around"]:
        return None
    chars = language.lexicon.chars
    verbs = regex.escape("".join(chars[f"change_verb_{way}"] for way in ("up", "down")))
    nouns = regex.escape("".join(chars[f"change_noun_{way}"] for way in ("up", "down")))
    words = regex.escape("".join(chars[group] for group in ("hedge", "=by", "=to", "=from")))
    articles = regex.escape(chars["article"])
    return regex.compile(f"(?<=[{verbs}]){UNKNOWN}(?=[APFTXR{words}])|(?<=[{articles}]){UNKNOWN}(?=[{nouns}])")


def _tail(string: str, where: Sequence[int], tokens: list[Token], language: Language, text: str) -> set[int]:
    """The places of words behind the last figure that tell why it is so: "12 years older despite the strike"."""
    if "tail" not in language.settings["around"]:
        return set()
    end = len(string) - (string[-1] in ".;")
    last = end
    while last and end - last <= LONGEST_TAIL and string[last - 1] not in FIGURES:
        last -= 1
    if not 1 < end - last <= LONGEST_TAIL:
        return set()
    pattern, stop = around.pattern(language, "tail"), tokens[where[end - 1]].end
    for k in range(last, min(last + TAIL_STARTS, end - 1)):
        if pattern.match(text, tokens[where[k]].start, stop) is not None:
            return set(range(k, end))
    return set()


def _expected(string: str, where: Sequence[int], tokens: list[Token], language: Language, text: str) -> set[int]:
    """The places of what somebody had expected, between commas: ", above the $59.6 million that analysts forecast,"."""
    signs = language.settings.get("expected_signs", ())
    start, end = tokens[0].start, tokens[-1].end
    if not any(text.find(sign, start, end) >= 0 for sign in signs):
        return set()
    spans = [hit.span() for hit in around.pattern(language, "expected_aside").finditer(text, start, end)]
    return {k for k in range(len(string)) if any(first <= tokens[where[k]].start < last for first, last in spans)}


def _hedged_apart(string: str, places: Sequence[int], language: Language) -> View:
    """"Or more than" in "$90 a day, or more than $32,000 a year" as the two words that it is there: "or", and a hedge."""
    lexicon = language.lexicon
    apart = lexicon.words["or"].char + lexicon.words["more than"].char
    where = [place for place, char in zip(places, string, strict=True) for _ in (apart if char in lexicon.chars["or_hedged"] else char)]
    return "".join([apart if char in lexicon.chars["or_hedged"] else char for char in string]), where


class OneWord(NamedTuple):
    """Words that may be told as one."""

    pattern: Any                         # against the same time a year before, and a verb of change (groups ``up`` and ``down``)
    up: str                              # the types of the words that are both
    down: str
    telling: frozenset[str]              # types of which it needs one


@lru_cache(maxsize=8)
def _one_word(language: Language) -> OneWord | None:
    words = language.settings.get("compared_in_one")
    if words is None:
        return None
    chars, entries = language.lexicon.chars, language.lexicon.words
    led, period, filler = (regex.escape(chars[name]) for name in ("yoy", "same_period", "light"))
    marks = regex.escape(chars["yoy_mark"])
    up, down = (regex.escape(chars[f"change_verb_{way}"] + chars[f"step_verb_{way}"]) for way in ("up", "down"))
    than, last, behind = (regex.escape(chars[name]) for name in ("with", "last_period", "compared"))
    compared = f"(?:(?![{marks}])[{led}][{period}]?|[{than}][{last}][{behind}])[{filler}]{{0,2}}"
    pattern = regex.compile(f"{compared}(?:(?P<up>[{up}])|(?P<down>[{down}]))")
    return OneWord(pattern, entries[words["up"]].char, entries[words["down"]].char, frozenset(chars["yoy"] + chars["compared"]))


def _restated(string: str, where: Sequence[int], words: OneWord) -> View:
    """比上年同期增长 as the one word that it is short for; its token is that of the verb."""
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for hit in words.pattern.finditer(string):
        pieces += [string[at : hit.start()], words.up if hit["up"] else words.down]
        places += [*where[at : hit.start()], where[hit.end() - 1]]
        at = hit.end()
    return "".join([*pieces, string[at:]]), [*places, *where[at:]]


@lru_cache(maxsize=8)
def _otherwise(language: Language) -> tuple[frozenset[str], Any]:
    """The types of "or", and ", or 51 cents a share," behind a figure: the same thing told otherwise, without commas in another unit."""
    either, hedges, of = (language.lexicon.chars.get(name, "") for name in ("or", "hedge", "of_matter"))
    pattern = f"(?<=A)(?:(?P<comma>,)[{either}][{hedges}]*A[^,;:()APFTXRGYD]{{0,4}}(?=,)|[{either}][{hedges}]*A)"
    if either and of:                              # "to $9.9 million, or 21.6% of net sales, from $11.2 million"
        pattern = f"(?<=A)(?P<share>,[{either}][{hedges}]*P[{of}][^,;:()APFTXRGYD]{{1,4}}(?=,))|{pattern}"
    return frozenset(either), regex.compile(pattern) if either else None


def _told_otherwise(quantities: dict[int, Quantity], first: int, second: int) -> bool:
    """"$4.2 million or 31 cents a share": another unit, or a rate."""
    return bool(quantities[second].per) or quantities[first].unit != quantities[second].unit


@lru_cache(maxsize=8)
def _behind(language: Language) -> Any:
    """What measures are of ("3 tonnes of grain,"), a rate's round number ("32 per 1,000 live births"), how long a step took (三个月内提升),
    a turn to what is said of the same figure ("but this makes up", 但仅占).

    None if the language has no words for it.
    """
    chars = language.lexicon.chars
    names = ("of_matter", "per_round", "span_inner", "turn", "turn_this")
    of, per, inside, turn, this = (regex.escape(chars.get(name, "")) for name in names)
    verbs = regex.escape("".join(chars.get(name, "") for name in TOLD_OF))
    told = [f"(?P<matter>(?<=A)[{of}]w(?=[,)-]))"] if of else []
    told += [f"(?<=A)[{per}]Aw?"] if per else []
    told += [f"(?<=,)D[{inside}]"] if inside else []
    told += [f"(?<=[,A])[{turn}]{f'[{this}]?' if this else ''}(?=[{verbs}])"] if turn else []
    return regex.compile("|".join(told)) if told else None


@lru_cache(maxsize=8)
def _past(language: Language) -> Any:
    """A span of time behind a word for the past: 近三年, "the past two years"; None if the language has no such word."""
    past = language.lexicon.chars.get("past", "")
    return regex.compile(f"(?<=[{regex.escape(past)}]){DURATION}") if past else None


def _is_measured(q: Quantity) -> bool:
    return bool(q.unit) and not q.dimension.startswith("count:")


def _outside_brackets(string: str) -> list[int] | None:
    """Places outside brackets; None if they do not pair."""
    kept, depth = [], 0
    for k, char in enumerate(string):
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth < 0:
                return None
        elif not depth:
            kept.append(k)
    return kept if not depth else None
