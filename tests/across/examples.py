"""What the tests of links share: tests made of tables of examples.

A table stands in the file of the room that it tests, and a line there makes a test of it: ``test_slips_are_told = slips(TOLD)``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

import pytest

from factcheck import check_text

Test = Callable[..., None]
TOGETHER = ("document", "table")


def codes(text: str, lang: str = "auto") -> list[str]:
    """The codes of the errors and warnings in a text."""
    return [f.code for f in check_text(text, lang=lang).findings if f.severity != "note"]


def linked(text: str) -> list[str]:
    """Of these only the codes of what clauses, sentences and tables say together."""
    findings = [f for f in check_text(text).findings if f.severity != "note"]
    return [f.code for f in findings if f.claim is not None and f.claim.options.get("scope") in TOGETHER]


def verdicts(text: str) -> list[str]:
    """The verdicts on the claims that they make together."""
    return [c.verdict for c in check_text(text).claims if c.options.get("scope") in TOGETHER]


def slips(rows: Iterable[Sequence[str]], lang: str = "auto", around: Iterable[str] = ("{}",), reads: Collection[str] = ()) -> Test:
    """A test of texts in which one figure is right, and of the same with a slip of it.

    rows    (text with {} for the figure, the right one, the wrong one, the codes that are told of it: none, or several with blanks between)
    around  texts with {} for the example, which are no matter
    reads   rules, without their language: the one claim that fits in the right text is by one of them
    """
    @pytest.mark.parametrize("frame", around)
    @pytest.mark.parametrize(("text", "right", "wrong", "told"), rows)
    def test(frame: str, text: str, right: str, wrong: str, told: str) -> None:
        text = frame.replace("{}", text)
        report = check_text(text.format(right), lang=lang)
        assert [f.code for f in report.findings] == []
        if reads:
            (rule,) = [c.rule.partition(".")[2] for c in report.claims if c.verdict.startswith("consistent")]
            assert rule in reads
        assert codes(text.format(wrong), lang) == told.split()
        findings, start = check_text(text.format(wrong), lang=lang).findings, text.find("{}")
        assert not told or any(a < start + len(wrong) and start < b for f in findings for a, b in f.spans)      # it is among what is accused

    return test


def accused(rows: Iterable[Sequence[str]], lang: str = "auto") -> Test:
    """A test of (text, the codes that are told of it, with blanks between)."""
    @pytest.mark.parametrize(("text", "told"), rows)
    def test(text: str, told: str) -> None:
        assert codes(text, lang) == told.split()

    return test


def silent(texts: Iterable[str], lang: str = "auto") -> Test:
    """A test of texts of which nothing is told."""
    return accused([(text, "") for text in texts], lang)
