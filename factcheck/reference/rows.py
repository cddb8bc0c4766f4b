"""The rows of the reference table as the index hands them out.

Units: a *trend* is a factor per year (``low`` … ``high``; 2 = doubles each year, 0.5 = halves); a *fact* is a figure in the unit of
its metric, ``value * factor`` being in the base unit of ``dimension``.  Periods are ISO as printed in the CSV; ``start`` and ``end`` are
the same in fractional years, the end exclusive ("2012" is 2012.0 … 2013.0), infinite where the row leaves a side open.
"""

from __future__ import annotations

from ..frozen import Frozen
from ..interval import Interval
from ..values import Reference

STATUSES = ("current", "superseded", "contested")
CONFIDENCES = ("primary", "secondary", "reference")
METRIC_KINDS = ("growth", "level", "flow", "rate", "fall", "price", "quote", "constant", "fixed", "index", "date")
TREND_KINDS = ("doubling_time", "halving_time", "annual_factor", "annual_rate", "total_factor", "learning_rate", "step")


class Metric(Frozen):
    """What is measured.  ``gap`` is how far two careful publishers may lie apart: relative, or in the unit itself for kind ``rate``."""

    id: str
    parent: str
    name_en: str
    name_zh: str
    kind: str
    unit: str
    dimension: str
    factor: float
    gap: float
    low: float
    high: float
    definition: str
    applies: str                        # kinds of entities that it is a property of, "" for none
    unless_en: str                      # words that make another quantity of it ("urban population")
    unless_zh: str
    beside_en: str                      # words that leave it what it is, besides those of the cue ``tie`` ("carbon dioxide")
    beside_zh: str
    narrow_en: str                      # words that make this of its parent: the *largest* models' training compute
    narrow_zh: str
    implied: str                        # kinds of owners beside which a bare figure is of it: "the 828-metre tower"

    def name(self, lang: str) -> str:
        return self.name_zh if lang == "zh" else self.name_en


class Entity(Frozen):
    id: str
    kind: str
    name_en: str
    name_zh: str

    def name(self, lang: str) -> str:
        return self.name_zh if lang == "zh" else self.name_en


class Source(Frozen):
    id: str
    title: str
    publisher: str
    licence: str
    url: str
    retrieved: str
    defects: str


class Era(Frozen):
    id: str
    period: str
    next: str


class Ranking(Frozen):
    """Words that rank by a metric; the table knows every contender down to ``limit``."""

    id: str
    metric: str
    limit: int
    kinds: str                          # of owners that contend


class Trend(Frozen):
    """A growth law: ``value`` and ``unit`` as published, ``low`` … ``high`` as a factor per year."""

    metric: str
    id: str
    entity: str
    kind: str
    value: str
    unit: str
    low: float
    high: float
    period: str
    start: float
    end: float
    published: str
    status: str
    superseded_by: str
    source: str
    url: str
    definition: str
    note_en: str
    note_zh: str
    floor: float                        # the published bounds in the row's own unit
    ceiling: float

    @property
    def interval(self) -> Interval:
        return Interval(self.low, self.high)


class Fact(Frozen):
    """A level, milestone or point of a series: ``value`` in the unit of its row, ``low`` … ``high`` what it may stand for."""

    metric: str
    entity: str
    start: float
    end: float
    id: str
    period: str
    value: float
    low: float
    high: float
    factor: float
    dimension: str
    unit: str
    published: str
    status: str
    superseded_by: str
    source: str
    url: str
    definition: str
    note_en: str
    note_zh: str

    @property
    def interval(self) -> Interval:
        """In the base unit of the dimension."""
        return Interval(self.low * self.factor, self.high * self.factor)


def note_of(row: Trend | Fact, lang: str) -> str:
    """The row's note in a language, in English where there is no other."""
    return row.note_zh if lang == "zh" and row.note_zh else row.note_en


def reference(row: Trend | Fact, source: Source | None, lang: str) -> Reference:
    """The row as a finding cites it."""
    note = note_of(row, lang)
    if source is None:
        return Reference(row.id, row.source, row.source, row.url, row.period, "", note)
    return Reference(row.id, source.title, source.publisher, row.url or source.url, row.period, source.retrieved, note)
