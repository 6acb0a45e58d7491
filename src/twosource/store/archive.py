"""An archive on disk: originals by shard, reports by day, and a manifest of what is done.

One shard gives the files of one result, each named by the hash of (shard, stage), where the stage
holds its version. They are written under temporary names and renamed; the manifest entry, written
last, makes them count. Whoever is killed leaves files that nothing names and that the next run
writes again, byte for byte. ``archive.db`` is an index of all this and can be made anew from it.

    originals/ab/<shard>.parquet        the bytes as received
    manifest/<result>.json              what came of a shard
    reports/day=2031-04-09/<result>.parquet
    archive.db
    archive.lock, watch.lock            what one process at a time holds, always empty
    watch.db                            feeds that are polled, and how far their entries have come
    feeds/news.example/world/<answer>.warc.gz
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from twosource.errors import NotFoundError, SettingsError
from twosource.model.archive import ArchivedReport, Shard, ShardDone, Traits
from twosource.model.case import Unreadable
from twosource.model.original import Original
from twosource.store.files import ensure_folder, write_whole, write_whole_bytes
from twosource.store.report_nodes import report_from, report_node
from twosource.store.shelf import LINES, PARQUET, Row, read_rows, suffix, write_rows

FORMAT = "twosource-archive/1"
_MARK, _ORIGINALS, _MANIFEST, _REPORTS = "archive.json", "originals", "manifest", "reports"
_ANSWERS = "feeds"


class Archive:
    """The files of an archive. Use :func:`make_archive` and :func:`open_archive`.

    It holds nothing but a path, so that it can be sent to other processes.
    """

    def __init__(self, place: Path) -> None:
        self.place = place

    @property
    def queue(self) -> Path:
        """The queue of what is watched."""
        return self.place / "watch.db"

    @property
    def lock(self) -> Path:
        """What only one watch holds at a time."""
        return self.place / "watch.lock"

    @property
    def taking_in(self) -> Path:
        """What only one process holds at a time: the one that takes reports in and places them."""
        return self.place / "archive.lock"

    @property
    def index(self) -> Path:
        """The database that makes the archive quick to look things up in."""
        return self.place / "archive.db"

    def put_shard(self, shard: Shard) -> str:
        """Keep the originals of a shard, unless they are kept already; gives its id.

        Raises:
            SettingsError: If they cannot be written.
        """
        if self._shard_file(shard.id) is None:
            rows: list[Row] = [asdict(original) for original in shard.originals]
            write_rows(self._originals(shard.id) / f"{shard.id}{suffix()}", rows)
        return shard.id

    def shard(self, shard: str) -> Shard:
        """Read the originals of a shard.

        Raises:
            NotFoundError: If it is not there.
        """
        path = self._shard_file(shard)
        if path is None:
            raise NotFoundError(f"{self.place}: the originals of shard {shard} are gone")
        return Shard(tuple(Original(**row) for row in read_rows(path)))

    def shards(self) -> tuple[str, ...]:
        """The ids of all shards, in order of their names."""
        found = (self.place / _ORIGINALS).glob("*/*")
        return tuple(
            sorted(p.name.partition(".")[0] for p in found if p.name.endswith((PARQUET, LINES)))
        )

    def put_result(
        self, shard: Shard, stage: str, reports: Sequence[ArchivedReport], bad: Sequence[Unreadable]
    ) -> ShardDone:
        """Keep what a stage made of a shard: a file for each day, then the manifest entry.

        Raises:
            SettingsError: If it cannot be written.
        """
        result = result_id(shard.id, stage)
        days: dict[str, list[Row]] = {}
        for report in reports:
            days.setdefault(report.day, []).append(_row(report))
        files: list[tuple[str, int]] = []
        for day in sorted(days):
            name = f"{_REPORTS}/day={day}/{result}{suffix()}"
            write_rows(self.place / name, days[day])
            files.append((name, len(days[day])))
        held = tuple((original.sha256, original.name) for original in shard.originals)
        done = ShardDone(shard.id, stage, tuple(files), held, tuple(bad))
        ensure_folder(self.place / _MANIFEST)
        text = json.dumps(asdict(done), ensure_ascii=True, indent=1) + "\n"
        write_whole(self.place / _MANIFEST / f"{result}.json", text)
        return done

    def put_answer(self, name: str, data: bytes) -> None:
        """Keep what a feed answered, as it came; no report is taken from there.

        Args:
            name: Of the answer, which ends in ``.warc.gz``.
            data: The answer as a web archive.

        Raises:
            SettingsError: If it cannot be written.
        """
        told = hashlib.sha256(data).hexdigest()[:16]
        path = self.place / _ANSWERS / name.removesuffix(".warc.gz") / f"{told}.warc.gz"
        ensure_folder(path.parent)
        write_whole_bytes(path, data)

    def done(self) -> Iterator[ShardDone]:
        """What is done, in order of the names of the results."""
        for path in sorted((self.place / _MANIFEST).glob("*.json")):
            yield self._entry(path)

    def finished(self, shard: str, stage: str) -> ShardDone | None:
        """What a stage made of a shard, or ``None`` where it is not done."""
        path = self.place / _MANIFEST / f"{result_id(shard, stage)}.json"
        return self._entry(path) if path.is_file() else None

    def has(self, result: str) -> bool:
        """Whether a result has an entry in the manifest."""
        return (self.place / _MANIFEST / f"{result}.json").is_file()

    def reports(self, name: str) -> Iterator[ArchivedReport]:
        """The reports of one file of a result."""
        for number, row in enumerate(read_rows(self.place / name)):
            yield _archived(row, f"{name}, row {number}")

    def _entry(self, path: Path) -> ShardDone:
        try:
            node = json.loads(path.read_text("utf-8"))
            return ShardDone(
                node["shard"],
                node["stage"],
                tuple((name, count) for name, count in node["files"]),
                tuple((sha256, name) for sha256, name in node["originals"]),
                tuple(Unreadable(**item) for item in node["unreadable"]),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SettingsError(
                f"{path} is no entry of a manifest ({error}); remove it, and its shard is done anew"
            ) from error

    def _originals(self, shard: str) -> Path:
        return self.place / _ORIGINALS / shard[:2]

    def _shard_file(self, shard: str) -> Path | None:
        for ending in (PARQUET, LINES):
            path = self._originals(shard) / f"{shard}{ending}"
            if path.is_file():
                return path
        return None


def result_id(shard: str, stage: str) -> str:
    """The name of what a stage makes of a shard: the hash of both, 32 hexadecimal digits."""
    return hashlib.sha256(f"{shard} {stage}".encode()).hexdigest()[:32]


def make_archive(place: Path) -> Archive:
    """Open an archive, which is made if there is none.

    Raises:
        SettingsError: If it cannot be made, or the folder holds something else.
    """
    if not is_archive(place):
        ensure_folder(place)
        if any(place.iterdir()):
            raise SettingsError(
                f"{place} is no archive and not empty; name an archive, or a new folder"
            )
        write_whole(place / _MARK, json.dumps({"format": FORMAT}) + "\n")
    return open_archive(place)


def open_archive(place: Path) -> Archive:
    """Open an archive that is there.

    Raises:
        NotFoundError: If there is none.
        SettingsError: If another version made it.
    """
    if not is_archive(place):
        raise NotFoundError(
            f"{place}: there is no archive here; make one: twosource archive add {place} PATH"
        )
    try:
        found = json.loads((place / _MARK).read_text("utf-8")).get("format")
    except (OSError, ValueError, AttributeError) as error:
        raise SettingsError(f"{place / _MARK} cannot be read ({error})") from error
    if found != FORMAT:
        raise SettingsError(
            f"{place}: its format is {found!r}, not {FORMAT!r}; open it with its own version"
        )
    return Archive(place)


def is_archive(place: Path) -> bool:
    """Whether a folder holds an archive."""
    return (place / _MARK).is_file()


def writable(text: str) -> str:
    """The text with what UTF-8 cannot hold, halves of characters, replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _row(archived: ArchivedReport) -> Row:
    report = archived.report
    node = report_node(report)
    if (text := writable(report.text)) == report.text:
        del node["text"]
    return {
        "id": report.id,
        "day": archived.day,
        "title": writable(report.title or ""),
        "publisher": writable(report.publisher or ""),
        "url": writable(report.url or ""),
        "language": report.language or "",
        "sha256": report.sha256,
        "text": text,
        "report": json.dumps(node, ensure_ascii=True),
        "fingerprint": archived.fingerprint,
        "words": list(archived.traits.words),
        "counts": list(archived.traits.counts),
        "names": list(archived.traits.names),
        "vector": archived.traits.vector,
    }


def _archived(row: Row, place: str) -> ArchivedReport:
    node = json.loads(row["report"])
    return ArchivedReport(
        report_from({"text": row["text"], **node}, place),
        row["fingerprint"],
        Traits(tuple(row["words"]), tuple(row["counts"]), tuple(row["names"]), row["vector"]),
    )
