"""One examination as the command line carries it out: gather, examine, write, show."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from twosource.cli.console import show, tell, tell_json, write
from twosource.cli.exits import ExitCode
from twosource.cli.failures import RefusedError
from twosource.cli.output import FETCHED, output_folder, write_outputs
from twosource.cli.watching import watched
from twosource.model.case import Unreadable

if TYPE_CHECKING:
    from twosource.engine.examination import Gathered
    from twosource.model.case import Case

STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Request:
    """What one run is asked to do.

    Attributes:
        paths: Files and folders; ``-`` is standard input.
        out: Folder for ``brief.html`` and ``case.json``, or ``None`` to write no files.
        as_json: Whether the document on standard output is the case instead of the brief.
        strict: Whether an item that could not be read makes the exit code 1.
        threads: Threads for the language model, or ``None`` for its own choice.
        quiet: Whether progress and the places of written files are left out.
        addresses: Addresses to fetch.
    """

    paths: tuple[Path, ...]
    out: Path | None = None
    as_json: bool = False
    strict: bool = False
    threads: int | None = None
    quiet: bool = False
    addresses: tuple[str, ...] = ()


def carry_out(request: Request) -> ExitCode:
    """Carry out a request.

    Returns:
        ``OK``, or ``FINDINGS`` if something could not be read and the request is strict.

    Raises:
        RefusedError: If the output cannot be written, or if there is nothing to examine.
    """
    from twosource.engine.examination import examine
    from twosource.store.case_file import case_json

    with output_folder(request.out):
        gathered, unread = gather(request)
        with watched(quiet=request.quiet) as progress:
            examined = examine(gathered.reports, threads=request.threads, progress=progress)
        case_text = case_json(examined.case)
        written = write_outputs(examined.case, case_text, request.out)
    show_case(examined.case, case_text, as_json=request.as_json)
    tell_written(written, request)
    return ExitCode.FINDINGS if unread and request.strict else ExitCode.OK


def gather(request: Request) -> tuple[Gathered, tuple[Unreadable, ...]]:
    """Read the reports, and tell of everything that was not read.

    Returns:
        What was gathered, and the items that were not read.

    Raises:
        RefusedError: If nothing is left to examine.
    """
    from twosource.engine.examination import not_in_english, read_reports

    stream = standard_input() if STANDARD_INPUT in request.paths else None
    paths = [path for path in request.paths if path != STANDARD_INPUT]
    keep = None if request.out is None else request.out / FETCHED
    gathered = read_reports(paths, stream, request.addresses, keep)
    foreign = not_in_english(gathered.reports)
    unread = (*gathered.unreadable, *foreign)
    for item in unread:
        tell_unread(item, as_json=request.as_json)
    for repeated in gathered.repeated:
        if request.as_json:
            tell_json("repeated", name=repeated.name, same_as=repeated.same_as)
        else:
            tell(f"repeated: {repeated}")
    tell_editions(gathered, as_json=request.as_json)
    if len(gathered.reports) == len(foreign):
        raise nothing_to_examine(request)
    return gathered, unread


def tell_editions(gathered: Gathered, *, as_json: bool) -> None:
    """Say which reports are editions of one article; each of them is read."""
    from twosource.documents.editions import editions_in

    for found in editions_in(gathered.reports):
        names = [report.file for report in found.reports]
        if as_json:
            tell_json("editions", names=", ".join(names), known=found.known.value)
        else:
            tell(f"editions: {', '.join(names)}: one article by its {found.known.value}; all read")


def standard_input() -> BinaryIO:
    """The bytes of standard input.

    Raises:
        RefusedError: If it was closed before the command started.
    """
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise RefusedError(
            ExitCode.USAGE, "standard input is closed", "name a file, or pipe a report in"
        )
    return cast("BinaryIO", stream)


def nothing_to_examine(request: Request) -> RefusedError:
    """The refusal for a request without one readable report."""
    paths = request.paths
    if not request.addresses and all(path != STANDARD_INPUT and is_missing(path) for path in paths):
        return RefusedError(
            ExitCode.NOT_FOUND,
            "nothing was found under " + ", ".join(str(path) for path in paths),
            "check the spelling, and the folder that the command was started in",
        )
    return RefusedError(
        ExitCode.FINDINGS,
        "no report could be read, so there is no brief to give",
        "name at least one readable report in English",
    )


def is_missing(path: Path) -> bool:
    """Whether nothing is found under a path, whatever is wrong with its name."""
    try:
        return not path.exists()
    except (OSError, ValueError):
        return True


def tell_unread(item: Unreadable, *, as_json: bool) -> None:
    """Write one line about an item that was not read."""
    if as_json:
        tell_json("unreadable", name=item.name, what=item.what, remedy=item.remedy)
    else:
        tell(f"not read: {item}")


def tell_written(files: Sequence[Path], request: Request) -> None:
    """Say where the files lie, unless quiet was asked for."""
    if request.quiet:
        return
    for file in files:
        if request.as_json:
            tell_json("written", path=str(file))
        else:
            tell(f"written: {file}")


def show_case(case: Case, case_text: str, *, as_json: bool) -> None:
    """Write the case or its brief to standard output."""
    if as_json:
        write(case_text if case_text.endswith("\n") else f"{case_text}\n")
        return
    from twosource.brief.writers.terminal import terminal_brief

    show(terminal_brief(case.brief))
