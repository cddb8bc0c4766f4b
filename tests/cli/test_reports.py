"""Reports: what is printed, where the carets stand, and that nothing in an article can do harm on the way."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.reports import make, names
from factcheck.reports.model import Context, Place
from factcheck.reports.style import Style, columns, fit, printable, wrap
from factcheck.reports.tables import CLAIMS, FINDINGS, frame, number

from .stub import REFERENCE, checked, claim, finding, rendered

EN = "Calm.\nOutput rose 50% from 20 to 25 GWh.\n"
ZH = "海风好。\n进口额由1.44亿元增至1.80亿元，增长32%。"


def test_full_report_word_for_word() -> None:
    file = checked(EN, finding(EN, "50%", "20", "25 GWh", reference=REFERENCE), claims=(claim(EN, "rose 50%", ("percent", "50%")),))
    assert rendered("full", file) == """\
draft.md
  2:13 error   CHG201 change-mismatch
     │ Output rose 50% from 20 to 25 GWh.
     │             ^^^      ~~    ~~~~~~
     │   (25 − 20) ÷ 20 = 25%
     │   source: Sevilla et al. 2022 · Epoch · 2012..2022 · https://example.org/compute
     ╰ The figures do not fit.
✗ 1 error · 1 claim: 1 not checkable
"""


def test_carets_stand_under_chinese() -> None:
    out = rendered("full", checked(ZH, finding(ZH, "32%", "1.44亿元", "1.80亿元"), lang="zh")).splitlines()
    assert out[2] == "     │ 进口额由1.44亿元增至1.80亿元，增长32%。"
    assert out[3] == "     │         ~~~~~~~~    ~~~~~~~~      ^^^"
    assert out[-1] == "✗ 1个错误"


def underlined(line: str, marks: str) -> list[str]:
    """What stands above each run of marks, by terminal columns."""
    at, cells = 0, []
    for char in line:
        wide = columns(char)
        cells += [char] + [""] * (wide - 1) if wide else []
        at += wide
    found, run = [], ""
    for column, cell in enumerate(cells):
        mark = marks[column] if column < len(marks) else " "
        if mark in "^~":
            run += cell
        elif run:
            found.append(run)
            run = ""
    return [*found, run] if run else found


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize("text", [
    "数据" * 40 + "由20亿元" + "，说明" * 30 + "增至25亿元，" + "其实" * 20 + "增长50%" + "，这样" * 30,
    "word " * 60 + "from 20亿元 " + "word " * 40 + "to 25亿元 " + "word " * 30 + "50% " + "word " * 50,
    "x" * 300 + "20亿元" + "y" * 300 + "25亿元" + "z" * 300 + "50%",
])
def test_long_lines_are_cut_around_the_figures(text: str, width: int) -> None:
    out = rendered("full", checked(text, finding(text, "50%", "20亿元", "25亿元", derivation=())), style=Style(width=width), quiet=True)
    lines = out.splitlines()
    assert all(columns(line) <= width for line in lines)
    shown, marks = lines[2][7:], lines[3][7:]
    assert "50%" in underlined(shown, marks)
    assert set(underlined(shown, marks)) <= {"50%", "20亿元", "25亿元"}
    assert "…" in shown


@given(st.text(alphabet="a 1中，e\u0301👍🏽\u200d\t\u200b\x1b\u202eｆ", max_size=60), st.text(alphabet="b中 \t", max_size=60))
def test_the_caret_is_always_under_its_figure(before: str, after: str) -> None:
    text = f"{before.strip()}77{after}"
    out = rendered("full", checked(text, finding(text, "77", derivation=())), quiet=True).splitlines()
    assert underlined(out[2][7:], out[3][7:]) == ["77"]


def test_figures_in_two_lines_are_both_shown_with_their_numbers() -> None:
    text = "It was 20.\nNothing.\nIt rose 50%, to 25.\n"
    out = rendered("full", checked(text, finding(text, "50%", "20", "25")), quiet=True)
    assert "   1 │ It was 20.\n     │        ~~\n   3 │ It rose 50%, to 25.\n     │         ^^^     ~~\n" in out


def test_terminal_commands_in_an_article_are_shown_not_obeyed() -> None:
    text = "\x1b[2J\x07Rose\u202e 50% \x9b31m from\r20."
    hostile = finding(text, "50%", "20", message="\x1b]0;title\x07 50%", derivation=("\x1b[31m",))
    for name in ("full", "concise"):
        out = rendered(name, checked(text, hostile, path="a\x1b[2J.md"))
        assert not [c for c in out if unicodedata.category(c) in {"Cc", "Cf"} and c != "\n"], name
    assert "␛" in out


def test_colours_only_when_asked_for() -> None:
    file = checked(EN, finding(EN, "50%"))
    assert "\x1b[" not in rendered("full", file)
    assert "\x1b[1;31merror" in rendered("full", file, style=Style(color=True))


def test_a_terminal_without_unicode_gets_signs_it_can_show() -> None:
    out = rendered("full", checked(EN, finding(EN, "50%", derivation=()), claims=()), style=Style(unicode=False))
    assert out.isascii()
    assert "     ` The figures do not fit." in out


@pytest.mark.parametrize(("lang", "line"), [("en", "✓ Nothing to correct · 1 claim: 1 consistent\n"), ("zh", "✓ 未发现需要更正之处 · 1项数据：一致 1\n")])
def test_a_clean_article_gets_one_kind_line(lang: str, line: str) -> None:
    one = claim(EN, "rose 50%", ("percent", "50%"), verdict="consistent")
    assert rendered("full", checked(EN, claims=(one,), lang=lang)) == line
    assert rendered("full", checked(EN, claims=(one,)), message_lang=lang) == line


def test_nothing_checked_is_not_called_correct() -> None:
    assert rendered("full", checked("Calm.")) == "✓ No figures found to check\n"


def test_concise_and_statistics() -> None:
    file = checked(EN, finding(EN, "50%"), finding(EN, "20", severity="note", code="GRW101", name="growth-mismatch"), finding(EN, "25"))
    assert rendered("concise", file, statistics=True, quiet=True) == (
        "draft.md:2:13: error CHG201 The figures do not fit.\ndraft.md:2:22: note GRW101 The figures do not fit.\n"
        "draft.md:2:28: error CHG201 The figures do not fit.\n     2  CHG201  change-mismatch\n     1  GRW101  growth-mismatch\n")


# --- data -----------------------------------------------------------------------------------------------------------------------------------

def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_has_the_columns_of_the_surface_and_crlf() -> None:
    out = rendered("csv", checked(EN, finding(EN, "50%", "20", "25 GWh")))
    assert out.split("\r\n")[0] == (
        "file,line,column,end_line,end_column,code,name,severity,verdict,lang,sentence,stated_text,stated_low,stated_high,unit,subject,entity,"
        "period,expected_low,expected_high,difference,relative_difference,derivation,operands,likely_slip,suggestion,reference_id,"
        "reference_source,reference_url,message,suppressed,suppress_reason,baseline_state,fingerprint,reference_publisher,reference_period,reference_retrieved")
    assert out.count("\r\n") == out.count("\n") == 2
    (row,) = rows(out)
    assert (row["line"], row["column"], row["end_column"], row["stated_text"], row["operands"]) == ("2", "13", "16", "50%", "20 | 25 GWh")
    assert (row["stated_low"], row["expected_high"], row["difference"], row["relative_difference"]) == ("49.5", "30.5", "25.0", "1.0")
    assert row["sentence"].endswith("Output rose 50% from 20 to 25 GWh.")
    assert row["suppressed"] == "false"


def test_csv_of_claims() -> None:
    out = rendered("csv", checked(EN, claims=(claim(EN, "from 20", ("old", "20")),)), what="claims")
    assert out.split("\r\n")[0] == ("file,line,column,end_line,end_column,claim_id,kind,relation,text,low,high,unit,per,hedge,direction,subject,"
                                    "entity,period,mood,verdict,reference_id,sentence")
    (row,) = rows(out)
    assert (row["claim_id"], row["text"], row["low"], row["unit"]) == ("c1", "from 20", "19.5", "USD")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1%", "@SUM(A1)", "\t=1", "＝1+1"])
def test_a_spreadsheet_runs_nothing(cell: str) -> None:
    (row,) = rows(rendered("csv", checked(EN, finding(EN, "50%", message=cell, suggestion=cell), path=cell)))
    assert row["message"] == row["suggestion"] == row["file"] == f"'{cell}"


def test_numbers_are_not_neutralised_and_open_ends_are_empty() -> None:
    (row,) = rows(rendered("csv", checked(EN, finding(EN, "50%", stated=(-50.5, -49.5), expected=(20.0, float("inf"))))))
    assert (row["stated_low"], row["expected_low"], row["expected_high"], row["difference"]) == ("-50.5", "20.0", "", "")


@given(st.text(max_size=30))
def test_csv_cells_come_back(message: str) -> None:
    out = rendered("csv", checked(EN, finding(EN, "50%", message=message)))
    cells = rows(out)[0]["message"]
    assert cells.removeprefix("'") == message.removeprefix("'")


def test_csv_bom() -> None:
    assert rendered("csv", csv_bom=True).startswith("\ufefffile,line")
    assert rendered("csv").startswith("file,line")


def test_json_is_one_object_and_the_same_every_time() -> None:
    files = [checked(EN, finding(EN, "50%", "20", "25 GWh", reference=REFERENCE), claims=(claim(EN, "rose 50%", ("percent", "50%")),)),
             checked(ZH, path="b.md", lang="zh")]
    out = rendered("json", *files)
    assert out == rendered("json", *files)
    value = json.loads(out)
    assert list(value) == ["schema_version", "tool", "run", "files", "summary"]
    assert [f["path"] for f in value["files"]] == ["draft.md", "b.md"]
    (one,) = value["files"][0]["findings"]
    assert (one["start"], one["end"], one["line"], one["column"]) == (18, 21, 2, 13)
    assert [EN[s["start"]:s["end"]] for s in one["spans"]] == [s["text"] for s in one["spans"]] == ["50%", "20", "25 GWh"]
    assert one["reference"]["url"] == "https://example.org/compute"
    assert value["files"][0]["claims"][0]["quantities"][0]["role"] == "percent"
    assert value["summary"]["findings"] == {"error": 1, "warning": 0, "note": 0}


def test_json_of_nothing_and_of_infinity() -> None:
    assert json.loads(rendered("json"))["files"] == []
    out = rendered("json", checked(EN, finding(EN, "50%", expected=(1.0, float("inf")))))
    assert "Infinity" not in out
    assert json.loads(out)["files"][0]["findings"][0]["expected"] == [1.0, None]


def test_jsonl_has_one_object_a_line_that_names_its_file() -> None:
    text = "A\u2028B 50% 20 25"
    out = rendered("jsonl", checked(text, finding(text, "50%"), finding(text, "20")))
    assert [json.loads(line)["path"] for line in out.rstrip("\n").split("\n")] == ["draft.md", "draft.md"]
    assert rendered("jsonl") == ""


def test_fingerprints_do_not_move_with_the_text_around() -> None:
    def fingerprint(text: str, marked: str = "50%") -> str:
        from factcheck.reports.fingerprint import fingerprint

        file = checked(text, finding(text, marked, "20"))
        return fingerprint(file, file.report.findings[0])

    base = fingerprint("Calm. Output rose 50% from 20 to 25.")
    assert fingerprint("More words.\n\nNew here! Calm. Output rose 50%  from 20 to 25. Tail.") == base
    assert fingerprint("Calm. Output rose 50% from 20 to 26.") != base


def test_frames_have_the_columns_and_types_of_the_tables() -> None:
    report = checked(EN, finding(EN, "50%", expected=(1.0, float("inf"))), claims=(claim(EN, "from 20", ("old", "20")),)).report
    findings, claims = report.to_frame("findings"), report.to_frame("claims")
    assert list(findings.columns) == list(FINDINGS)
    assert list(claims.columns) == list(CLAIMS)
    assert findings["stated_low"].dtype == "float64"
    assert findings["line"].tolist() == [2]
    empty = frame(checked("Calm.").report, "claims")
    assert list(empty.columns) == list(CLAIMS)
    assert empty.dtypes.to_dict() == claims.dtypes.to_dict()
    with pytest.raises(ValueError, match="'nonsense'"):
        report.to_frame("nonsense")


def test_formats_are_found_by_name() -> None:
    assert names()[0] == "full"
    assert {"full", "concise", "json", "jsonl", "csv"} <= set(names())
    with pytest.raises(UsageError, match=r"no report format 'xml'; there are full, concise"):
        make("xml", Context("0"), Style())
    with pytest.raises(UsageError, match="cannot list claims"):
        make("concise", Context("0", what="claims"), Style())


# --- small things ---------------------------------------------------------------------------------------------------------------------------

@given(st.text(alphabet="a1\r\n中👍", max_size=60))
def test_places_are_those_of_an_editor(text: str) -> None:
    place = Place(text)
    lines = text.replace("\r\n", "\n\0").replace("\r", "\n").split("\n")    # the NUL keeps the length of CRLF
    line = column = 1
    for offset, char in enumerate(text):
        assert place.of(offset) == (line, column)
        ends = char == "\n" or (char == "\r" and text[offset + 1:offset + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    assert len(place.starts) == len(lines)


@given(st.text(alphabet="ab 中，。（3%", max_size=80), st.integers(4, 30))
def test_wrapped_text_fits_and_loses_nothing(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_terminal_gets_long_messages_in_lines_that_fit() -> None:
    long = finding(EN, "50%", message="The figures, 这些数字并不相符，" * 9, derivation=("25 − 20 = 5; " * 20,))
    out = rendered("full", checked(EN, long), style=Style(width=50, tty=True)).splitlines()
    assert all(columns(line) <= 50 for line in out)
    assert not any(line.lstrip().startswith(("，", "。")) for line in out)


@given(st.text(max_size=40), st.integers(2, 30))
def test_fit_keeps_to_its_width(text: str, width: int) -> None:
    assert columns(fit(printable(text), width)) <= width


@given(st.text(max_size=40))
def test_printable_leaves_nothing_that_drives_a_terminal(text: str) -> None:
    assert not [c for c in printable(text) if unicodedata.category(c) == "Cc" or c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028"]


@pytest.mark.parametrize(("value", "text"), [
    (12.0, "12"), (1.25e8, "125,000,000"), (0.333333333, "0.333333"), (float("inf"), "∞"), (float("-inf"), "-∞"), (1e-7, "1e-07"),
    (1234567.891, "1,234,567.89"), (9.1e18, "9.1e+18"), (-0.5, "-0.5"),
])
def test_numbers_for_people(value: float, text: str) -> None:
    assert number(value) == text


def test_a_sentence_ends_with_its_paragraph() -> None:
    text = "# A windy year\n \nOutput rose 50%\nfrom 20 to 25 GWh\n\nMore to follow."
    (row,) = rows(rendered("csv", checked(text, finding(text, "50%", "20", "25 GWh"))))
    assert row["sentence"] == "Output rose 50% from 20 to 25 GWh"


def test_a_figure_in_an_endless_line_is_shown_in_what_stands_around_it() -> None:
    def shown(words: int) -> tuple[str, float]:
        text = "mild " * words + "output rose 50% from 20 to 25 GWh " + "and " * words
        article, times = checked(text, finding(text, "50%", "20", "25 GWh")), []
        for _ in range(3):
            start = process_time()
            out = rendered("full", article)
            times.append(process_time() - start)
        return out.partition("\n")[2].partition(" ")[2].partition("change-mismatch")[2], min(times)

    (near, quick), (far, slow) = shown(2_000), shown(200_000)
    assert near == far
    assert near.count("…") >= 2, "it is cut on both sides"
    assert slow < 5 * quick + 0.01
