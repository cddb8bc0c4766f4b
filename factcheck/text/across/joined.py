"""A sentence read on into the next: "去年有茶农480户。今年有600户，增长25%。"

Rules that have the option ``across`` are tried on two sentences as if a comma stood between them.  The first must hold one level and
nothing else that could be meant, the second must say something of it that its own sentence does not explain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ...frozen import replace
from ...typed import TYPE_CHECKING, NamedTuple
from .. import claims as claim_reader
from .. import speech
from ..conditions.seen import has, stranger
from ..lexer import Token

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from ..language import Language
    from .items import Sentence

OPTION, CLAUSE = "across", "clause"
LEVELS, SAID = "AGPF", "AGPFTX"           # figures that may be a level, that may be told
AMOUNTS = "AG"
PAIR = 2                                  # an amount and what it is more or less by
MOST = 3                                  # of them in the second sentence
STEPPING = ("change", "growth")            # relations of one thing at two times
OPENING = 5                               # tokens of an adverb with a comma behind: 五年前，
SHORT = 9                                 # tokens of a sentence that holds a level and nothing else
CLAUSES = 30                             # tokens of the sentence before it
LONG = 160                                # tokens of a sentence that is no list


def link(document: Document, sentences: Sequence[Sentence], languages: Mapping[str, Language]) -> Iterator[Claim]:
    """Claims of a level and the sentence behind it."""
    text = document.text
    for first, second in pairwise(sentences):
        if first.lang != second.lang or second.start - first.end > 1 or "\n" in text[first.end - 1 : second.start]:
            continue
        language = languages[first.lang]
        if "joins" in language.settings:
            if _may_go_on(first, second):
                yield from _joined(document, first, second, language)
            if "retold" in language.settings and _is_base(second, first) and _may_go_on(second, first):
                yield from _joined(document, second, first, language, told_after=True)
            elif (opening := _opening(second)) is not None and _measured_alike(first, opening) and _may_go_on(first, opening):
                yield from _joined(document, first, opening, language, CLAUSE)


def _may_go_on(first: Sentence, second: Sentence) -> bool:
    if len(first.tokens) + len(second.tokens) > LONG:
        return False
    levels = [k for k in first.quantities if first.tokens[k].char in SAID and not _aside(first.tokens, k)]
    said = [k for k in second.quantities if second.tokens[k].char in SAID]
    if not said or len(said) > MOST or any(first.tokens[k].char not in LEVELS for k in levels):
        return False
    return len(levels) == 1 or len(levels) == 2 and len(said) == 1 or _last_alone(first, second, levels, said)


def _is_base(sentence: Sentence, before: Sentence) -> bool:
    """Whether a short sentence holds one level and nothing else, of what is told before it and not explained there: "今年收了410吨，多收
    70吨。去年只有340吨。".
    """
    if len(sentence.tokens) > SHORT or len(before.tokens) > CLAUSES or len(sentence.quantities) > PAIR:
        return False
    levels = [q for k, q in sentence.quantities.items() if sentence.tokens[k].char in LEVELS]
    if len(levels) != 1 or not PAIR <= sum(before.tokens[k].char in SAID for k in before.quantities) <= MOST:
        return False
    return any(q.dimension == levels[0].dimension for q in before.quantities.values()) \
        and not any(len(claim.roles) > PAIR for claim in before.claims)


class _Opening(NamedTuple):
    """A sentence up to a comma, as a sentence."""

    start: int
    end: int
    lang: str
    tokens: list[Token]
    quantities: dict[int, Quantity]
    claims: list[Claim]


def _opening(sentence: Sentence) -> _Opening | None:
    """The first clause of a sentence that has figures, if too many stand in it: "Cut it into six pieces of 150g, bake at 220C for 18"."""
    said = [k for k in sentence.quantities if sentence.tokens[k].char in SAID]
    if len(said) <= MOST:
        return None
    end = next((k for k in range(min(said) + 1, len(sentence.tokens)) if sentence.tokens[k].char == ","), 0)
    if not end:
        return None
    quantities = {k: q for k, q in sentence.quantities.items() if k < end}
    return _Opening(sentence.start, sentence.tokens[end].start, sentence.lang, sentence.tokens[:end], quantities, sentence.claims)


def _measured_alike(first: Sentence, opening: _Opening) -> bool:
    """Whether both hold a measure of one dimension: 900 g, and six times 150 g."""
    told = {q.dimension for q in first.quantities.values() if q.dimension[:6] not in ("", "count:", "percen")}
    return any(q.dimension in told for q in opening.quantities.values())


def _last_alone(first: Sentence, second: Sentence, levels: Sequence[int], said: Sequence[int]) -> bool:
    """Whether the last level of the first sentence is its only one in the unit of the one amount that the second compares it with:
    303 cases, and 38 million yuan lost. That is 61% less than the 96 million of the year before.
    """
    amounts = [second.quantities[k] for k in said if second.tokens[k].char in AMOUNTS]
    if not 1 < len(levels) <= MOST or len(said) != PAIR or len(amounts) != 1 or not amounts[0].unit:
        return False
    if any(first.tokens[k].char not in AMOUNTS for k in levels):
        return False
    return [k for k in levels if first.quantities[k].unit in (amounts[0].unit, "")] == [levels[-1]]


def _aside(tokens: Sequence[Token], k: int) -> bool:
    """Whether a percentage stands alone in a bracket, as the share of the count before it: "486 girls (51.4%)"; or a part of that count
    does: 84例（其中重症2例）.
    """
    if k > 0 and "".join([token.char for token in tokens[k - 1 : k + 2]]) == "(P)":
        return True
    opens = next((at for at in range(k - 1, max(k - OPENING, 0), -1) if tokens[at].char in "()"), 0)
    return opens > 0 and tokens[opens].char == "(" and has(tokens[opens + 1], {"among"})


def _joined(document: Document, first: Sentence, second: Sentence, language: Language, only: str = "",
            told_after: bool = False) -> Iterator[Claim]:
    """``told_after``: the first is printed behind the second."""
    text = document.text
    string = "".join([token.char for sentence in (first, second) for token in sentence.tokens])
    if not language.compiled.only(OPTION).worth(string):
        return
    told = {(q.start, q.end) for claim in second.claims if len(claim.roles) > 1 for q in claim.quantities}
    held: set[tuple[int, int]] = set()
    commas = [_adverb(sentence.tokens) for sentence in (first, second)]
    whole = (second.start, first.end) if told_after else (first.start, second.end)
    for dropped in dict.fromkeys([(-1, -1), (-1, commas[1]), (commas[0], -1), (commas[0], commas[1])]):
        tokens, quantities, border = _one(first, second, dropped)
        if tokens[border - 1].char != ",":
            return
        for match in claim_reader.matches(tokens, language, quantities, text, OPTION):
            if only and match.rule.options[OPTION] != only:
                continue
            places = [k for _, k in match.roles if tokens[k].char not in "YdD"]
            if not places or places[0] >= border or places[-1] < border or not all(k in quantities for k in places):
                continue
            if match.rule.relation == "share" and sum(token.char in "AG" for token in tokens[border:]) > 1 \
                    or match.rule.relation in STEPPING and match.rule.options[OPTION] != "any" \
                    and not _familiar(tokens, border, text, told_after):
                continue
            last = quantities[places[-1]].start, quantities[places[-1]].end
            if last in told or last in held:
                continue
            claim = claim_reader.claim(match, tokens, quantities, text, language, whole, document.date)
            if claim is None:
                continue
            held.add(last)
            whose = speech.mood(text, claim.start, claim.end, whole, language) if claim.mood == "stated" else ""
            yield replace(claim, mood=whose or claim.mood, options={**claim.options, "scope": "document", "severity": "warning"})


def _familiar(tokens: list[Token], border: int, text: str, told_after: bool = False) -> bool:
    """Whether no unknown word comes in before the first figure of the sentence printed second that the other one does not have."""
    told, later = (tokens[border:], tokens[:border]) if told_after else (tokens[:border], tokens[border:])
    told_words = text[told[0].start : told[-1].end]
    for token in later:
        if token.char in SAID:
            break
        if stranger(token, text, told_words):
            return False
    return True


def _one(first: Sentence, second: Sentence, dropped: tuple[int, int]) -> tuple[list[Token], dict[int, Quantity], int]:
    """The tokens and figures of both, a comma for the full stop, without the commas to be dropped; and where the second begins."""
    tokens: list[Token] = []
    quantities: dict[int, Quantity] = {}
    border = 0
    for sentence, comma in zip((first, second), dropped, strict=True):
        if tokens:
            if tokens[-1].char == ".":
                tokens[-1] = Token(",", tokens[-1].start, tokens[-1].end)
            border = len(tokens)
        for k, token in enumerate(sentence.tokens):
            if k != comma:
                if k in sentence.quantities:
                    quantities[len(tokens)] = sentence.quantities[k]
                tokens.append(token)
    return tokens, quantities, border


def _adverb(tokens: Sequence[Token]) -> int:
    """The comma behind an adverb that opens a sentence; -1 if there is none."""
    for k, token in enumerate(tokens[: OPENING + 1]):
        if token.char == ",":
            return k
        if token.figure is not None and token.char not in "YdDO":
            break
    return -1
