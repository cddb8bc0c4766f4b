"""Whether the words around a figure leave no doubt that it is this metric of this owner.

A name that the table does not know ("Guangdong's GDP", 中国广东省的人口), or a word that makes a part of the whole ("the pig population",
"GDP per worker"), can stand anywhere between the metric, its owner and the figure.  No list of such words is ever complete, so the list is
of the words that may stand there (``tie`` in ``data/cues.csv``); any other leaves doubt, and what is in doubt is never contradicted.
"""

from __future__ import annotations

from ..patterns import re
from ..typed import TYPE_CHECKING
from .aliases import RUN

if TYPE_CHECKING:
    from .aliases import Hit
    from .context import Sentence

MONTH = re.compile(r"\d{1,2}月(?:\d{1,2}日)?")
POSSESSIVE = ("'s", "’s", "的")
NATIONS = ("country", "economy", "company")             # owners that belong to nobody else, and that others belong to
BLANK = " \t\u00a0'’"
MONEY = "$€£¥₹₩"
YEAR = "\u0001"                                         # stands where a year or a name was


def bound(sentence: Sentence, at: tuple[int, int], words: Hit, owner: Hit | None) -> bool:
    """Whether figure, metric and owner hang together by words that are known, and by nothing else."""
    if owner is None and at[0] <= words.start < words.end <= at[1]:
        return False                                                    # "three light years": the name is the unit
    start, end = sentence.segment(at)
    if words.start < start:
        start, end = sentence.segment((words.start, words.end))         # the figure's own segment goes on about it
    spans = [(words.start, words.end)]
    spans += [at] if start <= at[0] < end else []
    if owner is not None and start <= owner.start < end:
        spans.append((_maker(sentence, owner), owner.end))
    eras = [(h.start, h.end) for h in sentence.hits if h.kind == "era"]
    years = [span for span in ([(f.start, f.end) for f in sentence.years] + eras) if start <= span[0] < end]
    low, high = min(a for a, _ in spans), max(b for _, b in spans)
    if owner is None and sentence.table.cue("possessed", sentence.lang).inside(sentence.text[start:high]):
        return False                                                    # somebody's own: "its AI compute"
    name = words.target
    family = sentence.table.family(name)
    again = [(h.start, h.end) for h in sentence.hits if h.kind == "metric" and h.target in family and start <= h.start < end]
    before = _left(sentence.text, start, low, years)
    years += again                                                      # "emitted 12 tonnes of CO2": two names of one thing
    if not sentence.tied(before, name):
        before = _left(sentence.text, start, low, years)
    if not sentence.tied(_left(sentence.text, low, high, spans + years), name):
        return False
    last = max(spans)
    if last != at and sentence.text.startswith(POSSESSIVE, last[1]):
        return False                                                    # "the population of Singapore's districts"
    after = _left(sentence.text, high, end, years)
    if _aside(sentence, start, name, owner is None):
        return False                                                    # "In glass, light travels at …"
    if not words.alias and at[0] > words.start:
        return sentence.tied(before, name) or sentence.lang != "zh"     # 富士山（3776米）…
    if sentence.lang == "zh":
        if last != at and owner is not None and last[0] == owner.start:
            if sentence.table.cue("place", "zh").end(before):
                return False                                            # 在海拔5000米的…
            known = sentence.tied(before, name) or sentence.text[owner.start - 1 : owner.start] in POSSESSIVE
            return known and (sentence.tied(after, name) or sentence.table.cue("predicate", "zh").begin(after))
        return sentence.tied(before, name) and sentence.table.after(name).only(after)
    goes_on = owner is not None and last[0] == owner.start and sentence.table.cue("predicate", "en").begin(after)
    return _last(sentence, before, name) and (goes_on or _first(sentence, after, name))


def _aside(sentence: Sentence, start: int, name: str, free: bool) -> bool:
    """Whether the clause opens with a place or a group that the figure is for: "Among women, …", 在水中，…."""
    first = sentence.clause((start, start))[0]
    opening = (sentence.text[first:start] if free else "".join(sentence.pieces(first, start))).strip(" ,，")
    cues = ("aside", "aside_free") if free else ("aside",)
    if not opening or not any(sentence.table.cue(cue, sentence.lang).begin(opening) for cue in cues):
        return False
    for year in sentence.years:
        opening = opening.replace(sentence.text[year.start : year.end], "")
    return not sentence.tied(opening, name)


def _maker(sentence: Sentence, owner: Hit) -> int:
    """Where an owner's name begins, with its maker or country before it: "Nvidia's H100", 谷歌的PaLM, 日本的富士山."""
    thing = sentence.table.entity(owner.target)
    if thing is None or thing.kind in NATIONS:
        return owner.start
    for h in sentence.hits:
        if h.kind != "entity" or h.end > owner.start:
            continue
        between = sentence.text[h.end : owner.start].strip(BLANK)
        bare = "".join(c for c in between if not c.isdigit())
        if between in ("", "s", "的") or (bare and sentence.table.cue("made", sentence.lang).only(bare)):
            maker = sentence.table.entity(h.target)
            if maker is not None and maker.kind in NATIONS:
                return h.start
    return owner.start


def _left(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """What is left of a stretch without these spans; a point stands where one was."""
    pieces, here = [], start
    for low, high in sorted(spans):
        if start <= low < end:
            pieces.append(text[here : max(here, low)])
            here = max(here, high)
    pieces.append(text[here:end])
    return MONTH.sub("", YEAR.join(pieces))


def _last(sentence: Sentence, before: str, metric: str) -> bool:
    """Whether what leads up to the names is known, back to a word that begins something new: "the cost of" it is another thing."""
    here = len(before)
    for match in reversed(list(RUN.finditer(before))):
        if any(c not in BLANK for c in before[match.end() : here]) or sentence.table.cue("before", "en").inside(match[0]):
            return True
        if not sentence.tied(match[0], metric):
            return False
        here = match.start()
    return True


def _first(sentence: Sentence, after: str, metric: str) -> bool:
    """Whether what comes after, years and known words aside, begins something else, or nothing comes."""
    here = 0
    remark = after.lstrip(BLANK + YEAR)
    if remark.startswith("("):
        return sentence.tied("".join(c for c in remark.partition(")")[0] if not c.isdigit()), metric)
    for match in RUN.finditer(after):
        signs = after[here : match.start()]
        if any(c in MONEY for c in signs):
            return False                                                # "GDP rose 9% to $4.5 trillion": nominally
        if any(c not in BLANK and c != YEAR for c in signs) or sentence.table.cue("after", "en").inside(match[0]):
            return True
        if not sentence.tied(match[0], metric) and not match[0].isdigit():
            return False
        here = match.end()
    return True
