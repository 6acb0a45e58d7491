"""The lineage of a case: edges that text shows, citations, and what lies outside the case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.comparison.lineage.citations import Citation, citations_within, outside_origins
from twosource.comparison.lineage.edges import text_edges
from twosource.comparison.lineage.shared_text import KnownPairs
from twosource.comparison.lineage.wordprint import WordPrint
from twosource.model.identity import EntityId, OriginId, ReportId
from twosource.model.lineage import Direction, LineageEdge, LineageKind, OutsideOrigin
from twosource.model.report import Report
from twosource.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Lineage:
    """How the reports of a case hang together, and what they lead to outside it."""

    edges: tuple[LineageEdge, ...]
    outside: tuple[OutsideOrigin, ...]


def lineage_of(
    reports: Sequence[Report],
    prints: Sequence[WordPrint],
    statements: Sequence[Statement],
    names: Mapping[EntityId, str],
    quoted: Sequence[Citation] = (),
    known: KnownPairs | None = None,
) -> Lineage:
    """Find which report descends from, cites, or shares an origin with which.

    Args:
        reports: The reports of the case, in its order.
        prints: The prints of those that were read.
        statements: The statements of the case.
        names: Names of its entities.
        quoted: Where reports quote a party's statement that is itself in the case.
        known: What pairs of reports share, as far as it is known; what is not, is put in.

    Returns:
        At most one edge for each pair of reports, sorted by source and target; shared text
        outranks a citation, which it keeps. The order of the reports given changes nothing.
    """
    ordered = sorted(reports, key=lambda report: (report.file, report.id))
    by_report = {print_.report: print_ for print_ in prints}
    read = [report for report in ordered if report.id in by_report]
    cited = citations_within(read)
    edges = list(text_edges(read, [by_report[report.id] for report in read], cited, known))
    tied = {frozenset((edge.source, edge.target)) for edge in edges}
    outside, borrowed = outside_origins(read, statements, names)
    titles: dict[ReportId | OriginId, str] = {report.id: report.name for report in read}
    titles.update({origin.id: origin.name for origin in outside})
    for citation in (*cited, *quoted, *borrowed):
        if frozenset((citation.source, citation.report)) not in tied:
            tied.add(frozenset((citation.source, citation.report)))
            edges.append(_cites(citation, titles))
    return Lineage(tuple(sorted(edges, key=lambda e: (e.source, e.target))), outside)


def _cites(citation: Citation, titles: Mapping[ReportId | OriginId, str]) -> LineageEdge:
    name = titles[citation.source]
    reason = (
        f"the report names {name}"
        if name
        else f"“{citation.span.quote}” points to an earlier report that is not in the case"
    )
    return LineageEdge(
        source=citation.source,
        target=citation.report,
        kind=LineageKind.CITES,
        direction=Direction.KNOWN,
        score=0.0,
        runs=(),
        citation=citation.span,
        reason=reason,
    )
