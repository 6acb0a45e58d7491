"""Lines that a person reviewed as schema.org ClaimReview, in JSON-LD, for archives and partners.

Nothing is exported that no person signed: a line is here because somebody accepted or corrected it,
under that person's name. A rating is here only where the person's own reason begins with its word.
No value is a number, since nobody gave one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from twosource.exchange.names import json_bytes, text_address, urn, voice_name
from twosource.model.brief import Standing
from twosource.model.case import Case
from twosource.model.claim import Answer, Claim, Question
from twosource.model.entity import EntityKind
from twosource.model.identity import ClaimId, EntityId, ReportId, StatementId
from twosource.model.report import Report, Span
from twosource.model.review import Review
from twosource.model.statement import Speaker, Statement

CONTEXT = "https://schema.org"
_RATED = re.compile(rf"\s*({'|'.join(Standing)})\s*[:.,;–—-]", re.IGNORECASE)
"""A reason that begins with a word of standing and a mark rates the line in that word."""

Signed = tuple[Review, tuple[Span, ...]]
"""A review of a person on an answer, with the words that it is about."""
Node = dict[str, object]


def claim_reviews(case: Case, signed: Sequence[Signed] = ()) -> bytes:
    """Write the answers that people accepted or corrected.

    Args:
        case: The case, with what people decided applied to it.
        signed: Reviews on answers, each with its words as they stand in the case; the later of
            two by one person on one answer counts.

    Returns:
        JSON-LD with one ``ClaimReview`` for each answer and person, in the order of the questions;
        an empty graph where nobody signed anything.
    """
    index = _Index(case)
    found: dict[tuple[ClaimId, str], Node] = {}
    for review, spans in signed:
        for question, claim in index.claims_at(spans, review.decision.named):
            found[claim.id, review.stamp.actor] = _review(review, question, claim, index)
    order = {claim.id: n for n, (_, claim) in enumerate(index.claims)}
    graph = [found[key] for key in sorted(found, key=lambda key: (order[key[0]], key[1]))]
    return json_bytes({"@context": CONTEXT, "@graph": graph})


class _Index:
    """What a line is looked up in."""

    def __init__(self, case: Case) -> None:
        self.claims = [(asked, claim) for asked in case.questions for claim in asked.claims]
        self.reports: Mapping[ReportId, Report] = {one.id: one for one in case.reports}
        self.statements: Mapping[StatementId, Statement] = {one.id: one for one in case.statements}
        self.entities = {one.id: one for one in case.entities}

    def claims_at(self, spans: Sequence[Span], named: str) -> Iterator[tuple[Question, Claim]]:
        """The claims of a question that are given at words, wholly or in part."""
        for question, claim in self.claims:
            given = (answer.span for answer in claim.given)
            if question.text == named and any(_touch(a, b) for a in given for b in spans):
                yield question, claim

    def kind_of(self, entity: EntityId | None) -> str:
        """The type of an author in schema.org."""
        found = None if entity is None else self.entities.get(entity)
        return "Person" if found and found.kind is EntityKind.PERSON else "Organization"


def _touch(one: Span, other: Span) -> bool:
    return one.report == other.report and one.start < other.end and other.start < one.end


def _review(review: Review, question: Question, claim: Claim, index: _Index) -> Node:
    words = f"{question.text} {claim.answer}"
    node: Node = {
        "@type": "ClaimReview",
        "@id": urn(f"review-{review.hash[:16]}-{claim.id}"),
        "author": {"@type": "Person", "name": review.stamp.actor},
        "datePublished": review.stamp.at[:10],
        "claimReviewed": words,
        "itemReviewed": _claim(words, claim, index),
    }
    why = review.decision.why
    if why.strip():
        node["reviewBody"] = why
    rated = _RATED.match(why)
    if rated is not None:
        node["reviewRating"] = {"@type": "Rating", "alternateName": rated[1].lower()}
    return node


def _claim(words: str, claim: Claim, index: _Index) -> Node:
    authors = [author for answer in claim.given if (author := _author(answer, index)) is not None]
    node: Node = {"@type": "Claim", "@id": urn(claim.id), "text": words}
    if authors:
        node["author"] = _once(authors)
    node["appearance"] = [
        _appearance(answer, index.reports[answer.report]) for answer in claim.given
    ]
    return node


def _once(nodes: Sequence[Node]) -> list[Node]:
    return [node for n, node in enumerate(nodes) if node not in nodes[:n]]


def _author(answer: Answer, index: _Index) -> Node | None:
    """Who gives an answer: its speaker, else the publisher whose own voice it is."""
    statement = None if answer.statement is None else index.statements.get(answer.statement)
    speaker: Speaker | None = None if statement is None else statement.speaker
    if speaker is not None:
        name = voice_name(speaker, index.entities)
        return {"@type": index.kind_of(speaker.entity), "name": name}
    publisher = index.reports[answer.report].publisher
    return {"@type": "Organization", "name": publisher} if publisher else None


def _appearance(answer: Answer, report: Report) -> Node:
    node: Node = {
        "@type": "CreativeWork",
        "identifier": text_address(report),
        "name": report.title or report.file,
    }
    if report.url:
        node["url"] = report.url
    if report.publisher:
        node["publisher"] = {"@type": "Organization", "name": report.publisher}
    if report.published is not None:
        node["datePublished"] = report.published.at
    node["hasPart"] = {"@type": "Quotation", "text": answer.span.quote}
    return node
