"""The commands for many events: ``twosource archive ...``."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.console import show, tell, tell_json, write
from twosource.cli.exits import ExitCode
from twosource.cli.failures import RefusedError, failures_told
from twosource.cli.options import Actor, AsJson, KeptPlace, Quiet, Threads, named_path
from twosource.cli.run import show_case, tell_unread
from twosource.cli.watching import watched

if TYPE_CHECKING:
    from twosource.engine.archive.desk import Found
    from twosource.engine.archive.intake import Taken

archive = typer.Typer(
    name="archive",
    no_args_is_help=True,
    help="Keep reports on many events: take them in, find the events, search, cut a case.",
)


class EngineName(StrEnum):
    """Where the work on an archive is done."""

    LOCAL = "local"
    DAFT = "daft"
    RAY = "ray"


Place = Annotated[
    Path, typer.Argument(metavar="ARCHIVE", parser=named_path, help="Folder of the archive.")
]
AddPaths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...",
        parser=named_path,
        help="Files or folders to take in; none finishes what an earlier run left.",
    ),
]
OnEngine = Annotated[
    EngineName | None,
    typer.Option(
        "--engine",
        help="Where the work is done: on this machine, by Daft (extra scale), by Daft on a Ray "
        "cluster (extra ray). What is set, else local, without it.",
        show_default=False,
    ),
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", min=1, metavar="N", help="Processes at once.", show_default="cores"),
]
NoVectors = Annotated[
    bool,
    typer.Option(
        "--no-vectors",
        help="Find events by words and days alone: several times as fast, and less well.",
    ),
]
Least = Annotated[
    int, typer.Option("--least", min=1, metavar="N", help="Reports that an event has at least.")
]
Most = Annotated[int, typer.Option("--most", min=1, metavar="N", help="The most to show.")]
SinceDay = Annotated[
    str,
    typer.Option(
        "--since",
        metavar="DAY",
        help="Leave out events that ended before this day.",
        show_default=False,
    ),
]
Event = Annotated[str, typer.Argument(metavar="EVENT", help="Id of the event, or how it begins.")]
Query = Annotated[str, typer.Argument(metavar="WORDS", help="Words to find; all must occur.")]


@archive.command("add")
def add(
    place: Place,
    paths: AddPaths = None,
    engine: OnEngine = None,
    workers: Workers = None,
    no_vectors: NoVectors = False,
    as_json: AsJson = False,
    quiet: Quiet = None,
) -> None:
    """Take reports in, and place each in the event that it tells of."""
    from twosource.engine.archive.desk import Work, add_to_archive
    from twosource.settings.read import read_settings

    with failures_told(as_json=as_json):
        held = read_settings()
        silent = held.quiet if quiet is None else quiet
        where = held.archive_engine if engine is None else engine.value
        work = Work(where, workers or held.archive_workers, not no_vectors)
        with watched(quiet=silent) as progress:
            taken = add_to_archive(place, paths or [], work, progress)
        for item in taken.unreadable:
            tell_unread(item, as_json=as_json)
        _tell_taken(taken, as_json=as_json, quiet=silent)
        if taken.failed:
            raise RefusedError(
                ExitCode.FINDINGS,
                f"{len(taken.failed)} shards were not done ({taken.failed[0]} ...)",
                "repeat the command without a path; nothing is lost",
            )


@archive.command("events")
def events(
    place: Place,
    least: Least = 2,
    most: Most = 50,
    since: SinceDay = "",
    as_json: AsJson = False,
) -> None:
    """List the events with their size, their days and the number of their origins."""
    from twosource.brief.archived import events_view
    from twosource.engine.archive.desk import archive_events

    with failures_told(as_json=as_json):
        found = archive_events(place, least, most, since)
        if as_json:
            _write_json({"events": [asdict(event) for event in found]})
        else:
            show(events_view(found))


@archive.command("case")
def case_(
    place: Place,
    event: Event,
    case: KeptPlace,
    actor: Actor = "",
    threads: Threads = None,
    as_json: AsJson = False,
    quiet: Quiet = None,
) -> None:
    """Cut a case out: keep the originals of an event as a case, examine it, show its brief."""
    from twosource.engine.archive.cutting import cut_case
    from twosource.engine.stamps import stamp
    from twosource.settings.read import read_settings
    from twosource.store.case_file import case_json

    with failures_told(as_json=as_json):
        held = read_settings()
        silent = held.quiet if quiet is None else quiet
        with watched(quiet=silent) as progress:
            cut = cut_case(place, event, case, stamp(actor), progress, threads or held.threads)
        for item in cut.updated.unreadable:
            tell_unread(item, as_json=as_json)
        if not silent:
            words = f"cut: {cut.event}, {len(cut.originals)} originals, into {case}"
            _say(as_json, "cut", words, event=cut.event, originals=len(cut.originals), case=case)
        show_case(cut.updated.case, case_json(cut.updated.case), as_json=as_json)


@archive.command("search")
def search(place: Place, words: Query, most: Most = 20, as_json: AsJson = False) -> None:
    """Find words in the titles and the texts of the reports."""
    from twosource.engine.archive.desk import search_archive

    with failures_told(as_json=as_json):
        found = search_archive(place, words, most)
        if as_json:
            _write_json({"reports": [_node(one) for one in found]})
        else:
            write("".join(map(_line, found)) or "Nothing was found.\n")


@archive.command("status")
def status(place: Place, as_json: AsJson = False) -> None:
    """Show how much the archive holds, and what is left to do."""
    from twosource.brief.archived import standing_view
    from twosource.engine.archive.desk import archive_standing

    with failures_told(as_json=as_json):
        standing = archive_standing(place)
        if as_json:
            _write_json(asdict(standing))
            return
        notes = [f"from {standing.first} to {standing.last}"] if standing.first else []
        if standing.waiting:
            notes.append(f"{standing.waiting} shards wait; finish: twosource archive add {place}")
        if len(standing.stages) > 1:
            notes.append("its shards were made by several versions or with other options")
        show(standing_view(standing.counts, notes))


def _tell_taken(taken: Taken, *, as_json: bool, quiet: bool) -> None:
    if quiet:
        return
    words = f"taken in: {taken.originals} originals, {taken.reports} reports"
    if taken.repeated:
        words += f"; {taken.repeated} in the archive already"
    _say(
        as_json,
        "taken",
        words,
        originals=taken.originals,
        reports=taken.reports,
        repeated=taken.repeated,
    )


def _line(found: Found) -> str:
    from twosource.brief.inert import inert

    entry = found.entry
    start = max(0, found.start - 60)
    words = " ".join(found.text[start : found.start + 100].split())
    event = f"  {entry.event}" if entry.event else ""
    head = f"{entry.day}  {entry.publisher or entry.name}: {entry.title or entry.name}{event}"
    return f"{inert(head)}\n    {inert(words)}\n"


def _node(found: Found) -> dict[str, object]:
    entry = found.entry
    span = None
    if found.end > found.start:
        quote = found.text[found.start : found.end]
        span = {"report": entry.id, "start": found.start, "end": found.end, "quote": quote}
    return {
        "id": entry.id,
        "day": entry.day,
        "file": entry.name,
        "title": entry.title or None,
        "publisher": entry.publisher or None,
        "event": entry.event or None,
        "span": span,
    }


def _write_json(document: dict[str, object]) -> None:
    write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def _say(as_json: bool, kind: str, words: str, **fields: str | int | None) -> None:
    if as_json:
        tell_json(kind, **fields)
    else:
        tell(words)
