"""The patterns of ranks in one language: ``data/ranks.toml`` with the words of ``data/cues.csv`` and ``data/rankings.csv`` in them."""

from __future__ import annotations

import os
import tomllib
from functools import lru_cache

from ..patterns import re
from ..resources import data_dir
from ..typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .table import Table

CUES = ("ordinal", "world_before", "world_after", "copula", "rank_verb", "rank_by", "top", "as_opening", "rank_of", "rank_opening",
        "rank_next", "rank_kind")
YEAR = r"(?:19|20)\d\d"
SLOT = re.compile(r"\{([a-z_]+)\}")
BY = " by "                                             # parts a phrase of rankings.csv that may be told with "in the world" inside
NEVER = r"(?!)"


@lru_cache(maxsize=1)
def _templates() -> dict[str, dict[str, Any]]:
    with open(os.path.join(data_dir(), "ranks.toml"), "rb") as stream:
        return tomllib.load(stream)


class Patterns:
    """The words of ranks in one language, compiled.  A pattern that the language does not have never matches."""

    def __init__(self, table: Table, lang: str) -> None:
        templates = _templates().get(lang, {})
        self.ordinals = {word: place for place, word in enumerate(table.listed("ordinal", lang), 1)}
        self.ranking: dict[str, str] = {}
        nouns, names = [], []
        for name, phrases, metrics in table.ranked(lang):
            self.ranking |= dict.fromkeys((p.lower() for p in (*phrases, *metrics)), name)
            nouns += phrases
            names += metrics
        split = [p.partition(BY) for p in nouns if BY in p]
        words = {name: _any(table.listed(name, lang)) for name in CUES}
        words |= {"noun": _any(nouns), "name": _any(names), "year": YEAR,
                  "head": _any(sorted({head for head, _, _ in split})), "tail": _any(sorted({tail for _, _, tail in split}))}
        words["place"] = _filled(templates.get("place", NEVER), words)
        flags = re.I if templates.get("flags") == "i" else re.NOFLAG

        def pattern(name: str, default: str = NEVER) -> re.Pattern[str]:
            return re.compile(_filled(templates.get(name, default), words), flags)

        self.present = table.cue("rank_present", lang)
        self.noun, self.turned, self.verb, self.by = map(pattern, ("noun", "turned", "verb", "by"))
        self.says_world, self.touching = bool(templates.get("says_world")), bool(templates.get("touching"))
        self.superlative = pattern("superlative", "")
        self.between = pattern("between")
        self.verb_between = pattern("verb_between") if "verb_between" in templates else None
        self.apposed, self.listed, self.opening, self.as_opening = map(pattern, ("apposed", "listed", "opening", "as_opening"))
        self.behind, self.comma, self.closing, self.next, self.genitive = map(pattern, ("behind", "comma", "closing", "next", "genitive"))


def _filled(template: str, words: dict[str, str]) -> str:
    return SLOT.sub(lambda slot: words.get(slot[1], slot[0]), template)


def _any(words: list[str]) -> str:
    found = "|".join(re.escape(w).replace(r"\ ", r"\s+").replace(" ", r"\s+") for w in sorted(words, key=len, reverse=True))
    return found or NEVER
