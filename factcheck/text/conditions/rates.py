"""What a rate is of, by its name: 签约率 of those who 签约, 人均财政收入 of 财政收入."""

from __future__ import annotations

from .registry import ROLE, condition
from .seen import STEM, Seen, before, clause, edges, faint, has, stranger

QUOTES = " “”\"'‘’「」『』"
LABEL_ENDS = {"price_word", "per_each", "every", "average_word"}
RATES = {"ratio_of", "ratio_more", "cover", "rate_against"}


@condition(ROLE)
def rate(s: Seen) -> bool:
    """The word of the ratio before the percentage (签约率, 出口占比) is made of a word in the clause of that figure:
    已签约300户，签约率75%.
    """
    part = s.place
    stem = _stem(s)
    begun, end = clause(s.last, s.tokens)[0], s.last
    while end > begun and not has(s.tokens[end], RATES):
        end -= 1
    if begun > part and any(stranger(t, s.text, s.text[s.tokens[0].start : s.tokens[begun].start]) for t in s.tokens[begun:end]):
        return False                          # 破案3312起，命案破案率100%
    if "whole" in s.at and s.quantities[s.at["whole"]].printed_high < s.quantities[part].printed_low:
        return False                          # in the same unit: not the part of this whole
    denials = tuple(s.language.settings.get("rate_denials", ""))
    if "whole" in s.at and stem.startswith(denials) and stem[1:] and stem[1:] in before(s.at["whole"], s).replace(stem, ""):
        return False                          # 起诉470人，不起诉118人，不起诉率: its opposite is not the whole
    named = s.text[s.tokens[end].start : s.tokens[end].end]
    if named.endswith(tuple(s.language.settings.get("heads_rates", ()))) and s.quantities[part].dimension.startswith("money"):
        return False                          # 亏损80亿元，亏损面53%: so many of the firms
    first, last = clause(part, s.tokens)
    figure = s.tokens[part].figure
    whole = s.at.get("whole", part)                                    # 150名参会代表中有…: what is counted is the whole
    begin = max([s.tokens[first].start, *(token.start for token in s.tokens[whole:part] if has(token, {"pool", "among"}))])
    told = s.text[begin : s.tokens[part].start] + s.text[figure.number_end if figure else 0 : s.tokens[last].end]
    if stem and stem[:1] not in denials:
        for denial in denials:
            told = told.replace(denial + stem, "")            # 支持326件，不支持74件，支持率
    unlisted = s.where.get("before_last") == "a_rate"                  # 电话接通率 of 电话投诉: the verb decides
    if not stem or stem in told or len(stem) > STEM and (stem[-STEM:] in told or stem[:STEM] in told and not unlisted):
        return bool(stem)
    kin = s.language.settings.get("rate_kin", ())                      # 实到48人，出席率: another word for the same
    return any(stem in names and any(name in told for name in names) for names in (tuple(k.split()) for k in kin))


@condition(ROLE)
def denied(s: Seen) -> bool:
    """The word of the ratio before the percentage is denied in the clause of that figure, or its contrary stands there: 不合格12批次，
    合格率96%.
    """
    stem = _stem(s)
    first, last = clause(s.place, s.tokens)
    if "whole" in s.at and stem in before(s.at["whole"], s):
        return False                          # 支持326件、不支持74件: the first are no whole
    begin = max([s.tokens[first].start, *(s.tokens[k].end for k in s.at.values() if first <= k < s.place)])
    told = s.text[begin : s.tokens[last].end]
    denials = s.language.settings.get("rate_denials", "")
    contrary = (pair.split() for pair in s.language.settings.get("rate_contraries", ()))
    return bool(stem) and (any(sign + stem in told for sign in denials) or any(stem == a and b in told for a, b in contrary))


@condition(ROLE, "rate")
def named(s: Seen) -> bool:
    """What leads to the rate from its word for each (人均财政收入) stands before that figure, in its clause."""
    rate, total = s.at["rate"], s.place
    at = rate - 1
    while at > total and not has(s.tokens[at], {"per_head", "everyone", "per_each"}):
        at -= 1
    first, end = at + 1, rate
    while end > first and faint(s.tokens[end - 1]):
        end -= 1
    name = s.text[s.tokens[first].start : s.tokens[end].start].strip(edges(s)) if first < end else ""
    return bool(name) and at > total and name in before(total, s)


@condition(ROLE)
def named_sum(s: Seen) -> bool:
    """The ratio is named by the parts that it is of (优良率 of 优 and 良), or is a sum by its words."""
    parts = [k for role, k in s.places if role == "part"]
    share = s.last
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


@condition(ROLE)
def labelled(s: Seen) -> bool:
    """What leads to that figure in its clause (鸡苗的均价) is named before it, or nothing but light words leads to it."""
    place = s.place
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


def _stem(s: Seen) -> str:
    """What the rate before the percentage is a rate of: 签约率 → 签约, 出口占比 → 出口."""
    at = s.last - 1
    while at > 0 and not has(s.tokens[at], {"ratio_of", "ratio_more", "cover", "share_is", "rate_against"}):
        at -= 1
    near = s.last - 1
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
