"""What the lines of a brief are looked up in: one case, indexed once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.brief.naming import naming_span, shown_name
from twosource.brief.wording import IN
from twosource.comparison.parties import party_statements
from twosource.model.case import Case
from twosource.model.claim import Answer
from twosource.model.entity import Entity
from twosource.model.event import Layer, LayeredSentence
from twosource.model.identity import ClaimId, EntityId, OriginId, ReportId, StatementId
from twosource.model.relation import Origin, Sourcing
from twosource.model.report import Report, Span
from twosource.model.statement import Speaker, Statement


@dataclass(frozen=True, slots=True)
class Material:
    """A case with the tables that the lines of its brief are built from.

    Attributes:
        case: The case.
        reports: Its reports by id, earlier editions among them.
        entities: Its entities by id.
        statements: Its statements by id.
        sourcing: Where each claim comes from.
        origins: The roots by id.
        sentences: The sentences of each report, in order.
        parties: Reports that are a party's own statement, with the party's name.
    """

    case: Case
    reports: Mapping[ReportId, Report]
    entities: Mapping[EntityId, Entity]
    statements: Mapping[StatementId, Statement]
    sourcing: Mapping[ClaimId, Sourcing]
    origins: Mapping[OriginId, Origin]
    sentences: Mapping[ReportId, Sequence[LayeredSentence]]
    parties: Mapping[ReportId, str]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who gives an answer: a speaker as the brief names them, or a report in its own voice.

    Attributes:
        name: The name as the brief prints it.
        own: Whether it is the report's own voice.
        spans: The words that name a speaker, and their cue.
    """

    name: str
    own: bool
    spans: tuple[Span, ...]


def material_of(case: Case) -> Material:
    """Index a case."""
    texts = (*case.reports, *case.superseded)
    sentences: dict[ReportId, list[LayeredSentence]] = {report.id: [] for report in texts}
    for sentence in case.sentences:
        sentences[sentence.span.report].append(sentence)
    names = {entity.id: entity.name for entity in case.entities}
    return Material(
        case=case,
        reports={report.id: report for report in texts},
        entities={entity.id: entity for entity in case.entities},
        statements={statement.id: statement for statement in case.statements},
        sourcing={one.claim: one for one in case.sourcing},
        origins={origin.id: origin for origin in case.origins},
        sentences=sentences,
        parties=party_statements(case.reports, case.statements, names),
    )


def voice_of(answer: Answer, material: Material) -> Voice:
    """Who gives an answer."""
    statement = None if answer.statement is None else material.statements.get(answer.statement)
    if statement is None or statement.speaker is None:
        return Voice(
            material.reports[answer.report].name, answer.report not in material.parties, ()
        )
    named = naming_span(material.entities, statement.speaker)
    further = (span for span in (statement.cue, named) if span is not None)
    name = called(statement.speaker, material)
    return Voice(name, False, (statement.speaker.span, *further))


def called(speaker: Speaker, material: Material) -> str:
    """A speaker as the brief names them; with the report where the words alone do not tell who."""
    name = shown_name(material.entities, speaker)
    if speaker.entity is not None:
        return name
    return f"{name} ({IN} {material.reports[speaker.span.report].name})"


def sentence_of(span: Span, material: Material) -> Span | None:
    """The sentence that holds the start of a span."""
    found = _layered(span, material)
    return None if found is None else found.span


def layer_of(span: Span, material: Material) -> Layer:
    """How the sentence that holds the start of a span stands to the event."""
    found = _layered(span, material)
    return Layer.UNKNOWN if found is None else found.layer


def _layered(span: Span, material: Material) -> LayeredSentence | None:
    sentences = material.sentences.get(span.report, ())
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    return sentences[at] if at >= 0 and span.start < sentences[at].span.end else None
