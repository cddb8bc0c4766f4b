"""What the links across clauses and sentences look at: figures with the words that lead to them, by clause and paragraph.

The words are those of ``[language.across]`` in ``rules/<lang>/words_across.toml``; they are matched in clauses that hold figures,
never lexed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import regex

from ..values import Claim, Quantity

if TYPE_CHECKING:
    from ..values import Document
    from .language import Language
    from .lexer import Token

ENDS = ",;:()"
SKIPPED = frozenset({"year", "date", "clock", "ordinal", "name", "code", "score", "phone", "version", "list_marker", "reference", "age"})


class Sentence(Protocol):
    """A sentence as the engine read it."""

    start: int
    end: int
    lang: str
    tokens: list[Token]
    quantities: dict[int, Quantity]
    claims: list[Claim]


class Vocabulary:
    """The words of one language, compiled."""

    def __init__(self, language: Language) -> None:
        words: Mapping[str, Any] = language.settings["across"]
        self.words = words
        self.code = language.code
        zh = language.code == "zh"
        edge = "" if zh else r"\b"

        def any_of(name: str) -> str:
            return "|".join(regex.escape(word) for word in sorted(words[name], key=len, reverse=True)) or "(?!)"

        self.periods = regex.compile("|".join(words["periods"]), regex.I)
        self.lead = regex.compile(rf"^(?:\s*(?:{any_of('connectives')}){edge}[\s,，]*)+", regex.I)
        self.copula = regex.compile(rf"(?:\s*{edge}(?:{any_of('copulas')}){edge}\s*)+$", regex.I)
        self.share = regex.compile(rf"{edge}(?:{any_of('share_marks')}){edge}", regex.I)
        self.change = regex.compile(rf"{edge}(?:{any_of('change_words')}){edge}", regex.I)
        self.among = regex.compile(rf"{edge}(?:{any_of('among')}){edge}", regex.I)
        self.adjusted = regex.compile(rf"{edge}(?:{any_of('adjusted')}){edge}", regex.I)
        self.levels = regex.compile(any_of("levels"), regex.I)
        self.band = regex.compile(words["bands"], regex.I)
        self.sets = [Members(entry, edge) for entry in words["sets"]]


class Members:
    """A set of categories that make a whole (men and women)."""

    def __init__(self, entry: Mapping[str, Any], edge: str) -> None:
        self.id: str = entry["id"]
        self.size = len(entry["members"])
        self.complete: str = entry["complete"]
        self.total: tuple[str, ...] = tuple(entry["total"])
        self.others: tuple[str, ...] = tuple(entry["not"])
        parts = []
        for n, words in enumerate(entry["members"]):
            parts.append(f"(?P<m{n}>{'|'.join(regex.escape(w) for w in sorted(words, key=len, reverse=True))})")
        self.pattern = regex.compile(f"{edge}(?:{'|'.join(parts)}){edge}", regex.I)


class Item(NamedTuple):
    """A figure with what leads to it."""

    q: Quantity
    label: str               # the words before it in its clause, from the figure before
    clause: str              # the whole clause
    number: int              # of the clause in the document
    sentence: int
    paragraph: int
    depth: int               # of brackets
    periods: frozenset[str]  # words of time in the sentence, up to the end of the clause
    start: int               # of the clause
    adjusted: bool           # the sentence speaks of another base, several answers, or overlap


def items(document: Document, found: Sequence[Sentence], vocabularies: Mapping[str, Vocabulary]) -> list[Item]:
    """Every amount of the document, in order."""
    text = document.text
    result: list[Item] = []
    number = paragraph = 0
    before = 0
    for n, sentence in enumerate(found):
        gap = text[max(before - 1, 0) : sentence.start]
        zh = sentence.lang == "zh"
        if n and (gap.count("\n") > 1 or "\n" in gap and (zh or _indented(text, sentence.start))):
            paragraph += 1
        before = sentence.end
        words = vocabularies[sentence.lang]
        periods: set[str] = set()
        adjusted = words.adjusted.search(text, sentence.start, sentence.end) is not None
        depth, clause_start, first = 0, sentence.start, 0
        tokens = sentence.tokens
        for k in range(len(tokens) + 1):
            char = tokens[k].char if k < len(tokens) else ";"
            if char not in ENDS:
                continue
            stop = tokens[k].start if k < len(tokens) else sentence.end
            clause = text[clause_start:stop]
            periods.update(_squeezed(word) for word in words.periods.findall(clause))
            at = clause_start
            frozen = frozenset(periods)
            for i in range(first, k):
                q = sentence.quantities.get(i)
                if q is None or q.hidden or q.kind in SKIPPED:
                    continue
                if zh and q.unit in ("month", "year") and q.text in "".join(periods):
                    continue
                result.append(Item(q, text[at : q.start], clause, number, n, paragraph, depth, frozen, clause_start, adjusted))
                at = q.end
            number += 1
            first = k + 1
            clause_start = tokens[k].end if k < len(tokens) else stop
            depth = depth + 1 if char == "(" else max(depth - 1, 0) if char == ")" else depth
    return result


def _indented(text: str, start: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    return text[line : line + 2].isspace()


def _squeezed(word: str) -> str:
    return "".join(word.split()).lower()


def frame(item: Item, words: Vocabulary) -> str:
    """The words that lead to a figure without words of time, connectives and verbs: what it is a figure of."""
    label = words.periods.sub("", item.label)
    label = words.lead.sub("", label.strip(" 　、的\n\t"))
    label = words.copula.sub("", label.strip())
    return "".join(label.split()) if words.code == "zh" else " ".join(label.lower().split())


def claim(relation: str, roles: Sequence[tuple[str, Quantity]], rule: str, lang: str, **options: str) -> Claim:
    """A claim of figures in several places."""
    ordered = sorted(roles, key=lambda pair: pair[1].start)
    if any(q.hedge not in ("=", "about") for _, q in roles):
        options.setdefault("severity", "warning")
    text = " … ".join(q.text.strip() for _, q in ordered)
    start, end = ordered[0][1].start, max(q.end for _, q in ordered)
    options = {"scope": "document", **options}
    return Claim(relation, start, end, text, tuple(ordered), relation, "", "", "", "stated", rule, lang, options)


def quoted(item: Item, text: str) -> bool:
    """Whether the figure stands in quotation marks."""
    before = text[max(0, item.q.start - 300) : item.q.start]
    opened = max(before.rfind("“"), before.rfind("「"))
    return opened >= 0 and before.find("”", opened) < 0 and before.find("」", opened) < 0
