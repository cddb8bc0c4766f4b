"""A life in years, over sentences: one birth, one death and the age at death, or an age behind the years in a bracket; and a jubilee behind
the date of the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...frozen import replace
from ...typed import TYPE_CHECKING
from ...values import YEAR_SECONDS
from .items import Sentence, claim

if TYPE_CHECKING:
    from ...values import Claim, Quantity
    from .words import Vocabulary

OLDEST = 125.0                           # years
FULL = 1000.0                            # a year with its century
BORN, AGED = 80, 24                      # characters before a year of birth, before an age, that tell what it is
BESIDE = 12                              # characters behind a year of birth that may tell of another's
BACK = 2                                 # sentences between the years in a bracket and the age
FEAST = 60                               # characters before an anniversary


def link(text: str, sentences: Sequence[Sentence], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of lives and jubilees."""
    dated = [(n, years) for n, s in enumerate(sentences) if (years := _years(s, words[s.lang]))]
    if not dated:
        return
    made = list(_told(text, sentences, dated, words))
    yield from made or _bracketed(text, sentences, dated, words)
    yield from _jubilees(text, sentences, dict(dated), words)


def _years(sentence: Sentence, words: Vocabulary) -> list[Quantity]:
    """The years of a sentence, those of full dates among them."""
    found = []
    for q in sentence.quantities.values():
        if q.kind == "year":
            found.append(q)
        elif q.kind == "date" and "life_date" in words.words and (written := words.life_date.match(q.text.strip())) is not None:
            year = float(written["y"])
            found.append(replace(q, kind="year", printed_low=year, printed_high=year, low=year, high=year))
    return found


def _ages(text: str, sentence: Sentence, words: Vocabulary) -> list[Quantity]:
    """The ages at death of a sentence."""
    return [q for q in sentence.quantities.values() if q.kind in ("age", "quantity") and q.hedge == "=" and 0 < q.printed_low < OLDEST
            and words.age.search(text[max(sentence.start, q.start - AGED) : q.start])]


def _of_death(text: str, sentence: Sentence, words: Vocabulary) -> bool:
    place = (text, sentence.start, sentence.end)
    return words.death.search(*place) is not None and words.kin.search(*place) is None


def _told(text: str, sentences: Sequence[Sentence], dated: Sequence[tuple[int, list[Quantity]]],
          words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """One birth, one death and one age at death in the whole text."""
    births: list[Quantity] = []
    deaths: list[tuple[Quantity, Quantity]] = []
    for n, years in dated:
        sentence, vocabulary = sentences[n], words[sentences[n].lang]
        births += [q for q in years if (vocabulary.birth.search(text[max(sentence.start, q.start - BORN) : q.start])
                                        or vocabulary.birth_after.match(text, q.end, sentence.end))
                   and not vocabulary.kin.search(text, max(sentence.start, q.start - AGED), min(q.end + BESIDE, sentence.end))]
    if len({q.printed_low for q in births}) != 1:
        return
    for n, years in dated:
        sentence, vocabulary = sentences[n], words[sentences[n].lang]
        if len(years) == 1 and _of_death(text, sentence, vocabulary):
            deaths += [(years[0], age) for age in _ages(text, sentence, vocabulary)]
    if len(deaths) == 1:
        yield from _life(births[0], *deaths[0])


def _life(born: Quantity, died: Quantity, age: Quantity) -> Iterator[Claim]:
    if FULL < born.printed_low < died.printed_low < born.printed_low + OLDEST:
        age = replace(age, unit="year", kind="age", dimension="[time]", factor=YEAR_SECONDS)
        roles = [("start", born), ("end", died), ("duration", age)]
        yield claim("timespan", roles, f"{born.lang}.across.life", born.lang, severity="warning")


def _bracketed(text: str, sentences: Sequence[Sentence], dated: Sequence[tuple[int, list[Quantity]]],
               words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """The one bracket of the text with the years of a life, and an age at death in the sentences behind it."""
    lives = [(n, q) for n, years in dated for q in years
             if q.is_range and text[q.start - 1 : q.start] in tuple("（(") and text[q.end : q.end + 1] in tuple("）)")]
    if len(lives) != 1:
        return
    n, life = lives[0]
    paragraph = text.find("\n\n", life.end)
    for sentence in sentences[n + 1 : n + 1 + BACK]:
        vocabulary = words[sentence.lang]
        if "life_head" not in vocabulary.words or -1 < paragraph < sentence.start or any(q.kind in ("year", "date")
                                                                                         for q in sentence.quantities.values()):
            return
        ages = _ages(text, sentence, vocabulary)
        if len(ages) == 1 and vocabulary.life_head.match(text, sentence.start) is not None and _of_death(text, sentence, vocabulary):
            born, died = (replace(life, printed_low=y, printed_high=y, low=y, high=y) for y in (life.printed_low, life.printed_high))
            yield from _life(born, died, ages[0])
            return


def _jubilees(text: str, sentences: Sequence[Sentence], dated: Mapping[int, list[Quantity]],
              words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """2018年9月28日，…。这所创办于1958年的学校迎来60周年校庆: the sentence before opens with the day that it is told of."""
    for n, years in dated.items():
        sentence, vocabulary = sentences[n], words[sentences[n].lang]
        if "feast_led" not in vocabulary.words or len(years) != 1 or len(dated.get(n - 1, ())) != 1 or years[0].is_range:
            continue
        before, day = sentences[n - 1], dated[n - 1][0]
        opens = not text[before.start : day.start].strip() and not day.is_range and "\n\n" not in text[before.end : sentence.start]
        for count in sentence.quantities.values():
            led = vocabulary.feast_led.search(text, max(sentence.start, count.start - FEAST), count.start)
            if opens and led is not None and led.start("y") == years[0].start and vocabulary.feast.search(count.text) is not None:
                roles = [("start", years[0]), ("end", day), ("count", count)]
                yield claim("anniversary", roles, f"{vocabulary.code}.across.jubilee", vocabulary.code, severity="warning")
