"""Reading: whatever people save an article as is read, offsets stay true, and what is no article is refused by name."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check_file
from factcheck.errors import ReadError
from factcheck.readers import asciidoc, html, markdown, read, rst, tex
from factcheck.readers.decode import decode
from factcheck.readers.walk import find
from factcheck.values import GONE, REST

ENGLISH = "Output rose 25% from 20 to 25 million kroner.\r\nIt was a calm year – 40°C at most.\r\n"
CHINESE = "全县去年的进口额由1.44亿元增至1.80亿元，增长25%。\n商务局说，今年会更好。"
TRADITIONAL = "全縣去年的出口額由1.25億元增至1.60億元，增長28%。他們說今年會更好，來年還會再來。"


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, TRADITIONAL], ids=["en", "zh", "zh-hant"])
@pytest.mark.parametrize(("encoding", "mark"), [
    ("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-16-le", b""), ("utf-16-be", b""),
    ("utf-32-le", b"\xff\xfe\0\0"), ("gb18030", b""),
])
def test_encodings_are_told_apart(text: str, encoding: str, mark: bytes) -> None:
    if (encoding, text) == ("gb18030", ENGLISH):
        text = "Rent is 5 yuan – 五元 a day."        # Western text with a stray dash is no evidence of GB 18030
    assert decode(mark + text.encode(encoding), "a.md") == (text, encoding)


@pytest.mark.parametrize(("raw", "says"), [
    (b"%PDF-1.7 ...", "is a PDF"),
    (b"PK\x03\x04\x14\0\x06\0", "Word"),
    (bytes(range(256)) * 40, "binary"),
    (b"\0" * 500, "binary"),
    ("Caf\xe9 prices rose 25%, the \x93owner\x94 says: na\xefve.".encode("latin-1"), "not UTF-8 (byte 0xE9 in line 1)"),
    (b"\xff\xfe\x00\xd8\x41\x00", "says that it is UTF-16-LE"),
    (b"\xef\xbb\xbfabc\xff", "says that it is UTF-8 but is not, at byte 6"),
    (b"abc\x01\x02\x03" * 9, "binary"),
], ids=range(8))
def test_garbage_is_refused_with_a_reason(raw: bytes, says: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(raw, "bad.txt")
    assert str(caught.value).startswith("bad.txt: ")
    assert says in str(caught.value)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_decoder(raw: bytes) -> None:
    try:
        text, encoding = decode(raw, "x")
    except ReadError:
        return
    assert text.encode(encoding) in raw


@given(st.text(max_size=200))
def test_utf8_comes_back_as_it_went_in(text: str) -> None:
    try:
        found, encoding = decode(text.encode(), "x")
    except (ReadError, UnicodeEncodeError):
        return
    assert encoding != "utf-8" or found == text.removeprefix("\ufeff")


def test_a_mark_is_no_character(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbf12 of 40\r\nx")
    source = read(str(path))
    assert source.text == "12 of 40\r\nx"


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=r"a\.md: is empty"):
        read(str(path))


def test_missing_and_folder_and_name_with_nul(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        read(str(tmp_path / "nowhere.md"))
    with pytest.raises(ReadError, match="is a folder"):
        read(str(tmp_path))
    with pytest.raises(ReadError, match="cannot be read"):
        read("a\0b")


@pytest.mark.skipif(sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root may read everything")
def test_a_locked_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("12")
    path.chmod(0)
    with pytest.raises(ReadError, match="permission denied"):
        read(str(path))


def test_a_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("12" * 100)
    monkeypatch.setattr("factcheck.readers.MAX_BYTES", 100)
    with pytest.raises(ReadError, match="larger than"):
        read(str(path))


# --- HTML -----------------------------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(("source", "words"), [
    ("<p>Rose <b>25%</b> from 20</p>", "Rose 25% from 20"),
    ("a<script>var x = 99;</script>b", "a b"),
    ("a<style>p { width: 50% }</style >b", "a b"),
    ("<!-- 12 of 40 -->left", "left"),
    ("<!-- 12 of 40", ""),
    ("a < 5 and b > 3", "a < 5 and b > 3"),
    ('<img alt="a > b 12" src=x>7', "7"),
    ("50&#37; of &yen;5&nbsp;million &amp; more", "50% of ¥5 million & more"),
    ("3&ndash;4 months", "3–4 months"),
    ("AT&T; 5 &bogus; 6", "AT&T; 5 &bogus; 6"),
    ("<b>25</b>&nbsp;million, <i>25</i> <em>million</em>, $<span class=x>25</span>m", "25 million, 25 million, $25m"),
    ("25<!-- checked -->% of 1&#8203;000&shy;s", "25% of 1000s"),
    ("<span>2019</span><span>25%</span>", "2019 25%"),
    ("$5<span>99</span>", "$5 99"),
    ("120 per km<sup>2</sup>, 5 m<sup class=r>3</sup>, 40%<sup>1</sup>", "120 per km², 5 m 3 , 40% 1"),
    ("from 20\n   to 25\n\nmillion", "from 20 to 25 million"),
    ("<code>x = 12</code>y<pre>13</pre>", "y"),
    ("<title>Ten</title><h1>Eleven</h1>", "Ten Eleven"),
    ("<svg>unclosed 12", "unclosed 12"),
    ("<script>12", ""),
])
def test_html_prose(source: str, words: str) -> None:
    masked = html.prose(source)
    assert len(masked) == len(source)
    assert " ".join(masked.replace(GONE, "").replace(REST, "").split()) == words


def test_html_blocks_break_paragraphs_and_figures_stay_in_place() -> None:
    source = "<table><tr><td>12</td><td>40</td></tr></table>"
    masked = html.prose(source)
    assert masked.index("12") == source.index("12")
    assert masked.index("40") == source.index("40")
    assert "\n\n" in masked[masked.index("12"):masked.index("40")]


@given(st.text(alphabet="<>/!-&;#\"' ab12scriptpre\n\r", max_size=120))
def test_html_never_changes_the_length(text: str) -> None:
    masked = html.prose(text)
    assert len(masked) == len(text)


@pytest.mark.parametrize("hostile", ["<a " * 20000, '<a "' * 20000, "<a '\"" * 20000, "<!--" * 20000, "<svg>" * 3000, "&" * 50000, "<a " + "\"" * 50000])
def test_hostile_html_takes_no_time(hostile: str) -> None:
    from time import process_time

    started = process_time()
    html.prose(hostile)
    assert process_time() - started < 5


# --- Markdown, TeX, reStructuredText, AsciiDoc ------------------------------------------------------------------------------------------------------

def _words(masked: str) -> str:
    return masked.replace(GONE, "").replace(REST, "")


@pytest.mark.parametrize(("source", "words"), [
    ("**20** million, *20* percent, __5__ km, _so_, ***6*** m", "20 million, 20 percent, 5 km, so, 6 m"),
    ("5&nbsp;million, 5&#160;million, &pound;5, AT&T;", "5 million, 5 million, £5, AT&T;"),
    ("[20](http://x.org/_a_) million and [30][b] m", "20 million and 30 m"),
    ("25%[^1] of 40[^note]; ![50](x.png)60", "25% of 40; 60"),
    ("\\$5 and 25\\%, <b>20</b> million", "$5 and 25%, 20 million"),
    ("2*3*4 and 2 * 3 * 4, snake_5_case", "2*3*4 and 2 * 3 * 4, snake_5_case"),
    ("* item *5*\n* item 6", "* item 5\n* item 6"),
    ("`**5**` and <!-- **6** --> and http://x.org/_7_", "`**5**` and <!-- **6** --> and http://x.org/_7_"),
    ("```\n**5**\n```\n**6**", "```\n**5**\n```\n6"),
    ("---\ntitle: **5**\n---\n**6**", "---\ntitle: **5**\n---\n6"),
    ("[^1]: from **5**", "[^1]: from 5"),
])
def test_markdown_prose(source: str, words: str) -> None:
    masked = markdown.prose(source)
    assert len(masked) == len(source)
    assert _words(masked).replace("\u00a0", " ") == words


@pytest.mark.parametrize(("source", "words"), [
    ("rose \\textbf{25\\%} from \\$20~million", "rose 25% from $20\u00a0million"),
    ("12 rose % 13 fell\n14 stayed", "12 rose 14 stayed"),
    ("$25\\%$ of $n = 40$; $1{,}000$", "25% of  ;  "),
    ("``good'' --- 1\\,000", "“good” — 1\u2009000"),
    ("\\documentclass[12pt]{article}\\begin{document}5\\end{document}6", "5 "),
    ("\\begin{tabular}{l}5 & 6\\end{tabular}7", " 7"),
    ("see~\\cite[12]{a} and \\href{http://x.org/5}{five}", "see\u00a0  and  five"),
    ("\\section{All 5\\%}\nText", "\n\nAll 5%\n Text"),
    ("a\\footnote{b} c\\\\d", "a b c\nd"),
    ("wrapped\nline\n\nnext", "wrapped line\n\nnext"),
    ("\\num{25} \\SI{5}{km}", "25  "),
])
def test_tex_prose(source: str, words: str) -> None:
    masked = tex.prose(source)
    assert len(masked) == len(source)
    assert _words(masked) == words


@pytest.mark.parametrize(("reader", "source", "kept"), [
    (rst, "Text 1::\n\n   code 2\n\n   code 3\nText 4", "14"),
    (rst, ".. code-block:: sh\n   :name: x1\n\n   code 2\n\nText 3", "3"),
    (rst, ".. note:: Text 1\n   and 2\n\n.. A comment 3\n   and 4\n\n.. [5] Text 6", "126"),
    (rst, "..\n   comment 1\n\nText 2...\n", "2"),
    (asciidoc, "Text 1\n----\ncode 2\n----\nText 3", "13"),
    (asciidoc, "Title 1\n-------\n\nText 2", "12"),
    (asciidoc, "////\nno 1\n////\n// no 2\n:year: 3\n[quote, 4]\n____\nText 5\n____\nimage::6.png[]\n* Text 7", "57"),
])
def test_what_is_no_prose_is_blanked(reader: ModuleType, source: str, kept: str) -> None:
    masked = reader.prose(source)
    assert [len(line) for line in masked.split("\n")] == [len(line) for line in source.split("\n")]
    assert "".join(c for c in masked if c.isdigit()) == kept


@given(st.sampled_from([markdown, tex, rst, asciidoc]), st.text(alphabet="\\{}[]()*_<>&;!^$%~`'-.:/|= \n\rab1", max_size=120))
def test_no_reader_changes_the_length(reader: ModuleType, text: str) -> None:
    assert len(reader.prose(text)) == len(text)


@pytest.mark.parametrize("name", ["a.html", "a.tex", "a.rst", "a.adoc", "a.md"])
def test_figures_are_found_where_they_stand_in_the_source(tmp_path: Path, name: str) -> None:
    text = {
        "a.html": "<p>Sales rose <b>50</b>&#37; from 20&nbsp;million to <i>25</i> million.</p>",
        "a.md": "Sales rose **50**% from [20](http://x.org) million to <b>25</b>&nbsp;million.",
        "a.tex": "Sales rose \\emph{50}\\% from 20~million to\n\\textbf{25} million. % 12",
    }.get(name, "Sales rose 50% from 20 million to 25\u200b million.")
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    report = check_file(path)
    assert [(f.code, text[f.start:f.end]) for f in report.findings] == [("CHG201", {"a.html": "50</b>&#37;", "a.tex": "50}\\%", "a.md": "50**%"}.get(name, "50%"))]
    assert [q.text.replace("\u00a0", " ").replace("\u200b", "") for q in report.quantities] == ["50%", "20 million", "25 million"]
    assert [c.text[:4] for c in report.claims] == ["rose"]
    assert [text.index(q) for q in ("50", "20", "25")] == [q.start for q in report.quantities]


@pytest.mark.parametrize("hostile", ["\\begin{verbatim}", "\\[", "$5", "\\verb|", "\\href{", "\\SI[", "{", " ", "\n ", "\\", "`", "::\n ", " .. x::\n",
                                     "----\n", "*a ", "_a ", "[a", "](", "**a", "![a](", "&a", "<b "])
def test_hostile_markup_takes_no_time(hostile: str) -> None:
    from time import process_time

    started = process_time()
    for reader in (markdown, tex, rst, asciidoc, html):
        reader.prose(hostile * (200_000 // len(hostile)))
    assert process_time() - started < 5


# --- folders --------------------------------------------------------------------------------------------------------------------------------

def test_folders_are_walked_in_order_without_what_nobody_means(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "c.py", ".hidden.md", "sub/d.html", ".git/e.md", "node_modules/f.md", "sub/deep/g.RST"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("12")
    found = [Path(str(p)).relative_to(tmp_path).as_posix() for p in find([str(tmp_path)])]
    assert found == ["a.txt", "b.md", "sub/d.html", "sub/deep/g.RST"]


def test_links_that_lead_in_circles_end(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("12")
    try:
        (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "self.md").symlink_to(tmp_path / "self.md")
    except OSError:
        pytest.skip("no links here")
    found = [str(p) for p in find([str(tmp_path)])]
    assert str(tmp_path / "a.md") in found
    assert not any("loop" in p for p in found)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_a_folder_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("12")
    os.mkfifo(tmp_path / "b.md")
    assert list(find([str(tmp_path)])) == [str(tmp_path / "a.md")]
    assert list(find([str(tmp_path / "b.md")])) == [str(tmp_path / "b.md")]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("12")
    assert len(list(find([str(tmp_path / "a.md"), str(tmp_path), f"{tmp_path}/./a.md"]))) == 1


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    (error,) = find([str(tmp_path)])
    assert isinstance(error, ReadError)
    assert "no articles in this folder" in str(error)


def test_a_named_file_needs_no_known_suffix(tmp_path: Path) -> None:
    (tmp_path / "notes.draft").write_text("12")
    assert list(find([str(tmp_path / "notes.draft")])) == [str(tmp_path / "notes.draft")]
