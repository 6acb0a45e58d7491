"""Reports that come in through the browser: kept at once, examined in a job."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from twosource import __version__
from twosource.errors import MaterialError
from twosource.model.case import Unreadable
from twosource.model.original import Original
from twosource.sources.files import FileSource
from twosource.store.served import original_rows
from twosource.web.desk import Desk, Opened, now
from twosource.web.jobs import Job
from twosource.web.problems import RefusedError
from twosource.web.sessions import Session
from twosource.web.shapes import Started, UnreadableItem

Upload = tuple[str, BinaryIO]
"""A name as a browser gave it, and the bytes."""
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/:*?\"<>|]+")
_LONGEST = 120


def file_name(name: str) -> str:
    """The name of an uploaded file, without folders and without what names of files cannot hold."""
    bare = _UNSAFE.sub(" ", name.replace("\\", "/").rpartition("/")[2]).strip(" .")
    bare = bare.encode("utf-8", "replace").decode("utf-8") or "unnamed"
    if len(bare.encode()) <= _LONGEST:
        return bare
    stem, dot, suffix = bare.rpartition(".")
    if not stem or len(suffix) > 12:
        stem, dot, suffix = bare, "", ""
    kept = stem.encode()[: _LONGEST - len(suffix.encode()) - 1].decode("utf-8", "ignore")
    return f"{kept}{dot}{suffix}"


def text_name(name: str) -> str:
    """The name of a pasted text: one whose ending says that it is text."""
    bare = file_name(name)
    return bare if bare.lower().endswith((".txt", ".md", ".markdown")) else f"{bare}.txt"


def added(desk: Desk, at: Opened, session: Session, uploads: Sequence[Upload]) -> Started:
    """Keep uploads; see :func:`kept`."""
    return kept(desk, at, session, _originals(uploads))


def kept(
    desk: Desk, at: Opened, session: Session, found: Sequence[Original | Unreadable]
) -> Started:
    """Keep what came in, and start examining if something is new.

    The originals are kept before the answer is given: whatever becomes of the job, they are there.
    """
    originals = [one for one in found if isinstance(one, Original)]
    names = {one.name for one in original_rows(at.kept)}
    new = set(at.kept.add(originals, __version__, now(session.actor)))
    fresh = [one.name for one in originals if one.sha256 in new]
    return Started(
        job=update(desk, at, session).id if new else None,
        added=fresh,
        repeated=[one.name for one in originals if one.sha256 not in new],
        versions=[name for name in fresh if name in names],
        unreadable=[
            UnreadableItem(name=one.name, what=one.what, remedy=one.remedy)
            for one in found
            if isinstance(one, Unreadable)
        ],
    )


def update(desk: Desk, at: Opened, session: Session) -> Job:
    """Start examining a case anew. A job that waits for its turn already is not doubled."""
    waiting = desk.jobs.waiting_for(at.shelf.slug, "update")
    return _started(desk, at, session, "update") if waiting is None else waiting


def fetched(desk: Desk, at: Opened, session: Session, url: str) -> Started:
    """Start fetching an address, guarded; what it answers is kept and examined in the same job.

    An address that may not be asked for as it is written is told at once.

    Raises:
        MissingExtraError: If what writes web archives is not installed.
    """
    # What can open a connection is not even loaded where nothing is fetched.
    from twosource.sources.capture import writer_of_archives  # noqa: PLC0415

    writer_of_archives()
    try:
        desk.guard.place(url)
    except MaterialError as error:
        fault = UnreadableItem(name=error.name, what=error.what, remedy=error.remedy)
        return Started(job=None, added=[], repeated=[], versions=[], unreadable=[fault])
    more = {"allowed": sorted(desk.guard.allowed), "ports": sorted(desk.guard.ports)}
    job = _started(desk, at, session, "fetch", url=url, **more)
    return Started(job=job.id, added=[], repeated=[], versions=[], unreadable=[])


def _started(desk: Desk, at: Opened, session: Session, verb: str, **more: object) -> Job:
    stamp = now(session.actor)
    request = {"verb": verb, "place": at.kept.place, "actor": stamp.actor, "at": stamp.at, **more}
    return desk.jobs.start(at.shelf.slug, verb, session.actor, request)


def _originals(uploads: Sequence[Upload]) -> list[Original | Unreadable]:
    """Uploads as a source of files gives them, so that the same bounds hold as for any file."""
    found: list[Original | Unreadable] = []
    with tempfile.TemporaryDirectory(prefix="twosource-") as home:
        for number, (name, data) in enumerate(uploads):
            # each in a folder of its own: two files of one name are two originals
            folder = Path(home) / str(number)
            folder.mkdir()
            path = folder / file_name(name)
            try:
                with path.open("wb") as file:
                    shutil.copyfileobj(data, file)
            except OSError as error:
                message = f"{path.name} cannot be taken in ({error.strerror})"
                raise RefusedError(409, "refused", message, "make room and try again") from error
            found += FileSource([path]).originals()
    return found
