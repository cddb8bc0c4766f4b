"""The nouns of factcheck, frozen and defined once.

Document  the text as the reader sees it: blocks, language, dateline; offsets are code points of the original text.
Quantity  one printed number with its unit, hedge and kind.  The written form is evidence; intervals are derived from it.
Claim     quantities in the roles of a relation ("from 20 to 25, up 25 %"), or a single quantity, with subject and period.
Finding   the judge's verdict on a claim, with a derivation that a reader can redo by hand.
Report    findings + claims + what was not checked.

Data flows one way: Document → Quantity → Claim → Finding → Report.  No stage changes another's output.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from .frozen import Frozen
from .typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

# What readers of formats leave in a document's text where markup stood inside a line ("<b>25</b> million"), and behind a character that
# several characters of the source stand for ("&nbsp;", "\%"); the engine reads as if they were not there.
GONE, REST = "\x7f", "\x16"

# Kinds of number.  Only the kinds of AMOUNTS are claims; the others are typed out of the way.
AMOUNTS = frozenset({"quantity", "share", "percent_point", "basis_point", "multiplier", "ratio", "age"})
TYPED_OUT = frozenset({
    "year", "date", "clock", "ordinal", "name", "code", "score", "phone", "version", "list_marker", "reference", "partitive",
})

# Hedges: how the wording relates the truth to the printed figure.
HEDGES = ("=", "about", "below", "above", "at_most", "at_least", "bounded", "several")

YEAR_SECONDS = 31_557_600.0                     # of 365.25 days; times are kept in seconds
MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

SEVERITIES = ("note", "warning", "error")
NUMBER, ROLES = ("a number",), ("roles of its pattern",)      # what the value of a rule's option is, where no words are listed
VERDICTS = (
    "consistent", "consistent_when_rounded", "ambiguous", "inconsistent",      # figures against each other
    "supported", "contradicted", "outdated", "no_reference",                   # figures against the reference table
    "not_checked",
)


class Span(NamedTuple):
    """Code points ``start`` (inclusive) to ``end`` (exclusive) of the original text."""

    start: int
    end: int


class Unit(Frozen):
    """A unit phrase resolved through pint: ``value * factor + offset`` is in the base unit of ``dimension``."""

    name: str                    # canonical: "USD", "km", "people", "percent", "month"
    dimension: str               # "[length]", "[mass] / [time]", "money:USD", "count:people", "percent", "times" …
    factor: float = 1.0
    offset: float = 0.0


class Quantity(Frozen):
    """One printed number.

    ``printed_low``/``printed_high`` are the stated ends with scale words applied ("5 million": 5e6; "3–4": 3 and 4) in the printed
    unit; ``low``/``high`` add rounding and hedge.  Percent and points are in percent.  ``half`` is half of the last printed digit,
    scale applied: 0.05 for "3.5", 5e5 for "5 million", 0 for exact words ("half", "twice").
    """

    text: str
    start: int
    end: int
    low: float
    high: float
    printed_low: float
    printed_high: float
    unit: str = ""               # canonical name, "" for a bare number; "percent", "percent_point", "x" for multipliers
    kind: str = "quantity"
    hedge: str = "="
    direction: str = ""          # "up", "down" or ""
    half: float = 0.5
    figures: int = 1             # significant figures printed, trailing zeros before the point not counted
    dimension: str = ""          # of the unit; "" for a bare number
    factor: float = 1.0          # of the unit, to the base of its dimension
    offset: float = 0.0
    per: str = ""                # "year", "people" … when the figure is a rate
    lang: str = "en"
    hidden: bool = False         # a cue read as a number ("doubled"): serves claims, is not listed as a quantity

    @property
    def is_range(self) -> bool:
        return self.printed_low != self.printed_high

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Claim(Frozen):
    """Quantities in roles of a relation.  ``roles`` keeps the order of the text; a role may repeat (parts of a total)."""

    relation: str                               # "growth", "change", "share" … ; "" for a single quantity
    start: int
    end: int
    text: str
    roles: tuple[tuple[str, Quantity], ...] = ()
    kind: str = "quantity"                      # of the main quantity, or the relation's family
    subject: str = ""
    entity: str = ""
    period: str = ""                            # ISO: "2012..", "2012..2018", "2022", "2023-Q1"; "" if unknown
    mood: str = "stated"                        # stated, forecast, quoted, fiction, negated
    rule: str = ""                              # id of the rule that found it
    lang: str = "en"
    options: Mapping[str, str] = {}              # what the rule says beyond roles: direction, reading, explained …
    verdict: str = "not_checked"
    factor_per_year: tuple[float, float] | None = None           # growth claims: normalised
    reference_id: str = ""

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        return tuple(q for _, q in self.roles)

    def role(self, name: str) -> Quantity | None:
        """The first quantity in this role, or None."""
        return next((q for r, q in self.roles if r == name), None)

    def all(self, name: str) -> tuple[Quantity, ...]:
        return tuple(q for r, q in self.roles if r == name)


class Reference(Frozen):
    """The row of the reference table that a finding rests on."""

    id: str
    source: str
    publisher: str
    url: str
    period: str = ""
    retrieved: str = ""
    note: str = ""


class Finding(Frozen):
    code: str
    name: str
    severity: str                               # error, warning, note
    verdict: str
    start: int                                  # of the figure that is marked
    end: int
    spans: tuple[Span, ...]                     # every figure involved, the marked one included
    message: str
    derivation: tuple[str, ...] = ()            # lines of arithmetic a reader can redo
    stated: tuple[float, float] | None = None
    expected: tuple[float, float] | None = None
    unit: str = ""
    slip: str = ""                              # id of the likely slip, "" if none
    suggestion: str = ""
    reference: Reference | None = None
    claim: Claim | None = None
    lang: str = "en"


class Block(Frozen):
    """A stretch of the document: "prose", or "code", in which nothing is read."""

    kind: str
    start: int
    end: int


class Document(Frozen):
    text: str
    blocks: tuple[Block, ...]
    lang: str                                   # "en" or "zh": the language most of it is in
    date: str = ""                              # dateline, ISO; "" if unknown
    path: str = ""


# Relations that watch how a figure is worded: their claims are told only if something is wrong.
GUARDS = frozenset({"impossible", "usage", "hedges", "hedged", "wording", "clock", "dropped_hedge"})
WORDED = GUARDS - {"impossible", "clock"}        # of these, what is reported is the wording; the figure may well be right
SILENT = frozenset({"consistent", "not_checked"})


def listed(claims: Iterable[Claim]) -> list[Claim]:
    """Those that are listed: a guard says nothing of a figure that it lets pass."""
    return [c for c in claims if c.relation not in GUARDS or c.verdict not in SILENT]


class Report:
    """The outcome of checking one document.

    ``claims``      every claim in text order: figures in the roles of a relation, and each amount that is in none
    ``relations``   only the former, which are what is judged
    ``singles``     gives the latter when it is called
    """

    __slots__ = ("_claims", "document", "findings", "quantities", "relations", "singles")

    def __init__(self, document: Document, quantities: tuple[Quantity, ...], relations: tuple[Claim, ...], findings: tuple[Finding, ...],
                 singles: Callable[[], list[Claim]] | None = None) -> None:
        self.document, self.quantities, self.relations, self.findings = document, quantities, relations, findings
        self.singles = singles if singles is not None else list
        self._claims: tuple[Claim, ...] | None = None

    def __repr__(self) -> str:
        return f"Report({len(self.findings)} findings, {len(self.relations)} claims judged, {len(self.quantities)} quantities)"

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Made when asked for: most checks never look at single figures."""
        if self._claims is None:
            self._claims = tuple(sorted([*listed(self.relations), *self.singles()], key=lambda c: (c.start, c.end)))
        return self._claims

    def to_frame(self, what: str = "findings") -> pd.DataFrame:
        """A pandas DataFrame of ``findings`` or ``claims`` with the columns of the CSV report.  Needs pandas."""
        from .reports.tables import frame

        return frame(self, what)
