"""What a claim says besides its figures: the day that a calendar claim names, the number of items that a list has."""

from __future__ import annotations

from .. import units
from ..frozen import replace
from ..patterns import re
from ..typed import TYPE_CHECKING
from . import clocks, listed, periods, spread, yearly
from .conditions import around
from .conditions.echoes import bases
from .conditions.seen import has
from .lexer import FULL_WIDTH
from .misprints import swaps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..values import Quantity
    from .language import Language
    from .lexer import Token

    Roles = list[tuple[str, Quantity]]

LATELY = ("quarter_word", "base_lately")
BASE_REACH = 5  # tokens behind a change in which its base may be told
# How many of the first are in the second: the calendar leaves it open, and so may people.
TIMES_IN = {
    "week": {"day": (7.0, 7.0)},
    "month": {"day": (28.0, 31.0), "week": (4.0, 4.5)},
    "quarter": {"day": (90.0, 92.0), "week": (12.0, 13.2), "month": (3.0, 3.0)},
    "year": {"day": (365.0, 366.0), "week": (52.0, 52.3), "month": (12.0, 12.0), "quarter": (4.0, 4.0)},
    "minute": {"second": (60.0, 60.0)},
    "hour": {"minute": (60.0, 60.0)},
}
QUARTER = 25.0                            # percent; "68 million a quarter"
FEWEST = 1000.0                           # smaller totals beside a rate may be a limit, a dose or a price
PRECISE = 3                                # digits of a sum by the month that is no price in a shop window
CHEAPER = 2.0                             # times: $10 a month may well be $99 a year
OPPOSITE = {"up": {"then_down", "bound_high"}, "down": {"then_up", "bound_low"}}      # "up 5% and down from 26"
FALL_REACH = 5  # tokens before a percentage in which a word may say that it is a fall
LAST_WORD = re.compile(r"[^\W\d_]+$")
YEAR_BEHIND = re.compile(r"(?:,| of)? ((?:1[5-9]|20)[0-9]{2})(?=[\s.;:)]|,(?![0-9]))")
POINTS = frozenset({"count:points", "count:point", "percent_point"})
NET = frozenset({"", "percent"})           # of two percentages: "a net rating of -7", 净支持率为8%
BARE = re.compile(r"[0-9.,\s]+")              # a figure whose unit another one has printed
DEGREES_REACH = 80  # characters around a temperature in which words may say that it is a difference
BASES = frozenset({"old", "new"})
YEARLY = frozenset({"start", "years", "span"})      # of a mean: it is a step a year


def complete(relation: str, tokens: list[Token], first: int, last: int, text: str, end: int,
             language: Language) -> dict[str, str] | None:
    """Options to add to a claim of the relation, from its tokens and the text up to the end of its sentence; None: no claim."""
    if relation == "change" and _two_bases(tokens, first, last):
        return None
    if relation == "change":  # "the yen fell 2% to 105 from 103": the printed rate rises when its subject falls
        near = tokens[max(0, first - 8) : last + 1]
        return (
            {"inverse": "yes"} if any(t.figure is None and t.entry is not None and "currency_name" in t.entry.groups for t in near) else {}
        )
    reader = READERS.get(relation)
    return {} if reader is None else reader(tokens[first : last + 1], text, end, language)


def _two_bases(tokens: list[Token], first: int, last: int) -> bool:
    """由上季度的2.1亿元增至2.6亿元，同比增长42%; "to 2.6 million from 2.1 million in May, up 42% from a year earlier"."""
    behind = last + 1
    while behind < min(len(tokens), last + 1 + BASE_REACH) and tokens[behind].figure is None and tokens[behind].char not in ",;:()":
        behind += 1
    found = bases(tokens[first:behind])
    if len(found) != 1 or "base_year" not in found:
        return len(found) > 1
    return any(_dated_base(tokens, k) for k in range(first, last + 1) if tokens[k].figure is not None)


def _dated_base(tokens: list[Token], place: int) -> bool:
    """Whether a figure that something came from is of a month or quarter of no other year: "from 2.1 million in May"."""
    if not place or not has(tokens[place - 1], {"from"}):
        return False
    for k in range(place + 1, min(place + 4, len(tokens))):
        entry = tokens[k].entry
        if tokens[k].figure is not None or entry is None:
            continue
        if "base_year" in entry.groups:                       # "from 2.1 million for the prior year third quarter"
            return False
        if entry.month or not entry.groups.isdisjoint(LATELY):
            after = tokens[k + 1 : k + 3]
            return not bases(after) and not any(token.figure is not None and token.figure.kind == "year" for token in after)
    return False


def calendar(tokens: list[Token], text: str, end: int, language: Language) -> dict[str, str] | None:
    """ISO date ("--MM-DD" without a year) and weekday (1 for Monday) of "Monday, 10 July 2023" or 2023年7月10日（星期一）."""
    year = month = day = 0
    found: dict[str, str] = {}
    for token in tokens:
        if token.entry is not None and token.figure is None:
            month = token.entry.month or month
            for group in token.entry.groups:
                if group.startswith("weekday_"):
                    found["weekday"] = group[-1]
        elif token.figure is not None and token.figure.kind in ("date", "ordinal") and token.figure.low == token.figure.high:
            day = int(token.figure.low)
        elif token.figure is not None and token.figure.kind == "year" and token.figure.low == token.figure.high:
            year = int(token.figure.low)
    dates = [token for token in tokens if token.figure is not None]
    if dates and not month:  # 2023年7月10日 is one figure, 13月5日 two, side by side
        written = text[dates[0].start : dates[-1].end].translate(FULL_WIDTH)
        year, month, day = periods.reader(language).written(written)
    if not month or not day:
        return None
    if not year and dates and (behind := YEAR_BEHIND.match(text, tokens[-1].end, end)) is not None:
        year = int(behind[1])
    found["date"] = f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"
    return found


def ends(tokens: list[Token], text: str, end: int, language: Language) -> dict[str, str] | None:
    """The ISO dates ("--MM-DD" without a year) between which something lasts: "from 3 to 24 May 2016", 5月3日至24日."""
    del end
    dates = [k for k, token in enumerate(tokens) if token.figure is not None and token.figure.kind == "date"]
    read = periods.reader(language)
    written = [text[tokens[k].start : tokens[k].end].translate(FULL_WIDTH) for k in dates]
    found: list[tuple[int, int, int]] = []
    if len(dates) == 1:
        found = read.stretch(written[0])
        figure, month = tokens[dates[0]].figure, _month_beside(tokens, dates[0])
        if not found and figure is not None and figure.low < figure.high and month:
            found = [(0, month, int(figure.low)), (0, month, int(figure.high))]
    elif len(dates) == 2:
        for k, date in zip(dates, written, strict=True):
            figure, month = tokens[k].figure, _month_beside(tokens, k)
            if month and figure is not None and figure.low == figure.high:
                found.append((0, month, int(figure.low)))
            elif (day := read.written(date))[1]:
                found.append(day)
    if len(found) != 2:
        return None
    years = [int(token.figure.low) for token in tokens if token.figure is not None and token.figure.kind == "year"] or [found[0][0]]
    if len(years) > 2:
        return None
    days = [(year or own or found[0][0], month, day) for (own, month, day), year in zip(found, (years[0], years[-1]), strict=True)]
    named = [f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}" for year, month, day in days]
    return {"from": named[0], "until": named[1]}


def _month_beside(tokens: list[Token], place: int) -> int:
    """The month that is named right behind a day, or right before it; 0 if none is."""
    for k in (place + 1, place - 1):
        entry = tokens[k].entry if 0 <= k < len(tokens) and tokens[k].figure is None else None
        if entry is not None and entry.month:
            return entry.month
    return 0


def meant(relation: str, roles: Roles, tokens: list[Token], places: list[tuple[str, int]], options: Mapping[str, str],
          language: Language) -> Roles | None:
    """The figures as their neighbours say that they are meant: a fall, pounds of weight, points of percentages; None: no claim."""
    if relation == "product" and roles and any(role == "lot" for role, _ in roles):
        return _by_lot(dict(roles))
    if relation == "mean" and any(role in YEARLY for role, _ in roles):
        return yearly.over_span(roles)
    if relation == "product" and "days" in options:
        return over_time(dict(roles), options)
    if relation == "share" and any(role == "term" for role, _ in roles):
        return spread.over_years(roles)
    if relation == "change" and any(role == "difference" and q.offset for role, q in roles):
        return by_degrees(roles, language)
    if relation == "total" and any(q.dimension == "times" for _, q in roles):
        return [(role, replace(q, unit="", dimension="", kind="quantity") if q.dimension == "times" else q) for role, q in roles]
    if relation == "timespan":
        dated = [(role, q, month_of(q, language)) for role, q in roles]
        return [(role, replace(q, kind="year", printed_low=at, printed_high=at, low=at, high=at) if at else q) for role, q, at in dated]
    if relation == "growth":
        falls = {tokens[k].start for role, k in places if role == "percent" and _falls(tokens[max(0, k - FALL_REACH) : k])}
        return [(role, replace(q, direction="down") if role == "percent" and q.start in falls else q) for role, q in roles]
    if relation == "conversion" and any(q.unit and BARE.fullmatch(q.text) for _, q in roles):
        return None                           # one of a row: 24 feet (1.83, 2.44 and 7.32 metres)
    if relation == "conversion" and "[mass]" in [q.dimension for _, q in roles]:
        return [(role, _weight(q, language) if q.dimension.startswith("money:") else q) for role, q in roles]
    if relation == "change":
        if any(role in BASES and k and has(tokens[k - 1], {"per_round"}) for role, k in places):
            return None                       # "12 per 1,000 infants, down from 30"
        if _of_speed(dict(roles), tokens, places) or _two_ways(tokens, places):
            return None
        roles = [(role, plain(q)) if role in BASES and q.hedge != "=" and compared(tokens, k) else (role, q)
                 for (role, q), (_, k) in zip(roles, places, strict=True)] if len(roles) == len(places) else roles
    if relation == "change" and any(role == "points" for role, _ in roles):
        said = POINTS | NET if "net" in options else POINTS
        if any(role == "points" and q.dimension not in said for role, q in roles):
            return None
        return [
            (
                role,
                replace(q, unit="percent_point", dimension="percent_point", kind="percent_point")
                if role == "points" and q.dimension != "percent_point"
                else q,
            )
            for role, q in roles
        ]
    return roles


def _weight(q: Quantity, language: Language) -> Quantity:
    """The figure as one of weight, where the name of its money is that of a weight too: pounds."""
    name = LAST_WORD.search(q.text)
    unit = language.phrases.get(name[0].lower()) if name is not None else None
    if unit is None or unit.name != q.unit:
        return q
    other = next((other for other in unit.alternatives if other.dimension == "[mass]"), None)
    return q if other is None else replace(q, unit=other.name, dimension=other.dimension, factor=other.factor)


def month_of(q: Quantity, language: Language) -> float:
    """A date that prints its year and month, in years; 0 for any other figure."""
    if q.kind != "date" or "year_month" not in language.settings.get("around", {}):
        return 0.0
    written = around.pattern(language, "year_month").match(q.text.strip())
    return int(written["y"]) + (int(written["m"]) - 1) / 12 if written is not None else 0.0


def one_currency(roles: Roles, bare: tuple[str, ...]) -> Roles:
    """由新台币8.2万元降至6.9万元: a bare 元 behind a figure of a named currency is of that currency."""
    first = roles[0][1]
    if not first.dimension.startswith("money:") or all(not q.dimension.startswith("money:") or q.unit == first.unit for _, q in roles):
        return roles
    return [(role, replace(q, unit=first.unit, dimension=first.dimension)) if q.dimension.startswith("money:") and q.unit != first.unit
            and q.text[:1].isnumeric() and q.text.endswith(bare) and q.factor == first.factor else (role, q) for role, q in roles]


def compared(tokens: list[Token], place: int) -> bool:
    """Whether the hedge before this figure is none: "20% more than 50", "an improvement over 50"."""
    at = place - 1
    while at > 0 and tokens[at].figure is None and _has(tokens[at], "filler"):
        at -= 1
    if at < 1 or not _has(tokens[at], "hedge"):
        return False
    before = tokens[at - 1]
    return before.figure is not None or _has(before, "change_noun")


def _has(token: Token, group: str) -> bool:
    return token.entry is not None and group in token.entry.groups


def plain(q: Quantity) -> Quantity:
    """The figure without its hedge."""
    return replace(q, hedge="=", low=q.printed_low - q.half, high=q.printed_high + q.half)


def by_degrees(roles: Roles, language: Language) -> Roles:
    """由20℃升至35℃，上升15℃: where all are in one scale, a step on it is no temperature.  In English, up 5°C may be on last year's."""
    alone = "steps_of_degrees" in language.settings and len({q.unit for _, q in roles}) == 1
    return [(role, replace(q, offset=0.0)) for role, q in roles] if alone else roles


def over_time(given: dict[str, Quantity], options: Mapping[str, str]) -> Roles | None:
    """So many a day, so many a quarter: the count is that of the days, and 90 … 92 of them are a quarter.  So much a year, or so much a
    month, is told of the month.
    """
    rate, total, span, every = given["rate"], given["total"], given.get("count"), given.get("every")
    if every is not None and every.printed_low != 1:
        return None
    if every is not None and not rate.per:
        rate = replace(rate, per=every.unit)
    name = options.get("span") or total.per
    if span is not None:
        name = "quarter" if span.dimension == "percent" and span.printed_low == QUARTER else span.unit
        if span.dimension != "percent" and span.printed_low != 1:
            return None
    if name in TIMES_IN.get(rate.per, ()):
        rate, total, name, span = replace(total, per=name), rate, rate.per, None
    if rate.per not in TIMES_IN.get(name, ()) or _size(total) < FEWEST:
        return None
    low, high = TIMES_IN[name][rate.per]
    times, near = _size(total) / (_size(rate) * low or 1.0), float(options.get("near", "inf"))
    cheaper = "charged" in options and 1 / CHEAPER <= times < 1 and _is_money(total) and not _swapped(rate, total, low, high)
    if cheaper or rate.per == "day" and not 1 / near <= times <= near:
        return None
    text = span.text if span is not None and rate.per == "day" else f"{low:g}–{high:g}" if low < high else f"{low:g}"
    count = replace(span or total, text=text, low=low, high=high, printed_low=low, printed_high=high, half=0.0, hedge="=",
                    unit=rate.per, kind="quantity", dimension="[time]", factor=units.load().units[rate.per].factor, offset=0.0, per="")
    return [("rate", rate), ("count", count), ("total", replace(total, per=""))]


def _swapped(rate: Quantity, total: Quantity, low: float, high: float) -> bool:
    """Whether two figures that no shop would print are so many times each other but for two digits of the total: no price is lowered so."""
    if rate.figures < PRECISE or total.figures <= PRECISE:
        return False
    least, most = ((rate.printed_low - rate.half) * rate.factor * low, (rate.printed_low + rate.half) * rate.factor * high)
    return any(least <= x <= most for x in swaps(total))


def _is_money(q: Quantity) -> bool:
    return q.dimension.startswith("money:")


def _size(q: Quantity) -> float:
    """A figure in the unit that it is printed in; money and counts by their scale."""
    return q.printed_high * (q.factor if q.dimension[:6] in ("", "count:", "money:") else 1.0)


def _by_lot(given: dict[str, Quantity]) -> Roles:
    """每10股派3元: three tenths a share."""
    lot, rate = given.pop("lot").printed_low, given["rate"]
    given["rate"] = replace(rate, low=rate.low / lot, high=rate.high / lot, printed_low=rate.printed_low / lot,
                            printed_high=rate.printed_high / lot, half=rate.half / lot)
    return list(given.items())


def _of_speed(given: Mapping[str, Quantity], tokens: list[Token], places: list[tuple[str, int]]) -> bool:
    """由6小时缩短到4小时，提速50%: a rise beside a time that grew shorter is of what is done in it."""
    old, new = given.get("old"), given.get("new")
    if old is None or new is None or old.dimension != "[time]" or new.printed_low * new.factor >= old.printed_low * old.factor:
        return False
    said = [token.entry.direction for role, k in places if role in ("percent", "factor") for token in tokens[max(0, k - FALL_REACH) : k]
            if token.entry is not None and token.entry.direction and token.figure is None]
    return said[-1:] == ["up"]


def _two_ways(tokens: list[Token], places: list[tuple[str, int]]) -> bool:
    """"20,000, up 5% on the month and down from 25,000": a step one way, and the other way from a level behind it."""
    at = dict(places)
    step, old = at.get("percent", -1), at.get("old", -1)
    if not 0 <= step < old:
        return False
    begin = max((k + 1 for k in range(max(0, step - FALL_REACH), step) if tokens[k].char in ",;:()"), default=max(0, step - FALL_REACH))
    said, then = ([token.entry.direction for token in some if token.entry is not None and token.entry.direction and token.figure is None]
                  for some in (tokens[begin:step], tokens[step + 1 : old]))
    other = any(has(token, OPPOSITE[said[-1]]) for token in tokens[step + 1 : old]) if said and said[-1] in OPPOSITE else False
    return bool(said) and (other or any(way != said[-1] for way in then[-1:]))


def _falls(tokens: list[Token]) -> bool:
    """Whether a word before a rate says that it is one of decline; growth that has fallen to 1% is growth."""
    near = [token for token in tokens if not has(token, {"hedge", "light"})][-1:]
    if near and has(near[0], {"to", "step_to", "step_to_any"}):
        return False
    return any(token.entry is not None and token.entry.direction == "down" for token in tokens)


def hours(tokens: list[Token], text: str, end: int, language: Language) -> dict[str, str] | None:
    """The minutes, since noon or midnight, between which something lasts: "from 9am to 5.30pm", 8时30分…11时."""
    del end, language
    told = [clocks.minutes(text[token.start : token.end]) for token in tokens if token.figure is not None and token.figure.kind == "clock"]
    return {"from": str(told[0]), "until": str(told[1])} if len(told) == 2 and None not in told else None


def level(tokens: list[Token], text: str, end: int, language: Language) -> dict[str, str] | None:
    """"It is 28 °C (82 °F)": the words before a temperature say that it is none of a difference."""
    first = next((token for token in tokens if token.figure is not None), None)
    scale = first.figure.unit if first is not None and first.figure is not None else None
    if first is None or scale is None or not scale.offset or "degrees_level" not in language.settings.get("around", {}):
        return {}
    start = first.start
    low = max(0, start - DEGREES_REACH)
    apart = around.pattern(language, "degrees_apart").search(text, low, min(end, tokens[-1].end + DEGREES_REACH)) is not None
    return {"reading": "level"} if not apart and around.pattern(language, "degrees_level").search(text, low, start) is not None else {}


READERS: dict[str, Callable[[list[Token], str, int, Language], dict[str, str] | None]] = {
    "date": calendar, "days": ends, "count": listed.items, "hours": hours, "conversion": level,
}
