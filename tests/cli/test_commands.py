"""The command line from outside: exit codes, where things are printed, and that no traceback reaches a user."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
from factcheck.__main__ import run
from factcheck.errors import FactcheckError
from factcheck.values import Document, Report

WRONG = "Sales rose 50% from 20 to 25 million kroner.\n"
RIGHT = "Sales rose 25% from 20 to 25 million kroner.\n"
ENVIRONMENT = {**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_DEBUG", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    (tmp_path / "wrong.md").write_text(WRONG)
    (tmp_path / "right.md").write_text(RIGHT)
    return tmp_path


@pytest.mark.parametrize(("argv", "code"), [
    (["wrong.md"], 1), (["right.md"], 0), (["check", "wrong.md", "right.md"], 1), (["wrong.md", "--fail-on", "never"], 0),
    (["wrong.md", "--ignore", "CHG201"], 0), (["wrong.md", "--select", "GRW"], 0), (["wrong.md", "--select", "GRW", "--extend-select", "CHG"], 1),
    (["wrong.md", "--severity", "CHG201=warning"], 0), (["wrong.md", "--severity", "CHG=note", "--fail-on", "note"], 1),
    (["wrong.md", "--per-file-ignores", "wrong.*:CHG"], 0), (["wrong.md", "--per-file-ignores", "right.*:CHG"], 1),
    (["claims", "wrong.md"], 0), (["wrong.md", "nowhere.md"], 2), (["."], 1), (["--nonsense"], 2), (["wrong.md", "--select", "XYZ999"], 2),
    (["wrong.md", "--date", "yesterday"], 2), (["wrong.md", "-F", "xml"], 2), (["wrong.md", "--output", "csv"], 2),
    (["wrong.md", "--config", "nowhere.toml"], 2), (["wrong.md", "--rules", "nowhere"], 2), (["--version"], 0), (["--help"], 0), ([], 0),
    (["rule", "CHG201"], 0), (["rule", "--all"], 0), (["rule", "change-mismatch"], 0), (["rule", "chg2"], 0), (["rule"], 2),
    (["rule", "XYZ"], 2), (["config", "schema"], 0),
    (["config", "show"], 0), (["config"], 2), (["explain", "wrong.md:1"], 0), (["explain", "wrong.md:1:12"], 0), (["explain", "wrong.md"], 2),
    (["explain", "wrong.md:9"], 2), (["explain", "nowhere.md:1"], 2), (["rules", "test", "nowhere"], 2), (["rules", "test", "."], 2),
], ids=lambda value: " ".join(value) if isinstance(value, list) else str(value))
def test_exit_codes(argv: list[str], code: int, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(argv) == code
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    assert (code == 2 and argv != ["config"]) == err.startswith("factcheck: ")
    assert not err or argv != ["config"], "help is no error message"
    assert "internal error" not in err


def test_the_finding_is_printed_with_its_place(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["wrong.md", "-F", "concise", "-q"])
    out = capsys.readouterr().out
    assert out.startswith("wrong.md:1:12: error CHG201 ")
    assert "25%" in out


@pytest.mark.parametrize(("argv", "says"), [
    (["wrong.md", "nowhere.md"], "factcheck: nowhere.md: no such file or folder\n"),
    (["chekc", "wrong.md"], "factcheck: chekc: no such file or folder; did you mean the command check?\n"),
    (["rule", "XYZ"], "factcheck: there is no code 'XYZ'; `factcheck rule --all` explains every code\n"),
    (["rule", "CHG299"], "factcheck: there is no code 'CHG299'; did you mean CHG221?\n"),
    (["rules", "test", "."], "factcheck: .: no rules here; rule files are *.toml in a folder named after their language, en or zh\n"),
], ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_an_error_says_what_to_do(argv: list[str], says: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(argv) == 2
    assert capsys.readouterr().err == says


def test_one_bad_file_does_not_hide_the_others(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "empty.md").touch()
    (here / "bad.md").write_bytes(bytes(range(256)))
    (here / "sixteen.md").write_bytes(WRONG.encode("utf-16"))
    assert run(["empty.md", "bad.md", "nowhere.md", "sixteen.md", "wrong.md", "-F", "concise"]) == 2
    out, err = capsys.readouterr()
    assert err.splitlines() == ["factcheck: empty.md: is empty", "factcheck: bad.md: is a binary file, not text",
                                "factcheck: nowhere.md: no such file or folder"]
    assert [line.split(":")[0] for line in out.splitlines()[:2]] == ["sixteen.md", "wrong.md"]
    assert "3 files could not be checked" in out


def test_standard_input(here: Path) -> None:
    def piped(*argv: str, data: bytes = WRONG.encode()) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([sys.executable, "-m", "factcheck", *argv], input=data, capture_output=True, env=ENVIRONMENT, check=False)

    done = piped("-", "-F", "concise")
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.startswith(b"<stdin>:1:12: error CHG201")
    assert piped("-", "--stdin-filename", "x.md", "-F", "concise").stdout.startswith(b"x.md:1:12:")
    assert piped("-", "--stdin-filename", "x.html", data=b"<p title='rose 50% from 20 to 25'>Calm 12.").returncode == 0
    nothing = piped("-", data=b"")
    assert (nothing.returncode, nothing.stderr) == (2, b"factcheck: <stdin>: is empty\n")


def test_several_reports_in_one_run(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["wrong.md", "--output", "json:out.json", "--output", "csv:out.csv", "--csv-bom", "-F", "concise"]) == 1
    assert "CHG201" in capsys.readouterr().out
    assert json.loads((here / "out.json").read_text(encoding="utf-8"))["summary"]["findings"]["error"] == 1
    assert (here / "out.csv").read_bytes().startswith(b"\xef\xbb\xbffile,line,")


def test_an_article_is_not_overwritten_by_its_report(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["wrong.md", "--output", "json:./wrong.md"]) == 2
    assert (here / "wrong.md").read_text() == WRONG
    assert "would be overwritten" in capsys.readouterr().err
    assert run(["wrong.md", "--output", "json:no/such/folder.json"]) == 2


def test_configuration_counts_and_the_command_line_wins(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "factcheck.toml").write_text('[lint]\nfail-on = "never"\n[lint.per-file-ignores]\n"quiet/*" = ["ALL"]\n')
    (here / "quiet").mkdir()
    (here / "quiet" / "a.md").write_text(WRONG)
    assert run(["wrong.md"]) == 0
    assert run(["wrong.md", "--fail-on", "error"]) == 1
    assert run(["quiet", "--fail-on", "error"]) == 0
    assert run(["wrong.md", "--isolated"]) == 1
    (here / "factcheck.toml").write_text('exclude = ["quiet", "wrong.md"]\n')
    assert run(["."]) == 0
    (here / "factcheck.toml").write_text("nonsense = 1\n")
    capsys.readouterr()
    assert run(["wrong.md"]) == 2
    assert "unknown setting 'nonsense'" in capsys.readouterr().err


@pytest.mark.parametrize(("lang", "says"), [("en", "✓ Nothing to report · 1 claim: 1 inconsistent\n"), ("zh", "✓ 没有要报告的问题 · 1项数据：不一致 1\n")])
def test_what_is_left_out_is_not_called_right(lang: str, says: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["wrong.md", "--ignore", "CHG", "--message-lang", lang]) == 0
    assert capsys.readouterr().out == says


def test_claims_are_listed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["claims", "wrong.md"])
    out = capsys.readouterr().out
    assert "49.5 … 50.5" in out
    assert "percent" in out
    run(["claims", "wrong.md", "-F", "json"])
    assert json.loads(capsys.readouterr().out)["run"]["command"] == "claims"


def test_explain_tells_no_interval_of_what_is_no_amount(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "years.md").write_text("In 2012 sales rose 25% from 20 to 25 million kroner.\n")
    assert run(["explain", "years.md:1"]) == 0
    out = capsys.readouterr().out
    assert "1:4  2012  (year)\n" in out
    assert "25%  (share, printed 25, stands for 24.5 … 25.5, unit percent)\n" in out


def test_explain_reads_with_the_words_of_the_house(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "house" / "en").mkdir(parents=True)
    (here / "house" / "en" / "words.toml").write_text('[groups]\nhouse_word = ["zorbs"]\n')
    (here / "factcheck.toml").write_text('[lint]\nrules = ["house"]\n')
    (here / "plain.md").write_text("The zorbs fell by 3 points.\n")
    assert run(["explain", "plain.md:1"]) == 0
    assert "zorbs<house_word>" in capsys.readouterr().out


@pytest.mark.parametrize(("argv", "says"), [
    (["wrong.md:9"], "wrong.md:9: wrong.md has 1 line"),
    (["wrong.md:1:900"], "wrong.md:1:900: line 1 has 44 columns"),
    (["wrong.md:1", "--date", "soon"], "--date: 'soon' is not a date"),
    (["wrong.md:1", "--rules", "nowhere"], "--rules nowhere: no such folder"),
])
def test_explain_says_what_to_do(argv: list[str], says: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", *argv]) == 2
    assert capsys.readouterr().err.startswith(f"factcheck: {says}")


def test_explain_reads_as_check_was_told_to(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "year.md").write_text("Last year exports rose 50% from 20 to 25 million.\n")
    assert run(["explain", "year.md:1", "--date", "2014-05-12", "--message-lang", "zh"]) == 0
    out = capsys.readouterr().out
    assert "period 2013" in out
    assert "文中为 50%" in out


def test_explain_replays_the_finding(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["explain", "wrong.md:1:13"])
    out = capsys.readouterr().out
    text, figure = out.splitlines()[:2]
    assert text.startswith("1:1  reads  Sales")
    assert " · rose<change_verb" in text
    assert "[50%] · from<" in text
    assert figure.startswith("1:12  50%  (")
    assert "stands for 49.5 … 50.5" in out
    assert "CHG201" in out


def test_explain_replays_what_fits_and_figures_without_a_claim(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "more.md").write_text("Sales rose 25% from 20 to 25 million kroner. The firm has 700 staff.\n")
    assert run(["explain", "more.md:1"]) == 0
    out = capsys.readouterr().out
    assert "→ consistent" in out
    assert "(25 − 20) ÷ 20 = 25.0%" in out
    assert "1:59  700 staff  (quantity, printed 700, stands for 699.5 … 700.5, unit employees)" in out


def test_messages_in_the_language_asked_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["wrong.md", "--message-lang", "zh"])
    assert "1个错误" in capsys.readouterr().out


def test_an_internal_error_is_one_line_and_the_other_files_are_checked(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    from factcheck import engine

    real = engine.check

    def breaks(document: Document, settings: engine.Settings) -> Report:
        if document.path == "right.md":
            raise RecursionError
        return real(document, settings)

    monkeypatch.setattr(engine, "check", breaks)
    assert run(["right.md", "wrong.md", "-F", "concise", "-q"]) == 2
    out, err = capsys.readouterr()
    assert err == "factcheck: right.md: could not be checked (nested too deeply)\n"
    assert out.startswith("wrong.md:1:12")


@pytest.mark.parametrize(("error", "code", "says"), [
    (MemoryError(), 2, "internal error: out of memory"), (KeyboardInterrupt(), 130, "interrupted"), (KeyError("x"), 2, "internal error: KeyError: 'x'"),
])
def test_the_guard(error: BaseException, code: int, says: str, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> int:
        raise error

    monkeypatch.setattr("factcheck.run.execute", fails)
    assert run(["wrong.md"]) == code
    assert capsys.readouterr().err.startswith(f"factcheck: {says}")


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of POSIX")
def test_a_reader_that_goes_away_is_no_disaster(here: Path) -> None:
    (here / "long.md").write_text(WRONG * 400)                  # of which the report is more than a pipe holds
    process = subprocess.Popen([sys.executable, "-m", "factcheck", "long.md"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 2


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")
@pytest.mark.parametrize("argv", [["wrong.md"], ["wrong.md", "-F", "json"], ["wrong.md", "gone.md"], ["rule", "--all"], ["reference", "list"]],
                         ids=" ".join)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_told_of(argv: list[str], unbuffered: str, here: Path) -> None:
    env = {**ENVIRONMENT, "PYTHONUNBUFFERED": unbuffered}
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "factcheck", *argv], stdout=full, stderr=subprocess.PIPE, env=env, check=False)
    assert (done.returncode, done.stderr) == (2, b"factcheck: standard output: cannot be written (No space left on device)\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")
def test_a_report_that_cannot_be_written_is_told_of(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["wrong.md", "--output", "json:/dev/full", "-q"]) == 2
    assert capsys.readouterr().err == "factcheck: --output /dev/full: cannot be written (No space left on device)\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
def test_closed_streams_are_no_disaster(here: Path) -> None:
    for closed, code in ((">&-", 1), (">&- 2>&-", 1), ("2>&-", 1), ("<&-", 1)):
        done = subprocess.run(f'"{sys.executable}" -m factcheck wrong.md {closed}', shell=True, capture_output=True, env=ENVIRONMENT, check=False)
        assert (done.returncode, done.stderr) == (code, b""), closed


def test_a_console_of_another_encoding_gets_its_report(here: Path) -> None:
    (here / "zh.md").write_text("进口额由1.44亿元增至1.80亿元，增长32%。", encoding="utf-8")
    for fmt in ("full", "json", "csv"):
        done = subprocess.run([sys.executable, "-m", "factcheck", "zh.md", "-F", fmt], capture_output=True, check=False,
                              env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
        assert (done.returncode, done.stderr) == (1, b""), fmt
        assert ("增至" in done.stdout.decode("utf-8")) == (fmt != "full")


# --- the library ----------------------------------------------------------------------------------------------------------------------------

def test_the_library(here: Path) -> None:
    (found,) = factcheck.check_text(WRONG).findings
    assert WRONG[found.start:found.end] == "50%"
    assert [f.code for f in factcheck.check_file(here / "wrong.md").findings] == [found.code]
    assert [len(report.findings) for report in factcheck.check_texts([WRONG, RIGHT])] == [1, 0]
    assert factcheck.check_text(WRONG, lang=None, date=None, ignore=["CHG"]).findings == ()
    with pytest.raises(TypeError, match="lists of texts"):
        factcheck.check_text(WRONG, select="CHG")
    assert list(factcheck.check_text(WRONG).to_frame().columns)[:2] == ["file", "line"]


@pytest.mark.parametrize(("values", "says"), [
    ({"lang": "fr"}, "lang: 'fr' is none of auto, en, zh"), ({"message_lang": "de"}, "message_lang: 'de' is none of auto, en, zh"),
    ({"date": "yesterday"}, "date: 'yesterday' is not a date; write it as YYYY-MM-DD"), ({"date": "2024-13-01"}, "is not a date"),
    ({"date": "2024-W01-1"}, "is not a date"), ({"date": "20240512"}, "is not a date"), ({"date": "2024-00"}, "is not a date"),
    ({"select": ["ZZZ"]}, "select: there is no code ZZZ"), ({"ignore": ["CHG999"]}, "ignore: there is no code CHG999"),
    ({"severity": {"CHG201": "bad"}}, "severity: 'bad' is no severity; there are error, warning, note"),
    ({"severity": {"ZZZ": "note"}}, "severity: there is no code ZZZ"), ({"rules": ["nowhere"]}, "nowhere: no such folder"),
], ids=str)
def test_the_library_refuses_what_it_does_not_know(values: dict[str, object], says: str) -> None:
    with pytest.raises(FactcheckError, match=re.escape(says)):
        factcheck.check_text(WRONG, **values)


@pytest.mark.parametrize(("lang", "text", "period"), [
    ("en", "Last year sales rose 50% from 20 to 25 million.", "2013"), ("zh", "去年销量由1.25亿增至1.60亿，增长32%。", "2013"),
])
@pytest.mark.parametrize("date", ["2014", "2014-05", "2014-05-12", "2014-05-12T08:30:00Z", "2014-05-12 08:30"])
def test_a_date_may_be_known_to_the_month_or_year_only(lang: str, text: str, period: str, date: str) -> None:
    (found,) = factcheck.check_text(text, lang=lang, date=date).findings
    assert found.code == "CHG201"
    assert found.claim is not None
    assert found.claim.period == period


PERIODS = {"2014": ["", "2004..2014", "", "2013"], "2014-05": ["2013-11..2014-05", "2004..2014", "2014-Q1", "2013"]}


@pytest.mark.parametrize("date", PERIODS)
@pytest.mark.parametrize("text", [
    "In the past six months sales rose 5%. Over the last decade sales rose 50%. Last quarter sales rose 3%. Last year sales rose 4%.",
    "过去六个月销量增长5%。近十年销量增长50%。上季度销量增长3%。去年销量增长4%。",
])
def test_what_a_year_alone_does_not_date_stays_open(text: str, date: str) -> None:
    rises = [claim for claim in factcheck.check_text(text, date=date).claims if claim.text.endswith("%")]
    assert [claim.period for claim in rises] == PERIODS[date]


def test_years_ago_are_reckoned_from_a_year_alone() -> None:
    text = "The club was founded in 1990, twenty years ago."
    assert [text[f.start:f.end] for f in factcheck.check_text(text, date="2014").findings] == ["twenty years"]


def test_a_language_may_be_told_with_its_region() -> None:
    for tag in ("zh-CN", "zh_Hant", "ZH"):
        assert factcheck.check_text("12%", lang=tag).document.lang == "zh"
    assert factcheck.check_text("12%", lang="en-GB", message_lang="zh-TW").document.lang == "en"


def test_the_library_takes_codes_as_the_command_line_does() -> None:
    assert [f.code for f in factcheck.check_text(WRONG, select=["chg"]).findings] == ["CHG201"]
    assert factcheck.check_text(WRONG, select=["GRW, CNV"]).findings == ()
    assert factcheck.check_text(WRONG, severity={"CHG": "note"}).findings[0].severity == "note"
    assert repr(factcheck.check_text(WRONG)) == "Report(1 findings, 1 claims judged, 3 quantities)"
    with pytest.raises(TypeError, match="a text is needed, not bytes"):
        factcheck.check_text(WRONG.encode())


def test_spans_are_those_of_the_files_own_text(here: Path) -> None:
    (here / "a.html").write_bytes(b"\xef\xbb\xbf" + f"<p>\U0001f44d ｆ</p>\r\n<p><b>{WRONG.strip()}</b></p>".encode())
    report = factcheck.check_file(here / "a.html")
    text = (here / "a.html").read_bytes().decode("utf-8-sig")
    (found,) = report.findings
    assert text[found.start:found.end] == "50%"
