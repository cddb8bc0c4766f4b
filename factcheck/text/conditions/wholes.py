"""The whole of a share: whether what is said to be shared is named before."""

from __future__ import annotations

from .registry import ROLE, condition
from .seen import STEM, Seen, between, clause, edges, has, words

TIME = {"this_period", "partial_year", "month_before", "until"}
BEFORE_NAMES = {"barrier", "turn", "all_year", "same_time", "light", "this_period", "last_period", "and", "filler"}
NAME_ENDS = {"filler", "hedge", "light", "share_is", "whole_noun"}


@condition(ROLE)
def echo(s: Seen) -> bool:
    """What is said to be shared ("占进出口总值的5%") is named in the clause of that figure, right behind a word for all of it."""
    tokens, text, whole, share = s.tokens, s.text, s.place, s.last
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
    while first < whole and (_of_time(s, first) or s.tokens[first].figure is None and has(s.tokens[first], {"light"})):
        # 今年前6个月出境640万人次, 在640名工人中
        first += 1
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
    if name in words(s.language.lexicon, "whole_mark") and _of_others(end, told, s):
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


@condition(ROLE, "percent")
def owned(s: Seen) -> bool:
    """What is said to be shared (占全省税收的5%) leads to that figure, and not to the part: 该厂纳税6亿元，全省税收120亿元."""
    share = s.at["percent"]
    at = share - 1
    while at > 0 and s.tokens[at].figure is None and not has(s.tokens[at], {"share_of"}):
        at -= 1
    name = between(at + 1, share, s)
    first, _ = clause(s.place, s.tokens)
    while first < s.place and (s.tokens[first].char in "Yd" or has(s.tokens[first], BEFORE_NAMES)):
        first += 1
    led, parts = s.text[s.tokens[first].start : s.figure.start], [k for role, k in s.places if role == "part"]
    clauses = [clause(k, s.tokens) for k in parts]
    return len(name) >= STEM and led.startswith(name) \
        and not any(name in s.text[s.tokens[a].start : s.tokens[b].end] for a, b in clauses)


def _of_time(s: Seen, place: int) -> bool:
    """Whether a token tells of a time, and of nothing that is counted."""
    q = s.quantities.get(place)
    return q.dimension == "[time]" or q.kind in ("year", "date") if q is not None else has(s.tokens[place], TIME)


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
    share = s.last
    if not any(has(token, {"among"}) for token in s.tokens[whole:share]):
        return False
    before = s.text[s.tokens[0].start : s.tokens[whole].start]
    counted = s.language.settings.get("counters", ())
    named = [k for k, char in enumerate(before) if char in ends and not before[:k].endswith(tuple(counted))]
    return bool(named) and before[named[-1]] == name[-1]


def _of_others(at: int, told: str, s: Seen) -> bool:
    """Whether it is all of something else: 占全县总人口 behind 养蜂户4000户."""
    short = _shortened(s.text[s.tokens[at].start : s.tokens[at].end], s) if has(s.tokens[at], {"whole_noun"}) else ""
    return len(short) >= STEM and not short.endswith(tuple(s.language.settings.get("total_ends", ()))) and short not in told


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
