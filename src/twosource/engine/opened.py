"""Cases from Python: the verbs of the command line, and a case that is open to be read.

``from twosource import new_case, add, update, open_case, review`` comes through here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from twosource.engine.cases import Added, add_files, case_document, update_case
from twosource.engine.cases import new_case as make_case
from twosource.engine.deciding import Wish, decisions_on
from twosource.engine.desk import applied_case, decide
from twosource.engine.examination import PathLike
from twosource.engine.listing import Parts
from twosource.engine.stamps import stamp
from twosource.errors import NotFoundError, SettingsError
from twosource.model.case import Case
from twosource.reviews.chain import head
from twosource.settings.library import place_named
from twosource.settings.read import read_settings
from twosource.store.case_file import read_case
from twosource.store.kept import open_kept
from twosource.store.place import is_kept, without_password

CASE_FILE = "case.json"


@dataclass(frozen=True, slots=True)
class OpenCase(Parts):
    """A case as it stood when it was opened, with what people decided.

    Attributes:
        place: Where it lies.
        case: Everything found in its reports.
    """

    place: str
    case: Case

    def __repr__(self) -> str:
        """Where it lies, and how much it holds."""
        return f"<case {without_password(self.place)}: {len(self.case.reports)} reports>"


Place = PathLike | OpenCase
"""A case by its folder, its name in the library, an address, or as it was opened."""


def open_case(place: PathLike) -> OpenCase:
    """Open a case to read it: one that is kept, a case file, or the folder of one.

    Args:
        place: A path, a name in the library, or the address of a database.

    Raises:
        NotFoundError: If there is none, or it was not examined yet.
        SettingsError: If it cannot be read.
        MaterialError: If the file is no case.
    """
    where = _where(place)
    if is_kept(where):
        return OpenCase(where, read_case(case_document(where)))
    file = Path(where) / CASE_FILE if Path(where).is_dir() else Path(where)
    try:
        return OpenCase(where, read_case(file.read_text("utf-8")))
    except FileNotFoundError as error:
        raise NotFoundError(f"{file}: there is no case") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: it cannot be read ({error})") from error


def new_case(place: PathLike, *, actor: str = "") -> None:
    """Make an empty case to add reports to.

    Args:
        place: Folder of the case, which is made, or the address of an empty database.
        actor: Who acts, for the log; what is set, else the user's name, without it.

    Raises:
        SettingsError: If there is something already, or it cannot be written to.
    """
    make_case(os.fspath(place), stamp(actor))


def add(place: Place, paths: PathLike | Iterable[PathLike], *, actor: str = "") -> Added:
    """Keep the reports under paths in a case. ``update`` examines what was added.

    Raises:
        NotFoundError: If there is no such case.
        SettingsError: If it cannot be written to.
    """
    named = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    return add_files(_where(place), [Path(path) for path in named], stamp(actor))


def update(place: Place, *, actor: str = "", threads: int | None = None) -> OpenCase:
    """Examine a case anew, and open it.

    Raises:
        NotFoundError: If there is no such case, or nothing in it can be examined.
        SettingsError: If it cannot be written to.
    """
    where = _where(place)
    held = read_settings(where)
    done = update_case(where, stamp(actor), threads=threads or held.threads)
    return OpenCase(where, done.case)


def review(
    place: Place,
    action: str,
    *refs: str | int,
    part: str = "",
    to: str = "",
    why: str = "",
    actor: str = "",
) -> OpenCase:
    """Decide on what was found, as ``twosource review`` does, and open the case as it stands then.

    For example ``review("quay", "reject", "st-1f3a...", why="a headline")``, ``review("quay",
    "correct", "cl-77d0...", part="value", to="9")``, ``review("quay", "undo", 3)``.

    Args:
        place: The case.
        action: ``accept``, ``reject``, ``correct``, ``merge``, ``split``, ``relate``, ``rate``,
            ``absent``, ``note``, ``pin``, ``undo`` or ``redo``.
        refs: What it is done to: ids, places of words, or numbers of reviews.
        part: What a correction changes.
        to: What it changes it to; the kind of a relation, a rating, the words of a note.
        why: The reason, kept with the decision.
        actor: Who decides.

    Raises:
        NotFoundError: If nothing has a reference.
        SettingsError: If the action or a value cannot be meant, or somebody decided on the same
            thing since the case was opened.
    """
    where = _where(place)
    wish = Wish(action, tuple(map(str, refs)), part, to, why)
    with open_kept(where) as kept:
        # the state first: what comes between is then a clash, and never overlooked
        reviews, case = kept.reviews(), applied_case(kept).case
    decide(where, decisions_on(case, reviews, wish), stamp(actor), head(reviews))
    return open_case(where)


def _where(place: Place) -> str:
    return place.place if isinstance(place, OpenCase) else place_named(os.fspath(place))
