"""How the workbench looks to each person: one small file, written whole."""

from __future__ import annotations

import json
import threading
from pathlib import Path

from pydantic import ValidationError

from twosource.store.files import ensure_folder, write_whole
from twosource.web.shapes import Preferences

_MOST = 10_000


class PreferencesFile:
    """What each person set, by the name that they act under.

    Args:
        file: The file; it is made when somebody sets something.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()

    def of(self, actor: str) -> Preferences:
        """What a person set; the defaults where they set nothing, or where it is unreadable."""
        try:
            return Preferences.model_validate(self._all().get(actor, {}))
        except ValidationError:
            return Preferences()

    def put(self, actor: str, preferences: Preferences) -> None:
        """Keep what a person set.

        Raises:
            SettingsError: If it cannot be written.
        """
        with self._lock:
            known = self._all()
            known.pop(actor, None)
            known[actor] = preferences.model_dump()
            ensure_folder(self._file.parent)
            kept = dict(list(known.items())[-_MOST:])
            write_whole(self._file, json.dumps(kept, indent=1) + "\n")

    def _all(self) -> dict[str, object]:
        try:
            found = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
