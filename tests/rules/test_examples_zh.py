"""Every example of the shipped Chinese rules, run under the whole rule set."""

from __future__ import annotations

import pytest

from factcheck.text import rules_test
from factcheck.text.grammar import Rule, read_rules
from factcheck.text.lexicon import default_folders

RULES = read_rules("zh", default_folders())


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_examples(rule: Rule) -> None:
    failures = rules_test.check_rule(rule)
    assert not failures, "\n".join(map(str, failures))


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_says_what_it_reads_and_what_it_leaves(rule: Rule) -> None:
    assert rule.yes
    assert rule.no
    assert all(example.get("why") for example in rule.no), "a “no” example says why"
