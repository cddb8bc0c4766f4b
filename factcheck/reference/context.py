"""What the words around a figure say: which metric, of whom, when.

A sentence is cut twice: into clauses (semicolons, full stops) and into segments (commas too).  A figure belongs to the metric of its
segment; what the segment leaves open may come from the sentence, but then only if the sentence leaves no choice.  Everything that is not
certain is named in ``missing``.
"""

from __future__ import annotations

from ..frozen import Frozen
from ..patterns import re
from ..typed import TYPE_CHECKING
from . import apposed, periods
from .binding import MONTH, POSSESSIVE, bound

if TYPE_CHECKING:
    from .aliases import Hit
    from .cues import Words
    from .rows import Metric
    from .table import Table

STOPS = ";；。.!！?？\n"
COMMAS = ",，、:：—"
DAY = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}$")
DAYS = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")
YEAR = re.compile(r" (?:19|20)\d\d(?!\d)")
WORLD = "WLD"
OF_A_YEAR = ("flow", "rate", "fall", "price", "quote")   # kinds of metrics whose figure of a month is another one
NATIONS = ("country", "economy", "aggregate", "company", "home")


class Reading(Frozen):
    """One way to understand a figure: ``missing`` is empty when all of it is certain."""

    metric: Metric
    entity: str                                     # "" where the metric needs none
    period: str                                     # ISO, "" if none is named
    words: Hit                                      # the metric's name in the text
    missing: tuple[str, ...]


class Sentence:
    """A sentence with everything the table knows in it."""

    def __init__(self, text: str, lang: str, table: Table, home: str = "", hits: list[Hit] | None = None) -> None:
        self.lang = lang
        self.table = table
        self.home = home
        self.kept: dict[tuple[tuple[int, int], str], list[Reading]] = {}
        self._parts: dict[tuple[tuple[int, int], str], tuple[int, int]] = {}
        self.hits = table.hits(text, lang) if hits is None else hits
        if not any(h.kind in ("metric", "ranking") or self.implies(h) for h in self.hits):
            self.hits = []
        self.text = text.translate(table.characters()) if lang == "zh" and self.hits else text
        self.years = periods.find(self.text, table.period_words(lang)) if self.hits else []

    @property
    def spans_years(self) -> bool:
        """Whether it names a span of years."""
        return any(".." in found.period for found in self.years)

    def part(self, at: tuple[int, int], breaks: str) -> tuple[int, int]:
        """The stretch around ``at`` that holds none of ``breaks``."""
        if (at, breaks) not in self._parts:
            start, end = at
            while start > 0 and not (self.text[start - 1] in breaks and self._breaks(start - 1)):
                start -= 1
            while end < len(self.text) and not (self.text[end] in breaks and self._breaks(end)):
                end += 1
            self._parts[at, breaks] = (start, end)
        return self._parts[at, breaks]

    def _breaks(self, i: int) -> bool:
        """A point or comma inside a number, a name or a date ("June 5, 2024") is no break; between Chinese characters it is one."""
        text, after = self.text, self.text[i + 1 : i + 2]
        if text[i] not in ".,:" or not after:
            return True
        if text[i] == "," and DAY.search(text, max(0, i - 12), i) and YEAR.match(text, i + 1):
            return False
        return after.isspace() or (self.lang == "zh" and not (text[i - 1 : i].isascii() and after.isascii()))

    def segment(self, at: tuple[int, int]) -> tuple[int, int]:
        """The stretch between commas, and what it belongs to if it is one that only puts a figure in."""
        if (at, "") not in self._parts:
            start, end = self.part(at, STOPS + COMMAS)
            self._parts[at, ""] = apposed.joined(self, start, end, at) if self.hits else (start, end)
        return self._parts[at, ""]

    def is_joined(self, at: tuple[int, int]) -> bool:
        """Whether a figure stands in front of what it belongs to, or is put in behind it."""
        return self.segment(at) != self.part(at, STOPS + COMMAS)

    def heads(self, start: int) -> bool:
        """Whether a segment is the first of its clause, years aside."""
        first = self.clause((start, start))[0]
        return not self.text[first:start].strip(" ,，") or all(map(self._alone, (f for f in self.years if first <= f.start < start))) and (
            self.tied(self.text[first:start]))

    def cut(self, place: int, breaks: str, back: bool = False) -> int:
        """Where the next break after a place is, or the last one before it."""
        start, end = self.part((place, place), STOPS + breaks)
        return start if back else end

    def implies(self, hit: Hit) -> bool:
        """Whether a name is of an owner beside which a bare figure is understood."""
        entity = self.table.entity(hit.target) if hit.kind == "entity" else None
        return entity is not None and entity.kind in self.table.implied()

    def clause(self, at: tuple[int, int]) -> tuple[int, int]:
        return self.part(at, STOPS)

    def metrics(self, at: tuple[int, int]) -> list[tuple[Hit, bool]]:
        """The metrics that a figure may be of, the likeliest first; the flag tells that it stands in the figure's own segment."""
        start, end = self.segment(at)
        first, _last = self.clause(at)
        found = [h for h in self.hits if h.kind == "metric"]
        own = [h for h in found if start < h.end and h.start < end]
        before = sorted((h for h in own if h.end <= at[0]), key=lambda h: -h.end)
        after = sorted((h for h in own if h.start >= at[0]), key=lambda h: h.start)
        earlier = sorted((h for h in found if first <= h.start and h.end <= start), key=lambda h: -h.end)
        if not before:
            after += apposed.implied(self, at)
        return [(h, True) for h in before + after] + [(h, False) for h in earlier if before or not after or own]

    def entities(self, kinds: str, start: int, end: int, outside: tuple[int, int]) -> list[Hit]:
        """Entities of these kinds between two places, the figure's own words left out; the world only if nobody else is there."""
        wanted = set(kinds.split("|"))
        found = []
        for h in self.hits:
            if h.kind == "entity" and start <= h.start and h.end <= end and not (outside[0] <= h.start < outside[1]):
                entity = self.table.entity(h.target)
                if entity is not None and (entity.kind in wanted or entity.kind == "home"):
                    found.append(h)
        others = [h for h in found if h.target != WORLD]
        return others or found

    def entity(self, metric: Metric, words: Hit, at: tuple[int, int]) -> tuple[str, bool]:
        """Whose metric it is and whether that is certain: the one in the segment, or the only one of the clause before it."""
        if not metric.applies:
            return "", bound(self, at, words, None)
        start, end = self.segment(at)
        first, last = self.clause(at)
        for low, high in ((start, end), (first, end), (first, last), (0, end)):
            found = self.entities(metric.applies, min(low, words.start) if low == start and words.start >= first else low, high, at)
            found = [h for h in found if not words.start <= h.start < words.end]        # "from Earth" is no owner
            names = {self._home(h.target) for h in found}
            if len(names) > 1 and low == start:                     # "France's population of 68 million is above Italy's"
                last = max(at[1], words.end)
                behind = [h for h in found if h.start >= last and self.text[last : h.start] in POSSESSIVE]     # 拥有14亿人口的印度
                before = behind or [h for h in found if h.start < last]
                if len({h.target for h in before}) == 1:
                    found, names = before, {self._home(before[0].target)}
            if len(names) == 1:
                name = names.pop()
                owner = min(found, key=lambda h: abs(h.start - words.start))
                if not name or not bound(self, at, words, owner):
                    return name, False
                if low == start and high == end:
                    return name, self._is_nation(name) or self._opens(owner, words, start, at)
                return name, high == end and low == first and self._subject(found[0], first)
            if names:
                return self._beside(found, words), False
        return "", False

    def _is_nation(self, name: str) -> bool:
        entity = self.table.entity(name)
        return entity is not None and entity.kind in NATIONS

    def _opens(self, owner: Hit, words: Hit, start: int, at: tuple[int, int]) -> bool:
        """Whether an object stands where its segment begins ("The Nile is …", "the length of the Nile"): not as a yardstick for another."""
        if self.is_joined(at) or (owner.start >= at[1] and self.text[owner.start - 1 : owner.start] in POSSESSIVE):
            return True
        before = "".join(self.pieces(start, owner.start, (words.start, words.end), at))
        for f in self.years:
            before = before.replace(self.text[f.start : f.end], "")
        return self.table.cue("opening", self.lang).only(before)

    def _subject(self, owner: Hit, first: int) -> bool:
        """Whether an entity opens its clause, years aside, and is not there only to say whose something is."""
        opening = self.text[first : owner.start]
        for f in self.years:
            if first <= f.start < owner.start:
                opening = opening.replace(self.text[f.start : f.end], "")
        bare = opening.strip(" ,，、年在In")
        return not bare and not self.text[owner.end :].startswith(("的", "'s", "’s"))

    def departs(self, words: Hit, at: tuple[int, int]) -> bool:
        """Whether a figure is where something came from: "grew from 5 to 6", 由5增至6."""
        between = self.text[words.end : at[0]] if words.end <= at[0] else self.text[max(0, at[0] - 12) : at[0]]
        return self.table.cue("depart", self.lang).inside(between) and not self.arrives(at[0])

    def tied(self, text: str, metric: str = "") -> bool:
        """Whether a stretch holds nothing but words that leave the sense alone, of a metric or of any."""
        return self.table.tie(metric, self.lang).only(text)

    def _home(self, name: str) -> str:
        return self.home if name == "home" else name

    def _beside(self, found: list[Hit], words: Hit) -> str:
        """Of several, the one right before the metric's name ("US GDP", 中国的人口) or after "of"; "" if none."""
        for h in found:
            between = self.text[h.end : words.start].strip(" 的'’s") if h.end <= words.start else "?"
            if not between:
                return self._home(h.target)
        return ""

    def period(self, at: tuple[int, int]) -> tuple[str, bool]:
        """The years that the figure is given for: of its segment, else of the sentence if it has only one."""
        start, end = self.segment(at)
        first, last = self.clause(at)
        others = [f for f in self.years if not at[0] <= f.start < at[1]]
        own = [f for f in others if start <= f.start < end]
        named = {f.period for f in own}
        sure = not self.says("elsewhen", at)
        if len(named) == 1:
            return named.pop(), sure and any(f.words for f in own)
        if named:
            beside = [f.period for f in own if f.words and f.start >= at[1] and self.tied(self.text[at[1] : f.start])]
            return (beside[0], sure) if beside else ("", False)
        everywhere = {f.period for f in others if f.words}
        if len(everywhere) != 1:
            return "", sure and not everywhere
        around = [f for f in others if first <= f.start < start or end <= f.start < last]         # "In 2022, …"; "…, as of 2022"
        return everywhere.pop(), sure and bool(around) and all(map(self._alone, around))

    def _alone(self, year: periods.Found) -> bool:
        """Whether a year, or its month, has its segment to itself ("In 2022, …", not "In 2022 prices, …")."""
        start, end = self.segment((year.start, year.end))
        before, opening = DAYS.sub("", self.text[start : year.start]), self.table.cue("opening", self.lang)
        return (self.tied(before) or opening.only(before)) and self.tied(MONTH.sub("", self.text[year.end : end]))

    def in_part_of_year(self, at: tuple[int, int]) -> bool:
        """Whether what goes before in the clause names a month or a quarter."""
        before = self.text[self.clause(at)[0] : self.segment(at)[0]]
        return self.table.cue("part_year", self.lang).inside(before)

    def owned(self, metric: Metric) -> bool:
        """Whether anybody is named to whom the metric may belong."""
        return bool(self.entities(metric.applies, 0, len(self.text), (0, 0)))

    def dated(self, at: tuple[int, int]) -> bool:
        """Whether years are given for the figure itself, in its segment or before it, not only for what follows."""
        first, end = self.clause(at)[0], self.segment(at)[1]
        return any(first <= f.start < end and not at[0] <= f.start < at[1] for f in self.years)

    def direction(self, at: tuple[int, int], after_too: bool = True, but: Hit | None = None) -> str:
        """"up" or "down" by the words of change before the figure in its segment, else after it; "" if there is none.

        ``but`` is a name whose own words do not count: a mountain that rises goes nowhere.
        """
        start, end = self.segment(at)
        before, after = self.text[start : at[0]], self.text[at[1] : end] if after_too else ""
        if but is not None and start <= but.start < but.end <= at[0]:
            before = self.text[start : but.start] + " " + self.text[but.end : at[0]]
        before = self._unhedged(before)
        ups, downs = self.table.cue("up", self.lang), self.table.cue("down", self.lang)
        for piece in (before, after):
            up, down = ups.inside(piece), downs.inside(piece)
            if up != down:
                return "up" if up else "down"
            if up:
                return ""
        return ""

    def silenced(self, metric: Metric, words: Hit, at: tuple[int, int], only: tuple[str, ...] = ()) -> bool:
        """Whether words beside the figure or the metric's name make it another quantity, a plan or a supposition."""
        start, end = self.segment(at)
        if not only and (self.silenced_by(("silence",), at, (words.start, words.end)) or self._another(metric, at)):
            return True
        if words.start < start:
            low, high = self.segment((words.start, words.end))
            if self._silenced(metric, low, high, words, at, only):
                return True
        return self._silenced(metric, start, end, words, at, only)

    def _another(self, metric: Metric, at: tuple[int, int]) -> bool:
        """Whether what goes before in the clause makes another quantity of it ("at purchasing power parity, …")."""
        before = self.text[self.clause(at)[0] : self.segment(at)[0]]
        return any(self.table.unless(m, self.lang).inside(before) for m in (metric.id, metric.parent) if m)

    def _hedged(self, at: tuple[int, int]) -> tuple[int, int]:
        """The figure with the words that hedge it: in "just under 59 million", "under" says nothing else."""
        start = self.segment(at)[0]
        return start + len(self._unhedged(self.text[start : at[0]]).rstrip()), at[1]

    def _silenced(self, metric: Metric, start: int, end: int, words: Hit, at: tuple[int, int], only: tuple[str, ...]) -> bool:
        names = ["silence"] + (["part_year"] if metric.kind in OF_A_YEAR else [])
        groups: list[Words] = []
        if not only:
            groups = [self.table.unless(m, self.lang) for m in (metric.id, metric.parent) if m]
        pieces = self.pieces(start, end, self._hedged(at), (words.start, words.end))
        return any(self._said(cue, p) for cue in only or names for p in pieces) or any(words.inside(p) for words in groups for p in pieces)

    def _said(self, cue: str, piece: str) -> bool:
        """Whether a piece says a word of a cue; "in May 2024" is no "may"."""
        if cue == "silence":
            for name in self.table.listed("month_name", self.lang):
                piece = re.sub(rf"\b{name}(?=\s+\d|\s*[,.;)]|\s*$)", " ", piece) if name in piece else piece
            for words in self.table.listed("as_expected", self.lang):
                piece = re.sub(rf"{re.escape(words)}(?=\s*(?:[,.;!，。；！、）)]|$))", " ", piece) if words in piece else piece
        return self.table.cue(cue, self.lang).inside(piece)

    def asks(self, at: tuple[int, int]) -> bool:
        """Whether the figure stands in a question."""
        end = self.clause(at)[1]
        return self.text[end : end + 1] in ("?", "？")

    def pieces(self, start: int, end: int, *marks: tuple[int, int]) -> list[str]:
        """The text between two places without the marks and without any name of an owner."""
        spans = sorted({*marks, *((h.start, h.end) for h in self.hits if h.kind == "entity")})
        pieces, here = [], start
        for low, high in spans:
            if start <= low < end:
                pieces.append(self.text[here : max(here, low)])
                here = max(here, high)
        pieces.append(self.text[here:end])
        return pieces

    def silenced_by(self, cues: tuple[str, ...], at: tuple[int, int], words: tuple[int, int] | None = None) -> bool:
        """Whether words of these cues stand in the clause, the figure and the names aside."""
        pieces = self.pieces(*self.clause(at), at, words or at)
        return any(self._said(cue, piece) for cue in cues for piece in pieces)

    def says(self, cue: str, at: tuple[int, int]) -> bool:
        start, end = self.clause(at)
        return self.table.cue(cue, self.lang).inside(self.text[start:end])

    def ends(self, at: tuple[int, int], words: Hit) -> bool:
        """Whether nothing but years follows a figure and its metric in their segment: "home to 83 million people in 2022"."""
        end = self.segment(at)[1]
        rest = "".join(self.pieces(max(at[1], words.end), end))
        for year in self.years:
            rest = rest.replace(self.text[year.start : year.end], "")
        return self.tied(rest)

    def arrives(self, at: int) -> bool:
        """Whether the figure is where something stands, not how far it went: "rose to 5", 达5."""
        return self.table.cue("arrive", self.lang).end(self._unhedged(self.text[max(0, at - 40) : at]))

    def _unhedged(self, before: str) -> str:
        """What leads up to a figure without the words that hedge it: "was more than"."""
        hedges = self.table.cue("hedge", self.lang)
        while (cut := hedges.cut(before)) != before:
            before = cut
        return before
