"""A library with the example in it, and a browser that was let in."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from twosource.engine.cases import add_files, new_case, update_case
from twosource.engine.served import refresh
from twosource.model.custody import Stamp
from twosource.web.app import create_app
from twosource.web.desk import Desk
from twosource.web.serving import Serving, desk_for
from twosource.web.sessions import Rank, Session
from twosource.web.views import Views
from twosource.web.workers import Bench

REPORTS = Path(str(files("twosource.cli") / "example" / "reports"))
NOW = Stamp("Ines Tolland", "2031-04-10T09:00:00+00:00")
PORT = 8477
ORIGIN = f"http://127.0.0.1:{PORT}"
WRITES = {"X-Twosource": "1", "Origin": ORIGIN}

Browser = Callable[..., TestClient]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library in which the example was examined, to be copied."""
    home = tmp_path_factory.mktemp("library")
    place = str(home / "ferry")
    new_case(place, NOW)
    add_files(place, [REPORTS], NOW)
    update_case(place, NOW)
    refresh(place)
    return home


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    """A library of the test's own."""
    shutil.copytree(made, tmp_path / "library")
    return tmp_path / "library"


@pytest.fixture(scope="session")
def bench() -> Iterator[Bench]:
    """The workers for short work, started once for all tests."""
    found = Bench()
    yield found
    found.close()


@pytest.fixture
def desk(home: Path, bench: Bench) -> Iterator[Desk]:
    """The desk of a server on this machine."""
    serving = Serving(
        place=str(home),
        host="127.0.0.1",
        port=PORT,
        actor="Bo Marsh",
        read_only=False,
        browser=False,
        home=home.parent / "home",
    )
    found = replace(desk_for(serving, str(home), PORT), bench=bench, views=Views(bench, slow=600))
    yield found
    found.jobs.close()
    found.views.close()
    found.library.close()


@pytest.fixture
def browser(desk: Desk) -> Iterator[Browser]:
    """Opens browsers; each was let in as the person that is named."""
    with ExitStack() as stack:

        def opened(
            actor: str = "Bo Marsh", rank: Rank = Rank.LEAD, *, let_in: bool = True
        ) -> TestClient:
            app = create_app(desk)
            app.router.lifespan_context = _lasting
            client = stack.enter_context(
                TestClient(app, base_url=ORIGIN, raise_server_exceptions=False)
            )
            if let_in:
                client.cookies.set(desk.cookie, desk.sessions.open(Session(actor, rank)))
            return client

        yield opened


class _lasting:  # noqa: N801 - stands in for a function
    """A life of an application that leaves the desk open, for the next browser."""

    def __init__(self, _: object) -> None:
        pass

    async def __aenter__(self) -> None:
        pass

    async def __aexit__(self, *_: object) -> None:
        pass


@pytest.fixture
def client(browser: Browser) -> TestClient:
    """One browser of a lead."""
    return browser()


@pytest.fixture
def run_command() -> Callable[..., str]:
    """Runs ``twosource`` in a process of its own, as somebody at a shell would."""

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "twosource", *arguments],
            capture_output=True,
            check=True,
            text=True,
        )
        return done.stdout

    return run
