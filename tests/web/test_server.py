"""The real program at a real port: it starts, prints one link, answers, and ends when told."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path

import pytest
from tests.web.conftest import NOW

from twosource.model.review import Decision, ReviewAction
from twosource.reviews.chain import Clash, decided, head
from twosource.store.kept import open_kept


@pytest.fixture(autouse=True)
def no_network() -> None:
    """These tests reach for this machine, and for nothing else."""


@dataclass(frozen=True, slots=True)
class Running:
    """A server, and a browser that was let in."""

    process: subprocess.Popen[str]
    origin: str
    link: str

    def opener(self) -> urllib.request.OpenerDirector:
        """A browser that was let in."""
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        return urllib.request.build_opener(cookies)


def started(*arguments: str) -> Running:
    process = subprocess.Popen(
        [sys.executable, "-m", "twosource", "serve", *arguments, "--no-browser", "--port", "0"],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    found = re.search(r"(http://[^/]+)/\S*", line)
    assert found, line + process.stderr.read()
    return Running(process, found[1], found[0])


def stopped(server: Running) -> str:
    server.process.send_signal(signal.SIGINT)
    _, told = server.process.communicate(timeout=60)
    return told


@pytest.fixture
def server(home: Path) -> Iterator[Running]:
    """The example at a port of its own."""
    found = started(str(home), "--actor", "Bo Marsh")
    yield found
    if found.process.poll() is None:
        stopped(found)


def test_the_link_lets_one_browser_in_and_the_server_ends_cleanly(server: Running) -> None:
    browser = server.opener()
    with browser.open(server.link) as page:
        assert page.status == 200
        assert "token" not in page.url
    with browser.open(f"{server.origin}/api/session") as answer:
        assert json.load(answer)["actor"] == "Bo Marsh"
    with browser.open(f"{server.origin}/api/cases/ferry/brief") as answer:
        assert json.load(answer)["lines"]
    with pytest.raises(urllib.error.HTTPError, match="403"):
        server.opener().open(server.link)
    assert stopped(server) == "the workbench is closed\n"
    assert server.process.returncode == 0


def test_it_is_reached_from_this_machine_only(server: Running) -> None:
    port = int(server.origin.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=10):
        pass
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; asks for the address of this machine
        except OSError:
            pytest.skip("this machine has no address but its own")
        address = probe.getsockname()[0]
    if not address.startswith("127."):
        with pytest.raises(OSError, match=r"refused|timed out|unreachable"):
            socket.create_connection((address, port), timeout=5)


def test_a_browser_is_told_when_somebody_else_decides(server: Running, home: Path) -> None:
    browser = server.opener()
    browser.open(server.link).close()
    events: list[str] = []
    heard = threading.Event()

    def listen() -> None:
        with browser.open(f"{server.origin}/api/cases/ferry/stream", timeout=60) as stream:
            for raw in stream:
                line = raw.decode("ascii").strip()
                if line.startswith("event:"):
                    events.append(line)
                    heard.set()
                if line == "event: changed":
                    return

    listener = threading.Thread(target=listen)
    listener.start()
    assert heard.wait(60)
    with open_kept(str(home / "ferry")) as kept:
        note = [Decision(ReviewAction.NOTE, why="from elsewhere")]
        kept.add_reviews(lambda chain: _new(decided(chain, note, NOW, head(chain))))
    listener.join(60)
    assert events[0] == "event: here"
    assert "event: changed" in events


def _new(found: object) -> tuple[()]:
    assert not isinstance(found, Clash)
    return found  # type: ignore[return-value]


def test_a_port_that_is_taken_is_told_in_one_line(server: Running, home: Path) -> None:
    port = server.origin.rpartition(":")[2]
    done = subprocess.run(
        [sys.executable, "-m", "twosource", "serve", str(home), "--no-browser", "--port", port],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 2
    assert "--port 0" in done.stderr
    assert "Traceback" not in done.stderr


def test_read_only_refuses_every_write(home: Path) -> None:
    server = started(str(home), "--read-only")
    try:
        browser = server.opener()
        browser.open(server.link).close()
        with browser.open(f"{server.origin}/api/session") as answer:
            assert json.load(answer)["readOnly"] is True
        request = urllib.request.Request(  # noqa: S310 - its own address
            f"{server.origin}/api/cases/ferry/update", method="POST", headers={"X-Twosource": "1"}
        )
        with pytest.raises(urllib.error.HTTPError) as refused:
            browser.open(request)
        assert json.load(refused.value)["error"]["code"] == "read-only"
    finally:
        stopped(server)


def test_for_others_it_asks_for_accounts_first(home: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")}
    command = [sys.executable, "-m", "twosource"]
    serve = [*command, "serve", str(home), "--host", "127.0.0.1", "--port", "0", "--no-browser",
             "--origin", "https://desk.example.org"]  # fmt: skip
    done = subprocess.run(serve, capture_output=True, text=True, env=environment, timeout=120)
    assert done.returncode == 2
    assert "accounts add NAME --role lead" in done.stderr
    subprocess.run(
        [*command, "accounts", "add", "Ines Tolland", "--role", "lead"],
        input="correct horse battery\n",
        check=True,
        text=True,
        capture_output=True,
        env=environment,
    )
    listed = subprocess.run(
        [*command, "accounts", "list"], capture_output=True, text=True, env=environment, check=True
    )
    assert listed.stdout == "lead     Ines Tolland\n"


def test_the_server_loads_nothing_of_what_reads_and_compares() -> None:
    loads = (
        "import sys, twosource.web.serving; "
        "print(sorted({'numpy', 'pint', 'onnxruntime', 'alembic'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
