"""Sentences read on into one: "It raised $8bn. The banks get 2 percent of the proceeds. That would come to $160m."

Rules that have the option ``run`` (2 or 3 sentences) are tried on so many neighbours as if commas stood between them.  Unlike the rules of
``joined`` they may begin anywhere and cross other years, dates and names, so that each has to say by its words what is told of what.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING
from .. import claims as claim_reader
from .. import speech
from ..lexer import Token

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from ..language import Language
    from .items import Sentence

OPTION = "run"
MOST = 3                                  # sentences
BETWEEN = 40                              # characters of a sentence without figures that may stand between two: "So what is that?"
LONG = 200                                # tokens of sentences that are no lists
STOPS = ".?!\"”’"


def link(document: Document, sentences: Sequence[Sentence], languages: Mapping[str, Language]) -> Iterator[Claim]:
    """Claims whose figures stand in two or three sentences of one paragraph, whole spans first."""
    for at, first in enumerate(sentences):
        run = [first]
        for following in sentences[at + 1 : at + MOST]:
            if not _goes_on(document.text, run[-1], following):
                break
            run.append(following)
            if sum(len(sentence.tokens) for sentence in run) > LONG:
                break
            yield from _told(document, run, languages[first.lang])


def _goes_on(text: str, first: Sentence, second: Sentence) -> bool:
    between = second.start - first.end
    return first.lang == second.lang and between <= BETWEEN and "\n" not in text[first.end - 1 : second.start]


def _told(document: Document, run: Sequence[Sentence], language: Language) -> Iterator[Claim]:
    text = document.text
    if not language.compiled.only(OPTION).worth("".join([token.char for sentence in run for token in sentence.tokens])):
        return
    tokens, quantities, borders = _one(run)
    told = {(q.start, q.end) for claim in run[-1].claims if len(claim.roles) > 1 for q in claim.quantities}
    for match in claim_reader.matches(tokens, language, quantities, text, OPTION):
        places = [k for _, k in match.roles]
        if len(run) > int(match.rule.options[OPTION]) or places[0] >= borders[1] or places[-1] < borders[-1]:
            continue                          # it is read in fewer sentences
        last = quantities.get(places[-1])
        if last is None or (last.start, last.end) in told:
            continue
        claim = claim_reader.claim(match, tokens, quantities, text, language, (run[0].start, run[-1].end), document.date)
        if claim is None:
            continue
        whose = speech.mood(text, claim.start, claim.end, (run[0].start, run[-1].end), language) if claim.mood == "stated" else ""
        yield replace(claim, mood=whose or claim.mood, options={**claim.options, "scope": "document", "severity": "warning"})


def _one(run: Sequence[Sentence]) -> tuple[list[Token], dict[int, Quantity], list[int]]:
    """The tokens and figures of all, a comma for what ends a sentence, quotation marks at its ends left out; where each begins."""
    tokens: list[Token] = []
    quantities: dict[int, Quantity] = {}
    borders: list[int] = []
    for sentence in run:
        if tokens:
            while tokens[-1].char in STOPS and len(tokens) > borders[-1] + 1:
                tokens.pop()
            tokens.append(Token(",", tokens[-1].end, tokens[-1].end))
        borders.append(len(tokens))
        for k, token in enumerate(sentence.tokens):
            if k in sentence.quantities:
                quantities[len(tokens)] = sentence.quantities[k]
            tokens.append(token)
    return tokens, quantities, borders
