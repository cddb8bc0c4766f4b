"""The cache: quick, private, and never in the way."""

import os
import pickle
import subprocess
import sys

import pytest

from factcheck import resources, units


@pytest.fixture
def folder(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(folder))
    return folder


class Builder:
    def __init__(self, value="built"):
        self.value, self.calls = value, 0

    def __call__(self):
        self.calls += 1
        return self.value


def test_built_once(folder):
    build = Builder()
    assert [resources.cached("thing", "k1", build) for _ in range(3)] == ["built"] * 3
    assert build.calls == 1
    assert resources.cached("thing", "k2", build) == "built"
    assert build.calls == 2
    if sys.platform != "win32":
        assert folder.stat().st_mode & 0o777 == 0o700
        assert {f.stat().st_mode & 0o777 for f in folder.iterdir()} == {0o600}


def test_without_cache(folder):
    build = Builder()
    assert resources.cached("thing", "k", build, use_cache=False) == "built"
    assert not folder.exists()


@pytest.mark.parametrize("content", [b"", b"not a pickle", pickle.dumps([1, 2, 3])[:-2], pickle.dumps("of something else"), b"cno_such_module\nthing\n."])
def test_broken_entry_is_rebuilt(folder, content):
    build = Builder()
    resources.cached("thing", "k", build)
    (entry,) = folder.iterdir()
    entry.write_bytes(content)
    assert resources.cached("thing", "k", build) == "built"
    assert build.calls == 2
    assert resources.entry("thing", "k", None) == "built"


def test_folder_that_cannot_be_made(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert resources.cached("thing", "k", Builder()) == "built"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_folder_that_others_may_write_is_not_trusted(folder):
    folder.mkdir()
    folder.chmod(0o777)
    build = Builder()
    for _ in range(2):
        assert resources.cached("thing", "k", build) == "built"
    assert build.calls == 2
    assert list(folder.iterdir()) == []


def test_read_only_folder(folder, monkeypatch):
    folder.mkdir()

    def refuse(*_args, **_kwargs):
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)
    assert resources.cached("thing", "k", Builder()) == "built"
    assert list(folder.iterdir()) == []


def test_value_that_cannot_be_pickled(folder):
    assert resources.cached("thing", "k", lambda: len)("four") == 4
    value = resources.cached("local", "k", lambda: (lambda: 1))
    assert value() == 1
    assert not [f for f in folder.iterdir() if f.name.startswith("local") or f.name.endswith(".tmp")]


def test_old_entries_go(folder):
    for number in range(6):
        resources.cached("thing", f"k{number}", Builder())
        resources.cached("other.thing", "k", Builder())
    names = [f.name for f in folder.iterdir()]
    assert sum(n.startswith("thing.") for n in names) == resources.KEPT
    assert any(n.startswith("thing.k5.") for n in names)
    assert sum(n.startswith("other.thing.") for n in names) == 1


def test_key_depends_on_names_contents_and_salt(tmp_path):
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text("a")
    two.write_text("b")
    keys = {resources.content_key([one, two]), resources.content_key([one]), resources.content_key([one, two], "salt")}
    two.write_text("c")
    keys.add(resources.content_key([one, two]))
    two.unlink()
    keys.add(resources.content_key([one, two]))
    assert len(keys) == 5
    assert resources.content_key([str(one)]) in keys


def test_where_the_cache_is(monkeypatch, tmp_path):
    monkeypatch.delenv("FACTCHECK_CACHE_DIR", raising=False)
    if sys.platform != "win32":
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
        assert resources.cache_dir() == str(tmp_path / "factcheck")
        monkeypatch.delenv("XDG_CACHE_HOME")
        monkeypatch.setenv("HOME", str(tmp_path))
        assert resources.cache_dir() == str(tmp_path / ".cache" / "factcheck")


def test_folders_exist():
    assert os.path.isfile(os.path.join(resources.data_dir(), "units.toml"))
    assert os.path.isdir(resources.rules_dir())


def test_cached_table_is_the_built_one(folder):
    built = units.load(use_cache=False)
    units._loaded.clear()
    units.load()
    units._loaded.clear()
    assert units.load() == built


def test_warm_start_does_without_pint(folder):
    script = ("import sys; from factcheck import units; assert units.load().find('km').factor == 1000.0\n"
              "print(' '.join(m for m in ('pint', 'tomllib', 'hashlib', 'pathlib') if m in sys.modules))")
    root = os.path.dirname(os.path.dirname(os.path.abspath(resources.__file__)))

    def run():
        environment = {**os.environ, "PYTHONPATH": root}
        return subprocess.run([sys.executable, "-S", "-c", script] if warm else [sys.executable, "-c", script],
                              capture_output=True, text=True, check=True, env=environment).stdout.split()

    warm = False
    assert "pint" in run()
    warm = True                                 # without site, which may import what it likes; and pint could not be found at all
    assert run() == []
