"""Lines for how reports hang together: which is one source in several coats, and what was lost."""

from __future__ import annotations

from twosource.brief.collisions import LOSS_WORDS
from twosource.brief.descent import TIES
from twosource.brief.ground import Draft
from twosource.brief.lines.answers import quoted
from twosource.brief.material import Material
from twosource.brief.wording import AND, sentence
from twosource.model.brief import Version
from twosource.model.identity import OriginId, ReportId
from twosource.model.lineage import LineageEdge, LineageKind
from twosource.model.report import Span

MOST_RUNS = 3
"""Shared stretches that a line shows, the longest; its reason tells how much is shared in all."""

_AN_EARLIER = "an earlier report"


def lineage_drafts(material: Material) -> list[Draft]:
    """One line per pair that shares text, then one per report that names its sources."""
    edges = material.case.lineage
    tied = [edge for edge in edges if edge.kind is not LineageKind.CITES]
    citing: dict[ReportId, list[LineageEdge]] = {}
    for edge in edges:
        if edge.kind is LineageKind.CITES:
            citing.setdefault(edge.target, []).append(edge)
    shared = [_shared(edge, material) for edge in sorted(tied, key=lambda e: -e.score)]
    return [*shared, *(_cited(edges, material) for edges in citing.values())]


def _source_name(edge: LineageEdge, material: Material) -> str:
    report = material.reports.get(ReportId(edge.source))
    if report is not None:
        return report.name
    outside = {origin.id: origin.name for origin in material.case.outside}
    return outside[OriginId(edge.source)] or _AN_EARLIER


def _shared(edge: LineageEdge, material: Material) -> Draft:
    source, target = _source_name(edge, material), material.reports[edge.target].name
    longest = sorted(edge.runs, key=lambda run: run[1].start - run[1].end)[:MOST_RUNS]
    spans = [span for run in longest for span in run]
    spans += [] if edge.citation is None else [edge.citation]
    return Draft(
        standing=None,
        text=f"{target} {TIES[edge.kind]} {source}",
        spans=tuple(dict.fromkeys(spans)),
        reason=sentence(edge.reason),
        stated=(TIES[edge.kind], source, target),
    )


def _cited(edges: list[LineageEdge], material: Material) -> Draft:
    names = list(dict.fromkeys(_source_name(edge, material) for edge in edges))
    named = names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{AND}{names[-1]}"
    citations = (_evidence(edge) for edge in edges)
    return Draft(
        standing=None,
        text=f"{material.reports[edges[0].target].name} {TIES[LineageKind.CITES]} {named}",
        spans=tuple(dict.fromkeys(span for spans in citations for span in spans)),
        stated=(TIES[LineageKind.CITES], *names),
    )


def _evidence(edge: LineageEdge) -> tuple[Span, ...]:
    return (edge.citation,) if edge.citation is not None else edge.runs[0]


def loss_drafts(material: Material) -> list[Draft]:
    """One line per loss: the words, and under them the words that they descend from."""
    drafts: list[Draft] = []
    for loss in material.case.losses:
        here = material.reports[loss.span.report].name
        there = material.reports[loss.source.report].name
        drafts.append(
            Draft(
                standing=None,
                text=f"{here} {LOSS_WORDS[loss.kind]}: {quoted(loss.span)}",
                spans=(loss.span, loss.source),
                statements=() if loss.origin is None else (loss.origin,),
                reason=sentence(loss.reason),
                versions=(Version(f"{there}: {quoted(loss.source)}", (loss.source,)),),
                stated=(LOSS_WORDS[loss.kind],),
            )
        )
    return drafts
