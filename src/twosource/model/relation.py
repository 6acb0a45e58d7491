"""Relations between claims, wordings of one utterance, and what is lost on the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.errors import InvariantError
from twosource.model.identity import (
    ClaimId,
    ContradictionId,
    OriginId,
    QuestionId,
    ReportId,
    StatementId,
    WordingId,
)
from twosource.model.report import Span
from twosource.model.shown import Shown


class RelationKind(StrEnum):
    """How two claims on one question stand to each other.

    ``REFINEMENT``: one says more, and both can hold ("at least one", "two"). ``REVISION``: one
    speaker gives another figure later. ``APART``: the two do not answer the same thing, so that
    nothing follows. ``OPEN``: a reading in which both hold cannot be shut out.
    """

    AGREEMENT = "agreement"
    REFINEMENT = "refinement"
    REVISION = "revision"
    CONTRADICTION = "contradiction"
    APART = "apart"
    OPEN = "open"


class Matter(StrEnum):
    """What a contradiction is about."""

    TIME = "time"
    DURATION = "duration"
    COUNT = "count"
    PLACE = "place"
    MANNER = "manner"
    POLARITY = "polarity"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"


@dataclass(frozen=True, slots=True)
class Relation(Shown):
    """How two claims on one question stand to each other, and why.

    Attributes:
        question: The question that both answer.
        left, right: The claims, the smaller id first.
        kind: How they stand.
        matter: What the comparison is about.
        rule: Id and version of the rule that decided.
        readings: What was tried before a contradiction was raised, one phrase each.
        reason: One sentence.
    """

    question: QuestionId
    left: ClaimId
    right: ClaimId
    kind: RelationKind
    matter: Matter
    rule: str
    readings: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Side(Shown):
    """One version in a contradiction: claims that can hold together.

    Attributes:
        answer: The version in plain words.
        claims: Its claims.
        spans: The words that give it.
    """

    answer: str
    claims: tuple[ClaimId, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Contradiction(Shown):
    """Versions of one thing that cannot hold together.

    Attributes:
        id: Content id over the question and the sides.
        question: The question in words.
        kind: What the versions collide on.
        sides: The versions, the best supported first; at least two.
        readings: What was tried to reconcile them, one phrase each.
        reason: One sentence.
        within: The report that contradicts itself, where all sides stand in one.
    """

    id: ContradictionId
    question: str
    kind: Matter
    sides: tuple[Side, ...]
    readings: tuple[str, ...]
    reason: str
    within: ReportId | None = None

    def __post_init__(self) -> None:
        if len(self.sides) < 2:
            raise InvariantError(f"a contradiction about {self.question!r} has one side only")


@dataclass(frozen=True, slots=True)
class Wording(Shown):
    """One utterance in several wordings. It neither corroborates nor contradicts.

    Attributes:
        id: Content id over the spans.
        statements: The statements that give it, in order of report and offset.
        spans: Their contents, in the same order.
        differences: What differs between neighbours, one phrase each.
    """

    id: WordingId
    statements: tuple[StatementId, ...]
    spans: tuple[Span, ...]
    differences: tuple[str, ...]


class LossKind(StrEnum):
    """What a report lost of what it passes on."""

    ATTRIBUTION = "attribution"
    HEDGE = "hedge"
    NEGATION = "negation"
    QUALIFIER = "qualifier"
    SPEAKER = "speaker"
    FIGURE = "figure"
    CERTAINTY = "certainty"


@dataclass(frozen=True, slots=True)
class AttributionLoss(Shown):
    """Words of a report that say more, or say it more firmly, than what they descend from.

    Attributes:
        span: The words.
        kind: What was lost or changed.
        origin: The statement of the other report that shows it; ``None`` where its own voice does.
        source: The words that the report's own words descend from or match.
        changed: What the source has and the report has not, or the other way about, in words.
        reason: One sentence.
    """

    span: Span
    kind: LossKind
    origin: StatementId | None
    source: Span
    changed: str
    reason: str


class RootKind(StrEnum):
    """What sort of root a claim leads back to."""

    PARTICIPANT = "participant"
    OFFICIAL = "official"
    WITNESS = "witness"
    DOCUMENT = "document"
    FOOTAGE = "footage"
    OUTLET = "outlet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Origin(Shown):
    """A root that claims lead back to, through speakers, relayers and lineage.

    Attributes:
        id: Content id over its kind and its name.
        name: Its name as printed.
        kind: What sort of root it is.
        interested: Whether it is a party that speaks about itself.
        spans: The words that name it.
    """

    id: OriginId
    name: str
    kind: RootKind
    interested: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sourcing(Shown):
    """Where one claim comes from.

    Attributes:
        claim: The claim.
        origins: Its origins, each once, sorted by id.
        independent: How many of them are independent of one another.
        reason: One sentence: how they were counted.
    """

    claim: ClaimId
    origins: tuple[OriginId, ...]
    independent: int
    reason: str
