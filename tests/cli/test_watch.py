"""``twosource archive watch`` from the shell, on a site of the test's own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.engine.watch.sites import HARBOUR, Site, guard_for, rss, site, story
from tests.engine.watch.test_cases import wire
from tests.sources.loopback import Served, answer
from tests.sources.test_fetch import QUICK, no_network
from typer.testing import CliRunner, Result

from twosource.cli import watch as command
from twosource.cli.main import app
from twosource.engine.watch.world import World
from twosource.sources import addresses
from twosource.store.watch_queue import only_watch

__all__ = ["no_network"]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Runs the command on the clock and the network of a site."""

    def ran(made: Site, server: Served, *arguments: str) -> Result:
        guard = guard_for(server)
        world = World(made.clock.now, made.clock.wait, guard, QUICK)
        monkeypatch.setattr(command, "_world", lambda: world)
        monkeypatch.setattr(addresses, "PUBLIC", guard)
        words = ["archive", "watch", str(tmp_path / "news"), *arguments, "--no-vectors"]
        return CliRunner().invoke(app, [*words, "--actor", "Ines"])

    return ran


def ferry(made: Site, server: Served) -> str:
    base = server.url("").rstrip("/")
    made.pages["/feed"] = answer(rss(("/harbour", "Five hurt", "Told in short."), base=base))
    made.pages["/harbour"] = answer(story("Five hurt on ferry", "2031-04-08", HARBOUR, "Skar Post"))
    return server.url("/feed")


def quay(tmp_path: Path) -> str:
    case = str(tmp_path / "quay")
    for words in (["new", case], ["add", case, str(wire(tmp_path))]):
        assert CliRunner().invoke(app, [*words, "--actor", "Ines"]).exit_code == 0
    return case


def test_a_round_announces_on_standard_output_and_says_the_rest_beside_it(run, tmp_path: Path):
    case = quay(tmp_path)
    with site() as (made, server):
        result = run(made, server, ferry(made, server), "--case", case, "--once")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("quay: 1 new report\n  Skar Post: Five hurt on ferry")
    assert "new conflict, How many people were injured?: five / three\n" in result.stdout
    told = result.stderr.splitlines()
    assert told[0].startswith("watched from now on: http://news.example:")
    assert told[1].startswith(f"watched: {case}, ev-")
    assert told[2:] == ["polled: Coast Wire: 1 new entry", "taken in: 1 originals, 1 reports"]


def test_under_json_a_round_is_one_document(run, tmp_path: Path):
    case = quay(tmp_path)
    with site() as (made, server):
        result = run(made, server, ferry(made, server), "--case", case, "--once", "--json")
        again = run(made, server, "--once", "--json")
    (announcement,) = json.loads(result.stdout)["announcements"]
    assert announcement["case"] == "quay"
    assert json.loads(again.stdout) == {"announcements": []}
    kinds = [next(iter(json.loads(line))) for line in result.stderr.splitlines()]
    assert kinds == ["feed", "watched", "polled", "taken"]


def test_a_watch_that_goes_on_ends_cleanly_with_the_keyboard(run, tmp_path: Path):
    with site() as (made, server):
        feed = ferry(made, server)
        rests: list[float] = []

        def interrupted(seconds: float) -> None:
            made.clock.time += seconds
            rests.append(seconds)
            if made.count("/feed") > 1:
                raise KeyboardInterrupt

        made.clock.wait = interrupted  # type: ignore[method-assign]
        result = run(made, server, feed)
    assert result.exit_code == 0
    assert result.stderr.splitlines()[-1].startswith("the watch has ended")
    assert max(rests) <= 30


def test_what_is_watched_is_listed_and_dropped(run, tmp_path: Path):
    case = quay(tmp_path)
    with site() as (made, server):
        feed = ferry(made, server)
        run(made, server, feed, "--case", case, "--once")
        listed = run(made, server, "--list").stdout.splitlines()
        assert listed[0].startswith(f"feed {feed} (Coast Wire): asked next at 2031-04-")
        assert listed[1].startswith(f"case {case}: ev-")
        assert listed[2] == "entries: 1 settled"
        nodes = json.loads(run(made, server, "--list", "--json").stdout)
        assert [one["url"] for one in nodes["feeds"]] == [feed]
        dropped = run(made, server, "--drop", feed, "--drop", case)
        assert (dropped.exit_code, dropped.stdout) == (
            0, "No feed is watched.\nentries: 1 settled\n"
        )  # fmt: skip
        missing = run(made, server, "--drop", feed)
        assert missing.exit_code == 3
        assert "neither a feed nor a case that is watched" in missing.stderr


def test_a_feed_that_cannot_be_read_is_one_line_and_fails_only_under_strict(run, tmp_path: Path):
    with site() as (made, server):
        feed = server.url("/gone")
        result = run(made, server, feed, "--once")
        assert result.exit_code == 0
        (line,) = [line for line in result.stderr.splitlines() if "answers 404" in line]
        assert line.endswith(f"{feed}: answers 404 Not Found; check the address")
        made.clock.time += 9000
        strict = run(made, server, "--once", "--strict")
        assert strict.exit_code == 1
        assert "1 feed could not be read" in strict.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["ftp://news.example/feed", "--once"], 2, "is no http or https address"),
        (["http://[::1]news.example/", "--once"], 2, "in brackets with something beside them"),
        (["--event", "ev-1", "--once"], 2, "not just one case is named"),
        (["--once"], 3, "there is no archive here"),
    ],
)
def test_what_cannot_be_watched_is_refused_before_anything_is_written(
    run, tmp_path: Path, arguments: list[str], code: int, words: str
):
    with site() as (made, server):
        result = run(made, server, *arguments)
        assert (result.exit_code, server.asked) == (code, [])
    assert words in result.stderr
    assert not (tmp_path / "news").exists()


def test_a_second_watch_is_refused_and_what_it_was_given_is_polled_by_the_first(
    run, tmp_path: Path
):
    with site() as (made, server):
        feed = ferry(made, server)
        run(made, server, feed, "--once")
        with only_watch(tmp_path / "news/watch.lock"):
            second = run(made, server, server.url("/other"), "--once")
            assert second.exit_code == 2
            assert "another process watches this archive already" in second.stderr
        nodes = json.loads(run(made, server, "--list", "--json").stdout)
        assert {one["url"] for one in nodes["feeds"]} == {feed, server.url("/other")}


def test_a_webhook_that_cannot_be_right_is_told_before_anything_is_asked(
    run, monkeypatch: pytest.MonkeyPatch
):
    with site() as (made, server):
        for name, value, words in (
            ("WEBHOOK", "ftp://desk.example/", "is no http or https address"),
            ("SECRET", "whsec_%", "no base64 behind whsec_"),
            ("INSIDE", "anywhere", "must be the number of an address"),
            ("AGENT", "déjà\nvu", "no request can"),
        ):
            monkeypatch.setenv("TWOSOURCE_WATCH_WEBHOOK", "https://desk.example/")
            monkeypatch.setenv(f"TWOSOURCE_WATCH_{name}", value)
            result = run(made, server, server.url("/feed"), "--once")
            assert (result.exit_code, server.asked) == (2, [])
            assert words in result.stderr
            monkeypatch.delenv(f"TWOSOURCE_WATCH_{name}")


def test_a_secret_is_never_shown():
    shown = [
        subprocess.run(
            [sys.executable, "-m", "twosource", "config", "--show-origin", *more],
            capture_output=True,
            check=True,
            env={"TWOSOURCE_WATCH_SECRET": "tide-and-time", "TWOSOURCE_CONFIG": "/dev/null",
                 "PYTHONPATH": "src", "HOME": "/nowhere"},
            text=True,
        ).stdout
        for more in ([], ["--json"])
    ]  # fmt: skip
    assert all("tide-and-time" not in text and "set, and not shown" in text for text in shown)
    assert "# secret: set, and not shown    # environment: TWOSOURCE_WATCH_SECRET" in shown[0]


def test_the_command_is_there_without_the_network_being_loaded():
    program = (
        "import sys, twosource.cli.main\n"
        "print(sorted({'httpcore2', 'protego', 'sqlalchemy'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "[]"
