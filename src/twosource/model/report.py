"""Reports as sealed text, the regions in them, and the one function that cuts spans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.errors import InvariantError
from twosource.model.identity import ReportId
from twosource.model.shown import Shown, quoted_html
from twosource.model.time import TimeInterval


class PublicationBasis(StrEnum):
    """What a report's publication time was read from. The file's own date never counts."""

    HEADER = "header"
    METADATA = "metadata"
    URL = "url"
    DATELINE = "dateline"
    TEXT_CUE = "text-cue"


@dataclass(frozen=True, slots=True)
class Publication(Shown):
    """When a report was published, and what says so.

    Attributes:
        at: ISO 8601, as precise as printed (``2023-05-04`` or ``2025-02-16T22:40:00+05:30``).
        interval: The same as a half-open UTC interval.
        basis: What it was read from.
    """

    at: str
    interval: TimeInterval
    basis: PublicationBasis


class RegionKind(StrEnum):
    """What a run of a report's text is, where it is not plain body text."""

    HEADER = "header"
    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    PROMOTION = "promotion"
    LINK_MARK = "link-mark"
    LINK_TARGET = "link-target"
    SEPARATOR = "separator"


FURNITURE = frozenset(RegionKind) - {RegionKind.TITLE}
"""Kinds of region that yield no statements. A headline does."""


@dataclass(frozen=True, slots=True)
class Region:
    """A labelled half-open run of a report's text, in code points."""

    start: int
    end: int
    kind: RegionKind


@dataclass(frozen=True, slots=True)
class OffsetRun:
    """A run of working text that stands unchanged in the extracted text.

    ``working + k`` corresponds to ``extracted + k`` for ``0 <= k < length``. Characters of the
    extracted text between runs were dropped in cleaning; characters of the working text between
    runs were put in.
    """

    working: int
    extracted: int
    length: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """Which tool made a report's text out of its original, and how the two line up.

    Attributes:
        tool: Name of the extractor (``plain-text``, ``trafilatura``, ...).
        version: Its version.
        encoding: Character encoding the original was decoded with, with how it was found.
        runs: Offset map from the working copy to the extracted text, in order.
    """

    tool: str
    version: str
    encoding: str
    runs: tuple[OffsetRun, ...]


@dataclass(frozen=True, slots=True)
class Report(Shown):
    """One published item as sealed text.

    Attributes:
        id: Content id over the original's hash and the item's place in it.
        file: Name of the file (or ``file#line`` for an item of a container), without its folder.
        container: Name of the file that holds several reports, if this is one of several.
        sha256: Hash of the original bytes, hexadecimal.
        text: The working copy, exactly as every span quotes it.
        title, publisher, byline, url, language: As printed, or ``None`` where nothing says so.
            ``language`` is an ISO 639-1 code.
        published: Publication time with its basis, or ``None``; never the file's or run's date.
        regions: Labelled runs of the text, sorted by start, not overlapping.
        sections: Starts of the stories in the text, the first always 0. More than one means that
            several stories stand in one report.
        extraction: Which tool made the text.
    """

    id: ReportId
    file: str
    container: str | None
    sha256: str
    text: str
    title: str | None
    publisher: str | None
    byline: str | None
    url: str | None
    language: str | None
    published: Publication | None
    regions: tuple[Region, ...]
    sections: tuple[int, ...]
    extraction: Extraction

    @property
    def name(self) -> str:
        """What a reader knows the report by: its publisher where printed, else its file."""
        return self.publisher or self.file


@dataclass(frozen=True, slots=True)
class Span(Shown):
    """A half-open run of code points in one report, with the words that stand there."""

    report: ReportId
    start: int
    end: int
    quote: str

    def _within_html_(self) -> str:
        """The words, and where they stand."""
        return quoted_html(self.quote, f"{self.start}–{self.end} in {self.report}")


def cut(report: Report, start: int, end: int) -> Span:
    """Cut a span out of a report. The only way in which a span comes to be.

    Args:
        report: The report to quote.
        start: First code point.
        end: First code point after the span.

    Raises:
        InvariantError: If the run is empty or reaches outside the text.
    """
    if not 0 <= start < end <= len(report.text):
        raise InvariantError(
            f"span {start}:{end} outside report {report.id} of {len(report.text)} code points"
        )
    return Span(report.id, start, end, report.text[start:end])


def readable(report: Report) -> str:
    """The report's text with furniture blanked out, every offset unchanged.

    Furniture characters become spaces and line breaks stay, so that a reader of the result sees
    paragraphs where the report has them, and nothing where it only advertises.
    """
    pieces: list[str] = []
    position = 0
    for region in report.regions:
        if region.kind not in FURNITURE:
            continue
        pieces.append(report.text[position : region.start])
        furniture = report.text[region.start : region.end]
        pieces.append("".join("\n" if c == "\n" else " " for c in furniture))
        position = region.end
    pieces.append(report.text[position:])
    return "".join(pieces)
