"""Where the rules and the data lie, and a cache for what is compiled from them.

Only ``os`` and ``sys`` are imported at the top: this module is on the path of every start.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from io import FileIO
    from typing import Any, TypeVar

    T = TypeVar("T")

KEPT = 3                                        # forms of one name that stay in the cache: a few checkouts or versions side by side
# Folders of rules and data where a command has just looked, and a hash of them and this package: what hangs on nothing else need not look.
looked_at: dict[str, str] = {}
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


def _hash() -> Any:
    try:
        from _blake2 import blake2b  # what hashlib hands out, without loading OpenSSL
    except ImportError:                         # pragma: no cover - another interpreter
        from hashlib import blake2b
    return blake2b(digest_size=12)


def bytes_key(*parts: str | bytes) -> str:
    """A short hash of texts and bytes, each told from the next."""
    digest = _hash()
    for part in parts:
        content = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        digest.update(b"%d " % len(content))
        digest.update(content)
    found: str = digest.hexdigest()
    return found


def content_key(files: Iterable[str | os.PathLike[str]], *salt: str) -> str:
    """A short hash of the names and contents of ``files``, in the order given.  A file that is missing counts as such."""
    digest = _hash()
    for part in salt:
        content = part.encode("utf-8", "surrogatepass")
        digest.update(b"salt %d " % len(content) + content)
    for file in files:
        try:
            with open(file, "rb") as stream:
                content = stream.read()
        except OSError:
            content = b"\0missing"
        name = os.path.basename(os.fspath(file)).encode("utf-8", "surrogatepass")
        digest.update(b"file %d %d " % (len(name), len(content)) + name + content)
    found: str = digest.hexdigest()
    return found


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


def from_toml(file: str, version: str, make: Callable[[dict[str, Any]], T]) -> T:
    """What ``make`` makes of a TOML file of the data folder, from the cache; ``version`` tells it from what was made of it before."""
    path, name = os.path.join(data_dir(), file), file.partition(".")[0]

    def build() -> T:
        import tomllib

        with open(path, "rb") as stream:
            return make(tomllib.load(stream))

    return cached(name, content_key([path], f"{name} {version}"), build)


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
    if not _is_made(folder):
        return
    if not packed:
        from pickle import dumps

        try:
            packed = dumps(value, protocol=5)
        except Exception:                       # noqa: BLE001 - not picklable: the value itself is fine
            return
    _write(_path(folder, name, key), _head(name, key) + packed)
    _tidy(folder, name)


def opened(name: str, key: str) -> FileIO | None:
    """The entry as a file to be read piece by piece, from behind its head on; None if there is none."""
    folder = cache_dir()
    if not _is_ours(folder):
        return None
    head = _head(name, key)
    try:
        stream = open(_path(folder, name, key), "rb", buffering=0)  # noqa: SIM115 - for whoever asked
        if stream.read(len(head)) == head:
            return stream
        stream.close()
    except OSError:
        pass
    return None


def latest(room: str, name: str, key: str) -> bytes:
    """What was last kept under this name in a room of the cache, if it was kept with this key and is whole; else b""."""
    folder = os.path.join(cache_dir(), room)
    if not (_is_ours(cache_dir()) and _is_ours(folder)):
        return b""
    try:
        with open(os.path.join(folder, name), "rb") as stream:
            head, _, content = stream.read().partition(b"\n")
    except OSError:
        return b""
    return content if head + b"\n" == _head(key, bytes_key(content)) else b""


def keep(room: str, name: str, key: str, content: bytes) -> None:
    """Keep this under the name in the room, instead of what was kept there."""
    folder = os.path.join(cache_dir(), room)
    if _is_made(cache_dir()) and _is_made(folder):
        _write(os.path.join(folder, name), _head(key, bytes_key(content)) + content)


def trim(room: str, most: int, size: int) -> None:
    """Remove the oldest files of a room beyond so many, and beyond so many bytes."""
    try:
        with os.scandir(os.path.join(cache_dir(), room)) as found:
            files = sorted(((status := file.stat()).st_mtime_ns, status.st_size, file.path) for file in found)
        for _, bytes_in, path in reversed(files):
            most, size = most - 1, size - bytes_in
            if most < 0 or size < 0:
                os.unlink(path)
    except OSError:                             # another process trims too
        pass


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


def _is_made(folder: str) -> bool:
    """Whether there is a folder that is ours, perhaps made now."""
    try:
        if not os.path.isdir(folder):
            os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError:
        return False
    return _is_ours(folder)


def _write(path: str, content: bytes) -> None:
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600), "wb") as stream:
            stream.write(content)
        os.replace(temporary, path)
    except OSError:                             # no room, no right
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
