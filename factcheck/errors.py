"""What can go wrong that a user can mend.  The command line prints the message alone and exits with 2; nothing else is a user's error."""

from __future__ import annotations


class FactcheckError(Exception):
    """A message for a person: it says what is wrong, where, and what to do."""


def toml_problem(error: Exception) -> str:
    """What is wrong with a TOML file that ``tomllib`` gave up on: ValueError (encoding, syntax, a number) or RecursionError."""
    if isinstance(error, UnicodeDecodeError):
        return "not UTF-8; save it as UTF-8"
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return "a number is too long" if "integer string" in str(error) else f"not valid TOML: {error}"


class UsageError(FactcheckError):
    """A command line that cannot be carried out."""


class ConfigError(FactcheckError):
    """A configuration file that cannot be used."""


class WriteError(FactcheckError):
    """A report that cannot be delivered."""


class writing:  # noqa: N801 - used like a function; contextlib takes long to import
    """``with writing(name):`` what goes wrong is told of the file, but for a pipe whose reader has gone, who wants to hear no more."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise WriteError(f"{self.name}: cannot be written ({error.strerror or error})") from None


class ReadError(FactcheckError):
    """An input that cannot be read as an article."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
