"""Reading what a kept case holds, each report once: what was read before is taken from the case."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from twosource.comparison.lineage.shared_text import KnownPairs
from twosource.engine.editions import Drawn, drawn
from twosource.engine.loaded import embedded
from twosource.engine.made import key_of
from twosource.engine.pairs import book_key, pairs_body, pairs_kept
from twosource.errors import MaterialError
from twosource.model.entity import Ruling
from twosource.model.original import Original
from twosource.model.report import Report
from twosource.pipeline.editions import Pair
from twosource.pipeline.examine import to_read
from twosource.pipeline.kernels import read_each
from twosource.pipeline.progress import Progress
from twosource.pipeline.reading import ReadReport
from twosource.store.kept import KeptCase
from twosource.store.packed import packed, unpacked

_Noun = TypeVar("_Noun")
_AT_ONCE = 32
"""Reports after which what was read is kept: so much a process that is killed reads again."""


@dataclass(slots=True)
class Shelf:
    """The readings of a case, with the keys of those that were used.

    Attributes:
        kept: The case.
        used: Keys that were asked for. The others belong to no report any more, or to code that
            is not this.
    """

    kept: KeptCase
    used: set[str] = field(default_factory=set)

    def drawn(self, originals: Iterable[Original]) -> tuple[Drawn, ...]:
        """What came out of each original, in order."""
        items = list(originals)
        keys = [key_of("extracting", one.name, one.sha256) for one in items]
        known = self._known(keys)
        found: list[Drawn] = []
        fresh: dict[str, bytes] = {}
        for original, key in zip(items, keys, strict=True):
            one = _opened(Drawn, known.get(key))
            if one is None:
                one = drawn(original)
                fresh[key] = packed(Drawn, one)
            found.append(one)
        if fresh:
            self.kept.put_readings(fresh)
        return tuple(found)

    def read(
        self, reports: Sequence[Report], progress: Progress, threads: int | None = None
    ) -> tuple[ReadReport, ...]:
        """What each report that is read gives by itself, in the order of ``to_read``.

        What was not read before is read now and kept, some reports at a time.

        Args:
            reports: The reports of the case.
            progress: Told after each report that is read now.
            threads: Threads for the language model; ``None`` leaves the choice to it.
        """
        wanted = to_read(reports)
        keys = {report.id: reading_key(report) for report in wanted}
        bodies = self._known(list(keys.values()))
        found = {r.id: _opened(ReadReport, bodies.get(keys[r.id]), r) for r in wanted}
        missing = [report for report in wanted if found[report.id] is None]
        if missing:
            coming = iter(missing)
            reading = read_each(missing, embedded(threads), progress)
            while some := list(zip(islice(coming, _AT_ONCE), reading, strict=False)):
                for report, one in some:
                    found[report.id] = one
                self.kept.put_readings(
                    {keys[report.id]: packed(ReadReport, one, report) for report, one in some}
                )
        return tuple(one for one in found.values() if one is not None)

    def pairs(self, reports: Sequence[Report]) -> KnownPairs:
        """What pairs of reports share, as far as the case keeps it."""
        body = self._known([book_key()]).get(book_key())
        return pairs_kept(body, {report.id: reading_key(report) for report in reports})

    def put_pairs(self, pairs: KnownPairs, reports: Sequence[Report]) -> None:
        """Keep what pairs of reports share."""
        body = pairs_body(pairs, {report.id: reading_key(report) for report in reports})
        self.kept.put_readings({book_key(): body})

    def _known(self, keys: Sequence[str]) -> dict[str, bytes]:
        self.used.update(keys)
        return self.kept.readings(keys)


def reading_key(report: Report) -> str:
    """The key of a report's reading: it hashes the whole report and all that reads it."""
    return key_of("reading", hashlib.sha256(packed(Report, report)).hexdigest())


def examination_key(
    reports: Sequence[Report], pairs: Sequence[Pair], rulings: Sequence[Ruling]
) -> str:
    """The key of an examination: the same key means the same case, whenever it is examined."""
    spans = [span for ruling in rulings for span in (ruling.left, ruling.right)]
    return key_of(
        "examining",
        *sorted(reading_key(report) for report in reports),
        *(f"{reading_key(pair.before)} {reading_key(pair.after)} {pair.shared}" for pair in pairs),
        *(f"{span.report} {span.start} {span.end}" for span in spans),
        *(str(ruling.same) for ruling in rulings),
    )


def _opened(noun: type[_Noun], body: bytes | None, report: Report | None = None) -> _Noun | None:
    """What a body holds; none where it is missing, or was not packed by this very code."""
    if body is None:
        return None
    try:
        return unpacked(noun, body, report)
    except MaterialError:
        return None
