"""Whether the words around two figures name one thing: the whole that a share is of, the part that a rate is of, the same again.

Conditions of rules (conditions.py) that compare words with words.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from ...typed import TYPE_CHECKING

if TYPE_CHECKING:
    from ..lexer import Token
    from ..lexicon import Lexicon
    from . import Seen

CLAUSE_ENDS = ",;:()"
NAME_ENDS = {"filler", "hedge", "light", "share_is", "whole_noun"}
FAINT = {"light", "hedge", "whole_noun"}
TIMED = {"last_period", "this_period", "than", "yoy"}
QUOTES = " “”\"'‘’「」『』"
BASES = ("base_year", "base_prior", "base_end")
LABEL_ENDS = {"price_word", "per_each", "every", "average_word"}
RATES = {"ratio_of", "ratio_more", "cover", "rate_against"}
SUBJECTS = {"respondents", "export", "import", "urban", "rural", "half_a_m", "half_b_m"}      # words of the lexicon that name somebody
NEAR = 4                                      # characters from "each" to what is counted
STEM = 2                                      # characters of a name that are enough to know it by


def has(token: Token, groups: set[str]) -> bool:
    return token.entry is not None and not groups.isdisjoint(token.entry.groups)


@lru_cache(maxsize=64)
def words(lexicon: Lexicon, group: str) -> tuple[str, ...]:
    """The words of a group, the longest first."""
    return tuple(sorted((word for word, entry in lexicon.words.items() if group in entry.groups), key=len, reverse=True))


def edges(s: Seen) -> str:
    """What may stand at the edge of a name and is no part of it: spaces and particles."""
    return " " + "".join(s.language.settings.get("particles", ()))


def faint(token: Token) -> bool:
    return token.figure is None and has(token, FAINT)


def clause(place: int, tokens: list[Token]) -> tuple[int, int]:
    """The first and the last token of a figure's clause."""
    first = last = place
    while first > 0 and tokens[first - 1].char not in CLAUSE_ENDS:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].char not in CLAUSE_ENDS:
        last += 1
    return first, last


# -- the whole of a share -------------------------------------------------------------------------------------------------------

def names_whole(s: Seen, whole: int) -> bool:
    """What is said to be shared (占进出口总值的5%) is named in the clause of the whole, and nothing narrower than all of it."""
    tokens, text = s.tokens, s.text
    share = max(k for _, k in s.places)
    at = share - 1
    while at > whole and not has(tokens[at], {"share_of"}):
        at -= 1
    at += 1
    every = at < share and has(tokens[at], {"all_whole"})
    at += every
    end = at
    while end < share and not has(tokens[end], NAME_ENDS):
        end += 1
    first, last = clause(whole, tokens)
    told = text[tokens[first].start : tokens[last].end]
    if end == at:                             # 占总人口的
        if at >= share or not has(tokens[at], {"whole_noun"}):
            return False
        name = text[tokens[at].start : tokens[at].end]
        short = _shortened(name, s)
        return name in told or len(short) >= STEM and short in told and _all_of_it(told[: told.find(short)].rstrip(edges(s)), s)
    name = _bare(text[tokens[at].start : tokens[end - 1].end].strip(), text[tokens[0].start : tokens[last].end], s)
    if not name:
        return False
    if _of_place(name, whole, s):
        return True
    if every and _measured(name, whole, s) and not any(k in s.quantities and s.quantities[k].kind == "quantity" for k in range(whole)):
        return True
    found = told.find(name)
    if found < 0:
        name = _uncounted(_shortened(name, s), whole, s)
        found = told.find(name) if len(name) >= STEM else -1
    if found < 0 and _pooled(name, whole, last, s):
        return True
    own = s.tokens[whole].start - s.tokens[first].start
    if 0 <= own < found and s.tokens[whole].end - s.tokens[first].start >= found - 1:      # 共有3012所高校
        return _all_of_it(told[:own].rstrip(edges(s)), s)
    return found >= 0 and _all_of_it(told[:found].rstrip(edges(s)), s)


def _pooled(name: str, whole: int, last: int, s: Seen) -> bool:
    """占受访家长总数的 behind 在1600名受访的家长中: what is counted, the particle aside, with more than a bare noun to it."""
    tokens = s.tokens
    if not has(tokens[last], {"pool"}) or len(name) < 2 * STEM:
        return False
    counted = s.text[tokens[whole].end : tokens[last].start]
    for particle in s.language.settings.get("particles", ()):
        name, counted = name.replace(particle, ""), counted.replace(particle, "")
    return counted.strip(edges(s)) == name


def _bare(name: str, before: str, s: Seen) -> str:
    """The name without words for all of it (总值) and without the place or time that the text before has too (全市)."""
    lexicon = s.language.lexicon
    for word in words(lexicon, "whole_noun"):
        name = name.removesuffix(word)
    nation = words(lexicon, "nation")
    for mark in words(lexicon, "whole_mark"):
        if name.startswith(mark) and len(name) > len(mark):
            known = mark in before or mark in words(lexicon, "same_time") or mark in nation and any(word in before for word in nation) \
                or any(word[-1] == mark[-1] and word in before for word in words(lexicon, "whole_this"))        # 该校 … 全校
            return name[len(mark) :].lstrip(edges(s)) if known else name
    return name


def _of_place(name: str, whole: int, s: Seen) -> bool:
    """占全省 behind 因灾死亡398人，其中: the whole is of the province if the last place named before it is the province."""
    ends = tuple(s.language.settings.get("place_ends", ()))
    if name not in words(s.language.lexicon, "whole_mark") or not name.endswith(ends):
        return False
    share = max(k for _, k in s.places)
    if not any(has(token, {"among"}) for token in s.tokens[whole:share]):
        return False
    before = s.text[s.tokens[0].start : s.tokens[whole].start]
    counted = s.language.settings.get("counters", ())
    named = [k for k, char in enumerate(before) if char in ends and not before[:k].endswith(tuple(counted))]
    return bool(named) and before[named[-1]] == name[-1]


def _shortened(name: str, s: Seen) -> str:
    """总发电量 → 发电量, 城市数 → 城市."""
    for start in s.language.settings.get("total_starts", ()):
        name = name.removeprefix(start)
    return name


def _uncounted(name: str, whole: int, s: Seen) -> str:
    """鸟类种数 → 鸟类 where the whole is 1500种."""
    figure = s.tokens[whole].figure
    unit = s.text[figure.number_end : s.tokens[whole].end].strip() if figure is not None else ""
    for end in s.language.settings.get("total_ends", ()):
        if unit and name.endswith(unit[-1] + end):
            return name.removesuffix(unit[-1] + end)
    return name


def _all_of_it(before: str, s: Seen) -> bool:
    """Whether the words before a name say that all of it is meant: none, a place, 公司实现."""
    lexicon = s.language.lexicon
    for start in s.language.settings.get("total_starts", ()):
        before = before.removesuffix(start)                  # 全国总人口
    if not before or before.endswith((*words(lexicon, "whole_mark"), *words(lexicon, "all_whole"))):
        return True
    if before.startswith(words(lexicon, "whole_this")):
        return True
    for verb in words(lexicon, "whole_verb"):
        if before.endswith(verb):
            before = before.removesuffix(verb).rstrip(edges(s))
            break
    if any(before[:-k].endswith(words(lexicon, "sum_up")) for k in range(1, min(STEM + 3, len(before)))):
        return True                                          # 共清理墓葬126座
    settings = s.language.settings
    if not before or before.endswith(words(lexicon, "whole_mark")) or before in settings.get("whole_owners", ()):
        return True
    return before.endswith(tuple(settings.get("place_ends", ()))) and not any(sign in before for sign in settings.get("place_stops", ()))


def _measured(name: str, whole: int, s: Seen) -> bool:
    """占全部农户 after 4800户: the whole is named by its measure word."""
    figure = s.tokens[whole].figure
    unit = s.text[figure.number_end : s.tokens[whole].end].strip() if figure is not None else ""
    for end in s.language.settings.get("total_ends", ()):
        name = name.removesuffix(end)
    return bool(unit) and (name.endswith(unit) or len(name) >= STEM and unit.endswith(name))


# -- the part of a rate ---------------------------------------------------------------------------------------------------------

def _stem(s: Seen) -> str:
    """What the rate before the percentage is a rate of: 签约率 → 签约, 出口占比 → 出口."""
    at = max(k for _, k in s.places) - 1
    while at > 0 and not has(s.tokens[at], {"ratio_of", "ratio_more", "cover", "share_is", "rate_against"}):
        at -= 1
    near = max(k for _, k in s.places) - 1
    while near > at and faint(s.tokens[near]):
        near -= 1
    if near > at and s.tokens[near].entry is None and s.tokens[near].figure is None:
        at = near                                 # 提交率: a rate that no list has
    if has(s.tokens[at], {"share_is"}):
        first, _ = clause(at, s.tokens)
        return s.text[s.tokens[first].start : s.tokens[at].start].strip()
    start = s.tokens[at].start
    if start and s.text[start - 1] in s.language.settings.get("rate_denials", ""):
        return ""                                 # 假阳性率, 不合格率
    name = s.text[start : s.tokens[at].end]
    for end in s.language.settings.get("rate_ends", ()):
        if name.endswith(end):
            return name.removesuffix(end)
    return ""


def names_part(s: Seen, part: int) -> bool:
    """Whether the rate is named after the part: 已签约300户，签约率75%."""
    stem = _stem(s)
    rate, end = clause(max(k for _, k in s.places), s.tokens)[0], max(k for _, k in s.places)
    while end > rate and not has(s.tokens[end], RATES):
        end -= 1
    if rate > part and any(stranger(t, s.text, s.text[s.tokens[0].start : s.tokens[rate].start]) for t in s.tokens[rate:end]):
        return False                          # 破案3312起，命案破案率100%
    if "whole" in s.at and s.quantities[s.at["whole"]].printed_high < s.quantities[part].printed_low:
        return False                          # in the same unit: not the part of this whole
    named = s.text[s.tokens[end].start : s.tokens[end].end]
    if named.endswith(tuple(s.language.settings.get("heads_rates", ()))) and s.quantities[part].dimension.startswith("money"):
        return False                          # 亏损80亿元，亏损面53%: so many of the firms
    first, last = clause(part, s.tokens)
    figure = s.tokens[part].figure
    whole = s.at.get("whole", part)                                    # 150名参会代表中有…: what is counted is the whole
    begin = max([s.tokens[first].start, *(token.start for token in s.tokens[whole:part] if has(token, {"pool", "among"}))])
    told = s.text[begin : s.tokens[part].start] + s.text[figure.number_end if figure else 0 : s.tokens[last].end]
    unlisted = s.where.get("before_last") == "a_rate"                  # 电话接通率 of 电话投诉: the verb decides
    if not stem or stem in told or len(stem) > STEM and (stem[-STEM:] in told or stem[:STEM] in told and not unlisted):
        return bool(stem)
    kin = s.language.settings.get("rate_kin", ())                      # 实到48人，出席率: another word for the same
    return any(stem in names and any(name in told for name in names) for names in (tuple(k.split()) for k in kin))


def names_rate(s: Seen, total: int) -> bool:
    """人均财政收入 with 财政收入36亿元 before."""
    rate = s.at["rate"]
    at = rate - 1
    while at > total and not has(s.tokens[at], {"per_head", "everyone", "per_each"}):
        at -= 1
    first, end = at + 1, rate
    while end > first and faint(s.tokens[end - 1]):
        end -= 1
    name = s.text[s.tokens[first].start : s.tokens[end].start].strip(edges(s)) if first < end else ""
    return bool(name) and at > total and name in before(total, s)


def names_count(s: Seen, count: int) -> bool:
    """平均每位教师 behind 小学教师4000人: what is counted is named once more."""
    rate = s.at["rate"]
    at = rate - 1
    while at > count and not has(s.tokens[at], {"per_each"}):
        at -= 1
    each = s.text[s.tokens[at].start : s.tokens[rate].start]
    name = before(count, s).rstrip(edges(s))[-STEM:]
    return at > count and len(name) == STEM and name.isalpha() and 0 < each.find(name) <= NEAR and not any(c.isnumeric() for c in each)


def names_parts(s: Seen) -> bool:
    """Whether the rate is named after all its parts (优良率 of 优 and 良), or the words say that they are added."""
    parts = [k for role, k in s.places if role == "part"]
    share = max(k for _, k in s.places)
    if any(has(token, {"together", "sum_up"}) for token in s.tokens[parts[-1] : share]):
        return True
    labels = ""
    for part in parts:
        _, last = clause(part, s.tokens)
        at = part + 1
        while at <= last and has(s.tokens[at], {"identity", "light"}):
            at += 1
        labels += s.text[s.tokens[at].start : s.tokens[last].end].strip(QUOTES) if at <= last else ""
    return len(labels) >= STEM and labels == _stem(s)


# -- the same again -------------------------------------------------------------------------------------------------------------

def led_alike(s: Seen, place: int) -> bool:
    """Whether what leads to a figure from its word of time or comparison leads to the other amount too; nothing does as well."""
    end = place
    while end > 0 and faint(s.tokens[end - 1]):
        end -= 1
    first = end
    while first > 0 and s.tokens[first - 1].char not in CLAUSE_ENDS + "Y" and not has(s.tokens[first - 1], TIMED):
        first -= 1
    label = s.text[s.tokens[first].start : s.tokens[end].start].strip() if first < end else ""
    others = [k for _, k in s.places if k != place and s.quantities[k].dimension == s.quantities[place].dimension]
    return any(before(k, s).endswith(label) for k in others[:1])


def familiar(s: Seen, old: int, new: int) -> bool:
    """五年前他的收入是3万元，如今妻子的收入是6万元: 妻子 is no word of the first clause."""
    told = s.text[s.tokens[0].start : s.tokens[old].start]
    return not any(stranger(t, s.text, told) for t in s.tokens[old + 1 : new])


def stranger(token: Token, text: str, told: str) -> bool:
    """Whether a token names something, and what was told before does not."""
    names = token.entry is None and token.char.isalpha() or has(token, SUBJECTS)
    return token.figure is None and names and text[token.start : token.end].strip() not in told


def before(place: int, s: Seen) -> str:
    """The words of a figure's clause that stand before it, without light ones at the end."""
    first, _ = clause(place, s.tokens)
    end = place
    while end > first and faint(s.tokens[end - 1]):
        end -= 1
    return s.text[s.tokens[first].start : s.tokens[end].start].strip()


def named_apart(s: Seen, second: int) -> bool:
    """甲国1050万桶，乙国350万桶，甲国是乙国的3倍: who is so much of whom stands before the two figures."""
    last = max(k for _, k in s.places)
    at = last - 1
    while at > second and not has(s.tokens[at], {"times_of", "share_of"}):
        at -= 1
    first, _ = clause(at, s.tokens)
    one, other = between(first, at, s), between(at + 1, last, s)
    if at <= second or first > at or min(len(one), len(other)) < STEM:
        return False
    by = next(k for role, k in s.places if role in ("new", "part"))
    return one in before(by, s) and other in before(second, s) and other not in before(by, s)


def resumed(s: Seen, old: int) -> bool:
    """年产能由8万吨提升至20万吨，产能提升1.5倍: what the last clause is about stands before the old figure."""
    last = max(k for _, k in s.places)
    first, _ = clause(last, s.tokens)
    end = first
    while end < last and not has(s.tokens[end], {"step_verb", "step_noun", "than_verb", "yoy_verb"}):
        end += 1
    name = between(first, end, s)
    begin, _ = clause(old, s.tokens)
    return len(name) >= STEM and name in s.text[s.tokens[begin].start : s.tokens[old].start]


def named_then(s: Seen, old: int) -> bool:
    """是汽车保有量的2倍，汽车保有量为3亿辆: what it is so many times of leads to the figure behind; 占总额的三成，总额为2亿元."""
    rate = s.at.get("factor", s.at.get("percent", 0))
    at = rate - 1
    while at > 0 and s.tokens[at].figure is None and not has(s.tokens[at], {"times_of", "share_of"}):
        at -= 1
    first, _ = clause(old, s.tokens)
    name, then = between(at + 1, rate, s), between(first, old, s)
    more = then.removeprefix(name)                # 是老厂的4倍，老厂日产能: 新厂日产能 before
    return rate < old and len(name) >= STEM and then.startswith(name) and before(s.places[0][1], s).endswith(more)


def between(first: int, end: int, s: Seen) -> str:
    """The words from one token to another, without light ones at the end."""
    while end > first and s.tokens[end - 1].figure is None and has(s.tokens[end - 1], FAINT | {"filler", "of", "share_is"}):
        end -= 1
    return s.text[s.tokens[first].start : s.tokens[end - 1].end].strip(edges(s)) if end > first else ""


def labelled(s: Seen, place: int) -> bool:
    """Whether what leads to a price in its clause (鸡苗的均价) is named before; nothing but light words does as well."""
    first, _ = clause(place, s.tokens)
    end = first
    while end < place and not has(s.tokens[end], LABEL_ENDS):
        end += 1
    while first < end and (faint(s.tokens[first]) or s.tokens[first].char in "Yd"):
        first += 1
    while end > first and faint(s.tokens[end - 1]):
        end -= 1
    label = s.text[s.tokens[first].start : s.tokens[end].start].strip(edges(s)) if first < end else ""
    return not label or label in s.text[s.tokens[0].start : s.tokens[first].start] or place < s.places[1][1]


def one_base(s: Seen, place: int) -> bool:
    """Whether two steps are from one base: 比年初增加…，同比增长… are from two."""
    before = max((k for _, k in s.places if k < place), default=0)
    start = max((k for _, k in s.places if k < before), default=0)
    own = bases(s.tokens[before + 1 : place])
    other = bases(s.tokens[start + 1 : before])
    return not own or not other or not own.isdisjoint(other)


def bases(tokens: list[Token]) -> set[str]:
    """The bases that are named: 比年初, 同比, 比五年前."""
    named = {base for token in tokens if token.entry is not None for base in BASES if base in token.entry.groups}
    return named | {"ago"} if any(a.char == "D" and has(b, {"ago"}) for a, b in pairwise(tokens)) else named


def year_before(s: Seen, place: int) -> float | None:
    """The year that stands before the figure, in its clause."""
    first, _ = clause(place, s.tokens)
    for k in range(place - 1, first - 1, -1):
        if s.tokens[k].char == "Y":
            return s.quantities[k].printed_low if k in s.quantities else None
    return None
