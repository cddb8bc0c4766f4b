"""Settings from ``factcheck.toml`` or ``[tool.factcheck]`` in ``pyproject.toml``: the nearest to the file that is checked.

``KEYS`` is the whole of what may be said there; the errors, ``config show`` and the JSON Schema come from it.
"""

from __future__ import annotations

import os

from .errors import ConfigError, toml_problem
from .typed import Any, NamedTuple
from .values import SEVERITIES

FILE, SHARED_FILE = "factcheck.toml", "pyproject.toml"


class Key(NamedTuple):
    """One setting.  ``kind``: ``text``, ``number``, ``list`` (of texts), ``levels`` (code → severity) or ``lists`` (pattern → codes)."""

    path: str
    kind: str
    help: str
    default: Any
    choices: tuple[str, ...] = ()
    is_path: bool = False                       # relative to the configuration file


KEYS: tuple[Key, ...] = (
    Key("lang", "text", "The language of the articles.", "auto", ("auto", "en", "zh")),
    Key("message-lang", "text", "The language of the messages; auto follows the article.", "auto", ("auto", "en", "zh")),
    Key("date", "text", "The day the articles were written, YYYY-MM-DD; the month or year if no more is known.", ""),
    Key("include", "list", "Which files of a folder are articles, as patterns; empty for the known suffixes.", ()),
    Key("exclude", "list", "Which files and folders are left out, as patterns.", ()),
    Key("extend", "text", "Another configuration file that this one goes on from.", "", is_path=True),
    Key("lint.select", "list", "Check these codes only: codes, starts of codes, or ALL; empty for all.", ()),
    Key("lint.extend-select", "list", "Check these codes too.", ()),
    Key("lint.ignore", "list", "Leave these codes out.", ()),
    Key("lint.fail-on", "text", "Exit with 1 from this severity on.", "error", (*reversed(SEVERITIES), "never")),
    Key("lint.rules", "list", "Folders with rules of your own.", (), is_path=True),
    Key("lint.severity", "levels", "Another severity for a code.", {}),
    Key("lint.per-file-ignores", "lists", "Codes left out of the files that match a pattern.", {}),
    Key("reference.tables", "list", "Reference tables of your own.", (), is_path=True),
    Key("reference.max-age-days", "number", "Say so when the sources of a table were read longer ago than this; 0 for never.", 730),
    Key("reference.home", "text", "The entity that \"our country\" stands for, such as CHN; empty for none.", ""),
)
_BY_PATH = {key.path: key for key in KEYS}


class Config:
    """Settings as found: every key of KEYS, and where they come from.  ``file`` is "" and ``folder`` "" for the defaults."""

    def __init__(self, values: dict[str, Any], file: str = "", folder: str = "") -> None:
        self.values, self.file, self.folder = values, file, folder

    def __getitem__(self, path: str) -> Any:
        return self.values[path]


DEFAULTS = Config({key.path: key.default for key in KEYS})


class Finder:
    """Finds the configuration of each file, each folder and each configuration file looked at once."""

    def __init__(self, *, file: str | None = None, isolated: bool = False) -> None:
        self._fixed = load(file) if file else DEFAULTS if isolated else None
        self._folders: dict[str, Config] = {}

    def of(self, path: str) -> Config:
        """The configuration for a file, or for what lies in a folder."""
        if self._fixed is not None:
            return self._fixed
        absolute = os.path.abspath(path)
        return self._of_folder(absolute if os.path.isdir(absolute) else os.path.dirname(absolute))

    def _of_folder(self, folder: str) -> Config:
        if (known := self._folders.get(folder)) is not None:
            return known
        parent = os.path.dirname(folder)
        found = _in_folder(folder) or (self._of_folder(parent) if parent != folder else DEFAULTS)
        self._folders[folder] = found
        return found


def _in_folder(folder: str) -> Config | None:
    own = os.path.join(folder, FILE)
    if os.path.isfile(own):
        return load(own)
    shared = os.path.join(folder, SHARED_FILE)
    if os.path.isfile(shared) and "[tool.factcheck" in _text(shared) and _table(shared) is not None:
        return load(shared)
    return None


def load(file: str, _seen: tuple[str, ...] = ()) -> Config:
    """Read and validate one configuration file and what it extends."""
    real = os.path.realpath(file)
    if real in _seen:
        raise ConfigError(f"{file}: extends itself through {' → '.join(map(os.path.basename, _seen))}")
    table = _table(file)
    if table is None:
        raise ConfigError(f"{file}: has no [tool.factcheck] table")
    folder = os.path.dirname(os.path.abspath(file))
    found = dict(_flat(table, file, ""))
    own = {path: _validated(_BY_PATH[path], value, file, folder) for path, value in found.items()}
    base = load(own["extend"], (*_seen, real)).values if own.get("extend") else DEFAULTS.values
    merged = {**base, **own}
    for path in ("lint.severity", "lint.per-file-ignores"):
        merged[path] = {**base[path], **own.get(path, {})}
    return Config(merged, file, folder)


def _text(file: str) -> str:
    try:
        with open(file, encoding="utf-8-sig") as stream:
            return stream.read()
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read ({error.strerror or error})") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file}: is not UTF-8") from None


def _table(file: str) -> dict[str, Any] | None:
    import tomllib  # as slow to import as Python to start: only where there is something to read

    try:
        table: dict[str, Any] = tomllib.loads(_text(file))
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{file}: {toml_problem(error)}") from None
    if os.path.basename(file) != SHARED_FILE:
        return table
    tool = table.get("tool", {})
    own = tool.get("factcheck") if isinstance(tool, dict) else None
    if own is not None and not isinstance(own, dict):
        raise ConfigError(f"{file}: tool.factcheck is not a table")
    return own


def _flat(table: dict[str, Any], file: str, prefix: str) -> list[tuple[str, Any]]:
    """The settings of a table by their full path; an unknown one is an error that names the nearest."""
    found: list[tuple[str, Any]] = []
    for name, value in table.items():
        path = f"{prefix}{name}"
        if path in _BY_PATH:
            found.append((path, value))
        elif any(key.startswith(f"{path}.") for key in _BY_PATH):
            if not isinstance(value, dict):
                raise ConfigError(f"{file}: {path} is a table of settings, [{path}], not {value!r}")
            found += _flat(value, file, f"{path}.")
        else:
            raise ConfigError(f"{file}: unknown setting {path!r}{_nearest(path)}")
    return found


def _nearest(path: str) -> str:
    from difflib import get_close_matches

    last = {key.rpartition(".")[2]: key for key in _BY_PATH}
    near = get_close_matches(path, _BY_PATH, 1) or [last[name] for name in get_close_matches(path.rpartition(".")[2], last, 1)]
    return f"; did you mean {near[0]!r}?" if near else f"; the settings are {', '.join(_BY_PATH)}"


def _validated(key: Key, value: Any, file: str, folder: str) -> Any:
    def fail(wanted: str) -> ConfigError:
        return ConfigError(f"{file}: {key.path} must be {wanted}, not {value!r}")

    def located(text: str) -> str:
        return os.path.normpath(os.path.join(folder, os.path.expanduser(text))) if key.is_path and text else text

    if key.kind == "text":
        if key.path == "date" and hasattr(value, "isoformat"):
            value = value.isoformat()[:10]      # TOML has dates of its own
        if not isinstance(value, str):
            raise fail("a text")
        if key.choices and value not in key.choices:
            raise fail("one of " + ", ".join(key.choices))
        if key.path == "date" and value:
            valid_date(value, f"{file}: date")
        return located(value)
    if key.kind == "number":
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise fail("a whole number from 0 on")
        return value
    if key.kind == "list":
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise fail("a list of texts")
        return tuple(map(located, value))
    if not isinstance(value, dict):
        raise fail("a table")
    if key.kind == "levels":
        if not all(level in SEVERITIES for level in value.values()):
            raise fail("a table of codes and one of " + ", ".join(reversed(SEVERITIES)))
        return dict(value)
    if not all(isinstance(codes, list) and all(isinstance(code, str) for code in codes) for codes in value.values()):
        raise fail("a table of patterns and lists of codes")
    return {pattern: tuple(codes) for pattern, codes in value.items()}


def valid_date(value: str, where: str) -> str:
    """The date if it is one: YYYY-MM-DD, of which the time of day is left out; the month or year alone where no more is known.

    Raises ConfigError.
    """
    from datetime import date

    day = value[:10] if value[10:11] in ("T", " ") else value
    try:
        whole = day + "-01-01"[len(day) - 4 :] if len(day) in (4, 7, 10) else day
        if date.fromisoformat(whole).isoformat() == whole:               # 20140512 and 2014-W01-1 are dates, but not as we keep them
            return day
    except ValueError:
        pass
    raise ConfigError(f"{where}: {value!r} is not a date; write it as YYYY-MM-DD, or YYYY-MM or YYYY if no more is known")


def schema() -> dict[str, Any]:
    """The JSON Schema of factcheck.toml, for editors."""
    texts = {"type": "array", "items": {"type": "string"}}
    kinds: dict[str, dict[str, Any]] = {
        "text": {"type": "string"}, "number": {"type": "integer", "minimum": 0}, "list": texts,
        "levels": {"type": "object", "additionalProperties": {"enum": list(reversed(SEVERITIES))}},
        "lists": {"type": "object", "additionalProperties": texts},
    }
    root: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "factcheck.toml", "type": "object", "properties": {},
        "additionalProperties": False,
    }
    for key in KEYS:
        *tables, name = key.path.split(".")
        place = root
        for table in tables:
            place = place["properties"].setdefault(table, {"type": "object", "properties": {}, "additionalProperties": False})
        default = list(key.default) if key.kind == "list" else key.default
        entry = {**kinds[key.kind], "description": key.help, "default": default}
        if key.choices:
            entry["enum"] = list(key.choices)
        place["properties"][name] = entry
    return root
