"""A share, a rate or a step that no rule has read, and the nearest figures that it can be of:
收入为680亿元，增长4%；其中税收510亿元，增加20亿元，增长4.1%，占财政收入的比重为75%.

What is told is known by the words that lead to it; whose it is, by the order of the figures and the names before them.  A claim is made if
the figures fit as printed, or would but for a slip of the pen in one of them, and if no other figures near would do as well.  The words are
patterns of the language; one without them has no such links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile

from ...frozen import replace
from ...patterns import regex
from ...typed import TYPE_CHECKING, NamedTuple
from ..fitting import counted, directed, growth, only_slip, step_to
from ..fitting import share as share_fits
from ..misprints import meant
from . import columns, composed, reckoned
from .items import Item, Sentence, amount, by_sentence, claim, frame, kin, size
from .neighbours import FAR, POINTS, gap, means, points, stepped, yearly

if TYPE_CHECKING:
    from ...values import Claim, Document, Quantity
    from .words import Vocabulary

BACK = 3                                 # sentences before in which the whole of a share is looked for
FARTHER = 6                              # the same, of one that is named, in the paragraph before
BEHIND, AHEAD = 12, 4                     # figures before and behind the one that is told
MANY = 48                                # figures of a sentence: one that has more is a table
MOST = 8                                 # shares in a row
CLAUSES = 4                              # from a part to its share
LONG = 60                                # characters before a figure that may name it
LARGE = 1e4                              # what a bare figure needs to be an amount
NAMED, LEAST = 4, 3                      # characters by which a subject is known again
ENOUGH = 3                               # digits of a share: coarser ones fit too much
READ = frozenset({"share", "change", "growth", "bayes"})
CLOSED = regex.compile(r"[(（][^()（）]*+[)）]")
BREAKS = "；;。\n"


class Near(NamedTuple):
    """The figures of a sentence, and those of the sentences before it."""

    text: str
    sentence: Sentence
    inside: list[Item]
    before: list[Item]
    far: list[Item]                       # in the paragraph before
    held: frozenset[int]                  # shares, steps and points that a rule has read
    means: frozenset[int]
    years: Mapping[int, Quantity]         # by their places, of this sentence and the one before
    words: Vocabulary


def link(document: Document, sentences: Sequence[Sentence], found: Sequence[Item], words: Mapping[str, Vocabulary]) -> Iterator[Claim]:
    """Claims of shares and steps that no rule has read."""
    text = document.text
    earlier: list[list[Item]] = []
    for n, inside in by_sentence(found):
        vocabulary = words[sentences[n].lang]
        if "nearest_share" in vocabulary.words and len(inside) <= MANY and len(inside) + len(earlier) > 1:
            paragraph = inside[0].paragraph
            last = [item for some in earlier for item in some]
            before = [item for item in last if n - item.sentence <= BACK and item.paragraph == paragraph][-BEHIND:]
            far = [item for item in last if n - item.sentence <= FARTHER and paragraph - item.paragraph in (1, 2)][-BEHIND:]
            held = frozenset(q.start for c in sentences[n].claims if c.relation in READ for _, q in c.roles
                             if q.dimension in ("percent", POINTS))
            means = frozenset(q.start for c in sentences[n].claims if c.relation in ("mean", "product") for _, q in c.roles)
            both = [q for m in (n - 1, n) if m >= 0 for q in sentences[m].quantities.values()]
            years = {q.start: q for q in both if q.kind == "year" and not q.is_range}
            yield from _sentence(Near(text, sentences[n], inside, before, far, held, means, years, vocabulary))
        earlier = [*earlier[1 - FARTHER :], inside]


def _sentence(near: Near) -> Iterator[Claim]:
    yield from composed.ratios(near)
    if near.before and "；" in near.text[near.sentence.start : near.sentence.end]:
        yield from columns.parts(near)
    begin = near.before[-1].begin if near.before else near.sentence.start
    rows = near.words.columns_led.search(near.text, begin, near.sentence.end) is not None
    for k, item in enumerate(near.inside):
        q = item.q
        if not q.unit and near.words.nearest_sexes.search(near.text[max(item.begin, q.start - LONG) : q.start]):
            yield from _sexes(near, k)
        if q.dimension == POINTS and q.start not in near.held and not q.is_range:
            if _step_led(near, item) or near.words.nearest_over.search(item.label.strip()):
                yield from points(near, k, _based(item, near.words))
        elif q.kind == "quantity" and q.start not in near.means:
            if rows:
                yield from columns.sums(near, k)
                if near.before and near.words.nearest_each.search(item.label):
                    yield from columns.late(near, k)
            if k:
                yield from reckoned.totals(near, k)
                yield from reckoned.converted(near, k)
            yield from means(near, k)
            if near.words.nearest_gap.search(item.label) and amount(q):
                yield from gap(near, k)
        if q.unit != "percent" or q.is_range or q.printed_low <= 0 or q.start in near.held or q.hedge not in ("=", "about"):
            continue
        label = _lead(near, k)
        if (behind := near.words.composed_behind.match(near.text, q.end, item.end)) is not None:
            yield from composed.rate(near, k, behind["rate"])
            continue
        if near.words.composed_else.fullmatch(label):
            yield from composed.undecided(near, k)
        if near.words.nearest_yearly.search(label):
            if not item.adjusted(near.words):
                yield from yearly(near, k)
        elif near.words.nearest_step.fullmatch(label):
            if near.words.nearest_each.search(label):
                yield from columns.steps(near, _told(near, k), near.words.falling.search(label) is not None)
            else:
                yield from _step(near, k)
        elif k and len(label) < 2 and near.words.nearest_joined.fullmatch(near.text, near.inside[k - 1].q.end, q.start):
            yield from stepped(near, k)
        elif rows and near.words.columns_rate.search(label) and (claims := columns.shares(near, _told(near, k))):
            yield from claims
        elif not item.overlaps(near.words):
            hit = near.words.nearest_share.search(label) or near.words.nearest_shared.search(label) or near.words.nearest_rate.search(label)
            if hit is not None and near.words.nearest_each.search(label):
                yield from _row(near, k, hit.groupdict()) or columns.shares(near, _told(near, k)) or columns.hundred(near, _told(near, k))
            elif hit is not None:
                single = list(_share(near, k, label[: hit.start()].strip(), hit.groupdict()))
                yield from single or (composed.rate(near, k, hit["rate"]) if hit.groupdict().get("rate") else ())


def _lead(near: Near, k: int) -> str:
    """The words that lead to a figure, over a bracket before them: 占总人口比重（城镇化率）为64%."""
    item = near.inside[k]
    if near.text[item.start - 1 : item.start] not in (")", "）") or not item.label.strip():
        return item.label.strip()
    start = max(item.begin, item.q.start - LONG, near.inside[k - 1].q.end if k else 0)
    lead: str = CLOSED.sub("", near.text[start : item.q.start])
    return lead[max(lead.rfind(sign) for sign in "，,；;：:（(") + 1 :].strip()


# -- shares ---------------------------------------------------------------------------------------------------------------------

def _share(near: Near, k: int, subject: str, told: Mapping[str, str | None]) -> Iterator[Claim]:
    share = near.inside[k]
    part = _part(near, k)
    if part is None or not _sized(part.q) or subject and not _named(subject + (told.get("what") or ""), part, near.words):
        return
    at = near.inside.index(part)
    wholes = [item for item in (*near.before, *near.inside[:at]) if _can_be(item, part, near.words)]
    if not wholes and told.get("rate"):                       # 1402名产妇，足月产1148例，足月产率81.9%
        others = [item for item in (*near.before, *near.inside[:at]) if amount(item.q) and not _stepped(item, near.words)]
        wholes = others if len(others) == 1 and {others[0].q.dimension[:6], part.q.dimension[:6]} == {"count:"} else []
    whole = told.get("name") or told.get("among") or told.get("all") or ""
    name = _bare(whole, near.words)
    rate = told.get("rate") is not None
    wholes = [item for item in wholes if name and _named(name, item, near.words) or not name and size(item.q) > size(part.q)]
    wholes = [item for item in wholes if name and _bare(item.label, near.words).endswith(name)] or wholes
    if not name:
        wholes = [item for item in wholes if share.sentence - item.sentence < 2 and not _shared(near, item, part)]
    if not wholes and len(name) > 1 and share.q.figures >= ENOUGH:
        wholes = [item for item in near.far if _can_be(item, part, near.words) and _called(name, item, near.words)]
    wholes = [item for item in wholes if _in_scope(whole, item, near.words)]
    if share.q.figures < ENOUGH and name:
        wholes = [item for item in wholes if _all_of(name, item, near.words)]
    fitting = [item for item in wholes if share_fits(counted(part.q), counted(item.q), counted(share.q))]
    if not fitting:
        if not wholes or share.q.figures < 2 or (share.q.figures < ENOUGH and (len(wholes) > 1 or not name)) or rate and len(wholes) > 1:
            return
        fitting = [item for item in wholes if only_slip(share_fits, (part.q, item.q, share.q), meant, FAR, counted)]
    if len({size(item.q) for item in fitting}) == 1:
        roles = [("whole", fitting[-1].q), ("part", part.q), ("percent", share.q)]
        yield claim("share", roles, f"{near.words.code}.across.nearest_share", near.words.code, severity="warning")


def _shared(near: Near, item: Item, part: Item) -> bool:
    """Whether a figure has a share of its own, or is another part of what the share is of: 油脂30亿元，占比31%；饲料15亿元，占比15%."""
    if item.sentence != part.sentence:
        behind = near.before[near.before.index(item) + 1 :][:AHEAD]
    else:
        behind = near.inside[near.inside.index(item) + 1 : near.inside.index(part)]
    behind = list(takewhile(lambda one: one.sentence == item.sentence and not _level(one, near.words), behind))
    own = any(near.words.nearest_shared.search(one.label.strip()) or near.words.nearest_bare.search(one.label) for one in behind)
    return own or item.sentence == part.sentence and any(sign in near.text[item.q.end : part.q.start] for sign in BREAKS)


def _told(near: Near, k: int) -> list[Item]:
    """The shares in a row that begins with that figure."""
    return list(takewhile(lambda item: item.q.unit == "percent" and (item is near.inside[k] or len(item.label.strip()) < 2),
                          near.inside[k : k + MOST]))


def _row(near: Near, k: int, told: Mapping[str, str | None]) -> list[Claim]:
    """A、B和C…，分别占总数的60%、30%和10%: a whole that fits all of them, or all but one that a slip of the pen explains."""
    shares = _told(near, k)
    parts = [item for item in near.inside[:k] if _level(item, near.words)][-len(shares) :]
    if len(shares) < 2 or len(parts) != len(shares) or not parts[0].q.dimension:
        return []
    if not all(amount(item.q) and kin(item.q, parts[0].q) for item in parts):
        return []
    if any(item.q.is_range for item in shares) or any(sign in near.text[parts[-1].q.end : shares[0].q.start] for sign in BREAKS):
        return []
    at = near.inside.index(parts[0])
    name = _bare(told.get("name") or told.get("among") or "", near.words)
    found: dict[float, Item] = {}
    for whole in (*near.before, *near.inside[:at]):
        if _can_be(whole, parts[0], near.words) and (not name or _named(name, whole, near.words)):
            triples = [(part.q, whole.q, share.q) for part, share in zip(parts, shares, strict=True)]
            odd = [three for three in triples if not share_fits(*map(counted, three))]
            if len(odd) < 2 and all(only_slip(share_fits, three, meant, FAR, counted) for three in odd):
                found[size(whole.q)] = whole
    if len(found) != 1:
        return []
    (whole,) = found.values()
    roles = [[("whole", whole.q), ("part", part.q), ("percent", share.q)] for part, share in zip(parts, shares, strict=True)]
    return [claim("share", some, f"{near.words.code}.across.nearest_share", near.words.code, severity="warning") for some in roles]


def _sized(q: Quantity) -> bool:
    """Whether a figure is an amount of something, be it only by its scale: 3.18亿."""
    return bool(q.dimension) or q.figures >= ENOUGH and q.printed_low >= LARGE


def _part(near: Near, k: int) -> Item | None:
    """The amount that a share is of: the nearest before it that is no step and no whole of another share."""
    share = near.inside[k]
    for item in reversed(near.inside[max(0, k - BEHIND) : k]):
        if any(sign in near.text[item.q.end : share.q.start] for sign in BREAKS) or share.number - item.number > CLAUSES:
            return None
        if _level(item, near.words):
            return item if amount(item.q) and item.depth == share.depth or item.depth < share.depth else None
    return None


def _level(item: Item, words: Vocabulary) -> bool:
    """Whether a figure is an amount by itself, no step and no whole of a share: 比上年增加3亿元，占预算40亿元的8%."""
    return item.q.kind == "quantity" and not _stepped(item, words) and words.nearest_of.match(item.text, item.q.end, item.end) is None


def _stepped(item: Item, words: Vocabulary) -> bool:
    return words.nearest_changes.search(item.label) is not None


def _can_be(item: Item, part: Item, words: Vocabulary) -> bool:
    q = item.q
    return amount(q) and kin(q, part.q) and q.per == part.q.per and not _stepped(item, words)


def _bare(name: str, words: Vocabulary) -> str:
    """The name of a whole without what is said of every whole: 全省外贸总值 is 外贸."""
    bare: str = words.nearest_all.sub("", words.periods.sub("", name)).strip(words.edges)
    return bare


def _named(name: str, item: Item, words: Vocabulary) -> bool:
    """Whether half of the characters of a name stand before a figure."""
    start = max(item.begin, item.q.start - LONG)
    told = set(item.text[start : item.q.start])
    plain = set(_bare(name, words)) or set(name)
    return 2 * len(plain & told) >= len(plain)


def _called(name: str, item: Item, words: Vocabulary) -> bool:
    """Whether what leads to a figure ends in a name: it is of all that is named."""
    called: str = words.nearest_total.sub("", words.copula.sub("", _bare(item.label.strip(), words)).strip(words.edges))
    return called.endswith(name) and words.nearest_of.match(item.text, item.q.end, item.end) is None


def _all_of(name: str, item: Item, words: Vocabulary) -> bool:
    """Whether a figure is of all that is named, not of a kind of it: 全省出口, not 机电产品出口."""
    label = words.nearest_total.sub("", frame(item, words))
    rest = label.removesuffix(name)
    return rest != label and (not rest or words.whole_marks.fullmatch(rest) is not None)


def _in_scope(name: str, item: Item, words: Vocabulary) -> bool:
    """Whether every word of another scope (全国, 上年) in the name of the whole stands before the figure too."""
    told = item.text[item.begin : item.q.start]
    nation = words.nearest_nation
    scopes = [hit[0] for hit in islice(words.nearest_scope.finditer(name), AHEAD)]
    known = {hit[0] for hit in words.nearest_scope.finditer(told)} if scopes else set()
    return all(nation.search(told) if nation.fullmatch(scope) else scope in known for scope in scopes)


def _sexes(near: Near, k: int) -> Iterator[Claim]:
    """性别比为104.9: so many men to a hundred women, of the only counts of either before it."""
    ratio = near.inside[k].q
    around = [item for item in (*near.before, *near.inside[:k]) if amount(item.q) and item.q.dimension and not _stepped(item, near.words)]
    men, women = [[item.q for item in around if sex.search(item.label)] for sex in (near.words.nearest_men, near.words.nearest_women)]
    if len(men) == 1 == len(women) and kin(men[0], women[0]) and not ratio.is_range and ratio.figures > 2:
        percent = replace(ratio, unit="percent", dimension="percent", kind="share")
        if only_slip(share_fits, (men[0], women[0], percent), meant, FAR, counted):
            roles = [("whole", women[0]), ("part", men[0]), ("percent", percent)]
            yield claim("share", roles, f"{near.words.code}.across.nearest_sexes", near.words.code, severity="warning")


def _step_led(near: Near, item: Item) -> bool:
    """Whether a word of change leads to a figure, with nothing before it or what the sentence has named already."""
    label = item.label.strip()
    if near.words.nearest_step.fullmatch(label):
        return True
    name = near.words.nearest_subject.sub("", near.words.periods.sub("", near.words.nearest_led.sub("", label)))[:NAMED]
    return _stepped(item, near.words) and len(name) >= LEAST and name in near.text[item.begin : item.start]


# -- steps ----------------------------------------------------------------------------------------------------------------------

def _step(near: Near, k: int) -> Iterator[Claim]:
    """A step in percent with the level it led to and either the level before or the step itself."""
    item = near.inside[k]
    if item.adjusted(near.words):
        return
    begin = max(near.text.rfind(sign, near.sentence.start, item.q.start) for sign in BREAKS)
    stops = [at for sign in BREAKS if (at := near.text.find(sign, item.q.end, item.end)) >= 0]
    end = min(stops, default=item.end)
    around = [one for one in near.inside[max(0, k - BEHIND) : k + AHEAD] if begin < one.q.start < end]
    alone = [one for one in around if one.q.unit == "percent" and near.words.nearest_step.fullmatch(one.label.strip())]
    levels = [one for one in around if amount(one.q) and one.q.start < item.q.start and _level(one, near.words)]
    if not levels:
        yield from _step_alone(near, k)
    if len(alone) != 1 or not levels or any(one.depth != item.depth for one in levels):
        return
    direction = "down" if near.words.falling.search(item.label) else "up"
    steps = [one for one in around if amount(one.q) and near.words.nearest_added.fullmatch(one.label.strip()) and kin(one.q, levels[-1].q)]
    if len(steps) == 1:
        step, new = steps[0], levels[-1]
        if near.words.nearest_compared.match(new.text, new.q.end, new.end):     # 与2010年的72.5万人相比，增加2.6万人
            if item.q.figures > 1 and only_slip(share_fits, (step.q, new.q, item.q), meant, FAR, counted):
                roles = [("old", new.q), ("difference", step.q), ("percent", item.q)]
                yield claim("change", roles, f"{near.words.code}.across.nearest_step", near.words.code, direction=direction,
                            severity="warning")
            return
        ends = max(step.q.start, item.q.start)
        other = [one for one in around if new.q.end < one.q.start < ends and _level(one, near.words)]
        if not other and new.q.start < step.q.start and _one_way(step, item, near.words) and _explained(new, step, item, direction):
            yield _stepped_to(near, new, step, item, direction)
        return
    if not steps and len(levels) == 1:
        levels = [*_dated_before(near, levels[0]), levels[0]]
    if not steps and len(levels) == 2 and kin(levels[0].q, levels[1].q) and levels[0].q.per == levels[1].q.per:
        old = [one for one in levels if near.words.nearest_was.search(one.label)]
        old = old or [one for one in levels[:1] if one.sentence < item.sentence]
        if len(old) == 1:
            new = levels[1 - levels.index(old[0])]
            if only_slip(directed(growth, direction), (old[0].q, new.q, item.q), meant, FAR, counted):
                roles = [("old", old[0].q), ("new", new.q), ("percent", item.q)]
                yield claim("change", roles, f"{near.words.code}.across.nearest_step", near.words.code, direction=direction,
                            severity="warning")


def _step_alone(near: Near, k: int) -> Iterator[Claim]:
    """受理1800件，办结890件。与上年相比，受理增加160件，上升9.8%: both steps side by side, what they led to in the sentence before."""
    item = near.inside[k]
    step = near.inside[k - 1] if k else item
    if step is item or not amount(step.q) or not _stepped(step, near.words) or item.number - step.number > 1:
        return
    if item.q.figures < ENOUGH or not _one_way(step, item, near.words):
        return
    direction = "down" if near.words.falling.search(item.label) else "up"
    levels = [one for one in near.before if one.sentence == item.sentence - 1 and amount(one.q) and kin(one.q, step.q)]
    subject = set(near.words.nearest_subject.sub("", step.label))
    levels = [one for one in levels if _level(one, near.words) and subject <= set(one.label)]
    if len(levels) == 1 and _explained(levels[0], step, item, direction):
        yield _stepped_to(near, levels[0], step, item, direction)


def _one_way(step: Item, item: Item, words: Vocabulary) -> bool:
    """Whether an amount and a percentage tell of one step: both up or both down, both of a month or both of a year."""
    bases = {_based(step, words), _based(item, words)} - {""}
    return (words.falling.search(step.label) is None) == (words.falling.search(item.label) is None) and len(bases) < 2


def _explained(new: Item, step: Item, item: Item, direction: str) -> bool:
    return item.q.figures > 1 and only_slip(step_to(direction), (new.q, step.q, item.q), meant, FAR, counted)


def _stepped_to(near: Near, new: Item, step: Item, item: Item, direction: str) -> Claim:
    roles = [("new", new.q), ("difference", step.q), ("percent", item.q)]
    return claim("change", roles, f"{near.words.code}.across.nearest_step", near.words.code, direction=direction, severity="warning")


def _dated_before(near: Near, level: Item) -> list[Item]:
    """The only amount like a level in the sentence before, if it is of the year before: 2021年达40亿元。到2022年，增至50亿元."""
    words = near.words
    others = [one for one in near.before if one.sentence == level.sentence - 1 and amount(one.q) and kin(one.q, level.q)]
    if len(others) != 1 or not _level(others[0], words):
        return []
    years = [words.nearest_year.findall(near.text, one.begin, one.q.start) for one in (others[0], level)]
    name = set(words.nearest_will.sub("", words.periods.sub("", level.label)).strip())
    if not name <= set(near.text[others[0].begin : others[0].q.start]):
        return []                                             # of something that the first does not name
    return others if all(len(some) == 1 for some in years) and int(years[1][0]) - int(years[0][0]) == 1 else []


def _based(item: Item, words: Vocabulary) -> str:
    """Whether a step is told to be of a month or of a year: "m", "y" or ""."""
    hit = words.nearest_base.search(item.label)
    return "" if hit is None else str(hit.lastgroup)
