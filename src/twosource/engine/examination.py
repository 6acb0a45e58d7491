"""The composition root: files in, case out.

The only place where a source, the extraction of documents, the language model and the pipeline
meet. The command line and ``from twosource import examine, read_reports`` both come through here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from twosource.engine.listing import Parts
from twosource.engine.loaded import embedded, meaning
from twosource.engine.tables import load_tables
from twosource.model.case import Case, Unreadable
from twosource.model.entity import Ruling
from twosource.model.original import Original
from twosource.model.report import Report
from twosource.pipeline import examine as pipeline
from twosource.pipeline.languages import is_read, language_of
from twosource.pipeline.progress import SILENT, Progress
from twosource.pipeline.taking_in import Clean
from twosource.sources.files import FileSource
from twosource.sources.stream import StreamSource
from twosource.store.files import ensure_folder, write_whole_bytes

PathLike = str | os.PathLike[str]
"""A file or a folder, as callers name it."""

Material = PathLike | Report
"""What can be examined: a file, a folder, or a report that was read before."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A report that was left out because its bytes are those of another one.

    Attributes:
        name: The file that was left out.
        same_as: The file that was kept: of equal reports, the one whose name sorts first.
    """

    name: str
    same_as: str

    def __str__(self) -> str:
        if self.name == self.same_as:
            return f"{self.name}: given more than once; counted once"
        return f"{self.name}: the same bytes as {self.same_as}; counted once"


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came out of a set of files.

    Attributes:
        reports: The reports, sorted by file, then id; each id once.
        unreadable: What could not be read, in the order in which it was met.
        repeated: Reports that were left out because they are in ``reports`` already.
    """

    reports: tuple[Report, ...]
    unreadable: tuple[Unreadable, ...]
    repeated: tuple[Repeated, ...] = ()


@dataclass(frozen=True, slots=True)
class Examination(Parts):
    """A case, with what could not be read on the way to it.

    Attributes:
        case: Everything found in the reports.
        unreadable: Items that are not in the case, and reports that are in it unread because they
            are not in English.
        repeated: Reports that were left out because their bytes are in the case already.
    """

    case: Case
    unreadable: tuple[Unreadable, ...]
    repeated: tuple[Repeated, ...] = ()


def read_reports(
    paths: PathLike | Iterable[PathLike],
    stream: BinaryIO | None = None,
    addresses: Sequence[str] = (),
    keep: Path | None = None,
) -> Gathered:
    """Read every report in files and folders. Nothing is fetched but the addresses that are given.

    Args:
        paths: A file or folder, or several of them.
        stream: A binary stream to read as one more file, for example standard input.
        addresses: Addresses on the web to fetch, guarded as ``docs/reference/fetching.md`` says.
        keep: Folder to write what was fetched to, as it came.

    Returns:
        The reports, and one item for everything that is no report. A file that is missing, broken
        or empty never raises: it is an item of ``unreadable``, and the rest goes on.
    """
    named = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    originals = FileSource([Path(path) for path in named]).originals()
    if stream is not None:
        originals = chain(originals, StreamSource(stream).originals())
    if addresses:
        web = fetched(addresses)
        originals = chain(originals, web if keep is None else kept_in(keep, web))
    return reports_in(originals)


def fetched(addresses: Sequence[str]) -> Iterator[Original | Unreadable]:
    """Fetch addresses, each as a web archive with what it answered."""
    # Most examinations fetch nothing; what can open a connection is not even loaded for them.
    from twosource.sources.fetch import FetchSource  # noqa: PLC0415

    return FetchSource(addresses).originals()


def kept_in(
    folder: Path, items: Iterable[Original | Unreadable]
) -> Iterator[Original | Unreadable]:
    """The same items, each original written to a folder under its name as it goes by.

    Raises:
        SettingsError: If one cannot be written.
    """
    for item in items:
        if isinstance(item, Original):
            file = folder / item.name
            ensure_folder(file.parent)
            write_whole_bytes(file, item.data)
        yield item


def reports_in(originals: Iterable[Original | Unreadable]) -> Gathered:
    """Read every report in originals; see :func:`read_reports`."""
    return gathered(_extracted(iter(originals)))


def gathered(items: Iterable[Report | Unreadable]) -> Gathered:
    """Sort what came out of originals, each report once."""
    reports: list[Report] = []
    unreadable: list[Unreadable] = []
    for item in items:
        if isinstance(item, Unreadable):
            unreadable.append(item)
        else:
            reports.append(item)
    kept, repeated = _each_once(reports)
    return Gathered(kept, tuple(unreadable), repeated)


def examine(
    material: Material | Iterable[Material],
    *,
    threads: int | None = None,
    progress: Progress = SILENT,
    rulings: Sequence[Ruling] = (),
) -> Examination:
    """Examine the reports on one event.

    Args:
        material: Files, folders or reports; one or several. For example
            ``examine(["wire.txt", "saved-pages/"])``.
        threads: Threads for the language model; ``None`` leaves the choice to the model.
        progress: Is told how far the work has come.
        rulings: A person's decisions on which mentions are one entity and which are not.

    Returns:
        The case, and what could not be read. The same material gives an equal case in every run,
        whatever its order.
    """
    items = _listed(material)
    gathered = read_reports([item for item in items if not isinstance(item, Report)])
    given = [item for item in items if isinstance(item, Report)]
    reports, repeated = _each_once([*gathered.reports, *given])
    load_tables()
    case = pipeline.examine(reports, embedded(threads), meaning(threads), progress, rulings)
    return Examination(
        case,
        (*gathered.unreadable, *not_in_english(reports)),
        (*gathered.repeated, *repeated),
    )


def not_in_english(reports: Iterable[Report]) -> tuple[Unreadable, ...]:
    """The reports that the pipeline keeps but does not read, as items with a remedy."""
    return tuple(
        Unreadable(
            report.file,
            f"it is in {language_of(report)}, and only English is read for statements",
            "add an English version of the report",
        )
        for report in reports
        if not is_read(report)
    )


def _listed(material: Material | Iterable[Material]) -> list[Material]:
    """The items of ``material``; a text is one path, not a series of letters."""
    if isinstance(material, str | os.PathLike | Report):
        return [material]
    return list(material)


def _extracted(items: Iterable[Original | Unreadable]) -> Iterator[Report | Unreadable]:
    clean = Clean()
    for item in items:
        if isinstance(item, Unreadable):
            yield item
        else:
            yield from clean([item])[0]


def _each_once(reports: Iterable[Report]) -> tuple[tuple[Report, ...], tuple[Repeated, ...]]:
    kept: dict[str, Report] = {}
    repeated: list[Repeated] = []
    for report in sorted(reports, key=lambda report: (report.file, report.id)):
        first = kept.setdefault(report.id, report)
        if first is not report:
            repeated.append(Repeated(report.file, first.file))
    return tuple(kept.values()), tuple(repeated)
