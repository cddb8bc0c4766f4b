"""A mistake in the unit files is reported at its line, with the remedy."""

import os

import pytest

from factcheck.units import UnitError, build_table, expand

GOOD = '[length]\nm = { pint = "meter", en = ["met(re|er)[s]"] }\n'


def build(folder, text, definitions=""):
    (folder / "units.toml").write_text(text, encoding="utf-8")
    (folder / "units_pint.txt").write_text(definitions, encoding="utf-8")
    return build_table(str(folder))


@pytest.mark.parametrize(("text", "line", "problem", "remedy"), [
    (GOOD + 'km = { pint = "kilometre_long", en = ["km"] }\n', 3, "pint cannot read 'kilometre_long'", "units_pint.txt"),
    (GOOD + 'km = { pint = "kilometer * (", en = ["km"] }\n', 3, "pint cannot read", "units_pint.txt"),
    (GOOD + 'km = { pint = "kilometer", en = ["meters"] }\n', 3, "'meters' is listed twice (en), first in [length] m", "'also'"),
    (GOOD + 'km = { pint = "kilometer", fr = ["km"] }\n', 3, "unknown key 'fr'", "The keys are"),
    (GOOD + 'km = { pint = "kilometer", en = "km" }\n', 3, "'en' is not a list", "Write"),
    (GOOD + 'km = { pint = 1000, en = ["km"] }\n', 3, "'pint' is not a string", "Write"),
    (GOOD + "km = 1000\n", 3, "'km' is not a table", "Write"),
    ('colour = "red"\n' + GOOD, 1, "'colour' is not in a section", "[length]"),
    (GOOD + 'km = { pint = "kilometer", en = ["km"], kind = "size" }\n', 3, "unknown kind 'size'", "The kinds are"),
    (GOOD + 'km = { pint = "kilometer", dimension = "far", en = ["km"] }\n', 3, "both 'pint' and 'dimension'", "Leave out"),
    (GOOD + 'km = { pint = "kilometer", en = ["km"], also = ["klick"] }\n', 3, "'klick' under 'also'", "List it"),
    (GOOD + 'km = { pint = "kilometer", en = ["km"], ambiguous = ["k"] }\n', 3, "ambiguous phrase 'k' is not listed", "List it"),
    (GOOD + 'km = { pint = "kilometer", en = ["[kilo[metre]]"] }\n', 3, "brackets", "Write two phrases"),
    (GOOD + 'km = { pint = "kilometer", en = ["km] }\n', 3, "not TOML", "Mend"),
])
def test_mistakes(tmp_path, text, line, problem, remedy):
    with pytest.raises(UnitError) as caught:
        build(tmp_path, text)
    error = caught.value
    assert error.path == os.path.join(str(tmp_path), "units.toml")
    assert (error.line, problem in error.problem, remedy in error.remedy) == (line, True, True), str(error)
    assert str(error).startswith(f"{error.path}:{line}: ")


def test_new_unit_is_one_line(tmp_path):
    table = build(tmp_path, GOOD + 'smoot = { pint = "smoot_bridge", en = ["smoot[s]"] }\n', "smoot_bridge = 67 * inch\n")
    assert table.convert(364.4, "smoots", "meters") == pytest.approx(620.1, abs=0.1)


def test_expand():
    assert list(expand("kilomet(re|er)[s]")) == ["kilometres", "kilometers", "kilometre", "kilometer"]
    assert sorted(expand("[US |American ]dollar")) == ["American dollar", "US dollar", "dollar"]
    assert list(expand("°")) == ["°"]
