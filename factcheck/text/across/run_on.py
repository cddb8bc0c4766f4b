"""Sentences read on into one: "It raised $8bn. The banks get 2 percent of the proceeds. That would come to $160m."

Rules that have the option ``run`` (up to 2 or 3 sentences) are tried on so many neighbours as if commas stood between them, and only here:
they cross so much that they would be slow to try on every sentence.  What a run must hold to be worth it is said by ``run_signs``.
Unlike the rules of ``joined`` they may begin anywhere, so that each has to say by its words what is told of what.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING
from .. import claims as claim_reader
from .. import rules, speech
from ..lexer import Token

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from ..language import Language
    from .items import Sentence
    from .words import Vocabulary

MOST = 3                                  # sentences
BETWEEN = 40                              # characters of a sentence without figures that may stand between two: "So what is that?"
LONG = 90                                 # tokens of sentences that are no lists
LED, LEADS = 12, 100                      # characters before and behind a plain word that a pattern may need
FEWEST = 3                                # figures of a claim
DOTTED = "İ"
STOPS = ".?!\"”’"


def link(document: Document, sentences: Sequence[Sentence], languages: Mapping[str, Language],
         words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims whose figures stand in one sentence, or in two or three of one paragraph."""
    text, signed = document.text, _signed(document.text, sentences, words)
    if not signed:
        return
    for at, first in enumerate(sentences):
        if signed.isdisjoint(range(at, at + MOST)):
            continue
        run = [first]
        for following in (None, *sentences[at + 1 : at + MOST]):
            if following is not None:
                if not _goes_on(text, run[-1], following):
                    break
                run.append(following)
            if sum(len(sentence.tokens) for sentence in run) > LONG:
                break
            if not signed.isdisjoint(range(at, at + len(run))) and sum(len(sentence.quantities) for sentence in run) >= FEWEST:
                yield from _told(document, run, languages[first.lang])


def _signed(text: str, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> set[int]:
    """The sentences that hold what makes a run worth trying; the plain words first, since a pattern takes longer."""
    found: set[int] = set()
    lowered = text.replace(DOTTED, "I").lower()               # the one letter that would be two
    for code, vocabulary in words.items():
        if "run_signs" not in vocabulary.words:
            continue
        for word in vocabulary.words["run_words"]:
            at = lowered.find(word)
            while at >= 0:
                n = bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1
                end = sentences[n].end if n >= 0 else at
                if n >= 0 and at < end and n not in found and sentences[n].lang == code \
                        and vocabulary.run_signs.search(text, max(sentences[n].start, at - LED), min(end, at + LEADS)) is not None:
                    found.add(n)
                at = lowered.find(word, at + 1 if n >= 0 and at < end and n not in found else max(end, at + 1))
    return found


def _goes_on(text: str, first: Sentence, second: Sentence) -> bool:
    between = second.start - first.end
    return first.lang == second.lang and between <= BETWEEN and "\n" not in text[first.end - 1 : second.start]


def _told(document: Document, run: Sequence[Sentence], language: Language) -> Iterator[Claim]:
    text = document.text
    if not language.compiled.only(rules.RUN).worth("".join([token.char for sentence in run for token in sentence.tokens])):
        return
    tokens, quantities, borders = _one(run)
    told: dict[tuple[int, int], int] = {}     # figure → the roles of the claim of its own sentence that holds it
    for claim in run[-1].claims:
        if len(claim.roles) > 1:
            told |= {(q.start, q.end): len(claim.roles) for q in claim.quantities}
    for match in claim_reader.matches(tokens, language, quantities, text, rules.RUN):
        places = [k for _, k in match.roles]
        if len(run) > int(match.rule.options[rules.RUN]) or places[0] >= (borders[1:] or [len(tokens)])[0] or places[-1] < borders[-1]:
            continue                          # it is read in fewer sentences
        last = quantities.get(places[-1])
        if last is None or told.get((last.start, last.end), 0) >= len(places):
            continue
        found = claim_reader.claim(match, tokens, quantities, text, language, (run[0].start, run[-1].end), document.date)
        if found is None:
            continue
        whose = speech.mood(text, found.start, found.end, (run[0].start, run[-1].end), language) if found.mood == "stated" else ""
        yield replace(found, mood=whose or found.mood, options={**found.options, "scope": "document", "severity": "warning"})


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
