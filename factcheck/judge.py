"""The judge: the one place that decides whether figures fit each other.

A claim's relation gives problems: a target figure and what the other figures imply for it, under one or more readings of the wording.
Any reading that touches ends the matter in the author's favour:

consistent                a granted reading of the wording fits the strict reading of the figures
consistent_when_rounded   it fits if figures were rounded further than they show, or cut off
ambiguous                 only a looser reading of the wording fits: a warning, both readings told
inconsistent              nothing fits: a finding, with the arithmetic and the slip that would explain it
not_checked               roles are missing, dimensions differ, a base is not positive, the text explains the gap, or it is beyond belief

Nothing else accuses.  Derivations are written when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable

from .interval import Interval
from .relations import _show as show
from .relations import of
from .relations._base import FAILURES, NEVER, SCALED, UNSCALED, Case, Figures, Problem, Relation, Values
from .typed import NamedTuple
from .values import SEVERITIES, Claim, Finding, Quantity

WORDS = {
    "en": {
        "rounding": "with rounding {low} … {high}",
        "least": "with rounding at least {low}",
        "stated": "stated {stated}",
        "explained": "explained in the text: {word}",
        "or": "would fit: {figures}",
        "if": "as {says}: {working}",
        "slip": " Likely slip: {slip}.",
        "for": " ({printed} for {meant})",
        "ambiguous": " It fits only if the wording is read as {says}.",
        "quoted": "the figures are a quoted speaker's",
        "fiction": "the figures are those of a story",
    },
    "zh": {
        "rounding": "计入舍入为 {low} … {high}",
        "least": "计入舍入至少为 {low}",
        "stated": "文中为 {stated}",
        "explained": "文中已有说明：{word}",
        "or": "下列数字可使之相符：{figures}",
        "if": "若理解为“{says}”：{working}",
        "slip": "可能的笔误：{slip}。",
        "for": "（{meant}写成了{printed}）",
        "ambiguous": "只有把表述理解为“{says}”才相符。",
        "quoted": "数字出自被引述者",
        "fiction": "数字出自虚构的故事",
    },
}
READS = {
    "by": {"en": "an increase by that many times", "zh": "增加了这么多倍"},
    "of": {"en": "that many times the old figure", "zh": "是原来的这么多倍"},
    "both_ends": {"en": "counting both ends", "zh": "首尾都计入"},
    "": {"en": "a looser sense", "zh": "较宽的含义"},
}
RANK = {"not_checked": 0, "consistent": 1, "consistent_when_rounded": 2, "ambiguous": 3, "inconsistent": 4}
MAX_FIXES = 4
FAR = 200                                       # times: whoever errs so far without a slip has not been understood


class Judgement:
    """A verdict, the finding if there is one, and the derivation (built when asked for)."""

    __slots__ = ("_derivation", "_derive", "factor_per_year", "finding", "verdict")

    def __init__(self, verdict: str, finding: Finding | None = None, derive: Callable[[], tuple[str, ...]] | None = None,
                 factor_per_year: Interval | None = None) -> None:
        self.verdict = verdict
        self.finding = finding
        self.factor_per_year = factor_per_year
        self._derive = derive
        self._derivation: tuple[str, ...] | None = None

    @property
    def derivation(self) -> tuple[str, ...]:
        """Lines of arithmetic that a reader can redo."""
        if self._derivation is None:
            self._derivation = self._derive() if self._derive else ()
        return self._derivation

    def __repr__(self) -> str:
        return f"Judgement({self.verdict!r}, {self.finding and self.finding.code!r})"


class Weighed(NamedTuple):
    """One problem with its outcome."""

    verdict: str
    relation: Relation
    problem: Problem
    case: Case                          # the one that fitted; the first if none did
    strict: Values


NOTHING = Judgement("not_checked")


def judge(claim: Claim, message_lang: str = "en") -> Judgement:
    """The verdict on a claim."""
    if claim.mood == "negated" or not claim.relation:
        return NOTHING
    figures = Figures(claim)
    members = of(claim.relation, frozenset(figures.keys))
    worst: Weighed | None = None
    factor = None
    for member in members:
        if not member.applies(figures):
            continue
        factor = factor or member.yearly(figures)
        for problem in member.problems(figures):
            weighed = weigh(member, figures, problem)
            if weighed is not None and (worst is None or _weight(weighed) >= _weight(worst)):
                worst = weighed
    if worst is None:
        return NOTHING if factor is None else Judgement("not_checked", None, None, factor)
    found = worst
    lang = message_lang if message_lang in WORDS else "en"
    if worst.verdict in ("consistent", "consistent_when_rounded"):
        return Judgement(worst.verdict, None, lambda: derivation(figures, found, lang), factor)
    if explained := claim.options.get("explained"):
        note = WORDS[lang]["explained"].format(word=explained)
        return Judgement("not_checked", None, lambda: (*derivation(figures, found, lang), note), factor)
    if _strangers(figures, worst):
        return Judgement("not_checked", None, lambda: derivation(figures, found, lang), factor)
    finding = accuse(figures, worst, lang)
    return Judgement(worst.verdict, finding, lambda: finding.derivation, factor)


def holds(claim: Claim) -> bool:
    """Whether the claim is consistent as it is printed; no more is worked out than that."""
    figures = Figures(claim)
    found = False
    for member in of(claim.relation, frozenset(figures.keys)):
        for problem in member.problems(figures) if member.applies(figures) else ():
            weighed = weigh(member, figures, problem)
            if weighed is not None and weighed.verdict != "consistent":
                return False
            found = found or weighed is not None
    return found


def _strangers(figures: Figures, weighed: Weighed) -> bool:
    """Whether the figures are so far apart, by no slip that is known, that they are of different things, whatever the words say."""
    relation, problem = weighed.relation, weighed.problem
    if weighed.verdict != "inconsistent":
        return False
    if relation.apart(figures, expected_of(weighed, problem.cases[0]), weighed.strict[problem.target]) < FAR:
        return False
    from . import slips

    return slips.explain(relation, figures, problem, weighed.strict) is None


def _weight(weighed: Weighed) -> tuple[int, int, int]:
    """The gravest first; of equals the one that rests on more figures."""
    return RANK[weighed.verdict], SEVERITIES.index(weighed.relation.severity), len(weighed.problem.keys)


def weigh(relation: Relation, figures: Figures, problem: Problem) -> Weighed | None:
    """The outcome of one problem; None if its figures do not allow the equation."""
    try:
        strict = relation.values(figures, problem, "strict")
        case = fitting(problem, strict)
        if case is not None and not case.loose:
            return Weighed("consistent", relation, problem, case, strict)
        rounded = relation.values(figures, problem, "rounded")
        wide = fitting(problem, rounded)
    except FAILURES:
        return None
    if wide is not None and not wide.loose:
        return Weighed("consistent_when_rounded", relation, problem, wide, strict)
    if wide is not None:
        return Weighed("ambiguous", relation, problem, wide, strict)
    if figures.memo.get(SCALED) and not figures.memo.get(UNSCALED):             # 17 of 1.1m may be seventeen
        figures.memo[UNSCALED] = True
        plain = weigh(relation, figures, problem)
        figures.memo[UNSCALED] = False
        if plain is not None and plain.verdict.startswith("consistent"):
            return plain
    return Weighed("inconsistent", relation, problem, problem.cases[0], strict)


def fitting(problem: Problem, values: Values) -> Case | None:
    """The first case that fits, a granted one before a loose one."""
    stated = values[problem.target]
    loose = None
    for case in problem.cases:
        expected = case.solve(values)
        if expected is not NEVER and expected.touches(stated):
            if not case.loose:
                return case
            loose = loose or case
    return loose


def expected_of(weighed: Weighed, case: Case) -> Interval:
    try:
        return case.solve(weighed.strict)
    except FAILURES:
        return Interval(float("-inf"), float("inf"))


def point_of(figures: Figures, weighed: Weighed, case: Case) -> float | None:
    """The target by the printed figures alone."""
    try:
        values = weighed.relation.values(figures, weighed.problem, "printed")
    except FAILURES:
        return None
    return weighed.relation.point(values, weighed.problem, case)


def sign_of(figures: Figures, weighed: Weighed, expected: Interval) -> int:
    """−1 where the wording carries the sign of the target ("fell 20%") and what follows is a fall, too."""
    return 1 if expected.low > 0 else weighed.relation.sign(figures, weighed.strict, weighed.problem)


def derivation(figures: Figures, weighed: Weighed, lang: str) -> tuple[str, ...]:
    """The arithmetic, the room that rounding gives, and what is stated."""
    relation, problem = weighed.relation, weighed.problem
    words = WORDS[lang]
    target = relation.measured(figures, problem.target)
    lines = []
    united = show.mixed(figures.keys, problem.keys) or target.unit == "basis_point"
    if weighed.verdict == "inconsistent":
        cases = [case for case in problem.cases[:2] if not case.loose]
    else:
        cases = [weighed.case] if not weighed.case.loose else [problem.cases[0], weighed.case]
    for case in cases:
        expected = expected_of(weighed, case)
        sign = sign_of(figures, weighed, expected)
        working = relation.work(figures, problem, relation.falling(case) if sign < 0 else case, lang)
        point = point_of(figures, weighed, case)
        if point is None:
            lines.append(working)
            continue
        sign = 1 if relation.signed else sign
        wide = expected if sign > 0 else -expected
        low, high = show.ends(target, Interval(relation.base(target, wide.low), relation.base(target, wide.high)))
        ranged = low != high and any(figures.keys[k].is_range for k in problem.keys if k != problem.target)
        span = f"{low} … {high}{show.scaled_suffix(target)}" if ranged else ""
        result = f"{working} = {span}" if ranged else f"{working} = {relation.result(target, sign * point, united)}"
        if case.says and len(cases) > 1:
            result = words["if"].format(says=READS[case.says][lang], working=result)
        lines.append(result)
        if low != high and not ranged and relation.rounds:
            unit = show.suffix(target) if target.unit in show.PERCENT_UNITS else ""
            lines.append(words["rounding"].format(low=low, high=high + unit) if high != "∞" else words["least"].format(low=low + unit))
    lines.append(words["stated"].format(stated=relation.fields(figures, problem, lang).get("stated", target.text.strip())))
    return tuple(lines)


def accuse(figures: Figures, weighed: Weighed, lang: str) -> Finding:
    """The finding on a problem that nothing fits, or only a loose reading."""
    relation, problem, claim = weighed.relation, weighed.problem, figures.claim
    words = WORDS[lang]
    first = problem.cases[0]
    target = relation.measured(figures, problem.target)
    point = point_of(figures, weighed, first)
    implied = expected_of(weighed, first)
    sign = sign_of(figures, weighed, implied)
    expected = "" if point is None else relation.restated(target, sign * point)
    if sign > 0 > relation.sign(figures, weighed.strict, problem) and expected[:1].isdecimal():
        expected = f"+{expected}"                # it is said to fall
    if expected and implied.bounded and any(figures.keys[k].is_range for k in problem.keys if k != problem.target):
        low, high = (relation.restated(target, sign * end) for end in sorted(implied, key=abs))
        expected = low if low == high else f"{low} … {high}"
    fields = {role: show.within(q) for role, q in figures.keys.items()}
    fields |= {"stated": show.within(target), "expected": " ".join(expected.split())}
    fields |= relation.fields(figures, problem, lang)
    message = relation.message[lang].format_map(fields)
    message = message[:1].upper() + message[1:]
    slip = ""
    marked = target
    suggestion = expected
    if weighed.verdict == "ambiguous":
        message += words["ambiguous"].format(says=READS[weighed.case.says][lang])
        slip = {"by": "increase_or_ratio", "of": "increase_or_ratio", "both_ends": "year_too_many"}.get(weighed.case.says, "")
    else:
        from . import slips  # most articles have none

        found = slips.explain(relation, figures, problem, weighed.strict)
        if found is not None:
            slip = found.id
            named = slips.WORDS[slip][lang]
            if found.key and found.suggestion:
                named += words["for"].format(printed=figures.keys[found.key].text.strip(), meant=found.suggestion)
            message += words["slip"].format(slip=named)
            if found.certain:
                marked, suggestion = figures.keys[found.key], found.suggestion
    lines = derivation(figures, weighed, lang)
    fixes = other_fixes(relation, figures, problem, expected)
    if fixes:
        lines += (words["or"].format(figures=" · ".join(fixes)),)
    severity = severity_of(relation, figures, weighed)
    if claim.mood in ("quoted", "fiction"):
        lines += (words[claim.mood],)
    spans = tuple(sorted({q.span for k in problem.keys if (q := figures.keys.get(k)) is not None} | {marked.span}))
    should = _for_report(relation, target, implied, sign)
    return Finding(relation.code, relation.name, severity, weighed.verdict, marked.start, marked.end, spans, message, lines,
                   (target.low, target.high), should, target.unit, slip, suggestion, claim=claim, lang=lang)


def _for_report(relation: Relation, target: Quantity, i: Interval, sign: int) -> tuple[float, float] | None:
    """The implied interval in the printed unit, for the report; None when no figure would do."""
    if i.low == i.high and not i.bounded:
        return None
    i = i if sign > 0 else -i
    factor = 1.0 if target.unit in show.PERCENT_UNITS else target.factor
    return (relation.base(target, i.low) - target.offset) / factor, (relation.base(target, i.high) - target.offset) / factor


def severity_of(relation: Relation, figures: Figures, weighed: Weighed) -> str:
    """The relation's severity; a warning at most where the wording is open, quoted, or hedged on both sides."""
    severity = figures.options.get("severity") or relation.severity_of(figures)
    if severity != "error":
        return severity
    if weighed.verdict == "ambiguous" or figures.claim.mood in ("quoted", "fiction"):
        return "warning"
    problem = weighed.problem
    others = [figures.keys[k].hedge for k in problem.keys if k != problem.target and k in figures.keys]
    return "warning" if figures.keys[problem.target].hedge != "=" and any(hedge != "=" for hedge in others) else severity


def other_fixes(relation: Relation, figures: Figures, problem: Problem, expected: str) -> tuple[str, ...]:
    """For each figure, what it would be if the others are right, as its author would print it."""
    fixes = [f"{figures.keys[problem.target].text.strip()} → {expected}"] if expected else []
    inverses = relation.inverses(figures, problem) if len(problem.cases) == 1 else {}
    if inverses:
        try:
            values = relation.values(figures, problem, "printed")
        except FAILURES:
            return ()
        for role, solver in inverses.items():
            if role == problem.target or role not in figures.keys or figures.keys[role].hidden or len(fixes) >= MAX_FIXES:
                continue
            q = relation.measured(figures, role)
            if any(other.span == q.span for key, other in figures.keys.items() if key != role):       # 1980 to 2010
                continue
            try:
                value = solver(values).mid
            except FAILURES:
                continue
            if 0.002 < value / (q.printed_low * q.factor or 1.0) < 500:
                fixes.append(f"{q.text.strip()} → {show.restate(q, value)}")
    return tuple(fixes) if len(fixes) > 1 else ()
