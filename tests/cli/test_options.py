"""The quick reading of a command line and typer's must never differ; at the least doubt the quick one declines."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import cli
from factcheck.options import BOTH, OPTIONS, READING, Call, of, parse


def by_typer(argv: list[str], monkeypatch: pytest.MonkeyPatch) -> Call | None:
    """What typer makes of a command line; None where it complains."""
    calls: list[Call] = []
    monkeypatch.setattr(cli, "execute", lambda command, values: calls.append(Call(command, values)) or 0)
    try:
        assert cli.run_typer(argv) == 0
    except Exception:  # noqa: BLE001 - any complaint
        return None
    return calls[0] if calls else None


SAMPLES = [
    *itertools.chain.from_iterable(
        [["check", "a.md", *(flag, *([] if o.kind == "flag" else [o.choices[-1] if o.choices else "xyz"]))] for flag in o.flags]
        for o in of("check")),
    *([[c, "a.md"] for c in BOTH]), ["a.md"], ["-"], ["a.md", "b.md", "-q", "-v"], ["claims", "-F", "json", "a.md"],
    ["--select", "CHG", "--select=GRW,SUM", "a.md"], ["a.md", "--fail-on=never"], ["check", "check"], ["check", "rule"],
]


@pytest.mark.parametrize("argv", SAMPLES, ids=" ".join)
def test_the_quick_reading_is_typers(argv: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    quick = parse(argv)
    assert quick is not None, "well formed, yet declined"
    assert quick == by_typer(argv, monkeypatch)


WORDS = st.sampled_from([
    "check", "claims", "rule", "a.md", "-", "--", "", "-q", "-v", "-qv", "-F", "-Fjson", "-F=json", "json", "--select", "--select=", "--select=CHG",
    "CHG", "--fail-on", "never", "--fail-on=nevr", "--quiet=1", "--sel", "--nope", "--help", "-h", "--output", "csv:x", "--color", "always", "-x",
    "--no-cache", "--version",
])


@given(argv=st.lists(WORDS, max_size=5))
def test_the_quick_reading_declines_what_typer_refuses(argv: list[str]) -> None:
    quick = parse(argv)
    if quick is not None:
        with pytest.MonkeyPatch.context() as patch:
            assert quick == by_typer(argv, patch)


@pytest.mark.parametrize("argv", [[], ["--help"], ["rule", "CHG201"], ["config", "show"], ["check"], ["check", "--help", "a.md"], ["-F", "a.md"], ["a", "--fail-on", "x"]])
def test_what_is_left_to_typer(argv: list[str]) -> None:
    assert parse(argv) is None


def test_every_option_is_explained_once() -> None:
    flags = [flag for option in OPTIONS for flag in option.flags]
    assert len(flags) == len(set(flags))
    assert all(option.help.rstrip("]").rstrip().endswith((".", "error", "full", "auto")) for option in OPTIONS)
    assert all(set(option.commands) <= set(READING) for option in OPTIONS)
