"""What a check came to is remembered while nothing has changed, and then says what a fresh check says, byte for byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factcheck
from factcheck import engine, outcomes, resources
from factcheck.__main__ import run
from factcheck.config import DEFAULTS
from factcheck.reference import check as reference
from factcheck.reports import names
from factcheck.reports.model import Checked
from factcheck.run import _job, _told
from factcheck.values import Block, Claim, Document, Finding, Quantity, Reference, Report, Span

PAST = {"json"}                                  # formats that list claims
EN = "Sales rose 50% from 20 to 25 million, after 12 (30%) of the 40 boats had left. In 2022 the population of Germany was 60 million.\n"
ZH = "进口额由1.44亿元增至1.80亿元，增长32%。“全县有一半（32%）的人来过。”会议于2023年7月10日（星期二）举行。\n"
RIGHT = "Sales rose 25% from 20 to 25 million.\n"
ARTICLES = {
    "en.md": EN.encode(),
    "zh.md": ZH.encode(),
    "mixed.md": f"---\ntitle: 3 of 4\n---\n# Both\n\n{EN}\n{ZH}\n`50% of 10 is 7`\n".encode(),
    "right.md": RIGHT.encode(),
    "words.md": b"Nobody counted anything here.\n",
    "crlf.txt": f"{EN}\n{ZH}".replace("\n", "\r\n").encode(),
    "bom.md": b"\xef\xbb\xbf" + EN.encode(),
    "gb.txt": (ZH * 20).encode("gb18030"),
    "utf16.txt": (EN + ZH).encode("utf-16"),
    "page.html": f"<html><head><title>1 &lt; 2</title></head><body><p>{EN}</p><table><tr><td>a</td><td>40%</td></tr></table>{ZH}</body></html>".encode(),
    "rows.csv": f"text,figure\n\"{EN.strip()}\",1\n=1+1,2\n".encode(),
    "control.md": f"\x1b[31m{EN}\u202e{ZH}".encode(),
    "unread.md": b"\xff\xfe\x00",
    "empty.md": b"",
    "dated.md": b"12 March 2019\n\nFive years ago, in 2016, it had 3 ships. The share fell by 120%. It was 19:75.\n",
}
OPTIONS = [
    [], ["-q", "--csv-bom", "--color", "always"], ["--statistics", "--verbose", "--message-lang", "zh"],
    ["--lang", "zh", "--date", "2024-05-01", "--severity", "CHG=note", "--fail-on", "note"],
    ["--ignore", "CHG", "--per-file-ignores", "zh.md:ALL", "--isolated", "--fail-on", "never", "--message-lang", "en"],
]


@pytest.fixture(scope="module", autouse=True)
def _settled() -> None:
    """The tool's own files have lain there for long enough: a checkout that is being edited remembers nothing."""
    for _ in range(50):
        if outcomes._of_this_tool().key:
            return
        time.sleep(0.2)


class Desk:
    """A folder of articles with a cache of its own; counts how often the engine is asked."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys, self.asked = folder, capsys, 0
        self.cache = folder / "cache"
        self.room = self.cache / outcomes.ROOM
        monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(self.cache))
        monkeypatch.chdir(folder)
        monkeypatch.setattr(outcomes, "SETTLED", 0)             # what a test has just written counts as old
        real = engine.check

        def counted(document: Document, told: engine.Settings) -> Report:
            self.asked += 1
            return real(document, told)

        monkeypatch.setattr(engine, "check", counted)

    def write(self, name: str, content: bytes | str) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def said(self, *argv: str) -> tuple[int, str, str, int]:
        """Exit code, both streams, and how many articles were checked."""
        for table in [key for key in reference._TABLES if key != ((), False)]:        # building that one takes long, and it is always the same
            del reference._TABLES[table]                        # each run opens its tables as a process of its own would
        before = self.asked
        code = run(["check", *argv])
        return code, *self.capsys.readouterr(), self.asked - before

    def entries(self) -> list[Path]:
        """The outcomes, not what tells that files are as they were."""
        found = [path for path in self.room.iterdir() if path.suffix != ".tmp"] if self.room.exists() else []
        return sorted(path for path in found if path.stat().st_size > 100)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    yield Desk(tmp_path, monkeypatch, capsys)
    for table in [key for key in reference._TABLES if key != ((), False)]:
        del reference._TABLES[table]


def readable() -> list[str]:
    return [name for name in ARTICLES if name not in ("unread.md", "empty.md")]


@pytest.mark.parametrize("options", OPTIONS, ids=" ".join)
def test_every_format_says_what_a_fresh_check_says(options: list[str], desk: Desk) -> None:
    for name, content in ARTICLES.items():
        desk.write(name, content)
    desk.said(*ARTICLES, *options)
    for form in names():
        argv = [*ARTICLES, "-F", form, *options]
        fresh, again, once_more = desk.said(*argv, "--no-cache"), desk.said(*argv), desk.said(*argv)
        assert again[:3] == once_more[:3] == fresh[:3]
        assert fresh[3] == len(readable())
        assert {again[3], once_more[3]} == {len(readable()) if form in PAST else 0}
    for name in ARTICLES if not options else ():               # alone, a summary counts this file only, and knows its tables and language only
        argv = [name, *options]
        assert desk.said(*argv)[:3] == desk.said(*argv, "--no-cache")[:3]


TEXTS = st.lists(st.sampled_from([EN, ZH, RIGHT, "\n", "\r\n", "# 3 of 7 towns\n", "- 40%\n- 70%\n", "```\n50% of 10\n```\n", "<p>12 > 11</p> ", "\u3000"]),
                 min_size=1, max_size=8).map("".join)


@given(text=TEXTS, name=st.sampled_from(["a.md", "a.html", "a.csv"]), encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
       form=st.sampled_from([name for name in names() if name not in PAST]))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_article(text: str, name: str, encoding: str, form: str, desk: Desk) -> None:
    desk.write(name, text.encode(encoding))
    argv = [name, "-F", form]
    fresh = desk.said(*argv, "--no-cache")
    assert desk.said(*argv)[:3] == desk.said(*argv)[:3] == fresh[:3]
    assert desk.said(*argv)[3] == (0 if text.strip() else fresh[3])


def test_reports_beside_the_console(desk: Desk) -> None:
    desk.write("a.md", EN)

    def told(*extra: str) -> tuple[object, ...]:
        return (desk.said("a.md", "--output", "csv:a.csv.out", "--output", "jsonl:a.jsonl", *extra)[:3], (desk.folder / "a.csv.out").read_bytes(),
                (desk.folder / "a.jsonl").read_bytes())

    assert told("--no-cache") == told() == told()
    assert desk.said("a.md", "--output", "csv:a.csv.out")[3] == 0
    assert desk.said("a.md", "--output", "json:a.json")[3] == 1


def test_only_what_changed_is_checked_again(desk: Desk) -> None:
    for name in ("a.md", "b.md", "c.md"):
        desk.write(name, EN)
    assert desk.said(".")[3] == 3
    assert desk.said(".")[3] == 0
    desk.write("b.md", EN.replace("50%", "25%"))
    code, out, _, checked = desk.said(".", "-F", "concise")
    assert checked == 1
    assert code == 1
    assert [line.partition(":")[0] for line in out.splitlines() if "CHG201" in line] == ["a.md", "c.md"]


def test_a_change_that_size_and_time_do_not_tell(desk: Desk) -> None:
    path = desk.write("a.md", EN)
    desk.said("a.md")
    status = path.stat()
    path.write_bytes(EN.replace("50%", "25%").encode())
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)
    assert desk.said("a.md")[3] == 1


def test_the_path_is_in_the_key(desk: Desk) -> None:
    for name in ("a.md", "b.md", "a.csv", "a.html"):
        desk.write(name, EN)
    assert [desk.said(name)[3] for name in ("a.md", "b.md", "./a.md", "a.csv", "a.html")] == [1, 1, 1, 1, 1]
    assert [desk.said(name)[3] for name in ("a.md", "b.md", "./a.md", "a.csv", "a.html")] == [0, 0, 0, 0, 0]


RULE = """
[[rule]]
id = "en.own.{n}"
relation = "change"
pattern = "{{old:amount}} zorgs {{new:amount}} {{percent:percent}}"
yes = [{{ text = "Sales 20 zorgs 25 25%.", old = "20" }}]
no = [{{ text = "Sales 20 zorgs 25.", why = "no step" }}]
"""
HOUSE = "metric,entity,period,value,source\npopulation.total,DEU,2022,{n}0000000,own\n"
SOURCES = "id,title,publisher,licence,url,retrieved,defects\nown,Own,Us,none,,2001-01-01,\n"


def test_everything_that_the_engine_is_told_is_in_the_key(desk: Desk) -> None:
    """Each of these is checked anew the first time, and then remembered beside the others."""
    desk.write("a.md", EN + ZH)
    (desk.folder / "house" / "en").mkdir(parents=True)
    (desk.folder / "house" / "en" / "own.toml").write_text(RULE.format(n=1), encoding="utf-8")
    desk.write("facts.csv", HOUSE.format(n=9))
    ways = [["--select", "CHG"], ["--select", "REF"], ["--ignore", "CHG"], ["--severity", "CHG=note"], ["--severity", "CHG=warning"], ["--lang", "zh"],
            ["--message-lang", "zh"], ["--date", "2020-01-01"], ["--rules", "house"], ["--reference", "facts.csv"]]
    assert desk.said("a.md")[3] == 1
    for way in ways:
        first, second = desk.said("a.md", *way), desk.said("a.md", *way)
        assert (first[3], second[3]) == (1, 0), way
        assert first[:3] == second[:3] == desk.said("a.md", *way, "--no-cache")[:3]
    desk.write("factcheck.toml", '[reference]\nhome = "CHN"\n')
    assert [desk.said("a.md")[3] for _ in range(2)] == [1, 0]
    (desk.folder / "factcheck.toml").unlink()
    assert [desk.said("a.md", *way)[3] for way in [[], *ways]] == [0] * (len(ways) + 1)


def test_no_setting_is_left_out_of_the_key() -> None:
    assert set(_told("a.md", DEFAULTS, _job({}))) == set(engine.Settings.__match_args__)


def test_what_only_the_report_is_told_is_not(desk: Desk) -> None:
    desk.write("a.md", EN)
    desk.said("a.md")
    for way in (["-F", "csv"], ["--statistics"], ["--fail-on", "never"], ["-q"], ["--color", "always"], ["-v"], ["--output", "csv:out"]):
        assert desk.said("a.md", *way)[3] == 0, way


def test_rules_and_tables_of_the_user_are_known_by_what_they_contain(desk: Desk) -> None:
    desk.write("a.md", EN)
    rules = desk.folder / "house" / "en"
    rules.mkdir(parents=True)
    (desk.folder / "facts").mkdir()
    argv = ["a.md", "--rules", "house", "--reference", "facts", "--fail-on", "never"]
    facts = desk.folder / "facts"
    changes: list[Callable[[], Any]] = [
        lambda: ((rules / "own.toml").write_text(RULE.format(n=1), encoding="utf-8"), (facts / "series.csv").write_text(HOUSE.format(n=9), encoding="utf-8"),
                 (facts / "sources.csv").write_text(SOURCES, encoding="utf-8")),
        lambda: (rules / "own.toml").write_text(RULE.format(n=22), encoding="utf-8"),
        lambda: (facts / "series.csv").write_text(HOUSE.format(n=85), encoding="utf-8"),
        (facts / "sources.csv").unlink,
    ]
    for number, change in enumerate(changes):
        change()
        if number < 2:                           # as in a process of its own
            for folders in [key for key in engine.languages._LOADED if key]:
                del engine.languages._LOADED[folders]
            engine.refuse_unsound.cache_clear()
        first, second = desk.said(*argv), desk.said(*argv)
        assert (first[3], second[3]) == (1, 0)
        fresh = desk.said(*argv, "--no-cache") if number == 1 else first     # which compiles the rules once more
        assert first[:3] == second[:3] == fresh[:3]
    shutil.rmtree(rules)
    engine.refuse_unsound.cache_clear()
    assert desk.said(*argv)[0] == 2                      # the folder holds no rules any more, which is an error


def test_a_file_that_has_just_been_written_is_not_trusted_by_its_times(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcomes, "SETTLED", 10**19)
    desk.write("facts.csv", HOUSE.format(n=9))
    desk.write("a.md", EN)
    assert [desk.said("a.md", "--reference", "facts.csv")[3] for _ in range(3)] == [1, 1, 1]
    assert not desk.room.exists()


def test_nothing_is_kept_of_a_run_during_which_a_table_changed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.md", EN)
    table = desk.write("facts.csv", HOUSE.format(n=9))
    asked = engine.check

    def interrupted(document: Document, told: engine.Settings) -> Report:
        report = asked(document, told)
        table.write_text(HOUSE.format(n=123), encoding="utf-8")
        return report

    with monkeypatch.context() as patch:
        patch.setattr(engine, "check", interrupted)
        desk.said("a.md", "--reference", "facts.csv")
    assert desk.said("a.md", "--reference", "facts.csv")[3] == 1
    desk.write("facts.csv", HOUSE.format(n=9))
    assert desk.said("a.md", "--reference", "facts.csv")[3] == 1


# -- what the tool is made of --------------------------------------------------------------------------------------------------------


def test_rules_data_and_modules_are_all_looked_at() -> None:
    seen = outcomes._of_this_tool()._seen
    for folder, suffix in ((Path(factcheck.__file__).parent, "*.py"), (Path(resources.rules_dir()), "*.toml"), (Path(resources.data_dir()), "*.csv"),
                           (Path(resources.data_dir()), "*.toml"), (Path(resources.data_dir()), "*.txt")):
        assert {str(path) for path in folder.rglob(suffix)} <= seen.keys()


def test_what_a_folder_contains(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(outcomes, "SETTLED", 0)
    folder = tmp_path / "folder"
    (folder / "inner").mkdir(parents=True)
    one = folder / "inner" / "one.py"

    def key() -> str:
        time.sleep(0.02)                         # clocks of file systems are coarse; SETTLED is there for that
        return outcomes._Content(outcomes._inside([str(folder)], (".py",)), "here").key

    def rewritten() -> None:
        status = one.stat()
        one.write_bytes(one.read_bytes()[::-1])
        os.utime(one, ns=(status.st_atime_ns, status.st_mtime_ns))

    keys = [key()]
    for change in (lambda: one.write_text("1 + 2"), lambda: one.write_text("1 + 23"), rewritten, lambda: (folder / "two.py").write_text(""),
                   lambda: (folder / "two.py").rename(folder / "three.py"), (folder / "four").mkdir, lambda: one.rename(folder / "four" / "one.py")):
        change()
        keys.append(key())
        assert keys[-1] == key()
    assert len(set(keys)) == len(keys)
    (folder / "four" / "back").symlink_to(folder, target_is_directory=True)
    (folder / "note.md").write_text("not looked at")
    before = key()
    (folder / "note.md").write_text("not looked at either")
    os.utime(folder / "three.py", ns=(1, 1))
    assert key() == before                       # another time, the same content
    content = outcomes._Content(outcomes._inside([str(folder)], (".py",)), "here")
    assert content.is_unchanged()
    (folder / "five.py").write_text("")
    assert not content.is_unchanged()


def test_interpreter_and_packages_are_in_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(outcomes, "SETTLED", 0)
    keys = {outcomes._of_this_tool().key}
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version", "3.99.0")
        keys.add(outcomes._of_this_tool().key)
    packages = tmp_path / "site-packages"
    packages.mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(packages)])
    for name in ("regex-2024.1.1.dist-info", "regex-2025.1.1.dist-info"):
        time.sleep(0.02)
        (packages / name).mkdir()
        keys.add(outcomes._of_this_tool().key)
        (packages / name).rmdir()
    assert len(keys) == 4
    assert "" not in keys


def test_an_edited_checkout_never_sees_an_old_outcome(tmp_path: Path) -> None:
    top = Path(factcheck.__file__).parent
    shutil.copytree(top, tmp_path / "factcheck", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in (resources.rules_dir(), resources.data_dir()):
        if not (tmp_path / "factcheck" / f"_{Path(folder).name.lstrip('_')}").exists():
            shutil.copytree(folder, tmp_path / Path(folder).name)
    (tmp_path / "a.md").write_text("Sales rose 50% from 20 to 25 million.\n", encoding="utf-8")
    env = {**os.environ, "FACTCHECK_CACHE_DIR": str(tmp_path / "cache"), "PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"}
    env |= {"PYTHONPYCACHEPREFIX": str(tmp_path / "pyc")}
    program = ("import sys; from factcheck.__main__ import run; run(['check', 'a.md', '-F', 'concise', '-q']);"
               "print('factcheck.engine' in sys.modules, file=sys.stderr)")

    def said() -> tuple[str, str]:
        done = subprocess.run([sys.executable, "-c", program], env=env, cwd=tmp_path, capture_output=True, text=True, check=True, encoding="utf-8")
        return done.stdout, done.stderr.strip()

    time.sleep(2.1)
    first = said()
    assert first[1] == "True"
    assert said() == (first[0], "False")
    source = tmp_path / "factcheck" / "relations" / "change.py"
    text, status = source.read_text(encoding="utf-8"), source.stat()
    assert "is a change of" in text
    source.write_text(text.replace("is a change of", "IS A CHANGE OF"), encoding="utf-8")
    os.utime(source, ns=(status.st_atime_ns, status.st_mtime_ns + 10**9))
    edited = said()
    assert edited[1] == "True"
    assert "IS A CHANGE OF" in edited[0]
    time.sleep(2.1)
    assert said() == edited                      # checked anew and remembered
    assert said() == (edited[0], "False")
    source.write_text(text, encoding="utf-8")
    os.utime(source, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert said() == (first[0], "True")          # too new to be trusted


# -- what goes past -------------------------------------------------------------------------------------------------------------------


def test_claims_and_explain_go_past(desk: Desk) -> None:
    desk.write("a.md", EN)
    desk.said("a.md")
    asked = desk.asked
    for argv in (["claims", "a.md"], ["claims", "a.md", "-F", "csv"], ["explain", "a.md:1"]):
        run(argv)
        asked += 1
        assert desk.asked == asked
    assert len(desk.entries()) == 1


def test_no_cache_neither_reads_nor_writes(desk: Desk) -> None:
    desk.write("a.md", EN)
    assert desk.said("a.md", "--no-cache")[3] == 1
    assert not desk.cache.exists()
    desk.said("a.md")
    before = {path: path.read_bytes() for path in desk.room.iterdir()}
    assert desk.said("a.md", "--no-cache")[3] == 1
    assert {path: path.read_bytes() for path in desk.room.iterdir()} == before


def test_standard_input_is_not_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        closed = False

        def __init__(self) -> None:
            from io import BytesIO

            self.buffer = BytesIO(EN.encode())

    for _ in range(2):
        monkeypatch.setattr(sys, "stdin", Stdin())
        assert desk.said("-", "--stdin-filename", "a.md")[3] == 1
    assert not desk.room.exists()


def test_what_could_not_be_checked_is_not_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.md", EN)

    def breaks(*_: object) -> Report:
        raise RecursionError

    with monkeypatch.context() as patch:
        patch.setattr(engine, "check", breaks)
        assert [desk.said("a.md")[0] for _ in range(2)] == [2, 2]
    assert desk.said("a.md")[3] == 1


def test_a_format_is_served_only_if_it_says_that_findings_are_enough() -> None:
    from factcheck.reports import Format

    assert not Format.is_brief
    document = Document("x", (), "en", "", "x")
    remembered = Report(document, (), (), (), outcomes._not_kept)
    with pytest.raises(LookupError):
        _ = remembered.claims


# -- notes on standard error ----------------------------------------------------------------------------------------------------------


def test_the_note_on_stale_sources_is_the_same_and_knows_what_day_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.md", EN)
    desk.write("words.md", "Nobody counted anything here.\n")
    desk.write("facts/series.csv", HOUSE.format(n=9))
    desk.write("facts/sources.csv", SOURCES)
    for argv in (["a.md"], ["words.md"], ["words.md", "a.md"], ["a.md", "--reference", "facts"], ["words.md", "--reference", "facts"]):
        for today in ("2026-01-01", "2031-05-06"):
            monkeypatch.setattr(time, "strftime", lambda _, today=today: today)
            fresh = desk.said(*argv, "--no-cache")
            assert desk.said(*argv)[:3] == desk.said(*argv)[:3] == fresh[:3]
            assert desk.said(*argv)[3] == 0
            assert fresh[2].count("last read on") == ("a.md" in argv and today > "2030") + ("facts" in argv) + (
                "a.md" not in argv and "facts" in argv and today > "2030")
    desk.write("factcheck.toml", "[reference]\nmax-age-days = 0\n")
    assert desk.said("a.md")[2:] == ("", 0)


# -- entries --------------------------------------------------------------------------------------------------------------------------


def empty(content: bytes) -> bytes:
    return content[:0]


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def longer(content: bytes) -> bytes:
    return content + b"\0"


def noise(_: bytes) -> bytes:
    return bytes(range(256)) * 10


def one_figure_changed(content: bytes) -> bytes:
    assert b"CHG201" in content
    return content.replace(b"CHG201", b"CHG202")


@pytest.mark.parametrize("spoil", [empty, half, longer, noise, one_figure_changed], ids=lambda f: f.__name__)
def test_a_spoilt_entry_is_no_entry(spoil: Callable[[bytes], bytes], desk: Desk) -> None:
    desk.write("a.md", EN)
    said = desk.said("a.md")
    (entry,) = desk.entries()
    entry.write_bytes(spoil(entry.read_bytes()))
    assert desk.said("a.md") == said
    assert desk.said("a.md") == (*said[:3], 0)


def test_an_entry_of_another_article_is_no_entry(desk: Desk) -> None:
    desk.write("a.md", EN)
    desk.write("b.md", RIGHT)
    said = [desk.said(name) for name in ("a.md", "b.md")]
    one, two = desk.entries()
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    assert [desk.said(name) for name in ("a.md", "b.md")] == said


@pytest.mark.parametrize("content", [b"[", b"i\x01\0\0\0", b"(\x01"])
def test_a_whole_entry_of_something_else_is_no_entry(content: bytes, desk: Desk) -> None:
    desk.write("a.md", EN)
    said = desk.said("a.md")
    (entry,) = desk.entries()
    key = entry.read_bytes().split()[1].decode()
    resources.keep(outcomes.ROOM, entry.name, key, content)
    assert desk.said("a.md") == said


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
@pytest.mark.parametrize("which", ["cache", f"cache/{outcomes.ROOM}"])
def test_a_folder_that_others_may_write_is_not_trusted(which: str, desk: Desk) -> None:
    desk.write("a.md", EN)
    desk.said("a.md")
    assert desk.said("a.md")[3] == 0
    (desk.folder / which).chmod(0o777)
    before = {path: path.read_bytes() for path in desk.room.iterdir()}
    assert [desk.said("a.md")[3] for _ in range(2)] == [1, 1]
    assert {path: path.read_bytes() for path in desk.room.iterdir()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_entries_are_private(desk: Desk) -> None:
    desk.write("a.md", EN)
    desk.said("a.md")
    assert {path.stat().st_mode & 0o777 for path in desk.room.iterdir()} == {0o600}
    assert desk.room.stat().st_mode & 0o777 == 0o700


def test_a_room_that_is_a_file(desk: Desk) -> None:
    desk.write("a.md", EN)
    desk.cache.mkdir(mode=0o700)
    desk.room.write_text("in the way")
    assert [desk.said("a.md")[::3] for _ in range(2)] == [(1, 1), (1, 1)]


def test_an_edited_article_takes_no_more_room(desk: Desk) -> None:
    for n in range(5):
        desk.write("a.md", f"{n} ships. {EN}")
        assert desk.said("a.md")[3] == 1
    assert len(desk.entries()) == 1


def test_the_oldest_go_when_there_are_too_many(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcomes, "TRIMMED", 1)
    monkeypatch.setattr(outcomes, "MOST", 4)
    for n in range(8):
        desk.write(f"a{n}.md", RIGHT)
        desk.said(f"a{n}.md")
        time.sleep(0.02)
    assert len(list(desk.room.iterdir())) == 4
    assert desk.said("a7.md")[3] == 0
    assert desk.said("a0.md")[3] == 1
    monkeypatch.setattr(outcomes, "BYTES", 1000)
    desk.write("a.md", RIGHT)
    desk.said("a.md")
    assert sum(path.stat().st_size for path in desk.room.iterdir()) <= 1000


def test_what_is_very_long_is_not_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcomes, "LARGEST", 500)
    desk.write("a.md", EN)
    assert [desk.said("a.md")[3] for _ in range(2)] == [1, 1]


def test_long_runs_write_as_they_go(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcomes, "WAITING", 2)
    asked, kept = engine.check, []

    def watched(document: Document, told: engine.Settings) -> Report:
        kept.append(len(desk.entries()))
        return asked(document, told)

    monkeypatch.setattr(engine, "check", watched)
    for n in range(6):
        desk.write(f"a{n}.md", EN)
    assert desk.said(".")[3] == 6
    assert kept == [0, 0, 2, 2, 4, 4]


NUMBERS = st.floats() | st.integers()
QUANTITY = st.builds(Quantity, st.text(), st.integers(), st.integers(), *([NUMBERS] * 4), unit=st.text(), hidden=st.booleans())
CLAIM = st.builds(Claim, st.text(), st.integers(), st.integers(), st.text(), st.lists(st.tuples(st.text(), QUANTITY), max_size=3).map(tuple),
                  options=st.dictionaries(st.text(), st.text()), factor_per_year=st.none() | st.tuples(NUMBERS, NUMBERS))
FINDING = st.builds(Finding, *([st.text()] * 4), st.integers(), st.integers(), st.lists(st.builds(Span, st.integers(), st.integers())).map(tuple), st.text(),
                    derivation=st.lists(st.text()).map(tuple), stated=st.none() | st.tuples(NUMBERS, NUMBERS),
                    reference=st.none() | st.builds(Reference, *([st.text()] * 4)), claim=st.none() | CLAIM)


@given(findings=st.lists(FINDING, max_size=3).map(tuple), blocks=st.lists(st.builds(Block, st.text(), st.integers(), st.integers()), max_size=3).map(tuple))
def test_values_come_back_as_they_were(findings: tuple[Finding, ...], blocks: tuple[Block, ...]) -> None:
    from marshal import dumps, loads

    for value in (findings, blocks):
        back = outcomes._made(loads(dumps(outcomes._plain(value))))
        assert repr(back) == repr(value)         # not ==: a number that is none equals nothing
        assert type(back) is tuple


def test_a_remembered_file_is_counted_as_a_checked_one() -> None:
    report = factcheck.check_text(EN + ZH)
    counted = Checked("a", EN + ZH, report).counts
    assert counted.claims == len(report.claims)
    assert counted.figures == sum(1 for q in report.quantities if not q.hidden)
