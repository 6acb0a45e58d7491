"""What an installation stands on: its settings, a database, a case that is named."""

from __future__ import annotations

import tempfile
from pathlib import Path

from twosource import __version__
from twosource.errors import TwosourceError
from twosource.model.custody import Stamp
from twosource.model.hit import Hit, HitKind
from twosource.model.identity import ReportId
from twosource.model.original import seal
from twosource.model.report import Span
from twosource.settings.read import read_settings, user_settings_file
from twosource.store.kept import create, open_kept

_STAMP = Stamp("doctor", "2031-01-01T00:00:00+00:00")
_WORDS = "the quay was closed"


def settings() -> tuple[bool, str]:
    """Whether the settings can be read, and how many are set where."""
    try:
        found = read_settings().found
    except TwosourceError as error:
        return False, str(error)
    number = sum(one.origin != "default" for one in found)
    file = user_settings_file()
    there = "" if file.is_file() else " (not there)"
    return True, f"{number} set of {len(found)}; the user's file is {file}{there}"


def database() -> tuple[bool, str]:
    """Whether a case can be kept: one is made in a temporary folder, written to, searched."""
    with tempfile.TemporaryDirectory(prefix="twosource-") as folder:
        place = str(Path(folder) / "case")
        with create(place, __version__, _STAMP) as case:
            case.add([seal("self-test.txt", _WORDS.encode())], __version__, _STAMP)
            words = Span(ReportId("rp-0"), 0, len(_WORDS), _WORDS)
            hit = Hit(HitKind.SENTENCE, "rp-0", _WORDS, words)
            case.put_run("{}", [hit], __version__, _STAMP)
            found = case.search("quay closed", 1)
    if [one.words for one in found] != [_WORDS]:
        return False, f"a search found {found}; report this, it is a defect in Twosource"
    return True, "a case was made, written to and searched (SQLite)"


def named_case(place: str) -> tuple[bool, str]:
    """Whether the database of a case answers, and what the case holds."""
    try:
        with open_kept(place) as case:
            originals = sum(1 for _ in case.originals())
            last, reviews = case.last_run(), len(case.reviews())
    except TwosourceError as error:
        return False, str(error)
    run = "not examined yet" if last is None else f"run {last.id} of version {last.version}"
    return True, f"{originals} originals, {run}, {reviews} reviews"
