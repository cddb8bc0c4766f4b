"""``factcheck`` and ``python -m factcheck``: the fast path, typer behind it, and the guard that keeps tracebacks from users."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """The console script.  The process ends as soon as all is said: taking thousands of words apart one by one is time nobody needs."""
    try:
        code = _main()
    except KeyboardInterrupt:                   # before there was anything to interrupt
        code = 130
    if sys.flags.interactive or sys.flags.inspect:
        sys.exit(code)
    import atexit

    atexit._run_exitfuncs()  # noqa: SLF001 - what mypy and others do
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):           # the reader has gone
            code = code or 2
    os._exit(code)


def _main() -> int:
    import gc

    gc.set_threshold(100_000, 20, 20)           # there is little garbage, and looking for it among the words takes long
    if "--no-cache" not in sys.argv:
        from . import bundle

        bundle.install()
    return run(sys.argv[1:])


def run(argv: list[str]) -> int:
    """Carry out a command line; returns the exit code: 0 nothing to report, 1 findings, 2 it could not be done."""
    from .errors import FactcheckError

    debug = bool(os.environ.get("FACTCHECK_DEBUG"))
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:          # closed by whoever started this: nobody listens, the exit code says it all
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - until the process ends
    try:
        code = _dispatch(argv)
        _flush()
    except FactcheckError as error:
        return _fail(str(error))
    except BrokenPipeError:
        # The reader has gone (``factcheck … | head``): what could not be delivered is not reported twice, and Python's own flush at
        # exit must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 2
    except KeyboardInterrupt:
        return _fail("interrupted", code=130)
    except Exception as error:
        # The guard: a user never sees a traceback.
        if debug:
            raise
        return _fail(f"internal error: {_describe(error)} (set FACTCHECK_DEBUG=1 to see where)")
    return code


def _dispatch(argv: list[str]) -> int:
    from .options import parse

    call = parse(argv)
    if call is None:
        from .cli import run_typer

        return run_typer(argv)
    from .run import execute

    return execute(call.command, call.values)


def _describe(error: BaseException) -> str:
    from .run import describe

    return describe(error)


def _flush() -> None:
    from .errors import writing

    with writing("standard output"):
        sys.stdout.flush()


def _fail(message: str, code: int = 2) -> int:
    try:
        sys.stdout.flush()
    except OSError:                             # that is what went wrong, perhaps
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    from .reports.style import printable

    print(f"factcheck: {printable(message)}", file=sys.stderr)  # noqa: T201 - the console is where this belongs
    return code


if __name__ == "__main__":
    main()
