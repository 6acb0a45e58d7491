"""Where a report names another report, or somebody outside the case, as what it took from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.model.identity import EntityId, OriginId, ReportId, content_id
from twosource.model.lineage import OutsideOrigin
from twosource.model.relation import Wording
from twosource.model.report import Report, Span, cut, readable
from twosource.model.statement import SourceKind, Speaker, Statement

_ARTICLE = re.compile(r"^(?:the|a)\s+", re.IGNORECASE)
_OWN_EARLIER = re.compile(
    r"\b(?:as\s+)?we\s+(?:have\s+)?(?:also\s+|already\s+|previously\s+|earlier\s+)?"
    r"(?:reported|wrote|covered)\b",
    re.IGNORECASE,
)
"""An outlet's reference to its own earlier report, or one that it took over with the text."""
SHORTEST_NAME = 4
"""Letters that a publisher's name has at least to be looked for in running text."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Words in ``report`` that name ``source``."""

    report: ReportId
    source: ReportId | OriginId
    span: Span


def citations_within(reports: Sequence[Report]) -> tuple[Citation, ...]:
    """Where a report prints the publisher's name of another report of the case, first of each."""
    named = _publishers(reports)
    found: list[Citation] = []
    for report in reports:
        own = _folded(report.publisher or "")
        text = readable(report)
        cited: dict[ReportId, Span] = {}
        for match in _WORDS.finditer(text):
            for name, sources in named.get(match.group(), ()):
                end = match.start() + len(name)
                if _folded(name) == own or text[match.start() : end] != name:
                    continue
                if end < len(text) and text[end].isalnum():
                    continue
                for source in sources:
                    cited.setdefault(source, cut(report, match.start(), end))
        found += [Citation(report.id, source, span) for source, span in cited.items()]
    return tuple(found)


_WORDS = re.compile(r"(?<!\w)\w+")


def _publishers(
    reports: Sequence[Report],
) -> dict[str, list[tuple[str, list[ReportId]]]]:
    """Names of publishers, without an article, by their first word, with their reports."""
    by_name: dict[str, list[ReportId]] = {}
    for report in reports:
        name = _ARTICLE.sub("", report.publisher or "")
        if len(name) >= SHORTEST_NAME and name[0].isupper():
            by_name.setdefault(name, []).append(report.id)
    found: dict[str, list[tuple[str, list[ReportId]]]] = {}
    for name, sources in by_name.items():
        first = _WORDS.search(name)
        if first is not None and first.start() == 0:
            found.setdefault(first.group(), []).append((name, sources))
    return found


def quoted_statements(
    wordings: Iterable[Wording],
    parties: Collection[ReportId],
    reports: Mapping[ReportId, Report],
) -> tuple[Citation, ...]:
    """Where a report quotes words of a party's statement that is in the case, first of each.

    Args:
        wordings: Utterances in several wordings.
        parties: The reports that are a party's own statement.
        reports: The reports by id; a report is not taken to quote what came after it.
    """
    found: dict[tuple[ReportId, ReportId], Citation] = {}
    for wording in wordings:
        for own in (span.report for span in wording.spans if span.report in parties):
            for span in wording.spans:
                pair = (own, span.report)
                if span.report in parties or _before(reports[span.report], reports[own]):
                    continue
                found.setdefault(pair, Citation(span.report, own, span))
    return tuple(found.values())


def _before(a: Report, b: Report) -> bool:
    if a.published is None or b.published is None:
        return False
    return a.published.interval.end <= b.published.interval.start


def outside_origins(
    reports: Sequence[Report],
    statements: Iterable[Statement],
    names: Mapping[EntityId, str],
) -> tuple[tuple[OutsideOrigin, ...], tuple[Citation, ...]]:
    """Outlets that reports took statements from and that are not in the case, and borrowed text.

    Args:
        reports: The reports of the case.
        statements: Their statements; outlets stand among the speakers and relayers.
        names: Names of the entities.

    Returns:
        The origins, each once, sorted by name, and one citation for each report that names one.
    """
    publishers = {_folded(r.publisher) for r in reports if r.publisher}
    by_id = {report.id: report for report in reports}
    spans: dict[OriginId, list[Span]] = {}
    called: dict[OriginId, str] = {}
    for printed_in, name, span in _outlets(statements, names):
        own = by_id[printed_in].publisher
        if _folded(name) in publishers or (own and _folded(name) == _folded(own)):
            continue
        origin = OriginId(content_id("or", _folded(name)))
        called.setdefault(origin, name)
        spans.setdefault(origin, []).append(span)
    for report in reports:
        for match in _OWN_EARLIER.finditer(readable(report)):
            span = cut(report, *match.span())
            origin = OriginId(content_id("or", report.id, span.start))
            called[origin] = ""
            spans[origin] = [span]
    origins = tuple(
        OutsideOrigin(id_, called[id_], tuple(spans[id_]))
        for id_ in sorted(spans, key=lambda id_: (called[id_].casefold(), id_))
    )
    first: dict[tuple[ReportId, OriginId], Citation] = {}
    for outside in origins:
        for span in outside.spans:
            first.setdefault((span.report, outside.id), Citation(span.report, outside.id, span))
    return origins, tuple(first.values())


def _outlets(
    statements: Iterable[Statement], names: Mapping[EntityId, str]
) -> Iterable[tuple[ReportId, str, Span]]:
    for statement in statements:
        speakers: list[Speaker] = list(statement.via)
        if statement.speaker is not None:
            speakers.append(statement.speaker)
        for speaker in speakers:
            name = None if speaker.entity is None else names.get(speaker.entity)
            if speaker.kind is SourceKind.OUTLET and name is not None and name[:1].isupper():
                yield statement.report, name, speaker.span


def _folded(name: str) -> str:
    return _ARTICLE.sub("", name.strip()).casefold()
