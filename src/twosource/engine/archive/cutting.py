"""A case cut out of an archive: the originals of one event, kept and examined like any other."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from twosource import __version__
from twosource.documents.decode import decode
from twosource.engine.archive.desk import report_of, reports_of_event
from twosource.engine.cases import Updated, update_case
from twosource.errors import NotFoundError
from twosource.model.custody import Stamp
from twosource.model.original import Original, seal
from twosource.model.report import Report
from twosource.pipeline.progress import SILENT, Progress
from twosource.store.archive import Archive, open_archive
from twosource.store.archive_index import ArchiveIndex, Entry
from twosource.store.kept import create

_LINES = ".jsonl"
_TOLD_APART = 8
"""Digits of a hash that tell originals of one name apart."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A case that was cut out of an archive.

    Attributes:
        event: Id of the event.
        originals: Names of the originals in the case.
        updated: What examining it gave.
    """

    event: str
    originals: tuple[str, ...]
    updated: Updated


def cut_case(
    place: Path,
    event: str,
    case: str,
    stamp: Stamp,
    progress: Progress = SILENT,
    threads: int | None = None,
) -> Cut:
    """Make a case of the reports of an event, and examine it.

    A report that is alone in its original goes over as it was received. Of a file that holds
    several reports only the one goes over: its line as it stands, or, where the file has no
    lines, a post with the report's text and what is known of it.

    Args:
        place: The archive.
        event: Id of the event, or its beginning.
        case: Folder or address of the case; there must be none there yet.
        stamp: Who, and when.
        progress: Is told how far the work has come.
        threads: Threads for the language model.

    Raises:
        NotFoundError: If there is no such archive or event.
        SettingsError: If there is a case already, or it cannot be written.
    """
    archive = open_archive(place)
    with ArchiveIndex(archive.index) as index:
        entries = reports_of_event(archive, index, event)
        originals = told_apart(list(originals_of(archive, index, entries)))
    with create(case, __version__, stamp) as kept:
        kept.add(originals, __version__, stamp)
    updated = update_case(case, stamp, progress, threads)
    return Cut(entries[0].event, tuple(original.name for original in originals), updated)


def originals_of(
    archive: Archive, index: ArchiveIndex, entries: Sequence[Entry]
) -> Iterator[Original]:
    """The originals that a case gets for reports of an archive, one for each.

    Raises:
        NotFoundError: If one is gone.
    """
    for entry in entries:
        report = report_of(archive, entry).report
        held = archive.shard(entry.shard).originals
        original = next((one for one in held if one.sha256 == report.sha256), None)
        if original is None:
            raise NotFoundError(
                f"{archive.place}: the original of {report.file} is not in shard {entry.shard}"
            )
        alone = report.container is None or index.reports_in(report.sha256) == 1
        yield original if alone else _one_of(original, report)


def _one_of(original: Original, report: Report) -> Original:
    """An original for one report of a file that holds several."""
    number = report.file.rpartition("#")[2]
    name = post_name(report.file)
    if PurePosixPath(original.name).suffix.lower() == _LINES and number.isdigit():
        decoded = decode(original.data)
        lines = [] if decoded is None else decoded.text.split("\n")
        if int(number) <= len(lines):
            line = lines[int(number) - 1].strip()
            return seal(name, f"{line}\n".encode("utf-8", "surrogatepass"))
    post = {
        "title": report.title,
        "text": report.text,
        "publisher": report.publisher,
        "byline": report.byline,
        "published": None if report.published is None else report.published.at,
        "url": report.url,
    }
    told = {key: value for key, value in post.items() if value is not None}
    return seal(name, f"{json.dumps(told, ensure_ascii=True)}\n".encode("ascii"))


def post_name(file: str) -> str:
    """The name of an original that holds one report of a file that holds several.

    Args:
        file: What the report is called: its file, ``#`` and its number.
    """
    stem, _, number = file.rpartition("#")
    return f"{stem.removesuffix(_LINES)}-{number}{_LINES}"


def told_apart(originals: Sequence[Original]) -> list[Original]:
    """The originals, each once, with the hash in front of names that several of them bear.

    A case examines the last original of each name, since a name that comes again is taken for a
    later version.
    """
    once = list({original.sha256: original for original in originals}.values())
    names = Counter(original.name for original in once)
    return [
        original
        if names[original.name] == 1
        else Original(
            str(
                PurePosixPath(original.name).with_name(
                    f"{original.sha256[:_TOLD_APART]}-{PurePosixPath(original.name).name}"
                )
            ),
            original.data,
            original.sha256,
        )
        for original in once
    ]
