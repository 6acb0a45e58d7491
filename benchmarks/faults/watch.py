"""Kill watches: ``python -m benchmarks.faults.watch``.

A server on the loopback gives a feed of invented reports, half of them on the event of a watched
case. A watch is killed with SIGKILL at random moments, again and again, while it polls, fetches,
takes in, examines and announces; then one goes on to its end. Afterwards every report is counted,
in the archive, in the case, and in what was announced. Prints runs, kills, lost and doubled.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from twosource.engine.archive.desk import Work
from twosource.engine.cases import add_files, new_case
from twosource.engine.watch.cases import Examining, follow
from twosource.engine.watch.rounds import Watching, rest_left, tools_for, watch_round
from twosource.engine.watch.world import World
from twosource.model.custody import Stamp
from twosource.sources.addresses import Guard
from twosource.sources.fetch import name_of
from twosource.store.archive import open_archive
from twosource.store.kept import open_kept
from twosource.store.watch_queue import only_watch
from twosource.store.watched import announcements

_NOW = Stamp("ada", "2031-04-07T09:00:00+00:00")
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_SLOW = 0.02
"""Seconds that the server takes for an answer, so that kills fall into requests, too."""


@dataclass(slots=True)
class Counts:
    """What was counted over the runs."""

    runs: int = 0
    kills: int = 0
    lost: int = 0
    doubled: int = 0
    announced: int = 0
    places: Counter[str] = field(default_factory=Counter)


def main() -> None:
    """Kill and count; or watch, where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=6)
    parser.add_argument("--kills", type=int, default=8, help="kills of each run")
    parser.add_argument("--reports", type=int, default=30)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--drive", nargs=2, metavar=("ARCHIVE", "PORT"), help=argparse.SUPPRESS)
    flags = parser.parse_args()
    if flags.drive:
        drive(Path(flags.drive[0]), int(flags.drive[1]))
        return
    counts = killed(flags.runs, flags.kills, flags.reports, flags.seed)
    print(
        f"{counts.runs} runs, {counts.kills} kills ({dict(counts.places)}), {counts.lost} reports "
        f"lost, {counts.doubled} doubled, {counts.announced} announced"
    )


def killed(runs: int, kills: int, reports: int, seed: int) -> Counts:
    """Kill watches, and count what is there when one came to its end."""
    counts = Counts()
    chance = random.Random(seed)  # noqa: S311
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as home, _site(reports) as port:
            _prepared(Path(home), port)
            for _ in range(kills):
                done = _killed_once(Path(home), port, chance, counts)
                if done:
                    break
            _run_to_its_end(Path(home), port)
            _count(Path(home), port, reports, counts)
    return counts


def drive(archive: Path, port: int) -> None:
    """Watch until nothing is due, and say step by step what happens."""
    how = _how(port)
    with tools_for(archive, how) as tools, only_watch(archive / "watch.lock"):
        while True:
            for happened in watch_round(tools, how):
                print(type(happened).__name__, flush=True)
            if rest_left(tools) > 1:
                break
    print("end", flush=True)


def _how(port: int) -> Watching:
    guard = Guard(frozenset({"127.0.0.1"}), frozenset({port}), lambda host, _: ["127.0.0.1"])
    examining = Examining("ada", work=Work(workers=1, vectors=False))
    return Watching(examining, rate=0.0, world=World(guard=guard))


def _prepared(home: Path, port: int) -> None:
    """An archive with the feed, and a case on its event."""
    report = home / "wire.txt"
    report.write_text(_text(0), "utf-8")
    new_case(str(home / "case"), _NOW)
    add_files(str(home / "case"), [report], _NOW)
    how = _how(port)
    with tools_for(home / "news", how) as tools:
        tools.queue.add_feed(f"http://news.example:{port}/feed", time.time())
        follow(tools, str(home / "case"), [], how.examining)


def _killed_once(home: Path, port: int, chance: random.Random, counts: Counts) -> bool:
    """Start a watch and kill it some steps and some moments later; whether it ended before.

    Every third time the steps are those until something was taken in, so that what follows, the
    examination and the announcement, is cut off too.
    """
    late = chance.randrange(3) == 0
    steps = 1_000 if late else chance.randrange(0, 7)
    moment = chance.random() * chance.choice((0.05, 0.5, 3.0))
    with _started(home, port) as watch:
        last = "start"
        for _ in range(steps):
            last = watch.stdout.readline().strip() if watch.stdout else "end"
            if last in {"end", ""}:
                return True
            if late and last == "TakenIn":
                break
        time.sleep(moment)
        if watch.poll() is None:
            watch.send_signal(signal.SIGKILL)
            counts.kills += 1
            counts.places[last] += 1
    return False


def _run_to_its_end(home: Path, port: int) -> None:
    with _started(home, port) as watch:
        told = watch.communicate(timeout=600)[0]
    if watch.returncode or not told.endswith("end\n"):
        raise SystemExit(f"the watch did not come to its end:\n{told}")


@contextmanager
def _started(home: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "benchmarks.faults.watch", "--drive", str(home / "news")]
    with subprocess.Popen([*command, str(port)], stdout=subprocess.PIPE, text=True) as watch:
        yield watch


def _count(home: Path, port: int, reports: int, counts: Counts) -> None:
    """Count every report of the feed in the archive, and those of the event in the case."""
    names = {name_of(f"http://news.example:{port}/{n}") for n in range(1, reports + 1)}
    archive = open_archive(home / "news")
    rows = Counter(
        one.report.container or one.report.file
        for done in archive.done()
        for name, _ in done.files
        for one in archive.reports(name)
    )
    with open_kept(str(home / "case")) as kept:
        held = Counter(name for name in kept.names() if name != "wire.txt")
        told = Counter(
            arrival["file"].rpartition("#")[0]
            for one in announcements(kept, 10_000)
            for arrival in json.loads(one.document)["arrivals"]
        )
    event = {name_of(f"http://news.example:{port}/{n}") for n in range(2, reports + 1, 2)}
    counts.runs += 1
    counts.announced += sum(told.values())
    for wanted, found in ((names, rows), (event, held), (event, told)):
        counts.lost += sum(name not in found for name in wanted)
        counts.doubled += sum(found[name] - 1 for name in wanted if found[name] > 1)
        counts.doubled += sum(name not in names and name != "wire.txt" for name in found)


def _text(number: int) -> str:
    """An invented report; those of even number are on one event, the others each on its own."""
    if number % 2:
        port, ship = f"Port{'abcdefghij'[number // 2 % 10]}", f"Brig{number}"
        body = (
            f"The barge {ship} lost its anchor near {port}ham on Sunday, the lock keeper {ship}son "
            f"said. A tug from {port}wick brought barge {ship} to the yard of {port}ton."
        )
        title = f"Barge {ship} loses anchor"
    else:
        hurt = _NUMBERS[number // 2 % len(_NUMBERS)]
        body = (
            "The ferry Alda Marie ran onto rocks off Skarholm on Monday with passengers aboard, "
            f"the coast guard said. The mate of the Alda Marie, Nils Orrey, said {hurt} people "
            f"were hurt. Witness number {number} saw the lifeboats of Skarholm put out."
        )
        title = f"Ferry Alda Marie aground off Skarholm, {hurt} hurt"
    return f"publisher: Wire {number}\npublished: 2031-04-07\ntitle: {title}\n\n{body}\n"


def _page(number: int) -> bytes:
    head, _, body = _text(number).partition("\n\n")
    told = dict(line.split(": ", 1) for line in head.splitlines())
    return (
        f"<!doctype html><html><head><title>{told['title']}</title>"
        f'<meta property="og:site_name" content="{told["publisher"]}">'
        '<meta property="article:published_time" content="2031-04-07T09:00:00Z"></head>'
        f"<body><article><h1>{told['title']}</h1><p>{body}</p></article></body></html>"
    ).encode()


@contextmanager
def _site(reports: int) -> Iterator[int]:
    """A server with a feed and its pages, on the loopback; gives its port."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            time.sleep(_SLOW)
            port, path = self.server.server_address[1], self.path.strip("/")
            found = path == "feed" or path.isdigit()
            body = (_feed(reports, port) if path == "feed" else _page(int(path))) if found else b""
            with suppress(OSError):
                self.send_response(200 if found else 404)
                kind = "application/rss+xml" if path == "feed" else "text/html; charset=utf-8"
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


def _feed(reports: int, port: int) -> bytes:
    items = "".join(
        f"<item><title>Report {n}</title><link>http://news.example:{port}/{n}</link></item>"
        for n in range(1, reports + 1)
    )
    head = '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>'
    return f"{head}{items}</channel></rss>".encode()


if __name__ == "__main__":
    main()
