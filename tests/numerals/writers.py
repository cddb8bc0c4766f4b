"""Values written as words: the inverse of the readers, for round trips."""

from __future__ import annotations

ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen").split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ENGLISH_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
SOUTH_ASIAN_SCALES = ((10**7, "crore"), (10**5, "lakh"), (10**3, "thousand"))

ALPHABETS = {                                   # digits, 十百千, 万亿兆
    "simplified": ("零一二三四五六七八九", "十百千", "万亿"),
    "traditional": ("零一二三四五六七八九", "十百千", "萬億"),
    "financial": ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万亿"),
    "financial_traditional": ("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬億"),
}


def english(n: int, british: bool = True, scales: tuple[tuple[int, str], ...] = ENGLISH_SCALES) -> str:
    """1250 → "one thousand two hundred and fifty"; American usage drops the "and", except in "one million and one"."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    if n < 1000:
        rest = n % 100
        return f"{ONES[n // 100]} hundred" + (f"{' and' if british else ''} {english(rest)}" if rest else "")
    words = []
    last = 0
    for size, name in scales:
        if n >= size:
            last = size
            words += [english(n // size, british, scales), name]
            n %= size
    if n:
        words += (["and"] if n < 100 and (british or last > 1000) else []) + [english(n, british, scales)]
    return " ".join(words)


def chinese(n: int, alphabet: str = "simplified") -> str:
    """1250 → 一千二百五十; below 10¹⁶."""
    digits, small, big = ALPHABETS[alphabet]
    if n == 0:
        return digits[0]
    sections = []
    while n:
        n, section = divmod(n, 10000)
        sections.append(section)
    out = ""
    zero = False
    for i in reversed(range(len(sections))):
        section = sections[i]
        if section:
            zero = zero or (bool(out) and section < 1000)
            out += (digits[0] if zero else "") + _section(section, digits, small)
            zero = False
        elif out:
            zero = True
        out += big[0] if i % 2 and section else ""
        if i == 2:
            out += big[1]
    return out


def _section(n: int, digits: str, small: str) -> str:
    out, zero = "", False
    for power in (3, 2, 1, 0):
        digit = n // 10**power % 10
        if digit:
            out += (digits[0] if zero and out else "") + digits[digit] + (small[power - 1] if power else "")
            zero = False
        else:
            zero = True
    return out
