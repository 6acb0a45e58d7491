"""``twosource serve``: the workbench in the browser."""

from __future__ import annotations

from typing import Annotated

import typer

from twosource.cli.completion import case_begun
from twosource.cli.failures import failures_told
from twosource.cli.options import Actor, named_case

ServedPlace = Annotated[
    str,
    typer.Argument(
        metavar="[CASE|FOLDER]",
        autocompletion=case_begun,
        help="A case, its name in the library, or a folder of cases; the library without it.",
        show_default=False,
    ),
]
HostName = Annotated[
    str | None,
    typer.Option(
        "--host",
        metavar="ADDRESS",
        help="Address to answer at; what is set, else 127.0.0.1, without it.",
        show_default=False,
    ),
]
PortNumber = Annotated[
    int | None,
    typer.Option(
        "--port",
        min=0,
        max=65535,
        metavar="N",
        help="Port to answer at; 0 takes any that is free. What is set, else 0, without it.",
        show_default=False,
    ),
]
Origin = Annotated[
    list[str],
    typer.Option(
        "--origin",
        metavar="URL",
        help="Address that browsers see, where a proxy stands before it; needs accounts.",
        show_default=False,
    ),
]
MayFetch = Annotated[
    bool | None,
    typer.Option(
        "--fetch/--no-fetch",
        help="Fetch addresses that are named in the browser; as set, without it.",
        show_default=False,
    ),
]
ReadOnly = Annotated[bool, typer.Option("--read-only", help="Refuse every write.")]
NoBrowser = Annotated[
    bool, typer.Option("--no-browser", help="Print the link and open no browser.")
]


def serve(
    place: ServedPlace = "",
    host: HostName = None,
    port: PortNumber = None,
    origin: Origin = [],  # noqa: B006 - Typer reads it
    fetch: MayFetch = None,
    read_only: ReadOnly = False,
    no_browser: NoBrowser = False,
    actor: Actor = "",
) -> None:
    """Open the workbench: read, compare, decide, undo. Ends with Ctrl C."""
    with failures_told(as_json=False):
        from twosource.engine.stamps import stamp
        from twosource.settings.read import read_settings
        from twosource.web.serving import Serving, run

        held = read_settings()
        run(
            Serving(
                place=named_case(place) if place else str(held.cases),
                host=held.web_host if host is None else host,
                port=held.web_port if port is None else port,
                actor=stamp(actor).actor,
                read_only=read_only,
                browser=not no_browser,
                make=not place,
                origins=tuple(origin),
                fetching=held.fetch if fetch is None else fetch,
            )
        )
