"""How a figure may be understood: of which metric, whose, and when, and what of that is certain."""

from __future__ import annotations

from ..frozen import replace
from ..typed import TYPE_CHECKING
from . import periods
from .binding import bound
from .context import OF_A_YEAR, Reading, Sentence

if TYPE_CHECKING:
    from ..values import Quantity
    from .aliases import Hit
    from .rows import Metric
    from .table import Table

KINDS = frozenset({"quantity", "share", "age", "duration"})
FIXED = "fixed"                                     # kind of a metric that is settled once and for all: what a model was trained on
TIMELESS = ("constant", FIXED)                      # kinds of metrics that know no period
COUNTS = "count:"                                   # a bare number may be a count of what the metric counts
BEHIND = 5                                          # characters between a figure and a metric named after it: "8,849 m high"
BARE = 1e5                                          # a number without a unit that is smaller may be a column "in thousands"
RATES = {                                           # dimension and "per" of a figure → the dimension of both, and the factor
    ("[length]", "second"): ("[length] / [time]", 1.0),
    ("[information]", "second"): ("[information] / [time]", 1.0),
    ("money:USD", "kWh"): ("money:USD * [time] ** 2 / [length] ** 2 / [mass]", 1 / 3.6e6),
    ("money:USD", "barrel"): ("money:USD / [length] ** 3", 1 / 0.158987294928),
}
BARE_COUNTS = {"count:items": "", "count:residents": "count:people"}        # 800亿个; residents are people


def whole(quantity: Quantity) -> Quantity:
    """A figure "per" something that is a unit of its own: 每秒30万公里, "$80 a barrel"."""
    if quantity.dimension in BARE_COUNTS and quantity.kind == "quantity":
        return replace(quantity, dimension=BARE_COUNTS[quantity.dimension])
    known = RATES.get((quantity.dimension, quantity.per)) if quantity.per else None
    return quantity if known is None else replace(quantity, per="", dimension=known[0], factor=quantity.factor * known[1])


def readings(sentence: Sentence, quantity: Quantity, at: tuple[int, int], dateline: str) -> list[Reading]:
    """The ways to understand a figure, at most one per metric named nearest to it."""
    if (at, dateline) not in sentence.kept:
        sentence.kept[at, dateline] = _readings(sentence, quantity, at, dateline)
    return sentence.kept[at, dateline]


def _readings(sentence: Sentence, quantity: Quantity, at: tuple[int, int], dateline: str) -> list[Reading]:
    table = sentence.table
    found: list[Reading] = []
    if sentence.asks(at):
        return found
    for words, own in sentence.metrics(at):
        metric = _moved(table.metric(words.target), words, quantity, sentence, at)
        if metric is None or metric.kind in ("growth", "index", "date", "any") or (metric.applies and not sentence.owned(metric)):
            continue                                # 高 of no mountain
        if not _fits_kind(metric, quantity, table):
            if own and words.end <= at[0]:
                break                               # the nearest name before the figure is of another kind: the figure is not ours
            continue
        if own and words.start - at[1] > BEHIND and words.alias and not sentence.is_joined(at):
            continue
        if sentence.departs(words, at):
            continue
        moved = quantity.direction or sentence.direction(at, after_too=False, but=words)
        if moved and metric.kind not in ("rate", "fall") and not sentence.arrives(at[0]):
            continue
        if sentence.silenced(metric, words, at):
            return []
        entity, sure = _currency(metric, words, quantity, sentence, at) if metric.kind == "quote" else sentence.entity(metric, words, at)
        if metric.applies and not entity:
            if own and words.end <= at[0]:
                break                               # a length, but of something that the table does not know
            continue
        missing = [] if sure else ["entity"]
        missing += [] if own else ["metric"]
        period, doubt = _period(sentence, metric, at, dateline)
        if period is None:
            return []
        missing += doubt
        if metric.kind == "quote" and not sentence.says("mean", at):
            missing += ["definition"]               # of a day, or the highest
        found.append(Reading(metric, entity, period, words, tuple(missing)))
        if own:
            break
    return found


def _moved(metric: Metric | None, words: Hit, quantity: Quantity, sentence: Sentence, at: tuple[int, int]) -> Metric | None:
    """The rate that a percentage is of, by which something moved: "GDP in Canada shrank 5%" tells the fall of GDP.

    And the level that it moved to: "the economy had grown to $690 billion".
    """
    if metric is not None and metric.kind in ("rate", "fall") and quantity.dimension.startswith("money:") and sentence.arrives(at[0]):
        above = [m for name in sentence.table.ancestors(metric.id) if (m := sentence.table.metric(name)) and m.kind in ("level", "flow")]
        return above[0] if above else metric
    if metric is None or metric.kind not in ("level", "flow") or quantity.dimension != "percent":
        return metric
    kind = {"up": "rate", "down": "fall"}.get(sentence.direction(at, after_too=False), "")
    table, lang = sentence.table, sentence.lang
    known = [m for name in table.family(metric.id) if (m := table.metric(name)) and metric.id in table.ancestors(name)]
    rates = [m for m in known if m.kind == kind and m.unit == "percent" and not table.unless(m.id, lang).inside(words.alias)]
    return next(iter(rates), metric)


def _period(sentence: Sentence, metric: Metric, at: tuple[int, int], dateline: str) -> tuple[str | None, list[str]]:
    """The period of a figure, None if it is no single one or to come, and what of it is not certain."""
    period, certain = sentence.period(at)
    if metric.kind in TIMELESS:
        return "", ["period"] if period and metric.kind != FIXED and sentence.dated(at) else []      # "was 300 m tall in 1889"
    if ".." in period:
        return None, []                             # a span of years: a change, or an average
    if period and _ahead(period, dateline):
        return None, []
    if not period or not certain:
        now = dateline and certain and metric.kind == "level" and sentence.says("present", at)
        return period, [] if now else ["period"]
    part = metric.kind in OF_A_YEAR and sentence.in_part_of_year(at)
    return period, ["period"] if part else []


def _currency(metric: Metric, words: Hit, quantity: Quantity, sentence: Sentence, at: tuple[int, int]) -> tuple[str, bool]:
    """Whose money a rate of exchange is told in, and whether known words alone stand between; "one Singapore dollar" is no rate."""
    rates = [] if metric.unit or abs(quantity.printed_low) == 1 else sentence.table.rates(f"{quantity.unit}/USD")
    return rates[0].entity if rates else "", bound(sentence, at, words, None)


def _fits_kind(metric: Metric, quantity: Quantity, table: Table) -> bool:
    """Whether the figure may be of the metric at all, by dimension."""
    wanted = table.dimensions(metric)
    if metric.kind == "quote" and not metric.unit:
        return bool(table.rates(f"{quantity.unit}/USD"))
    if quantity.dimension in wanted:
        return True
    if "" in wanted and quantity.dimension.startswith(COUNTS):
        return True                                     # 1085万架: counted in whatever word goes with the thing
    if quantity.dimension == "" and quantity.kind == "quantity":
        bare = ("money:CNY",) if quantity.lang == "zh" and abs(quantity.printed_low) >= 1e6 else ()
        return any(d == "" or d.startswith(COUNTS) or d in bare for d in wanted)
    return quantity.dimension.startswith("money:") and "money:USD" in wanted


def _ahead(period: str, dateline: str) -> bool:
    return bool(dateline) and periods.span(period).low >= periods.point(dateline)[1]


def sure_unit(quantity: Quantity, dimension: str, reading: Reading, table: Table) -> bool:
    """Whether the unit is printed: a bare number may count thousands or another money, and many countries write $ for their own."""
    if dimension == "":
        return abs(quantity.printed_low) >= BARE and not reading.metric.dimension.startswith("money:")
    if dimension != "money:USD" or any(mark in quantity.text for mark in ("US", "U.S", "美", "American")):
        return True
    codes = {f.unit.partition("/")[0] for f in table.facts("fx.usd", reading.entity)}
    return not any(table.cue("dollar", "en").inside(code) for code in codes)


def only_part(reading: Reading, table: Table) -> bool:
    """Whether a figure that is too small may be of some of them: "home to 2 million people" who came from elsewhere."""
    return any(table.cue("part", lang).end(reading.words.alias) for lang in ("en", "zh"))
