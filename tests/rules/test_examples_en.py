"""Every example of the shipped English rules, run under the whole rule set."""

from __future__ import annotations

import pytest

from factcheck.text import rules_test
from factcheck.text.grammar import Rule, read_rules
from factcheck.text.lexicon import default_folders

RULES = read_rules("en", default_folders())


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_examples(rule: Rule) -> None:
    assert not [str(failure) for failure in rules_test.check_rule(rule)]


def test_every_rule_has_varied_examples() -> None:
    assert not [rule.id for rule in RULES if len(rule.yes) < 2]
    texts = [example["text"] for rule in RULES for example in rule.yes]
    assert len(texts) > 1.5 * len(RULES)
