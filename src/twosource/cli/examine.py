"""``twosource examine``: the main job in one go."""

from __future__ import annotations

from typing import Annotated

import typer

from twosource.cli.failures import failures_told
from twosource.cli.material import Fetch, named_item, parted
from twosource.cli.options import AsJson, Output, Quiet, Threads
from twosource.cli.run import Request, carry_out

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        parser=named_item,
        help="Files or folders with the reports on one event; - is standard input. With --fetch"
        " also addresses.",
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit with 1 if anything could not be read.")
]


def examine(
    paths: Paths,
    output: Output = None,
    as_json: AsJson = False,
    strict: Strict = False,
    threads: Threads = None,
    quiet: Quiet = None,
    fetch: Fetch = None,
) -> None:
    """Read the reports on one event and show who said what."""
    from twosource.settings.read import read_settings

    with failures_told(as_json=as_json):
        held = read_settings()
        silent = held.quiet if quiet is None else quiet
        files, addresses = parted(paths, fetch=held.fetch if fetch is None else fetch)
        request = Request(
            files, output, as_json, strict, threads or held.threads, silent, addresses
        )
        raise typer.Exit(carry_out(request))
