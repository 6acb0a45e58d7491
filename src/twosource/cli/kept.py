"""The commands for cases that are kept: new, add, update, search, log, verify."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.console import show, tell, tell_json, write
from twosource.cli.exits import ExitCode
from twosource.cli.failures import RefusedError, failures_told
from twosource.cli.material import Fetch, named_item, parted
from twosource.cli.options import (
    Actor,
    AsCsv,
    AsJson,
    KeptPlace,
    NewPlace,
    Quiet,
    Threads,
)
from twosource.cli.run import show_case, tell_unread
from twosource.cli.views import refuse_two_forms
from twosource.cli.watching import watched

if TYPE_CHECKING:
    from twosource.engine.cases import Added, Updated

AddPaths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        parser=named_item,
        help="Files or folders to add; with --fetch also addresses.",
    ),
]
Query = Annotated[str, typer.Argument(metavar="WORDS", help="Words to find; all must occur.")]
Most = Annotated[int, typer.Option("--most", min=1, metavar="N", help="The most hits to show.")]
NoReplay = Annotated[
    bool, typer.Option("--no-replay", help="Do not examine the originals again to compare.")
]


def new(case: NewPlace, actor: Actor = "", as_json: AsJson = False, quiet: Quiet = None) -> None:
    """Make an empty case to add reports to."""
    from twosource.engine.cases import new_case
    from twosource.engine.stamps import stamp
    from twosource.settings.read import read_settings

    with failures_told(as_json=as_json):
        silent = read_settings().quiet if quiet is None else quiet
        new_case(case, stamp(actor))
        if silent:
            return
        _say(as_json, "made", f"made: {case}", path=case)


def add(
    case: KeptPlace,
    paths: AddPaths,
    actor: Actor = "",
    as_json: AsJson = False,
    quiet: Quiet = None,
    fetch: Fetch = None,
) -> None:
    """Add reports to a case; what was added is examined by update."""
    from twosource.engine.cases import add_files
    from twosource.engine.stamps import stamp
    from twosource.settings.read import read_settings

    with failures_told(as_json=as_json):
        held = read_settings(case)
        silent = held.quiet if quiet is None else quiet
        files, addresses = parted(paths, fetch=held.fetch if fetch is None else fetch)
        added = add_files(case, files, stamp(actor), addresses)
        _tell_added(added, as_json=as_json, quiet=silent)
        if not added.added and not added.repeated:
            raise RefusedError(
                ExitCode.NOT_FOUND, "nothing was found to add", "check the paths that were named"
            )


def update(
    case: KeptPlace,
    actor: Actor = "",
    as_json: AsJson = False,
    threads: Threads = None,
    quiet: Quiet = None,
) -> None:
    """Examine a case anew and show its brief, with what changed since the last time."""
    from twosource.engine.cases import update_case
    from twosource.engine.stamps import stamp
    from twosource.settings.read import read_settings
    from twosource.store.case_file import case_json

    with failures_told(as_json=as_json):
        held = read_settings(case)
        silent = held.quiet if quiet is None else quiet
        with watched(quiet=silent) as progress:
            updated = update_case(case, stamp(actor), progress, threads or held.threads)
        _tell_updated(updated, as_json=as_json, quiet=silent)
        show_case(updated.case, case_json(updated.case), as_json=as_json)


def search(
    case: KeptPlace,
    words: Query,
    most: Most = 50,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Find words in the sentences, statements and claims of a case."""
    from twosource.brief.found import hits_view
    from twosource.engine.cases import case_document, search_case
    from twosource.exchange.kept_tables import hits_table
    from twosource.exchange.spreadsheet import csv_of
    from twosource.store.case_file import read_case

    with failures_told(as_json=as_json):
        refuse_two_forms(as_json=as_json, as_csv=as_csv)
        hits = search_case(case, words, most)
        if as_json:
            found = [{**asdict(hit), "kind": hit.kind.value} for hit in hits]
            write(json.dumps({"hits": found}, ensure_ascii=False, indent=1) + "\n")
        elif as_csv:
            write(csv_of(hits_table(hits, read_case(case_document(case)))))
        else:
            show(hits_view(hits, read_case(case_document(case))))


def log(case: KeptPlace, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show who did what to the originals of a case, and when."""
    from twosource.brief.found import log_view
    from twosource.exchange.kept_tables import log_table
    from twosource.exchange.spreadsheet import csv_of
    from twosource.store.kept import open_kept

    with failures_told(as_json=as_json):
        refuse_two_forms(as_json=as_json, as_csv=as_csv)
        with open_kept(case) as kept:
            entries = kept.log()
        if as_json:
            told = [{**asdict(e), "action": e.action.value, "hash": e.hash} for e in entries]
            write(json.dumps({"log": told}, ensure_ascii=False, indent=1) + "\n")
        elif as_csv:
            write(csv_of(log_table(entries)))
        else:
            show(log_view(entries))


def verify(case: KeptPlace, no_replay: NoReplay = False, as_json: AsJson = False) -> None:
    """Check the originals, the log, the spans and every result of a case."""
    from twosource.engine.cases import verify_case

    with failures_told(as_json=as_json):
        faults = verify_case(case, replay=not no_replay)
        if as_json:
            told = [{"place": fault.place, "what": fault.what} for fault in faults]
            write(json.dumps({"ok": not faults, "faults": told}, ensure_ascii=False) + "\n")
        else:
            lines = [str(fault) for fault in faults] or ["everything holds"]
            write("\n".join(lines) + "\n")
        if faults:
            raise typer.Exit(ExitCode.FINDINGS)


def _tell_added(added: Added, *, as_json: bool, quiet: bool) -> None:
    for item in added.unreadable:
        tell_unread(item, as_json=as_json)
    if quiet:
        return
    for name in added.added:
        later = name in added.versions
        words = f"added: {name}" + (", beside an earlier version" if later else "")
        _say(as_json, "added", words, name=name, version=later)
    for name in added.repeated:
        _say(as_json, "repeated", f"in the case already: {name}", name=name)


def _tell_updated(updated: Updated, *, as_json: bool, quiet: bool) -> None:
    for item in updated.unreadable:
        tell_unread(item, as_json=as_json)
    if quiet:
        return
    words = f"kept as run {updated.run}"
    if not updated.fresh:
        words = f"nothing changed since run {updated.run}"
    _say(as_json, "run", words, run=updated.run, fresh=updated.fresh)


def _say(as_json: bool, kind: str, words: str, **fields: str | int | None) -> None:
    if as_json:
        tell_json(kind, **fields)
    else:
        tell(words)
