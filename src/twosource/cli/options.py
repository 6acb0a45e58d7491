"""The options that several commands share, spelled the same in each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from twosource.cli.completion import case_begun


def named_path(text: str) -> Path:
    """A path that was named; an empty one would mean the current folder, and nobody means that.

    Raises:
        typer.BadParameter: If the text is empty, as an unset shell variable makes it.
    """
    if not text:
        raise typer.BadParameter("an empty path; name a file or a folder, or . for this folder")
    return Path(text)


def named_case(text: str) -> str:
    """The place of a case: a path, an address, or the name of one in the library.

    A bare name means a case in this folder if there is one, else one in the library.

    Raises:
        typer.BadParameter: If the text is empty, or the settings that name the library are wrong.
    """
    from twosource.errors import SettingsError
    from twosource.settings.library import place_named

    try:
        return place_named(text if "://" in text else str(named_path(text)))
    except SettingsError as error:
        raise typer.BadParameter(str(error)) from error


def named_case_path(text: str) -> Path:
    """The same as a path."""
    return Path(named_case(text))


AsJson = Annotated[
    bool,
    typer.Option(
        "--json", help="Write one JSON document to standard output, and errors as JSON too."
    ),
]
AsCsv = Annotated[
    bool,
    typer.Option("--csv", help="Write one table to standard output, for a spreadsheet."),
]
Quiet = Annotated[
    bool | None,
    typer.Option(
        "--quiet/--no-quiet",
        "-q",
        help="No progress, and no word on where files were written.",
        show_default=False,
    ),
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
        metavar="NAME",
        help="Who acts, for the log; what is set, else the user's name, without it.",
        show_default=False,
    ),
]
NewPlace = Annotated[
    str,
    typer.Argument(metavar="CASE", help="Folder of the case, or the address of a database."),
]
KeptPlace = Annotated[
    str,
    typer.Argument(
        metavar="CASE",
        parser=named_case,
        autocompletion=case_begun,
        help="Folder of the case, its name in the library, or the address of a database.",
    ),
]
