"""How many items a list has, of which a number was announced: three aims: a, b and c; 五所学校入选，分别是甲、乙和丙."""

from __future__ import annotations

from ..patterns import re
from ..typed import TYPE_CHECKING
from .conditions.seen import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .language import Language
    from .lexer import Token

MOST_ITEMS = 12
LONGEST_ITEM = 8  # words; longer ones are clauses, not items
SERIES = "、"
LONGEST_PART = 12  # characters
CLAUSES = re.compile("[，；。：,;:]")
GOES_ON = 600  # characters behind a sentence in which its list may go on
UNCOUNTED = re.compile("[，,；;：:（）()“”0-9《》/／]|。.")


def items(tokens: list[Token], text: str, end: int, language: Language) -> dict[str, str] | None:
    """The number of items after the match, up to the end of the sentence; None where they cannot be counted or one fits."""
    listed = text[tokens[-1].end : end].strip()
    announced = next((token.figure.low for token in tokens if token.figure is not None), 0)
    if "list_open" in language.sets and tokens[-1].entry is not None:
        listed = _named_there(listed, language)
    for row in map(str.split, language.settings.get("enumerators", ())):
        if listed.startswith(row[0]) and row[1] in listed:
            return _enumerated(listed, text[end : end + GOES_ON], announced, row)
    if SERIES in listed:
        return _series(listed, announced, language)
    if not listed.endswith(".") or any(c in listed for c in '();:—–"“”[]/') or any(c.isdigit() for c in listed):
        return None
    parts = [part.strip() for part in listed[:-1].split(",")]
    if any(not part or len(part.split()) > LONGEST_ITEM for part in parts):
        return None
    joining = words(language.lexicon, "and")
    led = parts[-1].split()[0] in joining
    if parts[-1].split()[0] in words(language.lexicon, "or"):
        return None                       # two bad options: a, or b and c
    parts = [_led_by(part, joining) for part in parts]
    ands = [sum(word in joining for word in part.split()) for part in parts]
    joined = not led and ands[-1] > 0
    if not joined and not (led and len(parts) > 1):
        return None
    least, most = len(parts) + joined, len(parts) + sum(ands)
    if least <= announced <= most or not 2 <= announced <= MOST_ITEMS:
        return None
    if 2 * announced in (least, most) and all(part[:1].isupper() for part in parts):
        return None                       # of two towns, Paris, France, and Rome, Italy, are two
    return {"items": str(least if announced < least else most)}


def _named_there(listed: str, language: Language) -> str:
    """The first clause of what is named one by one, if the list ends there: 分别是甲、乙和丙，每家…; "" if it may go on."""
    head = re.split("[，,；;。]", listed, maxsplit=1)[0]
    behind = listed[len(head) + 1 :].strip()
    more = SERIES in behind or behind.startswith(tuple(words(language.lexicon, "and")))
    return "" if more or any(word in behind[:4] for word in language.sets["list_open"]) else head.strip() + "。"


def _enumerated(listed: str, behind: str, announced: float, row: Sequence[str]) -> dict[str, str] | None:
    """The same for items that are numbered by words: 一是更省，二是更快."""
    heads = [piece.lstrip() for piece in CLAUSES.split(listed)]
    count = next((n for n, word in enumerate(row) if not any(head.startswith(word) for head in heads)), len(row))
    if count < 2 or count >= len(row) or row[count] in listed + behind or any(listed.count(word) > 1 for word in row[:count]):
        return None
    more = any(word in listed for word in row[count:])
    return None if more or count == announced or not 2 <= announced <= MOST_ITEMS else {"items": str(count)}


def _led_by(part: str, joining: Sequence[str]) -> str:
    """A part without the "and" before it."""
    first, _, rest = part.partition(" ")
    return rest if first in joining else part


def _series(listed: str, announced: float, language: Language) -> dict[str, str] | None:
    """The same for items between Chinese commas: 公开、公平和公正。"""
    if UNCOUNTED.search(listed) is not None or not listed.endswith("。") or any(word in listed for word in language.sets["list_open"]):
        return None
    parts = listed[:-1].split(SERIES)
    joined = re.compile("|".join(words(language.lexicon, "and")))
    most = len(parts) + sum(len(joined.findall(part)) for part in parts)
    named = [name for part in parts for name in joined.split(part)]
    if not all(parts) or any(len(name) > LONGEST_PART for name in named):
        return None
    if len(parts) <= announced <= most or not 2 <= announced <= MOST_ITEMS:
        return None
    return {"items": str(len(parts) if announced < len(parts) else most)}
