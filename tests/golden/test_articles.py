"""Articles of our own: what is found in them, drawn with carets, and nothing but what was planted.

``pytest tests/golden --update-golden`` rewrites the golden files.  They are read as a diff before they are kept: each finding in them must
be true.  A planted error that is not found yet, or a false accusation that is still made, stands in known_failures.txt; a line there that
no longer fails makes the test fail, so that it is removed.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import factcheck
from factcheck.values import Report

from .drawing import draw

HERE = Path(__file__).parent
ARTICLES = sorted(path.stem for path in (HERE / "articles").glob("*.md"))
KNOWN = {line for line in (HERE / "known_failures.txt").read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")}


class Planted(NamedTuple):
    """A planted error: its place in the article."""

    article: str
    context: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.article}: missed: " + self.context.replace("\n", " ")


@cache
def text_of(article: str) -> str:
    return (HERE / "articles" / f"{article}.md").read_text(encoding="utf-8")


@cache
def report_of(article: str) -> Report:
    return factcheck.check_text(text_of(article))


def planted() -> list[Planted]:
    found = []
    for article, contexts in tomllib.loads((HERE / "planted.toml").read_text(encoding="utf-8")).items():
        for context in contexts:
            before, figure, after = context.split("|")
            assert text_of(article).count(before + figure + after) == 1, f"{article}: {context} occurs once"
            start = text_of(article).index(before + figure + after) + len(before)
            found.append(Planted(article, context, start, start + len(figure)))
    return found


PLANTED = planted()


def accused(article: str) -> list[tuple[str, list[tuple[int, int]], str]]:
    """Code, spans and the marked text of every error and warning."""
    text = text_of(article)
    return [(f.code, [(f.start, f.end), *f.spans], " ".join(text[f.start : f.end].split())) for f in report_of(article).findings if f.severity != "note"]


@pytest.mark.parametrize("article", ARTICLES)
def test_findings_are_drawn_as_before(article: str, request: pytest.FixtureRequest) -> None:
    golden = HERE / "findings" / f"{article}.txt"
    drawn = draw(report_of(article))
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(drawn, encoding="utf-8", newline="\n")
    assert drawn == golden.read_text(encoding="utf-8"), "read the difference; if it is right, run pytest tests/golden --update-golden"


@pytest.mark.parametrize("error", PLANTED, ids=lambda e: f"{e.article}-{e.context.split('|')[1].split()[0]}")
def test_what_was_planted_is_found(error: Planted) -> None:
    found = any(start < error.end and error.start < end for _, spans, _ in accused(error.article) for start, end in spans)
    if str(error) in KNOWN:
        assert not found, f"found now: remove the line from known_failures.txt: {error}"
    else:
        assert found, f"if this cannot be found yet, add it to known_failures.txt: {error}"


@pytest.mark.parametrize("error", PLANTED, ids=lambda e: f"{e.article}-{e.context.split('|')[1].split()[0]}")
def test_one_error_is_one_finding(error: Planted) -> None:
    """A figure that is wrong is marked once, and no other figure is marked because of it."""
    touching = [(code, marked) for code, spans, marked in accused(error.article) if any(start < error.end and error.start < end for start, end in spans)]
    twice = str(error).replace(": missed: ", ": twice: ")
    if twice in KNOWN:
        assert len(touching) > 1, f"found once now: remove the line from known_failures.txt: {error}"
    else:
        assert len(touching) <= 1, touching


@pytest.mark.parametrize("article", ARTICLES)
def test_nothing_else_is_accused(article: str) -> None:
    mine = [error for error in PLANTED if error.article == article]
    false = {f"{article}: false: {code} {marked}" for code, spans, marked in accused(article)
             if not any(start < e.end and e.start < end for e in mine for start, end in spans)}
    known = {line for line in KNOWN if line.startswith(f"{article}: false: ")}
    assert false - known == set(), "an accusation of what is right"
    assert known - false == set(), "no longer accused: remove the lines from known_failures.txt"


def test_known_failures_speak_of_what_is_there() -> None:
    missed = {str(error) for error in PLANTED}
    assert [line for line in KNOWN if line.replace(": twice: ", ": missed: ") not in missed and ": false: " not in line] == []


def test_both_languages_have_six_articles_and_clean_ones_among_them() -> None:
    for lang in ("en", "zh"):
        mine = [article for article in ARTICLES if article.startswith(lang)]
        assert len(mine) >= 6
        assert len(set(mine) - {error.article for error in PLANTED}) >= 2


def test_every_article_has_many_figures() -> None:
    assert all(len(report_of(article).quantities) >= 15 for article in ARTICLES)


def test_golden_files_have_their_articles() -> None:
    assert sorted(path.stem for path in (HERE / "findings").glob("*.txt")) == ARTICLES
