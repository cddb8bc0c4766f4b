"""The document as the reader sees it: blocks, language, dateline, and the sentences that hold a figure.

What is not prose (code, comments, tags, addresses) is masked: skipped, never rewritten, so that every span stays true.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import regex

from ..values import Block, Document

CJK = r"\u3400-\u9fff\uf900-\ufaff"
_CJK = regex.compile(f"[{CJK}]")
_LETTER = regex.compile(r"[A-Za-z]")
_MASK = regex.compile(
    r"(?s)```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|`[^`\n]++`|<!--.*?(?:-->|\Z)|<(?:script|style)\b.*?(?:</(?:script|style)>|\Z)|</?[A-Za-z][^<>\n]{0,400}>"
    r"|(?:https?://|www\.)[^\s<>()（）\u3000-\u9fff]++|[\w.+-]{1,64}@[\w-]++\.[\w.-]++"
)
_MAY_MASK = regex.compile(r"[`<@]|~~~|://|www\.")
# Digits and numerals in characters; number words in English, led by a literal so that the scan is quick.
_DIGITS = regex.compile(r"[0-9０-９%％½¼¾〇零一二三四五六七八九十百千万萬亿億两兩廿半几幾壹贰叁肆伍陆柒捌玖拾佰仟倍番數数]")
_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty"
    "|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|halved|halves|halving|thirds?|quarters?"
    "|quadrupl|quintupl|doubl|tripl|trebl|twice|thrice|zero|nil|naught|nought|single|lakhs?|crores?|couple|pair|tenths?|fifths?|eighths?|twofold"
)
_WORDS = regex.compile(rf"(?:[ \-(\"“‘'/—–]|\n)(?:{_NUMBER_WORDS}|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen"
                       r"|Sixteen|Seventeen|Eighteen|Nineteen|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety|Hundred|Thousand|Million|Billion|Trillion"
                       r"|Dozen|Half|Doubl|Tripl|Twice|Zero|Quadrupl|Single))")
_END_EN = regex.compile(r"(?<=[A-Za-z0-9%’'\"”)\]]{2}|\s[0-9A-Z])[.!?]++[\"”’)\]]*+\s++(?=[\"“‘(\[]?[A-Z0-9$£€])|\n")
_END_ZH = regex.compile(r"[。！？!?]++[\"”』」）)’]*+|\n|(?<=[\u3400-\u9fff])\.(?=\s|$)")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st no nos vs inc corp co ltd jr sr gov sen rep gen col lt prof rev hon jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k "
    "u.n e.g i.e approx est fig figs vol pp dept univ assn bros cf al etc ca cir".split())
_DATES = (
    (regex.compile(r"(?m)^date:\s*[\"']?(\d{4})-(\d{1,2})-(\d{1,2})"), None),
    (regex.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)"), None),
    (regex.compile(r"(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2}),? ((?:19|20)\d\d)\b"), "mdy"),
    (regex.compile(r"(?i)\b(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? ((?:19|20)\d\d)\b"), "dmy"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
HEAD = 1500                               # characters in which a dateline is looked for


def parse(text: str, *, path: str = "", lang: str = "auto", date: str = "") -> Document:
    """The Document of a decoded text.  ``lang`` "auto" counts letters; ``date`` (ISO) wins over what the text says."""
    if lang not in ("en", "zh"):
        lang = language_of(text)
    return Document(text, tuple(_blocks(text)), lang, date or dateline(text), path)


def language_of(text: str) -> str:
    """"zh" if Han characters outweigh Latin letters in a sample (a Han character carries about three letters' worth)."""
    sample = text if len(text) < 6000 else text[:3000] + text[len(text) // 2 : len(text) // 2 + 3000]
    han = len(_CJK.findall(sample))
    return "zh" if han and han * 3 >= len(_LETTER.findall(sample)) else "en"


def dateline(text: str) -> str:
    """The first full date at the head of the text, ISO; "" if none or impossible."""
    head = text[:HEAD]
    for pattern, order in _DATES:
        found = pattern.search(head)
        if found is None:
            continue
        a, b, c = found.groups()
        if order == "mdy":
            year, month, day = int(c), _MONTHS.index(a.lower()) + 1, int(b)
        elif order == "dmy":
            year, month, day = int(c), _MONTHS.index(b.lower()) + 1, int(a)
        else:
            year, month, day = int(a), int(b), int(c)
        if 1 <= month <= 12 and 1 <= day <= 31:
            return f"{year:04d}-{month:02d}-{day:02d}"
    return ""


def _blocks(text: str) -> Iterator[Block]:
    """One block a line; front matter and what is masked are ``code``."""
    start = 1 if text.startswith("\ufeff") else 0
    front = regex.compile(r"---\r?\n.*?\n---\r?(?:\n|\Z)", regex.S).match(text, start, min(len(text), 20000)) if text.startswith("---", start) else None
    if front is not None:
        yield Block("code", start, front.end())
        start = front.end()
    masks = [found.span() for found in _MASK.finditer(text, start)] if _MAY_MASK.search(text, start) else []
    at = start
    for begin, end in masks:
        if begin > at:
            yield Block("prose", at, begin)
        yield Block("code", begin, end)
        at = end
    if at < len(text):
        yield Block("prose", at, len(text))


def anchors(text: str) -> list[int]:
    """Where figures may stand, in order: digits and numerals by one scan, number words by another."""
    found = [hit.start() for hit in _DIGITS.finditer(text)]
    words = [hit.start() + 1 for hit in _WORDS.finditer(text)]
    if text[:1].isalpha():
        first = _WORDS.match(" " + text[:40])
        if first is not None:
            words.insert(0, 0)
    return sorted(found + words) if found and words else found or words


def sentences(document: Document) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it begins a line, of every sentence that may hold a figure."""
    text = document.text
    places = anchors(text)
    total = len(places)
    for block in document.blocks:
        if block.kind == "code":
            continue
        at, stop = block.start, block.end
        k = bisect_left(places, at)
        while k < total and places[k] < stop:
            pos = places[k]
            line = max(text.rfind("\n", at, pos) + 1, at)
            close = text.find("\n", pos, stop)
            close = stop if close < 0 else close
            opens = line == 0 or text[line - 1] in "\n\ufeff"
            for begin, end in _split(text, line, close):
                if k < total and places[k] < end:
                    yield begin, end, opens and begin == line
                    k = bisect_left(places, end, k)
            at = close + 1
            k = bisect_left(places, at, k)


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one line."""
    han = _CJK.search(text, start, end) is not None
    at = start
    for found in (_END_ZH if han else _END_EN).finditer(text, start, end):
        if not han and text[found.start()] == ".":
            word = text[max(start, found.start() - 12) : found.start()].rsplit(None, 1)[-1:]
            if word and word[0].lower().lstrip("(\"“") in _ABBREVIATIONS:
                continue
        yield at, found.end()
        at = found.end()
    if at < end:
        yield at, end


def script(text: str, start: int, end: int) -> str:
    """The language a sentence is read in: Chinese if it holds a Han character."""
    return "zh" if _CJK.search(text, start, end) else "en"
