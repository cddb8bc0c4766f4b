"""Figures that no verb joins to their owner.

In front ("At 8,849 metres, Mount Everest is the highest …", "With 83 million people, Germany …"), put in behind ("Kilimanjaro, at 5,895
metres, is …", "Japan, whose population was 125 million in 2022, …"), or right beside it ("the 828-metre Burj Khalifa",
海拔8611米的乔戈里峰, "K2 (8,611 m)").

Beside some owners a bare figure needs no name of what is measured: a mountain's metres are its height
(``implied`` in ``data/metrics.csv``).
"""

from __future__ import annotations

from ..typed import TYPE_CHECKING
from .aliases import Hit

if TYPE_CHECKING:
    from .context import Sentence
    from .cues import Words

BRACKETS = {"(": ")", "（": "）", "[": "]"}
COMMA = ",，"
COLON = ":："
NEAR = 32                                               # characters between an owner and the word that ranks it


def joined(sentence: Sentence, start: int, end: int, at: tuple[int, int]) -> tuple[int, int]:
    """The segment of a figure together with the one that it belongs to, where it is fronted or put in; else as it was."""
    text = sentence.text
    if start > 0 and text[start - 1] in COLON and not text[start : at[0]].strip():
        low = sentence.cut(start - 1, COMMA + COLON, back=True)             # "Italy's GDP: $2.1 trillion"
        if _names(sentence, low, start - 1) and sentence.heads(low):
            return low, end
    if start > 0 and text[start - 1] in COMMA and not text[start : at[0]].strip() and _plain(sentence, start, end, at):
        low = sentence.cut(start - 1, COMMA, back=True)                     # "Japan's population, 125 million in 2022, …"
        names = _names(sentence, low, start - 1)
        if len(names) > 1 and _opening(sentence, low, names[0].start) and not text[names[-1].end : start - 1].strip():
            return low, end
    if not cue_of(sentence, "fronting").begin(text[start : at[0]]):
        return start, end
    if end < len(text) and text[end] in COMMA and sentence.heads(start) and _plain(sentence, start, end, at):
        stop = sentence.cut(end + 1, COMMA)
        names = _names(sentence, end + 1, stop)
        last = names[-1].end if names else end
        last = max([last, *(f.end for f in sentence.years if last < f.end <= stop and sentence.tied(text[last : f.start]))])
        if names and _opening(sentence, end + 1, names[0].start) and cue_of(sentence, "predicate").begin(text[last:]):
            return start, last
    if start > 0 and text[start - 1] in COMMA and _plain(sentence, start, end, at):
        low = sentence.cut(start - 1, COMMA, back=True)
        names = _names(sentence, low, start - 1)
        if names and _opening(sentence, low, names[0].start) and not text[names[-1].end : start - 1].strip():
            return low, end
    return start, end


def cue_of(sentence: Sentence, name: str) -> Words:
    return sentence.table.cue(name, sentence.lang)


def _plain(sentence: Sentence, start: int, end: int, at: tuple[int, int]) -> bool:
    """Whether a segment says nothing but the figure, what it is of, and when."""
    left = _left(sentence, start, end, at)
    left[0] = " ".join(left[0].split()[1:])
    known = cue_of(sentence, "fronting")
    return all(sentence.tied(piece) or known.only(piece) for piece in left)


def _opening(sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing but years, names of metrics and words that may open a clause stand between two places."""
    return cue_of(sentence, "opening").only("".join(_left(sentence, start, end)))


def _left(sentence: Sentence, start: int, end: int, *spans: tuple[int, int]) -> list[str]:
    """The pieces of a stretch between its years, names of metrics and other spans."""
    known = [*spans, *((f.start, f.end) for f in sentence.years), *((h.start, h.end) for h in sentence.hits if h.kind == "metric")]
    left, here = [], start
    for low, high in sorted(span for span in known if start <= span[0] < end):
        left.append(sentence.text[here : max(low, here)])
        here = max(here, high)
    left.append(sentence.text[here:end])
    return left


def _names(sentence: Sentence, start: int, end: int) -> list[Hit]:
    """The owner that a segment begins with and the name of what is told of it: "the population of Japan", "Spain's jobless rate"."""
    found: list[Hit] = []
    for h in sentence.hits:
        if start <= h.start < end and h.kind in ("entity", "metric"):
            if found and h.kind == found[-1].kind == "entity" and sentence.text[found[-1].end : h.start].strip(" '’") in ("", "s"):
                h = h._replace(start=found.pop().start)             # "OpenAI's GPT-3": the maker
            if found and (h.kind in {f.kind for f in found} or not sentence.tied(sentence.text[found[-1].end : h.start])):
                break
            found.append(h)
    return found if any(h.kind == "entity" for h in found) else []


def implied(sentence: Sentence, at: tuple[int, int]) -> list[Hit]:
    """The metrics that a figure beside an owner is understood to be of, each as a name that takes no room, where the owner stands."""
    kinds = sentence.table.implied()
    start, end = sentence.segment(at)
    found: list[Hit] = []
    for h in sentence.hits:
        entity = sentence.table.entity(h.target) if h.kind == "entity" and start <= h.start < end else None
        if entity is None or entity.kind not in kinds:
            continue
        if _before(sentence, h, at) or _bracketed(sentence, h, at) or (sentence.is_joined(at) and _ranks(sentence, at)):
            found += [Hit(h.start, h.start, "metric", name, "") for name in kinds[entity.kind]]
    return found


def _before(sentence: Sentence, owner: Hit, at: tuple[int, int]) -> bool:
    """ "the 828-metre Burj Khalifa", "the 828-metre-tall …", 8611米的乔戈里峰."""
    if owner.start < at[1]:
        return False
    before, definite = sentence.text[: at[0]], cue_of(sentence, "definite")
    if cue_of(sentence, "place").end(before) or not (definite.end(before) or definite.is_empty):
        return False
    return cue_of(sentence, "measured").only(sentence.text[at[1] : owner.start])


def _bracketed(sentence: Sentence, owner: Hit, at: tuple[int, int]) -> bool:
    """ "K2 (8,611 m)", "Mount Everest (8,849 m; 29,032 ft)"."""
    between = sentence.text[owner.end : at[0]].strip()
    after = sentence.text[at[1] :].lstrip()[:1]
    return between in BRACKETS and after != "" and after in (BRACKETS[between], ";", "；", "/", ",", "，")


def _ranks(sentence: Sentence, at: tuple[int, int]) -> bool:
    """Whether the clause goes on to rank the owner: "… is the highest mountain"; "At 3,000 metres, Fuji is covered with snow" does not."""
    (_, end), (_, last) = sentence.segment(at), sentence.clause(at)
    rest = sentence.text[end:last].lstrip(" ,，")
    stop = min([len(rest), *(h.start - (last - len(rest)) for h in sentence.hits if h.kind == "metric" and h.start >= last - len(rest))])
    return cue_of(sentence, "copula_short").begin(rest) and cue_of(sentence, "superlative").inside(rest[: min(stop, NEAR)])
