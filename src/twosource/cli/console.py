"""The two consoles: standard output for one document, standard error for everything else."""

from __future__ import annotations

import json
import os
import sys
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from twosource.errors import SettingsError

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def make_streams_safe() -> None:
    """Write UTF-8 whatever the locale says, and never stop at a character that has no encoding.

    A brief quotes reports in their own script, and a file name may hold bytes of any encoding. A
    stream that the caller closed is replaced by one that goes nowhere.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - lasts the run
            setattr(sys, name, nowhere)
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def console(*, stderr: bool = False) -> Console:
    """A console that takes text as it is: no markup, no emoji codes, no guessed highlighting."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)


def show(document: RenderableType) -> None:
    """Write the one document of this run to standard output, laid out for it."""
    from rich.console import Console

    screen = console()
    page = StringIO()
    printer = Console(
        file=page,
        force_terminal=screen.is_terminal,
        width=screen.width,
        no_color=screen.no_color,
        markup=False,
        emoji=False,
        highlight=False,
    )
    printer.print(document)
    write(page.getvalue())


def write(document: str) -> None:
    """Write the one document of this run to standard output, as it is.

    A reader that stops early (``| head``) ends the output, not the work: what was asked for is
    still carried out, and the exit code still tells how it went.

    Raises:
        SettingsError: If standard output takes nothing, for example because a disk is full.
    """
    try:
        sys.stdout.write(document)
        sys.stdout.flush()
    except BrokenPipeError:
        _send_the_rest_nowhere()
    except OSError as problem:
        _send_the_rest_nowhere()
        raise SettingsError(
            f"standard output cannot be written ({problem.strerror or problem}); "
            "make room, or send it elsewhere"
        ) from problem


def _send_the_rest_nowhere() -> None:
    """Keep the interpreter from trying again, and complaining, when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def tell(line: str) -> None:
    """Write one line to standard error. Control characters are made visible, not obeyed."""
    sys.stderr.write(f"{printable(line)}\n")
    sys.stderr.flush()


def tell_json(kind: str, **fields: str | int | None) -> None:
    """Write one line of JSON to standard error: ``{kind: {fields}}``."""
    sys.stderr.write(json.dumps({kind: fields}, ensure_ascii=True) + "\n")
    sys.stderr.flush()


def printable(text: str) -> str:
    """The text with control characters, line breaks and stray bytes written as escapes."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
