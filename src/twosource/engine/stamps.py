"""Who acts, and when: the stamp under what is written to a case."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime

from twosource.errors import SettingsError
from twosource.model.custody import Stamp
from twosource.settings.read import read_settings


def stamp(actor: str = "") -> Stamp:
    """Who acts now: the name given, else the one that is set, else the user's.

    Raises:
        SettingsError: If none of these is there, or the settings are wrong.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        return Stamp(actor or read_settings().actor or getpass.getuser(), now)
    except (KeyError, OSError) as error:
        raise SettingsError(
            "this user has no name; say who acts with --actor NAME or TWOSOURCE_ACTOR"
        ) from error
