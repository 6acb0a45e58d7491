"""Keeping the served view of a case up to date. Runs beside the server, never inside it."""

from __future__ import annotations

from functools import lru_cache

from twosource.engine.desk import applied_case
from twosource.engine.pieces import pieces_of
from twosource.errors import NotFoundError
from twosource.model.brief import BriefDocument
from twosource.model.case import Case
from twosource.reviews.apply import Applied
from twosource.store.case_file import read_case
from twosource.store.kept import KeptCase, open_kept
from twosource.store.served import State, put_view, shown_by, state_of

_EMPTY = Applied(Case((), (), (), BriefDocument("", (), (), ())), (), (), (), ())


@lru_cache(maxsize=2)
def _read(document: str) -> Case:
    """A case out of its document. Who decides once will decide again: reading takes longest."""
    return read_case(document)


def refresh(place: str) -> State:
    """Make the served view show the last run of a case with what people decided.

    Where it does already, nothing is done.

    Returns:
        What the view shows.

    Raises:
        NotFoundError: If there is no such case.
        SettingsError: If it cannot be written to.
    """
    with open_kept(place) as kept:
        # A decision that comes in from here on is seen as missing, and shown by the next call.
        state = state_of(kept)
        if shown_by(kept) != state:
            put_view(kept, state, pieces_of(_applied(kept, state)))
    return state


def show(kept: KeptCase, document: str = "", found: Case | None = None) -> Applied:
    """Make the served view of a case that was examined just now.

    Args:
        kept: The case.
        document: The document of a run, where its case is at hand.
        found: That case; reading it back takes longest.

    Returns:
        The case with what people decided, as the view shows it.
    """
    state = state_of(kept)
    done = applied_case(kept, lambda text: found if found and text == document else read_case(text))
    put_view(kept, state, pieces_of(done))
    return done


def _applied(kept: KeptCase, state: State) -> Applied:
    """The case with its reviews; an empty one before the first run."""
    if not state.run:
        return _EMPTY
    try:
        return applied_case(kept, _read)
    except NotFoundError:
        return _EMPTY
