"""Sets of words to look for around figures: whole words in English, characters anywhere in Chinese."""

from __future__ import annotations

from abc import abstractmethod

from .aliases import fold, stem

GONE = "\u0001"                                         # stands where a word was


class Words:
    """What is asked of the words of one language; texts are simplified, if Chinese.  ``words`` makes the right kind."""

    @property
    @abstractmethod
    def is_empty(self) -> bool: ...

    @abstractmethod
    def more(self, *cells: str) -> Words:
        """These and others."""

    @abstractmethod
    def inside(self, text: str) -> bool:
        """Whether one of them stands in ``text``."""

    @abstractmethod
    def end(self, text: str) -> bool:
        """Whether ``text`` ends with one of them."""

    @abstractmethod
    def cut(self, text: str) -> str:
        """``text`` without the longest of them that it ends with."""

    @abstractmethod
    def begin(self, text: str) -> bool:
        """Whether ``text`` begins with one of them."""

    @abstractmethod
    def only(self, text: str) -> bool:
        """Whether ``text`` consists of nothing but these words, signs aside."""


def words(listed: str, lang: str) -> Words:
    """The words of a cell, parted by ``|``."""
    return Han(tuple(_split(listed))) if lang == "zh" else English(_folded(_split(listed)))


def _split(*cells: str) -> list[str]:
    return [word for cell in cells for word in cell.split("|") if word]


def _folded(listed: list[str]) -> frozenset[str]:
    return frozenset([stem(word) if word.isalnum() else " ".join(fold(word, "en", {}).tokens) for word in listed])


class Han(Words):
    def __init__(self, known: tuple[str, ...]) -> None:
        self.known = known

    @property
    def is_empty(self) -> bool:
        return not self.known

    def more(self, *cells: str) -> Words:
        return Han((*self.known, *others)) if (others := _split(*cells)) else self

    def inside(self, text: str) -> bool:
        return any(w in text for w in self.known)

    def end(self, text: str) -> bool:
        return text.rstrip().endswith(self.known)

    def cut(self, text: str) -> str:
        bare = text.rstrip()
        return next((bare[: -len(w)] for w in self._longest_first() if bare.endswith(w)), text)

    def begin(self, text: str) -> bool:
        return text.lstrip().startswith(self.known)

    def only(self, text: str) -> bool:
        for word in self._longest_first():
            text = text.replace(word, GONE)
        return not any(c.isalnum() for c in text)

    def _longest_first(self) -> list[str]:
        return sorted(self.known, key=len, reverse=True)


class English(Words):
    def __init__(self, known: frozenset[str]) -> None:
        self.known = known
        self.longest = max((w.count(" ") + 1 for w in known), default=0)

    @property
    def is_empty(self) -> bool:
        return not self.known

    def more(self, *cells: str) -> Words:
        return English(self.known | _folded(others)) if (others := _split(*cells)) else self

    def inside(self, text: str) -> bool:
        tokens = fold(text, "en", {}).tokens
        return any(" ".join(tokens[i : i + n]) in self.known for n in range(1, self.longest + 1) for i in range(len(tokens) - n + 1))

    def end(self, text: str) -> bool:
        tokens = fold(text[-60:], "en", {}).tokens
        return any(" ".join(tokens[-n:]) in self.known for n in range(1, min(self.longest, len(tokens)) + 1))

    def cut(self, text: str) -> str:
        folded = fold(text, "en", {})
        for n in range(min(self.longest, len(folded.tokens)), 0, -1):
            if " ".join(folded.tokens[-n:]) in self.known:
                return text[: folded.starts[-n]]
        return text

    def begin(self, text: str) -> bool:
        tokens = fold(text, "en", {}).tokens
        return any(" ".join(tokens[:n]) in self.known for n in range(1, min(self.longest, len(tokens)) + 1))

    def only(self, text: str) -> bool:
        return all(token in self.known for token in fold(text, "en", {}).tokens)
