"""Statements: someone, through a chain, in an act, says a content."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.identity import EntityId, ReportId, StatementId, content_id
from twosource.model.report import Span
from twosource.model.shown import Shown


class StatementKind(StrEnum):
    """Whose words the content is in: the speaker's, the report's, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """The act, exactly one per statement.

    Decided in the order declines, denies, accuses, predicts, hedges, else asserts.
    """

    ASSERTS = "asserts"
    ACCUSES = "accuses"
    DENIES = "denies"
    HEDGES = "hedges"
    DECLINES = "declines"
    PREDICTS = "predicts"


class Resolution(StrEnum):
    """How a speaker's printed words lead to an entity."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"
    CONTINUATION = "continuation"
    UNRESOLVED = "unresolved"


class SourceKind(StrEnum):
    """What sort of source a speaker is, as the report presents it.

    ``ANONYMOUS`` is one person or a few who are not named; ``GROUP`` is a loose plural
    ("residents", "some"); ``DOCUMENT`` is a text, a recording or a measurement.
    """

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OUTLET = "outlet"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    GROUP = "group"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker(Shown):
    """Who a statement is attributed to.

    Attributes:
        span: The words that name the speaker, as printed (``he``, ``the ministry``).
        entity: Whom they lead to, or ``None`` where the report does not tell.
        resolution: How the words lead there.
        kind: What sort of source it is.
        closeness: The words that say how near an unnamed source stands to what it tells
            ("with knowledge of the talks"), where printed.
        candidates: Entities that the words could mean, where more than one fits and ``entity``
            is therefore ``None``.
    """

    span: Span
    entity: EntityId | None
    resolution: Resolution
    kind: SourceKind = SourceKind.UNKNOWN
    closeness: Span | None = None
    candidates: tuple[EntityId, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement(Shown):
    """An attribution, or a clause in the report's own voice (``speaker`` is ``None``).

    Attributes:
        id: Content id over report, content spans, speaker span and cue span.
        report: The report that prints it.
        speaker: Who says it; ``None`` for the report's own voice.
        via: Relayers between the report and the speaker, outermost first.
        cue: The words that attribute ("said", "according to"), or by which the report itself
            denies what is told ("are untrue"); ``None`` for other own voice and for attributions
            without a verb.
        content: What is said; the part with its main predicate where it is split.
        more: The other parts of a split content, in text order.
        kind: Whose words the content is in.
        stance: The act.
        hedges: Words that hold the content possible or likely only.
        said_at: When it was said, where printed.
        venue: Where or to whom it was said, where printed.
        parent: The statement that this one is part of the content of.
        rule: Id of the rule that found it.
        continues: The statement of the same speaker whose speech this one goes on with.
        negations: Words inside the content that make it negative; what is denied is the content
            without them.
        distancing: Words by which the report keeps its distance from the content ("alleged",
            "so-called").
        judgement: Whether an own-voice clause judges rather than tells.
        confidence: How likely the attribution is right, 0 to 1; calibrated on held-out text.
            ``None`` for own voice, where nothing is attributed.
    """

    id: StatementId
    report: ReportId
    speaker: Speaker | None
    via: tuple[Speaker, ...]
    cue: Span | None
    content: Span
    more: tuple[Span, ...]
    kind: StatementKind
    stance: Stance
    hedges: tuple[Span, ...]
    said_at: Span | None
    venue: Span | None
    parent: StatementId | None
    rule: str
    continues: StatementId | None = None
    negations: tuple[Span, ...] = ()
    distancing: tuple[Span, ...] = ()
    judgement: bool = False
    confidence: float | None = None

    @property
    def parts(self) -> tuple[Span, ...]:
        """Every part of the content, in text order."""
        return tuple(sorted((self.content, *self.more), key=lambda part: part.start))


def statement_id(
    report: ReportId, parts: tuple[Span, ...], speaker: Span | None, cue: Span | None
) -> StatementId:
    """Content id of a statement: same words at the same offsets, same speaker, same cue."""
    fields: list[str | int | None] = [report]
    for part in parts:
        fields += [part.start, part.end]
    for span in (speaker, cue):
        fields += [None, None] if span is None else [span.start, span.end]
    return StatementId(content_id("st", *fields))
