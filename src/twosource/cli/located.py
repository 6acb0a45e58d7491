"""Where a case lies that a command was given: one that is kept, or a case file."""

from __future__ import annotations

import re
from pathlib import Path

from twosource.cli.exits import ExitCode
from twosource.cli.failures import RefusedError

CASE_NAME = "case.json"


def case_text(path: Path) -> str:
    """The text of a case that was named: one that is kept, or a case file.

    Raises:
        RefusedError: If there is none, or it is no text.
        NotFoundError: If a case that is kept was not examined yet.
    """
    place = kept_place(path)
    if place is not None:
        from twosource.engine.cases import case_document

        return case_document(place)
    return case_file_text(path)


def case_file_text(path: Path) -> str:
    """The text of a case file that was named, itself or by its folder.

    Raises:
        RefusedError: If there is none, or it is no text.
    """
    file = path / CASE_NAME if path.is_dir() else path
    if not file.is_file():
        raise RefusedError(
            ExitCode.NOT_FOUND,
            f"{file}: there is no case file",
            "examine the reports first: twosource examine PATH... --output OUT",
        )
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedError(
            ExitCode.USAGE, f"{file}: it cannot be read ({error})", "name another case file"
        ) from error


def kept_place(path: Path) -> str | None:
    """The place of a case that is kept, where a path names one."""
    from twosource.store.place import is_address, is_kept

    # a path folds the two slashes of an address into one
    place = re.sub(r"^(postgres[\w+]*):/(?!/)", r"\1://", str(path))
    return place if is_address(place) or is_kept(place) else None
