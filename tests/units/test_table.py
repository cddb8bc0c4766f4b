"""The unit table: worth what pint says, each phrase in one place."""

import os
import tomllib

import pint
import pytest

from factcheck import units
from factcheck.reference import unitnames
from factcheck.resources import data_dir


@pytest.fixture(scope="module")
def table():
    return units.build_table()


@pytest.fixture(scope="module")
def source():
    with open(os.path.join(data_dir(), "units.toml"), "rb") as file:
        data = tomllib.load(file)
    return {section: entries for section, entries in data.items() if isinstance(entries, dict)}


@pytest.fixture(scope="module")
def registry(source):
    """pint with our definitions, put together without factcheck.units."""
    registry = pint.UnitRegistry(None, on_redefinition="ignore", system="mks")
    registry.load_definitions(os.path.join(os.path.dirname(pint.__file__), "default_en.txt"))
    registry.load_definitions(os.path.join(data_dir(), "units_pint.txt"))
    for section, entries in source.items():
        for name, fields in entries.items():
            if "pint" not in fields:
                registry.define(f"{'count_' if section == 'count' else ''}{name} = [base_{section}_{name}]")
    return registry


def test_every_entry_equals_pint(table, source, registry):
    checked = 0
    for section, entries in source.items():
        for name, fields in entries.items():
            phrase = next(p for key in units.WORDS for written in fields.get(key, ()) for p in units.expand(written))
            found = [u for lang in units.LANGS for u in (table.find(phrase, lang),) if u]
            unit = next(u for u in found if u.name == fields.get("name", name))
            if "pint" not in fields:
                assert (unit.factor, unit.offset) == (1.0, 0.0)
                continue
            checked += 1
            if section == "temperature":
                base = registry.Unit("kelvin")
                zero, hundred = (registry.Quantity(v, fields["pint"]).to(base).magnitude for v in (0, 100))
                assert unit.offset == pytest.approx(zero, abs=1e-9)
                assert unit.factor == pytest.approx((hundred - zero) / 100, rel=1e-9)
            else:
                assert unit.offset == 0.0
                assert unit.factor == pytest.approx(registry.parse_expression(fields["pint"]).to_base_units().magnitude, rel=1e-12)
    assert checked > 250


def test_units_of_one_dimension_convert_in_pint_too(table, source, registry):
    """Two entries share a dimension if and only if pint converts one into the other."""
    of_pint, of_table = {}, {}
    for entries in source.values():
        for name, fields in entries.items():
            if "pint" in fields and "name" not in fields:
                unit = registry.parse_expression(fields["pint"])
                of_pint.setdefault(tuple(sorted((k, float(v)) for k, v in unit.dimensionality.items())), set()).add(name)
                of_table.setdefault(table.units[name].dimension, set()).add(name)
    assert sorted(map(sorted, of_pint.values())) == sorted(map(sorted, of_table.values()))


def test_every_phrase_is_listed_once(source):
    for lang in units.LANGS:
        seen: dict[str, tuple[str, frozenset[str]]] = {}
        for entries in source.values():
            for name, fields in entries.items():
                for key, (langs, _) in units.WORDS.items():
                    for written in fields.get(key, ()) if lang in langs else ():
                        for phrase in units.expand(written):
                            word = phrase.lower() if key in units.LOWERED else phrase
                            assert seen.setdefault(word, name) == name, f"{word!r} in {seen[word]} and {name}"


@pytest.mark.parametrize(("value", "source", "target", "expected"), [
    (15, "亩", "公顷", 1),
    (2, "斤", "kg", 1),
    (1.39e12, "斤", "吨", 6.95e8),
    (1, "公里", "里", 2),
    (212, "°F", "°C", 100),
    (-40, "degrees Fahrenheit", "摄氏度", -40),
    (0, "°C", "K", 273.15),
    (1, "GiB", "GB", 1.073741824),
    (1, "GB", "Gb", 8),
    (100, "Mbps", "MB/s", 12.5),
    (60, "mph", "km/h", 96.56064),
    (1, "knot", "km/h", 1.852),
    (1, "tce", "J", 2.93076e10),
    (1, "吨标准煤", "MWh", 8.141),
    (1, "petaflop/s-day", "FLOP", 8.64e19),
    (0.23, "ZFLOPS", "EFLOPS", 230),
    (1, "square mile", "acres", 640),
    (1, "barrel", "gallons", 42),
    (1, "stone", "lb", 14),
    (1, "度电", "kWh", 1),
    (1, "hp", "W", 745.69987),
    (25, "basis points", "percentage points", 0.25),
    (3, "成", "%", 30),
    (250, "cents", "$", 2.5),
    (5, "角", "元", 0.5),
    (400, "ppm", "percent", 0.04),
    (1, "decade", "months", 120),
    (2, "个季度", "个月", 6),
])
def test_conversions(table, value, source, target, expected):
    assert table.convert(value, source, target) == pytest.approx(expected, rel=1e-5)


def test_difference_of_temperatures_has_no_offset(table):
    assert table.convert(2.7, "°F", "°C", difference=True) == pytest.approx(1.5)


@pytest.mark.parametrize(("a", "b"), [("GB", "kg"), ("USD", "EUR"), ("people", "homes"), ("percent", "percentage points"), ("x", "%")])
def test_different_dimensions_do_not_convert(table, a, b):
    with pytest.raises(ValueError, match="is"):
        table.convert(1, a, b)


def test_unknown_unit(table):
    with pytest.raises(ValueError, match="no unit 'flurb'"):
        table.convert(1, "flurb", "km")


@pytest.mark.parametrize(("lang", "phrase", "name", "dimension"), [
    ("en", "people", "people", "count:people"), ("zh", "名", "people", "count:people"), ("en", "US dollars", "USD", "money:USD"),
    ("zh", "億", None, None), ("zh", "輛", "vehicles", "count:vehicles"), ("zh", "個百分點", "percent_point", "percent_point"),
    ("en", "square-foot", "sq_ft", "[length] ** 2"), ("en", "kilowatt-hours", "kWh", "[length] ** 2 * [mass] / [time] ** 2"),
    ("en", "kwh", "kWh", "[length] ** 2 * [mass] / [time] ** 2"), ("zh", "km", "km", "[length]"), ("zh", "新臺幣", "TWD", "money:TWD"),
    ("en", "°C", "degC", "temperature"), ("en", "MB", "MB", "[information]"), ("en", "Mb", "Mbit", "[information]"),
    ("en", "year-old", "year", "[time]"), ("en", "fold", "x", "times"), ("zh", "倍", "x", "times"), ("en", "%", "percent", "percent"),
    ("en", "kph", "kmh", "[length] / [time]"),
    ("zh", "公里每小时", "kmh", "[length] / [time]"), ("en", "bpd", "bpd", "[length] ** 3 / [time]"),
    ("en", "mw", None, None), ("en", "公里", None, None), ("en", "try", None, None),
])
def test_find(table, lang, phrase, name, dimension):
    unit = table.find(phrase, lang)
    assert (unit and unit.name, unit and unit.dimension) == (name, dimension)


def test_case_matters_where_it_means_something(table):
    def factor(symbol):
        return table.find(symbol).factor

    assert factor("MW") == 1e9 * factor("mW")
    assert factor("GB") == 8 * factor("Gb")
    assert factor("MB") < factor("MiB")


def test_kinds(table):
    expected = {"%": "share", "percentage points": "percent_point", "bps": "basis_point", "years": "duration", "years old": "age",
                "times": "multiplier", "km": "quantity"}
    assert {phrase: table.find(phrase).kind for phrase in expected} == expected


def test_flags(table):
    assert table.find("$").flags >= {"prefix", "suffix", "after_digit"}
    assert "after_digit" in table.find("m").flags
    assert table.find("人民币", "zh").flags == {"prefix", "suffix"}
    assert "measure" in table.find("家", "zh").flags
    assert "ambiguous" in table.find("won").flags


def test_other_readings(table):
    def readings(phrase, lang):
        unit = table.find(phrase, lang)
        return [unit.dimension, *(u.dimension for u in unit.alternatives)]

    assert readings("pounds", "en") == ["money:GBP", "[mass]", "money:EGP"]
    assert readings("¥", "en") == ["money:JPY", "money:CNY"]
    assert readings("¥", "zh") == ["money:CNY", "money:JPY"]
    assert "temperature" in readings("度", "zh")
    assert "percent_point" in readings("points", "en")
    tons = [table.find("ton").factor, *(u.factor for u in table.find("ton").alternatives)]
    assert tons[:3] == pytest.approx([1000.0, 907.18474, 1016.0469088])


def test_hot_path_objects_are_plain(table):
    unit = table.find("km/h").unit
    assert (unit.name, unit.dimension, unit.offset) == ("kmh", "[length] / [time]", 0.0)


def test_a_first_run_reads_the_list_of_pint_once(monkeypatch):
    made = []
    monkeypatch.setattr(units, "_registries", {})
    monkeypatch.setattr(pint, "UnitRegistry", lambda *args, registry=pint.UnitRegistry, **named: made.append(1) or registry(*args, **named))
    unitnames._registry.cache_clear()
    units.build_table()
    assert unitnames.resolve("kUSD/people") == ("money:USD / count:people", 1000.0)
    assert made == [1]
