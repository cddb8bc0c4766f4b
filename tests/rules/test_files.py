"""What the author of a broken rule file is told: the file, the line, what is wrong, and the remedy."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

import factcheck
from factcheck.errors import FactcheckError
from factcheck.resources import rules_dir
from factcheck.text import lexicon, rules_test

GOOD = """\
# A comment, so that no table begins on the first line.

[[rule]]
id = "house.became"
relation = "change"
pattern = "{old:amount} .. became {new:amount} , {percent:percent} fewer"
yes = [{ text = "The choir's 50 singers became 40, 20% fewer." }]
no = [{ text = "Fewer singers came." }]
"""

# What is replaced by what; the line that is named; what the message says.
BROKEN = {
    "unknown key": ('relation = "change"', 'relation = "change"\nrelations = "share"', 3, ['unknown key "relations"', "pattern", "yes"]),
    "no yes": ("yes = [", "todo = [", 3, ["house.became", '"yes"', '"no"', '{ text = "…" }']),
    "no no": ('no = [{ text = "Fewer singers came." }]', "", 3, ["house.became", '"no"', '{ text = "…" }']),
    "empty no": ('no = [{ text = "Fewer singers came." }]', "no = []", 3, ['"no"']),
    "example without text": ('{ text = "Fewer', '{ tetx = "Fewer', 3, ['"no"', '"text"']),
    "example as a text": ('[{ text = "Fewer singers came." }]', '["Fewer singers came."]', 3, ['"no"', '{ text = "…" }']),
    "no id": ('id = "house.became"', "", 3, ['needs "id"']),
    "no relation": ('relation = "change"', "", 3, ['needs "relation"']),
    "no pattern": ('pattern = "{old', '# "{old', 3, ['needs "pattern"']),
    "pattern as a number": ('"{old:amount} .. became {new:amount} , {percent:percent} fewer"', "7", 3, ['"pattern"', "in quotes"]),
    "gap without a space": ("{old:amount} ..", "(x ..|y) {old:amount} ..", 3, ["a space belongs behind", ".."]),
    "bracket open": ("{percent:percent} fewer", "({percent:percent} fewer", 3, ["bracket is not closed", "became"]),
    "bracket closed": ("{percent:percent} fewer", "{percent:percent}) fewer", 3, ["brackets do not match"]),
    "unknown type": ("{percent:percent}", "{percent:procent}", 3, ['no type "procent"', "percent", "amount"]),
    "unreadable item": ("{percent:percent}", "{percent percent}", 3, ["cannot read", "{percent"]),
    "bar at the end": ("fewer\"", "fewer |\"", 3, ['"|" stands between two items']),
    "bar at the beginning": ("\"{old:amount} ..", "\"| {old:amount} ..", 3, ['"|" stands between two items']),
    "unknown group": (".. became", ".. <change_verbs>", 3, ["no word group <change_verbs>", "did you mean change_verb"]),
    "group unlike any": (".. became", ".. <zzzz>", 3, ["no word group <zzzz>", "[groups]"]),
    "unknown group in avoid": ('relation = "change"', 'relation = "change"\navoid = ["becoming"]', 3, ["no word group <becoming>"]),
    "unknown group in unless": ('relation = "change"', 'relation = "change"\nunless = ["becoming"]', 3, ["no word group <becoming>"]),
    "unknown relation": ('relation = "change"', 'relation = "chnage"', 3, ['no relation "chnage"', "change", "share"]),
    "unknown condition": ('relation = "change"', 'relation = "change"\nwhere = { sane = "unit" }', 3, ['no condition "sane"', "same"]),
    "unknown option": ('relation = "change"', 'relation = "change"\noptions = { directoin = "down" }', 3, ['no option "directoin"', '"change" has', "direction"]),
    "option of no such value": ('relation = "change"', 'relation = "change"\noptions = { reading = "apart" }', 3, ['the option "reading" cannot be "apart"', "by or of"]),
    "option of no role": ('relation = "change"', 'relation = "change"\noptions = { each = "old percnt" }', 3, ['the option "each" cannot be "percnt"']),
    "option of no severity": ('relation = "change"', 'relation = "change"\noptions = { severity = "hint" }', 3, ['cannot be "hint"', "note or warning"]),
    "condition of no role": ('relation = "change"', 'relation = "change"\nwhere = { grows = "nwe" }', 3, ['the condition "grows": "nwe" is no role', "new, old, percent"]),
    "condition of no roles": ('relation = "change"', 'relation = "change"\nwhere = { ages = "old wen" }', 3, ['"wen" is no role']),
    "condition of no words": ('relation = "change"', 'relation = "change"\nwhere = { ahead = "zzz" }', 3, ['"zzz" is no pattern under [language.around]', "averaging"]),
    "condition of no number": ('relation = "change"', 'relation = "change"\nwhere = { least = "some" }', 3, ['"some" is no number']),
    "condition of no such value": ('relation = "change"', 'relation = "change"\nwhere = { one = "units" }', 3, ['"units" is no value of it', "levels, unit"]),
    "condition without quotes": ('relation = "change"', 'relation = "change"\nwhere = { least = 40 }', 3, ['the condition "least": its value is a number in quotes']),
    "condition as a text": ('relation = "change"', 'relation = "change"\nwhere = "same"', 3, ['"where" is a table']),
    "list as a text": ('relation = "change"', 'relation = "change"\navoid = "to"', 3, ['"avoid" is a list']),
    "duplicate id": ("# A comment", GOOD + "\n# A comment", 12, ['rule id "house.became" is taken', "another id"]),
    "taken id": ("house.became", "en.change.percent_from_to", 3, ['rule id "en.change.percent_from_to" is taken', "change.toml"]),
    "nothing to match": ("{old:amount} .. became {new:amount} , {percent:percent} fewer", "[became]", 3, ["at least one figure or word"]),
    "invalid TOML": ('relation = "change"', 'relation = "change', 5, ["not valid TOML"]),
    "options of another kind": ('relation = "change"', 'relation = "change"\noptions = { direction = ["up"] }', 3, ['"direction" is a text']),
    "priority in words": ('relation = "change"', 'relation = "change"\noptions = { priority = "first" }', 3, ["priority", "whole number"]),
    "nested too deeply": ("{old:amount} ..", "[" * 50 + "{old:amount}" + "]" * 50 + " ..", 3, ["nests its brackets more than 20 deep"]),
    "another table": ("[[rule]]", '[settings]\na = 1\n\n[[rule]]', 3, ["[[rule]]", "settings"]),
    "single brackets": ("[[rule]]", "[rule]", 3, ["[[rule]]"]),
}


def house(tmp_path: Path, content: str | bytes, name: str = "toy.toml") -> Path:
    folder = tmp_path / "house" / "en"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder.parent


def complaint(folder: Path) -> str:
    with pytest.raises(FactcheckError) as caught:
        factcheck.check_text("One in five, or 20%, agreed.", rules=[str(folder)])
    return str(caught.value)


def test_the_good_one_is_good(tmp_path: Path) -> None:
    folder = house(tmp_path, GOOD)
    assert rules_test.run([str(folder)]) == []
    assert rules_test.run([str(folder / "en")]) == []
    assert rules_test.run([str(folder / "en" / "toy.toml")]) == []
    report = factcheck.check_text("The choir's 50 singers became 40, 25% fewer.", rules=[str(folder)])
    assert [claim.rule for claim in report.claims if claim.relation] == ["house.became"]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_with_line_and_remedy(name: str, tmp_path: Path) -> None:
    old, new, line, says = BROKEN[name]
    assert GOOD.count(old) == 1, "the mistake has its place"
    said = complaint(house(tmp_path, GOOD.replace(old, new)))
    assert said.startswith(f"{tmp_path / 'house' / 'en' / 'toy.toml'}:{line}: "), said
    assert [word for word in says if word not in said] == [], said
    assert "\n" not in said


@pytest.mark.parametrize("name", ["unknown relation", "unknown group", "unknown key", "invalid TOML"])
def test_the_command_line_says_the_same(name: str, tmp_path: Path) -> None:
    old, new, line, says = BROKEN[name]
    folder = house(tmp_path, GOOD.replace(old, new))
    for argv in (["rules", "test", str(folder)], ["check", "--rules", str(folder), "-"]):
        done = subprocess.run([sys.executable, "-m", "factcheck", *argv], input=b"One in five.", capture_output=True, check=False)
        err = done.stderr.decode()
        assert done.returncode == 2, argv
        assert f"toy.toml:{line}: " in err
        assert says[0] in err
        assert "Traceback" not in err


@pytest.mark.parametrize(("content", "says"), [
    (b"\xff\xfe[[rule]]", "not UTF-8; save it as UTF-8"), (GOOD.encode("utf-16"), "not UTF-8"), (b"a = " + b"[" * 5000, "nested too deeply"),
])
def test_a_file_that_is_no_text(content: bytes, says: str, tmp_path: Path) -> None:
    said = complaint(house(tmp_path, content))
    assert "toy.toml: " in said
    assert says in said


def test_files_beside_the_language_folders_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "toy.toml").write_text(GOOD)
    said = complaint(tmp_path)
    assert "en/" in said
    assert "zh/" in said


@pytest.mark.parametrize(("content", "says"), [
    ('[grups]\nup = ["soared"]\n', ["unknown table [grups]", "groups"]),
    ('[groups]\nup = ["soared"\n', ["words.toml"]),
    ('groups = ["soared"]\n', ["wrong shape", "lexicon.py"]),
    ('[language.around]\nseveral = "("\n', ["several is no pattern", "missing )"]),
    ('[language]\nper = 5\n', ["per is no int but a list"]),
    ('[language]\nper = [5]\n', ["per is a list of str"]),
    ('[language.around]\npieces = {fruit = "an? {kind}"}\n', ["{kind} is no piece"]),
], ids=["unknown table", "invalid TOML", "wrong shape", "no pattern", "no list", "another list", "unknown piece"])
def test_a_broken_words_file_is_named(content: str, says: list[str], tmp_path: Path) -> None:
    said = complaint(house(tmp_path, content, "words.toml"))
    assert str(tmp_path / "house" / "en" / "words.toml") in said
    assert [word for word in says if word not in said] == [], said


def test_pieces_stand_for_what_patterns_say_alike(tmp_path: Path) -> None:
    words = """[language.around.pieces]
few = "two|three"
fruit = "{few} (?:apples|pears)"
[language.around]
several = "ate {fruit}{1,2}"
"""
    (folder := tmp_path / "house" / "en").mkdir(parents=True)
    (folder / "words.toml").write_text(words, encoding="utf-8")
    around = lexicon.read("en", lexicon.default_folders([str(tmp_path / "house")])).settings["around"]
    assert around["several"] == "ate (?:(?:two|three) (?:apples|pears)){1,2}"
    assert "pieces" not in around
    assert around["fiction"]                     # what the file does not name stays as it is


def test_a_failed_example_is_told_with_its_place(tmp_path: Path) -> None:
    wrong = GOOD.replace('20% fewer." }', '20% fewer.", old = "40" }').replace("Fewer singers came.", "The 50 singers became 40, 20% fewer.")
    failures = [str(failure) for failure in rules_test.run([str(house(tmp_path, wrong))])]
    assert len(failures) == 2
    assert "toy.toml:3: house.became: old ['40'] expected, got ['50']" in failures[0]
    assert "must not be read" in failures[1]


def test_an_example_that_is_read_by_now_is_told(tmp_path: Path) -> None:
    done = GOOD + 'todo = [{ text = "The choir\'s 30 singers became 24, 20% fewer." }]\n'
    (failure,) = rules_test.run([str(house(tmp_path, done))])
    assert 'move it from "todo" to "yes"' in str(failure)


@pytest.mark.parametrize("path", sorted(Path(rules_dir()).glob("*/words*.toml")), ids=lambda path: "/".join(path.parts[-2:]))
def test_vocabulary_is_wrapped(path: Path) -> None:
    """A change of one word shows as the change of one line; patterns are folded before a "|"."""
    wide = [n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            if sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in line) > 140]
    assert not wide


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("section", ["around", "across"])
def test_no_two_patterns_have_one_name(lang: str, section: str) -> None:
    """The one that is read last would take the other's place, and nobody be told."""
    files = sorted(Path(rules_dir()).glob(f"{lang}/words*.toml"))
    named = Counter(name for path in files for name, value in tomllib.loads(path.read_text(encoding="utf-8")).get("language", {})
                    .get(section, {}).items() if isinstance(value, str))
    assert [name for name, times in named.items() if times > 1] == []
