"""A newsroom: a server that people sign in to, run within the tests so that they see its jobs."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import uvicorn

from twosource.sources.addresses import Guard
from twosource.web.accounts import Accounts
from twosource.web.app import create_app
from twosource.web.desk import Desk
from twosource.web.serving import Serving, accounts_file, desk_for
from twosource.web.sessions import Session, rank_of

PASSWORD = "correct horse battery"  # noqa: S105 - of invented people
PEOPLE = {"Ines Tolland": "lead", "Bo Marsh": "analyst", "Ana Reid": "reader"}


@dataclass
class Server:
    """A server that runs, its library, and the session of its user."""

    origin: str
    library: Path
    made: Path
    state: dict[str, object] = field(default_factory=dict)

    def case(self, name: str) -> str:
        """Put a copy of the example into the library; returns its name in addresses."""
        shutil.copytree(self.made, self.library / name)
        return name


@dataclass
class Newsroom(Server):
    """A server with accounts, and the desk behind it."""

    desk: Desk | None = None

    def session(self, name: str) -> dict[str, object]:
        """What a browser holds with which somebody signed in."""
        assert self.desk is not None
        key = self.desk.sessions.open(Session(name, rank_of(PEOPLE[name]), account=True))
        cookie = {
            "name": self.desk.cookie,
            "value": key,
            "domain": "127.0.0.1",
            "path": "/",
            "expires": -1,
            "httpOnly": True,
            "secure": False,
            "sameSite": "Strict",
        }
        return {"cookies": [cookie], "origins": []}

    def seat(self, name: str) -> Server:
        """The server as somebody sees it who signed in."""
        return replace(self, state=self.session(name))


@contextmanager
def newsroom(home: Path, made: Path, sites: frozenset[int] = frozenset()) -> Iterator[Newsroom]:
    """Serve a library of a newsroom.

    Args:
        home: An empty folder.
        made: A case to be copied into its library.
        sites: Ports of this machine that may be fetched from; the public alone without them.
    """
    library = home / "cases"
    library.mkdir()
    accounts = Accounts(accounts_file(home))
    for name, role in PEOPLE.items():
        accounts.add(name, PASSWORD, role)
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    origin = f"http://127.0.0.1:{port}"
    serving = Serving(
        str(library), "127.0.0.1", port, "", False, False, home=home, origins=(origin,)
    )
    guard = Guard(frozenset({"127.0.0.1"} if sites else ()), sites)
    desk = replace(desk_for(serving, str(library), port), fetching=bool(sites), guard=guard)
    config = uvicorn.Config(create_app(desk), log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield Newsroom(origin, library, made, {}, desk)
    server.should_exit = True
    thread.join(20)
