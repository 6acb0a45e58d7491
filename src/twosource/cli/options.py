"""The options that several commands share, spelled the same in each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def named_path(text: str) -> Path:
    """A path that was named; an empty one would mean the current folder, and nobody means that.

    Raises:
        typer.BadParameter: If the text is empty, as an unset shell variable makes it.
    """
    if not text:
        raise typer.BadParameter("an empty path; name a file or a folder, or . for this folder")
    return Path(text)


AsJson = Annotated[
    bool,
    typer.Option(
        "--json", help="Write one JSON document to standard output, and errors as JSON too."
    ),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="No progress, and no word on where files were written."),
]
Threads = Annotated[
    int | None,
    typer.Option(
        "--threads",
        min=1,
        metavar="N",
        help="Threads for the language model.",
        show_default="at most two",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        parser=named_path,
        help="Folder to write brief.html and case.json to; it is made if it is not there.",
    ),
]
Since = Annotated[
    Path | None,
    typer.Option(
        "--since",
        metavar="EARLIER",
        parser=named_path,
        help="An earlier case file of the same event: tell first what changed since.",
    ),
]

Actor = Annotated[
    str,
    typer.Option(
        "--actor",
        envvar="TWOSOURCE_ACTOR",
        metavar="NAME",
        help="Who acts, for the log; the user's name without it.",
        show_default=False,
    ),
]
KeptPlace = Annotated[
    str,
    typer.Argument(metavar="CASE", help="Folder of the case, or the address of a database."),
]
