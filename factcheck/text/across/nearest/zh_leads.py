"""What leads to a figure in Chinese, and whether it says that it is a level, a step or a share."""

from __future__ import annotations

from ....patterns import regex
from ....typed import TYPE_CHECKING
from ..items import Item
from .window import POINTS

if TYPE_CHECKING:
    from ..words import Vocabulary
    from .window import Near

LONG = 60                                # characters before a figure that may name it
NAMED, LEAST = 4, 3                      # characters by which a subject is known again
BREAKS = "；;。\n"
CLOSED = regex.compile(r"[(（][^()（）]*+[)）]")


def lead(near: Near, k: int) -> str:
    """The words that lead to a figure, over a bracket before them: 占总人口比重（城镇化率）为64%; or over what it rose from or by:
    占比由2012年的33%提升至44%.
    """
    item = near.inside[k]
    if k and near.words.nearest_reach.fullmatch(item.label.strip()) is not None:
        last = near.inside[k - 1]
        moved = near.words.nearest_moved if last.q.dimension == POINTS else near.words.nearest_from if last.q.unit == "percent" else None
        if moved is not None and moved.search(last.label) is not None and last.number == item.number:
            stem: str = moved.sub("", last.label)
            return stem.strip()
    if near.text[item.start - 1 : item.start] not in (")", "）"):
        return item.label.strip()
    start = max(item.begin, item.q.start - LONG, near.inside[k - 1].q.end if k else 0)
    words: str = CLOSED.sub("", near.text[start : item.q.start])
    return words[max(words.rfind(sign) for sign in "，,；;：:（(") + 1 :].strip()


def level(item: Item, words: Vocabulary) -> bool:
    """Whether a figure is an amount by itself, no step and no whole of a share: 比上年增加3亿元，占预算40亿元的8%."""
    if item.q.kind != "quantity" or stepped(item, words) or words.nearest_mark.match(item.text, item.q.end, item.end) is not None:
        return False                                          # 突破200亿元大关
    return words.share_behind.match(item.text, item.q.end, item.end) is None


def stepped(item: Item, words: Vocabulary) -> bool:
    """Whether a word of change leads to a figure."""
    return words.changes_by.search(item.label) is not None


def step_led(near: Near, item: Item) -> bool:
    """The same, with nothing before it or what the sentence has named already."""
    label = item.label.strip()
    if near.words.nearest_step.fullmatch(label):
        return True
    name = near.words.nearest_subject.sub("", near.words.periods.sub("", near.words.nearest_led.sub("", label)))[:NAMED]
    return stepped(item, near.words) and len(name) >= LEAST and name in near.text[item.begin : item.start]


def based(item: Item, words: Vocabulary) -> str:
    """Whether a step is told to be of a month or of a year: "m", "y" or ""."""
    hit = words.nearest_base.search(item.label)
    return "" if hit is None else str(hit.lastgroup)
