"""The workbench as people meet it: the real server, the built bundle, Debian's Chromium."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from tests.browsing import CHROMIUM, started
from tests.sources.loopback import Served, answer, serving
from tests.workbench.newsroom import Newsroom, Server, newsroom

from twosource.engine.cases import add_files, new_case, update_case
from twosource.engine.served import refresh
from twosource.model.custody import Stamp

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

BUNDLE = Path(str(files("twosource"))) / "_web"
REPORTS = Path(str(files("twosource.cli") / "example" / "reports"))
NOW = Stamp("Ines Tolland", "2031-04-10T09:00:00+00:00")
PAGE = b"""<title>A log is found</title><article><h1>A log is found</h1>
<p>By Rhea Calder. 9 March 2025. A log of the night was found in the harbour office, the port said
on Sunday. Nobody had asked for it, according to the fire service.</p></article>"""
PATIENCE = 20_000
"""Milliseconds after which a page that does not answer has failed."""
sync_api.expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session", autouse=True)
def _built() -> None:
    """Without a bundle or a browser there is nothing to look at."""
    if not (BUNDLE / "index.html").is_file():
        pytest.skip("the workbench is not built: run 'make workbench'")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, examined and ready to be shown, to be copied."""
    place = tmp_path_factory.mktemp("made") / "example"
    new_case(str(place), NOW)
    add_files(str(place), [REPORTS], NOW)
    update_case(str(place), NOW)
    refresh(str(place))
    return place


@pytest.fixture(scope="session")
def server(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server as the command line starts it, with an empty library of its own."""
    home = tmp_path_factory.mktemp("served")
    library = home / "cases"
    library.mkdir()
    command = [sys.executable, "-m", "twosource", "serve", str(library), "--port", "0"]
    process = subprocess.Popen(
        [*command, "--no-browser", "--actor", "Bo Marsh"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"XDG_DATA_HOME": str(home / "data"), "PYTHONUNBUFFERED": "1"},
    )
    said: list[str] = []
    assert process.stdout is not None
    for line in process.stdout:
        said.append(line)
        if found := re.search(r"(http://\S+?)/\?token=(\S+)", "".join(said).replace("\n", "")):
            break
    else:
        raise AssertionError(f"the server did not start: {''.join(said)}")
    drained = threading.Thread(target=process.stdout.read, daemon=True)
    drained.start()
    origin, token = found.groups()
    started = Server(origin, library, made)
    with sync_api.sync_playwright() as playwright:
        context = playwright.request.new_context()
        context.get(f"{origin}/?token={token}")
        started.state = context.storage_state()
        context.dispose()
    yield started
    process.terminate()
    process.wait(10)
    drained.join(5)
    process.stdout.close()


@pytest.fixture(scope="session")
def site() -> Iterator[Served]:
    """A site of this machine with one page, and one that never comes to its end."""
    ends = threading.Event()

    def script(path: str, _: object) -> bytes | Callable[[object], None]:
        return answer(PAGE, Content_Type="text/html") if path != "/slow" else lambda _: ends.wait()

    with serving(script) as found:
        yield found
        ends.set()


@pytest.fixture(scope="session")
def room(made: Path, site: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """A server with accounts, which may fetch from one site of this machine."""
    with newsroom(tmp_path_factory.mktemp("room"), made, frozenset({site.port})) as found:
        yield found


@pytest.fixture(scope="session")
def browser(server: Server) -> Iterator[object]:
    """A browser that asks nothing of anybody."""
    with sync_api.sync_playwright() as playwright:
        chromium = started(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def trouble() -> Iterator[list[str]]:
    """What a page said or asked that it must not; the test fails if there is any."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def open_page(
    browser: object, server: Server, trouble: list[str]
) -> Iterator[Callable[..., object]]:
    """Opens a page in a browser window of its own, watched for errors and foreign requests."""
    contexts: list[object] = []

    def opened(
        path: str,
        scheme: str = "light",
        width: int = 1440,
        at: Server = server,
        **more: object,
    ) -> object:
        context = browser.new_context(
            storage_state=at.state,
            color_scheme=scheme,
            viewport={"width": width, "height": 900},
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
        page.on("console", lambda message: _said(message, trouble))
        page.on("response", lambda answer: _answered(answer, trouble))
        page.on("request", lambda request: _asked(request.url, at.origin, trouble))
        page.goto(at.origin + path)
        return page

    yield opened
    for context in contexts:
        context.close()


def _said(message: object, trouble: list[str]) -> None:
    if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
        trouble.append(f"{message.type}: {message.text}")


def _answered(answer: object, trouble: list[str]) -> None:
    if answer.status >= 400:
        trouble.append(f"{answer.status}: {answer.url}")


def _asked(url: str, origin: str, trouble: list[str]) -> None:
    if not url.startswith((origin, "blob:", "data:")):
        trouble.append(f"asked elsewhere: {url}")
