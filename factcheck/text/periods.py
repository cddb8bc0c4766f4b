"""When a claim's figures are of, as an ISO period: years as they are printed, and "last year", 上半年, "the past decade" reckoned from the
date of the article.

    2012            2012-05         2012-Q2         2012-05-29
    2012..          ..2010          2012..2018      2012-01..2012-09

The words are ``[language.periods]`` of ``rules/<lang>/words_periods.toml``.  What the article does not date stays "".
"""

from __future__ import annotations

from functools import lru_cache

from ..patterns import re, regex
from ..typed import TYPE_CHECKING, Any
from .lexer import FULL_WIDTH
from .numerals.en_words import SIMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .language import Language


class Periods:
    """The words of one language, as patterns that are compiled when they are first used."""

    def __init__(self, language: Language) -> None:
        self.words: Mapping[str, Any] = language.settings["periods"]
        self.named = {word: entry.month for word, entry in language.lexicon.words.items() if entry.month}
        self.sign = re.compile("|".join(self.words["signs"]))
        self._made: dict[str, Any] = {}

    def of(self, text: str, printed: str, date: str) -> str:
        """The period of a claim whose clause is ``text``; ``printed`` is what its years say, ``date`` the article's date or ""."""
        text = text.translate(FULL_WIDTH).lower()
        if self.sign.search(text) is None:
            return printed
        whole = next(self._found("dates", text), None)
        if whole is not None and printed in ("", whole["y"]):
            return self.dated(whole)
        year = int(printed) if printed else self._near("years", text, date)
        part = self._part(text)
        if part:
            return _of_year(part, year if year is not None else _latest(part, date))
        if year is not None:
            return f"{year:04d}"
        return self._span(text, date) or self._reckoned(text, date)

    def dated(self, found: Any) -> str:
        """The day or month that a pattern of dates has found."""
        day = found.groupdict().get("d")
        month = self._number(found["m"])
        if not 1 <= month <= 12:
            return str(found["y"])
        return f"{found['y']}-{month:02d}" + (f"-{int(day):02d}" if day else "")

    def written(self, text: str) -> tuple[int, int, int]:
        """Year, month and day of a date that is all of a text, the year 0 where none is said; zeros if it is no date."""
        found = next((found for found in self._found("day", text) if found.span() == (0, len(text))), None)
        return (int(found["y"] or 0), int(found["m"]), int(found["d"])) if found is not None else (0, 0, 0)

    def stretch(self, text: str) -> list[tuple[int, int, int]]:
        """Year, month and day of both ends of 2016年5月3日至24日; nothing if it is no such thing, or the language has no such figures."""
        patterns = self.words["patterns"].get("from_to", ())
        text = "".join(text.split())
        found = next((hit for hit in self._found("from_to", text) if hit.span() == (0, len(text))), None) if patterns else None
        if found is None:
            return []
        month, year = int(found["m"]), int(found["y"] or 0)
        return [(year, month, int(found["d"])), (year, int(found["m2"] or month), int(found["d2"]))]

    def day(self, told: str, before: str, date: str) -> str:
        """ "--05-29" as a day: of "last year" if these are the words before it, else that which lies nearest to the article's date.

        A full date stays what it is; what cannot be known is "".
        """
        if not told.startswith("--"):
            return told
        if len(date) != 10:
            return ""
        words = [found for found in self._found("years", before.lower()) if found.end() == len(before.rstrip())]
        around = int(date[:4]) + (self.words["years"][words[0].group()] if words else 0)
        years = (around,) if words else (around - 1, around, around + 1)
        return min((f"{year:04d}{told[1:]}" for year in years), key=lambda iso: abs(days(iso) - days(date)))

    def _found(self, name: str, text: str) -> Iterator[Any]:
        """Where one of the patterns of this name fits, or one of the words of that list."""
        if name not in self._made:
            patterns = self.words["patterns"]
            month = patterns.get("month_number") or "|".join(sorted(self.named, key=len, reverse=True))
            written = "|".join(patterns[name]) if name in patterns else patterns["word"].format(f"(?:{_any(self.words[name])})")
            self._made[name] = regex.compile(written.replace("{month}", f"(?:{month})").replace("{n}", f"(?:{patterns['number']})"))
        return self._made[name].finditer(text)  # type: ignore[no-any-return]

    def _near(self, name: str, text: str, date: str) -> int | None:
        """The year that a word such as "last year" stands for, seen from the article's date."""
        found = next(self._found(name, text), None) if date else None
        return None if found is None else int(date[:4]) + int(self.words[name][found.group()])

    def _part(self, text: str) -> str:
        """The part of a year: "Q2", "01..09", "05"."""
        for found in self._found("parts", text.replace("-", " ")):
            return str(self.words["parts"][found.group()])
        for found in self._found("stretches", text):
            first, last = self._number(found.groupdict().get("a") or "1"), self._number(found["b"])
            if 1 <= first < last <= 12:
                return f"{first:02d}..{last:02d}"
        for found in self._found("month", text):
            month = self._number(found["m"])
            if 1 <= month <= 12:
                return f"{month:02d}"
        return ""

    def _span(self, text: str, date: str) -> str:
        """The past decade, 过去十年: from as many years or months before the article's date up to it."""
        for found in self._found("spans", text) if date else ():
            count = self._number(found.groupdict().get("n") or "1")
            months = count * int(self.words["units"][found["u"]])
            if not 0 < months <= 12 * 200:
                continue
            if months % 12 == 0:
                return f"{int(date[:4]) - months // 12:04d}..{date[:4]}"
            if len(date) >= 7:
                return f"{_shifted(date, -months)}..{date[:7]}"
        return ""

    def _reckoned(self, text: str, date: str) -> str:
        """Last quarter, 上月."""
        if len(date) < 7:
            return ""
        for found in self._found("months", text):
            return _shifted(date, int(self.words["months"][found.group()]))
        for found in self._found("quarters", text):
            month = _shifted(date, 3 * int(self.words["quarters"][found.group()]))
            return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"
        return ""

    def _number(self, word: str) -> int:
        """A number in digits or words, or the number of a month; 0 if it is none."""
        if word.isdecimal():
            return int(word)
        if word in self.named:
            return self.named[word]
        numeral = SIMPLE.get(word)
        if numeral is None:
            from .numerals.zh import parse_zh  # English articles do without

            numeral = parse_zh(word)
        return int(numeral.value) if numeral is not None else 0


@lru_cache(maxsize=8)
def reader(language: Language) -> Periods:
    return Periods(language)


def days(iso: str) -> float:
    """Days since the year 0, near enough to tell which of two dates is nearer."""
    return int(iso[:4]) * 365.25 + int(iso[5:7]) * 30.44 + int(iso[8:10])


def _any(words: Mapping[str, Any]) -> str:
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True))


def _of_year(part: str, year: int | None) -> str:
    if year is None:
        return ""
    first, dots, last = part.partition("..")
    return f"{year:04d}-{first}..{year:04d}-{last}" if dots else f"{year:04d}-{part}"


def _latest(part: str, date: str) -> int | None:
    """The year of the last such part that had begun on the article's date; of several months together, the last that were over."""
    if len(date) < 7:
        return None
    month = 3 * int(part[1]) - 2 if part.startswith("Q") else int(part[-2:])
    return int(date[:4]) - (month > int(date[5:7]))


def _shifted(date: str, months: int) -> str:
    """The ISO month that lies so many months from a date."""
    count = int(date[:4]) * 12 + int(date[5:7]) - 1 + months
    return f"{count // 12:04d}-{count % 12 + 1:02d}"
