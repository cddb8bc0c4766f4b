"""A whole check takes time in proportion to its text, whatever the text is.

Ratios to ordinary text measured in the same run, the smallest of several, so that a busy machine does not decide.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

import factcheck

ARTICLES = Path(__file__).parents[1] / "golden" / "articles"
SIZE = 100_000
MOST = 3.0                                     # times ordinary text of that size
CONSTANT = 0.05                                # seconds
LINEAR, LINEAR_DENSE = 1.2, 1.5                # the memory of very many claims takes its toll
SMALL, TIMES = 2_000, 16
ROUNDS = 3


def ordinary(lang: str, size: int) -> str:
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob(f"{lang}_*.md")))
    return (text * (size // len(text) + 1))[:size]


def seconds(text: str, rounds: int = ROUNDS) -> float:
    """The smallest CPU time of several checks."""
    times = []
    for _ in range(rounds):
        start = process_time()
        factcheck.check_text(text)
        times.append(process_time() - start)
    return min(times)


def repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


# Nothing but one thing over and over.  "|" ends a piece that ends with a space.
HOSTILE = """
1234567890  7  ,  1,11,11,  1,234,  １２，３，  1.2.  ...  1-2-3-  十  万  一二三  十亿  分之  百分之  (  (1) |  ()  （  （1（  12 kilomete |  12公  one |  a |
twenty-  hundred and |  million |  1 of |  $  $1 |  rose |  每  每年  “1”  -  1/2/  1:2:  '  1 |  | 1 | 2 |\\n  ```\\n  <1>  &#49;  🙂1
a  word |  汉  汉字。  2023年  2023-01-01 |  翻  about nearly |  近约超  km |  1–  1st |  1 and |  1 vs. |  1e9  1 per |  5 a day |  即  其中
"""
# Every few characters a figure with all that a claim needs: slower than prose, but in proportion.
DENSE = {
    "rose": "rose 5% to 6 from 7 ", "from": "from 1 to 2 ", "percentages": "5% ", "shares": "5%, ", "doubled": "doubled every 2 months ", "翻番": "每2个月翻一番，",
    "由至": "由1增至2", "增长": "增长5%，", "list": "a total of 1, 2, 3, ", "of": "1 of 2 men (5%), ", "其中": "其中1个，", "并列": "1个、", "倍": "3倍", "times": "3.5x ",
    "column": "1\n", "items": "1. a\n", "item figures": "- 5 a\n", "headings": "# 1\n", "halves": "5 men (40%) and 6 (60%). ", "largest": "the largest with 5, followed by 6, ",
    "ago": "ten years ago, in 1990. ", "其次": "最大的有5人，其次有6人，", "rose.": "Sales rose 5% to 6 from 7. ", "增长。": "出口由1亿元增至2亿元，增长5%。", "lines": "1. Sales rose 5% to 6 from 7.\n",
}


def pieces() -> list[str]:
    return [piece.removesuffix("|").replace("\\n", "\n") for line in HOSTILE.strip().splitlines() for piece in line.split("  ") if piece]


@pytest.fixture(scope="module")
def usual() -> float:
    factcheck.check_text("One in five, or 20%. 五分之一，即20%。")
    return min(seconds(ordinary("en", SIZE)), seconds(ordinary("zh", SIZE)))


@pytest.mark.parametrize("piece", pieces(), ids=repr)
def test_hostile_text_is_not_much_slower_than_ordinary_text(piece: str, usual: float) -> None:
    limit = MOST * usual + CONSTANT
    took = seconds(repeated(piece)(SIZE), 1)
    if took > limit:
        took = min(took, seconds(repeated(piece)(SIZE), 2))
    assert took <= limit, f"{took / usual:.1f} times ordinary text"


@pytest.mark.parametrize("name", ["en", "zh", *DENSE])
def test_time_grows_with_the_text(name: str) -> None:
    """A text takes at most 1.2 times what its 16 pieces take, each checked alone; of figures and nothing else, 1.5 times."""
    text = repeated(DENSE[name])(SMALL * TIMES) if name in DENSE else ordinary(name, SMALL * TIMES)
    parts = [text[at : at + SMALL] for at in range(0, len(text), SMALL)]
    best = float("inf")
    limit = LINEAR_DENSE if name in DENSE else LINEAR
    for _ in range(4):
        best = min(best, seconds(text, 1) / sum(seconds(part, 1) for part in parts))
        if best <= limit:
            return
    pytest.fail(f"{best:.2f} times what is in proportion")
