"""Starting the server: an address, a desk, a link, and the loop that answers."""

from __future__ import annotations

import ipaddress
import socket
import sys
import webbrowser
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs
import uvicorn

from twosource.errors import SettingsError
from twosource.store.files import ensure_folder
from twosource.store.place import is_address, is_kept
from twosource.web.accounts import Accounts
from twosource.web.app import create_app
from twosource.web.audit import AuditLog
from twosource.web.desk import Desk
from twosource.web.guard import Addresses
from twosource.web.jobs import Jobs
from twosource.web.library import Library
from twosource.web.preferences import PreferencesFile
from twosource.web.sessions import Rank, Session, Sessions
from twosource.web.views import Views
from twosource.web.workers import Bench

_GRACE = 2
"""Seconds that open streams are given when the server ends."""


@dataclass(frozen=True, slots=True)
class Serving:
    """How the workbench is served.

    Attributes:
        place: A case, or a folder of cases.
        host: Address to answer at.
        port: Port; 0 takes any that is free.
        actor: Who decides, where nobody signs in.
        read_only: Whether every write is refused.
        browser: Whether a browser is opened.
        make: Whether the folder is made if it is not there.
        home: Folder for what belongs to no case; one among the user's data without it.
        fetching: Whether addresses that are named in the browser are fetched.
        origins: Addresses that browsers see, where a proxy stands before the server.
    """

    place: str
    host: str
    port: int
    actor: str
    read_only: bool
    browser: bool
    make: bool = False
    home: Path | None = None
    origins: tuple[str, ...] = ()
    fetching: bool = False

    @property
    def hosted(self) -> bool:
        """Whether others than the user of this machine reach it."""
        return bool(self.origins) or not is_loopback(self.host)


def run(serving: Serving) -> None:
    """Serve until the process is told to end.

    Raises:
        SettingsError: If the place is no case and no folder, or the address cannot be had.
    """
    place = _place(serving)
    with _listening(serving.host, serving.port) as listener:
        port = int(listener.getsockname()[1])
        desk = desk_for(serving, place, port)
        link = _link(serving, desk, port)
        desk.views.warm()
        config = uvicorn.Config(
            create_app(desk),
            log_level="warning",
            access_log=False,
            server_header=False,
            # a proxy is believed about who calls only if it runs on this machine
            proxy_headers=bool(serving.origins),
            forwarded_allow_ips="127.0.0.1,::1",
            timeout_graceful_shutdown=_GRACE,
        )
        _tell(f"the workbench is open; end it with Ctrl C: {link}")
        if serving.hosted and not link.startswith("https://"):
            _tell("passwords pass unencrypted; put a proxy with TLS before it and name --origin")
        if serving.browser and not serving.hosted:
            webbrowser.open(link)
        with suppress(KeyboardInterrupt):  # which is how it is meant to end
            uvicorn.Server(config).run(sockets=[listener])
        _tell("the workbench is closed")


def desk_for(serving: Serving, place: str, port: int) -> Desk:
    """The desk of a server at a port."""
    bench = Bench()
    home = serving.home or state_folder()
    views = Views(bench)
    return Desk(
        library=Library(place),
        addresses=_addresses(serving, port),
        sessions=Sessions(),
        bench=bench,
        views=views,
        jobs=Jobs(),
        preferences=PreferencesFile(home / "preferences.json"),
        cookie=f"twosource-{port}",
        read_only=serving.read_only,
        accounts=_accounts(home) if serving.hosted else None,
        audit=AuditLog(home / "audit.jsonl") if serving.hosted else None,
        fetching=serving.fetching,
        secure=any(origin.startswith("https://") for origin in serving.origins),
    )


def accounts_file(home: Path | None = None) -> Path:
    """Where the accounts are kept."""
    return (home or state_folder()) / "accounts.json"


def _accounts(home: Path) -> Accounts:
    accounts = Accounts(accounts_file(home))
    if not any(one.role == "lead" and not one.disabled for one in accounts.all()):
        raise SettingsError(
            "others reach this workbench, so that it needs accounts, and there is no lead yet; "
            "make one: twosource accounts add NAME --role lead"
        )
    return accounts


def _link(serving: Serving, desk: Desk, port: int) -> str:
    if serving.hosted:
        return f"{(serving.origins or (f'http://{_shown(serving.host)}:{port}',))[0]}/"
    token = desk.sessions.link_for(Session(serving.actor, Rank.LEAD), lasting=True)
    return f"http://{_shown(serving.host)}:{port}/?token={token}"


def state_folder() -> Path:
    """Where the workbench keeps what belongs to no case."""
    return platformdirs.user_data_path("twosource", appauthor=False) / "workbench"


def _place(serving: Serving) -> str:
    place = serving.place
    if serving.make and not is_address(place):
        ensure_folder(Path(place))
    if not is_address(place) and not is_kept(place) and not Path(place).is_dir():
        raise SettingsError(
            f"{place} is no case and no folder; make a case first: twosource new {place}"
        )
    return place


def is_loopback(host: str) -> bool:
    """Whether an address is one that only this machine reaches."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise SettingsError(
            f"{host}:{port} cannot be had ({error.strerror}); name another with --port, "
            "or --port 0 for any that is free"
        ) from error
    return listener


def _addresses(serving: Serving, port: int) -> Addresses:
    for origin in serving.origins:
        parts = urlsplit(origin)
        if parts.scheme not in {"http", "https"} or origin != f"{parts.scheme}://{parts.netloc}":
            raise SettingsError(
                f"{origin!r} is no origin; name scheme and host, as in https://desk.example.org"
            )
    names = {_shown(serving.host)}
    if is_loopback(serving.host):
        names |= {"127.0.0.1", "localhost", "[::1]"}
    own = {f"http://{name}:{port}" for name in names}
    return Addresses(frozenset(own) | frozenset(serving.origins))


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _tell(words: str) -> None:
    sys.stderr.write(words + "\n")
    sys.stderr.flush()
