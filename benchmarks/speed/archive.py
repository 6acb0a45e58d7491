"""What an archive costs: ``python -m benchmarks.speed.archive [--sizes 1000 10000] [--read 20]``.

Prints processor time, which holds better than wall time on a machine that others share: each step
per report, fingerprints with verified copies beside datasketch on the same reports, and how the
cost of a report grows with their number. Reports are invented; the steps with the language model
run on ``--read`` reports in English of the benchmark on copying.
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from benchmarks.speed.case import sealed
from benchmarks.speed.invented_news import Made, invented_news

from twosource.comparison.events.stream import EventStream, Sighting, site_of
from twosource.comparison.lineage.copies import copied_between, plain_words
from twosource.comparison.lineage.copy_search import CopySearch
from twosource.engine.loaded import embedded, meaning
from twosource.engine.tables import load_tables
from twosource.model.original import seal
from twosource.model.report import Report, readable
from twosource.pipeline.kernels import Read, State, Value
from twosource.pipeline.taking_in import Clean, Fingerprint, TakeTraits

_Found = TypeVar("_Found")
AT_ONCE = 1_000
"""Posts in a file."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--read", type=int, default=20)
    parser.add_argument("--words", type=int, default=400, help="words in a report")
    flags = parser.parse_args()
    if flags.read:
        _reading(flags.read)
    for size in flags.sizes:
        print(f"{size:,} reports of about {flags.words} words:")
        reports = _cleaned(list(invented_news(size, words=flags.words)))
        _archive(size, reports)
        if size == flags.sizes[0]:
            _beside_datasketch(reports)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"largest memory: {peak:,.0f} MB")


def _timed(name: str, number: int, work: Callable[[], _Found]) -> _Found:
    start = time.process_time()
    found = work()
    spent = time.process_time() - start
    print(f"{name:34} {1000 * spent / number:9.3f} ms a report, {number / spent:9,.0f} a second")
    return found


def _cleaned(made: Sequence[Made]) -> list[Report]:
    originals = [
        seal(f"{at}.jsonl", "".join(one.line for one in made[at : at + AT_ONCE]).encode())
        for at in range(0, len(made), AT_ONCE)
    ]
    found = _timed("clean", len(made), lambda: Clean()(originals))
    return [item for items in found for item in items if isinstance(item, Report)]


def _reading(number: int) -> None:
    load_tables()
    reports = [sealed(n) for n in range(number)]
    words = sum(len(report.text.split()) for report in reports) / number
    print(f"{number} reports in English of {words:.0f} words on average, one thread:")
    annotator = embedded(1)
    annotator.read("It was closed.")
    readings = _timed("read", number, lambda: Read(annotator)(reports))
    stated = _timed("state", number, lambda: State()(reports, readings))
    _timed("value", number, lambda: Value()(reports, readings, stated))
    _timed("vector", number, lambda: TakeTraits(meaning(1))(reports))


def _archive(size: int, reports: Sequence[Report]) -> None:
    prints = _timed("fingerprint", size, lambda: Fingerprint()(reports))
    traits = _timed("traits without vectors", size, lambda: TakeTraits(None)(reports))
    copies = _timed("copies verified", size, lambda: _copies(reports, prints))
    days = [0 if r.published is None else r.published.interval.start.toordinal() for r in reports]
    sightings = [
        Sighting(r.id, day, t, site_of(r)) for r, day, t in zip(reports, days, traits, strict=True)
    ]
    stream = EventStream()
    events = _timed("events", size, lambda: [stream.place(s).event for s in sightings])
    print(f"{copies:,} verified copies, {len(set(events)):,} events")


def _copies(reports: Sequence[Report], prints: Sequence[bytes]) -> int:
    search: CopySearch[int] = CopySearch()
    copies = 0
    for number, fingerprint in enumerate(prints):
        near = search.near(fingerprint)
        if near:
            words = plain_words(reports[number])
            copies += any(copied_between(plain_words(reports[n]), words) for n in near)
        search.add(number, fingerprint)
    return copies


def _beside_datasketch(reports: Sequence[Report]) -> None:
    """Fingerprints and verified copies end to end, ours and datasketch's with exact Jaccard."""
    size = len(reports)
    print(f"end to end on the same {size:,} reports:")
    ours = _timed("ours", size, lambda: _copies(reports, Fingerprint()(reports)))
    if importlib.util.find_spec("datasketch") is None:
        print("datasketch is not installed: 'make peers' installs it")
        return
    theirs = _timed("datasketch", size, lambda: _datasketch(reports))
    print(f"{ours} and {theirs} reports are a copy")


def _datasketch(reports: Sequence[Report]) -> int:
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - a peer

    search = MinHashLSH(num_perm=128, params=(32, 4))
    sets: list[set[bytes]] = []
    copies = 0
    for number, report in enumerate(reports):
        words = readable(report).lower().split()
        shingles = {" ".join(words[i : i + 3]).encode() for i in range(len(words) - 2)}
        made = MinHash(num_perm=128)
        made.update_batch(list(shingles))
        near = search.query(made)
        copies += any(
            len(shingles & sets[n]) / max(1, min(len(shingles), len(sets[n]))) >= 0.5 for n in near
        )
        search.insert(number, made)
        sets.append(shingles)
    return copies


if __name__ == "__main__":
    main()
