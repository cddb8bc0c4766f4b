"""A lead that is told first, and the two shares that it is between in a later sentence: "Reed has a 7-point lead over Hall.  The poll found
her ahead with 50 percent to 43 percent".
"""

from __future__ import annotations

from collections.abc import Iterator

from ....frozen import replace
from ....typed import TYPE_CHECKING
from ...fitting import difference, directed, only_slip, stated
from ...misprints import swaps
from ..items import claim, plain
from .window import FAR, POINTS, Near

if TYPE_CHECKING:
    from ....values import Claim

BACK = 2                                 # sentences from the shares to the lead
LED = 80                                 # characters before the first share in which it is said to be the leader's


def ahead(near: Near) -> Iterator[Claim]:
    """The claim of a sentence whose first two percentages are those of a leader and a rival."""
    shares = [one for one in near.inside if one.q.unit == "percent"]
    if len(shares) < 2 or near.inside[:2] != shares[:2] or any(not plain(one.q) or one.depth for one in shares[:2]):
        return
    words, text, (first, second) = near.words, near.text, shares[:2]
    if words.polls_to.fullmatch(text, first.q.end, second.q.start) is None \
            or words.polls_led.search(text, max(first.begin, first.q.start - LED), first.q.start) is None:
        return
    before = [one for one in (*near.far, *near.before) if near.n - BACK <= one.sentence < near.n]
    leads = [one for one in before if one.q.dimension in (POINTS, "count:points") and words.polls_lead.match(text, one.q.end, one.end)]
    if len(leads) != 1 or any(one.q.unit == "percent" for one in before) or not plain(leads[0].q) or leads[0].q.start in near.held:
        return
    told = near.sentences[leads[0].sentence]
    names = words.polls_name.findall(text, first.begin, first.q.start)
    if words.polls_not.search(text, told.start, second.q.end) or not any(name in text[told.start : told.end] for name in names):
        return
    gap = leads[0].q if leads[0].q.dimension == POINTS else replace(leads[0].q, unit=POINTS, dimension=POINTS, kind=POINTS)
    if only_slip(directed(difference, "up"), (second.q, first.q, gap), swaps, FAR, stated):
        roles = [("old", second.q), ("new", first.q), ("points", gap)]
        yield claim("change", roles, f"{words.code}.across.polls_lead", words.code, direction="up", named="yes", severity="warning")
