"""The document as the reader sees it: blocks, language, dateline, and the sentences that hold a figure.

What is not prose (code, comments, tags, addresses) is masked: skipped, never rewritten, so that every span stays true.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..patterns import re, trie
from ..values import Block, Document
from .numerals.zh_words import ANCHORS

CJK = r"\u3400-\u9fff\uf900-\ufaff"
_CJK = re.compile(f"[{CJK}]")
_HAN = re.compile(f"[{CJK}]+")
_WORD = re.compile(r"[A-Za-z]{3}")
_LETTERS = re.compile(r"[A-Za-z]+")
# What is not prose, by the sign that must stand in the text for it to be looked for.
_MASKS = {
    "`": r"(?s)```.*?(?:```|\Z)|`[^`\n]++`",
    "~~~": r"(?s)~~~.*?(?:~~~|\Z)",
    "<!--": r"(?s)<!--.*?(?:-->|\Z)",
    "</": r"(?s)<(?:script|style)\b.*?(?:</(?:script|style)>|\Z)|</?[A-Za-z][^<>\n]{0,400}>",
    "<br": r"<br[^<>\n]{0,40}>",
    "://": r"https?://[^\s<>()（）\u3000-\u9fff]++",
    "www.": r"www\.[^\s<>()（）\u3000-\u9fff]++",
    "@": r"@[\w-]++\.[\w.-]++",
}
ADDRESS = 64  # characters that may stand before the @ of a mail address
# Two scans with `re`, whose matches are made faster: digits and numerals in characters; number words, led by what stands before a word.
_DIGITS = re.compile(f"[0-9０-９½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞{ANCHORS}]")
_NUMBER_WORDS = [
    *(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion quadrillion dozen half halve "
        "halving third quarter quadrupl quintupl doubl tripl trebl twice thrice zero nil naught nought single lakh crore couple pair "
        "tenth fifth eighth"
    ).split(),
    "a kilo", "a kg", "a lb", "a dollar", "a pound", "a litre", "a liter", "a millil", "an ml", "a gallon", "a mile", "a metre",
    "a tonne", "a percent", "a gram", "a quart", "a teasp", "a tablesp",
]


_WORDS = re.compile('[ \\n("“‘—–-]' + trie(_NUMBER_WORDS + [word.capitalize() for word in _NUMBER_WORDS]))
_END_EN = re.compile(r"[.!?]++[\"”’)\]]*+\s++(?=[\"“‘(\[]?[A-Z0-9$£€¥½⅓⅔¼¾⅕⅛])")
_ENGLISH = re.compile(r"[A-Z][A-Za-z'’]*(?: [A-Za-z0-9$£€%.,;:'’()-]+){5,}(?<=[.!?])(?![A-Za-z0-9])")     # a sentence of it among Han
PLAIN = 4                                # plain words of an English sentence in a Chinese line
_LOWER = re.compile(r" [a-z]{2,}")
_END_ZH = re.compile(r"[。！？!?]++[\"”』」）)’]*+|\n|(?<=[\u3400-\u9fff])\.(?=\s|$)")
_FRONT = re.compile(                             # "1、", 一是, 新华社北京3月4日电: what stands before a sentence and is none of it
    r"\s*+[0-9]{1,2}[.)] +(?=[A-Z])"
    r"|\s*+(?:(?:[0-9]{1,2}[.、)）．]|[(（]?[一二三四五六七八九十]{1,2}(?:是|[、)）])|[①-⑳])\s*+(?=[\u3400-\u9fff])(?![一二三四五六七八九十])"
    r"|[^0-9，。；：、,.;:()（）\n]{2,12}[0-9]{1,2}月[0-9]{1,2}日[电電讯訊][\s，：:]*+(?:[(（][^()（）\n]{1,30}[)）]\s*+)?)"
)
_MARKER = re.compile(r"[0-9]{1,3}(?:[.)]\s|\s+[A-Z])|[0-9a-z]\)")  # "12. ", "3) ", "7 Things to know": begins an item of a list
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st no nos vs inc corp co ltd jr sr gov sen rep gen col lt prof rev hon jan feb mar apr jun jul aug sep sept oct nov dec "
    "u.s u.k u.n h.r a.d b.c rs tk rp e.g i.e approx est fig figs eq eqs vol pp dept univ assn bros cf al etc ca cir m.p.h k.p.h".split()
)
_LEADS_ON = frozenset("the a an of in to by for and at from than with on or as until since".split())  # at the end of a line
_YEAR = re.compile(r"(?<![0-9.,])(?:19|20)[0-9]{2}(?![0-9,])")
_YMD = re.compile(r"((?:19|20)[0-9]{2})\s?[-/.年]\s?([0-9]{1,2})\s?[-/.月]\s?([0-9]{1,2})(?![0-9])")
_MDY = re.compile(r"([A-Z][a-z]{2})[a-z]*\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? $")
_DMY = re.compile(r"(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2})[a-z]*\.?,? $")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG, DENSE = 2000, 4  # a sentence this long, every fourth character of it a digit or numeral, is a dump of data
WRAP = 50  # characters of a line that may have been wrapped
HEAD = 1500  # characters in which a dateline is looked for


def parse(text: str, *, path: str = "", lang: str = "auto", date: str = "") -> Document:
    """The Document of a decoded text.  ``lang`` "auto" counts letters; ``date`` (ISO) wins over what the text says."""
    if lang not in ("en", "zh"):
        lang = language_of(text)
    return Document(text, tuple(_blocks(text)), lang, date or dateline(text), path)


def language_of(text: str) -> str:
    """ "zh" if Han characters outweigh Latin letters in a sample (a Han character carries about three letters' worth)."""
    sample = text if len(text) < 6000 else text[:3000] + text[len(text) // 2 : len(text) // 2 + 3000]
    han = sum(map(len, _HAN.findall(sample)))
    return "zh" if han and han * 3 >= sum(map(len, _LETTERS.findall(sample))) else "en"


def dateline(text: str) -> str:
    """The first full date at the head of the text, ISO; "" if none or impossible."""
    for found in _YEAR.finditer(text, 0, min(len(text), HEAD)):
        start = found.start()
        date = _YMD.match(text, start)
        if date is not None:
            year, month, day = (int(part) for part in date.groups())
        else:
            before = text[max(0, start - 20) : start]
            named = _MDY.search(before)
            name, number = named.groups() if named is not None else ("", "")
            if named is None:
                named = _DMY.search(before)
                number, name = named.groups() if named is not None else ("", "")
            if name not in _MONTHS:
                continue
            year, month, day = int(found.group()), _MONTHS.index(name) + 1, int(number)
        if 1 <= month <= 12 and 1 <= day <= 31:
            return f"{year:04d}-{month:02d}-{day:02d}"
    return ""


def _blocks(text: str) -> Iterator[Block]:
    """One block a line; front matter and what is masked are ``code``."""
    start = 1 if text.startswith("\ufeff") else 0
    front = (
        re.compile(r"---\r?\n.*?\n---\r?(?:\n|\Z)", re.S).match(text, start, min(len(text), 20000))
        if text.startswith("---", start)
        else None
    )
    if front is not None:
        yield Block("code", start, front.end())
        start = front.end()
    masks = _masks(text, start)
    at = start
    for begin, end in masks:
        if end <= at:
            continue
        if begin > at:
            yield Block("prose", at, begin)
        yield Block("code", begin, end)
        at = end
    if at < len(text):
        yield Block("prose", at, len(text))


def _masks(text: str, start: int) -> list[tuple[int, int]]:
    """What is not prose, in order; may overlap."""
    found: list[tuple[int, int]] = []
    for sign, pattern in _MASKS.items():
        if sign in text:
            found += [hit.span() for hit in re.compile(pattern).finditer(text, start)]
    if "@" in text:
        for k, (begin, end) in enumerate(found):
            if text[begin] == "@":
                first = begin
                while first > max(start, begin - ADDRESS) and (text[first - 1].isalnum() or text[first - 1] in "._+-"):
                    first -= 1
                found[k] = (first, end)
    return sorted(found)


def anchors(text: str) -> list[int]:
    """Where figures may stand, in order: digits and numerals by one scan, number words by another."""
    found = [hit.start() for hit in _DIGITS.finditer(text)]
    words = [hit.start() + 1 for hit in _WORDS.finditer(text)]
    if text[:1].isalpha():
        first = _WORDS.match(" " + text[:40])
        if first is not None:
            words.insert(0, 0)
    return sorted(found + words) if found and words else found or words


class _Anchors:
    """Where figures may stand, looked for no farther than is asked: words only up to the next digit."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.digit = -1                          # the next place of each kind, if it is not behind where is asked
        self.word = 0 if anchors(text[:40])[:1] == [0] else -1

    def next(self, at: int) -> int:
        """The first place from ``at`` on, which never goes back; the length of the text if there is none."""
        text, total = self.text, len(self.text)
        if self.digit < at:
            hit = _DIGITS.search(text, at)
            self.digit = hit.start() if hit is not None else total
        if self.word < at:
            hit = _WORDS.search(text, max(at - 1, 0), self.digit)
            self.word = hit.start() + 1 if hit is not None else self.digit
        return min(self.digit, self.word)


def sentences(document: Document) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it begins a line, of every sentence that may hold a figure."""
    text = document.text
    figure = _Anchors(text).next
    western = text.isascii() or _CJK.search(text) is None
    for block in document.blocks:
        if block.kind == "code":
            continue
        at, stop = block.start, block.end
        pos = figure(at)
        while pos < stop:
            line = max(text.rfind("\n", at, pos) + 1, at)
            while line > at and _wrapped(text, line, at):
                line = max(text.rfind("\n", at, line - 1) + 1, at)
            close = text.find("\n", pos, stop)
            while 0 <= close < stop - 1 and _wrapped(text, close + 1, at):
                close = text.find("\n", close + 1, stop)
            close = stop if close < 0 else close
            opens = line == 0 or text[line - 1] in "\n\ufeff"
            split = _split_en if western or _CJK.search(text, line, close) is None else _split_zh
            for begin, end in split(text, line, close):
                if pos < end:
                    if end - begin < LONG or len(anchors(text[begin:end])) * DENSE < end - begin:
                        front = _FRONT.match(text, begin, end)
                        if front is not None and front.end() < end:
                            yield begin, front.end(), opens and begin == line
                            begin = front.end()
                        yield begin, end, opens and begin == line
                    pos = figure(end)
            at = close + 1
            pos = figure(min(at, stop))


def _wrapped(text: str, line: int, floor: int) -> bool:
    """Whether the line that begins here goes on the sentence of the one before: that one is long, and this begins, or that one ends, as no
    sentence does.
    """
    end = line - 1
    if text[end - 1 : end] == "\r":
        end -= 1
    start = max(text.rfind("\n", floor, end) + 1, floor)
    last = text[end - 1 : end]
    if not last.isascii() or last in ".!?:|>" or end - start < WRAP and not _leads_on(text, start, end, line):
        return False
    opening = text[line] == "(" and not _MARKER.match(text, line + 1)
    first = text[line + opening]
    if first.islower() or first in "$£€":
        return first.isascii() or first in "£€"
    if opening:
        return last.isalnum() or last in "%\"'"
    if first.isdecimal():                                      # "rose 12 pct to\n1,460 tonnes": what leads to a figure ends in a letter
        return (last.islower() or last == ",") and not _MARKER.match(text, line)
    return first.isupper() and first.isascii() and (last == "," or _last_word(text, start, end) in _LEADS_ON)


def _leads_on(text: str, start: int, end: int, line: int) -> bool:
    """Whether a short line goes on in the next: "output rose 3.2 pct to", or a first one whose place of writing was cut off."""
    if not text[end - 1 : end].islower():
        return False
    if _last_word(text, start, end) in _LEADS_ON:
        return True
    return (text[line].islower() or text[line].isdecimal()) and len(text) >= line + WRAP and text.find("\n", line, line + WRAP) < 0


def _last_word(text: str, start: int, end: int) -> str:
    return text[max(text.rfind(" ", max(start, end - WRAP), end) + 1, start) : end]


def _split_zh(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a line that holds Han characters; English ones among them are their own."""
    at = start
    english = _ENGLISH.search(text, start, end)
    while english is not None:
        if len(_LOWER.findall(english[0])) >= PLAIN:
            yield from _split_zh(text, at, english.start())
            yield from _split_en(text, english.start(), english.end())
            at = english.end()
        english = _ENGLISH.search(text, english.end(), end)
    for found in _END_ZH.finditer(text, at, end):
        yield at, found.end()
        at = found.end()
    if at < end:
        yield at, end


def _split_en(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of any other line."""
    at = start
    for found in _END_EN.finditer(text, start, end):
        stop = found.start()
        if text[stop] == ".":
            if stop - start < 2 or not text[stop - 1].isalnum() and text[stop - 1] not in "%’'\"”)]":
                continue
            word = text[max(start, stop - 12) : stop].rsplit(None, 1)[-1:]
            if word and word[0].lower().lstrip('("“') in _ABBREVIATIONS:
                continue
        yield at, found.end()
        at = found.end()
    if at < end:
        yield at, end


def script(text: str, start: int, end: int, lang: str = "en") -> str:
    """The language a sentence is read in: Chinese if it holds a Han character; ``lang`` if it holds no word at all (9m, 15%)."""
    if not text.isascii() and _CJK.search(text, start, end):
        return "zh"
    return "zh" if lang == "zh" and not _WORD.search(text, start, end) else "en"
