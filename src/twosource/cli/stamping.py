"""Who acts, and when: the stamp under what a command writes."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime

from twosource.cli.exits import ExitCode
from twosource.cli.failures import RefusedError
from twosource.model.custody import Stamp


def stamp(actor: str) -> Stamp:
    """Who acts now: the name given, else the one that is set, else the user's."""
    from twosource.settings.read import read_settings

    now = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        return Stamp(actor or read_settings().actor or getpass.getuser(), now)
    except (KeyError, OSError) as error:
        raise RefusedError(
            ExitCode.USAGE, "this user has no name", "say who acts with --actor NAME"
        ) from error
