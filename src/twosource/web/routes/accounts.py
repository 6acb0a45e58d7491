"""The routes by which people sign in and out, and a lead keeps the accounts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from twosource import __version__
from twosource.web.accounts import Account, Accounts
from twosource.web.desk import Desk, Here, Lead, Reader
from twosource.web.pages import set_cookie
from twosource.web.problems import PROBLEMS, RefusedError
from twosource.web.sessions import Session
from twosource.web.shapes import (
    MAX_NAME,
    AccountCard,
    AccountCards,
    AccountChange,
    NewAccount,
    NewPassword,
    SessionInfo,
    SignIn,
)

router = APIRouter(tags=["accounts"], responses=PROBLEMS)
Name = Annotated[str, Path(max_length=MAX_NAME)]


@router.post("/login")
def sign_in(request: Request, response: Response, desk: Here, asked: SignIn) -> SessionInfo:
    """Sign in. After a few failures a name, and an address, must wait."""
    accounts = _accounts(desk)
    address = request.client.host if request.client else ""
    wait = desk.attempts.wait(asked.name, address)
    if wait:
        message = "too many attempts failed"
        raise RefusedError(429, "wait", message, f"try again in {wait} seconds", retry=wait)
    found = accounts.signed_in(asked.name, asked.password)
    if found is None:
        desk.attempts.failed(asked.name, address)
        raise RefusedError(401, "sign-in", "the name and the password do not fit")
    desk.attempts.succeeded(asked.name)
    session = Session(found.name, found.rank, account=True)
    set_cookie(response, request, desk, desk.sessions.open(session))
    request.state.actor = found.name
    return info(desk, session)


@router.post("/logout", status_code=204)
def sign_out(request: Request, desk: Here, _: Reader) -> Response:
    """Sign out: the session ends, and the browser forgets it."""
    desk.sessions.close(request.cookies.get(desk.cookie, ""))
    answer = Response(status_code=204)
    answer.delete_cookie(desk.cookie, path="/")
    return answer


@router.post("/password", status_code=204)
def change_password(request: Request, desk: Here, session: Reader, asked: NewPassword) -> Response:
    """Change one's own password, knowing the old one. Every session of the account ends."""
    accounts = _accounts(desk)
    address = request.client.host if request.client else ""
    if desk.attempts.wait(session.actor, address):
        raise RefusedError(429, "wait", "too many attempts failed", "try again later")
    if accounts.signed_in(session.actor, asked.old) is None:
        desk.attempts.failed(session.actor, address)
        raise RefusedError(403, "password", "the old password does not fit")
    accounts.change(session.actor, password=asked.new)
    desk.sessions.close_all(session.actor)
    return Response(status_code=204)


@router.get("/accounts")
def accounts(desk: Here, _: Lead) -> AccountCards:
    """The accounts."""
    return AccountCards(items=[_card(one) for one in _accounts(desk).all()])


@router.post("/accounts", status_code=201)
def add_account(desk: Here, _: Lead, asked: NewAccount) -> AccountCard:
    """Make an account."""
    return _card(_accounts(desk).add(asked.name, asked.password, asked.role))


@router.patch("/accounts/{name}")
def change_account(desk: Here, _: Lead, name: Name, asked: AccountChange) -> AccountCard:
    """Change an account; its sessions end, so that what changed holds at once."""
    found = _accounts(desk).change(
        name, password=asked.password, role=asked.role, disabled=asked.disabled
    )
    desk.sessions.close_all(name)
    return _card(found)


def info(desk: Desk, session: Session) -> SessionInfo:
    """Who is at the workbench, and what they may do."""
    return SessionInfo(
        actor=session.actor,
        role=session.rank.role,  # type: ignore[arg-type] # the names of the ranks
        version=__version__,
        readOnly=desk.read_only,
        fetchAllowed=desk.fetching,
        accounts=desk.accounts is not None,
    )


def _accounts(desk: Desk) -> Accounts:
    if desk.accounts is None:
        hint = "they are for a workbench that others reach; see twosource serve --host"
        raise RefusedError(409, "no-accounts", "this workbench has no accounts", hint)
    return desk.accounts


def _card(one: Account) -> AccountCard:
    return AccountCard(name=one.name, role=one.role, disabled=one.disabled)  # type: ignore[arg-type]
