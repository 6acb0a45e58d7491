"""Every span as a W3C Web Annotation (Recommendation of 23 February 2017), in JSON-LD.

A target always bears both selectors, quotation and position, in code points of the working text,
whose hash is its source. Reading back is in ``annotations_read``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from twosource.exchange.names import content_words, json_bytes, text_address, told, urn
from twosource.model.case import Case
from twosource.model.identity import ReportId, content_id
from twosource.model.report import Report, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
CONTEXT_WIDTH = 32
"""Code points of context that stand on each side of a quotation."""

Node = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Item:
    """What one annotation says, and of which words."""

    ident: str
    motivation: str
    body: str
    spans: tuple[Span, ...]


def web_annotations(case: Case) -> bytes:
    """Write statements, names, answers, contradictions, losses, findings and evidence of a case.

    Returns:
        An ``AnnotationCollection`` with one page, in UTF-8.
    """
    reports = {report.id: report for report in case.reports}
    addresses = {report.id: text_address(report) for report in case.reports}
    items = [_annotation(item, reports, addresses) for item in _items(case, reports)]
    sealed = content_id("an", *(report.id for report in case.reports))
    return json_bytes(
        {
            "@context": CONTEXT,
            "id": urn(sealed),
            "type": "AnnotationCollection",
            "label": case.brief.title or "A case of Twosource",
            "total": len(items),
            "first": {
                "id": urn(f"{sealed}:page"),
                "type": "AnnotationPage",
                "startIndex": 0,
                "items": items,
            },
        }
    )


def target_of(span: Span, report: Report, address: str) -> Node:
    """The words of a span as a target with both selectors."""
    before = report.text[max(0, span.start - CONTEXT_WIDTH) : span.start]
    return {
        "source": address,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.quote,
                "prefix": before,
                "suffix": report.text[span.end : span.end + CONTEXT_WIDTH],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _annotation(
    item: _Item, reports: Mapping[ReportId, Report], addresses: Mapping[ReportId, str]
) -> Node:
    targets = [target_of(s, reports[s.report], addresses[s.report]) for s in item.spans]
    return {
        "id": urn(content_id("an", item.ident, item.motivation, *_places(item.spans))),
        "type": "Annotation",
        "motivation": item.motivation,
        "body": [
            {"type": "TextualBody", "value": item.body, "format": "text/plain"},
            {"type": "SpecificResource", "source": urn(item.ident), "purpose": "identifying"},
        ],
        "target": targets,
    }


def _places(spans: tuple[Span, ...]) -> list[str | int | None]:
    return [field for span in spans for field in (span.report, span.start, span.end)]


def _items(case: Case, reports: Mapping[ReportId, Report]) -> Iterator[_Item]:
    entities = {entity.id: entity for entity in case.entities}
    for one in case.statements:
        line = f"{told(one, entities, reports[one.report])}: {content_words(one)}"
        yield _Item(one.id, "describing", line, one.parts)
    for entity in case.entities:
        for mention in entity.mentions:
            body = f"{entity.name} ({entity.kind.value})"
            yield _Item(entity.id, "identifying", body, (mention.span,))
    for question in case.questions:
        for claim in question.claims:
            body = f"{question.text} {claim.answer}"
            yield _Item(claim.id, "classifying", body, claim.spans)
    yield from _judged(case)


def _judged(case: Case) -> Iterator[_Item]:
    for collision in case.contradictions:
        for side in collision.sides:
            body = f"{collision.question} One version: {side.answer}. {collision.reason}"
            yield _Item(collision.id, "questioning", body, side.spans)
    for loss in case.losses:
        ident = content_id("ls", loss.kind.value, *_places((loss.span, loss.source)))
        yield _Item(ident, "questioning", loss.reason, (loss.span, loss.source))
    for finding in case.findings:
        ident = content_id("fi", finding.check, finding.version, *_places(finding.spans))
        body = f"{finding.check}: {finding.verdict.value}. {finding.reason}"
        yield _Item(ident, "questioning", body, finding.spans)
    for hypothesis in case.hypotheses:
        for evidence in (*hypothesis.supporting, *hypothesis.opposing):
            body = f"{hypothesis.label}: {evidence.rating.value}. {evidence.reason}"
            yield _Item(hypothesis.id, "classifying", body, (evidence.span,))
