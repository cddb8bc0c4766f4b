"""Where the rules and the data lie, and a cache for what is compiled from them.

Only ``os`` and ``sys`` are imported at the top: this module is on the path of every start.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, TypeVar

    T = TypeVar("T")

KEPT = 3                                        # forms of one name that stay in the cache: a few checkouts or versions side by side
_ABSENT: Any = object()
_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def rules_dir() -> str:
    """The folder of the rules: beside the package in a wheel, at the top of the tree in a checkout."""
    return _folder("rules")


def data_dir() -> str:
    """The folder of the data: beside the package in a wheel, at the top of the tree in a checkout."""
    return _folder("data")


def _folder(name: str) -> str:
    packed = os.path.join(_PACKAGE, "_" + name)
    return packed if os.path.isdir(packed) else os.path.join(os.path.dirname(_PACKAGE), name)


def content_key(files: Iterable[str | os.PathLike[str]], *salt: str) -> str:
    """A short hash of the names and contents of ``files``, in the order given.  A file that is missing counts as such."""
    try:
        from _blake2 import blake2b  # what hashlib hands out, without loading OpenSSL
    except ImportError:                         # pragma: no cover - another interpreter
        from hashlib import blake2b
    digest = blake2b(digest_size=12)
    for part in salt:
        digest.update(b"salt %d " % len(part.encode()) + part.encode())
    for file in files:
        try:
            with open(file, "rb") as stream:
                content = stream.read()
        except OSError:
            content = b"\0missing"
        name = os.path.basename(os.fspath(file)).encode()
        digest.update(b"file %d %d " % (len(name), len(content)) + name + content)
    return digest.hexdigest()


def files_key(files: list[str], *salt: str) -> str:
    """``content_key``, read off the sizes and times of the files if they have lain there since it was last computed."""
    import time

    places: list[object] = [*salt]
    newest = 0.0
    for file in files:
        try:
            status = os.stat(file)
        except OSError:
            continue
        places.append((file, status.st_size, status.st_mtime_ns))
        newest = max(newest, status.st_mtime)
    settled = newest < time.time() - 2          # a file written in the same tick as it was read may have changed since
    stamp = content_key((), repr(places))
    key: str = entry("stamp", stamp, "") if settled else ""
    if not key:
        key = content_key(files, *salt)
        if settled:
            store("stamp", stamp, key)
    return key


def cache_dir() -> str:
    """The user's cache folder; it need not exist."""
    env = os.environ
    if own := env.get("FACTCHECK_CACHE_DIR"):
        return os.path.abspath(own)
    if sys.platform == "win32":
        base = env.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    else:
        base = env.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(os.path.abspath(base), "factcheck")


def cached(name: str, key: str, build: Callable[[], T], use_cache: bool = True) -> T:
    """``build()``, or what it returned the last time under this name and key.

    The cache is a convenience: if its folder cannot be used, belongs to somebody else, or the entry is broken, the value is built anew.
    """
    if not use_cache:
        return build()
    value: T = entry(name, key, _ABSENT)
    if value is _ABSENT:
        value = build()
        store(name, key, value)
    return value


def entry(name: str, key: str, default: Any) -> Any:
    """What is in the cache under this name and key; the default if nothing is, or it cannot be used."""
    return read(name, key, loads, default)


def read(name: str, key: str, load: Callable[[memoryview], Any], default: Any) -> Any:
    """The same, of an entry that was stored ``packed``: ``load`` takes it apart."""
    folder = cache_dir()
    if _is_ours(folder):
        try:
            with open(_path(folder, name, key), "rb") as stream:
                content = stream.read()
            head = _head(name, key)
            return load(memoryview(content)[len(head):]) if content.startswith(head) else default
        except Exception:                       # noqa: BLE001, S110 - absent, truncated, of another version: a broken pickle may raise anything
            pass
    return default


def store(name: str, key: str, value: object, packed: bytes = b"") -> None:
    """Put a value, or its pickle, into the cache, if it will have it, and let old ones of this name go."""
    folder = cache_dir()
    _store(folder, _path(folder, name, key), _head(name, key), value, packed)
    _tidy(folder, name)


def loads(content: bytes | memoryview, buffers: Iterable[memoryview] = ()) -> Any:
    """``pickle.loads`` without the Python half of ``pickle``, and without looking for garbage among thousands of new objects."""
    import gc

    try:
        from _pickle import loads
    except ImportError:                         # pragma: no cover - another interpreter
        from pickle import loads
    collecting = gc.isenabled()
    gc.disable()
    try:
        return loads(content, buffers=buffers)  # noqa: S301 - only what entry() has found to be ours
    finally:
        if collecting:
            gc.enable()


def _path(folder: str, name: str, key: str) -> str:
    return os.path.join(folder, f"{name}.{key}.{sys.implementation.cache_tag}.pickle")


def _head(name: str, key: str) -> bytes:
    """What an entry begins with: the pickle of something else is no entry of this name and key."""
    return f"factcheck {name} {key}\n".encode()


def _is_ours(folder: str) -> bool:
    """A pickle runs code, so the folder must be our own and nobody else may write to it."""
    try:
        status = os.stat(folder)
    except OSError:
        return False
    return sys.platform == "win32" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)


def _store(folder: str, path: str, head: bytes, value: object, packed: bytes) -> None:
    from pickle import dumps

    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if not _is_ours(folder):
            return
        content = packed or dumps(value, protocol=5)
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600), "wb") as stream:
            stream.write(head + content)
        os.replace(temporary, path)
    except Exception:                           # noqa: BLE001 - no room, no right, not picklable: the value itself is fine
        if os.path.exists(temporary):
            os.unlink(temporary)


def _tidy(folder: str, name: str) -> None:
    """Remove all but the latest entries of this name."""
    try:
        entries = [os.path.join(folder, e) for e in os.listdir(folder) if e.endswith(".pickle") and e.rsplit(".", 3)[0] == name]
        for old in sorted(entries, key=os.path.getmtime)[:-KEPT]:
            os.unlink(old)
    except OSError:                             # another process tidies too
        pass
