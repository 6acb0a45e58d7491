"""Engines: whatever does the work, and whatever dies in it, the archive is the same.

20,000 invented reports with planted copies and events go through the stages clean, fingerprint and
traits without vectors, and are placed in events; on the engines of Daft a worker is killed on the
way. The language model runs on a few dozen reports. The cluster is a real Ray cluster on this
machine, which the run starts. Workers are killed with SIGKILL.
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
from twosource.engine.examination import embedded
from twosource.errors import MissingExtraError, SettingsError
from twosource.model.archive import ShardDone
from twosource.pipeline.kernels import Read
from twosource.store.archive import Archive, make_archive, open_archive
from twosource.store.archive_index import ArchiveIndex

REPORTS = 20_000
PER_FILE = 1_000
SECONDS = 150

needs_ray = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("daft", "ray")),
    reason="the engines of Daft and Ray are extras that are not installed",
)


@dataclass(frozen=True)
class Killing:
    """A stage whose worker is killed at a shard the first times that it comes to it."""

    stage: Stage
    marks: Path
    times: int

    @property
    def name(self) -> str:
        return self.stage.name

    @property
    def archive(self) -> Archive:
        return self.stage.archive

    def __call__(self, shard: str) -> ShardDone:
        if shard == self.archive.shards()[0]:
            for turn in range(self.times):
                mark = self.marks / f"{turn}"
                if not mark.exists():
                    mark.touch()
                    os.kill(os.getpid(), signal.SIGKILL)
        return self.stage(shard)


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
    return list(invented_news(REPORTS, words=40))


@pytest.fixture(scope="module")
def files(news: list[Made], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_news(tmp_path_factory.mktemp("in"), news, PER_FILE)


@pytest.fixture(scope="module")
def local(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("local") / "news"
    packed(place, files)
    add_to_archive(place, [], Work("local", 2, vectors=False))
    return place


@needs_ray
@pytest.mark.parametrize("engine", ["daft", "ray"])
def test_every_engine_makes_the_archive_that_this_machine_makes_though_a_worker_is_killed(
    engine: str, local: Path, files: list[Path], tmp_path: Path
) -> None:
    place, marks = tmp_path / "news", tmp_path / "marks"
    marks.mkdir()
    archive = packed(place, files)
    killing = Killing(take_in(archive, vectors=False), marks, 1)
    done = set(engine_named(engine, 2).map(killing, archive.shards()))
    assert done == set(archive.shards())
    assert [mark.name for mark in marks.iterdir()] == ["0"]
    assert tree(place) == tree(local)
    if engine == "ray":  # placing knows nothing but these files, so that once is enough
        add_to_archive(place, [], Work("local", 1, vectors=False))
        assert told(place) == told(local)


def test_nothing_is_lost_and_nothing_doubled(local: Path, news: list[Made]) -> None:
    placed, _ = told(local)
    assert len(placed) == len(news) == REPORTS
    rows = [
        report.report.id
        for done in open_archive(local).done()
        for name, _ in done.files
        for report in open_archive(local).reports(name)
    ]
    assert len(rows) == len(set(rows)) == REPORTS


def test_planted_copies_and_events_are_found(local: Path, news: list[Made]) -> None:
    placed, edges = told(local)
    names = [f"{n // PER_FILE * PER_FILE:08}.jsonl#{n % PER_FILE + 1}" for n in range(REPORTS)]
    number = {name: n for n, name in enumerate(names)}
    with ArchiveIndex(open_archive(local).index) as index:
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


@needs_ray
def test_every_engine_finds_the_same_statements(tmp_path: Path) -> None:
    folder, stated = tmp_path / "in", []
    written(folder, 32, paragraphs=3, per_file=8)
    for engine in ("local", "daft", "ray"):
        archive = packed(tmp_path / engine, sorted(folder.iterdir()))
        stage = ReadAndState(archive, Read(embedded(1)))
        assert set(engine_named(engine, 2).map(stage, archive.shards())) == set(archive.shards())
        stated.append(tree(archive.place))
    assert len(stated[0]) > 2 * len(archive.shards())
    assert stated[0] == stated[1] == stated[2]


@pytest.fixture
def small(news: list[Made], tmp_path: Path) -> list[Path]:
    return write_news(tmp_path / "in", news[:400], 50)


def test_a_worker_that_is_killed_costs_nothing(small: list[Path], tmp_path: Path) -> None:
    calm, rough = packed(tmp_path / "calm", small), packed(tmp_path / "rough", small)
    marks = tmp_path / "marks"
    marks.mkdir()
    list(engine_named("local", 1).map(take_in(calm, vectors=False), calm.shards()))
    killing = Killing(take_in(rough, vectors=False), marks, 1)
    done = set(engine_named("local", 2).map(killing, rough.shards()))
    assert sorted(mark.name for mark in marks.iterdir()) == ["0"]
    assert done == set(rough.shards())
    assert tree(rough.place) == tree(calm.place)


def test_a_shard_that_kills_every_worker_is_left_and_the_rest_is_done(
    small: list[Path], tmp_path: Path
) -> None:
    archive = packed(tmp_path / "news", small)
    marks = tmp_path / "marks"
    marks.mkdir()
    killing = Killing(take_in(archive, vectors=False), marks, TRIES)
    done = set(engine_named("local", 2).map(killing, archive.shards()))
    assert done == set(archive.shards()[1:])


@pytest.mark.parametrize("engine", ["local", pytest.param("ray", marks=needs_ray)])
def test_a_driver_that_is_killed_is_gone_on_with(
    engine: str, small: list[Path], tmp_path: Path
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
    calm = packed(tmp_path / "calm", small)
    add_to_archive(calm.place, [small[0].parent], Work("local", 1, vectors=False))
    assert tree(place) == tree(calm.place)
    assert told(place) == told(calm.place)


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
