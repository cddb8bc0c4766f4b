"""The words of English numerals: what kind of word each is, its value, and the patterns of phrases that are put together of them.

They are the grammar of numerals and stand here alone; every other English word is in ``rules/en/``, every unit in ``data/units.toml``.
"""

from __future__ import annotations

from collections.abc import Sequence

from . import spelled

(NONE, ZERO, UNIT, TEEN, TENS, HUNDRED, SCALE, DOZEN, AND, HYPHEN, A, POINT, HALF, ONE_PART, PARTS, OVER, OF, COMMA,
 DIGITS, OTHER) = range(20)
_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_POWERS = {                                     # scale words; the plural only counts behind a number
    3: "thousand thousands", 5: "lakh lakhs lac lacs lkh lkhs", 6: "million millions mil mils mln mn",
    7: "crore crores cr crs krore krores koti",
    9: "billion billions bil bln bn milliard milliards", 12: "trillion trillions trn tn tln", 15: "quadrillion quadrillions",
    18: "quintillion quintillions", 21: "sextillion sextillions",
}
_ROUND_PARTS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
HALF_WORD = "half"
ONE_WORD = "one"
LAST_WORDS = (" one", " half")                   # with which a phrase may end that runs into a numeral: more than one million
JOINTS = ("and", "or")
_PART_WORDS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
    "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
    "ninetieth": 90, **{f"{word}th": 10**power for word, power in _ROUND_PARTS.items()},
}
_TIME = "years months weeks days hours minutes seconds decades centuries quarters seasons games matches year month week day hour".split()

# Phrases.  A word of many alone: "tens of thousands of".
ENDS = {"tens": (10.0, 100.0), "dozens": (24.0, 100.0), "hundreds": (100.0, 1e3), "thousands": (1e3, 1e4), "millions": (1e6, 1e7),
        "billions": (1e9, 1e10), "trillions": (1e12, 1e13)}
VAGUE = rf"({'|'.join(ENDS)})(?:\s+of\s+(thousands|millions|billions|trillions)\b|(?=\s+of\b))"
LEADING_PARTS = {"quarter": 4, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10, "hundredth": 100,
                 "thousandth": 1000}                                    # without an article: "quarter-litre", "tenth of a gallon"
SHARES = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
AND_SHARE = (r"\s+and\s+(?:(?:an?|one)[\s-]+)?(half|quarter|third)\b"
             r"(?!\s+(?:of\s+(?:all|his|her|its?|my|our|th(?:e|em|eir|ese|ose)|us|your?)|an?)\b|[\s-]*(?:million|billion|dozen))"
             r"|\s+and\s+three[\s-]+quarters\b")                       # behind a unit: "an hour and a half"
AND_FIGURE = (r"\s+and\s+(?:an?\s+)?(?:half|quarter|third|three\s+quarters|[0-9]"
              r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)\b)")
_TO_TEN = "[0-9]|two|three|four|five|six|seven|eight|nine|ten"
RANGE_OF_ONE = (rf"(?:\s|-)(?:to|or)[\s-](?:{_TO_TEN})\b"
                rf"|\s(?:out of|in)(?: every)? (?:{_TO_TEN}|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty"
                r"|(?:a|one) (?:hundred|thousand|million|billion|dozen))")
SCALE_HEADS = "hund|thou|mill|bill|tril|lakh|cror|doze"                 # how scale words begin
GOES_ON = r"and\s(?:an?\s|half|quarter|three|[0-9])|point\s[0-9]"     # behind digits and a space
CONTINUES = (rf"[ -]?(?:{SCALE_HEADS})|[\s-]?and[ -](?:an?[ -])?(?:half|quarter)\b|[\s-]?and[ -]three[ -]quarters"
             r"|[ ]point [0-9]")                                        # behind digits

_SECOND = (rf"(?:{'|'.join(_TENS_WORDS)})(?:[ -](?:{'|'.join(_UNITS)}))?|{'|'.join(_TEENS)}")
SPOKEN_YEAR = rf"({'|'.join(_TEENS[1:])}|twenty)[ -]({_SECOND})\b"        # nineteen eighty-four, twenty ten
YEAR_HEADS = frozenset((*_TEENS[1:], "twenty"))


def _kinds() -> dict[str, tuple[int, int]]:
    kinds = dict.fromkeys([*_TIME, "first", "firsts", "second"], (OTHER, 0)) | dict.fromkeys(("zero", "nought", "naught", "nil"), (ZERO, 0))
    kinds |= {word: (UNIT, n) for n, word in enumerate(_UNITS, 1)}
    kinds |= {word: (TEEN, n) for n, word in enumerate(_TEENS, 10)}
    kinds |= {word: (TENS, 10 * n) for n, word in enumerate(_TENS_WORDS, 2)} | {"fourty": (TENS, 40)}
    kinds |= {"hundred": (HUNDRED, 100), "hundreds": (HUNDRED, 100), "threescore": (TENS, 60), "fourscore": (TENS, 80)}
    kinds |= {word: (SCALE, power) for power, words in _POWERS.items() for word in words.split()}
    kinds |= dict.fromkeys(("dozen", "dozens", "doz", "dozs"), (DOZEN, 12))
    kinds |= {word: (ONE_PART, n) for word, n in _PART_WORDS.items()} | {word + "s": (PARTS, n) for word, n in _PART_WORDS.items()}
    kinds |= {"half": (HALF, 2), "and": (AND, 0), "a": (A, 0), "an": (A, 0), "point": (POINT, 0), "over": (OVER, 0), "of": (OF, 0)}
    kinds |= dict.fromkeys("-‐‑", (HYPHEN, 0)) | {",": (COMMA, 0)}
    return kinds


KIND = _kinds()
# A figure begins: behind "and over", that is no end of the figure before then.
FIGURE_AHEAD = (r"\s+(?P<to>to\s+)?(?:[$£€¥]?[0-9]|(?:an?\s+)?(?:"
                + "|".join(word for word, (kind, _) in KIND.items()
                           if kind in (UNIT, TEEN, TENS, HUNDRED, SCALE, DOZEN, HALF) and len(word) > 2)
                + r")\b)")
SCALE_AHEAD = (r"[\s-]+(?:" + "|".join(word for word, (kind, _) in KIND.items() if kind in (HUNDRED, SCALE, DOZEN) and len(word) > 4)
               + r")\b")
END = (NONE, 0)
SIMPLE = {word: spelled(n) for word, (kind, n) in KIND.items() if kind in (ZERO, UNIT, TEEN, TENS)}
GROUP = frozenset({UNIT, TEEN, TENS})


def ends_at(words: Sequence[str], i: int) -> bool:
    """Whether no numeral word stands at ``i``."""
    return i >= len(words) or (words[i] not in KIND and "-" not in words[i] and not words[i][0].isdigit())
