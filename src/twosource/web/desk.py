"""What every route works with: the library, who is there, the views, the jobs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Path, Request

from twosource.model.custody import GENESIS, Stamp
from twosource.sources.addresses import PUBLIC, Guard
from twosource.store.kept import KeptCase
from twosource.store.served import State
from twosource.web.accounts import Accounts
from twosource.web.attempts import Attempts
from twosource.web.audit import AuditLog
from twosource.web.guard import Addresses
from twosource.web.jobs import Jobs
from twosource.web.library import Library, Shelf
from twosource.web.preferences import PreferencesFile
from twosource.web.problems import RefusedError
from twosource.web.sessions import Rank, Session, Sessions
from twosource.web.views import Views
from twosource.web.workers import Bench


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts of one server.

    Attributes:
        library: The cases.
        addresses: The addresses that it answers under.
        sessions: Who is let in.
        bench: Workers for short work.
        views: The served views.
        jobs: Long work.
        preferences: How the workbench looks to each person.
        cookie: Name of the cookie that holds a session.
        read_only: Whether nothing may be written.
        accounts: The accounts that people sign in with; ``None``: the link alone lets in.
        attempts: Attempts to sign in that failed.
        audit: The log of all writes, where there are accounts.
        fetching: Whether addresses may be fetched.
        guard: Which of them.
        secure: Whether browsers reach it by https, through a proxy.
    """

    library: Library
    addresses: Addresses
    sessions: Sessions
    bench: Bench
    views: Views
    jobs: Jobs
    preferences: PreferencesFile
    cookie: str
    read_only: bool = False
    accounts: Accounts | None = None
    attempts: Attempts = field(default_factory=Attempts)
    audit: AuditLog | None = None
    fetching: bool = False
    guard: Guard = PUBLIC
    secure: bool = False

    def close(self) -> None:
        """Stop all work and let go of every case."""
        self.jobs.close()
        self.views.close()
        self.bench.close()
        self.library.close()


@dataclass(frozen=True, slots=True)
class Opened:
    """A case that a request is about."""

    shelf: Shelf
    kept: KeptCase


def desk_of(request: Request) -> Desk:
    """The desk of the server that a request came to."""
    desk = request.app.state.desk
    if not isinstance(desk, Desk):
        raise TypeError("the application was made without a desk")
    return desk


Here = Annotated[Desk, Depends(desk_of)]


def needs(rank: Rank) -> Callable[[Request], Session]:
    """A dependency that lets through whoever has a rank, or a higher one."""

    def let_in(request: Request) -> Session:
        desk = desk_of(request)
        session = desk.sessions.of(request.cookies.get(desk.cookie, ""))
        if session is None and desk.accounts is not None:
            raise RefusedError(401, "sign-in", "nobody is signed in", "sign in with your account")
        if session is None:
            hint = "open the link that the terminal shows"
            raise RefusedError(401, "link", "this browser was not let in", hint)
        if session.rank < rank:
            message = f"it takes the role {rank.role}, and {session.actor} is {session.rank.role}"
            raise RefusedError(403, "role", message, "ask a lead of the desk")
        request.state.actor = session.actor
        return session

    return let_in


Reader = Annotated[Session, Depends(needs(Rank.READER))]
Analyst = Annotated[Session, Depends(needs(Rank.ANALYST))]
Lead = Annotated[Session, Depends(needs(Rank.LEAD))]


def _opened(
    desk: Here,
    _: Reader,
    case: Annotated[str, Path(max_length=100, description="Name of the case in addresses.")],
) -> Opened:
    shelf = desk.library.find(case)
    return Opened(shelf, desk.library.open(shelf))


At = Annotated[Opened, Depends(_opened)]


def now(actor: str) -> Stamp:
    """Who acts now. To the millisecond, so that what was done at once can be told apart."""
    return Stamp(actor, datetime.now(UTC).isoformat(timespec="milliseconds"))


def head_words(state: State) -> str:
    """The head of a case as a client names it: its run and its last review."""
    return f"{state.run}.{state.head or GENESIS}"


def seen_hash(head: str) -> str:
    """The last review that a client has seen, out of a head that it was given."""
    return head.rpartition(".")[2]
