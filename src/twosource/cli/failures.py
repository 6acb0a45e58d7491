"""How a command ends when it cannot go on: one line, an exit code, never a traceback."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from twosource import __version__
from twosource.cli.console import tell, tell_json
from twosource.cli.exits import ExitCode
from twosource.errors import (
    InvariantError,
    MaterialError,
    MissingExtraError,
    NotFoundError,
    TwosourceError,
)

STOPPED = "stopped from the keyboard"


class RefusedError(TwosourceError):
    """The command cannot do what was asked.

    Args:
        exit_code: What the shell is told.
        message: What happened, where, with the value seen.
        hint: What to do about it.
    """

    def __init__(self, exit_code: ExitCode, message: str, hint: str) -> None:
        super().__init__(f"{message}; {hint}")
        self.exit_code = exit_code
        self.message = message
        self.hint = hint


@contextmanager
def failures_told(*, as_json: bool) -> Iterator[None]:
    """Turn every exception of the block into one message and an exit code.

    Args:
        as_json: Write the message as ``{"error": {"code", "message", "hint"}}``.

    Raises:
        typer.Exit: With the exit code, if the block failed.
    """
    try:
        yield
    except typer.Exit:
        raise
    except KeyboardInterrupt:
        report_failure(as_json, ExitCode.INTERRUPTED, STOPPED, None)
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    except Exception as error:  # noqa: BLE001 - the last resort before the shell
        code, message, hint = explain(error)
        report_failure(as_json, code, message, hint)
        raise typer.Exit(code) from None


def explain(error: Exception) -> tuple[ExitCode, str, str | None]:
    """Exit code, message and hint for an exception; a defect also leaves a log file."""
    match error:
        case RefusedError():
            return error.exit_code, error.message, error.hint
        case MaterialError():
            return ExitCode.FINDINGS, f"{error.name}: {error.what}", error.remedy
        case NotFoundError():
            return ExitCode.NOT_FOUND, str(error), None
        case MissingExtraError():
            return ExitCode.MISSING_EXTRA, str(error), None
        case TwosourceError() if not isinstance(error, InvariantError):
            return ExitCode.USAGE, str(error), None
        case MemoryError():
            return ExitCode.INTERNAL, "the memory of this machine is full", "examine fewer reports"
    log = write_log(error)
    hint = f"this is a defect in Twosource; the details are in {log}"
    return ExitCode.INTERNAL, f"internal error: {type(error).__name__}: {error}", hint


def report_failure(as_json: bool, code: ExitCode, message: str, hint: str | None) -> None:
    """Write one failure to standard error."""
    if as_json:
        tell_json("error", code=code.value, message=message, hint=hint)
    else:
        tell(f"error: {message}" + (f"; {hint}" if hint else ""))


def write_log(error: Exception) -> str:
    """Write the traceback to a file that only its owner can read.

    Returns:
        The path of the file, or words that say that there is none.
    """
    text = "".join(
        [
            f"twosource {__version__}, Python {platform.python_version()}, {platform.platform()}\n",
            f"arguments: {sys.argv[1:]!r}\n\n",
            *traceback.format_exception(error),
        ]
    )
    try:
        with tempfile.NamedTemporaryFile(
            "w",
            prefix="twosource-",
            suffix=".log",
            delete=False,
            encoding="utf-8",
            errors="backslashreplace",
        ) as log:
            log.write(text)
            return str(Path(log.name))
    except OSError as problem:
        return f"no file (the log could not be written: {problem.strerror})"
