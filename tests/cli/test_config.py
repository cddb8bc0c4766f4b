"""Configuration: the nearest file counts, a mistake is named with its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.config import DEFAULTS, KEYS, Config, Finder, load, schema
from factcheck.errors import ConfigError, UsageError
from factcheck.selectors import codes, matches


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_to_the_article_counts(tmp_path: Path) -> None:
    write(tmp_path / "factcheck.toml", 'lang = "zh"')
    write(tmp_path / "a" / "pyproject.toml", '[tool.factcheck]\nlang = "en"\n')
    write(tmp_path / "b" / "pyproject.toml", "[tool.other]\nx = 1\n")
    finder = Finder()
    assert finder.of(str(tmp_path / "a" / "deep" / "x.md"))["lang"] == "en"
    assert finder.of(str(tmp_path / "b" / "x.md"))["lang"] == "zh"
    assert finder.of(str(tmp_path / "x.md")).file == str(tmp_path / "factcheck.toml")
    assert Finder(isolated=True).of(str(tmp_path / "x.md")) is DEFAULTS
    assert Finder(file=str(tmp_path / "a" / "pyproject.toml")).of(str(tmp_path / "x.md"))["lang"] == "en"


def test_own_file_before_shared_one(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool.factcheck]\nlang = "en"\n')
    write(tmp_path / "factcheck.toml", 'lang = "zh"')
    assert Finder().of(str(tmp_path / "x.md"))["lang"] == "zh"


def test_every_key_is_read(tmp_path: Path) -> None:
    file = write(tmp_path / "factcheck.toml", """\
lang = "zh"
message-lang = "en"
date = 2024-03-12
include = ["*.txt"]
exclude = ["old"]
extend = "base.toml"
[lint]
select = ["CHG"]
extend-select = ["GRW"]
ignore = ["SUM301"]
fail-on = "warning"
rules = ["house"]
severity = { CHG201 = "note" }
[lint.per-file-ignores]
"drafts/*" = ["ALL"]
[reference]
tables = ["own.csv"]
max-age-days = 365
home = "CHN"
""")
    write(tmp_path / "base.toml", 'lint.severity = { SUM301 = "warning", CHG201 = "error" }')
    values = load(str(file)).values
    assert set(values) == {key.path for key in KEYS}
    assert all(values[key.path] != key.default for key in KEYS)
    assert values["date"] == "2024-03-12"
    assert values["lint.rules"] == (str(tmp_path / "house"),)
    assert values["reference.tables"] == (str(tmp_path / "own.csv"),)
    assert values["lint.severity"] == {"SUM301": "warning", "CHG201": "note"}
    assert values["lint.per-file-ignores"] == {"drafts/*": ("ALL",)}


@pytest.mark.parametrize(("text", "says"), [
    ('langg = "zh"', "unknown setting 'langg'; did you mean 'lang'?"),
    ('fail-on = "error"', "unknown setting 'fail-on'; did you mean 'lint.fail-on'?"),
    ("[lint]\nslect = []", "unknown setting 'lint.slect'; did you mean 'lint.select'?"),
    ("[qwertz]\nx = 1", "unknown setting 'qwertz'; the settings are lang, "),
    ('lang = "fr"', "lang must be one of auto, en, zh, not 'fr'"),
    ("lang = 3", "lang must be a text, not 3"),
    ('lint.select = "CHG"', "lint.select must be a list of texts"),
    ('lint.severity = { CHG = "loud" }', "lint.severity must be a table of codes and one of error, warning, note"),
    ('lint.per-file-ignores = { x = "CHG" }', "lint.per-file-ignores must be a table of patterns"),
    ('reference.max-age-days = "1"', "reference.max-age-days must be a whole number from 0 on, not '1'"),
    ("reference.max-age-days = -1", "reference.max-age-days must be a whole number from 0 on"),
    ("reference.max-age-days = true", "reference.max-age-days must be a whole number from 0 on"),
    ('date = "12.3.2024"', "date: '12.3.2024' is not a date; write it as YYYY-MM-DD"),
    ("lint = 3", "lint is a table of settings, [lint], not 3"),
    ("include = " + "[" * 5000, "nested too deeply"),
    ("[reference]\nmax-age-days = " + "9" * 5000, "a number is too long"),
    ("lang = \nx = 1", "line 1"),
    ('extend = "factcheck.toml"', "extends itself"),
    ('extend = "nowhere.toml"', "nowhere.toml: cannot be read"),
])
def test_mistakes_are_named_with_their_file(tmp_path: Path, text: str, says: str) -> None:
    file = write(tmp_path / "factcheck.toml", text)
    with pytest.raises(ConfigError) as caught:
        load(str(file))
    assert says in str(caught.value)
    assert ".toml: " in str(caught.value)


def test_schema_knows_every_key() -> None:
    value = schema()
    assert value["additionalProperties"] is False
    for key in KEYS:
        place = value
        for part in key.path.split("."):
            place = place["properties"][part]
        assert place["description"] == key.help


def test_config_is_found_once_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "factcheck.toml", 'lang = "zh"')
    loads: list[str] = []

    def counting(file: str) -> Config:
        loads.append(file)
        return load(file)

    monkeypatch.setattr("factcheck.config.load", counting)
    finder = Finder()
    for name in "abc":
        assert finder.of(str(tmp_path / "sub" / f"{name}.md"))["lang"] == "zh"
    assert len(loads) == 1


@pytest.mark.parametrize(("pattern", "path", "found"), [
    ("*.md", "a/b.md", True), ("*.md", "b.txt", False), ("old", "old/deep/a.md", True), ("old/", "old/a.md", True), ("old", "older/a.md", False),
    ("drafts/*", "drafts/x/a.md", True), ("drafts/*.md", "other/a.md", False), ("./drafts/a.md", "drafts/a.md", True), ("a/b", "a/b/c.md", True),
])
def test_patterns(pattern: str, path: str, found: bool, tmp_path: Path) -> None:
    assert matches(pattern, str(tmp_path / path), str(tmp_path)) is found


def test_codes() -> None:
    assert codes(("chg201, GRW", "ALL"), "--select") == ("CHG201", "GRW", "")
    with pytest.raises(UsageError, match=r"--select: there is no code CHG299; did you mean CHG"):
        codes(("CHG299",), "--select")
    with pytest.raises(UsageError, match=r"'20%' is not a code; codes look like CHG201"):
        codes(("20%",), "--select")
