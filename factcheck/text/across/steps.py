"""A step in one sentence, its level in the one before: 登记结婚600万对。与上年相比，减少150万对，下降20%。"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...typed import TYPE_CHECKING
from .items import BLANK, Item, claim, frame
from .parts import changes

if TYPE_CHECKING:
    from ...values import Claim
    from .words import Vocabulary


def link(found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Steps with their percentages, and the level that they lead to."""
    for at in range(len(found) - 1):
        step, rate = found[at], found[at + 1]
        if rate.q.kind != "share" or step.q.kind != "quantity" or step.sentence != rate.sentence or rate.number - step.number > 1:
            continue
        vocabulary = words[step.q.lang]
        if "step_words" not in vocabulary.words or step.q.per or step.q.is_range or rate.q.is_range or step.adjusted(vocabulary):
            continue
        verb = vocabulary.step_words.search(step.label)
        if verb is None or vocabulary.step_words.search(rate.label) is None or vocabulary.yearly_mean.search(rate.label):
            continue
        name = vocabulary.step_base.sub("", step.label[: verb.start()]).strip(BLANK + ",，、" + vocabulary.edges)
        level = _level(found, at, name, vocabulary)
        if level is None:
            continue
        falls = vocabulary.falling.search(step.label[verb.start() :]) is not None
        if falls != (vocabulary.falling.search(rate.label) is not None):
            continue
        roles = [("new", level.q), ("difference", step.q), ("percent", rate.q)]
        direction = "down" if falls else "up"
        yield claim("change", roles, f"{vocabulary.code}.across.step", vocabulary.code, direction=direction, severity="warning")


def _level(found: Sequence[Item], at: int, name: str, words: Vocabulary) -> Item | None:
    """The level of the sentence before: the one of that name, or the only amount there if the step names nothing and comes first."""
    step = found[at]
    if at and found[at - 1].sentence == step.sentence and not name:
        return None
    before = [item for item in found[max(0, at - 8) : at] if item.sentence == step.sentence - 1 and item.paragraph == step.paragraph]
    levels = [item for item in before if item.q.kind == "quantity" and item.q.dimension == step.q.dimension and not item.q.per]
    levels = [item for item in levels if not changes(item.label, words) and not item.q.is_range]
    if name:
        levels = [item for item in levels if frame(item, words).endswith("".join(name.split()))]
    elif len([item for item in before if item.q.kind == "quantity"]) > 1:
        return None
    return levels[0] if len(levels) == 1 and levels[0].q.printed_low * levels[0].q.factor > step.q.printed_low * step.q.factor else None
