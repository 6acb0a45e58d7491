"""Reports in the case file: everything that a report holds, so that it reads back whole."""

from __future__ import annotations

from datetime import UTC, datetime

from twosource.model.identity import ReportId
from twosource.model.report import (
    Extraction,
    OffsetRun,
    Publication,
    PublicationBasis,
    Region,
    RegionKind,
    Report,
)
from twosource.model.time import TimeInterval, ZoneBasis
from twosource.store.fields import (
    Node,
    field,
    items,
    kind,
    maybe,
    node_of,
    values,
    whole,
    words,
    words_or_none,
    wrong,
)


def report_node(report: Report) -> Node:
    """Write a report. Offset runs are triples: working, extracted, length."""
    published = report.published
    return {
        "id": report.id,
        "file": report.file,
        "container": report.container,
        "publisher": report.publisher,
        "title": report.title,
        "byline": report.byline,
        "url": report.url,
        "published": None if published is None else _publication_node(published),
        "language": report.language,
        "sha256": report.sha256,
        "text": report.text,
        "sections": list(report.sections),
        "regions": [{"start": r.start, "end": r.end, "kind": r.kind} for r in report.regions],
        "extraction": {
            "tool": report.extraction.tool,
            "version": report.extraction.version,
            "encoding": report.extraction.encoding,
            "runs": [[r.working, r.extracted, r.length] for r in report.extraction.runs],
        },
    }


def report_from(node: Node, place: str) -> Report:
    """Read a report; its regions must lie inside its text."""
    text = words(node, "text", place)
    return Report(
        id=ReportId(words(node, "id", place)),
        file=words(node, "file", place),
        container=words_or_none(node, "container", place),
        sha256=words(node, "sha256", place),
        text=text,
        title=words_or_none(node, "title", place),
        publisher=words_or_none(node, "publisher", place),
        byline=words_or_none(node, "byline", place),
        url=words_or_none(node, "url", place),
        language=words_or_none(node, "language", place),
        published=maybe(_publication_from, node, "published", place),
        regions=tuple(
            _region_from(found, len(text), f"{place}.regions[{i}]")
            for i, found in enumerate(items(node, "regions", place))
        ),
        sections=tuple(whole(s, f"{place}.sections") for s in values(node, "sections", place)),
        extraction=_extraction_from(
            node_of(field(node, "extraction", place), f"{place}.extraction"), f"{place}.extraction"
        ),
    )


def _publication_node(published: Publication) -> Node:
    interval = published.interval
    return {
        "at": published.at,
        "basis": published.basis,
        "interval": {
            "start": interval.start.isoformat(),
            "end": interval.end.isoformat(),
            "printed": interval.printed,
            "zone_basis": interval.zone_basis,
        },
    }


def _publication_from(node: Node, place: str) -> Publication:
    inside = f"{place}.interval"
    interval = node_of(field(node, "interval", place), inside)
    return Publication(
        at=words(node, "at", place),
        interval=TimeInterval(
            _moment(interval, "start", inside),
            _moment(interval, "end", inside),
            words(interval, "printed", inside),
            kind(ZoneBasis, interval, "zone_basis", inside),
        ),
        basis=kind(PublicationBasis, node, "basis", place),
    )


def _moment(node: Node, key: str, place: str) -> datetime:
    printed = words(node, key, place)
    try:
        moment = datetime.fromisoformat(printed)
    except ValueError as error:
        raise wrong(f"{place}.{key}", printed, "a time in ISO 8601") from error
    if moment.utcoffset() is None:
        raise wrong(f"{place}.{key}", printed, "a time with its offset from UTC")
    return moment.astimezone(UTC)


def _region_from(node: Node, length: int, place: str) -> Region:
    start = whole(field(node, "start", place), f"{place}.start")
    end = whole(field(node, "end", place), f"{place}.end")
    if not 0 <= start <= end <= length:
        raise wrong(place, f"{start}:{end}", f"inside the {length} characters of its report")
    return Region(start, end, kind(RegionKind, node, "kind", place))


def _extraction_from(node: Node, place: str) -> Extraction:
    runs = values(node, "runs", place)
    return Extraction(
        tool=words(node, "tool", place),
        version=words(node, "version", place),
        encoding=words(node, "encoding", place),
        runs=tuple(_run_from(run, f"{place}.runs[{i}]") for i, run in enumerate(runs)),
    )


def _run_from(value: object, place: str) -> OffsetRun:
    if not isinstance(value, list) or len(value) != 3:
        raise wrong(place, value, "three whole numbers")
    working, extracted, length = (whole(number, place) for number in value)
    return OffsetRun(working, extracted, length)
