"""Where the cases are that the workbench shows, and what they are called in its addresses."""

from __future__ import annotations

import hashlib
import re
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from twosource.errors import NotFoundError, SettingsError
from twosource.store.files import ensure_folder
from twosource.store.kept import KeptCase, open_kept
from twosource.store.place import DATABASE, case_name, is_address, is_kept
from twosource.web.problems import RefusedError

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 60
_MOST_OPEN = 32


@dataclass(frozen=True, slots=True)
class Shelf:
    """A case by the name that it has in addresses.

    Attributes:
        slug: The name in addresses: lower-case letters, digits and hyphens.
        name: The name of its folder, or of its database.
        place: The folder or the address.
    """

    slug: str
    name: str
    place: str


class Library:
    """The cases of one folder, or one case.

    A case is only ever found among those that are there: a name out of a request is never made
    into a path.

    Args:
        place: A folder that holds cases, a case, or the address of one.
    """

    def __init__(self, place: str) -> None:
        self.place = place
        self.single = is_kept(place)
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[object, KeptCase]] = OrderedDict()

    @property
    def folder(self) -> Path | None:
        """Where new cases are made; ``None`` where one case alone is shown."""
        return None if self.single else Path(self.place)

    def shelves(self) -> list[Shelf]:
        """The cases, in the order of their names."""
        if self.single:
            name = case_name(self.place)
            return [Shelf(slug_of(name), name, self.place)]
        try:
            found = sorted(p for p in Path(self.place).iterdir() if (p / DATABASE).is_file())
        except OSError:
            return []
        return [Shelf(slug_of(path.name), path.name, str(path)) for path in found]

    def find(self, slug: str) -> Shelf:
        """The case of a name.

        Raises:
            NotFoundError: If there is none.
        """
        for shelf in self.shelves():
            if shelf.slug == slug:
                return shelf
        raise NotFoundError(f"there is no case {slug[:80]!r} in the library")

    def open(self, shelf: Shelf) -> KeptCase:
        """A case, opened once and kept open; one that was replaced meanwhile is opened anew."""
        stamp = _stamp(shelf.place)
        with self._lock:
            found = self._kept.get(shelf.place)
            if found is not None and found[0] == stamp:
                self._kept.move_to_end(shelf.place)
                return found[1]
            if found is not None:
                found[1].close()
            kept = open_kept(shelf.place)
            self._kept[shelf.place] = (stamp, kept)
            while len(self._kept) > _MOST_OPEN:
                _, (_, last) = self._kept.popitem(last=False)
                last.close()
        return kept

    def room_for(self, name: str) -> Path:
        """An unused folder for a new case.

        Raises:
            RefusedError: If one case alone is shown.
            SettingsError: If the library cannot be made.
        """
        if self.folder is None:
            message = "one case was opened, so that no other can be made beside it"
            raise RefusedError(409, "single", message, "open the folder of the library instead")
        ensure_folder(self.folder)
        slug = _plain(name) or slug_of(name)
        for number in range(1, 1000):
            path = self.folder / (slug if number == 1 else f"{slug}-{number}")
            if not path.exists():
                return path
        raise SettingsError(
            f"{self.folder} holds a thousand cases called {slug}; name it otherwise"
        )

    def close(self) -> None:
        """Let go of every case."""
        with self._lock:
            for _, kept in self._kept.values():
                kept.close()
            self._kept.clear()


def slug_of(name: str) -> str:
    """A name for addresses: the name itself where it is one, else made from it.

    Two names that come out alike are told apart by a piece of a hash.
    """
    if _SLUG.fullmatch(name) and len(name) <= _LONGEST:
        return name
    plain = _plain(name)
    digest = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:6]
    return f"{plain}-{digest}" if plain else digest


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:_LONGEST].strip("-")


def _stamp(place: str) -> object:
    """What tells one database from another that took its place."""
    if is_address(place):
        return place
    try:
        status = (Path(place) / DATABASE).stat()
    except OSError as error:
        raise NotFoundError(f"the case at {place} is gone") from error
    return (status.st_dev, status.st_ino)
