"""The routes of the library: the cases that there are."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fastapi import APIRouter

from twosource.errors import TwosourceError
from twosource.store.place import DATABASE, is_address
from twosource.store.served import PAGES, piece, state_of
from twosource.web import shapes
from twosource.web.desk import Desk, Here, Reader
from twosource.web.library import Shelf
from twosource.web.problems import PROBLEMS

router = APIRouter(tags=["library"], responses=PROBLEMS)


@router.get("/cases")
def cases(desk: Here, _: Reader) -> shapes.CaseCards:
    """The cases of the library, each as it was shown last."""
    return shapes.CaseCards(items=[card(desk, shelf) for shelf in desk.library.shelves()])


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
