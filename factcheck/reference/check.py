"""A claim held against the table: the match becomes the claim's verdict and, where the table contradicts or dates it, a finding."""

from __future__ import annotations

from ..errors import ConfigError
from ..frozen import replace
from ..typed import TYPE_CHECKING
from ..values import Claim, Finding, Span
from .table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from ..values import Document, Quantity
    from .match import ReferenceMatch

NAMES = {"REF801": "reference-contradicted", "REF802": "reference-outdated", "REF803": "reference-qualified", "REF804": "reference-date",
         "PLA901": "implausible"}
KINDS = frozenset({"quantity", "share", "age", "duration", "multiplier", "percent_point", "ordinal", "fraction"})
LONGEST = 2000                                  # characters of a sentence; what goes on for longer is no prose, and binds nothing
NAMES_METRIC = ("metric", "ranking")
_TABLES: dict[tuple[tuple[str, ...], bool], Table] = {}


def table(paths: tuple[str, ...], use_cache: bool) -> Table:
    """The table of these paths and the shipped one, opened once a process."""
    key = (paths, use_cache)
    if key not in _TABLES:
        _TABLES[key] = Table(paths, use_cache)
    return _TABLES[key]


def opened(paths: tuple[str, ...], use_cache: bool, home: str = "") -> None:
    """Open the user's tables now.  TableError if one is broken, ConfigError if ``home`` is nobody that the tables know."""
    found = table(paths, use_cache)
    found.layers()
    if home and found.entity(home) is None:
        near = [name for kind, name in found.search(home) if kind == "entity"]
        hint = f"; did you mean {near[0]!r}?" if near else "; `factcheck reference search NAME` finds it"
        raise ConfigError(f"reference.home: no entity has the id {home!r}{hint}")


def asked() -> tuple[tuple[str, str], ...]:
    """Of the tables that were asked something since the last call: path, and when their sources were last read."""
    found: list[tuple[str, str]] = []
    for known in _TABLES.values():
        if known.is_asked:
            found += known.retrieved()
            known.is_asked = False
    return tuple(found)


def growth(
    claim: Claim, document: Document, sentence: tuple[int, int], reference: Table, message_lang: str
) -> tuple[Claim, Finding | None]:
    """The claim with its verdict of the table, and the finding if there is one.  A claim at odds with itself is left alone."""
    start, end = sentence
    if not reference.hits(document.text[start:end], claim.lang):
        return claim, None
    from .matching import match_claim

    match = match_claim(claim, document.text[start:end], start, document.date, reference)
    if match is None:
        return claim, None
    if match.verdict in ("supported", "contradicted", "outdated") and match.row is not None:
        claim = replace(claim, verdict=match.verdict, reference_id=match.row.id)
    return claim, finding(match, claim, message_lang)


def figures(quantities: Iterable[Quantity], document: Document, sentence: tuple[int, int], lang: str, reference: Table, message_lang: str,
            home: str = "", mood: Callable[[Quantity], str] | None = None,
            accused: Container[tuple[int, int]] = ()) -> list[tuple[Claim, Finding | None]]:
    """Each figure of a sentence of which the table knows something, as a claim with its verdict, and the finding if there is one.

    ``lang`` is the sentence's language; ``home`` is the entity that "our country" stands for, "" if it is not configured; ``mood`` tells
    whether a figure is stated, forecast or negated; the ``accused``, by their places, are left alone.  What the matching needs is loaded
    for the first sentence that names a metric.
    """
    start, end = sentence
    found: list[tuple[Claim, Finding | None]] = []
    if end - start > LONGEST:
        return found
    some = [quantity for quantity in quantities if quantity.kind in KINDS]
    hits = reference.hits(document.text[start:end], lang) if some else []
    if not hits:
        return found
    some = [q for q in some if (not q.hidden or q.kind == "multiplier") and (q.start, q.end) not in accused]
    from .matching import Sentence
    from .matching import match as match_figure

    read = Sentence(document.text[start:end], lang, reference, home, hits)
    if not read.hits:
        return found
    named = any(hit.kind == "metric" and reference.cue("silence", lang).inside(hit.alias) for hit in hits)     # 预期寿命
    for quantity in some:
        told = mood(quantity) if mood is not None else "stated"
        match = match_figure(quantity, read, start, document.date, "stated" if named and told == "forecast" else told)
        if match is None:
            continue
        known = match.verdict in ("supported", "contradicted", "outdated") and match.row is not None
        claim = Claim("", quantity.start, quantity.end, quantity.text, (("value", quantity),), quantity.kind, match.metric, match.entity,
                      match.period, lang=lang, verdict=match.verdict if known else "no_reference",
                      reference_id=match.row.id if known and match.row is not None else "")
        found.append((claim, finding(match, claim, message_lang)))
    return found


def rank_words(text: str, reference: Table) -> list[int]:
    """Where words of ranks stand in a text, in order."""
    lower, found = text.lower(), []
    for word in reference.rank_hints():
        at = lower.find(word)
        while at >= 0:
            found.append(at)
            at = lower.find(word, at + 1)
    return sorted(found)


def ranks(
    document: Document, places: Iterable[tuple[int, int, str]], reference: Table, message_lang: str
) -> Iterator[tuple[Claim, Finding | None]]:
    """Each rank of a document that the table knows something of ("the world's second-largest economy"), as a claim with its verdict.

    ``places`` are its sentences that hold a word of ranks, with their language.
    """
    for start, end, lang in places:
        text = document.text[start:end]
        hits = reference.hits(text, lang) if end - start <= LONGEST else []
        if not any(hit.kind in NAMES_METRIC for hit in hits):
            continue
        from .context import Sentence
        from .rankings import lookup

        for place, match in lookup(Sentence(text, lang, reference, hits=hits), reference.rank_patterns(lang), document.date):
            figure = replace(place, start=place.start + start, end=place.end + start)
            known = match.verdict != "no_reference" and match.row is not None
            claim = Claim("", figure.start, figure.end, figure.text, (("value", figure),), "ordinal", match.metric, match.entity,
                          match.period, lang=lang, verdict=match.verdict, reference_id=match.row.id if known and match.row else "")
            yield claim, finding(match, claim, message_lang)


def finding(match: ReferenceMatch, claim: Claim, message_lang: str) -> Finding | None:
    """What is reported of a match; None for what is supported or not resolved."""
    if not match.code or not match.severity:
        return None
    figures = [q for q in claim.quantities if not q.hidden] or list(claim.quantities)
    cited = match.row
    if cited is not None and message_lang == "zh" and match.note_zh:
        cited = replace(cited, note=match.note_zh)
    fits = (match.fits.low, match.fits.high)
    stated, unit = claim.factor_per_year, ""
    if stated is None and figures:
        stated, unit = (figures[0].low, figures[0].high), figures[0].unit
    told = match.told(message_lang)
    return Finding(
        match.code, NAMES.get(match.code, "reference"), match.severity, match.verdict, claim.start, claim.end,
        tuple(Span(q.start, q.end) for q in figures), told.message, told.derivation, stated, fits, unit, match.slip, told.suggestion, cited,
        claim, claim.lang)
