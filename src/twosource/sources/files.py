"""Files and folders as a source."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from twosource.model.case import Unreadable
from twosource.model.original import SUPPORTED_SUFFIXES, Original, ending_of, most_bytes, seal

_SPECIAL = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A path to read, with the name that its original bears."""

    path: Path
    name: str


class FileSource:
    """Originals from files and folders, in the order named.

    A file's original bears its name without the folder. A folder is read to its depth in the
    order of names, links followed once; hidden entries and files that cannot be reports by the
    ending of their name are left out, and an original bears its path below the folder.

    Args:
        paths: Files and folders.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = tuple(paths)

    def originals(self) -> Iterator[Original | Unreadable]:
        """Read the files.

        Files with equal bytes are all yielded; whether they are one report is not for a source
        to say.
        """
        folders: set[tuple[int, int]] = set()
        for path in self._paths:
            for found in _files_at(path, folders):
                yield found if isinstance(found, Unreadable) else _read(found)


def _files_at(path: Path, folders: set[tuple[int, int]]) -> Iterator[_Found | Unreadable]:
    """The files that a named path stands for."""
    name = _printable(path.name or str(path))
    status = _status(path, name)
    if isinstance(status, Unreadable):
        yield status
        return
    if not stat.S_ISDIR(status.st_mode):
        yield _Found(path, name)
        return
    count = 0
    for found in _walk(path, name, folders):
        count += 1
        yield found
    if count == 0:
        what = "is a folder without a file that can be read"
        yield Unreadable(name, what, f"supported endings are {' '.join(SUPPORTED_SUFFIXES)}")


def _walk(
    root: Path, root_name: str, folders: set[tuple[int, int]]
) -> Iterator[_Found | Unreadable]:
    """Go through a folder in the order of names, without recursion: folders may be very deep."""
    stack = [root]
    while stack:
        path = stack.pop()
        name = root_name if path == root else _printable(path.relative_to(root).as_posix())
        status = _status(path, name)
        if isinstance(status, Unreadable):
            # What cannot be looked at may be a folder; a file of another kind is left out.
            if _has_suffix(path) or not path.suffix:
                yield status
        elif stat.S_ISDIR(status.st_mode):
            identity = (status.st_dev, status.st_ino)
            entries = _entries(path, name, seen=identity in folders)
            folders.add(identity)
            if isinstance(entries, Unreadable):
                yield entries
            else:
                stack += reversed(entries)
        elif _has_suffix(path):
            yield _Found(path, name)


def _entries(path: Path, name: str, *, seen: bool) -> list[Path] | Unreadable:
    """What lies in a folder, hidden entries left out, in the order of names."""
    if seen:
        what = "leads to a folder that was read already"
        return Unreadable(name, what, "nothing to do; it is counted once")
    try:
        return sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        return _refused(name, error)


def _read(found: _Found) -> Original | Unreadable:
    """Read a file, if it is one and not too large; its size is asked before its bytes."""
    status = _status(found.path, found.name)
    if isinstance(status, Unreadable):
        return status
    special = next((kind for test, kind in _SPECIAL if test(status.st_mode)), None)
    if special is not None:
        remedy = "write its content to a file, or give it on standard input"
        return Unreadable(found.name, f"is {special}, not a file", remedy)
    most = most_bytes(found.name)
    size = status.st_size
    if size <= most:
        try:
            with found.path.open("rb") as file:
                data = file.read(most + 1)
        except OSError as error:
            return _refused(found.name, error)
        size = len(data)
        if size <= most:
            return seal(found.name, data)
    what = f"has {size:,} bytes, more than the {most:,} that are read"
    return Unreadable(found.name, what, "split it, or cut it down to the text")


def _status(path: Path, name: str) -> os.stat_result | Unreadable:
    try:
        return path.stat()
    except OSError as error:
        return _refused(name, error)
    except ValueError as error:
        return Unreadable(name, f"is no path ({error})", "check the name")


def _refused(name: str, error: OSError) -> Unreadable:
    if isinstance(error, FileNotFoundError):
        return Unreadable(name, "does not exist", "check the path")
    remedy = "make it readable for this user" if isinstance(error, PermissionError) else "check it"
    return Unreadable(name, f"cannot be read ({error.strerror or error})", remedy)


def _has_suffix(path: Path) -> bool:
    return ending_of(path.name) in SUPPORTED_SUFFIXES


def _printable(name: str) -> str:
    """The name with bytes that are not UTF-8 replaced: half characters can be written nowhere."""
    return os.fsencode(name).decode("utf-8", "replace")
