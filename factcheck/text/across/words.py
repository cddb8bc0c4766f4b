"""The words of the links across clauses and sentences: ``[language.across]`` of ``rules/<lang>/words_across.toml``.

They are matched in clauses that hold figures, never lexed.  Patterns are compiled when they are first used: most articles need few.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...patterns import re, regex, trie
from ...typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..language import Language

_HAN = regex.compile(r"\p{Han}{2,}+")
_WORD = regex.compile(r"[a-z][a-z'’-]+")
SHAPES = {                               # of lists of words; "{}" is any of them, "{b}" the edge of a word
    "lead": r"^(?:\s*(?:{})b[\s,，]*)+",
    "copula": r"(?:\s*b(?:{})b\s*)+$",
    "body": r"[\[［【]\s*(?:{})\s*[:：]",
}
LISTS = {"lead": "connectives", "copula": "copulas", "share": "share_marks", "change": "change_words"}


class Vocabulary:
    """The words of one language.  Every list of words and every pattern of the file is an attribute: a compiled pattern."""

    lead: Any                # words before a name: 其中, "and"
    copula: Any              # verbs behind it: 为, "was"
    share: Any               # 占, "accounted for"
    share_led: Any           # hedges between it and the name of the whole
    amount_end: Any          # 额, at the end of a name that is said without it too
    change: Any              # rose, 增
    levels: Any              # words that hold one of change and tell of none: 增加值
    periods: Any
    among: Any
    overlap: Any             # several answers, overlap, something left out
    adjusted: Any            # another base, several answers, overlap
    adjusted_not: Any        # what begins with such a word and leaves the base alone: 扣除报废注销量
    overlaps: Any            # of these only what makes shares more than a whole: a growth at constant prices has its shares too
    pie: Any
    body: Any                # where the body begins, when it is quoted behind a headline: "[article: "
    bands: Any               # ages
    paired: Any              # what may stand between a part and its share: "68 (62.4%)"
    per: Any                 # behind a share: it is of something named
    of_these: Any            # the head of a sentence about the figure before
    nested: Any              # a part of a part
    subgroup: Any            # a part of the whole that has its own parts
    prior_loose: Any         # before a level that a step may not be reckoned from
    prior: Any               # all that leads to the figure of the year before
    yearly: Any
    falling: Any
    mean: Any                # "each" and "what" of a mean
    source: Any              # before an old figure, and a new one
    goal: Any
    took_part: Any           # in a sentence that says how many there were
    birth: Any               # before a year of birth, and behind it
    birth_after: Any
    death: Any
    age: Any
    kin: Any
    life_date: Any           # a date that prints its year
    life_head: Any           # the head of a sentence about the one whose years stand in a bracket before
    feast_led: Any           # founded in that year, before an anniversary
    feast: Any               # in the figure of one
    listed: Any              # a count of things that a list may follow: "four aims"
    some: Any                # the list is not all of them
    sexes: Any               # "68 men and 41 women"
    sums_open: Any           # between a total and its parts, in the label of a total behind them, and in that of what is no part
    sums_close: Any
    sums_head: Any           # the head of a sentence that lists the parts of the figure before it
    sums_rest: Any           # what is left: the list is whole
    step_words: Any          # increased, fell; what may stand before them; a mean of years
    step_base: Any
    yearly_mean: Any
    structure: Any           # shares in a row
    sums_not: Any
    sums_closed: Any         # between two parts: what is left has been told, and the second is of something else
    sums_nested: Any         # between two parts: the second is a part of the first
    row: Any                 # in a sentence whose shares in a row may be of several wholes
    sums_mean: Any           # what leads to a mean: no total
    averages: Any            # what is no sum of its parts: a mean, a figure per head
    sums_step: Any           # a change, not a part
    whole_marks: Any         # words for all of it before a name (全市), and behind it (总值)
    whole_totals: Any
    whole_said: Any          # the name of the whole between its verb and the share; what of it says only that it is all; other wholes
    whole_all: Any
    whole_other: Any
    days_dated: Any          # from one date to another, and so many days told
    days_told: Any
    daily_said: Any          # before a mean a day
    rate_said: Any           # the name of a ratio before it: 签约率
    whole_sum: Any           # 总长度: a name says the same without it
    whole_name: Any          # behind a share: "of the world total"
    referring: Any           # before a count that was given before: all, these
    energy_done: Any         # generated, used: before an amount of energy
    energy_noun: Any         # output of a year, 发电量
    over_time: Any           # last year, in 2019
    power_meant: Any         # it is power after all: capacity, peak
    power_made: Any          # behind a power: of panels, of turbines
    power_done: Any          # a power of, 装机容量
    energy_meant: Any        # it is energy after all: a battery's capacity
    speed_led: Any           # 时速, before a figure that says itself that it is of an hour, or behind it
    speed_behind: Any
    an_hour: Any
    ago: Any                 # behind a span of time
    ago_ends: Any            # behind that, where the year comes first
    ago_year: Any            # between that and its year, and the other way round
    year_ago: Any
    margin: Any              # margin of error
    leads: Any
    versus: Any              # between the shares of a lead: "47% to 45%"
    tied: Any                # the text says itself that the lead is none
    then: Any                # the head of a sentence about the level before, and what it says of it
    base_led: Any            # from, than: before an old level
    more_than: Any
    then_beside: Any         # behind its percentage: "511 deaths (4.4%) below the average"
    list_rest: Any           # the last share of a list is of the rest: before it, and behind it
    list_rest_led: Any
    list_others: Any         # that may be other answers
    list_remaining: Any      # all that leads to the share of the rest, in the next sentence
    list_remaining_of: Any   # and what it may be said to be of
    votes_not: Any           # between shares with their counts: of another group
    totalled_of: Any         # behind a share: of total trade; and before it
    totalled_led: Any
    step_led: Any            # an increase of, up: before a step
    step_base_told: Any      # behind a step that has another base
    or_led: Any
    of_them: Any             # between a part of them and its share
    was_when: Any            # the head of a sentence about then, and of one about now
    is_when: Any
    compares: Any            # between two shares that are of two times
    same_thing: Any          # it, the number
    rest_led: Any            # the remaining: before a part
    gap_led: Any             # leaving a deficit of
    out_flow: Any
    in_flow: Any
    later_refers: Any        # the head of a sentence that gives the level before that of the sentence before
    later_led: Any
    later_back: Any
    later_or: Any            # what leads to the same thing in another measure
    later_not: Any           # forecasts, and what sets one thing against another
    later_dull: Any          # what says nothing of what a figure is of
    later_other: Any
    later_alike: Any         # words for one thing: profit, earnings, net income
    later_spans: Any         # how long a time is spoken of
    later_kind: Any          # what profit it is
    trade_named: Any         # exports, imports, the balance between them; what of them goods and services are, and what is something else
    trade_between: Any
    trade_goods: Any
    trade_services: Any
    trade_other: Any
    trade_level: Any         # what leads to a level
    surplus: Any
    budget_led: Any          # a sum that may be spent, what was, and what is left
    spent_led: Any
    priced_led: Any
    money_left_led: Any
    money_left: Any
    yield_behind: Any        # bushels per acre
    yield_led: Any
    area_led: Any
    crop_led: Any
    crop_step: Any
    member: Any              # any category of any set, in lower case
    sets: list[Members]

    def __init__(self, language: Language) -> None:
        self.words: Mapping[str, Any] = language.settings["across"]
        self.code = language.code
        self.alike: int = self.words["alike"]
        self.long_name: int = self.words["long_name"]
        self.stop = frozenset(self.words["stop"])
        self.totals = frozenset(self.words["totals"])
        self.scales = tuple(float(by) for by in self.words.get("sums_scales", ()))
        self.bare_units = frozenset(self.words.get("bare_units", ()))    # of parts whose unit the total has said
        self.particles: list[str] = language.settings.get("particles", [])
        self._somewhere: tuple[str, str, dict[str, bool]] = "", "", {}
        self.edges = " " + "".join(self.particles)                      # stand at the edge of a name and are no part of it

    def __getattr__(self, name: str) -> Any:
        if name == "sets":
            value: Any = [Members(entry, self.edge) for entry in self.words["sets"]]
        elif name == "member":
            value = re.compile(trie({word.casefold() for entry in self.words["sets"] for member in entry["members"] for word in member}))
        else:
            words = self.words.get(LISTS.get(name, name))
            if words is None:
                raise AttributeError(name)
            value = regex.compile(words if isinstance(words, str) else self.shape(name, words), regex.I)
        setattr(self, name, value)
        return value

    @property
    def edge(self) -> str:
        return "" if self.code == "zh" else r"\b"

    def shape(self, name: str, words: list[str]) -> str:
        """A list of words as a pattern; those of time are patterns themselves."""
        if name == "periods":
            return "|".join(words)
        return SHAPES.get(name, "b(?:{})b").replace("b(", self.edge + "(").replace(")b", ")" + self.edge).replace("{}", any_of(words))

    def bare(self, name: str) -> str:
        """A name without particles: 某省的出口额 is 某省出口额."""
        for particle in self.particles:
            name = name.replace(particle, "")
        return name

    def mentions(self, name: str, text: str) -> bool:
        """Whether a text holds one of a list of words, as it stands."""
        for word in self.words.get(name, ()):          # noqa: SIM110 - a loop takes half the time, and every document is asked
            if word in text:
                return True
        return False

    def somewhere(self, name: str, text: str) -> bool:
        """Whether a document holds one of a list of words, in whatever case; looked for once."""
        known = self._somewhere
        if known[0] is not text:
            known = self._somewhere = text, text.casefold(), {}
        if name not in known[2]:
            known[2][name] = any(word.casefold() in known[1] for word in self.words.get(name, ()))
        return known[2][name]

    def categorises(self, text: str) -> bool:
        """Whether a text may hold a category of some set."""
        return self.member.search(text.casefold()) is not None

    def names(self, text: str) -> frozenset[str]:
        """What a stretch of text is about: its longer words; in Chinese its pairs of characters."""
        if self.code == "zh":
            runs = _HAN.findall(self.periods.sub(" ", text))
            return frozenset(run[k : k + 2] for run in runs for k in range(len(run) - 1)) - self.stop
        return frozenset(word.rstrip("s") for word in _WORD.findall(text.lower()) if len(word) > 3 and word not in self.stop)


class Members:
    """A set of categories that make a whole (men and women)."""

    def __init__(self, entry: Mapping[str, Any], edge: str) -> None:
        self.id: str = entry["id"]
        self.size = len(entry["members"])
        self.complete: str = entry["complete"]
        self.total: tuple[str, ...] = tuple(entry["total"])
        self.others: tuple[str, ...] = tuple(entry["not"])
        parts = [f"(?P<m{n}>{any_of(words)})" for n, words in enumerate(entry["members"])]
        self.pattern = regex.compile(f"{edge}(?:{'|'.join(parts)}){edge}", regex.I)


def any_of(words: Iterable[str]) -> str:
    """Any of some words, the longest first."""
    return "|".join(regex.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) or "(?!)"
