"""Claims across clauses, sentences and tables: the last level of the cascade.

No coreference: figures are linked by a key (category, frame, unit, time, paragraph), or not at all.  Everything here is one pass over the
figures with dictionaries and windows of fixed size, so that a document is read in time linear in its figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from ...typed import TYPE_CHECKING
from . import called, days, lists, lives, named, nearest, parts, same, steps, sums, then, wholes
from . import items as figures
from .words import Vocabulary

if TYPE_CHECKING:
    from ...values import Claim, Document
    from ..language import Language
    from .items import Sentence

POWERS = frozenset({"[length] ** 2 * [mass] / [time] ** 3", "[length] ** 2 * [mass] / [time] ** 2"})      # and energies
COMMAS = 6                               # without a blank behind them, that three lines of three cells have


def link(document: Document, sentences: Sequence[Sentence], languages: Mapping[str, Language]) -> list[Claim]:
    """The claims that no single sentence makes, in text order."""
    words = {code: _vocabulary(language) for code, language in languages.items()}
    found = figures.items(document, sentences)
    claims = [
        *parts.link(found, words),
        *wholes.link(document, sentences, found, words),
        *same.link(document, found, words),
        *lives.link(document.text, sentences, words),
        *lists.link(document, sentences, found, words),
        *named.link(found, words),
        *days.link(found, words),
        *steps.link(found, words),
        *sums.link(document, sentences, found, words),
        *called.link(found, words),
        *then.link(document, sentences, found, words),
    ]
    if _mentioned("compound_signs", document.text, words):
        from . import compound

        claims += compound.link(sentences, found, words)
    told = [words[code] for code in words if _tells(sentences, code)]
    if any("levels_was" in vocabulary.words for vocabulary in told):
        from . import later, levels, portions, rates, totalled  # English

        for room in (levels, later, portions, rates, totalled):
            claims += room.link(document, sentences, found, words)
    if any("joins" in language.settings for language in languages.values()):
        from . import joined

        claims += joined.link(document, sentences, languages)
    if any("run_signs" in vocabulary.words for vocabulary in told):
        from . import run_on

        claims += run_on.link(document, sentences, languages, words)
    if any("paces_said" in vocabulary.words for vocabulary in told):
        from . import paces

        claims += paces.link(document, sentences, words)
    if any("spans_told" in vocabulary.words for vocabulary in told) or _mentioned("elapsed_signs", document.text, words):
        from . import elapsed

        claims += elapsed.link(document, sentences, words)
    if _mentioned("results_signs", document.text, words):
        from . import results

        claims += results.link(document, sentences, words)
    if _mentioned("ends_signs", document.text, words):
        from . import ends

        claims += ends.link(document, sentences, words)
    if _mentioned("weekdays_signs", document.text, words):
        from . import weekdays

        claims += weekdays.link(document, sentences, words)
    if _mentioned("thresholds_votes_signs", document.text, words) and _mentioned("thresholds_signs", document.text, words):
        from . import thresholds

        claims += thresholds.link(document, sentences, words)
    if _mentioned("zones_signs", document.text, words) and sum(q.kind == "clock" for s in sentences for q in s.quantities.values()) > 1:
        from . import zones

        claims += zones.link(document, sentences, words)
    if any("frames" in vocabulary.words for vocabulary in words.values()):
        from . import framed

        claims += framed.link(document, sentences, words)
    claims += _seldom(document, sentences, found, words)
    claims += nearest.link(document, sentences, found, words, claims)
    if _tabular(document):
        from . import cells, tables  # most articles have no table

        grids = list(tables.read(document, languages))
        for grid in grids:
            claims += tables.claims(grid)
        if grids:
            claims += cells.link(grids, found)
    claims.sort(key=lambda claim: (claim.start, claim.end))
    return claims


def _mentioned(name: str, text: str, words: Mapping[str, Vocabulary]) -> bool:
    """Whether a text holds one of a list of words of some language."""
    return any(vocabulary.mentions(name, text) for vocabulary in words.values())


def _tells(sentences: Sequence[Sentence], code: str) -> bool:
    """Whether a language has more than the one figure of a heading in an article of the other, and may need its own rooms."""
    own = [sentence for sentence in sentences if sentence.lang == code]
    return len(own) > 1 or any(sentence.claims or len(sentence.quantities) > 1 for sentence in own)


def _seldom(document: Document, sentences: Sequence[Sentence], found: Sequence[figures.Item],
            words: Mapping[str, Vocabulary]) -> list[Claim]:
    """Claims that few articles make; what reads them is imported only when the text holds their signs."""
    claims: list[Claim] = []
    text = document.text
    if sum(item.q.kind == "share" for item in found) > 1:
        from . import shares

        claims += shares.link(found, words)
    shares_of = sum(item.q.unit == "percent" for item in found)
    if shares_of > 2 and _mentioned("one_whole_signs", text, words):
        from . import one_whole

        claims += one_whole.link(found, words)
    if shares_of > 2 and _mentioned("answers_signs", text, words):
        from . import answers

        claims += answers.link(found, words)
    if shares_of > 3 and any(sign in text for sign in "；;") and any(sign in text for sign in "（("):
        from . import one_whole

        claims += one_whole.groups(found, words)
    if _mentioned("times", text, words):
        from . import time

        claims += time.link(document, sentences, found, words)
    if len(found) > 2 and _mentioned("flow_signs", text, words):
        from . import flows

        claims += flows.link(found, words)
    if len(found) > 2 and _mentioned("rank_signs", text, words):
        from . import ranks

        claims += ranks.link(found, sentences, words)
    if _mentioned("trade_signs", text, words):
        from . import balances

        claims += balances.link(found, words)
    if any(c.relation == "conversion" for sentence in sentences for c in sentence.claims):
        from . import exchange

        claims += exchange.link(sentences)
    if _mentioned("named_whole_signs", text, words):
        from . import named_wholes

        claims += named_wholes.link(found, words)
    if _mentioned("rest_signs", text, words):
        from . import remainders

        claims += remainders.link(found, sentences, words)
    if _mentioned("multiple_signs", text, words):
        from . import told_multiples

        claims += told_multiples.link(found, sentences, words)
    if shares_of > 2 and text.count("(") + text.count("（") > 2:
        from . import bracketed

        claims += bracketed.link(found, words)
    if _mentioned("crop_signs", text, words):
        from . import crops

        claims += crops.link(found, words)
    if _mentioned("pooled_signs", text, words):
        from . import pooled

        claims += pooled.link(document, sentences, words)
    if shares_of and _mentioned("cohort_signs", text, words):
        from . import cohorts

        claims += cohorts.link(found, sentences, words)
    if _mentioned("density_signs", text, words):
        from . import densities

        claims += densities.link(found, sentences, words)
    if "=" in text and "+" in text or "＝" in text:
        from . import printed_sums

        claims += printed_sums.link(found)
    if any(sign in text for sign in "×*＊✕") or " x " in text:
        from . import printed_products

        claims += printed_products.link(text, sentences)
    if _mentioned("score_signs", text, words):
        from . import scores

        claims += scores.link(document, sentences, words)
    if any(item.q.dimension in POWERS for item in found) or _mentioned("unit_signs", text, words):
        from . import units

        claims += units.link(found, words)
    return claims


def _tabular(document: Document) -> bool:
    """Whether a table may be in the text: the signs that part its cells are."""
    text = document.text
    if any(sign in text for sign in ("|", "\t", "<t", "<T", "\x1d")) or document.path.lower().endswith(".csv"):
        return True
    return text.count(",") - text.count(", ") >= COMMAS


@lru_cache(maxsize=8)
def _vocabulary(language: Language) -> Vocabulary:
    return Vocabulary(language)
