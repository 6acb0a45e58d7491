"""What a command is given to read: files, folders, standard input, and addresses when asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from twosource.cli.exits import ExitCode
from twosource.cli.failures import RefusedError
from twosource.cli.options import named_path

_SCHEMES = ("http://", "https://")


def named_item(text: str) -> str:
    """A path or an address as it was named.

    Raises:
        typer.BadParameter: If the text is empty.
    """
    return text if is_address(text) else str(named_path(text))


def is_address(text: str) -> bool:
    """Whether what was named is an address on the web."""
    return text.lower().startswith(_SCHEMES)


Fetch = Annotated[
    bool | None,
    typer.Option(
        "--fetch/--no-fetch",
        help="Fetch the addresses that are named. Nothing is fetched unless asked.",
        show_default=False,
    ),
]


def parted(named: Sequence[str], *, fetch: bool) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Paths and addresses apart.

    Args:
        named: What the command was given.
        fetch: Whether fetching was asked for.

    Raises:
        RefusedError: If there are addresses and it was not.
    """
    addresses = tuple(item for item in named if is_address(item))
    if addresses and not fetch:
        raise RefusedError(
            ExitCode.USAGE,
            f"{addresses[0]} is an address, and nothing is fetched unless asked",
            "add --fetch to fetch it, or name a file",
        )
    return tuple(Path(item) for item in named if not is_address(item)), addresses
