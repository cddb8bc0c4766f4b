"""Whether a pattern of words stands in the text near the figures of a match: ``[language.around]`` of the words files.

They look at the text, so that common words need not become words of the lexicon.
"""

from __future__ import annotations

from functools import lru_cache

from ...patterns import regex
from ...typed import TYPE_CHECKING, Any
from .registry import ROLE, ROLES, WORDS, condition
from .seen import Seen

if TYPE_CHECKING:
    from ...values import Quantity
    from ..language import Language

HALF_WIDTH = {"，": ",", "；": ";"}
WIDE = regex.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[，；]")         # an escaped character, a class, one of these marks
REACH = 200                              # characters that a pattern looks at


@condition(WORDS)
def ahead(s: Seen) -> bool:
    """The pattern stands right before the first figure."""
    first = _close(s.text, s.tokens[s.places[0][1]].start)
    return pattern(s.language, s.value).search(s.text, max(s.tokens[0].start, first - REACH), first) is not None


@condition(WORDS)
def behind(s: Seen) -> bool:
    """The pattern stands right behind the last figure."""
    last = s.tokens[s.places[-1][1]].end
    return pattern(s.language, s.value).match(s.text, last, min(s.tokens[-1].end, last + REACH)) is not None


@condition(WORDS)
def before_last(s: Seen) -> bool:
    """The pattern stands right before the last figure."""
    last = _close(s.text, s.tokens[s.places[-1][1]].start)
    return pattern(s.language, s.value).search(s.text, max(s.tokens[0].start, last - REACH), last) is not None


@condition(WORDS)
def somewhere(s: Seen) -> bool:
    """The pattern stands in the sentence, near the figures."""
    low, high = s.tokens[s.places[0][1]].start - REACH, s.tokens[s.places[-1][1]].end + REACH
    return pattern(s.language, s.value).search(s.text, max(s.tokens[0].start, low), min(s.tokens[-1].end, high)) is not None


@condition(WORDS)
def nowhere(s: Seen) -> bool:
    """The pattern does not stand in the sentence near the figures."""
    return not somewhere(s)


@condition(WORDS)
def phrased(s: Seen) -> bool:
    """The sentence near the figures, with # for each of them, holds the pattern: what the words between them say."""
    low, high = s.tokens[s.places[0][1]].start - REACH, s.tokens[s.places[-1][1]].end + REACH
    at, parts = max(s.tokens[0].start, low), []
    for _, k in s.places:
        q = s.quantities[k]
        parts += [s.text[at : q.start], "#"]
        at = q.end
    parts.append(s.text[at : min(s.tokens[-1].end, high)])
    return pattern(s.language, s.value).search("".join(parts)) is not None


@condition(WORDS)
def inside(s: Seen) -> bool:
    """The first figure, as printed, holds the pattern."""
    return pattern(s.language, s.value).search(s.quantities[s.places[0][1]].text) is not None


@condition(ROLES)
def measured(s: Seen) -> bool:
    """These figures are measures, and no part of the name of a kind: the two-species mixture, a 40-layer model, 12层模型."""
    return not any(_of_a_kind(s.quantities[s.at[role]], s) for role in s.value.split())


def _of_a_kind(q: Quantity, s: Seen) -> bool:
    if pattern(s.language, "kind_led").search(s.text, max(s.tokens[0].start, q.start - 2), q.start) is None:
        return False
    if q.unit and q.unit != "percent" and pattern(s.language, "kind_inside").search(q.text) is not None:
        return True
    return pattern(s.language, "kind_behind").match(s.text, q.end, min(s.tokens[-1].end, q.end + REACH)) is not None


@condition(ROLE)
def echoed(s: Seen) -> bool:
    """The two characters before that figure stand before it once more (大坝合龙，… 大坝合龙80周年)."""
    at = s.figure.start
    name = s.text[at - 2 : at]
    return name.isalpha() and s.text.find(name, max(s.tokens[0].start, at - REACH), at - 2) >= 0


def _close(text: str, at: int) -> int:
    """The place, or the one before the blank that some put between Han characters and digits."""
    return at - 1 if text[at - 1 : at] == " " and "\u3400" <= text[at - 2 : at - 1] <= "\u9fff" else at


@lru_cache(maxsize=256)
def pattern(language: Language, name: str) -> Any:
    return regex.compile(either_width(language.settings["around"][name]).replace(" ", r"\s"), regex.I | regex.S)      # a line may end there


def either_width(source: str) -> str:
    """A pattern whose full-width commas and semicolons stand for those of ASCII, too: many Chinese texts have these.

    A comma within digits is none: "all but a comma" passes over 1,250.
    """
    return WIDE.sub(_widened, source) if "，" in source or "；" in source else source


def _widened(found: Any) -> str:
    part: str = found[0]
    if part[0] != "[":
        return f"[{part}{HALF_WIDTH[part]}]" if part in HALF_WIDTH else part
    added = "".join(half for full, half in HALF_WIDTH.items() if full in part and half not in part)
    wide = f"{part[:-1]}{added}]"
    return f"(?:{wide}|(?<=[0-9]),(?=[0-9]{{3}}))" if "," in added and part[1] == "^" else wide


def month_before(s: Seen, place: int) -> int:
    """The month of the last date before the figure; 0 if it prints none."""
    for k in range(place - 1, -1, -1):
        if s.tokens[k].char in "dD" and k in s.quantities:
            written = pattern(s.language, "month").search(s.quantities[k].text.strip())
            return int(written["m"]) if written is not None else 0
    return 0
