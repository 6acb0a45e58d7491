"""The routes of the library: the cases that there are."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from fastapi import APIRouter

from twosource import __version__
from twosource.errors import TwosourceError
from twosource.model.original import Original
from twosource.sources.files import FileSource
from twosource.store.kept import create
from twosource.store.place import DATABASE, is_address
from twosource.store.served import PAGES, piece, state_of
from twosource.web import shapes
from twosource.web.adding import update
from twosource.web.desk import Analyst, Desk, Here, Opened, Reader, now
from twosource.web.library import Shelf, slug_of
from twosource.web.problems import PROBLEMS
from twosource.web.sessions import Session

EXAMPLE = files("twosource") / "cli" / "example" / "reports"
"""The bundled reports: an invented event, written for this package."""
router = APIRouter(tags=["library"], responses=PROBLEMS)


@router.get("/cases")
def cases(desk: Here, _: Reader) -> shapes.CaseCards:
    """The cases of the library, each as it was shown last."""
    return shapes.CaseCards(items=[card(desk, shelf) for shelf in desk.library.shelves()])


@router.post("/cases", status_code=201)
def new_case(desk: Here, session: Analyst, asked: shapes.NewCase) -> shapes.CaseCard:
    """Make an empty case in the library."""
    return card(desk, _made(desk, session, asked.name))


@router.post("/cases/example", status_code=201)
def open_example(desk: Here, session: Analyst) -> shapes.StartedCase:
    """Make a case out of the bundled example, an invented event, and examine it in a job."""
    shelf = _made(desk, session, "example")
    at = Opened(shelf, desk.library.open(shelf))
    with as_file(EXAMPLE) as folder:
        found = FileSource([folder]).originals()
        originals = [one for one in found if isinstance(one, Original)]
        at.kept.add(originals, __version__, now(session.actor))
    return shapes.StartedCase(slug=shelf.slug, job=update(desk, at, session).id)


def _made(desk: Desk, session: Session, name: str) -> Shelf:
    path = desk.library.room_for(name)
    create(str(path), __version__, now(session.actor)).close()
    return desk.library.find(slug_of(path.name))


def card(desk: Desk, shelf: Shelf) -> shapes.CaseCard:
    """A case as the library shows it; one that cannot be opened says why."""
    counts: dict[str, Any] = {}
    place, run, problem = "", 0, None
    try:
        kept = desk.library.open(shelf)
        run = state_of(kept).run
        text = piece(kept, PAGES, "summary")
        if text is not None:
            summary = json.loads(text)
            counts = summary["counts"]
            place = ((summary["event"] or {}).get("place") or {}).get("name", "")
    except TwosourceError as error:
        problem = str(error)
    return shapes.CaseCard(
        slug=shelf.slug,
        name=shelf.name,
        place=place,
        reports=counts.get("reports", 0),
        statements=counts.get("statements", 0),
        run=run,
        updated=_updated(shelf),
        problem=problem,
    )


def _updated(shelf: Shelf) -> str | None:
    """When something was last written to a case, as its files say."""
    if is_address(shelf.place):
        return None
    database = Path(shelf.place) / DATABASE
    times = [
        path.stat().st_mtime
        for path in (database, database.with_name(f"{DATABASE}-wal"))
        if path.is_file()
    ]
    return datetime.fromtimestamp(max(times), UTC).isoformat(timespec="seconds") if times else None
