"""A watch that is killed loses nothing and keeps nothing twice; two watches do not mix."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from benchmarks.faults.watch import killed
from tests.engine.archive.test_at_once import held
from tests.engine.watch.sites import round_of, rss, site, story, tools_on, watching
from tests.engine.watch.test_cases import FERRY
from tests.sources.loopback import answer

from twosource.engine.archive.desk import archive_standing
from twosource.engine.watch import rounds
from twosource.engine.watch.rounds import TakenIn, Trouble
from twosource.errors import SettingsError
from twosource.store.archive import make_archive
from twosource.store.watch_queue import only_watch


def test_kills_at_any_moment_lose_nothing_and_double_nothing():
    counts = killed(runs=1, kills=3, reports=8, seed=3)
    assert counts.kills > 0
    assert (counts.lost, counts.doubled, counts.announced) == (0, 0, 4)


@pytest.mark.parametrize("step", ["fetch_entry", "_taken_in", "_announced", "_sent_on"])
def test_a_watch_that_ends_before_a_step_goes_on_with_it(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    class Killed(BaseException):
        pass

    def die(*_: object) -> object:
        raise Killed

    with site() as (made, server):
        base = server.url("").rstrip("/")
        made.pages["/feed"] = answer(rss(("/ferry", "Ferry aground", "Told."), base=base))
        made.pages["/ferry"] = answer(story("Ferry aground off Skarholm", "2031-04-07", FERRY))
        how = watching(made, server)
        with (
            tools_on(tmp_path / "news", how, server.url("/feed")) as tools,
            monkeypatch.context() as patched,
        ):
            patched.setattr(rounds, step, die)
            with pytest.raises(Killed):
                list(rounds.watch_round(tools, how))
        with tools_on(tmp_path / "news", how) as tools:
            list(rounds.watch_round(tools, how))
        assert made.count("/ferry") == 1
        counts = archive_standing(tmp_path / "news").counts
        assert (counts["originals"], counts["reports"]) == (1, 1)


def test_only_one_watches_an_archive_and_the_lock_goes_with_its_process(tmp_path: Path):
    lock = tmp_path / "watch.lock"
    program = textwrap.dedent(f"""
        import time
        from pathlib import Path
        from twosource.store.watch_queue import only_watch
        with only_watch(Path({str(lock)!r})):
            print("held", flush=True)
            time.sleep(60)
    """)
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with (
            pytest.raises(SettingsError, match="another process watches this archive already"),
            only_watch(lock),
        ):
            pass
        other.kill()
    with only_watch(lock):
        pass


def test_a_watch_keeps_what_it_fetched_until_another_has_taken_its_reports_in(
    tmp_path: Path,
):
    place = tmp_path / "news"
    make_archive(place)
    with site() as (made, server):
        base = server.url("").rstrip("/")
        made.pages["/feed"] = answer(rss(("/ferry", "Ferry aground", "Told."), base=base))
        made.pages["/ferry"] = answer(story("Ferry aground off Skarholm", "2031-04-07", FERRY))
        how = watching(made, server, patience=0.0)
        with held(place):
            happened = round_of(place, how, server.url("/feed"))
        (trouble,) = [one for one in happened if isinstance(one, Trouble)]
        assert trouble.case == str(place)
        assert "what was fetched waits" in trouble.what
        with tools_on(place, how) as tools:
            assert rounds.rest_left(tools) <= 0  # it is due, whenever the feed is asked next
        (taken,) = [one for one in round_of(place, how) if isinstance(one, TakenIn)]
        assert (taken.originals, taken.reports) == (1, 1)
        assert made.count("/ferry") == 1
