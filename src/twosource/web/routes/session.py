"""The routes that say who is at the workbench, and let one more browser in."""

from __future__ import annotations

from fastapi import APIRouter, Request

from twosource.web import shapes
from twosource.web.desk import Here, Reader
from twosource.web.problems import PROBLEMS, RefusedError
from twosource.web.routes.accounts import info

router = APIRouter(tags=["session"], responses=PROBLEMS)


@router.get("/session")
def session_info(desk: Here, session: Reader) -> shapes.SessionInfo:
    """Who is at the workbench, and what they may do."""
    return info(desk, session)


@router.get("/settings")
def settings(desk: Here, session: Reader) -> shapes.Preferences:
    """How the workbench looks to whoever is at it."""
    return desk.preferences.of(session.actor)


@router.put("/settings")
def set_settings(
    desk: Here, session: Reader, preferences: shapes.Preferences
) -> shapes.Preferences:
    """Keep how the workbench looks to whoever is at it."""
    desk.preferences.put(session.actor, preferences)
    return preferences


@router.post("/session/link")
def session_link(request: Request, desk: Here, session: Reader) -> shapes.Link:
    """A link that opens the workbench in one more browser of the same person, once.

    Raises:
        RefusedError: If people sign in with accounts; then there are no links.
    """
    if desk.accounts is not None:
        raise RefusedError(409, "accounts", "people sign in with accounts here")
    token = desk.sessions.link_for(session)
    return shapes.Link(url=f"{request.base_url}?token={token}")
