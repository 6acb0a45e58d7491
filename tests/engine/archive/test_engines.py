"""Engines: whatever does the work, and whatever dies in it, the archive is the same.

Each engine takes in some hundred invented reports and finds the statements of a few dozen posts,
and a worker is killed on the way. The cluster is a real Ray cluster on this machine, which the run
starts. Workers and drivers are killed with SIGKILL. What engines make is held to what the stages
make when they are called one by one, here. That engines agree on 20,000 reports is measured by
``benchmarks.speed.engines``.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pickle
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest
from benchmarks.faults.archive import packed
from benchmarks.speed.engine_stages import ReadAndState
from benchmarks.speed.engines import written
from benchmarks.speed.invented_news import Made, invented_news, write_news

from twosource.cli.archive import EngineName
from twosource.engine.archive.daft_plan import Task
from twosource.engine.archive.desk import Work, add_to_archive
from twosource.engine.archive.engines import ENGINES, engine_named
from twosource.engine.archive.stages import TRIES, Stage, take_in
from twosource.engine.loaded import embedded
from twosource.errors import MissingExtraError, SettingsError
from twosource.model.archive import ShardDone
from twosource.pipeline.kernels import Read
from twosource.store.archive import Archive, make_archive, open_archive
from twosource.store.archive_index import ArchiveIndex

REPORTS, PER_DAY, PER_FILE = 1_200, 30, 100
POSTS, PER_SHARD = 24, 6
SECONDS = 150

needs_ray = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("daft", "ray")),
    reason="the engines of Daft and Ray are extras that are not installed",
)


@dataclass(frozen=True)
class Around:
    """A stage that does something with a shard before another stage does it."""

    stage: Stage

    @property
    def name(self) -> str:
        return self.stage.name

    @property
    def archive(self) -> Archive:
        return self.stage.archive

    def __call__(self, shard: str) -> ShardDone:
        self.before(shard)
        return self.stage(shard)

    def before(self, shard: str) -> None:
        raise NotImplementedError


@dataclass(frozen=True)
class Stating(Around):
    """A stage that finds the statements of posts as well."""

    stating: ReadAndState
    posts: frozenset[str]

    def before(self, shard: str) -> None:
        if shard in self.posts:
            self.stating(shard)


@dataclass(frozen=True)
class Killing(Around):
    """A stage whose worker is killed at a shard the first times that it comes to it."""

    marks: Path
    times: int

    def before(self, shard: str) -> None:
        if shard == self.archive.shards()[0]:
            for turn in range(self.times):
                mark = self.marks / f"{turn}"
                if not mark.exists():
                    mark.touch()
                    os.kill(os.getpid(), signal.SIGKILL)


def everything(place: Path, files: list[Path]) -> Stating:
    """An archive of which nothing is done, and all that is to be done in it."""
    archive = packed(place, files)
    posts = frozenset(s for s in archive.shards() if "post" in archive.shard(s).originals[0].name)
    assert len(posts) == POSTS // PER_SHARD
    taking = take_in(archive, vectors=False)
    return Stating(taking, ReadAndState(archive, Read(embedded(1))), posts)


def tree(place: Path) -> dict[str, str]:
    """Every file of an archive but the index and the lock, by its hash."""
    return {
        str(path.relative_to(place)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(place.rglob("*"))
        if path.is_file() and not path.name.startswith(("archive.db", "archive.lock"))
    }


def told(place: Path) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """The event of each report, by its name, and the verified copies."""
    with ArchiveIndex(open_archive(place).index) as index:
        placed = {e.name: e.event for e in index.placed_between("2000", "3000")}
        return placed, index.edges()


@pytest.fixture(scope="module")
def news() -> list[Made]:
    return list(invented_news(REPORTS, words=40, per_day=PER_DAY))


@pytest.fixture(scope="module")
def large(news: list[Made], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of reports of 40 days."""
    place = tmp_path_factory.mktemp("large") / "news"
    packed(place, write_news(tmp_path_factory.mktemp("in"), news, PER_FILE))
    add_to_archive(place, [], Work("local", 1, vectors=False))
    return place


@pytest.fixture(scope="module")
def small(news: list[Made], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_news(tmp_path_factory.mktemp("small"), news[:400], 50)


@pytest.fixture(scope="module")
def all_kinds(small: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Files of reports, and of posts in English, of which the statements are found."""
    folder = tmp_path_factory.mktemp("kinds") / "posts"
    written(folder, POSTS, paragraphs=3, per_file=PER_SHARD)
    return [*small, *(p.rename(p.with_name(f"post-{p.name}")) for p in sorted(folder.iterdir()))]


@pytest.fixture(scope="module")
def calm(all_kinds: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The archive that comes out where no engine is."""
    stage = everything(tmp_path_factory.mktemp("calm") / "news", all_kinds)
    for shard in stage.archive.shards():
        stage(shard)
    return tree(stage.archive.place)


@pytest.mark.parametrize(
    "engine",
    ["local", pytest.param("daft", marks=needs_ray), pytest.param("ray", marks=needs_ray)],
)
def test_every_engine_makes_the_same_archive_and_statements_though_a_worker_is_killed(
    engine: str, calm: dict[str, str], all_kinds: list[Path], tmp_path: Path
) -> None:
    stage, marks = everything(tmp_path / "news", all_kinds), tmp_path / "marks"
    marks.mkdir()
    done = list(engine_named(engine, 2).map(Killing(stage, marks, 1), stage.archive.shards()))
    assert sorted(done) == list(stage.archive.shards())
    assert [mark.name for mark in marks.iterdir()] == ["0"]
    assert tree(stage.archive.place) == calm


def test_nothing_is_lost_and_nothing_doubled(large: Path, news: list[Made]) -> None:
    placed, _ = told(large)
    assert len(placed) == len(news) == REPORTS
    rows = [
        report.report.id
        for done in open_archive(large).done()
        for name, _ in done.files
        for report in open_archive(large).reports(name)
    ]
    assert len(rows) == len(set(rows)) == REPORTS


def test_planted_copies_and_events_are_found(large: Path, news: list[Made]) -> None:
    placed, edges = told(large)
    names = [f"{n // PER_FILE * PER_FILE:08}.jsonl#{n % PER_FILE + 1}" for n in range(REPORTS)]
    number = {name: n for n, name in enumerate(names)}
    with ArchiveIndex(open_archive(large).index) as index:
        by_id = {e.id: number[e.name] for e in index.placed_between("2000", "3000")}
    copies = [n for n, made in enumerate(news) if made.copy_of is not None]
    roots = {n: n if made.copy_of is None else made.copy_of for n, made in enumerate(news)}
    right = [(t, s) for t, s in edges if roots[by_id[t]] == roots[by_id[s]]]
    assert len(right) / len(edges) > 0.99
    assert len({by_id[t] for t, _ in right}) / len(copies) > 0.9
    events: dict[str, Counter[int]] = defaultdict(Counter)
    for name, event in placed.items():
        events[event][news[number[name]].event] += 1
    pure = sum(max(inside.values()) for inside in events.values())
    assert pure / REPORTS > 0.9


def test_a_shard_that_kills_every_worker_is_left_and_the_rest_is_done(
    small: list[Path], tmp_path: Path
) -> None:
    archive = packed(tmp_path / "news", small[:3])
    marks = tmp_path / "marks"
    marks.mkdir()
    killing = Killing(take_in(archive, vectors=False), marks, TRIES)
    done = set(engine_named("local", 2).map(killing, archive.shards()))
    assert done == set(archive.shards()[1:])


@pytest.fixture(scope="module")
def taken_in(small: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What comes out where nobody is killed."""
    place = packed(tmp_path_factory.mktemp("taken-in") / "news", small).place
    add_to_archive(place, [small[0].parent], Work("local", 1, vectors=False))
    return place


@pytest.mark.parametrize("engine", ["local", pytest.param("ray", marks=needs_ray)])
def test_a_driver_that_is_killed_is_gone_on_with(
    engine: str, small: list[Path], taken_in: Path, tmp_path: Path
) -> None:
    place = tmp_path / "news"
    command = [
        sys.executable, "-m", "twosource", "archive", "add", str(place), str(small[0].parent),
        "--no-vectors", "--workers", "2", "--engine", engine,
    ]  # fmt: skip
    packed(place, small)
    with subprocess.Popen(command) as driver:
        end = time.monotonic() + SECONDS
        while not (place / "manifest").is_dir() and time.monotonic() < end:
            assert driver.poll() is None
            time.sleep(0.02)
        driver.send_signal(signal.SIGKILL)
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    assert tree(place) == tree(taken_in)
    assert told(place) == told(taken_in)


def test_a_task_holds_no_network_that_would_be_sent(tmp_path: Path) -> None:
    task = Task(take_in(make_archive(tmp_path / "news")), ("a",), 2, on_ray=False)
    assert len(pickle.dumps(task)) < 2_000


def test_engines_have_the_names_that_the_command_line_offers() -> None:
    assert set(ENGINES) == {name.value for name in EngineName}


def test_an_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"twosource\[scale\]"):
        engine_named("daft", 1)
    with pytest.raises(MissingExtraError, match=r"twosource\[ray\]"):
        engine_named("ray", 1)
    with pytest.raises(SettingsError, match="name one of local, daft, ray"):
        engine_named("spark", 1)
