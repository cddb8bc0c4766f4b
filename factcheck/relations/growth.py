"""Growth: a doubling time, a factor or percentage a period, levels over years.  All say a factor per year, and must say the same one."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from itertools import product

from ..interval import Interval
from ..typed import TYPE_CHECKING, ClassVar, NamedTuple
from ..values import YEAR_SECONDS
from . import _show as show
from ._base import FAILURES, Case, Figures, Problem, Reading, Relation, Solver, Values, as_printed, read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..values import Quantity

YEARS = {                                       # of the named units
    "day": 1 / 365.25, "week": 7 / 365.25, "month": 1 / 12, "quarter": 0.25, "half_year": 0.5,
    "year": 1.0, "decade": 10.0, "century": 100.0,
}
OTHER_SPAN = {                                  # a span of time in the unit that it may have been meant in
    "en": (("months", "years"), ("years", "months"), ("month", "year"), ("year", "month")),
    "zh": (("个月", "年"), ("個月", "年"), ("年", "个月")),
}
SPANS = frozenset({"doubling", "halving", "period", "duration", "span", "every"})
ROUNDED = frozenset({"doubling", "halving", "every"})       # "doubles in 20 years" may be a little more or less
ONE = Interval(1.0, 1.0)
TWO = Interval(2.0, 2.0)
LN2 = math.log(2)
TEN = 10.0
FINE = 0.5                                      # half of the last digit of whole percents


class Form(NamedTuple):
    """One way of stating a rate: the key of its figure, and the keys that say over what time."""

    kind: str                                   # doubling, halving, factor, percent, levels
    key: str
    over: tuple[str, ...]                       # a duration, or start and end, or nothing: a year


def years_of(q: Quantity) -> float:
    """How many years one of the printed unit is."""
    if q.unit in YEARS:
        return YEARS[q.unit]
    return q.factor / YEAR_SECONDS if q.dimension == "[time]" else 1.0


class Growth(Relation):
    """Two statements of one rate of growth disagree.

    Why: doubling every 18 months is 59 % a year; three times in two years is 73 % a year. A total over the years is no yearly rate.
    How: every form is turned into a factor per year, as an interval: every 3–4 months is 8 … 16 a year.
    Silent: when the intervals touch, under any reading of 倍, when the rate is called a simple average, and when a rate told to tenths,
    between the levels of two years, is off by one in its last digit: it may be reckoned from levels that nobody printed.
    Bad: Storage doubles every 3-4 months, i.e. grows 50x per year.
    Good: Storage doubles every 3-4 months, i.e. grows 10x per year.
    Bad: 每18个月翻一番，即每年增长80%。
    Good: 每18个月翻一番，即每年增长59%。
    Bad: Revenue tripled in two years, or 60% a year.
    Good: Revenue tripled in two years, or 73% a year.
    """

    relation = "growth"
    code = "GRW101"
    signed = True
    name = "rate-mismatch"
    options = {"reading": ("of", "to", "by"), "loose": ("span", "period")}
    target = "percent"
    message = {
        "en": "{basis} is {expected}, not {stated}.",
        "zh": "{basis}相当于{expected}，不是{stated}。",
    }
    movable = ("old", "new", "percent", "factor")
    REACH: ClassVar[float] = 1.0                # years that "from 2012 to 2018" may be off: from January to December, or the other way

    def applies(self, f: Figures) -> bool:
        return True

    def forms(self, f: Figures) -> tuple[Form, ...]:
        """The forms in the order of the text, each with its period: the nearest one that no other form has."""
        if "forms" not in f.memo:
            f.memo["forms"] = self.read_forms(f)
        found: tuple[Form, ...] = f.memo["forms"]
        return found

    def read_forms(self, f: Figures) -> tuple[Form, ...]:
        keys = f.keys
        rates = [k for k in keys if k.partition(".")[0] in ("factor", "percent")]
        periods = [k for k in keys if k.partition(".")[0] in ("period", "duration")]
        found = [Form(k.partition(".")[0], k, (k,)) for k in keys if k.partition(".")[0] in ("doubling", "halving")]
        own: dict[str, tuple[str, ...]] = {}
        if "every" in keys and "factor" in keys:
            own["factor"] = ("every",)
        others = [rate for rate in rates if rate not in own]
        if len(periods) == len(others):
            own |= {rate: (period,) for rate, period in zip(others, periods, strict=True)}
        else:
            alone = [rate for rate in others if keys[rate].per not in YEARS]
            taken: set[str] = set()
            for rate, near in sorted(product(alone, periods), key=lambda two: abs(keys[two[1]].start - keys[two[0]].start)):
                if rate not in own and near not in taken:
                    own[rate] = (near,)
                    taken.add(near)
        if "start" in keys and "end" in keys:
            total = len(rates) > 1 and not periods      # the first of two tells of all the years
            for rate in rates:
                if rate not in own and (total or keys[rate].kind == "multiplier") and "old" not in keys:
                    own[rate] = ("start", "end")
                    break
        found += [Form(rate.partition(".")[0], rate, own.get(rate, ())) for rate in rates]
        if "old" in keys and "new" in keys:
            over: tuple[str, ...] = tuple(k for k in ("span", "duration", "period") if k in keys)[:1]
            if "start" in keys and "end" in keys:
                over = ("start", "end")
            over = tuple(k for k in over if k in ("start", "end") or not any(form.over == (k,) for form in found) or len(periods) == 1)
            if over:
                found = [form._replace(over=()) if form.over == over and form.kind == "percent" else form for form in found]
                found.append(Form("levels", "new", over))
        found.sort(key=lambda form: keys[form.key].start)
        return tuple(found)

    def problems(self, f: Figures) -> tuple[Problem, ...]:
        forms = self.forms(f)
        if len(forms) < 2:
            return ()
        levels = next((form for form in forms if form.kind == "levels"), None)
        first = levels or forms[0]
        return tuple(self.compare(f, first, form) for form in forms if form is not first)

    def compare(self, f: Figures, first: Form, second: Form) -> Problem:
        keys = tuple(dict.fromkeys((*self.holders(first), *self.holders(second))))
        cases = []
        for says_a, rate in rates(f, first):
            for says_b, target in targets(f, second):
                cases.append(Case(_joined(rate, target), "", says=says_b or says_a))
        return Problem(second.key, keys, tuple(cases))

    @staticmethod
    def holders(form: Form) -> tuple[str, ...]:
        if form.kind == "levels":
            return ("old", "new", *form.over)
        return (form.key,) if form.over == (form.key,) else (form.key, *form.over)

    def values(self, f: Figures, problem: Problem, reading: Reading) -> Values:
        values = {}
        for key in problem.keys:
            q = f.keys[key]
            role = key.partition(".")[0]
            if role in ("start", "end"):
                values[key] = as_printed(q)
            elif role in SPANS:
                loose = f.options.get("loose")
                values[key] = span_of(q, reading, "every" if role == loose == "period" else role)
                if role == loose == "span" and reading != "printed":     # "in ten years": of ten figures, nine steps
                    values[key] = values[key]._replace(low=max(values[key].low - years_of(q), 0.5 * years_of(q)))
            else:
                values[key] = read(q, reading, cut=key == problem.target)
                if reading == "rounded" and role == "percent" and self.in_tens(f, q):
                    values[key] = values[key].hull(Interval(q.printed_low - TEN / 2, q.printed_low + TEN / 2))
                elif reading == "rounded" and key == problem.target == "percent" and {"old", "start"} <= f.keys.keys() and q.half < FINE:
                    values[key] = values[key].hull(Interval(q.low - q.half, q.high + q.half))
        if "start" in values and "end" in values:
            years = values["end"].minus(values["start"])
            percent = f.keys[problem.target].kind != "multiplier" and "factor" not in problem.keys
            values["end"] = years if percent else Interval(max(years.low - self.REACH, 0.1), years.high + self.REACH)
            if reading == "printed":
                values["end"] = years
            values["start"] = ONE
            if years.low <= 0:
                raise ValueError("the end is not after the start")
        for key in ("old", "new"):
            if key in values and values[key].low <= 0:
                raise ValueError("growth needs figures above zero")
        for key, i in values.items():
            q = f.keys[key]
            falls = q.direction or (f.direction if len(self.forms(f)) == 1 else "")
            if key.partition(".")[0] == "percent" and falls == "down" and i.low > 0:
                values[key] = -i
        return values

    def in_tens(self, f: Figures, q: Quantity) -> bool:
        """Whether a percentage is told in tens of what doubles: every two years is 41 %, or about 40."""
        if q.is_range or q.printed_low % TEN or "." in q.text or f.options.get("loose"):
            return False
        return any(form.kind in ("doubling", "halving") or form.kind == "factor" and not show.numeral(f.keys[form.key].text)
                   for form in self.forms(f))

    def yearly(self, f: Figures) -> Interval | None:
        forms = self.forms(f)
        if not forms:
            return None
        form = forms[0]
        try:
            values = self.values(f, Problem(form.key, self.holders(form), ()), "strict")
            return rates(f, form)[0][1](values)
        except (*FAILURES, KeyError):
            return None

    def mistakes_for(self, f: Figures, problem: Problem) -> Mapping[str, Solver]:
        first, target = self.pair(f, problem)
        solve = problem.cases[0].solve
        found: dict[str, Solver] = {}
        if target.kind == "percent" and first.kind in ("levels", "factor") and first.over:
            total = _total(first)
            found["simple_for_compound"] = lambda v: total(v).minus(1).times(100).over(_years(first, v))
            found["total_for_yearly"] = lambda v: total(v).minus(1).times(100)
        if target.kind == "factor" and f.keys[target.key].unit == "x" or target.kind == "percent":
            found["percent_for_times"] = lambda v: solve(v).minus(1).times(100)
            if target.kind == "percent":
                found["percent_for_times"] = lambda v: solve(v).over(100).plus(1)
                found["ratio_for_increase"] = lambda v: solve(v).plus(100)
        for form in (first, target):
            for key in form.over:
                q = f.keys[key]
                if q.unit in ("year", "month"):
                    by = 12.0 if q.unit == "month" else 1 / 12
                    found["months_for_years:" + key] = _moved(solve, key, partial(_scaled, by=by))
            if form.over == ("start", "end"):
                for step in (-1.0, 1.0):
                    found[f"year_too_many:{step}"] = _moved(solve, "end", partial(Interval.plus, other=step))
        return found

    def slipped(self, f: Figures, slip: str, problem: Problem) -> tuple[str, str]:
        if not slip.startswith("months_for_years:"):
            return "", ""
        key = slip.partition(":")[2]
        text = f.keys[key].text
        for one, other in OTHER_SPAN[f.keys[key].lang]:
            if one in text:
                return key, text.replace(one, other)
        return key, ""

    def severity_of(self, f: Figures) -> str:
        return "warning" if f.options.get("scope") == "document" else self.severity

    def fields(self, f: Figures, problem: Problem, lang: str) -> dict[str, str]:
        first, target = self.pair(f, problem)
        basis = _basis(f, first, lang)
        if target.kind == "factor" and len(target.over) == 1:
            time = _time(f, target, lang)
            basis += {"en": "" if _paced(f, target) else f" over {time}", "zh": f"，{time}"}[lang]
        return {"basis": basis}

    def pair(self, f: Figures, problem: Problem) -> tuple[Form, Form]:
        """The two forms that a problem compares: the basis and the target."""
        forms = {form.key: form for form in self.forms(f)}
        target = forms[problem.target]
        others = [form for form in forms.values() if form is not target]
        return next((form for form in others if form.kind == "levels"), others[0]), target

    def work(self, f: Figures, problem: Problem, case: Case, lang: str) -> str:
        first, target = self.pair(f, problem)
        shown = show.operands(f.keys, [k for k in problem.keys if k in ("old", "new") or k.startswith("percent")])
        return f"{_work(f, first, shown, lang)} → {_ask(f, target, lang)}"

    def base(self, target: Quantity, value: float) -> float:
        return value / years_of(target) * target.factor if target.dimension == "[time]" else value

    def result(self, target: Quantity, value: float, united: bool = False) -> str:
        if target.unit in show.PERCENT_UNITS or target.kind == "multiplier":
            places = show.decimals(target) + 1 if show.numeral(target.text) else 2
            return show.number(value, places) + show.suffix(target)
        if target.dimension == "[time]":
            return show.number(value / years_of(target), 2) + show.suffix(target)
        return super().result(target, value)


def span_of(q: Quantity, reading: Reading, role: str) -> Interval:
    """A span of time in years.  "Two years" is two; a doubling time of six months may be a rounded one."""
    by = years_of(q)
    exact = q.hedge == "=" and q.half <= 0.5 and "." not in q.text
    if reading == "printed" or exact and not (reading == "rounded" and q.printed_low >= 2 and (role in ROUNDED or by < 1)):
        return Interval(q.printed_low * by, q.printed_high * by)
    low, high = (q.low, q.high) if not exact or q.is_range else (q.printed_low - 0.5, q.printed_high + 0.5)
    return Interval(max(low, 0.01) * by, high * by)


def _years(form: Form, v: Values) -> Interval:
    if not form.over:
        return ONE
    return v["end"] if form.over == ("start", "end") else v[form.over[0]]


def _total(form: Form) -> Solver:
    """The factor over the whole time of the form."""
    if form.kind == "levels":
        return lambda v: v["new"].over(v["old"])
    return lambda v: v[form.key]


def readings_of_times(f: Figures, key: str) -> tuple[tuple[str, float], ...]:
    """What to add to a printed multiple to get the ratio: 增长10倍 is 11, or 10 to many."""
    q = f.keys[key]
    said = f.options.get("reading", "")
    if q.hidden or not (show.numeral(q.text) or show.spelled_times(q)) or said in ("to", "of"):
        return (("of", 0.0),)
    if said == "by":
        return (("by", 1.0), ("of", 0.0))
    return (("of", 0.0), ("by", 1.0))


def rates(f: Figures, form: Form) -> list[tuple[str, Solver]]:
    """Solvers for the factor per year that a form states, one for each reading of its wording."""
    key = form.key
    per = YEARS.get(f.keys[key].per, 1.0) if not form.over else 1.0
    if form.kind == "doubling":
        return [("", lambda v: TWO.power(ONE.over(v[key])))]
    if form.kind == "halving":
        return [("", lambda v: TWO.power(-ONE.over(v[key])))]
    if form.kind == "levels":
        return [("", lambda v: v["new"].over(v["old"]).power(ONE.over(_years(form, v))))]
    if form.kind == "percent":
        return [("", lambda v: v[key].over(100).plus(1).power(ONE.over(_years(form, v).times(per))))]
    return [(says, _factor_rate(form, per, add)) for says, add in readings_of_times(f, key)]


def _factor_rate(form: Form, per: float, add: float) -> Solver:
    return lambda v: v[form.key].plus(add).power(ONE.over(_years(form, v).times(per)))


def targets(f: Figures, form: Form) -> list[tuple[str, Solver]]:
    """For each reading, from the factor per year (under the key "rate") to what the form's figure should be."""
    key = form.key
    per = YEARS.get(f.keys[key].per, 1.0) if not form.over else 1.0
    if form.kind == "doubling":
        return [("", lambda v: Interval(LN2, LN2).over(v["rate"].map(math.log)))]
    if form.kind == "halving":
        return [("", lambda v: Interval(-LN2, -LN2).over(v["rate"].map(math.log)))]
    if form.kind == "levels":
        return [("", lambda v: v["old"].times(v["rate"].power(_years(form, v))))]
    if form.kind == "percent":
        return [("", lambda v: v["rate"].power(_years(form, v).times(per)).minus(1).times(100))]
    return [(says, _factor_target(form, per, add)) for says, add in readings_of_times(f, key)]


def _factor_target(form: Form, per: float, add: float) -> Solver:
    return lambda v: v["rate"].power(_years(form, v).times(per)).minus(add)


def _joined(rate: Solver, target: Solver) -> Solver:
    return lambda v: target({**v, "rate": rate(v)})


def _moved(solve: Solver, key: str, move: Callable[[Interval], Interval]) -> Solver:
    return lambda v: solve({**v, key: move(v[key])})


def _scaled(interval: Interval, by: float) -> Interval:
    return Interval(interval.low * by, interval.high * by)


def _time(f: Figures, form: Form, lang: str) -> str:
    if not form.over:
        unit = f.keys[form.key].per if f.keys[form.key].per in YEARS else "year"
        return {"en": f"a {unit}", "zh": {"year": "每年", "month": "每月", "quarter": "每季"}.get(unit, unit)}[lang]
    if form.over == ("start", "end"):
        years = f.keys["end"].printed_low - f.keys["start"].printed_low
        return {"en": f"{years:g} years", "zh": f"{years:g} 年"}[lang]
    return f.keys[form.over[0]].text.strip()


def _paced(f: Figures, form: Form) -> bool:
    """Whether a form tells its time as that of a pace, which needs no "in" before it: "a year", "annually", "two-year"."""
    if len(form.over) != 1:
        return not form.over
    q = f.keys[form.over[0]]
    time = q.text.strip()
    return q.hidden and not q.half or " " not in time and not time[:1].isdigit()      # a word of [period] in rules/ is exact and hidden


def _multiple(f: Figures, form: Form) -> str:
    """×2 for "doubled" and 翻一番, so that the arithmetic shows."""
    q = f.keys[form.key]
    return "×" + show.number(q.printed_low, 0 if q.printed_low == int(q.printed_low) else 2) if not q.is_range else q.text.strip()


def _basis(f: Figures, form: Form, lang: str) -> str:
    """The form in words, for the message."""
    time = _time(f, form, lang)
    if form.kind in ("doubling", "halving"):
        before, behind = {
            "doubling": {"en": ("Doubling every ", ""), "zh": ("每", "翻一番")},
            "halving": {"en": ("Halving every ", ""), "zh": ("每", "减半")},
        }[form.kind][lang]
        return before + f.keys[form.key].text.strip().removeprefix(before) + behind
    if form.kind == "levels":
        old, new = f.keys["old"].text.strip(), f.keys["new"].text.strip()
        return {"en": f"From {old} to {new} in {time}", "zh": f"{time}内从{old}到{new}"}[lang]
    text = f.keys[form.key].text.strip()
    if lang == "zh":
        return f"{time}{text}"
    return f"{text[:1].upper()}{text[1:]}{' ' if _paced(f, form) else ' in '}{time}"


def _work(f: Figures, form: Form, shown: Mapping[str, str], lang: str) -> str:
    """"×2 in 18 months", "×(10 ÷ 1) in 10 years"."""
    joint = {"en": " in ", "zh": " / "}[lang]
    if form.kind in ("doubling", "halving"):
        return f"×{'2' if form.kind == 'doubling' else '½'}{joint}{f.keys[form.key].text.strip()}"
    if form.kind == "levels":
        return f"×({shown['new']} ÷ {shown['old']}){joint}{_time(f, form, lang)}"
    multiple = shown[form.key] if form.kind == "percent" else _multiple(f, form)
    joint = {"en": " ", "zh": joint}[lang] if _paced(f, form) else joint
    return f"{multiple}{joint}{_time(f, form, lang)}"


def _ask(f: Figures, form: Form, lang: str) -> str:
    if form.kind in ("doubling", "halving"):
        return {"doubling": {"en": "doubling time", "zh": "翻倍时间"}, "halving": {"en": "halving time", "zh": "减半时间"}}[form.kind][lang]
    return _time(f, form, lang)
