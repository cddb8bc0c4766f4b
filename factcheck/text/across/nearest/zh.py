"""The figures of a Chinese sentence that no rule has read, each given to what reads its kind: the words that lead to a figure tell what it
is, 占财政收入的比重为75%.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....typed import TYPE_CHECKING
from ..items import Item, amount, plain
from . import (
    zh_apart,
    zh_balances,
    zh_columns,
    zh_faster,
    zh_margins,
    zh_means,
    zh_multiples,
    zh_ranged,
    zh_rates,
    zh_reckoned,
    zh_serial,
    zh_shares,
    zh_steps,
    zh_then,
    zh_totals,
    zh_turns,
)
from .window import POINTS, Near
from .zh_leads import LONG, based, lead, step_led

if TYPE_CHECKING:
    from ....values import Claim
    from ..words import Vocabulary

MANY = 48                                # figures of a sentence: one that has more is a table
READ = frozenset({"share", "change", "growth", "bayes"})
LEVELS = frozenset({"old", "new"})       # of a share that rose: it is one of something, too


def may_tell(sentence: Sequence[Item], last: Sequence[Item], near: str, words: Vocabulary) -> bool:
    """Whether there may be something to read in a sentence behind another: always, as its words are looked at figure by figure."""
    del sentence, last, near, words
    return True


def link(near: Near) -> Iterator[Claim]:
    """The claims of a sentence."""
    sentence = near.sentence
    held = frozenset(q.start for c in sentence.claims if c.relation in READ for role, q in c.roles
                     if q.dimension in ("percent", POINTS) and (c.relation != "change" or role not in LEVELS))
    means = frozenset(q.start for c in sentence.claims if c.relation in ("mean", "product") for _, q in c.roles)
    near = near._replace(held=held)
    yield from zh_rates.ratios(near)
    if near.before and "；" in near.text[sentence.start : sentence.end]:
        yield from zh_columns.parts(near)
    begin = near.before[-1].begin if near.before else sentence.start
    rows = near.words.columns_led.search(near.text, begin, sentence.end) is not None
    steps = frozenset(q.start for c in sentence.claims if c.relation == "change" for _, q in c.roles)
    for k, item in enumerate(near.inside):
        claims = list(_figure(near, k, rows, means))
        yield from claims
        if not claims and item.q.start not in steps:
            yield from zh_then.told(near, k)
            if k or near.before:
                yield from zh_then.late(near, k)


def _figure(near: Near, k: int, rows: bool, means: frozenset[int]) -> Iterator[Claim]:
    item = near.inside[k]
    q = item.q
    if not q.unit and near.words.nearest_sexes.search(near.text[max(item.begin, q.start - LONG) : q.start]):
        yield from zh_shares.sexes(near, k)
    if q.dimension == POINTS and q.start not in near.held and not q.is_range:
        if step_led(near, item) or near.words.nearest_over.search(item.label.strip()):
            told = list(zh_steps.points(near, k, based(item, near.words)))
            yield from told or zh_faster.faster(near, k)
    elif k and (q.kind == zh_multiples.TIMES or q.unit == "percent" and q.start not in near.held):
        yield from zh_multiples.of_year(near, k)
        yield from zh_multiples.named(near, k)
    elif q.kind == "quantity" and q.start not in means:
        yield from _amount(near, k, rows)
    if k and near.totals and q.unit == "percent" and q.start not in near.held and (claims := list(zh_shares.of_total(near, k))):
        yield from claims
    elif q.unit == "percent" and q.start not in near.held and plain(q):
        yield from _percentage(near, k, rows)
    if q.unit == "percent" and k and (q.is_range or k + 1 < len(near.inside)):
        yield from zh_ranged.forecast(near, k)
        yield from zh_ranged.levels(near, k)
    if q.unit == "percent" and q.start not in near.held and (k or k + 1 < len(near.inside)):
        yield from zh_serial.year_before(near, k)


def _amount(near: Near, k: int, rows: bool) -> Iterator[Claim]:
    item, words = near.inside[k], near.words
    if rows:
        yield from zh_columns.sums(near, k)
        if near.before and words.in_turn.search(item.label):
            yield from zh_columns.late(near, k)
    if rows or not k:
        yield from zh_columns.divided(near, k)
    if k or near.before:
        yield from zh_totals.closed(near, k)
    if k == 0 or near.inside[k - 1].number < item.number:
        yield from zh_totals.announced(near, k)
    yield from zh_totals.opposed(near, k)
    yield from zh_margins.late(near, k)
    if k:
        yield from zh_reckoned.totals(near, k)
        yield from zh_reckoned.chained(near, k)
        yield from zh_reckoned.converted(near, k)
        yield from zh_reckoned.densities(near, k)
    yield from zh_reckoned.exchanged(near, k)
    yield from zh_reckoned.priced(near, k)
    yield from zh_means.means(near, k)
    if words.nearest_gap.search(item.label) and amount(item.q):
        yield from list(zh_means.gap(near, k)) or zh_balances.balance(near, k)


def _percentage(near: Near, k: int, rows: bool) -> Iterator[Claim]:
    item, words, label = near.inside[k], near.words, lead(near, k)
    behind = words.composed_behind.match(near.text, item.q.end, item.end)
    if behind is not None:
        yield from zh_rates.rate(near, k, behind["rate"])
        return
    if rows and (claims := list(zh_turns.bases(near, k))):
        yield from claims
        return
    if k + len(near.before) > 3 and (claims := list(zh_turns.pairs(near, k))):
        yield from claims
        return
    margin = words.nearest_margin.search(label)
    if margin is not None:
        yield from zh_margins.margins(near, k, margin)
        return
    if words.composed_else.fullmatch(label):
        yield from zh_rates.undecided(near, k)
    if words.nearest_yearly.search(label):
        if not item.adjusted(words):
            yield from list(zh_steps.yearly(near, k)) or zh_apart.yearly(near, k)
        if k:
            yield from zh_multiples.yearly(near, k)
            yield from zh_multiples.ranged(near, k)
    elif words.nearest_step.fullmatch(label):
        if words.in_turn.search(label):
            yield from zh_columns.steps(near, zh_shares.in_a_row(near, k), words.falling.search(label) is not None)
        else:
            yield from zh_steps.percent(near, k)
        yield from zh_columns.serial(near, zh_shares.in_a_row(near, k))
    elif (each := words.nearest_each_step.fullmatch(label)) is not None \
            and set(words.nearest_each_light.sub("", each["names"])) <= set(near.text[near.sentence.start : item.start]):
        yield from zh_columns.steps(near, zh_shares.in_a_row(near, k), words.falling.search(label) is not None)
    elif k and len(label) < 2 and words.nearest_with.search(near.inside[k - 1].label.strip()) \
            and words.nearest_follows.match(near.text, item.q.end, item.end) is not None:                     # 以4300台、34%的份额居首
        yield from zh_shares.share(near, k, "", {"market": near.text[item.begin : item.q.start]})
    elif k and len(label) < 2 and words.nearest_joined.fullmatch(near.text, near.inside[k - 1].q.end, item.q.start):
        yield from zh_steps.joined(near, k)
    elif rows and words.columns_rate.search(label) and (claims := zh_columns.shares(near, zh_shares.in_a_row(near, k))):
        yield from claims
    elif words.nearest_means.fullmatch(label) and not item.overlaps(words):      # 也就是说91%的博物馆不收门票
        of = words.nearest_means_of.match(near.text, item.q.end, item.end)
        if of is not None and of["name"] in near.text[near.sentence.start : item.start]:
            yield from zh_shares.share(near, k, "", {})
    elif not item.overlaps(words):
        if words.nearest_follows.match(near.text, item.q.end, item.end) is not None and words.nearest_with.search(label):
            yield from zh_shares.share(near, k, "", {})
        if k and (joint := words.columns_together.search(label)) is not None:
            yield from zh_columns.together(near, k, joint["name"])
        hit = words.share_led_by.search(label)
        if hit is None and words.mentions("nearest_signs", label):
            hit = words.nearest_shared.search(label) or words.nearest_rate.search(label)
        if hit is not None and words.in_turn.search(label):
            row = zh_shares.in_a_row(near, k)
            yield from zh_shares.row(near, k, hit.groupdict()) or zh_columns.shares(near, row) or zh_columns.hundred(near, row)
        elif hit is not None:
            single = list(zh_shares.share(near, k, label[: hit.start()].strip(), hit.groupdict()))
            yield from single or (zh_rates.rate(near, k, hit["rate"]) if hit.groupdict().get("rate") else ())
