"""The output folder: checked before the long work, filled file by file, never with half a file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from twosource.cli.exits import ExitCode
from twosource.cli.failures import RefusedError

if TYPE_CHECKING:
    from twosource.model.case import Case

BRIEF_FILE = "brief.html"
FETCHED = "fetched"
"""Folder within the output for what was fetched, as it came."""
CASE_FILE = "case.json"


@contextmanager
def output_folder(out: Path | None) -> Iterator[None]:
    """Make the folder and prove that it can be written to, before the block does its work.

    A folder that was made here is taken away again if the block leaves it empty.

    Raises:
        RefusedError: If ``out`` is not a folder or cannot be written to.
    """
    if out is None:
        yield
        return
    made = not os.path.lexists(out)
    _prove_writable(out)
    try:
        yield
    finally:
        if made and not any(out.iterdir()):
            out.rmdir()


def write_outputs(case: Case, case_text: str, out: Path | None) -> tuple[Path, ...]:
    """Write the case and its brief into the folder, each file whole or not at all.

    Returns:
        The paths of ``brief.html`` and ``case.json``; nothing where no folder was named.

    Raises:
        SettingsError: If a file cannot be written.
    """
    if out is None:
        return ()
    from twosource.brief.writers.html import html_brief
    from twosource.store.files import write_whole

    brief_file, case_file = out / BRIEF_FILE, out / CASE_FILE
    write_whole(case_file, case_text)
    write_whole(brief_file, html_brief(case))
    return brief_file, case_file


def _prove_writable(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise RefusedError(
            ExitCode.USAGE,
            f"the output {out} is a file, not a folder",
            "name a folder with --output; it is made if it is not there",
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as problem:
        raise _unwritable(out, problem) from problem


def _unwritable(out: Path, problem: OSError) -> RefusedError:
    return RefusedError(
        ExitCode.USAGE,
        f"the output folder {out} cannot be written to ({problem.strerror or problem})",
        "name another folder with --output",
    )
