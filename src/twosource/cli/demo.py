"""``twosource demo``: the main job on the example event that comes with the package."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from twosource.cli.console import tell
from twosource.cli.failures import failures_told
from twosource.cli.options import AsJson, Quiet, named_path
from twosource.cli.run import Request, carry_out

EXAMPLE = files("twosource.cli").joinpath("example", "reports")
"""The bundled reports: an invented event, written for this package."""

DemoOutput = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        parser=named_path,
        help="Folder to write brief.html and case.json to.",
    ),
]


def demo(
    output: DemoOutput = Path("twosource-demo"),
    as_json: AsJson = False,
    quiet: Quiet = None,
) -> None:
    """Examine the bundled example: an invented event, told by several invented reports."""
    from twosource.settings.read import read_settings

    with failures_told(as_json=as_json), as_file(EXAMPLE) as folder:
        held = read_settings()
        silent = held.quiet if quiet is None else quiet
        if not silent and not as_json:
            tell("example: the event, the people and the outlets in it are invented")
        request = Request((folder,), output, as_json, True, held.threads, silent)
        raise typer.Exit(carry_out(request))
