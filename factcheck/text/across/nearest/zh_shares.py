"""A share that no rule has read, and the figures near it that it can be of, in Chinese: 收入为680亿元，增长4%；其中税收510亿元，增长4.1%，
占财政收入的比重为75%; shares in a row (占比分别为), and the sexes (性别比).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, takewhile

from ....frozen import replace
from ....typed import TYPE_CHECKING
from ...fitting import counted, only_slip, or_slip
from ...fitting import share as share_fits
from ...misprints import meant, swaps
from ..items import Item, amount, claim, frame, kin, size
from .window import BEHIND, FAR, Near
from .zh_leads import BREAKS, LONG, level, stepped

if TYPE_CHECKING:
    from ....values import Claim, Quantity
    from ..words import Vocabulary

AHEAD = 4                                # figures behind one that may be its share
MOST = 8                                 # shares in a row
CLAUSES = 4                              # from a part to its share
LARGE = 1e4                              # what a bare figure needs to be an amount
ENOUGH = 3                               # digits of a share: coarser ones fit too much


def share(near: Near, k: int, subject: str, told: Mapping[str, str | None]) -> Iterator[Claim]:
    share = near.inside[k]
    part = _part(near, k) or _part_behind(near, k)
    if part is not None and (counted_out := _tally(near, part, told)) is not None:
        roles = [("fraction", counted_out.q), ("percent", share.q)]
        yield claim("share", roles, f"{near.words.code}.across.tally", near.words.code, severity="warning")
        return
    if part is not None and subject and not told.get("name") and not set(subject) & set(part.label):
        yield from _part_first(near, k, subject, part)
    if part is None or not _sized(part.q) or subject and not _named(subject + (told.get("what") or ""), part, near.words):
        return
    at = near.inside.index(part)
    wholes = [item for item in (*near.before, *near.inside[:at]) if _can_be(item, part, near.words)]
    if part.sentence == share.sentence:                       # 分别以320万部和310万部: the first of a row is no whole of the next
        wholes = [item for item in wholes if near.words.columns_joint.fullmatch(near.text, item.q.end, part.q.start) is None]
    total = (told.get("name") or "") and not _bare(told["name"] or "", near.words) and share.q.figures >= ENOUGH
    if not wholes and (told.get("rate") or total):            # 1402名产妇，足月产1148例，足月产率81.9%; 2754人次，…150个，占总数的5.45%
        others = [item for item in (*near.before, *near.inside[:at]) if amount(item.q) and not stepped(item, near.words)]
        wholes = others if len(others) == 1 and {others[0].q.dimension[:6], part.q.dimension[:6]} == {"count:"} else []
    whole = told.get("name") or told.get("among") or told.get("all") or ""
    name = _bare(whole, near.words)
    rate = told.get("rate") is not None
    wholes = [item for item in wholes if name and _named(name, item, near.words) or not name and size(item.q) > size(part.q)]
    wholes = [item for item in wholes if name and _bare(item.label, near.words).endswith(name)] or wholes
    if not name:
        back = 1 if _of_one_whole(near, share) else 2
        wholes = [item for item in wholes if share.sentence - item.sentence < back and not _shared(near, item, part)]
    if not wholes and len(name) > 1 and share.q.figures >= ENOUGH:
        wholes = [item for item in near.far if _can_be(item, part, near.words) and _called(name, item, near.words)]
    market = told.get("market") or ""                         # 以126台、35%的份额居首: of the market that the figure before is of
    wholes = [item for item in wholes if _in_scope(whole or market, item, near.words)]
    if share.q.figures < ENOUGH and name:
        wholes = [item for item in wholes if _all_of(name, item, near.words)]
    fitting = [item for item in wholes if share_fits(counted(part.q), counted(item.q), counted(share.q))]
    if not fitting and len(wholes) == 1 and not name and whole and share.q.figures == ENOUGH - 1 \
            and or_slip(share_fits, (part.q, wholes[0].q, share.q), swaps, (2,), counted):
        fitting = wholes                                      # 其中华东加工2304万吨，占总量的39%
    if not fitting and len(wholes) == 1 and not name + whole + market and share.q.figures == ENOUGH - 1 <= part.q.figures - 1 \
            and only_slip(share_fits, (part.q, wholes[0].q, share.q), swaps, FAR, counted):
        fitting = wholes                                      # 共发送旅客29.9亿人次。公路发送26.4亿人次，占比82%
    if not fitting:
        coarse = share.q.figures < 2 or share.q.figures < ENOUGH and (len(wholes) > 1 or not name + market)
        if not wholes or coarse or rate and len(wholes) > 1:
            return
        fitting = [item for item in wholes if only_slip(share_fits, (part.q, item.q, share.q), meant, FAR, counted)
                   or share.q.figures > ENOUGH and share_fits(counted(item.q), counted(part.q), counted(share.q))]     # turned round
    if len({size(item.q) for item in fitting}) == 1:
        roles = [("whole", fitting[-1].q), ("part", part.q), ("percent", share.q)]
        yield claim("share", roles, f"{near.words.code}.across.share_led_by", near.words.code, severity="warning")


def of_total(near: Near, k: int) -> Iterator[Claim]:
    """总营收300亿元，内地营收180亿元，海外营收120亿元（占40%）: the share right behind a part, if the parts make the total."""
    share, part = near.inside[k], near.inside[k - 1]
    whole = near.totals.get(part.q.start)
    if whole is None or not near.words.nearest_all_share.fullmatch(near.text, part.q.end, share.q.start):
        return
    if near.words.nearest_of_what.match(near.text, share.q.end, share.end) is None:
        roles = [("whole", whole), ("part", part.q), ("percent", share.q)]
        yield claim("share", roles, f"{near.words.code}.across.of_total", near.words.code, severity="warning")


def _tally(near: Near, part: Item, told: Mapping[str, str | None]) -> Item | None:
    """证明了44/492个。…证明44个，占总数的9%: where the part and its whole were told at once, if that part was told with one whole only."""
    if part.q.figures < 2 or part.q.dimension[:6] != "count:" or _bare(told.get("name") or told.get("all") or "?", near.words):
        return None
    led = f"{part.q.printed_low:.0f}/"
    found = [item for some in near.earlier for item in some if item.q.kind == "fraction" and item.q.unit == part.q.unit
             and item.q.text.lstrip().startswith(led)]
    return found[-1] if len({item.q.text.strip() for item in found}) == 1 else None


def _part_first(near: Near, k: int, subject: str, whole: Item) -> Iterator[Claim]:
    """云业务的收入是296亿元，总收入是2366亿元，云业务占到了12.5%: the part before its whole, known by its name."""
    share, at = near.inside[k], near.inside.index(whole)
    if at != 1 or share.q.figures < ENOUGH or not amount(whole.q) or near.words.nearest_total_led.search(whole.label) is None:
        return
    part = near.inside[0]
    if not _can_be(part, whole, near.words) or size(part.q) >= size(whole.q) or not set(subject) <= set(part.label):
        return
    if only_slip(share_fits, (part.q, whole.q, share.q), meant, FAR, counted):
        roles = [("whole", whole.q), ("part", part.q), ("percent", share.q)]
        yield claim("share", roles, f"{near.words.code}.across.share_led_by", near.words.code, severity="warning")


def _of_one_whole(near: Near, share: Item) -> bool:
    """Whether a rule has read that share beside others as one of the same whole, which then needs no other."""
    return any(q.start == share.q.start for c in near.sentence.claims if c.relation == "implied_whole" for _, q in c.roles)


def _shared(near: Near, item: Item, part: Item) -> bool:
    """Whether a figure has a share of its own, or is another part of what the share is of: 油脂30亿元，占比31%；饲料15亿元，占比15%."""
    if item.sentence != part.sentence:
        behind = near.before[near.before.index(item) + 1 :][:AHEAD]
    else:
        behind = near.inside[near.inside.index(item) + 1 : near.inside.index(part)]
    behind = list(takewhile(lambda one: one.sentence == item.sentence and not level(one, near.words), behind))
    own = any(near.words.nearest_shared.search(one.label.strip()) or near.words.nearest_bare.search(one.label) for one in behind)
    return own or item.sentence == part.sentence and any(sign in near.text[item.q.end : part.q.start] for sign in BREAKS)


def in_a_row(near: Near, k: int) -> list[Item]:
    """The shares in a row that begins with that figure: 30%、20%, +30%/+20%."""
    return list(takewhile(lambda item: item.q.unit == "percent" and (item is near.inside[k] or len(item.label.strip(" /+")) < 2),
                          near.inside[k : k + MOST]))


def row(near: Near, k: int, told: Mapping[str, str | None]) -> list[Claim]:
    """A、B和C…，分别占总数的60%、30%和10%: a whole that fits all of them, or all but one that a slip of the pen explains."""
    shares = in_a_row(near, k)
    parts = [item for item in near.inside[:k] if level(item, near.words)][-len(shares) :]
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
    return [claim("share", some, f"{near.words.code}.across.share_led_by", near.words.code, severity="warning") for some in roles]


def _sized(q: Quantity) -> bool:
    """Whether a figure is an amount of something, be it only by its scale: 3.18亿."""
    return bool(q.dimension) or q.figures >= ENOUGH and q.printed_low >= LARGE


def _part(near: Near, k: int) -> Item | None:
    """The amount that a share is of: the nearest before it that is no step and no whole of another share."""
    share = near.inside[k]
    for item in reversed(near.inside[max(0, k - BEHIND) : k]):
        if any(sign in near.text[item.q.end : share.q.start] for sign in BREAKS) or share.number - item.number > CLAUSES:
            return None
        if level(item, near.words):
            return item if amount(item.q) and item.depth == share.depth or item.depth < share.depth else None
    return None


def _part_behind(near: Near, k: int) -> Item | None:
    """The amount that is told after its share, where none stands before it in its sentence: 农村用户占比27.4%，规模达2.01亿."""
    told, after = near.inside[k], near.inside[k + 1 : k + 2]
    if not after or told.q.figures < ENOUGH:
        return None
    if any(amount(one.q) and not stepped(one, near.words) for one in near.inside[:k]):
        return None
    item = after[0]
    led = near.words.nearest_behind.fullmatch(item.label.strip()) is not None and item.number - told.number == 1
    return item if led and amount(item.q) and item.depth == told.depth else None


def _can_be(item: Item, part: Item, words: Vocabulary) -> bool:
    q = item.q
    return amount(q) and kin(q, part.q) and q.per == part.q.per and not stepped(item, words)


def _bare(name: str, words: Vocabulary) -> str:
    """The name of a whole without what is said of every whole: 全省外贸总值 is 外贸."""
    bare: str = words.all_of_it.sub("", words.periods.sub("", name)).strip(words.edges)
    return bare


def _named(name: str, item: Item, words: Vocabulary) -> bool:
    """Whether half of the characters of a name stand before a figure."""
    start = max(item.begin, item.q.start - LONG)
    told = set(item.text[start : item.q.start])
    bare = set(_bare(name, words)) or set(name)
    return 2 * len(bare & told) >= len(bare)


def _called(name: str, item: Item, words: Vocabulary) -> bool:
    """Whether what leads to a figure ends in a name: it is of all that is named."""
    called: str = words.nearest_total.sub("", words.copula.sub("", _bare(item.label.strip(), words)).strip(words.edges))
    return called.endswith(name) and words.share_behind.match(item.text, item.q.end, item.end) is None


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


def sexes(near: Near, k: int) -> Iterator[Claim]:
    """性别比为104.9: so many men to a hundred women, of the only counts of either before it."""
    ratio = near.inside[k].q
    around = [item for item in (*near.before, *near.inside[:k]) if amount(item.q) and item.q.dimension and not stepped(item, near.words)]
    men, women = [[item.q for item in around if sex.search(item.label)] for sex in (near.words.nearest_men, near.words.nearest_women)]
    if len(men) == 1 == len(women) and kin(men[0], women[0]) and not ratio.is_range and ratio.figures > 2:
        percent = replace(ratio, unit="percent", dimension="percent", kind="share")
        if only_slip(share_fits, (men[0], women[0], percent), meant, FAR, counted):
            roles = [("whole", women[0]), ("part", men[0]), ("percent", percent)]
            yield claim("share", roles, f"{near.words.code}.across.nearest_sexes", near.words.code, severity="warning")
