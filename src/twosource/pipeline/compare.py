"""From the facts of the reports to what they agree on, where they collide and who copies whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.comparison.lineage.citations import quoted_statements
from twosource.comparison.lineage.lineage import Lineage, lineage_of
from twosource.comparison.lineage.shared_text import KnownPairs
from twosource.comparison.losses.losses import losses_of
from twosource.comparison.origins.sourcing import Sources, sources_of
from twosource.comparison.parties import as_said, party_statements
from twosource.comparison.relations.attribution import disputed_speakers
from twosource.comparison.relations.contradictions import contradiction_of
from twosource.comparison.relations.relate import relations_of
from twosource.comparison.wordings.join import wordings_of
from twosource.language.meaning import Meaning
from twosource.model.claim import Question
from twosource.model.entity import Entity
from twosource.model.relation import (
    AttributionLoss,
    Contradiction,
    Relation,
    RelationKind,
    Wording,
)
from twosource.model.report import Report
from twosource.model.statement import Statement
from twosource.pipeline.reading import ReadReport


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing the reports of a case shows."""

    relations: tuple[Relation, ...]
    contradictions: tuple[Contradiction, ...]
    wordings: tuple[Wording, ...]
    lineage: Lineage
    sources: Sources
    losses: tuple[AttributionLoss, ...]


@dataclass(frozen=True, slots=True)
class Instruments:
    """What comparing works with.

    Attributes:
        meaning: Tells how near short texts are in meaning.
        pairs: What pairs of reports share, as far as it is known; what is not, is put in.
    """

    meaning: Meaning
    pairs: KnownPairs


def compared(
    reports: Sequence[Report],
    read: Sequence[ReadReport],
    entities: Sequence[Entity],
    statements: Sequence[Statement],
    questions: Sequence[Question],
    instruments: Instruments,
) -> Compared:
    """Compare claims, wordings and texts.

    Args:
        reports: The reports that were read.
        read: What each of them gives, in the same order.
        entities: The entities of the case.
        statements: Its statements, speakers joined over reports.
        questions: Its questions with their claims.
        instruments: What comparing works with.
    """
    meaning = instruments.meaning
    by_report = {report.id: report for report in reports}
    said = {statement.id: statement for statement in statements}
    names = {entity.id: entity.name for entity in entities}
    utterances = [
        replace(
            utterance,
            speaker=speaker.entity if (speaker := said[utterance.statement].speaker) else None,
        )
        for one in read
        for utterance in one.utterances
    ]
    parties = party_statements(reports, statements, names)
    utterances = as_said(utterances, parties)
    wordings = wordings_of(utterances, names, meaning)
    quoted = quoted_statements(wordings, parties, by_report)
    prints = [one.words for one in read]
    lineage = lineage_of(reports, prints, statements, names, quoted, instruments.pairs)
    relations = [relations_of(question, by_report, said, names) for question in questions]
    collisions = [
        contradiction_of(question, found, said)
        for question, found in zip(questions, relations, strict=True)
    ]
    return Compared(
        relations=tuple(
            r for found in relations for r in found if r.kind is not RelationKind.AGREEMENT
        ),
        contradictions=(
            *(c for c in collisions if c is not None),
            *disputed_speakers(wordings, said, names),
        ),
        wordings=wordings,
        lineage=lineage,
        sources=sources_of(questions, by_report, said, names, lineage.edges),
        losses=losses_of(questions, utterances, by_report, said, lineage.edges, parties),
    )
