"""Tables in Markdown, HTML, CSV and TSV."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.text import tables

from .examples import codes, linked, verdicts

MARKDOWN = """Where the money went:

| Region | 2022 | 2023 | Change |
|:---|---:|---:|---:|
| North | 1,210 | 1,263 | 4.4% |
| South | 805 | 1,001 | 24.3% |
| East | 404 | 442 | 9.4% |
| **Total** | **2,419** | **2,706** | 11.9% |

That was all.
"""
CHINESE = """| 地区 | 产值（亿元） | 占比 |
|---|---|---|
| 甲区 | 120.5 | 24.1% |
| 乙区 | 210.5 | 42.1% |
| 丙区 | 169.0 | 33.8% |
| 其中：开发区 | 69.0 | 13.8% |
| 合计 | 500.0 | 100% |
"""
HTML = ("<table><tr><th>Team</th><th>Won</th><th>Lost</th><th>Total</th></tr><tr><td>Reds</td><td>13</td><td>4</td><td>17</td></tr>"
        "<tr><td>Blues</td><td><b>11</b></td><td>6</td><td>17</td></tr><tr><td>Greens</td><td>9</td><td>7</td><td>16</td></tr></table>")
CSV = "Item,Shop A,Shop B,Total\nApples,10,21,31\nPears,5,6,11\nPlums,7,9,16\n"
TSV = CSV.replace(",", "\t")


@pytest.mark.parametrize("text", [MARKDOWN, CHINESE, HTML, CSV, TSV])
def test_consistent(text: str) -> None:
    assert linked(text) == []
    assert verdicts(text)


@pytest.mark.parametrize(("text", "printed", "altered", "code"), [
    (MARKDOWN, "1,001", "1,010", "SUM301 CHG201"),
    (MARKDOWN, "**2,706**", "**2,760**", "SUM301 CHG201"),
    (MARKDOWN, "24.3%", "42.3%", "CHG201"),
    (CHINESE, "42.1%", "41.2%", "SHR311 SUM302"),
    (CHINESE, "120.5", "102.5", "SUM301 SHR311"),
    (HTML, "<td>6</td>", "<td>9</td>", "SUM301"),
    (CSV, "31", "13", "SUM301"),
    (TSV, "31", "13", "SUM301"),
])
def test_one_figure_altered(text: str, printed: str, altered: str, code: str) -> None:
    assert not set(code.split()).isdisjoint(codes(text.replace(printed, altered, 1)))


@pytest.mark.parametrize("text", [
    # a mean is no total, whatever the row is called
    "| City | Rate | Staff |\n|---|---|---|\n| A | 4.1 | 10 |\n| B | 5.3 | 20 |\n| Total | 4.9 | 30 |\n",
    # two rows that follow the total
    "| City | Staff |\n|---|---|\n| A | 10 |\n| Total | 30 |\n| B | 12 |\n| C | 11 |\n",
    # a hole: something is not given
    "| City | Staff |\n|---|---|\n| A | 10 |\n| B | n/a |\n| C | 12 |\n| Total | 30 |\n",
    # growth of something else
    "| City | 2022 | 2023 | Growth of wages |\n|---|---|---|---|\n| A | 10 | 12 | 3% |\n| B | 20 | 22 | 4% |\n| C | 20 | 23 | 4% |\n",
    # lists with commas
    "Ann, Bob, Carl\nDora, Emil, Franz\nGus, Hugo, Ida and 12 more\n",
])
def test_silent(text: str) -> None:
    assert linked(text) == []


def test_places_are_true() -> None:
    for text in (MARKDOWN, HTML, CSV):
        found = list(tables.find(text))
        assert found
        for table in found:
            assert all(text[cell.start : cell.end] == cell.text for row in table.rows for cell in row)


@pytest.mark.parametrize(("printed", "altered", "code"), [("<td>6</td>", "<td>9</td>", "SUM301"), ("<td>6</td>", "<td> <i>6</i>\n</td>", "")])
def test_html_files(tmp_path: Path, printed: str, altered: str, code: str) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body><p>Our games.</p>" + HTML.replace(printed, altered).replace("</tr>", "</tr>\n") + "</body></html>", encoding="utf-8")
    report = factcheck.check_file(path)
    assert [f.code for f in report.findings] == ([code] if code else [])
    assert any(c.rule == "table.row" for c in report.claims)


def test_html_files_with_cells_across_columns_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(HTML.replace("<td>6</td>", "<td colspan=2>9</td>"), encoding="utf-8")
    assert factcheck.check_file(path).findings == ()


SPREAD = ("<table><tr><th rowspan=\"2\">Dale</th><th rowspan=\"2\">Farm</th><th colspan=\"2\">Sheep</th></tr><tr><th>2022</th><th>2023</th></tr>"
          "<tr><td rowspan=\"2\">Upper</td><td>Hag</td><td>125</td><td>143</td></tr><tr><td>Moss</td><td>84</td><td>91</td></tr>"
          "<tr><td>Lower</td><td>Beck</td><td>51</td><td>62</td></tr><tr><td colspan=\"2\">Total</td><td>260</td><td>296</td></tr></table>")


@pytest.mark.parametrize(("altered", "expected"), [("296", []), ("269", ["SUM301"])])
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_cells_over_several_rows_and_columns(tmp_path: Path, name: str, altered: str, expected: list[str]) -> None:
    path = tmp_path / name
    path.write_text(("<html><body>%s</body></html>" if name.endswith("html") else "Sheep.\n\n%s\n") % SPREAD.replace("296", altered), encoding="utf-8")
    report = factcheck.check_file(path)
    assert [f.code for f in report.findings] == expected
    assert any(c.rule == "table.column" for c in report.claims)


def test_a_figure_over_several_rows_is_counted_once() -> None:
    text = ("<table><tr><th>Farm</th><th>Sheep</th></tr><tr><td>Hag</td><td rowspan=2>125</td></tr><tr><td>Moss</td></tr>"
            "<tr><td>Beck</td><td>51</td></tr><tr><td>Total</td><td>176</td></tr></table>")
    assert linked(text) == []


STAFF = "| City | Staff | Sales |\n|---|---|---|\n| Leeds | 1,507 | 23.4 |\n| York | 2,310 | 48.1 |\n\n"


def test_text_against_table() -> None:
    assert linked(STAFF + "Staff in Leeds: now 1,057 people.") == ["XRF801"]
    assert linked(STAFF + "Staff in Leeds: now 1,507 people.") == []
    assert linked(STAFF + "Staff in Leeds: now 1,500 people.") == []
    assert linked(STAFF + "Staff in Leeds and York: 1,057 people.") == []
    assert linked(STAFF + "Pupils in Leeds: 1,057 people.") == []
    assert linked("| 城市 | 职工（人） | 销售额 |\n|---|---|---|\n| 兰溪 | 1507 | 23.4 |\n| 东阳 | 2310 | 48.1 |\n\n兰溪职工达1057人。") == ["XRF801"]
