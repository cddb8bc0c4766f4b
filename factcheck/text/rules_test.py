"""Runs the examples of rule files under the whole rule set, their own folder included.

Every ``yes`` must be read, no ``no`` may be, every ``todo`` must still fail.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass

from .. import engine, resources
from ..typed import Any
from ..values import Claim, Report
from . import document
from . import language as languages
from .grammar import read_rule_file, read_rules
from .lexicon import default_folders
from .rules import Rule

RESERVED = {"text", "why", "date", "finding", "verdict", "subject", "factor_per_year", "relation", "mood", "period"}


@dataclass(frozen=True, slots=True)
class Failure:
    """One example that does not do what its rule says."""

    path: str
    line: int
    rule: str
    text: str
    problem: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.problem}\n    {self.text}"


def collect(paths: Iterable[str] = ()) -> list[Rule]:
    """The rules of files and folders; of the shipped rules when none is named."""
    paths = list(paths)
    if not paths:
        return [rule for lang in languages.LANGUAGES for rule in read_rules(lang, default_folders())]
    rules: list[Rule] = []
    for path in map(os.path.abspath, paths):
        if os.path.isdir(path) and os.path.basename(path) in languages.LANGUAGES:
            rules += read_rules(os.path.basename(path), [os.path.dirname(path)])
        elif os.path.isdir(path):
            rules += [rule for lang in languages.LANGUAGES for rule in read_rules(lang, [path])]
        else:
            rules += read_rule_file(path)
    return rules


def run(paths: Iterable[str] = ()) -> list[Failure]:
    """Every failure among the examples of ``paths`` (default: the shipped rules)."""
    paths = list(paths)
    rules = collect(paths)
    engine.refuse_unknown(rules)
    settings = engine.Settings(rules=own_folders(paths))
    return [failure for rule in rules for failure in check_rule(rule, settings)]


def own_folders(paths: Iterable[str]) -> tuple[str, ...]:
    """The rules folders that the paths name or lie in, the shipped one aside."""
    found: dict[str, None] = {}
    for path in map(os.path.abspath, paths):
        folder = path if os.path.isdir(path) else os.path.dirname(path)
        if os.path.basename(folder) in languages.LANGUAGES:
            folder = os.path.dirname(folder)
        if os.path.realpath(folder) != os.path.realpath(resources.rules_dir()):
            found[folder] = None
    return tuple(found)


def check_rule(rule: Rule, settings: engine.Settings | None = None) -> list[Failure]:
    """The failures of one rule."""
    failures = []
    for example in rule.yes:
        problem = problem_of(rule, example, settings)
        if problem:
            failures.append(Failure(rule.path, rule.line, rule.id, example["text"], problem))
    for example in rule.no:
        report = _report(example, settings)
        hit = next((c for c in report.relations if rule.id in c.rule.split()), None)
        if hit is not None:
            failures.append(Failure(rule.path, rule.line, rule.id, example["text"], f'must not be read, but "{hit.text}" is'))
    failures += [Failure(rule.path, rule.line, rule.id, example["text"], 'is read now: move it from "todo" to "yes"')
                 for example in rule.todo if not problem_of(rule, example, settings)]
    return failures


def problem_of(rule: Rule, example: dict[str, Any], settings: engine.Settings | None = None) -> str:
    """What is wrong with a ``yes`` example; "" if nothing."""
    report = _report(example, settings)
    relation = example.get("relation", rule.relation)
    found = [claim for claim in report.relations if claim.relation == relation]
    if not found:
        return f"no claim of relation {relation}"
    problems = [_compare(claim, example) for claim in found]
    if all(problems):
        return problems[0]
    if "finding" in example:
        codes = [finding.code for finding in report.findings]
        if example["finding"] and example["finding"] not in codes:
            return f"finding {example['finding']} expected, got {codes or 'none'}"
        if not example["finding"] and codes:
            return f"no finding expected, got {codes}"
    return ""


def _compare(claim: Claim, example: dict[str, Any]) -> str:
    for key, wanted in example.items():
        if key == "factor_per_year":
            low, _, high = str(wanted).partition("..")
            got = claim.factor_per_year
            if got is None or abs(got[0] - float(low)) > 0.01 * abs(float(low)) or abs(got[1] - float(high)) > 0.01 * abs(float(high)):
                return f"factor_per_year {wanted} expected, got {got}"
        elif key in ("subject", "verdict", "mood", "period"):
            if getattr(claim, key) != wanted:
                return f'{key} "{wanted}" expected, got "{getattr(claim, key)}"'
        elif key not in RESERVED:
            texts = [q.text for q in claim.all(key)]
            expected = wanted if isinstance(wanted, list) else [wanted]
            if texts != expected:
                return f"{key} {expected} expected, got {texts}"
    return ""


def _report(example: dict[str, Any], settings: engine.Settings | None) -> Report:
    return engine.check(document.parse(example["text"], date=str(example.get("date", ""))), settings)
