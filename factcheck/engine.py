"""The whole check, pure: a Document and Settings in, a Report out.  Same input, same output."""

from __future__ import annotations

import gc
import os
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache, partial

from . import doubts, judge, relations
from .frozen import Frozen, replace
from .text import across, freezing, link, quantities, speech, subjects, unseen
from .text import claims as claim_reader
from .text import language as languages
from .text.document import script, sentences
from .text.lexer import Token, lex
from .values import AMOUNTS, SEVERITIES, WORDED, Claim, Document, Finding, Quantity, Report, listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .text.rules import Rule


class Settings(Frozen):
    """What a check may be told; the defaults are those of the command line."""

    lang: str = "auto"
    message_lang: str = "auto"
    date: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}
    rules: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()
    use_cache: bool = True
    home: str = ""                               # the entity that "our country" stands for, by its id in data/entities.csv


BESIDE = 24                                      # figures before the end of a sentence that may be the wholes of its parts
AROUND = 120                                     # characters around a claim that no sentence makes which may say that it is none
NEAR = 600                                       # characters around a claim that are its sentence when there is no full stop for long


class Sentence(Frozen):
    """A sentence as read: its tokens, its quantities by token number, its claims."""

    start: int
    end: int
    lang: str
    tokens: list[Token]
    quantities: dict[int, Quantity]
    claims: list[Claim]


def read(document: Document, settings: Settings, places: Iterable[tuple[int, int, bool]] | None = None) -> list[Sentence]:
    """Every sentence that holds a figure, read but not judged.  The document holds nothing unseen; ``places`` are its ``sentences``."""
    if settings.rules:
        refuse_unsound(settings.rules)
    table = languages.load(settings.rules, settings.use_cache)
    text = document.text
    flat = text.replace("\n", " ") if "\n" in text else text  # a line may break inside a phrase: 25 basis / points
    found = []
    for start, end, opens in sentences(document) if places is None else places:
        lang = script(text, start, end, document.lang)
        language = table[lang]
        tokens = quantities.read(flat, lex(flat, start, end, language), language, start, opens)
        figures = {i: freezing.freeze(text, tokens, i, language) for i, token in enumerate(tokens) if token.figure is not None}
        if not figures:
            continue
        claims = []
        for match in claim_reader.matches(tokens, language, figures, text):
            claim = claim_reader.claim(match, tokens, figures, text, language, (start, end), document.date)
            if claim is not None and not speech.overlap(text, claim, language):
                whose = speech.mood(text, claim.start, claim.end, (start, end), language) if claim.mood == "stated" else ""
                claims.append(replace(claim, mood=whose) if whose else claim)
        if len(claims) > 1:
            claims = link.apposed(claims, tokens, text)
        found.append(Sentence(start, end, lang, tokens, figures, claims))
    return found


@lru_cache(maxsize=32)
def refuse_unsound(folders: tuple[str, ...]) -> None:
    """Folders of a user's own rules: whatever would silently do nothing is an error."""
    from .text.grammar import RuleError, read_rules

    for folder in folders:
        if not os.path.isdir(folder):
            raise RuleError(folder, 0, "no such folder")
        if not any(os.path.isdir(os.path.join(folder, lang)) for lang in languages.LANGUAGES):
            raise RuleError(folder, 0, "a rules folder holds folders named after languages; put the files into en/ or zh/")
        refuse_unknown(rule for lang in languages.LANGUAGES for rule in read_rules(lang, [folder]))


def refuse_unknown(rules: Iterable[Rule]) -> None:
    """A rule's claims are judged by its relation, as its options say: what does not exist would judge nothing, or something else."""
    from .text.grammar import RuleError, complaint

    known = relations.table().keys() | relations.CARRIED
    for rule in rules:
        if rule.relation not in known:
            raise RuleError(rule.path, rule.line, f'rule "{rule.id}": no relation "{rule.relation}"; known are {", ".join(sorted(known))}')
        wrong = complaint(rule, relations.options(rule.relation))
        if wrong:
            raise RuleError(rule.path, rule.line, f'rule "{rule.id}": {wrong}')


def check(document: Document, settings: Settings | None = None) -> Report:
    """Read, judge, report."""
    collecting = gc.isenabled()
    gc.disable()                                 # a check leaves no cycles behind; looking for them takes a fifth of its time
    try:
        if unseen.holds(document.text):
            short = unseen.Shortened(document)
            return short.report(_check(short.document, settings or Settings()))
        return _check(document, settings or Settings())
    finally:
        if collecting:
            gc.enable()


def _check(document: Document, settings: Settings) -> Report:
    message_lang = settings.message_lang if settings.message_lang in ("en", "zh") else document.lang
    if settings.reference or settings.home:      # a table that cannot be used is told of even if no figure needs it
        from .reference import check as reference

        reference.opened(settings.reference, settings.use_cache, settings.home)
    places = list(sentences(document))
    read_sentences = read(document, settings, places)
    text, table = document.text, languages.load(settings.rules, settings.use_cache)
    judged: list[Claim] = []
    findings: list[Finding] = []
    numbers: list[Quantity] = []
    doubtful: list[Finding] = []
    for sentence in read_sentences:
        numbers += [q for q in sentence.quantities.values() if not q.hidden]
        first, told = len(judged), len(findings)
        for claim in sentence.claims:
            judgement = judge.judge(claim, message_lang)
            factor = judgement.factor_per_year
            if judgement.finding is not None and speech.disowned(text, claim.start, claim.end, table[claim.lang]):
                judgement = judge.NOTHING
            claim = replace(claim, verdict=judgement.verdict, factor_per_year=(factor.low, factor.high) if factor is not None else None)
            if judgement.finding is not None:
                (doubtful if claim.options.get("agree") else findings).append(judgement.finding)
            elif claim.relation == "growth":
                claim, found = _against_table(claim, document, _around(claim, sentence), settings, message_lang)
                findings += found
            judged.append(claim)
        doubts.drop(judged, first, findings, told, sentence.quantities, numbers[-BESIDE:])
        if doubtful:
            findings += doubts.of_one_whole(doubtful, judged[first:])
            doubtful.clear()
    others = doubts.Linked(read_sentences, judged)
    for claim in across.link(document, read_sentences, table):
        place = max(0, claim.start - AROUND), min(len(text), claim.end + AROUND)
        beside = claim.relation == "change" and "named" not in claim.options      # its sentence names what the step is of
        if (speech.overlap(text, claim, table[claim.lang])
                or beside and subjects.apart("change", list(claim.roles), text, place, table[claim.lang])):
            continue
        judgement = judge.judge(claim, message_lang)
        if judgement.verdict == "inconsistent" and others.explain(claim):
            continue
        if judgement.finding is not None and speech.disowned(text, claim.start, claim.end, table[claim.lang]):
            continue
        if judgement.finding is not None:
            findings.append(judgement.finding)
        judged.append(replace(claim, verdict=judgement.verdict))
    doubts.complete(judged, findings)
    for claim, found_here in _known_figures(read_sentences, places, judged, document, settings, message_lang):
        judged.append(claim)
        findings += [found_here] if found_here is not None else []
    chosen = _chosen(findings, settings)
    return Report(document, tuple(numbers), tuple(judged), chosen, lambda: singles(document, read_sentences, judged, table))


def singles(document: Document, read_sentences: Iterable[Sentence], judged: Iterable[Claim],
            table: Mapping[str, languages.Language]) -> list[Claim]:
    """A claim for each amount that plays no role in a relation: extracted, not judged."""
    text = document.text
    taken = {(q.start, q.end) for claim in listed(judged) for q in claim.quantities}
    found = []
    for sentence in read_sentences:
        tokens, figures = sentence.tokens, sentence.quantities
        for k, quantity in figures.items():
            if quantity.hidden or quantity.kind not in AMOUNTS and quantity.kind != "fraction" or (quantity.start, quantity.end) in taken:
                continue
            about = claim_reader.subject(text, tokens, k, figures)
            period = claim_reader.period(tokens, k, k, figures, text, table[sentence.lang], document.date)
            found.append(Claim("", quantity.start, quantity.end, quantity.text, (("", quantity),), quantity.kind, about, "", period,
                               claim_reader.mood(tokens, k, k), "", sentence.lang))
    return found


def _around(claim: Claim, sentence: Sentence) -> tuple[int, int]:
    """The sentence; of one that is longer than sentences are, what stands near the claim."""
    return max(sentence.start, claim.start - NEAR), min(sentence.end, claim.end + NEAR)


def _against_table(claim: Claim, document: Document, sentence: tuple[int, int], settings: Settings,
                   message_lang: str) -> tuple[Claim, list[Finding]]:
    """The reference room is opened only for a claim that may need it."""
    from .reference import check as reference

    claim, found = reference.growth(claim, document, sentence, reference.table(settings.reference, settings.use_cache), message_lang)
    return claim, [found] if found is not None else []


def _known_figures(read_sentences: Collection[Sentence], places: Iterable[tuple[int, int, bool]], judged: Iterable[Claim],
                   document: Document, settings: Settings, message_lang: str) -> Iterator[tuple[Claim, Finding | None]]:
    """Figures that the table knows something of; a figure already accused is left alone, as are dates and names."""
    from .reference import check as reference

    table = reference.table(settings.reference, settings.use_cache)
    accused = {(q.start, q.end) for claim in judged if claim.verdict in ("inconsistent", "ambiguous") and claim.relation not in WORDED
               for q in claim.quantities}
    for sentence in read_sentences:
        place, mood = (sentence.start, sentence.end), partial(_mood, sentence)
        yield from reference.figures(sentence.quantities.values(), document, place, sentence.lang, table, message_lang, settings.home, mood,
                                     accused)
    ranked = reference.rank_words(document.text, table) if read_sentences else []
    if ranked:
        ranking = [(start, end, script(document.text, start, end, document.lang)) for start, end, _ in places
                   if bisect_left(ranked, start) < bisect_left(ranked, end)]
        yield from reference.ranks(document, ranking, table, message_lang)


def _mood(sentence: Sentence, quantity: Quantity) -> str:
    """Whether a figure is stated, forecast or negated."""
    k = next(k for k, other in sentence.quantities.items() if other is quantity)
    return claim_reader.mood(sentence.tokens, k, k)


def _chosen(findings: Iterable[Finding], settings: Settings) -> tuple[Finding, ...]:
    """Selected findings in text order, severities as configured; of several about one figure the gravest, then the shortest working."""
    kept: dict[tuple[int, int], Finding] = {}
    for finding in findings:
        if settings.select and not finding.code.startswith(settings.select) or settings.ignore and finding.code.startswith(settings.ignore):
            continue
        keys = sorted(settings.severity, key=len, reverse=True)
        level = next((settings.severity[key] for key in keys if finding.code.startswith(key)), "")
        if level in SEVERITIES and level != finding.severity:
            finding = replace(finding, severity=level)
        place = (finding.start, finding.end)
        other = kept.get(place)
        if other is None or _weight(finding) > _weight(other):
            kept[place] = finding
    return tuple(sorted(_founded(kept.values()), key=lambda f: (f.start, f.end, f.code)))


def _weight(finding: Finding) -> tuple[int, int]:
    return SEVERITIES.index(finding.severity), -len(finding.spans)


def _founded(findings: Iterable[Finding]) -> list[Finding]:
    """Those that rest on no figure that another finding says is wrong: what follows from a wrong figure is no evidence against another."""
    kept: list[Finding] = []
    wrong: set[tuple[int, int]] = set()
    for finding in sorted(findings, key=lambda f: (len(f.spans), f.start)):
        if any(span != (finding.start, finding.end) and span in wrong for span in finding.spans):
            continue
        kept.append(finding)
        if finding.severity == "error":
            wrong.add((finding.start, finding.end))
    return kept
